#include "common/store/guard.hh"

namespace
{

enum {
    EXACT = 2000, /* entries of a term, or removed ones, looked at one by one */
    SKIPPED = 8,  /* what a skip costs, in steps */
    ROUGH = 1000, /* entries: fewer are counted anyhow */
    WORN = 1000   /* removed entries that are not worth the work */
};

/* How many of the removed entries have the term. */
uint32_t
count_gone(store_reader *r, const std::string &term)
{
    Xapian::PostingIterator it = r->db.postlist_begin(term);
    Xapian::PostingIterator end = r->db.postlist_end(term);
    uint32_t count = 0;

    for (Xapian::docid entry : r->removed) {
        if (it == end)
            break;
        it.skip_to(entry);
        count += it != end && *it == entry;
    }
    return count;
}

/* How many of the others have it. */
uint32_t
count_present(store_reader *r, const std::string &term)
{
    Xapian::PostingIterator it = r->db.postlist_begin(term);
    Xapian::PostingIterator end = r->db.postlist_end(term);
    uint32_t count = 0;

    for (; it != end; ++it)
        count += !store::removed_has(r->removed, *it);
    return count;
}

} // namespace

tracuu_status
store_reader_open(store_reader **out, const char *path, tracuu_error *err)
{
    *out = nullptr;
    return store::guard(err, "open", path, [&] {
        Xapian::Database db(path);

        *out = new store_reader{db, path, store::removed_read(db), nullptr};
        return TRACUU_OK;
    });
}

void
store_reader_free(store_reader *r)
{
    if (!r)
        return;
    store::guard(nullptr, "close", r->path, [&] {
        r->db.close();
        return TRACUU_OK;
    });
    delete r;
}

void
store_limit(store_reader *r, deadline *until)
{
    r->until = until;
}

tracuu_status
store_reopen(store_reader *r, tracuu_error *err)
{
    return store::guard(err, "reopen", r->path, [&] {
        store::reopen(r);
        return TRACUU_OK;
    });
}

uint64_t
store_revision(store_reader *r)
{
    uint64_t revision = 0;

    store::guard_read(r, nullptr, [&] {
        revision = r->db.get_revision();
        return TRACUU_OK;
    });
    return revision;
}

tracuu_status
store_entries(store_reader *r, uint32_t *entries, tracuu_error *err)
{
    return store::guard_read(r, err, [&] {
        *entries =
            r->db.get_doccount() - static_cast<uint32_t>(r->removed.size());
        return TRACUU_OK;
    });
}

bool
store_is_worn(store_reader *r)
{
    uint32_t entries = 0;

    return !store_entries(r, &entries, nullptr) &&
           r->removed.size() > WORN + entries / 2;
}

uint32_t
store_frequency(store_reader *r, span term)
{
    uint32_t frequency = 0;

    store::guard_read(r, nullptr, [&] {
        std::string name = store::string_of(term);
        size_t removed = r->removed.size();

        frequency = r->db.get_termfreq(name);
        if (!removed)
            return TRACUU_OK;
        if (removed <= EXACT && removed * SKIPPED < frequency)
            frequency -= count_gone(r, name);
        else if (frequency <= EXACT)
            frequency = count_present(r, name);
        return TRACUU_OK;
    });
    return frequency;
}

uint32_t
store_frequency_about(store_reader *r, span term)
{
    uint32_t frequency = 0;

    store::guard_read(r, nullptr, [&] {
        std::string name = store::string_of(term);

        frequency = r->db.get_termfreq(name);
        if (!r->removed.empty() && frequency <= ROUGH)
            frequency = count_present(r, name);
        return TRACUU_OK;
    });
    return frequency;
}

uint64_t
store_total(store_reader *r, span term)
{
    uint64_t total = 0;

    store::guard_read(r, nullptr, [&] {
        total = r->db.get_collection_freq(store::string_of(term));
        return TRACUU_OK;
    });
    return total;
}

tracuu_status
store_metadata(
    store_reader *r, arena *a, span name, span *out, tracuu_error *err)
{
    return store::guard_read(r, err, [&] {
        *out = store::copy(a, r->db.get_metadata(store::string_of(name)));
        return TRACUU_OK;
    });
}

tracuu_status
store_data(
    store_reader *r, arena *a, uint32_t entry, span *out, tracuu_error *err)
{
    return store::guard_read(r, err, [&] {
        *out = store::copy(a, r->db.get_document(entry).get_data());
        return TRACUU_OK;
    });
}

tracuu_status
store_value_of(store_reader *r, arena *a, uint32_t entry, uint32_t slot,
    span *out, tracuu_error *err)
{
    return store::guard_read(r, err, [&] {
        Xapian::Document doc =
            r->db.get_document(entry, Xapian::DOC_ASSUME_VALID);

        *out = store::copy(a, doc.get_value(slot));
        return TRACUU_OK;
    });
}

tracuu_status
store_values_of(store_reader *r, arena *a, uint32_t slot,
    const uint32_t *entries, size_t count, span *out, tracuu_error *err)
{
    return store::guard_read(r, err, [&] {
        Xapian::ValueIterator end = r->db.valuestream_end(slot);
        Xapian::ValueIterator it = r->db.valuestream_begin(slot);

        for (size_t i = 0; i < count; i++) {
            out[i] = {nullptr, 0};
            if (it != end)
                it.skip_to(entries[i]);
            if (it != end && it.get_docid() == entries[i])
                out[i] = store::copy(a, *it);
        }
        return TRACUU_OK;
    });
}
