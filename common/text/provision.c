#include "common/text/provision.h"

#include <stdio.h>
#include <stdlib.h>

#include "common/base/strbuf.h"
#include "common/base/vec.h"
#include "common/text/token-gap.h"
#include "common/text/word.h"

enum { ITEMS_MAX = 400, POINT = 1, CLAUSE = 2, ARTICLE = 3, VALUE_MAX = 6 };

typedef struct item {
    int level;
    char value[VALUE_MAX + 2]; /* NUL-terminated */
    bool parent;               /* lower units stand before it */
    bool range;                /* "đến" stands before it */
} item;

typedef struct reader {
    const token_list *list;
    size_t at;
    bool own;
    VEC(item) items;
} reader;

static bool
is(const reader *r, size_t at, const char *folded)
{
    return token_is(r->list, at, folded);
}

static int
level_of(span folded)
{
    if (span_equal(folded, SPAN("dieu")))
        return ARTICLE;
    if (span_equal(folded, SPAN("khoan")))
        return CLAUSE;
    if (span_equal(folded, SPAN("diem")))
        return POINT;
    return 0;
}

bool
provision_starts(span folded)
{
    return level_of(folded) > 0;
}

/* The number of an article or clause, the letter of a point; 0 if token `at`
 * is none. */
static bool
read_value(const reader *r, size_t at, int level, char out[VALUE_MAX + 2])
{
    span exact;
    size_t digits = 0;

    if (at >= r->list->count)
        return false;
    exact = token_exact(r->list, at);
    if (!exact.len || exact.len > VALUE_MAX)
        return false;
    while (digits < exact.len && exact.ptr[digits] >= '0' &&
           exact.ptr[digits] <= '9')
        digits++;
    if (level == POINT) {
        size_t letter = (unsigned char)exact.ptr[0] == 0xC4 ? 2 : 1;

        if (digits || exact.len > letter + 2 ||
            !((exact.ptr[0] >= 'a' && exact.ptr[0] <= 'y') ||
                (exact.len >= 2 && !memcmp(exact.ptr, "đ", 2))))
            return false;
        if (exact.len > letter &&
            (exact.ptr[letter] < '0' || exact.ptr[letter] > '9'))
            return false;
    } else if (!digits || digits > 4 || exact.len > digits + 2) {
        return false;
    }
    memcpy(out, exact.ptr, exact.len);
    out[exact.len] = '\0';
    return true;
}

static bool
is_connector(const reader *r, size_t at)
{
    return is(r, at, "va") || is(r, at, "hoac");
}

/* True if no sentence ends between token `at` and the one before it, except
 * at a semicolon that a unit word follows. */
static bool
is_joined(const reader *r, size_t at)
{
    gap_mark mark;

    if (at >= r->list->count)
        return false;
    mark = gap_behind(r->list, at - 1).mark;
    if (mark == GAP_SEMICOLON)
        return level_of(token_folded(r->list, at)) > 0;
    return mark == GAP_BLANK || mark == GAP_COMMA;
}

/* The unit word at `at`, perhaps behind "các", "của", "tại"; 0 if none. */
static int
unit_at(const reader *r, size_t at, size_t *word)
{
    int level;

    if (word_at(r->list, at, WORD_BEFORE_UNIT) && is_joined(r, at + 1))
        at++;
    *word = at;
    level = at < r->list->count ? level_of(token_folded(r->list, at)) : 0;
    return level;
}

static void
push(reader *r, int level, const char *value, bool range)
{
    item it = {.level = level, .range = range};

    memcpy(it.value, value, strlen(value) + 1);
    vec_push(&r->items, it);
}

/* One unit or, in a list, one more number of the same unit.  Moves r->at
 * behind it; false if none follows. */
static bool
read_item(reader *r, int *level)
{
    char value[VALUE_MAX + 2];
    size_t at = r->at, word;
    bool range = false, list = !r->items.count;
    int unit;

    if (!list && !is_joined(r, at))
        return false;
    if (!list && gap_behind(r->list, at - 1).mark == GAP_COMMA)
        list = true;
    if (is_connector(r, at) || is(r, at, "den")) {
        range = is(r, at, "den");
        list = true;
        if (!is_joined(r, ++at))
            return false;
    }
    unit = unit_at(r, at, &word);
    if (unit && is(r, word + 1, "nay")) {
        r->at = word + 2;
        r->own = true;
        return true;
    }
    if (unit && read_value(r, word + 1, unit, value)) {
        *level = unit;
        r->at = word + 2;
    } else if (!unit && list && *level && read_value(r, at, *level, value)) {
        r->at = at + 1;
    } else {
        return false;
    }
    push(r, *level, value, range);
    return true;
}

static long
ordinal(const item *it)
{
    char *end;
    long n;

    if (it->level == POINT)
        return (long)word_number(span_of(it->value), WORD_POINT) - 1;
    n = strtol(it->value, &end, 10);
    return *end ? -1 : n;
}

