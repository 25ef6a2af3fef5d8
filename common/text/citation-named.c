#include "common/text/citation-named.h"

#include "common/text/act.h"
#include "common/text/citation-attribute.h"
#include "common/text/citation-lawname.h"
#include "common/text/law-initials.h"
#include "common/text/law.h"
#include "common/text/place.h"
#include "common/text/term.h"
#include "common/text/token-gap.h"
#include "common/text/word.h"

enum { NAME_MAX = 16 };

static void
set_law_issuer(draft *d)
{
    d->cite.act.issuer = issuer_by_id(
        strcmp(d->cite.act.kind->code, "pl") ? SPAN("qh") : SPAN("ubtvqh"));
}

static bool
ends_law(const draft *d, size_t at)
{
    return !d->list->at[at].upper && word_at(d->list, at, WORD_ENDS_LAW);
}

/* "Luật Sĩ quan năm 1999": a law that the table does not have; known by its
 * capital and its end. */
static bool
read_unknown_law(draft *d)
{
    size_t at = d->at;
    size_t used;

    /* "Pháp lệnh Quy định danh hiệu vinh dự". */
    if (draft_are(d, at, "quy", "dinh") && d->list->at[at].upper)
        at += 2;
    while (at < d->list->count && at - d->at < NAME_MAX &&
           (draft_mark_before(d, at) == GAP_BLANK ||
               (at > d->at && draft_mark_before(d, at) == GAP_COMMA)) &&
           !draft_starts_paragraph(d->list, at) && !ends_law(d, at) &&
           !d->list->at[at].number && !kind_match(d->list, at, &used))
        at++;
    if (at == d->at)
        return false;
    if (!lawname_is_dated(d, at)) {
        size_t end = d->at;

        while (end < at && draft_mark_before(d, end) == GAP_BLANK &&
               !draft_is(d, end, "va"))
            end++;
        at = end;
        if (!d->list->at[d->at].upper || !d->list->at[d->cite.first].upper ||
            at - d->at < 2 || draft_is(d, d->at, "su") ||
            draft_is(d, d->at, "gia"))
            return false;
    }
    d->at = at;
    d->cite.confidence = 0.6;
    return true;
}

static void
read_law(draft *d, size_t at)
{
    size_t used = 0, amending = lawname_amending(d, d->at), behind = d->at;
    bool partial = false;
    const law_name *name = law_match(d->list, at, &used, &partial);
    size_t numbered = lawname_numbered(d, behind);

    /* "Luật NSNN": in running text only capitals are initials. */
    if (!name && at + 1 < d->list->count && d->list->at[at].upper &&
        d->list->at[at + 1].capitals)
        name = initials_match(d->list, at, &used);
    if (draft_mark_before(d, behind) != GAP_BLANK &&
        !(name && at + used <= behind))
        return;
    if (at && draft_is(d, at - 1, "phap") && draft_is(d, at, "luat"))
        return;
    if (name && at + used <= behind && draft_is(d, at, "hien") &&
        !lawname_is_dated(d, behind) &&
        !(at > 1 && draft_are(d, at - 2, "can", "cu")))
        return;
    if (name && partial && draft_mark_before(d, at + used) == GAP_COMMA &&
        at + used < d->list->count && !d->list->at[at + used].upper)
        name = NULL;
    if (name && partial &&
        (!d->list->at[at].upper || (read_unknown_law(d) && d->at > at + used)))
        name = NULL;
    if (amending && (!name || used < amending)) {
        d->at += amending;
        d->named = true;
    } else if (numbered && (!name || behind + numbered > at + used)) {
        d->at = behind + numbered;
        d->named = true;
    } else if (name) {
        d->at = at + used;
        d->cite.law = name;
        d->cite.act.kind = kind_by_code(span_of(name->kind));
        d->cite.confidence = partial ? 0.6 : 0;
        d->named = true;
    } else {
        d->named = d->at > behind || read_unknown_law(d);
    }
    if (d->named)
        set_law_issuer(d);
}

/* The ordinal at `at`: "XIII", "7", "bảy"; 0 if none. */
static unsigned
ordinal_at(const draft *d, size_t at)
{
    span exact;
    unsigned n;

    if (at >= d->list->count)
        return 0;
    exact = token_exact(d->list, at);
    n = term_roman(token_source(d->list, at));
    if (!n)
        n = word_number(exact, WORD_ORDINAL);
    if (!n && exact.len && exact.len <= 2 && d->list->at[at].number)
        for (size_t i = 0; i < exact.len; i++)
            n = n * 10 + (unsigned)(exact.ptr[i] - '0') % 10;
    return n;
}

/* "Trung ương 7", "Hội nghị Trung ương 7", "Hội nghị lần thứ bảy Ban Chấp
 * hành Trung ương"; the term must follow. */
