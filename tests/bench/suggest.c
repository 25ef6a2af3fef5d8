/* suggest: times of suggestions, for lines that are typed letter by letter.
 *
 *     bench-suggest INDEX <lines
 *
 * Asks once for each letter of each line, in one process, and prints how long
 * the calls took, by the clock and in processor time: where other programs run
 * beside it, the clock tells of them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/vec.h"
#include "tests/bench/clock.h"
#include <tracuu.h>

enum { LINE = 4096, LETTERS = 60 /* typed of a line: then people have it */ };

typedef VEC(double) sample; /* ms */

typedef struct times {
    sample clock, processor;
    double most;
    char slowest[LINE];
    size_t empty; /* calls that found nothing */
} times;

static int
by_time(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return x < y ? -1 : x > y;
}

static void
ask(times *t, tracuu_reader *reader, const char *typed)
{
    tracuu_suggestions *list = NULL;
    double start = clock_us(CLOCK_MONOTONIC) / 1e3, took;
    double used = clock_us(CLOCK_PROCESS_CPUTIME_ID) / 1e3;

    if (tracuu_suggest(&list, reader, typed, 0, NULL))
        exit(1);
    took = clock_us(CLOCK_MONOTONIC) / 1e3 - start;
    used = clock_us(CLOCK_PROCESS_CPUTIME_ID) / 1e3 - used;
    t->empty += !list->count;
    tracuu_suggestions_free(list);
    vec_push(&t->clock, took);
    vec_push(&t->processor, used);
    if (used <= t->most)
        return;
    t->most = used;
    snprintf(t->slowest, sizeof t->slowest, "%s", typed);
}

static void
type(times *t, tracuu_reader *reader, const char *line)
{
    char typed[LINE];
    size_t letters = 0;

    for (size_t i = 1; line[i - 1] && letters < LETTERS; i++) {
        if (((unsigned char)line[i] & 0xC0) == 0x80)
            continue;
        memcpy(typed, line, i);
        typed[i] = '\0';
        ask(t, reader, typed);
        letters++;
    }
}

static void
print(const char *what, sample *s)
{
    qsort(s->at, s->count, sizeof *s->at, by_time);
    printf("  %-9s p50 %6.2f  p99 %6.2f  most %6.2f ms\n", what,
        s->at[s->count / 2], s->at[s->count * 99 / 100], s->at[s->count - 1]);
}

int
main(int argc, char **argv)
{
    static times t;
    static char line[LINE];
    tracuu_reader *reader;
    tracuu_error err;

    if (argc != 2 || tracuu_open(&reader, argv[1], NULL, &err)) {
        fprintf(stderr, "usage: bench-suggest INDEX <lines\n");
        return 2;
    }
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = '\0';
        type(&t, reader, line);
    }
    tracuu_reader_free(reader);
    if (!t.clock.count)
        return 1;
    printf("%zu calls, %zu without a suggestion\n", t.clock.count, t.empty);
    print("clock", &t.clock);
    print("processor", &t.processor);
    printf("  most for '%s'\n", t.slowest);
    vec_release(&t.clock);
    vec_release(&t.processor);
    return 0;
}
