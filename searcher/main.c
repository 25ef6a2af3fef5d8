/* tracuu: the command line on the library.
 *
 * A command is a row of the table below; its options, its help and what it
 * runs stand there.
 */
#include "searcher/main.h"
#include "searcher/server/serve.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

enum { DEPTH = 2 };

typedef tracuu_status command_run(
    settings *s, int count, char **words, tracuu_error *err);

typedef struct command {
    const char *name;
    unsigned options;
    const char *words; /* what follows the options */
    const char *vietnamese, *english;
    command_run *run;
} command;

/* All words as one text, a blank between. */
static void
join(strbuf *out, int count, char **words)
{
    for (int i = 0; i < count; i++)
        strbuf_print(out, "%s%s", i ? " " : "", words[i]);
}

/* Nothing found is told by the exit code alone, where something was printed. */
static tracuu_status
found_or_not(tracuu_error *err, bool found)
{
    if (found)
        return TRACUU_OK;
    err->message[0] = '\0';
    return err->status = TRACUU_NOT_FOUND;
}

/* ---- search and suggest ---- */

static tracuu_status
read_sort(tracuu_sort *out, const char *name, tracuu_error *err)
{
    static const char *const names[] = {"relevance", "newest", "oldest"};

    *out = TRACUU_BY_RELEVANCE;
    if (!name)
        return TRACUU_OK;
    for (tracuu_sort i = TRACUU_BY_RELEVANCE; i <= TRACUU_OLDEST; i++) {
        if (!strcmp(name, names[i])) {
            *out = i;
            return TRACUU_OK;
        }
    }
    return main_fail(
        err, TRACUU_USAGE, "--sort is relevance, newest or oldest, not", name);
}

/* Who types "--limit 3" behind the query means no words by it; yet a query may
 * have them. */
static void
tell_of_options(const settings *s, int count, char **words)
{
    for (int i = 1; i < count; i++)
        if (!strncmp(words[i], "--", 2) && words[i][2]) {
            fprintf(stderr, "tracuu: '%s' %s\n", words[i],
                main_say(s, "được đọc như từ ngữ; tùy chọn đứng trước câu hỏi",
                    "is read as words; options stand before the query"));
            return;
        }
}

static tracuu_status
run_search(settings *s, int count, char **words, tracuu_error *err)
{
    tracuu_search_options options = {.limit = (size_t)s->limit,
        .offset = (size_t)s->offset,
        .explain = s->explain,
        .without = s->without};
    tracuu_reader *reader = NULL;
    tracuu_hits *hits = NULL;
    strbuf text = STRBUF_INIT;
    tracuu_status status = read_sort(&options.sort, s->sort, err);

    if (status == TRACUU_OK && s->batch)
        return main_batch_search(s, err);
    tell_of_options(s, count, words);
    join(&text, count, words);
    if (status == TRACUU_OK)
        status = main_open(&reader, s, err);
    if (status == TRACUU_OK)
        status = tracuu_search(&hits, reader, text.ptr, &options, err);
    strbuf_clear(&text);
    if (status == TRACUU_OK) {
        if (s->json)
            print_hits_json(&text, hits, &s->style);
        else
            print_hits_text(&text, hits, &s->style);
        main_emit(&text, stdout);
        status = found_or_not(err, hits->count);
    }
    tracuu_hits_free(hits);
    tracuu_reader_free(reader);
    strbuf_release(&text);
    return status;
}

static tracuu_status
run_suggest(settings *s, int count, char **words, tracuu_error *err)
{
    tracuu_suggestions *list = NULL;
    tracuu_reader *reader = NULL;
    strbuf text = STRBUF_INIT;
    tracuu_status status = main_open(&reader, s, err);

    join(&text, count, words);
    if (status == TRACUU_OK)
        status = tracuu_suggest(&list, reader, text.ptr, (size_t)s->limit, err);
    strbuf_clear(&text);
    if (status == TRACUU_OK) {
        if (s->json)
            print_suggestions_json(&text, list);
        else
            print_suggestions_text(&text, list, &s->style);
        main_emit(&text, stdout);
        status = found_or_not(err, list->count);
    }
    tracuu_suggestions_free(list);
    tracuu_reader_free(reader);
    strbuf_release(&text);
    return status;
}

