/* extent: whether a mention means an act as a whole, or something in it.
 *
 *     thay thế Nghị định số 110/2004/NĐ-CP                    whole
 *     bãi bỏ Điều 5 Nghị định số 110/2004/NĐ-CP               a provision
 *     bãi bỏ một số điều của Nghị định số 110/2004/NĐ-CP      a part
 *     thay biểu số 4 ban hành kèm theo Nghị định số ...       a part
 *
 * A preposition in front of the mention makes it the owner of what was named
 * before; in an enumeration that holds for all that follow.
 */
#ifndef DOCUMENT_EXTENT_H
#define DOCUMENT_EXTENT_H

#include "common/document/record.h"

/* One truth value a mention of `r`, in the arena: it means the whole act. */
bool *extent_read(arena *a, const record *r);

#endif
