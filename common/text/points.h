/* points: places in bytes as places in code points.
 *
 * Programs that read our JSON count code points; everything here counts
 * bytes.  The counter remembers where it was, so that places near one another
 * are cheap: going through a text in order is linear.
 */
#ifndef TEXT_POINTS_H
#define TEXT_POINTS_H

#include "common/base/span.h"

typedef struct points {
    span text;    /* valid UTF-8 */
    size_t byte;  /* where it is */
    size_t count; /* code points before */
} points;

/* Code points before byte `at` of p->text (its end at the most). */
size_t points_at(points *p, size_t at);

/* A range of bytes as a range of code points. */
tracuu_range points_range(points *p, size_t start, size_t end);

#endif
