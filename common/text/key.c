#include "common/text/key.h"

#include <stdio.h>

#include "common/text/term.h"

enum { KEY_PARTS = 5 };

static bool
is_congress(const issuer *who)
{
    return who && (!strcmp(who->id, "qh") || !strcmp(who->id, "ubtvqh"));
}

/* "81/2005/TTLT-BNV-BTC" from the scopes "bnv+btc". */
static void
complete_joint(arena *a, identity *act)
{
    span rest = act->issuers, one, letters = SPAN("");

    if (!act->date.year || !act->kind->letters[0])
        return;
    while (span_next_field(&rest, '+', &one)) {
        const issuer *who = issuer_by_id(one);

        if (!who)
            return;
        letters = arena_print(a, "%.*s-%s", SPAN_PRINT(letters), who->letters);
    }
    act->number = arena_print(a, "%.*s/%u/%s%.*s", SPAN_PRINT(act->no),
        act->date.year, act->kind->letters, SPAN_PRINT(letters));
}

/* Number 48 of a chỉ thị of the Bộ Chính trị is 48-CT/TW.  Normative acts of
 * the State bear their year, so that without it nothing is determined. */
static void
complete_number(arena *a, identity *act)
{
    const issuer *who = act->issuer;
    const kind *k = act->kind;
    const char *letters = k ? k->letters : "";
    bool party =
        who && (who->sphere == SPHERE_PARTY || !strcmp(who->scope, "twdtn"));

    if (!k || !who || !*letters || !span_equal(act->number, act->no) ||
        !act->no.len || !*who->letters)
        return;
    if (act->issuers.len) {
        complete_joint(a, act);
        return;
    }
    if (party) {
        letters = strcmp(k->code, "qdi") ? letters : "QĐ";
        act->number = arena_print(
            a, "%.*s-%s/%s", SPAN_PRINT(act->no), letters, who->letters);
        return;
    }
    if (!strcmp(k->code, "cv") || is_congress(who))
        return;
    if (!kind_has(k, KIND_YEARLY))
        act->number = arena_print(
            a, "%.*s/%s-%s", SPAN_PRINT(act->no), letters, who->letters);
    else if (act->date.year)
        act->number = arena_print(a, "%.*s/%u/%s-%s", SPAN_PRINT(act->no),
            act->date.year, letters, who->letters);
}

static span
key_scope(arena *a, const identity *act)
{
    if (act->issuers.len)
        return act->issuers;
    if (!act->issuer)
        return SPAN("?");
    if (!act->issuer->local)
        return span_of(act->issuer->scope);
    return arena_print(a, "%s.%.*s", act->issuer->scope,
        SPAN_PRINT(act->place.len ? act->place : SPAN("?")));
}

static span
key_year(arena *a, const identity *act)
{
    unsigned year = act->year ? act->year : act->date.year;

    return year ? arena_print(a, "y%u", year) : SPAN("?");
}

static char
key_sphere(const identity *act)
{
    sphere s = act->sphere;

    if (s == SPHERE_UNKNOWN && act->issuer)
        s = act->issuer->sphere;
    if (s == SPHERE_UNKNOWN && act->kind && act->kind->state &&
        !act->kind->party)
        s = SPHERE_STATE;
    return s == SPHERE_UNKNOWN ? '?' : (char)s;
}

/* The series that the number runs in. */
static span
key_disc(arena *a, const identity *act)
{
    char term[TERM_SIZE];

    if (act->year && !(act->issuer && act->issuer->sphere == SPHERE_PARTY))
        return key_year(a, act);
    if (is_congress(act->issuer)) {
        if (act->congress && !kind_has(act->kind, KIND_LAW) && act->no.len)
            return arena_print(a, "q%u", act->congress);
        return key_year(a, act);
    }
    term_of(term, act->issuer, act->date);
    if (act->term.len && act->issuer && act->issuer->sphere != SPHERE_STATE)
        return act->term;
    if (*term)
        return arena_copy(a, span_of(term));
    if (act->issuer && (act->issuer->sphere == SPHERE_PARTY ||
                           !strcmp(act->issuer->scope, "twdtn") ||
                           !strcmp(act->issuer->scope, "tdtn")))
        return SPAN("?");
    /* "nghị quyết 18 năm 2017": of the Party, it would count by terms. */
    if (!act->year && key_sphere(act) == '?')
        return SPAN("?");
    return key_year(a, act);
}

