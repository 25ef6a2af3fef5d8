#include "common/text/citation-attribute.h"

#include "common/text/place.h"
#include "common/text/term.h"
#include "common/text/token-gap.h"
#include "common/text/utf8.h"
#include "common/text/word.h"

enum { NAME_MAX = 12, PLACE_MAX = 4, JOINT_MAX = 5 };

static gap_mark
mark_before(const draft *d, size_t at)
{
    /* The bracket of "823/PV11(CS)" belongs to the symbol. */
    if (at && d->cite.end > d->list->at[at - 1].end && d->at == at)
        return GAP_BLANK;
    return at ? gap_behind(d->list, at - 1).mark : GAP_OTHER;
}

/* "tỉnh", "thành phố" without a name: the carrier's own. */
static size_t
unnamed_place(const draft *d, size_t at)
{
    return mark_before(d, at) == GAP_BLANK
               ? word_at(d->list, at, WORD_ANY_PLACE)
               : 0;
}

/* "huyện Châu Thành", "thị xã Ngã Năm", "Quận 1": tokens, and its slug. */
static size_t
lower_place(const draft *d, size_t at, span *slug)
{
    size_t name, end;
    bool town = draft_is(d, at, "thi") && draft_is(d, at + 1, "xa");

    if (mark_before(d, at) != GAP_BLANK ||
        !(town || word_at(d->list, at, WORD_LEVEL)))
        return 0;
    name = end = at + (town ? 2 : 1);
    while (end < d->list->count && end - name < PLACE_MAX &&
           (d->list->at[end].upper || d->list->at[end].number) &&
           mark_before(d, end) == GAP_BLANK)
        end++;
    if (end == name)
        return 0;
    *slug =
        place_slug(d->arena, span_slice(d->list->text, d->list->at[name].start,
                                 d->list->at[end - 1].end));
    return end - at;
}

static void
read_place(draft *d)
{
    span lower = SPAN("");
    size_t used = lower_place(d, d->at, &lower);
    const place *found;
    size_t behind = d->at + used;
    gap_mark mark = mark_before(d, behind);

    found = mark == GAP_BLANK || (used && mark == GAP_COMMA)
                ? place_match(d->list, behind, &used)
                : NULL;
    if (found) {
        d->at = behind + used;
        d->cite.act.place = lower.len ? arena_print(d->arena, "%s.%.*s",
                                            found->slug, SPAN_PRINT(lower))
                                      : span_of(found->slug);
        return;
    }
    d->at = behind;
    if (!lower.len)
        d->at += unnamed_place(d, d->at);
}

/* Adds the scope of one more issuer of a joint act, in the order of the
 * alphabet. */
static void
add_joint(draft *d, const issuer *more)
{
    span rest = d->cite.act.issuers, one, joined = SPAN("");
    bool done = false;

    if (!rest.len && d->issuer)
        rest = span_of(d->issuer->scope);
    while (span_next_field(&rest, '+', &one)) {
        if (span_equal(one, span_of(more->scope)))
            return;
        if (!done && span_compare(span_of(more->scope), one) < 0) {
            joined = arena_print(d->arena, "%.*s%s%s", SPAN_PRINT(joined),
                joined.len ? "+" : "", more->scope);
            done = true;
        }
        joined = arena_print(d->arena, "%.*s%s%.*s", SPAN_PRINT(joined),
            joined.len ? "+" : "", SPAN_PRINT(one));
    }
    if (!done)
        joined = arena_print(d->arena, "%.*s%s%s", SPAN_PRINT(joined),
            joined.len ? "+" : "", more->scope);
    d->cite.act.issuers = joined;
}

/* In "liên Bộ Nội vụ - Tài chính" the second name lacks its word. */
static const issuer *
second_ministry(const draft *d, size_t at, size_t *used)
{
    size_t end = at, tokens = 0;
    const issuer *found;
    token_list list;

    while (end < d->list->count && tokens < NAME_MAX &&
           (end == at || !d->list->at[end].breaks))
        end++, tokens++;
    if (end == at)
        return NULL;
    list = token_list_read(
        d->arena, arena_print(d->arena, "Bộ %.*s",
                      (int)(d->list->at[end - 1].end - d->list->at[at].start),
                      d->list->text.ptr + d->list->at[at].start));
    found = issuer_match(&list, 0, used);
    *used = found ? *used - 1 : 0;
    return found;
}

