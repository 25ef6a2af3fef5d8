#include "common/document/wording.h"

#include "common/document/forward.h"
#include "common/document/wire.h"
#include "common/text/phrase.h"
#include "common/text/unicode.h"
#include "common/text/utf8.h"

typedef enum letters { LOWER, CAPITAL, CAPITALS, WRITTEN } letters;

enum {
    LONG_RUN = 15,
    USUAL = 14,
    GAP_WRITTEN = 63,
    WORD_ROOM = 4 * TOKEN_MAX,
    TEXT_MAX = 64 << 20 /* bytes of a text that is read back */
};

/* What stands between words in official texts, the most frequent first. */
static const char *const gaps[GAP_WRITTEN] = {" ", ", ", "", ". ", " \n", ") ",
    "/", "\n", "-", ".\n\n", "; ", ";\n\n", " (", ". \n", "\n\n", ": ", "; \n",
    " - ", ":\n\n", ".\n\n\n", " \n- ", " + ", "  \n", ", \n", ": \n", "\n\n\n",
    " \n \n", ".", ";\n\n\n", ") \n", "), ", ".  \n", "% ", ")\n\n", ",\n",
    " \n(", ".\n", ";  \n", ";\n- ", ").\n\n", "); ", " \"", "\" ", "\n\n(",
    ");\n\n", ": (", "_", ";\n", "\n(", "\n- ", ".\n- ", ":\n", ":\n- ", "). ",
    ";\n\n- ", " “", "” ", ")\n", ": “", "…", "... ", "?\n", "? "};

/* Number of the gap and letters, as in the byte. */
static const unsigned char usual[USUAL] = {0 << 2 | CAPITAL, 1 << 2 | LOWER,
    3 << 2 | CAPITAL, 0 << 2 | CAPITALS, 4 << 2 | LOWER, 5 << 2 | CAPITAL,
    7 << 2 | LOWER, 4 << 2 | CAPITAL, 10 << 2 | LOWER, 8 << 2 | LOWER,
    6 << 2 | LOWER, 6 << 2 | CAPITALS, 12 << 2 | LOWER, 7 << 2 | CAPITAL};

/* The capital of a letter in lower case, if it is one of Vietnamese. */
static uint32_t
capital_of(uint32_t code)
{
    uint32_t upper = code < 0x100 ? code - 0x20 : code - 1;

    return unicode_lower(upper) == code ? upper : code;
}

/* The word as it is written with such letters; returns its length. */
static size_t
write_word(char out[WORD_ROOM], span word, letters how)
{
    size_t at = 0, length = 0;

    while (at < word.len) {
        bool capital = how == CAPITALS || (how == CAPITAL && !at);
        uint32_t code = utf8_next(word, &at);

        length += utf8_put(out + length, capital ? capital_of(code) : code);
    }
    return length;
}

/* ---- writing ---- */

static letters
letters_of(span source, uint16_t word)
{
    char made[WORD_ROOM];

    if (word && span_equal(phrase_written(word), source))
        return LOWER;
    for (letters how = CAPITAL; word && how < WRITTEN; how++) {
        size_t length = write_word(made, phrase_written(word), how);

        if (span_equal((span){made, length}, source))
            return how;
    }
    return WRITTEN;
}

static unsigned
gap_of(span gap)
{
    if (gap.len == 1 && *gap.ptr == ' ')
        return 0;
    for (unsigned i = 0; i < GAP_WRITTEN; i++)
        if (span_is(gap, gaps[i]))
            return i;
    return GAP_WRITTEN;
}

static void
add_way(strbuf *out, size_t run, unsigned way)
{
    unsigned i = 0;

    while (i < USUAL && usual[i] != way)
        i++;
    strbuf_add_char(out, (char)((run < LONG_RUN ? run : LONG_RUN) << 4 | i));
    if (run >= LONG_RUN)
        wire_add_number(out, run - LONG_RUN);
    if (i == USUAL)
        strbuf_add_char(out, (char)way);
}

void
wording_encode(strbuf *out, span text, const token_list *list, size_t first,
    const uint16_t *words, size_t count)
{
    const char *at = text.ptr;
    size_t run = 0;
    strbuf ways = STRBUF_INIT;

    for (size_t i = first; i < first + count; i++) {
        span source = token_source(list, i);
        span gap = {at, (size_t)(source.ptr - at)};
        unsigned number = gap_of(gap);
        letters how = letters_of(source, words[i - first]);

        at = source.ptr + source.len;
        if (how == LOWER && number == (i == first ? 2 : 0)) {
            run++;
            continue;
        }
        add_way(&ways, run, number << 2 | how);
        if (number == GAP_WRITTEN)
            wire_add_span(&ways, gap);
        if (how == WRITTEN)
            wire_add_span(&ways, source);
        run = 0;
    }
    wire_add_span(out, (span){at, (size_t)(text.ptr + text.len - at)});
    strbuf_add(out, strbuf_span(&ways));
    strbuf_release(&ways);
}

/* ---- reading ---- */

typedef struct reader {
    wire wire;
    strbuf text;
    const uint16_t *words;
    size_t count, at;
} reader;

static void
write_known(reader *r, letters how)
{
    char made[WORD_ROOM];
    span word = phrase_written(r->words[r->at++]);

    strbuf_add(&r->text, (span){made, write_word(made, word, how)});
}

static void
write_usual(reader *r, size_t run)
{
    if (run > r->count - r->at) {
        r->wire.failed = true;
        return;
    }
    for (; run; run--) {
        if (r->at)
            strbuf_add_char(&r->text, ' ');
        strbuf_add(&r->text, phrase_written(r->words[r->at++]));
    }
}

static unsigned
read_byte(wire *w)
{
    unsigned byte;

    if (!w->rest.len) {
        w->failed = true;
        return 0;
    }
    byte = (unsigned char)w->rest.ptr[0];
    w->rest = span_from(w->rest, 1);
    return byte;
}

static void
read_way(reader *r)
{
    unsigned byte = read_byte(&r->wire), way;
    size_t run = byte >> 4;

    if (run == LONG_RUN)
        run += (size_t)wire_number(&r->wire, r->count);
    write_usual(r, run);
    way = (byte & 15) < USUAL ? usual[byte & 15] : read_byte(&r->wire);
    if (way >> 2 == GAP_WRITTEN)
        strbuf_add(&r->text, wire_span(&r->wire));
    else
        strbuf_add_string(&r->text, gaps[way >> 2]);
    if (r->wire.failed || r->at == r->count) {
        r->wire.failed = true;
    } else if ((way & 3) == WRITTEN) {
        strbuf_add(&r->text, wire_span(&r->wire));
        r->at++;
    } else {
        write_known(r, (letters)(way & 3));
    }
}

bool
wording_decode(
    arena *a, span bytes, const uint16_t *words, size_t count, span *out)
{
    reader r = {.wire = {bytes, false}, .words = words, .count = count};
    span tail = wire_span(&r.wire);

    while (r.wire.rest.len && !r.wire.failed && r.text.len <= TEXT_MAX)
        read_way(&r);
    if (!r.wire.failed)
        write_usual(&r, count - r.at);
    strbuf_add(&r.text, tail);
    *out = arena_copy(a, strbuf_span(&r.text));
    strbuf_release(&r.text);
    return !r.wire.failed && out->len <= TEXT_MAX;
}
