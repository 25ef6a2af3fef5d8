#include "searcher/lookup-choice.h"

#include "common/text/normalize.h"

enum { TITLE_WORDS = 4 /* shorter titles fit many sentences */ };

static const double IN_TIME = 1, AGAINST_TIME = -4, TITLE = 3, MARGIN = 2;

/* Days that are only partly known are compared as far as they are. */
static bool
is_later(uint32_t act, uint32_t citing)
{
    if (act % 10000 == 0 || citing % 10000 == 0)
        return act / 10000 > citing / 10000;
    return act > citing;
}

static double
score_time(uint32_t act, uint32_t citing)
{
    if (!act || !citing)
        return 0;
    return is_later(act, citing) ? AGAINST_TIME : IN_TIME;
}

/* The share of the title's words that stand in the sentence, both folded. */
static double
score_title(arena *a, const char *title, span sentence)
{
    span rest = normalize_folded(a, span_of(title)), word;
    size_t words = 0, there = 0;

    while (rest.len && span_next_field(&rest, ' ', &word)) {
        span framed = arena_print(a, " %.*s ", SPAN_PRINT(word));

        words++;
        there += span_find(sentence, framed, 0) < sentence.len;
    }
    return words < TITLE_WORDS ? 0 : TITLE * (double)there / (double)words;
}

static double
score(resolver *r, const found *act, uint32_t citing, span sentence)
{
    const tracuu_document *d = resolver_document(r, act);
    double points = score_time(act->date, citing);

    return d ? points + score_title(r->arena, d->title, sentence) : points;
}

const found_list *
choice_of(resolver *r, const found_list *all, uint32_t citing, span sentence)
{
    found_list *kept;
    double *points, best = AGAINST_TIME, second = AGAINST_TIME;
    size_t first = 0;
    span framed;

    if (all->count < 2)
        return all;
    kept = arena_take(r->arena, sizeof *kept);
    kept->at = arena_array(r->arena, all->count, sizeof *kept->at);
    points = arena_array(r->arena, all->count, sizeof *points);
    framed = arena_print(
        r->arena, " %.*s ", SPAN_PRINT(normalize_folded(r->arena, sentence)));
    for (size_t i = 0; i < all->count; i++) {
        points[i] = score(r, &all->at[i], citing, framed);
        if (points[i] > best || i == 0) {
            second = i ? best : second;
            best = points[i];
            first = i;
        } else if (points[i] > second) {
            second = points[i];
        }
    }
    for (size_t i = 0; i < all->count; i++)
        if (best - second >= MARGIN ? i == first
                                    : score_time(all->at[i].date, citing) >= 0)
            kept->at[kept->count++] = all->at[i];
    return kept->count ? kept : all;
}
