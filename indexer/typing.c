#include "indexer/typing.h"

#include <stdint.h>

#include "common/text/gap.h"
#include "indexer/trigger.h"

enum {
    BACK_MAX = 90,  /* tokens from a mention back to its trigger */
    MODIFY_MAX = 8, /* tokens between "hướng dẫn" and its "thi hành" */
    SOFT_MAX = 4,   /* tokens between "thực hiện" and "tại" */
    NEAR = 3,       /* a trigger this near beats the list before it */
    YEARS_BACK = 2
};

/* The trigger found so far in the words before a mention. */
typedef struct binding {
    const trigger *by;
    size_t start, end; /* tokens of its words */
    bool passive;
    bool agent; /* "bởi", "theo" stands behind it */
} binding;

typedef struct region {
    const token_list *list;
    size_t from, to;
    int before;   /* the mention before it in the sentence */
    bool joined;  /* "," or "và" stands right before the mention */
    bool opened;  /* by "và" behind the mention before */
    bool bracket; /* starts behind a bracket */
    bool clause;  /* starts behind a semicolon */
} region;

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

static bool
is_connector(const token_list *list, size_t at)
{
    return is(list, at, "va") || is(list, at, "hoac") || is(list, at, "cung");
}

static bool
has_kind(const kind *k, const char *const *codes, size_t count)
{
    for (size_t i = 0; k && i < count; i++)
        if (!strcmp(k->code, codes[i]))
            return true;
    return false;
}

/* Acts that keep others of their own level alive. */
static bool
is_policy(const kind *k)
{
    static const char *const codes[] = {"kl", "ct", "nq", "tb"};

    return has_kind(k, codes, sizeof codes / sizeof *codes);
}

/* True if a bullet and nothing else stands between the start of the line and
 * token `at`. */
static bool
starts_item(const token_list *list, size_t at)
{
    for (size_t back = 0; back < 3; back++) {
        if (list->at[at].line)
            return true;
        if (!at || (back && !list->at[at].number &&
                       list->at[at].end - list->at[at].start > 3))
            return false;
        at--;
    }
    return false;
}

/* Behind the last bracket, quote or semicolon before the mention that is still
 * open. */
static void
narrow(region *r, bool across_clauses, bool quoted)
{
    int depth = 0;

    for (size_t at = r->to; at >= r->from && at > 0; at--) {
        gap_mark mark = gap_behind(r->list, at - 1).mark;
        span between = span_slice(
            r->list->text, r->list->at[at - 1].end, r->list->at[at].start);

        if (quoted &&
            (span_find(between, SPAN("\xe2\x80\x9c"), 0) != SIZE_MAX ||
                memchr(between.ptr, '"', between.len))) {
            r->from = at;
            r->before = NO_REFERENCE;
            return;
        }
        /* "a)" opens an item and closes no bracket. */
        if (!r->list->at[at - 1].line)
            depth += memchr(between.ptr, ')', between.len) ? 1 : 0;
        if (memchr(between.ptr, '(', between.len) && --depth < 0) {
            r->from = at;
            r->bracket = true;
            return;
        }
        if (mark == GAP_SEMICOLON && !across_clauses && depth == 0) {
            r->from = at;
            r->clause = true;
            return;
        }
    }
}

