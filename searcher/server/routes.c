#include "searcher/server/routes.h"

#include "searcher/server/api.h"
#include "searcher/server/asset.h"
#include "searcher/server/opensearch.h"
#include "searcher/server/page.h"
#include "searcher/server/problem.h"

/* The first that a path begins with. */
static const struct {
    const char *start;
    metrics_route route;
} starts[] = {
    {"/api/v1/search", METRICS_SEARCH},
    {"/api/v1/documents/", METRICS_DOCUMENT},
    {"/api/v1/related", METRICS_RELATED},
    {"/api/v1/graph", METRICS_GRAPH},
    {"/api/v1/suggest", METRICS_SUGGEST},
    {"/api/v1/status", METRICS_STATUS},
    {"/api/v1/export", METRICS_EXPORT},
    {"/api/v1/feed", METRICS_FEED},
    {"/api/", METRICS_OTHER},
    {"/static/", METRICS_STATIC},
    {"/opensearch.xml", METRICS_STATIC},
    {"/healthz", METRICS_OTHER},
    {"/metrics", METRICS_OTHER},
    {"/", METRICS_PAGE},
};

metrics_route
routes_of(const char *path)
{
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (span_starts_with(span_of(path), span_of(starts[i].start)))
            return starts[i].route;
    return METRICS_OTHER;
}

const char *
routes_document(arena *a, const request *in)
{
    static const char page[] = "/doc/";
    span rest;

    if (span_starts_with(span_of(in->path), SPAN("/doc/")) &&
        in->path[sizeof page - 1])
        return in->path + sizeof page - 1;
    return api_document(a, in, &rest);
}

bool
routes_answer_quickly(reply *out, const request *in)
{
    return asset_answer(out, in) || opensearch_answer(out, in);
}

static void
answer_health(reply *out)
{
    out->type = "text/plain; charset=utf-8";
    out->cache = "no-store";
    strbuf_add_string(&out->body, "ok\n");
}

void
routes_answer(reply *out, const request *in)
{
    if (!strcmp(in->path, "/healthz"))
        answer_health(out);
    else if (!api_answer(out, in) && !page_answer(out, in))
        problem_fill(
            out, 404, "not-found", "there is no such page", in->vietnamese);
}
