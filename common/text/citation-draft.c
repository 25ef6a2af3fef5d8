#include "common/text/citation-draft.h"

#include "common/text/citation-attribute.h"
#include "common/text/citation-named.h"
#include "common/text/symbol-parts.h"
#include "common/text/symbol.h"
#include "common/text/term.h"
#include "common/text/token-gap.h"

enum { STEPS_MAX = 10, LOOK_AHEAD = 12, JOINT_MAX = 8 };

bool
draft_is_word(const token_list *list, size_t at, const char *folded)
{
    return at < list->count &&
           span_equal(token_folded(list, at), span_of(folded));
}

static bool
is(const draft *d, size_t at, const char *folded)
{
    return draft_is_word(d->list, at, folded);
}

static gap_mark
mark_before(const draft *d, size_t at)
{
    if (!at)
        return GAP_BLANK;
    return at <= d->list->count ? gap_behind(d->list, at - 1).mark : GAP_OTHER;
}

/* Tokens of "số", "số hiệu", "số số" at `at`; 0 if none. */
static size_t
number_word(const draft *d, size_t at)
{
    size_t n = 0;

    if (is(d, at, "luat"))
        n = 1;
    if (!is(d, at + n, "so") ||
        (d->list->at[at + n].marked &&
            !span_equal(token_exact(d->list, at + n), SPAN("số"))))
        return 0;
    n++;
    if (is(d, at + n, "hieu") || is(d, at + n, "so"))
        n++;
    return n;
}

/* The organs of a joint act: "BNN-BNV" is bnn+bnv. */
static span
joint_scopes(draft *d, const symbol *s)
{
    span rest = s->organ, one, joined = SPAN("");
    const char *scopes[JOINT_MAX];
    size_t count = 0;

    while (count < JOINT_MAX && span_next_field(&rest, '-', &one)) {
        unsigned congress;
        size_t prefix = parts_congress(one, &congress), i = count;
        const issuer *who =
            issuer_by_letters(prefix ? span_slice(one, 0, prefix) : one);

        if (!who)
            continue;
        for (; i > 0 && strcmp(scopes[i - 1], who->scope) > 0; i--)
            scopes[i] = scopes[i - 1];
        scopes[i] = who->scope;
        count++;
    }
    for (size_t i = 0; count > 1 && i < count; i++)
        joined = arena_print(d->arena, "%.*s%s%s", SPAN_PRINT(joined),
            joined.len ? "+" : "", scopes[i]);
    return joined;
}

/* Laws have bare numbers only behind "số"; and what is glued to a word is a
 * footnote's mark. */
static bool
may_be_bare(const draft *d, size_t at)
{
    return !d->named && !d->list->at[at].line && !d->issuer &&
           !date_is_set(d->cite.act.date) && at > 0 &&
           d->list->at[at].start > d->list->at[at - 1].end;
}

static bool
is_joint(const kind *k)
{
    return k && (!strcmp(k->code, "ttlt") || !strcmp(k->code, "nqlt"));
}

static void
take_symbol(draft *d, const symbol *s)
{
    identity *act = &d->cite.act;
    const kind *k = act->kind;

    act->number = s->number;
    act->no = s->no;
    act->year = s->year;
    act->congress = s->term;
    act->sphere = s->sphere;
    if (!act->issuer)
        act->issuer = s->issuer;
    if (s->kind && (!k || !d->sure_kind))
        act->kind = s->kind;
    if (s->kind && k && strlen(s->kind->code) == strlen(k->code) + 2 &&
        span_ends_with(span_of(s->kind->code), SPAN("lt")))
        act->kind = s->kind;
    if (is_joint(act->kind))
        act->issuers = joint_scopes(d, s);
    d->full = d->cite.numbered = true;
}

