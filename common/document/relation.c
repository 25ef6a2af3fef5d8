#include "common/document/relation.h"

#include "common/document/squeezed.h"
#include "common/text/word.h"

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

static bool
is_called(relation r, span squeezed)
{
    const relation_info *about = &relations[r];
    span names = span_of(about->names), name;

    while (names.len && span_next_field(&names, ';', &name))
        if (squeezed_is(squeezed, name))
            return true;
    return squeezed_is(squeezed, span_of(about->vietnamese)) ||
           squeezed_is(squeezed, span_of(about->english)) ||
           squeezed_is(squeezed, span_of(about->code));
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
    relation r = RELATION_COUNT;
    const char *before;
    bool passive = span_ends_with(squeezed, SPAN("boi"));

    if (passive)
        squeezed.len -= 3;
    for (size_t i = 0; (before = word_entry(WORD_PASSIVE, i)); i++)
        if (span_starts_with(squeezed, span_of(before))) {
            squeezed = span_from(squeezed, strlen(before));
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
    char bytes[SQUEEZED_MAX];
    span squeezed = squeezed_read(bytes, name);
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
