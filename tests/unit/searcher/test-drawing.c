#include "searcher/print-label.h"
#include "searcher/print-paper.h"
#include "searcher/print-wires.h"
#include "tests/unit/unit.h"

/* ---- words ---- */

static const struct {
    const char *text;
    double room;
    const char *line, *rest;
} lines[] = {
    {"phòng, chống tội phạm", 1000, "phòng, chống tội phạm", ""},
    {"phòng, chống tội phạm", 100, "phòng, chống", "tội phạm"},
    {"phòng, chống tội phạm", 50, "phòng,", "chống tội phạm"},
    /* Only what is wider than a line is broken, behind a stroke if it can. */
    {"403/2017/NQLT-UBTVQH14-CP", 130, "403/2017/NQLT-", "UBTVQH14-CP"},
    {"nghiêng", 20, "ng", "hiêng"},
    {"", 100, "", ""},
};

START_TEST(a_line_breaks_between_words)
{
    span rest = span_of(lines[_i].text);
    span line = print_label_take(&rest, 12, false, lines[_i].room);

    ck_assert_span_eq(line, lines[_i].line);
    ck_assert_span_eq(rest, lines[_i].rest);
}
END_TEST

static const struct {
    const char *url, *path, *address;
} addresses[] = {
    {"https://vbpl.vn/a?x=1&y=2", "", "https://vbpl.vn/a?x=1&amp;y=2"},
    {"", "/kho/Chỉ thị 48.txt",
        "file:///kho/Ch%E1%BB%89%20th%E1%BB%8B%2048.txt"},
    {"javascript:alert(1)", "", ""},
    {"", "kho/48.txt", ""},
};

START_TEST(only_pages_and_whole_paths_are_addresses)
{
    tracuu_document d = {.url = addresses[_i].url, .path = addresses[_i].path};
    strbuf out = STRBUF_INIT;

    ck_assert_int_eq(
        print_label_address(&out, &d), addresses[_i].address[0] != '\0');
    ck_assert_span_eq(strbuf_span(&out), addresses[_i].address);
    strbuf_release(&out);
}
END_TEST

/* ---- paper ---- */

static const struct {
    paper_need need;
    double width, height;
} sheets[] = {
    {{3, 800, 600}, 297, 210},
    {{2, 600, 800}, 210, 297},
    {{6, 2100, 1400}, 420, 297},
    {{6, 1400, 2100}, 297, 420},
    {{9, 90000, 90000}, 1189, 841},
};

START_TEST(the_smallest_sheet_that_is_read_is_taken)
{
    paper p = print_paper_choose(&sheets[_i].need, 1);

    ck_assert_double_eq(p.width, sheets[_i].width);
    ck_assert_double_eq(p.height, sheets[_i].height);
    ck_assert_uint_eq(p.columns, sheets[_i].need.columns);
}
END_TEST

/* ---- ways ---- */

enum { NODES = 60, EDGES = 150 };

/* A graph of acts of three levels, and the ways of its edges. */
typedef struct plan_of_ways {
    tracuu_document documents[NODES];
    tracuu_node nodes[NODES];
    tracuu_edge edges[EDGES];
    tracuu_graph graph;
    face faces[NODES];
    arena arena;
    layout layout;
    route route;
} plan_of_ways;

static unsigned
next_number(unsigned *seed)
{
    *seed = *seed * 1103515245u + 12345u;
    return (*seed >> 16) & 0x7FFF;
}

static void
make_ways(plan_of_ways *p, unsigned seed, unsigned columns)
{
    static const char *const keys[] = {
        "d:tw:ct:1:k10", "d:tu.hau-giang:ct:1:n2020", "d:hu.a.b:kh:1:n2020"};
    static const char *const relations[] = {
        "implements", "cites", "based_on", "amends"};

    *p = (plan_of_ways){.arena = ARENA_INIT};
    for (size_t i = 0; i < NODES; i++) {
        p->documents[i] = (tracuu_document){.id = "x",
            .key = keys[next_number(&seed) % 3],
            .number = "48-CT/TW",
            .kind = "chỉ thị",
            .issuer = "",
            .date = "",
            .title = "về công tác phòng, chống tội phạm",
            .place = "",
            .status = "in_force"};
        p->nodes[i].document = &p->documents[i];
        print_face_read(&p->faces[i], &p->arena, &p->documents[i], 3);
    }
    for (size_t i = 0; i < EDGES; i++) {
        size_t from = next_number(&seed) % NODES;
        size_t to = (from + 1 + next_number(&seed) % (NODES - 1)) % NODES;

        /* Half of them meet in one act. */
        p->edges[i] = (tracuu_edge){.from = from ? from : 1,
            .to = i % 2 ? to : 0,
            .relation = relations[next_number(&seed) % 4],
            .label = "",
            .sentence = ""};
    }
    p->graph = (tracuu_graph){.nodes = p->nodes,
        .node_count = NODES,
        .edges = p->edges,
        .edge_count = EDGES};
    print_layout_init(&p->layout, &p->arena, &p->graph, p->faces, columns);
    print_route_init(&p->route, &p->arena, &p->layout, 0);
}

