/* ground: what an act rests on that is no longer in force.
 *
 * An act names its bases (căn cứ) and what it carries out or details.  When
 * one of them has expired while the act stands, its readers are told so.
 */
#ifndef SEARCHER_GROUND_H
#define SEARCHER_GROUND_H

#include "common/document/record.h"
#include "searcher/reader.h"

/* True for the relations by which an act rests on another. */
bool ground_relation(relation r);

/* The numbers, or else the names, of the present acts that the act of `r`
 * rests on and that have expired on the reader's day, joined by "; ", at most
 * GROUND_MAX; empty for what is no act in force.  A few look-ups for each act
 * that it names. */
span ground_expired(tracuu_reader *reader, arena *a, const record *r);

enum { GROUND_MAX = 5 };

#endif
