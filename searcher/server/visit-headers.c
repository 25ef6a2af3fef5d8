/* What an answer bears besides its body. */
#include "searcher/server/problem.h"
#include "searcher/server/visit.h"

/* No inline scripts or styles, nothing from elsewhere.  Who may frame it is
 * added. */
static const char policy[] =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

static void
put(visit *v, const char *name, const char *value)
{
    if (value && v->extra_count < VISIT_HEADERS)
        v->extra[v->extra_count++] = (header){span_of(name), span_of(value)};
}

static void
put_policy(visit *v)
{
    const char *origins = v->service->settings->origins;
    strbuf all = STRBUF_INIT;
    span rest = span_of(origins), one;

    strbuf_add_string(&all, policy);
    while (rest.len && span_next_field(&rest, ',', &one)) {
        strbuf_add_char(&all, ' ');
        strbuf_add(&all, span_trim(one));
    }
    put(v, "Content-Security-Policy",
        arena_string(&v->arena, strbuf_span(&all)));
    strbuf_release(&all);
}

/* Scripts of other sites may read the API and the widget, if their site is
 * listed; no cookie and no password goes with what they ask. */
static void
put_sharing(visit *v)
{
    bool preflight = !strcmp(v->method, "OPTIONS");

    if (!v->may_share)
        return;
    put(v, "Access-Control-Allow-Origin", v->origin);
    put(v, "Access-Control-Expose-Headers", "ETag, Retry-After");
    if (!preflight)
        return;
    put(v, "Access-Control-Allow-Methods", "GET, HEAD, OPTIONS");
    put(v, "Access-Control-Allow-Headers",
        "Authorization, Accept-Language, If-None-Match");
    put(v, "Access-Control-Max-Age", "600");
}

static void
put_disposition(visit *v)
{
    if (v->out.filename)
        put(v, "Content-Disposition",
            arena_print(
                &v->arena, "attachment; filename=\"%s\"", v->out.filename)
                .ptr);
}

static void
put_of_status(visit *v)
{
    switch (v->out.status) {
    case 204:
    case 405:
        put(v, "Allow", "GET, HEAD, OPTIONS");
        break;
    case 401:
        put(v, "WWW-Authenticate", "Basic realm=\"tracuu\", charset=\"UTF-8\"");
        break;
    case 429:
    case 503:
        put(v, "Retry-After", "2");
        break;
    default:
        break;
    }
}

void
visit_headers(visit *v)
{
    const reply *out = &v->out;
    const char *keep = out->cache ? out->cache : "private, no-cache";

    if (out->status >= 400 && !out->cache)
        keep = "no-store";
    v->extra_count = 0;
    put(v, "Content-Type", out->status == 304 ? NULL : out->type);
    put(v, "Cache-Control", keep);
    put(v, "ETag", v->etag);
    put(v, "Vary", "Accept-Language, Authorization, Origin");
    put(v, "Location", out->location);
    put_disposition(v);
    put_policy(v);
    put(v, "X-Content-Type-Options", "nosniff");
    put(v, "Referrer-Policy", "same-origin");
    put(v, "Cross-Origin-Opener-Policy", "same-origin");
    put(v, "Cross-Origin-Resource-Policy",
        v->route == METRICS_STATIC || v->may_share ? "cross-origin"
                                                   : "same-origin");
    put_sharing(v);
    put_of_status(v);
    if (atomic_load(&v->service->draining))
        put(v, "Connection", "close");
}
