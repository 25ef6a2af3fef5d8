#include "indexer/offers.h"

#include <stdlib.h>

#include "common/base/map.h"
#include "common/base/vec.h"
#include "common/document/fields.h"
#include "common/document/offer.h"

#define COUNTED "tracuu.offers"
#define CITED "XRA:"

/* What counts of a document. */
typedef struct face {
    bool hidden; /* some may not see it */
    bool act;
    uint32_t cited;
    unsigned year;
} face;

/* The best document of one term. */
typedef struct title {
    span text;
    uint32_t entry, merit;
} title;

typedef struct writer {
    store_reader *reader;
    store_writer *documents;
    arena arena;
    VEC(face) faces; /* by entry */
    size_t hidden;
    map cited; /* key -> documents that cite it */
    VEC(title) titles;
    span prefix; /* of the terms that are read */
    tracuu_error *err;
    tracuu_status status;
} writer;

static face *
face_of(writer *w, uint32_t entry)
{
    while (w->faces.count <= entry)
        vec_push(&w->faces, (face){.cited = 0});
    return &w->faces.at[entry];
}

/* ---- who may be seen ---- */

static bool
hide(void *payload, uint32_t entry)
{
    writer *w = payload;

    face_of(w, entry)->hidden = true;
    w->hidden++;
    return true;
}

static bool
take_label(void *payload, span term, uint32_t frequency)
{
    writer *w = payload;

    (void)frequency;
    if (!span_equal(term, field_label_term(&w->arena, (span){NULL, 0})))
        w->status = store_walk_entries(w->reader, term, hide, w, w->err);
    return !w->status;
}

/* ---- who is cited ---- */

typedef struct open_count {
    writer *writer;
    uint32_t count;
} open_count;

static bool
count_open(void *payload, uint32_t entry)
{
    open_count *c = payload;

    c->count += !face_of(c->writer, entry)->hidden;
    return true;
}

static bool
take_cited(void *payload, span term, uint32_t frequency)
{
    writer *w = payload;
    open_count c = {w, w->hidden ? 0 : frequency};
    span key = arena_copy(&w->arena, span_from(term, strlen(CITED)));
    bool is_new;

    if (w->hidden)
        w->status = store_walk_entries(w->reader, term, count_open, &c, w->err);
    *map_put(&w->cited, key, &is_new) = c.count;
    return !w->status;
}

static bool
take_key(void *payload, uint32_t entry, span key)
{
    writer *w = payload;
    face *f = face_of(w, entry);
    size_t *cited = map_find(&w->cited, key);

    f->act = true;
    f->cited = cited ? (uint32_t)*cited : 0;
    return true;
}

static bool
take_date(void *payload, uint32_t entry, span day)
{
    face *f = face_of(payload, entry);

    for (size_t i = 0; i < day.len && i < 4; i++)
        f->year = 10 * f->year + (unsigned)(day.ptr[i] - '0');
    return true;
}

static tracuu_status
read_faces(writer *w)
{
    tracuu_status status =
        store_walk_terms(w->reader, SPAN("I"), SPAN(""), take_label, w, w->err);

    if (!status && !w->status)
        status = store_walk_terms(
            w->reader, SPAN(CITED), SPAN(""), take_cited, w, w->err);
    if (!status && !w->status)
        status = store_walk_values(w->reader, SLOT_KEY, take_key, w, w->err);
    if (!status && !w->status)
        status = store_walk_values(w->reader, SLOT_DATE, take_date, w, w->err);
    return status ? status : w->status;
}

/* ---- the best document of a term ---- */

static bool
take_title(void *payload, span term, uint32_t frequency)
{
    writer *w = payload;
    span text = arena_copy(&w->arena, span_from(term, w->prefix.len));

    vec_push(&w->titles, (title){text, 0, frequency});
    return true;
}

typedef struct contest {
    writer *writer;
    title *title;
    uint32_t copies;
    bool hidden;
} contest;

static bool
compare_entry(void *payload, uint32_t entry)
{
    contest *c = payload;
    const face *f = face_of(c->writer, entry);
    offer o = {f->act, f->cited, f->year, c->title->text.len, c->copies};
    uint32_t merit = offer_merit(&o);

    if (c->title->entry &&
        (f->hidden > c->hidden ||
            (f->hidden == c->hidden && merit <= c->title->merit)))
        return true;
    c->title->entry = entry;
    c->title->merit = merit;
    c->hidden = f->hidden;
    return true;
}

