#include "indexer/extract-pptx.h"

#include "indexer/extract-xml.h"
#include "indexer/extract-zip.h"

typedef struct reading {
    sink *sink;
    bool in_text;
    unsigned depth, dropped;
} reading;

static void
open_element(void *payload, const char *name, const xml_attributes *a)
{
    reading *r = payload;

    r->depth++;
    if (r->dropped)
        return;
    if (!strcmp(name, "Fallback"))
        r->dropped = r->depth;
    else if (!strcmp(name, "t"))
        r->in_text = true;
    else if (!strcmp(name, "r"))
        r->sink->font = ENCODING_UTF8;
    else if (!strcmp(name, "latin"))
        r->sink->font = sink_font(xml_attribute(a, "typeface"));
    else if (!strcmp(name, "p") || !strcmp(name, "br"))
        sink_break(r->sink, 1);
    else if (!strcmp(name, "sp"))
        sink_break(r->sink, 2);
    else if (!strcmp(name, "tr"))
        sink_open_row(r->sink);
}

static void
close_element(void *payload, const char *name)
{
    reading *r = payload;
    unsigned depth = r->depth;

    r->depth -= r->depth > 0;
    if (r->dropped) {
        if (r->dropped >= depth)
            r->dropped = 0;
    } else if (!strcmp(name, "t")) {
        r->in_text = false;
    } else if (!strcmp(name, "p")) {
        sink_break(r->sink, 1);
    } else if (!strcmp(name, "tc")) {
        sink_cell(r->sink);
    } else if (!strcmp(name, "tr")) {
        sink_close_row(r->sink);
    }
}

static void
add_text(void *payload, span text)
{
    reading *r = payload;

    if (r->in_text && !r->dropped)
        sink_text(r->sink, text);
}

static bool
is_slide(span name)
{
    return span_starts_with(name, SPAN("ppt/slides/slide")) &&
           span_ends_with(name, SPAN(".xml"));
}

bool
extract_pptx(sink *s, span bytes)
{
    const xml_reader slide = {open_element, close_element, add_text};
    reading r = {.sink = s};
    arena a = ARENA_INIT;
    zip z = {NULL, 0, NULL};
    bool well = zip_read(&z, &a, bytes, is_slide, s);

    if (well && !z.count)
        well = sink_fail(s, "damaged: it has no slides");
    for (size_t i = 0; i < z.count && well; i++) {
        sink_break(s, 2);
        sink_page(s);
        r = (reading){.sink = s};
        well = xml_read(z.at[i].bytes, &slide, &r, z.at[i].name.ptr, s);
    }
    zip_release(&z);
    arena_release(&a);
    return well;
}
