#include "common/text/act.h"

#include "common/text/issuer.h"
#include "common/text/term.h"

#include "common/text/tables/acts.inc"
#include "common/text/tables/plenums.inc"

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

static date
act_day(uint32_t number)
{
    return (date){(uint16_t)(number / 10000), (uint8_t)(number / 100 % 100),
        (uint8_t)(number % 100)};
}

date
act_adopted(span kind_code, span no, date citing)
{
    const issuer *centre = issuer_by_id(SPAN("tw"));
    char term[TERM_SIZE] = "", other[TERM_SIZE];
    unsigned number = act_number(no);
    uint32_t found = 0;
    uint32_t until = citing.year
                         ? date_number(citing) + (citing.month ? 0 : 9999)
                         : UINT32_MAX;

    for (size_t i = 0; number && i < sizeof act_rows / sizeof *act_rows; i++) {
        const struct act_row *row = &act_rows[i];

        if (row->number != number || row->adopted > until ||
            !span_equal(kind_code, span_of(row->kind)))
            continue;
        term_of(other, centre, act_day(row->adopted));
        if (*term && strcmp(term, other) && !citing.year)
            return (date){0};
        memcpy(term, other, sizeof term);
        found = row->adopted;
    }
    return act_day(found);
}

span
act_of_plenum(unsigned term, unsigned plenum, span kind_code)
{
    for (size_t i = 0; i < sizeof plenum_rows / sizeof *plenum_rows; i++) {
        const struct plenum_row *row = &plenum_rows[i];

        if (row->term == term && row->plenum == plenum &&
            span_equal(kind_code, span_of(row->kind)))
            return span_of(row->number);
    }
    return SPAN("");
}
