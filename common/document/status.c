#include "common/document/status.h"

#include <stdint.h>
#include <time.h>

#include "common/text/issuer.h"
#include "common/text/key.h"
#include "common/text/place.h"
#include "common/text/word.h"

bool
status_depends_on(relation r)
{
    return r == REL_REPLACES || r == REL_REPEALS || r == REL_AMENDS ||
           r == REL_SUSPENDS || r == REL_EXTENDS;
}

date
status_day(const char *asked)
{
    time_t now = time(NULL);
    struct tm t;

    if (asked) {
        date day = date_parse(span_of(asked));

        return date_is_full(day) ? day : (date){0};
    }
    localtime_r(&now, &t);
    return (date){(uint16_t)(t.tm_year + 1900), (uint8_t)(t.tm_mon + 1),
        (uint8_t)t.tm_mday};
}

/* ---- the verdict ---- */

typedef enum effect {
    EFFECT_NONE,
    EFFECT_EXTENDED,
    EFFECT_AMENDED,
    EFFECT_PARTLY_EXPIRED,
    EFFECT_SUSPENDED,
    EFFECT_EXPIRED,
    EFFECT_COUNT
} effect;

static const char *const statuses[EFFECT_COUNT] = {
    [EFFECT_NONE] = "in_force",
    [EFFECT_EXTENDED] = "in_force",
    [EFFECT_AMENDED] = "amended",
    [EFFECT_PARTLY_EXPIRED] = "partly_expired",
    [EFFECT_SUSPENDED] = "suspended",
    [EFFECT_EXPIRED] = "expired",
};

static effect
effect_of(const status_evidence *e)
{
    switch (e->relation) {
    case REL_REPLACES:
    case REL_REPEALS:
        return e->whole ? EFFECT_EXPIRED : EFFECT_PARTLY_EXPIRED;
    case REL_SUSPENDS:
        return EFFECT_SUSPENDED;
    case REL_AMENDS:
        return EFFECT_AMENDED;
    case REL_EXTENDS:
        return EFFECT_EXTENDED;
    default:
        return EFFECT_NONE;
    }
}

/* Of two that do the same, the first ended the act, and the last is what its
 * text must be read with. */
static bool
stands_before(const status_evidence *a, const status_evidence *b, effect e)
{
    uint32_t x = date_number(a->from), y = date_number(b->from);

    if (x != y)
        return e == EFFECT_EXPIRED ? x < y : x > y;
    return span_compare(a->cause, b->cause) < 0;
}

/* The last day that the act states of itself; 0 if it states none.  A text
 * also names last days of other acts: one before its own beginning is not its
 * own. */
static uint32_t
end_of(const record *r)
{
    uint32_t to = date_number(r->effective_to);

    return to > date_number(r->effective_from) && to > date_number(r->date) ? to
                                                                            : 0;
}

date
status_end(const record *r)
{
    return end_of(r) ? date_after(r->effective_to, 1) : (date){0};
}

static bool
is_act(const record *r)
{
    return r->key.len && !r->news;
}

static status_verdict
by_itself(const char *status)
{
    return (status_verdict){span_of(status), REL_CITES, {NULL, 0}};
}

status_verdict
status_of(
    const record *r, const status_evidence *list, size_t count, date today)
{
    const status_evidence *by[EFFECT_COUNT] = {NULL};
    uint32_t now = date_number(today);
    uint32_t from = date_number(r->effective_from);
    uint32_t to = end_of(r);

    if (!is_act(r))
        return by_itself("unknown");
    for (size_t i = 0; i < count; i++) {
        effect e = effect_of(&list[i]);

        if (date_number(list[i].from) > now)
            continue;
        if (!by[e] || stands_before(&list[i], by[e], e))
            by[e] = &list[i];
    }
    for (int e = EFFECT_EXPIRED; e > EFFECT_EXTENDED; e--) {
        bool over = to && to < now && !by[EFFECT_EXTENDED];

        if (by[e] && (e == EFFECT_EXPIRED || !over))
            return (status_verdict){
                span_of(statuses[e]), by[e]->relation, by[e]->cause};
        if (e == EFFECT_EXPIRED && over)
            return by_itself(statuses[e]);
    }
    return by_itself(from > now ? "pending" : statuses[EFFECT_NONE]);
}

/* ---- names ---- */

const char *
status_by_name(span folded)
{
    static const struct {
        const char *code;
        word_list names;
    } all[] = {{"in_force", WORD_IN_FORCE}, {"expired", WORD_EXPIRED},
        {"partly_expired", WORD_PARTLY_EXPIRED}, {"amended", WORD_AMENDED},
        {"suspended", WORD_SUSPENDED}, {"pending", WORD_PENDING},
        {"unknown", WORD_STATUS_UNKNOWN}};

    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (span_equal(folded, span_of(all[i].code)) ||
            word_number(folded, all[i].names))
            return all[i].code;
    return NULL;
}

/* ---- who may change whose acts ---- */

/* The part of a scope behind its organ: "hau-giang.chau-thanh". */
static span
place_in(span scope)
{
    const char *dot = memchr(scope.ptr, '.', scope.len);

    return dot ? span_from(scope, (size_t)(dot + 1 - scope.ptr))
               : (span){NULL, 0};
}

static span
first_part(span s, char separator)
{
    span part = {NULL, 0};

    span_next_field(&s, separator, &part);
    return part;
}

/* The province that the place belongs to today. */
static span
province_now(span where)
{
    span slug = first_part(where, '.');
    const place *p = place_by_slug(slug);

    return p ? span_of(p->now) : slug;
}

/* An organ of one province has no say in another; that of a merged one has
 * over those that it was merged of. */
static bool
is_in_reach(span by, span target)
{
    span mine = place_in(by), theirs = place_in(target);

    if (!mine.len)
        return true;
    if (!theirs.len || span_equal(mine, SPAN("?")))
        return false;
    return span_equal(province_now(mine), province_now(theirs));
}

/* Acts of the State that bind everybody have the year in their number
 * ("30/2020/NĐ-CP"), others have not ("225/QĐ-BNV"). */
static bool
is_binding(span number)
{
    size_t slash = span_find(number, SPAN("/"), 0);
    size_t digits = 0;

    if (slash == SIZE_MAX)
        return false;
    for (size_t i = slash + 1; i < number.len; i++, digits++) {
        if (number.ptr[i] < '0' || number.ptr[i] > '9')
            return digits == 4 && number.ptr[i] == '/';
    }
    return false;
}

/* A decision on one matter, a list or a consolidated text tells of the end of
 * an act that binds everybody, but does not cause it. */
static bool
is_of_form(const record *by, const record *target)
{
    return !is_binding(target->number) || is_binding(by->number);
}

static const issuer *
issuer_in(span scope)
{
    return issuer_by_id(first_part(first_part(scope, '.'), '+'));
}

bool
status_may_change(const record *by, const record *target)
{
    key_parts mine, theirs;

    if (!is_act(by) || !is_act(target) || span_equal(by->key, target->key) ||
        !key_split(by->key, &mine) || !key_split(target->key, &theirs))
        return false;
    if (date_is_full(by->date) && date_is_full(target->date) &&
        date_number(by->date) < date_number(target->date))
        return false;
    if (theirs.sphere.ptr[0] == SPHERE_STATE && !is_of_form(by, target))
        return false;
    if (span_equal(mine.scope, theirs.scope))
        return true;
    return issuer_outranks(issuer_in(mine.scope), issuer_in(theirs.scope)) &&
           is_in_reach(mine.scope, theirs.scope);
}