/* ---- one document ---- */

/* A document as the library names it.  A file that stands there is meant by
 * its full path, which ends in its id. */
static void
name_document(strbuf *out, int count, char **words)
{
    char *path = NULL;

    join(out, count, words);
    if (out->ptr && !access(out->ptr, F_OK))
        path = realpath(out->ptr, NULL);
    if (!path)
        return;
    strbuf_clear(out);
    strbuf_add_string(out, path);
    free(path);
}

static tracuu_status
run_show(settings *s, int count, char **words, tracuu_error *err)
{
    tracuu_reader *reader = NULL;
    tracuu_views *views = NULL;
    strbuf text = STRBUF_INIT;
    tracuu_status status = main_open(&reader, s, err);

    name_document(&text, count, words);
    if (status == TRACUU_OK)
        status = tracuu_show(&views, reader, text.ptr, err);
    strbuf_clear(&text);
    if (status == TRACUU_OK) {
        if (s->json)
            print_views_json(&text, views);
        else
            print_views_text(&text, views, &s->style);
        main_emit(&text, stdout);
    }
    tracuu_views_free(views);
    tracuu_reader_free(reader);
    strbuf_release(&text);
    return status;
}

static tracuu_status
run_related(settings *s, int count, char **words, tracuu_error *err)
{
    tracuu_reader *reader = NULL;
    tracuu_relatives *all = NULL;
    strbuf text = STRBUF_INIT;
    tracuu_status status;

    if (s->batch)
        return main_batch_related(s, err);
    status = main_open(&reader, s, err);
    name_document(&text, count, words);
    if (status == TRACUU_OK)
        status = tracuu_related(&all, reader, text.ptr, (size_t)s->limit, err);
    strbuf_clear(&text);
    if (status == TRACUU_OK) {
        if (s->json)
            print_relatives_json(&text, all);
        else
            print_relatives_text(&text, all, &s->style);
        main_emit(&text, stdout);
        status = found_or_not(err, all->count || all->ambiguous_count);
    }
    tracuu_relatives_free(all);
    tracuu_reader_free(reader);
    strbuf_release(&text);
    return status;
}

static tracuu_status
check_format(const settings *s, tracuu_error *err)
{
    static const char *const names[] = {"text", "json", "dot", "svg"};

    if (!s->format)
        return TRACUU_OK;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!strcmp(s->format, names[i]))
            return TRACUU_OK;
    }
    return main_fail(err, TRACUU_USAGE,
        "--format is text, json, dot or svg, not", s->format);
}

static void
print_graph(const settings *s, const tracuu_graph *g, strbuf *out)
{
    const char *format = s->format ? s->format : s->json ? "json" : "text";

    if (!strcmp(format, "text"))
        print_graph_text(out, g, &s->style);
    else if (!strcmp(format, "json"))
        print_graph_json(out, g);
    else if (!strcmp(format, "dot"))
        print_graph_dot(out, g);
    else
        print_graph_svg(out, g);
}

static tracuu_status
run_graph(settings *s, int count, char **words, tracuu_error *err)
{
    tracuu_reader *reader = NULL;
    tracuu_graph *graph = NULL;
    strbuf text = STRBUF_INIT;
    tracuu_status status = check_format(s, err);

    if (status == TRACUU_OK)
        status = main_open(&reader, s, err);
    name_document(&text, count, words);
    if (status == TRACUU_OK)
        status =
            tracuu_graph_of(&graph, reader, text.ptr, (unsigned)s->depth, err);
    strbuf_clear(&text);
    if (status == TRACUU_OK)
        print_graph(s, graph, &text);
    main_emit(&text, stdout);
    tracuu_graph_free(graph);
    tracuu_reader_free(reader);
    strbuf_release(&text);
    return status;
}

/* ---- the index ---- */

static tracuu_status
run_verify(settings *s, int count, char **words, tracuu_error *err)
{
    strbuf path = STRBUF_INIT;
    tracuu_status status;

    (void)count, (void)words;
    options_index(&path, s->index);
    status = tracuu_verify(path.ptr, err);
    if (status == TRACUU_OK && s->json)
        puts("{\"version\":1,\"intact\":true}");
    else if (status == TRACUU_OK)
        puts(main_say(s, "chỉ mục nguyên vẹn", "the index is intact"));
    strbuf_release(&path);
    return status;
}

