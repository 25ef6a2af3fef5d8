#include "searcher/server/page-document.h"

#include <stdlib.h>

#include "searcher/server/page-ask.h"
#include "searcher/server/page-card.h"
#include "searcher/server/page-name.h"
#include "searcher/server/page-note.h"
#include "searcher/server/page-outline.h"
#include "searcher/server/page-problem.h"
#include "searcher/server/page-reading.h"
#include "searcher/server/page-relation.h"

void
document_put_choice(sheet *s, const char *name,
    const tracuu_document *const *acts, size_t count)
{
    html *h = &s->h;

    sheet_begin(s, &(sheet_about){.title = name, .look = "choice"});
    html_open(h, "section", "class", "choose", NULL);
    html_open(h, "h1", NULL);
    html_leaf(h, "span", name, "class", "asked", NULL);
    html_text(h, ": ");
    html_text(h, sheet_count(s, SAY_AMBIGUOUS, count));
    html_close(h);
    sheet_leaf(s, "p", NULL, SAY_AMBIGUOUS_ASK);
    note_put_acts(s, acts, count);
    html_close(h);
    sheet_end(s);
}

static void
put_choice(sheet *s, const char *name, const tracuu_views *views)
{
    const tracuu_document **acts =
        arena_array(&s->arena, views->count, sizeof *acts);

    for (size_t i = 0; i < views->count; i++)
        acts[i] = views->at[i].document;
    document_put_choice(s, name, acts, views->count);
}

/* ---- what is worn on top ---- */

static const tracuu_document *
cause_of(const tracuu_view *view)
{
    for (size_t i = 0; i < view->incoming_count; i++)
        if (!strcmp(
                view->incoming[i].document->key, view->document->status_cause))
            return view->incoming[i].document;
    return NULL;
}

static const struct {
    const char *status;
    say_id words;
} banners[] = {
    {"expired", SAY_DEAD},
    {"partly_expired", SAY_CHANGED},
    {"amended", SAY_CHANGED},
    {"suspended", SAY_SUSPENDED},
    {"pending", SAY_WAITING},
};

/* "Được thay thế bởi Nghị định 30/2020/NĐ-CP" */
static void
put_cause(sheet *s, const tracuu_view *view)
{
    const tracuu_document *d = view->document, *cause = cause_of(view);
    const char *label = NULL;
    html *h = &s->h;

    for (size_t i = 0; i < view->incoming_count && cause; i++)
        if (view->incoming[i].document == cause)
            label = name_relation(
                s, view->incoming[i].relation, view->incoming[i].label, true);
    html_text(h, " ");
    html_text(h, label ? label : sheet_say(s, SAY_SEE));
    html_text(h, " ");
    html_leaf(h, "a", cause ? name_of(s, cause) : d->status_cause, "href",
        ask_document(s, cause ? cause->id : d->status_cause), "title",
        cause ? name_line(s, cause) : NULL, NULL);
    html_text(h, ".");
}

static void
put_banner(sheet *s, const tracuu_view *view)
{
    const char *status = view->document->status;
    html *h = &s->h;

    for (size_t i = 0; i < sizeof banners / sizeof *banners; i++) {
        if (strcmp(banners[i].status, status) != 0)
            continue;
        html_open(h, "p", "class",
            arena_print(&s->arena, "banner %s", status).ptr, NULL);
        html_leaf(h, "strong", sheet_say(s, banners[i].words), NULL);
        if (*view->document->status_cause)
            put_cause(s, view);
        html_close(h);
    }
}

static void
put_actions(sheet *s, const tracuu_document *d)
{
    html *h = &s->h;

    html_open(h, "p", "class", "actions", NULL);
    sheet_link(
        s, "button", ask_graph(s, d->id, NULL, NULL), sheet_say(s, SAY_GRAPH));
    html_leaf(h, "button", sheet_say(s, SAY_PRINT), "type", "button", "class",
        "print", "hidden", "", NULL);
    html_close(h);
}

static void
put_title(sheet *s, const tracuu_view *view)
{
    const tracuu_document *d = view->document;
    html *h = &s->h;

    html_open(h, "header", "class", "title", NULL);
    name_identity(s, d, NULL);
    html_leaf(h, "h1", *d->title ? d->title : name_of(s, d), NULL);
    put_actions(s, d);
    put_banner(s, view);
    html_close(h);
}

/* ---- the page ---- */

static size_t
place_asked(sheet *s)
{
    const char *at = s->in->param(s->in, "at");

    if (!at || *at < '0' || *at > '9')
        return SIZE_MAX;
    return (size_t)strtoull(at, NULL, 10);
}

static void
put_middle(sheet *s, const tracuu_view *view, const tracuu_body *body)
{
    html *h = &s->h;

    html_open(h, "div", "class", "middle", NULL);
    if (view->document->stub)
        sheet_leaf(s, "p", "remark", SAY_STUB_TEXT);
    else if (!body || !body->length)
        sheet_leaf(s, "p", "remark", SAY_NO_TEXT);
    else
        reading_put(s, view, body, place_asked(s));
    html_close(h);
}

static void
put_view(sheet *s, const tracuu_view *view, const tracuu_body *body)
{
    const tracuu_document *d = view->document;
    html *h = &s->h;

    sheet_begin(s, &(sheet_about){.title = name_of(s, d),
                       .look = d->stub ? "document absent" : "document",
                       .script = "document.js",
                       .canonical = ask_document(
                           s, *d->key && !*d->part_of ? d->key : d->id)});
    html_open(h, "article", "class", "act", NULL);
    put_title(s, view);
    html_open(h, "div", "class",
        view->outline_count ? "columns outlined" : "columns", NULL);
    outline_put(s, view, body);
    put_middle(s, view, body);
    html_open(h, "aside", "class", "side", "aria-label", sheet_say(s, SAY_CARD),
        NULL);
    card_put(s, view);
    relation_put_all(s, view);
    html_close(h);
    html_close(h);
    html_close(h);
    sheet_end(s);
}

/* The box has the words of the search that led here; they are marked, but
 * the text is whole whatever they are. */
static void
put_one(sheet *s, const tracuu_view *view)
{
    tracuu_body *body = NULL;

    if (!view->document->stub)
        tracuu_body_of(
            &body, s->in->reader, view->document->id, s->query, NULL);
    s->out->partial |= body && body->partial;
    put_view(s, view, body);
    tracuu_body_free(body);
}

void
document_put(sheet *s, const char *name)
{
    tracuu_views *views;
    tracuu_error err;
    tracuu_status status = tracuu_show(&views, s->in->reader, name, &err);

    if (status == TRACUU_NOT_FOUND)
        problem_put_missing(s, name);
    else if (status != TRACUU_OK)
        problem_put(s, &err);
    else if (views->count > 1)
        put_choice(s, name, views);
    else
        put_one(s, &views->at[0]);
    if (status == TRACUU_OK) {
        s->out->partial |= views->partial;
        tracuu_views_free(views);
    }
}
