#include "searcher/lookup.h"

#include "common/base/fail.h"
#include "common/base/vec.h"
#include "common/document/fields.h"
#include "searcher/lookup-candidates.h"
#include "searcher/lookup-citing.h"
#include "searcher/lookup-copies.h"
#include "searcher/lookup-face.h"
#include "searcher/lookup-ground.h"
#include "searcher/lookup-narrow.h"
#include "searcher/lookup-parts.h"
#include "searcher/lookup-stub.h"

enum { FOUND_MAX = 200, PRESENT_MAX = 8 };

typedef VEC(found) found_vec;

/* ---- one entry ---- */

tracuu_status
lookup_record(tracuu_reader *reader, arena *a, uint32_t entry,
    record_depth depth, record *out, tracuu_error *err)
{
    tracuu_status status;
    span data;

    status = store_data(reader->documents, a, entry, &data, err);
    if (status != TRACUU_OK)
        return status;
    if (!record_read(a, data, depth, out))
        return fail(err, TRACUU_INDEX_DAMAGED,
            "the record of entry %u in '%s' cannot be read; rebuild the index "
            "with tracuu-index --rebuild",
            entry, reader->dir);
    return TRACUU_OK;
}

static span
value_of(tracuu_reader *reader, arena *a, uint32_t entry, uint32_t slot)
{
    span value = {NULL, 0};

    store_value_of(reader->documents, a, entry, slot, &value, NULL);
    return value;
}

static uint32_t
date_of(tracuu_reader *reader, arena *a, uint32_t entry)
{
    span digits = value_of(reader, a, entry, SLOT_DATE);
    uint32_t number = 0;

    for (size_t i = 0; i < digits.len && i < 8; i++) {
        unsigned digit = (unsigned char)digits.ptr[i] - '0';

        if (digit <= 9)
            number = number * 10 + digit;
    }
    return number;
}

found
lookup_entry(tracuu_reader *reader, arena *a, uint32_t entry)
{
    return (found){.entry = entry,
        .key = value_of(reader, a, entry, SLOT_KEY),
        .date = date_of(reader, a, entry)};
}

uint32_t
lookup_key(tracuu_reader *reader, arena *a, span key)
{
    copy_groups groups;

    if (copies_of_key(&groups, reader, a, key, NULL) != TRACUU_OK)
        return 0;
    return groups.count ? groups.at[0].at[0] : 0;
}

/* A status that an act outside what may be seen has caused would tell of that
 * act. */
static void
hide_cause(tracuu_reader *reader, arena *a, tracuu_document *d)
{
    if (reader->sees_all || !d->status_cause[0] ||
        citing_first(reader, field_term(a, "XKEY", span_of(d->status_cause))))
        return;
    d->status = "unknown";
    d->status_cause = d->status_by = "";
}

tracuu_status
lookup_document(tracuu_reader *reader, arena *a, const found *what,
    const tracuu_document **out, tracuu_error *err)
{
    tracuu_document *d = arena_take(a, sizeof *d);
    tracuu_status status;
    record r;

    *out = NULL;
    if (what->entry) {
        status =
            lookup_record(reader, a, what->entry, RECORD_MENTIONS, &r, err);
        if (status == TRACUU_OK) {
            *d = face_of(a, &r, reader->today);
            d->rests_on = arena_string(a, ground_expired(reader, a, &r));
            hide_cause(reader, a, d);
        }
    } else {
        status = stub_read(d, NULL, reader, a, what->key, err);
    }
    if (status != TRACUU_OK)
        return status;
    if (what->number.len)
        d->number = arena_string(a, what->number);
    if (d->key[0])
        d->cited_by = lookup_cited_by(reader, a, span_of(d->key));
    *out = d;
    return TRACUU_OK;
}

/* ---- in-degree ---- */

bool
lookup_means_only(tracuu_reader *reader, arena *a, span variant, span key)
{
    key_list present;

    if (candidates_present(&present, reader, a, variant, PRESENT_MAX, NULL) !=
        TRACUU_OK)
        return false;
    for (size_t i = 0; i < present.count; i++) {
        if (!span_equal(present.at[i], key) && !key_is_open(present.at[i]))
            return false;
    }
    return true;
}

static size_t
count_any(tracuu_reader *reader, arena *a, const span *terms, size_t count)
{
    store_node *nodes =
        arena_array(a, count + 4 + reader->visible_count, sizeof *nodes);
    store_match match = {.query = nodes,
        .limit = 0,
        .check_at_least = UINT32_MAX,
        .weightless = true};
    store_matches matches;

    nodes[0] = (store_node){.op = STORE_OR, .children = count};
    for (size_t i = 0; i < count; i++)
        nodes[i + 1] = (store_node){.op = STORE_TERM, .term = terms[i]};
    match.node_count = reader_filter(reader, nodes, count + 1);
    if (store_find(reader->documents, a, &match, &matches, NULL) != TRACUU_OK)
        return 0;
    return matches.at_least;
}

