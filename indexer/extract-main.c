/* tracuu-extract: the limited process that reads HTML for tracuu-index.
 *
 * It reads questions from the socket at standard input and answers them there
 * (see frame.h), until the socket is closed.  It opens no files and no
 * connections; a question that takes too long or too much memory ends it.
 */
#include <stdint.h>
#include <sys/resource.h>

#include "common/base/memory.h"
#include "indexer/extract-frame.h"
#include "indexer/extract-html.h"
#include "indexer/extract.h"

enum { QUESTIONS = 0, FEW_FILES = 16 };

static void
limit(__rlimit_resource_t what, rlim_t to)
{
    struct rlimit now;

    if (getrlimit(what, &now) != 0)
        return;
    now.rlim_cur = to < now.rlim_max ? to : now.rlim_max;
    setrlimit(what, &now);
}

static void
limit_process(void)
{
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NOFILE, FEW_FILES);
#ifndef __SANITIZE_ADDRESS__
    limit(RLIMIT_AS, (rlim_t)EXTRACT_MEMORY_MB << 20);
#endif
}

/* The limit on processor time counts from the start of the process. */
static void
allow_time(void)
{
    struct rusage used;

    getrusage(RUSAGE_SELF, &used);
    limit(RLIMIT_CPU, (rlim_t)used.ru_utime.tv_sec +
                          (rlim_t)used.ru_stime.tv_sec + EXTRACT_SECONDS + 1);
}

static bool
read_question(char *letter, strbuf *bytes)
{
    char head[FRAME_HEAD];
    uint64_t length;

    strbuf_clear(bytes);
    if (!frame_read(QUESTIONS, head, sizeof head, 0))
        return false;
    length = frame_length(head);
    if (length > (uint64_t)INT32_MAX)
        return false;
    *letter = head[0];
    strbuf_reserve(bytes, (size_t)length);
    bytes->len = (size_t)length;
    return frame_read(QUESTIONS, bytes->ptr, bytes->len, 0);
}

int
main(void)
{
    strbuf bytes = STRBUF_INIT, title = STRBUF_INIT, text = STRBUF_INIT;
    bool well = true;
    char letter;

    limit_process();
    while (well && read_question(&letter, &bytes)) {
        allow_time();
        strbuf_clear(&title);
        strbuf_clear(&text);
        if (extract_html(&title, &text, strbuf_span(&bytes),
                letter == FRAME_DECODED, EXTRACT_OUTPUT_MAX))
            well = frame_write(QUESTIONS, FRAME_TITLE, strbuf_span(&title)) &&
                   frame_write(QUESTIONS, FRAME_TEXT, strbuf_span(&text));
        else
            well = frame_write(
                QUESTIONS, FRAME_ERROR, SPAN("it is too large to be read"));
    }
    strbuf_release(&bytes);
    strbuf_release(&title);
    strbuf_release(&text);
    return 0;
}
