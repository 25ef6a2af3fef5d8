#include "searcher/suggest-title.h"

#include <stdlib.h>

#include "common/document/fields.h"
#include "common/document/offer.h"
#include "common/text/normalize.h"
#include "common/text/symbol.h"
#include "common/text/unicode.h"
#include "common/text/utf8.h"
#include "searcher/lookup.h"

enum {
    CHOICES = 2 * OFFER_MANY, /* terms that are looked at */
    COPIES = 16 /* documents of one title, of which one may be seen */
};

/* A document that may be suggested. */
typedef struct choice {
    uint32_t entry;
    uint32_t merit;
    uint32_t copies;
    span term;
} choice;

typedef struct finder {
    suggest_list *list;
    tracuu_reader *reader;
    arena *arena;
    choice choices[CHOICES];
    size_t count;
} finder;

/* ---- one suggestion ---- */

void
suggest_put_capital(strbuf *out, span text)
{
    size_t at = 0;
    uint32_t first = text.len ? utf8_next(text, &at) : 0;
    uint32_t upper = first - (first < 0x100 ? 0x20 : 1);

    if (first && unicode_lower(upper) == first && upper != first)
        utf8_add(out, upper);
    else
        strbuf_add(out, span_slice(text, 0, at));
    strbuf_add(out, span_from(text, at));
}

/* Kind, number and title, none of them twice. */
static span
named(arena *a, const record *r)
{
    strbuf out = STRBUF_INIT;
    span title = normalize_folded(a, r->title), text;
    span number = normalize_folded(a, r->number);

    if (r->number.len && !span_starts_with(title, normalize_folded(a, r->kind)))
        suggest_put_capital(&out, r->kind);
    if (out.len)
        strbuf_print(&out, " %.*s ", SPAN_PRINT(r->number));
    strbuf_add(&out, r->title);
    if (r->number.len && span_find(title, number, 0) == SIZE_MAX &&
        span_equal(strbuf_span(&out), r->title))
        strbuf_print(&out, " %.*s", SPAN_PRINT(r->number));
    text = arena_copy(a, span_trim(strbuf_span(&out)));
    strbuf_release(&out);
    return text;
}

/* True if the words of `beginning` stand in `text`, the last one begun. */
static bool
has_words(span text, span beginning)
{
    size_t at = span_find(text, beginning, 0);

    while (at < text.len && at && text.ptr[at - 1] != ' ')
        at = span_find(text, beginning, at + 1);
    return at < text.len;
}

tracuu_status
suggest_add_document(
    suggest_list *l, uint32_t entry, span needed, tracuu_error *err)
{
    arena *a = &l->arena;
    record r;
    span text;
    tracuu_status status =
        lookup_record(l->reader, a, entry, RECORD_HEAD, &r, err);

    if (status)
        return status;
    text = named(a, &r);
    if (!needed.len || has_words(normalize_folded(a, text), needed))
        suggest_list_add(l, text, r.id);
    return TRACUU_OK;
}

/* ---- frequent beginnings ---- */

static bool
add_list(finder *f, const char *prefix, span beginning, span needed)
{
    tracuu_reader *reader = f->reader;
    size_t before = f->list->out.count;
    span list = {NULL, 0};
    uint32_t entry;

    if (store_metadata(reader->documents, f->arena,
            offer_name(f->arena, prefix, beginning), &list, NULL))
        return false;
    /* A document may be gone since: then there is no record, and no harm. */
    while (!suggest_list_is_full(f->list) && offer_next(&list, &entry))
        if (reader_may_see(reader, entry))
            suggest_add_document(f->list, entry, needed, NULL);
    return f->list->out.count > before;
}

/* ---- others ---- */

static bool
take_term(void *payload, span term, uint32_t frequency)
{
    finder *f = payload;

    f->choices[f->count++] =
        (choice){.term = arena_copy(f->arena, term), .copies = frequency};
    return f->count < CHOICES;
}

static bool
take_entry(void *payload, uint32_t entry)
{
    finder *f = payload;

    if (reader_may_see(f->reader, entry))
        f->choices[f->count++] = (choice){.entry = entry, .copies = 1};
    return f->count < CHOICES;
}

typedef struct visible {
    tracuu_reader *reader;
    uint32_t entry;
    size_t looked_at;
} visible;

