/* cells: the head or the end of a text, cut where its layout was cut.
 *
 * An official text has two columns at its head and its end.  Copies show them
 * as lines, as cells of a table ("|BỘ CÔNG THƯƠNG |CỘNG HÒA ..."), or as wide
 * blanks on one line.  A cell is what stands between such borders, without
 * markup (# * | _ and rules of dashes).  Empty lines and rules are kept as
 * `gap` of the cell behind them.
 */
#ifndef INDEXER_CELLS_H
#define INDEXER_CELLS_H

#include "common/document/document.h"
#include "common/text/word.h"

typedef enum cell_role {
    CELL_TEXT,    /* not understood (yet) */
    CELL_NOISE,   /* page numbers, headers of the gazette, the State's motto */
    CELL_ORGAN,   /* who issues it */
    CELL_NUMBER,  /* "Số: 15/2020/NĐ-CP" */
    CELL_DATE,    /* "Hà Nội, ngày ..." */
    CELL_MARK,    /* MẬT, HỎA TỐC */
    CELL_KIND,    /* QUYẾT ĐỊNH */
    CELL_SUBJECT, /* trích yếu */
    CELL_BODY     /* the text begins */
} cell_role;

typedef struct cell {
    size_t start, end;  /* bytes */
    size_t first, last; /* tokens, last not included */
    bool capitals;      /* no small letter without mark, two letters at least */
    bool gap;           /* an empty line or a rule before it */
    bool rule;          /* a rule before it */
    bool aside;         /* beside another cell, on the same line */
    cell_role role;
} cell;

typedef struct cell_list {
    cell *at;
    size_t count;
} cell_list;

enum { CELL_LINES = 40, CELL_BYTES = 16384, CELL_MAX = 160 };

/* The cells of up to `lines` non-empty lines from byte `from` on; never more
 * than CELL_MAX, nor of more than CELL_BYTES bytes. */
cell_list cells_read(arena *a, const document *d, size_t from, size_t lines);

/* True if the folded letters and digits of `c`, blanks left out, are those of
 * `folded` ("HƯỚNGDẪN" is "huong dan"). */
bool cell_is(const document *d, const cell *c, const char *folded);

/* How many tokens of `c` the folded words take, from its token `at` on; 0 if
 * it does not go on with them.  Lost blanks do not matter as long as the end
 * of the words is the end of a token. */
size_t cell_takes(
    const document *d, const cell *c, size_t at, const char *folded);

/* As cell_takes for the first phrase of the list that fits. */
size_t cell_takes_any(const document *d, const cell *c, size_t at, word_list l);

/* True if the whole cell is a phrase of the list. */
bool cell_is_any(const document *d, const cell *c, word_list l);

/* What is left of `folded` behind the whole cell, which may stop inside it;
 * NULL if the cell says anything else. */
const char *cell_rest(const document *d, const cell *c, const char *folded);

/* The words of the cells [first, last) on one line, with one blank between. */
span cells_text(
    arena *a, const document *d, const cell *first, const cell *last);

#endif
