/* queries: many hostile queries through the whole search, in one process.
 *
 *     campaign-queries [-n N] [-s SEED] [-l MS] [-d MS] [-w FILE] [-r] -i DIR
 *         FILE...
 *
 * Lines of the files, and titles and numbers of the index, are what queries
 * are made from.  Each is searched and printed, and one in sixteen asked of
 * every other request as well.  What it costs is the time of the processor,
 * so that another program does not count; a request that takes longer than -l
 * (50) is printed and fails the run, and so does one where nothing is found.
 * -d is the deadline of each request, else there is none.  -w writes what was
 * too slow, and a crash leaves its query in crash-queries.txt: one a line, with
 * the options it was asked with; -r asks the lines of such files again, of
 * every request (a line without options as it is).
 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "common/base/vec.h"
#include "common/document/record.h"
#include "searcher/lookup.h"
#include "searcher/print.h"
#include "tests/bench/clock.h"
#include "tests/campaign/generate.h"
#include "tests/campaign/note.h"
#include <tracuu.h>

enum {
    SLOWEST = 20,
    SLOW_SHOWN = 200, /* bytes of a query */
    TITLES = 4000,    /* of the index, about */
    HANG_SECONDS = 20,
    OTHERS = 16, /* one query in so many is asked of all requests */
    PROGRESS = 100000
};

typedef struct timed {
    double ms;
    const char *request, *sort;
    char *query;
} timed;

typedef struct campaign {
    tracuu_reader *reader;
    generator generator;
    VEC(span) lines;
    arena arena;
    strbuf query, page, note;
    tracuu_search_options options;
    const char *sort;
    double limit, total, others, start;
    size_t over, count, other_count, partial, found;
    timed slowest[SLOWEST];
    size_t slow_count;
    FILE *slow; /* where they are kept, or NULL */
} campaign;

static campaign c;

/* Deadlines count the time of the processor too. */
static uint64_t
worked(void)
{
    return (uint64_t)clock_us(CLOCK_PROCESS_CPUTIME_ID);
}

/* ---- what went wrong ---- */

