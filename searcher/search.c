/* search: the pipeline from a line to a page of hits. */
#include <stdlib.h>
#include <time.h>

#include "common/base/memory.h"
#include "searcher/hits-distinct.h"
#include "searcher/hits-facet.h"
#include "searcher/hits-group.h"
#include "searcher/hits-numbered.h"
#include "searcher/rerank-exact.h"
#include "searcher/snippet.h"

enum {
    LIMIT = 10,
    LIMIT_MAX = 10000,
    COPIES = 20 /* of others, that may be among the first */
};

/* A page and all it points to. */
typedef struct page {
    tracuu_hits hits; /* first: what the caller has */
    arena arena;
    tracuu_reader *reader;
    tracuu_search_options options;
    query query;
    plan plan;
    matches found;
    group_list groups;
    numbered_list numbered;
    tracuu_hit *at; /* hits.at, while it is written */
} page;

static uint64_t
now_us(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000 + (uint64_t)t.tv_nsec / 1000;
}

/* ---- ranking ---- */

/* What lies behind the re-ranked candidates keeps the order of the index and
 * scores below them. */
static void
score_rest(page *p, size_t ranked)
{
    double floor = ranked ? p->found.at[ranked - 1].score : 1;
    double most = ranked < p->found.count ? p->found.at[ranked].score : 1;

    for (size_t i = ranked; i < p->found.count; i++) {
        candidate *c = &p->found.at[i];

        c->score = most > 0 ? floor * c->score / (most * 1.0001) : 0;
    }
}

static tracuu_status
rank(page *p, size_t limit, size_t wanted, tracuu_error *err)
{
    match_options options = {limit, !p->options.bare, p->options.sort};
    arena *a = &p->arena;
    tracuu_status status =
        match_run(&p->found, a, p->reader, &p->plan, &options, err);
    size_t count = p->found.count;

    if (status)
        return status;
    if (!p->found.dated) {
        ranker *r;

        if (count > MATCH_CANDIDATES)
            count = MATCH_CANDIDATES;
        r = rerank_run(p->found.at, count, a, p->reader, &p->plan);
        if (p->query.marked)
            status =
                exact_run(p->found.at, count, a, p->reader, r, &p->plan, err);
        score_rest(p, count);
    }
    if (!status)
        status = group_passages(
            &p->groups, a, p->reader, p->found.at, p->found.count, wanted, err);
    return status;
}

/* Documents of many passages may fill the window; then the window grows. */
static tracuu_status
rank_enough(page *p, tracuu_error *err)
{
    size_t needed = p->options.offset + p->options.limit;
    size_t wanted = needed + (p->options.bare ? 0 : COPIES);
    size_t limit = MATCH_CANDIDATES;
    tracuu_status status = rank(p, limit, wanted, err);

    while (!status && p->groups.count < needed && p->found.more &&
           limit < LIMIT_MAX) {
        limit *= 10;
        status = rank(p, limit, wanted, err);
    }
    return status;
}

/* ---- the page ---- */

static tracuu_status
add_passages(page *p, tracuu_hit *hit, const group *g, tracuu_error *err)
{
    tracuu_passage *list =
        arena_array(&p->arena, g->passage_count + 1, sizeof *list);

    for (size_t i = 0; i < g->passage_count; i++) {
        candidate *c = g->passages[i];
        tracuu_status status = TRACUU_OK;
        snippet shown;

        if (!c->stored)
            status =
                excerpt_read(&c->stored, &p->arena, p->reader, c->entry, err);
        if (status)
            return status;
        shown = snippet_make(&p->arena, &p->plan, c->stored);
        list[i] =
            (tracuu_passage){.label = arena_string(&p->arena, c->stored->label),
                .heading = arena_string(&p->arena, c->stored->heading),
                .range = {c->stored->start, c->stored->end},
                .snippet = shown.text.ptr,
                .highlights = shown.highlights,
                .highlight_count = shown.highlight_count,
                .points = c->stored->points};
    }
    hit->passages = list;
    hit->passage_count = g->passage_count;
    return TRACUU_OK;
}

static tracuu_hit *
next_hit(page *p, double score)
{
    tracuu_hit *hit = &p->at[p->hits.count++];

    hit->rank = p->options.offset + p->hits.count;
    hit->score = score;
    return hit;
}

static tracuu_status
add_group(page *p, const group *g, tracuu_error *err)
{
    found what = {.entry = g->entry};
    const tracuu_document *face;
    tracuu_hit *hit;
    tracuu_status status =
        lookup_document(p->reader, &p->arena, &what, &face, err);

    if (status)
        return status;
    hit = next_hit(p, g->score);
    hit->document = face;
    return add_passages(p, hit, g, err);
}

