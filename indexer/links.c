#include "indexer/links.h"

void
links_touch(map *keys, arena *a, const record *r)
{
    (void)keys;
    (void)a;
    (void)r;
}

tracuu_status
links_update(store_writer *passages, store_writer *documents,
    store_reader *reader, const map *keys, tracuu_error *err)
{
    (void)passages;
    (void)documents;
    (void)reader;
    (void)keys;
    (void)err;
    return TRACUU_OK;
}

tracuu_status
links_all(map *keys, arena *a, store_reader *reader, tracuu_error *err)
{
    (void)keys;
    (void)a;
    (void)reader;
    (void)err;
    return TRACUU_OK;
}
