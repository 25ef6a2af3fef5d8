/* print: results for people and for programs.
 *
 * The programs and the server print with these; they know the public
 * interface only.  Text goes into a strbuf; the caller writes it out.
 */
#ifndef SEARCHER_PRINT_H
#define SEARCHER_PRINT_H

#include <stdbool.h>

#include "common/base/strbuf.h"
#include <tracuu.h>

/* How to print for people. */
typedef struct print_style {
    bool colour;     /* escape sequences of a terminal */
    bool vietnamese; /* messages; else English */
    unsigned width;  /* columns, for wrapping; 0: 80 */
} print_style;

/* From the environment: a terminal on `fd`, NO_COLOR, LC_ALL, LC_MESSAGES,
 * LANG (vi*: Vietnamese), COLUMNS. */
print_style print_style_for(int fd);

void print_hits_text(strbuf *out, const tracuu_hits *h, const print_style *s);
void print_views_text(strbuf *out, const tracuu_views *v, const print_style *s);
void print_relatives_text(
    strbuf *out, const tracuu_relatives *r, const print_style *s);
void print_graph_text(strbuf *out, const tracuu_graph *g, const print_style *s);
void print_suggestions_text(
    strbuf *out, const tracuu_suggestions *l, const print_style *s);
void print_state_text(strbuf *out, const tracuu_state *t, const print_style *s);
void print_failures_text(
    strbuf *out, const tracuu_failures *f, const print_style *s);
void print_error_text(strbuf *out, const tracuu_error *e, const print_style *s);

/* One JSON value and a line end each, as the command-line contract has them;
 * ranges count code points of the text they speak of.  The style says the
 * language of messages. */
void print_hits_json(strbuf *out, const tracuu_hits *h, const print_style *s);
void print_views_json(strbuf *out, const tracuu_views *v);
void print_relatives_json(strbuf *out, const tracuu_relatives *r);
void print_graph_json(strbuf *out, const tracuu_graph *g);
void print_suggestions_json(strbuf *out, const tracuu_suggestions *l);
void print_state_json(strbuf *out, const tracuu_state *t);
void print_failures_json(
    strbuf *out, const tracuu_failures *f, const print_style *s);
void print_error_json(strbuf *out, const tracuu_error *e, const print_style *s);

/* Why an input is not in the index, in the user's language, and what to do
 * about it ("" where nothing is known). */
void print_reason(strbuf *out, const char *reason, const print_style *s);
const char *print_advice(const char *reason, const print_style *s);

/* The graph for other programs. */
void print_graph_dot(strbuf *out, const tracuu_graph *g);
void print_graph_svg(strbuf *out, const tracuu_graph *g);

/* One hit of a run: "qid Q0 id rank score tracuu", and its evidence if there
 * is any: " words:0.9300 pairs:0.5000". */
void print_run_line(strbuf *out, const char *query_id, const tracuu_hit *hit);
void print_run_relative(
    strbuf *out, const char *query_id, const tracuu_relative *r, size_t rank);

#endif
