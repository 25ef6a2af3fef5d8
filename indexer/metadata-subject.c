#include "indexer/metadata-subject.h"

#include "common/text/issuer.h"
#include "common/text/word.h"
#include "indexer/metadata-letterhead.h"
#include "indexer/structure-openers.h"

enum {
    SUBJECT_MAX = 2000, /* bytes */
    PARAGRAPH = 220,    /* bytes: a longer line is a paragraph, no title */
    FULL_LINE = 40      /* bytes: a shorter one before a gap was the last */
};

static bool
is_small(const document *d, const cell *c)
{
    const token *t = &d->tokens.at[c->first];

    return !t->upper && !t->number && t->start - c->start <= 1;
}

static char
last_char(const document *d, const cell *c)
{
    return d->text.ptr[c->end - 1];
}

/* Words that leave a line of a title open. */
static bool
is_open(const document *d, const cell *c)
{
    return word_at(&d->tokens, c->last - 1, WORD_SUBJECT_OPEN) ||
           strchr(",-", last_char(d, c));
}

/* Words behind which the name of an organ goes on with a title. */
static bool
awaits_organ(const document *d, const cell *c)
{
    return word_at(&d->tokens, c->last - 1, WORD_AWAITS_ORGAN) ||
           last_char(d, c) == ',';
}

/* An organ alone on its line: who decides, above "Căn cứ". */
static bool
is_organ_line(const document *d, const cell *c)
{
    const char *organ;
    size_t used = 0;

    if (!c->capitals)
        return false;
    for (size_t i = 0; (organ = word_entry(WORD_ORGAN_LINE, i)); i++)
        if (cell_takes(d, c, c->first, organ) || cell_rest(d, c, organ))
            return true;
    return issuer_match(&d->tokens, c->first, &used) &&
           c->first + used == c->last;
}

/* Behind what has been read of the subject, `c` is no part of it. */
static bool
ends_subject(const document *d, const cell *before, const cell *c)
{
    bool wrapped = !c->gap && !c->rule;

    if (c->rule || opener_is_sure(d, c))
        return true;
    if (opener_is_likely(d, c) && !(wrapped && is_open(d, before)))
        return true;
    if (d->text.ptr[c->start] == '(' && strchr(").", last_char(d, c)))
        return true;
    if (c->capitals && is_organ_line(d, c) && !awaits_organ(d, before))
        return true;
    if (before->capitals)
        return !c->capitals || (c->gap && !is_open(d, before) &&
                                   before->end - before->start < FULL_LINE);
    if (c->capitals)
        return !wrapped || !is_open(d, before);
    if (is_small(d, c))
        return false;
    return !wrapped || c->end - c->start > PARAGRAPH ||
           strchr(".;:", last_char(d, before));
}

bool
subject_names_organ(const document *d, head *h, const cell *c)
{
    const token_list *tokens = &d->tokens;
    size_t used = 0, at = c->first;
    bool plenum = cell_takes(d, c, at, "hoi nghi lan thu") > 0;

    if (h->title_organ != SIZE_MAX && c->capitals &&
        issuer_match(tokens, at, &used) && at + used == c->last)
        return true;
    if (!c->capitals || (!plenum && !token_is(&d->tokens, at, "cua")))
        return false;
    for (at++; at < c->last; at++)
        if (issuer_match(tokens, at, &used))
            break;
        else if (!plenum)
            return false;
    if (at == c->last || (!plenum && at + used + 2 < c->last))
        return false;
    h->title_organ = at;
    return true;
}

/* What stands among the lines of a subject without being part of it. */
static bool
read_aside(arena *a, const document *d, head *h, cell *c, bool started)
{
    if (h->date != SIZE_MAX && c->first < h->date_last && c->first > h->date)
        c->role = CELL_DATE;
    else if (letterhead_mark(d, c))
        c->role = CELL_MARK;
    else if (letterhead_noise(d, h, c))
        c->role = CELL_NOISE;
    else if (!started && subject_names_organ(d, h, c))
        c->role = CELL_ORGAN;
    else if (h->number == SIZE_MAX && letterhead_number(a, d, h, c))
        c->role = CELL_NUMBER;
    else if (h->date == SIZE_MAX && letterhead_date(d, h, c, c->first))
        c->role = CELL_DATE;
    else if (h->dispatch && letterhead_motto(d, h, c))
        c->role = CELL_NOISE;
    return c->role != CELL_TEXT;
}

void
subject_read(arena *a, const document *d, head *h, size_t first, bool inside)
{
    const cell *before = inside ? &h->cells.at[first] : NULL;
    size_t i;

    if (inside)
        h->subject = first;
    h->subject_last = inside ? first + 1 : first;
    for (i = h->subject_last; i < h->cells.count; i++) {
        cell *c = &h->cells.at[i];

        if (read_aside(a, d, h, c, before != NULL))
            continue;
        if (before ? ends_subject(d, before, c) : opener_is_sure(d, c))
            break;
        if (h->subject == SIZE_MAX)
            h->subject = i;
        if (c->end - h->cells.at[h->subject].start > SUBJECT_MAX)
            break;
        c->role = CELL_SUBJECT;
        before = c;
        h->subject_last = i + 1;
    }
    h->body = i;
}
