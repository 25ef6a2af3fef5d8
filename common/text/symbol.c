#include "common/text/symbol.h"

#include <stdlib.h>

#include "common/base/strbuf.h"
#include "common/text/letters.h"
#include "common/text/unicode.h"
#include "common/text/utf8.h"

enum { PARTS_MAX = 8, GAP_BYTES_MAX = 16, NUMBER_DIGITS_MAX = 5 };

/* What stands between two tokens. */
typedef enum gap_mark {
    GAP_BLANK,
    GAP_SLASH,
    GAP_DASH,
    GAP_DOT,
    GAP_AND,
    GAP_OTHER
} gap_mark;

typedef struct gap {
    gap_mark mark;
    bool tight; /* no blanks round the mark */
} gap;

/* The letters of a symbol, one part for each run between separators. */
typedef struct reading {
    const token_list *list;
    arena *arena;
    bool typed;
    size_t next; /* token behind what was read */
    span no;     /* as written */
    unsigned year;
    span parts[PARTS_MAX];
    gap_mark before[PARTS_MAX];
    size_t count;
    const kind *kind; /* of the first part */
} reading;

static bool
is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* The mark that starts at byte `*at` of `s`, and moves behind it. */
static gap_mark
gap_mark_at(span s, size_t *at)
{
    switch (utf8_next(s, at)) {
    case '/':
        return GAP_SLASH;
    case '-':
    case '_':
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
        return GAP_DASH;
    case '.':
        return GAP_DOT;
    case '&':
        return GAP_AND;
    default:
        return GAP_OTHER;
    }
}

/* The gap behind token `i`. */
static gap
gap_behind(const token_list *list, size_t i)
{
    gap found = {GAP_OTHER, true};
    size_t at, end;
    span between;

    if (i + 1 >= list->count)
        return found;
    at = list->at[i].end;
    end = list->at[i + 1].start;
    if (end < at || end - at > GAP_BYTES_MAX)
        return found;
    between = span_slice(list->text, at, end);
    at = 0;
    while (at < between.len && is_blank(between.ptr[at]))
        at++;
    found.tight = at == 0;
    if (at == between.len) {
        found.mark = GAP_BLANK;
        return found;
    }
    found.mark = gap_mark_at(between, &at);
    while (at < between.len && is_blank(between.ptr[at]))
        at++, found.tight = false;
    if (at != between.len)
        found.mark = GAP_OTHER;
    return found;
}

/* The number inside `source`: digits, a part behind a dot, a letter; "số" may
 * be glued to it.  Empty if it is none. */
static span
number_in(span source)
{
    size_t at = 0, start, digits, after;
    char folded[LETTERS_MAX];

    while (at < source.len && (source.ptr[at] < '0' || source.ptr[at] > '9'))
        at++;
    if (at && (letters_fold(folded, span_slice(source, 0, at)) != 2 ||
                  strcmp(folded, "so")))
        return SPAN("");
    start = at;
    while (at < source.len && source.ptr[at] >= '0' && source.ptr[at] <= '9')
        at++;
    digits = at - start;
    if (!digits || digits > NUMBER_DIGITS_MAX)
        return SPAN("");
    if (at < source.len && source.ptr[at] == '.') {
        after = ++at;
        while (
            at < source.len && source.ptr[at] >= '0' && source.ptr[at] <= '9')
            at++;
        if (at == after || at - after > 2)
            return SPAN("");
    }
    if (at < source.len) {
        uint32_t letter = unicode_fold(utf8_next(source, &at));

        if (letter < 'a' || letter > 'z' || at < source.len)
            return SPAN("");
    }
    return span_from(source, start);
}

static unsigned
year_of(span s)
{
    unsigned year = 0;

    if (s.len != 4)
        return 0;
    for (size_t i = 0; i < 4; i++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9')
            return 0;
        year = year * 10 + (unsigned)(s.ptr[i] - '0');
    }
    return year >= 1900 && year < 2100 ? year : 0;
}

static bool
letters_are_known(span s)
{
    const kind *found;

    return issuer_by_letters(s) || kind_by_letters(s, &found, 1);
}

