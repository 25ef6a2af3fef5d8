#include "searcher/server/page-tie.h"

#include "searcher/server/page-ask.h"
#include "searcher/server/page-name.h"

static void
put_act(sheet *s, const tracuu_document *d)
{
    const char *name = *d->number ? d->number : name_of(s, d);

    if (*d->date)
        name = arena_print(&s->arena, "%s (%.4s)", name, d->date).ptr;
    html_leaf(&s->h, "a", name, "href", ask_document(s, d->id), "title",
        name_line(s, d), NULL);
}

static void
put_tie(sheet *s, const tracuu_tie *tie)
{
    html *h = &s->h;

    html_open(h, "span", "class", "tie", NULL);
    html_text(h, name_relation(s, tie->relation, tie->label, true));
    for (size_t i = 0; i < tie->act_count; i++) {
        html_text(h, i ? ", " : " ");
        put_act(s, tie->acts[i]);
    }
    if (tie->count > tie->act_count)
        html_text(h, arena_print(&s->arena, " +%s",
                         sheet_number(s, tie->count - tie->act_count))
                         .ptr);
    html_close(h);
}

void
tie_put(sheet *s, const tracuu_document *d)
{
    html *h = &s->h;
    tracuu_ties *ties = NULL;

    html_open(h, "p", "class", "ties", NULL);
    if (d->cited_by &&
        tracuu_ties_of(&ties, s->in->reader, d->key, NULL) == TRACUU_OK)
        for (size_t i = 0; i < ties->count; i++)
            put_tie(s, &ties->at[i]);
    if (d->cited_by)
        html_leaf(h, "span", sheet_count(s, SAY_CITED_BY, d->cited_by), "class",
            "tie", NULL);
    html_open(h, "span", "class", "tie", NULL);
    sheet_link(
        s, NULL, ask_graph(s, d->id, NULL, NULL), sheet_say(s, SAY_GRAPH));
    html_close(h);
    html_close(h);
    tracuu_ties_free(ties);
}
