#include "common/store/guard.hh"

#include <new>
#include <stdexcept>

#include <unistd.h>

namespace
{

/* What the system refused, and what to do about it. */
const struct {
    const char *words;
    tracuu_status status;
    const char *advice;
} refusals[] = {
    {"No space left on device", TRACUU_NO_SPACE, "the disk is full"},
    {"Disk quota exceeded", TRACUU_NO_SPACE, "the disk is full"},
    {"Too many open files", TRACUU_IO,
        "too many open files; raise the limit with ulimit -n"},
    {"too many open files", TRACUU_IO, /* of Xapian's own lock */
        "too many open files; raise the limit with ulimit -n"},
    {"Permission denied", TRACUU_IO,
        "permission denied; run it as the owner of the index"},
    {"Read-only file system", TRACUU_IO, "the disk is mounted read-only"},
    {"Input/output error", TRACUU_IO,
        "the disk fails (input/output error); look after it, what was "
        "committed before is safe"},
    {"Cannot allocate memory", TRACUU_NO_MEMORY, "not enough memory"},
};

/* Xapian reports what the system refused as any of its errors, in words; NULL
 * if it was something else. */
decltype(&refusals[0])
refusal_of(const Xapian::Error &e)
{
    const char *cause = e.get_error_string();

    for (const auto &refusal : refusals)
        if (e.get_msg().find(refusal.words) != std::string::npos ||
            (cause && strstr(cause, refusal.words)))
            return &refusal;
    return nullptr;
}

tracuu_status
explain(tracuu_error *err, tracuu_status status, const char *what,
    const std::string &path, const Xapian::Error &e)
{
    const char *cause = e.get_error_string();

    return fail(err, status, "cannot %s '%s': %s%s%s%s", what, path.c_str(),
        e.get_msg().c_str(), cause ? " (" : "", cause ? cause : "",
        cause ? ")" : "");
}

/* The version file is there: then something else of the database is not. */
tracuu_status
explain_opening(tracuu_error *err, const char *what, const std::string &path,
    const Xapian::Error &e)
{
    if (!access((path + "/iamglass").c_str(), F_OK))
        return explain(err, TRACUU_INDEX_DAMAGED, what, path, e);
    return fail(err, TRACUU_INDEX_MISSING, "no index at '%s'", path.c_str());
}

/* What each class of Xapian's errors means; the others are TRACUU_IO. */
const struct {
    const char *type;
    tracuu_status status;
} meanings[] = {
    {"DatabaseLockError", TRACUU_INDEX_LOCKED},
    {"DatabaseNotFoundError", TRACUU_INDEX_MISSING},
    {"DatabaseOpeningError", TRACUU_INDEX_MISSING},
    {"DatabaseVersionError", TRACUU_INDEX_VERSION},
    {"DatabaseCorruptError", TRACUU_INDEX_DAMAGED},
    {"SerialisationError", TRACUU_INDEX_DAMAGED},
    {"DocNotFoundError", TRACUU_NOT_FOUND},
    {"InvalidArgumentError", TRACUU_USAGE},
    {"InvalidOperationError", TRACUU_USAGE},
};

tracuu_status
status_of(const Xapian::Error &e)
{
    for (const auto &meaning : meanings)
        if (!strcmp(e.get_type(), meaning.type))
            return meaning.status;
    /* A block that contradicts itself, unless the system has a reason. */
    if (!strcmp(e.get_type(), "DatabaseError") && !e.get_error_string())
        return TRACUU_INDEX_DAMAGED;
    return TRACUU_IO;
}

tracuu_status
translate_xapian(tracuu_error *err, const char *what, const std::string &path,
    const Xapian::Error &e)
{
    tracuu_status status = status_of(e);

    if (refusal_of(e))
        return fail(err, refusal_of(e)->status, "cannot %s '%s': %s", what,
            path.c_str(), refusal_of(e)->advice);
    if (status == TRACUU_INDEX_LOCKED)
        return fail(err, status,
            "'%s' is being written by another process; wait until it is done",
            path.c_str());
    if (status == TRACUU_INDEX_MISSING)
        return explain_opening(err, what, path, e);
    return explain(err, status, what, path, e);
}

} // namespace

tracuu_status
store::translate(
    tracuu_error *err, const char *what, const std::string &path) noexcept
{
    try {
        throw;
    } catch (const Xapian::Error &e) {
        return translate_xapian(err, what, path, e);
    } catch (const std::bad_alloc &) {
        return fail(err, TRACUU_NO_MEMORY, "cannot %s '%s': not enough memory",
            what, path.c_str());
    } catch (const std::length_error &) {
        return fail(err, TRACUU_NO_MEMORY, "cannot %s '%s': a size is absurd",
            what, path.c_str());
    } catch (const std::exception &e) {
        return fail(
            err, TRACUU_IO, "cannot %s '%s': %s", what, path.c_str(), e.what());
    } catch (...) {
        return fail(err, TRACUU_IO, "cannot %s '%s': unknown failure", what,
            path.c_str());
    }
}
