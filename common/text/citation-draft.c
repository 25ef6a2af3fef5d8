#include "common/text/citation-draft.h"

#include <stdlib.h>

#include "common/text/citation-attribute.h"
#include "common/text/citation-named.h"
#include "common/text/citation-number.h"
#include "common/text/law-initials.h"
#include "common/text/symbol-parts.h"
#include "common/text/symbol.h"
#include "common/text/term.h"
#include "common/text/token-gap.h"
#include "common/text/word.h"

enum { STEPS_MAX = 10 };

bool
draft_starts_paragraph(const token_list *list, size_t at)
{
    size_t ends = 0;

    if (!at || !list->at[at].line)
        return false;
    for (size_t i = list->at[at - 1].end; i < list->at[at].start; i++)
        ends += list->text.ptr[i] == '\n';
    return ends > 1;
}

static void
read_steps(draft *d)
{
    bool typed = d->sure_kind && !d->list->at[d->cite.first].marked &&
                 !d->list->at[d->at - 1].marked &&
                 !d->list->at[d->cite.first].upper;

    for (int n = 0; n < STEPS_MAX && d->at < d->list->count; n++)
        if (!number_read(d, typed) && !attribute_read(d))
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

/* "Nghị quyết 20 khoá XI": a khóa alone is one of the Party's. */
static bool
is_of_centre(const draft *d)
{
    const identity *act = &d->cite.act;

    return d->term == 'k' && !d->full && !d->issuer && !act->issuer &&
           act->kind && act->kind->party_most;
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

    if (is_of_centre(d))
        d->issuer = issuer_by_id(SPAN("tw"));
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
    if (k && !out->cite.numbered && !out->named && number_look_ahead(out))
        read_steps(out);
    if (!out->cite.numbered && !out->named)
        return false;
    draft_finish(out);
    return true;
}

/* The value of a number without letters, 0 for any other. */
static unsigned
value_of(span no)
{
    unsigned n = 0;

    for (size_t i = 0; i < no.len; i++) {
        if (no.ptr[i] < '0' || no.ptr[i] > '9' || i > 4)
            return 0;
        n = n * 10 + (unsigned)(no.ptr[i] - '0');
    }
    return n;
}

/* Behind the first number of a range, which may have its own symbol. */
static size_t
range_end(const draft *d, size_t at, unsigned *from)
{
    size_t used = 0, i = at + number_word(d, at);
    symbol s;

    if (symbol_match(d->arena, d->list, i, false, &s, &used)) {
        *from = value_of(s.no);
        return i + used;
    }
    *from = i < d->list->count ? value_of(token_source(d->list, i)) : 0;
    return i + 1;
}

bool
draft_read_range(arena *a, const token_list *list, size_t at, const kind *k,
    size_t used, draft *out, unsigned *from)
{
    size_t end;
    unsigned to;

    start(out, a, list, at);
    out->at = at + used;
    out->cite.act.kind = k;
    out->sure_kind = true;
    if (!draft_is(out, out->at, "tu") || !number_word(out, out->at + 1))
        return false;
    end = range_end(out, out->at + 1, from);
    if (!*from || !draft_is(out, end, "den"))
        return false;
    out->at = end + 1;
    read_steps(out);
    if (!out->cite.numbered)
        return false;
    to = value_of(out->cite.act.no);
    draft_finish(out);
    return to > *from;
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
        (d->list->at[at + 1].number || draft_is(d, at + 1, "so")))
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

/* "luật QLT", "BLLĐ", "PL ngoại hối". */
static void
read_initials(draft *d, size_t at)
{
    size_t used = 0;
    bool part = false;
    const law_name *name = initials_match(d->list, at, &used);

    if (!name)
        name = law_match(d->list, at, &used, &part);
    if (!name || part)
        return;
    d->cite.law = name;
    d->cite.act.kind = kind_by_code(span_of(name->kind));
    d->cite.act.issuer =
        issuer_by_id(strcmp(name->kind, "pl") ? SPAN("qh") : SPAN("ubtvqh"));
    d->sure_kind = d->named = true;
    d->at = at + used;
}

static bool
may_be_act_of(const draft *d, size_t at, unsigned year)
{
    unsigned long no =
        strtoul(arena_string(d->arena, token_source(d->list, at)), NULL, 10);
    bool marked = at && draft_is(d, at - 1, "so");

    if (at && (word_at(d->list, at - 1, WORD_BEFORE_MONTH) ||
                  gap_behind(d->list, at - 1).mark != GAP_BLANK))
        return false;
    return year && (no < 1900 || no > 2100) &&
           (no > 12 || marked || d->list->count == 2);
}

/* "16/2013": a number and its year, if it can be no month. */
static bool
read_dated(draft *d, size_t at)
{
    identity *act = &d->cite.act;
    gap behind;
    date year;
    span no = at + 1 < d->list->count ? parts_number(token_source(d->list, at))
                                      : SPAN("");

    if (!no.len)
        return false;
    behind = gap_behind(d->list, at);
    year = date_parse(token_source(d->list, at + 1));
    if (behind.mark != GAP_SLASH || !behind.tight ||
        token_source(d->list, at + 1).len != 4 ||
        !may_be_act_of(d, at, year.year) ||
        (at + 2 < d->list->count &&
            gap_behind(d->list, at + 1).mark == GAP_SLASH))
        return false;
    while (no.len > 1 && *no.ptr == '0')
        no = span_from(no, 1);
    act->no = act->number = no;
    act->year = year.year;
    d->cite.numbered = true;
    d->at = at + 2;
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
        out->cite.letters = !kind_match(list, at, &used);
        out->at = at + used;
        named_read(out, at);
    }
    if (!out->named)
        read_initials(out, at);
    if (out->named)
        k = out->cite.act.kind;
    for (int n = 0; n < STEPS_MAX && out->at < list->count; n++) {
        bool first = !k && !n;

        if (!number_read(out, true) && (first || !read_typed_attribute(out)))
            break;
        if (first && !out->full)
            break;
    }
    if (!k && !out->full) {
        start(out, a, list, at);
        if (!read_dated(out, at))
            return false;
    }
    if (!out->cite.numbered && !out->named)
        return false;
    draft_finish(out);
    return true;
}

