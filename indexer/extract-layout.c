#include "indexer/extract-layout.h"

#include <math.h>
#include <stdlib.h>

#include "common/base/hash.h"
#include "common/text/unicode.h"
#include "common/text/utf8.h"

enum {
    HEADER_MAX = 160,  /* bytes */
    REPEATED_LEAST = 3 /* pages that bear a header */
};

/* Of the height of a page: where headers and footers are. */
static const float EDGE = 0.12F;

typedef struct repeat {
    uint64_t hash; /* of the line without its digits and blanks */
    long y;        /* of its middle, in steps */
    size_t line, page;
} repeat;

typedef VEC(repeat) repeat_list;

void
layout_release(layout *l)
{
    strbuf_release(&l->text);
    vec_release(&l->runs);
    vec_release(&l->lines);
    vec_release(&l->heights);
}

static span
text_of(const layout *l, const layout_line *line)
{
    return span_slice(strbuf_span(&l->text), line->start, line->end);
}

/* ---- headers and footers ---- */

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static uint64_t
hash_without_digits(span s)
{
    uint64_t hash = HASH_START;

    for (size_t i = 0; i < s.len; i++) {
        if (!is_digit(s.ptr[i]) && s.ptr[i] != ' ')
            hash = hash_add(hash, span_slice(s, i, i + 1));
    }
    return hash;
}

/* "3", "- 3 -", "3/20", "Trang 3", "iv": little beside digits. */
static bool
is_page_number(span s)
{
    size_t digits = 0, others = 0;

    s = span_trim(s);
    if (s.len > 24)
        return false;
    for (size_t at = 0; at < s.len;) {
        uint32_t c = utf8_next(s, &at);

        if (c < 0x80 && is_digit((char)c))
            digits++;
        else if (c != ' ' && c != '-' && c != 0x2013 && c != '|')
            others++;
    }
    if (digits && digits <= 4 && !others)
        return true;
    return digits && digits <= 8 &&
           (span_starts_with(s, SPAN("Trang ")) ||
               span_starts_with(s, SPAN("Page ")) ||
               (others == 1 && span_find(s, SPAN("/"), 0) != SIZE_MAX));
}

static bool
is_at_edge(const layout *l, const layout_line *line)
{
    float height = l->heights.at[line->page];

    return line->y1 < height * EDGE || line->y0 > height * (1 - EDGE);
}

static int
by_hash(const void *a, const void *b)
{
    const repeat *x = a, *y = b;

    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    if (labs(x->y - y->y) > 1)
        return x->y < y->y ? -1 : 1;
    return x->page < y->page ? -1 : x->page > y->page;
}

static size_t
pages_of(const repeat_list *all, size_t start, size_t end)
{
    size_t count = 0;

    for (size_t i = start; i < end; i++)
        count += i == start || all->at[i].page != all->at[i - 1].page;
    return count;
}

/* The lines that stand at the same place of most pages. */
static void
drop_repeated(layout *l, repeat_list *all)
{
    size_t least = l->heights.count * 3 / 5;

    if (least < REPEATED_LEAST)
        least = REPEATED_LEAST;
    if (all->count)
        qsort(all->at, all->count, sizeof *all->at, by_hash);
    for (size_t i = 0, end; i < all->count; i = end) {
        for (end = i + 1;
             end < all->count && all->at[end].hash == all->at[i].hash &&
             labs(all->at[end].y - all->at[end - 1].y) <= 1;
             end++)
            continue;
        if (pages_of(all, i, end) < least)
            continue;
        for (size_t j = i; j < end; j++)
            l->lines.at[all->at[j].line].dropped = true;
    }
}

