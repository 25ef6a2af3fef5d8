/* query: from the line that people type to a tree of what it asks for.
 *
 *     chi thi 48 "phòng, chống tội phạm" -thuế loại:chỉ thị năm:2010..2015
 *
 * gives words (chi, thi, 48), a phrase, a word that must not occur, and two
 * fields, each with its byte range in the line.  A query is never an error:
 * what cannot be read as it seems to be meant (an unclosed quotation, a field
 * without value, a year that is none) is read as words, and a note says so.
 *
 *     word        ranks; more of the words are better, none is required
 *     "a phrase"  required, its words one after the other
 *     -word -"p"  must not occur; "-" counts at the start of a word only
 *     word*       required: a word that starts so
 *     a OR "b"    one of them; OR joins what stands directly beside it, a run
 *                 of words, a phrase, a field or a group; | is the same
 *     (a b)       a group; brackets inside a word are none
 *     name:value  a filter; the name is one of fields.h; the value is quoted,
 *                 or several in brackets, or the longest name of the field's
 *                 table (chỉ thị, Bộ Chính trị, Hậu Giang), or one word
 *     thực hiện:48-CT/TW khóa X
 *                 documents that refer so to the act; the name is one of
 *                 relation.h, the value any name of an act
 *     thực hiện:48-CT/TW**
 *                 and those that refer so to them, and so on
 *
 * A sentence that asks for such documents ("văn bản nào thay thế Nghị định
 * 30/2020/NĐ-CP?") is read as relation, with its words to rank by.
 */
#ifndef SEARCHER_QUERY_H
#define SEARCHER_QUERY_H

#include "common/base/strbuf.h"
#include "common/document/fields.h"
#include "common/document/relation.h"
#include "common/text/citation.h"
#include "common/text/token.h"
#include <tracuu/search.h>

enum {
    QUERY_BYTES = 4096, /* the rest of a longer line is not read */
    QUERY_WORDS = 64,   /* nor are words behind the 64th */
    QUERY_NUMBERS = 8,  /* nor numbers of documents behind the 8th */
    QUERY_GROUPS = 32,  /* that OR and "-(" make, the line being the first */
    QUERY_DEPTH = 8     /* brackets in brackets */
};

typedef enum query_kind {
    QUERY_WORD,
    QUERY_PREFIX,
    QUERY_PHRASE,
    QUERY_FIELD,
    QUERY_RELATION
} query_kind;

typedef struct query_node {
    query_kind kind;
    bool without;         /* must not occur */
    tracuu_range range;   /* bytes of the line as given */
    size_t first, last;   /* tokens, last not included; of a field: its value */
    size_t group, branch; /* where it belongs: see query_group */
    field field;
    span value;        /* of a field or relation, as written, without quotes */
    relation relation; /* of the documents to the act `value` */
    bool closure;      /* and of documents to them, and so on */
    bool asked;        /* the line is a sentence that asks for it */
    const span *ids;   /* documents of a relation, see relation_resolve */
    size_t id_count;
} query_node;

/* What OR joined, or what "-(" excludes: one of its branches, all of whose
 * nodes and groups. The first group is the line, with one branch. */
typedef struct query_group {
    size_t parent, branch; /* where it belongs itself */
    size_t branches;
    bool without;
} query_group;

typedef struct query {
    span line; /* as given, cut at QUERY_BYTES */
    span text; /* clean */
    token_list tokens;
    query_node *nodes;
    size_t node_count;
    query_group *groups;
    size_t group_count;
    citation *numbers; /* documents that it names by number, in order */
    size_t number_count;
    bool marked; /* some word bears diacritics */
    tracuu_note *notes;
    size_t note_count;
} query;

/* Reads any bytes; everything is in the arena or borrowed from `line`.
 * Linear. */
void query_read(query *out, arena *a, span line);

/* The same line read as words alone, where it was a question that no document
 * answers. */
void query_forget(query *q, arena *a);

/* True for a bare number that a year could be: "quyết định 2016". */
bool query_may_be_year(const citation *cite);

/* True for what ranks or stands in the text, not in the metadata. */
bool query_is_words(const query_node *node);

/* False for what must not occur: "-" stands before it, or before a group
 * around it. */
bool query_is_meant(const query *q, const query_node *node);

/* True if group `g` is the line, or in the end no more than brackets. */
bool query_is_plain(const query *q, size_t g);

/* Adds a note on bytes of the line, unless there are too many: one on how it
 * was read, or another. */
void query_note(query *q, tracuu_range range, const char *text);
void query_add_note(query *q, tracuu_note note);

/* The bytes of the line where tokens [first, last) stand. */
tracuu_range query_range(const query *q, size_t first, size_t last);

/* The tree, one node a line: "word 0..3 chi", for people and for tests. */
void query_print(strbuf *out, const query *q);

#endif