size_t
lookup_cited_by(tracuu_reader *reader, arena *a, span key)
{
    span keys[8], terms[8];
    size_t count = 0, variants = key_variants(a, key, keys);

    for (size_t i = 0; i < variants; i++) {
        span term = field_term(a, "XRA:", keys[i]);

        if (store_frequency(reader->documents, term) &&
            (i == 0 || lookup_means_only(reader, a, keys[i], key)))
            terms[count++] = term;
    }
    if (count == 0)
        return 0;
    if (count == 1 && reader->sees_all)
        return store_frequency(reader->documents, terms[0]);
    return count_any(reader, a, terms, count);
}

/* ---- lists ---- */

/* The day of an act that nobody has; the year in its key will do, unless the
 * citation says a day. */
static tracuu_status
stub_date(uint32_t *out, tracuu_reader *reader, arena *a, span key,
    const citation *cite, tracuu_error *err)
{
    tracuu_document stub;
    key_parts parts;
    date when = {0};
    tracuu_status status = TRACUU_OK;

    if (!cite->act.date.month && key_split(key, &parts) &&
        parts.disc.ptr[0] == 'y')
        when.year = date_parse(span_from(parts.disc, 1)).year;
    if (!when.year)
        status = stub_read(&stub, &when, reader, a, key, err);
    *out = date_number(when);
    return status;
}

/* Adds what bears or cites `key`: a found for each act, or a stub. */
static tracuu_status
add_key(found_vec *list, tracuu_reader *reader, arena *a, span key,
    const citation *cite, tracuu_error *err)
{
    copy_groups groups;
    tracuu_status status = copies_of_key(&groups, reader, a, key, err);
    uint32_t when;

    if (status != TRACUU_OK)
        return status;
    for (size_t i = 0; i < groups.count && list->count < FOUND_MAX; i++)
        vec_push(list, (found){.entry = groups.at[i].at[0],
                           .key = key,
                           .date = groups.at[i].date});
    if (groups.count || list->count == FOUND_MAX || !stub_is_cited(reader, key))
        return TRACUU_OK;
    status = stub_date(&when, reader, a, key, cite, err);
    if (status == TRACUU_OK)
        vec_push(list, (found){.key = key, .date = when});
    return status;
}

static int
compare_found(const void *left, const void *right)
{
    const found *a = left, *b = right;

    if (a->date != b->date)
        return a->date > b->date ? -1 : 1;
    if (!a->entry != !b->entry)
        return a->entry ? -1 : 1;
    return a->entry ? (a->entry > b->entry) - (a->entry < b->entry)
                    : span_compare(a->key, b->key);
}

static void
take_found(found_list *out, found_vec *list, arena *a)
{
    out->count = list->count;
    out->at = arena_array(a, list->count, sizeof *out->at);
    if (list->count) {
        memcpy(out->at, list->at, list->count * sizeof *out->at);
        qsort(out->at, out->count, sizeof *out->at, compare_found);
    }
    vec_release(list);
}

/* ---- by citation ---- */

static bool
agrees(const key_list *patterns, span key)
{
    for (size_t i = 0; i < patterns->count; i++)
        if (key_agrees(patterns->at[i], key))
            return true;
    return false;
}

/* "44/2019/QH14" may be a law, a code, an ordinance or a resolution. */
static bool
may_be(const part *p, const kind *k)
{
    key_parts parts;

    return !k || !key_split(p->key, &parts) ||
           !span_equal(parts.kind, SPAN("?")) || kind_has(k, KIND_PROMULGATED);
}

static void
add_part(found_vec *list, const part *p)
{
    for (size_t i = 0; i < list->count; i++) {
        found *known = &list->at[i];

        if (p->year ? !key_agrees(known->key, p->key)
                    : !span_equal(known->key, p->key))
            continue;
        if (!known->entry) {
            known->number = p->number;
            known->part = p->entry;
        }
        return;
    }
    vec_push(list, (found){.key = p->key,
                       .date = p->year * 10000,
                       .number = p->number,
                       .part = p->entry});
}

/* Acts whose articles are here, whether somebody cites them or not. */
static tracuu_status
add_parts(found_vec *list, tracuu_reader *reader, arena *a,
    const citation *cite, const key_list *patterns, tracuu_error *err)
{
    unsigned year = cite->act.year ? cite->act.year : cite->act.date.year;
    key_parts parts;
    part_list all;
    tracuu_status status;

    if (!key_split(patterns->at[0], &parts))
        return TRACUU_OK;
    status = parts_find(&all, reader, a, parts.no, year, cite->act.number, err);
    for (size_t i = 0; status == TRACUU_OK && i < all.count; i++)
        if (agrees(patterns, all.at[i].key) &&
            may_be(&all.at[i], cite->act.kind))
            add_part(list, &all.at[i]);
    return status;
}

