/* tracuu_state_of: how large an index is, and how old. */
#include <stdlib.h>

#include "common/base/file.h"
#include "common/base/hash.h"
#include "common/base/memory.h"
#include "common/document/fields.h"
#include "common/text/key.h"
#include "searcher/lookup-citing.h"
#include "searcher/reader.h"
#include "searcher/state-inside.h"

typedef struct held_state {
    tracuu_state state; /* first, so that its address is the whole's */
    arena arena;
} held_state;

typedef struct key_count {
    tracuu_reader *reader;
    size_t present, cited; /* keys; cited: of acts that are absent */
} key_count;

static bool
visit_present(void *payload, span term, uint32_t frequency)
{
    key_count *count = payload;

    (void)frequency;
    count->present +=
        count->reader->sees_all || citing_first(count->reader, term);
    return true;
}

/* An open key may mean an act that is here, so it is no act more. */
static bool
visit_cited(void *payload, span term, uint32_t frequency)
{
    key_count *count = payload;
    span key = span_from(term, sizeof "XRA:" - 1);
    arena scratch = ARENA_INIT;

    (void)frequency;
    if (!key_is_open(key) &&
        !citing_first(count->reader, field_term(&scratch, "XKEY", key)) &&
        (count->reader->sees_all || citing_first(count->reader, term)))
        count->cited++;
    arena_release(&scratch);
    return true;
}

/* Entries that may be seen. */
static tracuu_status
count_visible(
    size_t *out, tracuu_reader *reader, store_reader *store, tracuu_error *err)
{
    arena scratch = ARENA_INIT;
    store_node *nodes =
        arena_array(&scratch, 4 + reader->visible_count, sizeof *nodes);
    store_match match = {
        .query = nodes, .check_at_least = UINT32_MAX, .weightless = true};
    store_matches matches;
    tracuu_status status;

    nodes[0] = (store_node){.op = STORE_EVERYTHING};
    match.node_count = reader_filter(reader, nodes, 1);
    status = store_find(store, &scratch, &match, &matches, err);
    *out = status == TRACUU_OK ? matches.at_least : 0;
    arena_release(&scratch);
    return status;
}

static tracuu_status
count_keys(tracuu_state *s, tracuu_reader *reader, tracuu_error *err)
{
    key_count count = {reader, 0, 0};
    tracuu_status status;

    status = store_walk_terms(reader->documents, SPAN("XKEY"), (span){NULL, 0},
        visit_present, &count, err);
    if (status == TRACUU_OK)
        status = store_walk_terms(reader->documents, SPAN("XRA:"),
            (span){NULL, 0}, visit_cited, &count, err);
    s->keys = count.present + count.cited;
    s->stubs = count.cited;
    return status;
}

/* ---- secrets ---- */

enum { SECRECIES_MAX = 64 };

typedef struct secrecy_list {
    arena arena;
    span at[SECRECIES_MAX];
    size_t count;
} secrecy_list;

static bool
visit_secrecy(void *payload, span term, uint32_t frequency)
{
    secrecy_list *list = payload;

    (void)frequency;
    list->at[list->count++] = arena_copy(&list->arena, term);
    return list->count < SECRECIES_MAX;
}

/* Documents that may be seen and should hardly be. */
static tracuu_status
count_secrets(size_t *out, tracuu_reader *reader, tracuu_error *err)
{
    secrecy_list list = {ARENA_INIT, {{NULL, 0}}, 0};
    store_node *nodes = arena_array(
        &list.arena, SECRECIES_MAX + 5 + reader->visible_count, sizeof *nodes);
    store_match match = {
        .query = nodes, .check_at_least = UINT32_MAX, .weightless = true};
    store_matches matches;
    tracuu_status status = store_walk_terms(reader->documents, SPAN("XX"),
        (span){NULL, 0}, visit_secrecy, &list, err);

    nodes[0] = (store_node){.op = STORE_OR, .children = list.count + 1};
    nodes[1] = (store_node){.op = STORE_TERM,
        .term = field_label_term(&list.arena, SPAN("secret"))};
    for (size_t i = 0; i < list.count; i++)
        nodes[2 + i] = (store_node){.op = STORE_TERM, .term = list.at[i]};
    match.node_count = reader_filter(reader, nodes, 2 + list.count);
    if (status == TRACUU_OK)
        status =
            store_find(reader->documents, &list.arena, &match, &matches, err);
    *out = status == TRACUU_OK ? matches.at_least : 0;
    arena_release(&list.arena);
    return status;
}

