#include "common/document/failure.h"

#include "common/document/fields.h"

span
failure_name(arena *a, span id)
{
    return field_term(a, FAILURE_PREFIX, id);
}

/* A file name may hold what parts the fields. */
static span
on_one_line(arena *a, span text)
{
    char *copy = arena_take(a, text.len + 1);

    for (size_t i = 0; i < text.len; i++)
        copy[i] = (unsigned char)text.ptr[i] < 0x20 || text.ptr[i] == 0x7F
                      ? '?'
                      : text.ptr[i];
    return (span){copy, text.len};
}

span
failure_print(arena *a, const failure *f)
{
    span id = on_one_line(a, f->id), reason = on_one_line(a, f->reason);

    return arena_print(a, "%.*s\t%d\t%.*s\t%.*s", SPAN_PRINT(f->stamp),
        (int)f->fate, SPAN_PRINT(id), SPAN_PRINT(reason));
}

bool
failure_parse(failure *out, span value)
{
    span fate;

    *out = (failure){.fate = TRACUU_FAILED};
    if (!span_next_field(&value, '\t', &out->stamp) ||
        !span_next_field(&value, '\t', &fate) || fate.len != 1 ||
        !span_next_field(&value, '\t', &out->id) || !out->id.len)
        return false;
    out->fate = (tracuu_fate)(fate.ptr[0] - '0');
    out->reason = value;
    return out->fate == TRACUU_SKIPPED || out->fate == TRACUU_FAILED;
}
