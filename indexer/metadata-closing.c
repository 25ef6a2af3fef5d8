#include "indexer/metadata-closing.h"

#include "indexer/metadata-letterhead.h"
#include "indexer/words.h"

enum { BYTES = 3000, LINES = 40, BEFORE = 400 };

/* Where the last lines of the act begin: a little before its signature, else
 * at the end. */
static size_t
closing_start(const document *d)
{
    size_t start = d->text.len > BYTES ? d->text.len - BYTES : 0;

    for (size_t i = 0; i < d->zone_count; i++)
        if (d->zones[i].zone == ZONE_SIGNATURE) {
            start = d->zones[i].start;
            start -= start < BEFORE ? start : BEFORE;
            break;
        }
    while (start && start < d->text.len && d->text.ptr[start - 1] != '\n')
        start++;
    return start;
}

static void
read_cell(arena *a, const document *d, closing *c, cell *line)
{
    head *h = &c->lines;

    if (letterhead_noise(d, h, line))
        line->role = CELL_NOISE;
    else if (h->number == SIZE_MAX && token_is(&d->tokens, line->first, "so") &&
             letterhead_number(a, d, h, line))
        line->role = CELL_NUMBER;
    else if (h->date == SIZE_MAX && letterhead_date(d, h, line, line->first))
        line->role = CELL_DATE;
    c->authentic |=
        cell_takes(d, line, line->first, "xac thuc van ban hop nhat") > 0;
}

/* The lines in capitals just above the number. */
static void
mark_organs(closing *c)
{
    cell_list cells = c->lines.cells;
    size_t i = 0;

    while (i < cells.count && cells.at[i].role != CELL_NUMBER)
        i++;
    while (i < cells.count && i-- > 0 && cells.at[i].capitals &&
           cells.at[i].role == CELL_TEXT) {
        cells.at[i].role = CELL_ORGAN;
        c->organs = true;
    }
}

/* "... thông qua ngày ..." */
static date
find_passed(const document *d, size_t start)
{
    size_t i = token_list_find(&d->tokens, start), used;

    for (; i < d->tokens.count; i++)
        if (words_take(&d->tokens, i, "thong qua ngay")) {
            date day = date_match(&d->tokens, i + 2, &used);

            if (date_is_full(day))
                return day;
        }
    return (date){0};
}

closing
closing_read(arena *a, const document *d)
{
    closing c = {.lines = {.kind_cell = SIZE_MAX,
                     .number = SIZE_MAX,
                     .date = SIZE_MAX,
                     .subject = SIZE_MAX,
                     .title_organ = SIZE_MAX}};
    size_t start = closing_start(d);

    c.lines.cells = cells_read(a, d, start, LINES);
    c.lines.body = c.lines.cells.count;
    for (size_t i = 0; i < c.lines.cells.count; i++)
        read_cell(a, d, &c, &c.lines.cells.at[i]);
    mark_organs(&c);
    c.passed = find_passed(d, start);
    return c;
}
