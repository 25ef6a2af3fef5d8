#include "searcher/server/page.h"

/* Text of HTML, also inside quoted attributes. */
static void
put(strbuf *out, const char *text)
{
    for (; *text; text++) {
        switch (*text) {
        case '&':
            strbuf_add_string(out, "&amp;");
            break;
        case '<':
            strbuf_add_string(out, "&lt;");
            break;
        case '>':
            strbuf_add_string(out, "&gt;");
            break;
        case '"':
            strbuf_add_string(out, "&quot;");
            break;
        case '\'':
            strbuf_add_string(out, "&#39;");
            break;
        default:
            strbuf_add_char(out, *text);
        }
    }
}

static void
put_hits(strbuf *out, const tracuu_hits *hits)
{
    strbuf_add_string(out, "<ol>\n");
    for (size_t i = 0; i < hits->count; i++) {
        const tracuu_document *d = hits->at[i].document;

        strbuf_add_string(out, "<li>");
        put(out, d->kind);
        strbuf_add_char(out, ' ');
        put(out, d->number);
        strbuf_add_char(out, ' ');
        put(out, d->title);
        strbuf_add_string(out, "</li>\n");
    }
    strbuf_add_string(out, "</ol>\n");
}

bool
page_answer(reply *out, const request *in)
{
    const char *query = in->param(in, "q");
    tracuu_hits *hits = NULL;
    tracuu_error err;

    if (strcmp(in->path, "/") != 0 && strcmp(in->path, "/search") != 0)
        return false;
    out->type = "text/html; charset=utf-8";
    strbuf_print(&out->body,
        "<!doctype html>\n<html lang=\"%s\">\n<meta charset=\"utf-8\">\n"
        "<title>tracuu</title>\n"
        "<link rel=\"stylesheet\" href=\"/static/style.css\">\n"
        "<form action=\"/search\"><input name=\"q\" value=\"",
        in->vietnamese ? "vi" : "en");
    put(&out->body, query ? query : "");
    strbuf_print(&out->body, "\"><button>%s</button></form>\n",
        in->vietnamese ? "Tìm" : "Search");
    if (query &&
        tracuu_search(&hits, in->reader, query, NULL, &err) == TRACUU_OK)
        put_hits(&out->body, hits);
    tracuu_hits_free(hits);
    strbuf_add_string(&out->body, "</html>\n");
    return true;
}
