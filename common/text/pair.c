#include "common/text/pair.h"

#include <stddef.h>

#include "common/text/tables/pairs.inc"

#define COUNT(array) (sizeof(array) / sizeof *(array))

bool
pair_is_listed(uint16_t first, uint16_t second)
{
    size_t low, high;

    if (first + 1u >= COUNT(starts))
        return false;
    low = starts[first];
    high = starts[first + 1];
    while (low < high) {
        size_t middle = (low + high) / 2;

        if (seconds[middle] == second)
            return true;
        if (seconds[middle] < second)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

unsigned
pair_count(void)
{
    return COUNT(seconds);
}
