#include "searcher/query-sentence.h"

#include "common/text/kind.h"
#include "common/text/word.h"

enum { RELATION_WORDS = 6 };

/* "văn bản", "các văn bản nào", "nghị định nào": the token behind, 0 if it is
 * none. */
static size_t
read_subject(sentence *out, const query *q)
{
    const token_list *list = &q->tokens;
    size_t at = word_at(list, 0, WORD_ASKS_BEFORE), used = 0;
    bool text, which;

    at += word_at(list, at, WORD_ASKS_BEFORE);
    text = token_is(list, at, "van") && token_is(list, at + 1, "ban");
    if (text) {
        at += 2;
    } else {
        if (!kind_match(list, at, &used))
            return 0;
        out->kind = (query_node){.kind = QUERY_FIELD,
            .field = FIELD_KIND,
            .asked = true,
            .first = at,
            .last = at + used};
        at += used;
    }
    which = token_is(list, at, "nao");
    at += which;
    if (!text && !which)
        return 0;
    /* "được thay thế bởi" is a relation of its own. */
    if (!token_is(list, at, "duoc"))
        at += word_at(list, at, WORD_ASKS_BEHIND);
    return at;
}

/* The longest name of a relation at token `at`. */
static size_t
read_relation(sentence *out, const query *q, size_t at)
{
    const token_list *list = &q->tokens;

    for (size_t n = RELATION_WORDS; n > 0; n--) {
        relation r;

        if (at + n >= list->count)
            continue;
        r = relation_by_name(span_slice(
            list->text, list->at[at].start, list->at[at + n - 1].end));
        if (r == RELATION_COUNT)
            continue;
        out->relation.relation = r;
        return at + n;
    }
    return 0;
}

bool
sentence_read(sentence *out, arena *a, const query *q)
{
    const token_list *list = &q->tokens;
    size_t at, last;
    citation cite;

    *out = (sentence){.kind.last = 0};
    at = read_subject(out, q);
    if (at)
        at = read_relation(out, q, at);
    if (!at || !citation_read_typed(a, list, at, &cite))
        return false;
    last = cite.last;
    if (last < list->count)
        return false;
    out->relation.kind = QUERY_RELATION;
    out->relation.asked = true;
    out->relation.first = at;
    out->relation.last = last;
    out->relation.value =
        span_slice(list->text, list->at[at].start, list->at[last - 1].end);
    if (out->kind.last)
        out->kind.value = span_slice(list->text,
            list->at[out->kind.first].start, list->at[out->kind.last - 1].end);
    return true;
}
