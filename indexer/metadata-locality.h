/* locality: the places that the name of an organ tells.
 *
 *     ỦY BAN NHÂN DÂN XÃ NA NGOI, HUYỆN KỲ SƠN, TỈNH NGHỆ AN
 *     HUYỆN ỦY CHÂU THÀNH A        QUẬN ỦY NINH KIỀU        TỈNH ỦY HẬU GIANG
 *
 * Words of kind (tỉnh, huyện, xã, ...) name the place behind them; what a
 * higher organ above or the place-date line says completes it.
 */
#ifndef INDEXER_LOCALITY_H
#define INDEXER_LOCALITY_H

#include "common/text/place.h"
#include "indexer/metadata-head.h"

typedef enum tier {
    TIER_NONE,
    TIER_PROVINCE,
    TIER_DISTRICT,
    TIER_COMMUNE
} tier;

typedef struct locality {
    const place *province;
    span district, commune; /* slugs, or empty */
} locality;

/* What kind of place the words at `i` announce, `*used` tokens of them; the
 * committees of the Party are called by their place's kind. */
tier locality_kind(const token_list *list, size_t i, size_t *used);

/* Adds what the name in `list` tells and `l` does not know yet. */
void locality_read(arena *a, const token_list *list, locality *l);

/* The end of the first place that a name tells with its kind ("tỉnh Hậu
 * Giang"),
 * `*start` the token of that kind; 0 if there is none. */
size_t locality_first(const token_list *list, size_t *start);

/* The province of the line "Vị Thanh, ngày 15 tháng 11 năm 2021", by its own
 * name or that of its capital; NULL if it names none. */
const place *locality_of_date(const document *d, const head *h, date day);

/* The province that a folder of the document's id is named after, the inmost
 * one that is: "van-ban/Hau Giang/59-CTr-TU.txt"; NULL if none is. */
const place *locality_of_folder(arena *a, span id);

/* The province of a district whose name no other province has. */
void locality_complete(locality *l);

/* The path of a canonical key, "hau-giang.chau-thanh-a.tan-hoa"; empty without
 * a province. */
span locality_path(arena *a, const locality *l);

/* "tỉnh Hậu Giang", "thành phố Cần Thơ". */
span locality_name(arena *a, const place *province, date day);

#endif
