/* tracuu_related: the documents nearest to one, with the reasons in words. */
#include <stdlib.h>

#include "common/base/memory.h"
#include "searcher/related-evidence.h"
#include "searcher/show.h"

enum { LIMIT = 10, WORDS_TOLD = 4 };

/* Relatives and what they hold are freed together. */
typedef struct held_relatives {
    tracuu_relatives relatives; /* first, so that its address is the whole's */
    arena arena;
} held_relatives;

/* "được thực hiện bởi; cùng dẫn chiếu 13-KL/TW; cùng chủ đề: tội phạm" */
static const char *
reason_of(resolver *with, const neighbour *n, const topic *about)
{
    arena *a = with->arena;
    span text = n->relation, words = {NULL, 0};

    if (n->bases.len)
        text = arena_print(a, "%.*s%scùng dẫn chiếu %.*s", SPAN_PRINT(text),
            text.len ? "; " : "", SPAN_PRINT(n->bases));
    if (n->passage)
        words = topic_words(with->reader, a, about, n->passage, WORDS_TOLD);
    if (words.len)
        text = arena_print(a, "%.*s%scùng chủ đề: %.*s", SPAN_PRINT(text),
            text.len ? "; " : "", SPAN_PRINT(words));
    return arena_string(a, text);
}

static tracuu_status
fill(held_relatives *held, resolver *with, const found *what, size_t limit,
    bool told, tracuu_error *err)
{
    neighbour_list list;
    tracuu_relative *all;
    size_t count = 0;
    topic about;
    tracuu_status status =
        evidence_find(&list, &about, with, what, limit, told, err);

    if (status != TRACUU_OK)
        return status;
    all = arena_array(with->arena, list.count, sizeof *all);
    for (size_t i = 0; i < list.count; i++) {
        const neighbour *n = &list.at[i];
        const tracuu_document *d;

        if (i >= LIMIT && reader_is_late(with->reader))
            break;
        d = resolver_document(with, &n->act);
        if (d)
            all[count++] = (tracuu_relative){
                d, evidence_score(n), told ? reason_of(with, n, &about) : ""};
    }
    held->relatives.at = all;
    held->relatives.count = count;
    held->relatives.document = resolver_document(with, what);
    return TRACUU_OK;
}

static tracuu_status
relate(tracuu_relatives **out, tracuu_reader *reader, const char *name,
    size_t limit, bool told, tracuu_error *err)
{
    held_relatives *held = memory_take_zero(1, sizeof *held);
    const tracuu_document **documents;
    found_list list = {NULL, 0};
    tracuu_status status;
    resolver with;

    *out = NULL;
    resolver_init(&with, reader, &held->arena);
    status = lookup_asked(reader, &held->arena, name, &list, err);
    if (status == TRACUU_OK && list.count > 1 && told) {
        status = show_documents(&documents, &with, &list, err);
        held->relatives.ambiguous = documents;
        held->relatives.ambiguous_count = list.count;
    } else if (status == TRACUU_OK) {
        status =
            fill(held, &with, &list.at[0], limit ? limit : LIMIT, told, err);
    }
    held->relatives.partial = reader->until.passed;
    if (status == TRACUU_OK)
        *out = &held->relatives;
    else
        tracuu_relatives_free(&held->relatives);
    return status;
}

tracuu_status
tracuu_related(tracuu_relatives **out, tracuu_reader *reader, const char *name,
    size_t limit, tracuu_error *err)
{
    return relate(out, reader, name, limit, true, err);
}

tracuu_status
tracuu_related_run(tracuu_relatives **out, tracuu_reader *reader,
    const char *id, size_t limit, tracuu_error *err)
{
    return relate(out, reader, id, limit, false, err);
}

void
tracuu_relatives_free(tracuu_relatives *relatives)
{
    held_relatives *held = (held_relatives *)relatives;

    if (!held)
        return;
    arena_release(&held->arena);
    free(held);
}