static void
write_path(
    strbuf *out, const item *article, const item *clause, const char *point)
{
    const char *dot = "";

    if (out->len)
        strbuf_add_string(out, "; ");
    if (article) {
        strbuf_print(out, "Đ%s", article->value);
        dot = ".";
    }
    if (clause) {
        strbuf_print(out, "%sk%s", dot, clause->value);
        dot = ".";
    }
    if (point)
        strbuf_print(out, "%sđ%s", dot, point);
}

/* The units between `from` and `to` of a range, both left out. */
static void
write_range(strbuf *out, const item *from, const item *to, const item *article,
    const item *clause)
{
    long first = ordinal(from), last = ordinal(to);
    item between = {.level = from->level};

    if (from->level != to->level || first < 0 || last < 0 ||
        last - first > PROVISION_RANGE_MAX)
        return;
    for (long n = first + 1; n < last; n++) {
        if (from->level == POINT) {
            write_path(out, article, clause, word_entry(WORD_POINT, n));
            continue;
        }
        snprintf(between.value, sizeof between.value, "%ld", n % 10000);
        if (from->level == CLAUSE)
            write_path(out, article, &between, NULL);
        else
            write_path(out, &between, NULL, NULL);
    }
}

/* For each item the index of the higher one that it belongs to, or SIZE_MAX:
 * the nearest that follows, else the last that precedes. */
static void
find_parents(reader *r, size_t *parents)
{
    size_t clause = SIZE_MAX, article = SIZE_MAX;

    for (size_t i = r->items.count; i-- > 0;) {
        item *it = &r->items.at[i];

        parents[i] = SIZE_MAX;
        if (it->level == ARTICLE) {
            article = i;
            clause = SIZE_MAX;
            continue;
        }
        parents[i] =
            it->level == POINT && clause != SIZE_MAX ? clause : article;
        if (it->level == CLAUSE)
            clause = i;
    }
    article = clause = SIZE_MAX;
    for (size_t i = 0; i < r->items.count; i++) {
        item *it = &r->items.at[i];

        if (parents[i] == SIZE_MAX && it->level != ARTICLE)
            parents[i] =
                it->level == POINT && clause != SIZE_MAX ? clause : article;
        if (it->level == ARTICLE)
            article = i, clause = SIZE_MAX;
        else if (it->level == CLAUSE)
            clause = i;
        if (parents[i] != SIZE_MAX)
            r->items.at[parents[i]].parent = true;
    }
}

static bool
write_item(reader *r, const size_t *parents, size_t i, strbuf *out)
{
    const item *it = &r->items.at[i], *article = NULL, *clause = NULL;
    size_t up = parents[i];

    if (up != SIZE_MAX && r->items.at[up].level == CLAUSE) {
        clause = &r->items.at[up];
        up = parents[up];
    }
    if (up != SIZE_MAX)
        article = &r->items.at[up];
    if (it->level == CLAUSE)
        clause = it;
    if (it->level == ARTICLE)
        article = it;
    if (it->range && i)
        write_range(
            out, it - 1, it, article, it->level == POINT ? clause : NULL);
    if (!it->parent)
        write_path(out, article, it->level == ARTICLE ? NULL : clause,
            it->level == POINT ? it->value : NULL);
    return article != NULL;
}

static span
write_paths(arena *a, reader *r, bool *whole)
{
    size_t *parents = arena_array(a, r->items.count + 1, sizeof *parents);
    strbuf out = STRBUF_INIT;
    span paths;

    find_parents(r, parents);
    *whole = true;
    for (size_t i = 0; i < r->items.count; i++)
        *whole &= write_item(r, parents, i, &out);
    paths = arena_copy(a, strbuf_span(&out));
    strbuf_release(&out);
    return paths;
}

bool
provision_match(arena *a, const token_list *list, size_t at, provision *out)
{
    reader r = {.list = list, .at = at, .items = VEC_INIT};
    int level = 0;

    while (r.items.count < ITEMS_MAX && !r.own && read_item(&r, &level))
        ;
    *out = (provision){.first = at, .last = r.at, .own = r.own};
    if (r.items.count && !r.own)
        out->paths = write_paths(a, &r, &out->whole);
    vec_release(&r.items);
    return out->last > at;
}

span
provision_short(const token_list *list, size_t at)
{
    span s = token_folded(list, at);

    for (size_t i = 1; i < s.len; i++)
        if (s.ptr[i] < '0' || s.ptr[i] > '9')
            return SPAN("");
    return s.len > 1 && s.len <= 4 && *s.ptr == 'd' ? span_from(s, 1)
                                                    : SPAN("");
}

span
provision_article(span path)
{
    size_t end = sizeof "Đ" - 1;

    path = span_trim(path);
    if (!span_starts_with(path, SPAN("Đ")))
        return (span){NULL, 0};
    while (end < path.len && path.ptr[end] != '.')
        end++;
    return span_slice(path, sizeof "Đ" - 1, end);
}
