#include "indexer/extract-ole.h"

#include <limits.h>
#include <stdio.h>
#include <unistd.h>

#include "common/base/map.h"
#include "indexer/extract-tool.h"

enum { SECTOR = 512, DIRECTORY_AT = 0x30, SHIFT_AT = 0x1E };

typedef enum ole_kind {
    OLE_WORD,
    OLE_EXCEL,
    OLE_SLIDES,
    OLE_LOCKED,
    OLE_OTHER
} ole_kind;

/* Names of streams, as UTF-16. */
static const struct {
    span name;
    ole_kind kind;
} streams[] = {
    {SPAN_INIT("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"), OLE_WORD},
    {SPAN_INIT("W\0o\0r\0k\0b\0o\0o\0k\0\0"), OLE_EXCEL},
    {SPAN_INIT("B\0o\0o\0k\0\0\0"), OLE_EXCEL},
    {SPAN_INIT("P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0 \0D\0o\0c\0"), OLE_SLIDES},
    {SPAN_INIT("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"), OLE_LOCKED},
};

/* The stream whose name comes first in the directory. */
static ole_kind
kind_of(span bytes)
{
    ole_kind kind = OLE_OTHER;
    size_t first = SIZE_MAX, start = 0;

    if (bytes.len > 2 * SECTOR) {
        const unsigned char *at =
            (const unsigned char *)bytes.ptr + DIRECTORY_AT;
        size_t sector = at[0] | (size_t)at[1] << 8 | (size_t)at[2] << 16;
        int shift = bytes.ptr[SHIFT_AT] == 12 ? 12 : 9;

        start = (sector + 1) << shift;
    }
    if (start >= bytes.len)
        start = 0;
    for (size_t i = 0; i < sizeof streams / sizeof *streams; i++) {
        size_t at = span_find(bytes, streams[i].name, start);

        if (at < first) {
            first = at;
            kind = streams[i].kind;
        }
    }
    return kind;
}

/* A number with more digits than anybody reads has ten, as in XLSX files. */
static void
add_cell(sink *s, span cell)
{
    char digits[32], *end;
    double value;

    cell = span_trim(cell);
    if (cell.len > 12 && cell.len < sizeof digits &&
        span_find(cell, SPAN("."), 0) != SIZE_MAX) {
        memcpy(digits, cell.ptr, cell.len);
        digits[cell.len] = '\0';
        value = strtod(digits, &end);
        if (!*end) {
            snprintf(digits, sizeof digits, "%.10g", value);
            cell = span_of(digits);
        }
    }
    sink_text(s, cell);
    sink_cell(s);
}

/* catppt prints what stands in the outline and on the slides twice. */
static void
add_slides(sink *s, span text)
{
    map seen = MAP_INIT;
    bool is_new;
    span line;

    while (span_next_line(&text, &line)) {
        map_put(&seen, span_trim(line), &is_new);
        if (is_new)
            sink_text(s, line);
        sink_break(s, 1);
    }
    map_release(&seen);
}

static void
add_lines(sink *s, span text)
{
    span line, cell;

    while (span_next_line(&text, &line)) {
        bool row = span_find(line, SPAN("\t"), 0) != SIZE_MAX;

        if (row)
            sink_open_row(s);
        while (row && span_next_field(&line, '\t', &cell))
            add_cell(s, cell);
        if (row)
            sink_close_row(s);
        else
            sink_text(s, line);
        sink_break(s, span_trim(line).len || row ? 1 : 2);
    }
}

static bool
run(sink *s, span bytes, const tool *t, strbuf *out)
{
    int code = 0;

    strbuf_clear(out);
    if (!tool_run(t, bytes, out, &code, s))
        return false;
    if (code || !span_trim(strbuf_span(out)).len)
        return sink_fail(s, "damaged: %s finds no text in it",
            t->arguments[0] + sizeof "/usr/bin");
    return true;
}

/* Where the table of catdoc is: it stands beside the program, or in the folder
 * that it was built in. */
static const char *
home_of(char home[PATH_MAX])
{
    snprintf(home, PATH_MAX, "%sindexer/catdoc", tool_folder());
    if (access(home, X_OK) != 0)
        snprintf(home, PATH_MAX, "%stracuu-catdoc", tool_folder());
    return home;
}

static bool
read_word(sink *s, span bytes, strbuf *out)
{
    char home[PATH_MAX];
    const tool antiword = {
        {"/usr/bin/antiword", "-w", "0", "-m", "UTF-8.txt", "/dev/stdin", NULL},
        NULL, OLE_SECONDS, s->limit};
    const tool catdoc = {{"/usr/bin/catdoc", "-w", "-d", "utf-8", "-s",
                             "cp1252", "/dev/stdin", NULL},
        home_of(home), OLE_SECONDS, s->limit};

    if (run(s, bytes, &antiword, out))
        return true;
    s->reason[0] = '\0';
    return run(s, bytes, &catdoc, out);
}

bool
extract_ole(sink *s, span bytes)
{
    char home[PATH_MAX];
    const tool excel = {{"/usr/bin/xls2csv", "-x", "-q0", "-c", "\t", "-d",
                            "utf-8", "-s", "cp1252", "/dev/stdin", NULL},
        home_of(home), OLE_SECONDS, s->limit};
    const tool slides = {
        {"/usr/bin/catppt", "-d", "utf-8", "-s", "cp1252", "/dev/stdin", NULL},
        home_of(home), OLE_SECONDS, s->limit};
    ole_kind kind = kind_of(bytes);
    strbuf out = STRBUF_INIT;
    bool well;

    switch (kind) {
    case OLE_WORD:
        well = read_word(s, bytes, &out);
        break;
    case OLE_EXCEL:
        well = run(s, bytes, &excel, &out);
        break;
    case OLE_SLIDES:
        well = run(s, bytes, &slides, &out);
        break;
    case OLE_LOCKED:
        well = sink_fail(s, "encrypted: it opens with a password only");
        break;
    default:
        well = sink_fail(s, "an Office file of no kind that is known");
    }
    if (well && kind == OLE_SLIDES)
        add_slides(s, strbuf_span(&out));
    else if (well)
        add_lines(s, strbuf_span(&out));
    strbuf_release(&out);
    return well;
}
