#include "indexer/references-reference.h"

#include "common/text/token-gap.h"
#include "common/text/word.h"
#include "indexer/references-trigger.h"

enum { WRAPPED_TOKENS = 60 /* tokens of a line that a printer wrapped */ };

/* A line that ends in such a word goes on, whatever the next starts with. */
static bool
is_open(const token_list *list, size_t at)
{
    return !list->at[at].capitals && word_at(list, at, WORD_OPEN_LINE);
}

/* A line that starts like this is no title: it ends with a mark. */
static bool
starts_sentence(const token_list *list, size_t at)
{
    if (!list->at[at].upper)
        return !list->at[at].number;
    return !list->at[at].capitals && word_at(list, at, WORD_STARTS_SENTENCE);
}

/* "Điều 5", "Căn cứ", or capitals below small letters. */
static bool
starts_block(const token_list *list, size_t i)
{
    return (list->at[i].capitals && !list->at[i - 1].capitals) ||
           list->at[i].number || word_at(list, i, WORD_STARTS_BLOCK);
}

/* True if the words of a trigger stand on both sides of the line end before
 * token `i`: "BÃI⏎BỎ". */
static bool
parts_trigger(const token_list *list, size_t i)
{
    size_t used = 0;

    for (size_t back = 1; back <= 2 && back <= i; back++)
        if (trigger_match(list, i - back, &used) && used > back)
            return true;
    return false;
}

/* True if the line that ends before token `i` was wrapped in the middle of a
 * sentence: the next one starts with a capital by chance. */
static bool
is_wrapped(const token_list *list, size_t i)
{
    size_t line = i - 1, end = i > WRAPPED_TOKENS ? i - WRAPPED_TOKENS : 0;

    if (parts_trigger(list, i) || is_open(list, i - 1))
        return true;
    if (starts_block(list, i))
        return false;
    while (line > end && !list->at[line].line)
        line--;
    return starts_sentence(list, line);
}

static bool
is_paragraph(const token_list *list, size_t i)
{
    size_t from = list->at[i - 1].end, ends = 0;

    for (; from < list->at[i].start; from++)
        ends += list->text.ptr[from] == '\n';
    return ends > 1;
}

/* The break before token `i`.  A colon and brackets do not end a sentence. */
static reference_break
read_break(const token_list *list, size_t i)
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
    case GAP_BLANK:
        return !is_paragraph(list, i) && is_wrapped(list, i) ? BREAK_NONE
                                                             : BREAK_SENTENCE;
    default:
        return BREAK_SENTENCE;
    }
}

/* The same, read once a token: mentions that stand near one another ask for
 * the same ones. */
static reference_break
break_before(const token_list *list, size_t i)
{
    token *t = &list->at[i];

    if (!t->stop)
        t->stop = (uint8_t)(1 + read_break(list, i));
    return (reference_break)(t->stop - 1);
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

void
reference_set(
    reference *ref, relation how, int head, const char *rule, double sure)
{
    ref->relation = how;
    ref->head = head;
    ref->rule = rule;
    ref->confidence = ref->cite.confidence * sure;
    ref->bound = true;
}

bool
reference_inherit(reference_list *list, size_t i, int from)
{
    reference *ref = &list->at[i];
    const reference *before;

    if (from < 0)
        return false;
    before = &list->at[from];
    if (before->relation == REL_SELF || (before->quoted && !ref->quoted))
        return false;
    reference_set(ref, before->relation, before->head, "list", 0.95);
    ref->bound = before->bound;
    return true;
}
