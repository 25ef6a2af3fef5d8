#include "searcher/hits-numbered.h"

#include <stdlib.h>

#include "common/text/provision.h"
#include "common/text/symbol.h"
#include "searcher/lookup-parts.h"
#include "searcher/rerank.h"

enum {
    LOOKED_AT = 24, /* acts whose number and title are read */
    PROVISION_TOKENS = 8
};

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

/* The query without the words that are the number. */
static query
rest_of(arena *a, const query *q, size_t *words)
{
    query rest = *q;

    rest.nodes = arena_array(a, q->node_count + 1, sizeof *rest.nodes);
    rest.node_count = *words = 0;
    for (size_t i = 0; i < q->node_count; i++) {
        const query_node *node = &q->nodes[i];
        bool inside =
            node->first >= q->number.first && node->first < q->number.last;

        if (inside &&
            (query_is_words(node) ||
                (node->kind == QUERY_FIELD && node->field == FIELD_NUMBER)))
            continue;
        if (query_is_words(node) && query_is_meant(q, node))
            ++*words;
        rest.nodes[rest.node_count++] = *node;
    }
    return rest;
}

static tracuu_status
read_ids(
    numbered_list *list, arena *a, tracuu_reader *reader, tracuu_error *err)
{
    tracuu_status status = TRACUU_OK;

    for (size_t i = 0; i < list->count && !status; i++) {
        uint32_t entry = text_of(&list->at[i]);

        if (entry)
            status = store_value_of(reader->documents, a, entry, SLOT_ID,
                &list->at[i].group.id, err);
    }
    return status;
}

/* The passages of these documents, ranked by the rest of the query. */
static tracuu_status
rank(numbered_list *list, arena *a, tracuu_reader *reader, const query *rest,
    bool *filtered, tracuu_error *err)
{
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
    status = plan_make_inside(p, a, reader, rest, ids, count, err);
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
tell_apart(numbered_list *list, arena *a, tracuu_reader *reader, const query *q,
    const query *rest, tracuu_error *err)
{
    span typed = symbol_fold(a, q->number.act.number);
    tracuu_status status = TRACUU_OK;

    for (size_t i = 0; i < list->count && i < LOOKED_AT && !status; i++) {
        numbered *n = &list->at[i];
        const tracuu_document *d;

        status = lookup_document(reader, a, &n->what, &d, err);
        if (status)
            break;
        n->exact = q->number.form == FORM_SYMBOL &&
                   span_equal(symbol_fold(a, span_of(d->number)), typed);
        n->titled = is_titled(a, rest, d->title);
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
named_article(arena *a, const query *q)
{
    size_t near = q->number.first > PROVISION_TOKENS
                      ? q->number.first - PROVISION_TOKENS
                      : 0;
    provision p;

    for (size_t at = near; at < q->tokens.count; at++) {
        if (at >= q->number.first && at < q->number.last)
            continue;
        if (provision_match(a, &q->tokens, at, &p) && p.paths.len)
            return provision_article(p.paths);
    }
    return SPAN("");
}

/* Puts the named article of each act before them. */
static tracuu_status
add_articles(numbered_list *list, arena *a, tracuu_reader *reader,
    const query *q, tracuu_error *err)
{
    span article = named_article(a, q);
    size_t acts = list->count;
    tracuu_status status = TRACUU_OK;

    for (size_t i = 0; article.len && i < acts && i < LOOKED_AT; i++) {
        const tracuu_document *d;
        uint32_t entry;

        status = lookup_document(reader, a, &list->at[i].what, &d, err);
        if (status)
            break;
        entry = parts_article(reader, a, span_of(d->number), article);
        if (entry)
            list->at[list->count++] = (numbered){
                .what = lookup_entry(reader, a, entry), .article = true};
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
add_bearers(numbered_list *list, arena *a, tracuu_reader *reader,
    const query *q, size_t room, tracuu_error *err)
{
    bearers b = {list, room, reader, a, q->number.key};
    span folded = symbol_fold(a, q->number.act.number);

    if (!folded.len || !b.key.len)
        return TRACUU_OK;
    return store_walk_entries(reader->documents, field_term(a, "XNUM", folded),
        visit_bearer, &b, err);
}

static tracuu_status
take(numbered_list *out, arena *a, tracuu_reader *reader, const query *q,
    tracuu_error *err)
{
    found_list list;
    tracuu_status status = lookup_citation(reader, a, &q->number, &list, err);

    *out = (numbered_list){NULL, 0};
    if (status)
        return status;
    out->at = arena_array(a, list.count + 2 * LOOKED_AT, sizeof *out->at);
    for (size_t i = 0; i < list.count; i++)
        if (has_number(&list.at[i]))
            out->at[out->count++].what = list.at[i];
    status = add_bearers(out, a, reader, q, out->count + LOOKED_AT, err);
    return status ? status : add_articles(out, a, reader, q, err);
}

/* "Vật chính theo Bộ luật Dân sự là gì?" asks for a text, which an act that is
 * only named and not here has not. */
static void
drop_named(numbered_list *list, const query *q)
{
    size_t kept = 0;

    for (size_t i = 0; i < list->count; i++)
        if (text_of(&list->at[i]) || q->number.form != FORM_NAME)
            list->at[kept++] = list->at[i];
    list->count = kept;
}

tracuu_status
numbered_find(numbered_list *out, arena *a, tracuu_reader *reader,
    const query *q, tracuu_error *err)
{
    bool filtered = false;
    size_t words;
    query *rest = arena_take(a, sizeof *rest);
    tracuu_status status;

    *out = (numbered_list){NULL, 0};
    if (!q->has_number)
        return TRACUU_OK;
    status = take(out, a, reader, q, err);
    *rest = rest_of(a, q, &words);
    if (words)
        drop_named(out, q);
    if (status || !out->count)
        return status;
    status = read_ids(out, a, reader, err);
    if (!status && out->count > 1)
        status = tell_apart(out, a, reader, q, rest, err);
    if (!status)
        status = rank(out, a, reader, rest, &filtered, err);
    if (status)
        return status;
    if (filtered)
        drop_filtered(out);
    if (words && !q->number.act.kind && q->number.form != FORM_SYMBOL)
        drop_vague(out);
    for (size_t i = 0; !words && i < out->count; i++)
        out->at[i].group.score = 0;
    if (out->count)
        qsort(out->at, out->count, sizeof *out->at, compare);
    if (out->count > NUMBERED_MAX)
        out->count = NUMBERED_MAX;
    return TRACUU_OK;
}
