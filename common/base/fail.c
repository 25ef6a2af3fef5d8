#include "common/base/fail.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const struct {
    const char *code;
    int exit;
} statuses[] = {
    [TRACUU_OK] = {"ok", 0},
    [TRACUU_NOT_FOUND] = {"not-found", 1},
    [TRACUU_USAGE] = {"usage", 2},
    [TRACUU_INDEX_MISSING] = {"index-missing", 3},
    [TRACUU_INDEX_LOCKED] = {"index-locked", 3},
    [TRACUU_INDEX_DAMAGED] = {"index-damaged", 3},
    [TRACUU_INDEX_VERSION] = {"index-version", 3},
    [TRACUU_INPUT_FAILED] = {"input-failed", 4},
    [TRACUU_INPUT_SKIPPED] = {"input-skipped", 0},
    [TRACUU_NO_SPACE] = {"no-space", 5},
    [TRACUU_NO_MEMORY] = {"no-memory", 5},
    [TRACUU_IO] = {"io", 5},
    [TRACUU_INTERRUPTED] = {"interrupted", 5},
};

const char *
tracuu_status_code(tracuu_status status)
{
    return statuses[status].code;
}

int
tracuu_status_exit(tracuu_status status)
{
    return statuses[status].exit;
}

/* A cut may have split a character: drop its first bytes too. */
static void
cut_at_character(char *text, size_t length)
{
    while (length && ((unsigned char)text[length - 1] & 0xC0) == 0x80)
        length--;
    if (length && (unsigned char)text[length - 1] >= 0xC0)
        length--;
    text[length] = '\0';
}

tracuu_status
fail(tracuu_error *err, tracuu_status status, const char *format, ...)
{
    va_list list;
    int length;

    if (!err)
        return status;
    err->status = status;
    va_start(list, format);
    length = vsnprintf(err->message, sizeof err->message, format, list);
    va_end(list);
    if (length >= (int)sizeof err->message)
        cut_at_character(err->message, sizeof err->message - 1);
    return status;
}

tracuu_status
fail_errno(tracuu_error *err, const char *what, const char *path)
{
    int cause = errno;
    tracuu_status status = TRACUU_IO;

    if (cause == ENOSPC || cause == EDQUOT)
        status = TRACUU_NO_SPACE;
    else if (cause == ENOENT)
        status = TRACUU_NOT_FOUND;
    else if (cause == ENOMEM)
        status = TRACUU_NO_MEMORY;
    return fail(err, status, "cannot %s '%s': %s", what, path, strerror(cause));
}
