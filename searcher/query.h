/* query: from the line that people type to a list of what it asks for.
 *
 *     chi thi 48 "phòng, chống tội phạm" -thuế loại:chỉ thị năm:2010..2015
 *
 * gives words (chi, thi, 48), a phrase, a word that must not occur, and two
 * fields, each with its byte range in the line.  A query is never an error:
 * what cannot be read as it seems to be meant (an unclosed quotation, a field
 * without value) is read as words, and a note says so.
 *
 *     word        ranks; more of the words are better, none is required
 *     "a phrase"  required, its words one after the other
 *     -word -"p"  must not occur; "-" counts at the start of a word only
 *     word*       required: a word that starts so
 *     name:value  a filter; the name is one of fields.h, up to three words;
 *                 the value is quoted, or the longest name of the field's
 *                 table (chỉ thị, Bộ Chính trị, Hậu Giang), or one word
 */
#ifndef SEARCHER_QUERY_H
#define SEARCHER_QUERY_H

#include "common/base/strbuf.h"
#include "common/document/fields.h"
#include "common/text/citation.h"
#include "common/text/token.h"
#include <tracuu/search.h>

enum {
    QUERY_BYTES = 4096, /* the rest of a longer line is not read */
    QUERY_WORDS = 64    /* nor are words behind the 64th */
};

typedef enum query_kind {
    QUERY_WORD,
    QUERY_PREFIX,
    QUERY_PHRASE,
    QUERY_FIELD
} query_kind;

typedef struct query_node {
    query_kind kind;
    bool without;       /* must not occur */
    tracuu_range range; /* bytes of the line as given */
    size_t first, last; /* tokens, last not included; of a field: its value */
    field field;
    span value; /* of a field, as written, without quotes */
} query_node;

typedef struct query {
    span line; /* as given, cut at QUERY_BYTES */
    span text; /* clean */
    token_list tokens;
    query_node *nodes;
    size_t node_count;
    bool has_number; /* it names a document by its number */
    citation number;
    bool marked; /* some word bears diacritics */
    tracuu_note *notes;
    size_t note_count;
} query;

/* Reads any bytes; everything is in the arena or borrowed from `line`.
 * Linear. */
void query_read(query *out, arena *a, span line);

/* The tree, one node a line: "word 0..3 chi", for people and for tests. */
void query_print(strbuf *out, const query *q);

#endif
