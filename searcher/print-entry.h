/* print-entry: a document in a list of a terminal.
 */
#ifndef SEARCHER_PRINT_ENTRY_H
#define SEARCHER_PRINT_ENTRY_H

#include "searcher/print-page.h"

/* Number, date and issuer with the marks that people must not miss ("hết hiệu
 * lực", "chưa có văn bản") on the line that is begun, which ends. */
void print_entry_head(
    strbuf *out, const print_style *s, const tracuu_document *d);

/* The same with the title below it, indented. */
void print_entry_put(
    strbuf *out, const print_style *s, const tracuu_document *d, size_t indent);

/* Other articles of an act, on one line: "cũng: Điều 6. Thành phần; Điều 9". */
void print_entry_parts(strbuf *out, const print_style *s,
    const tracuu_document *const *parts, size_t count, size_t indent);

/* The acts that one number means, with what tells them apart. */
void print_entry_list(strbuf *out, const print_style *s,
    const tracuu_document *const *documents, size_t count);

#endif
