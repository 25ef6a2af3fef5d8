#include "indexer/metadata-numberline.h"

enum { NUMBER_MAX = 60 };

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
word_at(span text, size_t start)
{
    size_t end = start;

    while (end < text.len && end - start < NUMBER_MAX &&
           (unsigned char)text.ptr[end] > ' ' && text.ptr[end] != '|')
        end++;
    while (end > start && strchr(".,;:*)", text.ptr[end - 1]))
        end--;
    return span_slice(text, start, end);
}

bool
numberline_read(arena *a, const token_list *list, size_t at, symbol *out)
{
    size_t used;

    if (at >= list->count || !list->at[at].number)
        return false;
    if (symbol_match(a, list, at, false, out, &used))
        return true;
    *out = (symbol){.start = list->at[at].start, .end = list->at[at].end};
    out->number = word_at(list->text, list->at[at].start);
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
