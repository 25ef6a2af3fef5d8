/* search: the pipeline from a line to a page of hits. */
#include <stdlib.h>

#include "common/base/fail.h"
#include "common/base/memory.h"
#include "searcher/hits-about.h"
#include "searcher/hits-acts.h"
#include "searcher/hits-dated.h"
#include "searcher/hits-distinct.h"
#include "searcher/hits-facet.h"
#include "searcher/hits-group.h"
#include "searcher/hits-total.h"
#include "searcher/match-title.h"
#include "searcher/plan-relation.h"
#include "searcher/query-mend.h"
#include "searcher/query-spelling.h"
#include "searcher/rerank-exact.h"
#include "searcher/rerank-fact.h"
#include "searcher/snippet.h"

enum {
    LIMIT = 10,
    LIMIT_MAX = 10000,
    COPIES = 20, /* of others, that may be among the first */
    SORTED = 200 /* of what ranks best are put in the order of their dates */
};

/* A page and all it points to. */
typedef struct page {
    tracuu_hits hits; /* first: what the caller has */
    arena arena;
    tracuu_reader *reader;
    resolver with;
    tracuu_search_options options;
    query query;
    plan plan;
    matches found;
    group_list groups;
    numbered_list numbered;
    tracuu_hit *at; /* hits.at, while it is written */
    features weights;
} page;

static bool
is_counted(const page *p)
{
    return !p->options.bare && !p->options.uncounted;
}

/* A list of ids is of documents, whatever they are parts of. */
static bool
is_in_acts(const page *p)
{
    return !p->options.bare && !p->options.sort;
}

/* ---- ranking ---- */

static tracuu_status
rank(page *p, size_t limit, size_t wanted, tracuu_error *err)
{
    /* What has no words has no better order than by date. */
    tracuu_sort sort = p->plan.only_filters && !p->options.sort
                           ? TRACUU_NEWEST
                           : p->options.sort;
    match_options options = {.limit = limit,
        .count = is_counted(p),
        .whole = p->options.bare,
        .sort = sort};
    arena *a = &p->arena;
    tracuu_status status =
        match_run(&p->found, a, p->reader, &p->plan, &options, err);
    matches *m = &p->found;

    if (!status)
        status = title_propose(m, a, p->reader, &p->plan, err);
    if (status)
        return status;
    if (reader_is_late(p->reader)) {
        rerank_rest(m->at, 0, m->count);
    } else if (!m->dated) {
        ranker *r =
            rerank_run(m->at, m->ranked, a, p->reader, &p->plan, &p->weights);

        status = fact_run(m->at, m->ranked, a, p->reader, r, &p->plan, err);
        if (!status && p->query.marked)
            status =
                exact_run(m->at, m->ranked, a, p->reader, r, &p->plan, err);
        rerank_rest(m->at, m->ranked, m->count);
    }
    if (!status)
        status = group_passages(&p->groups, a, p->reader, m->at, m->count,
            is_in_acts(p) ? m->count : wanted, err);
    if (!status && is_in_acts(p))
        status = acts_fold(&p->groups, a, p->reader, &p->plan, wanted, err);
    if (!status && p->options.sort != TRACUU_BY_RELEVANCE && !m->dated)
        status = dated_sort(&p->groups, a, p->reader, p->options.sort, err);
    return status;
}

/* Documents of many passages may fill the window; then the window grows. */
static tracuu_status
rank_enough(page *p, tracuu_error *err)
{
    size_t needed = p->options.offset + p->options.limit;
    size_t wanted = needed + (p->options.bare ? 0 : COPIES + needed / 8);
    size_t limit;
    tracuu_status status;

    if (p->options.sort && !p->options.bare)
        wanted += SORTED - 1 - (wanted - 1) % SORTED;
    limit = wanted < MATCH_CANDIDATES / 2 ? MATCH_CANDIDATES : 2 * wanted;
    status = rank(p, limit, wanted, err);
    while (!status && p->groups.count < needed && p->found.more &&
           limit < LIMIT_MAX && !reader_is_late(p->reader)) {
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
            status = excerpt_read(
                &c->stored, &p->arena, p->reader, c->entry, c->words, err);
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
                .points = c->stored->points,
                .page = shown.page,
                .ocr = c->stored->pages.ocr};
    }
    hit->passages = list;
    hit->passage_count = g->passage_count;
    return TRACUU_OK;
}