/* The prefixes of organs that bear the number of the Quốc hội: its length in
 * bytes, 0 if `s` has none. */
static size_t
congress_prefix(span s, unsigned *congress)
{
    static const char *const prefixes[] = {"ubtvqh", "qh", "hdnn"};
    char folded[LETTERS_MAX];
    size_t len = letters_fold(folded, s), digits = 0;

    while (digits < len && folded[len - 1 - digits] >= '0' &&
           folded[len - 1 - digits] <= '9')
        digits++;
    if (!digits || digits > 2)
        return 0;
    *congress = (unsigned)strtoul(folded + len - digits, NULL, 10);
    folded[len - digits] = '\0';
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (!strcmp(folded, prefixes[i]))
            return s.len - digits;
    return 0;
}

/* True if `s` can be letters of a symbol: capitals without tones, few small
 * letters among them ("TTg", "QĐi"); typed ones in any case if known. */
static bool
is_letters(span s, bool typed)
{
    size_t at = 0, upper = 0, lower = 0;
    unsigned congress;

    if (!s.len || s.len >= LETTERS_MAX)
        return false;
    while (at < s.len) {
        uint32_t code = utf8_next(s, &at);
        uint32_t plain = unicode_lower(code);

        if (code >= '0' && code <= '9' && (upper || lower))
            continue;
        if ((plain < 'a' || plain > 'z') && plain != 0x111 && plain != 0x1b0)
            return false;
        if (unicode_is_upper(code))
            upper++;
        else
            lower++;
    }
    if (upper && lower <= 1)
        return true;
    if (typed && congress_prefix(s, &congress))
        return true;
    return (upper || typed) && letters_are_known(s);
}

/* "T.Ư", "T.W", "T.U" are one part; so are "TƯ" and what ends in it. */
static span
read_central(reading *r, span part)
{
    static const char horn[] = "\xc6\xaf", small[] = "\xc6\xb0";
    gap behind = gap_behind(r->list, r->next);

    if (part.len == 1 && (*part.ptr == 'T' || *part.ptr == 't') &&
        behind.mark == GAP_DOT && behind.tight) {
        span tail = token_source(r->list, r->next + 1);

        if (tail.len == 1 && strchr("WwUu", *tail.ptr)) {
            r->next++;
            return strchr("Ww", *tail.ptr) ? SPAN("TW") : SPAN("TU");
        }
        if (tail.len == 2 &&
            (!memcmp(tail.ptr, horn, 2) || !memcmp(tail.ptr, small, 2))) {
            r->next++;
            return SPAN("TW");
        }
    }
    if (part.len > 2 && (part.ptr[part.len - 3] | 0x20) == 't' &&
        (!memcmp(part.ptr + part.len - 2, horn, 2) ||
            !memcmp(part.ptr + part.len - 2, small, 2)))
        return arena_print(r->arena, "%.*sW", (int)part.len - 2, part.ptr);
    return part;
}

/* Joins "&PTNT" and a unit in brackets, "(CS)", to the part. */
static span
read_joined(reading *r, span part)
{
    gap behind = gap_behind(r->list, r->next);
    size_t at = r->list->at[r->next].end;
    span text = r->list->text, tail;

    if (behind.mark == GAP_AND && behind.tight) {
        tail = token_source(r->list, r->next + 1);
        if (is_letters(tail, r->typed)) {
            r->next++;
            return arena_print(
                r->arena, "%.*s&%.*s", SPAN_PRINT(part), SPAN_PRINT(tail));
        }
    }
    if (r->next + 1 < r->list->count && at < text.len && text.ptr[at] == '(' &&
        r->list->at[r->next + 1].start == at + 1) {
        tail = token_source(r->list, r->next + 1);
        at = r->list->at[r->next + 1].end;
        if (tail.len <= 6 && is_letters(tail, false) && at < text.len &&
            text.ptr[at] == ')') {
            r->next++;
            return arena_print(
                r->arena, "%.*s(%.*s)", SPAN_PRINT(part), SPAN_PRINT(tail));
        }
    }
    return part;
}

static bool
has_organ(const reading *r)
{
    return r->count > 1 || (r->count == 1 && !r->kind);
}

