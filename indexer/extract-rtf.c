#include "indexer/extract-rtf.h"

#include "common/text/utf8.h"
#include "indexer/extract-codepage.h"

enum { WORD_MAX = 32, VIETNAMESE = 163 };

typedef enum place {
    PLACE_TEXT,
    PLACE_FONTS,
    PLACE_TITLE,
    PLACE_NOWHERE
} place;

typedef struct state {
    place place;
    unsigned font; /* place in `fonts` */
    unsigned skip; /* letters that stand in for a \u */
    bool hidden;
} state;

typedef struct face {
    encoding legacy;
    bool vietnamese; /* bytes are windows-1258 */
} face;

typedef struct rtf {
    span bytes;
    size_t at;
    sink *sink;
    state states[RTF_DEPTH];
    size_t depth;
    unsigned to_skip; /* of the letters after a \u */
    bool starred;     /* the group begins with \* */
    uint32_t high;    /* first half of a pair */
    face fonts[RTF_FONTS];
    unsigned font; /* that is being described */
    char name[64]; /* of it */
    size_t name_length;
} rtf;

typedef enum act {
    ACT_NONE,
    ACT_NOWHERE, /* the group is left out */
    ACT_KNOWN,   /* the group is text, though starred */
    ACT_FONTS,
    ACT_TITLE,
    ACT_FONT,
    ACT_CHARSET,
    ACT_PAGE,
    ACT_SKIP,
    ACT_UNICODE,
    ACT_BINARY,
    ACT_HIDDEN,
    ACT_PLAIN,
    ACT_LINE,
    ACT_CODE,
    ACT_OPEN_ROW,
    ACT_CELL,
    ACT_CLOSE_ROW
} act;

static const struct {
    const char *word;
    act act;
    uint32_t code;
} words[] = {
    {"ansicpg", ACT_PAGE, 0},
    {"bin", ACT_BINARY, 0},
    {"bullet", ACT_CODE, 0x2022},
    {"cell", ACT_CELL, 0},
    {"colortbl", ACT_NOWHERE, 0},
    {"emdash", ACT_CODE, 0x2014},
    {"emspace", ACT_CODE, ' '},
    {"endash", ACT_CODE, 0x2013},
    {"enspace", ACT_CODE, ' '},
    {"f", ACT_FONT, 0},
    {"fcharset", ACT_CHARSET, 0},
    {"filetbl", ACT_NOWHERE, 0},
    {"fldinst", ACT_NOWHERE, 0},
    {"fonttbl", ACT_FONTS, 0},
    {"footer", ACT_NOWHERE, 0},
    {"footerf", ACT_NOWHERE, 0},
    {"footerl", ACT_NOWHERE, 0},
    {"footerr", ACT_NOWHERE, 0},
    {"header", ACT_NOWHERE, 0},
    {"headerf", ACT_NOWHERE, 0},
    {"headerl", ACT_NOWHERE, 0},
    {"headerr", ACT_NOWHERE, 0},
    {"info", ACT_NOWHERE, 0},
    {"intbl", ACT_OPEN_ROW, 0},
    {"ldblquote", ACT_CODE, 0x201C},
    {"line", ACT_LINE, 0},
    {"lquote", ACT_CODE, 0x2018},
    {"nestcell", ACT_LINE, 0},
    {"nestrow", ACT_LINE, 0},
    {"nonesttables", ACT_NOWHERE, 0},
    {"nonshppict", ACT_NOWHERE, 0},
    {"objdata", ACT_NOWHERE, 0},
    {"page", ACT_LINE, 0},
    {"par", ACT_LINE, 0},
    {"pict", ACT_NOWHERE, 0},
    {"plain", ACT_PLAIN, 0},
    {"rdblquote", ACT_CODE, 0x201D},
    {"row", ACT_CLOSE_ROW, 0},
    {"rquote", ACT_CODE, 0x2019},
    {"sect", ACT_LINE, 0},
    {"shpinst", ACT_KNOWN, 0},
    {"shprslt", ACT_NOWHERE, 0},
    {"shptxt", ACT_KNOWN, 0},
    {"sp", ACT_NOWHERE, 0},
    {"stylesheet", ACT_NOWHERE, 0},
    {"tab", ACT_CODE, '\t'},
    {"title", ACT_TITLE, 0},
    {"trowd", ACT_OPEN_ROW, 0},
    {"u", ACT_UNICODE, 0},
    {"uc", ACT_SKIP, 0},
    {"v", ACT_HIDDEN, 0},
};

