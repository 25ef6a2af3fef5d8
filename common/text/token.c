#include "common/text/token.h"

#include <endian.h>
#include <stdlib.h>

#include "common/base/memory.h"
#include "common/base/strbuf.h"
#include "common/text/syllable.h"
#include "common/text/token-bounds.h"
#include "common/text/token-clause.h"
#include "common/text/token-gap.h"
#include "common/text/token-header.h"
#include "common/text/token-weld.h"
#include "common/text/unicode.h"
#include "common/text/utf8.h"

enum {
    CACHE_SMALL = 64,
    CACHE_LARGE = 8192,
    TOKEN_BYTES = 5, /* of text a token, in prose */
    ROOM_MIN = 32
};

#define TEXT_MAX ((size_t)1 << 30)

/* A token that was analysed before. */
typedef struct known_token {
    uint64_t head; /* its first eight bytes */
    token token;
    uint8_t weld; /* where its second word starts, 0 if it is one */
} known_token;

typedef struct reader {
    arena *arena;
    span text;
    token *at;
    size_t count;
    size_t room;
    strbuf forms;
    known_token *cache; /* by hash of the source */
    size_t mask;
} reader;

/* True if the token has letters of Latin and of another script that has
 * look-alikes of them. */
static bool
is_mixed_script(span source)
{
    bool latin = false, other = false;
    size_t at = 0;

    /* Greek and Cyrillic start with these bytes. */
    for (size_t i = 0; i < source.len && !other; i++)
        other = (unsigned char)source.ptr[i] >= 0xCD &&
                (unsigned char)source.ptr[i] <= 0xD4;
    if (!other)
        return false;
    other = false;
    while (at < source.len) {
        uint32_t code = utf8_next(source, &at);

        if (unicode_class(code) != CHAR_LETTER)
            continue;
        latin = latin || code < 0x370 || (code >= 0x1E00 && code < 0x1F00);
        other = other || (code >= 0x370 && code < 0x530);
    }
    return latin && other;
}

/* Lower case of `source` in `out` of TOKEN_MAX bytes, and what the letters
 * say into `t`. */
static size_t
lower_token(char *out, span source, token *t)
{
    size_t at = 0, length = 0, letters = 0, capitals = 0;
    bool mixed = is_mixed_script(source);

    while (at < source.len && length + 4 <= TOKEN_MAX) {
        uint32_t code = (unsigned char)source.ptr[at], lower;
        char_class class;

        if (code >= 'a' && code <= 'z') {
            out[length++] = source.ptr[at++];
            letters++;
            continue;
        }
        code = utf8_next(source, &at);
        class = unicode_class(code);
        if (class == CHAR_OTHER && code != '.' && code != ',')
            continue;
        if (class == CHAR_IGNORABLE)
            continue;
        if (mixed)
            code = unicode_confusable(code);
        lower = unicode_lower(code);
        if (class == CHAR_LETTER) {
            bool upper = unicode_is_upper(code);

            t->upper = t->upper || (upper && !letters);
            letters++;
            capitals += upper;
        }
        t->marked = t->marked || class == CHAR_MARK ||
                    (class == CHAR_LETTER && unicode_fold(code) != lower);
        length += utf8_put(out + length, lower);
    }
    t->capitals = letters > 1 && capitals == letters;
    t->number = bounds_is_digit(out[0]);
    return length;
}

static size_t
fold_exact(char *out, span exact)
{
    size_t at = 0, length = 0;

    while (at < exact.len) {
        uint32_t code = (unsigned char)exact.ptr[at];

        if (code < 0x80) {
            out[length++] = exact.ptr[at++];
            continue;
        }
        code = utf8_next(exact, &at);
        if (unicode_class(code) != CHAR_MARK)
            length += utf8_put(out + length, unicode_fold(code));
    }
    return length;
}

/* Writes the forms of the token `source` and fills `t` but for its place. */
static void
analyse(reader *r, span source, token *t)
{
    char lower[TOKEN_MAX], exact[TOKEN_MAX + 4], folded[2 * TOKEN_MAX];
    size_t length;

    *t = (token){.start = 0};
    lower[0] = '\0';
    length = lower_token(lower, source, t);
    length = syllable_canonical(exact, (span){lower, length});
    t->exact = (uint32_t)r->forms.len;
    t->exact_len = (uint8_t)length;
    strbuf_add(&r->forms, (span){exact, length});
    length = fold_exact(folded, (span){exact, length});
    if (length > TOKEN_MAX)
        length = TOKEN_MAX;
    t->folded = t->exact;
    t->folded_len = (uint8_t)length;
    if (length != t->exact_len || memcmp(folded, exact, length)) {
        t->folded = (uint32_t)r->forms.len;
        strbuf_add(&r->forms, (span){folded, length});
    }
    t->id = syllable_id((span){folded, length});
}

/* The eight bytes at `at` as a number, zeros for those from `end` on.  Reading
 * across the end of the token is cheaper than not to. */
static uint64_t
eight_bytes(span text, size_t at, size_t end)
{
    size_t length = end - at;
    uint64_t word = 0;

    if (length >= 8 || text.len - at < 8) {
        memcpy(&word, text.ptr + at, length < 8 ? length : 8);
        return word;
    }
    memcpy(&word, text.ptr + at, 8);
    return htole64(le64toh(word) & (((uint64_t)1 << 8 * length) - 1));
}

static size_t
hash_bytes(span text, size_t start, size_t end, uint64_t head)
{
    uint64_t hash = end - start;

    for (hash ^= head; end - start > 8; hash ^= eight_bytes(text, start, end)) {
        hash *= 0x9E3779B97F4A7C15u;
        hash ^= hash >> 29;
        start += 8;
    }
    return (size_t)(hash * 0x9E3779B97F4A7C15u >> 40);
}

