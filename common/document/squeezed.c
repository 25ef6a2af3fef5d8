#include "common/document/squeezed.h"

#include "common/text/unicode.h"
#include "common/text/utf8.h"

span
squeezed_read(char out[SQUEEZED_MAX], span name)
{
    size_t at = 0, length = 0;

    while (at < name.len) {
        uint32_t code = unicode_fold(utf8_next(name, &at));

        if (unicode_class(code) != CHAR_LETTER &&
            unicode_class(code) != CHAR_DIGIT)
            continue;
        if (length + 4 > SQUEEZED_MAX)
            return SPAN("");
        length += utf8_put(out + length, code);
    }
    return (span){out, length};
}

bool
squeezed_is(span squeezed, span name)
{
    char mine[SQUEEZED_MAX];

    return name.len && span_equal(squeezed, squeezed_read(mine, name));
}