static state *
now(rtf *r)
{
    size_t depth = r->depth < RTF_DEPTH ? r->depth : RTF_DEPTH - 1;

    return &r->states[depth];
}

static void
open_group(rtf *r)
{
    state outer = *now(r);

    r->depth++;
    if (r->depth < RTF_DEPTH)
        r->states[r->depth] = outer;
    r->starred = false;
    r->to_skip = 0;
}

static void
end_font(rtf *r)
{
    if (r->name_length)
        r->fonts[r->font].legacy =
            sink_font(span_trim((span){r->name, r->name_length}));
    r->name_length = 0;
}

static void
close_group(rtf *r)
{
    if (now(r)->place == PLACE_FONTS)
        end_font(r);
    r->depth -= r->depth > 0;
    r->starred = false;
    r->to_skip = 0;
}

/* A letter, wherever the group puts it. */
static void
put(rtf *r, uint32_t code)
{
    const state *s = now(r);

    if (s->place == PLACE_FONTS) {
        if (code == ';')
            end_font(r);
        else if (code < 0x80 && r->name_length < sizeof r->name)
            r->name[r->name_length++] = (char)code;
    } else if (s->place == PLACE_TITLE) {
        if (r->sink->title.len < 1024)
            utf8_add(&r->sink->title, code);
    } else if (s->place == PLACE_TEXT && !s->hidden) {
        r->sink->font = r->fonts[s->font].legacy;
        sink_code(r->sink, code);
    }
}

static void
put_byte(rtf *r, unsigned char byte)
{
    const face *f = &r->fonts[now(r)->font];

    if (r->to_skip) {
        r->to_skip--;
        return;
    }
    r->high = 0;
    put(r, byte < 0x80 ? byte
                       : codepage_letter(byte, f->vietnamese && !f->legacy));
}

/* \uN is a unit of UTF-16, often negative. */
static void
put_unit(rtf *r, long number)
{
    uint32_t unit = (uint32_t)number & 0xFFFF;

    if (unit >= 0xD800 && unit < 0xDC00) {
        r->high = unit;
    } else {
        if (unit >= 0xDC00 && unit < 0xE000)
            unit = r->high
                       ? 0x10000 + ((r->high & 0x3FF) << 10 | (unit & 0x3FF))
                       : UTF8_REPLACEMENT;
        r->high = 0;
        put(r, unit);
    }
    r->to_skip = now(r)->skip;
}

static void
choose_font(rtf *r, long number)
{
    unsigned font = number >= 0 && number < RTF_FONTS ? (unsigned)number : 0;

    if (now(r)->place == PLACE_FONTS)
        r->font = font;
    else
        now(r)->font = font;
}

static void
lead(rtf *r, place to)
{
    if (now(r)->place != PLACE_NOWHERE)
        now(r)->place = to;
}

static void
lay_out(rtf *r, act what)
{
    if (now(r)->place != PLACE_TEXT || now(r)->hidden)
        return;
    if (what == ACT_LINE)
        sink_break(r->sink, 1);
    else if (what == ACT_OPEN_ROW && !r->sink->rows)
        sink_open_row(r->sink);
    else if (what == ACT_CELL)
        sink_cell(r->sink);
    else if (what == ACT_CLOSE_ROW)
        sink_close_row(r->sink);
}

static void
skip_binary(rtf *r, long number)
{
    size_t left = r->bytes.len - r->at;

    if (number > 0)
        r->at += (size_t)number < left ? (size_t)number : left;
}

static void
set_font(rtf *r, act what, long number)
{
    if (what == ACT_FONT)
        choose_font(r, number);
    else if (what == ACT_CHARSET && now(r)->place == PLACE_FONTS)
        r->fonts[r->font].vietnamese = number == VIETNAMESE;
    else if (what == ACT_PAGE && number == 1258)
        for (unsigned i = 0; i < RTF_FONTS; i++)
            r->fonts[i].vietnamese = true;
}

