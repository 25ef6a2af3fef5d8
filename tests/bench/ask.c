/* ask: how long an index takes to answer, over the public library.
 *
 * usage: bench-ask INDEX QUERIES [PASSES [THREADS [bare|page|full]]]
 *
 * QUERIES has one a line.  Each pass asks them all, ten documents each; the
 * last pass counts, the others warm up.  With several threads each has its own
 * reader and takes every n-th query.  "page" is hits with snippets, "full"
 * totals and facets too, "bare" ids alone.  Prints one JSON object; times are
 * microseconds, those of a query in processor time of its thread, which other
 * work on the machine does not change.
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/bench/clock.h"
#include <tracuu/search.h>

enum { LIMIT = 10, THREADS_MAX = 16 };

typedef struct questions {
    char **at;
    size_t count;
} questions;

typedef struct asker {
    const char *index;
    const questions *all;
    size_t first, step;
    int passes;
    tracuu_search_options options;
    double *times; /* by question */
    double opened, last_pass;
    size_t hits;
    long anonymous_kb;
    bool failed;
} asker;

static questions
read_questions(const char *path)
{
    questions all = {0};
    size_t room = 0, line_room = 0;
    char *line = NULL;
    FILE *file = fopen(path, "r");

    while (file && getline(&line, &line_room, file) > 0) {
        line[strcspn(line, "\r\n")] = '\0';
        if (all.count == room) {
            room = room ? 2 * room : 1024;
            all.at = realloc(all.at, room * sizeof *all.at);
        }
        if (!all.at)
            exit(5);
        all.at[all.count++] = strdup(line);
    }
    if (file)
        fclose(file);
    free(line);
    return all;
}

static void
ask_all(asker *a, tracuu_reader *reader)
{
    a->hits = 0;
    a->last_pass = clock_us(CLOCK_MONOTONIC);
    for (size_t i = a->first; i < a->all->count; i += a->step) {
        double start = clock_us(CLOCK_THREAD_CPUTIME_ID);
        tracuu_hits *hits;
        tracuu_error err;

        if (tracuu_search(&hits, reader, a->all->at[i], &a->options, &err)) {
            fprintf(stderr, "bench-ask: %s\n", err.message);
            a->failed = true;
            return;
        }
        a->hits += hits->count;
        tracuu_hits_free(hits);
        a->times[i] = clock_us(CLOCK_THREAD_CPUTIME_ID) - start;
    }
    a->last_pass = clock_us(CLOCK_MONOTONIC) - a->last_pass;
}

/* What the process holds beside the page cache, in kB. */
static long
anonymous(void)
{
    FILE *file = fopen("/proc/self/status", "r");
    char line[256];
    long kb = 0;

    while (file && fgets(line, sizeof line, file))
        if (!strncmp(line, "RssAnon:", 8))
            kb = strtol(line + 8, NULL, 10);
    if (file)
        fclose(file);
    return kb;
}

static void *
ask(void *payload)
{
    asker *a = payload;
    tracuu_reader *reader;
    tracuu_error err;
    double start = clock_us(CLOCK_MONOTONIC);

    if (tracuu_open(&reader, a->index, NULL, &err)) {
        fprintf(stderr, "bench-ask: %s\n", err.message);
        a->failed = true;
        return NULL;
    }
    a->opened = clock_us(CLOCK_MONOTONIC) - start;
    for (int pass = 0; pass < a->passes && !a->failed; pass++)
        ask_all(a, reader);
    a->anonymous_kb = anonymous();
    tracuu_reader_free(reader);
    return NULL;
}

static int
rising(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;

    return (a > b) - (a < b);
}

static void
report(const asker *askers, size_t threads, const questions *all, double *times)
{
    double sum = 0, wall = 0;
    size_t hits = 0;

    for (size_t i = 0; i < all->count; i++)
        sum += times[i];
    for (size_t i = 0; i < threads; i++) {
        wall = askers[i].last_pass > wall ? askers[i].last_pass : wall;
        hits += askers[i].hits;
    }
    qsort(times, all->count, sizeof *times, rising);
    printf("{\"queries\": %zu, \"hits\": %zu, \"mean\": %.0f, \"p50\": %.0f, "
           "\"p99\": %.0f, \"wall\": %.0f, \"open\": %.0f, \"anon_kb\": %ld}\n",
        all->count, hits, sum / (double)all->count, times[all->count / 2],
        times[all->count * 99 / 100], wall, askers[0].opened,
        askers[0].anonymous_kb);
}

int
main(int argc, char **argv)
{
    int passes = argc > 3 ? atoi(argv[3]) : 3;
    size_t threads = argc > 4 ? (size_t)atoi(argv[4]) : 1;
    const char *mode = argc > 5 ? argv[5] : "page";
    asker askers[THREADS_MAX] = {0};
    pthread_t running[THREADS_MAX];
    questions all = argc > 2 ? read_questions(argv[2]) : (questions){0};
    double *times = calloc(all.count + 1, sizeof *times);
    bool failed = false;

    if (!all.count || !times || !threads || threads > THREADS_MAX) {
        fprintf(stderr, "usage: bench-ask INDEX QUERIES [PASSES [THREADS "
                        "[bare|page|full]]]\n");
        return 2;
    }
    for (size_t i = 0; i < threads; i++) {
        askers[i] = (asker){.index = argv[1],
            .all = &all,
            .first = i,
            .step = threads,
            .passes = passes,
            .options = {.limit = LIMIT,
                .bare = !strcmp(mode, "bare"),
                .uncounted = !strcmp(mode, "page")},
            .times = times};
        pthread_create(&running[i], NULL, ask, &askers[i]);
    }
    for (size_t i = 0; i < threads; i++) {
        pthread_join(running[i], NULL);
        failed |= askers[i].failed;
    }
    if (!failed)
        report(askers, threads, &all, times);
    for (size_t i = 0; i < all.count; i++)
        free(all.at[i]);
    free(all.at);
    free(times);
    return failed ? 5 : 0;
}
