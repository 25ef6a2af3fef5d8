/* guard: the border between C and the exceptions of C++.
 *
 * Every function of store.h runs its work inside guard, and translate is the
 * one place that decides what an exception means to a caller.
 */
#ifndef STORE_GUARD_HH
#define STORE_GUARD_HH

#include <cstdarg>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <map>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/store/removed.hh"

/* The headers of base use compound literals, which are C. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
extern "C" {
#include "common/base/arena.h"
#include "common/base/fail.h"
#include "common/store/store.h"
}
#pragma GCC diagnostic pop

/* New terms for entries of a lean database, until the commit. */
struct store_retagging {
    std::string prefix;
    std::vector<std::string> names;
};

struct store_writer {
    Xapian::WritableDatabase db;
    std::string path;
    bool changing = false; /* a transaction is open */
    bool failed = false;   /* a commit failed: nothing may follow */
    bool lean = false;
    store::entry_list removed = {}; /* of a lean one */
    bool noted = true;              /* the database has them all */
    std::map<Xapian::docid, store_retagging> retagged = {};
};

struct store_reader {
    Xapian::Database db;
    std::string path;
    store::entry_list removed; /* of a lean one */
    deadline *until = nullptr; /* see store_limit */
};

namespace store
{

/* Turns the exception that is being handled into an error: "cannot `what`
 * 'path': ...".  Call it in a catch block only. */
tracuu_status translate(
    tracuu_error *err, const char *what, const std::string &path) noexcept;

/* Runs `work`, which returns a status, and lets nothing escape. */
template <class Work>
tracuu_status
guard(tracuu_error *err, const char *what, const std::string &path,
    Work &&work) noexcept
{
    try {
        return work();
    } catch (...) {
        return translate(err, what, path);
    }
}

/* Moves the reader to the newest commit. */
inline void
reopen(store_reader *r)
{
    if (r->db.reopen())
        r->removed = removed_read(r->db);
}

/* The same for a reader: if a writer's commits have overtaken it, it moves to
 * the newest one and runs `work` a second time. */
template <class Work>
tracuu_status
guard_read(store_reader *r, tracuu_error *err, Work &&work) noexcept
{
    return guard(err, "read", r->path, [&] {
        try {
            return work();
        } catch (const Xapian::DatabaseModifiedError &) {
            reopen(r);
            return work();
        }
    });
}

inline std::string
string_of(span s)
{
    return s.len ? std::string(s.ptr, s.len) : std::string();
}

inline span
span_of_string(const std::string &s)
{
    span out = {s.data(), s.size()};

    return out;
}

inline span
copy(arena *a, const std::string &s)
{
    return arena_copy(a, span_of_string(s));
}

} // namespace store

#endif
