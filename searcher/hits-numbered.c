#include "searcher/hits-numbered.h"

#include <stdlib.h>

#include "common/text/provision.h"
#include "common/text/symbol.h"
#include "searcher/hits-note.h"
#include "searcher/lookup-parts.h"
#include "searcher/rerank.h"

enum {
    LOOKED_AT = 24, /* acts whose number and title are read */
    PROVISION_TOKENS = 8
};

/* One of the numbers, and the query around it. */
typedef struct asked {
    arena *arena;
    tracuu_reader *reader;
    resolver *with;
    const query *query;
    const citation *cite;
    size_t from, to;   /* tokens where its article may be named */
    const query *rest; /* of the query, without all numbers */
    size_t words;      /* in it */
} asked;

/* An act that is cited without its number may be the one that is meant, but
 * nothing says so. */
static bool
has_number(const found *what)
{
    key_parts parts;

    return what->entry || !key_split(what->key, &parts) ||
           !span_equal(parts.no, SPAN("?"));
}

/* The entry with text of it, 0 if there is none. */
static uint32_t
text_of(const numbered *n)
{
    return n->what.entry ? n->what.entry : n->what.part;
}

static bool
is_of_number(const query *q, const query_node *node)
{
    if (!query_is_words(node) &&
        !(node->kind == QUERY_FIELD && node->field == FIELD_NUMBER))
        return false;
    for (size_t i = 0; i < q->number_count; i++)
        if (node->first >= q->numbers[i].first &&
            node->first < q->numbers[i].last)
            return true;
    return false;
}

/* The query without the words that are the numbers. */
static query *
rest_of(arena *a, const query *q, size_t *words)
{
    query *rest = arena_take(a, sizeof *rest);

    *rest = *q;
    rest->nodes = arena_array(a, q->node_count + 1, sizeof *rest->nodes);
    rest->node_count = *words = 0;
    for (size_t i = 0; i < q->node_count; i++) {
        const query_node *node = &q->nodes[i];

        if (is_of_number(q, node))
            continue;
        if (query_is_words(node) && query_is_meant(q, node))
            ++*words;
        rest->nodes[rest->node_count++] = *node;
    }
    return rest;
}

static tracuu_status
read_ids(numbered_list *list, const asked *k, tracuu_error *err)
{
    tracuu_status status = TRACUU_OK;

    for (size_t i = 0; i < list->count && !status; i++) {
        uint32_t entry = text_of(&list->at[i]);

        if (entry)
            status = store_value_of(k->reader->documents, k->arena, entry,
                SLOT_ID, &list->at[i].group.id, err);
    }
    return status;
}

/* The passages of these documents, ranked by the rest of the query. */
static tracuu_status
rank(numbered_list *list, const asked *k, bool *filtered, tracuu_error *err)
{
    tracuu_reader *reader = k->reader;
    arena *a = k->arena;
    plan *p = arena_take(a, sizeof *p);
    span *ids = arena_array(a, list->count + 1, sizeof *ids);
    match_options options = {.limit = MATCH_CANDIDATES};
    group_list groups;
    size_t count = 0;
    matches in;
    tracuu_status status;

    for (size_t i = 0; i < list->count; i++)
        if (list->at[i].group.id.len)
            ids[count++] = list->at[i].group.id;
    status = plan_make_inside(p, a, reader, k->rest, ids, count, err);
    *filtered = p->filtered;
    if (!status)
        status = match_run(&in, a, reader, p, &options, err);
    if (status)
        return status;
    rerank_run(in.at, in.ranked, a, reader, p, NULL);
    rerank_rest(in.at, in.ranked, in.count);
    status =
        group_passages(&groups, a, reader, in.at, in.count, list->count, err);
    for (size_t i = 0; i < list->count; i++)
        for (size_t g = 0; g < groups.count; g++)
            if (span_equal(list->at[i].group.id, groups.at[g].id))
                list->at[i].group = groups.at[g];
    return status;
}

static int
falling(double x, double y)
{
    return x < y ? 1 : x > y ? -1 : 0;
}

static int
compare(const void *a, const void *b)
{
    const numbered *x = a, *y = b;
    int order = falling(x->article, y->article);

    if (!order)
        order = falling(x->exact, y->exact);
    if (!order)
        order = falling(x->titled, y->titled);
    if (!order)
        order = falling(text_of(x) != 0, text_of(y) != 0);
    if (!order)
        order = falling(x->group.score, y->group.score);
    if (!order)
        order = falling(x->what.date, y->what.date);
    return order ? order : span_compare(x->what.key, y->what.key);
}

