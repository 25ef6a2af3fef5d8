#include "searcher/plan-filter.h"

#include "common/base/strbuf.h"
#include "tests/unit/unit.h"

static void
print(strbuf *out, const filter *f)
{
    strbuf_clear(out);
    for (size_t i = 0; i < f->count; i++)
        strbuf_print(out, "%s%.*s%s", i ? " " : "", SPAN_PRINT(f->at[i].term),
            f->at[i].prefix ? "*" : "");
}

START_TEST(turns_values_into_terms)
{
    static const struct {
        field field;
        const char *value, *terms;
    } table[] = {
        {FIELD_KIND, "chỉ thị", "XKct"},
        {FIELD_KIND, "nghi dinh", "XKnd"},
        {FIELD_KIND, "lạ thường", "XKla thuong"},
        {FIELD_ISSUER, "Bộ Chính trị", "XObo chinh tri*"},
        {FIELD_ISSUER, "BCT", "XObo chinh tri*"},
        {FIELD_YEAR, "2010", "Y2010"},
        {FIELD_YEAR, "2010..2012", "Y2010 Y2011 Y2012"},
        {FIELD_YEAR, "2010-2011", "Y2010 Y2011"},
        {FIELD_TERM, "k13", "XMk13"},
        {FIELD_TERM, "XIII", "XMk13 XMq13"},
        {FIELD_TERM, "2020-2025", "XMn2020"},
        {FIELD_STATUS, "còn hiệu lực", "XSin_force"},
        {FIELD_STATUS, "còn", "XSin_force"},
        {FIELD_STATUS, "expired", "XSexpired"},
    };
    strbuf text = STRBUF_INIT;
    arena a = ARENA_INIT;

    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        span value = span_of(table[i].value);
        token_list list = token_list_read(&a, value);
        filter f = filter_read(&a, table[i].field, value, &list, 0, list.count);

        print(&text, &f);
        ck_assert_str_eq(text.ptr, table[i].terms);
    }
    strbuf_release(&text);
    arena_release(&a);
}
END_TEST

START_TEST(dates_become_days_months_and_years)
{
    static const struct {
        const char *from, *to, *terms;
    } table[] = {
        {"2010", "2011", "Y2010 Y2011"},
        {"11/2010", "1/2011", "M201011 M201012 M201101"},
        {"30/12/2010", "1/1/2011", "D20101230 D20101231 D20110101"},
        {"28/2/2012", "1/3/2012", "D20120228 D20120229 D20120301"},
        {"2010-03-31", "2010-05-01", "D20100331 M201004 D20100501"},
        {"2012", "2010", "Y-"},
        {"2099", "", "Y2099 Y2100"},
        {"", "1931", "Y1930 Y1931"},
    };
    strbuf text = STRBUF_INIT;
    arena a = ARENA_INIT;

    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        filter f = filter_dates(&a, filter_date(span_of(table[i].from)),
            filter_date(span_of(table[i].to)));

        print(&text, &f);
        ck_assert_str_eq(text.ptr, table[i].terms);
    }
    strbuf_release(&text);
    arena_release(&a);
}
END_TEST

UNIT_MAIN("filter", turns_values_into_terms, dates_become_days_months_and_years)
