#include "indexer/references-binding.h"

#include "common/text/token-gap.h"
#include "common/text/word.h"

enum {
    MODIFY_MAX = 8, /* tokens between "hướng dẫn" and its "thi hành" */
    SOFT_MAX = 4,   /* tokens between "thực hiện" and "tại" */
    YEARS_BACK = 2
};

/* "được sửa đổi", "bị thay thế", "đã sửa đổi ... tại". */
static bool
is_passive(const region *r, size_t at)
{
    for (size_t back = 1; back <= 2 && at >= r->from + back; back++)
        if (token_is_exact(r->list, at - back, "được") ||
            token_is_exact(r->list, at - back, "bị"))
            return true;
    return false;
}

bool
binding_is_perfect(const region *r, size_t at)
{
    if ((r->before < 0 && !r->bracket) || r->clause)
        return false;
    if (token_is(r->list, at - 1, "da") && at - 1 > r->from &&
        gap_behind(r->list, at - 2).mark != GAP_BLANK)
        return true;
    return at == r->from ||
           (at == r->from + 1 && token_is(r->list, r->from, "da"));
}

/* A clause starts at token `at`: in the sentence, or behind its number. */
static bool
starts_clause(const region *r, size_t at)
{
    gap_mark mark = at ? gap_behind(r->list, at - 1).mark : GAP_OTHER;

    return at == r->from || r->list->at[at].breaks || mark == GAP_COMMA ||
           region_is_connector(r->list, at - 1) ||
           region_starts_item(r->list, at);
}

static bool
counts_years(const region *r, size_t at)
{
    for (size_t back = 1; back <= YEARS_BACK && at >= r->from + back; back++)
        if (r->list->at[at - back].number)
            return true;
    return at > r->from && r->list->at[at - 1].marked &&
           word_at(r->list, at - 1, WORD_COUNTS_YEARS);
}

/* "hướng dẫn của Bộ Tài chính tại": what somebody gave. */
static bool
is_noun(const region *r, size_t at)
{
    return token_is_exact(r->list, at + 2, "của") ||
           token_is_exact(r->list, at + 2, "này");
}

static bool
is_applicable(const region *r, const trigger *t, size_t at)
{
    if (t->flags & TRIGGER_YEARS)
        return counts_years(r, at);
    if (t->flags & TRIGGER_START)
        return starts_clause(r, at) || binding_is_perfect(r, at) ||
               token_is_exact(r->list, at - 1, "được") ||
               token_is_exact(r->list, at - 1, "đã");
    if (t->relation == REL_BASED_ON && at > r->from)
        return !token_is_exact(r->list, at - 1, "là") &&
               !token_is_exact(r->list, at - 1, "làm") &&
               !token_is_exact(r->list, at - 1, "có");
    if (t->relation == REL_IMPLEMENTS && at > r->from)
        return !token_is_exact(r->list, at - 1, "không");
    if (t->relation == REL_GUIDES && at > r->from)
        return !token_is_exact(r->list, at - 1, "theo") &&
               !token_is_exact(r->list, at - 1, "bản") &&
               !token_is_exact(r->list, at - 1, "được") && !is_noun(r, at);
    return true;
}

static bool
is_modified(const region *r, const binding *b, const trigger *t, size_t at)
{
    if (!(t->flags & TRIGGER_MODIFIES) || !b->by)
        return false;
    /* "sửa đổi Kế hoạch thực hiện" changes the plan. */
    if (b->by->relation == REL_AMENDS || b->by->relation == REL_REPLACES ||
        b->by->relation == REL_REPEALS)
        return at == b->end ||
               (at == b->end + 1 && token_is_exact(r->list, b->end, "việc"));
    return at <= b->end + MODIFY_MAX && b->by->relation != REL_DEPLOYS &&
           b->by->relation != REL_CITES && b->by->relation != REL_ATTACHED_TO &&
           b->by->relation != REL_BASED_ON;
}

bool
binding_is_strong(const binding *b)
{
    return b->by && (b->by->flags & TRIGGER_STRONG);
}

