#include "indexer/stages.h"

void
metadata_read(document *d)
{
    (void)d;
}
