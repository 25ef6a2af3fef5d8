#include "indexer/extract-docx.h"

#include "indexer/extract-docx-numbering.h"
#include "indexer/extract-xml.h"
#include "indexer/extract-zip.h"

typedef struct reading {
    sink *sink;
    numbering *numbers;
    strbuf number;
    unsigned depth, dropped; /* of what is left out: the depth at which it
                                began, or 0 */
    bool in_run, in_text, in_title, in_pages;
    bool begun;       /* the paragraph has its number */
    long list, level; /* of the paragraph; -1: none */
    bool unlisted;    /* says that it has no number */
    span style;       /* in the arena */
    arena arena;
    strbuf stated; /* pages, as docProps/app.xml has them */
} reading;

static const char *const left_out[] = {"Fallback", "delText", "fldData",
    "instrText", "moveFrom", "rPrChange", "pPrChange", "sectPrChange",
    "tblPrChange", "binData"};

static bool
is_left_out(const char *name)
{
    for (size_t i = 0; i < sizeof left_out / sizeof *left_out; i++) {
        if (!strcmp(name, left_out[i]))
            return true;
    }
    return false;
}

static void
open_paragraph(reading *r)
{
    sink_break(r->sink, 1);
    r->begun = r->unlisted = false;
    r->list = r->level = -1;
    r->style = (span){NULL, 0};
}

/* The number stands before the first words: Word counts a paragraph without
 * words too. */
static void
begin_paragraph(reading *r)
{
    long list = r->list, level = r->level;

    if (r->begun)
        return;
    r->begun = true;
    if (list < 0 && !r->unlisted &&
        !numbering_of_style(r->numbers, r->style, &list, &level))
        return;
    if (r->level >= 0)
        level = r->level;
    strbuf_clear(&r->number);
    numbering_next(r->numbers, list, level < 0 ? 0 : level, &r->number);
    r->sink->font = ENCODING_UTF8;
    sink_text(r->sink, strbuf_span(&r->number));
}

static void
set_list(reading *r, long list)
{
    r->list = list;
    r->unlisted = list == 0;
}

/* What has the name of a symbol: w:sym. */
static void
add_symbol(reading *r, const xml_attributes *a)
{
    span code = xml_attribute(a, "char");
    uint32_t value = 0;

    for (size_t i = 0; i < code.len && i < 4; i++) {
        char c = code.ptr[i];

        value = value << 4 | (uint32_t)(c <= '9' ? c - '0' : (c & 7) + 9);
    }
    if (value >= 0xF000 && value < 0xF020)
        return;
    begin_paragraph(r);
    sink_code(r->sink, value & 0xFFFF);
}

static void
set_font(reading *r, const xml_attributes *a)
{
    span name = xml_attribute(a, "ascii");

    if (!name.len)
        name = xml_attribute(a, "hAnsi");
    if (name.len)
        r->sink->font = sink_font(name);
}

static void
open_properties(reading *r, const char *name, const xml_attributes *a)
{
    if (!strcmp(name, "rFonts"))
        set_font(r, a);
    else if (!strcmp(name, "pStyle"))
        r->style = arena_copy(&r->arena, xml_attribute(a, "val"));
    else if (!strcmp(name, "numId"))
        set_list(r, xml_number(a, "val", -1));
    else if (!strcmp(name, "ilvl"))
        r->level = xml_number(a, "val", -1);
}

static void
open_inline(reading *r, const char *name, const xml_attributes *a)
{
    if (!strcmp(name, "tab") || !strcmp(name, "ptab"))
        sink_text(r->sink, r->in_run ? SPAN("\t") : SPAN(""));
    else if (!strcmp(name, "br") || !strcmp(name, "cr"))
        sink_break(r->sink, 1);
    else if (!strcmp(name, "noBreakHyphen"))
        sink_text(r->sink, SPAN("-"));
    else if (!strcmp(name, "softHyphen"))
        sink_code(r->sink, 0xAD);
    else if (!strcmp(name, "sym"))
        add_symbol(r, a);
    else if (!strcmp(name, "lastRenderedPageBreak"))
        sink_page(r->sink);
    else
        open_properties(r, name, a);
}