static tracuu_status
read_titles(writer *w, const char *prefix)
{
    tracuu_status status;

    w->prefix = span_of(prefix);
    w->titles.count = 0;
    status =
        store_walk_terms(w->reader, w->prefix, SPAN(""), take_title, w, w->err);
    for (size_t i = 0; i < w->titles.count && !status; i++) {
        span term = arena_print(
            &w->arena, "%s%.*s", prefix, SPAN_PRINT(w->titles.at[i].text));
        contest c = {w, &w->titles.at[i], w->titles.at[i].merit, false};

        status = store_walk_entries(w->reader, term, compare_entry, &c, w->err);
    }
    return status;
}

/* ---- the lists ---- */

typedef struct best {
    const title *at[OFFER_LIST];
    size_t count;
} best;

static void
best_take(best *b, const title *t)
{
    size_t at = b->count;

    for (size_t i = 0; i < b->count; i++)
        if (b->at[i]->entry == t->entry)
            return;
    if (at == OFFER_LIST && b->at[at - 1]->merit >= t->merit)
        return;
    if (at == OFFER_LIST)
        at--;
    else
        b->count++;
    for (; at && b->at[at - 1]->merit < t->merit; at--)
        b->at[at] = b->at[at - 1];
    b->at[at] = t;
}

static tracuu_status
write_list(writer *w, size_t first, size_t last, size_t length)
{
    const title *all = w->titles.at;
    strbuf list = STRBUF_INIT;
    best b = {.count = 0};
    span name = offer_name(
        &w->arena, w->prefix.ptr, span_slice(all[first].text, 0, length));
    tracuu_status status;

    for (size_t i = first; i < last; i++)
        best_take(&b, &all[i]);
    for (size_t i = 0; i < b.count; i++)
        offer_add(&list, b.at[i]->entry);
    status = store_set_metadata(w->documents, name, strbuf_span(&list), w->err);
    strbuf_release(&list);
    return status;
}

/* The lists of all beginnings of `length` bytes of the titles [first, last),
 * which share the byte before; adds those that go on to be frequent. */
typedef struct range {
    size_t first, last, length;
} range;

typedef VEC(range) range_list;

static bool
same_byte(const title *a, const title *b, size_t at)
{
    return a->text.len > at && b->text.len > at &&
           a->text.ptr[at] == b->text.ptr[at];
}

/* Pushes the parts of `r` that share one byte more. */
static void
split(const writer *w, range_list *open, range r)
{
    const title *all = w->titles.at;
    size_t first = r.first;

    while (first < r.last) {
        size_t last = first + 1;

        while (last < r.last && same_byte(&all[first], &all[last], r.length))
            last++;
        if (last - first > OFFER_MANY && r.length < OFFER_BEGINNING)
            vec_push(open, (range){first, last, r.length + 1});
        first = last;
    }
}

static tracuu_status
write_lists(writer *w)
{
    range_list open = VEC_INIT;
    tracuu_status status = TRACUU_OK;

    split(w, &open, (range){0, w->titles.count, 0});
    while (open.count && !status) {
        range r = open.at[--open.count];

        status = write_list(w, r.first, r.last, r.length);
        split(w, &open, r);
    }
    vec_release(&open);
    return status;
}

static tracuu_status
note_count(writer *w)
{
    uint32_t count = 0;
    tracuu_status status = store_entries(w->reader, &count, w->err);

    if (status)
        return status;
    return store_set_metadata(w->documents, SPAN(COUNTED),
        arena_print(&w->arena, "%u", count), w->err);
}

tracuu_status
offers_write(store_writer *documents, store_reader *reader, tracuu_error *err)
{
    static const char *const prefixes[] = {OFFER_TITLE, OFFER_NUMBER};
    writer w = {.reader = reader, .documents = documents, .err = err};
    tracuu_status status = read_faces(&w);

    for (size_t i = 0; i < 2 && !status; i++) {
        status = read_titles(&w, prefixes[i]);
        if (!status)
            status = write_lists(&w);
    }
    if (!status)
        status = note_count(&w);
    vec_release(&w.faces);
    vec_release(&w.titles);
    map_release(&w.cited);
    arena_release(&w.arena);
    return status;
}

bool
offers_are_old(store_reader *reader)
{
    arena a = ARENA_INIT;
    span value = {NULL, 0};
    uint32_t now = 0;
    unsigned long then;

    store_metadata(reader, &a, SPAN(COUNTED), &value, NULL);
    then = value.len ? strtoul(value.ptr, NULL, 10) : 0;
    store_entries(reader, &now, NULL);
    arena_release(&a);
    return now > then + then / 4 || then > now + now / 4;
}
