#include "searcher/suggest-part.h"

#include "common/base/strbuf.h"
#include "common/document/fields.h"
#include "common/text/normalize.h"
#include "common/text/symbol.h"
#include "searcher/lookup.h"
#include "searcher/suggest-title.h"

#define PART "XPART"

enum { ACTS = 24, KINDS = 4, LOOKED_AT = 16 };

/* ---- one act ---- */

/* The kind that letters in the number stand for; `wanted` if they may stand
 * for it, NULL if they cannot. */
static const kind *
kind_of(arena *a, span number, const kind *wanted)
{
    token_list list = token_list_read(a, number);
    const kind *kinds[KINDS];
    symbol s;
    size_t used, count;

    if (!symbol_match(a, &list, 0, false, &s, &used))
        return wanted;
    count = kind_by_letters(s.letters, kinds, KINDS);
    if (!wanted)
        return count ? kinds[0] : s.kind;
    for (size_t i = 0; i < count; i++)
        if (kinds[i] == wanted)
            return wanted;
    /* Laws and resolutions of the Quốc hội have no letters: 59/2020/QH14. */
    return count || (wanted->letters[0] && s.term) ? NULL : wanted;
}

static void
add_act(suggest_list *l, span number, const kind *wanted)
{
    const kind *k = kind_of(&l->arena, number, wanted);
    strbuf out = STRBUF_INIT;

    if (k) {
        suggest_put_capital(&out, span_of(k->name));
        strbuf_add_char(&out, ' ');
    }
    strbuf_add(&out, number);
    if (k || !wanted)
        suggest_list_add(l, arena_copy(&l->arena, strbuf_span(&out)), SPAN(""));
    strbuf_release(&out);
}

typedef struct visible {
    tracuu_reader *reader;
    uint32_t entry;
    size_t looked_at;
} visible;

static bool
take_visible(void *payload, uint32_t entry)
{
    visible *v = payload;

    if (reader_may_see(v->reader, entry))
        v->entry = entry;
    return !v->entry && ++v->looked_at < LOOKED_AT;
}

/* ---- all ---- */

static bool
take_term(void *payload, span term, uint32_t frequency)
{
    strbuf *out = payload;

    (void)frequency;
    strbuf_clear(out);
    strbuf_add(out, term);
    return false;
}

/* The act whose parts have `term`. */
static tracuu_status
add_term(suggest_list *l, span term, const kind *k, tracuu_error *err)
{
    visible v = {l->reader, 0, 0};
    record r;
    tracuu_status status =
        store_walk_entries(l->reader->documents, term, take_visible, &v, err);

    if (status || !v.entry)
        return status;
    status = lookup_record(l->reader, &l->arena, v.entry, RECORD_HEAD, &r, err);
    if (!status)
        add_act(l, r.part_of, k);
    return status;
}

/* The terms of acts, not of their articles; returns how many. */
static size_t
collect(suggest_list *l, span beginning, span out[ACTS], tracuu_status *status,
    tracuu_error *err)
{
    span prefix = arena_print(&l->arena, PART "%.*s", SPAN_PRINT(beginning)),
         from = SPAN("");
    strbuf next = STRBUF_INIT;
    size_t count = 0;

    while (count < ACTS) {
        strbuf_clear(&next);
        *status = store_walk_terms(
            l->reader->documents, prefix, from, take_term, &next, err);
        if (*status || !next.len)
            break;
        out[count] = arena_copy(&l->arena, strbuf_span(&next));
        /* Behind it stand its articles, "#1" and so on. */
        from = arena_print(&l->arena, "%.*s$", SPAN_PRINT(out[count]));
        count += !memchr(out[count].ptr, '#', out[count].len);
    }
    strbuf_release(&next);
    return count;
}

tracuu_status
suggest_parts(suggest_list *l, span beginning, const kind *k, tracuu_error *err)
{
    span terms[ACTS];
    tracuu_status status = TRACUU_OK;
    size_t count;

    if (suggest_list_is_full(l))
        return status;
    count = collect(l, beginning, terms, &status, err);
    /* The last of one number is the newest. */
    while (count && !status && !suggest_list_is_full(l))
        status = add_term(l, terms[--count], k, err);
    return status;
}
