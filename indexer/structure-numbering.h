/* numbering: how the parts of an official text are numbered.
 *
 * State: Phần, Chương, Mục, Tiểu mục, Điều, khoản 1., điểm a).  Party: I- or
 * I., 1- or 1., 1.1., a).  Also A., and Phụ lục.  A mark is the number at the
 * start of a line with the word before it; whether it is one also depends on
 * the numbers before it, see structure.c.
 */
#ifndef INDEXER_NUMBERING_H
#define INDEXER_NUMBERING_H

#include "common/document/document.h"

/* In the order in which they stand inside one another. */
typedef enum numbering {
    NUMBERING_ANNEX,
    NUMBERING_PART,
    NUMBERING_CHAPTER,
    NUMBERING_HEADING,
    NUMBERING_SUBHEADING,
    NUMBERING_ARTICLE,
    NUMBERING_LETTER,  /* A. */
    NUMBERING_ROMAN,   /* I. */
    NUMBERING_ARABIC,  /* 1. */
    NUMBERING_DECIMAL, /* 1.1. */
    NUMBERING_DEEPER,  /* 1.1.1. */
    NUMBERING_POINT,   /* a) */
    NUMBERING_NONE
} numbering;

typedef struct number_mark {
    numbering style;
    unsigned value;  /* 27 of "27a", the last part of "1.2", 1 of "a" */
    unsigned insert; /* 1 of "27a", else 0 */
    span number;     /* as written: "27a", "II" */
    size_t after;    /* byte behind the mark and its punctuation */
    size_t next;     /* token behind the mark */
} number_mark;

/* The mark at token `at`, the first of its line.  Style NUMBERING_NONE if
 * there is none. */
number_mark numbering_read(const document *d, size_t at);

#endif
