#include "indexer/extract-html.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <strings.h>

#include "common/text/term.h"

enum {
    LISTS_MAX = 16,
    /* A page whose marked content is shorter has marked something else. */
    CONTENT_MIN = 200
};

typedef enum tag_kind {
    TAG_INLINE,
    TAG_LINE,  /* stands on lines of its own */
    TAG_BLOCK, /* with a blank line round it */
    TAG_BREAK,
    TAG_ITEM,
    TAG_LIST,
    TAG_NUMBERED,
    TAG_KEPT, /* white space counts */
    TAG_TITLE,
    TAG_CONTENT,
    TAG_DROPPED
} tag_kind;

static const struct tag {
    const char *name;
    tag_kind kind;
} tags[] = {
    {"address", TAG_LINE},
    {"article", TAG_CONTENT},
    {"aside", TAG_DROPPED},
    {"blockquote", TAG_BLOCK},
    {"br", TAG_BREAK},
    {"button", TAG_DROPPED},
    {"caption", TAG_LINE},
    {"center", TAG_LINE},
    {"dd", TAG_LINE},
    {"div", TAG_LINE},
    {"dl", TAG_BLOCK},
    {"dt", TAG_LINE},
    {"figcaption", TAG_LINE},
    {"figure", TAG_BLOCK},
    {"footer", TAG_LINE},
    {"form", TAG_LINE},
    {"h1", TAG_BLOCK},
    {"h2", TAG_BLOCK},
    {"h3", TAG_BLOCK},
    {"h4", TAG_BLOCK},
    {"h5", TAG_BLOCK},
    {"h6", TAG_BLOCK},
    {"header", TAG_LINE},
    {"hr", TAG_BLOCK},
    {"iframe", TAG_DROPPED},
    {"li", TAG_ITEM},
    {"main", TAG_CONTENT},
    {"nav", TAG_DROPPED},
    {"noscript", TAG_DROPPED},
    {"object", TAG_DROPPED},
    {"ol", TAG_NUMBERED},
    {"option", TAG_DROPPED},
    {"p", TAG_BLOCK},
    {"pre", TAG_KEPT},
    {"script", TAG_DROPPED},
    {"section", TAG_LINE},
    {"select", TAG_DROPPED},
    {"style", TAG_DROPPED},
    {"svg", TAG_DROPPED},
    {"table", TAG_BLOCK},
    {"td", TAG_LINE},
    {"template", TAG_DROPPED},
    {"textarea", TAG_DROPPED},
    {"th", TAG_LINE},
    {"title", TAG_TITLE},
    {"tr", TAG_LINE},
    {"ul", TAG_LIST},
};

/* Values of class, id and role that mark what surrounds the content. */
static const char *const chrome[] = {"breadcrumb", "breadcrumbs", "menu",
    "menubar", "nav", "navbar", "navigation", "pagination", "sidebar",
    "toolbar"};

typedef struct list {
    char style; /* '1', 'a', 'A', 'i', 'I'; 0: not numbered */
    unsigned next;
} list;

typedef struct page {
    htmlParserCtxtPtr parser;
    strbuf *title, *text;
    strbuf content; /* of <main> and <article> */
    size_t limit, start;
    unsigned depth, dropped, inside; /* depths at which they began, or 0 */
    size_t content_start;
    unsigned kept, breaks;
    bool blank, in_title, too_much;
    list lists[LISTS_MAX];
    unsigned list_count;
} page;

static int
compare_tag(const void *name, const void *tag)
{
    return strcasecmp(name, ((const struct tag *)tag)->name);
}

static tag_kind
kind_of(const xmlChar *name)
{
    const struct tag *found = bsearch(
        name, tags, sizeof tags / sizeof *tags, sizeof *tags, compare_tag);

    return found ? found->kind : TAG_INLINE;
}