/* The first and the last height at which each page has a line. */
static layout_line *
ends_of_pages(const layout *l)
{
    size_t pages = l->heights.count;
    layout_line *ends = memory_take_zero(pages + 1, sizeof *ends);

    for (size_t i = 0; i < pages; i++)
        ends[i].y0 = l->heights.at[i];
    for (size_t i = 0; i < l->lines.count; i++) {
        const layout_line *line = &l->lines.at[i];
        layout_line *end = &ends[line->page];

        end->y0 = line->y0 < end->y0 ? line->y0 : end->y0;
        end->y1 = line->y1 > end->y1 ? line->y1 : end->y1;
    }
    return ends;
}

/* True if no line of its page is above it, or none below. */
static bool
is_outermost(const layout_line *line, const layout_line *end)
{
    float size = line->y1 - line->y0;

    return line->y0 < end->y0 + size / 2 || line->y1 > end->y1 - size / 2;
}

static void
drop_headers(layout *l)
{
    repeat_list all = VEC_INIT;
    layout_line *ends = ends_of_pages(l);

    for (size_t i = 0; i < l->lines.count; i++) {
        layout_line *line = &l->lines.at[i];
        span text = span_trim(text_of(l, line));

        if (!is_at_edge(l, line) || text.len > HEADER_MAX)
            continue;
        if (is_page_number(text) && is_outermost(line, &ends[line->page]))
            line->dropped = true;
        else
            vec_push(
                &all, (repeat){hash_without_digits(text),
                          lroundf((line->y0 + line->y1) / 4), i, line->page});
    }
    drop_repeated(l, &all);
    free(ends);
    vec_release(&all);
}

/* ---- paragraphs ---- */

typedef struct margins {
    float left, right;
} margins;

static int
by_value(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;

    return x < y ? -1 : x > y;
}

/* Between which the lines of most words of a page stand. */
static margins
margins_of(const layout *l, size_t first, size_t last)
{
    size_t count = last - first;
    float *values = memory_take(count * sizeof *values + 1);
    margins m;

    for (size_t i = 0; i < count; i++)
        values[i] = l->lines.at[first + i].x1;
    qsort(values, count, sizeof *values, by_value);
    m.right = values[count - 1 - count / 20];
    for (size_t i = 0; i < count; i++)
        values[i] = l->lines.at[first + i].x0;
    qsort(values, count, sizeof *values, by_value);
    m.left = values[count / 20];
    free(values);
    return m;
}

static size_t
page_end(const layout *l, size_t first)
{
    size_t last = first;

    while (last < l->lines.count &&
           l->lines.at[last].page == l->lines.at[first].page)
        last++;
    return last;
}

/* About how wide the first word is. */
static float
first_word(const layout *l, const layout_line *line)
{
    span text = span_trim(text_of(l, line));
    size_t blank = span_find(text, SPAN(" "), 0);

    if (!text.len || blank == SIZE_MAX)
        return line->x1 - line->x0;
    return (line->x1 - line->x0) *
           (float)utf8_count(span_slice(text, 0, blank)) /
           (float)utf8_count(text);
}

/* What opens a section or an item has a line of its own. */
static bool
opens(span text)
{
    static const char *const words[] = {"Điều ", "Chương ", "Mục ", "Phần ",
        "Phụ lục ", "- ", "+ ", "– ", "• "};
    size_t at = 0;

    text = span_trim(text);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t length = strlen(words[i]);

        if (text.len > length && !memcmp(text.ptr, words[i], length))
            return words[i][length - 1] != ' ' ||
                   (unsigned char)words[i][0] < 'A' ||
                   is_digit(text.ptr[length]) || text.ptr[length] <= 'Z';
    }
    while (at < text.len && is_digit(text.ptr[at]))
        at++;
    if (at && at < 4 && at + 1 < text.len)
        return (text.ptr[at] == '.' || text.ptr[at] == ')') &&
               text.ptr[at + 1] == ' ';
    at = 0;
    if (text.len > 3)
        utf8_next(text, &at);
    return at && text.ptr[at] == ')' && text.ptr[at + 1] == ' ';
}