/* tracuu-index stands beside this program, or in PATH. */
static tracuu_status
run_index(settings *s, int count, char **words, tracuu_error *err)
{
    char **args = calloc((size_t)count + 2, sizeof *args), *slash;
    char self[PATH_MAX + sizeof "tracuu-index"];
    ssize_t length = readlink("/proc/self/exe", self, PATH_MAX);

    (void)s;
    if (!args)
        return main_fail(err, TRACUU_NO_MEMORY, "no memory for", "index");
    args[0] = "tracuu-index";
    memcpy(args + 1, words, (size_t)count * sizeof *args);
    self[length > 0 ? length : 0] = '\0';
    slash = strrchr(self, '/');
    if (slash) {
        strcpy(slash + 1, "tracuu-index");
        execv(self, args);
    }
    execvp("tracuu-index", args);
    free(args);
    err->status = TRACUU_IO;
    snprintf(err->message, sizeof err->message, "cannot run 'tracuu-index': %s",
        strerror(errno));
    return err->status;
}

static tracuu_status
run_serve(settings *s, int count, char **words, tracuu_error *err)
{
    return serve_run(count, words, s->style.vietnamese, err);
}

/* ---- the table ---- */

static const command commands[] = {
    {"search",
        HAS_INDEX | HAS_JSON | HAS_LIMIT | HAS_OFFSET | HAS_SORT | HAS_BATCH |
            HAS_TIMING | HAS_EXPLAIN | HAS_LABELS | HAS_DEADLINE | HAS_TODAY,
        "QUERY...", "tìm văn bản theo từ ngữ, số, trường",
        "find documents by words, numbers, fields", run_search},
    {"show", HAS_INDEX | HAS_JSON | HAS_LABELS | HAS_DEADLINE | HAS_TODAY,
        "DOC", "thông tin, bố cục, dẫn chiếu hai chiều của một văn bản",
        "what is known of one document", run_show},
    {"related",
        HAS_INDEX | HAS_JSON | HAS_LIMIT | HAS_BATCH | HAS_TIMING | HAS_LABELS |
            HAS_DEADLINE | HAS_TODAY,
        "DOC", "văn bản liên quan và lý do", "related documents, and why",
        run_related},
    {"graph",
        HAS_INDEX | HAS_JSON | HAS_DEPTH | HAS_FORMAT | HAS_LABELS |
            HAS_DEADLINE | HAS_TODAY,
        "DOC", "sơ đồ dẫn chiếu", "what refers to what, as a graph", run_graph},
    {"suggest", HAS_INDEX | HAS_JSON | HAS_LIMIT | HAS_LABELS | HAS_DEADLINE,
        "PREFIX", "gợi ý số, tên văn bản", "complete a number or a title",
        run_suggest},
    {"explain", HAS_INDEX | HAS_JSONL | HAS_LABELS,
        "text|normalize|tokens|structure|metadata|references|passages FILE, "
        "or query QUERY",
        "in kết quả của một bước xử lý", "print what one stage makes of a text",
        main_explain},
    {"status", HAS_INDEX | HAS_JSON | HAS_FAILED, "", "tình trạng chỉ mục",
        "what the index holds", main_status},
    {"verify", HAS_INDEX | HAS_JSON, "", "kiểm tra chỉ mục",
        "check every block of the index", run_verify},
    {"index", 0, "...", "lập chỉ mục: tracuu-index",
        "build the index: tracuu-index", run_index},
    {"serve", 0, "", "phục vụ tra cứu qua mạng: trang web và API",
        "serve the search: a page and an API", run_serve},
};

enum { COMMAND_COUNT = sizeof commands / sizeof *commands };

static const command *
find_command(const char *name)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        if (!strcmp(commands[i].name, name))
            return &commands[i];
    }
    return NULL;
}

