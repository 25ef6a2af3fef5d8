#include "searcher/print.h"

#include "common/base/json.h"
#include "searcher/print-member.h"
#include "searcher/print-message.h"

static void
begin(json *j, strbuf *out)
{
    json_init(j, out);
    json_open(j, '{');
    json_member_integer(j, "version", 1);
}

static void
end(json *j, strbuf *out)
{
    json_close(j);
    strbuf_add_char(out, '\n');
}

/* Only where the deadline has passed. */
static void
put_partial(json *j, bool partial)
{
    if (partial)
        json_member_bool(j, "partial", true);
}

/* ---- hits ---- */

static void
put_passage(json *j, const tracuu_passage *p)
{
    span snippet = span_of(p->snippet);

    json_open(j, '{');
    json_member_text(j, "label", p->label);
    json_member_text(j, "heading", p->heading);
    json_member_integer(j, "start", (int64_t)p->points.start);
    json_member_integer(j, "end", (int64_t)p->points.end);
    if (p->page)
        json_member_integer(j, "page", (int64_t)p->page);
    if (p->ocr)
        json_member_bool(j, "ocr", true);
    json_name(j, "snippet");
    json_open(j, '{');
    json_member(j, "text", snippet);
    json_name(j, "highlights");
    json_open(j, '[');
    for (size_t i = 0; i < p->highlight_count; i++)
        print_member_range(j, snippet, p->highlights[i]);
    json_close(j);
    json_close(j);
    json_close(j);
}

/* {"heading":{"value":0.5,"weight":1.1},...} */
static void
put_evidence(json *j, const tracuu_hit *hit)
{
    json_name(j, "evidence");
    json_open(j, '{');
    for (size_t i = 0; i < hit->evidence_count; i++) {
        json_name(j, hit->evidence[i].name);
        json_open(j, '{');
        json_member_real(j, "value", hit->evidence[i].value);
        json_member_real(j, "weight", hit->evidence[i].weight);
        json_close(j);
    }
    json_close(j);
}

/* Other articles of the same act. */
static void
put_parts(json *j, const tracuu_hit *hit)
{
    json_name(j, "parts");
    json_open(j, '[');
    for (size_t i = 0; i < hit->part_count; i++) {
        json_open(j, '{');
        json_member_text(j, "id", hit->parts[i]->id);
        json_member_text(j, "article", hit->parts[i]->article);
        json_member_text(j, "title", hit->parts[i]->title);
        json_close(j);
    }
    json_close(j);
}

static void
put_hit(json *j, const tracuu_hit *hit)
{
    json_open(j, '{');
    json_member_integer(j, "rank", (int64_t)hit->rank);
    json_member_real(j, "score", hit->score);
    print_member_members(j, hit->document);
    json_name(j, "passages");
    json_open(j, '[');
    for (size_t i = 0; i < hit->passage_count; i++)
        put_passage(j, &hit->passages[i]);
    json_close(j);
    if (hit->evidence_count)
        put_evidence(j, hit);
    if (hit->part_count)
        put_parts(j, hit);
    json_close(j);
}

static void
put_facets(json *j, const tracuu_hits *h)
{
    json_name(j, "facets");
    json_open(j, '{');
    for (size_t i = 0; i < h->facet_count; i++) {
        const tracuu_facet *f = &h->facets[i];

        json_name(j, f->name);
        json_open(j, '[');
        for (size_t k = 0; k < f->value_count; k++) {
            json_open(j, '{');
            json_member_text(j, "value", f->values[k].value);
            json_member_integer(j, "count", (int64_t)f->values[k].count);
            json_close(j);
        }
        json_close(j);
    }
    json_close(j);
}

static void
put_message(json *j, const char *name, const char *text, const print_style *s)
{
    strbuf said = STRBUF_INIT;

    print_message(&said, s->vietnamese, text);
    json_member(j, name, strbuf_span(&said));
    strbuf_release(&said);
}

static void
put_notes(json *j, const tracuu_hits *h, const print_style *s)
{
    json_name(j, "notes");
    json_open(j, '[');
    for (size_t i = 0; i < h->note_count; i++) {
        const tracuu_note *n = &h->notes[i];

        json_open(j, '{');
        json_member_text(j, "code", n->code);
        json_name(j, "range");
        print_member_range(j, span_of(h->query), n->range);
        put_message(j, "text", n->text, s);
        print_member_documents(j, "acts", n->acts, n->act_count);
        json_close(j);
    }
    json_close(j);
}

void
print_hits_json(strbuf *out, const tracuu_hits *h, const print_style *s)
{
    json j;

    begin(&j, out);
    put_partial(&j, h->partial);
    json_member_text(&j, "query", h->query);
    json_name(&j, "total");
    json_open(&j, '{');
    json_member_integer(&j, "value", (int64_t)h->total);
    json_member_bool(&j, "exact", h->total_exact);
    json_close(&j);
    json_member_bool(&j, "total_is_estimate", !h->total_exact);
    json_member_bool(&j, "facets_are_estimates", !h->total_exact);
    json_member_integer(&j, "took_us", (int64_t)h->took_us);
    print_member_text(&j, "suggestion", h->suggestion);
    put_notes(&j, h, s);
    json_name(&j, "hits");
    json_open(&j, '[');
    for (size_t i = 0; i < h->count; i++)
        put_hit(&j, &h->at[i]);
    json_close(&j);
    put_facets(&j, h);
    end(&j, out);
}

