/* status: whether an act is in force, from its own words and from what other
 * acts say of it.
 *
 * SPEC of the domain, §10.  Pure: the evidence is collected in links.
 */
#ifndef DOCUMENT_STATUS_H
#define DOCUMENT_STATUS_H

#include "common/document/record.h"

/* One act that bears upon another. */
typedef struct status_evidence {
    relation relation; /* replaces, repeals, amends, suspends or extends */
    bool whole;        /* it names no provision */
    date from;         /* the day on which it takes effect */
    span cause;        /* its key */
} status_evidence;

typedef struct status_verdict {
    span status;       /* "in_force", ... as in tracuu_document */
    relation relation; /* by which the cause made it so; REL_CITES: none did */
    span cause;        /* key of the act that made it so, or empty */
} status_verdict;

/* True for the relations that evidence can be of. */
bool status_depends_on(relation r);

/* The status on the day `today` of the act that `r` describes. */
status_verdict status_of(
    const record *r, const status_evidence *list, size_t count, date today);

/* The day after the last one on which the act stands by its own words; all
 * zero if it names none. */
date status_end(const record *r);

/* True if the act `by` may bear upon the act `target`: both are acts and not
 * news, `by` is not the older one, its issuer stands at the same place or
 * higher, in the same province if both are local, and it binds everybody if
 * `target` does. */
bool status_may_change(const record *by, const record *target);

/* The code of a status by what people and sites call it, folded ("con hieu
 * luc": "in_force"), or by itself; NULL if it is none. */
const char *status_by_name(span folded);

/* The day that `asked` names ("2026-01-15"), all zero if it names none; NULL
 * is today, local time. */
date status_day(const char *asked);

#endif