static void
add_evidence(page *p, tracuu_hit *hit, const group *g)
{
    tracuu_evidence *list;

    if (!p->options.explain || !g->passage_count)
        return;
    list = arena_array(&p->arena, FEATURE_COUNT, sizeof *list);
    for (int i = 0; i < FEATURE_COUNT; i++)
        list[i] = (tracuu_evidence){feature_name((feature)i),
            g->passages[0]->features.at[i], p->weights.at[i]};
    hit->evidence = list;
    hit->evidence_count = FEATURE_COUNT;
}

static tracuu_hit *
next_hit(page *p, const group *g, double score)
{
    tracuu_hit *hit = &p->at[p->hits.count++];

    hit->rank = p->options.offset + p->hits.count;
    hit->score = score;
    add_evidence(p, hit, g);
    return hit;
}

/* The articles that the hit stands for. */
static tracuu_status
add_parts(page *p, tracuu_hit *hit, const group *g, tracuu_error *err)
{
    const tracuu_document **list =
        arena_array(&p->arena, GROUP_PARTS, sizeof *list);
    tracuu_status status = TRACUU_OK;

    hit->parts = list;
    for (size_t i = 0; i < g->part_count && !status; i++) {
        found what = {0};

        status =
            reader_find(p->reader, &p->arena, g->parts[i], &what.entry, err);
        if (!status && what.entry)
            status =
                resolver_read(&p->with, &what, &list[hit->part_count++], err);
    }
    return status;
}

static tracuu_status
add_group(page *p, const group *g, tracuu_error *err)
{
    found what = {.entry = g->entry};
    const tracuu_document *face;
    tracuu_hit *hit;
    tracuu_status status = resolver_read(&p->with, &what, &face, err);

    if (status)
        return status;
    hit = next_hit(p, g, g->score);
    hit->document = face;
    status = add_parts(p, hit, g, err);
    return status ? status : add_passages(p, hit, g, err);
}

static tracuu_status
add_numbered(page *p, const numbered *n, double score, tracuu_error *err)
{
    const tracuu_document *face;
    tracuu_hit *hit;
    tracuu_status status = resolver_read(&p->with, &n->what, &face, err);

    if (status)
        return status;
    hit = next_hit(p, &n->group, score);
    hit->document = face;
    return add_passages(p, hit, &n->group, err);
}

static void
add_bare(page *p, const group *g)
{
    tracuu_document *face = arena_take(&p->arena, sizeof *face);
    tracuu_hit *hit = next_hit(p, g, g->score);

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
        .capacity = "",
        .recipients = "",
        .secrecy = "",
        .urgency = "",
        .url = "",
        .path = "",
        .effective_from = "",
        .effective_to = "",
        .status = "unknown",
        .status_cause = "",
        .status_by = "",
        .status_stated = "",
        .rests_on = "",
        .part_of = "",
        .article = "",
        .conflicts = ""};
    hit->document = face;
}

/* What is found is shown, but no more than a first page of it when it is
 * late. */
static bool
is_enough(page *p)
{
    return p->hits.count >= p->options.limit ||
           (p->hits.count >= LIMIT && reader_is_late(p->reader));
}

/* Numbered documents first, then the ranked ones that are not among them;
 * scores go on falling. */
