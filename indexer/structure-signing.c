#include "indexer/structure-signing.h"

#include "common/text/token-gap.h"
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
    static const char *const marks[] = {
        "tm", "t m", "kt", "k t", "tl", "t l", "tuq", "t u q", "q"};
    size_t used;

    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++) {
        size_t end;

        used = words_take(&d->tokens, i, marks[k]);
        if (!used)
            continue;
        end = d->tokens.at[i + used - 1].end;
        if (used > 1 || (end < d->text.len && d->text.ptr[end] == '.'))
            return used;
    }
    return 0;
}

/* A heading in capitals goes on here, over the end of its line: "TIỀN LƯƠNG
 * CỦA HỘI ĐỒNG QUẢN TRỊ," and below it "TRƯỞNG BAN KIỂM SOÁT". */
static bool
continues_heading(const document *d, size_t i)
{
    static const char *const open[] = {"va", "cua", "cho", "ve", "voi", "tai",
        "do", "cac", "doi voi", "bo nhiem", "thuoc", "la", "hoac"};
    gap behind;

    if (!i || !d->tokens.at[i - 1].capitals)
        return false;
    behind = gap_behind(&d->tokens, i - 1);
    return behind.mark == GAP_COMMA ||
           (behind.mark == GAP_BLANK &&
               WORDS_TAKE_ANY(&d->tokens, i - 1, open));
}

bool
signing_is_capacity(const document *d, size_t i, size_t end)
{
    static const char *const titles[] = {"bo truong", "thu tuong", "chu tich",
        "pho chu tich", "chu nhiem", "giam doc", "tong giam doc", "cuc truong",
        "tong cuc truong", "thong doc", "vien truong", "chanh an",
        "chanh van phong", "truong ban", "bi thu", "pho bi thu", "tong bi thu",
        "hieu truong", "chu toa", "thu ky ky hop", "tong kiem toan",
        "tong thanh tra", "thu truong", "chanh thanh tra", "truong phong",
        "chi cuc truong", "pho thu tuong", "xac thuc van ban hop nhat"};
    size_t last = i;

    for (; last < d->tokens.count && d->tokens.at[last].end <= end; last++)
        if (d->tokens.at[last].end - d->tokens.at[last].start > 1 &&
            !d->tokens.at[last].capitals && !d->tokens.at[last].number)
            return false;
    if (representing(d, i))
        return true;
    return WORDS_TAKE_ANY(&d->tokens, i, titles) > 0 &&
           d->text.ptr[end - 1] != ':' && !continues_heading(d, i);
}
