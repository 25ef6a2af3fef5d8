/* stand-in: calls of the interface whose units have not landed yet. */
#include <stdlib.h>

#include "common/base/fail.h"
#include <tracuu.h>

#define LATER __attribute__((weak))

LATER const char *
tracuu_stage_name(tracuu_stage stage)
{
    (void)stage;
    return "none";
}

LATER void
tracuu_text_free(tracuu_text *text)
{
    free(text);
}

LATER tracuu_status
tracuu_explain_text(tracuu_text **out, tracuu_stage stage, const char *text,
    size_t length, tracuu_error *err)
{
    (void)stage, (void)text, (void)length;
    *out = NULL;
    return fail(err, TRACUU_USAGE, "cannot explain yet");
}

LATER tracuu_status
tracuu_explain_json(tracuu_text **out, tracuu_stage stage, const char *line,
    size_t length, tracuu_error *err)
{
    return tracuu_explain_text(out, stage, line, length, err);
}