static void
drop_filtered(numbered_list *list)
{
    size_t kept = 0;

    for (size_t i = 0; i < list->count; i++)
        if (list->at[i].group.passage_count)
            list->at[kept++] = list->at[i];
    list->count = kept;
}

/* ---- what tells several apart ---- */

static bool
has_word(const token_list *title, span word)
{
    for (size_t i = 0; i < title->count; i++)
        if (span_equal(token_folded(title, i), word))
            return true;
    return false;
}

/* True if half of the words of the rest stand in the title. */
static bool
is_titled(arena *a, const query *rest, const char *title)
{
    token_list list = token_list_read(a, span_of(title));
    size_t words = 0, met = 0;

    for (size_t i = 0; i < rest->node_count; i++) {
        const query_node *node = &rest->nodes[i];

        if (!query_is_words(node) || !query_is_meant(rest, node))
            continue;
        for (size_t t = node->first; t < node->last; t++, words++)
            met += has_word(&list, token_folded(&rest->tokens, t));
    }
    return met && 2 * met >= words;
}

static tracuu_status
tell_apart(numbered_list *list, const asked *k, tracuu_error *err)
{
    span typed = symbol_fold(k->arena, k->cite->act.number);
    tracuu_status status = TRACUU_OK;

    for (size_t i = 0; i < list->count && i < LOOKED_AT && !status &&
                       !reader_is_late(k->reader);
         i++) {
        numbered *n = &list->at[i];
        const tracuu_document *d;

        status = resolver_read(k->with, &n->what, &d, err);
        if (status)
            break;
        n->exact = k->cite->form == FORM_SYMBOL &&
                   span_equal(symbol_fold(k->arena, span_of(d->number)), typed);
        n->titled = is_titled(k->arena, k->rest, d->title);
    }
    return status;
}

/* Without a kind the number says little: of acts that nobody has only those
 * count whose title agrees. */
static void
drop_vague(numbered_list *list)
{
    size_t kept = 0;

    for (size_t i = 0; i < list->count; i++)
        if (list->at[i].titled || text_of(&list->at[i]))
            list->at[kept++] = list->at[i];
    list->count = kept;
}

/* ---- articles ---- */

/* The article that is named before the act ("khoản 2 Điều 5 Luật ..."), or
 * behind it ("BLHS điều 12"); empty if none is. */
static span
named_article(const asked *k)
{
    provision p;

    for (size_t at = k->from; at < k->to; at++) {
        if (at >= k->cite->first && at < k->cite->last)
            continue;
        if (provision_match(k->arena, &k->query->tokens, at, &p) && p.paths.len)
            return provision_article(p.paths);
        if (provision_short(&k->query->tokens, at).len)
            return provision_short(&k->query->tokens, at);
    }
    return SPAN("");
}

/* Puts the named article of each act before them. */
static tracuu_status
add_articles(numbered_list *list, const asked *k, tracuu_error *err)
{
    span article = named_article(k);
    size_t acts = list->count;
    tracuu_status status = TRACUU_OK;

    for (size_t i = 0;
         article.len && i < acts && i < LOOKED_AT && !reader_is_late(k->reader);
         i++) {
        const tracuu_document *d;
        uint32_t entry;

        status = resolver_read(k->with, &list->at[i].what, &d, err);
        if (status)
            break;
        entry = parts_article(k->reader, k->arena, span_of(d->number), article);
        if (entry)
            list->at[list->count++] =
                (numbered){.what = lookup_entry(k->reader, k->arena, entry),
                    .article = true};
    }
    return status;
}

/* ---- all ---- */

/* Documents that bear the symbol and do not say enough to be told from an act
 * that others cite. */
typedef struct bearers {
    numbered_list *list;
    size_t room;
    tracuu_reader *reader;
    arena *arena;
    span key; /* as the query has it */
} bearers;

static bool
visit_bearer(void *payload, uint32_t entry)
{
    bearers *b = payload;
    found what = lookup_entry(b->reader, b->arena, entry);
    bool fits = what.key.len && key_is_open(what.key) &&
                key_agrees(b->key, what.key) &&
                reader_may_see(b->reader, entry);

    for (size_t i = 0; i < b->list->count; i++)
        fits &= b->list->at[i].what.entry != entry;
    if (fits)
        b->list->at[b->list->count++].what = what;
    return b->list->count < b->room;
}

static tracuu_status
add_bearers(numbered_list *list, const asked *k, size_t room, tracuu_error *err)
{
    bearers b = {list, room, k->reader, k->arena, k->cite->key};
    span folded = symbol_fold(k->arena, k->cite->act.number);

    if (!folded.len || !b.key.len)
        return TRACUU_OK;
    return store_walk_entries(k->reader->documents,
        field_term(k->arena, "XNUM", folded), visit_bearer, &b, err);
}

