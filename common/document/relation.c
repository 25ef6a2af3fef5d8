#include "common/document/relation.h"

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
