#include "indexer/terms.h"

#include <stdio.h>

#include "common/base/map.h"
#include "common/base/vec.h"
#include "common/document/fields.h"
#include "common/document/impact.h"
#include "common/document/offer.h"
#include "common/document/packed.h"
#include "common/text/place.h"
#include "common/text/points.h"
#include "common/text/provision.h"
#include "indexer/terms-tally.h"

typedef VEC(store_term) term_list;
typedef VEC(store_value) value_list;

span
terms_passages_of(arena *a, span id)
{
    return field_term(a, "XD", id);
}

span
terms_document_of(arena *a, span id)
{
    return field_term(a, "Q", id);
}

static void
add_filter(term_list *list, span name)
{
    vec_push(list, (store_term){name, 0});
}

static void
add_filter_of(term_list *list, arena *a, const char *prefix, span value)
{
    if (value.len)
        add_filter(list, field_term(a, prefix, value));
}

static void
add_value(value_list *list, uint32_t slot, span bytes)
{
    if (bytes.len)
        vec_push(list, (store_value){slot, bytes});
}

static span
kind_code(const record *r)
{
    const kind *k = kind_by_name(r->kind);

    return k ? span_of(k->code) : (span){NULL, 0};
}

static span
place_code(arena *a, const record *r)
{
    const place *p = r->place.len ? place_by_name(r->place) : NULL;

    if (p)
        return span_of(p->slug);
    return r->place.len ? place_slug(a, r->place) : r->place;
}

/* Several issuers are joined by "; ", each is a filter of its own. */
static void
add_issuers(term_list *list, arena *a, span issuers)
{
    span name;

    if (!issuers.len)
        return;
    while (span_next_field(&issuers, ';', &name))
        add_filter_of(list, a, "XO", normalize_folded(a, name));
}

size_t
terms_status(arena *a, span timeline, span out[TIMELINE_STEPS + 1])
{
    timeline_step step;
    size_t count = 0;

    while (count <= TIMELINE_STEPS && timeline_next(&timeline, &step)) {
        span days = arena_print(a, "%.*s:%08u-%08u",
            SPAN_PRINT(step.verdict.status), step.from, step.to);
        bool always = !step.from && step.to == TIMELINE_NEVER;

        out[count++] =
            field_term(a, TERMS_STATUS, always ? step.verdict.status : days);
    }
    return count;
}

/* An article is found by the kind, organ and year of its act, as far as the
 * number of the act tells them. */
static record
as_act(arena *a, const record *r)
{
    record act = *r;
    token_list number;
    symbol s;
    size_t used;

    if (!r->part_of.len || r->kind.len)
        return act;
    number = token_list_read(a, r->part_of);
    if (!symbol_match(a, &number, 0, false, &s, &used))
        return act;
    if (s.kind)
        act.kind = span_of(s.kind->name);
    if (s.issuer && !r->issuer.len)
        act.issuer = span_of(s.issuer->name);
    if (!r->date.year)
        act.date.year = (uint16_t)s.year;
    return act;
}

/* What both databases say of a document. */
static void
add_filters(term_list *list, arena *a, const record *r)
{
    span dates[3], statuses[TIMELINE_STEPS + 1];
    size_t count = field_date_terms(a, r->date, dates);
    size_t steps = terms_status(a, r->timeline, statuses);

    if (!r->label_count)
        add_filter(list, field_label_term(a, (span){NULL, 0}));
    for (size_t i = 0; i < r->label_count; i++)
        add_filter(list, field_label_term(a, r->labels[i]));
    add_filter_of(list, a, "XK", kind_code(r));
    add_issuers(list, a, r->issuer);
    add_filter_of(list, a, "XP", place_code(a, r));
    for (size_t i = 0; i < steps; i++)
        add_filter(list, statuses[i]);
    add_filter_of(list, a, "XM", r->term);
    add_filter_of(list, a, "XX", normalize_folded(a, r->secrecy));
    for (size_t i = 0; i < count; i++)
        add_filter(list, dates[i]);
}

static span
labels_value(arena *a, const record *r)
{
    span all = {NULL, 0};

    for (size_t i = 0; i < r->label_count; i++)
        all = i ? arena_print(
                      a, "%.*s %.*s", SPAN_PRINT(all), SPAN_PRINT(r->labels[i]))
                : r->labels[i];
    return all;
}

static span
date_value(arena *a, date d)
{
    if (!date_is_set(d))
        return (span){NULL, 0};
    return arena_print(a, "%08u", date_number(d));
}

/* ---- documents ---- */

/* "48" of "48-CT/TW" and of "048/2010/QĐ". */
static span
bare_number(span number)
{
    size_t start = 0, end;

    while (start < number.len && number.ptr[start] == '0')
        start++;
    end = start;
    while (end < number.len && number.ptr[end] >= '0' && number.ptr[end] <= '9')
        end++;
    return span_slice(number, start, end);
}