/* Keeps the query that ended the run; async-signal-safe. */
static void
keep(int signal_number)
{
    int file = open("crash-queries.txt", O_WRONLY | O_CREAT | O_TRUNC, 0644);

    if (file >= 0) {
        ssize_t written = write(file, c.note.ptr, c.note.len);

        (void)written;
        close(file);
    }
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

static void
print_query(const timed *t)
{
    span all = span_of(t->query);
    strbuf line = STRBUF_INIT;

    strbuf_print(&line, "%8.1f ms  %-8s %-8s ", t->ms, t->request, t->sort);
    note_escape(
        &line, span_slice(all, 0, all.len < SLOW_SHOWN ? all.len : SLOW_SHOWN));
    printf("%s", line.ptr);
    printf(all.len > SLOW_SHOWN ? "... (%zu bytes)\n" : "\n", all.len);
    strbuf_release(&line);
}

/* Keeps the slowest, in falling order. */
static void
rank(double ms, const char *request)
{
    size_t at = c.slow_count;
    timed t = {ms, request, c.sort, NULL};

    if (at == SLOWEST && c.slowest[at - 1].ms >= ms)
        return;
    t.query = strdup(c.query.ptr ? c.query.ptr : "");
    if (at == SLOWEST)
        free(c.slowest[--at].query);
    else
        c.slow_count++;
    for (; at && c.slowest[at - 1].ms < ms; at--)
        c.slowest[at] = c.slowest[at - 1];
    c.slowest[at] = t;
    if (ms <= c.limit)
        return;
    c.over++;
    print_query(&t);
    if (c.slow)
        fputs(c.note.ptr, c.slow);
    fflush(stdout);
}

static void
die(const char *what, const tracuu_error *err)
{
    fprintf(stderr, "campaign: %s: %s\n", what, err->message);
    abort();
}

/* ---- requests ---- */

typedef tracuu_status request(const char *words, tracuu_error *err);

static tracuu_status
search(const char *words, tracuu_error *err)
{
    print_style plain = {0};
    tracuu_hits *hits;
    tracuu_status status;

    status = tracuu_search(&hits, c.reader, words, &c.options, err);
    if (status)
        return status;
    c.found += hits->count > 0;
    c.partial += hits->partial;
    print_hits_json(&c.page, hits, &plain);
    print_hits_text(&c.page, hits, &plain);
    tracuu_hits_free(hits);
    return TRACUU_OK;
}

static tracuu_status
show(const char *words, tracuu_error *err)
{
    tracuu_views *views;
    print_style plain = {0};
    tracuu_status status = tracuu_show(&views, c.reader, words, err);

    if (!status)
        print_views_text(&c.page, views, &plain);
    tracuu_views_free(views);
    return status;
}

static tracuu_status
suggest(const char *words, tracuu_error *err)
{
    tracuu_suggestions *list;
    tracuu_status status = tracuu_suggest(&list, c.reader, words, 0, err);

    if (!status)
        print_suggestions_json(&c.page, list);
    tracuu_suggestions_free(list);
    return status;
}

static tracuu_status
related(const char *words, tracuu_error *err)
{
    tracuu_relatives *all;
    tracuu_status status = tracuu_related(&all, c.reader, words, 0, err);

    if (!status)
        print_relatives_json(&c.page, all);
    tracuu_relatives_free(all);
    return status;
}

static tracuu_status
graph(const char *words, tracuu_error *err)
{
    tracuu_graph *g;
    tracuu_status status = tracuu_graph_of(&g, c.reader, words, 2, err);

    if (!status)
        print_graph_json(&c.page, g);
    tracuu_graph_free(g);
    return status;
}

static tracuu_status
explain(const char *words, tracuu_error *err)
{
    tracuu_text *text;
    tracuu_status status = tracuu_explain_query(&text, c.reader, words, err);

    tracuu_text_free(text);
    return status;
}

/* Asks once; returns the time. */
static double
ask(request *what, const char *name)
{
    tracuu_error err = {TRACUU_OK, ""};
    double start = clock_us(CLOCK_PROCESS_CPUTIME_ID), ms;
    tracuu_status status;

    alarm(HANG_SECONDS);
    status = what(c.query.ptr ? c.query.ptr : "", &err);
    alarm(0);
    ms = (clock_us(CLOCK_PROCESS_CPUTIME_ID) - start) / 1e3;
    /* No query is an error; a name may mean nothing. */
    if (status && (what == search || status != TRACUU_NOT_FOUND))
        die(name, &err);
    strbuf_clear(&c.page);
    rank(ms, name);
    return ms;
}

static void
ask_others(void)
{
    static const struct {
        request *run;
        const char *name;
    } requests[] = {{show, "show"}, {suggest, "suggest"}, {related, "related"},
        {graph, "graph"}, {explain, "explain"}};

    for (size_t i = 0; i < sizeof requests / sizeof *requests; i++) {
        c.others += ask(requests[i].run, requests[i].name);
        c.other_count++;
    }
}

/* ---- lines ---- */

static void
add_line(span line)
{
    if (line.len)
        vec_push(&c.lines, arena_copy(&c.arena, line));
}

static void
read_file(const char *path)
{
    FILE *file = fopen(path, "r");
    char *line = NULL;
    size_t room = 0;
    ssize_t length;

    if (!file)
        return;
    while ((length = getline(&line, &room, file)) >= 0)
        add_line((span){line, (size_t)length - (line[length - 1] == '\n')});
    free(line);
    fclose(file);
}

static bool
take_title(void *payload, uint32_t entry)
{
    const uint32_t *step = payload;
    arena scratch = ARENA_INIT;
    record r;

    if (entry % *step == 0 &&
        !lookup_record(c.reader, &scratch, entry, RECORD_HEAD, &r, NULL)) {
        add_line(r.title);
        add_line(r.number);
    }
    arena_release(&scratch);
    return true;
}

static void
read_titles(void)
{
    uint32_t entries = 0, step;

    store_entries(c.reader->documents, &entries, NULL);
    step = 1 + entries / TITLES;
    store_walk_entries(c.reader->documents, SPAN(""), take_title, &step, NULL);
}

/* ---- the run ---- */

static void
report(void)
{
    double seconds = (clock_us(CLOCK_MONOTONIC) - c.start) / 1e6;

    printf("%zu queries in %.0f s: %zu with a hit, %zu partial, %.3f ms each; ",
        c.count, seconds, c.found, c.partial,
        c.total / (double)(c.count + !c.count));
    printf("%zu other requests, %.3f ms each; %zu over %.0f ms\n",
        c.other_count, c.others / (double)(c.other_count + !c.other_count),
        c.over, c.limit);
    fflush(stdout);
}

/* What is asked next is noted, so that -r can ask it again. */
static void
ask_search(void)
{
    strbuf_clear(&c.note);
    note_add(&c.note, strbuf_span(&c.query), &c.options);
    c.total += ask(search, "search");
}

static void
draw_options(generator *g)
{
    c.options = (tracuu_search_options){0};
    if (generate_below(g, 2) == 0)
        c.options.limit = 1 + generate_below(g, 3);
    if (generate_below(g, 8))
        return;
    c.options.limit = generate_below(g, 100);
    c.options.offset = generate_below(g, 60);
    c.options.sort = (tracuu_sort)generate_below(g, 3);
    c.options.explain = generate_below(g, 2);
}

static void
replay(void)
{
    c.sort = "line";
    while (c.count < c.lines.count) {
        note_read(c.lines.at[c.count++], &c.query, &c.options);
        ask_search();
        ask_others();
    }
}

static void
run(size_t wanted)
{
    while (c.count < wanted) {
        c.sort = generate_query(&c.generator, &c.query);
        draw_options(&c.generator);
        ask_search();
        if (generate_below(&c.generator, OTHERS) == 0)
            ask_others();
        if (++c.count % PROGRESS == 0)
            report();
    }
}

static int
report_end(void)
{
    report();
    printf("the slowest:\n");
    for (size_t i = 0; i < c.slow_count; i++)
        print_query(&c.slowest[i]);
    if (!c.found)
        printf("nothing was found by any query\n");
    return c.over || !c.found;
}

static void
close_all(void)
{
    for (size_t i = 0; i < c.slow_count; i++)
        free(c.slowest[i].query);
    tracuu_reader_free(c.reader);
    vec_release(&c.lines);
    arena_release(&c.arena);
    strbuf_release(&c.query);
    strbuf_release(&c.page);
    strbuf_release(&c.note);
}

typedef struct settings {
    const char *dir, *slow;
    size_t wanted;
    size_t deadline; /* milliseconds; 0: none */
    bool replay;
} settings;

static bool
read_options(settings *s, int argc, char **argv)
{
    int option;

    while ((option = getopt(argc, argv, "n:s:l:i:w:d:r")) != -1) {
        if (option == 'n')
            s->wanted = strtoul(optarg, NULL, 10);
        else if (option == 's')
            c.generator.state = strtoull(optarg, NULL, 10) * 2 + 1;
        else if (option == 'l')
            c.limit = strtod(optarg, NULL);
        else if (option == 'i')
            s->dir = optarg;
        else if (option == 'w')
            s->slow = optarg;
        else if (option == 'd')
            s->deadline = strtoul(optarg, NULL, 10);
        else if (option == 'r')
            s->replay = true;
        else
            return false;
    }
    return s->dir != NULL;
}

/* All that queries are made from. */
static void
read_lines(const settings *s, char **files)
{
    while (*files)
        read_file(*files++);
    if (!s->replay)
        read_titles();
    if (!c.lines.count)
        add_line(SPAN("48-CT/TW"));
    c.generator.lines = c.lines.at;
    c.generator.line_count = c.lines.count;
}

int
main(int argc, char **argv)
{
    settings s = {.wanted = 100000};
    tracuu_error err = {TRACUU_OK, ""};
    tracuu_open_options options = {0};
    const int fatal[] = {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGALRM};
    int code;

    c.start = clock_us(CLOCK_MONOTONIC);
    c.generator.state = 1;
    c.limit = 50;
    if (!read_options(&s, argc, argv)) {
        fprintf(stderr, "campaign: see the head of queries.c\n");
        return 2;
    }
    options.deadline_us = s.deadline * 1000;
    if (tracuu_open(&c.reader, s.dir, &options, &err)) {
        fprintf(stderr, "campaign: no index: %s\n", err.message);
        return 2;
    }
    c.reader->until.clock = worked;
    read_lines(&s, argv + optind);
    c.slow = s.slow ? fopen(s.slow, "w") : NULL;
    for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++)
        signal(fatal[i], keep);
    if (s.replay)
        replay();
    else
        run(s.wanted);
    code = report_end();
    if (c.slow)
        fclose(c.slow);
    close_all();
    return code;
}
