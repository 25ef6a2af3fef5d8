#include "common/document/relation.h"

#include "common/text/unicode.h"
#include "common/text/utf8.h"

#include "common/document/tables/relations.inc"

const relation_info *
relation_about(relation r)
{
    return &relations[r < RELATION_COUNT ? r : REL_CITES];
}

relation
relation_by_code(span code)
{
    for (int r = 0; r < RELATION_COUNT; r++)
        if (span_equal(code, span_of(relations[r].code)))
            return (relation)r;
    return RELATION_COUNT;
}

enum { NAME_BYTES_MAX = 64 };

/* Folded letters and digits alone; empty if there are too many. */
static span
squeeze(char out[NAME_BYTES_MAX], span name)
{
    size_t at = 0, length = 0;

    while (at < name.len) {
        uint32_t code = unicode_fold(utf8_next(name, &at));

        if (unicode_class(code) != CHAR_LETTER &&
            unicode_class(code) != CHAR_DIGIT)
            continue;
        if (length + 4 > NAME_BYTES_MAX)
            return SPAN("");
        length += utf8_put(out + length, code);
    }
    return (span){out, length};
}

static bool
is_name(span squeezed, span name)
{
    char mine[NAME_BYTES_MAX];

    return name.len && span_equal(squeezed, squeeze(mine, name));
}

static bool
is_called(relation r, span squeezed)
{
    const relation_info *about = &relations[r];
    span names = span_of(about->names), name;

    while (names.len && span_next_field(&names, ';', &name))
        if (is_name(squeezed, name))
            return true;
    return is_name(squeezed, span_of(about->vietnamese)) ||
           is_name(squeezed, span_of(about->english)) ||
           is_name(squeezed, span_of(about->code));
}

static relation
find_name(span squeezed)
{
    for (int r = 0; squeezed.len && r < RELATION_COUNT; r++)
        if (is_called((relation)r, squeezed))
            return (relation)r;
    return RELATION_COUNT;
}

/* "bị thay thế bởi", "được hướng dẫn", "thay thế bởi". */
static relation
find_passive(span squeezed)
{
    static const char *const before[] = {"duoc", "bi"};
    relation r = RELATION_COUNT;
    bool passive = span_ends_with(squeezed, SPAN("boi"));

    if (passive)
        squeezed.len -= 3;
    for (size_t i = 0; i < 2; i++)
        if (span_starts_with(squeezed, span_of(before[i]))) {
            squeezed = span_from(squeezed, strlen(before[i]));
            passive = true;
            break;
        }
    if (passive)
        r = find_name(squeezed);
    return r == RELATION_COUNT ? r : relations[r].inverse;
}

relation
relation_by_name(span name)
{
    char bytes[NAME_BYTES_MAX];
    span squeezed = squeeze(bytes, name);
    relation r = find_name(squeezed);

    return r == RELATION_COUNT ? find_passive(squeezed) : r;
}

bool
relation_covers(relation asked, relation r)
{
    relation inverse = relations[asked].inverse;

    return asked == r || relations[asked].covers == RELATION_COUNT ||
           relations[asked].covers == r ||
           (relations[inverse].covers == relations[r].inverse &&
               relations[r].inverse != inverse);
}