static const char *
attribute(const xmlChar **at, const char *name)
{
    for (; at && at[0]; at += 2) {
        if (strcasecmp((const char *)at[0], name) == 0)
            return at[1] ? (const char *)at[1] : "";
    }
    return NULL;
}

static bool
has_chrome_word(const char *value)
{
    span rest = span_of(value), word;

    while (value && span_next_field(&rest, ' ', &word)) {
        for (size_t i = 0; i < sizeof chrome / sizeof *chrome; i++) {
            if (word.len == strlen(chrome[i]) &&
                strncasecmp(word.ptr, chrome[i], word.len) == 0)
                return true;
        }
    }
    return false;
}

static bool
is_hidden(const xmlChar **attributes)
{
    const char *style = attribute(attributes, "style");

    if (attribute(attributes, "hidden") ||
        (style && (strcasestr(style, "display:none") ||
                      strcasestr(style, "display: none"))))
        return true;
    return has_chrome_word(attribute(attributes, "class")) ||
           has_chrome_word(attribute(attributes, "id")) ||
           has_chrome_word(attribute(attributes, "role"));
}

static void
end_line(page *p, unsigned breaks)
{
    if (p->breaks < breaks)
        p->breaks = breaks;
    p->blank = false;
}

/* What was put off: line ends and blanks count only between words. */
static void
settle(page *p)
{
    if (p->text->len > p->start) {
        if (p->breaks)
            strbuf_add(p->text, (span){"\n\n", p->breaks > 1 ? 2 : 1});
        else if (p->blank)
            strbuf_add_char(p->text, ' ');
    }
    p->breaks = 0;
    p->blank = false;
}

static void
add_letter_number(strbuf *out, unsigned number, char first)
{
    if (number <= 26)
        strbuf_print(out, "%c) ", first + (char)(number - 1));
    else
        strbuf_print(out, "%u) ", number);
}

static void
add_roman(strbuf *out, unsigned number, bool capital)
{
    size_t start = out->len;

    if (!term_add_roman(out, number))
        strbuf_print(out, "%u", number);
    for (size_t i = start; !capital && i < out->len; i++)
        out->ptr[i] = (char)(out->ptr[i] | 0x20);
    strbuf_add_string(out, ". ");
}

static void
add_marker(page *p, const xmlChar **attributes)
{
    list *l = p->list_count ? &p->lists[p->list_count - 1] : NULL;
    const char *value = attribute(attributes, "value");

    if (!l || p->list_count > LISTS_MAX)
        return;
    settle(p);
    if (!l->style) {
        strbuf_add_string(p->text, "- ");
        return;
    }
    if (value && atoi(value) > 0)
        l->next = (unsigned)atoi(value);
    if (l->style == 'a' || l->style == 'A')
        add_letter_number(p->text, l->next, l->style);
    else if (l->style == 'i' || l->style == 'I')
        add_roman(p->text, l->next, l->style == 'I');
    else
        strbuf_print(p->text, "%u. ", l->next);
    l->next++;
}

static void
open_list(page *p, const xmlChar **attributes, bool numbered)
{
    const char *style = attribute(attributes, "type");
    const char *start = attribute(attributes, "start");
    list l = {.next = 1};

    if (numbered)
        l.style = style && strchr("aAiI", *style) && *style ? *style : '1';
    if (start && atoi(start) > 0)
        l.next = (unsigned)atoi(start);
    if (p->list_count < LISTS_MAX)
        p->lists[p->list_count] = l;
    p->list_count++;
    end_line(p, 1);
}

static void
open_content(page *p)
{
    end_line(p, 2);
    if (p->inside)
        return;
    p->inside = p->depth;
    p->content_start = p->text->len;
}

