/* act: when acts of the Party's centre were adopted.
 *
 * Their numbers start anew with each khóa, and people cite them without day
 * or khóa ("Nghị quyết 57", "Chỉ thị số 05-CT/TW"); the table has those that
 * are cited much.
 */
#ifndef TEXT_ACT_H
#define TEXT_ACT_H

#include "common/text/date.h"

/* The day of number `no` of a kind: the latest adopted by `citing`; without
 * that, if all that the table has are of one khóa.  All zero if it does not
 * say. */
date act_adopted(span kind_code, span no, date citing);

/* The number of the resolution that plenum `plenum` of khóa `term` is known
 * by, of a kind; empty if it gave several or is not in the table. */
span act_of_plenum(unsigned term, unsigned plenum, span kind_code);

#endif
