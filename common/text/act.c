#include "common/text/act.h"

#include "common/text/tables/acts.inc"

static unsigned
act_number(span no)
{
    unsigned n = 0;

    if (!no.len || no.len > 4)
        return 0;
    for (size_t i = 0; i < no.len; i++) {
        if (no.ptr[i] < '0' || no.ptr[i] > '9')
            return 0;
        n = n * 10 + (unsigned)(no.ptr[i] - '0');
    }
    return n;
}

date
act_adopted(span kind_code, span no, date citing)
{
    unsigned number = act_number(no), count = 0;
    uint32_t found = 0;
    uint32_t until = citing.year
                         ? date_number(citing) + (citing.month ? 0 : 9999)
                         : UINT32_MAX;

    for (size_t i = 0; number && i < sizeof act_rows / sizeof *act_rows; i++) {
        const struct act_row *row = &act_rows[i];

        if (row->number != number || row->adopted > until ||
            !span_equal(kind_code, span_of(row->kind)))
            continue;
        found = row->adopted;
        count++;
    }
    if (!count || (count > 1 && !citing.year))
        return (date){0};
    return (date){(uint16_t)(found / 10000), (uint8_t)(found / 100 % 100),
        (uint8_t)(found % 100)};
}
