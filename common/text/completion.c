#include "common/text/completion.h"

#include "common/text/tables/completions.inc"

enum { COUNT = sizeof rows / sizeof *rows };

/* The first row that is not before `beginning`. */
static size_t
find_first(span beginning)
{
    size_t low = 0, high = COUNT;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (span_compare(span_of(rows[middle].folded), beginning) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t
completion_find(span beginning, const completion **out, size_t room)
{
    size_t count = 0;

    for (size_t i = find_first(beginning);
         i < COUNT && span_starts_with(span_of(rows[i].folded), beginning);
         i++) {
        size_t at = count;

        if (at == room && (!room || out[at - 1]->times >= rows[i].times))
            continue;
        if (at == room)
            at--;
        else
            count++;
        for (; at && out[at - 1]->times < rows[i].times; at--)
            out[at] = out[at - 1];
        out[at] = &rows[i];
    }
    return count;
}
