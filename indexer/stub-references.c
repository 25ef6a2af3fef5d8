#include "indexer/stages.h"

void
references_read(document *d)
{
    (void)d;
}
