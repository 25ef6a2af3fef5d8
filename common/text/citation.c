#include "common/text/citation.h"

#include <pthread.h>
#include <stdlib.h>

#include "common/base/vec.h"
#include "common/text/act.h"
#include "common/text/citation-anaphor.h"
#include "common/text/citation-draft.h"
#include "common/text/citation-named.h"
#include "common/text/citation-narrative.h"
#include "common/text/citation-share.h"
#include "common/text/place.h"
#include "common/text/provision-pending.h"
#include "common/text/provision.h"
#include "common/text/syllable.h"
#include "common/text/symbol.h"
#include "common/text/token-gap.h"
#include "common/text/token-unglue.h"
#include "common/text/word.h"

enum {
    EXCLUDE_BACK = 4, /* tokens before a symbol that say what it is not */
    ACT_START = 1,
    PROVISION_START = 2,
    CAPITALS_START = 4
};

/* What a token's id can start; most tokens start nothing. */
static uint8_t starts[65536];
static pthread_once_t once = PTHREAD_ONCE_INIT;

typedef struct scan {
    arena *arena;
    const token_list *list;
    VEC(citation) found;
    pending provisions;
    size_t judged; /* symbols before this token are no acts */
} scan;

static void
load_starts(void)
{
    const char *unit;

    for (size_t i = 0; i < kind_count(); i++) {
        span name = span_of(kind_at(i)->folded), word;

        if (span_next_field(&name, ' ', &word))
            starts[syllable_id(word)] |= ACT_START;
    }
    starts[syllable_id(SPAN("van"))] |= ACT_START;
    for (size_t i = 0; (unit = word_entry(WORD_PROVISION, i)); i++)
        starts[syllable_id(span_of(unit))] |= PROVISION_START;
}

static bool
is(const token_list *list, size_t at, const char *folded)
{
    return token_is(list, at, folded);
}

/* How sure a short mention is; 0 makes it a candidate.  "Chương trình 135"
 * and "Đề án 06" are nicknames of other acts, "Kế hoạch 5" may be a count. */
static double
short_confidence(const draft *d)
{
    const identity *act = &d->cite.act;
    const token *word = &d->list->at[d->cite.first];

    if (d->letters)
        return 0;
    if (act->issuer || d->issuer || date_is_full(act->date) || act->year)
        return 0.85;
    if (d->marked)
        return kind_has(act->kind, KIND_NICKNAME) ? 0 : 0.7;
    if (!act->kind || (!word->upper && word->marked))
        return 0;
    return kind_has(act->kind, KIND_CITED) ? 0.6 : 0;
}

static void
judge(draft *d)
{
    citation *c = &d->cite;

    if (d->full) {
        c->form = FORM_SYMBOL;
        c->rule = "symbol";
        c->confidence = 0.95;
    } else if (c->numbered) {
        c->form = FORM_SHORT;
        c->rule = "number";
        c->confidence = short_confidence(d);
    } else {
        c->form = FORM_NAME;
        c->rule = "name";
        c->confidence = c->confidence > 0 ? c->confidence : 0.9;
    }
}

static void
add(scan *s, draft *d)
{
    judge(d);
    pending_take(&s->provisions, &d->cite);
    vec_push(&s->found, d->cite);
}

/* Adds the draft and what its list goes on with; returns the token behind. */
static size_t
add_list(scan *s, draft *d)
{
    draft next;
    const kind *k = d->cite.act.kind;

    add(s, d);
    while (s->found.count < CITATION_MAX && draft_read_next(d, &next)) {
        if (!next.cite.act.kind)
            next.cite.act.kind = k;
        next.sure_kind = d->sure_kind;
        add(s, &next);
        *d = next;
    }
    return d->at;
}

/* True if the words before token `at` make its number that of a form, a
 * standard or a judgment. */
static bool
is_excluded(const scan *s, size_t at)
{
    size_t from = at > EXCLUDE_BACK ? at - EXCLUDE_BACK : 0;

    while (from < at && (s->list->at[at].line || s->list->at[from].line))
        from++;
    return word_any(s->list, from, at, WORD_NO_ACT);
}

static void
renumber(scan *s, draft *d, unsigned no)
{
    identity *act = &d->cite.act;
    size_t digits = 0;
    span rest;

    while (digits < act->number.len && act->number.ptr[digits] >= '0' &&
           act->number.ptr[digits] <= '9')
        digits++;
    rest = span_from(act->number, digits);
    act->no = arena_print(s->arena, "%u", no);
    act->number = arena_print(s->arena, "%u%.*s", no, SPAN_PRINT(rest));
}

/* "từ số 721 đến số 730/NQ-UBTVQH15": each of them, or both ends of a range
 * that is too long.  False if no range stands at the kind word. */
