#include "indexer/structure-openers.h"

#include "common/text/term.h"
#include "common/text/token-gap.h"

static bool
takes_any(
    const document *d, const cell *c, const char *const *phrases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (cell_takes(d, c, c->first, phrases[i]))
            return true;
    return false;
}

#define TAKES_ANY(d, c, phrases)                                               \
    takes_any(d, c, phrases, sizeof phrases / sizeof *(phrases))

/* "Điều 1", "Chương I", "Phần thứ nhất", "I.", "1.", "A.". */
static bool
starts_section(const document *d, const cell *c)
{
    static const char *const words[] = {
        "dieu", "chuong", "phan", "muc", "phu luc"};
    const token_list *tokens = &d->tokens;
    span first = token_folded(tokens, c->first);
    size_t used = 0;

    for (size_t i = 0; i < sizeof words / sizeof *words && !used; i++)
        used = cell_takes(d, c, c->first, words[i]);
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
    static const char *const phrases[] = {"can cu", "xet", "theo de nghi",
        "theo nguyen tac", "chieu theo", "tren co so"};

    return TAKES_ANY(d, c, phrases);
}

bool
opener_is_sure(const document *d, const cell *c)
{
    static const char *const phrases[] = {"can cu", "kinh gui", "noi nhan",
        "ban hanh kem theo", "kem theo quyet dinh", "kem theo nghi quyet",
        "xet de nghi", "theo de nghi", "theo nguyen tac", "chieu theo",
        "tren co so"};

    return TAKES_ANY(d, c, phrases) || starts_section(d, c);
}

bool
opener_is_likely(const document *d, const cell *c)
{
    static const char *const phrases[] = {"thuc hien", "quan triet", "xet",
        "theo", "de", "trong", "nham", "qua", "sau khi", "tai", "ngay",
        "trien khai", "hom nay", "vua qua", "thoi gian qua", "thuc te",
        "tiep tuc", "nam", "hoi nghi", "ban", "bo chinh tri", "quoc hoi",
        "chinh phu", "uy ban", "hien nay", "nhung nam", "phuc dap", "tra loi",
        "duoc su", "thi hanh", "day la"};

    return !c->capitals && d->tokens.at[c->first].upper &&
           TAKES_ANY(d, c, phrases);
}