static void
start_element(void *data, const xmlChar *name, const xmlChar **attributes)
{
    page *p = data;
    tag_kind kind = kind_of(name);

    p->depth++;
    if (p->dropped)
        return;
    if (kind == TAG_DROPPED || (attributes && is_hidden(attributes))) {
        p->dropped = p->depth;
        return;
    }
    if (kind == TAG_TITLE)
        p->in_title = true;
    else if (kind == TAG_CONTENT)
        open_content(p);
    else if (kind == TAG_LIST || kind == TAG_NUMBERED)
        open_list(p, attributes, kind == TAG_NUMBERED);
    else if (kind == TAG_BREAK && p->breaks < 2)
        end_line(p, p->breaks + 1);
    else if (kind != TAG_INLINE)
        end_line(p, kind == TAG_BLOCK || kind == TAG_KEPT ? 2 : 1);
    if (kind == TAG_ITEM)
        add_marker(p, attributes);
    p->kept += kind == TAG_KEPT;
}

static void
close_content(page *p)
{
    span content = span_trim(span_from(strbuf_span(p->text), p->content_start));

    strbuf_add(&p->content, content);
    strbuf_add_string(&p->content, "\n\n");
    p->inside = 0;
    end_line(p, 2);
}

static void
end_element(void *data, const xmlChar *name)
{
    page *p = data;
    tag_kind kind = kind_of(name);
    unsigned depth = p->depth;

    p->depth -= p->depth > 0;
    if (p->dropped) {
        if (p->dropped >= depth)
            p->dropped = 0;
        return;
    }
    if (p->inside && p->inside >= depth)
        close_content(p);
    if (kind == TAG_TITLE)
        p->in_title = false;
    else if ((kind == TAG_LIST || kind == TAG_NUMBERED) && p->list_count)
        p->list_count--;
    if (kind == TAG_KEPT && p->kept)
        p->kept--;
    if (kind != TAG_INLINE && kind != TAG_BREAK)
        end_line(p, kind == TAG_BLOCK || kind == TAG_KEPT ? 2 : 1);
}

static bool
is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static void
add_text(page *p, span s)
{
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];

        if (p->kept && c == '\n') {
            end_line(p, p->breaks + 1);
        } else if (is_blank(c)) {
            p->blank = !p->breaks;
        } else {
            settle(p);
            strbuf_add_char(p->text, c);
        }
    }
}

static void
characters(void *data, const xmlChar *text, int length)
{
    page *p = data;
    span s = {(const char *)text, (size_t)length};

    if (p->dropped || p->too_much)
        return;
    if (p->in_title) {
        if (p->title->len < 4096)
            strbuf_add(p->title, s);
        return;
    }
    add_text(p, s);
    if (p->text->len - p->start > p->limit) {
        p->too_much = true;
        xmlStopParser(p->parser);
    }
}

static void
say_nothing(void *data, const char *format, ...)
{
    (void)data;
    (void)format;
}

/* The content alone, if the page marks one worth the name. */
static void
choose_content(page *p)
{
    if (p->inside)
        close_content(p);
    if (p->content.len >= CONTENT_MIN) {
        p->text->len = p->start;
        strbuf_add(p->text, strbuf_span(&p->content));
    }
    strbuf_release(&p->content);
}

bool
extract_html(
    strbuf *title, strbuf *text, span bytes, bool decoded, size_t limit)
{
    htmlParserCtxtPtr parser =
        htmlCreateMemoryParserCtxt(bytes.ptr, (int)bytes.len);
    page p = {.parser = parser,
        .title = title,
        .text = text,
        .limit = limit,
        .start = text->len};
    htmlSAXHandler handler = {.startElement = start_element,
        .endElement = end_element,
        .characters = characters,
        .ignorableWhitespace = characters};

    if (!parser)
        return true;
    xmlSetGenericErrorFunc(NULL, say_nothing);
    htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                                   HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                   (decoded ? HTML_PARSE_IGNORE_ENC : 0));
    if (decoded)
        xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
    *parser->sax = handler;
    parser->userData = &p;
    htmlParseDocument(parser);
    if (parser->errNo == XML_ERR_NO_MEMORY)
        p.too_much = true;
    choose_content(&p);
    htmlFreeParserCtxt(parser);
    return !p.too_much;
}
