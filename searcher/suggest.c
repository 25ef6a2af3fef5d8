/* suggest: what could be meant by the beginning of a query.
 *
 * Titles, alone or behind kind and number, and numbers, that start so; the
 * acts that are cited most come first.  If there are few, titles that have
 * the words further on follow.
 */
#include <stdlib.h>

#include "common/base/memory.h"
#include "common/document/fields.h"
#include "common/text/normalize.h"
#include "common/text/symbol.h"
#include "searcher/hits-group.h"
#include "searcher/lookup-memo.h"
#include "searcher/lookup.h"
#include "searcher/rerank.h"

enum {
    LIMIT = 10,
    LIMIT_MAX = 100,
    FOUND = 4,         /* times the limit: documents whose titles are read */
    TERMS = 200,       /* looked at of those that start so */
    PREFIX_BYTES = 200 /* of what is typed */
};

/* A document that may be suggested. */
typedef struct choice {
    uint32_t entry;
    uint32_t cited;
    span term;
} choice;

typedef struct list {
    tracuu_suggestions out; /* first: what the caller has */
    arena arena;
    tracuu_reader *reader;
    tracuu_suggestion *at;
    size_t limit;
    memo known; /* texts that are there already */
    choice choices[TERMS];
    size_t choice_count;
} list;

/* ---- one suggestion ---- */

static span
named(arena *a, const record *r)
{
    if (!r->kind.len || !r->number.len)
        return r->title;
    return arena_print(a, "%.*s %.*s %.*s", SPAN_PRINT(r->kind),
        SPAN_PRINT(r->number), SPAN_PRINT(r->title));
}

static void
add_text(list *l, span text, span id)
{
    arena *a = &l->arena;
    span folded = normalize_folded(a, text);

    if (!folded.len || l->out.count == l->limit || memo_find(&l->known, folded))
        return;
    memo_add(&l->known, folded, l);
    l->at[l->out.count++] =
        (tracuu_suggestion){arena_string(a, text), arena_string(a, id)};
}

/* The title if that is what starts with `prefix`, else with its number. */
static tracuu_status
add_entry(list *l, uint32_t entry, span prefix, tracuu_error *err)
{
    record r;
    tracuu_status status =
        lookup_record(l->reader, &l->arena, entry, RECORD_HEAD, &r, err);

    if (status)
        return status;
    if (span_starts_with(normalize_folded(&l->arena, r.title), prefix))
        add_text(l, r.title, r.id);
    else
        add_text(l, named(&l->arena, &r), r.id);
    return TRACUU_OK;
}

/* ---- terms that start so ---- */

static bool
take_term(void *payload, span term, uint32_t frequency)
{
    list *l = payload;

    (void)frequency;
    l->choices[l->choice_count++].term = arena_copy(&l->arena, term);
    return l->choice_count < TERMS;
}

typedef struct visible {
    tracuu_reader *reader;
    uint32_t entry;
} visible;

static bool
take_visible(void *payload, uint32_t entry)
{
    visible *v = payload;

    if (reader_may_see(v->reader, entry))
        v->entry = entry;
    return !v->entry;
}

static tracuu_status
find_entry(list *l, choice *c, tracuu_error *err)
{
    visible v = {l->reader, 0};
    span key = {NULL, 0};
    tracuu_status status = store_walk_entries(
        l->reader->documents, c->term, take_visible, &v, err);

    c->entry = v.entry;
    if (!status && v.entry)
        status = store_value_of(
            l->reader->documents, &l->arena, v.entry, SLOT_KEY, &key, err);
    if (!status && key.len && l->reader->sees_all)
        c->cited = store_frequency(
            l->reader->documents, field_edge_term(&l->arena, "A", key));
    else if (!status && key.len)
        c->cited = (uint32_t)lookup_cited_by(l->reader, &l->arena, key);
    return status;
}

static int
by_cited(const void *a, const void *b)
{
    const choice *x = a, *y = b;

    if (x->cited != y->cited)
        return x->cited < y->cited ? 1 : -1;
    return span_compare(x->term, y->term);
}

static tracuu_status
add_terms(
    list *l, const char *start, span prefix, span title, tracuu_error *err)
{
    tracuu_status status;

    l->choice_count = 0;
    if (!prefix.len)
        return TRACUU_OK;
    status = store_walk_terms(l->reader->documents,
        arena_print(&l->arena, "%s%.*s", start, SPAN_PRINT(prefix)),
        (span){NULL, 0}, take_term, l, err);
    for (size_t i = 0; i < l->choice_count && !status; i++)
        if (i < l->limit || !reader_is_late(l->reader))
            status = find_entry(l, &l->choices[i], err);
    if (!status)
        qsort(l->choices, l->choice_count, sizeof *l->choices, by_cited);
    for (size_t i = 0; i < l->choice_count && !status; i++)
        if (l->choices[i].entry && l->out.count < l->limit)
            status = add_entry(l, l->choices[i].entry, title, err);
    return status;
}

