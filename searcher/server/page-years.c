#include "searcher/server/page-years.h"

#include <stdlib.h>

enum {
    YEARS_MOST = 90,
    HEIGHT = 56,
    STEP = 10, /* of a bar, in units of the drawing */
    LEAST_WIDTH = 16
};

/* How many documents each year has, from the first to the last. */
typedef struct histogram {
    long first, last;
    size_t counts[YEARS_MOST];
    size_t most;
} histogram;

static void
read(histogram *out, const tracuu_facet *facet)
{
    *out = (histogram){.first = 9999};
    for (size_t i = 0; i < facet->value_count; i++) {
        long year = strtol(facet->values[i].value, NULL, 10);

        if (year > out->last && year < 2200)
            out->last = year;
    }
    for (size_t i = 0; i < facet->value_count; i++) {
        long year = strtol(facet->values[i].value, NULL, 10);
        size_t count = facet->values[i].count;

        if (year > out->last || year + YEARS_MOST <= out->last)
            continue;
        if (year < out->first)
            out->first = year;
        out->counts[out->last - year] = count;
        if (count > out->most)
            out->most = count;
    }
}

static const char *
number(sheet *s, long n)
{
    return arena_print(&s->arena, "%ld", n).ptr;
}

/* Bars are drawn from the left, `at` is the place of this one. */
static void
put_bar(sheet *s, const ask *a, long year, size_t count, size_t most, long at)
{
    html *h = &s->h;
    ask other = *a;
    long height = (long)(count * HEIGHT / most);

    if (height < 2)
        height = 2;
    for (ask_filter f = ASK_YEAR; f <= ASK_TO; f++)
        other.filters[f] = "";
    other.filters[ASK_YEAR] = number(s, year);
    other.page = 1;
    html_open(h, "a", "href", ask_address(s, &other), "tabindex", "-1", NULL);
    html_leaf(h, "title",
        arena_print(
            &s->arena, "%ld: %s", year, sheet_count(s, SAY_DOCUMENTS, count))
            .ptr,
        NULL);
    html_open(h, "rect", "class", "back", "x", number(s, at * STEP), "y", "0",
        "width", number(s, STEP), "height", number(s, HEIGHT), NULL);
    html_close(h);
    html_open(h, "rect", "class", "bar", "data-year", number(s, year), "x",
        number(s, at * STEP + 1), "y", number(s, HEIGHT - height), "width",
        number(s, STEP - 2), "height", number(s, height), NULL);
    html_close(h);
    html_close(h);
}

static void
put_drawing(sheet *s, const ask *a, const histogram *years)
{
    html *h = &s->h;
    long count_of_years = years->last - years->first + 1;
    long width = count_of_years < LEAST_WIDTH ? LEAST_WIDTH : count_of_years;
    const char *about = sheet_fill(s, SAY_YEARS_OF, number(s, years->first));

    html_open(h, "svg", "class", "years", "viewBox",
        arena_print(&s->arena, "0 0 %ld %d", width * STEP, HEIGHT).ptr,
        "preserveAspectRatio", "none", "role", "group", "aria-label",
        arena_print(&s->arena, "%s%ld", about, years->last).ptr, NULL);
    for (long year = years->first; year <= years->last; year++) {
        size_t count = years->counts[years->last - year];

        if (count)
            put_bar(s, a, year, count, years->most, year - years->first);
    }
    html_close(h);
}

static void
put_hidden(sheet *s, const char *name, const char *value)
{
    if (value && *value)
        html_void(&s->h, "input", "type", "hidden", "name", name, "value",
            value, NULL);
}

static void
put_year_field(sheet *s, ask_filter f, say_id label, const char *value)
{
    html *h = &s->h;

    html_open(h, "label", NULL);
    html_leaf(h, "span", sheet_say(s, label), NULL);
    html_void(h, "input", "name", ask_name(f), "value", value, "inputmode",
        "numeric", "size", "4", "maxlength", "4", "pattern", "[0-9]{4}",
        "autocomplete", "off", NULL);
    html_close(h);
}

/* The range as it stands: a chosen year is a range of one. */
static const char *
end_of(sheet *s, const ask *a, ask_filter f, long year)
{
    if (*a->filters[f])
        return a->filters[f];
    return *a->filters[ASK_YEAR] ? a->filters[ASK_YEAR] : number(s, year);
}

static void
put_form(sheet *s, const ask *a, const histogram *years)
{
    html *h = &s->h;

    html_open(h, "form", "class", "range", "action", "/search", NULL);
    put_hidden(s, "q", a->q);
    for (ask_filter f = 0; f < ASK_YEAR; f++)
        put_hidden(s, ask_name(f), a->filters[f]);
    put_hidden(s, "sort", a->sort);
    put_hidden(s, "lang", s->lang);
    put_hidden(s, "embed", s->embedded ? "1" : NULL);
    put_year_field(s, ASK_FROM, SAY_FROM, end_of(s, a, ASK_FROM, years->first));
    put_year_field(s, ASK_TO, SAY_TO, end_of(s, a, ASK_TO, years->last));
    html_leaf(h, "button", sheet_say(s, SAY_APPLY), NULL);
    html_close(h);
}

void
years_put(sheet *s, const ask *a, const tracuu_facet *facet)
{
    html *h = &s->h;
    histogram years;

    read(&years, facet);
    if (!years.most)
        return;
    html_open(h, "section", "class", "facet", NULL);
    html_leaf(h, "h3", sheet_say(s, SAY_YEAR), NULL);
    put_drawing(s, a, &years);
    put_form(s, a, &years);
    html_close(h);
}
