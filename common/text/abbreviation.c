#include "common/text/abbreviation.h"

#include "common/text/tables/abbreviations.inc"

size_t
abbreviation_count(void)
{
    return sizeof rows / sizeof *rows;
}

const abbreviation *
abbreviation_at(size_t i)
{
    return &rows[i];
}
