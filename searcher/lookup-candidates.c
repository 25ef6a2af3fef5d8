#include "searcher/lookup-candidates.h"

#include "common/base/vec.h"
#include "common/document/fields.h"
#include "searcher/lookup-stub.h"

enum { KINDS_MAX = 8, CANDIDATES_MAX = 500, CITED_PREFIX = sizeof "XRA:" - 1 };

/* ---- patterns ---- */

static span
with_kind(arena *a, const key_parts *p, const char *code)
{
    return arena_print(a, "%.*s:%.*s:%s:%.*s:%.*s", SPAN_PRINT(p->sphere),
        SPAN_PRINT(p->scope), code, SPAN_PRINT(p->no), SPAN_PRINT(p->disc));
}

/* A year stands in the keys of the State alone; where it is not known who
 * speaks, the date decides later. */
static span
without_year(arena *a, span key, const key_parts *p)
{
    if (!span_equal(p->sphere, SPAN("?")) || p->disc.ptr[0] != 'y')
        return key;
    return arena_print(a, "?:%.*s:%.*s:%.*s:?", SPAN_PRINT(p->scope),
        SPAN_PRINT(p->kind), SPAN_PRINT(p->no));
}

/* The letters that say the kind, empty if a word says it. */
static span
kind_letters(arena *a, const citation *cite)
{
    const identity *act = &cite->act;
    token_list list = token_list_read(a, act->number);
    size_t used;
    symbol sym;

    if (symbol_match(a, &list, 0, true, &sym, &used) && sym.letters.len)
        return sym.letters;
    return cite->letters && act->kind ? span_of(act->kind->letters) : SPAN("");
}

key_list
candidates_patterns(arena *a, const citation *cite)
{
    span letters = kind_letters(a, cite);
    const kind *kinds[KINDS_MAX];
    key_list out = {arena_array(a, KINDS_MAX + 1, sizeof *out.at), 0};
    size_t count;
    key_parts parts;

    out.at[out.count++] = cite->key;
    if (!key_split(cite->key, &parts))
        return out;
    out.at[0] = without_year(a, cite->key, &parts);
    key_split(out.at[0], &parts);
    count = letters.len ? kind_by_letters(letters, kinds, KINDS_MAX) : 0;
    /* Another kind than the letters' first one came from a word. */
    if (!count || (cite->act.kind && cite->act.kind != kinds[0]))
        return out;
    for (size_t i = 0; i < count; i++) {
        if (!span_equal(span_of(kinds[i]->code), parts.kind))
            out.at[out.count++] = with_kind(a, &parts, kinds[i]->code);
    }
    return out;
}

/* ---- finding ---- */

typedef struct search {
    tracuu_reader *reader;
    arena *arena;
    const key_list *patterns;
    size_t limit;
    VEC(span) found;
} search;

static bool
agrees(const key_list *patterns, span key)
{
    for (size_t i = 0; i < patterns->count; i++) {
        if (key_agrees(patterns->at[i], key))
            return true;
    }
    return false;
}

static bool
is_known(const search *s, span key)
{
    for (size_t i = 0; i < s->found.count; i++) {
        if (span_equal(s->found.at[i], key))
            return true;
    }
    return false;
}

static bool
visit_present(void *payload, uint32_t entry)
{
    search *s = payload;
    span key;

    if (store_value_of(s->reader->documents, s->arena, entry, SLOT_KEY, &key,
            NULL) == TRACUU_OK &&
        key.len && agrees(s->patterns, key) && !is_known(s, key) &&
        reader_may_see(s->reader, entry))
        vec_push(&s->found, key);
    return s->found.count < s->limit;
}

/* An act that is cited without its number ("Nghị quyết Trung ương 7") would
 * agree with every number. */
static bool
has_number(span pattern, span key)
{
    key_parts wanted, parts;

    return key_split(pattern, &wanted) && key_split(key, &parts) &&
           (!span_equal(parts.no, SPAN("?")) ||
               span_equal(wanted.no, SPAN("?")));
}

