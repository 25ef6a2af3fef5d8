/* law: the laws that people cite by name.
 *
 * "Luật Đất đai" is 13/2003/QH11, 45/2013/QH13 or 31/2024/QH15, as the year,
 * the day or the time of citing has it.  The table holds laws, codes,
 * ordinances and the Constitution with the day of adoption.
 */
#ifndef TEXT_LAW_H
#define TEXT_LAW_H

#include "common/text/date.h"
#include "common/text/token.h"

typedef struct law {
    const char *number; /* "31/2024/QH15"; "" for the Constitution */
    uint32_t adopted;   /* YYYYMMDD, unknown parts 0 */
} law;

typedef struct law_name {
    const char *kind; /* code: "l", "bl", "pl", "hp" */
    const char *word; /* a name of one syllable, with its marks; or "" */
    unsigned short first, count; /* its laws, the oldest first */
} law_name;

/* The name that starts at token `at` (at "Luật", "Bộ luật", "Pháp lệnh",
 * "Hiến pháp" or an abbreviation such as BLHS).  `*approximate` is set when
 * only a part of the name stands there.  NULL if none does. */
const law_name *law_match(
    const token_list *list, size_t at, size_t *used, bool *approximate);

/* The code that people call a law at token `at`, "luật lao động" for "Bộ luật
 * Lao động"; NULL if none stands there.  For queries: in running text the
 * words may mean any law of the field. */
const law_name *law_match_code(const token_list *list, size_t at, size_t *used);

/* The name that stands at token `at` without its kind: "đất đai" for "Luật Đất
 * đai".  For queries that are nothing else: in a sentence the words are a
 * subject. */
const law_name *law_match_subject(
    const token_list *list, size_t at, size_t *used);

/* The name's laws, name->count of them, the oldest first. */
const law *law_all(const law_name *name);

/* Which law of that name is meant: the one of `stated` (a day or a year) if
 * any; else the latest adopted by `citing`; else the latest.  NULL if
 * `stated` agrees with none. */
const law *law_choose(const law_name *name, date stated, date citing);

/* The names as the table has them, folded, with their kind; for who looks
 * them up in another way. */
size_t law_phrase_count(void);
const char *law_phrase_at(size_t i, const law_name **name, bool *approximate);

#endif