static void
open_element(void *payload, const char *name, const xml_attributes *a)
{
    reading *r = payload;

    r->depth++;
    if (r->dropped)
        return;
    if (is_left_out(name))
        r->dropped = r->depth;
    else if (!strcmp(name, "p"))
        open_paragraph(r);
    else if (!strcmp(name, "r"))
        r->in_run = true, r->sink->font = ENCODING_UTF8;
    else if (!strcmp(name, "t"))
        r->in_text = true;
    else if (!strcmp(name, "tr"))
        sink_open_row(r->sink);
    else
        open_inline(r, name, a);
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
    } else if (!strcmp(name, "r")) {
        r->in_run = false;
    } else if (!strcmp(name, "p")) {
        bool empty = r->sink->breaks == 1;

        sink_break(r->sink, empty && !r->sink->rows ? 2 : 1);
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

    if (!r->in_text || r->dropped)
        return;
    if (!r->begun) {
        encoding font = r->sink->font;

        begin_paragraph(r);
        r->sink->font = font;
    }
    sink_text(r->sink, text);
}

/* ---- what the file says of itself ---- */

static void
open_about(void *payload, const char *name, const xml_attributes *a)
{
    reading *r = payload;

    (void)a;
    r->in_title = !strcmp(name, "title");
    r->in_pages = !strcmp(name, "Pages");
}

static void
close_about(void *payload, const char *name)
{
    reading *r = payload;

    (void)name;
    r->in_title = r->in_pages = false;
}

static void
add_about(void *payload, span text)
{
    reading *r = payload;

    if (r->in_title && r->sink->title.len + text.len < 1024)
        strbuf_add(&r->sink->title, text);
    if (r->in_pages && r->stated.len + text.len < 12)
        strbuf_add(&r->stated, text);
}

static void
read_about(reading *r, const zip *z)
{
    const xml_reader about = {open_about, close_about, add_about};
    sink ignored;

    sink_init(&ignored, 1);
    xml_read(zip_part_of(z, "docProps/core.xml"), &about, r,
        "docProps/core.xml", &ignored);
    xml_read(zip_part_of(z, "docProps/app.xml"), &about, r, "docProps/app.xml",
        &ignored);
}

/* Page breaks count only if there are as many as the file has pages. */
static void
check_pages(reading *r)
{
    long stated = r->stated.len ? strtol(r->stated.ptr, NULL, 10) : 0;
    size_t found = r->sink->pages.count;

    if (!found || stated <= 0 || (size_t)stated != found)
        r->sink->pages.count = 0;
}

static bool
is_wanted(span name)
{
    static const char *const parts[] = {"word/document.xml",
        "word/numbering.xml", "word/styles.xml", "word/footnotes.xml",
        "word/endnotes.xml", "docProps/core.xml", "docProps/app.xml"};

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (span_is(name, parts[i]))
            return true;
    }
    return false;
}

static bool
read_part(reading *r, const zip *z, const char *name)
{
    const xml_reader body = {open_element, close_element, add_text};

    r->depth = r->dropped = 0;
    r->in_run = r->in_text = false;
    return xml_read(zip_part_of(z, name), &body, r, name, r->sink);
}

static bool
read_parts(reading *r, const zip *z)
{
    static const char *const notes[] = {
        "word/footnotes.xml", "word/endnotes.xml"};

    if (!zip_part_of(z, "word/document.xml").len)
        return sink_fail(r->sink, "damaged: it has no 'word/document.xml'");
    read_about(r, z);
    sink_page(r->sink);
    if (!read_part(r, z, "word/document.xml"))
        return false;
    check_pages(r);
    for (int i = 0; i < 2; i++) {
        sink_break(r->sink, 2);
        if (zip_part_of(z, notes[i]).len && !read_part(r, z, notes[i]))
            return false;
    }
    return true;
}

bool
extract_docx(sink *s, span bytes)
{
    reading r = {.sink = s, .list = -1, .level = -1};
    zip z = {NULL, 0, NULL};
    bool well = zip_read(&z, &r.arena, bytes, is_wanted, s);

    if (well) {
        r.numbers = numbering_new(zip_part_of(&z, "word/numbering.xml"),
            zip_part_of(&z, "word/styles.xml"));
        well = read_parts(&r, &z);
    }
    numbering_free(r.numbers);
    strbuf_release(&r.number);
    strbuf_release(&r.stated);
    zip_release(&z);
    arena_release(&r.arena);
    return well;
}
