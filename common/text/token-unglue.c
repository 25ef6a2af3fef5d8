#include "common/text/token-unglue.h"

#include "common/base/memory.h"
#include "common/text/syllable.h"
#include "common/text/token-gap.h"
#include "common/text/unicode.h"
#include "common/text/utf8.h"
#include "common/text/word.h"

enum { PIECE_MIN = 2, PIECES_MAX = 4 };

static span
fold_piece(char out[TOKEN_MAX], span piece)
{
    size_t len = 0;

    for (size_t at = 0; at < piece.len && len + 4 < TOKEN_MAX;) {
        uint32_t code = unicode_fold(utf8_next(piece, &at));

        if (unicode_class(code) != CHAR_MARK)
            len += utf8_put(out + len, code);
    }
    return (span){out, len};
}

/* True if `head` and `tail` of a token are two words: a word and its number,
 * a year and a word, a syllable and a capitalised one. */
static bool
is_seam(span head, span tail)
{
    char out[TOKEN_MAX];
    size_t at = 0, before = head.len;
    uint32_t first = utf8_next(tail, &at);
    uint32_t last = utf8_previous(head, &before);
    bool digit = first >= '0' && first <= '9';

    if (digit)
        return word_number(fold_piece(out, head), WORD_LEADS_NUMBER) > 0;
    if (last >= '0' && last <= '9')
        return unicode_lower(first) == first && utf8_count(tail) > PIECE_MIN &&
               head.len == 4;
    return unicode_is_upper(first) && !unicode_is_upper(last) &&
           utf8_count(head) >= PIECE_MIN && utf8_count(tail) >= PIECE_MIN &&
           syllable_is_folded(fold_piece(out, head));
}

/* The byte of the first seam of `source` behind its start, or 0. */
static size_t
find_seam(span source)
{
    for (size_t at = 0; at < source.len;) {
        size_t from = at;
        uint32_t code = utf8_next(source, &at);
        bool border = (code >= '0' && code <= '9') || unicode_is_upper(code);

        if (from && !border)
            border = source.ptr[from - 1] >= '0' && source.ptr[from - 1] <= '9';
        if (from && border &&
            is_seam(span_slice(source, 0, from), span_from(source, from)))
            return from;
    }
    return 0;
}

typedef struct splitter {
    const token_list *list;
    token *at;
    size_t count;
    size_t room;
} splitter;

static size_t
letters_in(span s)
{
    return utf8_count(s);
}

/* The part [from, to) of a glued token.  Its forms are parts of the whole
 * one's: folding keeps the number of letters, lower case that of bytes. */
static token
piece_of(const token_list *list, const token *whole, size_t from, size_t to)
{
    span text = list->text;
    size_t before = letters_in(span_slice(text, whole->start, from));
    size_t at = 0;
    token t = *whole;

    t.start = (uint32_t)from;
    t.end = (uint32_t)to;
    t.folded += (uint32_t)before;
    t.folded_len = (uint8_t)letters_in(span_slice(text, from, to));
    t.exact += (uint32_t)(from - whole->start);
    t.exact_len = (uint8_t)(to - from);
    t.breaks = whole->breaks && from == whole->start;
    t.line = whole->line && from == whole->start;
    if (to < whole->end)
        t.gap = GAP_BLANK | GAP_TIGHT;
    t.id = syllable_id((span){list->forms + t.folded, t.folded_len});
    t.number = list->forms[t.folded] >= '0' && list->forms[t.folded] <= '9';
    t.upper = unicode_is_upper(utf8_next(span_slice(text, from, to), &at));
    return t;
}

/* Syllables are not glued; of the rest only what has a digit or a capital
 * behind its first letter can be. */
static bool
may_have_seam(const token_list *list, size_t i)
{
    const token *t = &list->at[i];
    span source = token_source(list, i);
    bool digit = false, letter = false;

    if (t->id < SYLLABLE_ID_KNOWN || source.len < 4 || t->capitals ||
        t->exact_len != source.len || t->folded_len != letters_in(source))
        return false;
    for (size_t b = 0; b < source.len; b++) {
        unsigned char c = (unsigned char)source.ptr[b];

        digit |= c >= '0' && c <= '9';
        letter |= c >= 'A' && c != '_';
    }
    return letter && (digit || !list->at[i].number);
}

static void
push(splitter *s, token t)
{
    s->at = memory_grow(s->at, &s->room, s->count + 1, sizeof *s->at);
    s->at[s->count++] = t;
}

static void
split(splitter *s, size_t i)
{
    const token *t = &s->list->at[i];
    size_t from = t->start;

    for (int n = 1; n < PIECES_MAX; n++) {
        size_t seam = find_seam(span_slice(s->list->text, from, t->end));

        if (!seam)
            break;
        push(s, piece_of(s->list, t, from, from + seam));
        from += seam;
    }
    push(s, piece_of(s->list, t, from, t->end));
}

/* Takes over the tokens before `i` that were not yet. */
static void
copy_up_to(splitter *s, size_t *done, size_t i)
{
    size_t n = i - *done;

    s->at = memory_grow(s->at, &s->room, s->list->count + 64, sizeof *s->at);
    s->at = memory_grow(s->at, &s->room, s->count + n + 1, sizeof *s->at);
    memcpy(s->at + s->count, s->list->at + *done, n * sizeof *s->at);
    s->count += n;
    *done = i;
}

bool
unglue_tokens(const token_list *list, token_list *out)
{
    splitter s = {.list = list};
    size_t done = 0;

    *out = *list;
    for (size_t i = 0; i < list->count; i++) {
        if (!may_have_seam(list, i) || !find_seam(token_source(list, i)))
            continue;
        copy_up_to(&s, &done, i);
        split(&s, i);
        done = i + 1;
    }
    if (!s.at)
        return false;
    copy_up_to(&s, &done, list->count);
    out->at = s.at;
    out->count = s.count;
    return true;
}
