#include "indexer/links.h"

#include "common/base/vec.h"
#include "common/document/extent.h"
#include "common/document/fields.h"
#include "common/document/timeline.h"
#include "common/text/key.h"
#include "indexer/terms.h"
#include "indexer/update-stored.h"

enum {
    VARIANTS_MAX = 8,
    /* An open key that so many keys would have to be compared with means
     * nobody in particular. */
    CANDIDATES_MAX = 20000
};

static const relation relations[] = {
    REL_REPLACES, REL_REPEALS, REL_AMENDS, REL_SUSPENDS, REL_EXTENDS};

enum { RELATION_KINDS = sizeof relations / sizeof *relations };

/* What is less sure than this changes no status. */
static const double SURE = 0.5;

typedef VEC(status_evidence) evidence_list;

typedef struct linker {
    store_writer *passages, *documents;
    store_reader *reader;
    date today;
    arena arena; /* of one act */
} linker;

/* ---- which acts ---- */

static void
add_key(map *keys, arena *a, span key)
{
    bool is_new;

    if (key.len && !map_find(keys, key))
        map_put(keys, arena_copy(a, key), &is_new);
}

void
links_touch(map *keys, arena *a, const record *r)
{
    add_key(keys, a, r->key);
    for (size_t i = 0; i < r->mention_count; i++) {
        if (status_depends_on(r->mentions[i].relation))
            add_key(keys, a, r->mentions[i].key);
    }
}

typedef struct collecting {
    map *keys;
    arena *arena;
    size_t prefix; /* bytes before the key */
} collecting;

static bool
take_cited(void *payload, span term, uint32_t frequency)
{
    collecting *c = payload;

    (void)frequency;
    add_key(c->keys, c->arena, span_from(term, c->prefix));
    return true;
}

tracuu_status
links_all(map *keys, arena *a, store_reader *reader, tracuu_error *err)
{
    tracuu_status status = TRACUU_OK;

    for (size_t i = 0; i < RELATION_KINDS && status == TRACUU_OK; i++) {
        span prefix =
            field_edge_term(a, relation_about(relations[i])->code, SPAN(""));
        collecting c = {keys, a, prefix.len};

        status =
            store_walk_terms(reader, prefix, SPAN(""), take_cited, &c, err);
    }
    return status;
}

/* The one key of a document that an open key can mean. */
typedef struct candidate {
    span open;
    span found;
    arena *arena;
    size_t looked_at;
    bool several;
} candidate;

static bool
consider(void *payload, span term, uint32_t frequency)
{
    candidate *c = payload;
    span key = span_from(term, strlen("XKEY"));

    (void)frequency;
    if (++c->looked_at > CANDIDATES_MAX ||
        (key_agrees(c->open, key) && c->found.len)) {
        c->several = true;
        return false;
    }
    if (key_agrees(c->open, key))
        c->found = arena_copy(c->arena, key);
    return true;
}

/* The key itself, or the only one that it can mean; empty if there are
 * several or none. */
static tracuu_status
resolve(linker *l, span key, span *out, tracuu_error *err)
{
    candidate c = {.open = key, .arena = &l->arena};
    size_t known = span_find(key, SPAN("?"), 0);
    tracuu_status status;
    span prefix;

    *out = key;
    if (!key_is_open(key))
        return TRACUU_OK;
    if (known == SIZE_MAX)
        known = key.len;
    prefix = field_term(&l->arena, "XKEY", span_slice(key, 0, known));
    status = store_walk_terms(l->reader, prefix, SPAN(""), consider, &c, err);
    *out = c.several ? (span){NULL, 0} : c.found;
    return status;
}

/* ---- what is said of one act ---- */

static date
effect_day(const record *r)
{
    return date_is_set(r->effective_from) ? r->effective_from : r->date;
}

/* What the citing act says of `target` under the key `as`. */
static void
read_mentions(linker *l, evidence_list *list, const record *by,
    const record *target, span as)
{
    bool *whole;

    if (!status_may_change(by, target))
        return;
    whole = extent_read(&l->arena, by);
    for (size_t i = 0; i < by->mention_count; i++) {
        const record_mention *m = &by->mentions[i];

        if (status_depends_on(m->relation) && span_equal(m->key, as) &&
            m->head == HEAD_DOCUMENT && m->confidence >= SURE)
            vec_push(list, (status_evidence){
                               m->relation, whole[i], effect_day(by), by->key});
    }
}

