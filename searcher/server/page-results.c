#include "searcher/server/page-results.h"

#include "searcher/server/page-facet.h"
#include "searcher/server/page-name.h"
#include "searcher/server/page-note.h"
#include "searcher/server/page-problem.h"
#include "searcher/server/page-start.h"
#include "searcher/server/page-tie.h"

enum { PASSAGES_SHOWN = 2, PAGER_AROUND = 2 };

/* ---- a hit ---- */

/* "Điều 5", or the path of headings if that says more; one level of it. */
static const char *
place_of(const tracuu_passage *p)
{
    return *p->label ? p->label : p->heading;
}

static void
put_passage(
    sheet *s, const ask *a, const tracuu_hit *hit, const tracuu_passage *p)
{
    html *h = &s->h;
    const char *to = ask_passage(s, hit->document->id, a->q, p->range.start);

    html_open(h, "li", NULL);
    html_open(h, "p", "class", "snippet", NULL);
    if (*place_of(p)) {
        html_leaf(h, "a", place_of(p), "class", "place", "href", to, "title",
            *p->heading ? p->heading : NULL, NULL);
        html_text(h, " ");
    }
    html_marked(h, p->snippet, p->highlights, p->highlight_count);
    html_close(h);
    html_close(h);
}

static void
put_passages(sheet *s, const ask *a, const tracuu_hit *hit)
{
    html *h = &s->h;

    if (!hit->passage_count)
        return;
    html_open(h, "ul", "class", "passages", NULL);
    for (size_t i = 0; i < hit->passage_count && i < PASSAGES_SHOWN; i++)
        put_passage(s, a, hit, &hit->passages[i]);
    html_close(h);
}

static void
put_parts(sheet *s, const ask *a, const tracuu_hit *hit)
{
    html *h = &s->h;

    if (!hit->part_count)
        return;
    html_open(h, "p", "class", "parts", NULL);
    sheet_leaf(s, "span", NULL, SAY_ALSO);
    for (size_t i = 0; i < hit->part_count; i++)
        sheet_link(s, NULL, ask_passage(s, hit->parts[i]->id, a->q, SIZE_MAX),
            name_of(s, hit->parts[i]));
    html_close(h);
}

static void
put_hit(sheet *s, const ask *a, const tracuu_hit *hit)
{
    html *h = &s->h;
    const tracuu_document *d = hit->document;
    const char *to = ask_passage(s, d->id, a->q, SIZE_MAX);
    bool titled = *d->title && *d->number;

    html_open(h, "li", NULL);
    html_open(h, "article", "class", d->stub ? "hit absent" : "hit", NULL);
    name_identity(s, d, titled ? to : *d->number ? to : NULL);
    html_open(h, "h2", NULL);
    sheet_link(s, NULL, to, *d->title ? d->title : name_of(s, d));
    html_close(h);
    put_passages(s, a, hit);
    put_parts(s, a, hit);
    tie_put(s, d);
    html_close(h);
    html_close(h);
}

/* ---- above the hits ---- */

static void
put_sort(sheet *s, const ask *a)
{
    static const struct {
        const char *sort;
        say_id name;
    } sorts[] = {{"", SAY_SORT_RELEVANCE}, {"newest", SAY_SORT_NEWEST},
        {"oldest", SAY_SORT_OLDEST}};
    html *h = &s->h;

    html_open(
        h, "nav", "class", "sort", "aria-label", sheet_say(s, SAY_SORT), NULL);
    for (size_t i = 0; i < sizeof sorts / sizeof *sorts; i++) {
        ask other = *a;
        bool chosen = strcmp(a->sort, sorts[i].sort) == 0;

        other.sort = sorts[i].sort;
        other.page = 1;
        html_leaf(h, "a", sheet_say(s, sorts[i].name), "href",
            ask_address(s, &other), "aria-current", chosen ? "true" : NULL,
            NULL);
    }
    html_close(h);
}

static void
put_summary(sheet *s, const ask *a, const tracuu_hits *hits)
{
    html *h = &s->h;
    char ms[24];

    html_open(h, "div", "class", "summary", NULL);
    html_open(h, "h1", "class", "total", NULL);
    if (!hits->total_exact)
        html_text(
            h, arena_print(&s->arena, "%s ", sheet_say(s, SAY_ABOUT)).ptr);
    html_text(h, sheet_count(s, SAY_DOCUMENTS, hits->total));
    html_close(h);
    snprintf(ms, sizeof ms, "%.0f", (double)hits->took_us / 1000 + 0.5);
    html_leaf(h, "span", sheet_fill(s, SAY_TOOK, ms), "class", "took", NULL);
    if (hits->count) {
        html_leaf(h, "a", sheet_say(s, SAY_FILTERS), "class", "to-filters",
            "href", "#filters", NULL);
        put_sort(s, a);
    }
    html_close(h);
}

