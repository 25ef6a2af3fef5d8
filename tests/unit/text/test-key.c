#include "common/text/key.h"

#include "tests/unit/unit.h"

static const struct {
    const char *kind, *number, *no;
    unsigned year;
    const char *issuer, *issuers, *place;
    date day;
    const char *key, *completed;
} acts[] = {
    {"ct", "48", "48", 0, "bct-dang", "", "", {2010, 10, 22}, "d:tw:ct:48:k10",
        "48-CT/TW"},
    {"ctr", "59", "59", 0, "tu", "", "hau-giang", {2021, 10, 6},
        "d:tu.hau-giang:ctr:59:n2020", "59-CTr/TU"},
    {"ctr", "59-CTr/TU", "59", 0, "tu", "", "", {0, 0, 0}, "d:tu.?:ctr:59:?",
        "59-CTr/TU"},
    {"nd", "30/2020/NĐ-CP", "30", 2020, "cp", "", "", {0, 0, 0},
        "s:cp:nd:30:y2020", "30/2020/NĐ-CP"},
    {"l", "64/2025/QH15", "64", 2025, "qh", "", "", {0, 0, 0},
        "s:qh:l:64:y2025", "64/2025/QH15"},
    {"ttlt", "11/2004/TTLT-BNN-BNV", "11", 2004, "bnn", "bnn+bnv", "",
        {0, 0, 0}, "s:bnn+bnv:ttlt:11:y2004", "11/2004/TTLT-BNN-BNV"},
    {"qd", "933/QĐ-TLĐ", "933", 0, "tld", "", "", {2024, 5, 1},
        "m:tld:qd:933:y2024", "933/QĐ-TLĐ"},
    {"qdi", "377", "377", 0, "bct-dang", "", "", {0, 0, 0}, "d:tw:qdi:377:?",
        "377-QĐ/TW"},
    {"nd", "214", "214", 0, "cp", "", "", {0, 0, 0}, "s:cp:nd:214:?", "214"},
    {"cv", "10989", "10989", 0, "bnv", "", "", {2025, 11, 21},
        "s:bnv:cv:10989:y2025", "10989"},
    {"dieu-le", "", "", 0, "dh", "", "", {0, 0, 0}, "d:dh:dieu-le:-:?", ""},
    {"nq", "20", "20", 0, NULL, "", "", {0, 0, 0}, "?:?:nq:20:?", "20"},
};

START_TEST(an_act_has_one_key)
{
    arena a = ARENA_INIT;
    identity act = {.kind = kind_by_code(span_of(acts[_i].kind)),
        .number = span_of(acts[_i].number),
        .no = span_of(acts[_i].no),
        .year = acts[_i].year,
        .issuer =
            acts[_i].issuer ? issuer_by_id(span_of(acts[_i].issuer)) : NULL,
        .issuers = span_of(acts[_i].issuers),
        .place = span_of(acts[_i].place),
        .date = acts[_i].day};

    ck_assert_span_eq(key_make(&a, &act), acts[_i].key);
    ck_assert_span_eq(act.number, acts[_i].completed);
    arena_release(&a);
}
END_TEST

static const struct {
    const char *a, *b;
    bool agree;
} pairs[] = {
    {"d:tw:ct:48:k10", "d:tw:ct:48:k10", true},
    {"d:tw:ct:48:k10", "d:tw:ct:48:?", true},
    {"d:tw:ct:48:k10", "d:tw:ct:48:k13", false},
    {"d:tu.hau-giang:ctr:59:n2020", "d:tu.?:ctr:59:n2020", true},
    {"d:tu.hau-giang:ctr:59:n2020", "d:tu:ctr:59:n2020", true},
    {"d:tu.hau-giang:ctr:59:n2020", "d:tu.can-tho:ctr:59:n2020", false},
    {"d:tu.hau-giang:ctr:59:n2020", "d:tuy.?:ctr:59:n2020", false},
    {"?:?:nq:20:?", "d:tw:nq:20:k13", true},
    {"s:cp:nd:30:y2020", "nonsense", false},
};

START_TEST(keys_agree_part_by_part)
{
    ck_assert(key_agrees(span_of(pairs[_i].a), span_of(pairs[_i].b)) ==
              pairs[_i].agree);
    ck_assert(key_agrees(span_of(pairs[_i].b), span_of(pairs[_i].a)) ==
              pairs[_i].agree);
}
END_TEST

static const char *const broken[] = {
    "", "a:b", "a:b:c:d:e:f", "s:cp:nd::y2020", "S:cp:nd:30:y2020"};

START_TEST(broken_keys_do_not_split)
{
    key_parts parts;

    ck_assert(!key_split(span_of(broken[_i]), &parts));
    ck_assert(key_is_open(span_of(broken[_i])));
}
END_TEST

static const struct {
    const char *key;
    size_t count;
} open[] = {{"d:tw:ct:48:k10", 4}, {"d:tu.hau-giang:ctr:59:n2020", 6},
    {"d:tu.?:ctr:59:?", 2}};

START_TEST(variants_start_with_the_key_and_agree_with_it)
{
    arena a = ARENA_INIT;
    span out[8], key = span_of(open[_i].key);
    size_t count = key_variants(&a, key, out);

    ck_assert_uint_eq(count, open[_i].count);
    ck_assert_span_eq(out[0], open[_i].key);
    for (size_t i = 0; i < count; i++)
        ck_assert(key_agrees(key, out[i]));
    arena_release(&a);
}
END_TEST

UNIT_TABLES("key", UNIT_TABLE(an_act_has_one_key, acts),
    UNIT_TABLE(keys_agree_part_by_part, pairs),
    UNIT_TABLE(broken_keys_do_not_split, broken),
    UNIT_TABLE(variants_start_with_the_key_and_agree_with_it, open))
