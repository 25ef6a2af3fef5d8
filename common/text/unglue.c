#include "common/text/unglue.h"

#include "common/base/strbuf.h"
#include "common/base/vec.h"
#include "common/text/syllable.h"
#include "common/text/unicode.h"
#include "common/text/utf8.h"

enum { PIECE_MIN = 2, PIECES_MAX = 4 };

/* Words that stand before a number. */
static bool
leads_number(span folded)
{
    static const char *const words[] = {
        "so", "ngay", "thang", "nam", "dieu", "khoan", "diem"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (span_equal(folded, span_of(words[i])))
            return true;
    return false;
}

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
        return leads_number(fold_piece(out, head));
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
    strbuf forms;
    VEC(token) tokens;
} splitter;

static void
add_form(splitter *s, uint32_t *place, uint8_t *len, span form)
{
    *place = (uint32_t)s->forms.len;
    *len = (uint8_t)form.len;
    strbuf_add(&s->forms, form);
}

static void
add_piece(splitter *s, const token *whole, size_t from, size_t to)
{
    span piece = span_slice(s->list->text, from, to), folded;
    char out[TOKEN_MAX];
    size_t at = 0, len = 0;
    token t = *whole;

    t.start = (uint32_t)from;
    t.end = (uint32_t)to;
    t.breaks = whole->breaks && from == whole->start;
    t.line = whole->line && from == whole->start;
    folded = fold_piece(out, piece);
    t.id = syllable_id(folded);
    t.number = folded.ptr[0] >= '0' && folded.ptr[0] <= '9';
    t.upper = unicode_is_upper(utf8_next(piece, &at));
    add_form(s, &t.folded, &t.folded_len, folded);
    for (at = 0; at < piece.len && len + 4 < TOKEN_MAX;)
        len += utf8_put(out + len, unicode_lower(utf8_next(piece, &at)));
    add_form(s, &t.exact, &t.exact_len, (span){out, len});
    vec_push(&s->tokens, t);
}

/* Lower-case tokens without digits have no seam; most tokens are such. */
static bool
may_have_seam(const token_list *list, size_t i)
{
    const token *t = &list->at[i];
    span source = token_source(list, i);
    bool digit = false, letter = false;

    if (source.len < 4 || source.len > 48 || t->capitals)
        return false;
    for (size_t b = 0; b < source.len; b++) {
        unsigned char c = (unsigned char)source.ptr[b];

        digit |= c >= '0' && c <= '9';
        letter |= c >= 'A' && c != '_';
    }
    if (digit)
        return letter;
    for (size_t at = 1; at < source.len;) {
        if (((unsigned char)source.ptr[at] & 0xc0) == 0x80)
            at++;
        else if (unicode_is_upper(utf8_next(source, &at)))
            return true;
    }
    return false;
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
        add_piece(s, t, from, from + seam);
        from += seam;
    }
    if (from == t->start)
        vec_push(&s->tokens, *t);
    else
        add_piece(s, t, from, t->end);
}

/* Takes over the tokens and forms of the list up to token `i`. */
static void
start_copy(splitter *s, size_t i)
{
    const token *end = &s->list->at[s->list->count - 1];
    size_t bytes = end->exact + (size_t)end->exact_len;

    for (size_t k = 0; k < s->list->count; k++) {
        const token *t = &s->list->at[k];

        if (t->exact + (size_t)t->exact_len > bytes)
            bytes = t->exact + (size_t)t->exact_len;
        if (t->folded + (size_t)t->folded_len > bytes)
            bytes = t->folded + (size_t)t->folded_len;
    }
    strbuf_add(&s->forms, (span){s->list->forms, bytes});
    for (size_t k = 0; k < i; k++)
        vec_push(&s->tokens, s->list->at[k]);
}

token_list
unglue_tokens(arena *a, const token_list *list)
{
    splitter s = {.list = list, .forms = STRBUF_INIT, .tokens = VEC_INIT};
    token_list out = *list;

    for (size_t i = 0; i < list->count; i++) {
        bool seam = may_have_seam(list, i) && find_seam(token_source(list, i));

        if (seam && !s.forms.len)
            start_copy(&s, i);
        if (seam)
            split(&s, i);
        else if (s.forms.len)
            vec_push(&s.tokens, list->at[i]);
    }
    if (s.forms.len) {
        out.at = arena_array(a, s.tokens.count, sizeof *out.at);
        memcpy(out.at, s.tokens.at, s.tokens.count * sizeof *out.at);
        out.count = s.tokens.count;
        out.forms = (char *)arena_copy(a, strbuf_span(&s.forms)).ptr;
    }
    vec_release(&s.tokens);
    strbuf_release(&s.forms);
    return out;
}
