#include "searcher/hits-about.h"

#include "common/document/fields.h"
#include "common/text/symbol.h"

enum {
    EARLY = 3, /* words that may stand before the act in a title */
    YEAR_DIGITS = 4
};

typedef struct about {
    arena *arena;
    const query *query;
    size_t words; /* that are no number */
    size_t front; /* documents put before all */
    size_t no;    /* token of a number without kind and letters, or SIZE_MAX */
    span year;    /* "2020" of "91/2020", or empty */
} about;

static bool
is_named(const query *q, size_t t)
{
    for (size_t i = 0; i < q->number_count; i++)
        if (t >= q->numbers[i].first && t < q->numbers[i].last)
            return true;
    return false;
}

static bool
is_stub(const numbered *n)
{
    return !n->what.entry && !n->what.part;
}

/* ---- titles that name the act ---- */

/* True if half of the words that are no number stand in the title. */
static bool
has_words(const about *b, const token_list *title)
{
    const query *q = b->query;
    size_t words = 0, met = 0;

    for (size_t t = 0; t < q->tokens.count; t++) {
        bool has = false;

        if (is_named(q, t))
            continue;
        for (size_t i = 0; i < title->count && !has; i++)
            has =
                span_equal(token_folded(title, i), token_folded(&q->tokens, t));
        words++;
        met += has;
    }
    return words && 2 * met >= words;
}

/* What is no act and begins with the name of one has its text, or tells of it;
 * an act that begins so carries it out. */
static bool
is_about(const about *b, span key, const tracuu_document *d)
{
    token_list title = token_list_read(b->arena, span_of(d->title));
    citation_list all = citation_find(b->arena, &title, NULL);
    bool words = has_words(b, &title);

    for (size_t i = 0; i < all.count; i++)
        if (all.at[i].key.len && all.at[i].numbered &&
            key_agrees(all.at[i].key, key) &&
            (words || (!d->number[0] && all.at[i].first <= EARLY)))
            return true;
    return false;
}

/* ---- numbers alone ---- */

static bool
is_year(span s)
{
    return s.len == YEAR_DIGITS &&
           (span_starts_with(s, SPAN("19")) || span_starts_with(s, SPAN("20")));
}

/* "91 tin nhắn rác", "01/2011 thể thức", "... số 91": a number that begins the
 * query or is called one. */
static void
find_number(about *b)
{
    const query *q = b->query;
    const token_list *list = &q->tokens;

    b->no = SIZE_MAX;
    for (size_t t = 0; t < list->count; t++) {
        if (!list->at[t].number || is_named(q, t) ||
            is_year(token_folded(list, t)) ||
            (t && !span_equal(token_folded(list, t - 1), SPAN("so"))))
            continue;
        b->no = t;
        if (t + 1 < list->count && is_year(token_folded(list, t + 1)) &&
            list->text.ptr[list->at[t].end] == '/')
            b->year = token_folded(list, t + 1);
        return;
    }
}

static bool
has_pair(const uint16_t *ids, size_t count, uint16_t first, uint16_t second)
{
    for (size_t i = 0; i + 1 < count; i++)
        if (ids[i] == first && ids[i + 1] == second)
            return true;
    return false;
}

/* "12 tháng nghỉ": what is found has the number before the same word. */
static bool
is_count(const about *b, const group_list *groups)
{
    const token_list *list = &b->query->tokens;
    uint16_t no, next;

    if (b->year.len || b->no + 1 >= list->count)
        return false;
    no = list->at[b->no].id;
    next = list->at[b->no + 1].id;
    for (size_t i = 0; i < groups->count && i < ABOUT_GROUPS; i++) {
        const forward *f = &groups->at[i].passages[0]->forward;

        if (has_pair(f->body, f->body_count, no, next) ||
            has_pair(f->title, f->title_count, no, next))
            return true;
    }
    return false;
}

static span
without_zeros(span s)
{
    while (s.len > 1 && *s.ptr == '0')
        s = span_from(s, 1);
    return s;
}

/* True if the number of the document, or of the act that it is a part of, has
 * these digits before its letters, and the year that is asked for. */
