#include "common/text/issuer.h"

#include <pthread.h>
#include <stdlib.h>

#include "common/text/lexicon.h"
#include "common/text/symbol-letters.h"
#include "common/text/word.h"

#include "common/text/tables/issuers.inc"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static lexicon *phrases;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void
issuer_load(void)
{
    phrases = lexicon_new(issuer_phrases, COUNT(issuer_phrases));
}

const issuer *
issuer_by_id(span id)
{
    for (size_t i = 0; i < COUNT(issuers); i++)
        if (span_equal(id, span_of(issuers[i].id)))
            return &issuers[i];
    return NULL;
}

static int
issuer_mark_compare(const void *key, const void *element)
{
    return strcmp(key, ((const struct issuer_mark *)element)->folded);
}

static const struct issuer_mark *
issuer_find_mark(span letters)
{
    char folded[LETTERS_MAX];

    if (!letters_fold(folded, letters))
        return NULL;
    return bsearch(folded, issuer_marks, COUNT(issuer_marks),
        sizeof *issuer_marks, issuer_mark_compare);
}

const issuer *
issuer_by_letters(span letters)
{
    const struct issuer_mark *mark = issuer_find_mark(letters);

    return mark ? &issuers[mark->issuer] : NULL;
}

span
issuer_spelling(span letters)
{
    const struct issuer_mark *mark = issuer_find_mark(letters);

    return mark ? span_of(mark->letters) : letters;
}

const issuer *
issuer_match(const token_list *list, size_t at, size_t *used)
{
    int phrase;

    pthread_once(&once, issuer_load);
    if (at >= list->count)
        return NULL;
    phrase = lexicon_match(phrases, list, at, used);
    if (phrase < 0)
        return NULL;
    if (issuer_of_phrase[phrase].capitals && !list->at[at].capitals)
        return NULL;
    return &issuers[issuer_of_phrase[phrase].issuer];
}

bool
issuer_outranks(const issuer *a, const issuer *b)
{
    if (!a || !b || a->sphere != b->sphere)
        return false;
    return issuer_ranks[a - issuers] >= issuer_ranks[b - issuers];
}

level
issuer_level(
    const issuer *who, const token_list *list, size_t first, size_t last)
{
    static const struct {
        word_list words;
        level level;
    } levels[] = {{WORD_PROVINCE_LEVEL, LEVEL_PROVINCE},
        {WORD_DISTRICT_LEVEL, LEVEL_DISTRICT},
        {WORD_COMMUNE_LEVEL, LEVEL_COMMUNE}};
    level found = who->level;

    if (found != LEVEL_UNKNOWN)
        return found;
    for (size_t at = first; at < last && at < list->count; at++)
        for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
            if (word_at(list, at, levels[i].words))
                found = levels[i].level;
    return found;
}
