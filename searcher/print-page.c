#include "searcher/print-page.h"

#include <ctype.h>
#include <stdio.h>

enum { WIDTH = 80, WIDTH_LEAST = 30 };

/* ---- characters ---- */

/* The code point at the front of `s`, `*used` its bytes; U+FFFD for what is
 * none. */
static uint32_t
next_point(span s, size_t *used)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    unsigned char c = (unsigned char)s.ptr[0];
    size_t len = c < 0x80 ? 1 : c < 0xC2 ? 0 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    uint32_t point = len == 1 ? c : c & (0xFFu >> (len + 1));

    *used = 1;
    if (len == 0 || len > s.len || c > 0xF4)
        return 0xFFFD;
    for (size_t i = 1; i < len; i++) {
        if (((unsigned char)s.ptr[i] & 0xC0) != 0x80)
            return 0xFFFD;
        point = point << 6 | ((unsigned char)s.ptr[i] & 0x3F);
    }
    if (point < least[len] || point > 0x10FFFF ||
        (point >= 0xD800 && point <= 0xDFFF))
        return 0xFFFD;
    *used = len;
    return point;
}

/* Characters that a terminal obeys, or that turn what stands around them. */
static bool
is_control(uint32_t p)
{
    return p < 0x20 || (p >= 0x7F && p < 0xA0) || p == 0x061C ||
           (p >= 0x200E && p <= 0x200F) || (p >= 0x2028 && p <= 0x202E) ||
           (p >= 0x2066 && p <= 0x2069) || p == 0xFEFF || p == 0xFFFE ||
           p == 0xFFFF;
}

static bool
takes_no_column(uint32_t p)
{
    return (p >= 0x300 && p <= 0x36F) || (p >= 0x200B && p <= 0x200F) ||
           (p >= 0xFE00 && p <= 0xFE0F) || (p >= 0x20D0 && p <= 0x20FF);
}

static bool
takes_two_columns(uint32_t p)
{
    return (p >= 0x1100 && p <= 0x115F) || (p >= 0x2E80 && p <= 0xA4CF) ||
           (p >= 0xAC00 && p <= 0xD7A3) || (p >= 0xF900 && p <= 0xFAFF) ||
           (p >= 0xFF00 && p <= 0xFF60) || (p >= 0x1F300 && p <= 0x1FAFF) ||
           (p >= 0x20000 && p <= 0x3FFFD);
}

void
print_page_safe(strbuf *out, span s)
{
    while (s.len) {
        size_t used;
        uint32_t point = next_point(s, &used);

        if (is_control(point))
            strbuf_add_char(out, ' ');
        else if (point == 0xFFFD)
            strbuf_add_string(out, "\xEF\xBF\xBD");
        else
            strbuf_add(out, span_slice(s, 0, used));
        s = span_from(s, used);
    }
}

size_t
print_page_columns(span s)
{
    size_t columns = 0;

    while (s.len) {
        size_t used;
        uint32_t point = next_point(s, &used);

        columns += takes_no_column(point)     ? 0
                   : takes_two_columns(point) ? 2
                                              : 1;
        s = span_from(s, used);
    }
    return columns;
}

void
print_page_spaces(strbuf *out, size_t count)
{
    while (count--)
        strbuf_add_char(out, ' ');
}

/* ---- looks ---- */

void
print_page_look(strbuf *out, const print_style *s, page_look look)
{
    static const char *const codes[] = {
        [PAGE_PLAIN] = "\033[0m",
        [PAGE_BOLD] = "\033[1m",
        [PAGE_DIM] = "\033[2m",
        [PAGE_TITLE] = "\033[1;36m",
        [PAGE_GOOD] = "\033[32m",
        [PAGE_CHANGED] = "\033[33m",
        [PAGE_ENDED] = "\033[31m",
    };

    if (s->colour)
        strbuf_add_string(out, codes[look]);
}

void
print_page_put(
    strbuf *out, const print_style *s, page_look look, const char *text)
{
    if (look != PAGE_PLAIN)
        print_page_look(out, s, look);
    print_page_safe(out, span_of(text));
    if (look != PAGE_PLAIN)
        print_page_look(out, s, PAGE_PLAIN);
}

/* ---- lines ---- */

static bool
is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* Appends text[start, end), bold where a range says so; `*range` goes on
 * behind the ranges that are over. */
