#include "searcher/server/strict.h"

#include <strings.h>

/* Of these there may be one. */
static const char *const singles[] = {"Host", "Content-Length",
    "Transfer-Encoding", "Authorization", "If-None-Match", "Origin",
    "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host"};

static bool
is_named(const header *h, const char *name)
{
    return h->name.len == strlen(name) &&
           !strncasecmp(h->name.ptr, name, h->name.len);
}

span
strict_value(const header_list *headers, const char *name)
{
    for (size_t i = 0; i < headers->count; i++)
        if (is_named(&headers->at[i], name))
            return headers->at[i].value;
    return (span){NULL, 0};
}

static size_t
count(const header_list *headers, const char *name)
{
    size_t found = 0;

    for (size_t i = 0; i < headers->count; i++)
        found += is_named(&headers->at[i], name);
    return found;
}

static bool
is_plain(span s)
{
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];

        if ((c < 0x20 && c != '\t') || c == 0x7F)
            return false;
    }
    return true;
}

/* A name or an address, and a port. */
static bool
is_host(span s)
{
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];

        if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') &&
            !(c >= '0' && c <= '9') && (!c || !strchr(".-:[]_", c)))
            return false;
    }
    return s.len > 0 && s.len < 256;
}

/* RFC 9110, 5.6.2. */
static bool
is_token(span s)
{
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];

        if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') &&
            !(c >= '0' && c <= '9') && (!c || !strchr("!#$%&'*+-.^_`|~", c)))
            return false;
    }
    return s.len > 0;
}

static int
refuse(const char **why, int status, const char *words)
{
    *why = words;
    return status;
}

static int
check_body(const char **why, const header_list *headers)
{
    span length = strict_value(headers, "Content-Length");

    if (count(headers, "Transfer-Encoding"))
        return refuse(why, 400, "no request has a body here");
    if (count(headers, "Content-Length") && !span_equal(length, SPAN("0")))
        return refuse(why, 413, "no request has a body here");
    return 0;
}

int
strict_check(const char **why, const char *method, const char *version,
    const header_list *headers)
{
    span host = strict_value(headers, "Host");

    *why = "";
    if (headers->count > STRICT_HEADERS)
        return refuse(why, 431, "there are too many headers");
    for (size_t i = 0; i < headers->count; i++)
        if (!is_token(headers->at[i].name) || !is_plain(headers->at[i].value))
            return refuse(why, 400, "a header has characters that it may not");
    for (size_t i = 0; i < sizeof singles / sizeof *singles; i++)
        if (count(headers, singles[i]) > 1)
            return refuse(why, 400, "a header that is single stands twice");
    if (strcmp(version, "HTTP/1.1") != 0 && strcmp(version, "HTTP/1.0") != 0)
        return refuse(why, 505, "HTTP/1.1 is spoken here");
    if (host.ptr ? !is_host(host) : !strcmp(version, "HTTP/1.1"))
        return refuse(why, 400, "the Host is none");
    if (strcmp(method, "GET") != 0 && strcmp(method, "HEAD") != 0 &&
        strcmp(method, "OPTIONS") != 0)
        return refuse(why, 405, "GET, HEAD and OPTIONS are answered");
    return check_body(why, headers);
}
