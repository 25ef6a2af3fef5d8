#include "common/document/wire.h"

enum { MILLION = 1000000 };

void
wire_add_number(strbuf *out, uint64_t value)
{
    while (value >= 0x80) {
        strbuf_add_char(out, (char)((value & 0x7f) | 0x80));
        value >>= 7;
    }
    strbuf_add_char(out, (char)value);
}

void
wire_add_span(strbuf *out, span s)
{
    wire_add_number(out, s.len);
    strbuf_add(out, s);
}

void
wire_add_fraction(strbuf *out, double value)
{
    double inside = value > 0 ? value < 1 ? value : 1 : 0;

    wire_add_number(out, (uint64_t)(inside * MILLION + 0.5));
}

static uint64_t
fail(wire *w)
{
    w->failed = true;
    w->rest = SPAN("");
    return 0;
}

uint64_t
wire_number(wire *w, uint64_t most)
{
    uint64_t value = 0;

    for (unsigned shift = 0; shift < 64 && w->rest.len; shift += 7) {
        unsigned char byte = (unsigned char)w->rest.ptr[0];

        w->rest = span_from(w->rest, 1);
        value |= (uint64_t)(byte & 0x7f) << shift;
        if (byte < 0x80)
            return value <= most ? value : fail(w);
    }
    return fail(w);
}

span
wire_span(wire *w)
{
    size_t len = (size_t)wire_number(w, w->rest.len);
    span s;

    /* The length itself took bytes of the rest. */
    if (len > w->rest.len) {
        fail(w);
        return SPAN("");
    }
    s = span_slice(w->rest, 0, len);
    w->rest = span_from(w->rest, len);
    return s;
}

double
wire_fraction(wire *w)
{
    return (double)wire_number(w, MILLION) / MILLION;
}

size_t
wire_count(wire *w, size_t least)
{
    size_t count = (size_t)wire_number(w, w->rest.len);

    if (count * least <= w->rest.len)
        return count;
    fail(w);
    return 0;
}
