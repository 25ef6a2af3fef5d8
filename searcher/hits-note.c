#include "searcher/hits-note.h"

#include <stdlib.h>

#include "searcher/lookup-citing.h"

enum {
    ACTS_MAX = 20,  /* in a note */
    CITERS_MAX = 5, /* of an act that nobody has */
    VARIANTS_MAX = 8
};

/* The acts that a note is about, while it is made. */
typedef struct noting {
    query *query;
    arena *arena;
    tracuu_reader *reader;
    resolver *with;
    const citation *cite;
    const numbered_list *acts;
} noting;

static int
by_newest(const void *left, const void *right)
{
    const found *a = left, *b = right;

    return (a->date < b->date) - (a->date > b->date);
}

static bool
is_exact(const numbered_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->at[i].exact)
            return true;
    return false;
}

/* Of the acts those that bear the symbol, if one is typed and any does. */
static found_list
same_acts(const noting *n)
{
    found_list out = {
        arena_array(n->arena, n->acts->count + 1, sizeof *out.at), 0};
    bool exact = is_exact(n->acts);

    for (size_t i = 0; i < n->acts->count; i++)
        if (!n->acts->at[i].article && n->acts->at[i].exact == exact)
            out.at[out.count++] = n->acts->at[i].what;
    if (out.count)
        qsort(out.at, out.count, sizeof *out.at, by_newest);
    return out;
}

static void
add(const noting *n, const char *code, const char *text,
    const tracuu_document *const *acts, size_t count)
{
    query_add_note(n->query,
        (tracuu_note){query_range(n->query, n->cite->first, n->cite->last),
            code, text, acts, count});
}

/* The number as it stands in the line; "59" of "nghị quyết 57, 59" with the
 * kind that it shares. */
static span
typed(const noting *n)
{
    const token_list *list = &n->query->tokens;
    const kind *k = n->cite->act.kind;
    span words = span_slice(list->text, list->at[n->cite->first].start,
        list->at[n->cite->last - 1].end);

    if (k && n->cite->last - n->cite->first == 1 &&
        list->at[n->cite->first].number)
        return arena_print(n->arena, "%s %.*s", k->name, SPAN_PRINT(words));
    return words;
}

static tracuu_status
read_acts(const noting *n, const found_list *list, const tracuu_document ***out,
    size_t *count, tracuu_error *err)
{
    const tracuu_document **acts =
        arena_array(n->arena, ACTS_MAX, sizeof *acts);
    tracuu_status status = TRACUU_OK;

    for (*count = 0; *count < list->count && *count < ACTS_MAX && !status;
         ++*count)
        status = resolver_read(n->with, &list->at[*count], &acts[*count], err);
    *out = acts;
    return status;
}

static tracuu_status
note_several(const noting *n, const found_list *list, tracuu_error *err)
{
    const tracuu_document **acts;
    size_t count;
    tracuu_status status = read_acts(n, list, &acts, &count, err);

    if (!status)
        add(n, "same-number",
            arena_string(
                n->arena, arena_print(n->arena, "%zu acts are called '%.*s'",
                              list->count, SPAN_PRINT(typed(n)))),
            acts, count);
    return status;
}

/* The keys under which documents cite no other act than this. */
static size_t
sure_variants(const noting *n, span key, span keys[VARIANTS_MAX])
{
    size_t kept = 1, count = key_variants(n->arena, key, keys);

    for (size_t i = 1; i < count; i++)
        if (lookup_means_only(n->reader, n->arena, keys[i], key))
            keys[kept++] = keys[i];
    return kept;
}

static const char *
stub_text(const noting *n, const found *stub)
{
    size_t count = lookup_cited_by(n->reader, n->arena, stub->key);
    const char *cite = count == 1 ? "document cites" : "documents cite";

    return arena_string(n->arena,
        arena_print(n->arena, "the text of '%.*s' is not here; %zu %s it",
            SPAN_PRINT(typed(n)), count, cite));
}

static tracuu_status
note_stub(const noting *n, const found *stub, tracuu_error *err)
{
    span keys[VARIANTS_MAX];
    size_t variants = sure_variants(n, stub->key, keys), count;
    found_list citers = {
        arena_array(n->arena, CITERS_MAX, sizeof *citers.at), 0};
    const tracuu_document **acts;
    entry_list entries;
    tracuu_status status = citing_of(
        &entries, n->reader, n->arena, keys, variants, CITERS_MAX, err);

    for (size_t i = 0; !status && i < entries.count; i++)
        citers.at[citers.count++] =
            lookup_entry(n->reader, n->arena, entries.at[i]);
    if (!status)
        status = read_acts(n, &citers, &acts, &count, err);
    if (!status)
        add(n, "only-cited", stub_text(n, stub), acts, count);
    return status;
}

/* Words like "kế hoạch 5" in a sentence need not be the number of an act. */
static bool
is_surely_number(const noting *n)
{
    const citation *c = n->cite;

    return c->form == FORM_SYMBOL ||
           (c->form == FORM_SHORT && c->act.kind && c->act.no.len &&
               c->last - c->first == n->query->tokens.count);
}

tracuu_status
note_number(query *q, resolver *with, const citation *cite,
    const numbered_list *acts, tracuu_error *err)
{
    arena *a = with->arena;
    const noting n = {q, a, with->reader, with, cite, acts};
    found_list list = same_acts(&n);

    if (list.count > 1)
        return note_several(&n, &list, err);
    if (list.count == 1 && !list.at[0].entry && !list.at[0].part)
        return note_stub(&n, &list.at[0], err);
    if (!acts->count && is_surely_number(&n))
        add(&n, "unknown-number",
            arena_string(a, arena_print(a, "no document bears or cites '%.*s'",
                                SPAN_PRINT(typed(&n)))),
            NULL, 0);
    return TRACUU_OK;
}
