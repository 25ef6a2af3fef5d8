#include "indexer/update.h"

#include <stdlib.h>

#include "indexer/links.h"
#include "indexer/terms.h"
#include "indexer/update-stored.h"

enum {
    BATCH_BYTES = 8 << 20, /* some two seconds of writing */
    BATCH_DOCUMENTS = 4000
};

#define BATCH "tracuu.batch"
#define TOUCHED "tracuu.touched"

static tracuu_status
read_batch(
    const char *path, arena *a, uint64_t *number, span *ids, tracuu_error *err)
{
    store_reader *reader;
    span value, line = {NULL, 0};
    tracuu_status status = store_reader_open(&reader, path, err);

    if (status == TRACUU_OK)
        status = store_metadata(reader, a, SPAN(BATCH), &value, err);
    store_reader_free(reader);
    if (status != TRACUU_OK)
        return status;
    span_next_line(&value, &line);
    *number = strtoull(line.len ? line.ptr : "0", NULL, 10);
    *ids = value;
    return TRACUU_OK;
}

tracuu_status
update_restamp(update *u, span id, const stamp *s, tracuu_error *err)
{
    arena a = ARENA_INIT;
    record r;
    tracuu_status status = stored_by_id(u->old, &a, id, &r, err);

    if (status == TRACUU_OK) {
        store_entry entry;

        r.stamp = stamp_print(&a, s);
        entry = terms_document(&a, &r);
        status =
            store_replace(u->documents, terms_document_of(&a, id), &entry, err);
    }
    arena_release(&a);
    return status;
}

/* Takes the stamp from the document, so that the next run that meets its
 * source reads it again. */
static tracuu_status
distrust(update *u, known *k, span id, tracuu_error *err)
{
    known_document *d = known_find(k, id);

    if (!d)
        return store_delete(u->passages, terms_passages_of(&u->arena, id), err);
    d->stamp = (stamp){.root = d->stamp.root};
    return update_restamp(u, id, &d->stamp, err);
}

/* Looks whether the last run was killed between its two commits. */
static tracuu_status
repair(update *u, const generation *g, known *k, tracuu_error *err)
{
    uint64_t newer = 0;
    span ids = {NULL, 0}, id, ignored;
    tracuu_status status =
        read_batch(g->documents, &u->arena, &u->batch, &ignored, err);

    if (status == TRACUU_OK)
        status = read_batch(g->passages, &u->arena, &newer, &ids, err);
    if (newer == u->batch)
        return status;
    u->batch = newer;
    while (status == TRACUU_OK && span_next_line(&ids, &id)) {
        if (id.len)
            status = distrust(u, k, id, err);
    }
    return status;
}

/* Keys whose statuses a killed run did not come to. */
static tracuu_status
recall_touched(update *u, tracuu_error *err)
{
    span value, key;
    bool is_new;
    tracuu_status status =
        store_metadata(u->old, &u->arena, SPAN(TOUCHED), &value, err);

    while (status == TRACUU_OK && span_next_line(&value, &key)) {
        if (key.len)
            map_put(&u->touched, key, &is_new);
    }
    return status;
}

tracuu_status
update_open(
    update *u, const generation *g, known *k, date today, tracuu_error *err)
{
    tracuu_status status;

    *u = (update){.today = today};
    status = store_writer_open(&u->passages, g->passages, STORE_LIVE, err);
    if (status == TRACUU_OK)
        status =
            store_writer_open(&u->documents, g->documents, STORE_LIVE, err);
    if (status == TRACUU_OK)
        status = store_reader_open(&u->old, g->documents, err);
    if (status == TRACUU_OK)
        status = repair(u, g, k, err);
    if (status == TRACUU_OK)
        status = recall_touched(u, err);
    return status;
}

void
update_close(update *u)
{
    store_writer_free(u->passages);
    store_writer_free(u->documents);
    store_reader_free(u->old);
    arena_release(&u->arena);
    vec_release(&u->ids);
    map_release(&u->touched);
    memset(u, 0, sizeof *u);
}

/* The keys that the document as the index has it bears upon. */
static tracuu_status
touch_old(update *u, span id, tracuu_error *err)
{
    arena a = ARENA_INIT;
    record r;
    tracuu_status status = stored_by_id(u->old, &a, id, &r, err);

    if (status == TRACUU_OK)
        links_touch(&u->touched, &u->arena, &r);
    arena_release(&a);
    return status == TRACUU_NOT_FOUND ? TRACUU_OK : status;
}

