#include "common/text/symbol.h"

#include "tests/unit/unit.h"

static const struct {
    const char *text, *number, *no, *kind, *issuer;
    unsigned year, term;
    size_t bytes; /* of the text that the symbol takes */
} written[] = {
    {"48-CT/TW ngày", "48-CT/TW", "48", "ct", "tw", 0, 0, 8},
    {"30/2020/NĐ-CP", "30/2020/NĐ-CP", "30", "nd", "cp", 2020, 0, 14},
    {"47/CT-TTg", "47/CT-TTg", "47", "ct", "ttg", 0, 0, 9},
    {"64/2025/QH15", "64/2025/QH15", "64", NULL, "qh", 2025, 15, 12},
    {"6411/VPCP-KTTH.", "6411/VPCP-KTTH", "6411", NULL, "vpcp", 0, 0, 14},
    {"100 - KL/TW", "100-KL/TW", "100", "kl", "tw", 0, 0, 11},
    {"44 /2005/QĐ-UBND", "44/2005/QĐ-UBND", "44", "qd", "ubnd", 2005, 0, 17},
    {"473/TTr -\nNN&PTNT", "473/TTr-NN&PTNT", "473", "ttrinh", "snn", 0, 0, 17},
    {"48/CT-T.Ư, ngày", "48-CT/TW", "48", "ct", "tw", 0, 0, 10},
    {"22/CT-TW", "22-CT/TW", "22", "ct", "tw", 0, 0, 8},
    {"12-QĐ/VPTƯ", "12-QĐ/VPTW", "12", "qd", "vptw", 0, 0, 12},
    {"1836 QĐ/TWĐTN", "1836-QĐ/TWĐTN", "1836", "qd", "twdtn", 0, 0, 15},
    {"242-NQ/UBTVQH10", "242/NQ-UBTVQH10", "242", "nq", "ubtvqh", 0, 10, 15},
    {"40-LCT/HĐNN8", "40-LCT/HĐNN8", "40", "l", "qh", 0, 8, 13},
    {"2093/2005/QĐ .UBND ", "2093/2005/QĐ-UBND", "2093", "qd", "ubnd", 2005, 0,
        19},
    {"823/PV11(CS) ngày", "823/PV11(CS)", "823", NULL, "ca", 0, 0, 12},
    {"73/CP", "73/CP", "73", NULL, "cp", 0, 0, 5},
    {"66.1/2025/NQ-CP", "66.1/2025/NQ-CP", "66.1", "nq", "cp", 2025, 0, 15},
    {"95-CTR/TU, NGÀY", "95-CTr/TU", "95", "ctr", "tu", 0, 0, 9},
    {"11/2004/TTLT-BNN-BNV", "11/2004/TTLT-BNN-BNV", "11", "ttlt", "bnn", 2004,
        0, 20},
    {"08/2023/NĐ-\nCP ngày", "08/2023/NĐ-CP", "8", "nd", "cp", 2023, 0, 15},
    {"015/2020/NĐ–CP", "015/2020/NĐ-CP", "15", "nd", "cp", 2020, 0, 17},
};

START_TEST(reads_every_spelling_of_a_symbol)
{
    arena a = ARENA_INIT;
    token_list list = token_list_read(&a, span_of(written[_i].text));
    symbol s;
    size_t used = 0;

    ck_assert(symbol_match(&a, &list, 0, false, &s, &used));
    ck_assert_span_eq(s.number, written[_i].number);
    ck_assert_span_eq(s.no, written[_i].no);
    ck_assert_uint_eq(s.year, written[_i].year);
    ck_assert_uint_eq(s.term, written[_i].term);
    ck_assert_uint_eq(s.end - s.start, written[_i].bytes);
    ck_assert_str_eq(
        s.kind ? s.kind->code : "-", written[_i].kind ? written[_i].kind : "-");
    ck_assert_str_eq(s.issuer ? s.issuer->id : "-", written[_i].issuer);
    arena_release(&a);
}
END_TEST

static const char *const others[] = {"22/10/2010", "12 tháng", "178.800 đồng",
    "01/7", "2021 - 2025", "5 - 10 triệu", "1.248 quyết định", "104º45"};

START_TEST(reads_no_symbol_in_dates_and_amounts)
{
    arena a = ARENA_INIT;
    token_list list = token_list_read(&a, span_of(others[_i]));
    symbol s;
    size_t used = 0;

    ck_assert(!symbol_match(&a, &list, 0, false, &s, &used));
    arena_release(&a);
}
END_TEST

static const struct {
    const char *text, *number;
} typed[] = {
    {"48 ct tw", "48-CT/TW"},
    {"18 2020 qd ttg", "18/2020/QĐ-TTg"},
    {"30 nq cp", "30/NQ-CP"},
    {"15/2020/nđ-cp", "15/2020/NĐ-CP"},
    {"64 2025 qh15", "64/2025/QH15"},
};

START_TEST(reads_symbols_as_people_type_them)
{
    arena a = ARENA_INIT;
    token_list list = token_list_read(&a, span_of(typed[_i].text));
    symbol s;
    size_t used = 0;

    ck_assert(symbol_match(&a, &list, 0, true, &s, &used));
    ck_assert_span_eq(s.number, typed[_i].number);
    ck_assert_uint_eq(used, list.count);
    arena_release(&a);
}
END_TEST

static const struct {
    const char *number, *folded;
} folds[] = {
    {"48-CT/TW", "48cttw"},
    {"015/2020/NĐ-CP", "152020ndcp"},
    {" 66.1/2025/NQ-CP", "6612025nqcp"},
    {"823/PV11(CS)", "823pv11cs"},
};

START_TEST(folds_to_letters_and_digits)
{
    arena a = ARENA_INIT;

    ck_assert_span_eq(
        symbol_fold(&a, span_of(folds[_i].number)), folds[_i].folded);
    arena_release(&a);
}
END_TEST

UNIT_TABLES("symbol", UNIT_TABLE(reads_every_spelling_of_a_symbol, written),
    UNIT_TABLE(reads_no_symbol_in_dates_and_amounts, others),
    UNIT_TABLE(reads_symbols_as_people_type_them, typed),
    UNIT_TABLE(folds_to_letters_and_digits, folds))
