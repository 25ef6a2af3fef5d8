/* Searching: a page of hits, and what could be meant. */
#include "common/base/json.h"
#include "searcher/print.h"
#include "searcher/server/api.h"
#include "searcher/server/problem.h"

enum {
    LIMIT = 10,
    LIMIT_MOST = 100,
    OFFSET_MOST = 10000,
    SUGGESTIONS = 10,
    SUGGESTIONS_MOST = 50
};

void
api_search(reply *out, const request *in)
{
    static const char *const sorts[] = {"relevance", "newest", "oldest", NULL};
    const char *query = api_needed(out, in, "q"), *explain, *facets;
    tracuu_search_options options = {0};
    print_style style = {.vietnamese = in->vietnamese};
    tracuu_hits *hits = NULL;
    tracuu_error err;
    long limit, offset;
    int sort;

    if (!query || (sort = api_choice(out, in, "sort", sorts)) < 0 ||
        !api_number(out, in, "limit", LIMIT, 1, LIMIT_MOST, &limit) ||
        !api_number(out, in, "offset", 0, 0, OFFSET_MOST, &offset))
        return;
    explain = in->param(in, "explain");
    facets = in->param(in, "facets");
    options.uncounted = facets && !strcmp(facets, "0");
    options.limit = (size_t)limit;
    options.offset = (size_t)offset;
    options.sort = (tracuu_sort)sort;
    options.explain = explain && !strcmp(explain, "1");
    if (tracuu_search(&hits, in->reader, query, &options, &err) != TRACUU_OK) {
        problem_fill_error(out, &err, in->vietnamese);
        return;
    }
    out->type = "application/json";
    out->partial = hits->partial;
    print_hits_json(&out->body, hits, &style);
    tracuu_hits_free(hits);
}

/* ["typed", ["completion", ...]], as browsers ask for it. */
static void
put_opensearch(strbuf *out, const char *typed, const tracuu_suggestions *list)
{
    json j;

    json_init(&j, out);
    json_open(&j, '[');
    json_put_text(&j, typed);
    json_open(&j, '[');
    for (size_t i = 0; i < list->count; i++)
        json_put_text(&j, list->at[i].text);
    json_close(&j);
    json_close(&j);
    strbuf_add_char(out, '\n');
}

void
api_suggest(reply *out, const request *in)
{
    static const char *const formats[] = {"json", "opensearch", NULL};
    const char *query = api_needed(out, in, "q");
    tracuu_suggestions *list = NULL;
    tracuu_error err;
    long limit;
    int format;

    if (!query || (format = api_choice(out, in, "format", formats)) < 0 ||
        !api_number(out, in, "limit", SUGGESTIONS, 1, SUGGESTIONS_MOST, &limit))
        return;
    if (tracuu_suggest(&list, in->reader, query, (size_t)limit, &err) !=
        TRACUU_OK) {
        problem_fill_error(out, &err, in->vietnamese);
        return;
    }
    out->partial = list->partial;
    out->type = format ? "application/x-suggestions+json" : "application/json";
    if (format)
        put_opensearch(&out->body, query, list);
    else
        print_suggestions_json(&out->body, list);
    tracuu_suggestions_free(list);
}
