#include "searcher/main.h"

#include <stdlib.h>

/* ---- a whole file ---- */

static tracuu_status
read_all(strbuf *out, FILE *file, const char *name, tracuu_error *err)
{
    char block[1 << 16];
    size_t got;

    while ((got = fread(block, 1, sizeof block, file)) > 0)
        strbuf_add(out, (tracuu_span){block, got});
    if (ferror(file))
        return main_fail(err, TRACUU_IO, "cannot read", name);
    return TRACUU_OK;
}

static tracuu_status
explain_file(
    tracuu_stage stage, FILE *file, const char *name, tracuu_error *err)
{
    strbuf source = STRBUF_INIT;
    tracuu_text *text = NULL;
    tracuu_status status = read_all(&source, file, name, err);

    if (status == TRACUU_OK)
        status = tracuu_explain_text(
            &text, stage, source.ptr ? source.ptr : "", source.len, err);
    if (status == TRACUU_OK)
        fwrite(text->ptr, 1, text->len, stdout);
    tracuu_text_free(text);
    strbuf_release(&source);
    return status;
}

/* ---- a line each ---- */

/* A line that cannot be read is told and the rest goes on. */
static tracuu_status
explain_lines(
    tracuu_stage stage, FILE *file, const settings *s, tracuu_error *err)
{
    tracuu_status all = TRACUU_OK;
    char *line = NULL;
    size_t room = 0, number = 0;
    ssize_t length;

    while ((length = getline(&line, &room, file)) >= 0) {
        tracuu_text *text;
        tracuu_status status;

        number++;
        while (length > 0 && strchr("\r\n", line[length - 1]))
            line[--length] = '\0';
        if (!length)
            continue;
        status = tracuu_explain_json(&text, stage, line, (size_t)length, err);
        if (status == TRACUU_OK) {
            fwrite(text->ptr, 1, text->len, stdout);
            if (!text->len || text->ptr[text->len - 1] != '\n')
                putchar('\n');
        } else {
            fprintf(stderr, "tracuu: %s %zu: %s\n", main_say(s, "dòng", "line"),
                number, err->message);
            all = TRACUU_INPUT_FAILED;
        }
        tracuu_text_free(text);
    }
    free(line);
    return all;
}

static tracuu_status
explain_stage(
    const settings *s, tracuu_stage stage, const char *name, tracuu_error *err)
{
    FILE *file = strcmp(name, "-") ? fopen(name, "r") : stdin;
    tracuu_status status;

    if (!file)
        return main_fail_open(err, name);
    status = s->jsonl ? explain_lines(stage, file, s, err)
                      : explain_file(stage, file, name, err);
    if (file != stdin)
        fclose(file);
    if (status == TRACUU_INPUT_FAILED)
        main_fail(err, status, "some lines could not be read in", name);
    return status;
}

/* ---- the command ---- */

/* The plan needs an index; without one the tree alone is shown. */
static tracuu_status
explain_query(const settings *s, int count, char **words, tracuu_error *err)
{
    tracuu_reader *reader = NULL;
    tracuu_text *text = NULL;
    strbuf query = STRBUF_INIT;
    tracuu_status status = main_open(&reader, s, err);

    for (int i = 0; i < count; i++)
        strbuf_print(&query, "%s%s", i ? " " : "", words[i]);
    if (status == TRACUU_OK || status == TRACUU_INDEX_MISSING)
        status = tracuu_explain_query(&text, reader, query.ptr, err);
    if (status == TRACUU_OK)
        fwrite(text->ptr, 1, text->len, stdout);
    tracuu_text_free(text);
    strbuf_release(&query);
    tracuu_reader_free(reader);
    return status;
}

tracuu_status
main_explain(settings *s, int count, char **words, tracuu_error *err)
{
    option_spec specs[MAIN_OPTIONS_MAX];
    size_t specs_count;
    tracuu_status status;
    int next;

    if (count < 2)
        return main_fail(err, TRACUU_USAGE,
            "explain needs a stage and a file, or query and a query, after",
            "explain");
    if (!strcmp(words[0], "query"))
        return explain_query(s, count - 1, words + 1, err);
    specs_count = main_options(specs, s, HAS_JSONL);
    status = options_read(specs, specs_count, count, words, &next, err);
    if (status != TRACUU_OK)
        return status;
    if (next != count - 1)
        return main_fail(err, TRACUU_USAGE,
            "explain takes one file, or - , after", words[0]);
    for (int i = 0; i < TRACUU_STAGE_COUNT; i++) {
        tracuu_stage stage = (tracuu_stage)i;

        if (!strcmp(words[0], tracuu_stage_name(stage)))
            return explain_stage(s, stage, words[next], err);
    }
    return main_fail(err, TRACUU_USAGE,
        "there is no stage of that name; --help lists them:", words[0]);
}