static void
perform(rtf *r, act what, uint32_t code, long number)
{
    switch (what) {
    case ACT_FONTS:
        lead(r, PLACE_FONTS);
        break;
    case ACT_NOWHERE:
        lead(r, PLACE_NOWHERE);
        break;
    case ACT_TITLE:
        now(r)->place = PLACE_TITLE;
        break;
    case ACT_FONT:
    case ACT_CHARSET:
    case ACT_PAGE:
        set_font(r, what, number);
        break;
    case ACT_SKIP:
        now(r)->skip = number >= 0 && number < 16 ? (unsigned)number : 1;
        break;
    case ACT_UNICODE:
        put_unit(r, number);
        break;
    case ACT_BINARY:
        skip_binary(r, number);
        break;
    case ACT_HIDDEN:
        now(r)->hidden = number != 0;
        break;
    case ACT_PLAIN:
        now(r)->hidden = false;
        break;
    case ACT_CODE:
        put(r, code);
        break;
    default:
        lay_out(r, what);
    }
}

static void
obey(rtf *r, span word, long number)
{
    size_t low = 0, high = sizeof words / sizeof *words;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = span_compare(word, span_of(words[middle].word));

        if (order == 0) {
            perform(r, words[middle].act, words[middle].code, number);
            r->starred = false;
            return;
        }
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    if (r->starred)
        lead(r, PLACE_NOWHERE);
    r->starred = false;
}

static bool
is_letter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static long
read_number(rtf *r, long otherwise)
{
    span b = r->bytes;
    bool minus = r->at < b.len && b.ptr[r->at] == '-';
    size_t at = r->at + minus, start = at;
    long number = 0;

    while (at < b.len && b.ptr[at] >= '0' && b.ptr[at] <= '9') {
        if (number < 100000000)
            number = number * 10 + (b.ptr[at] - '0');
        at++;
    }
    if (at == start)
        return otherwise;
    r->at = at;
    return minus ? -number : number;
}

static void
read_word(rtf *r)
{
    span b = r->bytes;
    size_t start = r->at;
    span word;
    long number;

    while (r->at < b.len && is_letter(b.ptr[r->at]) && r->at - start < WORD_MAX)
        r->at++;
    word = span_slice(b, start, r->at);
    number = read_number(r, 1);
    if (r->at < b.len && b.ptr[r->at] == ' ')
        r->at++;
    obey(r, word, number);
}

static int
hex(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static void
read_hex(rtf *r)
{
    int high = -1, low = -1;

    if (r->at + 1 < r->bytes.len) {
        high = hex(r->bytes.ptr[r->at]);
        low = hex(r->bytes.ptr[r->at + 1]);
    }
    if (high < 0 || low < 0)
        return;
    r->at += 2;
    put_byte(r, (unsigned char)(high << 4 | low));
}

static void
read_control(rtf *r)
{
    char c = r->at < r->bytes.len ? r->bytes.ptr[r->at] : ' ';

    if (is_letter(c)) {
        read_word(r);
        return;
    }
    r->at++;
    if (c == '\'')
        read_hex(r);
    else if (c == '*')
        r->starred = true;
    else if (c == '~')
        put(r, 0xA0);
    else if (c == '-')
        put(r, 0xAD);
    else if (c == '_')
        put(r, '-');
    else if (c == '\n' || c == '\r')
        lay_out(r, ACT_LINE);
    else if (c == '\\' || c == '{' || c == '}')
        put_byte(r, (unsigned char)c);
}

bool
extract_rtf(sink *s, span bytes)
{
    rtf *r = memory_take_zero(1, sizeof *r);
    size_t start = span_find(bytes, SPAN("{\\rtf"), 0);
    bool well;

    r->bytes = bytes;
    r->sink = s;
    r->at = start == SIZE_MAX ? bytes.len : start;
    r->states[0].skip = 1;
    while (r->at < bytes.len && !s->too_much) {
        char c = bytes.ptr[r->at++];

        if (c == '{')
            open_group(r);
        else if (c == '}')
            close_group(r);
        else if (c == '\\')
            read_control(r);
        else if (c != '\r' && c != '\n')
            put_byte(r, (unsigned char)c);
        if (c == '}' && !r->depth)
            break;
    }
    while (s->rows)
        sink_close_row(s);
    well = r->depth <= 1 || s->too_much;
    free(r);
    return well || sink_fail(s, "damaged: it ends in the middle");
}
