#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/base/file.h"
#include "tests/unit/unit.h"
#include <tracuu.h>

/* Two open documents and one for "noi-bo" only, which alone cites
 * 21-CT/TW and which also cites 48-CT/TW. */
static const char records[] =
    "{\"id\":\"a\",\"number\":\"48-CT/TW\",\"kind\":\"chỉ thị\","
    "\"issuer\":\"Bộ Chính trị\",\"date\":\"2010-10-22\","
    "\"title\":\"về phòng, chống tội phạm\","
    "\"text\":\"Phòng ngừa tội phạm từ cơ sở.\"}\n"
    "{\"id\":\"b\",\"title\":\"Kế hoạch\",\"text\":\"Thực hiện Chỉ thị số "
    "48-CT/TW ngày 22/10/2010 của Bộ Chính trị về tội phạm.\"}\n"
    "{\"id\":\"c\",\"title\":\"Báo cáo thầm kín\",\"labels\":[\"noi-bo\"],"
    "\"text\":\"Thực hiện Chỉ thị số 48-CT/TW ngày 22/10/2010 của Bộ Chính "
    "trị và Chỉ thị số 21-CT/TW ngày 26/3/2008 của Bộ Chính trị về tội phạm "
    "ma túy.\"}\n";

static char folder[64];
static char dir[96];

static void
build(void)
{
    static const char *const paths[] = {"-"};
    tracuu_summary *summary;
    tracuu_index_options options = {0};
    tracuu_error err = {0};

    snprintf(folder, sizeof folder, "/tmp/unit-labels-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(dir, sizeof dir, "%s/index", folder);
    options.standard_input =
        fmemopen((void *)(uintptr_t)records, sizeof records - 1, "r");
    ck_assert_msg(
        tracuu_index_run(&summary, dir, paths, 1, &options, &err) == TRACUU_OK,
        "%s", err.message);
    ck_assert_uint_eq(summary->count[TRACUU_ADDED], 3);
    tracuu_summary_free(summary);
    fclose(options.standard_input);
}

static void
clear(void)
{
    file_remove_tree(folder, NULL);
}

static tracuu_reader *
opened(const char *label)
{
    tracuu_open_options options = {0};
    const char *labels[1] = {label};
    tracuu_reader *reader;
    tracuu_error err = {0};

    options.labels = labels;
    options.label_count = label && *label ? 1 : 0;
    ck_assert_msg(
        tracuu_open(&reader, dir, label ? &options : NULL, &err) == TRACUU_OK,
        "%s", err.message);
    return reader;
}

/* What a reader with that label (NULL: all, "": none) sees. */
static const struct view {
    const char *label;
    size_t hits, cited_by, stub_status;
} views[] = {
    {NULL, 3, 2, TRACUU_OK},
    {"", 2, 1, TRACUU_NOT_FOUND},
    {"khac", 2, 1, TRACUU_NOT_FOUND},
    {"noi-bo", 3, 2, TRACUU_OK},
};
enum { VIEWS = sizeof views / sizeof *views };

START_TEST(hits_totals_and_facets_are_inside_the_labels)
{
    build();
    for (size_t i = 0; i < VIEWS; i++) {
        tracuu_reader *reader = opened(views[i].label);
        tracuu_hits *hits;
        tracuu_error err = {0};

        ck_assert_msg(
            tracuu_search(&hits, reader, "toi pham", NULL, &err) == TRACUU_OK,
            "%s", err.message);
        ck_assert_uint_eq(hits->count, views[i].hits);
        ck_assert_uint_eq(hits->total, views[i].hits);
        for (size_t f = 0; f < hits->facet_count; f++) {
            size_t sum = 0;

            for (size_t v = 0; v < hits->facets[f].value_count; v++)
                sum += hits->facets[f].values[v].count;
            ck_assert_uint_le(sum, views[i].hits);
        }
        tracuu_hits_free(hits);
        tracuu_reader_free(reader);
    }
    clear();
}
END_TEST

START_TEST(in_degrees_and_edges_are_inside_the_labels)
{
    build();
    for (size_t i = 0; i < VIEWS; i++) {
        tracuu_reader *reader = opened(views[i].label);
        tracuu_views *v;
        tracuu_graph *graph;
        tracuu_error err = {0};

        ck_assert_msg(tracuu_show(&v, reader, "48-CT/TW", &err) == TRACUU_OK,
            "%s", err.message);
        ck_assert_uint_eq(v->at[0].document->cited_by, views[i].cited_by);
        ck_assert_uint_eq(v->at[0].incoming_count, views[i].cited_by);
        tracuu_views_free(v);
        ck_assert_int_eq(
            tracuu_graph_of(&graph, reader, "48-CT/TW", 1, &err), TRACUU_OK);
        ck_assert_uint_eq(graph->node_count, 1 + views[i].cited_by);
        tracuu_graph_free(graph);
        tracuu_reader_free(reader);
    }
    clear();
}
END_TEST

START_TEST(an_act_that_only_hidden_documents_cite_is_not_there)
{
    build();
    for (size_t i = 0; i < VIEWS; i++) {
        tracuu_reader *reader = opened(views[i].label);
        tracuu_views *v;

        ck_assert_int_eq(
            tracuu_show(&v, reader, "21-CT/TW", NULL), views[i].stub_status);
        tracuu_views_free(v);
        tracuu_reader_free(reader);
    }
    clear();
}
END_TEST

START_TEST(a_hidden_document_has_no_name_and_no_suggestion)
{
    build();
    for (size_t i = 0; i < VIEWS; i++) {
        tracuu_reader *reader = opened(views[i].label);
        tracuu_views *v;
        tracuu_suggestions *s;
        bool seen = views[i].hits == 3;

        ck_assert_int_eq(tracuu_show(&v, reader, "c", NULL),
            seen ? TRACUU_OK : TRACUU_NOT_FOUND);
        tracuu_views_free(v);
        ck_assert_int_eq(
            tracuu_suggest(&s, reader, "bao cao tham", 0, NULL), TRACUU_OK);
        ck_assert_uint_eq(s->count, seen ? 1 : 0);
        tracuu_suggestions_free(s);
        tracuu_reader_free(reader);
    }
    clear();
}
END_TEST

UNIT_MAIN("labels", hits_totals_and_facets_are_inside_the_labels,
    in_degrees_and_edges_are_inside_the_labels,
    an_act_that_only_hidden_documents_cite_is_not_there,
    a_hidden_document_has_no_name_and_no_suggestion)
