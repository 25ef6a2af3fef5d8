/* read: a file as tracuu-extract reads it.
 */
#ifndef TESTS_READERS_READ_H
#define TESTS_READERS_READ_H

#include "indexer/extract-file.h"
#include "tests/unit/unit.h"

static inline void
read_gives(span bytes, const char *text)
{
    sink s;

    sink_init(&s, 1 << 20);
    ck_assert_msg(extract_file(&s, bytes, false), "%s", s.reason);
    ck_assert_span_eq(span_trim(strbuf_span(&s.text)), text);
    sink_release(&s);
}

static inline void
read_fails(span bytes, const char *reason)
{
    sink s;

    sink_init(&s, 1 << 20);
    ck_assert(!extract_file(&s, bytes, false));
    ck_assert_msg(strstr(s.reason, reason), "%s", s.reason);
    sink_release(&s);
}

#endif
