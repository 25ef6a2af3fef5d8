#include "common/text/citation-named.h"

#include "common/text/act.h"
#include "common/text/citation-attribute.h"
#include "common/text/law.h"
#include "common/text/place.h"
#include "common/text/symbol.h"
#include "common/text/term.h"
#include "common/text/token-gap.h"

enum {
    NAME_MAX = 16,
    PARTS_MAX = 30 /* tokens of what an amending law changes */
};

static bool
is(const draft *d, size_t at, const char *folded)
{
    return token_is(d->list, at, folded);
}

static bool
are(const draft *d, size_t at, const char *a, const char *b)
{
    return is(d, at, a) && is(d, at + 1, b);
}

static gap_mark
mark_before(const draft *d, size_t at)
{
    return at && at < d->list->count ? gap_behind(d->list, at - 1).mark
                                     : GAP_OTHER;
}

static bool
is_law_kind(const kind *k)
{
    return !strcmp(k->code, "l") || !strcmp(k->code, "bl") ||
           !strcmp(k->code, "pl") || !strcmp(k->code, "hp");
}

static void
set_law_issuer(draft *d)
{
    d->cite.act.issuer = issuer_by_id(
        strcmp(d->cite.act.kind->code, "pl") ? SPAN("qh") : SPAN("ubtvqh"));
}

/* Words that end the name of a law that the table does not have. */
static bool
ends_law(const draft *d, size_t at)
{
    static const char *const words[] = {"cua", "quy", "thi", "nay", "duoc",
        "co", "da", "la", "theo", "tai", "do", "de", "trong", "khi", "nam",
        "ngay", "so", "hoac", "cho", "voi", "phai", "cac", "nhung", "doi",
        "khong", "nhu", "hien", "se", "con", "bi", "tu", "den", "tren", "neu",
        "nham", "sau", "truoc", "vao", "cung", "ma", "hay", "sua"};

    if (d->list->at[at].upper)
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (is(d, at, words[i]))
            return true;
    return false;
}

/* True if the number, the day or the year of a law follows at `at`. */
static bool
is_dated(const draft *d, size_t at)
{
    size_t used = 0;
    date found;

    if (at >= d->list->count)
        return false;
    if (is(d, at, "so") && at + 1 < d->list->count &&
        d->list->at[at + 1].number)
        return true;
    if (is(d, at, "nam") || is(d, at, "ngay")) {
        found = date_match(d->list, at, &used);
        return found.year > 0;
    }
    return false;
}

/* "Luật Sĩ quan năm 1999": a law that the table does not have; known by its
 * capital and its end. */
static bool
read_unknown_law(draft *d)
{
    size_t at = d->at;
    size_t used;

    /* "Pháp lệnh Quy định danh hiệu vinh dự". */
    if (are(d, at, "quy", "dinh") && d->list->at[at].upper)
        at += 2;
    while (at < d->list->count && at - d->at < NAME_MAX &&
           (mark_before(d, at) == GAP_BLANK ||
               (at > d->at && mark_before(d, at) == GAP_COMMA)) &&
           !draft_starts_paragraph(d->list, at) && !ends_law(d, at) &&
           !d->list->at[at].number && !kind_match(d->list, at, &used))
        at++;
    if (at == d->at)
        return false;
    if (!is_dated(d, at)) {
        size_t end = d->at;

        while (
            end < at && mark_before(d, end) == GAP_BLANK && !is(d, end, "va"))
            end++;
        at = end;
        if (!d->list->at[d->at].upper || !d->list->at[d->cite.first].upper ||
            at - d->at < 2 || is(d, d->at, "su") || is(d, d->at, "gia"))
            return false;
    }
    d->at = at;
    d->cite.confidence = 0.6;
    return true;
}

/* The laws that an amending law changes: "Luật X, Luật Y và Luật Z".  Without
 * "và", and without a number or a day behind the last, what a comma parts is
 * another law of the text.  The token behind them, `at` if there are none. */
static size_t
changed_laws(const draft *d, size_t at)
{
    size_t i = at, first = at, used;
    bool partial;

    for (int n = 0; n < NAME_MAX; n++) {
        if (!law_match(d->list, i, &used, &partial))
            break;
        i += used;
        if (!n)
            first = i;
        if (is(d, i, "va") && law_match(d->list, i + 1, &used, &partial))
            return i + 1 + used;
        if (mark_before(d, i) != GAP_COMMA)
            break;
    }
    return i > at && is_dated(d, i) ? i : first;
}

/* "Luật Quản lý và đầu tư vốn nhà nước tại doanh nghiệp số 68/2025/QH15":
 * the tokens of a name up to its number, 0 if none follows in the clause. */
static size_t
numbered_length(const draft *d, size_t at)
{
    static const char *const ends[] = {
        "này", "được", "đã", "theo", "là", "thì", "của", "bị", "phải"};
    size_t used;
    symbol s;

    for (size_t i = at; i < d->list->count && i - at < PARTS_MAX; i++) {
        gap_mark mark = mark_before(d, i);

        if (i > at && is(d, i, "so") &&
            symbol_match(d->arena, d->list, i + 1, false, &s, &used))
            return s.issuer && s.term ? i - at : 0;
        if ((mark != GAP_BLANK && (mark != GAP_COMMA || i == at)) ||
            draft_starts_paragraph(d->list, i) || kind_match(d->list, i, &used))
            return 0;
        for (size_t n = 0; n < sizeof ends / sizeof *ends; n++)
            if (span_equal(token_exact(d->list, i), span_of(ends[n])))
                return 0;
    }
    return 0;
}

