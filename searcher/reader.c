#include "searcher/reader.h"

#include <stdlib.h>

#include "common/base/fail.h"
#include "common/base/memory.h"
#include "common/document/fields.h"
#include "common/document/status.h"
#include "common/text/pair.h"
#include "common/text/phrase.h"
#include "common/text/syllable.h"
#include "searcher/hits-facet.h"

/* A version that the index was made with must be the one of this program:
 * terms made under another one would silently find nothing. */
static tracuu_status
check_version(store_reader *store, const char *name, unsigned want,
    const char *dir, tracuu_error *err)
{
    arena scratch = ARENA_INIT;
    span value;
    tracuu_status status;

    status = store_metadata(store, &scratch, span_of(name), &value, err);
    if (status == TRACUU_OK) {
        span mine = arena_print(&scratch, "%u", want);

        if (!value.len)
            status = fail(err, TRACUU_INDEX_VERSION,
                "the index '%s' was made by another version; rebuild it with "
                "tracuu-index --rebuild",
                dir);
        else if (!span_equal(value, mine))
            status = fail(err, TRACUU_INDEX_VERSION,
                "the index '%s' has %s %.*s, this program reads %u; rebuild "
                "it with tracuu-index --rebuild",
                dir, name, SPAN_PRINT(value), want);
    }
    arena_release(&scratch);
    return status;
}

static tracuu_status
check_versions(store_reader *store, const char *dir, tracuu_error *err)
{
    const struct {
        const char *name;
        unsigned version;
    } all[] = {
        {"tracuu.schema", SCHEMA_VERSION},
        {"tracuu.syllables", SYLLABLE_VERSION},
        {"tracuu.pairs", PAIR_VERSION},
        {"tracuu.phrases", PHRASE_VERSION},
    };

    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        tracuu_status status =
            check_version(store, all[i].name, all[i].version, dir, err);

        if (status != TRACUU_OK)
            return status;
    }
    return TRACUU_OK;
}

/* Opens both databases of `next` and puts them in place of the old ones. */
static tracuu_status
go_over(tracuu_reader *reader, const generation *next, tracuu_error *err)
{
    store_reader *passages = NULL, *documents = NULL;
    tracuu_status status;

    status = store_reader_open(&passages, next->passages, err);
    if (status == TRACUU_OK)
        status = store_reader_open(&documents, next->documents, err);
    if (status == TRACUU_OK)
        status = check_versions(documents, reader->dir, err);
    if (status != TRACUU_OK) {
        store_reader_free(passages);
        store_reader_free(documents);
        return status;
    }
    store_reader_free(reader->passages);
    store_reader_free(reader->documents);
    reader->passages = passages;
    reader->documents = documents;
    store_limit(passages, &reader->until);
    store_limit(documents, &reader->until);
    reader->now = (generation){
        .number = next->number,
        .passages = arena_string(&reader->arena, span_of(next->passages)),
        .documents = arena_string(&reader->arena, span_of(next->documents)),
        .folder = arena_string(&reader->arena, span_of(next->folder)),
    };
    return TRACUU_OK;
}

static tracuu_status
refresh_once(tracuu_reader *reader, tracuu_error *err)
{
    arena scratch = ARENA_INIT;
    generation next = {0};
    tracuu_status status;

    status = generation_current(&next, &scratch, reader->dir, err);
    if (status == TRACUU_OK) {
        if (next.number != reader->now.number || !reader->documents) {
            status = go_over(reader, &next, err);
        } else {
            status = store_reopen(reader->passages, err);
            if (status == TRACUU_OK)
                status = store_reopen(reader->documents, err);
        }
    }
    arena_release(&scratch);
    return status;
}

static bool
take_labelled(void *payload, span term, uint32_t frequency)
{
    bool *labelled = payload;

    (void)frequency;
    *labelled |= !span_equal(term, SPAN("I*"));
    return !*labelled;
}

