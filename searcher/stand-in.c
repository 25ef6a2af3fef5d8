/* stand-in: calls of the interface whose units have not landed yet. */
#include <stdlib.h>

#include "common/base/fail.h"
#include <tracuu.h>

#define LATER __attribute__((weak))

LATER tracuu_status
tracuu_verify(const char *dir, tracuu_error *err)
{
    return fail(err, TRACUU_USAGE, "cannot verify '%s' yet", dir);
}

LATER void
tracuu_state_free(tracuu_state *s)
{
    (void)s;
}

LATER tracuu_status
tracuu_state_of(tracuu_state **out, tracuu_reader *r, tracuu_error *err)
{
    (void)r;
    *out = NULL;
    return fail(err, TRACUU_USAGE, "cannot tell the state yet");
}

LATER void
tracuu_relatives_free(tracuu_relatives *r)
{
    (void)r;
}

LATER tracuu_status
tracuu_related(tracuu_relatives **out, tracuu_reader *r, const char *name,
    size_t limit, tracuu_error *err)
{
    (void)r, (void)name, (void)limit;
    *out = NULL;
    return fail(err, TRACUU_USAGE, "cannot tell what is related yet");
}

LATER tracuu_status
tracuu_related_run(tracuu_relatives **out, tracuu_reader *r, const char *id,
    size_t limit, tracuu_error *err)
{
    return tracuu_related(out, r, id, limit, err);
}

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
