#include "searcher/print-layout.h"

#include <stdlib.h>

#include "common/base/memory.h"

enum { COLUMNS_LEAST = 2, COLUMNS_MOST = 7 };

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
static layout_band
band_of(const tracuu_document *d)
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
set_columns(layout *l)
{
    size_t count = l->graph->node_count;

    l->columns = COLUMNS_LEAST;
    while (l->columns < COLUMNS_MOST &&
           (size_t)l->columns * l->columns < count + count / 3)
        l->columns++;
}

static void
place_boxes(layout *l)
{
    size_t count = l->graph->node_count, at = 0;
    place_key *keys = memory_take_zero(count + 1, sizeof *keys);

    for (size_t i = 0; i < count; i++) {
        const tracuu_document *doc = l->graph->nodes[i].document;

        keys[i] = (place_key){band_of(doc), doc->date, i};
    }
    if (count)
        qsort(keys, count, sizeof *keys, compare_places);
    for (layout_band b = BAND_CENTRAL; b < BAND_COUNT; b++) {
        size_t first = at;

        l->band_line[b] = l->lines;
        for (; at < count && keys[at].band == b; at++) {
            layout_box *place = &l->boxes[keys[at].node];

            *place = (layout_box){.node = keys[at].node, .band = b};
            place->line = l->lines + (unsigned)(at - first) / l->columns;
            place->column = (unsigned)(at - first) % l->columns;
        }
        l->lines += (unsigned)(at - first + l->columns - 1) / l->columns;
    }
    l->band_line[BAND_COUNT] = l->lines;
    free(keys);
}

double
print_layout_x(const layout_box *b)
{
    return LAYOUT_MARGIN + LAYOUT_NAMES + LAYOUT_GUTTER +
           b->column * (LAYOUT_BOX_WIDTH + LAYOUT_GUTTER);
}

double
print_layout_y(unsigned line)
{
    return LAYOUT_HEAD + LAYOUT_CHANNEL +
           (double)line * (LAYOUT_BOX_HEIGHT + LAYOUT_CHANNEL);
}

/* ---- edges ---- */

enum { TOP, BOTTOM };

/* Which side of `from` an edge to `to` leaves. */
static int
side_of(const layout_box *from, const layout_box *to)
{
    return from->line < to->line ? BOTTOM : TOP;
}

/* The next free place on a side of a box; places are spread evenly. */
static double
take_port(layout_box *b, int side)
{
    return print_layout_x(b) + LAYOUT_BOX_WIDTH * (double)++b->used[side] /
                                   (double)(b->ports[side] + 1);
}

static double
side_y(const layout_box *b, int side)
{
    return print_layout_y(b->line) + (side == BOTTOM ? LAYOUT_BOX_HEIGHT : 0);
}

/* The height of an edge in the channel above `line`; edges beside one another
 * take different ones. */
static double
channel_y(unsigned line, size_t edge)
{
    return print_layout_y(line) - LAYOUT_CHANNEL + 10 +
           (double)(edge * 7 % (LAYOUT_CHANNEL - 20));
}

static double
gutter_x(unsigned column, size_t edge)
{
    return LAYOUT_MARGIN + LAYOUT_NAMES +
           (double)column * (LAYOUT_BOX_WIDTH + LAYOUT_GUTTER) + 6 +
           (double)(edge * 5 % (LAYOUT_GUTTER - 12));
}

void
print_layout_path(strbuf *out, layout *l, size_t i)
{
    layout_box *from = &l->boxes[l->graph->edges[i].from];
    layout_box *to = &l->boxes[l->graph->edges[i].to];
    int leaves = side_of(from, to), enters = side_of(to, from);
    double x1 = take_port(from, leaves), x2 = take_port(to, enters);
    double y1 = side_y(from, leaves), y2 = side_y(to, enters);
    unsigned near1 = from->line + (leaves == BOTTOM);
    unsigned near2 = to->line + (enters == BOTTOM);
    double c1 = channel_y(near1, i), c2 = channel_y(near2, i);

    strbuf_print(out, "M%.1f %.1fV%.1f", x1, y1, c1);
    if (near1 != near2) {
        unsigned column =
            from->column < to->column ? to->column : to->column + 1;

        strbuf_print(out, "H%.1fV%.1f", gutter_x(column, i), c2);
    }
    strbuf_print(out, "H%.1fV%.1f", x2, y2);
}

static void
count_ports(layout *l)
{
    for (size_t i = 0; i < l->graph->edge_count; i++) {
        layout_box *from = &l->boxes[l->graph->edges[i].from];
        layout_box *to = &l->boxes[l->graph->edges[i].to];

        from->ports[side_of(from, to)]++;
        to->ports[side_of(to, from)]++;
    }
}

void
print_layout_init(layout *l, const tracuu_graph *g)
{
    *l = (layout){.graph = g};
    l->boxes = memory_take_zero(g->node_count + 1, sizeof *l->boxes);
    set_columns(l);
    place_boxes(l);
    count_ports(l);
}

void
print_layout_release(layout *l)
{
    free(l->boxes);
}

double
print_layout_width(const layout *l)
{
    return 2 * LAYOUT_MARGIN + LAYOUT_NAMES + LAYOUT_GUTTER +
           l->columns * (LAYOUT_BOX_WIDTH + LAYOUT_GUTTER);
}
