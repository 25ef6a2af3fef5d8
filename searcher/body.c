#include <stdlib.h>

#include "common/base/fail.h"
#include "common/base/memory.h"
#include "common/base/vec.h"
#include "common/document/fields.h"
#include "searcher/hits-excerpt.h"
#include "searcher/lookup.h"
#include "searcher/plan-relation.h"
#include "searcher/plan.h"
#include "searcher/snippet.h"

typedef VEC(excerpt) excerpt_vec;
typedef VEC(tracuu_range) range_vec;

/* A body and what it holds are freed together. */
typedef struct held_body {
    tracuu_body body; /* first, so that its address is the whole's */
    arena arena;
} held_body;

/* ---- the passages ---- */

typedef struct gathering {
    tracuu_reader *reader;
    arena *arena;
    excerpt_vec parts;
    tracuu_status status;
    tracuu_error *err;
} gathering;

static bool
take_passage(void *payload, uint32_t entry)
{
    gathering *g = payload;
    excerpt part;

    g->status = excerpt_text(
        &part, g->arena, g->reader, entry, (span){NULL, 0}, g->err);
    if (g->status == TRACUU_OK)
        vec_push(&g->parts, part);
    return g->status == TRACUU_OK;
}

static int
compare_parts(const void *left, const void *right)
{
    const excerpt *a = left, *b = right;

    return (a->start > b->start) - (a->start < b->start);
}

/* The passages of a document in the order of its text. */
static tracuu_status
gather(gathering *g, span id, tracuu_error *err)
{
    tracuu_status status = store_walk_entries(g->reader->passages,
        field_term(g->arena, "XD", id), take_passage, g, err);

    if (g->status != TRACUU_OK)
        return g->status;
    if (g->parts.count)
        qsort(g->parts.at, g->parts.count, sizeof *g->parts.at, compare_parts);
    return status;
}

/* ---- the text ---- */

/* Blanks between two passages are not kept, only how many bytes they took.  A
 * passage starts on a line of its own, unless it goes on in the middle of a
 * sentence, where a long one was cut. */
static void
fill_gap(strbuf *out, size_t to, span next)
{
    char last = out->len ? out->ptr[out->len - 1] : '\n';
    bool goes_on = next.len && next.ptr[0] >= 'a' && next.ptr[0] <= 'z' &&
                   !strchr(".;:!?\n", last);

    while (out->len < to)
        strbuf_add_char(out, goes_on ? ' ' : '\n');
}

static void
join(strbuf *out, const gathering *g)
{
    for (size_t i = 0; i < g->parts.count; i++) {
        const excerpt *part = &g->parts.at[i];

        fill_gap(out, part->start, part->text);
        if (part->start == out->len)
            strbuf_add(out, part->text);
    }
}

/* ---- the acts that it names ---- */

static int
compare_mentions(const void *left, const void *right)
{
    const tracuu_mention *a = left, *b = right;

    return (a->range.start > b->range.start) -
           (a->range.start < b->range.start);
}

static tracuu_status
find_mentions(
    held_body *held, tracuu_reader *reader, uint32_t entry, tracuu_error *err)
{
    arena scratch = ARENA_INIT;
    tracuu_mention *all;
    tracuu_status status;
    size_t count = 0;
    record r;

    status = lookup_record(reader, &scratch, entry, RECORD_MENTIONS, &r, err);
    if (status != TRACUU_OK) {
        arena_release(&scratch);
        return status;
    }
    all = arena_array(&held->arena, r.mention_count + 1, sizeof *all);
    for (size_t i = 0; i < r.mention_count; i++) {
        const record_mention *m = &r.mentions[i];

        if (m->key.len && m->relation != REL_SELF && m->start < m->end &&
            m->end <= held->body.length)
            all[count++] = (tracuu_mention){
                {m->start, m->end}, arena_string(&held->arena, m->key)};
    }
    qsort(all, count, sizeof *all, compare_mentions);
    held->body.mentions = all;
    held->body.mention_count = count;
    arena_release(&scratch);
    return TRACUU_OK;
}

/* ---- what matches ---- */

static void
add_matches(range_vec *all, arena *a, const plan *p, excerpt *part)
{
    tracuu_range *words;
    size_t count;

    part->tokens = token_list_read(a, part->text);
    words = snippet_matches(a, p, part, &count);
    for (size_t i = 0; i < count; i++)
        vec_push(all, (tracuu_range){part->start + words[i].start,
                          part->start + words[i].end});
}

static tracuu_status
mark(held_body *held, gathering *g, const char *line, tracuu_error *err)
{
    arena *a = &held->arena;
    range_vec all = VEC_INIT;
    tracuu_status status;
    tracuu_range *at;
    query q;
    plan p;

    query_read(&q, a, arena_copy(a, span_of(line)));
    status = relation_resolve(&q, g->reader, a, err);
    if (status == TRACUU_OK)
        status = plan_make(&p, a, g->reader, &q, err);
    if (status != TRACUU_OK)
        return status;
    for (size_t i = 0; i < g->parts.count; i++)
        add_matches(&all, a, &p, &g->parts.at[i]);
    at = arena_array(a, all.count + 1, sizeof *at);
    if (all.count)
        memcpy(at, all.at, all.count * sizeof *at);
    held->body.matches = at;
    held->body.match_count = all.count;
    vec_release(&all);
    return TRACUU_OK;
}

/* ---- the call ---- */

static tracuu_status
fill(held_body *held, tracuu_reader *reader, span id, const char *line,
    tracuu_error *err)
{
    gathering g = {.reader = reader, .arena = &held->arena, .err = err};
    strbuf whole = STRBUF_INIT;
    uint32_t entry = 0;
    tracuu_status status = reader_refresh(reader, err);

    if (status == TRACUU_OK)
        status = reader_find(reader, &held->arena, id, &entry, err);
    if (status == TRACUU_OK && (!entry || !reader_may_see(reader, entry)))
        status = fail(err, TRACUU_NOT_FOUND,
            "no document has the id '%.*s'; show tells the id of an act",
            SPAN_PRINT(id));
    if (status == TRACUU_OK)
        status = gather(&g, id, err);
    if (status == TRACUU_OK) {
        join(&whole, &g);
        held->body.text = arena_string(&held->arena, strbuf_span(&whole));
        held->body.length = whole.len;
    }
    if (status == TRACUU_OK)
        status = find_mentions(held, reader, entry, err);
    if (status == TRACUU_OK && line && *line)
        status = mark(held, &g, line, err);
    strbuf_release(&whole);
    vec_release(&g.parts);
    return status;
}

tracuu_status
tracuu_body_of(tracuu_body **out, tracuu_reader *reader, const char *id,
    const char *line, tracuu_error *err)
{
    held_body *held = memory_take_zero(1, sizeof *held);
    tracuu_status status = fill(held, reader, span_of(id), line, err);

    *out = NULL;
    held->body.partial = reader->until.passed;
    if (status == TRACUU_OK)
        *out = &held->body;
    else
        tracuu_body_free(&held->body);
    return status;
}

void
tracuu_body_free(tracuu_body *body)
{
    held_body *held = (held_body *)body;

    if (!held)
        return;
    arena_release(&held->arena);
    free(held);
}
