/* tracuu/explain.h: printing what each stage makes of a text or a query.
 */
#ifndef TRACUU_EXPLAIN_H
#define TRACUU_EXPLAIN_H

#include <tracuu/error.h>
#include <tracuu/search.h>
#include <tracuu/types.h>

#ifdef __cplusplus
extern "C" {
#endif

#pragma GCC visibility push(default)

typedef enum tracuu_stage {
    TRACUU_STAGE_NORMALIZE,
    TRACUU_STAGE_TOKENS,
    TRACUU_STAGE_STRUCTURE,
    TRACUU_STAGE_METADATA,
    TRACUU_STAGE_REFERENCES,
    TRACUU_STAGE_PASSAGES,
    TRACUU_STAGE_TEXT /* decoded and clean, in the tone style it has */
} tracuu_stage;

enum { TRACUU_STAGE_COUNT = 7 };

/* The stage's name: "normalize", ... */
const char *tracuu_stage_name(tracuu_stage stage);

/* A text that a call made. */
typedef struct tracuu_text {
    const char *ptr; /* UTF-8, NUL-terminated */
    size_t len;
} tracuu_text;

/* What the stage makes of one text, for people.  The text may be in an old
 * encoding. */
tracuu_status tracuu_explain_text(tracuu_text **out, tracuu_stage stage,
    const char *text, size_t length, tracuu_error *err);

/* The same for one line of JSON, {"id","text"} and optionally "doc", "title"
 * and what a record may state, as one line of JSON; offsets are code points
 * of the text as given, also where parts of it were decoded. */
tracuu_status tracuu_explain_json(tracuu_text **out, tracuu_stage stage,
    const char *line, size_t length, tracuu_error *err);

/* How a query is read: its tree, and the plan against `reader` (NULL: the
 * tree alone). */
tracuu_status tracuu_explain_query(tracuu_text **out, tracuu_reader *reader,
    const char *query, tracuu_error *err);

void tracuu_text_free(tracuu_text *text);

#pragma GCC visibility pop

#ifdef __cplusplus
}
#endif

#endif
