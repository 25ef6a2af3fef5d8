#include "searcher/server/asset.h"

typedef struct asset {
    const char *name;
    const unsigned char *bytes;
    size_t length;
} asset;

#include "searcher/server/assets.inc"

enum { ASSET_COUNT = sizeof assets / sizeof *assets };

/* By the end of the name. */
static const struct {
    const char *end, *type;
} types[] = {
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/vnd.microsoft.icon"},
    {".woff2", "font/woff2"},
    {".html", "text/html; charset=utf-8"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".txt", "text/plain; charset=utf-8"},
};

static const char *
type_of(span name)
{
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (span_ends_with(name, span_of(types[i].end)))
            return types[i].type;
    return "application/octet-stream";
}

span
asset_bytes(const char *name)
{
    for (size_t i = 0; i < ASSET_COUNT; i++)
        if (!strcmp(assets[i].name, name))
            return (span){(const char *)assets[i].bytes, assets[i].length};
    return (span){NULL, 0};
}

const char *
asset_version(void)
{
    return ASSET_VERSION;
}

bool
asset_answer(reply *out, const request *in)
{
    const char *name, *version = in->param(in, "v");

    if (!span_starts_with(span_of(in->path), SPAN("/static/")))
        return false;
    name = in->path + strlen("/static/");
    out->constant = asset_bytes(name);
    if (!out->constant.ptr) {
        out->status = 404;
        return true;
    }
    out->type = type_of(span_of(name));
    out->cache = version && !strcmp(version, ASSET_VERSION)
                     ? "public, max-age=31536000, immutable"
                     : "public, no-cache";
    return true;
}