/* "bị bãi bỏ khi thực hiện chế độ theo": who is named does it not. */
static bool
is_parted(const region *r, size_t from, size_t to)
{
    for (; from < to; from++)
        if (token_is_exact(r->list, from, "khi") ||
            token_is_exact(r->list, from, "để"))
            return true;
    return false;
}

/* "thực hiện ý kiến của Bộ Tài chính tại": the act says what is done. */
static bool
is_carried(const region *r, const binding *b)
{
    if (b->by->relation != REL_IMPLEMENTS && b->by->relation != REL_DEPLOYS)
        return false;
    for (size_t at = b->end; at < b->end + SOFT_MAX && at < r->to; at++)
        if (word_at(r->list, at, WORD_CARRIED_BY_ACT) &&
            !token_is_exact(r->list, at + 2, "quyền"))
            return true;
    return false;
}

/* Takes one more trigger into account. */
static void
bind(const region *r, binding *b, const trigger *t, size_t at, size_t used)
{
    if (is_modified(r, b, t, at)) {
        b->end = at + used;
        return;
    }
    if (t->flags & TRIGGER_BY) {
        if (binding_is_strong(b) && is_parted(r, b->end, at)) {
            b->by = NULL;
        } else if (binding_is_strong(b)) {
            b->agent = true;
            if (b->passive || binding_is_perfect(r, b->start))
                return;
        }
        if (b->by && (b->by->relation == REL_PROPOSED_BY ||
                         b->by->relation == REL_BASED_ON))
            return;
    }
    if ((t->flags & TRIGGER_SOFT) && binding_is_strong(b) && at == b->end &&
        r->before >= 0 && binding_is_perfect(r, b->start))
        b->agent = true;
    if ((t->flags & TRIGGER_SOFT) && b->by &&
        (binding_is_strong(b) || b->by->relation == REL_BASED_ON ||
            b->by->relation == REL_REVIEWS || t->relation == REL_ATTACHED_TO ||
            is_carried(r, b) ||
            (b->by->relation != REL_CITES && at <= b->end + SOFT_MAX)))
        return;
    if (t->relation == REL_DETAILS || !b->by ||
        b->by->relation != REL_DETAILS || t->relation != REL_GUIDES)
        *b = (binding){t, at, at + used, is_passive(r, at), false};
    else
        b->end = at + used;
}

/* Brackets opened less those closed right before token `at`. */
static int
brackets_before(const region *r, size_t at)
{
    span between;

    if (at <= r->from && (!at || r->bracket || r->before < 0))
        return 0;
    between = span_slice(
        r->list->text, r->list->at[at - 1].end, r->list->at[at].start);
    return (memchr(between.ptr, '(', between.len) ? 1 : 0) -
           (memchr(between.ptr, ')', between.len) ? 1 : 0);
}

/* "..., như: Nghị định A": what follows the colon are those that guide. */
static bool
starts_examples(const region *r, const binding *b, size_t at)
{
    if (!b->by || at <= b->end ||
        (b->by->relation != REL_GUIDES && b->by->relation != REL_DETAILS))
        return false;
    return gap_behind(r->list, at - 1).mark == GAP_COLON &&
           !token_is_exact(r->list, at - 1, "sau") &&
           !token_is_exact(r->list, at - 1, "đây");
}

binding
binding_find(const region *r)
{
    binding b = {NULL, 0, 0, false, false};
    size_t used = 0;
    int depth = 0;

    for (size_t at = r->from; at <= r->to;) {
        const trigger *t;

        if (starts_examples(r, &b, at))
            b.by = NULL;
        if (at == r->to)
            break;
        depth += brackets_before(r, at);
        t = depth > 0 ? NULL : trigger_match(r->list, at, &used);
        if (t && (t->flags & TRIGGER_NEUTRAL)) {
            at += used;
            continue;
        }
        if (!t || at + used > r->to || !is_applicable(r, t, at)) {
            at++;
            continue;
        }
        bind(r, &b, t, at, used);
        at += used;
    }
    if (b.by && r->to - b.end > b.by->reach)
        b.by = NULL;
    return b;
}
