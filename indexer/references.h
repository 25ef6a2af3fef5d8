/* references: where a document speaks of others, and how it means them.
 *
 * Citations are found in common/text/citation; here anaphors and aliases get
 * their act (anaphora), each mention its relation (typing), and what is no
 * reference is dropped.  The document's own number and "Nghị định này" are
 * REL_SELF, their key "SELF".
 */
#ifndef INDEXER_REFERENCES_H
#define INDEXER_REFERENCES_H

#include "common/document/document.h"

/* Reads text, tokens, zones (which may be missing), meta, stated and context;
 * writes mentions.  Linear in the length of the text. */
void references_read(document *d);

#endif
