#include "common/text/symbol.h"

#include "common/text/symbol-letters.h"
#include "common/text/symbol-parts.h"
#include "common/text/unicode.h"
#include "common/text/utf8.h"

/* The letters as the tables spell them. */
static span
spelling(const parts *r, size_t i)
{
    char folded[LETTERS_MAX], usual[LETTERS_MAX];
    span part = r->at[i];
    unsigned congress;
    size_t prefix = parts_congress(part, &congress);

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

/* The mark between two parts of an organ, as it stands. */
static char
mark_of(gap_mark mark, char usual)
{
    if (mark == GAP_DOT)
        return '.';
    return mark == GAP_SLASH ? '/' : usual;
}

static span
join(const parts *r, size_t first, char separator)
{
    span joined = SPAN("");

    for (size_t i = first; i < r->count; i++)
        joined = i == first
                     ? spelling(r, i)
                     : arena_print(r->arena, "%.*s%c%.*s", SPAN_PRINT(joined),
                           mark_of(r->before[i], separator),
                           SPAN_PRINT(spelling(r, i)));
    return joined;
}

/* The organ that the parts from `first` on name. */
static const issuer *
organ_of(const parts *r, size_t first, unsigned *congress)
{
    const issuer *found = NULL;
    const char *unit;
    span part;
    size_t len;

    if (first >= r->count)
        return NULL;
    part = r->at[first];
    unit = memchr(part.ptr, '(', part.len);
    if (unit)
        part.len = (size_t)(unit - part.ptr);
    len = parts_congress(part, congress);
    if (len)
        return issuer_by_letters(span_slice(part, 0, len));
    if (first + 1 < r->count)
        found = issuer_by_letters(arena_print(r->arena, "%.*s-%.*s",
            SPAN_PRINT(part), SPAN_PRINT(r->at[first + 1])));
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
sphere_of(const parts *r, const symbol *s)
{
    size_t len = s->organ.len;

    if (s->issuer)
        return s->issuer->sphere;
    if (len > 2 && (!memcmp(s->organ.ptr + len - 2, "TW", 2) ||
                       !memcmp(s->organ.ptr + len - 2, "TU", 2)))
        return SPHERE_PARTY;
    /* Of an organ that is not known the separator is the only hint. */
    return r->before[0] == GAP_SLASH ? SPHERE_STATE : SPHERE_UNKNOWN;
}

/* The Party and the Đoàn write 48-CT/TW, the State 47/CT-TTg: what is written
 * the other way round is put right where the organ is known. */
static bool
party_order(const parts *r, const symbol *s)
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
number_of(const parts *r, const symbol *s)
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
    parts r;
    size_t first;

    if (!parts_read(a, list, at, typed, &r))
        return false;
    first = r.kind ? 1 : 0;
    *out = (symbol){.no = without_zeros(r.no), .year = r.year, .kind = r.kind};
    out->issuer = organ_of(&r, first, &out->term);
    out->letters = r.kind ? spelling(&r, 0) : SPAN("");
    out->organ = join(&r, first, '-');
    out->sphere = sphere_of(&r, out);
    out->number = number_of(&r, out);
    out->start = (size_t)(r.no.ptr - list->text.ptr);
    out->end = list->at[r.next - 1].end;
    if (list->text.ptr[out->end - 1] != ')' && out->end < list->text.len &&
        r.at[r.count - 1].ptr[r.at[r.count - 1].len - 1] == ')')
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
