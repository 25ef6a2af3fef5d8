#include "common/text/provision-pending.h"

#include "common/text/citation-draft.h"
#include "common/text/token-gap.h"
#include "common/text/word.h"

enum {
    CHAIN_MAX = 30, /* tokens between two provisions of one act */
    ATTACH_MAX = 10 /* tokens between a provision and "kèm theo" its act */
};

static bool
ends_sentence(const token_list *list, size_t from, size_t to)
{
    for (size_t at = from; at < to && at < list->count; at++)
        if (list->at[at].breaks && at &&
            gap_behind(list, at - 1).mark == GAP_DOT)
            return true;
    return false;
}

/* Whether two provisions belong to one act: nothing but connectors between
 * them, or another change of the same act ("bãi bỏ khoản 3 Điều 12"). */
static bool
is_chained(const pending *s, const provision *a, const provision *b)
{
    if (b->first - a->last <= 2 && !ends_sentence(s->list, a->last, b->first))
        return true;
    return b->first - a->last <= CHAIN_MAX &&
           !ends_sentence(s->list, a->last, b->first + 1) &&
           word_any(s->list, a->last, b->first, WORD_CHANGES);
}

/* 1 if the act at token `at` stands right behind the provision, 2 if it is
 * the act that something with the provision is attached to, 0 if neither. */
static int
attachment(const pending *s, const provision *p, size_t at)
{
    size_t distance = at - p->last;

    if (distance && s->list->at[at].breaks)
        return 0;
    if (!distance ||
        (distance <= 2 && word_any(s->list, p->last, p->last + 1, WORD_OF_ACT)))
        return s->list->at[p->last].breaks ? 0 : 1;
    if (distance <= ATTACH_MAX && !ends_sentence(s->list, p->last, at + 1) &&
        word_any(s->list, p->last, at, WORD_CARRIED))
        return 2;
    return 0;
}

/* The provisions that wait up to `end` belong to no act. */
static void
let_go(pending *s, size_t end)
{
    for (size_t i = 0; i < end; i++) {
        const provision *p = &s->at[i];

        if (p->whole && !p->own && p->paths.len)
            vec_push(&s->loose, (citation_loose){p->first, p->last, p->paths});
    }
    s->count = 0;
}

/* "khoản 5a vào sau khoản 5 Điều 51": where it goes, not what changes. */
static bool
is_location(const pending *s, size_t i)
{
    size_t at = s->at[i].first;

    return i && at >= 2 && at - 1 <= s->at[i - 1].last + 1 &&
           (token_is(s->list, at - 1, "sau") ||
               token_is(s->list, at - 1, "truoc")) &&
           s->at[i - 1].last + 2 >= at;
}

static bool
has_path(span paths, span path)
{
    span one;

    while (span_next_field(&paths, ';', &one))
        if (span_equal(span_trim(one), path))
            return true;
    return false;
}

/* Adds the paths of provision `i`.  Without an article of their own they are
 * in that of the next: "khoản 5 và bổ sung khoản 5a vào sau khoản 5 Điều 51".
 */
static void
add_paths(pending *s, size_t i, size_t end, citation *c)
{
    span rest = s->at[i].paths, path, article = SPAN("");

    if (is_location(s, i))
        return;
    for (size_t k = i + 1; k < end && !s->at[i].whole && !article.len; k++)
        if (s->at[k].whole)
            article = provision_article(s->at[k].paths);
    while (span_next_field(&rest, ';', &path)) {
        path = span_trim(path);
        if (article.len && !provision_article(path).len)
            path = arena_print(
                s->arena, "Đ%.*s.%.*s", SPAN_PRINT(article), SPAN_PRINT(path));
        if (!has_path(c->provision, path))
            c->provision =
                arena_print(s->arena, "%.*s%s%.*s", SPAN_PRINT(c->provision),
                    c->provision.len ? "; " : "", SPAN_PRINT(path));
    }
}

void
pending_take(pending *s, citation *c)
{
    size_t end = s->count, first;
    int how;

    c->reach = c->first;
    how = end && !s->at[end - 1].own ? attachment(s, &s->at[end - 1], c->first)
                                     : 0;
    if (!how) {
        let_go(s, end);
        return;
    }
    for (first = end - 1; first > 0 && !s->at[first - 1].own; first--)
        if (!is_chained(s, &s->at[first - 1], &s->at[first]))
            break;
    let_go(s, first);
    c->reach = s->at[first].first;
    if (how == 1) {
        c->first = s->at[first].first;
        if (c->first && token_is(s->list, c->first - 1, "cac") &&
            !s->list->at[c->first].breaks)
            c->first--;
        c->start = s->list->at[c->first].start;
    }
    if (how == 2 && !s->at[end - 1].whole)
        return;
    for (; first < end; first++)
        add_paths(s, first, end, c);
}

void
pending_add(pending *s, const provision *p)
{
    if (s->count &&
        ends_sentence(s->list, s->at[s->count - 1].last, p->first + 1))
        let_go(s, s->count);
    if (s->count == PENDING_MAX)
        let_go(s, s->count);
    s->at[s->count++] = *p;
}

void
pending_end(pending *s)
{
    let_go(s, s->count);
}
