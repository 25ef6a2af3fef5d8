/* tracuu_state_of: how large an index is, and how old. */
#include <stdlib.h>

#include "common/base/file.h"
#include "common/base/memory.h"
#include "common/document/fields.h"
#include "common/text/key.h"
#include "searcher/lookup-citing.h"
#include "searcher/reader.h"

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
        status = count_keys(s, reader, err);
    if (status == TRACUU_OK)
        status = store_metadata(reader->documents, &held->arena,
            SPAN("tracuu.created"), &created, err);
    s->generation = reader->now.number;
    s->bytes = file_tree_size(reader->now.folder);
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
