/* choice: which of the acts that agree with an open key a text means.
 *
 * Points as in the specification of the domain, §9: an act that is not newer
 * than the text that names it 1, a newer one -4; up to 3 for how much of its
 * title stands in the sentence.  The best is chosen if it leads by 2; else all
 * stay that the time allows, and none is guessed.
 */
#ifndef SEARCHER_CHOICE_H
#define SEARCHER_CHOICE_H

#include "searcher/lookup-resolver.h"

/* Of `all`, those that a text of the day `citing` (YYYYMMDD, 0: not known)
 * may mean by the words `sentence`; in the resolver's arena, never empty if
 * `all` is not.  Costs a look at each if there are several. */
const found_list *choice_of(
    resolver *r, const found_list *all, uint32_t citing, span sentence);

#endif
