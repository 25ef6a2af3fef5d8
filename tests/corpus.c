/* corpus: what is known of the sample documents, held to the program.
 *
 *     test-corpus INDEX EXTRACTOR
 *
 * Indexes corpus/ at INDEX and compares every line of corpus/manifest.tsv
 * (who a document is) and corpus/references.tsv (which acts it speaks of, and
 * how) with what the library says; then asks for every word of the documents
 * and expects all that contain it.  Run from the root of the repository.
 */
#include <stdio.h>
#include <stdlib.h>

#include "common/base/arena.h"
#include "common/base/file.h"
#include "common/base/vec.h"
#include "common/document/relation.h"
#include "common/text/normalize.h"
#include "common/text/token.h"
#include <tracuu.h>

enum { FIELDS = 12, FILE_LIMIT = 16 << 20 };

/* Columns of manifest.tsv. */
enum { ID, FILE_NAME, EXPECT, KEY, NUMBER, KIND, ISSUER, DATE, TERM, PLACE };
enum { TITLE = PLACE + 1 };

typedef struct row {
    span field[FIELDS];
} row;

typedef struct table {
    row *at;
    size_t count, room;
} table;

/* A word, and which lines of the manifest have it. */
typedef struct word {
    span text;
    size_t line;
} word;

typedef VEC(word) words;

static arena memory;
static unsigned passed, failed;

static void
check(bool good, const char *id, const char *what, const char *got, span want)
{
    if (good) {
        passed++;
        return;
    }
    failed++;
    printf("FAIL corpus: %s: %s is '%s', not '%.*s'\n", id, what, got,
        SPAN_PRINT(want));
}

static void
check_text(const char *id, const char *what, const char *got, span want)
{
    check(span_equal(span_of(got), want), id, what, got, want);
}

static span
read_file(const char *path)
{
    strbuf text = STRBUF_INIT;
    tracuu_error err;
    span copy;

    if (file_read(&text, path, FILE_LIMIT, &err) != TRACUU_OK) {
        fprintf(stderr, "%s\n", err.message);
        exit(EXIT_FAILURE);
    }
    copy = arena_copy(&memory, strbuf_span(&text));
    strbuf_release(&text);
    return copy;
}

/* The lines of a TSV file behind its first. */
static table
read_table(const char *path)
{
    table t = VEC_INIT;
    span rest = read_file(path), line;

    span_next_line(&rest, &line);
    while (span_next_line(&rest, &line)) {
        row r = {0};

        for (size_t i = 0; i < FIELDS; i++) {
            span field;

            if (!span_next_field(&line, '\t', &field))
                break;
            r.field[i] = arena_copy(&memory, field);
        }
        vec_push(&t, r);
    }
    return t;
}

static int
strength(const char *code)
{
    relation r = relation_by_code(span_of(code));

    return r == RELATION_COUNT ? -1 : relation_about(r)->strength;
}

/* True if the items of `a`, separated by "; ", are all among those of `b`. */
static bool
items_within(span a, span b)
{
    span item;

    while (span_next_field(&a, ';', &item)) {
        span other, rest = b;
        bool found = false;

        while (!found && span_next_field(&rest, ';', &other))
            found = span_equal(span_trim(item), span_trim(other));
        if (!found && !span_is_empty(span_trim(item)))
            return false;
    }
    return true;
}

/* The strongest of the view's relations to `key`, and all its provisions. */
static const char *
strongest(const tracuu_view *view, span key, strbuf *provisions)
{
    const char *best = "none";

    for (size_t i = 0; i < view->outgoing_count; i++) {
        const tracuu_reference *r = &view->outgoing[i];

        if (!span_equal(span_of(r->document->key), key))
            continue;
        if (strength(r->relation) > strength(best))
            best = r->relation;
        if (r->provision[0])
            strbuf_print(provisions, "%s; ", r->provision);
    }
    return best;
}

/* The provisions that references.tsv gives for (id, key). */
static span
provisions_of(const table *expected, span id, span key)
{
    strbuf all = STRBUF_INIT;
    span copy;

    for (size_t i = 0; i < expected->count; i++) {
        const span *f = expected->at[i].field;

        if (span_equal(f[0], id) && span_equal(f[2], key))
            strbuf_print(&all, "%.*s; ", SPAN_PRINT(f[3]));
    }
    copy = arena_copy(&memory, strbuf_span(&all));
    strbuf_release(&all);
    return copy;
}

static void
check_expected_edges(const tracuu_view *view, span id, const table *expected)
{
    for (size_t i = 0; i < expected->count; i++) {
        const span *f = expected->at[i].field;
        strbuf got = STRBUF_INIT;
        const char *edge;
        span want = provisions_of(expected, id, f[2]);

        if (!span_equal(f[0], id))
            continue;
        edge = strongest(view, f[2], &got);
        /* Relations of one strength may each stand for the edge. */
        check(
            strength(edge) == strength(f[1].ptr), id.ptr, f[2].ptr, edge, f[1]);
        check(items_within(want, strbuf_span(&got)) &&
                  items_within(strbuf_span(&got), want),
            id.ptr, "provision", got.len ? got.ptr : "", f[3]);
        strbuf_release(&got);
    }
}

static void
check_other_edges(const tracuu_view *view, span id, const table *expected)
{
    for (size_t i = 0; i < view->outgoing_count; i++) {
        const tracuu_reference *r = &view->outgoing[i];
        bool known = false;

        for (size_t j = 0; j < expected->count && !known; j++) {
            const span *f = expected->at[j].field;

            known = span_equal(f[0], id) &&
                    span_equal(f[2], span_of(r->document->key));
        }
        /* What others say of it is theirs to be judged by. */
        if (!known && !r->told_by)
            check(false, id.ptr, r->document->key, r->relation, SPAN("none"));
    }
}

