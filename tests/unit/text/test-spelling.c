#include "common/text/spelling.h"
#include "common/text/syllable.h"
#include "tests/unit/unit.h"

static const struct {
    const char *folded, *exact;
} written[] = {
    {"phong", "phòng"},
    {"phong", "phong"},
    {"toi", "tội"},
    {"dat", "đất"},
    {"uy", "ủy"},
    {"ky", "kỷ"},
};

START_TEST(a_form_is_found_by_how_it_is_written)
{
    uint16_t id = syllable_id(span_of(written[_i].folded));
    int form = spelling_find(id, span_of(written[_i].exact)), first, last;

    ck_assert_int_ne(form, SPELLING_NONE);
    ck_assert_span_eq(spelling_text(form), written[_i].exact);
    spelling_forms(id, &first, &last);
    ck_assert(first <= form && form < last);
    for (int i = first; i + 1 < last; i++)
        ck_assert(spelling_cost(i) <= spelling_cost(i + 1));
}
END_TEST

static const char *const unknown[] = {"", "stroke", "phonk", "48"};

START_TEST(what_is_no_syllable_has_no_forms)
{
    int first, last;

    spelling_forms(syllable_id(span_of(unknown[_i])), &first, &last);
    ck_assert_int_eq(first, last);
}
END_TEST

static int
form_of(const char *folded, const char *exact)
{
    return spelling_find(syllable_id(span_of(folded)), span_of(exact));
}

static const struct {
    const char *folded[2], *likely[2], *other[2];
} neighbours[] = {
    {{"chong", "toi"}, {"chống", "tội"}, {"chống", "tôi"}},
    {{"dat", "dai"}, {"đất", "đai"}, {"đạt", "đai"}},
    {{"hop", "dong"}, {"hợp", "đồng"}, {"hợp", "động"}},
};

START_TEST(what_stands_together_costs_less)
{
    bool known = false;
    const char *const *f = neighbours[_i].folded;
    double likely =
        spelling_cost_behind(form_of(f[0], neighbours[_i].likely[0]),
            form_of(f[1], neighbours[_i].likely[1]), &known);
    double other = spelling_cost_behind(form_of(f[0], neighbours[_i].other[0]),
        form_of(f[1], neighbours[_i].other[1]), NULL);

    ck_assert(known);
    ck_assert(likely < other);
}
END_TEST

UNIT_TABLES("spelling",
    UNIT_TABLE(a_form_is_found_by_how_it_is_written, written),
    UNIT_TABLE(what_is_no_syllable_has_no_forms, unknown),
    UNIT_TABLE(what_stands_together_costs_less, neighbours))
