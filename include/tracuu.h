/* tracuu.h: find Vietnamese Party and State documents, and show how they hang
 * together.
 *
 *     tracuu_reader *reader;
 *     tracuu_hits *hits;
 *     tracuu_error err;
 *
 *     if (tracuu_open(&reader, "index", NULL, &err) != TRACUU_OK)
 *         return complain(err.message);
 *     if (tracuu_search(&hits, reader, "chi thi 48", NULL, &err) == TRACUU_OK)
 *         for (size_t i = 0; i < hits->count; i++)
 *             puts(hits->at[i].document->title);
 *     tracuu_hits_free(hits);
 *     tracuu_reader_free(reader);
 *
 * Rules of the whole interface:
 *
 * 1. A call that can fail returns a tracuu_status, gives its result through
 *    its first argument and takes a tracuu_error last.  When it fails, the
 *    result is NULL.
 * 2. What comes through the first argument is yours, to be freed with
 *    tracuu_<type>_free (NULL is fine).  What you find inside is borrowed and
 *    lives as long as what holds it.
 * 3. Results are plain data, complete when the call returns: walking them
 *    cannot fail.  Structures may grow at their end in later versions; the
 *    library allocates them, you only read.
 * 4. Text is UTF-8.  Strings are NUL-terminated and never NULL unless said;
 *    "" is "not known".  Ranges count bytes.
 * 5. One thread a handle; any number of handles.
 * 6. The library prints nothing, reads no configuration and no environment.
 *    Only if the machine itself has no memory left, or the disk fails in the
 *    middle of a commit in a way that Xapian cannot come back from, does it
 *    end the process, with one line on standard error and exit code 5;
 *    committed data are safe.
 */
#ifndef TRACUU_H
#define TRACUU_H

#include <tracuu/document.h>
#include <tracuu/error.h>
#include <tracuu/explain.h>
#include <tracuu/index.h>
#include <tracuu/search.h>
#include <tracuu/types.h>

#define TRACUU_VERSION "0.1.0"

#endif
