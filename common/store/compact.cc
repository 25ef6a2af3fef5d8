#include "common/store/guard.hh"

#include <filesystem>
#include <vector>

#include <sys/resource.h>

namespace
{

enum {
    AT_ONCE = 128, /* databases open together, if the limit of files allows */
    OTHERS = 20,   /* files that are open beside them */
    FILES = 6,     /* of one database, in two merges side by side */
    BLOCK_SIZE = 8192, /* INDEX: 2 K half as slow again, 64 K no faster */
};

size_t
at_once()
{
    struct rlimit files;

    if (getrlimit(RLIMIT_NOFILE, &files) != 0 ||
        files.rlim_cur >= OTHERS + FILES * AT_ONCE)
        return AT_ONCE;
    return files.rlim_cur < OTHERS + FILES * 2
               ? 2
               : (files.rlim_cur - OTHERS) / FILES;
}

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

/* One round over more databases than can be open at once: every `most` of
 * them become one. */
std::vector<std::string>
merge_groups(const std::vector<std::string> &paths, const std::string &out,
    int round, size_t most)
{
    std::vector<std::string> merged;

    for (size_t i = 0; i < paths.size(); i += most) {
        size_t count = std::min(most, paths.size() - i);

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
    size_t most = at_once();

    for (int round = 0; paths.size() > most; round++) {
        std::vector<std::string> merged = merge_groups(paths, out, round, most);

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
