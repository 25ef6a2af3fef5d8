#include "searcher/query-spelling-seen.h"

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

void
seen_read(seen *out, arena *a, const tracuu_hits *hits)
{
    out->count = 0;
    for (size_t i = 0; i < hits->count && out->count < SEEN_PAIRS; i++) {
        const tracuu_hit *hit = &hits->at[i];

        read_text(out, a, hit->document->title);
        for (size_t k = 0; k < hit->passage_count; k++)
            read_text(out, a, hit->passages[k].snippet);
    }
}

bool
seen_has(const seen *s, int form)
{
    for (size_t i = 0; i < s->count; i++)
        if (s->at[i].second == form)
            return true;
    return false;
}

bool
seen_has_pair(const seen *s, int first, int second)
{
    for (size_t i = 0; i < s->count; i++)
        if (s->at[i].first == first && s->at[i].second == second)
            return true;
    return false;
}
