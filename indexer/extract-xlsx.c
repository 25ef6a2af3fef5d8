#include "indexer/extract-xlsx.h"

#include <math.h>
#include <stdio.h>

#include "common/base/map.h"
#include "indexer/extract-xml.h"
#include "indexer/extract-zip.h"

enum { STYLES_MAX = 65536, DAY_MOST = 2958465 /* the last of 9999 */ };

typedef struct reading {
    sink *sink;
    arena arena;
    VEC(span) strings; /* shared ones */
    VEC(span) sheets;  /* names */
    map days;          /* formats of our own that show a day */
    VEC(bool) is_day;  /* by style */
    strbuf text;       /* of the string or cell at work */
    bool in_text, in_spoken, in_styles;
    char type;    /* of the cell: 's' shared, 'n' number, 't' text, 'b' */
    size_t style; /* of the cell */
    bool begun;   /* the row has a cell */
} reading;

/* ---- shared strings ---- */

static void
open_string(void *payload, const char *name, const xml_attributes *a)
{
    reading *r = payload;

    (void)a;
    if (!strcmp(name, "si"))
        strbuf_clear(&r->text);
    else if (!strcmp(name, "rPh"))
        r->in_spoken = true;
    else if (!strcmp(name, "t"))
        r->in_text = !r->in_spoken;
}

static void
close_string(void *payload, const char *name)
{
    reading *r = payload;

    if (!strcmp(name, "si"))
        vec_push(&r->strings, arena_copy(&r->arena, strbuf_span(&r->text)));
    else if (!strcmp(name, "rPh"))
        r->in_spoken = false;
    else if (!strcmp(name, "t"))
        r->in_text = false;
}

static void
add_text(void *payload, span text)
{
    reading *r = payload;

    if (r->in_text && r->text.len < r->sink->limit)
        strbuf_add(&r->text, text);
}

/* ---- styles ---- */

/* True if a format such as "dd/mm/yyyy" shows a day; what stands in quotes or
 * brackets says nothing. */
static bool
shows_day(span format)
{
    char closing = 0;

    for (size_t i = 0; i < format.len; i++) {
        char c = format.ptr[i];

        if (closing) {
            closing = (char)(c == closing ? 0 : closing);
        } else if (c == '"' || c == '[') {
            closing = c == '"' ? '"' : ']';
        } else if (c == '\\') {
            i++;
        } else if (c == 'd' || c == 'y' || c == 'D' || c == 'Y') {
            return true;
        }
    }
    return false;
}

static void
open_style(void *payload, const char *name, const xml_attributes *a)
{
    reading *r = payload;
    span id = xml_attribute(a, "numFmtId");
    bool is_new;

    if (!strcmp(name, "numFmt")) {
        *map_put(&r->days, arena_copy(&r->arena, id), &is_new) =
            shows_day(xml_attribute(a, "formatCode"));
    } else if (!strcmp(name, "cellXfs")) {
        r->in_styles = true;
    } else if (!strcmp(name, "xf") && r->in_styles &&
               r->is_day.count < STYLES_MAX) {
        long number = xml_number(a, "numFmtId", 0);
        const size_t *own = id.len ? map_find(&r->days, id) : NULL;

        vec_push(&r->is_day,
            own ? *own != 0 : (number >= 14 && number <= 17) || number == 22);
    }
}

static void
close_style(void *payload, const char *name)
{
    reading *r = payload;

    if (!strcmp(name, "cellXfs"))
        r->in_styles = false;
}

/* ---- sheets ---- */

static void
open_book(void *payload, const char *name, const xml_attributes *a)
{
    reading *r = payload;

    if (!strcmp(name, "sheet") && r->sheets.count < ZIP_ENTRIES_MAX)
        vec_push(&r->sheets, arena_copy(&r->arena, xml_attribute(a, "name")));
}

static void
close_nothing(void *payload, const char *name)
{
    (void)payload;
    (void)name;
}

static void
open_cell(reading *r, const xml_attributes *a)
{
    span type = xml_attribute(a, "t");

    r->type = 'n';
    if (span_is(type, "s") || span_is(type, "b"))
        r->type = type.ptr[0];
    else if (type.len && !span_is(type, "n"))
        r->type = 't';
    r->style = (size_t)xml_number(a, "s", 0);
    strbuf_clear(&r->text);
}

static void
open_sheet(void *payload, const char *name, const xml_attributes *a)
{
    reading *r = payload;

    if (!strcmp(name, "row")) {
        sink_open_row(r->sink);
        r->begun = false;
    } else if (!strcmp(name, "c")) {
        open_cell(r, a);
    } else if (!strcmp(name, "rPh")) {
        r->in_spoken = true;
    } else if (!strcmp(name, "v") || !strcmp(name, "t")) {
        r->in_text = !r->in_spoken;
    }
}

