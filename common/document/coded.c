#include "common/document/coded.h"

#include "common/document/forward.h"
#include "common/document/wording.h"

void
coded_add(strbuf *out, arena *scratch, span text)
{
    strbuf wording = STRBUF_INIT;
    const uint16_t *words;
    token_list list;
    size_t kept;

    wire_add_number(out, text.len > 0);
    if (!text.len)
        return;
    list = token_list_read(scratch, text);
    kept = forward_add_row(out, scratch, &list, &words);
    wording_encode(&wording, text, &list, 0, words, kept);
    wire_add_span(out, strbuf_span(&wording));
    strbuf_release(&wording);
    arena_reset(scratch);
}

span
coded_read(arena *a, wire *w)
{
    const uint16_t *words = NULL;
    size_t count = 0;
    span wording, text = SPAN("");
    bool there;

    if (!wire_number(w, 1))
        return text;
    there = forward_read_row(a, w, &words, &count);
    wording = wire_span(w);
    if (!there || w->failed || !wording_decode(a, wording, words, count, &text))
        w->failed = true;
    return text;
}

span
coded_take(wire *w)
{
    const char *start = w->rest.ptr;

    if (!wire_number(w, 1))
        return (span){NULL, 0};
    forward_skip_row(w);
    wire_span(w);
    return (span){start, (size_t)(w->rest.ptr - start)};
}