static bool
read_plenum(draft *d)
{
    size_t at = d->at, used = 0;
    unsigned number, plenum;
    const issuer *who;

    if (draft_are(d, at, "hoi", "nghi"))
        at += 2;
    if (draft_are(d, at, "trung", "uong"))
        at += 2;
    if (draft_are(d, at, "lan", "thu"))
        at += 2;
    plenum = at == d->at ? 0 : ordinal_at(d, at);
    if (!plenum)
        return false;
    at++;
    who = issuer_match(d->list, at, &used);
    if (who && !strcmp(who->scope, "tw"))
        at += used;
    if (!term_match(d->list, at, &used, &number))
        return false;
    d->at = at;
    d->issuer = issuer_by_id(SPAN("tw"));
    d->cite.act.no = d->cite.act.number =
        act_of_plenum(number, plenum, span_of(d->cite.act.kind->code));
    return true;
}

/* The rest of a congress's name behind "Đại hội": whose it is. */
static const issuer *
read_congress_organ(draft *d, bool *local)
{
    size_t used = 0;

    *local = false;
    if (draft_are(d, d->at, "dai", "bieu"))
        d->at += 2;
    if (draft_are(d, d->at, "toan", "quoc"))
        d->at += 2;
    if (draft_is(d, d->at, "dang") && !draft_is(d, d->at + 1, "bo"))
        d->at++;
    if (draft_are(d, d->at, "dang", "bo")) {
        *local = true;
        d->at += 2;
        d->at += word_at(d->list, d->at, WORD_PARTY_PLACE);
        if (place_match(d->list, d->at, &used))
            d->at += used;
        return issuer_by_id(SPAN("dh"));
    }
    return issuer_by_id(SPAN("dh"));
}

/* "Đại hội đại biểu toàn quốc lần thứ XIV", "Đại hội XIII của Đảng", "Đại hội
 * Đảng bộ tỉnh lần thứ XIX, nhiệm kỳ 2020 - 2025". */
static bool
read_congress(draft *d)
{
    size_t start = d->at;
    unsigned number;
    bool local;

    if (draft_is(d, d->at, "cua"))
        d->at++;
    if (!draft_are(d, d->at, "dai", "hoi")) {
        d->at = start;
        return false;
    }
    d->at += 2;
    d->issuer = read_congress_organ(d, &local);
    if (draft_are(d, d->at, "lan", "thu"))
        d->at += 2;
    number = ordinal_at(d, d->at);
    /* A local one is told by its term as well. */
    if (!number && !(local && draft_are(d, d->at, "nhiem", "ky"))) {
        d->at = start;
        d->issuer = NULL;
        return false;
    }
    d->at += number > 0;
    if (draft_is(d, d->at, "cua") && draft_is(d, d->at + 1, "dang"))
        d->at += 2;
    if (local) {
        d->cite.act.sphere = SPHERE_PARTY;
        d->cite.act.issuers = SPAN("dh.?");
    } else {
        d->term = 'k';
        d->term_number = number;
    }
    return true;
}

static bool
read_statute(draft *d)
{
    size_t used = 0;
    const issuer *who;

    /* "Điều lệ Đảng (Cộng sản Việt Nam)" is the kind's own name. */
    if (draft_is(d, d->cite.first + 2, "dang") || draft_is(d, d->at, "dang")) {
        if (draft_is(d, d->at, "dang"))
            d->at++;
        d->issuer = issuer_by_id(SPAN("dh"));
        return true;
    }
    who = issuer_match(d->list, d->at, &used);
    if (!who || who->sphere != SPHERE_MASS || !d->list->at[d->at].upper)
        return false;
    d->issuer = who;
    d->cite.act.issuers = span_of(who->scope);
    d->at += used;
    return true;
}

/* "Quy chế làm việc của Ban Chấp hành Trung ương, Bộ Chính trị và Ban Bí thư
 * khóa XII"; behind "ban hành" it is the act named before. */
static bool
read_rules(draft *d)
{
    size_t start = d->at;

    if (!draft_are(d, d->at, "lam", "viec") || !draft_is(d, d->at + 2, "cua") ||
        !d->list->at[d->cite.first].upper ||
        (d->cite.first && draft_is(d, d->cite.first - 1, "hanh")))
        return false;
    d->at += 3;
    if (attribute_read_issuer(d))
        return true;
    d->at = start;
    return false;
}

void
named_read(draft *d, size_t at)
{
    const char *code = d->cite.act.kind->code;

    if (kind_has(d->cite.act.kind, KIND_PASSED)) {
        read_law(d, at);
        return;
    }
    if (!strcmp(code, "nq") || !strcmp(code, "kl"))
        d->named = read_plenum(d) || (!strcmp(code, "nq") && read_congress(d));
    else if (!strcmp(code, "dieu-le"))
        d->named = read_statute(d);
    else if (!strcmp(code, "qc"))
        d->named = read_rules(d);
}

bool
named_read_short(arena *a, const token_list *list, size_t at, draft *d)
{
    size_t used = 0;
    bool partial;
    const law_name *name;

    if (!list->at[at].capitals)
        return false;
    name = law_match(list, at, &used, &partial);
    if (!name || partial || used != 1)
        return false;
    return draft_read(a, list, at, kind_by_code(span_of(name->kind)), used, d);
}
