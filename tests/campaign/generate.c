#include "tests/campaign/generate.h"

#include "common/document/fields.h"
#include "common/document/relation.h"

enum { QUERY_MAX = 16384, DEPTH_MAX = 24, CHANGES = 6 };

/* Syllables that nearly every passage has. */
static const char *const common[] = {"va", "cua", "các", "quy", "định", "theo",
    "tại", "này", "được", "có", "luật", "điều", "khoản", "cơ", "quan", "nhà",
    "nước", "thực", "hiện", "việc", "trong", "cho", "số", "năm", "ngày"};

/* What parsers trip over. */
static const char *const hooks[] = {"\xff", "\xc3", "\xe1\xbb", "\xcc\x81",
    "\xcc\x9b\xcc\xa3", "\xe2\x80\x8b", "\xef\xbb\xbf", "\xed\xa0\x80",
    "\xf4\x90\x80\x80", "\xe2\x80\xae", "\xc4\x91", "\xc4\xb0", "\t", "\n",
    "\x01", "\x7f", "/", "-", "--", "\"", "(", ")", "(((((", "))))", ":", "*",
    "**", " OR ", " | ", " -(", "..", "\\", "'", "“", "”", "–", "%", "số ",
    "khóa ", "Điều ", "khoản ", "ngày 31/12/", "99999999999999999999",
    "48-CT/TW", "30/2020/NĐ-CP", "năm:", "thực hiện:"};

/* Keys of Telex and VNI, and what only looks like it. */
static const char *const keys[] = {"ddieeuf", "luaatj", "nghij", "ddinhj",
    "quyeets", "chir", "thij", "phongf", "chuwowng", "trifnh", "d9ie62u",
    "lua65t", "nghi5", "d9i5nh", "aaaa", "wwww", "ssss", "ddd", "uow", "ow",
    "eej", "nghieengf", "1234567", "a1b2c3"};

size_t
generate_below(generator *g, size_t limit)
{
    /* xorshift64* */
    g->state ^= g->state >> 12;
    g->state ^= g->state << 25;
    g->state ^= g->state >> 27;
    return limit ? (size_t)((g->state * 2685821657736338717u) >> 16) % limit
                 : 0;
}

static bool
one_in(generator *g, size_t n)
{
    return generate_below(g, n) == 0;
}

#define ANY(g, list) ((list)[generate_below(g, sizeof(list) / sizeof *(list))])

static span
any_line(generator *g)
{
    return g->lines[generate_below(g, g->line_count)];
}

/* ---- words ---- */

static void
add_line(generator *g, strbuf *out)
{
    strbuf_add(out, any_line(g));
}

/* A word of a real line, or half a letter of it. */
static void
add_word(generator *g, strbuf *out)
{
    span line = any_line(g), rest, word;
    size_t at = generate_below(g, line.len), end;

    while (at && line.ptr[at - 1] != ' ')
        at--;
    rest = span_from(line, at);
    end = span_find(rest, SPAN(" "), 0);
    word = span_slice(rest, 0, end < rest.len ? end : rest.len);
    if (one_in(g, 4))
        word = span_of(ANY(g, common));
    strbuf_add(out, word);
}

static void
add_words(generator *g, strbuf *out, size_t count)
{
    for (size_t i = 0; i < count && out->len < QUERY_MAX; i++) {
        if (i)
            strbuf_add_char(out, ' ');
        add_word(g, out);
    }
}

static void
add_common(generator *g, strbuf *out)
{
    size_t count = 1 + generate_below(g, one_in(g, 8) ? 400 : 20);

    for (size_t i = 0; i < count; i++) {
        if (i)
            strbuf_add_char(out, ' ');
        strbuf_add_string(out, ANY(g, common));
        if (one_in(g, 10))
            strbuf_add_char(out, '*');
    }
}

static void
add_repeated(generator *g, strbuf *out)
{
    size_t start, length, count = generate_below(g, 800);

    if (one_in(g, 3))
        strbuf_add_string(out, ANY(g, hooks));
    start = out->len;
    add_words(g, out, 1 + generate_below(g, 3));
    if (one_in(g, 3))
        strbuf_add_string(out, ANY(g, hooks));
    if (!one_in(g, 3))
        strbuf_add_char(out, ' ');
    length = out->len - start;
    for (size_t i = 0; i < count && out->len < QUERY_MAX; i++) {
        strbuf again = STRBUF_INIT;

        strbuf_add(&again, span_slice(strbuf_span(out), start, start + length));
        strbuf_add(out, strbuf_span(&again));
        strbuf_release(&again);
    }
}

