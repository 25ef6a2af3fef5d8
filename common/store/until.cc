#include "common/store/until.hh"

using store::until_source;

until_source::until_source(const store_reader *r) : late(r) {}

void
until_source::move(Xapian::docid to)
{
    at = late.stops() ? last + 1 : to;
}

Xapian::doccount
until_source::get_termfreq_min() const
{
    return count;
}

Xapian::doccount
until_source::get_termfreq_est() const
{
    return count;
}

Xapian::doccount
until_source::get_termfreq_max() const
{
    return count;
}

Xapian::docid
until_source::get_docid() const
{
    return at;
}

bool
until_source::at_end() const
{
    return at > last;
}

void
until_source::init(const Xapian::Database &db)
{
    at = 0;
    last = db.get_lastdocid();
    count = db.get_doccount();
}

void
until_source::next(double)
{
    move(at + 1);
}

void
until_source::skip_to(Xapian::docid to, double)
{
    if (to > at)
        move(to);
}