/* "10 luật có liên quan đến an ninh, trật tự": the token behind it, `at` if
 * it is not there. */
static size_t
counted_laws(const draft *d, size_t at)
{
    size_t i = at + 2;

    if (at + 1 >= d->list->count || !is(d, at + 1, "luat") ||
        !(d->list->at[at].number || is(d, at, "cac")))
        return at;
    if (numbered_length(d, i))
        return i + numbered_length(d, i);
    while (i < d->list->count && i - at < NAME_MAX && !is_dated(d, i) &&
           mark_before(d, i) == GAP_BLANK && !d->list->at[i].line)
        i++;
    return is_dated(d, i) ? i : at + 2;
}

/* "Điều 6 và Phụ lục 4 về Danh mục ... của Luật X": the token of the law, 0
 * if none follows in the clause. */
static size_t
changed_parts(const draft *d, size_t at)
{
    size_t used;
    bool partial;

    if (!is(d, at, "dieu") && !is(d, at, "khoan") && !is(d, at, "diem"))
        return 0;
    for (size_t i = at; i < d->list->count && i - at < PARTS_MAX; i++) {
        gap_mark mark = mark_before(d, i);

        if (mark != GAP_BLANK && mark != GAP_COMMA)
            return 0;
        if (is(d, i, "cua") && law_match(d->list, i + 1, &used, &partial))
            return i + 1;
        if (i > at && is(d, i, "nghi") && is(d, i + 1, "dinh"))
            return 0;
    }
    return 0;
}

/* "Luật sửa đổi, bổ sung một số điều của Luật X và Luật Y" is one law: its
 * tokens behind the kind, 0 if it is no such name. */
static size_t
amending_length(const draft *d, size_t at)
{
    size_t i = at, end;

    if (!are(d, i, "sua", "doi"))
        return 0;
    i += 2;
    if (are(d, i, "bo", "sung"))
        i += 2;
    end = changed_parts(d, i);
    if (end)
        return changed_laws(d, end) - at;
    if (are(d, i, "mot", "so") && is(d, i + 2, "dieu"))
        i += 3;
    if (is(d, i, "cua"))
        i++;
    end = counted_laws(d, i);
    if (end > i)
        return end - at;
    if (is(d, i, "cac"))
        i++;
    end = changed_laws(d, i);
    return end > i ? end - at : 0;
}

static void
read_law(draft *d, size_t at)
{
    size_t used = 0, amending = amending_length(d, d->at), behind = d->at;
    bool partial = false;
    const law_name *name = law_match(d->list, at, &used, &partial);

    size_t numbered = numbered_length(d, behind);

    if (mark_before(d, behind) != GAP_BLANK && !(name && at + used <= behind))
        return;
    if (at && is(d, at - 1, "phap") && is(d, at, "luat"))
        return;
    if (name && at + used <= behind && is(d, at, "hien") &&
        !is_dated(d, behind) && !(at > 1 && are(d, at - 2, "can", "cu")))
        return;
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
    static const char *const words[] = {
        "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"};
    span exact;
    unsigned n;

    if (at >= d->list->count)
        return 0;
    exact = token_exact(d->list, at);
    n = term_roman(token_source(d->list, at));
    for (unsigned i = 0; !n && i < sizeof words / sizeof *words; i++)
        if (span_equal(exact, span_of(words[i])))
            n = i + 1;
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

    if (are(d, at, "hoi", "nghi"))
        at += 2;
    if (are(d, at, "trung", "uong"))
        at += 2;
    if (are(d, at, "lan", "thu"))
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
    if (are(d, d->at, "dai", "bieu"))
        d->at += 2;
    if (are(d, d->at, "toan", "quoc"))
        d->at += 2;
    if (is(d, d->at, "dang") && !is(d, d->at + 1, "bo"))
        d->at++;
    if (are(d, d->at, "dang", "bo")) {
        *local = true;
        d->at += 2;
        if (is(d, d->at, "tinh") || is(d, d->at, "xa") ||
            is(d, d->at, "huyen") || is(d, d->at, "phuong"))
            d->at++;
        else if (are(d, d->at, "thanh", "pho"))
            d->at += 2;
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

    if (is(d, d->at, "cua"))
        d->at++;
    if (!are(d, d->at, "dai", "hoi")) {
        d->at = start;
        return false;
    }
    d->at += 2;
    d->issuer = read_congress_organ(d, &local);
    if (are(d, d->at, "lan", "thu"))
        d->at += 2;
    number = ordinal_at(d, d->at);
    if (!number) {
        d->at = start;
        d->issuer = NULL;
        return false;
    }
    d->at++;
    if (is(d, d->at, "cua") && is(d, d->at + 1, "dang"))
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

    if (is(d, d->at - 1, "dang") || is(d, d->at, "dang")) {
        if (is(d, d->at, "dang"))
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

    if (!are(d, d->at, "lam", "viec") || !is(d, d->at + 2, "cua") ||
        !d->list->at[d->cite.first].upper ||
        (d->cite.first && is(d, d->cite.first - 1, "hanh")))
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

    if (is_law_kind(d->cite.act.kind)) {
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
