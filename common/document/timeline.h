/* timeline: what the status of an act is on which day, as one line of text.
 *
 *     in_force
 *     expired replaces s:cp:nd:30:y2020
 *     pending;20270101 in_force;20300301 expired repeals s:cp:nd:9:y2030
 *
 * A status changes with the calendar alone: an act comes into force, its last
 * day passes, another one that ends it takes effect.  The first step holds
 * from the day on which the line was worked out, each further one from its
 * day on.  Behind a status stand the relation and the key of the act that
 * caused it.  The line is kept in the record and in slot 16; readers ask it
 * for today.
 */
#ifndef DOCUMENT_TIMELINE_H
#define DOCUMENT_TIMELINE_H

#include "common/document/status.h"

enum {
    TIMELINE_STEPS = 12, /* days that are looked ahead */
    TIMELINE_START = 0,
    TIMELINE_NEVER = 99999999
};

typedef struct timeline_step {
    uint32_t from, to; /* YYYYMMDD, `to` not included; START and NEVER */
    status_verdict verdict;
} timeline_step;

/* From `today` on, in the arena. */
span timeline_of(arena *a, const record *r, const status_evidence *list,
    size_t count, date today);

/* Takes the next step off the line; false at its end.  `from` of the first is
 * START.  Safe on any bytes. */
bool timeline_next(span *line, timeline_step *out);

/* The status on the day `today`; "unknown" of the empty line. */
status_verdict timeline_at(span line, date today);

#endif
