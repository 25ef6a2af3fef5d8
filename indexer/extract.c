#include "indexer/extract.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/base/fail.h"
#include "common/base/memory.h"
#include "common/text/legacy.h"
#include "indexer/extract-frame.h"
#include "indexer/extract-kind.h"

#ifndef TRACUU_LIBEXEC
#define TRACUU_LIBEXEC "/usr/libexec"
#endif

enum {
    /* Of a text in a known encoding one byte in so many may be a control:
     * converters leave marks of cells and pages. */
    CONTROLS = 50
};

struct extractor {
    const char *program;
    pid_t process; /* 0: not running */
    int socket;
    bool ocr;
};

extractor *
extractor_new(const char *program, bool ocr)
{
    extractor *e = memory_take_zero(1, sizeof *e);

    e->program = program ? program : TRACUU_LIBEXEC "/tracuu-extract";
    e->ocr = ocr;
    return e;
}

/* Closes the socket, upon which the process ends by itself, or is ended. */
static int
stop(extractor *e, bool kill_it)
{
    int how = 0;

    if (!e->process)
        return 0;
    close(e->socket);
    if (kill_it)
        kill(e->process, SIGKILL);
    while (waitpid(e->process, &how, 0) < 0 && errno == EINTR)
        continue;
    e->process = 0;
    return how;
}

void
extractor_free(extractor *e)
{
    if (!e)
        return;
    stop(e, false);
    free(e);
}

static int
spawn(extractor *e, int socket)
{
    char *const arguments[] = {(char *)e->program, NULL};
    posix_spawn_file_actions_t actions;
    int failed;

    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, socket, 0);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    failed = posix_spawn(
        &e->process, e->program, &actions, NULL, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed)
        e->process = 0;
    return failed;
}

static tracuu_status
start(extractor *e, tracuu_error *err)
{
    struct timeval wait = {.tv_sec = EXTRACT_WAIT_SECONDS};
    int pair[2], failed;

    if (e->process)
        return TRACUU_OK;
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
        return fail(err, TRACUU_INPUT_FAILED, "cannot open a socket: %s",
            strerror(errno));
    failed = spawn(e, pair[1]);
    close(pair[1]);
    if (failed) {
        close(pair[0]);
        return fail(err, TRACUU_INPUT_FAILED, "cannot run '%s': %s", e->program,
            strerror(failed));
    }
    setsockopt(pair[0], SOL_SOCKET, SO_SNDTIMEO, &wait, sizeof wait);
    e->socket = pair[0];
    return TRACUU_OK;
}

/* Says of what the process died while it read the file. */
static tracuu_status
explain_death(extractor *e, bool in_time, tracuu_error *err)
{
    int how = stop(e, true);

    if (!in_time)
        return fail(err, TRACUU_INPUT_FAILED,
            "reading it took longer than %d seconds", EXTRACT_WAIT_SECONDS);
    if (WIFSIGNALED(how) && WTERMSIG(how) == SIGXCPU)
        return fail(err, TRACUU_INPUT_FAILED,
            "reading it took more than %d seconds of processor time",
            EXTRACT_SECONDS);
    if (WIFEXITED(how) && WEXITSTATUS(how) == 5)
        return fail(err, TRACUU_INPUT_FAILED,
            "reading it took more than %d MB of memory", EXTRACT_MEMORY_MB);
    if (WIFEXITED(how) && WEXITSTATUS(how) == 127)
        return fail(err, TRACUU_INPUT_FAILED, "cannot run '%s'", e->program);
    return fail(err, TRACUU_INPUT_FAILED, "damaged: its reader failed on it");
}

/* One frame; each that comes gives the reader of the file time anew. */
static bool
read_frame(extractor *e, char *letter, span *out, arena *a, int64_t *deadline)
{
    char head[FRAME_HEAD], *bytes;
    uint64_t length;

    *deadline = frame_now() + EXTRACT_WAIT_SECONDS * 1000;
    if (!frame_read(e->socket, head, sizeof head, *deadline))
        return false;
    length = frame_length(head);
    if (length > EXTRACT_OUTPUT_MAX + 4096u)
        return false;
    bytes = arena_take(a, (size_t)length + 1);
    *letter = head[0];
    *out = (span){bytes, (size_t)length};
    return frame_read(e->socket, bytes, (size_t)length, *deadline);
}

static void
take_pages(input *in, span numbers)
{
    in->page_count = numbers.len / FRAME_NUMBER;
    in->pages = arena_array(&in->arena, in->page_count + 1, sizeof *in->pages);
    for (size_t i = 0; i < in->page_count; i++)
        in->pages[i] = (size_t)frame_number(numbers, i);
}

