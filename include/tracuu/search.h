/* tracuu/search.h: asking an index.
 */
#ifndef TRACUU_SEARCH_H
#define TRACUU_SEARCH_H

#include <stdbool.h>

#include <tracuu/document.h>
#include <tracuu/error.h>
#include <tracuu/types.h>

#ifdef __cplusplus
extern "C" {
#endif

#pragma GCC visibility push(default)

/* An open index. */
typedef struct tracuu_reader tracuu_reader;

typedef struct tracuu_open_options {
    /* What this reader may see: documents without a label, and those with one
     * of these.  NULL: everything.  Hits, counts, facets, suggestions, stubs
     * and in-degrees are all computed inside it. */
    const char *const *labels;
    size_t label_count;
    const char *today; /* "2026-01-15": the day on which statuses are told; not
                          before that of the indexing.  NULL: today */
    uint64_t deadline_us; /* of each request: after so many microseconds it
                             stops looking and gives what it has so far, which
                             is then `partial`.  What it has is still read and
                             written, which takes some milliseconds.  0: none */
} tracuu_open_options;

/* Opens the index at `dir`.  It follows later updates by itself: each call
 * below answers from the newest committed state. */
tracuu_status tracuu_open(tracuu_reader **out, const char *dir,
    const tracuu_open_options *options, tracuu_error *err);
void tracuu_reader_free(tracuu_reader *reader);

/* ---- ranked search ---- */

typedef enum tracuu_sort {
    TRACUU_BY_RELEVANCE,
    TRACUU_NEWEST,
    TRACUU_OLDEST
} tracuu_sort;

/* All zero is the default of everything. */
typedef struct tracuu_search_options {
    size_t limit; /* documents; 0: 10 */
    size_t offset;
    tracuu_sort sort;
    bool bare;      /* ids and scores only: no snippets, totals, facets, and
                       no look-up by number: for runs over many queries */
    bool uncounted; /* no facets, and no total but of what is shown: a third
                       of the time or less (./build.sh bench peers) */
    bool explain;   /* give each hit the evidence that ranked it */
    const char *without;  /* names of evidence, with commas between, that is
                             not to count; NULL: all does */
    uint64_t deadline_us; /* instead of the reader's; 0: the reader's */
} tracuu_search_options;

/* What speaks for a passage: the score is the sum of value * weight over all,
 * less what missing diacritics cost. */
typedef struct tracuu_evidence {
    const char *name; /* "heading"; all are in the manual */
    double value;     /* 0 to 1 */
    double weight;
} tracuu_evidence;

/* A part of a document that matches. */
typedef struct tracuu_passage {
    const char *label; /* "Điều 5", or "" */
    const char *heading;
    tracuu_range range;             /* of the passage in the document's text */
    const char *snippet;            /* as the author wrote it, on one line */
    const tracuu_range *highlights; /* bytes of `snippet`, ascending */
    size_t highlight_count;
    tracuu_range points; /* `range` in code points */
    size_t page; /* of the file, where the snippet is, from 1; 0: not known */
    bool ocr;    /* the words were read by OCR, and may be wrong */
} tracuu_passage;

typedef struct tracuu_hit {
    size_t rank; /* from 1 */
    double score;
    const tracuu_document *document;
    const tracuu_passage *passages; /* best first */
    size_t passage_count;
    const tracuu_evidence *evidence; /* of the best passage, if asked for */
    size_t evidence_count;
    const tracuu_document *const *parts; /* other articles of the act that the
                                            document is an article of, which
                                            match next best; only of queries
                                            that name a subject */
    size_t part_count;
} tracuu_hit;

typedef struct tracuu_facet_value {
    const char *value;
    size_t count; /* documents */
} tracuu_facet_value;

typedef struct tracuu_facet {
    const char *name;                 /* kind, issuer, place, year, term,
                                          status, secrecy */
    const tracuu_facet_value *values; /* most frequent first */
    size_t value_count;
} tracuu_facet;

/* A remark on how the query was read, at a place in it. */
typedef struct tracuu_note {
    tracuu_range range; /* bytes of the query */
    const char *code;   /* "query": how it was read; "same-number": several acts
                           bear it, `acts`, newest first; "only-cited": nobody
                           has the act, `acts` cite it; "unknown-number": nor
                           does anybody cite it */
    const char *text;
    const tracuu_document *const *acts; /* 20 at the most, of those that cite
                                           an act 5 */
    size_t act_count;
} tracuu_note;

typedef struct tracuu_hits {
    const char *query;
    const tracuu_hit *at;
    size_t count;
    size_t total;     /* matching documents: those that the pages list, one
                         after the other, and articles that stand under the
                         best one of their act ("parts"); copies of one act are
                         told apart and counted once where the documents are
                         300 or less, more are an estimate; the same on each
                         page */
    bool total_exact; /* false: an estimate, and so are the facets */
    bool partial;     /* the deadline has passed: better hits may be missing,
                         the total is no more than what was seen, and facets
                         and suggestion are left out if there was no time */
    const tracuu_facet *facets;
    size_t facet_count;
    const char *suggestion; /* a better spelling, or "" */
    const tracuu_note *notes;
    size_t note_count;
    uint64_t took_us;
} tracuu_hits;

/* Finds documents by words, "phrases", -without, field:value and document
 * numbers in any spelling.  No query is an error. */
tracuu_status tracuu_search(tracuu_hits **out, tracuu_reader *reader,
    const char *query, const tracuu_search_options *options, tracuu_error *err);
void tracuu_hits_free(tracuu_hits *hits);

/* ---- one document ---- */

/* Documents and stubs that a name means: a number as people write it
 * ("48-CT/TW", "chi thi 48", with a khóa, year, date or issuer), a canonical
 * key, an id or a path. */
typedef struct tracuu_views {
    const tracuu_view *at;
    size_t count; /* more than one: the name is ambiguous; then the views have
                     documents only, newest first */
    bool partial; /* the deadline has passed: acts or references may be
                     missing */
} tracuu_views;

/* TRACUU_NOT_FOUND if nothing bears or cites it. */
tracuu_status tracuu_show(tracuu_views **out, tracuu_reader *reader,
    const char *name, tracuu_error *err);
void tracuu_views_free(tracuu_views *views);

/* ---- how an act hangs together, in one line ---- */

/* Who refers to an act by one relation. */
typedef struct tracuu_tie {
    const char *relation; /* as they say: "continues" */
    const char *label;    /* seen from the act: "Được tiếp tục bởi" */
    size_t count;         /* of the first dozen documents, those that say it
                             of themselves */
    const tracuu_document *const *acts; /* two of them, at the most */
    size_t act_count;
} tracuu_tie;

typedef struct tracuu_ties {
    const tracuu_tie *at; /* the two strongest relations, bare citations are
                             none */
    size_t count;
    bool partial; /* the deadline has passed */
} tracuu_ties;

/* For lists of acts: a tenth of what tracuu_show costs, since no sentence is
 * read, no more than a dozen documents are looked at for each relation, and an
 * act that another agrees with too is not told apart.  `key`: the
 * canonical one; of what nobody refers to, and of "", there are no ties. */
tracuu_status tracuu_ties_of(tracuu_ties **out, tracuu_reader *reader,
    const char *key, tracuu_error *err);
void tracuu_ties_free(tracuu_ties *ties);

/* ---- the text of a document ---- */

/* The text as the index has it: what was issued, decoded and in one normal
 * form.  The outline of a view, the `place` of its outgoing references and the
 * ranges of passages are bytes of it. */
typedef struct tracuu_mention {
    tracuu_range range; /* where the text names an act, every time it does */
    const char *key;    /* of that act; parts of it may be open, "?" */
} tracuu_mention;

typedef struct tracuu_body {
    const char *text;            /* ends with a NUL; lines end with \n */
    size_t length;               /* bytes */
    const tracuu_range *matches; /* of the query's words, ascending, apart */
    size_t match_count;
    const tracuu_mention *mentions; /* ascending */
    size_t mention_count;
    bool partial; /* the deadline has passed: some text may be missing */
} tracuu_body;

/* The text of the document with exactly this id; TRACUU_NOT_FOUND if there is
 * none, or only a stub.  Words of `query` are marked in it: where two of them
 * meet, or each if the query has one word; NULL or "": none.  Costs about ten
 * microseconds for each passage, with a query thirty. */
tracuu_status tracuu_body_of(tracuu_body **out, tracuu_reader *reader,
    const char *id, const char *query, tracuu_error *err);
void tracuu_body_free(tracuu_body *body);

/* ---- related documents ---- */

typedef struct tracuu_relative {
    const tracuu_document *document;
    double score;
    const char *reason; /* "cùng căn cứ ...", "cùng chủ đề: ..." */
} tracuu_relative;

typedef struct tracuu_relatives {
    const tracuu_document *document; /* the one asked for */
    const tracuu_relative *at;
    size_t count;
    const tracuu_document *const *ambiguous; /* the name means several */
    size_t ambiguous_count;
    bool partial; /* the deadline has passed: nearer ones may be missing */
} tracuu_relatives;

tracuu_status tracuu_related(tracuu_relatives **out, tracuu_reader *reader,
    const char *name, size_t limit, tracuu_error *err);

/* The same for the document `id`, for runs over many: no reasons, no stubs,
 * and copies of one act are not grouped. */
tracuu_status tracuu_related_run(tracuu_relatives **out, tracuu_reader *reader,
    const char *id, size_t limit, tracuu_error *err);
void tracuu_relatives_free(tracuu_relatives *relatives);

/* ---- the graph ---- */

typedef struct tracuu_node {
    const tracuu_document *document;
    unsigned depth; /* steps from the document asked for */
} tracuu_node;

typedef struct tracuu_edge {
    size_t from, to;      /* nodes: `from` refers to `to` */
    const char *relation; /* "implements" */
    const char *label;
    const char *sentence;
    double confidence;
    bool uncertain;
    bool news; /* said by a text about acts, not by an act */
} tracuu_edge;

typedef struct tracuu_graph {
    const tracuu_node *nodes; /* the first is the one asked for */
    size_t node_count;
    const tracuu_edge *edges; /* one for each pair: the strongest relation */
    size_t edge_count;
    bool cut;     /* there was more than the limit of nodes */
    bool partial; /* the deadline has passed: nodes or edges may be missing */
    const tracuu_document *const *ambiguous;
    size_t ambiguous_count;
} tracuu_graph;

enum { TRACUU_GRAPH_NODES = 400 };

/* What refers to the document and what it refers to, up to `depth` steps in
 * both directions. */
tracuu_status tracuu_graph_of(tracuu_graph **out, tracuu_reader *reader,
    const char *name, unsigned depth, tracuu_error *err);
void tracuu_graph_free(tracuu_graph *graph);

/* ---- suggestions ---- */

typedef struct tracuu_suggestion {
    const char *text; /* to be put into the search box */
    const char *id;   /* of the document that bears it, or "": a phrase, or an
                         act that is here in articles only */
} tracuu_suggestion;

typedef struct tracuu_suggestions {
    const tracuu_suggestion *at;
    size_t count;
    bool partial; /* the deadline has passed: better ones may be missing */
} tracuu_suggestions;

/* What `prefix` may be the beginning of, typed with or without diacritics:
 * frequent phrases that the index has, acts by title or number, articles;
 * `limit` 0: 10.  Most take less than a millisecond; one or two letters that
 * very large acts begin with take up to ten. */
tracuu_status tracuu_suggest(tracuu_suggestions **out, tracuu_reader *reader,
    const char *prefix, size_t limit, tracuu_error *err);
void tracuu_suggestions_free(tracuu_suggestions *suggestions);

/* ---- the index itself ---- */

typedef struct tracuu_count {
    const char *name;
    size_t count;
} tracuu_count;

typedef struct tracuu_state {
    unsigned generation;
    size_t documents, passages;
    size_t keys;         /* acts that are cited or present */
    size_t stubs;        /* acts that are cited and absent */
    uint64_t bytes;      /* on disk; 0 if the reader does not see everything */
    const char *created; /* ISO time */
    unsigned schema;
    size_t secrets; /* of the documents: with a secrecy mark, or under the label
                       "secret" */
    const char *changed; /* when a run changed something last, ISO time */
    const char *checked; /* when a run looked last, "" if that is not known */
    const char *const *roots; /* paths of what was indexed */
    size_t root_count;
    const tracuu_count *kinds; /* documents; "" is for those without a kind */
    size_t kind_count;
    const tracuu_count *encodings; /* documents with parts in old ones */
    size_t encoding_count;
    size_t failed, skipped;      /* inputs, see tracuu_failures_of */
    const tracuu_count *reasons; /* of both */
    size_t reason_count;
    const tracuu_document *missing; /* acts most cited whose text is not here,
                                       10 at the most */
    size_t missing_count;
    const tracuu_count *parts; /* bytes on disk: "passages/postlist", ... */
    size_t part_count;
} tracuu_state;

tracuu_status tracuu_state_of(
    tracuu_state **out, tracuu_reader *reader, tracuu_error *err);
void tracuu_state_free(tracuu_state *state);

/* An input that is not in the index, and why. */
typedef struct tracuu_failure {
    bool skipped; /* not to be indexed; else it could not be read */
    const char *id;
    const char *path;   /* of the file, "" if it is not known */
    const char *reason; /* as in the summary of the run */
} tracuu_failure;

typedef struct tracuu_failures {
    const tracuu_failure *at; /* by id */
    size_t count;
} tracuu_failures;

/* What the last runs could not read or were not to index; nothing for a reader
 * that does not see everything. */
tracuu_status tracuu_failures_of(
    tracuu_failures **out, tracuu_reader *reader, tracuu_error *err);
void tracuu_failures_free(tracuu_failures *failures);

/* A number that is another one whenever an answer may be: after each commit,
 * rebuild and midnight.  It also goes over to the newest state, as every call
 * does; some microseconds. */
tracuu_status tracuu_edition_of(
    uint64_t *out, tracuu_reader *reader, tracuu_error *err);

/* Reads every block of the index at `dir` and checks that both databases
 * agree; TRACUU_INDEX_DAMAGED says what is wrong first. */
tracuu_status tracuu_verify(const char *dir, tracuu_error *err);

#pragma GCC visibility pop

#ifdef __cplusplus
}
#endif

#endif
