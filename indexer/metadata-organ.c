#include "indexer/metadata-organ.h"

#include <stdlib.h>

#include "common/text/word.h"
#include "indexer/metadata-naming.h"
#include "indexer/metadata-organlines.h"

enum { JOINT_MAX = 12, OPENING_TOKENS = 120, SIGNATURE_TOKENS = 12 };

typedef struct reader {
    arena *arena;
    organlines lines;
    const symbol *symbol; /* or NULL */
    date day;
    organ organ;
} reader;

static const organline *
lowest(const reader *r)
{
    return r->lines.count ? &r->lines.at[r->lines.count - 1] : NULL;
}

static const organline *
upper(const reader *r)
{
    return r->lines.count > 1 ? &r->lines.at[r->lines.count - 2] : NULL;
}

/* The tokens [first, last) are the official name of `who`. */
static bool
is_official(const reader *r, const issuer *who, const token_list *list,
    size_t first, size_t last)
{
    span words =
        span_slice(list->text, list->at[first].start, list->at[last - 1].end);

    return span_equal(normalize_folded(r->arena, words), span_of(who->folded));
}

/* The issuers that the letterhead names one after the other, and their names
 * joined by "; ". */
static size_t
find_joint(reader *r, const issuer *out[JOINT_MAX], span *names)
{
    size_t count = 0;

    *names = SPAN("");
    for (size_t l = 0; l < r->lines.count; l++) {
        const token_list *list = &r->lines.at[l].words;
        size_t first = 0;

        for (size_t i = 0; i < list->count && count < JOINT_MAX; i++) {
            size_t used;
            const issuer *who = issuer_match(list, i, &used);
            span name;

            if (!who)
                continue;
            name = is_official(r, who, list, first, i + used)
                       ? span_of(who->name)
                       : naming_of(r->arena, list, first, i + used);
            *names = arena_print(r->arena, "%.*s%s%.*s", SPAN_PRINT(*names),
                count ? "; " : "", SPAN_PRINT(name));
            out[count++] = who;
            i += used - 1;
            first = i + 1;
        }
    }
    return count;
}

static int
compare_scopes(const void *a, const void *b)
{
    const issuer *const *x = a;
    const issuer *const *y = b;

    return strcmp((*x)->scope, (*y)->scope);
}

/* Several organs with equal right: a joint kind, or letters of several. */
static bool
read_joint(reader *r, const kind *k)
{
    const issuer *all[JOINT_MAX];
    span names, letters = r->symbol ? r->symbol->letters : SPAN("");
    size_t count = find_joint(r, all, &names);
    bool joint = kind_has(k, KIND_JOINT) ||
                 span_find(letters, SPAN("LT"), 0) != SIZE_MAX ||
                 span_find(letters, SPAN("LN"), 0) != SIZE_MAX;

    if (count < 2 || !(joint || count > 2))
        return false;
    r->organ.issuer = all[0];
    r->organ.name = names;
    qsort(all, count, sizeof *all, compare_scopes);
    for (size_t i = 0; i < count; i++)
        if (!i || strcmp(all[i]->scope, all[i - 1]->scope))
            r->organ.issuers = arena_print(r->arena, "%.*s%s%s",
                SPAN_PRINT(r->organ.issuers), i ? "+" : "", all[i]->scope);
    return true;
}

/* "VĂN PHÒNG" below "TỈNH ỦY HẬU GIANG" is the Văn phòng Tỉnh ủy, below the
 * Central Committee the Văn phòng Trung ương. */
static organline
composite(const reader *r, const organline *low, const organline *high)
{
    bool central = high->issuer && !strcmp(high->issuer->scope, "tw");
    span name = central ? SPAN("Trung ương") : high->words.text;

    return organlines_make(
        r->arena, arena_print(r->arena, "%.*s %.*s",
                      SPAN_PRINT(low->words.text), SPAN_PRINT(name)));
}

/* A committee below an organisation of another sphere is that organisation's:
 * then the letters know better. */
static bool
is_foreign(const organline *low, const organline *high)
{
    return high && high->issuer && low->issuer &&
           high->issuer->sphere != low->issuer->sphere;
}

/* The place in the name of the lowest organ, else of those above it. */
static void
read_places(reader *r)
{
    for (size_t i = r->lines.count; i-- > 0;)
        locality_read(r->arena, &r->lines.at[i].words, &r->organ.at);
}

static span
with_province(const reader *r, span name)
{
    if (!r->organ.at.province || (r->organ.issuer && !r->organ.issuer->local))
        return name;
    return arena_print(r->arena, "%.*s %.*s", SPAN_PRINT(name),
        SPAN_PRINT(locality_name(r->arena, r->organ.at.province, r->day)));
}

/* The name of an organ that the letters know: "Tỉnh đoàn Hậu Giang", "Ủy ban
 * Mặt trận Tổ quốc Việt Nam thành phố Cần Thơ". */
static span
name_by_letters(const reader *r, const issuer *who)
{
    const organline *low = lowest(r), *high = upper(r);
    size_t start = 0, end = locality_first(&low->words, &start);
    span text = low->words.text;
    organline both;

    if (span_starts_with(span_of(who->folded), SPAN("tinh ")) &&
        r->organ.at.province)
        return arena_print(
            r->arena, "%s %s", who->name, r->organ.at.province->name);
    if (!end || !start || high->issuer != who)
        return with_province(r, span_of(who->name));
    start = low->words.at[start].start;
    both = organlines_make(r->arena,
        arena_print(r->arena, "%.*s%.*s %.*s",
            SPAN_PRINT(span_slice(text, 0, start)),
            SPAN_PRINT(high->words.text), SPAN_PRINT(span_from(text, start))));
    return naming_of(r->arena, &both.words, 0, both.words.count);
}

