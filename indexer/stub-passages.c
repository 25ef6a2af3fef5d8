#include "indexer/stages.h"

enum { WORDS = 250 };

void
passages_cut(document *d)
{
    size_t n = (d->tokens.count + WORDS - 1) / WORDS;

    d->passages = arena_array(&d->arena, n, sizeof *d->passages);
    d->passage_count = n;
    for (size_t i = 0; i < n; i++) {
        passage *p = &d->passages[i];

        p->first = i * WORDS;
        p->last = i + 1 < n ? (i + 1) * WORDS : d->tokens.count;
        p->start = i ? d->tokens.at[p->first].start : 0;
        p->end = i + 1 < n ? d->tokens.at[p->last].start : d->text.len;
        p->label = p->heading = SPAN("");
    }
}