static bool
bears(const about *b, const tracuu_document *d)
{
    span number = without_zeros(span_of(d->number[0] ? d->number : d->part_of));
    span no = without_zeros(token_folded(&b->query->tokens, b->no));
    bool same = number.len > no.len && span_starts_with(number, no) &&
                !(number.ptr[no.len] >= '0' && number.ptr[no.len] <= '9');

    if (!same || !b->year.len)
        return same;
    return span_starts_with(span_of(d->date), b->year) ||
           span_starts_with(span_from(number, no.len + 1), b->year);
}

/* ---- both ---- */

/* True if the first act is sure to be meant: words of the query do not tell it
 * from the others of its number. */
static bool
is_settled(const about *b, const numbered_list *first)
{
    const numbered *n = &first->at[b->front];

    return n->article || n->exact || n->titled || b->query->number_count > 1 ||
           b->words == 0;
}

/* Of acts with one number the one whose articles have the words comes first:
 * "TT 27/2020 danh mục thuốc". */
static void
settle_by_parts(const about *b, numbered_list *first, const tracuu_document *d)
{
    span part = symbol_fold(b->arena, span_of(d->part_of));

    for (size_t i = 1; part.len && i < first->count; i++) {
        numbered n = first->at[i];

        if (!n.what.number.len ||
            !span_equal(symbol_fold(b->arena, n.what.number), part))
            continue;
        memmove(first->at + 1, first->at, i * sizeof *first->at);
        n.titled = true;
        first->at[0] = n;
        return;
    }
}

/* The place in `first` before which the document belongs, or its length + 1
 * for nowhere. */
static size_t
place_of(about *b, const numbered_list *first, const tracuu_document *d)
{
    if (b->no != SIZE_MAX && bears(b, d))
        return first->count;
    for (size_t i = 0; i < first->count; i++)
        if (is_stub(&first->at[i]) && is_about(b, first->at[i].what.key, d))
            return d->number[0] || is_settled(b, first) ? i : b->front++;
    return first->count + 1;
}

static void
insert(numbered_list *list, arena *a, size_t at, numbered n)
{
    numbered *room = arena_array(a, list->count + 1, sizeof *room);

    for (size_t i = 0; i < list->count; i++)
        room[i + (i >= at)] = list->at[i];
    room[at] = n;
    *list = (numbered_list){room, list->count + 1};
}

static bool
is_known(const numbered_list *list, uint32_t entry)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->at[i].what.entry == entry)
            return true;
    return false;
}

tracuu_status
about_promote(numbered_list *first, resolver *with, const query *q,
    const group_list *groups, tracuu_error *err)
{
    tracuu_reader *reader = with->reader;
    arena *a = with->arena;
    about b = {.arena = a, .query = q};
    tracuu_status status = TRACUU_OK;
    bool wanted = false;

    find_number(&b);
    if (b.no != SIZE_MAX && is_count(&b, groups))
        b.no = SIZE_MAX;
    for (size_t t = 0; t < q->tokens.count; t++)
        b.words += !is_named(q, t);
    for (size_t i = 0; i < first->count; i++)
        wanted |= !first->at[i].what.entry;
    if (!wanted && b.no == SIZE_MAX)
        return TRACUU_OK;
    for (size_t i = 0; i < groups->count && i < ABOUT_GROUPS && !status &&
                       !reader_is_late(reader);
         i++) {
        const group *g = &groups->at[i];
        const tracuu_document *d;
        found what = {.entry = 0};
        size_t at;

        status = reader_find(reader, a, g->id, &what.entry, err);
        if (status || !what.entry || is_known(first, what.entry))
            continue;
        status = resolver_read(with, &what, &d, err);
        if (status)
            break;
        if (first->count > 1 && !b.front && !is_settled(&b, first))
            settle_by_parts(&b, first, d);
        at = place_of(&b, first, d);
        if (at <= first->count)
            insert(first, a, at,
                (numbered){
                    .what = lookup_entry(reader, a, what.entry), .group = *g});
    }
    return status;
}