/* Notes what a frame of the answer says; true if it is the last one. */
static bool
take_frame(input *in, char letter, span bytes)
{
    if (letter == FRAME_TITLE)
        in->title = span_trim(bytes);
    else if (letter == FRAME_PAGES)
        take_pages(in, bytes);
    else if (letter == FRAME_ABOUT) {
        in->encodings |= (unsigned)frame_number(bytes, 0);
        in->ocr = frame_number(bytes, 1) != 0;
    }
    return letter == FRAME_TEXT || letter == FRAME_ERROR ||
           letter == FRAME_SKIPPED;
}

static tracuu_status
ask(extractor *e, input *in, char question, tracuu_error *err)
{
    int64_t deadline = frame_now() + EXTRACT_WAIT_SECONDS * 1000;
    char letter = 0;
    span bytes;
    tracuu_status status = start(e, err);

    if (status != TRACUU_OK)
        return status;
    if (!frame_write(e->socket, question, in->bytes))
        return explain_death(e, frame_now() < deadline, err);
    do {
        if (!read_frame(e, &letter, &bytes, &in->arena, &deadline))
            return explain_death(e, frame_now() < deadline, err);
    } while (!take_frame(in, letter, bytes));
    if (letter != FRAME_TEXT)
        return fail(err,
            letter == FRAME_SKIPPED ? TRACUU_INPUT_SKIPPED
                                    : TRACUU_INPUT_FAILED,
            "%.*s", SPAN_PRINT(bytes));
    in->bytes = bytes;
    return TRACUU_OK;
}

static bool
is_control(unsigned char c)
{
    return c < 0x20 && c != '\t' && c != '\n' && c != '\v' && c != '\f' &&
           c != '\r' && c != 0x1B;
}

/* More than one byte in `share` that no text has. */
static bool
is_binary(span bytes, size_t share)
{
    size_t control = 0;

    for (size_t i = 0; i < bytes.len; i++)
        control += is_control((unsigned char)bytes.ptr[i]);
    return control * share > bytes.len;
}

/* More than one character in twenty that could not be read. */
static bool
is_garbled(span text)
{
    size_t broken = 0;

    for (size_t at = 0;
         (at = span_find(text, SPAN("\xEF\xBF\xBD"), at)) < text.len; at += 3)
        broken++;
    return broken * 20 > text.len;
}

/* Puts the text in the place of the bytes.  A few letters of old encodings are
 * at codes of controls. */
static tracuu_status
decode(input *in, bool page, tracuu_error *err)
{
    legacy_text found;

    if (is_binary(in->bytes, 2))
        return fail(err, TRACUU_INPUT_FAILED, "binary, not text");
    found = legacy_read(&in->arena, in->bytes);
    if (is_binary(
            found.text, found.encoding == ENCODING_UNKNOWN ? 1000 : CONTROLS))
        return fail(err, TRACUU_INPUT_FAILED, "binary, not text");
    in->encoding = found.encoding;
    in->encodings = found.found;
    if (found.encoding == ENCODING_UNKNOWN && page)
        return TRACUU_OK; /* it may say itself */
    in->bytes = found.text;
    return TRACUU_OK;
}

/* Whatever its name says, the bytes tell what a file is. */
static tracuu_status
read_kind(extractor *e, input *in, tracuu_error *err)
{
    file_kind type = kind_of_file(in->bytes);
    tracuu_status status;

    if (type == KIND_TEXT && in->form == INPUT_HTML)
        type = KIND_HTML;
    if (type == KIND_OTHER)
        return fail(err, TRACUU_INPUT_FAILED, "binary, not text");
    if (type != KIND_TEXT && type != KIND_HTML)
        return ask(e, in, e->ocr ? FRAME_OCR : FRAME_RAW, err);
    status = decode(in, type == KIND_HTML, err);
    if (status != TRACUU_OK || type == KIND_TEXT)
        return status;
    return ask(e, in,
        in->encoding == ENCODING_UNKNOWN ? FRAME_RAW : FRAME_DECODED, err);
}

tracuu_status
extract_text(extractor *e, input *in, tracuu_error *err)
{
    tracuu_status status = TRACUU_OK;

    if (in->form != INPUT_READY && in->bytes.len)
        status = read_kind(e, in, err);
    if (status != TRACUU_OK)
        return status;
    if (!span_trim(in->bytes).len)
        return fail(err, TRACUU_INPUT_SKIPPED, "empty");
    if (is_garbled(in->bytes))
        return fail(
            err, TRACUU_INPUT_FAILED, "not text in an encoding that is known");
    return TRACUU_OK;
}
