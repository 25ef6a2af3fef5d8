#include "searcher/show.h"

#include <stdlib.h>

#include "common/base/memory.h"
#include "common/document/fields.h"
#include "searcher/lookup-copies.h"

enum { SHOWN_LATE = 10 /* of a list, when the time is over */ };

/* Views and what they hold are freed together. */
typedef struct held_views {
    tracuu_views views; /* first, so that its address is the whole's */
    arena arena;
} held_views;

/* An act cannot speak of what came after it: either its own day was read
 * wrongly, or another act is meant. */
static bool
is_against_time(const edge *e, const found *self, bool outgoing)
{
    const found *from = outgoing ? self : &e->other;
    const found *to = outgoing ? &e->other : self;

    return e->relation < REL_SELF && !e->news && from->date % 100 &&
           to->date % 100 && from->date < to->date;
}

/* An edge as people and programs see it, from the act that was asked for;
 * `outgoing`: that act refers. */
static tracuu_reference
show_reference(resolver *with, const edge *e, const found *self, bool outgoing)
{
    arena *a = with->arena;
    const relation_info *about = relation_about(e->relation);
    const relation_info *seen =
        outgoing ? about : relation_about(about->inverse);
    tracuu_reference r = {
        .relation = about->code,
        .label = seen->vietnamese,
        .document = resolver_document(with, &e->other),
        .provision = arena_string(a, e->provision),
        .sentence = arena_string(a, e->sentence),
        .mention = e->mention,
        .place = e->place,
        .points = e->points,
        .rule = arena_string(a, e->rule),
        .confidence = e->confidence,
        .uncertain = e->uncertain,
        .news = e->news,
    };

    r.against_time = is_against_time(e, self, outgoing);
    if (e->teller) {
        found teller = resolver_home(with, e->teller);

        r.told_by = resolver_document(with, &teller);
    }
    return r;
}

/* References whose document cannot be read are left out: `verify` finds that
 * damage, and the rest is still worth showing. */
static const tracuu_reference *
references_of(resolver *with, const edge_list *edges, const found *self,
    bool outgoing, size_t *count)
{
    tracuu_reference *all = arena_array(with->arena, edges->count, sizeof *all);

    *count = 0;
    for (size_t i = 0; i < edges->count; i++) {
        if (i >= SHOWN_LATE && reader_is_late(with->reader))
            break;
        all[*count] = show_reference(with, &edges->at[i], self, outgoing);
        if (all[*count].document)
            ++*count;
    }
    return all;
}

static void
fill_outline(tracuu_view *view, arena *a, const record *r)
{
    tracuu_section *all = arena_array(a, r->section_count, sizeof *all);

    for (size_t i = 0; i < r->section_count; i++) {
        const record_section *s = &r->sections[i];

        all[i] = (tracuu_section){
            .label = arena_string(a, s->label),
            .heading = arena_string(a, s->heading),
            .range = {s->start, s->end},
            .points = s->points,
        };
        if (s->parent >= 0 && (size_t)s->parent < i)
            all[i].depth = all[s->parent].depth + 1;
    }
    view->outline = all;
    view->outline_count = r->section_count;
}

static tracuu_status
fill_copies(
    tracuu_view *view, resolver *with, const found *what, tracuu_error *err)
{
    const tracuu_document **all;
    copy_groups groups;
    tracuu_status status;

    if (!what->entry || !what->key.len)
        return TRACUU_OK;
    status = copies_of_key(&groups, with->reader, with->arena, what->key, err);
    for (size_t i = 0; status == TRACUU_OK && i < groups.count; i++) {
        const copy_group *g = &groups.at[i];
        bool mine = false;

        for (size_t k = 0; k < g->count; k++)
            mine = mine || g->at[k] == what->entry;
        if (!mine)
            continue;
        all = arena_array(with->arena, g->count, sizeof *all);
        for (size_t k = 0; k < g->count; k++) {
            found copy = {.entry = g->at[k], .key = what->key};
            const tracuu_document *d = resolver_document(with, &copy);

            if (d && copy.entry != what->entry)
                all[view->copy_count++] = d;
        }
        view->copies = all;
    }
    return status;
}