/* A number without letters: "số 48", "48", "số 18/2020". */
static bool
read_bare(draft *d, size_t at)
{
    span no = at < d->list->count ? parts_number(token_source(d->list, at))
                                  : SPAN("");
    identity *act = &d->cite.act;
    gap behind;

    if (!no.len || (d->named && !d->marked && no.len == 4))
        return false;
    behind = gap_behind(d->list, at);
    if (behind.tight && (behind.mark == GAP_SLASH || behind.mark == GAP_DASH) &&
        d->list->at[at].end < d->list->text.len) {
        date year;
        size_t used;
        span next = token_source(d->list, at + 1);

        if (next.len != 4 || behind.mark != GAP_SLASH)
            return false;
        year = date_parse(next);
        (void)used;
        if (!year.year)
            return false;
        act->year = year.year;
        d->at = at + 2;
    } else {
        d->at = at + 1;
    }
    while (no.len > 1 && *no.ptr == '0' && no.ptr[1] >= '0' && no.ptr[1] <= '9')
        no = span_from(no, 1);
    act->no = act->number = no;
    d->cite.numbered = true;
    return true;
}

static bool
is_one_of(const draft *d, size_t at, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (is(d, at, words[i]))
            return true;
    return false;
}

/* "Kế hoạch 05 năm", "quyết định 3 nội dung": a count, not a number.  Behind
 * a capital only what is counted tells; else the words that may follow a
 * number must stand there.  People type any words behind a number. */
static bool
is_count(const draft *d, size_t at, bool typed)
{
    static const char *const counted[] = {"nam", "noi", "nhom", "nhiem", "chi",
        "giai", "nguoi", "trieu", "ty", "dong", "ngay", "thang", "lan", "diem",
        "dieu", "khoan", "muc", "phan", "buoc", "cap", "trang", "ban", "loai",
        "truong", "don", "huyen", "xa", "tinh", "de", "du", "km", "ha", "gio",
        "phut", "bo", "dot", "tuan", "quy", "cong", "ho", "ca", "khu", "so",
        "to"};
    static const char *const next[] = {"cua", "ngay", "va", "hoac", "ve",
        "khoa", "do", "den", "tai", "trong", "da", "duoc", "theo", "nam"};
    gap_mark mark = gap_behind(d->list, at).mark;
    bool capital = d->list->at[d->cite.first].upper;
    size_t used = 0;

    if (at + 1 >= d->list->count || mark != GAP_BLANK ||
        d->list->at[at + 1].breaks || d->list->at[at + 1].upper)
        return false;
    if (date_match(d->list, at + 1, &used).year) {
        /* "5 năm 2026 - 2030" are five years. */
        at += used;
        return gap_behind(d->list, at).mark == GAP_DASH &&
               d->list->at[at + 1].number;
    }
    if (typed)
        return is_one_of(d, at + 1, (const char *const[]){"nam"}, 1);
    if (capital)
        return is_one_of(d, at + 1, counted, sizeof counted / sizeof *counted);
    return !is_one_of(d, at + 1, next, sizeof next / sizeof *next);
}

/* The number at d->at, in brackets or not. */
static bool
read_number(draft *d, bool typed)
{
    gap_mark mark = mark_before(d, d->at);
    size_t at = d->at, word, used = 0;
    symbol s;

    if (d->cite.numbered || (mark != GAP_BLANK && mark != GAP_OPEN &&
                                mark != GAP_COLON && mark != GAP_COMMA))
        return false;
    word = number_word(d, at);
    if (mark == GAP_COMMA && !word)
        return false;
    if (mark == GAP_OPEN && !word)
        return false;
    at += word;
    if (word && mark_before(d, at) != GAP_BLANK &&
        mark_before(d, at) != GAP_COLON)
        return false;
    if (symbol_match(d->arena, d->list, at, typed, &s, &used) &&
        (s.kind || s.issuer || word || s.year || d->sure_kind)) {
        take_symbol(d, &s);
        d->at = at + used;
        d->marked = word > 0;
        d->cite.end = s.end;
        return true;
    }
    if (!word &&
        (mark != GAP_BLANK || !may_be_bare(d, at) || is_count(d, at, typed)))
        return false;
    d->marked = word > 0;
    return read_bare(d, at);
}

/* "Kế hoạch phát triển kinh tế số 12/KH-UBND": words between a kind and its
 * number.  Moves d->at to "số". */