static bool
read_range(scan *s, size_t at, const kind *k, size_t used, size_t *next)
{
    draft last, one;
    unsigned from, to = 0;

    if (!draft_read_range(s->arena, s->list, at, k, used, &last, &from))
        return false;
    for (size_t i = 0; i < last.cite.act.no.len; i++)
        to = to * 10 + (unsigned)(last.cite.act.no.ptr[i] - '0');
    one = last;
    renumber(s, &one, from);
    add(s, &one);
    for (unsigned n = from + 1; n <= to; n++) {
        if (to - from >= CITATION_RANGE_MAX)
            n = to;
        one = last;
        renumber(s, &one, n);
        one.cite.ranged = true;
        add(s, &one);
    }
    *next = last.at;
    return true;
}

/* A symbol without a kind word before it. */
static size_t
read_symbol(scan *s, size_t at)
{
    draft d;
    const citation *before;

    if (at < s->judged || !draft_read_symbol(s->arena, s->list, at, &d))
        return at + 1;
    if (!d.cite.act.issuer || is_excluded(s, at) ||
        (!d.cite.act.kind && !d.cite.act.congress))
        return at + 1;
    if (!d.cite.act.kind && s->found.count) {
        before = &s->found.at[s->found.count - 1];
        if (before->act.issuer &&
            !strcmp(before->act.issuer->scope, d.cite.act.issuer->scope))
            d.cite.act.kind = before->act.kind;
    }
    return add_list(s, &d);
}

/* "pháp luật đất đai", "kỷ luật lao động", "quy luật". */
static bool
is_no_law(const token_list *list, size_t at)
{
    if (!at || !is(list, at, "luat"))
        return false;
    if (is(list, at - 1, "phap"))
        return true;
    return (!list->at[at].upper || list->at[at].capitals) &&
           !list->at[at].breaks &&
           (is(list, at - 1, "ky") || is(list, at - 1, "quy"));
}

static size_t
read_act(scan *s, size_t at)
{
    size_t used = 0, next;
    const kind *k = kind_match(s->list, at, &used);
    bool text = !k && is(s->list, at, "van") && is(s->list, at + 1, "ban");
    draft d;

    if (!k && !text)
        return at + 1;
    if (used == 1 && is_no_law(s->list, at))
        return at + 1;
    if (text)
        used = 2;
    if (k && !k->party && !k->state && !k->mass) {
        s->judged = at + used + EXCLUDE_BACK;
        return at + used;
    }
    if (anaphor_read(s->list, at, k, used, &d.cite)) {
        pending_take(&s->provisions, &d.cite);
        /* "Điều 8 Nghị định nêu trên": the number is the article's. */
        d.cite.plural &= !d.cite.provision.len;
        vec_push(&s->found, d.cite);
        return d.cite.last;
    }
    if (k && read_range(s, at, k, used, &next))
        return next;
    if (!draft_read(s->arena, s->list, at, k, used, &d))
        return at + used;
    if (!d.cite.act.kind)
        d.cite.act.kind = kind_by_code(SPAN("cv"));
    narrative_complete(s->arena, s->list, &d.cite);
    return add_list(s, &d);
}

/* "NĐ 131", "QĐ số 42": letters for the kind, and the number behind them.
 * Without a symbol it counts only if the text names the act elsewhere. */
static size_t
read_letters(scan *s, size_t at)
{
    const kind *k = NULL;
    draft d;

    if (at + 1 >= s->list->count || gap_behind(s->list, at).mark != GAP_BLANK ||
        !(s->list->at[at + 1].number || is(s->list, at + 1, "so")) ||
        !kind_by_letters(token_source(s->list, at), &k, 1) ||
        !draft_read(s->arena, s->list, at, k, 1, &d) || d.named ||
        (!d.full && d.cite.act.issuer))
        return at + 1;
    d.letters = true;
    return add_list(s, &d);
}

static size_t
read_provision(scan *s, size_t at)
{
    provision p;

    if (!provision_match(s->arena, s->list, at, &p))
        return at + 1;
    pending_add(&s->provisions, &p);
    return p.last;
}

static bool
may_be_symbol(const token_list *list, size_t at)
{
    gap behind;

    if (!list->at[at].number)
        return false;
    behind = gap_behind(list, at);
    return behind.mark == GAP_SLASH || behind.mark == GAP_DASH;
}

static size_t
read_at(scan *s, size_t at)
{
    const token *t = &s->list->at[at];
    uint8_t start = starts[t->id];
    size_t next = at + 1;
    draft d;

    if (start & PROVISION_START)
        next = read_provision(s, at);
    if (next == at + 1 && start & ACT_START)
        next = read_act(s, at);
    if (next == at + 1 && t->number && may_be_symbol(s->list, at))
        next = read_symbol(s, at);
    if (next == at + 1 && t->capitals && !start &&
        named_read_short(s->arena, s->list, at, &d))
        next = add_list(s, &d);
    if (next == at + 1 && t->capitals && !start)
        next = read_letters(s, at);
    return next;
}

