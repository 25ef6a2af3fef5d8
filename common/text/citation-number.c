#include "common/text/citation-number.h"

#include "common/text/symbol-parts.h"
#include "common/text/token-gap.h"
#include "common/text/word.h"

enum { LOOK_AHEAD = 12, JOINT_MAX = 8 };

static gap_mark
mark_before(const draft *d, size_t at)
{
    if (!at)
        return GAP_BLANK;
    return at <= d->list->count ? gap_behind(d->list, at - 1).mark : GAP_OTHER;
}

/* Tokens of "số", "số hiệu", "số số" at `at`; 0 if none. */
size_t
number_word(const draft *d, size_t at)
{
    size_t n = 0;

    if (draft_is(d, at, "luat") && d->named)
        n = 1;
    if (!draft_is(d, at + n, "so") ||
        (d->list->at[at + n].marked &&
            !span_equal(token_exact(d->list, at + n), SPAN("số"))))
        return 0;
    n++;
    if (draft_is(d, at + n, "hieu") || draft_is(d, at + n, "so"))
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

void
number_take(draft *d, const symbol *s)
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
    if (kind_has(act->kind, KIND_JOINT))
        act->issuers = joint_scopes(d, s);
    d->full = d->cite.numbered = true;
}

/* A number without letters: "số 48", "48", "số 18/2020". */
bool
number_read_bare(draft *d, size_t at)
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

/* "Kế hoạch 05 năm", "quyết định 3 nội dung": a count, not a number.  Behind
 * a capital only what is counted tells; else the words that may follow a
 * number must stand there.  People type any words behind a number. */
bool
number_is_count(const draft *d, size_t at, bool typed)
{
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
        return draft_is(d, at + 1, "nam");
    if (capital)
        return word_at(d->list, at + 1, WORD_COUNTED);
    return !word_at(d->list, at + 1, WORD_BEHIND_NUMBER);
}

/* The number at d->at, in brackets or not. */
bool
number_read(draft *d, bool typed)
{
    gap_mark mark = mark_before(d, d->at);
    size_t at = d->at, word, used = 0;
    symbol s;

    if (d->cite.numbered ||
        (mark != GAP_BLANK && mark != GAP_OPEN && mark != GAP_COLON &&
            mark != GAP_COMMA && !(typed && mark == GAP_DASH)))
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
        number_take(d, &s);
        d->at = at + used;
        d->marked = word > 0;
        d->cite.end = s.end;
        return true;
    }
    if (!word && (mark != GAP_BLANK || !may_be_bare(d, at) ||
                     number_is_count(d, at, typed)))
        return false;
    d->marked = word > 0;
    return number_read_bare(d, at);
}

/* "Kế hoạch phát triển kinh tế số 12/KH-UBND": words between a kind and its
 * number.  Moves d->at to "số". */
bool
number_look_ahead(draft *d)
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
