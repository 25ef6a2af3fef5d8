#include "common/text/law-initials.h"

#include <pthread.h>

#include "common/base/vec.h"
#include "common/text/kind.h"
#include "common/text/syllable.h"
#include "common/text/token-gap.h"

enum { INITIALS_MAX = 16, INITIALS_MIN = 2 };

typedef struct initials {
    char text[INITIALS_MAX];
    size_t len;
    const law_name *name;
} initials;

/* Of all names, once with every word and once without the small ones; never
 * freed. */
static VEC(initials) table;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static bool
is_small(span word)
{
    return span_equal(word, SPAN("va")) || span_equal(word, SPAN("cua"));
}

/* The name without its kind. */
static span
without_kind(span phrase)
{

    for (size_t i = 0; i < kind_count(); i++) {
        span name = span_of(kind_at(i)->folded);

        if (kind_has(kind_at(i), KIND_LAW) && phrase.len > name.len &&
            span_starts_with(phrase, name) && phrase.ptr[name.len] == ' ')
            return span_from(phrase, name.len + 1);
    }
    return SPAN("");
}

static void
add(span words, const law_name *name, bool small)
{
    initials entry = {.name = name};
    span word;

    while (words.len && span_next_field(&words, ' ', &word))
        if (word.len && (small || !is_small(word)) &&
            entry.len + 1 < INITIALS_MAX)
            entry.text[entry.len++] = word.ptr[0];
    if (entry.len >= INITIALS_MIN)
        vec_push(&table, entry);
}

static void
load(void)
{
    for (size_t i = 0; i < law_phrase_count(); i++) {
        bool approximate;
        const law_name *name;
        span words =
            without_kind(span_of(law_phrase_at(i, &name, &approximate)));

        if (approximate || !words.len)
            continue;
        add(words, name, true);
        add(words, name, false);
    }
}

static bool
is(const token_list *list, size_t at, const char *folded)
{
    return at < list->count &&
           span_equal(token_folded(list, at), span_of(folded));
}

/* The year behind the name, if one is said. */
static date
year_behind(const token_list *list, size_t at)
{
    at += is(list, at, "nam");
    return at < list->count ? date_parse(token_source(list, at)) : (date){0};
}

static const law_name *
choose(const char *code, span text, date year)
{
    const law_name *found = NULL;
    uint32_t newest = 0;

    for (size_t i = 0; i < table.count; i++) {
        const initials *entry = &table.at[i];
        const law *l;

        if (strcmp(entry->name->kind, code) ||
            !span_equal(text, (span){entry->text, entry->len}))
            continue;
        l = law_choose(entry->name, (date){.year = year.year}, (date){0});
        if (!l || (found && l->adopted <= newest))
            continue;
        found = entry->name;
        newest = l->adopted;
    }
    return found;
}

/* "HN&GĐ" is two tokens. */
static size_t
read_letters(
    char out[INITIALS_MAX], const token_list *list, size_t at, size_t skip)
{
    size_t used = 0, len = 0;

    for (; at + used < list->count; used++) {
        span s = token_folded(list, at + used);

        if (used && gap_behind(list, at + used - 1).mark != GAP_AND)
            break;
        if (!used)
            s = span_from(s, skip);
        if (len + s.len >= INITIALS_MAX)
            return 0;
        memcpy(out + len, s.ptr, s.len);
        len += s.len;
    }
    out[len] = '\0';
    return used;
}

const law_name *
initials_match(const token_list *list, size_t at, size_t *used)
{
    char text[INITIALS_MAX];
    const char *code = "l";
    size_t first = at, count, skip = 0;

    pthread_once(&once, load);
    if (is(list, at, "bo") && is(list, at + 1, "luat")) {
        code = "bl";
        first = at + 2;
    } else if (is(list, at, "phap") && is(list, at + 1, "lenh")) {
        code = "pl";
        first = at + 2;
    } else if (is(list, at, "luat")) {
        first = at + 1;
    } else if (at < list->count &&
               (span_starts_with(token_folded(list, at), SPAN("bl")) ||
                   span_starts_with(token_folded(list, at), SPAN("pl")))) {
        code = *token_folded(list, at).ptr == 'b' ? "bl" : "pl";
        skip = 2;
    } else {
        return NULL;
    }
    if (first >= list->count || list->at[first].number ||
        (!list->at[first].capitals &&
            syllable_is_folded(token_folded(list, first))))
        return NULL;
    count = read_letters(text, list, first, skip);
    if (!count)
        return NULL;
    *used = first + count - at;
    return choose(code, span_of(text), year_behind(list, at + *used));
}