/* True if `next` goes on where `line` had no room. */
static bool
continues(const layout *l, const layout_line *line, const layout_line *next,
    margins here, margins there)
{
    float size = line->y1 - line->y0, width = here.right - here.left;
    float gap = next->y0 - line->y1;

    if (line->x1 + first_word(l, next) + size / 4 < here.right ||
        line->x1 < here.left + width / 2)
        return false;
    if (fabsf((next->y1 - next->y0) - size) > size / 3)
        return false;
    if (line->page == next->page &&
        (gap > size * 1.2F || next->y0 + size / 2 < line->y0))
        return false;
    if (next->page > line->page + 1)
        return false;
    /* At the margin, or where the line before it began; not indented. */
    if (next->x0 - there.left > size / 2 &&
        fabsf(next->x0 - line->x0) > size / 2)
        return false;
    return !opens(text_of(l, next));
}

/* True if there is an empty line between them. */
static bool
is_apart(const layout_line *line, const layout_line *next)
{
    return line->page == next->page &&
           next->y0 - line->y1 > (next->y1 - next->y0) * 1.2F;
}

/* True if `next` is another cell of the row that `line` ends with. */
static bool
is_beside(const layout_line *line, const layout_line *next)
{
    float size = line->y1 - line->y0;

    return next->page == line->page &&
           fabsf(next->y0 + next->y1 - line->y0 - line->y1) < size &&
           next->x0 > line->x1 + size / 4;
}

/* Adds the line; what is in the fonts of old encodings with them. */
static void
add_line(const layout *l, const layout_line *line, size_t *run, sink *s)
{
    size_t at = line->start;
    span text = strbuf_span(&l->text);

    while (*run < l->runs.count && l->runs.at[*run].end <= at)
        (*run)++;
    for (size_t r = *run; at < line->end; r++) {
        const sink_run *piece = r < l->runs.count ? &l->runs.at[r] : NULL;
        size_t start =
            piece && piece->start < line->end ? piece->start : line->end;
        size_t end = piece && piece->end < line->end ? piece->end : line->end;

        if (start > at) {
            s->font = ENCODING_UTF8;
            sink_text(s, span_slice(text, at, start));
            at = start;
        }
        if (at < line->end && end > at) {
            s->font = piece->font;
            sink_text(s, span_slice(text, at, end));
            at = end;
        }
    }
    s->font = ENCODING_UTF8;
}

static void
keep_lines(layout *l)
{
    size_t kept = 0;

    for (size_t i = 0; i < l->lines.count; i++) {
        if (!l->lines.at[i].dropped)
            l->lines.at[kept++] = l->lines.at[i];
    }
    l->lines.count = kept;
}

static void
begin_pages(size_t *page, size_t upto, sink *s)
{
    while (*page <= upto) {
        unsigned breaks = s->breaks;

        sink_page(s);
        s->breaks = breaks;
        (*page)++;
    }
}

void
layout_write(layout *l, sink *s)
{
    size_t page = 0, run = 0, end = 0;
    margins here = {0, 0}, before = {0, 0};
    bool row = false; /* the last line is a row of cells */

    drop_headers(l);
    keep_lines(l);
    for (size_t i = 0; i < l->lines.count; i++) {
        const layout_line *line = &l->lines.at[i], *last = line - 1;

        if (i == end) {
            end = page_end(l, i);
            before = here;
            here = margins_of(l, i, end);
        } else {
            before = here;
        }
        if (i && is_beside(last, line))
            sink_text(s, SPAN(" | "));
        else if (i && !row && continues(l, last, line, before, here))
            sink_text(s, SPAN(" "));
        else if (i)
            sink_break(s, is_apart(last, line) ? 2 : 1);
        row = i && is_beside(last, line);
        begin_pages(&page, line->page, s);
        add_line(l, line, &run, s);
        if (s->too_much)
            return;
    }
    begin_pages(&page, l->heights.count ? l->heights.count - 1 : 0, s);
}
