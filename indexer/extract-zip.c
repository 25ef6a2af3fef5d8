#include "indexer/extract-zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>

#include "common/text/utf8.h"

enum { PIECE = 64 * 1024 };

typedef struct walk {
    struct archive *archive;
    sink *sink;
    arena *arena;
    strbuf part;
    size_t total, entries;
} walk;

static bool
open_zip(walk *w, span bytes)
{
    w->archive = archive_read_new();
    if (!w->archive)
        return sink_fail(w->sink, "no memory to open it");
    archive_read_support_format_zip_seekable(w->archive);
    archive_read_set_options(w->archive, "hdrcharset=CP437");
    if (archive_read_open_memory(w->archive, bytes.ptr, bytes.len) !=
        ARCHIVE_OK)
        return sink_fail(w->sink, "damaged: its directory of parts is broken");
    return true;
}

static void
close_zip(walk *w)
{
    archive_read_free(w->archive);
    strbuf_release(&w->part);
}

/* The name as UTF-8, as far as the archive has one. */
static span
name_of(walk *w, struct archive_entry *entry)
{
    const char *name = archive_entry_pathname_utf8(entry);
    strbuf repaired = STRBUF_INIT;
    span s;

    if (!name)
        name = archive_entry_pathname(entry);
    s = span_of(name);
    if (s.len > ZIP_NAME_MAX)
        s = span_slice(s, 0, ZIP_NAME_MAX);
    utf8_repair(&repaired, s);
    s = arena_copy(w->arena, strbuf_span(&repaired));
    strbuf_release(&repaired);
    return s;
}

/* The next entry that is a file; false at the end, and if it is damaged. */
static bool
next_entry(walk *w, struct archive_entry **entry)
{
    int got;

    do {
        got = archive_read_next_header(w->archive, entry);
        if (got == ARCHIVE_EOF)
            return false;
        if (got < ARCHIVE_WARN)
            return sink_fail(
                w->sink, "damaged: its directory of parts is broken");
        if (++w->entries > ZIP_ENTRIES_MAX)
            return sink_fail(
                w->sink, "it has more than %d parts", ZIP_ENTRIES_MAX);
    } while (archive_entry_filetype(*entry) != AE_IFREG);
    return true;
}

/* Unpacks one part; false with the reason. */
static bool
unpack(walk *w, struct archive_entry *entry)
{
    la_ssize_t got = 1;

    strbuf_clear(&w->part);
    if (archive_entry_is_encrypted(entry))
        return sink_fail(w->sink, "encrypted: it opens with a password only");
    while (got > 0) {
        strbuf_reserve(&w->part, PIECE);
        got = archive_read_data(w->archive, w->part.ptr + w->part.len, PIECE);
        if (got < 0)
            return sink_fail(w->sink, "damaged: a part cannot be unpacked");
        w->part.len += (size_t)got;
        w->total += (size_t)got;
        if (w->part.len > ZIP_PART_MAX || w->total > ZIP_TOTAL_MAX)
            return sink_fail(w->sink, "a part unpacks to more than %d MB",
                (w->part.len > ZIP_PART_MAX ? ZIP_PART_MAX : ZIP_TOTAL_MAX) >>
                    20);
    }
    return true;
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t
number_end(span s, size_t at)
{
    while (at < s.len && is_digit(s.ptr[at]))
        at++;
    return at;
}

int
zip_compare_names(span a, span b)
{
    size_t i = 0, j = 0;

    while (i < a.len && j < b.len) {
        if (is_digit(a.ptr[i]) && is_digit(b.ptr[j])) {
            size_t m = number_end(a, i), n = number_end(b, j);
            int order;

            if (m - i != n - j)
                return m - i < n - j ? -1 : 1;
            order = memcmp(a.ptr + i, b.ptr + j, m - i);
            if (order)
                return order;
            i = m;
            j = n;
        } else {
            if (a.ptr[i] != b.ptr[j])
                return (unsigned char)a.ptr[i] < (unsigned char)b.ptr[j] ? -1
                                                                         : 1;
            i++;
            j++;
        }
    }
    return i < a.len ? 1 : j < b.len ? -1 : 0;
}

static int
by_name(const void *a, const void *b)
{
    return zip_compare_names(
        ((const zip_part *)a)->name, ((const zip_part *)b)->name);
}

typedef VEC(zip_part) part_list;

/* The bytes of all parts stand one behind the other; while they grow, a part
 * knows only how long it is. */
static bool
read_parts(walk *w, zip_wanted *wanted, part_list *parts, strbuf *memory)
{
    struct archive_entry *entry;

    while (next_entry(w, &entry)) {
        span name = name_of(w, entry);

        if (!wanted(name))
            continue;
        if (!unpack(w, entry))
            return false;
        vec_push(parts, (zip_part){name, {NULL, w->part.len}});
        strbuf_add(memory, strbuf_span(&w->part));
    }
    return !w->sink->reason[0];
}

bool
zip_read(zip *z, arena *a, span bytes, zip_wanted *wanted, sink *s)
{
    walk w = {.sink = s, .arena = a, .part = STRBUF_INIT};
    part_list parts = VEC_INIT;
    strbuf memory = STRBUF_INIT;
    bool well = open_zip(&w, bytes) && read_parts(&w, wanted, &parts, &memory);
    size_t at = 0;

    close_zip(&w);
    for (size_t i = 0; i < parts.count; i++) {
        size_t length = parts.at[i].bytes.len;

        parts.at[i].bytes.ptr = memory.ptr + at;
        at += length;
    }
    if (parts.count)
        qsort(parts.at, parts.count, sizeof *parts.at, by_name);
    *z = (zip){parts.at, parts.count, memory.ptr};
    return well;
}

void
zip_release(zip *z)
{
    free(z->at);
    free(z->memory);
    *z = (zip){NULL, 0, NULL};
}

span
zip_part_of(const zip *z, const char *name)
{
    const zip_part wanted = {span_of(name), {NULL, 0}};
    const zip_part *found =
        z->count ? bsearch(&wanted, z->at, z->count, sizeof wanted, by_name)
                 : NULL;

    return found ? found->bytes : wanted.bytes;
}

bool
zip_walk(span bytes, sink *s,
    bool (*take)(void *payload, span name, span bytes, const char *reason),
    void *payload)
{
    arena names = ARENA_INIT;
    walk w = {.sink = s, .arena = &names, .part = STRBUF_INIT};
    struct archive_entry *entry;
    bool well = open_zip(&w, bytes);

    while (well && next_entry(&w, &entry)) {
        span name = name_of(&w, entry);
        bool good = unpack(&w, entry);

        if (!take(payload, name, good ? strbuf_span(&w.part) : SPAN(""),
                good ? NULL : s->reason))
            break;
        if (w.total > ZIP_TOTAL_MAX)
            break;
        s->reason[0] = '\0';
    }
    close_zip(&w);
    arena_release(&names);
    return !s->reason[0];
}
