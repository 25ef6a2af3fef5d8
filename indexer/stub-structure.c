#include "indexer/stages.h"

void
structure_read(document *d)
{
    (void)d;
}