/* True if `more` can stand beside the issuer: another of a joint act, or a
 * central organ of the same series ("của Bộ Chính trị, Ban Bí thư").  A local
 * organ behind a comma is who acts next. */
static bool
goes_together(const draft *d, const issuer *more)
{
    if (kind_has(d->cite.act.kind, KIND_JOINT))
        return true;
    return !more->local && !strcmp(more->scope, d->issuer->scope);
}

/* Further issuers. */
static void
read_more_issuers(draft *d)
{
    for (int n = 0; n < JOINT_MAX; n++) {
        size_t at = d->at, used = 0;
        gap_mark mark = mark_before(d, at);
        const issuer *more;

        if (mark == GAP_BLANK && draft_is(d, at, "va"))
            at++;
        else if (mark != GAP_COMMA && mark != GAP_DASH)
            return;
        more = issuer_match(d->list, at, &used);
        if (!more && kind_has(d->cite.act.kind, KIND_JOINT) && mark == GAP_DASH)
            more = second_ministry(d, at, &used);
        if (!more || !goes_together(d, more))
            return;
        if (kind_has(d->cite.act.kind, KIND_JOINT))
            add_joint(d, more);
        d->at = at + used;
    }
}

/* Weak names, which stand for the central organs only behind "của". */
static const issuer *
weak_issuer(const draft *d, size_t at, size_t *used)
{
    *used = 0;
    if (draft_is(d, at, "trung") && draft_is(d, at + 1, "uong"))
        *used = 2;
    else if (at < d->list->count &&
             span_equal(token_exact(d->list, at), SPAN("đảng")) &&
             d->list->at[at].upper)
        *used = 1;
    return *used ? issuer_by_id(SPAN("tw")) : NULL;
}

/* "Hội nghị lần thứ bảy", "Hội nghị Trung ương 7", "Hội nghị Trung ương lần
 * thứ 7": tokens up to the name of the organ or the number. */
static size_t
plenum_length(const draft *d, size_t at)
{
    size_t i = at;

    if (!draft_is(d, i, "hoi") || !draft_is(d, i + 1, "nghi"))
        return 0;
    i += 2;
    if (draft_is(d, i, "trung") && draft_is(d, i + 1, "uong"))
        i += 2;
    if (draft_is(d, i, "lan") && draft_is(d, i + 1, "thu"))
        i += 2;
    if (i == at + 2 || i >= d->list->count)
        return 0;
    return i + 1 - at;
}

bool
attribute_read_issuer(draft *d)
{
    size_t used = 0, plenum = plenum_length(d, d->at);
    const issuer *found;

    if (plenum && d->at + plenum < d->list->count + 1) {
        d->at += plenum;
        found = issuer_match(d->list, d->at, &used);
        if (found && !strcmp(found->scope, "tw") &&
            mark_before(d, d->at) == GAP_BLANK)
            d->at += used;
        d->issuer = issuer_by_id(SPAN("tw"));
        return true;
    }
    if (draft_is(d, d->at, "lien") && draft_is(d, d->at + 1, "bo"))
        d->at++;
    found = issuer_match(d->list, d->at, &used);
    if (!found)
        found = weak_issuer(d, d->at, &used);
    if (!found)
        return false;
    d->issuer = found;
    d->at += used;
    if (found->local)
        read_place(d);
    read_more_issuers(d);
    if (!strcmp(found->scope, "tw") && mark_before(d, d->at) == GAP_BLANK) {
        if (draft_is(d, d->at, "dang") && d->list->at[d->at].upper)
            d->at++;
    }
    return true;
}

static bool
ends_name(const draft *d, size_t at)
{
    return !d->list->at[at].upper && word_at(d->list, at, WORD_ENDS_ORGAN);
}

/* "của Thuế thành phố Hà Nội": an organ that is not in the table. */
static bool
read_unknown_issuer(draft *d)
{
    size_t at = d->at, used;

    while (at < d->list->count && at - d->at < NAME_MAX &&
           mark_before(d, at) == GAP_BLANK && !ends_name(d, at) &&
           !kind_match(d->list, at, &used))
        at++;
    if (at == d->at || !d->list->at[d->at].upper)
        return false;
    d->at = at;
    return true;
}

