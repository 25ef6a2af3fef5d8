#include "indexer/structure-zones.h"

#include "indexer/structure-openers.h"
#include "indexer/structure-signing.h"
#include "indexer/words.h"

enum {
    SHORT = 100, /* bytes: the lines of a signature are shorter */
    RECIPIENT_LINES = 60,
    SIGNATURE_LINES = 14, /* what follows later is an annex without a title */
    ATTACHED_LINES = 8,   /* between a title and "(Ban hành kèm theo" */
    ATTACHED_TOKENS = 400
};

static void
change(zones *z, zone new, size_t at)
{
    zone_range *last =
        z->ranges.count ? &z->ranges.at[z->ranges.count - 1] : NULL;

    if (last && z->now == new)
        return;
    if (last && last->start == at)
        z->ranges.count--;
    else if (last)
        last->end = at;
    vec_push(&z->ranges, (zone_range){new, at, at});
    z->now = new;
    z->lines = 0;
}

static cell
line_cell(const document *d, size_t i, size_t start, size_t end)
{
    cell c = {.start = start, .end = end, .first = i, .last = i};

    while (c.last < d->tokens.count && d->tokens.at[c.last].end <= end)
        c.last++;
    return c;
}

void
zones_start(zones *z, const document *d, const head *h, size_t body)
{
    const cell *c = h->cells.at;

    *z = (zones){.ranges = VEC_INIT, .now = ZONE_HEAD};
    change(z, ZONE_HEAD, 0);
    z->now = ZONE_HEAD;
    if (h->subject != SIZE_MAX && body)
        change(z, ZONE_SUBJECT, c[h->subject].start);
    if (body && h->body < h->cells.count && opener_is_basis(d, &c[h->body]))
        change(z, ZONE_BASIS, body);
    else
        change(z, ZONE_BODY, body);
}

/* The basis ends with "QUYẾT ĐỊNH:", "như sau:", or a section. */
static bool
ends_basis(const document *d, const cell *c)
{
    return d->text.ptr[c->end - 1] == ':';
}

/* "(Ban hành kèm theo Quyết định số ...)" within the next lines. */
static bool
is_attached(const document *d, size_t i)
{
    size_t lines = 0;

    for (size_t last = i + ATTACHED_TOKENS;
         i < d->tokens.count && i < last && lines < ATTACHED_LINES; i++) {
        lines += d->tokens.at[i].line;
        if (d->tokens.at[i].line &&
            (words_take(&d->tokens, i, "ban hanh kem theo") ||
                words_take(&d->tokens, i, "kem theo")))
            return true;
    }
    return false;
}

/* The words of a title that begins an annex here: QUY CHẾ, DANH MỤC. */
static span
attached_title(const document *d, size_t i, size_t start, size_t end)
{
    span line = span_trim(span_slice(d->text, start, end));

    for (size_t k = i; k < d->tokens.count && d->tokens.at[k].end <= end; k++)
        if (!d->tokens.at[k].capitals && !d->tokens.at[k].number)
            return SPAN("");
    return is_attached(d, i) ? line : SPAN("");
}

/* Behind the signature: what starts an annex. */
static span
read_behind(zones *z, const document *d, const cell *c)
{
    bool is_short = c->end - c->start <= SHORT;
    size_t most = z->now == ZONE_SIGNATURE ? SIGNATURE_LINES : RECIPIENT_LINES;
    span title = SPAN("");

    if (is_short)
        title = attached_title(d, c->first, c->start, c->end);
    if (!title.len && ++z->lines <= most &&
        (is_short || z->now == ZONE_RECIPIENTS))
        return SPAN("");
    change(z, ZONE_ANNEX, c->start);
    return title.len ? title : SPAN("Phụ lục");
}

span
zones_line(zones *z, const document *d, size_t i, size_t start, size_t end)
{
    cell c = line_cell(d, i, start, end);
    bool is_short = end - start <= SHORT;

    if (z->now == ZONE_ANNEX || c.first == c.last)
        return SPAN("");
    if (is_short && signing_is_recipients(d, i)) {
        change(z, ZONE_RECIPIENTS, start);
        return SPAN("");
    }
    if (is_short && signing_is_capacity(d, i, end)) {
        change(z, ZONE_SIGNATURE, start);
        return SPAN("");
    }
    if (z->now == ZONE_RECIPIENTS || z->now == ZONE_SIGNATURE)
        return read_behind(z, d, &c);
    if (z->now == ZONE_BASIS && ends_basis(d, &c))
        change(z, ZONE_BODY, end < d->text.len ? end + 1 : end);
    return SPAN("");
}

void
zones_effect(zones *z, size_t start, bool chapter, bool effect)
{
    if (chapter)
        z->effect_chapter = effect;
    effect |= z->effect_chapter;
    if (z->now == ZONE_BASIS || z->now == ZONE_BODY || z->now == ZONE_EFFECT)
        change(z, effect ? ZONE_EFFECT : ZONE_BODY, start);
}

void
zones_annex(zones *z, size_t start)
{
    change(z, ZONE_ANNEX, start);
}

bool
zones_has_sections(const zones *z)
{
    return z->now != ZONE_RECIPIENTS && z->now != ZONE_SIGNATURE;
}

void
zones_finish(zones *z, document *d)
{
    z->ranges.at[z->ranges.count - 1].end = d->text.len;
    d->zone_count = z->ranges.count;
    d->zones = arena_array(&d->arena, z->ranges.count, sizeof *d->zones);
    memcpy(d->zones, z->ranges.at, z->ranges.count * sizeof *d->zones);
    vec_release(&z->ranges);
}