static bool
has_label(const record *r, span label)
{
    for (size_t i = 0; i < r->label_count; i++)
        if (span_equal(r->labels[i], label))
            return true;
    return false;
}

/* True if who may see `target` may see `by`, whoever it is.  A status is stored
 * once, for all: it must not tell of an act that some may not see. */
static bool
is_seen_with(const record *by, const record *target)
{
    bool all = by->label_count == 0 || target->label_count > 0;

    for (size_t i = 0; by->label_count && i < target->label_count; i++)
        all &= has_label(by, target->labels[i]);
    return all;
}

static tracuu_status
read_citing(linker *l, evidence_list *list, relation r, span as,
    const record *target, tracuu_error *err)
{
    span edge = field_edge_term(&l->arena, relation_about(r)->code, as);
    uint32_t *entries;
    size_t count;
    tracuu_status status =
        stored_entries(l->reader, &l->arena, edge, &entries, &count, err);

    for (size_t i = 0; i < count && status == TRACUU_OK; i++) {
        record by;

        status = stored_record(l->reader, &l->arena, entries[i], &by, err);
        if (status == TRACUU_OK && is_seen_with(&by, target))
            read_mentions(l, list, &by, target, as);
    }
    return status;
}

/* Everything that is said of the act under its key and under open forms of it
 * that can mean no other. */
static tracuu_status
collect(linker *l, evidence_list *list, const record *target, tracuu_error *err)
{
    span variants[VARIANTS_MAX];
    size_t count = key_variants(&l->arena, target->key, variants);
    tracuu_status status = TRACUU_OK;

    for (size_t i = 0; i < RELATION_KINDS; i++) {
        for (size_t v = 0; v < count && status == TRACUU_OK; v++) {
            span meant = variants[v];
            span edge = field_edge_term(
                &l->arena, relation_about(relations[i])->code, variants[v]);

            if (!store_frequency(l->reader, edge))
                continue;
            if (v)
                status = resolve(l, variants[v], &meant, err);
            if (status == TRACUU_OK && (!v || span_equal(meant, target->key)))
                status = read_citing(
                    l, list, relations[i], variants[v], target, err);
        }
    }
    return status;
}

/* ---- writing it ---- */

static tracuu_status
rewrite(linker *l, record *r, span timeline, tracuu_error *err)
{
    span term = terms_document_of(&l->arena, r->id);
    span statuses[TIMELINE_STEPS + 1];
    size_t count = terms_status(&l->arena, timeline, statuses);
    store_entry entry;
    tracuu_status status;

    r->timeline = timeline;
    entry = terms_document(&l->arena, r);
    status = store_replace(l->documents, term, &entry, err);
    if (status == TRACUU_OK)
        status = store_retag(l->passages, terms_passages_of(&l->arena, r->id),
            SPAN(TERMS_STATUS), statuses, count, err);
    return status;
}

static tracuu_status
update_entry(linker *l, uint32_t entry, tracuu_error *err)
{
    evidence_list list = VEC_INIT;
    record r;
    tracuu_status status = stored_record(l->reader, &l->arena, entry, &r, err);

    if (status == TRACUU_OK)
        status = collect(l, &list, &r, err);
    if (status == TRACUU_OK) {
        span timeline =
            timeline_of(&l->arena, &r, list.at, list.count, l->today);

        if (!span_equal(timeline, r.timeline))
            status = rewrite(l, &r, timeline, err);
    }
    vec_release(&list);
    return status;
}

static tracuu_status
update_key(linker *l, span touched, tracuu_error *err)
{
    uint32_t *entries;
    size_t count = 0;
    span key;
    tracuu_status status = resolve(l, touched, &key, err);

    if (status == TRACUU_OK && key.len)
        status = stored_entries(l->reader, &l->arena,
            field_term(&l->arena, "XKEY", key), &entries, &count, err);
    for (size_t i = 0; i < count && status == TRACUU_OK; i++)
        status = update_entry(l, entries[i], err);
    arena_reset(&l->arena);
    return status;
}

tracuu_status
links_update(store_writer *passages, store_writer *documents,
    store_reader *reader, const map *keys, date today, tracuu_error *err)
{
    linker l = {passages, documents, reader, .today = today};
    tracuu_status status = TRACUU_OK;

    for (size_t i = 0; i < keys->room && status == TRACUU_OK; i++) {
        if (keys->slots[i].name.ptr)
            status = update_key(&l, keys->slots[i].name, err);
    }
    arena_release(&l.arena);
    return status;
}
