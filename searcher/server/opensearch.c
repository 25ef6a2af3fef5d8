#include "searcher/server/opensearch.h"

#include "searcher/server/xml.h"

static void
put_url(strbuf *out, const char *type, const char *base, const char *path)
{
    strbuf_print(out, "<Url type=\"%s\" template=\"", type);
    xml_put(out, base ? base : "");
    xml_put(out, path);
    strbuf_add_string(out, "\"/>\n");
}

bool
opensearch_answer(reply *out, const request *in)
{
    strbuf *b = &out->body;

    if (strcmp(in->path, "/opensearch.xml") != 0)
        return false;
    out->type = "application/opensearchdescription+xml";
    out->cache = "public, max-age=86400";
    strbuf_add_string(b, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                         "<OpenSearchDescription "
                         "xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n");
    xml_element(b, "ShortName", "tra cứu");
    xml_element(b, "Description",
        in->vietnamese ? "Tra cứu văn bản của Đảng và Nhà nước"
                       : "Vietnamese Party and State documents");
    xml_element(b, "InputEncoding", "UTF-8");
    xml_element(b, "Language", in->vietnamese ? "vi" : "en");
    put_url(b, "text/html", in->base, "/search?q={searchTerms}");
    put_url(b, "application/x-suggestions+json", in->base,
        "/api/v1/suggest?format=opensearch&q={searchTerms}");
    put_url(
        b, "application/atom+xml", in->base, "/api/v1/feed?q={searchTerms}");
    strbuf_add_string(b, "</OpenSearchDescription>\n");
    return true;
}
