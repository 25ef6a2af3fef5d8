#include "indexer/metadata-head.h"

#include "common/text/issuer.h"
#include "common/text/symbol.h"
#include "common/text/word.h"
#include "indexer/metadata-letterhead.h"
#include "indexer/metadata-numberline.h"
#include "indexer/metadata-subject.h"
#include "indexer/structure-openers.h"
#include "indexer/words.h"

enum {
    ADDRESS_CELLS = 8,   /* between a công văn's subject and its address */
    STATEMENT_CELLS = 3, /* how far down a text may name itself in prose */
    PARAGRAPH = 220,     /* bytes: a longer line is no line of a head */
    SENTENCE = 60,
    NUMBER_CELLS = 2, /* between a number and the rest of it */
    KIND_CELLS = 3    /* how far down a kind counts without letterhead */
};

/* The kind that the whole cell names, or that it starts with. */
static const kind *
kind_of(const document *d, const cell *c, size_t *used)
{
    const kind *k = kind_match(&d->tokens, c->first, used);

    if (k && c->first + *used <= c->last)
        return k;
    for (size_t i = 0; i < kind_count(); i++) {
        k = kind_at(i);
        *used = cell_takes(d, c, c->first, k->folded);
        if (*used && c->first + *used == c->last)
            return k;
    }
    return NULL;
}

static bool
ends_with_colon(const document *d, const cell *c)
{
    return d->text.ptr[c->end - 1] == ':';
}

/* A footnote's number glued to the kind: "QUYẾT ĐỊNH1". */
static bool
is_footnote(const document *d, const cell *c, size_t at)
{
    return at + 1 == c->last && d->tokens.at[at].number &&
           d->tokens.at[at].start == d->tokens.at[at - 1].end;
}

/* The kind is followed by the subject on its line. */
static bool
goes_on(const document *d, const cell *c, size_t at, bool possible)
{
    return possible && c->capitals && !d->tokens.at[at].number &&
           !token_is(&d->tokens, at, "so");
}

/* QUYẾT ĐỊNH alone, NGHỊ and QUYẾT on two lines, QUYẾT ĐỊNH CHẤP THUẬN ...
 * Returns the number of cells it takes. */
static size_t
read_kind(const document *d, head *h, size_t i)
{
    cell *c = &h->cells.at[i];
    bool known = h->motto || h->number != SIZE_MAX;
    size_t used = 0, cells = 1;
    const kind *k = kind_of(d, c, &used);
    cell both = *c;

    if (ends_with_colon(d, c) ||
        !(c->capitals || (d->tokens.at[c->first].upper && known)))
        return 0;
    if (!k && c->capitals && i + 1 < h->cells.count &&
        c->last - c->first <= 2) {
        both.last = h->cells.at[i + 1].last;
        k = kind_of(d, &both, &used);
        cells = 2;
        if (c->first + used != both.last)
            return 0;
    }
    if (k)
        used += word_at(&d->tokens, c->first + used, WORD_JOINT);
    if (k && is_footnote(d, c, c->first + used))
        used++;
    if (!k || (c->first + used < both.last &&
                  !goes_on(d, c, c->first + used, known || i < KIND_CELLS)))
        return 0;
    h->kind = k;
    h->kind_cell = i;
    h->subject_from = d->tokens.at[c->first + used - 1].end;
    return cells;
}

/* "Thông tư số 59/2020/TT-BTC Hướng dẫn ..." and below it "Ban hành ngày ...":
 * collections name an act so before its text. */
static bool
read_statement(arena *a, const document *d, head *h, size_t i)
{
    cell *c = &h->cells.at[i];
    size_t used;
    const kind *k;
    symbol s;

    if (i >= STATEMENT_CELLS || h->motto || i + 1 >= h->cells.count)
        return false;
    k = kind_match(&d->tokens, c->first, &used);
    if (!k || !cell_takes(d, c + 1, c[1].first, "ban hanh ngay"))
        return false;
    used += token_is(&d->tokens, c->first + used, "so");
    h->number = c->first + used;
    if (!symbol_match(a, &d->tokens, h->number, false, &s, &used))
        return false;
    h->kind = k;
    h->kind_cell = i;
    h->statement = true;
    h->date = c[1].first + 2;
    h->subject_from = s.end;
    h->body = i + 2;
    return true;
}

/* V/v or "Về việc" under the number of a công văn. */
static bool
starts_dispatch(const document *d, const head *h, const cell *c)
{
    size_t i = c->first;

    if (c->capitals && c->last - c->first > 2)
        return false;
    return (token_is(&d->tokens, i, "v") && token_is(&d->tokens, i + 1, "v")) ||
           token_is(&d->tokens, i, "vv") ||
           (h->number != SIZE_MAX && d->tokens.at[i].upper &&
               token_is(&d->tokens, i, "ve"));
}