static void
add_long(generator *g, strbuf *out)
{
    size_t lines = 1 + generate_below(g, 60);

    for (size_t i = 0; i < lines && out->len < QUERY_MAX; i++) {
        add_line(g, out);
        strbuf_add_char(out, one_in(g, 5) ? '\n' : ' ');
    }
}

static void
add_keys(generator *g, strbuf *out)
{
    size_t count = 1 + generate_below(g, 12);

    for (size_t i = 0; i < count; i++) {
        if (i)
            strbuf_add_char(out, ' ');
        strbuf_add_string(out, ANY(g, keys));
        if (one_in(g, 3))
            strbuf_print(out, "%c", (int)('a' + generate_below(g, 26)));
    }
}

static void
add_bytes(generator *g, strbuf *out)
{
    size_t count = generate_below(g, one_in(g, 10) ? 5000 : 60);

    for (size_t i = 0; i < count; i++)
        strbuf_add_char(out, (char)(1 + generate_below(g, 255)));
}

/* ---- numbers and days ---- */

static void
add_number(generator *g, strbuf *out)
{
    static const char *const tails[] = {"-CT/TW", "/NĐ-CP", "/QĐ-TTg", "/QH14",
        "/NQ-HĐND", "/TT-BTC", "-KL/TW", "/2020/NĐ-CP", "/BC", "-", "/", ""};
    static const char *const kinds[] = {"", "nghị định ", "chi thi ", "QĐ ",
        "luật số ", "Kết luận ", "điều 5 luật ", "số: "};
    size_t digits =
        one_in(g, 10) ? 1 + generate_below(g, 60) : 1 + generate_below(g, 4);

    strbuf_add_string(out, ANY(g, kinds));
    while (digits--)
        strbuf_add_char(out, (char)('0' + generate_below(g, 10)));
    strbuf_add_string(out, ANY(g, tails));
    if (one_in(g, 4)) {
        size_t day = generate_below(g, 40), month = generate_below(g, 15);

        strbuf_print(out, " ngày %zu/%zu/%zu", day, month,
            1940 + generate_below(g, 100));
    }
    if (one_in(g, 6))
        strbuf_print(out, " khóa %zu", generate_below(g, 30));
}

static void
add_day(generator *g, strbuf *out)
{
    size_t year = 1900 + generate_below(g, 200), day = generate_below(g, 33);
    size_t month = generate_below(g, 14);

    if (one_in(g, 2))
        strbuf_print(out, "%zu..%zu", year, year + generate_below(g, 200));
    else if (one_in(g, 2))
        strbuf_print(out, "%zu/%zu/%zu", day, month, year);
    else if (one_in(g, 9))
        strbuf_print(out, "%zu", generate_below(g, 100000000));
    else
        strbuf_print(out, "%zu", year);
}

/* ---- the language of queries ---- */

static void
add_value(generator *g, strbuf *out)
{
    switch (generate_below(g, 6)) {
    case 0:
        add_day(g, out);
        break;
    case 1:
        add_number(g, out);
        break;
    case 2:
        strbuf_add_char(out, '"');
        add_words(g, out, 1 + generate_below(g, 6));
        strbuf_add_char(out, '"');
        break;
    case 3:
        strbuf_add_char(out, '(');
        add_words(g, out, 1 + generate_below(g, 6));
        strbuf_add_char(out, ')');
        break;
    default:
        add_words(g, out, 1 + generate_below(g, 3));
    }
}

static void
add_field(generator *g, strbuf *out)
{
    const field_info *f = field_about((field)generate_below(g, FIELD_COUNT));

    strbuf_print(out, "%s:", one_in(g, 2) ? f->english : f->name);
    if (f->example && one_in(g, 3))
        strbuf_add_string(out, f->example);
    else
        add_value(g, out);
}

static void
add_relation(generator *g, strbuf *out)
{
    const relation_info *r =
        relation_about((relation)generate_below(g, RELATION_COUNT));

    strbuf_print(out, "%s:",
        one_in(g, 3)   ? r->code
        : one_in(g, 5) ? "dẫn chiếu"
                       : r->vietnamese);
    if (one_in(g, 2))
        add_line(g, out);
    else
        add_number(g, out);
    if (one_in(g, 2))
        strbuf_add_string(out, "**");
}

