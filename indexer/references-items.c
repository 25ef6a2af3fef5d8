#include "indexer/references-items.h"

#include "common/text/token-gap.h"
#include "common/text/word.h"
#include "indexer/references-binding.h"

enum { SUBJECT_MAX = 100 /* acts that the subject of an item names */ };

/* How an item is numbered; a list keeps to one way. */
typedef enum marker {
    MARKER_NONE, /* a bullet or nothing */
    MARKER_NUMBER,
    MARKER_LETTER
} marker;

static size_t
line_start(const token_list *list, size_t at)
{
    while (at && !list->at[at].line)
        at--;
    return at;
}

static marker
marker_of(const reference_list *list, size_t i)
{
    const token_list *tokens = list->tokens;
    size_t at = list->at[i].cite.reach, line = line_start(tokens, at);

    if (line == at)
        return MARKER_NONE;
    return tokens->at[line].number ? MARKER_NUMBER : MARKER_LETTER;
}

/* "1.", "a)", or a bullet. */
static bool
is_first(const reference_list *list, size_t i)
{
    const token_list *tokens = list->tokens;
    span source =
        token_source(tokens, line_start(tokens, list->at[i].cite.reach));

    switch (marker_of(list, i)) {
    case MARKER_NUMBER:
        return span_equal(source, SPAN("1")) || span_equal(source, SPAN("01"));
    case MARKER_LETTER:
        return span_equal(source, SPAN("a"));
    default:
        return true;
    }
}

/* The item before `i` in the list; what its own subject names is passed. */
static int
item_before(const reference_list *list, size_t i)
{
    int from = reference_before(list, i);

    for (int n = 0; n < SUBJECT_MAX && from >= 0 && !list->at[from].listed &&
                    list->at[from].head >= 0;
         n++)
        from = list->at[from].head;
    if (from < 0 || !list->at[from].listed ||
        marker_of(list, (size_t)from) != marker_of(list, i))
        return NO_REFERENCE;
    return from;
}

static bool
ends_in_colon(const token_list *list, size_t line)
{
    size_t end = list->at[line - 1].end;

    return memchr(list->text.ptr + end, ':', list->at[line].start - end) !=
           NULL;
}

/* "Thực hiện các văn bản:", "Tổng kết:"; what a colon ends may else be a title
 * of its own. */
static bool
speaks_of_acts(const region *r, const binding *b)
{
    const relation_info *about = relation_about(b->by->relation);
    size_t used;

    if (about->ends || about->changes || b->end == r->to ||
        b->by->relation == REL_BASED_ON || b->by->relation == REL_CITES)
        return true;
    for (size_t at = b->end; at < r->to; at++)
        if (kind_match(r->list, at, &used) ||
            span_equal(token_exact(r->list, at), SPAN("văn")))
            return true;
    return false;
}

/* "Điều 1. Bãi bỏ một số văn bản của ...": a title that changes acts which
 * only the items name. */
static bool
is_title(const region *r, const binding *b)
{
    const relation_info *about = relation_about(b->by->relation);

    if (r->before >= 0 || !(about->ends || about->changes) || b->passive)
        return false;
    return word_any(r->list, b->end, r->to, WORD_MANY);
}

/* "…, được sửa đổi, bổ sung bởi:" heads the list of a consolidated text. */
static void
consolidate(reference_list *list, size_t i, int from)
{
    reference *base = &list->at[from];

    if (base->relation == REL_CITES || base->relation == REL_CONSOLIDATES)
        reference_set(
            base, REL_CONSOLIDATES, HEAD_DOCUMENT, "consolidated", 0.9);
    reference_set(
        &list->at[i], REL_CONSOLIDATES, HEAD_DOCUMENT, "consolidated", 0.9);
}

bool
items_type(reference_list *list, size_t i)
{
    reference *ref = &list->at[i];
    const token_list *tokens = list->tokens;
    int before = reference_before(list, i), item;
    region r = {.list = tokens, .before = NO_REFERENCE};
    size_t line;
    bool colon;
    binding b;

    if (!region_starts_item(tokens, ref->cite.reach))
        return false;
    r.to = line = line_start(tokens, ref->cite.reach);
    if (!line)
        return false;
    item = item_before(list, i);
    colon = ends_in_colon(tokens, line);
    if (!colon && item >= 0) {
        ref->listed = true;
        return reference_inherit(list, i, item);
    }
    if (!colon && !is_first(list, i))
        return false;
    r.from = reference_sentence_start(tokens, line - 1, REGION_MAX);
    if (before >= 0 && list->at[before].cite.last > r.from) {
        r.from = list->at[before].cite.last;
        r.before = before;
    }
    b = binding_find(&r);
    if (!b.by || !(colon ? speaks_of_acts(&r, &b) : is_title(&r, &b)))
        return false;
    ref->listed = true;
    if (r.before >= 0 && b.by->relation == REL_AMENDS && b.passive)
        consolidate(list, i, r.before);
    else
        reference_set(ref, b.by->relation, HEAD_DOCUMENT, "list under", 0.85);
    return true;
}
