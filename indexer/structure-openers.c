#include "indexer/structure-openers.h"

#include "common/text/term.h"
#include "common/text/token-gap.h"
#include "common/text/word.h"

/* "Điều 1", "Chương I", "Phần thứ nhất", "I.", "1.", "A.". */
static bool
starts_section(const document *d, const cell *c)
{
    const token_list *tokens = &d->tokens;
    span first = token_folded(tokens, c->first);
    size_t used = cell_takes_any(d, c, c->first, WORD_SECTION);

    if (used && c->first + used < c->last) {
        span next = token_folded(tokens, c->first + used);

        return tokens->at[c->first + used].number || term_roman(next) ||
               span_equal(token_exact(tokens, c->first + used), SPAN("thứ"));
    }
    if (!term_roman(first) && first.len > 2)
        return false;
    if (!tokens->at[c->first].number && !term_roman(first))
        return false;
    switch (gap_behind(tokens, c->first).mark) {
    case GAP_DOT:
    case GAP_DASH:
    case GAP_CLOSE:
        return c->last > c->first + 1;
    default:
        return false;
    }
}

bool
opener_is_basis(const document *d, const cell *c)
{
    return cell_takes_any(d, c, c->first, WORD_OPENS_BASIS) > 0;
}

bool
opener_is_sure(const document *d, const cell *c)
{
    return cell_takes_any(d, c, c->first, WORD_OPENS_BODY) ||
           starts_section(d, c);
}

bool
opener_is_likely(const document *d, const cell *c)
{
    return !c->capitals && d->tokens.at[c->first].upper &&
           cell_takes_any(d, c, c->first, WORD_MAY_OPEN_BODY);
}
