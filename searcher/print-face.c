#include "searcher/print-face.h"

#include "searcher/print-label.h"
#include "searcher/print-page.h"

enum {
    LEFT = 16,
    ROOM = FACE_WIDTH - LEFT - 10,
    ABOVE = 7, /* the first line */
    BELOW = 7,
    NUMBER_LINES = 2,
    ORIGIN_LINES = 2
};

static const struct {
    double size, step;
    bool bold;
} looks[] = {
    [FACE_KIND] = {11, 14, true},
    [FACE_NUMBER] = {13, 16, true},
    [FACE_ORIGIN] = {11, 14, false},
    [FACE_TITLE] = {11, 13.5, false},
    [FACE_ABSENT] = {10.5, 15, false},
    [FACE_STATUS] = {10.5, 16, false},
};

static const print_style style = {.vietnamese = true};

static bool
is_known(const tracuu_document *d)
{
    return d->status[0] && strcmp(d->status, "unknown") != 0;
}

/* ---- words ---- */

static void
add_line(face *f, span text, face_look look)
{
    if (f->count == FACE_LINES || !text.len)
        return;
    f->lines[f->count++] = (face_line){text, look};
    f->height += looks[look].step;
}

/* Appends `text` in at most `most` lines. */
static void
add_lines(face *f, arena *a, span text, face_look look, unsigned most)
{
    double size = looks[look].size;
    bool bold = looks[look].bold;
    span rest = span_trim(text);

    for (unsigned i = 0; i + 1 < most && rest.len; i++)
        add_line(
            f, arena_copy(a, print_label_take(&rest, size, bold, ROOM)), look);
    if (rest.len) {
        strbuf last = STRBUF_INIT;

        print_label_last(&last, rest, size, bold, ROOM);
        add_line(f, arena_copy(a, strbuf_span(&last)), look);
        strbuf_release(&last);
    }
}

/* The whole name on one line, else the kind above the number; what has
 * neither is named by its title, which stands below. */
static void
add_name(face *f, arena *a)
{
    const tracuu_document *d = f->document;
    strbuf name = STRBUF_INIT;
    double width;

    print_page_name(&name, d);
    width =
        print_label_width(strbuf_span(&name), looks[FACE_NUMBER].size, true);
    if (span_equal(strbuf_span(&name), span_of(d->title))) {
        add_line(f, span_of(d->news ? "Tin, bài" : "Văn bản"), FACE_NUMBER);
    } else if (width <= ROOM || !d->number[0]) {
        add_lines(f, a, strbuf_span(&name), FACE_NUMBER, NUMBER_LINES);
    } else {
        span whole = strbuf_span(&name), number = span_of(d->number);

        add_lines(
            f, a, span_slice(whole, 0, whole.len - number.len), FACE_KIND, 1);
        add_lines(f, a, number, FACE_NUMBER, NUMBER_LINES);
    }
    strbuf_release(&name);
}

void
print_face_read(
    face *out, arena *a, const tracuu_document *d, unsigned title_lines)
{
    strbuf text = STRBUF_INIT;

    *out = (face){.document = d, .height = ABOVE + BELOW};
    add_name(out, a);
    print_page_date(&text, &style, d->date);
    strbuf_print(
        &text, "%s%s", text.len && d->issuer[0] ? " · " : "", d->issuer);
    add_lines(out, a, strbuf_span(&text), FACE_ORIGIN, ORIGIN_LINES);
    add_lines(out, a, span_of(d->title), FACE_TITLE, title_lines);
    if (d->stub)
        add_line(out, SPAN("chưa có văn bản"), FACE_ABSENT);
    if (is_known(d))
        add_line(
            out, span_of(print_page_status(&style, d->status)), FACE_STATUS);
    strbuf_release(&text);
}

/* ---- status ---- */

typedef struct status_face {
    const char *code, *colour;
    const char *mark; /* around 0,0 */
} status_face;