static void
help(const settings *s, FILE *to)
{
    strbuf out = STRBUF_INIT;

    strbuf_add_string(&out, main_say(s, "cách dùng: tracuu LỆNH ...\n",
                                "usage: tracuu COMMAND ...\n"));
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        strbuf_print(&out, "  %-9s %s\n", commands[i].name,
            main_say(s, commands[i].vietnamese, commands[i].english));
    strbuf_add_string(
        &out, main_say(s, "tracuu LỆNH --help nói rõ hơn; tracuu --version\n",
                  "tracuu COMMAND --help tells more; tracuu --version\n"));
    main_emit(&out, to);
    strbuf_release(&out);
}

static void
help_command(settings *s, const command *c)
{
    option_spec specs[MAIN_OPTIONS_MAX];
    size_t count = main_options(specs, s, c->options);
    strbuf out = STRBUF_INIT;

    strbuf_print(&out, "%s tracuu %s %s %s\n%s\n",
        main_say(s, "cách dùng:", "usage:"), c->name,
        main_say(s, "[TÙY CHỌN]", "[OPTIONS]"), c->words,
        main_say(s, c->vietnamese, c->english));
    options_help(&out, specs, count);
    main_emit(&out, stdout);
    strbuf_release(&out);
}

static tracuu_status
run_command(
    settings *s, const command *c, int argc, char **argv, tracuu_error *err)
{
    option_spec specs[MAIN_OPTIONS_MAX];
    size_t specs_count = main_options(specs, s, c->options);
    tracuu_status status;
    int next = 1;

    if (c->run == run_index)
        return c->run(s, argc - 1, argv + 1, err);
    if (c->run == run_serve)
        return c->run(s, argc, argv, err);
    status = main_read_file(s, err);
    if (status == TRACUU_OK)
        status = options_read(specs, specs_count, argc, argv, &next, err);
    if (status != TRACUU_OK)
        return status;
    if (s->help) {
        help_command(s, c);
        return TRACUU_OK;
    }
    if (c->words[0] && next == argc && !s->batch)
        return main_fail(err, TRACUU_USAGE,
            "something to ask for is missing; see --help of", c->name);
    if ((!c->words[0] || s->batch) && next < argc)
        return main_fail(
            err, TRACUU_USAGE, "there is no place for", argv[next]);
    return c->run(s, argc - next, argv + next, err);
}

static int
finish(const settings *s, tracuu_status status, const tracuu_error *err)
{
    strbuf out = STRBUF_INIT;

    if (status != TRACUU_OK && err->message[0]) {
        if (s->json)
            print_error_json(&out, err, &s->style);
        else
            print_error_text(&out, err, &s->style);
        main_emit(&out, stderr);
    }
    if (fflush(stdout) || ferror(stdout)) {
        tracuu_error unwritten = {TRACUU_IO, ""};

        snprintf(unwritten.message, sizeof unwritten.message,
            "cannot write: %s", strerror(errno));
        print_error_text(&out, &unwritten, &s->style);
        main_emit(&out, stderr);
        status = TRACUU_IO;
    }
    strbuf_release(&out);
    return tracuu_status_exit(status);
}

/* What is asked for without a command: help, the version, or a mistake. */
static tracuu_status
run_no_command(const settings *s, const char *name, tracuu_error *err)
{
    if (!strcmp(name, "--version")) {
        puts("tracuu " TRACUU_VERSION);
        return TRACUU_OK;
    }
    if (!strcmp(name, "--help") || !strcmp(name, "-h") ||
        !strcmp(name, "help")) {
        help(s, stdout);
        return TRACUU_OK;
    }
    if (!*name)
        help(s, stderr);
    return main_fail(err, TRACUU_USAGE,
        *name && *name != '-'
            ? "there is no such command; tracuu --help lists them:"
            : "a command is missing after",
        *name ? name : "tracuu");
}

int
main(int argc, char **argv)
{
    settings s = {.depth = DEPTH,
        .deadline = -1,
        .style = print_style_for(STDOUT_FILENO)};
    tracuu_error err = {TRACUU_OK, ""};
    const command *c;
    tracuu_status status;

    main_put_command_first(&s, argc, argv);
    c = find_command(argc > 1 ? argv[1] : "");
    status = c ? run_command(&s, c, argc - 1, argv + 1, &err)
               : run_no_command(&s, argc > 1 ? argv[1] : "", &err);
    options_file_release(&s.file);
    return finish(&s, status, &err);
}
