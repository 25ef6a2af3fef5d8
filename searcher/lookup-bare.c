#include "searcher/lookup-bare.h"

#include "common/document/fields.h"

/* "59", "59/2021": the number and year, 0 for none. */
static bool
read_bare(span value, span *no, unsigned *year)
{
    size_t at = 0, digits = 0;

    *year = 0;
    value = span_trim(value);
    while (value.len > 1 && *value.ptr == '0')
        value = span_from(value, 1);
    while (at < value.len && value.ptr[at] >= '0' && value.ptr[at] <= '9')
        at++;
    *no = span_slice(value, 0, at);
    if (at < value.len && value.ptr[at] == '/')
        for (at++; at < value.len && value.ptr[at] >= '0' &&
                   value.ptr[at] <= '9' && digits < 4;
             at++, digits++)
            *year = *year * 10 + (unsigned)(value.ptr[at] - '0');
    return no->len && at == value.len && (!digits || digits == 4);
}

tracuu_status
bare_find(tracuu_reader *reader, arena *a, span value, found_list *out,
    tracuu_error *err)
{
    tracuu_status status = lookup_name(reader, a, value, out, err);
    size_t kept = 0;
    unsigned year;
    span no;

    if (status || out->count || !read_bare(value, &no, &year))
        return status;
    status = lookup_term(reader, a, field_term(a, "XNO", no), out, err);
    for (size_t i = 0; i < out->count; i++)
        if (!year || out->at[i].date / 10000 == year)
            out->at[kept++] = out->at[i];
    out->count = kept;
    return status;
}