static bool
is_known(const reader *r, const known_token *k, uint64_t head, span source)
{
    const token *t = &k->token;

    if (k->head != head || t->end - t->start != source.len)
        return false;
    return source.len <= 8 ||
           !memcmp(r->text.ptr + t->start + 8, source.ptr + 8, source.len - 8);
}

static void
make_room(reader *r, size_t room)
{
    r->at = arena_resize(
        r->arena, r->at, r->room * sizeof *r->at, room * sizeof *r->at);
    r->room = room;
}

/* One blank is what stands behind most tokens. */
static uint8_t
gap_between(span text, size_t from, size_t to)
{
    if (to == from + 1 && text.ptr[from] == ' ')
        return GAP_BLANK;
    return gap_read(text, from, to);
}

/* The token [start, end); its forms are those of an equal token before it, if
 * the cache still knows one. */
static const known_token *
know_token(reader *r, size_t start, size_t end)
{
    span source = span_slice(r->text, start, end);
    uint64_t head = eight_bytes(r->text, start, end);
    size_t slot = hash_bytes(r->text, start, end, head) & r->mask;
    known_token *known = &r->cache[slot];
    const token *t = &known->token;

    if (!is_known(r, known, head, source)) {
        analyse(r, source, &known->token);
        known->head = head;
        known->token.start = (uint32_t)start;
        known->token.end = (uint32_t)end;
        known->weld = 0;
        if (t->marked && !t->number && t->id >= SYLLABLE_ID_KNOWN)
            known->weld = (uint8_t)weld_find(source);
    }
    return known;
}

static void
put_token(reader *r, const token *known, size_t start, size_t end)
{
    token *t;

    if (r->count == r->room)
        make_room(r, 2 * r->room);
    if (r->count)
        r->at[r->count - 1].gap =
            gap_between(r->text, r->at[r->count - 1].end, start);
    t = &r->at[r->count++];
    *t = *known;
    t->start = (uint32_t)start;
    t->end = (uint32_t)end;
}

/* Appends the token [start, end), or the words that were run together. */
static void
add_token(reader *r, size_t start, size_t end)
{
    const known_token *known = know_token(r, start, end);

    while (known->weld) {
        size_t cut = start + known->weld;

        known = know_token(r, start, cut);
        put_token(r, &known->token, start, cut);
        start = cut;
        known = know_token(r, start, end);
    }
    put_token(r, &known->token, start, end);
}

static void
add_run(reader *r, size_t start, size_t end, bool mixed)
{
    size_t piece = mixed ? bounds_piece_end(r->text, start, end) : end;

    add_token(r, start, piece);
    while (piece < end) {
        start = piece;
        piece = bounds_piece_end(r->text, start, end);
        add_token(r, start, piece);
    }
}

/* Steps over the running head at `at`, if one stands there: what stands before
 * and behind it are then two lines of one page. */
static size_t
skip_header(
    const reader *r, size_t at, size_t *line, size_t *before, clause_gap *g)
{
    size_t end = g->ends && r->count ? header_end(r->text, at) : 0, stop;
    clause_gap behind;

    if (!end)
        return at;
    at = clause_skip(r->text, end, line, &behind);
    stop = r->at[r->count - 1].end;
    while (stop < end && r->text.ptr[stop] != '\n')
        stop++;
    g->line = stop > *before ? stop - *before : 0;
    g->ends = 1;
    g->stop |= behind.stop;
    g->bullet = behind.bullet;
    return at;
}

static void
read_all(reader *r)
{
    size_t at = 0, line = 0, end, first, before, head;
    clause_gap g;
    bool mixed;

    for (;;) {
        const token *previous;
        token *t;

        before = line;
        at = clause_skip(r->text, at, &line, &g);
        head = at;
        at = skip_header(r, at, &line, &before, &g);
        if (at >= r->text.len)
            return;
        end = bounds_end(r->text, at, &mixed);
        first = r->count;
        add_run(r, at, end, mixed);
        if (at > head && !g.stop && !g.full)
            r->at[first - 1].gap = GAP_BLANK;
        t = &r->at[first];
        previous = first ? t - 1 : NULL;
        t->line = g.ends || !first;
        t->breaks = clause_starts(r->text, &g, previous,
            previous ? r->forms.ptr + previous->folded : NULL, t);
        at = end;
    }
}

token_list
token_list_read(arena *a, span clean)
{
    reader r = {.arena = a, .text = clean};
    token_list list;
    size_t slots = CACHE_SMALL;

    if (r.text.len > TEXT_MAX)
        r.text.len = TEXT_MAX;
    while (slots < CACHE_LARGE && slots < r.text.len / 16)
        slots *= 2;
    r.mask = slots - 1;
    r.cache = memory_take_zero(slots, sizeof *r.cache);
    make_room(&r, r.text.len / TOKEN_BYTES + ROOM_MIN);
    strbuf_reserve(&r.forms, 64);
    read_all(&r);

    make_room(&r, r.count);

    list.text = r.text;
    list.count = r.count;
    list.at = r.at;
    list.forms = arena_raw(a, r.forms.len + 1);
    memcpy(list.forms, r.forms.ptr, r.forms.len + 1);
    free(r.cache);
    strbuf_release(&r.forms);
    return list;
}

size_t
token_list_find(const token_list *list, size_t at)
{
    size_t low = 0, high = list->count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (list->at[middle].end > at)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}
