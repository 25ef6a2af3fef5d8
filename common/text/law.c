#include "common/text/law.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "common/text/lexicon.h"

#include "common/text/tables/laws.inc"

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum { SHORT_MIN = 3, SHORT_MAX = 8 };

/* What codes are called, and the name of each: "luat lao dong". */
enum { CODES_MAX = 64 };

static lexicon *phrases, *codes, *subjects;
static unsigned short code_names[CODES_MAX];
static unsigned short subject_names[COUNT(law_phrases)];
static pthread_once_t once = PTHREAD_ONCE_INIT;

/* What stands behind the kind: "dat dai" of "luat dat dai". */
static const char *
law_subject(const char *phrase)
{
    static const char *const kinds[] = {"bo luat ", "luat ", "phap lenh "};

    for (size_t i = 0; i < COUNT(kinds); i++)
        if (!strncmp(phrase, kinds[i], strlen(kinds[i])))
            return phrase + strlen(kinds[i]);
    return NULL;
}

/* A law of the name counts before an ordinance. */
static void
law_load_subjects(void)
{
    static const char *called[COUNT(law_phrases)];
    size_t count = 0;

    for (size_t i = 0; i < COUNT(law_phrases); i++) {
        const char *subject = law_subject(law_phrases[i]);

        if (!subject || law_of_phrase[i].approximate)
            continue;
        called[count] = subject;
        subject_names[count++] = law_of_phrase[i].name;
    }
    subjects = lexicon_new(called, count);
}

static void
law_load(void)
{
    static const char *called[CODES_MAX];
    size_t count = 0;

    phrases = lexicon_new(law_phrases, COUNT(law_phrases));
    for (size_t i = 0; i < COUNT(law_phrases) && count < CODES_MAX; i++) {
        if (strncmp(law_phrases[i], "bo luat ", sizeof "bo luat " - 1) ||
            law_of_phrase[i].approximate)
            continue;
        called[count] = law_phrases[i] + sizeof "bo " - 1;
        code_names[count++] = law_of_phrase[i].name;
    }
    codes = lexicon_new(called, count);
    law_load_subjects();
}

static int
law_short_compare(const void *key, const void *element)
{
    return strcmp(key, ((const struct law_short *)element)->folded);
}

static const law_name *
law_match_short(const token_list *list, size_t at)
{
    char folded[SHORT_MAX + 1];
    span s = token_folded(list, at);
    const struct law_short *found;

    if (!list->at[at].capitals || s.len < SHORT_MIN || s.len > SHORT_MAX)
        return NULL;
    memcpy(folded, s.ptr, s.len);
    folded[s.len] = '\0';
    found = bsearch(folded, law_shorts, COUNT(law_shorts), sizeof *law_shorts,
        law_short_compare);
    return found ? &law_names[found->name] : NULL;
}

/* A name of one syllable must stand with its marks: "Luật Dược" is a law,
 * "luật được" is not. */
static bool
law_word_agrees(
    const token_list *list, size_t kind, size_t at, const law_name *name)
{
    if (!*name->word || (!list->at[kind].marked && !list->at[at].marked))
        return true;
    return span_equal(token_exact(list, at), span_of(name->word));
}

const law_name *
law_match(const token_list *list, size_t at, size_t *used, bool *approximate)
{
    const law_name *found;
    int phrase;

    pthread_once(&once, law_load);
    *approximate = false;
    *used = 1;
    if (at >= list->count)
        return NULL;
    found = law_match_short(list, at);
    if (found)
        return found;
    phrase = lexicon_match(phrases, list, at, used);
    if (phrase < 0)
        return NULL;
    *approximate = law_of_phrase[phrase].approximate;
    found = &law_names[law_of_phrase[phrase].name];
    return law_word_agrees(list, at, at + *used - 1, found) ? found : NULL;
}

const law_name *
law_match_code(const token_list *list, size_t at, size_t *used)
{
    int code;

    pthread_once(&once, law_load);
    code = at < list->count ? lexicon_match(codes, list, at, used) : -1;
    return code < 0 ? NULL : &law_names[code_names[code]];
}

const law_name *
law_match_subject(const token_list *list, size_t at, size_t *used)
{
    const law_name *found;
    int subject;

    pthread_once(&once, law_load);
    subject = at < list->count ? lexicon_match(subjects, list, at, used) : -1;
    if (subject < 0)
        return NULL;
    found = &law_names[subject_names[subject]];
    return law_word_agrees(list, at, at + *used - 1, found) ? found : NULL;
}

const law *
law_all(const law_name *name)
{
    return laws + name->first;
}

static bool
law_agrees(const law *l, date stated)
{
    uint32_t day = l->adopted % 10000;

    if (l->adopted / 10000 != stated.year)
        return false;
    return !date_is_full(stated) || !day || l->adopted == date_number(stated);
}

const law *
law_choose(const law_name *name, date stated, date citing)
{
    const law *all = law_all(name), *found = NULL;

    for (size_t i = 0; i < name->count; i++) {
        if (stated.year && law_agrees(&all[i], stated))
            found = &all[i];
        if (!stated.year && citing.year &&
            all[i].adopted <= date_number(citing) + (citing.month ? 0 : 9999))
            found = &all[i];
    }
    if (found || stated.year)
        return found;
    return citing.year ? NULL : &all[name->count - 1];
}

size_t
law_phrase_count(void)
{
    return COUNT(law_phrases);
}

const char *
law_phrase_at(size_t i, const law_name **name, bool *approximate)
{
    *name = &law_names[law_of_phrase[i].name];
    *approximate = law_of_phrase[i].approximate;
    return law_phrases[i];
}