static void
add_leaf(generator *g, strbuf *out)
{
    switch (generate_below(g, 8)) {
    case 0:
        strbuf_add_char(out, '"');
        add_words(g, out, 1 + generate_below(g, 8));
        if (!one_in(g, 12))
            strbuf_add_char(out, '"');
        break;
    case 1:
        add_field(g, out);
        break;
    case 2:
        add_relation(g, out);
        break;
    case 3:
        strbuf_print(out, "%c", (int)('a' + generate_below(g, 26)));
        if (one_in(g, 2))
            add_word(g, out);
        strbuf_add_char(out, '*');
        break;
    default:
        add_words(g, out, 1 + generate_below(g, 4));
    }
}

/* Brackets as deep as they come, with what may stand in them. */
static void
add_grammar(generator *g, strbuf *out)
{
    size_t count = 1 + generate_below(g, one_in(g, 8) ? 80 : 8), depth = 0;

    for (size_t i = 0; i < count && out->len < QUERY_MAX; i++) {
        if (i)
            strbuf_add_string(out, one_in(g, 3) ? " OR " : " ");
        if (one_in(g, 5))
            strbuf_add_char(out, '-');
        while (one_in(g, 3) && depth < DEPTH_MAX) {
            strbuf_add_char(out, '(');
            depth++;
        }
        add_leaf(g, out);
        while (depth && one_in(g, 3)) {
            strbuf_add_char(out, ')');
            depth--;
        }
    }
    while (depth && depth-- && !one_in(g, 10))
        strbuf_add_char(out, ')');
}

/* ---- changes ---- */

static void
replace(strbuf *out, size_t at, size_t old, span with)
{
    strbuf rest = STRBUF_INIT;
    span all = strbuf_span(out);

    strbuf_add(&rest, span_slice(all, 0, at));
    strbuf_add(&rest, with);
    strbuf_add(&rest, span_from(all, at + old));
    strbuf_clear(out);
    strbuf_add(out, strbuf_span(&rest));
    strbuf_release(&rest);
}

static void
change(generator *g, strbuf *out)
{
    size_t at = generate_below(g, out->len + 1), left = out->len - at;
    size_t size = generate_below(g, 12);

    size = size < left ? size : left;
    switch (generate_below(g, 5)) {
    case 0:
        replace(out, at, 0, span_of(ANY(g, hooks)));
        break;
    case 1:
        replace(out, at, size, SPAN(""));
        break;
    case 2: {
        strbuf word = STRBUF_INIT;

        add_word(g, &word);
        replace(out, at, 0, strbuf_span(&word));
        strbuf_release(&word);
        break;
    }
    case 3:
        if (left)
            out->ptr[at] = (char)(1 + generate_below(g, 255));
        break;
    default:
        if (left)
            out->ptr[at] ^= 32;
        if (left && !out->ptr[at])
            out->ptr[at] = ' ';
    }
}

/* ---- all ---- */

typedef void add_sort(generator *g, strbuf *out);

static const struct {
    const char *name;
    add_sort *add;
    size_t share;   /* of 32 */
    size_t changed; /* one in so many is changed; 0: none */
} sorts[] = {
    {"real", add_line, 4, 0},
    {"changed", add_line, 7, 1},
    {"grammar", add_grammar, 8, 4},
    {"number", add_number, 4, 3},
    {"common", add_common, 2, 6},
    {"repeated", add_repeated, 2, 6},
    {"long", add_long, 1, 2},
    {"keys", add_keys, 2, 3},
    {"bytes", add_bytes, 2, 0},
};

const char *
generate_query(generator *g, strbuf *out)
{
    size_t drawn = generate_below(g, 32), i = 0;

    strbuf_clear(out);
    while (drawn >= sorts[i].share)
        drawn -= sorts[i++].share;
    sorts[i].add(g, out);
    if (sorts[i].changed && one_in(g, sorts[i].changed))
        for (size_t n = 1 + generate_below(g, CHANGES); n > 0; n--)
            change(g, out);
    if (out->len > QUERY_MAX) {
        out->len = QUERY_MAX;
        out->ptr[QUERY_MAX] = '\0';
    }
    return sorts[i].name;
}
