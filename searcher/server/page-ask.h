/* ask: what the address of a page asks for, and addresses that ask for
 * something else.
 *
 * The address has the whole state of a search:
 *
 *     /search?q=phòng chống tội phạm&kind=chỉ thị&from=2010&sort=newest&page=2
 */
#ifndef SERVER_ASK_H
#define SERVER_ASK_H

#include "searcher/server/page-sheet.h"

typedef enum ask_filter {
    ASK_KIND,
    ASK_ISSUER,
    ASK_PLACE,
    ASK_TERM,
    ASK_STATUS,
    ASK_SECRECY,
    ASK_YEAR,
    ASK_FROM,
    ASK_TO,
    ASK_FILTERS
} ask_filter;

enum { ASK_PAGE_SIZE = 10, ASK_PAGES = 100 };

typedef struct ask {
    const char *q;                    /* never NULL */
    const char *filters[ASK_FILTERS]; /* "" if not chosen */
    const char *sort;                 /* "newest", "oldest" or "" */
    unsigned page;                    /* from 1 */
} ask;

void ask_read(ask *out, const request *in);

/* The parameter of a filter: "kind", which is also the field of queries and
 * the name of the facet. */
const char *ask_name(ask_filter f);
say_id ask_label(ask_filter f);

bool ask_is_filtered(const ask *a);

/* The line for tracuu_search: the filters as fields, then what was typed. */
const char *ask_line(sheet *s, const ask *a);

/* What the suggestion for such a line is without the filters. */
const char *ask_typed(sheet *s, const ask *a, const char *line);

/* The address of this search; of another page of it with `page` changed. */
const char *ask_address(sheet *s, const ask *a);

/* The address of the same list for other programs: "export" or "feed". */
const char *ask_list(sheet *s, const ask *a, const char *what);

/* Addresses of the other pages; language and mode are kept. */
const char *ask_home(sheet *s);
const char *ask_help(sheet *s);
const char *ask_search(sheet *s, const char *q);
const char *ask_document(sheet *s, const char *id);

/* The same with the words to be marked, and the byte of the text to be read;
 * SIZE_MAX: the start. */
const char *ask_passage(sheet *s, const char *id, const char *words, size_t at);

/* The graph around an act, so many steps and with this bundle open; NULL: as
 * it is by itself. */
const char *ask_graph(
    sheet *s, const char *id, const char *depth, const char *open);

/* The same as a drawing alone. */
const char *ask_drawing(
    sheet *s, const char *id, const char *depth, const char *open);

/* The address that was asked for, in the other language. */
const char *ask_other_language(sheet *s);

#endif