static void
add_edges(term_list *list, arena *a, const record *r)
{
    map met = MAP_INIT;
    bool is_new;

    for (size_t i = 0; i < r->mention_count; i++) {
        const record_mention *m = &r->mentions[i];
        span edge;

        if (!m->key.len || m->relation == REL_SELF ||
            span_equal(m->key, r->key))
            continue;
        edge = field_edge_term(a, relation_about(m->relation)->code, m->key);
        map_put(&met, edge, &is_new);
        if (!is_new)
            continue;
        add_filter(list, edge);
        edge = field_edge_term(a, "A", m->key);
        map_put(&met, edge, &is_new);
        if (is_new)
            add_filter(list, edge);
    }
    map_release(&met);
}

static void
add_article(
    term_list *list, arena *a, map *met, const char *prefix, span act, span no)
{
    bool is_new;
    span name;

    if (!act.len || !no.len)
        return;
    name = arena_print(
        a, "%.*s#%.*s", SPAN_PRINT(symbol_fold(a, act)), SPAN_PRINT(no));
    name = field_term(a, prefix, name);
    map_put(met, name, &is_new);
    if (is_new)
        add_filter(list, name);
}

/* Which article of which act this is, and which articles it refers to. */
static void
add_articles(term_list *list, arena *a, const record *r)
{
    span own = r->part_of.len ? r->part_of : r->number;
    map met = MAP_INIT;

    add_article(list, a, &met, "XPART", r->part_of, r->article);
    for (size_t i = 0; i < r->mention_count; i++) {
        const record_mention *m = &r->mentions[i];
        span paths = m->provision, path;

        while (paths.len && span_next_field(&paths, ';', &path))
            add_article(list, a, &met, "XPC",
                m->relation == REL_SELF ? own : m->number,
                provision_article(path));
    }
    map_release(&met);
}

/* Titles as people begin to type them: alone, from each of their phrases on,
 * and behind kind and number. */
static void
add_titles(term_list *list, arena *a, const record *r)
{
    span title = normalize_folded(a, r->title), starts[OFFER_STARTS], named;
    size_t count = offer_starts(a, r->title, starts);

    add_filter_of(list, a, "XT", title);
    for (size_t i = 0; i < count; i++)
        add_filter_of(list, a, "XT", starts[i]);
    if (!r->kind.len || !r->number.len)
        return;
    named = arena_print(a, "%.*s %.*s %.*s", SPAN_PRINT(r->kind),
        SPAN_PRINT(r->number), SPAN_PRINT(title));
    named = normalize_folded(a, named);
    if (!span_equal(named, title))
        add_filter_of(list, a, "XT", named);
}

/* The words of an act's title: each weighs more the fewer they are.  Articles
 * have none: they are short, and found by all their words. */
static void
add_title_words(term_list *list, arena *a, const record *r)
{
    token_list title;
    tally words = TALLY_INIT;

    if (r->part_of.len)
        return;
    title = token_list_read(a, normalize_clean(a, r->title).text);
    tally_add(&words, a, &title, 0, title.count);
    for (size_t i = 0; i < words.terms.count; i++) {
        size_t weight = IMPACT_MAX / words.terms.count;

        vec_push(list, (store_term){field_term(a, "XW", words.terms.at[i].name),
                           weight ? (uint32_t)weight : 1});
    }
    tally_release(&words);
}

static void
add_document_terms(
    term_list *list, arena *a, const record *r, const record *act)
{
    add_filter(list, terms_document_of(a, r->id));
    add_filter_of(list, a, "XKEY", r->key);
    if (r->number.len) {
        add_filter_of(list, a, "XNUM", symbol_fold(a, r->number));
        add_filter_of(list, a, "XNO", bare_number(r->number));
    }
    if (r->part_of.len)
        add_filter_of(list, a, "XPART", symbol_fold(a, r->part_of));
    add_articles(list, a, r);
    add_filter_of(list, a, "XH", r->fingerprint);
    add_titles(list, a, r);
    add_title_words(list, a, r);
    add_filters(list, a, act);
    add_edges(list, a, r);
}

static void
add_document_values(
    value_list *list, arena *a, const record *r, const record *act)
{
    add_value(list, SLOT_ID, r->id);
    add_value(list, SLOT_DATE, date_value(a, r->date));
    add_value(list, SLOT_KIND, kind_code(act));
    add_value(list, SLOT_ISSUER, act->issuer);
    if (act->date.year)
        add_value(list, SLOT_YEAR, arena_print(a, "%04u", act->date.year));
    add_value(list, SLOT_PLACE, place_code(a, r));
    add_value(list, SLOT_STATUS, r->timeline);
    add_value(list, SLOT_SECRECY, r->secrecy);
    add_value(list, SLOT_TERM, r->term);
    add_value(list, SLOT_KEY, r->key);
    add_value(list, SLOT_STAMP, r->stamp);
    add_value(list, SLOT_LABELS, labels_value(a, r));
}

