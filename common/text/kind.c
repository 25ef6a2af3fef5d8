#include "common/text/kind.h"

#include <pthread.h>
#include <stdlib.h>

#include "common/text/lexicon.h"
#include "common/text/symbol-letters.h"

#include "common/text/tables/kinds.inc"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static lexicon *phrases;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void
kind_load(void)
{
    phrases = lexicon_new(kind_phrases, COUNT(kind_phrases));
}

size_t
kind_count(void)
{
    return COUNT(kinds);
}

const kind *
kind_at(size_t i)
{
    return i < COUNT(kinds) ? &kinds[i] : NULL;
}

const kind *
kind_by_code(span code)
{
    for (size_t i = 0; i < COUNT(kinds); i++)
        if (span_equal(code, span_of(kinds[i].code)))
            return &kinds[i];
    return NULL;
}

const kind *
kind_by_name(span name)
{
    arena scratch = ARENA_INIT;
    token_list list = token_list_read(&scratch, name);
    size_t used = 0;
    const kind *found = kind_match(&list, 0, &used);

    if (found && used != list.count)
        found = NULL;
    arena_release(&scratch);
    if (!found)
        kind_by_letters(span_trim(name), &found, 1);
    return found;
}

/* One syllable alone is too short to be known without its marks: "luật" is
 * a kind and "luật" with other marks is not. */
static bool
kind_word_agrees(const token_list *list, size_t at, const kind *k)
{
    return !list->at[at].marked ||
           span_equal(token_exact(list, at), span_of(k->name));
}

const kind *
kind_match(const token_list *list, size_t at, size_t *used)
{
    int phrase;
    const kind *found;

    pthread_once(&once, kind_load);
    if (at >= list->count)
        return NULL;
    phrase = lexicon_match(phrases, list, at, used);
    if (phrase < 0)
        return NULL;
    found = &kinds[kind_of_phrase[phrase]];
    if (*used == 1 && !kind_word_agrees(list, at, found))
        return NULL;
    return found;
}

static int
kind_mark_compare(const void *key, const void *element)
{
    return strcmp(key, ((const struct kind_mark *)element)->folded);
}

/* Appends the kinds of the marks that are equal with their strokes, or those
 * that are not. */
static size_t
kind_collect(const struct kind_mark *from, const struct kind_mark *to,
    const char *lower, bool equal, const kind **out, size_t room, size_t count)
{
    for (; from < to && count < room; from++) {
        if (!strcmp(from->lower, lower) == equal)
            out[count++] = &kinds[from->kind];
    }
    return count;
}

size_t
kind_by_letters(span letters, const kind **out, size_t room)
{
    char folded[LETTERS_MAX], lower[LETTERS_MAX];
    const struct kind_mark *from, *to, *end = kind_marks + COUNT(kind_marks);
    size_t count;

    if (!letters_fold(folded, letters) || !letters_lower(lower, letters))
        return 0;
    from = bsearch(folded, kind_marks, COUNT(kind_marks), sizeof *kind_marks,
        kind_mark_compare);
    if (!from)
        return 0;
    while (from > kind_marks && !strcmp(from[-1].folded, folded))
        from--;
    for (to = from; to < end && !strcmp(to->folded, folded);)
        to++;
    count = kind_collect(from, to, lower, true, out, room, 0);
    return kind_collect(from, to, lower, false, out, room, count);
}