static bool
visit_cited(void *payload, span term, uint32_t frequency)
{
    search *s = payload;
    span key = span_from(term, CITED_PREFIX);

    (void)frequency;
    if (has_number(s->patterns->at[0], key) && agrees(s->patterns, key) &&
        !is_known(s, key) && stub_is_cited(s->reader, key))
        vec_push(&s->found, arena_copy(s->arena, key));
    return s->found.count < s->limit;
}

/* The digits that a number starts with, as the index has them: "66" of
 * "66.1". */
static span
bare(span no)
{
    size_t end = 0;

    while (end < no.len && no.ptr[end] >= '0' && no.ptr[end] <= '9')
        end++;
    return span_slice(no, 0, end);
}

static tracuu_status
walk_present(search *s, span key, tracuu_error *err)
{
    key_parts parts;

    if (!key_split(key, &parts))
        return TRACUU_OK;
    if (span_equal(parts.no, SPAN("?")) || span_equal(parts.no, SPAN("-")))
        return store_walk_entries(s->reader->documents,
            field_term(s->arena, "XKEY", key), visit_present, s, err);
    return store_walk_entries(s->reader->documents,
        field_term(s->arena, "XNO", bare(parts.no)), visit_present, s, err);
}

/* True if the open key can mean the act of the closed one.  Where the letters
 * of the symbol mean several kinds, they may have been read as another. */
static bool
covers(const search *s, span closed, span open)
{
    key_parts parts, kinds;

    if (key_agrees(open, closed))
        return true;
    return s->patterns->count > 1 && key_split(open, &parts) &&
           key_split(closed, &kinds) &&
           key_agrees(
               closed, arena_print(s->arena, "%.*s:%.*s:%.*s:%.*s:%.*s",
                           SPAN_PRINT(parts.sphere), SPAN_PRINT(parts.scope),
                           SPAN_PRINT(kinds.kind), SPAN_PRINT(parts.no),
                           SPAN_PRINT(parts.disc)));
}

/* Drops the open keys that a closed one covers. */
static void
drop_open(search *s)
{
    size_t kept = 0;

    for (size_t i = 0; i < s->found.count; i++) {
        bool covered = false;

        for (size_t j = 0; j < s->found.count && !covered; j++)
            covered = key_is_open(s->found.at[i]) &&
                      !key_is_open(s->found.at[j]) &&
                      covers(s, s->found.at[j], s->found.at[i]);
        if (!covered)
            s->found.at[kept++] = s->found.at[i];
    }
    s->found.count = kept;
}

static key_list
take_keys(search *s, arena *a)
{
    key_list out = {
        arena_array(a, s->found.count, sizeof *out.at), s->found.count};

    if (out.count)
        memcpy(out.at, s->found.at, out.count * sizeof *out.at);
    vec_release(&s->found);
    return out;
}

tracuu_status
candidates_find(key_list *out, tracuu_reader *reader, arena *a,
    const key_list *patterns, tracuu_error *err)
{
    search s = {.reader = reader,
        .arena = a,
        .patterns = patterns,
        .limit = CANDIDATES_MAX};
    tracuu_status status = TRACUU_OK;

    for (size_t i = 0; status == TRACUU_OK && i < patterns->count; i++)
        status = walk_present(&s, patterns->at[i], err);
    if (status == TRACUU_OK)
        status = store_walk_terms(reader->documents, SPAN("XRA:"),
            (span){NULL, 0}, visit_cited, &s, err);
    drop_open(&s);
    *out = take_keys(&s, a);
    return status;
}

tracuu_status
candidates_present(key_list *out, tracuu_reader *reader, arena *a, span key,
    size_t limit, tracuu_error *err)
{
    key_list patterns = {&key, 1};
    search s = {
        .reader = reader, .arena = a, .patterns = &patterns, .limit = limit};
    tracuu_status status = walk_present(&s, key, err);

    *out = take_keys(&s, a);
    return status;
}
