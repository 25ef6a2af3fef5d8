#include "searcher/print-label.h"

#include "common/text/utf8.h"
#include "searcher/print-page.h"

/* ---- widths ---- */

/* Of U+0020 to U+007E, in hundredths of the size. */
static const unsigned char narrow_widths[] = {32, 41, 46, 84, 64, 96, 78, 28,
    40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34,
    34, 84, 84, 84, 54, 100, 69, 69, 70, 78, 64, 58, 78, 76, 30, 30, 66, 56, 87,
    75, 79, 61, 79, 70, 64, 62, 74, 69, 99, 69, 62, 69, 40, 34, 40, 84, 50, 50,
    62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53,
    40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84};

#define CAPITAL 0.76
#define SMALL 0.64
#define THIN 0.32
#define BOLD 1.12

/* Letters with marks are as wide as those without, near enough; from U+0100
 * on capitals have the even numbers, but for ư. */
static double
em_of(uint32_t c)
{
    if (c < 0x20)
        return 0;
    if (c < 0x7F)
        return narrow_widths[c - 0x20] / 100.0;
    if (c >= 0x300 && c < 0x370)
        return 0;
    if (c == 0xEC || c == 0xED || c == 0x129 || c == 0x1EC9 || c == 0x1ECB ||
        c == 0xB7)
        return THIN;
    if (c == 0x1AF || (c >= 0xC0 && c < 0xDF))
        return CAPITAL;
    if ((c >= 0x100 && c < 0x1AF && c % 2 == 0) ||
        (c >= 0x1EA0 && c < 0x1EFA && c % 2 == 0))
        return CAPITAL;
    return c < 0x2000 ? SMALL : 1;
}

double
print_label_width(span text, double size, bool bold)
{
    double em = 0;

    for (size_t at = 0; at < text.len;)
        em += em_of(utf8_next(text, &at));
    return em * size * (bold ? BOLD : 1);
}

/* ---- lines ---- */

/* The end of the word that starts at `at`. */
static size_t
word_end(span text, size_t at)
{
    while (at < text.len && text.ptr[at] == ' ')
        at++;
    while (at < text.len && text.ptr[at] != ' ')
        at++;
    return at;
}

/* How much of a word that is wider than the line goes on it. */
static size_t
break_word(span word, double size, bool bold, double room)
{
    size_t at = 0, end = 0, good = 0;

    while (at < word.len) {
        uint32_t c = utf8_next(word, &at);

        if (end &&
            print_label_width(span_slice(word, 0, at), size, bold) > room)
            break;
        end = at;
        if (c == '/' || c == '-')
            good = at;
    }
    return good && end < word.len ? good : end;
}

span
print_label_take(span *rest, double size, bool bold, double room)
{
    size_t end = 0, next;
    span line;

    *rest = span_trim(*rest);
    while (end < rest->len) {
        next = word_end(*rest, end);
        if (print_label_width(span_slice(*rest, 0, next), size, bold) > room)
            break;
        end = next;
    }
    if (!end && rest->len)
        end = break_word(
            span_slice(*rest, 0, word_end(*rest, 0)), size, bold, room);
    line = span_slice(*rest, 0, end);
    *rest = span_trim(span_from(*rest, end));
    return line;
}

void
print_label_last(strbuf *out, span rest, double size, bool bold, double room)
{
    double dots = print_label_width(SPAN(" …"), size, bold);
    span left = rest, line = print_label_take(&left, size, bold, room);

    if (left.len) {
        left = rest;
        line = print_label_take(&left, size, bold, room - dots);
    }
    strbuf_add(out, line);
    if (left.len)
        strbuf_add_string(out, " …");
}

/* ---- XML ---- */

void
print_label_escape(strbuf *out, span text)
{
    strbuf safe = STRBUF_INIT;

    print_page_safe(&safe, text);
    for (size_t i = 0; i < safe.len; i++) {
        switch (safe.ptr[i]) {
        case '&':
            strbuf_add_string(out, "&amp;");
            break;
        case '<':
            strbuf_add_string(out, "&lt;");
            break;
        case '>':
            strbuf_add_string(out, "&gt;");
            break;
        case '"':
            strbuf_add_string(out, "&quot;");
            break;
        default:
            strbuf_add_char(out, safe.ptr[i]);
        }
    }
    strbuf_release(&safe);
}

void
print_label_put(
    strbuf *out, double x, double y, double size, const char *look, span text)
{
    strbuf_print(out, "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%g\"%s>", x, y,
        size, look);
    print_label_escape(out, text);
    strbuf_add_string(out, "</text>\n");
}

/* ---- addresses ---- */

/* Bytes that an address has as they are (RFC 3986); the others are written
 * with "%", which a web address must not have done twice. */
static void
add_address(strbuf *out, span text, const char *kept)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');

        if (letter || (c >= '0' && c <= '9') || (c && strchr(kept, c)))
            strbuf_add_char(out, text.ptr[i]);
        else
            strbuf_print(out, "%%%02X", c);
    }
}

bool
print_label_address(strbuf *out, const tracuu_document *d)
{
    span url = span_of(d->url);
    strbuf plain = STRBUF_INIT;

    if (span_starts_with(url, SPAN("https://")) ||
        span_starts_with(url, SPAN("http://"))) {
        add_address(&plain, url, "-._~/:?#[]@!$&()*+,;=%");
    } else if (url.len > 1 && url.ptr[0] == '/' && url.ptr[1] != '/') {
        add_address(&plain, url, "-._~/:?#[]@!$&()*+,;=%");
    } else if (d->path[0] == '/') {
        strbuf_add_string(&plain, "file://");
        add_address(&plain, span_of(d->path), "-._~/");
    } else {
        return false;
    }
    print_label_escape(out, strbuf_span(&plain));
    strbuf_release(&plain);
    return true;
}
