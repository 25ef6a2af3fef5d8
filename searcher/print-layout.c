#include "searcher/print-layout.h"

#include <stdlib.h>

static bool
issued_by(const tracuu_document *d, const char *const *words)
{
    for (; *words; words++) {
        if (strstr(d->issuer, *words))
            return true;
    }
    return false;
}

/* The level, by the words of the issuer, else by how many places its key
 * names: "d:hu.hau-giang.vi-thuy:…". */
layout_band
print_layout_band(const tracuu_document *d)
{
    static const char *const commune[] = {
        " xã ", "phường", "thị trấn", "Đảng ủy xã", NULL};
    static const char *const district[] = {
        "Huyện ủy", "Quận ủy", "Thị ủy", "huyện", "quận", "thị xã", NULL};
    static const char *const province[] = {
        "Tỉnh ủy", "Thành ủy", "tỉnh", "Tỉnh", "thành phố", NULL};
    const char *scope = strchr(d->key, ':');
    size_t length = scope ? strcspn(++scope, ":") : 0, dots = 0;

    for (size_t i = 0; i < length; i++)
        dots += scope[i] == '.';
    if (d->news || (!d->issuer[0] && !length))
        return BAND_OTHER;
    if (issued_by(d, commune) || dots >= 3)
        return BAND_COMMUNE;
    if (issued_by(d, district) || dots == 2)
        return BAND_DISTRICT;
    if (issued_by(d, province) || dots == 1 || d->place[0])
        return BAND_PROVINCE;
    return BAND_CENTRAL;
}

const char *
print_layout_band_name(layout_band b)
{
    static const char *const names[BAND_COUNT] = {"Trung ương",
        "Tỉnh, thành phố", "Huyện, quận", "Xã, phường", "Tin, bài"};

    return names[b];
}

unsigned
print_layout_widest(const tracuu_graph *g)
{
    unsigned counts[BAND_COUNT] = {0}, widest = 1;

    for (size_t i = 0; i < g->node_count; i++) {
        unsigned count = ++counts[print_layout_band(g->nodes[i].document)];

        if (count > widest)
            widest = count;
    }
    return widest;
}

/* ---- lines and columns ---- */

typedef struct place_key {
    layout_band band;
    const char *date;
    size_t node;
} place_key;

static int
compare_places(const void *left, const void *right)
{
    const place_key *a = left, *b = right;
    int by_date;

    if (a->band != b->band)
        return a->band < b->band ? -1 : 1;
    /* What has no date stands last. */
    if (!a->date[0] != !b->date[0])
        return a->date[0] ? -1 : 1;
    by_date = strcmp(a->date, b->date);
    return by_date ? by_date : (a->node > b->node) - (a->node < b->node);
}

static void
place_boxes(layout *l, arena *a)
{
    size_t count = l->graph->node_count, at = 0;
    place_key *keys = arena_array(a, count + 1, sizeof *keys);

    for (size_t i = 0; i < count; i++) {
        const tracuu_document *doc = l->graph->nodes[i].document;

        keys[i] = (place_key){print_layout_band(doc), doc->date, i};
    }
    if (count)
        qsort(keys, count, sizeof *keys, compare_places);
    for (layout_band b = BAND_CENTRAL; b < BAND_COUNT; b++) {
        size_t first = at;

        l->band_line[b] = l->lines;
        for (; at < count && keys[at].band == b; at++) {
            unsigned number = (unsigned)(at - first);

            l->boxes[keys[at].node] = (layout_box){
                b, l->lines + number / l->columns, number % l->columns};
        }
        l->lines += (unsigned)(at - first + l->columns - 1) / l->columns;
    }
    l->band_line[BAND_COUNT] = l->lines;
}

typedef struct line_about {
    unsigned boxes;
    double pull; /* sum of the columns of what the boxes hang on */
    double ends;
} line_about;

/* A line that is not full stands below what it hangs on, not at the left. */
static void
shift_lines(layout *l, arena *a)
{
    const tracuu_graph *g = l->graph;
    line_about *about = arena_array(a, l->lines + 1, sizeof *about);

    for (size_t i = 0; i < g->node_count; i++)
        about[l->boxes[i].line].boxes++;
    for (size_t i = 0; i < g->edge_count; i++) {
        const layout_box *from = &l->boxes[g->edges[i].from];
        const layout_box *to = &l->boxes[g->edges[i].to];

        if (from->line == to->line)
            continue;
        about[from->line].pull += to->column;
        about[from->line].ends++;
        about[to->line].pull += from->column;
        about[to->line].ends++;
    }
    for (size_t i = 0; i < g->node_count; i++) {
        layout_box *box = &l->boxes[i];
        const line_about *line = &about[box->line];
        double most = l->columns - line->boxes, shift;

        if (!line->ends)
            continue;
        shift = line->pull / line->ends - (line->boxes - 1) / 2.0 + 0.5;
        shift = shift < 0 ? 0 : shift > most ? most : shift;
        box->column += (unsigned)shift;
    }
}

void
print_layout_init(layout *l, arena *a, const tracuu_graph *g, const face *faces,
    unsigned columns)
{
    *l = (layout){.graph = g,
        .columns = columns,
        .boxes = arena_array(a, g->node_count + 1, sizeof *l->boxes)};
    place_boxes(l, a);
    shift_lines(l, a);
    l->heights = arena_array(a, l->lines + 1, sizeof *l->heights);
    l->gutters = arena_array(a, columns + 1, sizeof *l->gutters);
    l->channels = arena_array(a, l->lines + 1, sizeof *l->channels);
    for (size_t i = 0; i < g->node_count; i++) {
        double *height = &l->heights[l->boxes[i].line];

        if (*height < faces[i].height)
            *height = faces[i].height;
    }
}

/* ---- lengths ---- */

double
print_layout_gutter(const layout *l, unsigned gutter)
{
    double x = l->left + gutter * FACE_WIDTH;

    for (unsigned i = 0; i < gutter; i++)
        x += l->gutters[i];
    return x;
}

double
print_layout_column(const layout *l, unsigned column)
{
    return print_layout_gutter(l, column) + l->gutters[column];
}

double
print_layout_channel(const layout *l, unsigned channel)
{
    double y = l->top;

    for (unsigned i = 0; i < channel; i++)
        y += l->channels[i] + l->heights[i];
    return y;
}

double
print_layout_line(const layout *l, unsigned line)
{
    return print_layout_channel(l, line) + l->channels[line];
}

double
print_layout_width(const layout *l)
{
    return print_layout_column(l, l->columns) - l->left;
}

double
print_layout_height(const layout *l)
{
    return print_layout_line(l, l->lines) - l->top;
}