/* ---- words anywhere in a title ---- */

/* True if the words of `prefix` stand in a title, the last one begun. */
static bool
has_words(span title, span prefix)
{
    size_t at = span_find(title, prefix, 0);

    while (at < title.len && at && title.ptr[at - 1] != ' ')
        at = span_find(title, prefix, at + 1);
    return at < title.len;
}

static tracuu_status
add_groups(list *l, const group_list *groups, span prefix, tracuu_error *err)
{
    tracuu_status status = TRACUU_OK;

    for (size_t i = 0; i < groups->count && !status; i++) {
        uint32_t entry = 0;
        record r;

        status =
            reader_find(l->reader, &l->arena, groups->at[i].id, &entry, err);
        if (!status && entry)
            status = lookup_record(
                l->reader, &l->arena, entry, RECORD_HEAD, &r, err);
        if (!status && entry &&
            has_words(normalize_folded(&l->arena, r.title), prefix))
            add_text(l, r.title, r.id);
    }
    return status;
}

/* A query for titles: the last word may not be typed to its end. */
static span
title_query(arena *a, span prefix)
{
    const char *blank =
        prefix.ptr ? memrchr(prefix.ptr, ' ', prefix.len) : NULL;
    size_t last = blank ? (size_t)(blank - prefix.ptr) : 0;

    if (!last)
        return arena_print(a, "%.*s*", SPAN_PRINT(prefix));
    return arena_print(a, "title:\"%.*s\" %.*s*", (int)last, prefix.ptr,
        SPAN_PRINT(span_from(prefix, last + 1)));
}

static tracuu_status
add_found(list *l, span prefix, tracuu_error *err)
{
    arena *a = &l->arena;
    query *q = arena_take(a, sizeof *q);
    plan *p = arena_take(a, sizeof *p);
    match_options options = {.limit = MATCH_CANDIDATES};
    group_list groups;
    matches in;
    tracuu_status status;

    query_read(q, a, title_query(a, prefix));
    status = plan_make(p, a, l->reader, q, err);
    if (!status)
        status = match_run(&in, a, l->reader, p, &options, err);
    if (status)
        return status;
    rerank_run(in.at, in.ranked, a, l->reader, p, NULL);
    rerank_rest(in.at, in.ranked, in.count);
    status = group_passages(
        &groups, a, l->reader, in.at, in.count, FOUND * l->limit, err);
    return status ? status : add_groups(l, &groups, prefix, err);
}

/* ---- all ---- */

static tracuu_status
fill(list *l, const char *typed, tracuu_error *err)
{
    arena *a = &l->arena;
    span text = arena_copy(a, span_of(typed));
    span folded;
    tracuu_status status = reader_refresh(l->reader, err);

    if (text.len > PREFIX_BYTES)
        text.len = PREFIX_BYTES;
    text = normalize_clean(a, text).text;
    folded = normalize_folded(a, text);
    if (!status)
        status = add_terms(l, "XT", folded, folded, err);
    if (!status && folded.len && folded.ptr[0] <= '9')
        status = add_terms(l, "XNUM", symbol_fold(a, text), folded, err);
    if (!status && folded.len && l->out.count < l->limit &&
        !reader_is_late(l->reader))
        status = add_found(l, folded, err);
    return status;
}

tracuu_status
tracuu_suggest(tracuu_suggestions **out, tracuu_reader *reader,
    const char *prefix, size_t limit, tracuu_error *err)
{
    list *l = memory_take_zero(1, sizeof *l);
    tracuu_status status;

    *out = NULL;
    l->reader = reader;
    l->limit = limit && limit < LIMIT_MAX ? limit : limit ? LIMIT_MAX : LIMIT;
    l->known.arena = &l->arena;
    l->at = arena_array(&l->arena, l->limit, sizeof *l->at);
    l->out.at = l->at;
    status = fill(l, prefix, err);
    if (status) {
        tracuu_suggestions_free(&l->out);
        return status;
    }
    l->out.partial = reader->until.passed;
    *out = &l->out;
    return TRACUU_OK;
}

void
tracuu_suggestions_free(tracuu_suggestions *suggestions)
{
    list *l = (list *)suggestions;

    if (!l)
        return;
    arena_release(&l->arena);
    free(l);
}
