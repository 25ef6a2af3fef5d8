#include "common/document/packed.h"

#include "common/document/forward.h"
#include "common/document/wire.h"
#include "common/document/wording.h"

static void
add_wording(strbuf *out, span text, const token_list *list,
    const uint16_t *words, size_t count)
{
    strbuf wording = STRBUF_INIT;

    wording_encode(&wording, text, list, 0, words, count);
    wire_add_span(out, strbuf_span(&wording));
    strbuf_release(&wording);
}

static void
add_pages(strbuf *out, const passage_pages *p)
{
    size_t before = 0;

    wire_add_number(out, p->first * 2 + p->ocr);
    wire_add_number(out, p->count);
    for (size_t i = 0; i < p->count; i++) {
        wire_add_number(out, p->starts[i] - before);
        before = p->starts[i];
    }
}

static passage_pages
read_pages(wire *w, arena *a)
{
    size_t first = (size_t)wire_number(w, UINT32_MAX), at = 0;
    passage_pages p = {.first = first / 2, .ocr = first & 1};
    size_t *starts;

    p.count = wire_count(w, 1);
    starts = arena_array(a, p.count + 1, sizeof *starts);
    for (size_t i = 0; i < p.count; i++)
        starts[i] = at += (size_t)wire_number(w, UINT32_MAX);
    p.starts = starts;
    return p;
}

void
packed_encode(strbuf *words, strbuf *data, arena *a, const packed *p,
    const token_list *title, const token_list *heading, const token_list *body,
    size_t first, size_t last)
{
    forward_kept kept =
        forward_encode(words, a, title, heading, body, first, last);

    wire_add_span(data, p->label);
    wire_add_number(data, p->start);
    wire_add_number(data, p->end - p->start);
    wire_add_number(data, p->points.start);
    wire_add_number(data, p->points.end - p->points.start);
    add_pages(data, &p->pages);
    add_wording(data, p->title, title, kept.title_words, kept.title);
    add_wording(data, p->heading, heading, kept.heading_words, kept.heading);
    wording_encode(data, p->text, body, first, kept.body_words, kept.body);
}

bool
packed_decode(arena *a, span words, span data, packed *out)
{
    wire w = {data, false};
    forward_words coded;
    span title, heading;

    *out = (packed){.label = arena_copy(a, wire_span(&w))};
    out->start = (size_t)wire_number(&w, UINT32_MAX);
    out->end = out->start + (size_t)wire_number(&w, UINT32_MAX);
    out->points.start = (size_t)wire_number(&w, UINT32_MAX);
    out->points.end = out->points.start + (size_t)wire_number(&w, UINT32_MAX);
    out->pages = read_pages(&w, a);
    title = wire_span(&w);
    heading = wire_span(&w);
    return !w.failed && forward_decode_words(a, words, &coded) &&
           wording_decode(
               a, title, coded.title, coded.title_count, &out->title) &&
           wording_decode(
               a, heading, coded.heading, coded.heading_count, &out->heading) &&
           wording_decode(a, w.rest, coded.body, coded.body_count, &out->text);
}
