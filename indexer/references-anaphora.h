/* anaphora: which act is meant where a mention does not say it all.
 *
 * "Nghị định này" is the document itself, the act that is being amended, or
 * the last one of its kind; "Chỉ thị 48", "Luật Đất đai" and names given in
 * brackets ("sau đây gọi tắt là ...") are what the text called so before.
 */
#ifndef INDEXER_ANAPHORA_H
#define INDEXER_ANAPHORA_H

#include "indexer/references-reference.h"

typedef struct anaphora anaphora;

/* In the document's arena. */
anaphora *anaphora_new(reference_list *list);

/* Finds the act of reference `i`, all before it being typed; or drops it. */
void anaphora_resolve(anaphora *a, size_t i);

/* Remembers reference `i`, typed, for those behind it. */
void anaphora_note(anaphora *a, size_t i);

#endif
