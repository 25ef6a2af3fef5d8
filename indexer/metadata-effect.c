#include "indexer/metadata-effect.h"

#include "common/text/kind.h"
#include "common/text/token-gap.h"
#include "common/text/word.h"
#include "indexer/words.h"

enum {
    SELF_TOKENS = 8,    /* between "này" and "có hiệu lực" */
    KIND_TOKENS = 6,    /* of the name of a kind before "này" */
    CLAUSE_TOKENS = 24, /* behind it, up to its dates */
    TAIL_TOKENS = 300,  /* before the recipients, where there are no zones */
    HEAD_TOKENS = 120,
    WHEN_TOKENS = 5,
    ISSUED_TOKENS = 24,
    DAYS_MOST = 400
};

/* "Thông tư này" with "này" at token `at` is what the clause is about; in "từ
 * ngày Thông tư này có hiệu lực đến ...", "Điều 5 Thông tư này" and "quy định
 * của Thông tư này" it is not. */
static bool
is_subject(const document *d, size_t at)
{
    const token_list *tokens = &d->tokens;
    size_t word = at, used;

    for (size_t i = at; i > 0 && at - i < KIND_TOKENS; i--)
        if (kind_match(tokens, i - 1, &used) && i - 1 + used == at)
            word = i - 1;
    if (!word || tokens->at[word].breaks ||
        gap_behind(tokens, word - 1).mark != GAP_BLANK)
        return true;
    return (!tokens->at[word - 1].number || tokens->at[word].line) &&
           !word_at(tokens, word - 1, WORD_NOT_SUBJECT);
}

/* The clause speaks of this act: "Thông tư này có ...", or of nothing. */
static bool
is_own(const document *d, size_t at, size_t first)
{
    for (size_t i = at; i > first && at - i < SELF_TOKENS; i--) {
        if (token_is(&d->tokens, i - 1, "nay"))
            return is_subject(d, i - 1);
        if (d->tokens.at[i - 1].number)
            return false;
        if (d->tokens.at[i].breaks)
            return i == at;
    }
    return at == first;
}

/* "Ban hành ngày 18/06/2020 của Bộ Tài chính, có hiệu lực ...": the line below
 * the name of an act in a collection. */
static bool
is_issued_line(const document *d, size_t at)
{
    for (size_t i = at; i > 0 && at - i < ISSUED_TOKENS; i--)
        if (words_take(&d->tokens, i - 1, "ban hanh ngay"))
            return d->tokens.at[i - 1].line;
    return false;
}

/* The number before "ngày" in "sau 10 (mười) ngày kể từ ngày ký". */
static unsigned
days_after(const document *d, size_t i)
{
    span s = words_at(&d->tokens, i + 1);
    unsigned n = 0;

    if (!token_is(&d->tokens, i, "sau"))
        return 0;
    for (size_t k = 0; k < s.len && s.len <= 3; k++) {
        if (s.ptr[k] < '0' || s.ptr[k] > '9')
            return 0;
        n = n * 10 + (unsigned)(s.ptr[k] - '0');
    }
    return n <= DAYS_MOST ? n : 0;
}

/* A sentence or an item ends before token `i`; brackets do not end it. */
static bool
ends_clause(const document *d, size_t i)
{
    gap_mark mark = gap_behind(&d->tokens, i - 1).mark;

    return mark == GAP_DOT || mark == GAP_SEMICOLON || mark == GAP_COLON;
}

/* The day of a consolidated text is not that of the act. */
static bool
is_consolidated(const metadata *m)
{
    return m->act.kind && !strcmp(m->act.kind->code, "vbhn");
}

/* The dates behind "hiệu lực" at token `at`. */
static void
read_clause(document *d, size_t at, bool ends)
{
    metadata *m = &d->meta;
    unsigned days = 0;
    bool until = ends;

    for (size_t i = at + 2; i < at + CLAUSE_TOKENS; i++) {
        size_t used;
        date day;

        if (i >= d->tokens.count || ends_clause(d, i))
            return;
        until |= word_at(&d->tokens, i, WORD_UNTIL) > 0;
        if (days_after(d, i))
            days = days_after(d, i);
        if (word_at(&d->tokens, i, WORD_OWN_DAY) && !until &&
            !m->effective_from.year && !is_consolidated(m)) {
            m->effective_from = date_after(m->date, days);
            continue;
        }
        day = date_match(&d->tokens, i, &used);
        if (!day.year || !day.month)
            continue;
        if (until && !m->effective_to.year)
            m->effective_to = day;
        else if (!until && !m->effective_from.year)
            m->effective_from = day;
        else
            return;
        i += used - 1;
    }
}

static void
read_tokens(document *d, size_t first, size_t last)
{
    for (size_t i = first; i + 1 < last && i + 1 < d->tokens.count; i++) {
        bool ends;

        if (!words_take(&d->tokens, i, "hieu luc") || i < first + 1)
            continue;
        ends = token_is(&d->tokens, i - 1, "het");
        if (!ends && !token_is(&d->tokens, i - 1, "co"))
            continue;
        if (ends ? !token_is(&d->tokens, i - 2, "nay") || !is_subject(d, i - 2)
                 : !is_own(d, i - 1, first) && !is_issued_line(d, i - 1))
            continue;
        if (word_any(&d->tokens, i + 2, i + 2 + WHEN_TOKENS, WORD_WHEN))
            read_clause(d, i, ends);
    }
}

/* The end of the act itself: recipients, signature, annex, or the text. */
static size_t
end_of_act(const document *d)
{
    for (size_t i = 0; i < d->zone_count; i++)
        if (d->zones[i].zone >= ZONE_RECIPIENTS && i)
            return token_list_find(&d->tokens, d->zones[i].start);
    return d->tokens.count;
}

static void
read_zones(document *d)
{
    size_t end = end_of_act(d);

    for (size_t i = 0; i < d->zone_count; i++) {
        size_t first = token_list_find(&d->tokens, d->zones[i].start);
        size_t last = token_list_find(&d->tokens, d->zones[i].end);

        if (d->zones[i].zone == ZONE_EFFECT)
            read_tokens(d, first, last);
    }
    if (d->meta.effective_from.year || d->meta.effective_to.year)
        return;
    read_tokens(d, 0, end < HEAD_TOKENS ? end : HEAD_TOKENS);
    if (!d->meta.effective_from.year)
        read_tokens(d, end > TAIL_TOKENS ? end - TAIL_TOKENS : 0, end);
}

void
effect_read(document *d)
{
    metadata *m = &d->meta;

    read_zones(d);
    /* No act is in force before its day: the clause was about another one. */
    if (date_is_full(m->date) &&
        date_number(m->effective_from) < date_number(m->date))
        m->effective_from = (date){0};
    if (date_is_full(m->date) &&
        date_number(m->effective_to) < date_number(m->date))
        m->effective_to = (date){0};
}