/* Letters have no kind in their symbols: "văn bản số 1/VPCP-NN, 2/VPCP-CN". */
static bool
goes_on(const draft *before, const symbol *s)
{
    const kind *k = before->cite.act.kind;

    return before->full && k && !strcmp(k->code, "cv") && s->issuer &&
           !s->year && !s->term;
}

/* Items of a list: a symbol, or a bare number that another item or an end
 * follows. */
static bool
read_item(draft *d, const draft *before)
{
    size_t used = 0;
    symbol s;
    gap_mark mark;

    d->marked = draft_is(d, d->at, "so");
    d->at += d->marked ? number_word(d, d->at) : 0;
    d->cite.first = d->at;
    if (symbol_match(d->arena, d->list, d->at, false, &s, &used) &&
        (s.kind || d->marked || goes_on(before, &s))) {
        d->sure_kind =
            before->sure_kind && s.kind &&
            (!before->cite.act.kind ||
                !strcmp(s.kind->letters, before->cite.act.kind->letters));
        number_take(d, &s);
        d->at += used;
        d->cite.end = s.end;
        return true;
    }
    if (before->full || !number_read_bare(d, d->at))
        return false;
    mark = gap_behind(d->list, d->at - 1).mark;
    return mark != GAP_BLANK || d->at >= d->list->count ||
           !number_is_count(d, d->at - 1, false);
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
    if (mark == GAP_BLANK &&
        (draft_is(out, at, "va") || draft_is(out, at, "hoac")))
        out->at++;
    else if (mark != GAP_COMMA &&
             !(mark == GAP_SEMICOLON && draft_is(out, at, "so")))
        return false;
    if (mark == GAP_COMMA && draft_is(out, at, "va"))
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

/* "số …/2021/TT-NHNN" leaves the number blank, as forms do. */
static bool
lacks_number(const token_list *list, size_t at)
{
    size_t end = list->at[at].start;

    while (end &&
           (list->text.ptr[end - 1] == ' ' || list->text.ptr[end - 1] == '\n'))
        end--;
    return end && list->text.ptr[end - 1] == '/';
}

bool
draft_read_symbol(arena *a, const token_list *list, size_t at, draft *out)
{
    symbol s;
    size_t used = 0;

    start(out, a, list, at);
    if (lacks_number(list, at) || !symbol_match(a, list, at, false, &s, &used))
        return false;
    number_take(out, &s);
    out->at = at + used;
    out->cite.end = s.end;
    read_steps(out);
    draft_finish(out);
    return true;
}