/* ---- all ---- */

static tracuu_status
fill_inside(held_state *held, tracuu_reader *reader, tracuu_error *err)
{
    tracuu_state *s = &held->state;
    arena *a = &held->arena;
    tracuu_status status = inside_kinds(s, reader, a, err);

    if (status == TRACUU_OK)
        status = inside_encodings(s, reader, a, err);
    if (status == TRACUU_OK)
        status = inside_failures(s, reader, a, err);
    if (status == TRACUU_OK)
        status = inside_roots(s, reader, a, err);
    if (status == TRACUU_OK)
        status = inside_missing(s, reader, a, err);
    inside_disk(s, reader, a);
    return status;
}

static tracuu_status
fill(held_state *held, tracuu_reader *reader, tracuu_error *err)
{
    tracuu_state *s = &held->state;
    span created = {NULL, 0};
    tracuu_status status = reader_refresh(reader, err);

    /* Counts that are cut short would be wrong ones. */
    deadline_start(&reader->until, 0);
    if (status == TRACUU_OK)
        status = count_visible(&s->documents, reader, reader->documents, err);
    if (status == TRACUU_OK)
        status = count_visible(&s->passages, reader, reader->passages, err);
    if (status == TRACUU_OK)
        status = count_secrets(&s->secrets, reader, err);
    if (status == TRACUU_OK)
        status = count_keys(s, reader, err);
    if (status == TRACUU_OK)
        status = store_metadata(reader->documents, &held->arena,
            SPAN("tracuu.created"), &created, err);
    if (status == TRACUU_OK)
        status = fill_inside(held, reader, err);
    s->generation = reader->now.number;
    /* The size of the whole would tell of what may not be seen. */
    s->bytes = reader->is_whole ? file_tree_size(reader->now.folder) : 0;
    s->created = arena_string(&held->arena, created);
    s->schema = SCHEMA_VERSION;
    return status;
}

tracuu_status
tracuu_state_of(tracuu_state **out, tracuu_reader *reader, tracuu_error *err)
{
    held_state *held = memory_take_zero(1, sizeof *held);
    tracuu_status status = fill(held, reader, err);

    *out = NULL;
    if (status == TRACUU_OK)
        *out = &held->state;
    else
        tracuu_state_free(&held->state);
    return status;
}

void
tracuu_state_free(tracuu_state *state)
{
    held_state *held = (held_state *)state;

    if (!held)
        return;
    arena_release(&held->arena);
    free(held);
}

/* ---- editions ---- */

static uint64_t
add_number(uint64_t hash, uint64_t number)
{
    return hash_add(hash, (span){(const char *)&number, sizeof number});
}

tracuu_status
tracuu_edition_of(uint64_t *out, tracuu_reader *reader, tracuu_error *err)
{
    arena scratch = ARENA_INIT;
    span created = {NULL, 0};
    tracuu_status status = reader_refresh(reader, err);

    *out = 0;
    if (status == TRACUU_OK)
        status = store_metadata(
            reader->documents, &scratch, SPAN("tracuu.created"), &created, err);
    if (status == TRACUU_OK) {
        *out = add_number(hash_of(created), reader->now.number);
        *out = add_number(*out, store_revision(reader->passages));
        *out = add_number(*out, store_revision(reader->documents));
        *out = add_number(*out, date_number(reader->today));
    }
    arena_release(&scratch);
    return status;
}
