#include "indexer/metadata-signature.h"

#include "indexer/metadata-cells.h"
#include "indexer/words.h"

enum { LINES = 16, NAME_LEAST = 2, NAME_MOST = 5, RECIPIENTS_MAX = 2000 };

static const zone_range *
find_zone(const document *d, zone z)
{
    for (size_t i = 0; i < d->zone_count; i++)
        if (d->zones[i].zone == z)
            return &d->zones[i];
    return NULL;
}

/* Words that begin with a capital and go on small, nothing else between. */
static bool
is_name_part(const document *d, const cell *c)
{
    size_t words = c->last - c->first, letters = 0;

    if (words > NAME_MOST || c->capitals)
        return false;
    for (size_t i = c->first; i < c->last; i++) {
        const token *t = &d->tokens.at[i];

        if (!t->upper || t->number)
            return false;
        letters += t->end - t->start;
    }
    return c->end - c->start == letters + words - 1;
}

/* The cells from `c` on that make a name of two to five words ("Nguyễn Văn A",
 * or broken over lines); 0 if they do not. */
static size_t
name_cells(const document *d, const cell *c, size_t most)
{
    size_t words = 0, cells = 0;

    while (cells < most && is_name_part(d, &c[cells]) &&
           words + c[cells].last - c[cells].first <= NAME_MOST &&
           !(cells && c[cells].gap)) {
        words += c[cells].last - c[cells].first;
        cells++;
    }
    return words >= NAME_LEAST ? cells : 0;
}

static void
add_capacity(document *d, const cell *c)
{
    span words = cells_text(&d->arena, d, c, c + 1), so_far = d->meta.capacity;

    while (words.len && strchr(",;:", words.ptr[words.len - 1]))
        words.len--;
    d->meta.capacity = so_far.len ? arena_print(&d->arena, "%.*s, %.*s",
                                        SPAN_PRINT(so_far), SPAN_PRINT(words))
                                  : words;
}

/* The lines of a signature from byte `start` to `end`. */
static void
read_lines(document *d, size_t start, size_t end)
{
    cell_list cells = cells_read(&d->arena, d, start, LINES);

    for (size_t i = 0; i < cells.count; i++) {
        const cell *c = &cells.at[i];
        size_t name;

        if (c->start >= end || words_take(&d->tokens, c->first, "noi nhan"))
            break;
        name = name_cells(d, c, cells.count - i);
        if (name) {
            d->meta.signer = cells_text(&d->arena, d, c, c + name);
            return;
        }
        if (c->capitals && !cell_takes(d, c, c->first, "xac thuc van ban"))
            add_capacity(d, c);
    }
}

/* A signer whose titles were lost stands alone behind the recipients. */
static void
read_last_line(document *d, const zone_range *recipients)
{
    cell_list cells = cells_read(&d->arena, d, recipients->start, LINES * 4);
    const cell *last = NULL;

    for (size_t i = 0; i < cells.count; i++)
        if (cells.at[i].end <= recipients->end)
            last = &cells.at[i];
    if (last && last->gap && name_cells(d, last, 1))
        d->meta.signer = cells_text(&d->arena, d, last, last + 1);
}

static bool
is_mark(char c)
{
    return c == ' ' || c == '-' || c == '+' || c == '\n' || c == '\t';
}

/* The recipients on one line, without "Nơi nhận" and bullets. */
static span
read_recipients(document *d, const zone_range *z)
{
    span text = span_slice(d->text, z->start, z->end), line;
    span out = SPAN("");
    size_t colon = span_find(text, SPAN(":"), 0);

    if (text.len > RECIPIENTS_MAX)
        text.len = RECIPIENTS_MAX;
    text = span_from(text, colon < text.len ? colon + 1 : text.len);
    while (span_next_line(&text, &line)) {
        while (line.len && is_mark(line.ptr[0]))
            line = span_from(line, 1);
        line = span_trim(line);
        if (line.len)
            out = arena_print(&d->arena, "%.*s%s%.*s", SPAN_PRINT(out),
                out.len ? " " : "", SPAN_PRINT(line));
    }
    return out;
}

void
signature_read(document *d)
{
    const zone_range *recipients = find_zone(d, ZONE_RECIPIENTS);
    const zone_range *signature = find_zone(d, ZONE_SIGNATURE);

    if (recipients)
        d->meta.recipients = read_recipients(d, recipients);
    if (signature)
        read_lines(d, signature->start, signature->end);
    else if (recipients)
        read_last_line(d, recipients);
}