static bool
read_issuer(draft *d)
{
    size_t start = d->at;
    gap_mark mark = mark_before(d, start);

    if (d->issuer || mark != GAP_BLANK)
        return false;
    if (plenum_length(d, start))
        return attribute_read_issuer(d);
    if (!draft_is(d, start, "cua") && !draft_is(d, start, "do"))
        return false;
    d->at++;
    if (mark_before(d, d->at) == GAP_BLANK) {
        if (attribute_read_issuer(d)) {
            if (draft_is(d, start, "cua"))
                return true;
            if (draft_is(d, d->at, "ban") && draft_is(d, d->at + 1, "hanh")) {
                d->at += 2;
                return true;
            }
            /* "do Bộ Công Thương thực hiện" is no part of the name. */
            d->issuer = NULL;
            d->cite.act.place = SPAN("");
        } else if (draft_is(d, start, "cua") && d->cite.numbered &&
                   read_unknown_issuer(d))
            return true;
    }
    d->at = start;
    return false;
}

static bool
read_term(draft *d)
{
    gap_mark mark = mark_before(d, d->at);
    size_t used = 0;
    char term;

    if (d->term || (mark != GAP_BLANK && mark != GAP_COMMA && mark != GAP_OPEN))
        return false;
    term = term_match(d->list, d->at, &used, &d->term_number);
    if (!term)
        return false;
    d->term = term;
    d->at += used;
    return true;
}

/* "được Quốc hội khóa XI, kỳ họp thứ 4 thông qua ngày": tokens up to "ngày",
 * 0 if it does not stand here. */
static size_t
adoption_length(const draft *d, size_t at)
{
    size_t i = at;

    if (draft_is(d, i, "da"))
        i++;
    if (!draft_is(d, i, "duoc") || !draft_is(d, i + 1, "quoc") ||
        !draft_is(d, i + 2, "hoi"))
        return 0;
    for (; i < d->list->count && i - at < NAME_MAX * 2; i++) {
        if (i > at && d->list->at[i].breaks)
            return 0;
        if (draft_is(d, i, "thong") && draft_is(d, i + 1, "qua") &&
            draft_is(d, i + 2, "ngay"))
            return i + 2 - at;
    }
    return 0;
}

static size_t
date_lead(const draft *d, size_t at)
{
    if (draft_is(d, at, "ky") && draft_is(d, at + 1, "ngay"))
        return 1;
    if (draft_is(d, at, "ban") && draft_is(d, at + 1, "hanh") &&
        draft_is(d, at + 2, "ngay"))
        return 2;
    return d->named && !d->cite.numbered ? adoption_length(d, at) : 0;
}

/* "Ngày 28 tháng 11 năm 2025" on a line of its own below a title. */
static bool
starts_line(const draft *d, size_t at)
{
    return d->list->at[at].line && d->list->at[at].upper &&
           !d->list->at[at].capitals;
}

static bool
read_date(draft *d)
{
    gap_mark mark = mark_before(d, d->at);
    size_t lead, used = 0;
    date found;

    if (starts_line(d, d->at))
        return false;
    if (d->cite.act.date.year || d->cite.act.date.day ||
        (mark != GAP_BLANK && mark != GAP_COMMA && mark != GAP_OPEN))
        return false;
    lead = date_lead(d, d->at);
    if (mark == GAP_COMMA && !draft_is(d, d->at + lead, "ngay"))
        return false;
    if (d->at + lead >= d->list->count)
        return false;
    if (d->list->at[d->at + lead].number) {
        /* "Luật Tố cáo 2018": a year without its word, of laws only. */
        if (!d->named || d->cite.numbered || mark != GAP_BLANK ||
            token_source(d->list, d->at).len != 4)
            return false;
        found = date_parse(token_source(d->list, d->at));
        used = 1;
    } else {
        found = date_match(d->list, d->at + lead, &used);
    }
    if (!date_is_set(found))
        return false;
    d->cite.act.date = found;
    d->at += lead + used;
    return true;
}

bool
attribute_read(draft *d)
{
    if (d->at >= d->list->count || draft_starts_paragraph(d->list, d->at))
        return false;
    return read_date(d) || read_term(d) || read_issuer(d);
}
