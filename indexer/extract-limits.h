/* limits: what a process that reads foreign files may not do.
 *
 * Set once, for this process and all that it starts: limits on memory, files
 * and their size; no new rights; by Landlock, where the kernel has it, no
 * file but programs, libraries, fonts and their tables may be opened, and none
 * be written; by seccomp, where it has that, no socket, no tracing of others,
 * no mounting, no keys, no modules, no clocks.
 */
#ifndef INDEXER_LIMITS_H
#define INDEXER_LIMITS_H

typedef struct limits_held {
    int landlock, seccomp; /* true if the kernel holds them */
} limits_held;

limits_held limits_set(void);

/* Allows as many seconds of processor time from now on. */
void limits_allow_seconds(int seconds);

#endif
