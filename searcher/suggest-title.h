/* suggest-title: documents whose title or number starts so.
 */
#ifndef SEARCHER_SUGGEST_TITLE_H
#define SEARCHER_SUGGEST_TITLE_H

#include "common/base/strbuf.h"
#include "searcher/suggest-list.h"

/* Adds documents that have a title, or kind, number and title, or a phrase of
 * the title that starts with `beginning`, which is folded.  Reads a list of
 * offer.h, or OFFER_MANY terms and some more. */
tracuu_status suggest_titles(
    suggest_list *l, span beginning, tracuu_error *err);

/* Adds documents whose number starts with `beginning`, as symbol_fold has it;
 * those whose number it is come first. */
tracuu_status suggest_numbers(
    suggest_list *l, span beginning, tracuu_error *err);

/* Adds the document at `entry` of documents: kind, number and title, if the
 * words of `needed` stand there, the last one begun. */
tracuu_status suggest_add_document(
    suggest_list *l, uint32_t entry, span needed, tracuu_error *err);

/* Appends `text` with a capital first letter. */
void suggest_put_capital(strbuf *out, span text);

#endif
