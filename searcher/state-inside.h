/* inside: what an index holds, counted.
 *
 * The parts of tracuu_state that are lists.  All of it is of what the reader
 * may see, or empty where that cannot be told apart: encodings, failures and
 * folders are told to who sees everything.
 */
#ifndef SEARCHER_INSIDE_H
#define SEARCHER_INSIDE_H

#include "searcher/reader.h"

/* Documents by kind, the most frequent first; one without a kind has "". */
tracuu_status inside_kinds(
    tracuu_state *out, tracuu_reader *reader, arena *a, tracuu_error *err);

/* Documents by the old encodings that they were decoded from. */
tracuu_status inside_encodings(
    tracuu_state *out, tracuu_reader *reader, arena *a, tracuu_error *err);

/* Inputs that are not in the index, by reason. */
tracuu_status inside_failures(
    tracuu_state *out, tracuu_reader *reader, arena *a, tracuu_error *err);

/* The indexed folders and files. */
tracuu_status inside_roots(
    tracuu_state *out, tracuu_reader *reader, arena *a, tracuu_error *err);

/* The acts that most documents cite and nobody has. */
tracuu_status inside_missing(
    tracuu_state *out, tracuu_reader *reader, arena *a, tracuu_error *err);

/* Bytes on disk by part, and when it was written and looked after. */
void inside_disk(tracuu_state *out, const tracuu_reader *reader, arena *a);

#endif