static const struct {
    unsigned seed, columns;
} drawings[] = {{1, 1}, {2, 3}, {3, 7}, {4, 20}};

START_TEST(no_two_boxes_share_a_place)
{
    plan_of_ways *p = calloc(1, sizeof *p);

    make_ways(p, drawings[_i].seed, drawings[_i].columns);
    for (size_t i = 0; i < NODES; i++)
        for (size_t k = 0; k < i; k++)
            ck_assert(p->layout.boxes[i].line != p->layout.boxes[k].line ||
                      p->layout.boxes[i].column != p->layout.boxes[k].column);
    arena_release(&p->arena);
    free(p);
}
END_TEST

START_TEST(runs_lie_between_the_lines_and_not_over_one_another)
{
    plan_of_ways *p = calloc(1, sizeof *p);
    const route_run *runs;

    make_ways(p, drawings[_i].seed, drawings[_i].columns);
    runs = p->route.runs;
    for (size_t i = 0; i < p->route.run_count; i++) {
        double top = print_layout_channel(&p->layout, runs[i].channel);

        ck_assert_double_gt(runs[i].y, top);
        ck_assert_double_lt(
            runs[i].y, top + p->layout.channels[runs[i].channel]);
        for (size_t k = 0; k < i; k++)
            ck_assert(runs[k].y != runs[i].y || runs[k].low > runs[i].high ||
                      runs[k].high < runs[i].low);
    }
    arena_release(&p->arena);
    free(p);
}
END_TEST

START_TEST(trunks_lie_between_the_columns_and_not_over_one_another)
{
    plan_of_ways *p = calloc(1, sizeof *p);

    make_ways(p, drawings[_i].seed, drawings[_i].columns);
    for (size_t i = 0; i < p->route.net_count; i++) {
        const route_net *n = &p->route.nets[i];
        double left = print_layout_gutter(&p->layout, n->gutter);

        if (!n->trunk)
            continue;
        ck_assert_double_gt(n->trunk_x, left);
        ck_assert_double_lt(n->trunk_x, left + p->layout.gutters[n->gutter]);
        for (size_t k = 0; k < i; k++) {
            const route_net *o = &p->route.nets[k];

            ck_assert(!o->trunk || o->trunk_x != n->trunk_x ||
                      o->first > n->last || o->last < n->first);
        }
    }
    arena_release(&p->arena);
    free(p);
}
END_TEST

START_TEST(every_edge_is_drawn_once_with_its_sentence)
{
    plan_of_ways *p = calloc(1, sizeof *p);
    strbuf out = STRBUF_INIT;
    size_t titles = 0;

    make_ways(p, drawings[_i].seed, drawings[_i].columns);
    print_wires_put(&out, &p->route);
    for (size_t at = 0;
         (at = span_find(strbuf_span(&out), SPAN("<title>"), at)) != SIZE_MAX;
         at++)
        titles++;
    ck_assert_uint_eq(titles, EDGES);
    strbuf_release(&out);
    arena_release(&p->arena);
    free(p);
}
END_TEST

UNIT_TABLES("drawing", UNIT_TABLE(a_line_breaks_between_words, lines),
    UNIT_TABLE(only_pages_and_whole_paths_are_addresses, addresses),
    UNIT_TABLE(the_smallest_sheet_that_is_read_is_taken, sheets),
    UNIT_TABLE(no_two_boxes_share_a_place, drawings),
    UNIT_TABLE(runs_lie_between_the_lines_and_not_over_one_another, drawings),
    UNIT_TABLE(
        trunks_lie_between_the_columns_and_not_over_one_another, drawings),
    UNIT_TABLE(every_edge_is_drawn_once_with_its_sentence, drawings))
