#include "indexer/metadata-locality.h"

#include "common/text/token-gap.h"
#include "common/text/word.h"

enum {
    NAME_MAX = 5,    /* tokens of a place */
    BEFORE_DATE = 6, /* tokens of the place before a date */
    /* Nghị quyết 202/2025/QH15: 34 provinces. */
    MERGER = 20250701,
    /* Nghị quyết 30/2026/QH16: Đồng Nai is a city. */
    DONG_NAI_CITY = 20260430
};

/* "TĨNH" of Hà Tĩnh is no "TỈNH": single words are compared with their marks,
 * where they have any. */
static bool
is_name(const token_list *list, size_t i, size_t used)
{
    return used == 1 && list->at[i].marked &&
           !word_at(list, i, WORD_PLACE_EXACT);
}

tier
locality_kind(const token_list *list, size_t i, size_t *used)
{
    static const struct {
        word_list words;
        tier rank;
    } tiers[] = {{WORD_PROVINCE_TIER, TIER_PROVINCE},
        {WORD_DISTRICT_TIER, TIER_DISTRICT}, {WORD_COMMUNE_TIER, TIER_COMMUNE}};

    for (size_t k = 0; k < sizeof tiers / sizeof *tiers; k++)
        if ((*used = word_at(list, i, tiers[k].words)) > 0)
            return is_name(list, i, *used) ? TIER_NONE : tiers[k].rank;
    return TIER_NONE;
}

/* The words of the name from `i` on: up to a comma, a dash or the next kind. */
static size_t
name_end(const token_list *list, size_t i)
{
    size_t end = i, used;

    while (end < list->count && end < i + NAME_MAX) {
        if (end > i && locality_kind(list, end, &used) != TIER_NONE)
            break;
        end++;
        if (gap_behind(list, end - 1).mark != GAP_BLANK)
            break;
    }
    return end;
}

size_t
locality_first(const token_list *list, size_t *start)
{
    size_t used;

    for (size_t i = 0; i < list->count; i++)
        if (locality_kind(list, i, &used) != TIER_NONE &&
            i + used < list->count) {
            *start = i;
            return name_end(list, i + used);
        }
    return 0;
}

static span
slug_of(arena *a, const token_list *list, size_t first, size_t last)
{
    size_t start = list->at[first].start, end = list->at[last - 1].end;

    return place_slug(a, span_slice(list->text, start, end));
}

void
locality_read(arena *a, const token_list *list, locality *l)
{
    for (size_t i = 0; i < list->count; i++) {
        size_t used, length, end;
        tier t = locality_kind(list, i, &used);
        const place *p;

        if (t == TIER_NONE)
            continue;
        i += used;
        end = name_end(list, i);
        if (i >= list->count || end == i)
            return;
        p = t == TIER_PROVINCE ? place_match(list, i, &length) : NULL;
        if (!p && t == TIER_PROVINCE)
            p = place_by_name(span_slice(
                list->text, list->at[i].start, list->at[end - 1].end));
        if (p && !l->province)
            l->province = p;
        /* A city of a province has the rank of a district. */
        if (!p && t != TIER_COMMUNE && !l->district.len)
            l->district = slug_of(a, list, i, end);
        if (t == TIER_COMMUNE && !l->commune.len)
            l->commune = slug_of(a, list, i, end);
        i = end - 1;
    }
}

const place *
locality_of_date(const document *d, const head *h, date day)
{
    const place *capital = NULL;
    size_t used;

    if (h->date == SIZE_MAX || h->statement)
        return NULL;
    for (size_t back = 1; back <= BEFORE_DATE && back <= h->date; back++) {
        size_t i = h->date - back;
        const place *p = place_match(&d->tokens, i, &used);

        if (p && i + used == h->date)
            return p;
        p = place_by_capital(&d->tokens, i, &used);
        if (p && i + used == h->date)
            capital = p;
    }
    if (capital && date_number(day) >= MERGER)
        return place_by_slug(span_of(capital->now));
    return capital;
}

/* "Tinh Hau Giang", "hau-giang", "Hậu Giang" */
static const place *
place_of_folder(arena *a, span name)
{
    span slug = place_slug(a, name);

    return place_by_slug(span_from(slug, word_head(slug, '-', WORD_PROVINCE)));
}

const place *
locality_of_folder(arena *a, span id)
{
    const place *found = NULL;
    span folder, rest = id;

    while (span_next_field(&rest, '/', &folder) && rest.ptr) {
        const place *p = place_of_folder(a, folder);

        found = p ? p : found;
    }
    return found;
}

void
locality_complete(locality *l)
{
    if (!l->province && l->district.len)
        l->province = place_of_district(l->district);
}

span
locality_path(arena *a, const locality *l)
{
    span path;

    if (!l->province)
        return SPAN("");
    path = span_of(l->province->slug);
    if (l->district.len)
        path = arena_print(
            a, "%.*s.%.*s", SPAN_PRINT(path), SPAN_PRINT(l->district));
    if (l->commune.len)
        path = arena_print(
            a, "%.*s.%.*s", SPAN_PRINT(path), SPAN_PRINT(l->commune));
    return path;
}

span
locality_name(arena *a, const place *province, date day)
{
    bool city = province->municipality;

    if (!strcmp(province->slug, "dong-nai"))
        city = date_number(day) >= DONG_NAI_CITY;
    return arena_print(a, "%s %s", city ? "thành phố" : "tỉnh", province->name);
}
