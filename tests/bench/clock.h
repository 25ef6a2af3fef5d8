/* clock: the time of one of the system's clocks, for the programs that measure.
 *
 *     double start = clock_us(CLOCK_MONOTONIC);
 */
#ifndef TESTS_BENCH_CLOCK_H
#define TESTS_BENCH_CLOCK_H

#include <time.h>

/* Microseconds, with fractions, from anywhere on. */
static inline double
clock_us(clockid_t clock)
{
    struct timespec t;

    clock_gettime(clock, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

#endif
