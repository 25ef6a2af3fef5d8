#include "searcher/print-paper.h"

#include <stdbool.h>

/* The titles are 11 units high: 5.5 points at the least, 10 at the most. */
#define READABLE 0.178
#define LARGEST 0.32

static double
fit(const paper *sheet, const paper_need *need)
{
    double across = (sheet->width - 2 * PAPER_MARGIN) / need->width;
    double down = (sheet->height - 2 * PAPER_MARGIN) / need->height;
    double scale = across < down ? across : down;

    return scale < LARGEST ? scale : LARGEST;
}

static void
try_sheet(paper *best, double width, double height, const paper_need *needs,
    size_t count)
{
    paper sheet = {width, height, 0, 1};

    for (size_t i = 0; i < count; i++) {
        double scale = fit(&sheet, &needs[i]);

        if (scale <= sheet.scale)
            continue;
        sheet.scale = scale;
        sheet.columns = needs[i].columns;
    }
    if (sheet.scale > best->scale)
        *best = sheet;
}

paper
print_paper_choose(const paper_need *needs, size_t count)
{
    static const double sheets[][2] = {
        {297, 210}, {420, 297}, {594, 420}, {841, 594}, {1189, 841}};
    paper best = {0};

    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) {
        best = (paper){0};
        try_sheet(&best, sheets[i][0], sheets[i][1], needs, count);
        try_sheet(&best, sheets[i][1], sheets[i][0], needs, count);
        if (best.scale >= READABLE)
            break;
    }
    return best;
}