static void *
keep(arena *a, const void *items, size_t count, size_t size)
{
    void *copy = arena_array(a, count + 1, size);

    if (count)
        memcpy(copy, items, count * size);
    return copy;
}

store_entry
terms_document(arena *a, const record *r)
{
    term_list terms = VEC_INIT;
    value_list values = VEC_INIT;
    strbuf data = STRBUF_INIT;
    const record act = as_act(a, r);
    store_entry entry;

    add_document_terms(&terms, a, r, &act);
    add_document_values(&values, a, r, &act);
    record_encode(&data, r);
    entry = (store_entry){
        .terms = keep(a, terms.at, terms.count, sizeof *terms.at),
        .term_count = terms.count,
        .values = keep(a, values.at, values.count, sizeof *values.at),
        .value_count = values.count,
        .data = arena_copy(a, strbuf_span(&data)),
    };
    vec_release(&terms);
    vec_release(&values);
    strbuf_release(&data);
    return entry;
}

/* ---- passages ---- */

typedef struct cutter {
    const document *document;
    arena arena;   /* of the document: filters, title */
    arena scratch; /* of one passage */
    token_list title;
    points points;
    tally tally; /* the filters first, then the terms of the passage */
    strbuf forward, data;
    span date;
    span act; /* folded number of what it is or belongs to */
} cutter;

static void
pack(cutter *c, const passage *p, const token_list *heading)
{
    const document *d = c->document;
    const packed whole = {.label = p->label,
        .title = c->title.text,
        .heading = p->heading,
        .text = span_slice(d->text, p->start, p->end),
        .pages = document_pages(d, &c->scratch, p->start, p->end),
        .start = p->start,
        .end = p->end,
        .points = points_range(&c->points, p->start, p->end)};

    strbuf_clear(&c->forward);
    strbuf_clear(&c->data);
    packed_encode(&c->forward, &c->data, &c->scratch, &whole, &c->title,
        heading, &d->tokens, p->first, p->last);
}

static tracuu_status
write_passage(cutter *c, size_t number, terms_take *take, void *payload,
    tracuu_error *err)
{
    const passage *p = &c->document->passages[number];
    token_list heading = token_list_read(&c->scratch, p->heading);
    const token_list *body = &c->document->tokens;
    store_value values[4];
    size_t count = 2;
    store_entry entry;

    tally_clear(&c->tally);
    tally_add(&c->tally, &c->scratch, &c->title, 0, c->title.count);
    tally_add(&c->tally, &c->scratch, &heading, 0, heading.count);
    tally_add(&c->tally, &c->scratch, body, p->first, p->last);
    tally_weigh(&c->tally);
    pack(c, p, &heading);
    values[0] = (store_value){SLOT_ID, c->document->id};
    values[1] = (store_value){SLOT_FORWARD, strbuf_span(&c->forward)};
    if (c->date.len)
        values[count++] = (store_value){SLOT_DATE, c->date};
    if (c->act.len)
        values[count++] = (store_value){SLOT_ACT, c->act};
    entry = (store_entry){c->tally.terms.at, c->tally.terms.count, values,
        count, strbuf_span(&c->data)};
    return take(payload, &entry, err);
}

/* The title that counts in each passage: as given from outside, which people
 * know it by, or the text's own. */
static span
indexed_title(const document *d)
{
    return d->title.len ? d->title : d->meta.title;
}

tracuu_status
terms_passages(const document *d, const record *r, terms_take *take,
    void *payload, tracuu_error *err)
{
    cutter c = {.document = d, .points = {.text = d->text}};
    const record act = as_act(&c.arena, r);
    term_list filters = VEC_INIT;
    tracuu_status status = TRACUU_OK;

    c.title = token_list_read(
        &c.arena, normalize_clean(&c.arena, indexed_title(d)).text);
    c.date = date_value(&c.arena, r->date);
    c.act = symbol_fold(&c.arena, r->part_of.len ? r->part_of : r->number);
    add_filter(&filters, terms_passages_of(&c.arena, d->id));
    add_filters(&filters, &c.arena, &act);
    for (size_t i = 0; i < filters.count; i++)
        vec_push(&c.tally.terms, filters.at[i]);
    c.tally.mark = filters.count;
    vec_release(&filters);
    for (size_t i = 0; i < d->passage_count && status == TRACUU_OK; i++) {
        status = write_passage(&c, i, take, payload, err);
        arena_reset(&c.scratch);
    }
    tally_release(&c.tally);
    strbuf_release(&c.forward);
    strbuf_release(&c.data);
    arena_release(&c.arena);
    arena_release(&c.scratch);
    return status;
}