/* ---- one document ---- */

static void
put_references(
    json *j, const char *name, const tracuu_reference *all, size_t count)
{
    json_name(j, name);
    json_open(j, '[');
    for (size_t i = 0; i < count; i++)
        print_member_reference(j, &all[i]);
    json_close(j);
}

static void
put_outline(json *j, const tracuu_view *view)
{
    json_name(j, "outline");
    json_open(j, '[');
    for (size_t i = 0; i < view->outline_count; i++) {
        const tracuu_section *s = &view->outline[i];

        json_open(j, '{');
        json_member_integer(j, "depth", s->depth);
        json_member_text(j, "label", s->label);
        json_member_text(j, "heading", s->heading);
        json_member_integer(j, "start", (int64_t)s->points.start);
        json_member_integer(j, "end", (int64_t)s->points.end);
        json_close(j);
    }
    json_close(j);
}

void
print_views_json(strbuf *out, const tracuu_views *v)
{
    json j;

    begin(&j, out);
    put_partial(&j, v->partial);
    if (v->count == 1) {
        const tracuu_view *view = &v->at[0];

        json_name(&j, "document");
        print_member_whole(&j, view->document);
        put_outline(&j, view);
        put_references(&j, "outgoing", view->outgoing, view->outgoing_count);
        put_references(&j, "incoming", view->incoming, view->incoming_count);
        print_member_documents(&j, "copies", view->copies, view->copy_count);
        json_name(&j, "former");
        json_open(&j, '[');
        for (size_t k = 0; k < view->former_count; k++)
            json_put_text(&j, view->former[k]);
        json_close(&j);
    } else {
        json_name(&j, "ambiguous");
        json_open(&j, '[');
        for (size_t i = 0; i < v->count; i++)
            print_member_document(&j, v->at[i].document);
        json_close(&j);
    }
    end(&j, out);
}

/* ---- the rest ---- */

void
print_relatives_json(strbuf *out, const tracuu_relatives *r)
{
    json j;

    begin(&j, out);
    put_partial(&j, r->partial);
    if (r->ambiguous_count) {
        print_member_documents(
            &j, "ambiguous", r->ambiguous, r->ambiguous_count);
        end(&j, out);
        return;
    }
    json_name(&j, "document");
    print_member_document(&j, r->document);
    json_name(&j, "related");
    json_open(&j, '[');
    for (size_t i = 0; i < r->count; i++) {
        json_open(&j, '{');
        json_member_integer(&j, "rank", (int64_t)i + 1);
        json_member_real(&j, "score", r->at[i].score);
        json_member_text(&j, "reason", r->at[i].reason);
        print_member_members(&j, r->at[i].document);
        json_close(&j);
    }
    json_close(&j);
    end(&j, out);
}

void
print_graph_json(strbuf *out, const tracuu_graph *g)
{
    json j;

    begin(&j, out);
    put_partial(&j, g->partial);
    if (g->ambiguous_count) {
        print_member_documents(
            &j, "ambiguous", g->ambiguous, g->ambiguous_count);
        end(&j, out);
        return;
    }
    json_name(&j, "nodes");
    json_open(&j, '[');
    for (size_t i = 0; i < g->node_count; i++) {
        json_open(&j, '{');
        json_member_integer(&j, "node", (int64_t)i);
        json_member_integer(&j, "depth", g->nodes[i].depth);
        print_member_members(&j, g->nodes[i].document);
        json_close(&j);
    }
    json_close(&j);
    json_name(&j, "edges");
    json_open(&j, '[');
    for (size_t i = 0; i < g->edge_count; i++) {
        const tracuu_edge *e = &g->edges[i];

        json_open(&j, '{');
        json_member_integer(&j, "from", (int64_t)e->from);
        json_member_integer(&j, "to", (int64_t)e->to);
        json_member_text(&j, "relation", e->relation);
        json_member_text(&j, "label", e->label);
        json_member_text(&j, "sentence", e->sentence);
        json_member_real(&j, "confidence", e->confidence);
        json_member_bool(&j, "uncertain", e->uncertain);
        json_member_bool(&j, "news", e->news);
        json_close(&j);
    }
    json_close(&j);
    json_member_bool(&j, "cut", g->cut);
    end(&j, out);
}

void
print_suggestions_json(strbuf *out, const tracuu_suggestions *l)
{
    json j;

    begin(&j, out);
    put_partial(&j, l->partial);
    json_name(&j, "suggestions");
    json_open(&j, '[');
    for (size_t i = 0; i < l->count; i++) {
        json_open(&j, '{');
        json_member_text(&j, "text", l->at[i].text);
        print_member_text(&j, "id", l->at[i].id);
        json_close(&j);
    }
    json_close(&j);
    end(&j, out);
}

void
print_error_json(strbuf *out, const tracuu_error *e, const print_style *s)
{
    json j;

    json_init(&j, out);
    json_open(&j, '{');
    json_name(&j, "error");
    json_open(&j, '{');
    json_member_text(&j, "code", tracuu_status_code(e->status));
    put_message(&j, "message", e->message, s);
    json_close(&j);
    json_close(&j);
    strbuf_add_char(out, '\n');
}
