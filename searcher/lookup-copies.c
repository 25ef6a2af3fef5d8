#include "searcher/lookup-copies.h"

#include "common/base/vec.h"
#include "common/document/fields.h"
#include "common/document/forward.h"
#include "searcher/lookup.h"

enum {
    COPIES_MAX = 200,
    SHINGLE = 5, /* syllables that make one piece of the comparison */
    SKETCH = 256 /* pieces kept of a text: those of the least hash */
};

/* ---- how much of two texts is the same ---- */

/* The least hashes of all runs of SHINGLE syllables of a document: the share
 * that two such sketches have in common estimates the share of text. */
typedef struct sketch {
    uint64_t at[SKETCH];
    size_t count;
} sketch;

static void
sketch_add(sketch *s, uint64_t hash)
{
    size_t i = s->count;

    if (s->count == SKETCH && hash >= s->at[SKETCH - 1])
        return;
    while (i > 0 && s->at[i - 1] > hash)
        i--;
    if (i > 0 && s->at[i - 1] == hash)
        return;
    if (s->count < SKETCH)
        s->count++;
    memmove(&s->at[i + 1], &s->at[i], (s->count - 1 - i) * sizeof *s->at);
    s->at[i] = hash;
}

static void
sketch_passage(sketch *s, const forward *f)
{
    for (size_t i = 0; i + SHINGLE <= f->body_count; i++) {
        uint64_t hash = 14695981039346656037u;

        for (size_t j = 0; j < SHINGLE; j++)
            hash = (hash ^ f->body[i + j]) * 1099511628211u;
        sketch_add(s, hash ^ hash >> 29);
    }
}

typedef struct sketch_walk {
    tracuu_reader *reader;
    sketch *into;
} sketch_walk;

static bool
visit_passage(void *payload, uint32_t entry)
{
    sketch_walk *walk = payload;
    arena scratch = ARENA_INIT;
    span bytes;
    forward f;

    if (store_value_of(walk->reader->passages, &scratch, entry, SLOT_FORWARD,
            &bytes, NULL) == TRACUU_OK &&
        forward_decode(&scratch, bytes, &f))
        sketch_passage(walk->into, &f);
    arena_release(&scratch);
    return true;
}

static sketch
sketch_document(tracuu_reader *reader, span id)
{
    arena scratch = ARENA_INIT;
    sketch s = {.count = 0};
    sketch_walk walk = {reader, &s};

    store_walk_entries(reader->passages, field_term(&scratch, "XD", id),
        visit_passage, &walk, NULL);
    arena_release(&scratch);
    return s;
}

/* Both texts share 0.8 of themselves when they have two thirds of their union
 * in common; the union's least hashes are a fair sample of it. */
static bool
overlaps(const sketch *a, const sketch *b)
{
    size_t i = 0, j = 0, both = 0, all = 0;

    while (i < a->count && j < b->count && all < SKETCH) {
        bool same = a->at[i] == b->at[j], first = a->at[i] <= b->at[j];

        both += same;
        i += first;
        j += same || !first;
        all++;
    }
    return all && both * 3 >= all * 2;
}

/* ---- grouping ---- */

typedef struct copy {
    uint32_t entry;
    record record;
    sketch *sketch; /* made when it is needed */
} copy;

static const sketch *
sketch_of(tracuu_reader *reader, arena *scratch, copy *c)
{
    if (!c->sketch) {
        c->sketch = arena_raw(scratch, sizeof *c->sketch);
        *c->sketch = sketch_document(reader, c->record.id);
    }
    return c->sketch;
}

static bool
same_letterhead(const record *a, const record *b)
{
    return !a->news && !b->news && date_is_full(a->date) && a->number.len &&
           a->issuer.len && date_number(a->date) == date_number(b->date) &&
           span_equal(a->number, b->number) && span_equal(a->issuer, b->issuer);
}

static bool
same_act(tracuu_reader *reader, arena *scratch, copy *left, copy *right)
{
    const record *a = &left->record, *b = &right->record;

    if (key_is_open(a->key))
        return false;
    if (a->fingerprint.len && span_equal(a->fingerprint, b->fingerprint))
        return true;
    if (same_letterhead(a, b))
        return true;
    /* Two acts of one key are rare: when it is late, they are taken for one. */
    return reader_is_late(reader) || overlaps(sketch_of(reader, scratch, left),
                                         sketch_of(reader, scratch, right));
}

/* How much of an act's identity its text shows. */
static unsigned
worth(const record *r)
{
    return (r->news ? 0u : 16u) + (r->number.len ? 4u : 0u) +
           (r->issuer.len ? 2u : 0u) + (date_is_full(r->date) ? 1u : 0u);
}

static bool
better(const copy *a, const copy *b)
{
    if (worth(&a->record) != worth(&b->record))
        return worth(&a->record) > worth(&b->record);
    if (a->record.length != b->record.length)
        return a->record.length > b->record.length;
    return span_compare(a->record.id, b->record.id) < 0;
}

typedef struct entry_walk {
    tracuu_reader *reader;
    VEC(uint32_t) entries;
} entry_walk;

static bool
visit_entry(void *payload, uint32_t entry)
{
    entry_walk *walk = payload;

    if (reader_may_see(walk->reader, entry))
        vec_push(&walk->entries, entry);
    return walk->entries.count < COPIES_MAX;
}

/* Puts copy `n` into the group whose best copy is the same act, or into a new
 * one. */
static void
place_copy(tracuu_reader *reader, arena *scratch, copy *all, size_t n,
    size_t *leader, copy_groups *out, arena *a)
{
    copy_group *g;

    for (size_t i = 0; i < out->count; i++) {
        if (same_act(reader, scratch, &all[leader[i]], &all[n])) {
            g = &out->at[i];
            g->at[g->count++] = all[n].entry;
            return;
        }
    }
    leader[out->count] = n;
    g = &out->at[out->count++];
    g->at = arena_array(a, COPIES_MAX, sizeof *g->at);
    g->at[g->count++] = all[n].entry;
    g->date = date_number(all[n].record.date);
}

/* Insertion keeps the best first; there are few copies of one act. */
static void
sort_copies(copy *all, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        copy moving = all[i];
        size_t j = i;

        for (; j > 0 && better(&moving, &all[j - 1]); j--)
            all[j] = all[j - 1];
        all[j] = moving;
    }
}

tracuu_status
copies_of_key(copy_groups *out, tracuu_reader *reader, arena *a, span key,
    tracuu_error *err)
{
    entry_walk walk = {.reader = reader};
    arena scratch = ARENA_INIT;
    size_t *leader, count = 0;
    tracuu_status status;
    copy *all;

    *out = (copy_groups){NULL, 0};
    status = store_walk_entries(reader->documents,
        field_term(&scratch, "XKEY", key), visit_entry, &walk, err);
    all = arena_array(&scratch, walk.entries.count, sizeof *all);
    leader = arena_array(&scratch, walk.entries.count, sizeof *leader);
    out->at = arena_array(a, walk.entries.count, sizeof *out->at);
    for (size_t i = 0; status == TRACUU_OK && i < walk.entries.count; i++) {
        all[count].entry = walk.entries.at[i];
        status = lookup_record(reader, &scratch, walk.entries.at[i],
            RECORD_HEAD, &all[count++].record, err);
    }
    if (status == TRACUU_OK) {
        sort_copies(all, count);
        for (size_t i = 0; i < count; i++)
            place_copy(reader, &scratch, all, i, leader, out, a);
    }
    vec_release(&walk.entries);
    arena_release(&scratch);
    return status;
}