static tracuu_status
write_page(page *p, tracuu_error *err)
{
    size_t skip = p->options.offset;
    double top = p->groups.count ? p->groups.at[0].score : 0;
    tracuu_status status = TRACUU_OK;

    p->at = arena_array(&p->arena, p->options.limit + 1, sizeof *p->at);
    p->hits.at = p->at;
    for (size_t i = 0; i < p->numbered.count && !status; i++) {
        if (skip && skip--)
            continue;
        if (!is_enough(p))
            status = add_numbered(p, &p->numbered.at[i],
                top + (double)(p->numbered.count - i), err);
    }
    for (size_t i = 0; i < p->groups.count && !status; i++) {
        const group *g = &p->groups.at[i];

        if (is_enough(p))
            break;
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
    tracuu_facet *facets;
    tracuu_status status = store_entries(p->reader->documents, &documents, err);

    if (status)
        return status;
    if (p->found.documents > documents)
        p->found.documents = documents;
    status = total_settle(&p->found, &p->arena, p->reader, &p->numbered, err);
    if (status)
        return status;
    p->hits.total = p->found.documents;
    p->hits.total_exact =
        is_counted(p) && p->found.exact && !reader_is_late(p->reader);
    if (p->hits.count && p->hits.total < p->options.offset + p->hits.count)
        p->hits.total = p->options.offset + p->hits.count;
    if (!is_counted(p) || reader_is_late(p->reader))
        return TRACUU_OK;
    p->hits.facets = NULL;
    status = facet_count(&facets, &p->hits.facet_count, &p->arena, p->reader,
        p->found.counted, p->found.counted_count, err);
    p->hits.facets = facets;
    if (reader_is_late(p->reader))
        p->hits.facet_count = 0;
    return status;
}

static tracuu_status
answer(page *p, tracuu_error *err)
{
    arena *a = &p->arena;
    tracuu_status status = relation_resolve(&p->query, p->reader, a, err);

    if (!status && !p->options.bare)
        status = numbered_find(&p->numbered, &p->with, &p->query, err);
    if (!status)
        status = plan_make(&p->plan, a, p->reader, &p->query, err);
    if (!status)
        status = rank_enough(p, err);
    if (!status && is_in_acts(p))
        status =
            about_promote(&p->numbered, &p->with, &p->query, &p->groups, err);
    if (!status && !p->options.bare)
        status = distinct_groups(&p->groups, a, p->reader, &p->numbered,
            p->options.offset + p->options.limit, err);
    if (!status)
        status = write_page(p, err);
    if (!status)
        status = write_totals(p, err);
    if (!status && !p->options.bare && !reader_is_late(p->reader))
        p->hits.suggestion = query_spelling(a, p->reader, &p->query, &p->hits);
    return status;
}

static tracuu_status
answer_anew(page *p, tracuu_error *err)
{
    p->hits.count = 0;
    p->hits.facet_count = 0;
    p->numbered = (numbered_list){0};
    return answer(p, err);
}

/* What was typed finds nothing, or no act where a slip may have hidden the
 * name of one. */
static tracuu_status
answer_what_was_meant(page *p, tracuu_error *err)
{
    const char *meant = p->hits.suggestion;
    query typed = p->query;
    tracuu_status status = TRACUU_OK;
    bool better = !p->hits.total;

    if (!*meant || p->numbered.count || reader_is_late(p->reader))
        return TRACUU_OK;
    if (!better)
        status = mend_names_act(&better, &typed, span_of(meant), &p->with, err);
    if (status || !better)
        return status;
    mend_read(&p->query, &p->arena, span_of(meant));
    status = answer_anew(p, err);
    if (status || p->hits.total)
        return status;
    p->query = typed;
    p->hits.suggestion = meant;
    return TRACUU_OK;
}

static tracuu_status
run(page *p, const char *line, tracuu_error *err)
{
    arena *a = &p->arena;
    tracuu_status status = reader_refresh(p->reader, err);
    span unknown;

    if (status)
        return status;
    if (p->options.deadline_us)
        deadline_start(&p->reader->until, p->options.deadline_us);
    if (!feature_weights(&p->weights, p->options.without, &unknown))
        return fail(err, TRACUU_USAGE,
            "there is no evidence '%.*s'; --explain lists what there is",
            SPAN_PRINT(unknown));
    query_read(&p->query, a, arena_copy(a, span_of(line)));
    p->hits.query = arena_string(a, p->query.line);
    p->hits.suggestion = "";
    mend_keys(&p->query, a, p->reader);
    status = answer(p, err);
    if (!status)
        status = answer_what_was_meant(p, err);
    p->hits.notes = p->query.notes;
    p->hits.note_count = p->query.note_count;
    p->hits.partial = p->reader->until.passed;
    return status;
}

tracuu_status
tracuu_search(tracuu_hits **out, tracuu_reader *reader, const char *line,
    const tracuu_search_options *options, tracuu_error *err)
{
    uint64_t start = deadline_now();
    page *p = memory_take_zero(1, sizeof *p);
    tracuu_status status;

    *out = NULL;
    p->reader = reader;
    resolver_init(&p->with, reader, &p->arena);
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
    p->hits.took_us = deadline_now() - start;
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