/* The day that many days after the last of 1899, by the calendar that Excel
 * counts in (Hinnant's civil-from-days). */
static void
add_day(strbuf *out, long number)
{
    long z = number - 25569 + 719468, era = z / 146097, doe = z - era * 146097;
    long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    long doy = doe - (365 * yoe + yoe / 4 - yoe / 100),
         mp = (5 * doy + 2) / 153;
    long day = doy - (153 * mp + 2) / 5 + 1, month = mp < 10 ? mp + 3 : mp - 9;

    strbuf_print(
        out, "%ld/%ld/%ld", day, month, yoe + era * 400 + (month <= 2));
}

static void
add_number(reading *r, strbuf *out)
{
    double value = strtod(r->text.ptr, NULL);
    bool day = r->style < r->is_day.count && r->is_day.at[r->style];

    if (day && value >= 61 && value <= DAY_MOST)
        add_day(out, (long)value);
    else if (strspn(r->text.ptr, "-0123456789") == r->text.len)
        strbuf_add(out, strbuf_span(&r->text));
    else
        strbuf_print(out, "%.10g", value);
}

static void
close_cell(reading *r)
{
    strbuf out = STRBUF_INIT;
    span value = strbuf_span(&r->text);

    if (!value.len)
        return;
    if (r->type == 's') {
        unsigned long place = strtoul(r->text.ptr, NULL, 10);

        value = place < r->strings.count ? r->strings.at[place] : SPAN("");
    } else if (r->type == 'n') {
        add_number(r, &out);
        value = strbuf_span(&out);
    }
    if (span_trim(value).len) {
        if (r->begun)
            sink_cell(r->sink);
        r->begun = true;
        sink_text(r->sink, span_trim(value));
    }
    strbuf_release(&out);
}

static void
close_sheet(void *payload, const char *name)
{
    reading *r = payload;

    if (!strcmp(name, "row"))
        sink_close_row(r->sink);
    else if (!strcmp(name, "c"))
        close_cell(r);
    else if (!strcmp(name, "rPh"))
        r->in_spoken = false;
    else if (!strcmp(name, "v") || !strcmp(name, "t"))
        r->in_text = false;
}

static bool
is_sheet(span name)
{
    return span_starts_with(name, SPAN("xl/worksheets/")) &&
           span_ends_with(name, SPAN(".xml")) &&
           span_find(name, SPAN("_rels"), 0) == SIZE_MAX;
}

static bool
is_wanted(span name)
{
    return is_sheet(name) || span_is(name, "xl/workbook.xml") ||
           span_is(name, "xl/sharedStrings.xml") ||
           span_is(name, "xl/styles.xml");
}

static bool
read_part(reading *r, const zip *z, const char *name, const xml_reader *reader)
{
    span part = zip_part_of(z, name);

    return !part.len || xml_read(part, reader, r, name, r->sink);
}

static bool
read_parts(reading *r, const zip *z)
{
    const xml_reader book = {open_book, close_nothing, NULL};
    const xml_reader strings = {open_string, close_string, add_text};
    const xml_reader styles = {open_style, close_style, NULL};
    const xml_reader sheet = {open_sheet, close_sheet, add_text};
    size_t number = 0;

    if (!read_part(r, z, "xl/workbook.xml", &book) ||
        !read_part(r, z, "xl/sharedStrings.xml", &strings) ||
        !read_part(r, z, "xl/styles.xml", &styles))
        return false;
    for (size_t i = 0; i < z->count; i++) {
        if (!is_sheet(z->at[i].name))
            continue;
        sink_break(r->sink, 2);
        if (number < r->sheets.count && r->sheets.count > 1)
            sink_text(r->sink, r->sheets.at[number]);
        number++;
        sink_break(r->sink, 1);
        if (!xml_read(z->at[i].bytes, &sheet, r, z->at[i].name.ptr, r->sink))
            return false;
    }
    return number || sink_fail(r->sink, "damaged: it has no sheets");
}

bool
extract_xlsx(sink *s, span bytes)
{
    reading r = {.sink = s};
    zip z = {NULL, 0, NULL};
    bool well =
        zip_read(&z, &r.arena, bytes, is_wanted, s) && read_parts(&r, &z);

    zip_release(&z);
    strbuf_release(&r.text);
    vec_release(&r.strings);
    vec_release(&r.sheets);
    vec_release(&r.is_day);
    map_release(&r.days);
    arena_release(&r.arena);
    return well;
}