static bool
take_visible(void *payload, uint32_t entry)
{
    visible *v = payload;

    if (reader_may_see(v->reader, entry))
        v->entry = entry;
    return !v->entry && ++v->looked_at < COPIES;
}

static tracuu_status
weigh(finder *f, choice *c, tracuu_error *err)
{
    visible v = {f->reader, 0, 0};
    store_reader *documents = f->reader->documents;
    span key = {NULL, 0};
    offer o = {.length = c->term.len, .copies = c->copies};
    tracuu_status status = TRACUU_OK;

    if (!c->entry)
        status = store_walk_entries(documents, c->term, take_visible, &v, err);
    if (v.entry)
        c->entry = v.entry;
    if (!status && c->entry)
        status =
            store_value_of(documents, f->arena, c->entry, SLOT_KEY, &key, err);
    o.act = key.len > 0;
    /* How many may be seen of those that cite it takes too long to count. */
    if (key.len && f->reader->sees_all)
        o.cited =
            store_frequency(documents, field_edge_term(f->arena, "A", key));
    if (!f->reader->sees_all)
        o.copies = 1;
    c->merit = offer_merit(&o);
    return status;
}

static int
by_merit(const void *a, const void *b)
{
    const choice *x = a, *y = b;

    if (x->merit != y->merit)
        return x->merit < y->merit ? 1 : -1;
    return span_compare(x->term, y->term);
}

static tracuu_status
add_choices(finder *f, span needed, tracuu_error *err)
{
    tracuu_status status = TRACUU_OK;

    for (size_t i = 0; i < f->count && !status; i++)
        if (i < f->list->limit || !reader_is_late(f->reader))
            status = weigh(f, &f->choices[i], err);
    if (!status && f->count)
        qsort(f->choices, f->count, sizeof *f->choices, by_merit);
    for (size_t i = 0; i < f->count && !status; i++)
        if (f->choices[i].entry && !suggest_list_is_full(f->list))
            status =
                suggest_add_document(f->list, f->choices[i].entry, needed, err);
    f->count = 0;
    return status;
}

static tracuu_status
add_terms(finder *f, const char *prefix, span beginning, span needed,
    tracuu_error *err)
{
    tracuu_status status;

    if (add_list(f, prefix, beginning, needed))
        return TRACUU_OK;
    status = store_walk_terms(f->reader->documents,
        arena_print(f->arena, "%s%.*s", prefix, SPAN_PRINT(beginning)),
        SPAN(""), take_term, f, err);
    return status ? status : add_choices(f, needed, err);
}

/* ---- both ---- */

static finder *
finder_new(suggest_list *l)
{
    finder *f = arena_take(&l->arena, sizeof *f);

    f->list = l;
    f->reader = l->reader;
    f->arena = &l->arena;
    return f;
}

/* As much of it as the index has of a phrase of a title. */
static span
phrase_part(span beginning)
{
    if (beginning.len > OFFER_PHRASE_BYTES)
        beginning.len = OFFER_PHRASE_BYTES;
    return beginning;
}

tracuu_status
suggest_titles(suggest_list *l, span beginning, tracuu_error *err)
{
    finder *f = finder_new(l);
    tracuu_status status;

    if (!beginning.len)
        return TRACUU_OK;
    status = add_terms(f, OFFER_TITLE, beginning, beginning, err);
    if (!status && !suggest_list_is_full(l) &&
        beginning.len > OFFER_PHRASE_BYTES)
        status =
            add_terms(f, OFFER_TITLE, phrase_part(beginning), beginning, err);
    return status;
}

static bool
is_digits(span s)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] < '0' || s.ptr[i] > '9')
            return false;
    return s.len > 0;
}

tracuu_status
suggest_numbers(suggest_list *l, span beginning, tracuu_error *err)
{
    finder *f = finder_new(l);
    tracuu_status status = TRACUU_OK;

    if (!beginning.len)
        return status;
    if (is_digits(beginning)) {
        status = store_walk_entries(f->reader->documents,
            field_term(f->arena, "XNO", beginning), take_entry, f, err);
        if (!status)
            status = add_choices(f, SPAN(""), err);
    }
    return status ? status
                  : add_terms(f, OFFER_NUMBER, beginning, SPAN(""), err);
}
