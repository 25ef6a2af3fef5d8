#include "indexer/update-stored.h"

#include "common/base/fail.h"
#include "common/base/vec.h"
#include "indexer/terms.h"

typedef VEC(uint32_t) entry_list;

static bool
take_entry(void *payload, uint32_t entry)
{
    entry_list *list = payload;

    vec_push(list, entry);
    return true;
}

tracuu_status
stored_entries(store_reader *documents, arena *a, span term, uint32_t **out,
    size_t *count, tracuu_error *err)
{
    entry_list list = VEC_INIT;
    tracuu_status status =
        store_walk_entries(documents, term, take_entry, &list, err);

    *count = list.count;
    *out = arena_array(a, list.count + 1, sizeof **out);
    if (list.count)
        memcpy(*out, list.at, list.count * sizeof **out);
    vec_release(&list);
    return status;
}

tracuu_status
stored_record(store_reader *documents, arena *a, uint32_t entry, record *out,
    tracuu_error *err)
{
    span data;
    tracuu_status status = store_data(documents, a, entry, &data, err);

    if (status != TRACUU_OK)
        return status;
    if (!record_decode(a, data, out))
        return fail(err, TRACUU_INDEX_DAMAGED,
            "the record of entry %u cannot be read; rebuild the index with "
            "tracuu-index --rebuild",
            entry);
    return TRACUU_OK;
}

tracuu_status
stored_by_id(
    store_reader *documents, arena *a, span id, record *out, tracuu_error *err)
{
    uint32_t *entries;
    size_t count;
    tracuu_status status = stored_entries(
        documents, a, terms_document_of(a, id), &entries, &count, err);

    if (status != TRACUU_OK)
        return status;
    if (!count)
        return fail(err, TRACUU_NOT_FOUND, "no document '%.*s' in the index",
            SPAN_PRINT(id));
    return stored_record(documents, a, entries[0], out, err);
}
