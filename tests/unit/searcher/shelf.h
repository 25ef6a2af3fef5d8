/* shelf: a small index of acts that a test lists.
 *
 *     static const shelf_act acts[] = {{.id = "a", .key = "d:tw:ct:48:k10",
 *         .says = {{REL_IMPLEMENTS, "d:tw:kl:13:k13"}}}};
 *     tracuu_reader *reader = shelf_open(acts, 1, NULL);
 *
 * Records and terms are those of the indexer; what a document says of others
 * is given, so that no text need be understood.
 */
#ifndef TESTS_SEARCHER_SHELF_H
#define TESTS_SEARCHER_SHELF_H

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "common/base/file.h"
#include "common/document/fields.h"
#include "common/store/generation.h"
#include "indexer/run-schema.h"
#include "indexer/terms.h"
#include "searcher/reader.h"
#include "tests/unit/unit.h"

enum { SHELF_SAYS = 6 };

typedef struct shelf_mention {
    relation relation;
    const char *key, *number, *provision, *sentence;
    int hangs; /* on which mention, from 1; 0: on the document */
} shelf_mention;

typedef struct shelf_act {
    const char *id, *key, *number, *kind, *issuer, *date, *title, *text;
    const char *label, *part_of, *article, *fingerprint;
    const char *status, *status_cause;
    bool news;
    shelf_mention says[SHELF_SAYS];
} shelf_act;

static char shelf_folder[64];

static inline void
shelf_remove(void)
{
    if (*shelf_folder)
        file_remove_tree(shelf_folder, NULL);
}

static inline void
shelf_mentions(record *r, arena *a, const shelf_act *act)
{
    r->mentions = arena_array(a, SHELF_SAYS, sizeof *r->mentions);
    for (size_t i = 0; i < SHELF_SAYS && act->says[i].key; i++) {
        const shelf_mention *m = &act->says[i];
        record_mention *out = &r->mentions[r->mention_count++];

        out->relation = m->relation;
        out->key = span_of(m->key);
        out->number = span_of(m->number);
        out->provision = span_of(m->provision);
        out->sentence = span_of(m->sentence);
        out->at = span_find(out->sentence, out->number, 0);
        if (out->at > out->sentence.len)
            out->at = 0;
        out->at_end =
            out->at + (out->at || out->number.len < 1 ? out->number.len : 0);
        out->rule = SPAN("test");
        out->head = m->hangs ? m->hangs - 1 : HEAD_DOCUMENT;
        out->confidence = 0.9;
    }
}

static inline record
shelf_record(arena *a, const shelf_act *act)
{
    span *label = arena_take(a, sizeof *label);
    record r = {.id = span_of(act->id),
        .key = span_of(act->key),
        .number = span_of(act->number),
        .kind = span_of(act->kind),
        .issuer = span_of(act->issuer),
        .date = act->date ? date_parse(span_of(act->date)) : (date){0},
        .title = span_of(act->title),
        .part_of = span_of(act->part_of),
        .article = span_of(act->article),
        .fingerprint = span_of(act->fingerprint ? act->fingerprint : act->id),
        .timeline = act->status_cause ? arena_print(a, "%s replaces %s",
                                            act->status, act->status_cause)
                                      : span_of(act->status),
        .news = act->news,
        .passage_count = 1,
        .length = act->text ? strlen(act->text) : 0};

    *label = span_of(act->label);
    r.labels = label;
    r.label_count = act->label != NULL;
    shelf_mentions(&r, a, act);
    return r;
}

static inline tracuu_status
shelf_take(void *payload, const store_entry *entry, tracuu_error *err)
{
    return store_add(payload, entry, err);
}

static inline void
shelf_put(store_writer *passages, store_writer *documents, const shelf_act *act)
{
    arena a = ARENA_INIT;
    passage whole = {.start = 0};
    store_entry entry;
    document d;
    record r = shelf_record(&a, act);

    document_init(&d);
    d.id = r.id;
    d.title = r.title;
    document_set_text(&d, span_of(act->text ? act->text : ""));
    whole.end = d.text.len;
    whole.last = d.tokens.count;
    d.passages = &whole;
    d.passage_count = 1;
    d.labels = r.labels;
    d.label_count = r.label_count;
    entry = terms_document(&a, &r);
    ck_assert_int_eq(store_add(documents, &entry, NULL), TRACUU_OK);
    ck_assert_int_eq(
        terms_passages(&d, &r, shelf_take, passages, NULL), TRACUU_OK);
    document_release(&d);
    arena_release(&a);
}

/* Writes the acts into a new index and opens it; with `label` NULL the reader
 * sees everything, else what that label allows ("": what has none). */
static inline tracuu_reader *
shelf_open(const shelf_act *acts, size_t count, const char *label)
{
    store_writer *passages, *documents;
    tracuu_open_options options = {
        .labels = &label, .label_count = label && *label ? 1 : 0};
    arena a = ARENA_INIT;
    tracuu_reader *reader;
    const char *scratch;
    tracuu_error err = {0};
    generation next;

    shelf_remove();
    snprintf(shelf_folder, sizeof shelf_folder, "/tmp/unit-shelf-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(shelf_folder));
    generation_scratch(&scratch, &a, shelf_folder, NULL);
    ck_assert_int_eq(generation_next(&next, &a, shelf_folder, NULL), TRACUU_OK);
    store_writer_open(&passages, next.passages, STORE_LIVE, NULL);
    store_writer_open(&documents, next.documents, STORE_LIVE, NULL);
    for (size_t i = 0; i < count; i++)
        shelf_put(passages, documents, &acts[i]);
    schema_write(passages, NULL);
    schema_write(documents, NULL);
    ck_assert_int_eq(store_commit(passages, NULL), TRACUU_OK);
    ck_assert_int_eq(store_commit(documents, NULL), TRACUU_OK);
    store_writer_free(passages);
    store_writer_free(documents);
    ck_assert_int_eq(generation_publish(&next, shelf_folder, NULL), TRACUU_OK);
    ck_assert_msg(tracuu_open(&reader, shelf_folder, label ? &options : NULL,
                      &err) == TRACUU_OK,
        "%s", err.message);
    arena_release(&a);
    return reader;
}

#endif
