#include "searcher/rerank-accent.h"

#include "common/text/unicode.h"
#include "common/text/utf8.h"

static bool
has_tone(span exact)
{
    for (size_t at = 0; at < exact.len;)
        if (unicode_tone(utf8_next(exact, &at)) != TONE_NONE)
            return true;
    return false;
}

/* Equal but for the tones that `text` bears. */
static bool
equal_toneless(span query, span text)
{
    size_t i = 0, k = 0;

    while (i < query.len && k < text.len)
        if (utf8_next(query, &i) != unicode_toneless(utf8_next(text, &k)))
            return false;
    return i == query.len && k == text.len;
}

accent
accent_compare(
    const token_list *query, size_t i, const token_list *text, size_t k)
{
    const token *typed = &query->at[i], *found = &text->at[k];
    span want, have;

    if (typed->id != found->id ||
        !span_equal(token_folded(query, i), token_folded(text, k)))
        return ACCENT_OTHER;
    if (!typed->marked)
        return ACCENT_AGREES;
    if (!found->marked)
        return ACCENT_PLAIN;
    want = token_exact(query, i);
    have = token_exact(text, k);
    if (span_equal(want, have))
        return ACCENT_AGREES;
    return !has_tone(want) && equal_toneless(want, have) ? ACCENT_AGREES
                                                         : ACCENT_CONFLICT;
}
