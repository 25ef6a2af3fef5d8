#include "common/store/gather.hh"
#include "common/store/guard.hh"

#include <filesystem>

namespace
{

enum { AT_ONCE = 8000 /* entries in memory: some ten million bytes */ };

store::entry_list
entries_of(const Xapian::Database &db)
{
    store::entry_list removed = store::removed_read(db), all;

    for (auto it = db.postlist_begin(""); it != db.postlist_end(""); ++it)
        if (!store::removed_has(removed, *it))
            all.push_back(*it);
    return all;
}

/* The entries [first, last) as a small database of their own. */
void
copy_out(const Xapian::Database &db, const store::entry_list &all, size_t first,
    size_t last, const std::string &path)
{
    Xapian::WritableDatabase out(
        path, Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS |
                  Xapian::DB_NO_TERMLIST | Xapian::DB_NO_SYNC);
    store::entry_list some(all.begin() + static_cast<long>(first),
        all.begin() + static_cast<long>(last));

    out.begin_transaction(false);
    store::gather(db, some,
        [&](Xapian::docid, Xapian::Document &doc) { out.add_document(doc); });
    out.commit_transaction();
    out.close();
}

void
copy_metadata(const Xapian::Database &db, const std::string &path)
{
    Xapian::WritableDatabase out(path,
        Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_TERMLIST);

    for (auto it = db.metadata_keys_begin(); it != db.metadata_keys_end(); ++it)
        out.set_metadata(*it, db.get_metadata(*it));
    store::removed_write(&out, store::entry_list());
    out.commit();
    out.close();
}

} // namespace

tracuu_status
store_renew(const char *path, const char *out, tracuu_error *err)
{
    std::vector<std::string> parts;
    bool needed = false;
    tracuu_status status = store::guard(err, "copy", path, [&] {
        Xapian::Database db(path);
        store::entry_list all;

        needed = !store::removed_read(db).empty();
        if (!needed)
            return store_compact(&path, 1, out, err);
        all = entries_of(db);
        for (size_t i = 0; i < all.size() || parts.empty(); i += AT_ONCE) {
            parts.push_back(
                std::string(out) + ".part-" + std::to_string(parts.size()));
            copy_out(db, all, i, std::min<size_t>(i + AT_ONCE, all.size()),
                parts.back());
        }
        return TRACUU_OK;
    });
    std::vector<const char *> names;

    for (const std::string &part : parts)
        names.push_back(part.c_str());
    if (!needed)
        return status;
    if (!status)
        status = store_compact(names.data(), names.size(), out, err);
    return store::guard(err, "copy", path, [&] {
        for (const std::string &part : parts)
            std::filesystem::remove_all(part);
        if (!status)
            copy_metadata(Xapian::Database(path), out);
        return status;
    });
}