static bool
look_ahead(draft *d)
{
    size_t used = 0;
    symbol s;

    for (size_t at = d->at; at < d->at + LOOK_AHEAD; at++) {
        size_t word;

        if (at >= d->list->count || d->list->at[at].breaks ||
            (at > d->at && mark_before(d, at) != GAP_BLANK &&
                mark_before(d, at) != GAP_COMMA))
            return false;
        word = number_word(d, at);
        if (word &&
            symbol_match(d->arena, d->list, at + word, false, &s, &used)) {
            if (!s.kind || !d->cite.act.kind ||
                strcmp(s.kind->code, d->cite.act.kind->code))
                return false;
            d->at = at;
            return true;
        }
        if (kind_match(d->list, at, &used) || d->list->at[at].number)
            return false;
    }
    return false;
}

static void
read_steps(draft *d)
{
    bool typed = d->sure_kind && !d->list->at[d->cite.first].marked &&
                 !d->list->at[d->cite.first].upper;

    for (int n = 0; n < STEPS_MAX && d->at < d->list->count; n++)
        if (!read_number(d, typed) && !attribute_read(d))
            return;
}

/* Brackets that the mention opened are closed with it. */
static void
set_range(draft *d)
{
    span text = d->list->text;
    size_t end = d->list->at[d->at - 1].end;
    int open = 0;

    d->cite.last = d->at;
    d->cite.start = d->list->at[d->cite.first].start;
    if (d->cite.end < end)
        d->cite.end = end;
    for (size_t i = d->cite.start; i < d->cite.end; i++)
        open += text.ptr[i] == '(' ? 1 : text.ptr[i] == ')' ? -1 : 0;
    if (open > 0 && d->cite.end < text.len && text.ptr[d->cite.end] == ')')
        d->cite.end++;
}

static bool
issuers_agree(const issuer *a, const issuer *b)
{
    return !a || !b || !strcmp(a->scope, b->scope);
}

static void
finish_term(draft *d)
{
    identity *act = &d->cite.act;
    const issuer *who = act->issuer;

    if (d->term == 'n' && who && who->sphere == SPHERE_PARTY)
        act->term = arena_print(d->arena, "n%u", d->term_number);
    if (d->term != 'k' || !who)
        return;
    if (who->sphere == SPHERE_PARTY && who->level == LEVEL_CENTRAL)
        act->term = arena_print(d->arena, "k%u", d->term_number);
    if (!strcmp(who->id, "qh") || !strcmp(who->id, "ubtvqh"))
        act->congress = d->term_number;
}

/* What the parts say, put together: issuer, term, joint issuers. */
static void
draft_finish(draft *d)
{
    identity *act = &d->cite.act;

    if (!act->issuer || (d->issuer && issuers_agree(act->issuer, d->issuer)))
        act->issuer = d->issuer ? d->issuer : act->issuer;
    if (act->congress && act->issuer && !act->term.len &&
        act->issuer->sphere == SPHERE_STATE)
        act->term = arena_print(d->arena, "q%u", act->congress);
    finish_term(d);
    set_range(d);
}

static void
start(draft *d, arena *a, const token_list *list, size_t at)
{
    *d = (draft){.list = list, .arena = a, .at = at};
    d->cite.first = at;
    d->cite.act.number = d->cite.act.no = SPAN("");
    d->cite.act.issuers = d->cite.act.place = d->cite.act.term = SPAN("");
    d->cite.provision = d->cite.key = SPAN("");
}

bool
draft_read(arena *a, const token_list *list, size_t at, const kind *k,
    size_t used, draft *out)
{
    start(out, a, list, at);
    out->at = at + used;
    out->cite.act.kind = k;
    out->sure_kind = k != NULL;
    if (k)
        named_read(out, at);
    read_steps(out);
    if (k && !out->cite.numbered && !out->named && look_ahead(out))
        read_steps(out);
    if (!out->cite.numbered && !out->named)
        return false;
    draft_finish(out);
    return true;
}

