#include "common/text/place.h"

#include <pthread.h>

#include "common/text/lexicon.h"
#include "common/text/unicode.h"
#include "common/text/utf8.h"
#include "common/text/word.h"

#include "common/text/tables/place-table.inc"

enum {
    PLACES = sizeof places / sizeof *places,
    NAMES = sizeof name_phrases / sizeof *name_phrases,
    CAPITALS = sizeof capital_phrases / sizeof *capital_phrases,
    NAME_MAX_BYTES = 64, /* of a folded name */
    QUERY_MAX = 48       /* tokens of what may be a query */
};

static pthread_once_t built = PTHREAD_ONCE_INIT;
static lexicon *names, *capitals;

static void
build(void)
{
    names = lexicon_new(name_phrases, NAMES);
    capitals = lexicon_new(capital_phrases, CAPITALS);
}

size_t
place_count(void)
{
    return PLACES;
}

const place *
place_at(size_t i)
{
    return &places[i];
}

const place *
place_by_slug(span slug)
{
    for (size_t i = 0; i < PLACES; i++)
        if (span_equal(slug, span_of(places[i].slug)))
            return &places[i];
    return NULL;
}

/* Writes the folded letters and digits of `name` with one `blank` between
 * runs; what does not fit is cut off. */
static size_t
fold(char *out, size_t room, span name, char blank)
{
    size_t at = 0, n = 0;
    bool gap = false;

    while (at < name.len) {
        uint32_t code = utf8_next(name, &at);
        char_class class = unicode_class(code);
        uint32_t plain = unicode_fold(code);

        if (class == CHAR_MARK || class == CHAR_IGNORABLE)
            continue;
        if ((class != CHAR_LETTER && class != CHAR_DIGIT) || plain > 0x7f) {
            gap = n > 0;
            continue;
        }
        if (n + gap + 1 > room)
            break;
        if (gap)
            out[n++] = blank;
        out[n++] = (char)plain;
        gap = false;
    }
    return n;
}

const place *
place_by_name(span name)
{
    char room[NAME_MAX_BYTES];
    span whole, bare;

    whole = (span){room, fold(room, sizeof room, name, ' ')};
    bare = span_from(whole, word_head(whole, ' ', WORD_PROVINCE));
    for (size_t i = 0; i < NAMES; i++) {
        span phrase = span_of(name_phrases[i]);

        if (span_equal(whole, phrase) || span_equal(bare, phrase))
            return &places[name_places[i]];
    }
    return NULL;
}

static bool
is_token(const token_list *list, size_t at, const char *folded)
{
    return token_is(list, at, folded);
}

/* The number of tokens of "tỉnh", "thành phố" or "TP" at `at`. */
static size_t
type_length(const token_list *list, size_t at, bool *city)
{
    *city = false;
    if (is_token(list, at, "tinh"))
        return 1;
    *city = true;
    if (is_token(list, at, "tp"))
        return 1;
    if (is_token(list, at, "thanh") && is_token(list, at + 1, "pho"))
        return 2;
    *city = false;
    return 0;
}

/* True behind a word that makes the name that of a smaller place (huyện Hòa
 * Bình); thị xã is one of them. */
static bool
is_smaller(const token_list *list, size_t at)
{
    return at && word_at(list, at - 1, WORD_NOT_PROVINCE);
}

static bool
is_query(const token_list *list)
{
    if (list->count > QUERY_MAX)
        return false;
    for (size_t i = 0; i < list->count; i++)
        if (list->at[i].upper)
            return false;
    return true;
}

static bool
is_person(int index)
{
    for (size_t i = 0; i < sizeof persons / sizeof *persons; i++)
        if (persons[i] == index)
            return true;
    return false;
}

const place *
place_match(const token_list *list, size_t at, size_t *used)
{
    bool city;
    size_t type = type_length(list, at, &city), length = 0;
    int found;

    pthread_once(&built, build);
    *used = 0;
    if (at + type >= list->count)
        return NULL;
    if (!type && at >= 1 && is_token(list, at - 1, "tp"))
        city = true;
    if (!type && at >= 2 && is_token(list, at - 2, "thanh"))
        city = is_token(list, at - 1, "pho");
    found = lexicon_match(names, list, at + type, &length);
    if (found < 0 || (!type && is_smaller(list, at)))
        return NULL;
    if (!list->at[at + type].upper && !is_query(list))
        return NULL;
    if (is_person(name_places[found]) && !city && length > 1)
        return NULL;
    *used = type + length;
    return &places[name_places[found]];
}

const place *
place_by_capital(const token_list *list, size_t at, size_t *used)
{
    int found;

    pthread_once(&built, build);
    *used = 0;
    if (at >= list->count)
        return NULL;
    found = lexicon_match(capitals, list, at, used);
    return found < 0 ? NULL : &places[capital_places[found]];
}

const place *
place_of_district(span slug)
{
    size_t low = 0, high = sizeof districts / sizeof *districts;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = span_compare(span_of(districts[middle].slug), slug);

        if (!order)
            return &places[districts[middle].place];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

span
place_slug(arena *a, span name)
{
    char *out = arena_take(a, name.len + 1);

    return (span){out, fold(out, name.len, name, '-')};
}

span
place_above(span path, unsigned levels)
{
    size_t end = 0;

    for (; end < path.len; end++)
        if (path.ptr[end] == '.' && !--levels)
            break;
    return span_slice(path, 0, end);
}
