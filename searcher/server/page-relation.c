#include "searcher/server/page-relation.h"

#include "searcher/server/page-ask.h"
#include "searcher/server/page-name.h"

enum {
    OPEN = 5,    /* entries of a group that are seen at once */
    MOST = 200,  /* that are listed */
    GROUPS = 64, /* relations there can be */
    MANY = 12    /* entries that call for a filter */
};

/* One relation in one direction. */
typedef struct group {
    const char *relation, *label;
    bool incoming;
    size_t count;
} group;

static size_t
find_groups(
    group *groups, const tracuu_reference *all, size_t count, bool incoming)
{
    size_t found = 0;

    for (size_t i = 0; i < count; i++) {
        size_t k = 0;

        while (k < found && strcmp(groups[k].relation, all[i].relation) != 0)
            k++;
        if (k == GROUPS)
            continue;
        if (k == found)
            groups[found++] =
                (group){all[i].relation, all[i].label, incoming, 0};
        groups[k].count++;
    }
    return found;
}

/* ---- an entry ---- */

static void
put_remarks(sheet *s, const tracuu_reference *r)
{
    html *h = &s->h;

    if (r->uncertain)
        sheet_leaf(s, "span", "doubt", SAY_UNCERTAIN);
    if (r->against_time)
        sheet_leaf(s, "span", "doubt", SAY_AGAINST_TIME);
    if (r->told_by)
        html_leaf(h, "a", sheet_fill(s, SAY_TOLD_BY, name_of(s, r->told_by)),
            "class", "told", "href", ask_document(s, r->told_by->id), NULL);
}

static void
put_sentence(sheet *s, const tracuu_reference *r)
{
    html *h = &s->h;

    if (!*r->sentence)
        return;
    html_open(h, "blockquote", "lang", "vi", NULL);
    html_open(h, "p", NULL);
    html_marked(h, r->sentence, &r->mention, 1);
    html_close(h);
    html_close(h);
}

static void
put_entry(sheet *s, const tracuu_reference *r)
{
    const tracuu_document *d = r->document;
    html *h = &s->h;

    html_open(h, "li", NULL);
    name_identity(s, d, ask_document(s, d->id));
    if (*d->title) {
        html_open(h, "p", "class", "title", NULL);
        if (*d->number)
            html_text(h, d->title);
        else
            sheet_link(s, NULL, ask_document(s, d->id), d->title);
        html_close(h);
    }
    put_sentence(s, r);
    put_remarks(s, r);
    html_close(h);
}

/* ---- a group ---- */

static void
put_entries(sheet *s, const group *g, const tracuu_reference *all, size_t count,
    size_t first, size_t last)
{
    size_t at = 0;

    html_open(&s->h, "ul", "class", "entries", NULL);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(all[i].relation, g->relation) != 0)
            continue;
        if (at >= first && at < last)
            put_entry(s, &all[i]);
        at++;
    }
    html_close(&s->h);
}

/* The search that has the same documents, with facets to narrow them. */
static void
put_search(sheet *s, const group *g, const tracuu_document *d)
{
    const char *name = *d->key ? d->key : d->id;
    html *h = &s->h;

    if (!g->incoming || g->count <= OPEN)
        return;
    html_open(h, "p", "class", "all", NULL);
    sheet_link(s, NULL,
        ask_search(
            s, arena_print(&s->arena, "%s:\"%s\"", g->relation, name).ptr),
        sheet_say(s, SAY_ALL_OF_THEM));
    html_close(h);
}

static void
put_group(sheet *s, const group *g, const tracuu_view *view)
{
    const tracuu_reference *all = g->incoming ? view->incoming : view->outgoing;
    size_t count = g->incoming ? view->incoming_count : view->outgoing_count;
    size_t most = g->count < MOST ? g->count : MOST;
    html *h = &s->h;

    html_open(h, "section", "class", "group", NULL);
    html_open(h, "h3", NULL);
    html_text(h, name_relation(s, g->relation, g->label, g->incoming));
    html_text(h, " ");
    html_leaf(h, "span", sheet_number(s, g->count), "class", "count", NULL);
    html_close(h);
    put_entries(s, g, all, count, 0, OPEN);
    if (most > OPEN) {
        html_open(h, "details", NULL);
        html_leaf(h, "summary",
            sheet_fill(s, SAY_MORE_VALUES, sheet_number(s, most - OPEN)), NULL);
        put_entries(s, g, all, count, OPEN, most);
        html_close(h);
    }
    put_search(s, g, view->document);
    html_close(h);
}

static void
put_side(sheet *s, const tracuu_view *view, bool incoming)
{
    size_t count = incoming ? view->incoming_count : view->outgoing_count;
    group groups[GROUPS];
    size_t found;

    if (!count)
        return;
    found = find_groups(
        groups, incoming ? view->incoming : view->outgoing, count, incoming);
    for (size_t i = 0; i < found; i++)
        put_group(s, &groups[i], view);
}

void
relation_put_all(sheet *s, const tracuu_view *view)
{
    size_t count = view->incoming_count + view->outgoing_count;
    html *h = &s->h;

    html_open(h, "section", "class", "relations", NULL);
    html_leaf(h, "h2", sheet_say(s, SAY_RELATIONS), NULL);
    if (!count)
        sheet_leaf(s, "p", "remark", SAY_ALONE);
    if (count > MANY)
        html_void(h, "input", "type", "search", "class", "filter-list",
            "placeholder", sheet_say(s, SAY_FILTER_LIST), "aria-label",
            sheet_say(s, SAY_FILTER_LIST), "hidden", "", NULL);
    put_side(s, view, true);
    put_side(s, view, false);
    html_close(h);
}
