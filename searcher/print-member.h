/* print-member: documents and references inside JSON.
 *
 * What every answer of the command line and of the server shares; ranges
 * count code points.
 */
#ifndef SEARCHER_PRINT_MEMBER_H
#define SEARCHER_PRINT_MEMBER_H

#include "common/base/json.h"
#include <tracuu.h>

/* A member that is null if there is nothing. */
void print_member_text(json *j, const char *name, const char *value);

/* What every mention of a document has, inside an object that is open. */
void print_member_members(json *j, const tracuu_document *d);

void print_member_document(json *j, const tracuu_document *d);

/* All that is known of it. */
void print_member_whole(json *j, const tracuu_document *d);

/* An array of documents under a name. */
void print_member_documents(
    json *j, const char *name, const tracuu_document *const *all, size_t count);

/* [start,end] of bytes of `text`, in code points. */
void print_member_range(json *j, span text, tracuu_range range);

void print_member_reference(json *j, const tracuu_reference *r);

#endif