/* The kind at token `at` by name or by letters ("kl 13"). */
static const kind *
typed_kind(const draft *d, size_t at, size_t *used)
{
    const kind *found = kind_match(d->list, at, used);

    if (found)
        return found;
    *used = 1;
    if (at + 1 < d->list->count && !d->list->at[at].number &&
        (d->list->at[at + 1].number || is(d, at + 1, "so")))
        kind_by_letters(token_source(d->list, at), &found, 1);
    return found;
}

/* "2010" or "năm 2010", an issuer without "của". */
static bool
read_typed_attribute(draft *d)
{
    date year;

    if (attribute_read(d) || (!d->issuer && attribute_read_issuer(d)))
        return true;
    if (d->at >= d->list->count || date_is_set(d->cite.act.date) ||
        d->cite.act.year)
        return false;
    year = date_parse(token_source(d->list, d->at));
    if (!year.year)
        return false;
    d->cite.act.date = year;
    d->at++;
    return true;
}

bool
draft_read_typed(arena *a, const token_list *list, size_t at, draft *out)
{
    size_t used = 0;
    const kind *k;

    start(out, a, list, at);
    k = typed_kind(out, at, &used);
    if (k) {
        out->cite.act.kind = k;
        out->sure_kind = true;
        out->at = at + used;
        named_read(out, at);
    }
    for (int n = 0; n < STEPS_MAX && out->at < list->count; n++) {
        bool first = !k && !n;

        if (!read_number(out, true) && (first || !read_typed_attribute(out)))
            break;
        if (first && !out->full)
            return false;
    }
    if (!out->cite.numbered && !out->named)
        return false;
    draft_finish(out);
    return true;
}

/* Items of a list: a symbol, or a bare number that another item or an end
 * follows. */
static bool
read_item(draft *d, const draft *before)
{
    size_t used = 0;
    symbol s;
    gap_mark mark;

    d->marked = is(d, d->at, "so");
    d->at += d->marked ? number_word(d, d->at) : 0;
    d->cite.first = d->at;
    if (symbol_match(d->arena, d->list, d->at, false, &s, &used) &&
        (s.kind || d->marked)) {
        d->sure_kind =
            before->sure_kind && s.kind &&
            (!before->cite.act.kind ||
                !strcmp(s.kind->letters, before->cite.act.kind->letters));
        take_symbol(d, &s);
        d->at += used;
        d->cite.end = s.end;
        return true;
    }
    if (before->full || !read_bare(d, d->at))
        return false;
    mark = gap_behind(d->list, d->at - 1).mark;
    return mark != GAP_BLANK || d->at >= d->list->count ||
           !is_count(d, d->at - 1, false);
}

bool
draft_read_next(const draft *before, draft *out)
{
    size_t at = before->at;
    gap_mark mark;

    if (!before->cite.numbered || at >= before->list->count)
        return false;
    mark = gap_behind(before->list, at - 1).mark;
    start(out, before->arena, before->list, at);
    if (mark == GAP_BLANK && (is(out, at, "va") || is(out, at, "hoac")))
        out->at++;
    else if (mark != GAP_COMMA && !(mark == GAP_SEMICOLON && is(out, at, "so")))
        return false;
    if (mark == GAP_COMMA && is(out, at, "va"))
        out->at++;
    if (out->at >= before->list->count ||
        gap_behind(before->list, out->at - 1).mark == GAP_OTHER)
        return false;
    out->cite.act.kind = before->cite.act.kind;
    if (!read_item(out, before))
        return false;
    read_steps(out);
    draft_finish(out);
    return true;
}

bool
draft_read_symbol(arena *a, const token_list *list, size_t at, draft *out)
{
    symbol s;
    size_t used = 0;

    start(out, a, list, at);
    /* "số   / 2021/TT-NHNN" leaves the number blank, as forms do. */
    if (mark_before(out, at) == GAP_SLASH ||
        !symbol_match(a, list, at, false, &s, &used))
        return false;
    take_symbol(out, &s);
    out->at = at + used;
    out->cite.end = s.end;
    read_steps(out);
    draft_finish(out);
    return true;
}
