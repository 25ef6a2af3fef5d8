#include "common/document/forward.h"

#include "common/text/phrase.h"
#include "common/text/syllable.h"
#include "common/text/unicode.h"
#include "common/text/utf8.h"

enum {
    PART_MAX = FORWARD_MAX / 4, /* title and heading may not crowd out */
    ROW = 256                   /* words that are joined at once */
};

/* ---- writing ---- */

typedef struct writer {
    strbuf *out;
    size_t room;    /* ids that may still come */
    uint16_t *kept; /* codes of the words that came */
    size_t words;
    uint16_t row[ROW];
    size_t count;
} writer;

static void
add_code(strbuf *out, unsigned code)
{
    const char bytes[2] = {(char)(code & 0xff), (char)(code >> 8 & 0xff)};

    strbuf_add(out, (span){bytes, 2});
}

static void
flush(writer *w)
{
    size_t count = phrase_join(w->row, w->count);

    for (size_t i = 0; i < count; i++)
        add_code(w->out, w->row[i]);
    w->count = 0;
}

static uint16_t
word_of(const token_list *list, size_t i)
{
    span source = token_source(list, i);
    char lower[TOKEN_MAX];
    size_t at = 0, length = 0;
    uint16_t word;

    while (at < source.len) {
        if (length + 4 > sizeof lower)
            return PHRASE_NONE;
        length +=
            utf8_put(lower + length, unicode_lower(utf8_next(source, &at)));
    }
    word = phrase_word((span){lower, length});
    return phrase_id(word) == list->at[i].id ? word : PHRASE_NONE;
}

/* False if there is no room left. */
static bool
add_token(writer *w, const token_list *list, size_t i, bool first)
{
    bool breaks = !first && list->at[i].breaks;
    uint16_t word;

    if (w->room < 1u + breaks)
        return false;
    w->room -= 1u + breaks;
    if (breaks) {
        flush(w);
        add_code(w->out, PHRASE_NONE);
    }
    word = word_of(list, i);
    w->kept[w->words++] = word;
    if (word) {
        w->row[w->count++] = word;
    } else {
        flush(w);
        add_code(w->out, PHRASE_OTHER);
        add_code(w->out, list->at[i].id);
    }
    if (w->count == ROW)
        flush(w);
    return true;
}

static uint16_t *
room_for(arena *a, size_t words)
{
    return arena_raw(
        a, (words < FORWARD_MAX ? words : FORWARD_MAX) * sizeof(uint16_t));
}

size_t
forward_add_row(
    strbuf *out, arena *a, const token_list *part, const uint16_t **words)
{
    strbuf codes = STRBUF_INIT;
    writer w = {
        .out = &codes, .room = PART_MAX, .kept = room_for(a, part->count)};

    for (size_t i = 0; i < part->count; i++)
        if (!add_token(&w, part, i, true))
            break;
    flush(&w);
    wire_add_number(out, codes.len / 2);
    strbuf_add(out, strbuf_span(&codes));
    strbuf_release(&codes);
    *words = w.kept;
    return w.words;
}

forward_kept
forward_encode(strbuf *out, arena *a, const token_list *title,
    const token_list *heading, const token_list *body, size_t first,
    size_t last)
{
    writer w = {
        .out = out, .room = FORWARD_MAX, .kept = room_for(a, last - first)};
    forward_kept kept;

    kept.title = forward_add_row(out, a, title, &kept.title_words);
    kept.heading = forward_add_row(out, a, heading, &kept.heading_words);
    w.room -= kept.title + kept.heading;
    for (size_t i = first; i < last; i++)
        if (!add_token(&w, body, i, i == first))
            break;
    flush(&w);
    kept.body = w.words;
    kept.body_words = w.kept;
    return kept;
}

/* ---- reading ---- */

static uint16_t
code_at(span codes, size_t i)
{
    return (uint16_t)((unsigned char)codes.ptr[2 * i] |
                      (unsigned char)codes.ptr[2 * i + 1] << 8);
}

typedef struct parts {
    span title, heading, body; /* two bytes a code */
} parts;

static bool
take_part(wire *w, span *codes)
{
    size_t count = (size_t)wire_number(w, 2 * PART_MAX);

    if (w->failed || count > w->rest.len / 2)
        return false;
    *codes = span_slice(w->rest, 0, 2 * count);
    w->rest = span_from(w->rest, 2 * count);
    return true;
}

static bool
take_parts(span bytes, parts *out)
{
    wire w = {bytes, false};

    if (!take_part(&w, &out->title) || !take_part(&w, &out->heading))
        return false;
    out->body = w.rest;
    return w.rest.len % 2 == 0 && w.rest.len / 2 <= 2 * FORWARD_MAX;
}

/* The ids of a part. */
static bool
read_ids(arena *a, span codes, const uint16_t **out, size_t *count)
{
    size_t total = codes.len / 2, room = total * PHRASE_MOST, made = 0;
    uint16_t *to;

    if (room > FORWARD_MAX)
        room = FORWARD_MAX;
    to = arena_raw(a, (room + 1) * sizeof *to);
    for (size_t i = 0; i < total; i++) {
        uint16_t code = code_at(codes, i), other;
        phrase_row row = {&code, 1};

        if (code == PHRASE_OTHER && ++i < total) {
            other = code_at(codes, i);
            row.at = &other;
        } else if (code != PHRASE_NONE) {
            row = phrase_ids(code);
        }
        if (!row.count || row.count > room - made)
            return false;
        for (size_t k = 0; k < row.count; k++)
            to[made++] = row.at[k];
    }
    *out = to;
    *count = made;
    return true;
}

bool
forward_decode(arena *a, span bytes, forward *out)
{
    parts p;

    return take_parts(bytes, &p) &&
           read_ids(a, p.title, &out->title, &out->title_count) &&
           read_ids(a, p.heading, &out->heading, &out->heading_count) &&
           read_ids(a, p.body, &out->body, &out->body_count);
}

static bool
read_words(arena *a, span codes, const uint16_t **out, size_t *count)
{
    size_t total = codes.len / 2, made = 0;
    uint16_t *to = arena_raw(a, (total * PHRASE_MOST + 1) * sizeof *to);

    for (size_t i = 0; i < total; i++) {
        uint16_t code = code_at(codes, i);
        phrase_row row = phrase_words(code);

        if (code == PHRASE_OTHER) {
            to[made++] = PHRASE_OTHER;
            i++;
        } else if (code != PHRASE_NONE && !row.count) {
            return false;
        }
        for (size_t k = 0; k < row.count; k++)
            to[made++] = row.at[k];
    }
    *out = to;
    *count = made;
    return true;
}

bool
forward_read_row(arena *a, wire *w, const uint16_t **words, size_t *count)
{
    span codes;

    return take_part(w, &codes) && read_words(a, codes, words, count);
}

void
forward_skip_row(wire *w)
{
    span codes;

    if (!take_part(w, &codes))
        w->failed = true;
}

bool
forward_decode_words(arena *a, span bytes, forward_words *out)
{
    parts p;

    return take_parts(bytes, &p) &&
           read_words(a, p.title, &out->title, &out->title_count) &&
           read_words(a, p.heading, &out->heading, &out->heading_count) &&
           read_words(a, p.body, &out->body, &out->body_count);
}