/* "1836 QĐ/TWĐTN": a blank for the separator, known by what follows. */
static bool
starts_behind_blank(const reading *r)
{
    span source = token_source(r->list, r->next);
    const kind *found;
    gap behind = gap_behind(r->list, r->next);

    return !r->count && r->list->at[r->next].upper &&
           kind_by_letters(source, &found, 1) &&
           (behind.mark == GAP_SLASH || behind.mark == GAP_DASH) &&
           is_letters(token_source(r->list, r->next + 1), false);
}

static bool
may_follow(const reading *r, gap g)
{
    if (g.mark == GAP_BLANK)
        return !has_organ(r) && (r->typed || starts_behind_blank(r));
    if (has_organ(r) && !g.tight)
        return false;
    if (g.mark == GAP_DASH)
        return true;
    if (g.mark == GAP_SLASH)
        return r->count < 2;
    return g.mark == GAP_DOT && r->count == 1 && r->kind;
}

static void
read_parts(reading *r)
{
    while (r->count < PARTS_MAX && r->next < r->list->count) {
        gap g = gap_behind(r->list, r->next - 1);
        span source = token_source(r->list, r->next);

        if (!may_follow(r, g) || !is_letters(source, r->typed))
            return;
        if (r->typed && g.mark == GAP_BLANK && !letters_are_known(source) &&
            !congress_prefix(source, &(unsigned){0}))
            return;
        source = read_central(r, source);
        source = read_joined(r, source);
        if (!r->count)
            kind_by_letters(source, &r->kind, 1);
        r->before[r->count] = g.mark;
        r->parts[r->count++] = source;
        r->next++;
    }
}

static void
read_year(reading *r)
{
    gap g = gap_behind(r->list, r->next - 1), behind;

    if (r->next + 1 >= r->list->count ||
        (g.mark != GAP_SLASH && g.mark != GAP_DASH &&
            !(r->typed && g.mark == GAP_BLANK)))
        return;
    behind = gap_behind(r->list, r->next);
    if (behind.mark != GAP_SLASH && behind.mark != GAP_DASH &&
        !(r->typed && behind.mark == GAP_BLANK))
        return;
    if (!is_letters(token_source(r->list, r->next + 1), r->typed))
        return;
    r->year = year_of(token_source(r->list, r->next));
    if (r->year)
        r->next++;
}

/* The letters as the tables spell them. */
static span
spelling(const reading *r, size_t i)
{
    char folded[LETTERS_MAX], usual[LETTERS_MAX];
    span part = r->parts[i];
    unsigned congress;
    size_t prefix = congress_prefix(part, &congress);

    if (prefix)
        return arena_print(r->arena, "%.*s%u",
            SPAN_PRINT(issuer_spelling(span_slice(part, 0, prefix))), congress);
    if (i == 0 && r->kind) {
        letters_fold(folded, part);
        letters_fold(usual, span_of(r->kind->letters));
        return strcmp(folded, usual) ? part : span_of(r->kind->letters);
    }
    return issuer_spelling(part);
}

static span
join(const reading *r, size_t first, char separator)
{
    span joined = SPAN("");

    for (size_t i = first; i < r->count; i++)
        joined = i == first
                     ? spelling(r, i)
                     : arena_print(r->arena, "%.*s%c%.*s", SPAN_PRINT(joined),
                           separator, SPAN_PRINT(spelling(r, i)));
    return joined;
}

/* The organ that the parts from `first` on name. */
static const issuer *
organ_of(const reading *r, size_t first, unsigned *congress)
{
    const issuer *found = NULL;
    span part;
    size_t len;

    if (first >= r->count)
        return NULL;
    part = r->parts[first];
    len = congress_prefix(part, congress);
    if (len)
        return issuer_by_letters(span_slice(part, 0, len));
    if (first + 1 < r->count)
        found = issuer_by_letters(arena_print(r->arena, "%.*s-%.*s",
            SPAN_PRINT(part), SPAN_PRINT(r->parts[first + 1])));
    if (!found)
        found = issuer_by_letters(part);
    for (len = part.len; !found && len > 2; len--) {
        if (part.ptr[len - 1] < '0' || part.ptr[len - 1] > '9')
            break;
        found = issuer_by_letters(span_slice(part, 0, len - 1));
    }
    return found;
}

