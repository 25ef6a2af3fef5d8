#include "indexer/extract-sink.h"

#include <stdio.h>
#include <strings.h>

#include "common/text/legacy-evidence.h"
#include "common/text/utf8.h"

/* Between two cells until the row is whole. */
static const char CELL = 0x1F;

void
sink_init(sink *s, size_t limit)
{
    memset(s, 0, sizeof *s);
    s->limit = limit;
}

void
sink_clear(sink *s)
{
    strbuf_clear(&s->title);
    strbuf_clear(&s->text);
    s->pages.count = s->runs.count = 0;
    s->breaks = s->found = s->rows = 0;
    s->font = ENCODING_UTF8;
    s->too_much = s->ocr = s->skipped = false;
    s->reason[0] = '\0';
}

void
sink_release(sink *s)
{
    strbuf_release(&s->title);
    strbuf_release(&s->text);
    vec_release(&s->pages);
    vec_release(&s->runs);
}

static bool
at_line_start(const sink *s)
{
    char last = s->text.len ? s->text.ptr[s->text.len - 1] : '\n';

    return s->breaks || last == '\n' || last == CELL;
}

/* Takes the end off the text, and off the run that it belongs to. */
static void
cut(sink *s, size_t length)
{
    s->text.len = length;
    while (s->runs.count && s->runs.at[s->runs.count - 1].end > length) {
        sink_run *last = &s->runs.at[s->runs.count - 1];

        last->end = length;
        if (last->start < length)
            break;
        s->runs.count--;
    }
}

static void
trim_line(sink *s)
{
    size_t length = s->text.len;

    while (length &&
           (s->text.ptr[length - 1] == ' ' || s->text.ptr[length - 1] == '\t'))
        length--;
    cut(s, length);
}

static void
settle(sink *s)
{
    if (!s->breaks)
        return;
    trim_line(s);
    if (span_ends_with(strbuf_span(&s->text), SPAN("\n")))
        s->breaks--;
    if (s->text.len && s->text.ptr[s->text.len - 1] != CELL)
        strbuf_add(&s->text, (span){"\n\n", s->breaks});
    s->breaks = 0;
}

/* Continues the last run, or begins one. */
static void
note_run(sink *s, size_t start)
{
    sink_run *last = s->runs.count ? &s->runs.at[s->runs.count - 1] : NULL;

    if (s->font == ENCODING_UTF8 || start == s->text.len)
        return;
    if (last && last->end == start && last->font == s->font)
        last->end = s->text.len;
    else
        vec_push(&s->runs, (sink_run){start, s->text.len, s->font});
}

static bool
is_blank(char c)
{
    return (unsigned char)c <= ' ' || c == 0x7F;
}

void
sink_text(sink *s, span utf8)
{
    size_t start;

    if (at_line_start(s))
        while (utf8.len && is_blank(utf8.ptr[0]))
            utf8 = span_from(utf8, 1);
    if (!utf8.len || s->too_much)
        return;
    settle(s);
    if (s->text.len + utf8.len > s->limit) {
        s->too_much = true;
        return;
    }
    start = s->text.len;
    strbuf_add(&s->text, utf8);
    for (size_t i = start; i < s->text.len; i++) {
        if (is_blank(s->text.ptr[i]) && s->text.ptr[i] != '\t')
            s->text.ptr[i] = ' ';
    }
    note_run(s, start);
}

void
sink_code(sink *s, uint32_t code)
{
    char bytes[4];

    sink_text(s, (span){bytes, utf8_put(bytes, code)});
}

void
sink_break(sink *s, unsigned lines)
{
    if (lines > 2)
        lines = 2;
    if (s->breaks < lines)
        s->breaks = lines;
}

void
sink_page(sink *s)
{
    sink_break(s, 1);
    if (s->pages.count < SINK_PAGES_MAX)
        vec_push(&s->pages, s->text.len);
}

void
sink_open_row(sink *s)
{
    sink_break(s, 1);
    if (!s->rows)
        settle(s);
    if (s->rows < SINK_ROWS)
        s->row[s->rows] = s->text.len;
    s->rows++;
}

void
sink_cell(sink *s)
{
    if (!s->rows || s->text.len >= s->limit)
        return;
    s->breaks = 0;
    trim_line(s);
    strbuf_add_char(&s->text, CELL);
}

/* Cells that have lines of their own stand one below the other. */
void
sink_close_row(sink *s)
{
    size_t start, length;
    char *row;

    if (!s->rows)
        return;
    s->rows--;
    sink_break(s, 1);
    if (s->rows >= SINK_ROWS)
        return;
    start = s->row[s->rows] < s->text.len ? s->row[s->rows] : s->text.len;
    length = s->text.len;
    while (length > start && s->text.ptr[length - 1] == CELL)
        length--;
    cut(s, length);
    if (s->text.len == start)
        return;
    row = s->text.ptr + start;
    if (!memchr(row, '\n', s->text.len - start) && !s->rows)
        return;
    for (size_t i = start; i < s->text.len; i++) {
        if (s->text.ptr[i] == CELL)
            s->text.ptr[i] = '\n';
    }
}

