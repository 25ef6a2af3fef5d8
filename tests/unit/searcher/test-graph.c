#include <tracuu.h>

#include "tests/unit/searcher/family.h"

/* "a-continues-b" for each edge, sorted by where it stands. */
static const char *
drawn(const tracuu_graph *g)
{
    static strbuf out;

    strbuf_clear(&out);
    for (size_t i = 0; i < g->edge_count; i++)
        strbuf_print(&out, "%s %s %s; ",
            g->nodes[g->edges[i].from].document->id, g->edges[i].relation,
            g->nodes[g->edges[i].to].document->id);
    return out.ptr ? out.ptr : "";
}

START_TEST(the_graph_goes_both_ways_breadth_first)
{
    static const struct {
        unsigned depth;
        size_t nodes;
        const char *edges;
    } cases[] = {
        {0, 1, ""},
        {1, 3, "kl13 continues ct48; ctr59 cites ct48; "},
        {2, 4,
            "kl13 continues ct48; ctr59 cites ct48; ctr59 implements kl13; "
            "kh68 implements ctr59; "},
        {3, 5,
            "kl13 continues ct48; ctr59 cites ct48; ctr59 implements kl13; "
            "kh68 implements ctr59; kh68 cites " CT48_NEW "; "},
    };
    tracuu_reader *reader = shelf_open(family, FAMILY, NULL);

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        tracuu_graph *g;

        ck_assert_int_eq(tracuu_graph_of(&g, reader, "48-CT/TW khóa X",
                             cases[i].depth, NULL),
            TRACUU_OK);
        ck_assert_str_eq(drawn(g), cases[i].edges);
        ck_assert_uint_eq(g->node_count, cases[i].nodes);
        ck_assert_str_eq(g->nodes[0].document->id, "ct48");
        ck_assert(!g->cut);
        tracuu_graph_free(g);
    }
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(one_edge_stands_for_a_pair_the_strongest)
{
    static const shelf_act acts[] = {{.id = "a", .key = CT48},
        {.id = "b",
            .says = {{REL_CITES, .key = CT48}, {REL_REPLACES, .key = CT48},
                {REL_BASED_ON, .key = CT48}}}};
    tracuu_reader *reader = shelf_open(acts, 2, NULL);
    tracuu_graph *g;

    ck_assert_int_eq(tracuu_graph_of(&g, reader, "b", 2, NULL), TRACUU_OK);
    ck_assert_str_eq(drawn(g), "b replaces a; ");
    tracuu_graph_free(g);
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(an_ambiguous_name_lists_the_acts)
{
    tracuu_reader *reader = shelf_open(family, FAMILY, NULL);
    tracuu_graph *g;

    ck_assert_int_eq(
        tracuu_graph_of(&g, reader, "48-CT/TW", 2, NULL), TRACUU_OK);
    ck_assert_uint_eq(g->ambiguous_count, 2);
    ck_assert_uint_eq(g->node_count, 0);
    tracuu_graph_free(g);
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(a_large_graph_is_cut_and_says_so)
{
    enum { MANY = TRACUU_GRAPH_NODES + 50 };
    static shelf_act acts[MANY];
    static char names[MANY][8];
    tracuu_reader *reader;
    tracuu_graph *g;

    for (size_t i = 0; i < MANY; i++) {
        snprintf(names[i], sizeof names[i], "n%zu", i);
        acts[i] =
            (shelf_act){.id = names[i], .says = {{REL_CITES, .key = CT48}}};
    }
    reader = shelf_open(acts, MANY, NULL);
    ck_assert_int_eq(tracuu_graph_of(&g, reader, CT48, 3, NULL), TRACUU_OK);
    ck_assert_uint_eq(g->node_count, TRACUU_GRAPH_NODES);
    ck_assert(g->cut);
    tracuu_graph_free(g);
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(a_circle_ends)
{
    static const shelf_act acts[] = {
        {.id = "a", .key = CT48, .says = {{REL_CITES, .key = KL13}}},
        {.id = "b", .key = KL13, .says = {{REL_CITES, .key = CT48}}}};
    tracuu_reader *reader = shelf_open(acts, 2, NULL);
    tracuu_graph *g;

    ck_assert_int_eq(tracuu_graph_of(&g, reader, "a", 100, NULL), TRACUU_OK);
    ck_assert_uint_eq(g->node_count, 2);
    ck_assert_uint_eq(g->edge_count, 1);
    tracuu_graph_free(g);
    tracuu_reader_free(reader);
}
END_TEST

START_TEST(hidden_documents_are_no_nodes)
{
    static const shelf_act acts[] = {
        {.id = "a", .key = CT48}, {.id = "b",
                                      .key = KL13,
                                      .label = "noi-bo",
                                      .says = {{REL_CONTINUES, .key = CT48}}}};
    tracuu_reader *reader = shelf_open(acts, 2, "");
    tracuu_graph *g;

    ck_assert_int_eq(tracuu_graph_of(&g, reader, "a", 2, NULL), TRACUU_OK);
    ck_assert_uint_eq(g->node_count, 1);
    tracuu_graph_free(g);
    tracuu_reader_free(reader);
}
END_TEST

UNIT_MAIN("graph", the_graph_goes_both_ways_breadth_first,
    one_edge_stands_for_a_pair_the_strongest, an_ambiguous_name_lists_the_acts,
    a_large_graph_is_cut_and_says_so, a_circle_ends,
    hidden_documents_are_no_nodes)
