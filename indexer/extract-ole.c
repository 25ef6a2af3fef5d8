#include "indexer/extract-ole.h"

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

static void
add_lines(sink *s, span text)
{
    span line, cell;

    while (span_next_line(&text, &line)) {
        bool row = span_find(line, SPAN("\t"), 0) != SIZE_MAX;

        if (row)
            sink_open_row(s);
        while (row && span_next_field(&line, '\t', &cell)) {
            sink_text(s, span_trim(cell));
            sink_cell(s);
        }
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

static bool
read_word(sink *s, span bytes, strbuf *out)
{
    const tool antiword = {
        {"/usr/bin/antiword", "-w", "0", "-m", "UTF-8.txt", "/dev/stdin", NULL},
        NULL, OLE_SECONDS, s->limit};
    const tool catdoc = {{"/usr/bin/catdoc", "-w", "-d", "utf-8", "-s",
                             "cp1252", "/dev/stdin", NULL},
        tool_folder(), OLE_SECONDS, s->limit};

    if (run(s, bytes, &antiword, out))
        return true;
    s->reason[0] = '\0';
    return run(s, bytes, &catdoc, out);
}

bool
extract_ole(sink *s, span bytes)
{
    const tool excel = {{"/usr/bin/xls2csv", "-x", "-q0", "-c", "\t", "-d",
                            "utf-8", "-s", "cp1252", "/dev/stdin", NULL},
        tool_folder(), OLE_SECONDS, s->limit};
    const tool slides = {
        {"/usr/bin/catppt", "-d", "utf-8", "-s", "cp1252", "/dev/stdin", NULL},
        tool_folder(), OLE_SECONDS, s->limit};
    strbuf out = STRBUF_INIT;
    bool well;

    switch (kind_of(bytes)) {
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
    if (well)
        add_lines(s, strbuf_span(&out));
    strbuf_release(&out);
    return well;
}
