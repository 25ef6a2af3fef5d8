#include "indexer/extract-eml.h"

#include "indexer/extract-file.h"
#include "indexer/extract-html.h"
#include "indexer/extract-mime.h"

typedef struct message {
    sink *sink;
    arena arena;
    unsigned parts;
} message;

/* One part: its headers, and its body as it stands. */
typedef struct part {
    span type, transfer, disposition;
    span body;
} part;

static span
cut_headers(span bytes, span *headers)
{
    span rest = bytes, line;

    while (span_next_line(&rest, &line) && line.len)
        continue;
    *headers = span_slice(bytes, 0, bytes.len - rest.len);
    return rest;
}

static part
read_part(message *m, span bytes)
{
    span headers;
    part p = {.body = cut_headers(bytes, &headers)};

    p.type = mime_header(&m->arena, headers, "Content-Type");
    p.transfer = mime_header(&m->arena, headers, "Content-Transfer-Encoding");
    p.disposition = mime_header(&m->arena, headers, "Content-Disposition");
    return p;
}

static void
add_lines(sink *s, span text)
{
    span line;

    while (span_next_line(&text, &line)) {
        sink_text(s, line);
        sink_break(s, span_trim(line).len ? 1 : 2);
    }
}

static void
add_page(sink *s, span page)
{
    strbuf title = STRBUF_INIT, text = STRBUF_INIT;

    if (!extract_html(&title, &text, page, true, s->limit))
        s->too_much = true;
    add_lines(s, strbuf_span(&text));
    strbuf_release(&title);
    strbuf_release(&text);
}

static void
add_text(message *m, const part *p)
{
    strbuf bytes = STRBUF_INIT, text = STRBUF_INIT;

    mime_decode(&bytes, p->body, p->transfer);
    mime_text(&text, strbuf_span(&bytes), mime_parameter(p->type, "charset"));
    if (mime_is(p->type, "text/html"))
        add_page(m->sink, strbuf_span(&text));
    else
        add_lines(m->sink, strbuf_span(&text));
    sink_break(m->sink, 2);
    strbuf_release(&bytes);
    strbuf_release(&text);
}

/* A document that is attached; one that cannot be read is only named. */
static void
add_attached(message *m, const part *p)
{
    span name = mime_parameter(p->disposition, "filename");
    strbuf bytes = STRBUF_INIT, words = STRBUF_INIT;
    file_kind type;
    sink inner;

    if (!name.len)
        name = mime_parameter(p->type, "name");
    sink_init(&inner, m->sink->limit);
    mime_decode(&bytes, p->body, p->transfer);
    type = kind_of_file(strbuf_span(&bytes));
    mime_words(&words, name);
    sink_break(m->sink, 2);
    sink_text(m->sink, strbuf_span(&words));
    sink_break(m->sink, 2);
    if (type != KIND_ZIP && type != KIND_EML && type != KIND_TEXT &&
        type != KIND_OTHER && extract_file(&inner, strbuf_span(&bytes), false))
        add_lines(m->sink, strbuf_span(&inner.text));
    m->sink->found |= inner.found;
    sink_release(&inner);
    strbuf_release(&bytes);
    strbuf_release(&words);
}

/* The next piece between two lines of the boundary; false at the end. */
static bool
next_piece(span *rest, span boundary, span *piece)
{
    size_t start = 0, at = 0;

    if (!rest->len)
        return false;
    while (at < rest->len) {
        span line = span_from(*rest, at), after;
        size_t end = span_find(line, SPAN("\n"), 0);
        size_t length = end == SIZE_MAX ? line.len : end + 1;

        if (span_starts_with(line, SPAN("--")) &&
            span_starts_with(span_from(line, 2), boundary)) {
            after = span_from(line, 2 + boundary.len);
            *piece = span_slice(*rest, start, at);
            *rest = span_starts_with(after, SPAN("--"))
                        ? (span){NULL, 0}
                        : span_from(*rest, at + length);
            return true;
        }
        at += length;
    }
    *piece = *rest;
    *rest = (span){NULL, 0};
    return true;
}

static bool
is_shown(const part *p)
{
    return !p->type.len || mime_is(p->type, "text/plain") ||
           mime_is(p->type, "text/html");
}

static void add_part(message *m, span bytes, unsigned depth);

/* Of several forms of one text the first that is plain, else the last. */
static void
add_alternative(message *m, span body, span boundary, unsigned depth)
{
    span rest = body, piece, best = {NULL, 0};

    next_piece(&rest, boundary, &piece);
    while (m->parts < EML_PARTS_MAX && next_piece(&rest, boundary, &piece)) {
        part p = read_part(m, piece);

        m->parts++;
        best = piece;
        if (mime_is(p.type, "text/plain"))
            break;
    }
    if (best.len)
        add_part(m, best, depth + 1);
}

static void
add_many(message *m, span body, span boundary, unsigned depth)
{
    span rest = body, piece;

    next_piece(&rest, boundary, &piece); /* what stands before the first */
    while (m->parts < EML_PARTS_MAX && !m->sink->too_much &&
           next_piece(&rest, boundary, &piece))
        add_part(m, piece, depth + 1);
}

static void
add_part(message *m, span bytes, unsigned depth)
{
    part p = read_part(m, bytes);
    span boundary = mime_parameter(p.type, "boundary");

    m->parts++;
    if (mime_is(p.type, "multipart/")) {
        if (depth >= EML_DEPTH || !boundary.len)
            return;
        if (mime_is(p.type, "multipart/alternative"))
            add_alternative(m, p.body, boundary, depth);
        else
            add_many(m, p.body, boundary, depth);
    } else if (mime_is(p.type, "message/rfc822")) {
        if (depth < EML_DEPTH)
            add_part(m, p.body, depth + 1);
    } else if (mime_is(p.disposition, "attachment") || !is_shown(&p)) {
        add_attached(m, &p);
    } else {
        add_text(m, &p);
    }
}

static void
add_header(message *m, span headers, const char *name)
{
    strbuf words = STRBUF_INIT;

    mime_words(&words, mime_header(&m->arena, headers, name));
    if (words.len) {
        sink_text(m->sink, span_of(name));
        sink_text(m->sink, SPAN(": "));
        sink_text(m->sink, strbuf_span(&words));
        sink_break(m->sink, 1);
    }
    if (!strcmp(name, "Subject") && words.len < 1024)
        strbuf_add(&m->sink->title, strbuf_span(&words));
    strbuf_release(&words);
}

bool
extract_eml(sink *s, span bytes)
{
    static const char *const names[] = {"From", "To", "Date", "Subject"};
    message m = {.sink = s};
    span headers, body = cut_headers(bytes, &headers);

    if (!body.len)
        return sink_fail(s, "damaged: the message ends in its head");
    if (!mime_header(&m.arena, headers, "Snapshot-Content-Location").len) {
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            add_header(&m, headers, names[i]);
        sink_break(s, 2);
    }
    add_part(&m, bytes, 0);
    arena_release(&m.arena);
    return true;
}
