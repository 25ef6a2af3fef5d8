#include "searcher/server/page-facet.h"

#include <stdlib.h>

#include "searcher/server/page-name.h"
#include "searcher/server/page-years.h"

enum { VALUES_SHOWN = 6, VALUES_MOST = 40 };

/* ---- what is chosen ---- */

/* What a chosen value is called in its chip. */
static const char *
chip_name(sheet *s, const ask *a, ask_filter f)
{
    const char *value = name_value(s, ask_name(f), a->filters[f]);

    if (f == ASK_FROM || f == ASK_TO || f == ASK_YEAR)
        return arena_print(
            &s->arena, "%s %s", sheet_say(s, ask_label(f)), value)
            .ptr;
    return value;
}

void
facet_put_chosen(sheet *s, const ask *a)
{
    html *h = &s->h;
    ask none = *a;

    if (!ask_is_filtered(a))
        return;
    html_open(h, "ul", "class", "chosen", "aria-label",
        sheet_say(s, SAY_CHOSEN), NULL);
    none.page = 1;
    for (ask_filter f = 0; f < ASK_FILTERS; f++) {
        ask other = *a;
        const char *name;

        if (!*a->filters[f])
            continue;
        other.filters[f] = none.filters[f] = "";
        other.page = 1;
        name = chip_name(s, a, f);
        html_open(h, "li", NULL);
        html_open(h, "a", "class", "chip", "href", ask_address(s, &other),
            "title", sheet_fill(s, SAY_REMOVE, name), NULL);
        html_text(h, name);
        html_leaf(h, "span", "✕", "aria-hidden", "true", NULL);
        html_close(h);
        html_close(h);
    }
    html_open(h, "li", NULL);
    sheet_link(s, "plain", ask_address(s, &none), sheet_say(s, SAY_REMOVE_ALL));
    html_close(h);
    html_close(h);
}

/* ---- what can be chosen ---- */

static void
put_value(sheet *s, const ask *a, ask_filter f, const tracuu_facet_value *v)
{
    html *h = &s->h;
    ask other = *a;
    bool chosen = strcmp(a->filters[f], v->value) == 0;

    other.filters[f] = chosen ? "" : v->value;
    other.page = 1;
    html_open(h, "li", NULL);
    html_open(h, "a", "href", ask_address(s, &other), "rel", "nofollow",
        "aria-current", chosen ? "true" : NULL, NULL);
    html_leaf(h, "span", name_value(s, ask_name(f), v->value), NULL);
    html_leaf(h, "span", sheet_number(s, v->count), "class", "count", NULL);
    html_close(h);
    html_close(h);
}

static void
put_values(sheet *s, const ask *a, ask_filter f, const tracuu_facet *facet,
    size_t first, size_t last)
{
    html_open(&s->h, "ul", NULL);
    for (size_t i = first; i < last; i++)
        put_value(s, a, f, &facet->values[i]);
    html_close(&s->h);
}

static void
put_facet(sheet *s, const ask *a, ask_filter f, const tracuu_facet *facet)
{
    size_t count =
        facet->value_count < VALUES_MOST ? facet->value_count : VALUES_MOST;
    size_t shown = count <= VALUES_SHOWN + 1 ? count : VALUES_SHOWN;
    html *h = &s->h;

    if (!count || (count == 1 && !*a->filters[f] && f == ASK_SECRECY))
        return;
    html_open(h, "section", "class", "facet", NULL);
    html_leaf(h, "h3", sheet_say(s, ask_label(f)), NULL);
    put_values(s, a, f, facet, 0, shown);
    if (shown < count) {
        html_open(h, "details", NULL);
        html_leaf(h, "summary",
            sheet_fill(s, SAY_MORE_VALUES, sheet_number(s, count - shown)),
            NULL);
        put_values(s, a, f, facet, shown, count);
        html_close(h);
    }
    html_close(h);
}

static const tracuu_facet *
find_facet(const tracuu_hits *hits, const char *name)
{
    for (size_t i = 0; i < hits->facet_count; i++)
        if (strcmp(hits->facets[i].name, name) == 0)
            return &hits->facets[i];
    return NULL;
}

void
facet_put(sheet *s, const ask *a, const tracuu_hits *hits)
{
    static const ask_filter order[] = {ASK_KIND, ASK_STATUS, ASK_YEAR,
        ASK_ISSUER, ASK_PLACE, ASK_TERM, ASK_SECRECY};
    html *h = &s->h;

    html_open(h, "aside", "class", "filters", "id", "filters", "aria-label",
        sheet_say(s, SAY_FILTERS), NULL);
    html_open(h, "div", "class", "filters-head", NULL);
    html_leaf(h, "h2", sheet_say(s, SAY_FILTERS), NULL);
    html_leaf(h, "a", sheet_say(s, SAY_FILTERS_DONE), "class", "done", "href",
        "#results", NULL);
    html_close(h);
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        const tracuu_facet *facet = find_facet(hits, ask_name(order[i]));

        if (facet && order[i] == ASK_YEAR)
            years_put(s, a, facet);
        else if (facet)
            put_facet(s, a, order[i], facet);
    }
    html_close(h);
}
