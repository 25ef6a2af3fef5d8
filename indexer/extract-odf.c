#include "indexer/extract-odf.h"

#include "indexer/extract-xml.h"
#include "indexer/extract-zip.h"

enum { BLANKS_MAX = 64 };

typedef struct reading {
    sink *sink;
    unsigned depth, dropped;
    unsigned body;       /* depth of office:body, 0 outside */
    unsigned paragraphs; /* one in the other */
    bool in_title, begun;
} reading;

static bool
is_left_out(const char *name)
{
    return !strcmp(name, "tracked-changes") || !strcmp(name, "forms") ||
           !strcmp(name, "notes") || !strcmp(name, "note-citation") ||
           !strcmp(name, "annotation");
}

static void
open_inline(reading *r, const char *name, const xml_attributes *a)
{
    if (!strcmp(name, "tab"))
        sink_text(r->sink, SPAN("\t"));
    else if (!strcmp(name, "line-break"))
        sink_break(r->sink, 1);
    else if (!strcmp(name, "s"))
        for (long i = xml_number(a, "c", 1); i > 0 && i < BLANKS_MAX; i--)
            sink_text(r->sink, SPAN(" "));
    else if (!strcmp(name, "table-row"))
        sink_open_row(r->sink), r->begun = false;
    else if (!strcmp(name, "soft-page-break"))
        r->sink->pages.count ? sink_page(r->sink) : (void)0;
}

static void
open_element(void *payload, const char *name, const xml_attributes *a)
{
    reading *r = payload;

    r->depth++;
    if (!strcmp(name, "body") && !r->body)
        r->body = r->depth;
    if (!r->body || r->dropped)
        return;
    if (is_left_out(name)) {
        r->dropped = r->depth;
    } else if (!strcmp(name, "p") || !strcmp(name, "h")) {
        sink_break(r->sink, 1);
        r->paragraphs++;
    } else if (!strcmp(name, "page") || !strcmp(name, "table")) {
        sink_break(r->sink, 2);
        if (name[0] == 'p')
            sink_page(r->sink);
    } else {
        open_inline(r, name, a);
    }
}

static void
close_paragraph(reading *r)
{
    bool empty = r->sink->breaks == 1;

    r->paragraphs -= r->paragraphs > 0;
    sink_break(r->sink, empty && !r->sink->rows ? 2 : 1);
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
        return;
    }
    if (!r->body)
        return;
    if (r->body >= depth)
        r->body = 0;
    else if (!strcmp(name, "p") || !strcmp(name, "h"))
        close_paragraph(r);
    else if (!strcmp(name, "table-cell"))
        sink_cell(r->sink);
    else if (!strcmp(name, "table-row"))
        sink_close_row(r->sink);
}

static void
add_text(void *payload, span text)
{
    reading *r = payload;

    if (r->body && r->paragraphs && !r->dropped)
        sink_text(r->sink, text);
}

/* ---- what the file says of itself ---- */

static void
open_about(void *payload, const char *name, const xml_attributes *a)
{
    (void)a;
    ((reading *)payload)->in_title = !strcmp(name, "title");
}

static void
close_about(void *payload, const char *name)
{
    (void)name;
    ((reading *)payload)->in_title = false;
}

static void
add_about(void *payload, span text)
{
    reading *r = payload;

    if (r->in_title && r->sink->title.len + text.len < 1024)
        strbuf_add(&r->sink->title, text);
}

static bool
is_wanted(span name)
{
    return span_is(name, "content.xml") || span_is(name, "meta.xml") ||
           span_is(name, "META-INF/manifest.xml");
}

/* The manifest tells how each part is encrypted. */
static bool
is_encrypted(span manifest)
{
    return span_find(manifest, SPAN("encryption-data"), 0) != SIZE_MAX;
}

bool
extract_odf(sink *s, span bytes)
{
    const xml_reader body = {open_element, close_element, add_text};
    const xml_reader about = {open_about, close_about, add_about};
    reading r = {.sink = s};
    arena a = ARENA_INIT;
    zip z = {NULL, 0, NULL};
    sink ignored;
    bool well = zip_read(&z, &a, bytes, is_wanted, s);

    sink_init(&ignored, 1);
    if (well && is_encrypted(zip_part_of(&z, "META-INF/manifest.xml")))
        well = sink_fail(s, "encrypted: it opens with a password only");
    if (well) {
        xml_read(zip_part_of(&z, "meta.xml"), &about, &r, "meta.xml", &ignored);
        well = xml_read(
            zip_part_of(&z, "content.xml"), &body, &r, "content.xml", s);
    }
    zip_release(&z);
    arena_release(&a);
    return well;
}
