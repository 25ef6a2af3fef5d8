#include "common/store/guard.hh"

#include <filesystem>
#include <vector>

namespace
{

enum {
    AT_ONCE = 128,     /* databases open together: two files each */
    BLOCK_SIZE = 8192, /* INDEX: 2 K half as slow again, 64 K no faster */
};

/* Merges paths[first .. first + count).  FULLER is left alone: it can damage
 * the result in Xapian 1.4 (bug 842) and makes it larger. */
void
merge(const std::vector<std::string> &paths, size_t first, size_t count,
    const std::string &out)
{
    Xapian::Database all;

    for (size_t i = first; i < first + count; i++)
        all.add_database(Xapian::Database(paths[i]));
    all.compact(out, Xapian::Compactor::FULL, BLOCK_SIZE);
}

void
discard(const std::vector<std::string> &paths)
{
    for (const std::string &path : paths)
        std::filesystem::remove_all(path);
}

/* One round over more databases than can be open at once: every AT_ONCE of
 * them become one. */
std::vector<std::string>
merge_groups(
    const std::vector<std::string> &paths, const std::string &out, int round)
{
    std::vector<std::string> merged;

    for (size_t i = 0; i < paths.size(); i += AT_ONCE) {
        size_t count = std::min<size_t>(AT_ONCE, paths.size() - i);

        merged.push_back(out + ".merge-" + std::to_string(round) + "-" +
                         std::to_string(merged.size()));
        merge(paths, i, count, merged.back());
    }
    return merged;
}

void
compact(std::vector<std::string> paths, const std::string &out)
{
    bool own = false; /* the paths are of an earlier round */

    for (int round = 0; paths.size() > AT_ONCE; round++) {
        std::vector<std::string> merged = merge_groups(paths, out, round);

        if (own)
            discard(paths);
        paths = merged;
        own = true;
    }
    merge(paths, 0, paths.size(), out);
    if (own)
        discard(paths);
}

} // namespace

tracuu_status
store_compact(
    const char *const *paths, size_t count, const char *out, tracuu_error *err)
{
    return store::guard(err, "compact into", out, [&] {
        std::vector<std::string> all(paths, paths + count);

        if (all.empty())
            Xapian::WritableDatabase(
                out, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS)
                .close();
        else
            compact(all, out);
        return TRACUU_OK;
    });
}
