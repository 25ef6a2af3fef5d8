/* until: what ends walks and matches once the deadline has passed.
 */
#ifndef STORE_UNTIL_HH
#define STORE_UNTIL_HH

#include "common/store/guard.hh"

namespace store
{

/* Ends a loop over the items of a reader once its deadline has passed. */
class stopper
{
    deadline *until;
    unsigned looked_at = 0;

  public:
    explicit stopper(const store_reader *r) : until(r->until) {}

    bool
    stops()
    {
        return until && looked_at++ >= STORE_SURE && deadline_tick(until);
    }
};

/* Goes with each entry that a query matches, and says that there are no more
 * once the deadline of the reader has passed: Xapian's own limit of time only
 * gives up counting. */
class until_source : public Xapian::PostingSource
{
    stopper late;
    Xapian::docid at = 0, last = 0;
    Xapian::doccount count = 0;

    void move(Xapian::docid to);

  public:
    explicit until_source(const store_reader *r);

    Xapian::doccount get_termfreq_min() const override;
    Xapian::doccount get_termfreq_est() const override;
    Xapian::doccount get_termfreq_max() const override;
    Xapian::docid get_docid() const override;
    bool at_end() const override;

    void init(const Xapian::Database &db) override;
    void next(double) override;
    void skip_to(Xapian::docid to, double) override;
};

} // namespace store

#endif