static void
note_id(update *u, span id)
{
    vec_push(&u->ids, arena_copy(&u->arena, id));
}

static tracuu_status
add_passage(void *writer, const store_entry *entry, tracuu_error *err)
{
    return store_add(writer, entry, err);
}

tracuu_status
update_put(update *u, const job *j, tracuu_error *err)
{
    span id = j->document.id;
    arena a = ARENA_INIT;
    tracuu_status status = TRACUU_OK;

    note_id(u, id);
    u->bytes += j->document.text.len;
    if (j->in->known)
        status = touch_old(u, id, err);
    links_touch(&u->touched, &u->arena, &j->record);
    /* A killed run may have left passages of a document that is new. */
    if (status == TRACUU_OK)
        status = store_delete(u->passages, terms_passages_of(&a, id), err);
    if (status == TRACUU_OK)
        status = terms_passages(
            &j->document, &j->record, add_passage, u->passages, err);
    if (status == TRACUU_OK) {
        store_entry entry = terms_document(&a, &j->record);

        status =
            store_replace(u->documents, terms_document_of(&a, id), &entry, err);
    }
    arena_release(&a);
    return status;
}

tracuu_status
update_remove(update *u, span id, tracuu_error *err)
{
    tracuu_status status = touch_old(u, id, err);

    note_id(u, id);
    if (status == TRACUU_OK)
        status =
            store_delete(u->passages, terms_passages_of(&u->arena, id), err);
    if (status == TRACUU_OK)
        status =
            store_delete(u->documents, terms_document_of(&u->arena, id), err);
    return status;
}

tracuu_status
update_remember(update *u, span name, span value, tracuu_error *err)
{
    return store_set_metadata(u->documents, name, value, err);
}

bool
update_is_full(const update *u)
{
    return u->bytes >= BATCH_BYTES || u->ids.count >= BATCH_DOCUMENTS;
}

static tracuu_status
name_batch(update *u, tracuu_error *err)
{
    strbuf value = STRBUF_INIT;
    tracuu_status status;

    if (!u->ids.count)
        return TRACUU_OK;
    strbuf_print(&value, "%llu\n", (unsigned long long)++u->batch);
    status = store_set_metadata(
        u->documents, SPAN(BATCH), span_trim(strbuf_span(&value)), err);
    for (size_t i = 0; i < u->ids.count; i++) {
        strbuf_add(&value, u->ids.at[i]);
        strbuf_add_char(&value, '\n');
    }
    if (status == TRACUU_OK)
        status = store_set_metadata(
            u->passages, SPAN(BATCH), strbuf_span(&value), err);
    strbuf_release(&value);
    return status;
}

static tracuu_status
name_touched(update *u, tracuu_error *err)
{
    strbuf value = STRBUF_INIT;
    tracuu_status status;

    for (size_t i = 0; i < u->touched.room; i++) {
        if (!u->touched.slots[i].name.ptr)
            continue;
        strbuf_add(&value, u->touched.slots[i].name);
        strbuf_add_char(&value, '\n');
    }
    status = store_set_metadata(
        u->documents, SPAN(TOUCHED), strbuf_span(&value), err);
    strbuf_release(&value);
    return status;
}

/* Passages first, see the top of update.h. */
static tracuu_status
commit_both(update *u, tracuu_error *err)
{
    tracuu_status status = store_commit(u->passages, err);

    if (status == TRACUU_OK)
        status = store_commit(u->documents, err);
    if (status == TRACUU_OK)
        status = store_reopen(u->old, err);
    return status;
}

static void
begin_batch(update *u)
{
    u->ids.count = 0;
    u->bytes = 0;
    map_release(&u->touched);
    arena_release(&u->arena);
}

tracuu_status
update_commit(update *u, tracuu_error *err)
{
    tracuu_status status = name_batch(u, err);

    if (status == TRACUU_OK && u->touched.count)
        status = name_touched(u, err);
    if (status == TRACUU_OK)
        status = commit_both(u, err);
    if (status == TRACUU_OK && u->touched.count) {
        status = links_update(
            u->passages, u->documents, u->old, &u->touched, u->today, err);
        if (status == TRACUU_OK)
            status = store_set_metadata(
                u->documents, SPAN(TOUCHED), (span){NULL, 0}, err);
        if (status == TRACUU_OK)
            status = commit_both(u, err);
    }
    begin_batch(u);
    return status;
}
