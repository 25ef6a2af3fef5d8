#include "searcher/server/page-fold.h"

#include "tests/unit/unit.h"

enum { LEAVES = 80 };

static const char *
no_param(const request *in, const char *name)
{
    (void)in;
    (void)name;
    return NULL;
}

/* A star: 80 programmes of provinces, of which one has a plan below it. */
typedef struct star {
    tracuu_document documents[LEAVES + 2];
    tracuu_node nodes[LEAVES + 2];
    tracuu_edge edges[LEAVES + 1];
    tracuu_graph graph;
    char ids[LEAVES + 2][16];
} star;

static const tracuu_document empty = {.number = "",
    .issuer = "",
    .date = "",
    .term = "",
    .place = "",
    .title = "",
    .status = "in_force",
    .url = "",
    .path = ""};

static void
star_make(star *s, size_t leaves)
{
    for (size_t i = 0; i < leaves + 2; i++) {
        snprintf(s->ids[i], sizeof s->ids[i], "act-%zu", i);
        s->documents[i] = empty;
        s->documents[i].id = s->ids[i];
        s->documents[i].key = i ? "d:tu.a:ctr:1:n2020" : "d:tw:ct:1:k10";
        s->documents[i].kind = i ? "chương trình" : "chỉ thị";
        s->nodes[i] = (tracuu_node){&s->documents[i], i > 0};
    }
    for (size_t i = 0; i < leaves + 1; i++)
        s->edges[i] = (tracuu_edge){.from = i + 1,
            .to = i < leaves ? 0 : 1,
            .relation = "implements",
            .label = "Thực hiện",
            .sentence = ""};
    s->graph = (tracuu_graph){.nodes = s->nodes,
        .node_count = leaves + 2,
        .edges = s->edges,
        .edge_count = leaves + 1};
}

static void
fold_star(
    fold *out, sheet *s, reply *answer, const star *what, const char *open)
{
    static const request in = {.path = "/graph/a", .param = no_param};

    *answer = (reply){0};
    sheet_init(s, answer, &in);
    fold_make(out, s, &what->graph, "act-0", open, "2");
}

static void
end(sheet *s)
{
    strbuf_release(&s->out->body);
    sheet_release(s);
}

START_TEST(many_leaves_alike_are_one_counted_node)
{
    static star what;
    reply answer;
    fold folded;
    sheet s;

    star_make(&what, LEAVES);
    fold_star(&folded, &s, &answer, &what, "");
    /* The act, the programme that has a plan, the plan, and the rest. */
    ck_assert_uint_eq(folded.graph.node_count, 4);
    ck_assert_uint_eq(folded.graph.edge_count, 3);
    ck_assert_uint_eq(folded.bundle_count, 1);
    for (size_t i = 0; i < 4; i++) {
        const tracuu_document *d = folded.graph.nodes[i].document;

        if (folded.opens[i])
            ck_assert_str_eq(d->title, "79 chương trình");
        ck_assert_int_eq(strncmp(d->url, "/", 1), 0);
    }
    for (size_t i = 0; i < folded.graph.edge_count; i++) {
        ck_assert_uint_lt(folded.graph.edges[i].from, 4);
        ck_assert_uint_lt(folded.graph.edges[i].to, 4);
    }
    end(&s);
}
END_TEST

START_TEST(a_bundle_opens_and_so_do_all)
{
    static star what;
    const char *name = NULL;
    char kept[64];
    reply answer;
    fold folded;
    sheet s;

    star_make(&what, LEAVES);
    fold_star(&folded, &s, &answer, &what, "");
    for (size_t i = 0; i < folded.graph.node_count; i++)
        if (folded.opens[i])
            name = folded.opens[i];
    ck_assert_ptr_nonnull(name);
    snprintf(kept, sizeof kept, "%s", name);
    end(&s);
    fold_star(&folded, &s, &answer, &what, kept);
    ck_assert_uint_eq(folded.graph.node_count, LEAVES + 2);
    end(&s);
    fold_star(&folded, &s, &answer, &what, "all");
    ck_assert_uint_eq(folded.graph.node_count, LEAVES + 2);
    ck_assert_uint_eq(folded.graph.edge_count, LEAVES + 1);
    end(&s);
}
END_TEST

START_TEST(a_small_graph_stays_as_it_is)
{
    static star what;
    reply answer;
    fold folded;
    sheet s;

    star_make(&what, 20);
    fold_star(&folded, &s, &answer, &what, "");
    ck_assert_uint_eq(folded.graph.node_count, 22);
    ck_assert_uint_eq(folded.bundle_count, 0);
    end(&s);
}
END_TEST

UNIT_MAIN("page-fold", many_leaves_alike_are_one_counted_node,
    a_bundle_opens_and_so_do_all, a_small_graph_stays_as_it_is)
