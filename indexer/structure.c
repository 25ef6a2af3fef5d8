#include "indexer/structure.h"

#include "indexer/metadata-head.h"
#include "indexer/structure-outline.h"
#include "indexer/structure-zones.h"
#include "indexer/words.h"

enum {
    UNBROKEN = 2000,    /* bytes of a line that holds more than a paragraph */
    QUOTED_LINES = 400, /* a longer quotation was never closed */
    EFFECT_TOKENS = 24
};

typedef struct reader {
    document *d;
    outline outline;
    zones zones;
    int quotes; /* open around the words that an amendment puts in */
    size_t quoted_lines;
    size_t line_end; /* of the line that is being read */
} reader;

static size_t
end_of_line(const document *d, size_t from)
{
    const char *end = memchr(d->text.ptr + from, '\n', d->text.len - from);

    return end ? (size_t)(end - d->text.ptr) : d->text.len;
}

/* The byte where the line of token `i` starts. */
static size_t
start_of_line(const document *d, size_t i)
{
    size_t at = d->tokens.at[i].start, low = i ? d->tokens.at[i - 1].end : 0;

    while (at > low && d->text.ptr[at - 1] != '\n')
        at--;
    return at;
}

/* How many quotations `line` leaves open, below zero if it closes some that
 * were open before it.  A straight mark opens and closes. */
static int
open_quotes(span line, int before)
{
    int depth = before;

    for (size_t i = 0; i < line.len; i++) {
        span rest = span_from(line, i);

        if (line.ptr[i] == '"')
            depth += depth > 0 ? -1 : 1;
        else if (span_starts_with(rest, SPAN("“")))
            depth++;
        else if (span_starts_with(rest, SPAN("”")))
            depth--;
    }
    return depth;
}

/* A quotation runs from a line that starts with its mark to the one that
 * closes it.  True if this line is part of one. */
static bool
is_quoted(reader *r, span line)
{
    bool starts;

    line = span_trim(line);
    while (line.len && strchr("*_ ", line.ptr[0]))
        line = span_from(line, 1);
    starts =
        span_starts_with(line, SPAN("“")) || span_starts_with(line, SPAN("\""));
    if (!r->quotes && !starts)
        return false;
    if (!r->quotes)
        r->quoted_lines = 0;
    r->quotes = open_quotes(line, r->quotes);
    if (r->quotes < 0 || ++r->quoted_lines > QUOTED_LINES)
        r->quotes = 0;
    return true;
}

/* "Hiệu lực thi hành", "... có hiệu lực kể từ ngày ...", "Điều khoản thi
 * hành", "... chịu trách nhiệm thi hành" in the first words of a section. */
static bool
is_effect(const document *d, size_t from)
{
    if (words_take(&d->tokens, from, "to chuc thuc hien") ||
        (words_take(&d->tokens, from, "hieu luc") &&
            from + 2 < d->tokens.count && d->tokens.at[from + 2].line))
        return true;
    for (size_t i = from; i < from + EFFECT_TOKENS; i++) {
        if (i > from && i < d->tokens.count && d->tokens.at[i].line &&
            token_is(&d->tokens, i, "dieu"))
            break;
        if (words_take(&d->tokens, i, "hieu luc thi hanh") ||
            words_take(&d->tokens, i, "hieu luc ke tu") ||
            words_take(&d->tokens, i, "hieu luc tu ngay") ||
            words_take(&d->tokens, i, "dieu khoan thi hanh") ||
            words_take(&d->tokens, i, "trach nhiem thi hanh"))
            return true;
    }
    return false;
}

static void
mark_effect(reader *r, const number_mark *m, size_t start)
{
    if (m->style <= NUMBERING_ARTICLE && m->style != NUMBERING_ANNEX)
        zones_effect(&r->zones, start, m->style != NUMBERING_ARTICLE,
            is_effect(r->d, m->next));
}

/* One place where a section may start: `i` is its first token. */
static void
read_mark(reader *r, size_t i, size_t start, size_t end, bool quoted)
{
    number_mark m = numbering_read(r->d, i);

    if (m.style == NUMBERING_NONE)
        return;
    if (!outline_add(&r->outline, r->d, &m, start, end, quoted))
        return;
    if (m.style == NUMBERING_ARTICLE)
        r->quotes = 0;
    if (m.style == NUMBERING_ANNEX)
        zones_annex(&r->zones, start);
    mark_effect(r, &m, start);
}

static void
read_line(reader *r, size_t i)
{
    document *d = r->d;
    size_t start = start_of_line(d, i);
    span annex = SPAN("");
    bool quoted = false;

    r->line_end = end_of_line(d, d->tokens.at[i].start);
    if (r->line_end - start > UNBROKEN)
        r->quotes = 0;
    else
        quoted = is_quoted(r, span_slice(d->text, start, r->line_end));
    if (!quoted)
        annex = zones_line(&r->zones, d, i, start, r->line_end);
    if (annex.len) {
        outline_add_annex(&r->outline, d, annex, start);
        r->quotes = 0;
    }
    /* "PHỤ LỤC I" opens an annex behind the signature too. */
    if (zones_has_sections(&r->zones) ||
        numbering_read(d, i).style == NUMBERING_ANNEX)
        read_mark(r, i, start, r->line_end, quoted);
    else
        outline_close(&r->outline, start);
}

void
structure_read(document *d)
{
    reader r = {.d = d, .outline = OUTLINE_INIT};
    head h = head_read(&d->arena, d);
    size_t body = h.body < h.cells.count ? h.cells.at[h.body].start
                  : h.cells.count        ? h.cells.at[h.cells.count - 1].end
                                         : 0;
    bool unbroken = false;

    if (!head_is_official(&h))
        body = 0;
    zones_start(&r.zones, d, &h, body);
    for (size_t i = token_list_find(&d->tokens, body); i < d->tokens.count;
         i++) {
        const token *t = &d->tokens.at[i];

        if (t->line || (i && d->tokens.at[i - 1].end <= body)) {
            read_line(&r, i);
            unbroken = r.line_end - t->start > UNBROKEN;
        } else if (unbroken && t->breaks) {
            read_mark(&r, i, t->start, t->start, false);
        }
    }
    zones_finish(&r.zones, d);
    outline_finish(&r.outline, d);
}
