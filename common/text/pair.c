#include "common/text/pair.h"

#include <stddef.h>

#include "common/text/tables/pairs.inc"

#define COUNT(array) (sizeof(array) / sizeof *(array))

int
pair_number(uint16_t first, uint16_t second)
{
    size_t low, high;

    if (first + 1u >= COUNT(starts))
        return -1;
    low = starts[first];
    high = starts[first + 1];
    while (low < high) {
        size_t middle = (low + high) / 2;

        if (seconds[middle] == second)
            return (int)middle;
        if (seconds[middle] < second)
            low = middle + 1;
        else
            high = middle;
    }
    return -1;
}

bool
pair_is_listed(uint16_t first, uint16_t second)
{
    return pair_number(first, second) >= 0;
}

unsigned
pair_count(void)
{
    return COUNT(seconds);
}
