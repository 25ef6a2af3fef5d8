/* initials: laws by the first letters of their name.
 *
 *     luật QLT 2019   Luật Quản lý thuế     luật HN&GĐ   Hôn nhân và gia đình
 *     BLLĐ            Bộ luật Lao động      luật htx     Hợp tác xã
 *
 * As people type them; "và" and "của" may be left out.  Where several names
 * have the same initials, the year tells them apart, or else the latest law
 * is meant.
 */
#ifndef TEXT_INITIALS_H
#define TEXT_INITIALS_H

#include "common/text/law.h"

/* The name that starts at token `at` (at "luật", "bộ luật", "pháp lệnh", or at
 * BL- and PL- and the initials in one); `*used` is its tokens, without a year.
 * NULL if none does. */
const law_name *initials_match(const token_list *list, size_t at, size_t *used);

#endif
