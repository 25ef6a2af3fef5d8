#include "common/text/question.h"

#include <pthread.h>

#include "common/text/lexicon.h"

/* Where in the query a phrase must stand. */
enum question_place { PLACE_ANY, PLACE_START, PLACE_END };

#include "common/text/tables/questions.inc"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static lexicon *phrases;
static token_list written[COUNT(question_rows)];
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void
question_load(void)
{
    static arena forever = ARENA_INIT;

    phrases = lexicon_new(question_phrases, COUNT(question_phrases));
    for (size_t i = 0; i < COUNT(question_rows); i++)
        written[i] =
            token_list_read(&forever, span_of(question_rows[i].written));
}

static bool
agrees(const token_list *list, size_t at, const token_list *phrase)
{
    for (size_t i = 0; i < phrase->count; i++)
        if (list->at[at + i].marked &&
            !span_equal(token_exact(list, at + i), token_exact(phrase, i)))
            return false;
    return true;
}

/* The row of the phrase that starts at token `at`, or -1. */
static int
row_at(const token_list *list, size_t at, size_t *used)
{
    const struct question_row *row;
    int found;

    pthread_once(&once, question_load);
    found = lexicon_match(phrases, list, at, used);
    if (found < 0 || !agrees(list, at, &written[found]))
        return -1;
    row = &question_rows[found];
    if ((row->place == PLACE_START && at) ||
        (row->place == PLACE_END && at + *used < list->count))
        return -1;
    return found;
}

question
question_match(const token_list *list, size_t at, size_t *used)
{
    int row = row_at(list, at, used);

    if (row < 0)
        return QUESTION_NONE;
    return question_rows[row].defines ? QUESTION_DEFINES : QUESTION_ASKS;
}

const token_list *
question_written(const token_list *list, size_t at, size_t *used)
{
    int row = row_at(list, at, used);

    return row < 0 ? NULL : &written[row];
}
