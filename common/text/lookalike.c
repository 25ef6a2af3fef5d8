#include "common/text/lookalike.h"

#include "common/text/tables/lookalikes.inc"

static const struct lookalike *
row_of(char read)
{
    return &lookalikes[(unsigned char)read < 128 ? (unsigned char)read : 0];
}

char
lookalike_digit(char read)
{
    return read >= '0' && read <= '9' ? read : row_of(read)->digit;
}

const char *
lookalike_letters(char read)
{
    const char *letters = row_of(read)->letters;

    return letters ? letters : "";
}