static void
put_word(strbuf *out, const print_style *s, span text, size_t start, size_t end,
    const tracuu_range *bold, size_t count, size_t *range)
{
    while (start < end) {
        size_t stop = end;
        bool inside;

        while (*range < count && bold[*range].end <= start)
            ++*range;
        inside = *range < count && bold[*range].start <= start;
        if (inside && bold[*range].end < stop)
            stop = bold[*range].end;
        if (!inside && *range < count && bold[*range].start < stop)
            stop = bold[*range].start;
        if (inside)
            print_page_look(out, s, PAGE_BOLD);
        print_page_safe(out, span_slice(text, start, stop));
        if (inside)
            print_page_look(out, s, PAGE_PLAIN);
        start = stop;
    }
}

void
print_page_wrap(strbuf *out, const print_style *s, span text,
    const tracuu_range *bold, size_t count, size_t indent, size_t column)
{
    size_t width = s->width ? s->width : WIDTH, at = 0, range = 0;
    bool first = true;

    if (width < indent + WIDTH_LEAST)
        width = indent + WIDTH_LEAST;
    while (at < text.len) {
        size_t end, columns;

        while (at < text.len && is_blank(text.ptr[at]))
            at++;
        for (end = at; end < text.len && !is_blank(text.ptr[end]);)
            end++;
        if (end == at)
            break;
        columns = print_page_columns(span_slice(text, at, end));
        if (!first && column + 1 + columns > width) {
            strbuf_add_char(out, '\n');
            print_page_spaces(out, indent);
            column = indent;
        } else if (!first) {
            strbuf_add_char(out, ' ');
            column++;
        }
        put_word(out, s, text, at, end, bold, count, &range);
        column += columns;
        at = end;
        first = false;
    }
    strbuf_add_char(out, '\n');
}

/* ---- words ---- */

const char *
print_page_say(
    const print_style *s, const char *vietnamese, const char *english)
{
    return s->vietnamese ? vietnamese : english;
}

void
print_page_partial(strbuf *out, const print_style *s, bool partial)
{
    if (partial)
        strbuf_add_string(
            out, print_page_say(s, "Hết thời gian: mới xem được một phần.\n",
                     "Out of time: only a part was looked at.\n"));
}

void
print_page_date(strbuf *out, const print_style *s, const char *iso)
{
    unsigned year = 0, month = 0, day = 0;
    int parts = sscanf(iso, "%4u-%2u-%2u", &year, &month, &day);

    if (!s->vietnamese || parts < 2)
        print_page_safe(out, span_of(iso));
    else if (parts == 2)
        strbuf_print(out, "%u/%u", month, year);
    else
        strbuf_print(out, "%02u/%02u/%u", day, month, year);
}

typedef struct status_words {
    const char *code, *vietnamese, *english;
    page_look look;
} status_words;

static const status_words *
status_about(const char *code)
{
    static const status_words all[] = {
        {"in_force", "còn hiệu lực", "in force", PAGE_GOOD},
        {"expired", "hết hiệu lực", "no longer in force", PAGE_ENDED},
        {"partly_expired", "hết hiệu lực một phần", "partly expired",
            PAGE_CHANGED},
        {"amended", "còn hiệu lực, đã được sửa đổi", "in force, amended",
            PAGE_CHANGED},
        {"suspended", "ngưng hiệu lực", "suspended", PAGE_ENDED},
        {"pending", "chưa có hiệu lực", "not yet in force", PAGE_CHANGED},
        {"unknown", "chưa rõ hiệu lực", "not known", PAGE_PLAIN},
    };

    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        if (!strcmp(all[i].code, code))
            return &all[i];
    }
    return NULL;
}

const char *
print_page_status(const print_style *s, const char *code)
{
    const status_words *words = status_about(code);

    return words ? print_page_say(s, words->vietnamese, words->english) : code;
}

page_look
print_page_status_look(const char *code)
{
    const status_words *words = status_about(code);

    return words ? words->look : PAGE_PLAIN;
}

/* The kind with its first letter as a capital, which is one byte or "Đ". */
static void
add_kind(strbuf *out, const char *kind)
{
    if (!strncmp(kind, "đ", sizeof "đ" - 1)) {
        strbuf_add_string(out, "Đ");
        kind += sizeof "đ" - 1;
    } else if (*kind) {
        strbuf_add_char(out, (char)toupper((unsigned char)*kind));
        kind++;
    }
    strbuf_add_string(out, kind);
}

void
print_page_name(strbuf *out, const tracuu_document *d)
{
    size_t start = out->len;

    add_kind(out, d->kind);
    if (d->number[0]) {
        if (out->len > start)
            strbuf_add_char(out, ' ');
        strbuf_add_string(out, d->number);
    } else if (d->article[0] && d->part_of[0]) {
        out->len = start;
        strbuf_print(out, "Điều %s, %s", d->article, d->part_of);
    } else if (out->len == start) {
        strbuf_add_string(out, d->title[0] ? d->title : d->id);
    }
}