static tracuu_status
count_passages(tracuu_reader *reader, tracuu_error *err)
{
    arena scratch = ARENA_INIT;
    store_node *nodes =
        arena_array(&scratch, 4 + reader->visible_count, sizeof *nodes);
    store_match match = {
        .query = nodes, .check_at_least = UINT32_MAX, .weightless = true};
    store_matches found;
    tracuu_status status;

    nodes[0] = (store_node){.op = STORE_EVERYTHING};
    match.node_count = reader_filter(reader, nodes, 1);
    deadline_start(&reader->until, 0);
    status = store_find(reader->passages, &scratch, &match, &found, err);
    deadline_start(&reader->until, reader->deadline_us);
    if (status == TRACUU_OK)
        reader->seen_passages = (uint32_t)found.at_least;
    arena_release(&scratch);
    return status;
}

/* Where nothing has a label nothing needs to be left out. */
static tracuu_status
look_for_labels(tracuu_reader *reader, tracuu_error *err)
{
    uint64_t revision = store_revision(reader->documents);
    bool labelled = false;
    tracuu_status status;

    if (reader->is_whole || (reader->seen_generation == reader->now.number &&
                                reader->seen_revision == revision)) {
        reader->sees_all |= reader->is_whole;
        return TRACUU_OK;
    }
    reader->sees_all = false;
    status = store_walk_terms(reader->documents, SPAN("I"), (span){NULL, 0},
        take_labelled, &labelled, err);
    if (status != TRACUU_OK)
        return status;
    reader->sees_all = !labelled;
    status = labelled ? count_passages(reader, err) : TRACUU_OK;
    if (status != TRACUU_OK)
        return status;
    reader->seen_generation = reader->now.number;
    reader->seen_revision = revision;
    return TRACUU_OK;
}

tracuu_status
reader_refresh(tracuu_reader *reader, tracuu_error *err)
{
    tracuu_status status;

    deadline_start(&reader->until, reader->deadline_us);
    status = refresh_once(reader, err);
    reader->today = status_day(reader->stated_day);
    /* A writer may have removed the old generation between the reading of
     * the link and the opening: the second look finds the new one. */
    if (status == TRACUU_INDEX_MISSING || status == TRACUU_INDEX_DAMAGED)
        status = refresh_once(reader, err);
    return status == TRACUU_OK ? look_for_labels(reader, err) : status;
}

bool
reader_is_late(tracuu_reader *reader)
{
    return deadline_passed(&reader->until);
}

/* One term for "everybody", one for each label. */
static tracuu_status
take_labels(tracuu_reader *reader, const tracuu_open_options *options,
    tracuu_error *err)
{
    reader->is_whole = !options || !options->labels;
    if (reader->is_whole)
        return TRACUU_OK;
    reader->visible = arena_array(
        &reader->arena, options->label_count + 1, sizeof *reader->visible);
    reader->visible[reader->visible_count++] =
        field_label_term(&reader->arena, (span){NULL, 0});
    for (size_t i = 0; i < options->label_count; i++) {
        span label = span_of(options->labels[i]);

        if (!field_is_label(label))
            return fail(err, TRACUU_USAGE,
                "'%.*s' is no label; labels are 1 to 32 of a-z 0-9 _ -",
                SPAN_PRINT(label));
        reader->visible[reader->visible_count++] =
            field_label_term(&reader->arena, label);
    }
    return TRACUU_OK;
}

static tracuu_status
take_day(tracuu_reader *reader, const tracuu_open_options *options,
    tracuu_error *err)
{
    if (!options || !options->today)
        return TRACUU_OK;
    if (!date_is_set(status_day(options->today)))
        return fail(err, TRACUU_USAGE,
            "'%s' is no day; write it like 2026-01-15", options->today);
    reader->stated_day = arena_string(&reader->arena, span_of(options->today));
    return TRACUU_OK;
}

