#include "common/store/guard.hh"

#include <new>
#include <stdexcept>

#include <unistd.h>

namespace
{

/* Xapian reports a full disk as any of its errors, in words. */
bool
speaks_of_full_disk(const Xapian::Error &e)
{
    const char *cause = e.get_error_string();
    const char *full[] = {"No space left on device", "Disk quota exceeded"};

    for (const char *words : full)
        if (e.get_msg().find(words) != std::string::npos ||
            (cause && strstr(cause, words)))
            return true;
    return false;
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

    if (speaks_of_full_disk(e))
        return fail(err, TRACUU_NO_SPACE, "cannot %s '%s': the disk is full",
            what, path.c_str());
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
