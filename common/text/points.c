#include "common/text/points.h"

static bool
is_start(char c)
{
    return ((unsigned char)c & 0xC0) != 0x80;
}

size_t
points_at(points *p, size_t at)
{
    if (at > p->text.len)
        at = p->text.len;
    for (; p->byte < at; p->byte++)
        p->count += is_start(p->text.ptr[p->byte]);
    for (; p->byte > at; p->byte--)
        p->count -= is_start(p->text.ptr[p->byte - 1]);
    return p->count;
}

tracuu_range
points_range(points *p, size_t start, size_t end)
{
    size_t first = points_at(p, start);

    return (tracuu_range){first, points_at(p, end)};
}
