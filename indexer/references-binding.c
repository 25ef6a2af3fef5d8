#include "indexer/references-binding.h"

#include "common/text/token-gap.h"

enum {
    MODIFY_MAX = 8, /* tokens between "hướng dẫn" and its "thi hành" */
    SOFT_MAX = 4,   /* tokens between "thực hiện" and "tại" */
    YEARS_BACK = 2
};

static bool
is(const token_list *list, size_t at, const char *folded)
{
    return at < list->count &&
           span_equal(token_folded(list, at), span_of(folded));
}

static bool
is_exact(const token_list *list, size_t at, const char *exact)
{
    return at < list->count &&
           span_equal(token_exact(list, at), span_of(exact));
}

/* "được sửa đổi", "bị thay thế", "đã sửa đổi ... tại". */
static bool
is_passive(const region *r, size_t at)
{
    for (size_t back = 1; back <= 2 && at >= r->from + back; back++)
        if (is_exact(r->list, at - back, "được") ||
            is_exact(r->list, at - back, "bị"))
            return true;
    return false;
}

bool
binding_is_perfect(const region *r, size_t at)
{
    if ((r->before < 0 && !r->bracket) || r->clause)
        return false;
    if (is(r->list, at - 1, "da") && at - 1 > r->from &&
        gap_behind(r->list, at - 2).mark != GAP_BLANK)
        return true;
    return at == r->from || (at == r->from + 1 && is(r->list, r->from, "da"));
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
           (is(r->list, at - 1, "mot") || is(r->list, at - 1, "hai") ||
               is(r->list, at - 1, "ba") || is(r->list, at - 1, "nhieu"));
}

static bool
is_applicable(const region *r, const trigger *t, size_t at)
{
    if (t->flags & TRIGGER_YEARS)
        return counts_years(r, at);
    if (t->flags & TRIGGER_START)
        return starts_clause(r, at) || binding_is_perfect(r, at) ||
               is_exact(r->list, at - 1, "được") ||
               is_exact(r->list, at - 1, "đã");
    if (t->relation == REL_BASED_ON && at > r->from)
        return !is_exact(r->list, at - 1, "là") &&
               !is_exact(r->list, at - 1, "làm") &&
               !is_exact(r->list, at - 1, "có");
    if (t->relation == REL_GUIDES && at > r->from)
        return !is_exact(r->list, at - 1, "theo") &&
               !is_exact(r->list, at - 1, "bản") &&
               !is_exact(r->list, at - 1, "được");
    return true;
}

static bool
is_modified(const binding *b, const trigger *t, size_t at)
{
    return (t->flags & TRIGGER_MODIFIES) && b->by &&
           at <= b->end + MODIFY_MAX && b->by->relation != REL_DEPLOYS &&
           b->by->relation != REL_CITES && b->by->relation != REL_ATTACHED_TO &&
           b->by->relation != REL_BASED_ON;
}

bool
binding_is_strong(const binding *b)
{
    return b->by && (b->by->flags & TRIGGER_STRONG);
}

/* Takes one more trigger into account. */
static void
bind(const region *r, binding *b, const trigger *t, size_t at, size_t used)
{
    if (is_modified(b, t, at)) {
        b->end = at + used;
        return;
    }
    if (t->flags & TRIGGER_BY) {
        if (binding_is_strong(b)) {
            b->agent = true;
            if (b->passive || binding_is_perfect(r, b->start))
                return;
        }
        if (b->by && (b->by->relation == REL_PROPOSED_BY ||
                         b->by->relation == REL_BASED_ON))
            return;
    }
    if ((t->flags & TRIGGER_SOFT) && b->by &&
        (binding_is_strong(b) || b->by->relation == REL_BASED_ON ||
            b->by->relation == REL_REVIEWS || t->relation == REL_ATTACHED_TO ||
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

binding
binding_find(const region *r)
{
    binding b = {NULL, 0, 0, false, false};
    size_t used = 0;
    int depth = 0;

    for (size_t at = r->from; at < r->to;) {
        const trigger *t;

        depth += brackets_before(r, at);
        t = depth > 0 ? NULL : trigger_match(r->list, at, &used);
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
