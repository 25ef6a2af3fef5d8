#include "common/document/impact.h"

#define K1 1.2
#define B 0.75

/* Of a passage of mean length that has the term once. */
#define UNIT 32.0

/* To the next whole number that is stored. */
static uint32_t
stored(double x)
{
    return x < 1 ? 1 : x > IMPACT_MAX ? IMPACT_MAX : (uint32_t)(x + 0.5);
}

uint32_t
impact_of(uint32_t count, size_t length)
{
    double share = (double)length / IMPACT_MEAN_LENGTH;

    if (!count)
        return 0;
    return stored(UNIT * count * (K1 + 1) / (count + K1 * (1 - B + B * share)));
}

uint32_t
impact_length(size_t length)
{
    return stored((double)length / IMPACT_STEP);
}
