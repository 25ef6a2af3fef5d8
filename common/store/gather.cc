#include "common/store/gather.hh"

namespace
{

enum { SLOTS = 64 /* none of a higher number is used */ };

std::vector<Xapian::valueno>
slots_of(const Xapian::Database &db)
{
    std::vector<Xapian::valueno> slots;

    for (Xapian::valueno slot = 0; slot < SLOTS; slot++)
        if (db.get_value_freq(slot))
            slots.push_back(slot);
    return slots;
}

/* Adds the term to those of the entries which its list has. */
void
spread(const Xapian::Database &db, const std::string &term,
    const store::entry_list &entries, std::vector<Xapian::Document> *documents)
{
    Xapian::PostingIterator at = db.postlist_begin(term);
    Xapian::PostingIterator end = db.postlist_end(term);
    auto wanted = entries.begin();

    while (at != end && wanted != entries.end()) {
        if (*at < *wanted) {
            at.skip_to(*wanted);
        } else if (*wanted < *at) {
            wanted = std::lower_bound(wanted, entries.end(), *at);
        } else {
            (*documents)[static_cast<size_t>(wanted - entries.begin())]
                .add_term(term, at.get_wdf());
            ++wanted;
        }
    }
}

} // namespace

void
store::gather(
    const Xapian::Database &db, const entry_list &entries, take_entry take)
{
    std::vector<Xapian::Document> documents(entries.size());
    std::vector<Xapian::valueno> slots = slots_of(db);

    if (entries.empty())
        return;
    for (auto term = db.allterms_begin(); term != db.allterms_end(); ++term)
        spread(db, *term, entries, &documents);
    for (size_t i = 0; i < entries.size(); i++) {
        Xapian::Document old = db.get_document(entries[i]);

        for (Xapian::valueno slot : slots) {
            std::string value = old.get_value(slot);

            if (!value.empty())
                documents[i].add_value(slot, value);
        }
        documents[i].set_data(old.get_data());
        take(entries[i], documents[i]);
        documents[i] = Xapian::Document();
    }
}
