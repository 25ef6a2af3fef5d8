#include "indexer/references-trigger.h"

#include <pthread.h>

#include "common/text/lexicon.h"

#include "indexer/tables/triggers.inc"

static lexicon *phrases;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void
load(void)
{
    phrases = lexicon_new(
        trigger_phrases, sizeof trigger_phrases / sizeof *trigger_phrases);
}

const trigger *
trigger_match(const token_list *list, size_t at, size_t *used)
{
    const trigger *found;
    int phrase;

    pthread_once(&once, load);
    phrase = lexicon_match(phrases, list, at, used);
    if (phrase < 0)
        return NULL;
    found = &triggers[phrase];
    if (*found->word && list->at[at].marked &&
        !span_equal(token_exact(list, at), span_of(found->word)))
        return NULL;
    return found;
}
