/* deadline: how long a request may still take.
 *
 *     deadline_start(&d, 50000);
 *     while (more && !deadline_tick(&d)) ...
 *
 * What is asked of it often calls deadline_tick, which looks at the clock
 * every DEADLINE_TICKS calls; what takes microseconds itself calls
 * deadline_passed.  Once it has passed it stays so.
 */
#ifndef BASE_DEADLINE_H
#define BASE_DEADLINE_H

#include <stdbool.h>
#include <stdint.h>

enum { DEADLINE_TICKS = 64 };

typedef struct deadline {
    uint64_t end; /* microseconds of the clock; 0: there is none */
    bool passed;  /* somebody was told that it has passed */
    unsigned ticks;
    uint64_t (*clock)(void); /* NULL: that of the system; tests have others */
} deadline;

/* Microseconds of the system's clock, from anywhere on. */
uint64_t deadline_now(void);

/* `limit` microseconds from now on; 0: for ever. */
void deadline_start(deadline *d, uint64_t limit);

/* About 25 ns with a limit, nothing without. */
bool deadline_passed(deadline *d);
bool deadline_tick(deadline *d);

/* Microseconds that are left: 0 when it has passed, UINT64_MAX without a
 * limit. */
uint64_t deadline_left(const deadline *d);

#endif
