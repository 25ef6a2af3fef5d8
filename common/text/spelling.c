#include "common/text/spelling.h"

typedef struct spelling {
    uint16_t folded;
    uint8_t cost;
    char text[12];
} spelling;

#include "common/text/tables/spellings.inc"

enum { COUNT = sizeof forms / sizeof *forms };

/* Costs are stored in eighths. */
#define UNIT 8.0

/* What it costs that two forms are not known to stand together. */
#define APART 3.0

void
spelling_forms(uint16_t id, int *first, int *last)
{
    int low = 0, high = COUNT;

    while (low < high) {
        int middle = (low + high) / 2;

        if (forms[middle].folded < id)
            low = middle + 1;
        else
            high = middle;
    }
    *first = *last = low;
    while (*last < COUNT && forms[*last].folded == id)
        ++*last;
}

int
spelling_find(uint16_t id, span exact)
{
    int first, last;

    spelling_forms(id, &first, &last);
    for (int i = first; i < last; i++)
        if (span_equal(exact, span_of(forms[i].text)))
            return i;
    return SPELLING_NONE;
}

span
spelling_text(int form)
{
    return span_of(forms[form].text);
}

double
spelling_cost(int form)
{
    return forms[form].cost / UNIT;
}

double
spelling_cost_behind(int before, int form, bool *known)
{
    unsigned low = starts[before], high = starts[before + 1];

    while (low < high) {
        unsigned middle = (low + high) / 2;

        if (seconds[middle] < form)
            low = middle + 1;
        else
            high = middle;
    }
    if (known)
        *known = low < starts[before + 1] && seconds[low] == form;
    if (low < starts[before + 1] && seconds[low] == form)
        return costs[low] / UNIT;
    return APART + spelling_cost(form);
}
