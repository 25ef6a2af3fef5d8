#include "tests/campaign/note.h"

#include <stdio.h>

void
note_escape(strbuf *out, span bytes)
{
    for (size_t i = 0; i < bytes.len; i++) {
        unsigned char byte = (unsigned char)bytes.ptr[i];

        if (byte < ' ' || byte == 0x7F || byte == '\\')
            strbuf_print(out, "\\x%02x", byte);
        else
            strbuf_add_char(out, (char)byte);
    }
}

void
note_add(strbuf *out, span query, const tracuu_search_options *options)
{
    strbuf_print(out, "%zu %zu %d %d\t", options->limit, options->offset,
        (int)options->sort, (int)options->explain);
    note_escape(out, query);
    strbuf_add_char(out, '\n');
}

/* Takes the options off the front of the line. */
static span
read_options(span line, tracuu_search_options *options)
{
    size_t limit, offset;
    int sort, explain, length = 0;

    *options = (tracuu_search_options){0};
    if (sscanf(line.ptr, "%zu %zu %d %d%n", &limit, &offset, &sort, &explain,
            &length) < 4 ||
        line.ptr[length] != '\t')
        return line;
    options->limit = limit;
    options->offset = offset;
    options->sort = (tracuu_sort)sort;
    options->explain = explain;
    return span_from(line, (size_t)length + 1);
}

void
note_read(span line, strbuf *query, tracuu_search_options *options)
{
    strbuf_clear(query);
    line = read_options(line, options);
    for (size_t i = 0; i < line.len; i++) {
        unsigned byte;

        if (line.ptr[i] == '\\' && sscanf(line.ptr + i, "\\x%2x", &byte) == 1) {
            strbuf_add_char(query, (char)byte);
            i += 3;
        } else {
            strbuf_add_char(query, line.ptr[i]);
        }
    }
}
