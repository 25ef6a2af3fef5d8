#include "searcher/hits-excerpt.h"

/* Decimal digits; more than a text can have is cut off. */
static size_t
number(span s)
{
    size_t n = 0;

    for (size_t i = 0; i < s.len && s.ptr[i] >= '0' && s.ptr[i] <= '9'; i++)
        if (n < (size_t)1 << 40)
            n = n * 10 + (size_t)(s.ptr[i] - '0');
    return n;
}

/* "12-34" */
static tracuu_range
range(span s)
{
    span start;

    span_next_field(&s, '-', &start);
    return (tracuu_range){number(start), number(s)};
}

static void
take_line(excerpt *out, span line)
{
    span name, value = line;

    if (!span_next_field(&value, '=', &name))
        return;
    if (span_equal(name, SPAN("caption")))
        out->title = value;
    else if (span_equal(name, SPAN("x-label")))
        out->label = value;
    else if (span_equal(name, SPAN("x-heading")))
        out->heading = value;
    else if (span_equal(name, SPAN("x-start")))
        out->start = number(value);
    else if (span_equal(name, SPAN("x-end")))
        out->end = number(value);
    else if (span_equal(name, SPAN("x-points")))
        out->points = range(value);
}

void
excerpt_parse(excerpt *out, span data)
{
    span line;

    *out = (excerpt){0};
    while (span_next_line(&data, &line) && line.len)
        take_line(out, line);
    out->text = data;
}

tracuu_status
excerpt_read(const excerpt **out, arena *a, tracuu_reader *reader,
    uint32_t entry, tracuu_error *err)
{
    excerpt *passage = arena_take(a, sizeof *passage);
    span data;
    tracuu_status status = store_data(reader->passages, a, entry, &data, err);

    if (status)
        return status;
    excerpt_parse(passage, data);
    passage->tokens = token_list_read(a, passage->text);
    passage->title_tokens = token_list_read(a, passage->title);
    passage->heading_tokens = token_list_read(a, passage->heading);
    *out = passage;
    return TRACUU_OK;
}
