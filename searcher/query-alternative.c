#include "searcher/query-alternative.h"

#include "common/text/abbreviation.h"
#include "common/text/place.h"
#include "common/text/syllable.h"

enum { LETTERS = 16, PARTS = 4 /* of KT-XH, PCCC & CNCH */ };

typedef struct list {
    alternative *at;
    size_t count;
    const query *query;
    const bool *ranks;
} list;

/* Adds `words`, folded and with one blank between them, for the tokens. */
static void
add(list *l, size_t first, size_t last, const char *words, bool loose)
{
    alternative *out = &l->at[l->count];
    span rest = span_of(words), word;

    if (l->count == ALTERNATIVES)
        return;
    *out = (alternative){.first = first, .last = last, .loose = loose};
    while (span_next_field(&rest, ' ', &word)) {
        if (out->count == ALTERNATIVE_WORDS)
            return;
        out->words[out->count] = word;
        out->ids[out->count++] = syllable_id(word);
    }
    l->count++;
}

static char
byte_before(const query *q, size_t at)
{
    size_t start = q->tokens.at[at].start;

    return start ? q->text.ptr[start - 1] : ' ';
}

static bool
all_rank(const list *l, size_t first, size_t last)
{
    for (size_t t = first; t < last; t++)
        if (!l->ranks[t] || (t > first && l->query->tokens.at[t].breaks))
            return false;
    return true;
}

/* ---- letters ---- */

/* The number of tokens from `at` on that are these letters: "KT-XH" is two. */
static size_t
match_letters(const list *l, size_t at, const char *letters)
{
    const query *q = l->query;
    span rest = span_of(letters);

    for (size_t n = 0; n < PARTS && at + n < q->tokens.count; n++) {
        span part = token_folded(&q->tokens, at + n);

        if (n && q->tokens.at[at + n].start >
                     q->tokens.at[at + n - 1].end + (size_t)1)
            return 0;
        if (!span_starts_with(rest, part) || !part.len)
            return 0;
        rest = span_from(rest, part.len);
        if (!rest.len)
            return n + 1;
    }
    return 0;
}

/* True if the tokens are part of a symbol, "12/TT-BCT". */
static bool
is_code(const query *q, size_t first, size_t last)
{
    size_t end = q->tokens.at[last - 1].end;

    return strchr("/-", byte_before(q, first)) ||
           (end < q->text.len && strchr("/-", q->text.ptr[end]));
}

static void
expand(list *l, size_t at, const abbreviation *a)
{
    size_t used = match_letters(l, at, a->letters);

    if (!used || !all_rank(l, at, at + used) ||
        is_code(l->query, at, at + used) ||
        (a->syllable && !l->query->tokens.at[at].capitals))
        return;
    add(l, at, at + used, a->reading, !a->certain);
}

/* ---- words ---- */

/* The number of tokens from `at` on that are these words. */
static size_t
match_words(const list *l, size_t at, const char *words)
{
    span rest = span_of(words), word;
    size_t n = 0;

    for (; span_next_field(&rest, ' ', &word); n++) {
        if (at + n >= l->query->tokens.count ||
            !span_equal(word, token_folded(&l->query->tokens, at + n)))
            return 0;
    }
    return n;
}

static void
shorten(list *l, size_t at, const abbreviation *a)
{
    size_t used = match_words(l, at, a->reading);

    /* A text that has "tu" has the word more often than the organ. */
    if (used > 1 && !a->syllable && all_rank(l, at, at + used))
        add(l, at, at + used, a->letters, !a->certain);
}

/* ---- places ---- */

static size_t
add_places(list *l, size_t at)
{
    size_t used = 0, words = 1;
    const place *p = place_match(&l->query->tokens, at, &used);

    if (!p)
        return 0;
    for (const char *c = p->folded; *c; c++)
        words += *c == ' ';
    if (words > used || !all_rank(l, at, at + used))
        return 0;
    for (size_t i = 0; i < place_count(); i++) {
        const place *other = place_at(i);

        if (other != p && !strcmp(other->now, p->now))
            add(l, at + used - words, at + used, other->folded, true);
    }
    return used;
}

size_t
alternative_collect(
    alternative **out, arena *a, const query *q, const bool *ranks)
{
    list l = {.query = q, .ranks = ranks};
    size_t behind = 0;

    l.at = arena_array(a, ALTERNATIVES, sizeof *l.at);
    for (size_t t = 0; t < q->tokens.count; t++) {
        if (!ranks[t])
            continue;
        for (size_t i = 0; i < abbreviation_count(); i++) {
            expand(&l, t, abbreviation_at(i));
            shorten(&l, t, abbreviation_at(i));
        }
        if (t >= behind)
            behind = t + add_places(&l, t);
    }
    *out = l.at;
    return l.count;
}
