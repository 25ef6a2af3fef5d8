/* explain: how a query is read, and what the index is asked. */
#include <stdlib.h>

#include "common/base/memory.h"
#include "searcher/plan-relation.h"
#include "searcher/plan.h"
#include <tracuu/explain.h>

/* Takes over the bytes; tracuu_text_free of the indexer frees both. */
static tracuu_text *
text_of(strbuf *b)
{
    tracuu_text *text = memory_take(sizeof *text);

    strbuf_reserve(b, 1);
    *text = (tracuu_text){b->ptr, b->len};
    return text;
}

tracuu_status
tracuu_explain_query(tracuu_text **out, tracuu_reader *reader, const char *line,
    tracuu_error *err)
{
    tracuu_status status = TRACUU_OK;
    arena a = ARENA_INIT;
    strbuf text = STRBUF_INIT;
    query q;
    plan p;

    *out = NULL;
    query_read(&q, &a, span_of(line));
    if (reader)
        status = reader_refresh(reader, err);
    if (reader && !status)
        status = relation_resolve(&q, reader, &a, err);
    query_print(&text, &q);
    if (reader && !status) {
        status = plan_make(&p, &a, reader, &q, err);
        if (!status)
            plan_print(&text, &p);
    }
    if (!status)
        *out = text_of(&text);
    else
        strbuf_release(&text);
    arena_release(&a);
    return status;
}