/* Below the subject of a công văn stand place and date, then the address. */
static void
read_address(const document *d, head *h)
{
    size_t last = h->body + ADDRESS_CELLS;

    for (size_t i = h->body; i < h->cells.count && i < last; i++) {
        cell *c = &h->cells.at[i];

        if (words_take(&d->tokens, c->first, "kinh gui")) {
            h->body = i;
            return;
        }
        if (h->date == SIZE_MAX && letterhead_date(d, h, c, c->first))
            c->role = CELL_DATE;
    }
}

static void
read_dispatch(arena *a, const document *d, head *h, size_t i)
{
    cell *c = &h->cells.at[i];
    size_t at = token_is(&d->tokens, c->first, "v") ? c->first + 1 : c->first;

    h->dispatch = true;
    h->subject_from =
        token_is(&d->tokens, c->first, "ve") ? c->start : d->tokens.at[at].end;
    c->role = CELL_SUBJECT;
    /* "V/v" alone: the subject is on the lines below. */
    if (h->subject_from + 2 >= c->end)
        subject_read(a, d, h, i + 1, false);
    else
        subject_read(a, d, h, i, true);
    read_address(d, h);
}

/* The cells of the kind line, and the subject behind it. */
static void
read_titled(arena *a, const document *d, head *h, size_t i, size_t cells)
{
    cell *last = &h->cells.at[i + cells - 1], rest = *last;
    bool inside;

    for (size_t k = i; k < i + cells; k++)
        h->cells.at[k].role = CELL_KIND;
    while (rest.first < rest.last &&
           d->tokens.at[rest.first].start < h->subject_from)
        rest.first++;
    inside = rest.first < rest.last && !subject_names_organ(d, h, &rest);
    subject_read(a, d, h, inside ? i + cells - 1 : i + cells, inside);
}

/* "Căn cứ" as the label of a row: collections put a table above the act. */
static bool
is_table_label(const document *d, const head *h, size_t i)
{
    return i + 1 < h->cells.count && h->cells.at[i + 1].aside &&
           opener_is_basis(d, &h->cells.at[i]);
}

/* An organ just above the motto starts the letterhead: what was read before it
 * was a table about the act. */
static void
restart(head *h, size_t motto)
{
    size_t first = motto;

    while (first && h->cells.at[first - 1].role == CELL_TEXT &&
           h->cells.at[first - 1].capitals && !h->cells.at[first].rule)
        first--;
    if (first == motto || h->number == SIZE_MAX)
        return;
    for (size_t i = 0; i < first; i++)
        h->cells.at[i].role = CELL_NOISE;
    h->number = h->date = SIZE_MAX;
}

/* Cell `i` is a kind line with nothing behind the kind. */
static bool
is_kind_alone(const document *d, const head *h, size_t i)
{
    size_t used;
    const cell *c = &h->cells.at[i];

    return i < h->cells.count && c->capitals && kind_of(d, c, &used) &&
           c->first + used == c->last;
}

/* A paragraph before anything official: the text has no head. */
static bool
is_prose(const document *d, const head *h, const cell *c)
{
    if (h->motto || h->number != SIZE_MAX || c->capitals || h->consolidated)
        return false;
    return c->end - c->start > PARAGRAPH ||
           (c->end - c->start > SENTENCE && d->text.ptr[c->end - 1] == '.');
}

static span
words_of(const document *d, const cell *c)
{
    return span_slice(d->text, c->start, c->end);
}

/* The number's line was broken, and cell `i` is the rest of it; the date may
 * stand beside the number. */
static bool
is_rest_of_number(arena *a, const document *d, const head *h, size_t i)
{
    const cell *c = h->cells.at;

    for (size_t back = 1; back <= NUMBER_CELLS && back <= i; back++)
        if (c[i - back].role == CELL_NUMBER)
            return numberline_goes_on(
                a, words_of(d, &c[i - back]), words_of(d, &c[i]));
    return false;
}

/* One cell at or above the kind line; returns how many were read, 0 at the
 * end of the head. */
static size_t
read_cell(arena *a, const document *d, head *h, size_t i)
{
    cell *c = &h->cells.at[i];
    size_t kind_cells;

    if (read_statement(a, d, h, i))
        return 0;
    if (letterhead_noise(d, h, c)) {
        c->role = CELL_NOISE;
    } else if (letterhead_motto(d, h, c)) {
        c->role = CELL_NOISE;
        restart(h, i);
    } else if (letterhead_mark(d, c)) {
        c->role = CELL_MARK;
    } else if (h->number == SIZE_MAX && letterhead_number(a, d, h, c)) {
        c->role = CELL_NUMBER;
    } else if (h->date == SIZE_MAX && letterhead_date(d, h, c, c->first)) {
        c->role = CELL_DATE;
    }
    if (c->role == CELL_TEXT &&
        (h->number == c->first || is_rest_of_number(a, d, h, i)))
        c->role = CELL_NUMBER;
    if (c->role != CELL_TEXT)
        return 1;
    if (is_prose(d, h, c)) {
        h->body = i;
        return 0;
    }
    if (starts_dispatch(d, h, c)) {
        read_dispatch(a, d, h, i);
        return 0;
    }
    kind_cells = read_kind(d, h, i);
    if (kind_cells && h->consolidated && is_kind_alone(d, h, i + kind_cells)) {
        /* VĂN BẢN HỢP NHẤT, and below it the kind of what was consolidated. */
        c->role = CELL_KIND;
        return kind_cells;
    }
    if (kind_cells) {
        read_titled(a, d, h, i, kind_cells);
        return 0;
    }
    if ((opener_is_sure(d, c) && !is_table_label(d, h, i)) ||
        words_take(&d->tokens, c->first, "kinh gui")) {
        h->body = i;
        return 0;
    }
    return 1;
}

