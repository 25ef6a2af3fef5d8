#include "searcher/server/api.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "searcher/print.h"
#include "searcher/server/api-document.h"
#include "searcher/server/asset.h"
#include "searcher/server/problem.h"
#include "searcher/server/target.h"

#define DOCUMENTS "/api/v1/documents/"

/* ---- parameters ---- */

static void refuse(reply *out, const request *in, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void
refuse(reply *out, const request *in, const char *format, ...)
{
    char words[256];
    va_list list;

    va_start(list, format);
    vsnprintf(words, sizeof words, format, list);
    va_end(list);
    problem_fill(out, 400, "parameter", words, in->vietnamese);
}

bool
api_number(reply *out, const request *in, const char *name, long usual,
    long least, long most, long *value)
{
    const char *text = in->param(in, name);
    char *end;

    *value = usual;
    if (!text || !*text)
        return true;
    errno = 0;
    *value = strtol(text, &end, 10);
    if (!errno && !*end && *value >= least && *value <= most)
        return true;
    refuse(out, in, "the parameter '%s' is a number from %ld to %ld", name,
        least, most);
    return false;
}

const char *
api_needed(reply *out, const request *in, const char *name)
{
    const char *text = in->param(in, name);

    if (text && *text)
        return text;
    refuse(out, in, "the parameter '%s' is missing", name);
    return NULL;
}

int
api_choice(
    reply *out, const request *in, const char *name, const char *const *names)
{
    const char *text = in->param(in, name);

    if (!text || !*text)
        return 0;
    for (int i = 0; names[i]; i++)
        if (!strcmp(names[i], text))
            return i;
    refuse(out, in, "the parameter '%s' has no such value", name);
    return -1;
}

/* ---- the small ones ---- */

static void
answer_status(reply *out, const request *in)
{
    tracuu_state *state = NULL;
    tracuu_error err;

    if (tracuu_state_of(&state, in->reader, &err) != TRACUU_OK) {
        problem_fill_error(out, &err, in->vietnamese);
        return;
    }
    out->type = "application/json";
    print_state_json(&out->body, state);
    tracuu_state_free(state);
}

static void
answer_description(reply *out, const request *in)
{
    (void)in;
    out->type = "application/json";
    out->constant = asset_bytes("openapi.json");
}

/* ---- which ---- */

static const struct {
    const char *path;
    api_path *answer;
} paths[] = {
    {"/api/v1/search", api_search},
    {"/api/v1/export", api_export},
    {"/api/v1/feed", api_feed},
    {"/api/v1/suggest", api_suggest},
    {"/api/v1/related", api_document_related},
    {"/api/v1/graph", api_document_graph},
    {"/api/v1/status", answer_status},
    {"/api/v1/openapi.json", answer_description},
};

/* The path as it came: in a decoded one the slashes of a number would look
 * like those of the path. */
const char *
api_document(arena *a, const request *in, span *rest)
{
    static const char *const tails[] = {"/references", "/related", "/graph"};
    span raw = span_of(in->target);
    size_t query = span_find(raw, SPAN("?"), 0);

    if (query < raw.len)
        raw = span_slice(raw, 0, query);
    if (!span_starts_with(raw, SPAN(DOCUMENTS)))
        return NULL;
    raw = span_from(raw, sizeof DOCUMENTS - 1);
    *rest = (span){NULL, 0};
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        span tail = span_of(tails[i]);

        if (!span_ends_with(raw, tail))
            continue;
        *rest = tail;
        raw.len -= tail.len;
        break;
    }
    return raw.len ? target_decode(a, raw, false) : NULL;
}

static bool
answer_document(reply *out, const request *in)
{
    arena a = ARENA_INIT;
    span rest;
    const char *name = api_document(&a, in, &rest);

    if (name)
        api_document_answer(out, in, name, rest);
    arena_release(&a);
    return name != NULL;
}

bool
api_answer(reply *out, const request *in)
{
    if (!span_starts_with(span_of(in->path), SPAN("/api/")))
        return false;
    if (answer_document(out, in))
        return true;
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        if (strcmp(paths[i].path, in->path) != 0)
            continue;
        paths[i].answer(out, in);
        return true;
    }
    problem_fill(
        out, 404, "not-found", "there is no such path", in->vietnamese);
    return true;
}
