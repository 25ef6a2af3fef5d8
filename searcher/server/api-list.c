/* Lists that other programs take: CSV for spreadsheets, Atom for readers of
 * news. */
#include "searcher/server/api.h"
#include "searcher/server/problem.h"
#include "searcher/server/target.h"
#include "searcher/server/xml.h"

enum { ROWS = 100, ROWS_MOST = 500, ENTRIES = 30, ENTRIES_MOST = 100 };

static tracuu_hits *
find(reply *out, const request *in, long usual, long most, tracuu_sort sort)
{
    const char *query = api_needed(out, in, "q");
    tracuu_search_options options = {.sort = sort, .uncounted = true};
    tracuu_hits *hits = NULL;
    tracuu_error err;
    long limit;

    if (!query || !api_number(out, in, "limit", usual, 1, most, &limit))
        return NULL;
    options.limit = (size_t)limit;
    if (tracuu_search(&hits, in->reader, query, &options, &err) != TRACUU_OK)
        problem_fill_error(out, &err, in->vietnamese);
    return hits;
}

/* ---- CSV ---- */

/* RFC 4180.  A spreadsheet takes a cell that begins with one of =+-@ for a
 * formula, whatever is quoted: an apostrophe makes it text. */
static void
put_cell(strbuf *out, const char *text, bool last)
{
    strbuf_add_char(out, '"');
    if (*text && strchr("=+-@\t\r\n", *text))
        strbuf_add_char(out, '\'');
    for (; *text; text++) {
        if (*text == '"')
            strbuf_add_char(out, '"');
        strbuf_add_char(out, (unsigned char)*text < 0x20 ? ' ' : *text);
    }
    strbuf_add_string(out, last ? "\"\r\n" : "\",");
}

static void
put_row(strbuf *out, const tracuu_hit *hit)
{
    const tracuu_document *d = hit->document;
    const tracuu_passage *p = hit->passage_count ? hit->passages : NULL;
    const char *cells[] = {d->number, d->kind, d->issuer, d->date, d->title,
        d->status, d->term, d->place, p ? p->label : "", p ? p->snippet : "",
        d->key, d->id, d->url};
    size_t count = sizeof cells / sizeof *cells;

    strbuf_print(out, "%zu,", hit->rank);
    for (size_t i = 0; i < count; i++)
        put_cell(out, cells[i], i + 1 == count);
}

void
api_export(reply *out, const request *in)
{
    static const char *const sorts[] = {"relevance", "newest", "oldest", NULL};
    int sort = api_choice(out, in, "sort", sorts);
    tracuu_hits *hits =
        sort < 0 ? NULL : find(out, in, ROWS, ROWS_MOST, (tracuu_sort)sort);

    if (!hits)
        return;
    out->partial = hits->partial;
    out->type = "text/csv; charset=utf-8; header=present";
    out->filename = "tracuu.csv";
    /* The byte order mark tells Excel that it is UTF-8. */
    strbuf_add_string(&out->body,
        in->vietnamese ? "\xEF\xBB\xBF"
                         "thứ tự,số,loại,cơ quan,ngày,trích yếu,hiệu lực,"
                         "khóa,nơi,chỗ,đoạn,khóa chuẩn,mã,địa chỉ\r\n"
                       : "\xEF\xBB\xBF"
                         "rank,number,kind,issuer,date,title,status,term,"
                         "place,label,snippet,key,id,url\r\n");
    for (size_t i = 0; i < hits->count; i++)
        put_row(&out->body, &hits->at[i]);
    tracuu_hits_free(hits);
}

/* ---- Atom ---- */

/* "2010-10-22T00:00:00Z"; what is not known of a date is its first day. */
static void
put_date(strbuf *out, const char *name, const char *date)
{
    static const char first[] = "0001-01-01";
    size_t known = strlen(date);

    if (known > sizeof first - 1)
        known = sizeof first - 1;
    strbuf_print(out, "<%s>%.*s%sT00:00:00Z</%s>\n", name, (int)known, date,
        first + known, name);
}

static void
put_link(strbuf *out, const char *base, const char *rel, const char *path,
    const char *text)
{
    strbuf_print(out, "<link rel=\"%s\" href=\"", rel);
    xml_put(out, base ? base : "");
    strbuf_add_string(out, path);
    if (text)
        target_encode(out, text);
    strbuf_add_string(out, "\"/>\n");
}

/* "Chỉ thị 48-CT/TW: title". */
static void
put_title(strbuf *out, const tracuu_document *d)
{
    strbuf_add_string(out, "<title>");
    xml_put(out, d->kind);
    if (*d->kind && *d->number)
        strbuf_add_char(out, ' ');
    xml_put(out, d->number);
    if (*d->number && *d->title)
        strbuf_add_string(out, ": ");
    xml_put(out, *d->title ? d->title : *d->number ? "" : d->id);
    strbuf_add_string(out, "</title>\n");
}

static void
put_entry(strbuf *out, const request *in, const tracuu_hit *hit)
{
    const tracuu_document *d = hit->document;

    strbuf_add_string(out, "<entry>\n<id>urn:tracuu:document:");
    target_encode(out, d->id);
    strbuf_add_string(out, "</id>\n");
    put_title(out, d);
    put_date(out, "updated", d->date);
    put_link(out, in->base, "alternate", "/doc/", d->id);
    if (*d->issuer) {
        strbuf_add_string(out, "<author>");
        xml_element(out, "name", d->issuer);
        strbuf_add_string(out, "</author>\n");
    }
    if (hit->passage_count)
        xml_element(out, "summary", hit->passages[0].snippet);
    strbuf_add_string(out, "</entry>\n");
}

void
api_feed(reply *out, const request *in)
{
    tracuu_hits *hits = find(out, in, ENTRIES, ENTRIES_MOST, TRACUU_NEWEST);
    const char *query = in->param(in, "q");
    strbuf *b = &out->body;

    if (!hits)
        return;
    out->partial = hits->partial;
    out->type = "application/atom+xml; charset=utf-8";
    strbuf_print(b,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"vi\">\n"
        "<id>urn:tracuu:query:");
    target_encode(b, query);
    strbuf_add_string(b, "</id>\n");
    xml_element(b, "title", query);
    strbuf_add_string(b, "<author><name>tracuu</name></author>\n");
    put_date(b, "updated", hits->count ? hits->at[0].document->date : "");
    put_link(b, in->base, "alternate", "/search?sort=newest&amp;q=", query);
    put_link(b, in->base, "self", "/api/v1/feed?q=", query);
    for (size_t i = 0; i < hits->count; i++)
        put_entry(b, in, &hits->at[i]);
    strbuf_add_string(b, "</feed>\n");
    tracuu_hits_free(hits);
}
