/* show: all that is known of one document, for tracuu_show.
 */
#ifndef SEARCHER_SHOW_H
#define SEARCHER_SHOW_H

#include "searcher/lookup-edge.h"

/* The documents of a list of acts, newest first as found; acts whose record
 * cannot be read fail the whole.  When it is late the list ends behind the
 * first ones. */
tracuu_status show_documents(const tracuu_document ***out, resolver *with,
    found_list *list, tracuu_error *err);

#endif
