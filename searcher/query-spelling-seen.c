#include "searcher/query-spelling-seen.h"

#include <limits.h>
#include <stdlib.h>

#include "common/text/normalize.h"
#include "common/text/spelling.h"
#include "common/text/token.h"

static void
read_text(seen *s, arena *a, const char *text)
{
    token_list list =
        token_list_read(a, normalize_clean(a, span_of(text)).text);
    int before = SPELLING_NONE;

    for (size_t i = 0; i < list.count && s->count < SEEN_PAIRS; i++) {
        int form = spelling_find(list.at[i].id, token_exact(&list, i));

        if (list.at[i].breaks)
            before = SPELLING_NONE;
        s->at[s->count].first = before;
        s->at[s->count++].second = form;
        before = form;
    }
}

static int
compare(const void *a, const void *b)
{
    const seen_pair *x = a, *y = b;

    return x->second != y->second
               ? (x->second > y->second ? 1 : -1)
               : (x->first > y->first) - (x->first < y->first);
}

/* The first that does not stand before `pair`. */
static size_t
place_of(const seen *s, seen_pair pair)
{
    size_t low = 0, high = s->count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (compare(&s->at[middle], &pair) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void
seen_read(seen *out, arena *a, const tracuu_hits *hits, size_t count)
{
    out->count = 0;
    for (size_t i = 0; i < hits->count && i < count && out->count < SEEN_PAIRS;
         i++) {
        const tracuu_hit *hit = &hits->at[i];

        read_text(out, a, hit->document->title);
        for (size_t k = 0; k < hit->passage_count; k++)
            read_text(out, a, hit->passages[k].snippet);
    }
    if (out->count)
        qsort(out->at, out->count, sizeof *out->at, compare);
}

bool
seen_has(const seen *s, int form)
{
    size_t at = place_of(s, (seen_pair){INT_MIN, form});

    return at < s->count && s->at[at].second == form;
}

bool
seen_has_pair(const seen *s, int first, int second)
{
    size_t at = place_of(s, (seen_pair){first, second});

    return at < s->count && s->at[at].first == first &&
           s->at[at].second == second;
}
