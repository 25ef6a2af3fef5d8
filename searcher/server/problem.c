#include "searcher/server/problem.h"

#include "common/base/json.h"
#include "searcher/print-message.h"

static const struct {
    int status;
    const char *title;
} titles[] = {
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {421, "Misdirected Request"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {503, "Service Unavailable"},
    {505, "HTTP Version Not Supported"},
};

const char *
problem_title(int status)
{
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (titles[i].status == status)
            return titles[i].title;
    return "Error";
}

void
problem_fill(reply *out, int status, const char *code, const char *detail,
    bool vietnamese)
{
    strbuf type = STRBUF_INIT, said = STRBUF_INIT;
    json j;

    out->status = status;
    out->type = "application/problem+json";
    strbuf_clear(&out->body);
    strbuf_print(&type, "urn:tracuu:problem:%s", code);
    print_message(&said, vietnamese, detail);
    json_init(&j, &out->body);
    json_open(&j, '{');
    json_member(&j, "type", strbuf_span(&type));
    json_member_text(&j, "title", problem_title(status));
    json_member_integer(&j, "status", status);
    json_member(&j, "detail", strbuf_span(&said));
    json_close(&j);
    strbuf_add_char(&out->body, '\n');
    strbuf_release(&type);
    strbuf_release(&said);
}

static int
status_of(tracuu_status status)
{
    switch (status) {
    case TRACUU_NOT_FOUND:
        return 404;
    case TRACUU_USAGE:
        return 400;
    case TRACUU_INDEX_MISSING:
    case TRACUU_INDEX_LOCKED:
    case TRACUU_INDEX_DAMAGED:
    case TRACUU_INDEX_VERSION:
    case TRACUU_NO_MEMORY:
        return 503;
    default:
        return 500;
    }
}

/* Where the index lies, and how it is broken, is for the operator. */
void
problem_fill_error(reply *out, const tracuu_error *err, bool vietnamese)
{
    int status = status_of(err->status);

    problem_fill(out, status, tracuu_status_code(err->status),
        status < 500 ? err->message : "", vietnamese);
}
