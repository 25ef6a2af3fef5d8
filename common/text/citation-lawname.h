/* lawname: how far the name of a law goes that the table does not have.
 *
 *     Luật Quản lý và đầu tư vốn nhà nước tại doanh nghiệp số 68/2025/QH15
 *     Luật sửa đổi, bổ sung một số điều của Luật X, Luật Y và Luật Z
 *     Luật sửa đổi, bổ sung Điều 6 và Phụ lục 4 về ... của Luật X
 *     Luật sửa đổi, bổ sung 10 luật có liên quan đến an ninh, trật tự
 */
#ifndef TEXT_LAWNAME_H
#define TEXT_LAWNAME_H

#include "common/text/citation-draft.h"

/* True if the number, the day or the year of a law stands at token `at`. */
bool lawname_is_dated(const draft *d, size_t at);

/* Tokens from `at`, behind the kind, up to the "số" of the law's symbol; 0 if
 * none stands in the clause. */
size_t lawname_numbered(const draft *d, size_t at);

/* Tokens of the name of a law that changes others, from `at`, behind the
 * kind; 0 if it is no such name. */
size_t lawname_amending(const draft *d, size_t at);

#endif