static void
put_suggestion(sheet *s, const ask *a, const tracuu_hits *hits)
{
    ask other = *a;
    html *h = &s->h;

    other.q = ask_typed(s, a, hits->suggestion);
    if (!*hits->suggestion || !*other.q || strcmp(other.q, a->q) == 0)
        return;
    other.page = 1;
    html_open(h, "p", "class", "meant", NULL);
    html_text(h, sheet_say(s, SAY_DID_YOU_MEAN));
    html_text(h, " ");
    sheet_link(s, NULL, ask_address(s, &other), other.q);
    html_close(h);
}

/* ---- below them ---- */

static void
put_page_link(sheet *s, const ask *a, unsigned page, const char *text,
    const char *rel, const char *label)
{
    ask other = *a;

    other.page = page;
    html_leaf(&s->h, "a", text, "href", ask_address(s, &other), "rel", rel,
        "aria-label", label, "aria-current", page == a->page ? "page" : NULL,
        NULL);
}

static void
put_page_number(sheet *s, const ask *a, unsigned page)
{
    const char *number = sheet_number(s, page);

    put_page_link(
        s, a, page, number, NULL, sheet_fill(s, SAY_PAGE_NUMBER, number));
}

static void
put_pager(sheet *s, const ask *a, const tracuu_hits *hits)
{
    size_t all = (hits->total + ASK_PAGE_SIZE - 1) / ASK_PAGE_SIZE;
    unsigned pages = all > ASK_PAGES ? ASK_PAGES : (unsigned)all;
    unsigned first = a->page > PAGER_AROUND + 1 ? a->page - PAGER_AROUND : 1;
    html *h = &s->h;

    if (pages < 2)
        return;
    html_open(h, "nav", "class", "pager", "aria-label", sheet_say(s, SAY_PAGER),
        NULL);
    if (a->page > 1)
        put_page_link(s, a, a->page - 1,
            arena_print(&s->arena, "← %s", sheet_say(s, SAY_PREVIOUS)).ptr,
            "prev", NULL);
    if (first > 1)
        put_page_number(s, a, 1);
    if (first > 2)
        html_leaf(h, "span", "…", NULL);
    for (unsigned i = first; i <= pages && i <= a->page + PAGER_AROUND; i++)
        put_page_number(s, a, i);
    if (a->page < pages)
        put_page_link(s, a, a->page + 1,
            arena_print(&s->arena, "%s →", sheet_say(s, SAY_NEXT)).ptr, "next",
            NULL);
    html_close(h);
}

static void
put_take_away(sheet *s, const ask *a)
{
    html *h = &s->h;

    html_open(h, "p", "class", "take-away", NULL);
    sheet_leaf(s, "span", NULL, SAY_TAKE_AWAY);
    sheet_link(s, NULL, ask_list(s, a, "export"), sheet_say(s, SAY_TAKE_CSV));
    sheet_link(s, NULL, ask_list(s, a, "feed"), sheet_say(s, SAY_TAKE_FEED));
    html_close(h);
}

/* ---- the page ---- */

static void
put_results(sheet *s, const ask *a, const tracuu_hits *hits)
{
    html *h = &s->h;

    html_open(h, "div", "class", "results", "id", "results", NULL);
    put_suggestion(s, a, hits);
    put_summary(s, a, hits);
    facet_put_chosen(s, a);
    if (hits->partial)
        sheet_leaf(s, "p", "remark", SAY_PARTIAL);
    note_put_all(s, a, hits);
    if (hits->count) {
        html_open(h, "ol", "class", "hits", "start",
            sheet_number(s, hits->at[0].rank), NULL);
        for (size_t i = 0; i < hits->count; i++)
            put_hit(s, a, &hits->at[i]);
        html_close(h);
    } else {
        note_put_nothing(s, a, hits);
    }
    put_pager(s, a, hits);
    if (hits->count)
        put_take_away(s, a);
    html_close(h);
}

static tracuu_search_options
options_of(const ask *a)
{
    return (tracuu_search_options){
        .limit = ASK_PAGE_SIZE,
        .offset = (size_t)(a->page - 1) * ASK_PAGE_SIZE,
        .sort = !strcmp(a->sort, "newest")   ? TRACUU_NEWEST
                : !strcmp(a->sort, "oldest") ? TRACUU_OLDEST
                                             : TRACUU_BY_RELEVANCE,
    };
}

void
results_put(sheet *s)
{
    tracuu_search_options options;
    tracuu_hits *hits;
    tracuu_error err;
    ask a;

    ask_read(&a, s->in);
    if (!*a.q && !ask_is_filtered(&a)) {
        start_put(s);
        return;
    }
    options = options_of(&a);
    if (tracuu_search(&hits, s->in->reader, ask_line(s, &a), &options, &err) !=
        TRACUU_OK) {
        problem_put(s, &err);
        return;
    }
    s->out->partial = hits->partial;
    sheet_begin(s, &(sheet_about){.title = sheet_fill(s, SAY_RESULTS_FOR, a.q),
                       .look = "search",
                       .script = "results.js"});
    html_open(&s->h, "div", "class",
        hits->facet_count && hits->total ? "columns" : "columns alone", NULL);
    put_results(s, &a, hits);
    if (hits->facet_count && hits->total)
        facet_put(s, &a, hits);
    html_close(&s->h);
    sheet_end(s);
    tracuu_hits_free(hits);
}
