/* removed: entries of a lean database that are there no longer.
 *
 * A lean database keeps no list of the terms of an entry, which is a third of
 * the others, so that it cannot take an entry out.  It notes its number in a
 * metadata item instead: readers pass over it, store_renew leaves it behind.
 */
#ifndef STORE_REMOVED_HH
#define STORE_REMOVED_HH

#include <algorithm>
#include <string>
#include <vector>

#include <xapian.h>

namespace store
{

typedef std::vector<Xapian::docid> entry_list; /* ascending, each once */

/* True if the database at `path` is there and lean. */
bool is_lean(const std::string &path);

/* The entries that the database has noted. */
entry_list removed_read(const Xapian::Database &db);

void removed_write(Xapian::WritableDatabase *db, const entry_list &removed);

inline bool
removed_has(const entry_list &removed, Xapian::docid entry)
{
    return !removed.empty() &&
           std::binary_search(removed.begin(), removed.end(), entry);
}

/* The removed entries as a list that a query can leave out; `removed` must
 * live as long as it. */
class removed_source : public Xapian::PostingSource
{
    const entry_list &removed;
    size_t at = 0;
    bool started = false;

  public:
    explicit removed_source(const entry_list &list) : removed(list) {}
    void init(const Xapian::Database &) override;
    Xapian::doccount get_termfreq_min() const override;
    Xapian::doccount get_termfreq_est() const override;
    Xapian::doccount get_termfreq_max() const override;
    void next(double) override;
    void skip_to(Xapian::docid entry, double) override;
    bool at_end() const override;
    Xapian::docid get_docid() const override;
};

} // namespace store

#endif
