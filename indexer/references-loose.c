#include "indexer/references-loose.h"

#include "common/base/strbuf.h"
#include "common/text/token-gap.h"
#include "indexer/references-trigger.h"

enum {
    ITEM_MAX = 60,     /* tokens of an item that change is told of */
    MARKER_TOKENS = 4, /* "1.2", "b)" before its words */
    PATHS_MAX = 4096
};

/* The act that the document changes, once reference `i` is passed. */
static int
changed_act(const reference_list *list, size_t i, int before)
{
    const reference *ref = &list->at[i];
    const relation_info *about = relation_about(ref->relation);

    if (ref->dropped || ref->quoted || ref->head != HEAD_DOCUMENT)
        return before;
    return about->changes || about->ends ? (int)i : before;
}

/* "2. Sửa đổi khoản 4 Điều 1", "b) Thay thế cụm từ “tỉnh” bằng cụm từ “thành
 * phố” tại khoản 1 Điều 2": a word of change leads the item. */
static bool
is_changed(const token_list *list, const citation_loose *l)
{
    size_t at = reference_sentence_start(list, l->first, ITEM_MAX), used = 0;

    for (size_t n = 0; n < MARKER_TOKENS && at + n < l->first; n++) {
        const trigger *t = trigger_match(list, at + n, &used);

        if (t && (relation_about(t->relation)->changes ||
                     relation_about(t->relation)->ends))
            return true;
    }
    return false;
}

/* “Điều 13. ...”: new text that starts at its article.  The quotation mark
 * stands right before it, so it is not one that ends what came before. */
static bool
starts_quote(const token_list *list, const citation_loose *l)
{
    span before;

    if (!l->first || l->last - l->first != 2 ||
        gap_behind(list, l->last - 1).mark != GAP_DOT)
        return false;
    before = span_slice(list->text, 0, list->at[l->first].start);
    return span_ends_with(before, SPAN("\xe2\x80\x9c")) ||
           span_ends_with(before, SPAN("\""));
}

static void
give(reference_list *list, int to, strbuf *paths)
{
    citation *c;

    if (to >= 0 && paths->len) {
        c = &list->at[to].cite;
        c->provision = arena_print(&list->document->arena, "%.*s%s%.*s",
            SPAN_PRINT(c->provision), c->provision.len ? "; " : "",
            SPAN_PRINT(strbuf_span(paths)));
    }
    strbuf_clear(paths);
}

void
loose_attach(reference_list *list, const citation_list *found)
{
    strbuf paths = STRBUF_INIT;
    int act = NO_REFERENCE, next;
    size_t i = 0;

    for (size_t k = 0; k < found->loose_count; k++) {
        const citation_loose *l = &found->loose[k];

        for (; i < list->count && list->at[i].cite.first <= l->first; i++) {
            next = changed_act(list, i, act);
            if (next != act)
                give(list, act, &paths);
            act = next;
        }
        if (act < 0 || paths.len > PATHS_MAX ||
            !(is_changed(list->tokens, l) || starts_quote(list->tokens, l)))
            continue;
        if (paths.len)
            strbuf_add_string(&paths, "; ");
        strbuf_add(&paths, l->paths);
    }
    give(list, act, &paths);
    strbuf_release(&paths);
}
