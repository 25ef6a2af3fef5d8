#include "indexer/metadata-naming.h"

#include "common/base/strbuf.h"
#include "common/text/token-gap.h"
#include "common/text/unicode.h"
#include "common/text/utf8.h"
#include "common/text/word.h"
#include "indexer/metadata-locality.h"
#include "indexer/words.h"

/* The capital of a letter: in the blocks that Vietnamese uses it stands 32 or
 * 1 before. */
static uint32_t
upper(uint32_t code)
{
    if (code >= 32 && unicode_lower(code - 32) == code)
        return code - 32;
    return code && unicode_lower(code - 1) == code ? code - 1 : code;
}

static void
add_word(strbuf *out, span word, bool capital)
{
    size_t at = 0;

    if (capital && word.len)
        utf8_add(out, upper(utf8_next(word, &at)));
    while (at < word.len)
        utf8_add(out, unicode_lower(utf8_next(word, &at)));
}

/* The word in the usual place of its tone ("ủy", not "uỷ"). */
static span
shown(const token_list *list, size_t i)
{
    return list->at[i].exact_len < TOKEN_MAX - 1 ? token_exact(list, i)
                                                 : token_source(list, i);
}

/* The gap behind token `i`; true if it ends one part of a list. */
static bool
add_gap(strbuf *out, const token_list *list, size_t i)
{
    switch (gap_behind(list, i).mark) {
    case GAP_COMMA:
        strbuf_add_string(out, ", ");
        return true;
    case GAP_DASH:
        strbuf_add_string(out, " - ");
        return true;
    default:
        strbuf_add_char(out, ' ');
        return span_equal(token_folded(list, i), SPAN("va"));
    }
}

span
naming_of(arena *a, const token_list *list, size_t first, size_t last)
{
    strbuf out = STRBUF_INIT;
    size_t capital_until = first, place_from = last, i = first, field;
    span name;

    field = words_take(list, first, "hoi dong")
                ? first
                : first + word_at(list, first, WORD_OFFICE);
    for (; i < last; i++) {
        bool part = i > first && add_gap(&out, list, i - 1);
        size_t used = 0;
        bool announces = locality_kind(list, i, &used) != TIER_NONE;
        bool begins = word_at(list, i, WORD_NAME_HEAD) > 0;

        if (word_at(list, i, WORD_NAME_WHOLE))
            capital_until = i + word_at(list, i, WORD_NAME_WHOLE);
        if (announces)
            place_from = i + used;
        else if (part)
            place_from = last;
        add_word(&out, shown(list, i),
            i == first || begins || (i == field && field > first) ||
                i < capital_until || (part && !announces) ||
                (i >= place_from && !announces));
    }
    name = arena_copy(a, strbuf_span(&out));
    strbuf_release(&out);
    return name;
}
