#include "searcher/print-stroke.h"

#include <stdlib.h>

#include "common/base/memory.h"

enum { BADGE = 7 };

/* By the beginning of the code, so that "amended_by" looks as "amends". */
static const stroke strokes[] = {
    {"implement", "#1559a0", ""},
    {"deploy", "#1559a0", "9 3"},
    {"continue", "#2e7d32", ""},
    {"extend", "#2e7d32", "9 3"},
    {"guide", "#00767f", ""},
    {"detail", "#00767f", "9 3"},
    {"amend", "#b26a00", ""},
    {"suspend", "#b26a00", "2 3"},
    {"correct", "#b26a00", "9 3"},
    {"replace", "#b71c1c", ""},
    {"repeal", "#b71c1c", "9 3"},
    {"consolidate", "#6a1b9a", ""},
    {"review", "#6a1b9a", "9 3"},
    {"based_on", "#546e7a", "6 3"},
    {"basis_of", "#546e7a", "6 3"},
    {"", "#78909c", "2 3"},
};

enum { STROKE_COUNT = sizeof strokes / sizeof *strokes };

const stroke *
print_stroke_of(const char *relation)
{
    size_t i = 0;

    while (strncmp(
               relation, strokes[i].relation, strlen(strokes[i].relation)) != 0)
        i++;
    return &strokes[i];
}

void
print_stroke_markers(strbuf *out)
{
    const char *last = "";

    strbuf_add_string(out, "<defs>\n");
    for (size_t i = 0; i < STROKE_COUNT; i++) {
        const char *colour = strokes[i].colour;

        if (!strcmp(colour, last))
            continue;
        last = colour;
        strbuf_print(out,
            "<marker id=\"a%s\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" "
            "markerUnits=\"userSpaceOnUse\" markerWidth=\"11\" "
            "markerHeight=\"11\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" "
            "fill=\"%s\"/></marker>\n",
            colour + 1, colour);
    }
    strbuf_add_string(out, "</defs>\n");
}

/* ---- the relations of a graph ---- */

static void
sort_by_count(stroke_list *list)
{
    for (size_t i = 1; i < list->count; i++) {
        const tracuu_edge *edge = list->at[i];
        size_t count = list->counts[i], k = i;

        for (; k && list->counts[k - 1] < count; k--) {
            list->at[k] = list->at[k - 1];
            list->counts[k] = list->counts[k - 1];
        }
        list->at[k] = edge;
        list->counts[k] = count;
    }
}

void
print_stroke_list(stroke_list *out, const tracuu_graph *g)
{
    *out = (stroke_list){
        .at = memory_take_zero(g->edge_count + 1, sizeof *out->at),
        .counts = memory_take_zero(g->edge_count + 1, sizeof *out->counts)};
    for (size_t i = 0; i < g->edge_count; i++) {
        size_t number = print_stroke_number(out, g->edges[i].relation);

        if (!number) {
            out->at[out->count++] = &g->edges[i];
            number = out->count;
        }
        out->counts[number - 1]++;
    }
    sort_by_count(out);
}

void
print_stroke_list_release(stroke_list *list)
{
    free(list->at);
    free(list->counts);
}

size_t
print_stroke_number(const stroke_list *list, const char *relation)
{
    for (size_t i = 0; i < list->count; i++) {
        if (!strcmp(list->at[i]->relation, relation))
            return i + 1;
    }
    return 0;
}

void
print_stroke_badge(strbuf *out, const stroke_list *list, const char *relation,
    double x, double y)
{
    strbuf_print(out,
        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%d\" fill=\"%s\" "
        "stroke=\"#ffffff\" stroke-width=\"1\"/><text x=\"%.1f\" y=\"%.1f\" "
        "font-size=\"9\" font-weight=\"bold\" fill=\"#ffffff\" "
        "text-anchor=\"middle\">%zu</text>\n",
        x, y, BADGE, print_stroke_of(relation)->colour, x, y + 3.2,
        print_stroke_number(list, relation));
}
