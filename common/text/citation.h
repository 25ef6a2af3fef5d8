/* citation: mentions of documents in running text and in queries.
 *
 *     mention = [provision] kind [name] [issuer] numpart [date] [issuer]
 *               [term]
 *
 * Full (with a symbol), short (number with issuer or date), bare (kind and
 * number), named laws, plenum and congress resolutions; lists ("các Nghị
 * quyết số 57, 59 và 68") give one citation each and share what stands at
 * their end.  Who refers to whom, and how, is not decided here but in
 * indexer/references.  Linear in the number of tokens.
 */
#ifndef TEXT_CITATION_H
#define TEXT_CITATION_H

#include "common/base/arena.h"
#include "common/text/date.h"
#include "common/text/key.h"
#include "common/text/law.h"
#include "common/text/token.h"

typedef enum citation_form {
    FORM_SYMBOL,
    FORM_SHORT,
    FORM_NAME,
    FORM_ANAPHOR,
    FORM_ALIAS
} citation_form;

typedef struct citation {
    size_t start, end;  /* bytes in the text, provision included */
    size_t first, last; /* tokens, last not included */
    size_t reach;       /* token where the first of its provisions stands, also
                           when other words part it from the mention */
    citation_form form;
    identity act;   /* what the mention says of it, completed */
    span provision; /* "Đ17.k3.đa; Đ18", or empty */
    span key;
    double confidence;   /* 0..1; 0 is a candidate that counts only if the text
                            names the act elsewhere ("Chương trình 135") */
    const law_name *law; /* of a named law, or NULL */
    bool letters;        /* the kind is said by letters: "QĐ 66" */
    bool numbered;       /* a number stands in the text, or was completed */
    bool plural;         /* "các Nghị quyết nêu trên" */
    bool ranged;         /* of one range with the citation before it */
    const char *rule;    /* name of the rule that found it */
} citation;

/* A provision that belongs to no act in its own words ("2. Sửa đổi khoản 4
 * Điều 1:" below the article that names the act). */
typedef struct citation_loose {
    size_t first, last; /* tokens, last not included */
    span paths;
} citation_loose;

typedef struct citation_list {
    citation *at;
    size_t count;
    size_t room;
    citation_loose *loose; /* in order */
    size_t loose_count;
    bool cut; /* the text has more than CITATION_MAX */
} citation_list;

/* Citations that are read of one text.  No act comes near; what a file of
 * nothing but numbers has behind them is not read, and the list says so. */
enum {
    CITATION_MAX = 65536,
    CITATION_RANGE_MAX = 50 /* "từ số 721 đến 730": more are two ends */
};

/* What is known of the text that cites: completes what mentions leave out. */
typedef struct citation_context {
    date date; /* of the citing document */
    const issuer *issuer;
    span place; /* slug */
} citation_context;

/* All citations of a document's text in order, in the arena.  Anaphors
 * ("Nghị định này") are among them, their act being no more than a kind. */
citation_list citation_find(
    arena *a, const token_list *list, const citation_context *context);

/* Chooses the law that a named law means, as of `citing`, and makes the key
 * anew. */
void citation_complete(arena *a, citation *c, date citing);

/* The citation in a query as people type it: "48-CT/TW", "chi thi 48",
 * "kl 13 ngày 16/8/2021 bộ chính trị", "18 2020 qd ttg", "48-CT/TW khóa X".
 * False if the query names no number; `first`/`last` say which tokens were
 * read, the rest are words.  Tokens that are `taken` (NULL: none) start no
 * citation. */
bool citation_read_query(
    arena *a, const token_list *list, const bool *taken, citation *out);

/* All citations of a query, "48-CT/TW, 13-KL/TW và luật đất đai", in order and
 * at most `room` of them: how many. */
size_t citation_read_queries(arena *a, const token_list *list,
    const bool *taken, citation *out, size_t room);

/* citation_read_query for a citation that starts at token `at`. */
bool citation_read_typed(
    arena *a, const token_list *list, size_t at, citation *out);

/* The same with what its list goes on with ("nghị quyết 57, 59 và 68"): how
 * many were read, at most `room`. */
size_t citation_read_typed_list(
    arena *a, const token_list *list, size_t at, citation *out, size_t room);

#endif