void
citation_complete(arena *a, citation *c, date citing)
{
    const law *chosen = NULL;

    if (c->form == FORM_ANAPHOR)
        return;
    if (c->law && !c->numbered)
        chosen = law_choose(c->law, c->act.date, citing);
    if (chosen) {
        const char *slash = strchr(chosen->number, '/');

        c->act.number = span_of(chosen->number);
        c->act.no =
            slash ? (span){chosen->number, (size_t)(slash - chosen->number)}
                  : SPAN("");
        while (c->act.no.len > 1 && *c->act.no.ptr == '0')
            c->act.no = span_from(c->act.no, 1);
        c->act.year = chosen->adopted / 10000;
    }
    c->key = key_make(a, &c->act);
    if (!date_is_set(c->act.date) && !c->act.term.len && c->act.kind &&
        c->act.issuer && !strcmp(c->act.issuer->scope, "tw")) {
        identity dated = c->act;

        dated.date = act_adopted(span_of(c->act.kind->code), c->act.no, citing);
        c->key = key_make(a, &dated);
    }
}

/* Gives the tokens their numbers in the list of the caller. */
static void
restore_tokens(const token_list *whole, const token_list *list, citation *c)
{
    c->reach = token_list_find(list, whole->at[c->reach].start);
    c->first = token_list_find(list, c->start);
    c->last = token_list_find(list, c->end - 1) + 1;
    if (c->last > list->count)
        c->last = list->count;
}

/* An organ of the province that a commune cites sits in the province. */
static span
place_for(const token_list *list, const citation *c, span path)
{
    level at = issuer_level(c->act.issuer, list, c->first, c->last + 1);

    if (at == LEVEL_PROVINCE)
        return place_above(path, 1);
    return at == LEVEL_DISTRICT ? place_above(path, 2) : path;
}

/* Moves what was found into the arena. */
static void
give(scan *s, const token_list *list, bool split, citation_list *out)
{
    out->count = out->room = s->found.count;
    out->at = arena_array(s->arena, s->found.count + 1, sizeof *out->at);
    if (out->count)
        memcpy(out->at, s->found.at, out->count * sizeof *out->at);
    out->loose_count = s->provisions.loose.count;
    out->loose = arena_array(
        s->arena, s->provisions.loose.count + 1, sizeof *out->loose);
    for (size_t i = 0; i < s->provisions.loose.count; i++) {
        citation_loose l = s->provisions.loose.at[i];

        if (split) {
            l.first = token_list_find(list, s->list->at[l.first].start);
            l.last = token_list_find(list, s->list->at[l.last - 1].start) + 1;
        }
        out->loose[i] = l;
    }
    vec_release(&s->found);
    vec_release(&s->provisions.loose);
}

citation_list
citation_find(arena *a, const token_list *list, const citation_context *context)
{
    token_list whole;
    bool split = unglue_tokens(list, &whole);
    scan s = {.arena = a,
        .list = &whole,
        .found = VEC_INIT,
        .provisions = {.arena = a, .list = &whole}};
    citation_list out = {0};

    pthread_once(&once, load_starts);
    for (size_t at = 0; at < whole.count && !out.cut;) {
        at = read_at(&s, at);
        out.cut = s.found.count >= CITATION_MAX;
    }
    pending_end(&s.provisions);
    share_lists(&whole, s.found.at, s.found.count);
    for (size_t i = 0; i < s.found.count; i++) {
        citation *c = &s.found.at[i];

        if (c->act.issuer && c->act.issuer->local && !c->act.place.len &&
            context)
            c->act.place = place_for(&whole, c, context->place);
        citation_complete(a, c, context ? context->date : (date){0});
        if (split)
            restore_tokens(&whole, list, c);
    }
    give(&s, list, split, &out);
    if (split)
        free(whole.at);
    return out;
}

/* "Điều 19 TT 36/2013": the number is not that of the letters behind it. */
static bool
is_provision_number(const draft *d, size_t at)
{
    return at && d->full && d->list->at[at].number &&
           gap_behind(d->list, at).mark == GAP_BLANK &&
           provision_starts(token_folded(d->list, at - 1)) &&
           !is(d->list, at - 1, "so") && !is(d->list, at - 1, "cac");
}

static bool
read_typed(arena *a, const token_list *list, size_t at, draft *d)
{
    if (!draft_read_typed(a, list, at, d) || is_provision_number(d, at))
        return false;
    judge(d);
    return !d->full || d->sure_kind || d->cite.act.kind || d->cite.act.issuer ||
           d->cite.act.year;
}

bool
citation_read_typed(arena *a, const token_list *list, size_t at, citation *out)
{
    return citation_read_typed_list(a, list, at, out, 1) == 1;
}

size_t
citation_read_typed_list(
    arena *a, const token_list *list, size_t at, citation *out, size_t room)
{
    size_t count = 0;
    draft d, next;

    if (!room || !read_typed(a, list, at, &d))
        return 0;
    for (out[count++] = d.cite; count < room && draft_read_next(&d, &next);
         out[count++] = d.cite) {
        judge(&next);
        d = next;
    }
    share_lists(list, out, count);
    for (size_t i = 0; i < count; i++)
        citation_complete(a, &out[i], (date){0});
    return count;
}