/* Above number, kind and subject, capitals name the organ; where there are
 * none, lines that start with the name of one do. */
static void
mark_organs(const document *d, head *h, size_t last, bool capitals)
{
    bool found = false;

    for (size_t i = h->letterhead; i < last; i++) {
        cell *c = &h->cells.at[i];
        size_t used;

        if (c->role == CELL_NUMBER)
            break;
        if (c->role != CELL_TEXT)
            continue;
        if (capitals ? c->capitals
                     : issuer_match(&d->tokens, c->first, &used) != NULL) {
            c->role = CELL_ORGAN;
            found = true;
        }
    }
    if (!found && capitals)
        mark_organs(d, h, last, false);
}

static head
empty_head(cell_list cells)
{
    return (head){.cells = cells,
        .body = cells.count,
        .kind_cell = SIZE_MAX,
        .number = SIZE_MAX,
        .date = SIZE_MAX,
        .subject = SIZE_MAX,
        .title_organ = SIZE_MAX};
}

static void
read_cells(arena *a, const document *d, head *h, size_t first)
{
    size_t step;

    for (size_t i = first; i < h->cells.count; i += step) {
        step = read_cell(a, d, h, i);
        if (!step)
            break;
    }
}

/* The first cell of a letterhead with its motto below what was read as the
 * head: collections put a title, a table or a summary above the act. */
static size_t
find_letterhead(const document *d, const head *h)
{
    head probe = empty_head(h->cells);

    size_t start = h->kind_cell == SIZE_MAX ? h->body : h->kind_cell + 1;

    if (h->motto)
        return SIZE_MAX;
    for (size_t i = start; i < h->cells.count; i++) {
        size_t first = i;

        if (!letterhead_motto(d, &probe, &h->cells.at[i]))
            continue;
        while (first && h->cells.at[first - 1].capitals &&
               !h->cells.at[first].rule && first > start)
            first--;
        if (first < i)
            return first;
    }
    return SIZE_MAX;
}

/* Reads the letterhead from cell `first` on.  Columns that were taken apart
 * leave it behind the title that belongs below it. */
static void
read_letterhead(arena *a, const document *d, head *h, size_t first)
{
    head above = *h;
    cell *cells = arena_array(a, first + 1, sizeof *cells);

    memcpy(cells, h->cells.at, first * sizeof *cells);
    for (size_t i = 0; i < h->cells.count; i++)
        h->cells.at[i].role = i < first ? CELL_NOISE : CELL_TEXT;
    *h = empty_head(h->cells);
    read_cells(a, d, h, first);
    if (h->kind_cell != SIZE_MAX || h->dispatch ||
        above.kind_cell == SIZE_MAX || above.number != SIZE_MAX)
        return;
    above.number = h->number;
    above.date = h->date;
    above.date_last = h->date_last;
    above.motto = h->motto;
    above.letterhead = first;
    memcpy(h->cells.at, cells, first * sizeof *cells);
    *h = above;
}

head
head_read(arena *a, const document *d)
{
    head h = empty_head(cells_read(a, d, 0, CELL_LINES));
    size_t last, first;

    read_cells(a, d, &h, 0);
    first = find_letterhead(d, &h);
    if (first != SIZE_MAX)
        read_letterhead(a, d, &h, first);
    last = h.letterhead              ? h.cells.count
           : h.kind_cell != SIZE_MAX ? h.kind_cell
           : h.subject != SIZE_MAX   ? h.subject
                                     : h.body;
    if (h.motto || h.number != SIZE_MAX || h.kind_cell != SIZE_MAX)
        mark_organs(d, &h, last < h.cells.count ? last : h.cells.count, true);
    while (h.body < h.cells.count && h.cells.at[h.body].capitals &&
           h.kind_cell != SIZE_MAX && !opener_is_sure(d, &h.cells.at[h.body]))
        h.cells.at[h.body++].role = CELL_BODY;
    if (h.body < h.cells.count)
        h.addressed =
            words_take(&d->tokens, h.cells.at[h.body].first, "kinh gui") > 0;
    return h;
}

bool
head_is_official(const head *h)
{
    return h->motto || h->statement || h->number != SIZE_MAX ||
           h->kind_cell != SIZE_MAX || h->addressed || h->consolidated;
}
