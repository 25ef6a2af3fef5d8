#include "indexer/metadata-organlines.h"

#include "common/text/word.h"

organline
organlines_make(arena *a, span text)
{
    organline l = {.words = token_list_read(a, text)};

    if (l.words.count)
        l.issuer = issuer_match(&l.words, 0, &l.used);
    if (!l.issuer)
        l.used = 0;
    return l;
}

/* False for a name that ends in the middle: "BỘ LAO ĐỘNG -", "ỦY", "VĂN
 * PHÒNG" may go on with "CHÍNH PHỦ". */
static bool
is_complete(const organline *l)
{
    span text = span_trim(l->words.text);

    if (!l->words.count || strchr("-,", text.ptr[text.len - 1]))
        return false;
    if (l->issuer)
        return true;
    return l->words.count >= 3 &&
           !word_at(&l->words, l->words.count - 1, WORD_ORGAN_OPEN);
}

static bool
same_words(const token_list *a, const token_list *b)
{
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (!span_equal(token_folded(a, i), token_folded(b, i)))
            return false;
    return true;
}

static bool
is_body(const organline *l)
{
    return word_at(&l->words, 0, WORD_ORGAN_BODY) == l->words.count;
}

/* Leaves out what is there already, and bodies below their organ. */
static void
tidy(organlines *lines)
{
    size_t count = 0;

    for (size_t i = 0; i < lines->count; i++) {
        const organline *l = &lines->at[i];
        bool known = !l->words.count || (count && is_body(l));

        for (size_t k = 0; k < count && !known; k++)
            known = same_words(&lines->at[k].words, &l->words);
        if (!known)
            lines->at[count++] = *l;
    }
    lines->count = count;
}

static organlines
read_role(arena *a, const document *d, const head *h, size_t first, size_t last,
    cell_role wanted)
{
    organlines lines = {.count = 0};

    for (size_t i = first; i < last; i++) {
        const cell *c = &h->cells.at[i];
        span text = span_slice(d->text, c->start, c->end);
        organline *before = lines.count ? &lines.at[lines.count - 1] : NULL;
        bool begins = word_at(&d->tokens, c->first, WORD_ORGAN_BEGINS) > 0;

        if (c->role != wanted)
            continue;
        if (before && !(begins && is_complete(before)))
            *before = organlines_make(
                a, arena_print(a, "%.*s %.*s", SPAN_PRINT(before->words.text),
                       SPAN_PRINT(text)));
        else if (lines.count < ORGANLINES_MAX)
            lines.at[lines.count++] = organlines_make(a, text);
    }
    tidy(&lines);
    return lines;
}

organlines
organlines_read(arena *a, const document *d, const head *h)
{
    size_t count = h->cells.count;
    size_t kind_cell = h->kind_cell < count ? h->kind_cell : count;
    size_t last = h->letterhead ? count : kind_cell;
    organlines lines = read_role(a, d, h, h->letterhead, last, CELL_ORGAN);

    /* Where copies leave the letterhead out: who decides, above "Căn cứ". */
    if (!lines.count)
        lines = read_role(a, d, h, kind_cell, count, CELL_BODY);
    return lines;
}
