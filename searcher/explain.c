/* explain: how a query is read, and what the index is asked. */
#include <stdlib.h>

#include "common/base/memory.h"
#include "searcher/plan.h"
#include <tracuu/explain.h>

/* The text and its bytes are one block. */
static tracuu_text *
text_of(span s)
{
    tracuu_text *text = memory_take(sizeof *text + s.len + 1);
    char *bytes = (char *)(text + 1);

    if (s.len)
        memcpy(bytes, s.ptr, s.len);
    bytes[s.len] = '\0';
    *text = (tracuu_text){bytes, s.len};
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
    query_print(&text, &q);
    if (reader)
        status = reader_refresh(reader, err);
    if (reader && !status) {
        status = plan_make(&p, &a, reader, &q, err);
        if (!status)
            plan_print(&text, &p);
    }
    if (!status)
        *out = text_of(strbuf_span(&text));
    strbuf_release(&text);
    arena_release(&a);
    return status;
}
