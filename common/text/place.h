/* place: provinces as they were and as they are.
 *
 * 63 provinces before 1 July 2025, 34 after it (Nghị quyết 202/2025/QH15).  A
 * document keeps the province that issued it; a search for a new one offers
 * the old ones that formed it.  Districts and communes are recognised by
 * their words (huyện, quận, thị xã, xã, phường + capitalised name).
 */
#ifndef TEXT_PLACE_H
#define TEXT_PLACE_H

#include "common/base/arena.h"
#include "common/base/span.h"
#include "common/text/token.h"

typedef struct place {
    const char *slug;    /* of canonical keys: "hau-giang" */
    const char *name;    /* "Hậu Giang" */
    const char *folded;  /* "hau giang" */
    const char *now;     /* slug of the province it belongs to today */
    const char *capital; /* folded name of its capital town, or "" */
    bool municipality;   /* thành phố trực thuộc trung ương */
} place;

/* The provinces of today began on the first of this month. */
enum { PLACE_MERGED_YEAR = 2025, PLACE_MERGED_MONTH = 7 };

size_t place_count(void);
const place *place_at(size_t i);
const place *place_by_slug(span slug);

/* By name, any case, with or without diacritics, spelling variants (Đắk, Đăk,
 * Đắc) and abbreviations (TP.HCM) included. */
const place *place_by_name(span name);

/* The province whose name starts at token `at`, with or without "tỉnh" or
 * "thành phố" before it; the name must be capitalised unless the whole list
 * is a query.  NULL if none does. */
const place *place_match(const token_list *list, size_t at, size_t *used);

/* The province whose capital town is named at token `at` (Tam Kỳ: Quảng Nam):
 * for the place-date line. */
const place *place_by_capital(const token_list *list, size_t at, size_t *used);

/* The province of a district by its slug ("phu-binh"), as it was when the
 * district level ended; NULL if several provinces have one of that name. */
const place *place_of_district(span slug);

/* "chau-thanh" for "Châu Thành". */
span place_slug(arena *a, span name);

/* The first `levels` (1 or more) slugs of "lam-dong.duc-trong.hiep-thanh":
 * the place of an organ that stands higher. */
span place_above(span path, unsigned levels);

#endif
