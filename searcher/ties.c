#include <stdlib.h>

#include "common/base/memory.h"
#include "common/document/fields.h"
#include "common/document/relation.h"
#include "common/text/key.h"
#include "searcher/lookup-resolver.h"

enum {
    VARIANTS = 8,
    STRENGTH_MAX = 10,
    ACTS = 2,   /* of a relation, that are named */
    KINDS = 2,  /* of relations */
    LOOKED = 12 /* documents of a relation, that are looked at */
};

/* Ties and what they hold are freed together. */
typedef struct held_ties {
    tracuu_ties ties; /* first, so that its address is the whole's */
    arena arena;
    tracuu_tie at[KINDS];
} held_ties;

/* Documents in which an act stands with one relation. */
typedef struct citing_list {
    tracuu_reader *reader;
    uint32_t at[LOOKED];
    size_t count;
} citing_list;

static bool
visit(void *payload, uint32_t entry)
{
    citing_list *c = payload;

    if (reader_may_see(c->reader, entry))
        c->at[c->count++] = entry;
    return c->count < LOOKED;
}

/* The document says it of itself, not of another act that it names ("Kết luận
 * 13 về tiếp tục thực hiện Chỉ thị 48"). */
static bool
says_itself(tracuu_reader *reader, uint32_t entry, relation r, const span *keys,
    size_t key_count)
{
    arena scratch = ARENA_INIT;
    bool says = false;
    record read;

    if (lookup_record(reader, &scratch, entry, RECORD_MENTIONS, &read, NULL) ==
        TRACUU_OK)
        for (size_t i = 0; i < read.mention_count && !says; i++) {
            const record_mention *m = &read.mentions[i];

            for (size_t k = 0; k < key_count && !read.news; k++)
                says = says || (m->relation == r && m->head == HEAD_DOCUMENT &&
                                   span_equal(m->key, keys[k]));
        }
    arena_release(&scratch);
    return says;
}

static void
add_tie(held_ties *held, resolver *with, relation r, const citing_list *c,
    const span *keys, size_t key_count)
{
    const relation_info *about = relation_about(r);
    tracuu_tie *tie = &held->at[held->ties.count];
    const tracuu_document **acts =
        arena_array(&held->arena, ACTS, sizeof *acts);

    *tie = (tracuu_tie){.relation = about->code,
        .label = relation_about(about->inverse)->vietnamese,
        .acts = acts};
    for (size_t i = 0; i < c->count; i++) {
        const tracuu_document *d;
        found home;

        if (!says_itself(with->reader, c->at[i], r, keys, key_count))
            continue;
        home = resolver_home(with, c->at[i]);
        d = resolver_document(with, &home);
        if (!d || (tie->act_count && acts[tie->act_count - 1] == d))
            continue;
        if (tie->act_count < ACTS)
            acts[tie->act_count++] = d;
        tie->count++;
    }
    if (tie->count)
        held->ties.count++;
}

static tracuu_status
read_relation(held_ties *held, resolver *with, relation r, const span *keys,
    size_t key_count, tracuu_error *err)
{
    citing_list c = {.reader = with->reader};
    tracuu_status status = TRACUU_OK;

    for (size_t i = 0; i < key_count && status == TRACUU_OK; i++) {
        span term =
            field_edge_term(&held->arena, relation_about(r)->code, keys[i]);

        if (c.count < LOOKED && store_frequency(with->reader->documents, term))
            status = store_walk_entries(
                with->reader->documents, term, visit, &c, err);
    }
    if (status == TRACUU_OK && c.count)
        add_tie(held, with, r, &c, keys, key_count);
    return status;
}

/* The strongest relations first; a bare citation is no tie. */
static tracuu_status
read_all(held_ties *held, resolver *with, span key, tracuu_error *err)
{
    span keys[VARIANTS];
    size_t key_count = key_variants(&held->arena, key, keys);
    tracuu_status status = TRACUU_OK;

    for (int rank = STRENGTH_MAX; rank > 0; rank--)
        for (relation r = 0; r < RELATION_COUNT; r++) {
            if (held->ties.count == KINDS || status != TRACUU_OK)
                return status;
            if (r != REL_CITES && r != REL_SELF &&
                relation_about(r)->strength == rank)
                status = read_relation(held, with, r, keys, key_count, err);
        }
    return status;
}

tracuu_status
tracuu_ties_of(tracuu_ties **out, tracuu_reader *reader, const char *key,
    tracuu_error *err)
{
    held_ties *held = memory_take_zero(1, sizeof *held);
    tracuu_status status = reader_refresh(reader, err);
    resolver with;

    *out = NULL;
    held->ties.at = held->at;
    resolver_init(&with, reader, &held->arena);
    if (status == TRACUU_OK && *key)
        status =
            read_all(held, &with, arena_copy(&held->arena, span_of(key)), err);
    held->ties.partial = reader->until.passed;
    if (status == TRACUU_OK)
        *out = &held->ties;
    else
        tracuu_ties_free(&held->ties);
    return status;
}

void
tracuu_ties_free(tracuu_ties *ties)
{
    held_ties *held = (held_ties *)ties;

    if (!held)
        return;
    arena_release(&held->arena);
    free(held);
}