/* The items of former:<id>, see fields.h: the newest is the last. */
static tracuu_status
fill_former(tracuu_view *view, resolver *with, span id, tracuu_error *err)
{
    const char **all;
    size_t count = 0;
    span lines, line, rest, day;
    tracuu_status status = store_metadata(with->reader->documents, with->arena,
        field_term(with->arena, "former:", id), &lines, err);

    if (status != TRACUU_OK || !lines.len)
        return status;
    for (rest = lines; span_next_line(&rest, &line);)
        count++;
    all = arena_array(with->arena, count, sizeof *all);
    view->former_count = count;
    view->former = all;
    while (count && span_next_line(&lines, &line)) {
        span_next_field(&line, ' ', &day);
        all[--count] = arena_string(with->arena, line);
    }
    return TRACUU_OK;
}

static tracuu_status
fill_record(
    tracuu_view *view, resolver *with, const found *what, tracuu_error *err)
{
    arena scratch = ARENA_INIT;
    tracuu_status status;
    record r;

    if (!what->entry)
        return TRACUU_OK;
    status = lookup_record(
        with->reader, &scratch, what->entry, RECORD_WHOLE, &r, err);
    if (status == TRACUU_OK)
        fill_outline(view, with->arena, &r);
    if (status == TRACUU_OK)
        status = fill_former(view, with, r.id, err);
    arena_release(&scratch);
    return status;
}

static tracuu_status
fill_view(
    tracuu_view *view, resolver *with, const found *what, tracuu_error *err)
{
    edge_list outgoing, incoming;
    tracuu_status status;

    status =
        lookup_document(with->reader, with->arena, what, &view->document, err);
    if (status == TRACUU_OK)
        status = fill_record(view, with, what, err);
    if (status == TRACUU_OK)
        status = fill_copies(view, with, what, err);
    if (status == TRACUU_OK)
        status = edge_around(&outgoing, &incoming, with, what, err);
    if (status != TRACUU_OK)
        return status;
    view->outgoing =
        references_of(with, &outgoing, what, true, &view->outgoing_count);
    view->incoming =
        references_of(with, &incoming, what, false, &view->incoming_count);
    return TRACUU_OK;
}

tracuu_status
show_documents(const tracuu_document ***out, resolver *with, found_list *list,
    tracuu_error *err)
{
    tracuu_status status = TRACUU_OK;

    *out = arena_array(with->arena, list->count, sizeof **out);
    for (size_t i = 0; status == TRACUU_OK && i < list->count; i++) {
        if (i >= SHOWN_LATE && reader_is_late(with->reader)) {
            list->count = i;
            break;
        }
        status = lookup_document(
            with->reader, with->arena, &list->at[i], &(*out)[i], err);
    }
    return status;
}

static tracuu_status
fill_views(
    held_views *held, resolver *with, found_list *list, tracuu_error *err)
{
    tracuu_view *views = arena_array(&held->arena, list->count, sizeof *views);
    const tracuu_document **documents;
    tracuu_status status;

    held->views = (tracuu_views){.at = views, .count = list->count};
    if (list->count == 1)
        return fill_view(views, with, &list->at[0], err);
    status = show_documents(&documents, with, list, err);
    held->views.count = list->count;
    for (size_t i = 0; status == TRACUU_OK && i < list->count; i++)
        views[i].document = documents[i];
    return status;
}

tracuu_status
tracuu_show(tracuu_views **out, tracuu_reader *reader, const char *name,
    tracuu_error *err)
{
    held_views *held = memory_take_zero(1, sizeof *held);
    found_list list = {NULL, 0};
    tracuu_status status;
    resolver with;

    *out = NULL;
    resolver_init(&with, reader, &held->arena);
    status = lookup_asked(reader, &held->arena, name, &list, err);
    if (status == TRACUU_OK)
        status = fill_views(held, &with, &list, err);
    held->views.partial = reader->until.passed;
    if (status == TRACUU_OK)
        *out = &held->views;
    else
        tracuu_views_free(&held->views);
    return status;
}

void
tracuu_views_free(tracuu_views *views)
{
    held_views *held = (held_views *)views;

    if (!held)
        return;
    arena_release(&held->arena);
    free(held);
}