encoding
sink_font(span name)
{
    static const struct {
        const char *start;
        encoding font;
    } fonts[] = {
        {".Vn", ENCODING_TCVN3},
        {"VNI-", ENCODING_VNI},
        {"VNI ", ENCODING_VNI},
        {"VPS ", ENCODING_VPS},
        {"VISCII", ENCODING_VISCII},
    };

    /* A font that is embedded in part: "ABCDEF+.VnTime". */
    if (name.len > 7 && name.ptr[6] == '+')
        name = span_from(name, 7);
    for (size_t i = 0; i < sizeof fonts / sizeof *fonts; i++) {
        size_t length = strlen(fonts[i].start);

        if (name.len > length &&
            strncasecmp(name.ptr, fonts[i].start, length) == 0)
            return fonts[i].font;
    }
    return ENCODING_UTF8;
}

/* ---- the end ---- */

typedef struct verdict {
    int64_t decoded, plain; /* points */
    size_t syllables, others;
} verdict;

static void
weigh(verdict *v, span text, encoding font)
{
    while (text.len) {
        size_t length =
            text.len < EVIDENCE_MAX - 4 ? text.len : EVIDENCE_MAX - 4;
        evidence decoded, plain;

        while (length < text.len && length &&
               ((unsigned char)text.ptr[length] & 0xC0) == 0x80)
            length--;
        decoded = evidence_of(span_slice(text, 0, length), true, font);
        plain = evidence_of(span_slice(text, 0, length), true, ENCODING_UTF8);
        v->decoded += decoded.score;
        v->plain += plain.score;
        v->syllables += decoded.syllables;
        v->others += decoded.others;
        text = span_from(text, length ? length : text.len);
    }
}

/* The encodings in which what stands in their fonts reads better. */
static unsigned
judge(const sink *s)
{
    verdict all[ENCODING_COUNT];
    unsigned good = 0;

    memset(all, 0, sizeof all);
    for (size_t i = 0; i < s->runs.count; i++) {
        const sink_run *r = &s->runs.at[i];

        weigh(&all[r->font],
            span_slice(strbuf_span(&s->text), r->start, r->end), r->font);
    }
    for (unsigned e = 0; e < ENCODING_COUNT; e++) {
        if (all[e].decoded > all[e].plain &&
            all[e].syllables > 4 * all[e].others)
            good |= 1u << e;
    }
    return good;
}

static void
add_plain(strbuf *out, span s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == CELL)
            strbuf_add_string(out, " | ");
        else
            strbuf_add_char(out, s.ptr[i]);
    }
}

/* Adds the text up to `end`; line ends and cells stand as they are. */
static void
add_decoded(strbuf *out, span s, encoding font)
{
    size_t at = 0;

    while (at < s.len) {
        size_t end = at;

        while (end < s.len && s.ptr[end] != '\n' && s.ptr[end] != CELL)
            end++;
        legacy_decode(out, span_slice(s, at, end), font);
        if (end < s.len)
            add_plain(out, span_slice(s, end, end + 1));
        at = end + 1;
    }
}

/* The pages that begin at byte `at` begin at byte `here` now. */
static void
move_pages(sink *s, size_t *page, size_t at, size_t here)
{
    while (*page < s->pages.count && s->pages.at[*page] <= at)
        s->pages.at[(*page)++] = here;
}

void
sink_finish(sink *s)
{
    unsigned good = judge(s);
    strbuf out = STRBUF_INIT;
    span text = strbuf_span(&s->text);
    size_t at = 0, page = 0, run = 0;

    while (at < text.len) {
        size_t end = text.len;
        encoding font = ENCODING_UTF8;
        span piece;

        while (run < s->runs.count && s->runs.at[run].end <= at)
            run++;
        if (run < s->runs.count) {
            if (s->runs.at[run].start > at) {
                end = s->runs.at[run].start;
            } else {
                end = s->runs.at[run].end;
                font = s->runs.at[run].font;
            }
        }
        move_pages(s, &page, at, out.len);
        if (page < s->pages.count && s->pages.at[page] < end)
            end = s->pages.at[page];
        piece = span_slice(text, at, end);
        if (good >> font & 1)
            add_decoded(&out, piece, font);
        else
            add_plain(&out, piece);
        at = end;
    }
    move_pages(s, &page, SIZE_MAX, out.len);
    s->found |= good & ~(1u << ENCODING_UTF8);
    strbuf_release(&s->text);
    s->text = out;
}

bool
sink_fail(sink *s, const char *format, ...)
{
    va_list list;

    va_start(list, format);
    vsnprintf(s->reason, sizeof s->reason, format, list);
    va_end(list);
    return false;
}
