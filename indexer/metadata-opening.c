#include "indexer/metadata-opening.h"

#include "common/text/kind.h"
#include "common/text/token-gap.h"
#include "common/text/word.h"
#include "indexer/words.h"

enum {
    FORMULA_TOKENS = 120, /* of the body, where no basis stands before it */
    PLACE_TOKENS = 8      /* between an organ and what it does */
};

/* "ban hành Nghị định" of the act's own kind; at the start of a sentence,
 * "quyết định" and its like too. */
static bool
is_formula_verb(const document *d, size_t i, const kind *own, bool sentence)
{
    size_t used;

    if (sentence && word_at(&d->tokens, i, WORD_FORMULA))
        return true;
    return words_take(&d->tokens, i, "ban hanh") &&
           kind_match(&d->tokens, i + 2, &used) == own;
}

/* The token behind the organ's name that starts at token `i`, if the formula
 * follows it; 0 if not. */
static size_t
formula_end(const document *d, size_t i, const kind *own, bool sentence)
{
    size_t used, end;

    if (!issuer_match(&d->tokens, i, &used))
        return 0;
    for (end = i + used; end <= i + used + PLACE_TOKENS; end++) {
        if (gap_behind(&d->tokens, end - 1).mark != GAP_BLANK)
            return 0;
        if (is_formula_verb(d, end, own, sentence))
            return end;
    }
    return 0;
}

static organ
named(document *d, size_t first, size_t last, date day)
{
    span name = span_slice(
        d->text, d->tokens.at[first].start, d->tokens.at[last - 1].end);

    return organ_of_name(&d->arena, name, day);
}

static organ
read_formula(document *d, const zone_range *z, const kind *own, date day)
{
    size_t i = token_list_find(&d->tokens, z->start);
    size_t last = token_list_find(&d->tokens, z->end);

    if (z->zone == ZONE_BODY && last > i + FORMULA_TOKENS)
        last = i + FORMULA_TOKENS;
    for (; i < last; i++) {
        size_t first = i + word_at(&d->tokens, i, WORD_ORGAN_HEAD), end;
        bool sentence = d->tokens.at[i].breaks;

        if (!d->tokens.at[i].line && !sentence)
            continue;
        end = formula_end(d, first, own, sentence);
        if (!end && first != i)
            end = formula_end(d, first = i, own, sentence);
        if (end)
            return named(d, first, end, day);
    }
    return (organ){0};
}

/* "TM. CHÍNH PHỦ" */
static organ
read_signature(document *d, const zone_range *z, date day)
{
    size_t i = token_list_find(&d->tokens, z->start), used, last;
    size_t mark = word_at(&d->tokens, i, WORD_ON_BEHALF);

    if (!mark || !issuer_match(&d->tokens, i + mark, &used))
        return (organ){0};
    last = i + mark + used;
    while (last < d->tokens.count && !d->tokens.at[last].line)
        last++;
    return named(d, i + mark, last, day);
}

organ
opening_organ(document *d, const kind *own, date day)
{
    static const zone order[] = {ZONE_BASIS, ZONE_BODY, ZONE_SIGNATURE};

    for (size_t k = 0; k < sizeof order / sizeof *order; k++)
        for (size_t i = 0; i < d->zone_count; i++) {
            const zone_range *z = &d->zones[i];
            organ found;

            if (z->zone != order[k])
                continue;
            found = z->zone == ZONE_SIGNATURE ? read_signature(d, z, day)
                                              : read_formula(d, z, own, day);
            if (found.issuer)
                return found;
            break;
        }
    return (organ){0};
}