static sphere
sphere_of(const symbol *s)
{
    size_t len = s->organ.len;

    if (s->issuer)
        return s->issuer->sphere;
    if (len > 2 && (!memcmp(s->organ.ptr + len - 2, "TW", 2) ||
                       !memcmp(s->organ.ptr + len - 2, "TU", 2)))
        return SPHERE_PARTY;
    return SPHERE_UNKNOWN;
}

/* The Party and the Đoàn write 48-CT/TW, the State 47/CT-TTg: what is written
 * the other way round is put right where the organ is known. */
static bool
party_order(const reading *r, const symbol *s)
{
    if (s->sphere == SPHERE_PARTY &&
        !(s->issuer && s->issuer->local && s->issuer->level == LEVEL_CENTRAL))
        return true;
    if (s->issuer &&
        (!strcmp(s->issuer->id, "twdtn") || !strcmp(s->issuer->id, "tdtn")))
        return true;
    if (s->issuer && s->sphere == SPHERE_STATE)
        return s->kind && !strcmp(s->kind->code, "l");
    return r->before[0] == GAP_DASH;
}

static span
number_of(const reading *r, const symbol *s)
{
    bool party = party_order(r, s);
    span letters = r->kind ? spelling(r, 0) : SPAN("");

    if (s->year && r->kind)
        return arena_print(r->arena, "%.*s/%u/%.*s%s%.*s", SPAN_PRINT(r->no),
            s->year, SPAN_PRINT(letters), s->organ.len ? "-" : "",
            SPAN_PRINT(s->organ));
    if (s->year)
        return arena_print(r->arena, "%.*s/%u/%.*s", SPAN_PRINT(r->no), s->year,
            SPAN_PRINT(s->organ));
    if (!r->kind)
        return arena_print(
            r->arena, "%.*s/%.*s", SPAN_PRINT(r->no), SPAN_PRINT(s->organ));
    return arena_print(r->arena, "%.*s%c%.*s%s%.*s", SPAN_PRINT(r->no),
        party ? '-' : '/', SPAN_PRINT(letters),
        s->organ.len ? (party ? "/" : "-") : "", SPAN_PRINT(s->organ));
}

static span
without_zeros(span no)
{
    while (no.len > 1 && *no.ptr == '0' && no.ptr[1] >= '0' && no.ptr[1] <= '9')
        no = span_from(no, 1);
    return no;
}

bool
symbol_match(arena *a, const token_list *list, size_t at, bool typed,
    symbol *out, size_t *used)
{
    reading r = {.list = list, .arena = a, .typed = typed, .next = at + 1};
    size_t first;

    if (at >= list->count)
        return false;
    r.no = number_in(token_source(list, at));
    if (!r.no.len)
        return false;
    read_year(&r);
    read_parts(&r);
    if (!r.count)
        return false;
    first = r.kind ? 1 : 0;
    *out = (symbol){.no = without_zeros(r.no), .year = r.year, .kind = r.kind};
    out->issuer = organ_of(&r, first, &out->term);
    out->letters = r.kind ? spelling(&r, 0) : SPAN("");
    out->organ = join(&r, first, '-');
    out->sphere = sphere_of(out);
    out->number = number_of(&r, out);
    out->start = (size_t)(r.no.ptr - list->text.ptr);
    out->end = list->at[r.next - 1].end;
    if (list->text.ptr[out->end - 1] != ')' && out->end < list->text.len &&
        r.parts[r.count - 1].ptr[r.parts[r.count - 1].len - 1] == ')')
        out->end++;
    *used = r.next - at;
    return true;
}

span
symbol_fold(arena *a, span number)
{
    char *out = arena_array(a, number.len * 2 + 1, 1);
    size_t len = 0, at = 0;

    number = without_zeros(span_trim(number));
    while (at < number.len) {
        uint32_t code = unicode_fold(utf8_next(number, &at));

        if ((code >= 'a' && code <= 'z') || (code >= '0' && code <= '9'))
            out[len++] = (char)code;
    }
    return (span){out, len};
}