static region
region_of(const reference_list *list, size_t i)
{
    const citation *c = &list->at[i].cite;
    region r = {.list = list->tokens, .to = c->reach, .before = NO_REFERENCE};
    int before = reference_before(list, i);
    size_t behind = before < 0 ? 0 : list->at[before].cite.last;

    r.from = reference_sentence_start(r.list, r.to, BACK_MAX);
    if (before >= 0 && behind > r.from && behind <= r.to) {
        r.from = behind;
        r.before = before;
        r.opened = is_connector(r.list, behind);
    } else if (before >= 0 && behind > r.to) {
        r.from = r.to;
        r.before = before;
    }
    narrow(&r, c->reach != c->first, list->at[i].quoted);
    if (r.to > r.from || r.before >= 0)
        r.joined = (r.to > r.from && is_connector(r.list, r.to - 1)) ||
                   (r.to && gap_behind(r.list, r.to - 1).mark == GAP_COMMA) ||
                   (r.to > r.from && r.to > 1 && is(r.list, r.to - 1, "cac") &&
                       (is_connector(r.list, r.to - 2) ||
                           gap_behind(r.list, r.to - 2).mark == GAP_COMMA));
    if (r.before >= 0 && r.to && r.from == r.to &&
        gap_behind(r.list, r.to - 1).mark == GAP_SEMICOLON)
        r.joined = true;
    return r;
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

static bool
is_perfect(const region *r, size_t at)
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
           is_connector(r->list, at - 1) || starts_item(r->list, at);
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
        return starts_clause(r, at) || is_perfect(r, at) ||
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

static bool
is_strong(const binding *b)
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
        if (is_strong(b)) {
            b->agent = true;
            if (b->passive || is_perfect(r, b->start))
                return;
        }
        if (b->by && (b->by->relation == REL_PROPOSED_BY ||
                         b->by->relation == REL_BASED_ON))
            return;
    }
    if ((t->flags & TRIGGER_SOFT) && b->by &&
        (is_strong(b) || b->by->relation == REL_BASED_ON ||
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

static binding
find_binding(const region *r)
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

static void
set(reference *ref, relation how, int head, const char *rule, double sure)
{
    ref->relation = how;
    ref->head = head;
    ref->rule = rule;
    ref->confidence = ref->cite.confidence * sure;
    ref->bound = true;
}

/* True if the mention stands in the subject of the one before it ("... của
 * Bộ Chính trị về tiếp tục thực hiện Chỉ thị ..."). */
static bool
is_subject(const region *r)
{
    gap_mark mark;

    if (r->before < 0 || r->from == r->to)
        return false;
    mark = gap_behind(r->list, r->from - 1).mark;
    return !is_connector(r->list, r->from) && !r->clause && mark != GAP_COMMA &&
           mark != GAP_SEMICOLON && mark != GAP_DOT && mark != GAP_OTHER;
}

/* "tiếp tục thực hiện" continues only in the title of an act that can. */
static relation
continuing(const reference_list *list, const region *r, const binding *b)
{
    size_t used = 0;
    size_t start = reference_sentence_start(r->list, b->start, BACK_MAX);

    if (r->before >= 0 && is_subject(r))
        return is_policy(list->at[r->before].cite.act.kind) ? REL_CONTINUES
                                                            : REL_IMPLEMENTS;
    if (b->start < 1 || !(is_exact(r->list, b->start - 1, "về") ||
                            is_exact(r->list, b->start - 1, "việc")))
        return REL_IMPLEMENTS;
    if (is_policy(list->carrier))
        return REL_CONTINUES;
    for (size_t at = start; at < b->start; at++)
        if (is_policy(kind_match(r->list, at, &used)))
            return REL_CONTINUES;
    return REL_IMPLEMENTS;
}

static relation
resolve(const reference_list *list, size_t i, const region *r, const binding *b)
{
    static const char *const proposals[] = {"ttrinh", "cv", "bc"};
    const kind *k = list->at[i].cite.act.kind;
    relation how = b->by->relation;

    if (how == REL_CONTINUES)
        return continuing(list, r, b);
    if (how == REL_BASED_ON && is(r->list, b->start, "tren") &&
        has_kind(k, proposals, 1))
        return REL_PROPOSED_BY;
    if (how == REL_PROPOSED_BY && !has_kind(k, proposals, 3))
        return REL_CITES;
    if (how == REL_REPLIES_TO && !has_kind(k, proposals, 3))
        return REL_CITES;
    if (how == REL_ATTACHED_TO && !r->bracket && b->start != r->from)
        return REL_CITES;
    if (how == REL_PROMULGATES &&
        !has_kind(k, (const char *[]){"l", "bl", "pl", "nq"}, 4))
        return REL_CITES;
    if (is_strong(b) && b->agent && !b->passive && !is_perfect(r, b->start))
        return REL_CITES;
    if (is_strong(b) && how != REL_PROPOSED_BY &&
        (b->passive || (b->agent && is_perfect(r, b->start)) ||
            (is_perfect(r, b->start) && is(r->list, b->start - 1, "da"))))
        return relation_about(how)->inverse;
    return how;
}

static bool
is_inverse(relation how)
{
    return how > REL_SELF;
}

/* What "Nghị định này" does, the document does. */
static int
head_of(const reference_list *list, const region *r, relation how)
{
    int head = is_subject(r) ? r->before : HEAD_DOCUMENT;

    if (is_inverse(how))
        head = r->before >= 0 ? r->before : HEAD_PREVIOUS;
    if (head >= 0 && list->at[head].relation == REL_SELF)
        head = HEAD_DOCUMENT;
    return head;
}

/* Takes over what the mention before states of its act. */
static bool
inherit(reference_list *list, size_t i, int from)
{
    reference *ref = &list->at[i];
    const reference *before;

    if (from < 0)
        return false;
    before = &list->at[from];
    if (before->relation == REL_SELF || before->quoted)
        return false;
    set(ref, before->relation, before->head, "list", 0.95);
    ref->bound = before->bound;
    return true;
}

/* "…, được sửa đổi, bổ sung bởi:" heads the list of a consolidated text. */
static void
consolidate(reference_list *list, size_t i, int from)
{
    reference *base = &list->at[from];

    if (base->relation == REL_CITES || base->relation == REL_CONSOLIDATES)
        set(base, REL_CONSOLIDATES, HEAD_DOCUMENT, "consolidated", 0.9);
    set(&list->at[i], REL_CONSOLIDATES, HEAD_DOCUMENT, "consolidated", 0.9);
}

/* Items under a line that ends in ":" share what that line says. */
static bool
type_item(reference_list *list, size_t i)
{
    reference *ref = &list->at[i];
    const token_list *tokens = list->tokens;
    size_t at = ref->cite.reach, line = at;
    int before = reference_before(list, i);
    region r = {.list = tokens, .before = NO_REFERENCE};
    binding b;

    if (!starts_item(tokens, at))
        return false;
    while (!tokens->at[line].line)
        line--;
    if (!line)
        return false;
    if (gap_behind(tokens, line - 1).mark != GAP_COLON &&
        !memchr(tokens->text.ptr + tokens->at[line - 1].end, ':',
            tokens->at[line].start - tokens->at[line - 1].end)) {
        if (before >= 0 && list->at[before].listed)
            ref->listed = true;
        while (before >= 0 && list->at[before].listed &&
               list->at[before].head >= 0 &&
               is_inverse(list->at[before].relation))
            before = reference_before(list, (size_t)before);
        return ref->listed && inherit(list, i, before);
    }
    r.to = line;
    r.from = reference_sentence_start(tokens, line - 1, BACK_MAX);
    if (before >= 0 && list->at[before].cite.last > r.from) {
        r.from = list->at[before].cite.last;
        r.before = before;
    }
    b = find_binding(&r);
    if (!b.by)
        return false;
    ref->listed = true;
    if (r.before >= 0 && b.by->relation == REL_AMENDS && b.passive)
        consolidate(list, i, r.before);
    else
        set(ref, b.by->relation, HEAD_DOCUMENT, "list under", 0.85);
    return true;
}

static void
type_default(reference_list *list, size_t i)
{
    reference *ref = &list->at[i];

    if (ref->zone == ZONE_BASIS)
        set(ref, REL_BASED_ON, HEAD_DOCUMENT, "basis", 0.9);
    else
        set(ref, REL_CITES, HEAD_DOCUMENT, "default", 0.9);
    ref->bound = false;
}

void
typing_read(reference_list *list, size_t i)
{
    reference *ref = &list->at[i];
    region r = region_of(list, i);
    binding b = find_binding(&r);
    relation how;

    if (r.before >= 0 && r.joined && (!b.by || r.to - b.end > NEAR) &&
        inherit(list, i, r.before))
        return;
    if (r.before >= 0 && r.opened && (!b.by || b.by->relation == REL_CITES) &&
        !r.clause && list->at[r.before].bound && inherit(list, i, r.before))
        return;
    if (!b.by && (r.before < 0 || r.clause) && type_item(list, i))
        return;
    if (!b.by) {
        type_default(list, i);
        ref->head = head_of(list, &r, ref->relation);
        return;
    }
    how = resolve(list, i, &r, &b);
    set(ref, how, head_of(list, &r, how), "trigger", 0.95);
    ref->bound = how != REL_CITES;
}
