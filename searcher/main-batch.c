#include "searcher/main.h"

#include <stdlib.h>
#include <time.h>

enum { BATCH_LIMIT = 100, WRITE_AT = 1 << 16 };

typedef struct batch {
    const settings *settings;
    tracuu_reader *reader;
    size_t limit;
    strbuf out;
    double *times; /* microseconds */
    size_t count, room;
} batch;

/* Answers one line into b->out. */
typedef tracuu_status batch_answer(
    batch *b, const char *id, const char *query, tracuu_error *err);

static tracuu_status
answer_search(batch *b, const char *id, const char *query, tracuu_error *err)
{
    tracuu_search_options options = {.limit = b->limit,
        .bare = true,
        .explain = b->settings->explain,
        .without = b->settings->without};
    tracuu_hits *hits;
    tracuu_status status =
        tracuu_search(&hits, b->reader, query, &options, err);

    for (size_t i = 0; status == TRACUU_OK && i < hits->count; i++)
        print_run_line(&b->out, id, &hits->at[i]);
    tracuu_hits_free(hits);
    return status;
}

static tracuu_status
answer_related(batch *b, const char *id, const char *query, tracuu_error *err)
{
    tracuu_relatives *all;
    tracuu_status status =
        tracuu_related_run(&all, b->reader, query, b->limit, err);

    for (size_t i = 0; status == TRACUU_OK && i < all->count; i++)
        print_run_relative(&b->out, id, &all->at[i], i + 1);
    tracuu_relatives_free(all);
    return status == TRACUU_NOT_FOUND ? TRACUU_OK : status;
}

static double
now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static void
keep_time(batch *b, double time)
{
    if (b->count == b->room) {
        size_t room = b->room ? 2 * b->room : 1024;
        double *times = realloc(b->times, room * sizeof *times);

        if (!times)
            return;
        b->times = times;
        b->room = room;
    }
    b->times[b->count++] = time;
}

static int
compare_times(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;

    return (a > b) - (a < b);
}

static void
report_times(batch *b)
{
    double sum = 0;

    if (!b->count)
        return;
    qsort(b->times, b->count, sizeof *b->times, compare_times);
    for (size_t i = 0; i < b->count; i++)
        sum += b->times[i];
    fprintf(stderr, "count=%zu mean=%.0f p50=%.0f p90=%.0f p99=%.0f\n",
        b->count, sum / (double)b->count, b->times[b->count / 2],
        b->times[b->count * 90 / 100], b->times[b->count * 99 / 100]);
}

static tracuu_status
answer_line(batch *b, batch_answer *answer, char *line, tracuu_error *err)
{
    char *tab = strchr(line, '\t');
    tracuu_status status;
    double start;

    line[strcspn(line, "\r\n")] = '\0';
    if (!*line)
        return TRACUU_OK;
    if (!tab)
        return main_fail(err, TRACUU_USAGE,
            "a line of the batch is ID TAB QUERY, not", line);
    *tab = '\0';
    start = now();
    status = answer(b, line, tab + 1, err);
    keep_time(b, now() - start);
    if (b->out.len > WRITE_AT)
        main_emit(&b->out, stdout);
    return status;
}

static tracuu_status
run_batch(const settings *s, batch_answer *answer, tracuu_error *err)
{
    batch b = {
        .settings = s, .limit = s->limit ? (size_t)s->limit : BATCH_LIMIT};
    FILE *file = strcmp(s->batch, "-") ? fopen(s->batch, "r") : stdin;
    tracuu_status status;
    char *line = NULL;
    size_t room = 0;

    if (!file)
        return main_fail_open(err, s->batch);
    status = main_open(&b.reader, s, err);
    while (status == TRACUU_OK && getline(&line, &room, file) >= 0)
        status = answer_line(&b, answer, line, err);
    main_emit(&b.out, stdout);
    if (s->timing)
        report_times(&b);
    strbuf_release(&b.out);
    free(b.times);
    free(line);
    tracuu_reader_free(b.reader);
    if (file != stdin)
        fclose(file);
    return status;
}

tracuu_status
main_batch_search(const settings *s, tracuu_error *err)
{
    return run_batch(s, answer_search, err);
}

tracuu_status
main_batch_related(const settings *s, tracuu_error *err)
{
    return run_batch(s, answer_related, err);
}