static const status_face *
status_face_of(const char *status)
{
    static const status_face all[] = {
        {"in_force", "#2e7d32", "<circle r=\"3.6\"/>"},
        {"amended", "#b26a00", "<path d=\"M-4 4L0 -4L4 4z\"/>"},
        {"partly_expired", "#b26a00",
            "<circle r=\"3.4\" fill=\"#ffffff\" stroke=\"#b26a00\" "
            "stroke-width=\"1.2\"/><path d=\"M0 -3.4a3.4 3.4 0 0 1 0 6.8z\"/>"},
        {"expired", "#b71c1c",
            "<path d=\"M-3.4 -3.4L3.4 3.4M-3.4 3.4L3.4 -3.4\" "
            "stroke=\"#b71c1c\" stroke-width=\"2\"/>"},
        {"suspended", "#b71c1c",
            "<path d=\"M-3.4 -3.6h2.4v7.2h-2.4zM1 -3.6h2.4v7.2h-2.4z\"/>"},
        {"pending", "#b26a00",
            "<circle r=\"3.2\" fill=\"#ffffff\" stroke=\"#b26a00\" "
            "stroke-width=\"1.4\"/>"},
    };
    static const status_face unknown = {"", "#78909c", ""};

    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        if (!strcmp(all[i].code, status))
            return &all[i];
    }
    return &unknown;
}

const char *
print_face_colour(const char *status)
{
    return status_face_of(status)->colour;
}

void
print_face_mark(strbuf *out, const char *status, double x, double y)
{
    const status_face *s = status_face_of(status);

    if (s->mark[0])
        strbuf_print(out,
            "<g transform=\"translate(%.1f %.1f)\" fill=\"%s\">%s</g>\n", x, y,
            s->colour, s->mark);
}

/* ---- the box ---- */

static void
put_frame(strbuf *out, const tracuu_document *d, double x, double y,
    double height, bool asked)
{
    strbuf_print(out,
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%d\" height=\"%.1f\" rx=\"4\" "
        "fill=\"%s\" stroke=\"%s\" stroke-width=\"%s\"%s/>\n",
        x, y, FACE_WIDTH, height, asked ? "#fff8e1" : "#ffffff",
        asked ? "#000000" : "#607d8b", asked ? "3" : "1",
        d->stub ? " stroke-dasharray=\"5 3\"" : "");
    if (d->stub)
        return;
    strbuf_print(out,
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"5\" height=\"%.1f\" "
        "fill=\"%s\"/>\n",
        x + 4, y + 6, height - 12, print_face_colour(d->status));
}

static void
put_status(strbuf *out, const face *f, span text, double x, double y)
{
    const char *status = f->document->status;
    strbuf look = STRBUF_INIT;

    strbuf_print(
        &look, " font-style=\"italic\" fill=\"%s\"", print_face_colour(status));
    print_face_mark(out, status, x + 5, y - 3.8);
    print_label_put(out, x + 14, y, looks[FACE_STATUS].size, look.ptr, text);
    strbuf_release(&look);
}

static const char *
attributes_of(const tracuu_document *d, face_look look)
{
    switch (look) {
    case FACE_KIND:
        return " font-weight=\"bold\"";
    case FACE_NUMBER:
        return strcmp(d->status, "expired")
                   ? " font-weight=\"bold\""
                   : " font-weight=\"bold\" text-decoration=\"line-through\"";
    case FACE_ORIGIN:
        return " fill=\"#37474f\"";
    case FACE_ABSENT:
        return " font-style=\"italic\" fill=\"#546e7a\"";
    default:
        return "";
    }
}

/* The last lines stand at the bottom, the others at the top. */
static void
put_words(strbuf *out, const face *f, double x, double y, double height)
{
    double at = y + ABOVE;

    for (unsigned i = 0; i < f->count; i++) {
        const face_line *line = &f->lines[i];

        if (line->look >= FACE_ABSENT &&
            (!i || f->lines[i - 1].look < FACE_ABSENT))
            at += height - f->height;
        at += looks[line->look].step;
        if (line->look == FACE_STATUS)
            put_status(out, f, line->text, x + LEFT, at - 3);
        else
            print_label_put(out, x + LEFT, at - 3, looks[line->look].size,
                attributes_of(f->document, line->look), line->text);
    }
}

void
print_face_put(
    strbuf *out, const face *f, double x, double y, double height, bool asked)
{
    const tracuu_document *d = f->document;
    strbuf address = STRBUF_INIT;
    bool linked = print_label_address(&address, d);

    if (linked)
        strbuf_print(
            out, "<a href=\"%.*s\">\n", SPAN_PRINT(strbuf_span(&address)));
    strbuf_add_string(out, "<g><title>");
    print_label_escape(out, span_of(d->title[0] ? d->title : d->id));
    strbuf_add_string(out, "</title>\n");
    put_frame(out, d, x, y, height, asked);
    put_words(out, f, x, y, height);
    strbuf_add_string(out, linked ? "</g></a>\n" : "</g>\n");
    strbuf_release(&address);
}
