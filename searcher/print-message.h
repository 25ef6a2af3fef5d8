/* print-message: the messages of the library in the user's language.
 *
 * The library speaks English and knows nothing of its user; what it says of a
 * thing is one of the sentences of a table, "no index at '%'; ...", and is said
 * again here in Vietnamese, with its things put in.
 */
#ifndef SEARCHER_PRINT_MESSAGE_H
#define SEARCHER_PRINT_MESSAGE_H

#include "common/base/strbuf.h"

/* Appends what the English message says in Vietnamese; false, and nothing is
 * appended, if the table does not have it. */
bool print_message_vietnamese(strbuf *out, span english);

/* Appends the message in the language asked. */
void print_message(strbuf *out, bool vietnamese, const char *english);

#endif
