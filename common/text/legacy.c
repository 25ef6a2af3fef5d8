#include "common/text/legacy.h"

#include "common/base/vec.h"
#include "common/text/legacy-blocks.h"
#include "common/text/legacy-decode.h"
#include "common/text/legacy-suspect.h"
#include "common/text/utf8.h"

enum { SAMPLE = 64 * 1024 /* bytes in which zeros tell UTF-16 */ };

typedef struct writer {
    strbuf out;
    VEC(struct offset_step) steps;
} writer;

/* Notes where the text goes on with another distance to its source. */
static void
note(writer *w, size_t source)
{
    size_t here = w->out.len, last = w->steps.count;
    struct offset_step before = {0, 0};

    if (last)
        before = w->steps.at[last - 1];
    if (here - before.here == source - before.source)
        return;
    if (last && before.here == here)
        w->steps.at[last - 1].source = source;
    else
        vec_push(&w->steps, (struct offset_step){here, source});
}

static void
write_block(writer *w, span text, const block *b)
{
    span piece = span_slice(text, b->start, b->end);
    decoder d = decode_start(piece, b->utf8, b->from);

    if (b->from == ENCODING_UTF8 && b->utf8) {
        strbuf_add(&w->out, piece);
        return;
    }
    while (d.at < piece.len) {
        uint32_t code = decode_next(&d);

        utf8_add(&w->out, code);
        note(w, b->start + d.at);
    }
}

static void
write_blocks(legacy_text *t, arena *a, const block_list *blocks)
{
    span source = t->text;
    writer w = {.out = STRBUF_INIT};

    for (size_t i = 0; i < blocks->count; i++)
        write_block(&w, source, &blocks->at[i]);
    t->text = arena_copy(a, strbuf_span(&w.out));
    t->map.count = w.steps.count;
    t->map.steps = arena_array(a, w.steps.count, sizeof *t->map.steps);
    if (w.steps.count)
        memcpy(t->map.steps, w.steps.at, w.steps.count * sizeof *w.steps.at);
    strbuf_release(&w.out);
    vec_release(&w.steps);
}

/* UTF-16 by its mark; without one, text has zero bytes at one parity, and
 * nearly none at the other. */
static encoding
find_utf16(span bytes)
{
    size_t zeros[2] = {0, 0};
    size_t sample = bytes.len < SAMPLE ? bytes.len : SAMPLE;

    if (span_starts_with(bytes, SPAN("\xFF\xFE")))
        return ENCODING_UTF16LE;
    if (span_starts_with(bytes, SPAN("\xFE\xFF")))
        return ENCODING_UTF16BE;
    for (size_t i = 0; i < sample; i++)
        zeros[i % 2] += !bytes.ptr[i];
    if (zeros[1] > sample / 8 && zeros[0] <= sample / 64)
        return ENCODING_UTF16LE;
    if (zeros[0] > sample / 8 && zeros[1] <= sample / 64)
        return ENCODING_UTF16BE;
    return ENCODING_UTF8;
}

legacy_text
legacy_read(arena *a, span bytes)
{
    legacy_text t = {.text = bytes, .encoding = find_utf16(bytes)};
    bool wide = t.encoding != ENCODING_UTF8, valid = true;
    block_list blocks;

    if (wide) {
        strbuf out = STRBUF_INIT;

        t.found = 1u << t.encoding;
        legacy_decode(&out, bytes, t.encoding);
        t.text = arena_copy(a, strbuf_span(&out));
        strbuf_release(&out);
    } else {
        valid = utf8_is_valid(bytes);
    }
    if (valid && !suspect_is(t.text))
        return t;
    blocks = blocks_find(a, t.text);
    t.unreadable = blocks.unreadable;
    t.found |= blocks.found;
    if (blocks.found || !valid)
        write_blocks(&t, a, &blocks);
    if (blocks.found && !wide)
        t.encoding = blocks.encoding;
    else if (!valid)
        t.encoding = ENCODING_UNKNOWN;
    return t;
}

void
legacy_decode(strbuf *out, span bytes, encoding from)
{
    decoder d;

    switch (from) {
    case ENCODING_UTF16LE:
    case ENCODING_UTF16BE:
        if (span_starts_with(bytes, SPAN("\xFF\xFE")) ||
            span_starts_with(bytes, SPAN("\xFE\xFF")))
            bytes = span_from(bytes, 2);
        decode_utf16(out, bytes, from == ENCODING_UTF16LE);
        return;
    case ENCODING_UTF8:
    case ENCODING_UNKNOWN:
    case ENCODING_COUNT:
        utf8_repair(out, bytes);
        return;
    default:
        d = decode_start(bytes, utf8_is_valid(bytes), from);
        while (d.at < bytes.len)
            utf8_add(out, decode_next(&d));
    }
}

const char *
encoding_name(encoding e)
{
    static const char *const names[ENCODING_COUNT] = {
        [ENCODING_UTF8] = "UTF-8",
        [ENCODING_TCVN3] = "TCVN3",
        [ENCODING_VNI] = "VNI",
        [ENCODING_VISCII] = "VISCII",
        [ENCODING_VPS] = "VPS",
        [ENCODING_1258] = "windows-1258",
        [ENCODING_TWICE] = "UTF-8 twice",
        [ENCODING_UTF16LE] = "UTF-16LE",
        [ENCODING_UTF16BE] = "UTF-16BE",
        [ENCODING_UNKNOWN] = "unknown",
    };

    return names[e];
}