/* The official name, no longer than what the letterhead says of it. */
static span
official_name(const reader *r, const organline *l)
{
    span name = span_of(r->organ.issuer->name);
    token_list list = token_list_read(r->arena, name);

    if (!strcmp(r->organ.issuer->scope, "tw") && l->used < list.count &&
        l->used > 1 &&
        span_equal(token_folded(&list, 0), token_folded(&l->words, 0)) &&
        span_equal(token_folded(&list, l->used - 1),
            token_folded(&l->words, l->used - 1)))
        name.len = list.at[l->used - 1].end;
    return name;
}

/* Higher places behind the first one are no part of the name. */
static void
name_organ(reader *r, const organline *l)
{
    size_t start, end = locality_first(&l->words, &start);

    if (r->organ.issuer && !r->organ.issuer->local) {
        r->organ.name = official_name(r, l);
        return;
    }
    r->organ.name =
        naming_of(r->arena, &l->words, 0, end ? end : l->words.count);
    if (!end)
        r->organ.name = with_province(r, r->organ.name);
}

static void
read_single(reader *r)
{
    const organline *low = lowest(r), *high = upper(r);
    const issuer *letters = r->symbol ? r->symbol->issuer : NULL;
    bool foreign = is_foreign(low, high);

    r->organ.issuer = low ? low->issuer : NULL;
    if (low && r->organ.issuer && !foreign) {
        name_organ(r, low);
        return;
    }
    if (low && high && letters && letters->sphere == SPHERE_MASS) {
        r->organ.issuer = letters;
        r->organ.name = name_by_letters(r, letters);
        return;
    }
    if (low && high) {
        organline both = composite(r, low, high);

        if (both.issuer && both.used > low->used) {
            r->organ.issuer = both.issuer;
            name_organ(r, &both);
            return;
        }
    }
    if (!r->organ.issuer)
        r->organ.issuer = letters;
    if (low)
        name_organ(r, low);
    else if (letters)
        r->organ.name = with_province(r, span_of(letters->name));
}

/* An organ of the Central Committee's scope at token `i` of the text. */
static bool
refine(reader *r, const document *d, size_t i)
{
    size_t used;
    const issuer *who = issuer_match(&d->tokens, i, &used);

    if (!who || strcmp(who->scope, r->organ.issuer->scope) ||
        who == r->organ.issuer)
        return false;
    r->organ.issuer = who;
    r->organ.name = span_of(who->name);
    who = issuer_match(&d->tokens, i + used, &used);
    if (who && who != r->organ.issuer && !strcmp(who->scope, "tw"))
        r->organ.name =
            arena_print(r->arena, "%s, %s", r->organ.issuer->name, who->name);
    return true;
}

/* "Ban Bí thư quy định ... như sau:" */
static bool
decides(const document *d, size_t i)
{
    size_t used;

    return issuer_match(&d->tokens, i, &used) &&
           word_at(&d->tokens, i + used, WORD_DECIDES) > 0;
}

static bool
refine_by_zone(reader *r, const document *d, zone z, size_t most)
{
    for (size_t k = 0; k < d->zone_count; k++) {
        size_t i = token_list_find(&d->tokens, d->zones[k].start);
        size_t last = i + most;

        if (d->zones[k].zone != z)
            continue;
        for (; i < last && i < d->tokens.count; i++)
            if ((z == ZONE_SIGNATURE || decides(d, i)) && refine(r, d, i))
                return true;
        return false;
    }
    return false;
}

/* All acts of the Central Committee, the Bộ Chính trị and the Ban Bí thư bear
 * the Committee's letterhead. */
static void
refine_central(reader *r, const document *d, const head *h)
{
    if (!r->organ.issuer || strcmp(r->organ.issuer->scope, "tw"))
        return;
    if (h->title_organ != SIZE_MAX) {
        refine(r, d, h->title_organ);
        return;
    }
    if (!refine_by_zone(r, d, ZONE_SIGNATURE, SIGNATURE_TOKENS) &&
        !refine_by_zone(r, d, ZONE_BASIS, OPENING_TOKENS))
        refine_by_zone(r, d, ZONE_BODY, OPENING_TOKENS);
}

/* The organ is one that a place has: Tỉnh ủy, Ủy ban nhân dân. */
static bool
is_of_place(const reader *r)
{
    const organline *low = lowest(r);
    const issuer *who = low && low->issuer ? low->issuer
                        : r->symbol        ? r->symbol->issuer
                                           : NULL;

    return who && who->local && who->level != LEVEL_CENTRAL;
}

organ
organ_read(document *d, const head *h, const symbol *s, const kind *k, date day)
{
    reader r = {.arena = &d->arena, .symbol = s, .day = day};
    const place *by_date;

    r.lines = organlines_read(&d->arena, d, h);
    if (read_joint(&r, k))
        return r.organ;
    read_places(&r);
    locality_complete(&r.organ.at);
    by_date = locality_of_date(d, h, day);
    if (!by_date)
        by_date = locality_of_folder(&d->arena, d->id);
    if (!r.organ.at.province && by_date && is_of_place(&r)) {
        r.organ.at.province = by_date;
        locality_complete(&r.organ.at);
    }
    read_single(&r);
    refine_central(&r, d, h);
    return r.organ;
}

organ
organ_of_name(arena *a, span name, date day)
{
    reader r = {.arena = a, .day = day};

    r.lines.at[0] = organlines_make(a, name);
    r.lines.count = r.lines.at[0].words.count > 0;
    read_places(&r);
    locality_complete(&r.organ.at);
    read_single(&r);
    return r.organ;
}
