#include "searcher/server/page-tie.h"

#include "searcher/server/page-ask.h"
#include "searcher/server/page-name.h"

enum {
    KINDS_SHOWN = 2, /* relations */
    ACTS_SHOWN = 2,  /* of each */
    CITED_READ = 150 /* more would cost more than the search */
};

/* A bare mention says little here: it is counted in the end. */
static bool
is_telling(const tracuu_reference *r)
{
    return strcmp(r->relation, "cites") != 0 && !r->news && !r->uncertain;
}

static void
put_act(sheet *s, const tracuu_document *d)
{
    const char *name = *d->number ? d->number : name_of(s, d);

    if (*d->date)
        name = arena_print(&s->arena, "%s (%.4s)", name, d->date).ptr;
    html_leaf(&s->h, "a", name, "href", ask_document(s, d->id), "title",
        name_line(s, d), NULL);
}

/* One relation and the first acts of it; `more`: how many others. */
static void
put_relation(sheet *s, const tracuu_reference *all, size_t count,
    const char *relation, bool incoming)
{
    html *h = &s->h;
    size_t shown = 0, more = 0;

    html_open(h, "span", "class", "tie", NULL);
    for (size_t i = 0; i < count; i++) {
        const tracuu_reference *r = &all[i];

        if (!is_telling(r) || strcmp(r->relation, relation) != 0)
            continue;
        if (shown == ACTS_SHOWN) {
            more++;
            continue;
        }
        if (!shown)
            html_text(h, name_relation(s, r->relation, r->label, incoming));
        html_text(h, shown++ ? ", " : " ");
        put_act(s, r->document);
    }
    if (more)
        html_text(h, arena_print(&s->arena, " +%s", sheet_number(s, more)).ptr);
    html_close(h);
}

/* The first relations of a list; returns how many were shown. */
static size_t
put_relations(sheet *s, const tracuu_reference *all, size_t count,
    bool incoming, size_t most)
{
    const char *seen[KINDS_SHOWN];
    size_t shown = 0;

    for (size_t i = 0; i < count && shown < most; i++) {
        bool known = !is_telling(&all[i]);

        for (size_t k = 0; k < shown; k++)
            known = known || !strcmp(seen[k], all[i].relation);
        if (known)
            continue;
        seen[shown++] = all[i].relation;
        put_relation(s, all, count, all[i].relation, incoming);
    }
    return shown;
}

static void
put_view(sheet *s, const tracuu_view *view)
{
    size_t shown = put_relations(
        s, view->incoming, view->incoming_count, true, KINDS_SHOWN);

    put_relations(
        s, view->outgoing, view->outgoing_count, false, KINDS_SHOWN - shown);
}

static bool
is_tied(const tracuu_view *view)
{
    return view->incoming_count || view->outgoing_count;
}

void
tie_put(sheet *s, const tracuu_document *d)
{
    html *h = &s->h;
    tracuu_views *views = NULL;
    const tracuu_view *view = NULL;

    if (d->cited_by <= CITED_READ &&
        tracuu_show(&views, s->in->reader, d->id, NULL) == TRACUU_OK &&
        views->count == 1)
        view = &views->at[0];
    if (d->cited_by || (view && is_tied(view))) {
        html_open(h, "p", "class", "ties", NULL);
        if (view)
            put_view(s, view);
        if (d->cited_by)
            html_leaf(h, "span", sheet_count(s, SAY_CITED_BY, d->cited_by),
                "class", "tie", NULL);
        html_open(h, "span", "class", "tie", NULL);
        sheet_link(
            s, NULL, ask_graph(s, d->id, NULL, NULL), sheet_say(s, SAY_GRAPH));
        html_close(h);
        html_close(h);
    }
    tracuu_views_free(views);
}