static tracuu_status
take(numbered_list *out, const asked *k, tracuu_error *err)
{
    found_list list;
    tracuu_status status =
        lookup_citation(k->reader, k->arena, k->cite, &list, err);

    *out = (numbered_list){NULL, 0};
    if (status)
        return status;
    out->at =
        arena_array(k->arena, list.count + 2 * LOOKED_AT, sizeof *out->at);
    for (size_t i = 0; i < list.count; i++)
        if (has_number(&list.at[i]))
            out->at[out->count++].what = list.at[i];
    status = add_bearers(out, k, out->count + LOOKED_AT, err);
    return status ? status : add_articles(out, k, err);
}

/* "Vật chính theo Bộ luật Dân sự là gì?" asks for a text, which an act that is
 * only named and not here has not. */
static void
drop_textless(numbered_list *list)
{
    size_t kept = 0;

    for (size_t i = 0; i < list->count; i++)
        if (text_of(&list->at[i]))
            list->at[kept++] = list->at[i];
    list->count = kept;
}

/* What one of the numbers means, in order. */
static tracuu_status
find(numbered_list *out, const asked *k, tracuu_error *err)
{
    bool filtered = false;
    tracuu_status status = take(out, k, err);

    if (k->words && k->cite->form == FORM_NAME)
        drop_textless(out);
    if (status || !out->count)
        return status;
    status = read_ids(out, k, err);
    if (!status)
        status = tell_apart(out, k, err);
    if (!status)
        status = rank(out, k, &filtered, err);
    if (status)
        return status;
    if (filtered)
        drop_filtered(out);
    if (query_may_be_year(k->cite))
        drop_textless(out);
    if (k->words && !k->cite->act.kind && k->cite->form != FORM_SYMBOL)
        drop_vague(out);
    for (size_t i = 0; !k->words && i < out->count; i++)
        out->at[i].group.score = 0;
    if (out->count)
        qsort(out->at, out->count, sizeof *out->at, compare);
    return TRACUU_OK;
}

/* ---- several numbers ---- */

static bool
is_taken(const numbered_list *list, const numbered *n)
{
    for (size_t i = 0; i < list->count; i++)
        if (n->what.entry ? list->at[i].what.entry == n->what.entry
                          : !list->at[i].what.entry &&
                                span_equal(list->at[i].what.key, n->what.key))
            return true;
    return false;
}

/* The first of each number, in the order in which they are named, then the
 * others. */
static void
merge(numbered_list *out, arena *a, const numbered_list *each, size_t count)
{
    size_t sum = 0;

    for (size_t i = 0; i < count; i++)
        sum += each[i].count;
    *out = (numbered_list){arena_array(a, sum + 1, sizeof *out->at), 0};
    for (int turn = 0; turn < 2; turn++)
        for (size_t i = 0; i < count; i++)
            for (size_t n = turn ? 1 : 0; n < (turn ? each[i].count : 1); n++)
                if (n < each[i].count && out->count < NUMBERED_MAX &&
                    !is_taken(out, &each[i].at[n]))
                    out->at[out->count++] = each[i].at[n];
}

/* The article of an act is named before it, or behind it up to the next. */
static void
set_bounds(asked *k, size_t i)
{
    const query *q = k->query;
    const citation *cite = k->cite;

    k->from =
        cite->first > PROVISION_TOKENS ? cite->first - PROVISION_TOKENS : 0;
    if (i && k->from < q->numbers[i - 1].last)
        k->from = q->numbers[i - 1].last;
    k->to = q->tokens.count;
    if (i + 1 < q->number_count && q->numbers[i + 1].first < k->to)
        k->to = q->numbers[i + 1].first;
}

tracuu_status
numbered_find(numbered_list *out, resolver *with, query *q, tracuu_error *err)
{
    arena *a = with->arena;
    numbered_list each[QUERY_NUMBERS] = {{NULL, 0}};
    asked k = {.arena = a, .reader = with->reader, .with = with, .query = q};
    tracuu_status status = TRACUU_OK;

    *out = (numbered_list){NULL, 0};
    if (!q->number_count)
        return TRACUU_OK;
    k.rest = rest_of(a, q, &k.words);
    for (size_t i = 0; i < q->number_count && !status; i++) {
        k.cite = &q->numbers[i];
        set_bounds(&k, i);
        status = find(&each[i], &k, err);
        if (!status && (each[i].count || !query_may_be_year(k.cite)))
            status = note_number(q, with, k.cite, &each[i], err);
    }
    if (!status)
        merge(out, a, each, q->number_count);
    return status;
}
