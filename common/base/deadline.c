#include "common/base/deadline.h"

#include <time.h>

uint64_t
deadline_now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000 + (uint64_t)t.tv_nsec / 1000;
}

static uint64_t
look(const deadline *d)
{
    return d->clock ? d->clock() : deadline_now();
}

void
deadline_start(deadline *d, uint64_t limit)
{
    uint64_t now = limit ? look(d) : 0;

    d->end = limit < UINT64_MAX - now ? now + limit : UINT64_MAX;
    d->passed = false;
    d->ticks = 0;
}

bool
deadline_passed(deadline *d)
{
    if (d->end && !d->passed)
        d->passed = look(d) >= d->end;
    return d->passed;
}

bool
deadline_tick(deadline *d)
{
    if (!d->end || d->passed)
        return d->passed;
    return ++d->ticks % DEADLINE_TICKS == 0 && deadline_passed(d);
}

uint64_t
deadline_left(const deadline *d)
{
    uint64_t now;

    if (!d->end)
        return UINT64_MAX;
    now = d->passed ? d->end : look(d);
    return now < d->end ? d->end - now : 0;
}
