#include "common/text/symbol-letters.h"

#include "common/text/unicode.h"
#include "common/text/utf8.h"

static size_t
letters_map(char out[LETTERS_MAX], span s, uint32_t (*map)(uint32_t))
{
    size_t len = 0;

    out[0] = '\0';
    for (size_t at = 0; at < s.len;) {
        char put[4];
        uint32_t code = utf8_next(s, &at);
        size_t n;

        if (unicode_class(code) == CHAR_MARK)
            continue;
        n = utf8_put(put, map(unicode_lookalike(code)));
        if (len + n >= LETTERS_MAX)
            return out[0] = '\0', 0;
        memcpy(out + len, put, n);
        len += n;
    }
    out[len] = '\0';
    return len;
}

size_t
letters_fold(char out[LETTERS_MAX], span s)
{
    return letters_map(out, s, unicode_fold);
}

size_t
letters_lower(char out[LETTERS_MAX], span s)
{
    return letters_map(out, s, unicode_lower);
}
