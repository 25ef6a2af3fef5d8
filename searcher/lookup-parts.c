#include "searcher/lookup-parts.h"

#include "common/base/vec.h"
#include "common/document/fields.h"
#include "common/text/citation.h"
#include "searcher/lookup-citing.h"
#include "searcher/lookup.h"

enum { PARTS = 50, TERMS_MAX = 20000, PREFIX = sizeof "XPART" - 1 };

typedef struct walk {
    arena *arena;
    size_t digits;     /* of the bare number */
    VEC(span) numbers; /* folded, "442019qh14" */
    size_t seen;
} walk;

/* True if the bare number ends there: letters or a year follow. */
static bool
ends_number(span rest)
{
    if (!rest.len || *rest.ptr < '0' || *rest.ptr > '9')
        return true;
    return rest.len > 4 &&
           (span_starts_with(rest, SPAN("19")) ||
               span_starts_with(rest, SPAN("20"))) &&
           (rest.ptr[4] < '0' || rest.ptr[4] > '9');
}

static bool
visit(void *payload, span term, uint32_t frequency)
{
    walk *w = payload;

    (void)frequency;
    if (span_find(term, SPAN("#"), 0) >= term.len &&
        ends_number(span_from(term, PREFIX + w->digits)))
        vec_push(&w->numbers, arena_copy(w->arena, span_from(term, PREFIX)));
    return w->numbers.count < PARTS && ++w->seen < TERMS_MAX;
}

/* What a record is a part of. */
static span
act_of(tracuu_reader *reader, arena *a, uint32_t entry)
{
    arena scratch = ARENA_INIT;
    span number = SPAN("");
    record r;

    if (lookup_record(reader, &scratch, entry, RECORD_HEAD, &r, NULL) ==
        TRACUU_OK)
        number = arena_copy(a, r.part_of);
    arena_release(&scratch);
    return number;
}

uint32_t
parts_article(tracuu_reader *reader, arena *a, span number, span article)
{
    span name = arena_print(a, "%.*s#%.*s", SPAN_PRINT(symbol_fold(a, number)),
        SPAN_PRINT(article));

    return citing_first(reader, field_term(a, "XPART", name));
}

/* The act with the folded number; false if it is another, or none may be
 * seen. */
static bool
read_part(part *out, tracuu_reader *reader, arena *a, span folded, span no)
{
    uint32_t entry = citing_first(reader, field_term(a, "XPART", folded));
    token_list list;
    citation cite;

    if (!entry)
        return false;
    *out = (part){.number = act_of(reader, a, entry), .entry = entry};
    list = token_list_read(a, out->number);
    if (!citation_read_typed(a, &list, 0, &cite) ||
        !span_equal(cite.act.no, no))
        return false;
    out->key = cite.key;
    out->year = cite.act.year;
    entry = parts_article(reader, a, out->number, SPAN("1"));
    if (entry)
        out->entry = entry;
    return true;
}

tracuu_status
parts_find(part_list *out, tracuu_reader *reader, arena *a, span no,
    unsigned year, span number, tracuu_error *err)
{
    span whole = symbol_fold(a, number);
    walk w = {.arena = a};
    tracuu_status status;
    span digits;

    *out = (part_list){arena_array(a, PARTS + 1, sizeof *out->at), 0};
    if (!no.len || *no.ptr < '0' || *no.ptr > '9')
        return TRACUU_OK;
    digits = year ? arena_print(a, "%.*s%u", SPAN_PRINT(no), year) : no;
    w.digits = digits.len;
    if (whole.len && reader_frequency(reader, reader->documents,
                         field_term(a, "XPART", whole)))
        vec_push(&w.numbers, whole);
    status = store_walk_terms(reader->documents, field_term(a, "XPART", digits),
        (span){NULL, 0}, visit, &w, err);
    for (size_t i = 0;
         i < w.numbers.count && !status && !(i && reader_is_late(reader)); i++)
        if (read_part(&out->at[out->count], reader, a, w.numbers.at[i], no))
            out->count++;
    vec_release(&w.numbers);
    return status;
}
