/* name: how a page says who a document is.
 */
#ifndef SERVER_NAME_H
#define SERVER_NAME_H

#include "searcher/server/page-sheet.h"

/* "Chỉ thị 48-CT/TW", or its title, or its id. */
const char *name_of(sheet *s, const tracuu_document *d);

/* "22/10/2010" */
const char *name_date(sheet *s, const char *iso);

/* "khóa X", "nhiệm kỳ 2020-2025"; "" if none. */
const char *name_term(sheet *s, const char *code);

/* "còn hiệu lực" with a capital. */
const char *name_status(sheet *s, const char *code);

/* "Thực hiện", "implements": of what the document says of another, or
 * (`incoming`) another of it. */
const char *name_relation(
    sheet *s, const char *code, const char *label, bool incoming);

/* "Chỉ thị 48-CT/TW, Bộ Chính trị, 22/10/2010, còn hiệu lực: về ...": for
 * the title of a link. */
const char *name_line(sheet *s, const tracuu_document *d);

/* "Chỉ thị số 48-CT/TW ngày 22/10/2010 của Bộ Chính trị về ...", as acts cite
 * each other, whatever the language of the page. */
const char *name_citation(sheet *s, const tracuu_document *d);

/* The line that clerks read first: kind and number, issuer, date, term, and
 * the status at its end; with `link` the name is a link. */
void name_identity(sheet *s, const tracuu_document *d, const char *link);

/* The status as a sign and words: the shape says it without the colour. */
void name_badge(sheet *s, const tracuu_document *d);

/* A value of a facet as people read it: "k10" is "khóa X". */
const char *name_value(sheet *s, const char *facet, const char *value);

#endif
