/* relation: the ways in which one act speaks of another, from one table.
 *
 * Each relation has an inverse; an edge is stored with the word that the text
 * supports ("amended_by" in a history note), read from the citing document.
 */
#ifndef DOCUMENT_RELATION_H
#define DOCUMENT_RELATION_H

#include <stdbool.h>

#include "common/base/span.h"

typedef enum relation {
    REL_CITES,
    REL_BASED_ON,
    REL_IMPLEMENTS,
    REL_DEPLOYS,
    REL_CONTINUES,
    REL_GUIDES,
    REL_DETAILS,
    REL_AMENDS,
    REL_REPLACES,
    REL_REPEALS,
    REL_SUSPENDS,
    REL_EXTENDS,
    REL_CORRECTS,
    REL_CONSOLIDATES,
    REL_REVIEWS,
    REL_ATTACHED_TO,
    REL_ISSUES,
    REL_PROMULGATES,
    REL_EXPLAINS,
    REL_PROPOSED_BY,
    REL_REPLIES_TO,
    REL_TRANSFERS_REPORT,
    REL_RELATED,
    REL_SELF,
    /* the inverses that texts state themselves (passives) */
    REL_BASIS_OF,
    REL_IMPLEMENTED_BY,
    REL_DEPLOYED_BY,
    REL_CONTINUED_BY,
    REL_GUIDED_BY,
    REL_DETAILED_BY,
    REL_AMENDED_BY,
    REL_REPLACED_BY,
    REL_REPEALED_BY,
    REL_SUSPENDED_BY,
    REL_EXTENDED_BY,
    REL_CORRECTED_BY,
    REL_CONSOLIDATED_IN,
    REL_REVIEWED_BY,
    REL_HAS_ATTACHMENT,
    REL_ISSUED_BY_ACT,
    REL_PROMULGATED_BY,
    REL_EXPLAINED_BY,
    REL_PROPOSES,
    REL_REPLIED_BY,
    REL_CITED_BY,
    RELATION_COUNT
} relation;

typedef struct relation_info {
    const char *code;       /* "implements" */
    const char *vietnamese; /* "Thực hiện": how people read the edge */
    const char *english;    /* "implements" */
    relation inverse;
    int strength; /* the strongest of several stands for the document edge */
    bool ends;    /* the target is no longer in force (replaces, repeals) */
    bool changes; /* the target is partly changed (amends, suspends, ...) */
    const char *names; /* how people ask for it: folded, parted by ";" */
    relation covers;   /* who asks for it means this one too; itself if none,
                          RELATION_COUNT for every relation */
} relation_info;

/* Never NULL for a value of the enumeration. */
const relation_info *relation_about(relation r);

/* By code; RELATION_COUNT if there is none. */
relation relation_by_code(span code);

/* By a name that people ask with, in any case, with or without diacritics and
 * blanks: "thực hiện", "implements", "THAY THE", "bị thay thế bởi" (the
 * inverse); RELATION_COUNT if there is none. */
relation relation_by_name(span name);

/* True if who asks for `asked` means `r` too: "thực hiện" means what is only
 * deployed, "dẫn chiếu" any relation. */
bool relation_covers(relation asked, relation r);

#endif
