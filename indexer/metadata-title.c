#include "indexer/metadata-title.h"

enum { NEWS_TITLE_MAX = 300, TITLE_CELLS = 8, TITLE_LEAST = 12 };

/* A footnote's number glued to the last word: "Quân đội1". */
static span
without_footnote(span s)
{
    size_t end = s.len;

    while (end && s.ptr[end - 1] >= '0' && s.ptr[end - 1] <= '9')
        end--;
    if (end && s.len - end <= 2 && end < s.len &&
        ((s.ptr[end - 1] >= 'a' && s.ptr[end - 1] <= 'z') ||
            (unsigned char)s.ptr[end - 1] >= 0x80))
        return span_slice(s, 0, end);
    return s;
}

static span
trimmed(span s)
{
    while (s.len && strchr(" :-_.|", s.ptr[0]))
        s = span_from(s, 1);
    if (span_starts_with(s, SPAN("V/v ")) || span_starts_with(s, SPAN("V/V ")))
        s = span_from(s, 4);
    while (s.len && strchr(" -_;:,/|.", s.ptr[s.len - 1]))
        s.len--;
    return without_footnote(s);
}

span
title_read(arena *a, const document *d, const head *h)
{
    cell *cells;
    size_t count = 0;

    if (h->statement)
        return trimmed(span_slice(
            d->text, h->subject_from, h->cells.at[h->kind_cell].end));
    if (h->subject == SIZE_MAX)
        return SPAN("");
    cells = arena_array(a, h->subject_last - h->subject, sizeof *cells);
    for (size_t i = h->subject; i < h->subject_last; i++) {
        cell c = h->cells.at[i];

        if (c.role != CELL_SUBJECT && !(i == h->subject && c.role == CELL_KIND))
            continue;
        if (c.start < h->subject_from && i == h->subject)
            c.start = h->subject_from;
        if (c.start < c.end)
            cells[count++] = c;
    }
    return trimmed(cells_text(a, d, cells, cells + count));
}

bool
title_identity(arena *a, span given, const kind **k, symbol *number, date *day)
{
    token_list list = token_list_read(a, given);
    size_t at = 0, used = 0;

    *k = kind_match(&list, 0, &used);
    at = used + token_is(&list, used, "so");
    if (!*k || !symbol_match(a, &list, at, false, number, &used))
        return false;
    at += used;
    *day = at < list.count ? date_match(&list, at, &used) : (date){0};
    return true;
}

span
title_of_news(arena *a, const document *d, const head *h)
{
    const cell *c = h->cells.at;
    span first;

    /* Pages put a path above the title, and their name behind it. */
    for (size_t i = 0; i < h->cells.count && i < TITLE_CELLS; i++) {
        span line = trimmed(cells_text(a, d, &c[i], &c[i + 1]));

        if (line.len >= TITLE_LEAST && span_starts_with(d->title, line))
            return line;
    }
    first = h->cells.count ? span_slice(d->text, c->start, c->end) : SPAN("");
    if (!first.len || first.len > NEWS_TITLE_MAX ||
        strchr(".;", first.ptr[first.len - 1]))
        return SPAN("");
    return trimmed(cells_text(a, d, c, c + 1));
}