static tracuu_status
add_numbered(page *p, const numbered *n, double score, tracuu_error *err)
{
    const tracuu_document *face;
    tracuu_hit *hit;
    tracuu_status status =
        lookup_document(p->reader, &p->arena, &n->what, &face, err);

    if (status)
        return status;
    hit = next_hit(p, score);
    hit->document = face;
    return add_passages(p, hit, &n->group, err);
}

static void
add_bare(page *p, const group *g)
{
    tracuu_document *face = arena_take(&p->arena, sizeof *face);
    tracuu_hit *hit = next_hit(p, g->score);

    *face = (tracuu_document){.id = arena_string(&p->arena, g->id),
        .key = "",
        .number = "",
        .kind = "",
        .issuer = "",
        .date = "",
        .term = "",
        .place = "",
        .title = "",
        .signer = "",
        .secrecy = "",
        .url = "",
        .path = "",
        .effective_from = "",
        .effective_to = "",
        .status = "unknown",
        .status_cause = "",
        .part_of = "",
        .article = "",
        .conflicts = ""};
    hit->document = face;
}

/* Numbered documents first, then the ranked ones that are not among them;
 * scores go on falling. */
static tracuu_status
write_page(page *p, tracuu_error *err)
{
    size_t skip = p->options.offset, end = p->options.limit;
    double top = p->groups.count ? p->groups.at[0].score : 0;
    tracuu_status status = TRACUU_OK;

    p->at = arena_array(&p->arena, end + 1, sizeof *p->at);
    p->hits.at = p->at;
    for (size_t i = 0; i < p->numbered.count && !status; i++) {
        if (skip && skip--)
            continue;
        if (p->hits.count < end)
            status = add_numbered(p, &p->numbered.at[i],
                top + (double)(p->numbered.count - i), err);
    }
    for (size_t i = 0; i < p->groups.count && !status; i++) {
        const group *g = &p->groups.at[i];

        if (p->hits.count >= end)
            continue;
        if (skip && skip--)
            continue;
        if (p->options.bare)
            add_bare(p, g);
        else
            status = add_group(p, g, err);
    }
    return status;
}

static tracuu_status
write_totals(page *p, tracuu_error *err)
{
    uint32_t documents = 0;
    double length;
    tracuu_facet *facets;
    tracuu_status status =
        store_statistics(p->reader->documents, &documents, &length, err);

    if (status)
        return status;
    p->hits.total = p->found.documents;
    if (p->hits.total > documents)
        p->hits.total = documents;
    p->hits.total_exact = p->found.exact;
    for (size_t i = 0; i < p->numbered.count; i++)
        if (!p->numbered.at[i].what.entry)
            p->hits.total++;
    if (p->hits.total < p->options.offset + p->hits.count)
        p->hits.total = p->options.offset + p->hits.count;
    if (p->options.bare)
        return TRACUU_OK;
    p->hits.facets = NULL;
    status = facet_count(&facets, &p->hits.facet_count, &p->arena, p->reader,
        p->found.counted, p->found.counted_count, err);
    p->hits.facets = facets;
    return status;
}

static tracuu_status
run(page *p, const char *line, tracuu_error *err)
{
    arena *a = &p->arena;
    tracuu_status status = reader_refresh(p->reader, err);

    if (status)
        return status;
    query_read(&p->query, a, arena_copy(a, span_of(line)));
    p->hits.query = arena_string(a, p->query.line);
    p->hits.suggestion = "";
    p->hits.notes = p->query.notes;
    p->hits.note_count = p->query.note_count;
    if (!p->options.bare)
        status = numbered_find(&p->numbered, a, p->reader, &p->query, err);
    if (!status)
        status = plan_make(&p->plan, a, p->reader, &p->query, err);
    if (!status)
        status = rank_enough(p, err);
    if (!status && !p->options.bare)
        status = distinct_groups(&p->groups, a, p->reader, &p->numbered, err);
    if (!status)
        status = write_page(p, err);
    if (!status)
        status = write_totals(p, err);
    return status;
}

tracuu_status
tracuu_search(tracuu_hits **out, tracuu_reader *reader, const char *line,
    const tracuu_search_options *options, tracuu_error *err)
{
    uint64_t start = now_us();
    page *p = memory_take_zero(1, sizeof *p);
    tracuu_status status;

    *out = NULL;
    p->reader = reader;
    if (options)
        p->options = *options;
    if (!p->options.limit)
        p->options.limit = LIMIT;
    if (p->options.limit > LIMIT_MAX)
        p->options.limit = LIMIT_MAX;
    if (p->options.offset > LIMIT_MAX)
        p->options.offset = LIMIT_MAX;
    status = run(p, line, err);
    if (status) {
        tracuu_hits_free(&p->hits);
        return status;
    }
    p->hits.took_us = now_us() - start;
    *out = &p->hits;
    return TRACUU_OK;
}

void
tracuu_hits_free(tracuu_hits *hits)
{
    page *p = (page *)hits;

    if (!p)
        return;
    arena_release(&p->arena);
    free(p);
}
