/* write: how fast passages become an index, and nothing else.
 *
 * usage: bench-write TEXT.tsv FOLDER [THREADS [lists]]
 *
 * The stages of tracuu-index that make terms, over a text of one passage a
 * line, ID TAB TEXT: clean text, tokens, folded syllables and listed pairs into
 * small databases, and those merged.  "lists": with a list of the terms of
 * each entry, as other indexes of Xapian have.  Prints one JSON object.
 */
#include <stdio.h>
#include <stdlib.h>

#include "common/base/file.h"
#include "common/base/memory.h"
#include "common/base/vec.h"
#include "common/document/document.h"
#include "common/store/store.h"
#include "indexer/build-chunk.h"
#include "indexer/build-crew.h"
#include "indexer/terms-tally.h"
#include "tests/bench/clock.h"

typedef struct part {
    span lines;
    const char *path;
    tracuu_status status;
    tracuu_error err;
} part;

static store_mode mode = STORE_SCRATCH_LEAN;

static tracuu_status
write_line(store_writer *w, arena *a, tally *t, span line, tracuu_error *err)
{
    span id;
    token_list list;
    store_entry entry = {0};

    if (!span_next_field(&line, '\t', &id))
        return TRACUU_OK;
    list = token_list_read(a, normalize_clean(a, line).text);
    tally_clear(t);
    tally_add(t, a, &list, 0, list.count);
    tally_weigh(t);
    entry.terms = t->terms.at;
    entry.term_count = t->terms.count;
    entry.data = id;
    return store_add(w, &entry, err);
}

static void
write_part(void *payload, unsigned worker, void *item)
{
    part *p = item;
    store_writer *w;
    arena a = ARENA_INIT;
    tally t = TALLY_INIT;
    span rest = p->lines, line;

    (void)payload, (void)worker;
    p->status = store_writer_open(&w, p->path, mode, &p->err);
    while (p->status == TRACUU_OK && span_next_line(&rest, &line)) {
        p->status = write_line(w, &a, &t, line, &p->err);
        arena_reset(&a);
    }
    if (p->status == TRACUU_OK)
        p->status = store_commit(w, &p->err);
    store_writer_free(w);
    tally_release(&t);
    arena_release(&a);
}

/* Cuts the text at line ends into parts as large as the chunks of a build. */
static part *
cut(arena *a, span text, const char *folder, size_t *count)
{
    part *parts = arena_array(a, text.len / CHUNK_BYTES + 2, sizeof *parts);

    for (*count = 0; text.len; ++*count) {
        size_t end = text.len > CHUNK_BYTES ? CHUNK_BYTES : text.len;

        while (end < text.len && text.ptr[end - 1] != '\n')
            end++;
        parts[*count] = (part){.lines = span_slice(text, 0, end),
            .path = arena_print(a, "%s/%zu", folder, *count).ptr};
        text = span_from(text, end);
    }
    return parts;
}

static void
stop_if(tracuu_status status, const tracuu_error *err)
{
    if (status == TRACUU_OK)
        return;
    fprintf(stderr, "bench-write: %s\n", err->message);
    exit(1);
}

static void
write_all(part *parts, size_t count, unsigned threads)
{
    crew *c = crew_new(threads, write_part, NULL);
    size_t given = 0;

    while (given < count || crew_open(c)) {
        while (given < count && !crew_is_full(c))
            crew_give(c, &parts[given++]);
        crew_take(c, 100);
    }
    crew_free(c);
    for (size_t i = 0; i < count; i++)
        stop_if(parts[i].status, &parts[i].err);
}

int
main(int argc, char **argv)
{
    arena a = ARENA_INIT;
    tracuu_error err;
    const char **paths, *out;
    double start;
    size_t count;
    part *parts;
    strbuf text = STRBUF_INIT;

    if (argc < 3)
        return 2;
    if (argc > 4)
        mode = STORE_SCRATCH;
    stop_if(file_read(&text, argv[1], SIZE_MAX, &err), &err);
    stop_if(file_make_folder(argv[2], &err), &err);
    out = arena_print(&a, "%s/all", argv[2]).ptr;
    start = clock_us(CLOCK_MONOTONIC);
    parts = cut(&a, strbuf_span(&text), argv[2], &count);
    write_all(parts, count, argc > 3 ? (unsigned)atoi(argv[3]) : 1);
    paths = arena_array(&a, count, sizeof *paths);
    for (size_t i = 0; i < count; i++)
        paths[i] = parts[i].path;
    stop_if(store_compact(paths, count, out, &err), &err);
    printf("{\"seconds\": %.3f, \"bytes\": %llu}\n",
        (clock_us(CLOCK_MONOTONIC) - start) / 1e6,
        (unsigned long long)file_tree_size(out));
    strbuf_release(&text);
    arena_release(&a);
    return 0;
}
