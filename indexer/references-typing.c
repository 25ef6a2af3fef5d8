#include "indexer/references-typing.h"

#include <stdint.h>

#include "common/text/token-gap.h"
#include "common/text/word.h"
#include "indexer/references-binding.h"
#include "indexer/references-history.h"
#include "indexer/references-items.h"

enum {
    NEAR = 3,       /* a trigger this near beats the list before it */
    SUBJECT_MIN = 3 /* tokens: fewer before a passive are no subject */
};

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
        return kind_has(list->at[r->before].cite.act.kind, KIND_POLICY)
                   ? REL_CONTINUES
                   : REL_IMPLEMENTS;
    if (b->start < 1 || !(token_is_exact(r->list, b->start - 1, "về") ||
                            token_is_exact(r->list, b->start - 1, "việc")))
        return REL_IMPLEMENTS;
    if (kind_has(list->carrier, KIND_POLICY))
        return REL_CONTINUES;
    for (size_t at = start; at < b->start; at++)
        if (kind_has(kind_match(r->list, at, &used), KIND_POLICY))
            return REL_CONTINUES;
    return REL_IMPLEMENTS;
}

/* “...” được bãi bỏ: the words in quotes are. */
static bool
follows_quote(const region *r, size_t at)
{
    size_t from = at > SUBJECT_MIN ? at - SUBJECT_MIN : 0;
    span before = span_slice(
        r->list->text, r->list->at[from].start, r->list->at[at].start);

    return span_find(before, SPAN("\xe2\x80\x9d"), 0) != SIZE_MAX ||
           memchr(before.ptr, '"', before.len);
}

/* "Điểm này được bãi bỏ theo": a passive without an act before it is said of
 * a part of one; "giấy phép bị thu hồi theo" is not. */
static bool
speaks_of_parts(const region *r, const binding *b)
{
    if (b->start <= r->from + SUBJECT_MIN || follows_quote(r, b->start))
        return true;
    return word_any(r->list, r->from, b->start, WORD_ACT_PART);
}

static relation
resolve(const reference_list *list, size_t i, const region *r, const binding *b)
{
    const kind *k = list->at[i].cite.act.kind;
    relation how = b->by->relation;

    if (how == REL_CONTINUES)
        return continuing(list, r, b);
    if (how == REL_BASED_ON && token_is(r->list, b->start, "tren") &&
        kind_has(k, KIND_PROPOSAL))
        return REL_PROPOSED_BY;
    if (how == REL_PROPOSED_BY && !kind_has(k, KIND_SENT))
        return REL_CITES;
    if (how == REL_REPLIES_TO && !kind_has(k, KIND_SENT))
        return REL_CITES;
    if (how == REL_ATTACHED_TO && !r->bracket && b->start != r->from)
        return REL_CITES;
    if (how == REL_PROMULGATES && !kind_has(k, KIND_PROMULGATED))
        return REL_CITES;
    if (binding_is_strong(b) && b->agent && !b->passive &&
        !binding_is_perfect(r, b->start))
        return REL_CITES;
    if (b->passive && (how == REL_REPEALS || how == REL_SUSPENDS) &&
        r->before < 0 && !speaks_of_parts(r, b))
        return REL_CITES;
    if ((how == REL_GUIDES || how == REL_DETAILS) && !b->passive)
        return how;
    if (binding_is_strong(b) && how != REL_PROPOSED_BY &&
        (b->passive || (b->agent && binding_is_perfect(r, b->start)) ||
            (binding_is_perfect(r, b->start) &&
                token_is(r->list, b->start - 1, "da"))))
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
head_of(const reference_list *list, size_t i, const region *r, relation how)
{
    zone here = list->at[i].zone;
    int head = is_subject(r) ? r->before : HEAD_DOCUMENT;

    if (head >= 0 && list->at[head].zone != here)
        head = HEAD_DOCUMENT;
    if (is_inverse(how))
        head =
            r->before >= 0 ? history_head(list, i, r->before) : HEAD_PREVIOUS;
    if (head >= 0 && list->at[head].relation == REL_SELF)
        head = HEAD_DOCUMENT;
    return head;
}

/* The item of an enumeration that reference `from` stands in: "Căn cứ Nghị
 * định A sửa đổi Nghị định B; Nghị định C" lists A and C. */
static int
enumerated_item(const reference_list *list, int from)
{
    while (from >= 0 && list->at[from].head >= 0 &&
           !is_inverse(list->at[from].relation))
        from = list->at[from].head;
    return from;
}

static void
type_default(reference_list *list, size_t i)
{
    reference *ref = &list->at[i];

    if (ref->zone == ZONE_BASIS)
        reference_set(ref, REL_BASED_ON, HEAD_DOCUMENT, "basis", 0.9);
    else
        reference_set(ref, REL_CITES, HEAD_DOCUMENT, "default", 0.9);
    ref->bound = false;
}

void
typing_read(reference_list *list, size_t i)
{
    reference *ref = &list->at[i];
    region r = region_of(list, i);
    binding b = binding_find(&r);
    relation how;

    if (ref->cite.ranged &&
        reference_inherit(list, i, reference_before(list, i)))
        return;
    if (r.enumerated)
        r.before = enumerated_item(list, r.before);
    if (r.before >= 0 && r.joined && (!b.by || r.to - b.end > NEAR) &&
        reference_inherit(
            list, i, history_item(list, i, r.before, r.comma, r.enumerated)))
        return;
    if (r.before >= 0 && r.opened && (!b.by || b.by->relation == REL_CITES) &&
        !r.clause && list->at[r.before].bound &&
        reference_inherit(list, i, r.before))
        return;
    if (!b.by && (r.before < 0 || r.clause) && items_type(list, i))
        return;
    if (!b.by) {
        type_default(list, i);
        ref->head = head_of(list, i, &r, ref->relation);
        return;
    }
    how = resolve(list, i, &r, &b);
    reference_set(ref, how, head_of(list, i, &r, how),
        how == REL_CITES && b.by->relation == REL_ATTACHED_TO ? "attachment"
                                                              : "trigger",
        0.95);
    ref->bound = how != REL_CITES;
}
