/* make-flat: writes the phrases of phrases.inc as what they are made of.
 *
 * Run by the build.  Each code's words stand in one row, so that a re-rank
 * reads them without taking phrases apart; as constants they cost a program
 * that asks one question nothing but the pages it reads.
 */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "common/text/tables/phrases.inc"

enum { COUNT = WORDS + PHRASES };

static uint32_t starts_of[COUNT + 2];
static uint16_t flat[WORDS_OF_ALL];

static uint32_t
add_part(uint32_t at, uint16_t part)
{
    uint32_t from = starts_of[part], to = starts_of[part + 1];

    memcpy(flat + at, flat + from, (to - from) * sizeof *flat);
    return at + to - from;
}

static void
make(void)
{
    uint32_t at = 0;

    for (uint32_t code = 1; code <= COUNT; code++) {
        starts_of[code] = at;
        if (code <= WORDS) {
            flat[at++] = (uint16_t)code;
        } else {
            at = add_part(at, firsts[code - WORDS - 1]);
            at = add_part(at, seconds[code - WORDS - 1]);
        }
        starts_of[code + 1] = at;
    }
}

static const char *
end_of_line(uint32_t i)
{
    return i % 12 == 11 ? ",\n" : ",";
}

int
main(void)
{
    make();
    printf("static const uint32_t flat_starts[] = {\n");
    for (uint32_t i = 0; i < COUNT + 2; i++)
        printf("%u%s", (unsigned)starts_of[i], end_of_line(i));
    printf("};\nstatic const uint16_t flat_words[] = {\n");
    for (uint32_t i = 0; i < WORDS_OF_ALL; i++)
        printf("%u%s", (unsigned)flat[i], end_of_line(i));
    printf("};\nstatic const uint16_t flat_ids[] = {\n");
    for (uint32_t i = 0; i < WORDS_OF_ALL; i++)
        printf("%u%s", (unsigned)ids[flat[i] - 1], end_of_line(i));
    printf("};\n");
    return 0;
}
