#include "indexer/references-typing.h"

#include "common/text/token-gap.h"
#include "indexer/references-binding.h"

enum { NEAR = 3 /* a trigger this near beats the list before it */ };

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
    return !region_is_connector(r->list, r->from) && !r->clause &&
           mark != GAP_COMMA && mark != GAP_SEMICOLON && mark != GAP_DOT &&
           mark != GAP_OTHER;
}

/* "tiếp tục thực hiện" continues only in the title of an act that can. */
static relation
continuing(const reference_list *list, const region *r, const binding *b)
{
    size_t used = 0;
    size_t start = reference_sentence_start(r->list, b->start, REGION_MAX);

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
    if (binding_is_strong(b) && b->agent && !b->passive &&
        !binding_is_perfect(r, b->start))
        return REL_CITES;
    if (binding_is_strong(b) && how != REL_PROPOSED_BY &&
        (b->passive || (b->agent && binding_is_perfect(r, b->start)) ||
            (binding_is_perfect(r, b->start) &&
                is(r->list, b->start - 1, "da"))))
        return relation_about(how)->inverse;
    return how;
}

static bool
is_inverse(relation how)
{
    return how > REL_SELF;
}

/* What "Nghị định này" does, the document does; and a mention in another zone
 * than the one before it ("... của Luật X (trích)", then "Căn cứ Luật Y") is
 * no part of its subject. */
static int
head_of(const reference_list *list, const region *r, zone here, relation how)
{
    int head = is_subject(r) ? r->before : HEAD_DOCUMENT;

    if (head >= 0 && list->at[head].zone != here)
        head = HEAD_DOCUMENT;
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

    if (!region_starts_item(tokens, at))
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
    r.from = reference_sentence_start(tokens, line - 1, REGION_MAX);
    if (before >= 0 && list->at[before].cite.last > r.from) {
        r.from = list->at[before].cite.last;
        r.before = before;
    }
    b = binding_find(&r);
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
    binding b = binding_find(&r);
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
        ref->head = head_of(list, &r, ref->zone, ref->relation);
        return;
    }
    how = resolve(list, i, &r, &b);
    set(ref, how, head_of(list, &r, ref->zone, how), "trigger", 0.95);
    ref->bound = how != REL_CITES;
}