/* Numbers in keys: lower-case ASCII letters, digits and dots. */
static span
key_no(arena *a, const identity *act)
{
    char *out;
    size_t len = 0;

    if (!act->no.len)
        return kind_has(act->kind, KIND_UNIQUE) ? SPAN("-") : SPAN("?");
    out = arena_array(a, act->no.len + 1, 1);
    for (size_t i = 0; i < act->no.len; i++) {
        char c = act->no.ptr[i];

        if (c >= 'A' && c <= 'Z')
            c = (char)(c - 'A' + 'a');
        if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '.')
            out[len++] = c;
    }
    while (len > 1 && out[0] == '0' && out[1] >= '0' && out[1] <= '9')
        out++, len--;
    return len ? (span){out, len} : SPAN("?");
}

span
key_make(arena *a, identity *act)
{
    complete_number(a, act);
    return arena_print(a, "%c:%.*s:%s:%.*s:%.*s", key_sphere(act),
        SPAN_PRINT(key_scope(a, act)), act->kind ? act->kind->code : "?",
        SPAN_PRINT(key_no(a, act)), SPAN_PRINT(key_disc(a, act)));
}

static bool
key_char_is_valid(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           (c && strchr("?.+-~:", c));
}

bool
key_split(span key, key_parts *out)
{
    span parts[KEY_PARTS], field;
    size_t count = 0;

    for (size_t i = 0; i < key.len; i++)
        if (!key_char_is_valid(key.ptr[i]))
            return false;
    while (span_next_field(&key, ':', &field)) {
        if (count == KEY_PARTS || !field.len)
            return false;
        parts[count++] = field;
    }
    if (count != KEY_PARTS)
        return false;
    *out = (key_parts){parts[0], parts[1], parts[2], parts[3], parts[4]};
    return true;
}

static bool
is_unknown(span part)
{
    return span_equal(part, SPAN("?"));
}

/* The organ without a place that is not known; `*open` if it was open. */
static span
scope_organ(span scope, bool *open)
{
    if (span_ends_with(scope, SPAN(".?"))) {
        *open = true;
        return span_slice(scope, 0, scope.len - 2);
    }
    *open = !memchr(scope.ptr, '.', scope.len);
    return scope;
}

static bool
scope_agrees(span a, span b)
{
    bool a_open, b_open;
    span x = scope_organ(a, &a_open), y = scope_organ(b, &b_open);

    if (is_unknown(a) || is_unknown(b) || span_equal(x, y))
        return true;
    if (a_open && y.len > x.len && span_starts_with(y, x))
        return y.ptr[x.len] == '.';
    return b_open && x.len > y.len && span_starts_with(x, y) &&
           x.ptr[y.len] == '.';
}

static bool
part_agrees(span a, span b)
{
    return is_unknown(a) || is_unknown(b) || span_equal(a, b);
}

bool
key_agrees(span a, span b)
{
    key_parts x, y;

    if (!key_split(a, &x) || !key_split(b, &y))
        return false;
    return part_agrees(x.sphere, y.sphere) && scope_agrees(x.scope, y.scope) &&
           part_agrees(x.kind, y.kind) && part_agrees(x.no, y.no) &&
           part_agrees(x.disc, y.disc);
}

bool
key_is_open(span key)
{
    key_parts parts;

    if (!key_split(key, &parts))
        return true;
    return is_unknown(parts.sphere) || is_unknown(parts.scope) ||
           is_unknown(parts.kind) || is_unknown(parts.no) ||
           is_unknown(parts.disc) || span_ends_with(parts.scope, SPAN(".?"));
}

size_t
key_variants(arena *a, span key, span out[8])
{
    key_parts p;
    span scopes[3], discs[2];
    size_t scope_count = 0, disc_count = 0, count = 0;
    const char *dot;

    if (!key_split(key, &p))
        return 0;
    scopes[scope_count++] = p.scope;
    dot = memchr(p.scope.ptr, '.', p.scope.len);
    if (dot && !span_ends_with(p.scope, SPAN(".?")))
        scopes[scope_count++] =
            arena_print(a, "%.*s.?", (int)(dot - p.scope.ptr), p.scope.ptr);
    if (!is_unknown(p.scope))
        scopes[scope_count++] = SPAN("?");
    discs[disc_count++] = p.disc;
    if (!is_unknown(p.disc))
        discs[disc_count++] = SPAN("?");
    for (size_t i = 0; i < scope_count; i++)
        for (size_t j = 0; j < disc_count; j++)
            out[count++] = arena_print(a, "%.*s:%.*s:%.*s:%.*s:%.*s",
                SPAN_PRINT(is_unknown(scopes[i]) && !is_unknown(p.scope)
                               ? SPAN("?")
                               : p.sphere),
                SPAN_PRINT(scopes[i]), SPAN_PRINT(p.kind), SPAN_PRINT(p.no),
                SPAN_PRINT(discs[j]));
    return count;
}
