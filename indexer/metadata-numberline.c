#include "indexer/metadata-numberline.h"

#include "common/text/unicode.h"
#include "common/text/utf8.h"

enum { NUMBER_MAX = 60, DIGITS_MAX = 5 };

/* The digits that start `s`, without leading zeros. */
static span
number_in(span s)
{
    size_t n = 0;

    while (n < s.len && s.ptr[n] >= '0' && s.ptr[n] <= '9')
        n++;
    s = span_slice(s, 0, n);
    while (s.len > 1 && s.ptr[0] == '0')
        s = span_from(s, 1);
    return s;
}

/* What stands there up to the next blank. */
static span
piece_at(span text, size_t start)
{
    size_t end = start;

    while (end < text.len && end - start < NUMBER_MAX &&
           (unsigned char)text.ptr[end] > ' ' && text.ptr[end] != '|')
        end++;
    while (end > start && strchr(".,;:*)", text.ptr[end - 1]))
        end--;
    return span_slice(text, start, end);
}

/* The letters of a symbol are Latin: what looks like them is meant so. */
static span
in_latin(arena *a, span s)
{
    char *out = arena_array(a, 4 * s.len + 4, 1);
    size_t len = 0, at = 0;

    while (at < s.len)
        len += utf8_put(out + len, unicode_confusable(utf8_next(s, &at)));
    return (span){out, len};
}

static bool
is_separator(span s)
{
    return s.len && strchr("-/", s.ptr[s.len - 1]);
}

/* Capitals, digits and separators, as symbols are made of. */
static bool
is_symbol_like(span s)
{
    size_t at = 0, capitals = 0;

    while (at < s.len) {
        uint32_t code = utf8_next(s, &at);

        if (unicode_is_upper(code))
            capitals++;
        else if (code >= 0x80 || !strchr("-/&.()0123456789", (int)code))
            return false;
    }
    return capitals > 1;
}

/* The first word of the line below byte `at`: in two columns the right one
 * stands behind the left one's broken line. */
static span
piece_below(span text, size_t at)
{
    size_t end = span_find(text, SPAN("\n"), at);

    if (end >= text.len)
        return SPAN("");
    for (end++; end < text.len && strchr(" \t|", text.ptr[end]);)
        end++;
    return piece_at(text, end);
}

bool
numberline_goes_on(arena *a, span before, span words)
{
    return is_symbol_like(in_latin(a, words)) &&
           (is_separator(before) || words.ptr[0] == '-');
}

/* The symbol goes on behind what was read of it: on the line below, or with
 * letters of another script that look like Latin ones. */
static void
read_rest(arena *a, const token_list *list, size_t at, symbol *out)
{
    span text = list->text, rest, below, all;
    size_t from = out->end, used;
    token_list again;
    symbol longer;

    while (from < text.len && text.ptr[from] == ' ')
        from++;
    rest = piece_at(text, from);
    below = in_latin(a, piece_below(text, from));
    if (!numberline_goes_on(a, rest, below))
        below = SPAN("");
    rest = in_latin(a, rest);
    if ((!rest.len || !strchr("-/", rest.ptr[0])) && !below.len)
        return;
    all = arena_print(a, "%.*s%.*s%.*s",
        SPAN_PRINT(span_slice(text, list->at[at].start, out->end)),
        SPAN_PRINT(rest), SPAN_PRINT(below));
    again = token_list_read(a, all);
    if (!symbol_match(a, &again, 0, false, &longer, &used) ||
        longer.number.len <= out->number.len)
        return;
    longer.start = out->start;
    longer.end = out->end;
    *out = longer;
}

/* A scan reads letters for the digits of a number: "II /2026/QĐ-UBND".  What
 * stands behind them must make a symbol of a known kind. */
static bool
read_scanned(arena *a, const token_list *list, size_t at, symbol *out)
{
    static const char letters[] = "IlOoSB", digits[] = "110058";
    span word = token_source(list, at), rest;
    size_t end = list->at[at].end, line, used;
    token_list again;
    char *text;

    line = span_find(list->text, SPAN("\n"), end);
    rest = span_slice(
        list->text, end, line < end + NUMBER_MAX ? line : end + NUMBER_MAX);
    text = arena_array(a, word.len + rest.len + 1, 1);
    memcpy(text + word.len, rest.ptr, rest.len);
    for (size_t i = 0; i < word.len; i++) {
        const char *letter = strchr(letters, word.ptr[i]);

        if (!letter || word.len > DIGITS_MAX)
            return false;
        text[i] = digits[letter - letters];
    }
    again = token_list_read(a, (span){text, word.len + rest.len});
    return symbol_match(a, &again, 0, false, out, &used) && out->kind &&
           out->issuer;
}

bool
numberline_read(arena *a, const token_list *list, size_t at, symbol *out)
{
    size_t used;

    if (at >= list->count)
        return false;
    if (!list->at[at].number)
        return read_scanned(a, list, at, out);
    if (symbol_match(a, list, at, false, out, &used)) {
        read_rest(a, list, at, out);
        return true;
    }
    *out = (symbol){.start = list->at[at].start, .end = list->at[at].end};
    out->number = piece_at(list->text, list->at[at].start);
    out->no = number_in(out->number);
    return out->no.len > 0;
}

symbol
numberline_of(arena *a, span text)
{
    token_list list = token_list_read(a, span_trim(text));
    symbol s = {.number = span_trim(text)};
    size_t used;

    if (list.count && (symbol_match(a, &list, 0, false, &s, &used) ||
                          symbol_match(a, &list, 0, true, &s, &used)))
        return s;
    return (symbol){
        .number = span_trim(text), .no = number_in(span_trim(text))};
}