static void
check_document(tracuu_reader *reader, const row *r, const table *expected)
{
    const span *f = r->field;
    const char *id = f[ID].ptr;
    tracuu_views *views;
    const tracuu_document *d;
    tracuu_error err;

    if (tracuu_show(&views, reader, id, &err) != TRACUU_OK) {
        check(false, id, "show", err.message, SPAN("there"));
        return;
    }
    d = views->at[0].document;
    check_text(id, "id", d->id, f[ID]);
    check_text(id, "key", d->key, f[KEY]);
    check_text(id, "number", d->number, f[NUMBER]);
    check_text(id, "kind", d->kind, f[KIND]);
    check_text(id, "issuer", d->issuer, f[ISSUER]);
    check_text(id, "date", d->date, f[DATE]);
    check_text(id, "term", d->term, f[TERM]);
    check_text(id, "place", d->place, f[PLACE]);
    check_text(id, "title", d->title, f[TITLE]);
    check_text(id, "expectation", d->news ? "news" : "indexed", f[EXPECT]);
    check_expected_edges(&views->at[0], f[ID], expected);
    check_other_edges(&views->at[0], f[ID], expected);
    tracuu_views_free(views);
}

/* A document that is not to be indexed is told of, and not found. */
static void
check_skipped(tracuu_reader *reader, const tracuu_summary *summary, span id)
{
    tracuu_views *views;
    const char *fate = "not told of";

    for (size_t i = 0; i < summary->incident_count; i++)
        if (span_equal(span_of(summary->incidents[i].id), id) &&
            summary->incidents[i].fate == TRACUU_SKIPPED)
            fate = "skipped";
    check_text(id.ptr, "fate", fate, SPAN("skipped"));
    check(tracuu_show(&views, reader, id.ptr, NULL) == TRACUU_NOT_FOUND, id.ptr,
        "show", "found", SPAN("not-found"));
    tracuu_views_free(views);
}

static int
compare_words(const void *a, const void *b)
{
    const word *x = a, *y = b;
    int order = span_compare(x->text, y->text);

    return order ? order : (x->line > y->line) - (x->line < y->line);
}

/* The words of a document that stands in a UTF-8 text file of its own. */
static void
collect_words(words *all, const row *r, size_t line)
{
    clean_text clean;
    token_list tokens;

    if (!span_ends_with(r->field[FILE_NAME], SPAN(".txt")) ||
        span_equal(r->field[EXPECT], SPAN("skipped")))
        return;
    clean = normalize_clean(&memory, read_file(r->field[FILE_NAME].ptr));
    /* A legacy encoding has other words than its bytes. */
    if (clean.invalid)
        return;
    tokens = token_list_read(&memory, clean.text);
    for (size_t i = 0; i < tokens.count; i++)
        vec_push(all, (word){token_folded(&tokens, i), line});
}

static bool
is_hit(const tracuu_hits *hits, const row *r)
{
    for (size_t i = 0; i < hits->count; i++) {
        const tracuu_document *d = hits->at[i].document;

        /* Copies of one act are one hit. */
        if (span_equal(span_of(d->id), r->field[ID]) ||
            (d->key[0] && span_equal(span_of(d->key), r->field[KEY])))
            return true;
    }
    return false;
}

/* Indexed by one tokenizer, asked by the same: whatever stands in a document
 * finds it. */
static void
check_words(tracuu_reader *reader, const table *manifest)
{
    words all = VEC_INIT;
    tracuu_search_options options = {.limit = 10000, .bare = true};

    for (size_t i = 0; i < manifest->count; i++)
        collect_words(&all, &manifest->at[i], i);
    if (all.count)
        qsort(all.at, all.count, sizeof *all.at, compare_words);
    for (size_t i = 0; i < all.count;) {
        tracuu_hits *hits = NULL;
        tracuu_error err;
        span text = all.at[i].text;
        const char *query = arena_string(&memory, text);
        tracuu_status status =
            tracuu_search(&hits, reader, query, &options, &err);

        check(status == TRACUU_OK, query, "search", err.message, SPAN("done"));
        for (; i < all.count && span_equal(all.at[i].text, text); i++) {
            const row *r = &manifest->at[all.at[i].line];

            check(hits && is_hit(hits, r), r->field[ID].ptr, "word", "lost",
                text);
        }
        tracuu_hits_free(hits);
    }
    vec_release(&all);
}

int
main(int argc, char **argv)
{
    const char *paths[] = {"corpus"};
    table manifest = read_table("corpus/manifest.tsv");
    table references = read_table("corpus/references.tsv");
    tracuu_summary *summary;
    tracuu_reader *reader;
    tracuu_index_options options = {0};
    tracuu_error err;

    if (argc != 3) {
        fprintf(stderr, "usage: test-corpus INDEX EXTRACTOR\n");
        return 2;
    }
    options.extractor = argv[2];
    if (tracuu_index_run(&summary, argv[1], paths, 1, &options, &err) !=
            TRACUU_OK ||
        tracuu_open(&reader, argv[1], NULL, &err) != TRACUU_OK) {
        printf("FAIL corpus: %s\n", err.message);
        return EXIT_FAILURE;
    }
    for (size_t i = 0; i < manifest.count; i++) {
        const row *r = &manifest.at[i];

        if (!span_equal(r->field[EXPECT], SPAN("skipped")))
            check_document(reader, r, &references);
        else
            check_skipped(reader, summary, r->field[ID]);
    }
    check_words(reader, &manifest);
    tracuu_reader_free(reader);
    tracuu_summary_free(summary);
    vec_release(&manifest);
    vec_release(&references);
    arena_release(&memory);
    printf("corpus: %u passed, %u failed, 0 skipped\n", passed, failed);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
