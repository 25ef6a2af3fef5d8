#include "indexer/references-region.h"

#include <stdint.h>

#include "common/text/token-gap.h"

static bool
is(const token_list *list, size_t at, const char *folded)
{
    return token_is(list, at, folded);
}

bool
region_is_connector(const token_list *list, size_t at)
{
    return is(list, at, "va") || is(list, at, "hoac") || is(list, at, "cung");
}

bool
region_starts_item(const token_list *list, size_t at)
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
        span between = span_slice(
            r->list->text, r->list->at[at - 1].end, r->list->at[at].start);

        if (quoted &&
            (span_find(between, SPAN("\xe2\x80\x9c"), 0) != SIZE_MAX ||
                memchr(between.ptr, '"', between.len))) {
            r->from = at;
            r->before = NO_REFERENCE;
            return;
        }
        if (depth == 0 && !across_clauses &&
            memchr(between.ptr, ';', between.len)) {
            r->from = at;
            r->clause = true;
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
    }
}

/* True if the mark stands right before the mention, perhaps behind a bracket
 * that closes. */
static bool
stands_before(const region *r, char mark)
{
    span text = r->list->text;
    size_t at = r->list->at[r->to].start;

    while (at && strchr(" \n\t", text.ptr[at - 1]))
        at--;
    return at && text.ptr[at - 1] == mark;
}

region
region_of(const reference_list *list, size_t i)
{
    const citation *c = &list->at[i].cite;
    region r = {.list = list->tokens, .to = c->reach, .before = NO_REFERENCE};
    int before = reference_before(list, i);
    size_t behind = before < 0 ? 0 : list->at[before].cite.last;

    r.from = reference_sentence_start(r.list, r.to, REGION_MAX);
    if (before >= 0 && behind > r.from && behind <= r.to) {
        r.from = behind;
        r.before = before;
        r.opened = region_is_connector(r.list, behind) ||
                   (is(r.list, behind, "cua") &&
                       gap_behind(r.list, behind - 1).mark == GAP_COMMA);
    } else if (before >= 0 && behind > r.to) {
        r.from = r.to;
        r.before = before;
    }
    narrow(&r, c->reach != c->first, list->at[i].quoted);
    r.comma = r.to && stands_before(&r, ',');
    if (r.to > r.from || r.before >= 0)
        r.joined = (r.to > r.from && region_is_connector(r.list, r.to - 1)) ||
                   r.comma ||
                   (r.to > r.from && r.to > 1 && is(r.list, r.to - 1, "cac") &&
                       (region_is_connector(r.list, r.to - 2) ||
                           gap_behind(r.list, r.to - 2).mark == GAP_COMMA));
    if (r.before >= 0 && r.to && r.from == r.to && stands_before(&r, ';'))
        r.joined = r.enumerated = true;
    return r;
}
