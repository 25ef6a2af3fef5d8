#include "indexer/references-reference.h"

#include "common/text/token-gap.h"

/* The break before token `i`.  A colon and brackets do not end a sentence. */
static reference_break
break_before(const token_list *list, size_t i)
{
    if (!i || !list->at[i].breaks)
        return BREAK_NONE;
    switch (gap_behind(list, i - 1).mark) {
    case GAP_SEMICOLON:
        return BREAK_CLAUSE;
    case GAP_COLON:
        return list->at[i].line ? BREAK_SENTENCE : BREAK_NONE;
    case GAP_OPEN:
    case GAP_CLOSE:
    case GAP_COMMA:
        return BREAK_NONE;
    case GAP_OTHER: {
        size_t from = list->at[i - 1].end, to = list->at[i].start;
        span between = span_slice(list->text, from, to);

        if (memchr(between.ptr, '.', between.len) || list->at[i].line)
            return BREAK_SENTENCE;
        return memchr(between.ptr, ';', between.len) ? BREAK_CLAUSE
                                                     : BREAK_NONE;
    }
    default:
        return BREAK_SENTENCE;
    }
}

reference_break
reference_break_between(const token_list *list, size_t from, size_t to)
{
    reference_break strongest = BREAK_NONE;

    for (size_t i = from + 1; i <= to && i < list->count; i++) {
        reference_break found = break_before(list, i);

        if (found == BREAK_SENTENCE)
            return found;
        if (found > strongest)
            strongest = found;
    }
    return strongest;
}

size_t
reference_sentence_start(const token_list *list, size_t at, size_t most)
{
    size_t end = at > most ? at - most : 0;

    while (at > end && break_before(list, at) != BREAK_SENTENCE)
        at--;
    return at;
}

int
reference_before(const reference_list *list, size_t i)
{
    while (i-- > 0)
        if (!list->at[i].dropped)
            return (int)i;
    return NO_REFERENCE;
}
