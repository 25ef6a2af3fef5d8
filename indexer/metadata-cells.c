#include "indexer/metadata-cells.h"

#include "common/base/vec.h"
#include "indexer/seam.h"

enum {
    SEAM_CELLS = 24, /* heads are not longer */
    COLUMN_BLANKS = 3
};

typedef VEC(cell) cell_vec;

static bool
is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static bool
is_markup(char c)
{
    return is_blank(c) || strchr("#*|_>~`", c);
}

/* True for what has marks of a rule and nothing else worth reading. */
static bool
is_rule(span s)
{
    for (size_t i = 0; i < s.len; i++)
        if (strchr("-*_=~", s.ptr[i]) || (unsigned char)s.ptr[i] >= 0x80)
            return true;
    return false;
}

static span
without_markup(span s)
{
    while (s.len && is_markup(s.ptr[0]))
        s = span_from(s, 1);
    while (s.len && is_markup(s.ptr[s.len - 1]))
        s.len--;
    return s;
}

/* Capitals of legacy fonts decode with small letters where they bear marks, so
 * only letters without marks count. */
static bool
is_capital(span s)
{
    size_t plain = 0, marked = 0;

    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] >= 'a' && s.ptr[i] <= 'z')
            return false;
        plain += s.ptr[i] >= 'A' && s.ptr[i] <= 'Z';
        marked += (unsigned char)s.ptr[i] >= 0xC0;
    }
    return plain && plain + marked >= 2;
}

typedef struct cutter {
    const document *document;
    cell_vec cells;
    size_t token; /* the first one not yet behind us */
    bool gap, rule, aside;
} cutter;

static void
add_piece(cutter *c, span piece)
{
    const token_list *tokens = &c->document->tokens;
    span bare = without_markup(piece);
    cell new = {.role = CELL_TEXT};

    new.start = (size_t)(bare.ptr - c->document->text.ptr);
    new.end = new.start + bare.len;
    while (c->token < tokens->count && tokens->at[c->token].start < new.start)
        c->token++;
    new.first = c->token;
    while (c->token < tokens->count && tokens->at[c->token].end <= new.end)
        c->token++;
    new.last = c->token;
    if (new.first == new.last) {
        c->gap |= is_rule(piece);
        c->rule |= is_rule(piece);
        return;
    }
    new.capitals = is_capital(bare);
    new.gap = c->gap;
    new.rule = c->rule;
    new.aside = c->aside;
    c->gap = c->rule = false;
    c->aside = true;
    if (c->cells.count < CELL_MAX)
        vec_push(&c->cells, new);
}

/* One column, cut where cells were run together. */
static void
add_column(cutter *c, span column)
{
    size_t start = (size_t)(column.ptr - c->document->text.ptr);

    while (column.len && c->cells.count < SEAM_CELLS) {
        size_t cut = seam_find(c->document, start, start + column.len);

        add_piece(c, span_slice(column, 0, cut - start));
        column = span_from(column, cut - start);
        start = cut;
    }
    if (column.len)
        add_piece(c, column);
}

/* The length of the column at the start of `line`, and of its border. */
static size_t
column(span line, size_t *border)
{
    size_t blanks = 0;

    for (size_t i = 0; i < line.len; i++) {
        char c = line.ptr[i];

        blanks = c == ' ' ? blanks + 1 : 0;
        if (c == '|' || c == '\t') {
            *border = 1;
            return i;
        }
        if (blanks == COLUMN_BLANKS) {
            *border = COLUMN_BLANKS;
            return i + 1 - COLUMN_BLANKS;
        }
    }
    *border = 0;
    return line.len;
}

/* Cuts one line; false if it is empty or a rule. */
static bool
add_line(cutter *c, span line)
{
    size_t before = c->cells.count;
    bool marks = false;

    c->aside = false;
    for (size_t i = 0; i < line.len && !marks; i++)
        marks = !is_blank(line.ptr[i]);
    if (!marks)
        c->gap = true;
    while (line.len) {
        size_t border, length = column(line, &border);

        add_column(c, span_slice(line, 0, length));
        line = span_from(line, length + border);
    }
    return c->cells.count > before;
}

cell_list
cells_read(arena *a, const document *d, size_t from, size_t lines)
{
    cutter c = {.document = d, .token = token_list_find(&d->tokens, from)};
    span rest = span_from(d->text, from < d->text.len ? from : d->text.len);
    span line;
    cell_list list;

    if (rest.len > CELL_BYTES)
        rest.len = CELL_BYTES;
    while (lines && c.cells.count < CELL_MAX && span_next_line(&rest, &line))
        lines -= add_line(&c, line);
    list.count = c.cells.count;
    list.at = arena_array(a, list.count, sizeof *list.at);
    if (list.count)
        memcpy(list.at, c.cells.at, list.count * sizeof *list.at);
    vec_release(&c.cells);
    return list;
}

size_t
cell_takes(const document *d, const cell *c, size_t at, const char *folded)
{
    size_t i = at;

    while (*folded == ' ')
        folded++;
    while (*folded && i < c->last) {
        span word = token_folded(&d->tokens, i);

        for (size_t k = 0; k < word.len; k++) {
            while (*folded == ' ')
                folded++;
            if (*folded != word.ptr[k])
                return 0;
            folded++;
        }
        i++;
    }
    return *folded ? 0 : i - at;
}

bool
cell_is(const document *d, const cell *c, const char *folded)
{
    return cell_takes(d, c, c->first, folded) == c->last - c->first;
}

size_t
cell_takes_any(const document *d, const cell *c, size_t at, word_list l)
{
    const char *phrase;
    size_t used = 0;

    for (size_t i = 0; !used && (phrase = word_entry(l, i)); i++)
        used = cell_takes(d, c, at, phrase);
    return used;
}

bool
cell_is_any(const document *d, const cell *c, word_list l)
{
    const char *phrase;

    for (size_t i = 0; (phrase = word_entry(l, i)); i++)
        if (cell_is(d, c, phrase))
            return true;
    return false;
}

const char *
cell_rest(const document *d, const cell *c, const char *folded)
{
    for (size_t i = c->first; i < c->last; i++) {
        span word = token_folded(&d->tokens, i);

        for (size_t k = 0; k < word.len; k++) {
            while (*folded == ' ')
                folded++;
            if (*folded++ != word.ptr[k])
                return NULL;
        }
    }
    return *folded == ' ' || !*folded ? folded : NULL;
}

span
cells_text(arena *a, const document *d, const cell *first, const cell *last)
{
    size_t room = 0, len = 0;
    char *out;

    for (const cell *c = first; c < last; c++)
        room += c->end - c->start + 1;
    out = arena_take(a, room + 1);
    for (const cell *c = first; c < last; c++) {
        if (len)
            out[len++] = ' ';
        for (size_t i = c->start; i < c->end; i++) {
            char byte = d->text.ptr[i];

            if (is_blank(byte) || byte == '\n')
                byte = ' ';
            if (byte == '*' || (byte == ' ' && len && out[len - 1] == ' '))
                continue;
            out[len++] = byte;
        }
        while (len && out[len - 1] == ' ')
            len--;
    }
    return (span){out, len};
}
