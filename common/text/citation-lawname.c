#include "common/text/citation-lawname.h"

#include "common/text/law.h"
#include "common/text/symbol.h"
#include "common/text/token-gap.h"
#include "common/text/word.h"

enum {
    NAME_MAX = 16,
    PARTS_MAX = 30 /* tokens of what an amending law changes */
};

/* True if the number, the day or the year of a law follows at `at`. */
bool
lawname_is_dated(const draft *d, size_t at)
{
    size_t used = 0;
    date found;

    if (at >= d->list->count)
        return false;
    if (draft_is(d, at, "so") && at + 1 < d->list->count &&
        d->list->at[at + 1].number)
        return true;
    if (draft_is(d, at, "nam") || draft_is(d, at, "ngay")) {
        found = date_match(d->list, at, &used);
        return found.year > 0;
    }
    return false;
}

/* Behind the number of the law at `at` in a list of laws with numbers: "Luật
 * Đất đai số 31/2024/QH15, Luật Nhà ở số 27/2023/QH15". */
static size_t
skip_number(const draft *d, size_t at)
{
    size_t used, n;
    bool partial;
    symbol s;

    if (!draft_is(d, at, "so") ||
        !symbol_match(d->arena, d->list, at + 1, false, &s, &used))
        return at;
    n = at + 1 + used;
    if (draft_is(d, n, "va"))
        n++;
    else if (draft_mark_before(d, n) != GAP_COMMA)
        return at;
    return law_match(d->list, n, &(size_t){0}, &partial) ? at + 1 + used : at;
}

static size_t
skip_last(const draft *d, size_t at)
{
    size_t used;
    symbol s;

    return symbol_match(d->arena, d->list, at + 1, false, &s, &used)
               ? at + 1 + used
               : at;
}

/* The laws that an amending law changes: "Luật X, Luật Y và Luật Z"; a law
 * "(sửa đổi)" is another of the text.  The token behind them, `at` if there
 * are none. */
static size_t
changed_laws(const draft *d, size_t at)
{
    size_t i = at, first = at, used;
    bool partial, numbered = false;

    for (int n = 0; n < NAME_MAX; n++) {
        size_t end;

        if (!law_match(d->list, i, &used, &partial))
            break;
        end = skip_number(d, i + used);
        numbered |= end > i + used;
        i = end;
        if (!n)
            first = i;
        if (draft_is(d, i, "va") &&
            law_match(d->list, i + 1, &used, &partial)) {
            i += 1 + used;
            if (numbered && draft_is(d, i, "so"))
                i = skip_last(d, i);
            return i;
        }
        if (draft_mark_before(d, i) != GAP_COMMA)
            break;
    }
    return draft_mark_before(d, i) == GAP_OPEN && draft_are(d, i, "sua", "doi")
               ? first
               : i;
}

/* "Luật Quản lý và đầu tư vốn nhà nước tại doanh nghiệp số 68/2025/QH15":
 * the tokens of a name up to its number, 0 if none follows in the clause. */
size_t
lawname_numbered(const draft *d, size_t at)
{
    size_t used;
    symbol s;

    for (size_t i = at; i < d->list->count && i - at < PARTS_MAX; i++) {
        gap_mark mark = draft_mark_before(d, i);

        if (i > at && draft_is(d, i, "so") &&
            symbol_match(d->arena, d->list, i + 1, false, &s, &used))
            return s.issuer && s.term ? i - at : 0;
        if ((mark != GAP_BLANK && (mark != GAP_COMMA || i == at)) ||
            draft_starts_paragraph(d->list, i) ||
            kind_match(d->list, i, &used) ||
            word_at(d->list, i, WORD_ENDS_NUMBERED_LAW))
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

    if (at + 1 >= d->list->count || !draft_is(d, at + 1, "luat") ||
        !(d->list->at[at].number || draft_is(d, at, "cac")))
        return at;
    if (lawname_numbered(d, i))
        return i + lawname_numbered(d, i);
    while (i < d->list->count && i - at < NAME_MAX && !lawname_is_dated(d, i) &&
           draft_mark_before(d, i) == GAP_BLANK && !d->list->at[i].line)
        i++;
    return lawname_is_dated(d, i) ? i : at + 2;
}

/* "Điều 6 và Phụ lục 4 về Danh mục ... của Luật X": the token of the law, 0
 * if none follows in the clause. */
static size_t
changed_parts(const draft *d, size_t at)
{
    size_t used;
    bool partial;

    if (!draft_is(d, at, "dieu") && !draft_is(d, at, "khoan") &&
        !draft_is(d, at, "diem"))
        return 0;
    for (size_t i = at; i < d->list->count && i - at < PARTS_MAX; i++) {
        gap_mark mark = draft_mark_before(d, i);

        if (mark != GAP_BLANK && mark != GAP_COMMA)
            return 0;
        if (draft_is(d, i, "cua") && law_match(d->list, i + 1, &used, &partial))
            return i + 1;
        if (i > at && draft_is(d, i, "nghi") && draft_is(d, i + 1, "dinh"))
            return 0;
    }
    return 0;
}

/* "Luật sửa đổi, bổ sung một số điều của Luật X và Luật Y" is one law: its
 * tokens behind the kind, 0 if it is no such name. */
size_t
lawname_amending(const draft *d, size_t at)
{
    size_t i = at, end;

    if (!draft_are(d, i, "sua", "doi"))
        return 0;
    i += 2;
    if (draft_are(d, i, "bo", "sung"))
        i += 2;
    end = changed_parts(d, i);
    if (end)
        return changed_laws(d, end) - at;
    if (draft_are(d, i, "mot", "so") && draft_is(d, i + 2, "dieu"))
        i += 3;
    if (draft_is(d, i, "cua"))
        i++;
    end = counted_laws(d, i);
    if (end > i)
        return end - at;
    if (draft_is(d, i, "cac"))
        i++;
    end = changed_laws(d, i);
    return end > i ? end - at : 0;
}
