#include "searcher/server/page-html.h"

#include <assert.h>

#include "searcher/print-page.h"

void
html_begin(html *h, strbuf *out)
{
    *h = (html){.out = out};
    strbuf_add_string(out, "<!doctype html>\n");
}

/* ---- escaping ---- */

static const char *
entity(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

static void
escape(strbuf *out, span text)
{
    strbuf safe = STRBUF_INIT;
    size_t from = 0;

    print_page_safe(&safe, text);
    for (size_t i = 0; i < safe.len; i++) {
        const char *name = entity(safe.ptr[i]);

        if (!name)
            continue;
        strbuf_add(out, (span){safe.ptr + from, i - from});
        strbuf_add_string(out, name);
        from = i + 1;
    }
    if (safe.len)
        strbuf_add(out, (span){safe.ptr + from, safe.len - from});
    strbuf_release(&safe);
}

/* ---- elements ---- */

static void
begin(html *h, const char *tag, va_list list)
{
    const char *name;

    strbuf_add_char(h->out, '<');
    strbuf_add_string(h->out, tag);
    while ((name = va_arg(list, const char *))) {
        const char *value = va_arg(list, const char *);

        if (!value)
            continue;
        strbuf_add_char(h->out, ' ');
        strbuf_add_string(h->out, name);
        if (!*value)
            continue;
        strbuf_add_string(h->out, "=\"");
        escape(h->out, span_of(value));
        strbuf_add_char(h->out, '"');
    }
    strbuf_add_char(h->out, '>');
}

static void
push(html *h, const char *tag)
{
    assert(h->depth < HTML_DEPTH);
    h->open[h->depth++] = tag;
}

void
html_open(html *h, const char *tag, ...)
{
    va_list list;

    va_start(list, tag);
    begin(h, tag, list);
    va_end(list);
    push(h, tag);
}

/* Elements that stand for a block end their line, so that a page can be read
 * as it is sent. */
void
html_close(html *h)
{
    static const char *const blocks[] = {"p", "li", "ul", "ol", "div", "main",
        "section", "article", "form", "header", "footer", "nav", "h1", "h2",
        "h3", "head", "title", "script", "dd", "aside", "g", "path"};
    const char *tag;

    assert(h->depth > 0);
    tag = h->open[--h->depth];
    strbuf_add_string(h->out, "</");
    strbuf_add_string(h->out, tag);
    strbuf_add_char(h->out, '>');
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
        if (!strcmp(tag, blocks[i])) {
            strbuf_add_char(h->out, '\n');
            break;
        }
}

void
html_void(html *h, const char *tag, ...)
{
    va_list list;

    va_start(list, tag);
    begin(h, tag, list);
    va_end(list);
}

void
html_leaf(html *h, const char *tag, const char *text, ...)
{
    va_list list;

    va_start(list, text);
    begin(h, tag, list);
    va_end(list);
    push(h, tag);
    html_text(h, text);
    html_close(h);
}

/* ---- text ---- */

void
html_span(html *h, span text)
{
    escape(h->out, text);
}

void
html_text(html *h, const char *text)
{
    escape(h->out, span_of(text));
}

void
html_marked(html *h, const char *text, const tracuu_range *marks, size_t count)
{
    span all = span_of(text);
    size_t at = 0;

    for (size_t i = 0; i < count; i++) {
        tracuu_range r = marks[i];

        if (r.start < at || r.end > all.len || r.start >= r.end)
            continue;
        html_span(h, span_slice(all, at, r.start));
        /* What stands side by side is one mark. */
        while (i + 1 < count && marks[i + 1].end <= all.len &&
               marks[i + 1].start == r.end + 1 && all.ptr[r.end] == ' ')
            r.end = marks[++i].end;
        html_open(h, "mark", NULL);
        html_span(h, span_slice(all, r.start, r.end));
        html_close(h);
        at = r.end;
    }
    html_span(h, span_from(all, at));
}

void
html_drawing(html *h, span svg)
{
    size_t start = span_find(svg, SPAN("<svg"), 0);

    if (start < svg.len)
        strbuf_add(h->out, span_from(svg, start));
}