tracuu_status
lookup_citation(tracuu_reader *reader, arena *a, const citation *cite,
    found_list *out, tracuu_error *err)
{
    found_vec list = VEC_INIT;
    tracuu_status status;
    key_list patterns, keys;

    *out = (found_list){NULL, 0};
    if (!cite->key.len)
        return TRACUU_OK;
    patterns = candidates_patterns(a, cite);
    status = candidates_find(&keys, reader, a, &patterns, err);
    for (size_t i = 0; status == TRACUU_OK && i < keys.count; i++) {
        if (i && reader_is_late(reader))
            break;
        status = add_key(&list, reader, a, keys.at[i], cite, err);
    }
    if (status == TRACUU_OK)
        status = add_parts(&list, reader, a, cite, &patterns, err);
    take_found(out, &list, a);
    if (status == TRACUU_OK)
        status = narrow_found(out, reader, a, cite, err);
    return status;
}

/* ---- by name ---- */

typedef struct entry_walk {
    tracuu_reader *reader;
    arena *arena;
    found_vec found;
} entry_walk;

static bool
visit_entry(void *payload, uint32_t entry)
{
    entry_walk *l = payload;

    if (reader_may_see(l->reader, entry))
        vec_push(&l->found, lookup_entry(l->reader, l->arena, entry));
    return l->found.count < FOUND_MAX;
}

tracuu_status
lookup_term(tracuu_reader *reader, arena *a, span term, found_list *out,
    tracuu_error *err)
{
    entry_walk l = {.reader = reader, .arena = a};
    tracuu_status status;

    status = store_walk_entries(reader->documents, term, visit_entry, &l, err);
    take_found(out, &l.found, a);
    return status;
}

/* The document of that id, or of a file that stood there once. */
static tracuu_status
find_id_or_moved(tracuu_reader *reader, arena *a, span id, found_list *out,
    tracuu_error *err)
{
    tracuu_status status =
        lookup_term(reader, a, field_term(a, "Q", id), out, err);
    span now = {NULL, 0};

    if (status == TRACUU_OK && !out->count)
        status = store_metadata(
            reader->documents, a, field_term(a, "was:", id), &now, err);
    if (status == TRACUU_OK && now.len)
        status = lookup_term(reader, a, field_term(a, "Q", now), out, err);
    return status;
}

/* An id, or a path whose tail is one: the id of a file is the name of its
 * root and the path below it. */
static tracuu_status
find_id(tracuu_reader *reader, arena *a, span name, found_list *out,
    tracuu_error *err)
{
    for (;;) {
        size_t slash = span_find(name, SPAN("/"), 0);
        tracuu_status status = find_id_or_moved(reader, a, name, out, err);

        if (status != TRACUU_OK || out->count || slash >= name.len)
            return status;
        name = span_from(name, slash + 1);
    }
}

/* A key as written may be open, and then stands for all that agree. */
static tracuu_status
find_key(tracuu_reader *reader, arena *a, span name, found_list *out,
    tracuu_error *err)
{
    citation cite = {.key = name};
    key_parts parts;

    *out = (found_list){NULL, 0};
    if (!key_split(name, &parts))
        return TRACUU_OK;
    return lookup_citation(reader, a, &cite, out, err);
}

/* A year that stands loose behind the number is meant as one: "chỉ thị 48
 * 2010". */
static void
take_loose_year(const token_list *list, citation *cite)
{
    for (size_t i = cite->last; i < list->count; i++) {
        span s = token_folded(list, i);
        unsigned year = 0;

        for (size_t k = 0; k < s.len && s.len == 4; k++)
            year = year * 10 + (unsigned)(s.ptr[k] - '0');
        if (list->at[i].number && year >= 1930 && year <= 2100 &&
            !date_is_set(cite->act.date))
            cite->act.date.year = (uint16_t)year;
    }
}

static tracuu_status
find_number(tracuu_reader *reader, arena *a, span name, found_list *out,
    tracuu_error *err)
{
    token_list list = token_list_read(a, name);
    tracuu_status status;
    span folded;
    citation cite;

    *out = (found_list){NULL, 0};
    if (citation_read_query(a, &list, NULL, &cite)) {
        take_loose_year(&list, &cite);
        status = lookup_citation(reader, a, &cite, out, err);
        if (status != TRACUU_OK || out->count)
            return status;
    }
    folded = symbol_fold(a, name);
    if (!folded.len)
        return TRACUU_OK;
    return lookup_term(reader, a, field_term(a, "XNUM", folded), out, err);
}

tracuu_status
lookup_name(tracuu_reader *reader, arena *a, span name, found_list *out,
    tracuu_error *err)
{
    tracuu_status status;

    name = span_trim(name);
    *out = (found_list){NULL, 0};
    if (!name.len)
        return TRACUU_OK;
    status = find_id(reader, a, name, out, err);
    if (status == TRACUU_OK && !out->count)
        status = find_key(reader, a, name, out, err);
    if (status == TRACUU_OK && !out->count)
        status = find_number(reader, a, name, out, err);
    return status;
}

tracuu_status
lookup_asked(tracuu_reader *reader, arena *a, const char *name, found_list *out,
    tracuu_error *err)
{
    tracuu_status status = reader_refresh(reader, err);

    if (status == TRACUU_OK)
        status = lookup_name(reader, a, span_of(name), out, err);
    if (status == TRACUU_OK && !out->count)
        status = fail(err, TRACUU_NOT_FOUND,
            "no document bears or cites '%s'; search its words instead", name);
    return status;
}
