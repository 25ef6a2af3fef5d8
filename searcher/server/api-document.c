#include "searcher/server/api-document.h"

#include "searcher/print-member.h"
#include "searcher/print.h"
#include "searcher/server/problem.h"

enum {
    RELATED = 10,
    RELATED_MOST = 100,
    DEPTH = 2,
    DEPTH_MOST = 4,
    REFERENCES = 100,
    REFERENCES_MOST = 1000,
    OFFSET_MOST = 1000000
};

/* Several acts are called so: the caller is to choose. */
static void
set_choices(reply *out, bool ambiguous)
{
    out->status = ambiguous ? 300 : 200;
    out->type = "application/json";
}

/* ---- the document ---- */

static void
answer_whole(reply *out, const request *in, const char *name)
{
    tracuu_views *views = NULL;
    tracuu_error err;

    if (tracuu_show(&views, in->reader, name, &err) != TRACUU_OK) {
        problem_fill_error(out, &err, in->vietnamese);
        return;
    }
    out->partial = views->partial;
    set_choices(out, views->count != 1);
    print_views_json(&out->body, views);
    tracuu_views_free(views);
}

/* ---- its references ---- */

typedef struct page {
    const char *relation; /* NULL: any */
    size_t offset, limit;
} page;

static bool
is_wanted(const page *p, const tracuu_reference *r)
{
    return !p->relation || !strcmp(p->relation, r->relation);
}

static void
put_page(json *j, const char *name, const page *p, const tracuu_reference *all,
    size_t count)
{
    size_t total = 0;

    json_name(j, name);
    json_open(j, '{');
    json_name(j, "references");
    json_open(j, '[');
    for (size_t i = 0; i < count; i++) {
        if (!is_wanted(p, &all[i]))
            continue;
        if (total >= p->offset && total < p->offset + p->limit)
            print_member_reference(j, &all[i]);
        total++;
    }
    json_close(j);
    json_member_integer(j, "total", (int64_t)total);
    json_close(j);
}

static void
put_references(
    reply *out, const tracuu_views *views, int direction, const page *p)
{
    const tracuu_view *view = &views->at[0];
    json j;

    json_init(&j, &out->body);
    json_open(&j, '{');
    json_member_integer(&j, "version", 1);
    if (views->partial)
        json_member_bool(&j, "partial", true);
    json_name(&j, "document");
    print_member_document(&j, view->document);
    if (direction != 1)
        put_page(&j, "outgoing", p, view->outgoing, view->outgoing_count);
    if (direction != 2)
        put_page(&j, "incoming", p, view->incoming, view->incoming_count);
    json_close(&j);
    strbuf_add_char(&out->body, '\n');
}

static void
answer_references(reply *out, const request *in, const char *name)
{
    static const char *const directions[] = {"both", "in", "out", NULL};
    page p = {.relation = in->param(in, "relation")};
    int direction = api_choice(out, in, "direction", directions);
    tracuu_views *views = NULL;
    tracuu_error err;
    long limit, offset;

    if (direction < 0 ||
        !api_number(out, in, "limit", REFERENCES, 1, REFERENCES_MOST, &limit) ||
        !api_number(out, in, "offset", 0, 0, OFFSET_MOST, &offset))
        return;
    p.limit = (size_t)limit;
    p.offset = (size_t)offset;
    if (p.relation && !*p.relation)
        p.relation = NULL;
    if (tracuu_show(&views, in->reader, name, &err) != TRACUU_OK) {
        problem_fill_error(out, &err, in->vietnamese);
        return;
    }
    out->partial = views->partial;
    set_choices(out, views->count != 1);
    if (views->count == 1)
        put_references(out, views, direction, &p);
    else
        print_views_json(&out->body, views);
    tracuu_views_free(views);
}

/* ---- related ---- */

static void
answer_related(reply *out, const request *in, const char *name)
{
    tracuu_relatives *all = NULL;
    tracuu_error err;
    long limit;

    if (!api_number(out, in, "limit", RELATED, 1, RELATED_MOST, &limit))
        return;
    if (tracuu_related(&all, in->reader, name, (size_t)limit, &err) !=
        TRACUU_OK) {
        problem_fill_error(out, &err, in->vietnamese);
        return;
    }
    out->partial = all->partial;
    set_choices(out, all->ambiguous_count > 0);
    print_relatives_json(&out->body, all);
    tracuu_relatives_free(all);
}

void
api_document_related(reply *out, const request *in)
{
    const char *name = api_needed(out, in, "doc");

    if (name)
        answer_related(out, in, name);
}

/* ---- the graph ---- */

static void
put_graph(reply *out, const tracuu_graph *graph, int format)
{
    out->partial = graph->partial;
    set_choices(out, graph->ambiguous_count > 0);
    if (format == 0 || graph->ambiguous_count) {
        print_graph_json(&out->body, graph);
    } else if (format == 1) {
        out->type = "image/svg+xml";
        print_graph_svg(&out->body, graph);
    } else {
        out->type = "text/vnd.graphviz; charset=utf-8";
        print_graph_dot(&out->body, graph);
    }
}

static void
answer_graph(reply *out, const request *in, const char *name)
{
    static const char *const formats[] = {"json", "svg", "dot", NULL};
    int format = api_choice(out, in, "format", formats);
    tracuu_graph *graph = NULL;
    tracuu_error err;
    long depth;

    if (format < 0 ||
        !api_number(out, in, "depth", DEPTH, 0, DEPTH_MOST, &depth))
        return;
    if (tracuu_graph_of(&graph, in->reader, name, (unsigned)depth, &err) !=
        TRACUU_OK) {
        problem_fill_error(out, &err, in->vietnamese);
        return;
    }
    put_graph(out, graph, format);
    tracuu_graph_free(graph);
}

void
api_document_graph(reply *out, const request *in)
{
    const char *name = api_needed(out, in, "doc");

    if (name)
        answer_graph(out, in, name);
}

/* ---- which ---- */

void
api_document_answer(reply *out, const request *in, const char *name, span rest)
{
    if (!rest.len)
        answer_whole(out, in, name);
    else if (span_equal(rest, SPAN("/references")))
        answer_references(out, in, name);
    else if (span_equal(rest, SPAN("/related")))
        answer_related(out, in, name);
    else
        answer_graph(out, in, name);
}