tracuu_status
tracuu_open(tracuu_reader **out, const char *dir,
    const tracuu_open_options *options, tracuu_error *err)
{
    tracuu_reader *reader = memory_take_zero(1, sizeof *reader);
    tracuu_status status;

    *out = NULL;
    reader->dir = arena_string(&reader->arena, span_of(dir));
    reader->deadline_us = options ? options->deadline_us : 0;
    status = take_day(reader, options, err);
    if (status == TRACUU_OK)
        status = take_labels(reader, options, err);
    if (status == TRACUU_OK)
        status = reader_refresh(reader, err);
    if (status == TRACUU_OK)
        *out = reader;
    else
        tracuu_reader_free(reader);
    return status;
}

void
tracuu_reader_free(tracuu_reader *reader)
{
    if (!reader)
        return;
    facet_release(reader);
    store_reader_free(reader->passages);
    store_reader_free(reader->documents);
    arena_release(&reader->arena);
    free(reader);
}

size_t
reader_filter(const tracuu_reader *reader, store_node *nodes, size_t count)
{
    if (reader->sees_all)
        return count;
    memmove(nodes + 1, nodes, count * sizeof *nodes);
    nodes[0] = (store_node){.op = STORE_FILTER, .children = 2};
    count++;
    nodes[count++] =
        (store_node){.op = STORE_OR, .children = reader->visible_count};
    for (size_t i = 0; i < reader->visible_count; i++)
        nodes[count++] =
            (store_node){.op = STORE_TERM, .term = reader->visible[i]};
    return count;
}

uint32_t
reader_frequency(tracuu_reader *reader, store_reader *store, span term)
{
    arena scratch = ARENA_INIT;
    uint32_t all = store_frequency(store, term);
    store_match match = {.check_at_least = UINT32_MAX, .weightless = true};
    store_matches found;
    store_node *nodes;

    if (reader->sees_all || !all || all >= READER_COUNTED)
        return all;
    nodes = arena_array(&scratch, 4 + reader->visible_count, sizeof *nodes);
    nodes[0] = (store_node){.op = STORE_TERM, .term = term};
    match.query = nodes;
    match.node_count = reader_filter(reader, nodes, 1);
    all = store_find(store, &scratch, &match, &found, NULL) == TRACUU_OK
              ? (uint32_t)found.at_least
              : 0;
    arena_release(&scratch);
    return all;
}

uint32_t
reader_frequency_about(tracuu_reader *reader, span term)
{
    return reader->sees_all ? store_frequency_about(reader->passages, term)
                            : reader_frequency(reader, reader->passages, term);
}

tracuu_status
reader_entries(tracuu_reader *reader, uint32_t *entries, tracuu_error *err)
{
    if (reader->sees_all)
        return store_entries(reader->passages, entries, err);
    *entries = reader->seen_passages;
    return TRACUU_OK;
}

/* The labels of an entry are blank-separated; one without any is for all. */
static bool
take_entry(void *payload, uint32_t entry)
{
    *(uint32_t *)payload = entry;
    return false;
}

tracuu_status
reader_find(tracuu_reader *reader, arena *a, span id, uint32_t *entry,
    tracuu_error *err)
{
    *entry = 0;
    return store_walk_entries(
        reader->documents, field_term(a, "Q", id), take_entry, entry, err);
}

bool
reader_may_see(tracuu_reader *reader, uint32_t entry)
{
    arena scratch = ARENA_INIT;
    span labels = {NULL, 0}, label;
    bool found;

    if (reader->sees_all)
        return true;
    found = store_value_of(reader->documents, &scratch, entry, SLOT_LABELS,
                &labels, NULL) == TRACUU_OK &&
            !labels.len;
    while (!found && labels.len && span_next_field(&labels, ' ', &label)) {
        span term = field_label_term(&scratch, label);

        for (size_t i = 0; i < reader->visible_count; i++)
            found |= span_equal(term, reader->visible[i]);
    }
    arena_release(&scratch);
    return found;
}
