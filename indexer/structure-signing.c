#include "indexer/structure-signing.h"

#include "common/text/token-gap.h"
#include "common/text/word.h"
#include "indexer/words.h"

bool
signing_is_recipients(const document *d, size_t i)
{
    return words_take(&d->tokens, i, "noi nhan") > 0 && d->tokens.at[i].upper;
}

/* "TM.", "T/M", "KT.", "K/T", "TL.", "TUQ.", "Q." */
static size_t
representing(const document *d, size_t i)
{
    size_t used = word_at(&d->tokens, i, WORD_REPRESENTS), end;

    if (!used)
        return 0;
    end = d->tokens.at[i + used - 1].end;
    if (used > 1 || (end < d->text.len && d->text.ptr[end] == '.'))
        return used;
    return 0;
}

/* A heading in capitals goes on here, over the end of its line: "TIỀN LƯƠNG
 * CỦA HỘI ĐỒNG QUẢN TRỊ," and below it "TRƯỞNG BAN KIỂM SOÁT". */
static bool
continues_heading(const document *d, size_t i)
{
    gap behind;

    if (!i || !d->tokens.at[i - 1].capitals)
        return false;
    behind = gap_behind(&d->tokens, i - 1);
    return behind.mark == GAP_COMMA ||
           (behind.mark == GAP_BLANK &&
               word_at(&d->tokens, i - 1, WORD_HEADING_OPEN));
}

bool
signing_is_capacity(const document *d, size_t i, size_t end)
{
    size_t last = i;

    for (; last < d->tokens.count && d->tokens.at[last].end <= end; last++)
        if (d->tokens.at[last].end - d->tokens.at[last].start > 1 &&
            !d->tokens.at[last].capitals && !d->tokens.at[last].number)
            return false;
    if (representing(d, i))
        return true;
    return word_at(&d->tokens, i, WORD_SIGNER) > 0 &&
           d->text.ptr[end - 1] != ':' && !continues_heading(d, i);
}
