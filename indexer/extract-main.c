/* tracuu-extract: the limited process that reads files for tracuu-index.
 *
 * It reads questions from the socket at standard input and answers them there
 * (see frame.h), until the socket is closed.  If standard input is no socket,
 * it is one file, whose text is printed, each page behind a form feed:
 *
 *     tracuu-extract [--ocr] < FILE
 *
 * It has no network and opens none
 * of the user's files (see limits.h); a question that takes too long or too
 * much memory ends it.
 */
#include <stdint.h>
#include <stdio.h>
#include <sys/stat.h>

#include "common/base/memory.h"
#include "indexer/extract-file.h"
#include "indexer/extract-frame.h"
#include "indexer/extract-html.h"
#include "indexer/extract-limits.h"
#include "indexer/extract-zip.h"
#include "indexer/extract.h"

enum { QUESTIONS = 0, PIECE = 1 << 20 };

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

/* A page is read: the time for a file begins anew. */
static void
stay_alive(void *payload)
{
    (void)payload;
    limits_allow_seconds(EXTRACT_SECONDS);
    frame_write(QUESTIONS, FRAME_ALIVE, SPAN(""));
}

static bool
answer_reason(const sink *s)
{
    return frame_write(QUESTIONS, s->skipped ? FRAME_SKIPPED : FRAME_ERROR,
        span_of(s->reason[0] ? s->reason : "damaged: it cannot be read"));
}

static bool
answer_text(const sink *s)
{
    strbuf pages = STRBUF_INIT, about = STRBUF_INIT;
    bool well;

    for (size_t i = 0; i < s->pages.count; i++)
        frame_add_number(&pages, s->pages.at[i]);
    frame_add_number(&about, s->found);
    frame_add_number(&about, s->ocr);
    well = frame_write(QUESTIONS, FRAME_TITLE, strbuf_span(&s->title)) &&
           frame_write(QUESTIONS, FRAME_PAGES, strbuf_span(&pages)) &&
           frame_write(QUESTIONS, FRAME_ABOUT, strbuf_span(&about)) &&
           frame_write(QUESTIONS, FRAME_TEXT, strbuf_span(&s->text));
    strbuf_release(&pages);
    strbuf_release(&about);
    return well;
}

static bool
give_member(void *payload, span name, span bytes, const char *reason)
{
    (void)payload;
    stay_alive(NULL);
    if (bytes.len > INPUT_MAX)
        reason = "it is too large to be read";
    return frame_write(QUESTIONS, FRAME_NAME, name) &&
           (reason ? frame_write(QUESTIONS, FRAME_ERROR, span_of(reason))
                   : frame_write(QUESTIONS, FRAME_MEMBER, bytes));
}

static bool
answer(char letter, span bytes, sink *s)
{
    if (letter == FRAME_LIST)
        return zip_walk(bytes, s, give_member, NULL)
                   ? frame_write(QUESTIONS, FRAME_END, SPAN(""))
                   : answer_reason(s);
    if (letter != FRAME_DECODED)
        return extract_file(s, bytes, letter == FRAME_OCR) ? answer_text(s)
                                                           : answer_reason(s);
    if (!extract_html(&s->title, &s->text, bytes, true, s->limit)) {
        sink_fail(s, "it is too large to be read");
        return answer_reason(s);
    }
    return answer_text(s);
}

static int
answer_questions(sink *s)
{
    strbuf bytes = STRBUF_INIT;
    bool well = true;
    char letter;

    s->alive = stay_alive;
    while (well && read_question(&letter, &bytes)) {
        limits_allow_seconds(EXTRACT_SECONDS);
        sink_clear(s);
        well = answer(letter, strbuf_span(&bytes), s);
    }
    strbuf_release(&bytes);
    return 0;
}

/* For people and tests. */
static int
print_file(sink *s, bool ocr)
{
    strbuf bytes = STRBUF_INIT;
    size_t page = 0;
    bool well;

    do {
        strbuf_reserve(&bytes, PIECE);
        bytes.len += fread(bytes.ptr + bytes.len, 1, PIECE, stdin);
    } while (!feof(stdin) && !ferror(stdin) && bytes.len < INPUT_MAX);
    limits_allow_seconds(EXTRACT_SECONDS);
    well = extract_file(s, strbuf_span(&bytes), ocr);
    if (!well)
        fprintf(stderr, "%s\n", s->reason);
    for (size_t at = 0; well && at < s->text.len; at++) {
        for (; page < s->pages.count && s->pages.at[page] <= at; page++) {
            if (page)
                putchar('\f');
        }
        putchar(s->text.ptr[at]);
    }
    strbuf_release(&bytes);
    return well ? 0 : s->skipped ? 1 : 4;
}

int
main(int argc, char **argv)
{
    struct stat about;
    bool asked = fstat(QUESTIONS, &about) == 0 && S_ISSOCK(about.st_mode);
    int code;
    sink s;

    limits_set();
    sink_init(&s, EXTRACT_OUTPUT_MAX);
    if (asked)
        code = answer_questions(&s);
    else
        code = print_file(&s, argc > 1 && !strcmp(argv[1], "--ocr"));
    sink_release(&s);
    return code;
}
