/* gather: entries of a lean database as they were written.
 *
 * Their terms are found by looking for the entries in the list of each term:
 * 1 to 3 microseconds a term of the database, and as much again for each
 * entry that is in many lists; so many entries are asked for at once.
 */
#ifndef STORE_GATHER_HH
#define STORE_GATHER_HH

#include <functional>

#include "common/store/removed.hh"

namespace store
{

typedef std::function<void(Xapian::docid, Xapian::Document &)> take_entry;

/* Calls `take` with each of `entries`, which ascend: terms, values, data. */
void gather(
    const Xapian::Database &db, const entry_list &entries, take_entry take);

} // namespace store

#endif
