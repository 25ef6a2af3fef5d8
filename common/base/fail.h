/* fail: filling the caller's tracuu_error.
 *
 *     return fail(err, TRACUU_IO, "cannot read '%s': %s", path,
 *         strerror(errno));
 *
 * Set the message where the cause is known and pass it up untouched.
 */
#ifndef BASE_FAIL_H
#define BASE_FAIL_H

#include <tracuu/error.h>

/* Fills `err` (NULL is fine) and returns `status`.  A message that is too
 * long is cut at a character's border. */
tracuu_status fail(tracuu_error *err, tracuu_status status, const char *format,
    ...) __attribute__((format(printf, 3, 4)));

/* As fail, for a failed system call on `path`: the status follows from
 * errno (ENOSPC and EDQUOT are TRACUU_NO_SPACE, ENOENT TRACUU_NOT_FOUND) and
 * the message says what the system said. */
tracuu_status fail_errno(tracuu_error *err, const char *what, const char *path);

#endif
