/* The walks go on behind the last item they have shown when a commit in
 * between makes them start again. */
#include "common/store/guard.hh"
#include "common/store/until.hh"

namespace
{

/* Shows the terms from `begin` to `end`; false if the visitor stopped. */
void
show_terms(Xapian::TermIterator begin, const Xapian::TermIterator &end,
    std::string *next, store_term_visit *visit, void *payload,
    store::stopper *late)
{
    if (!next->empty())
        begin.skip_to(*next);
    for (; begin != end; ++begin) {
        std::string term = *begin;

        /* The smallest string behind this one. */
        *next = term + '\0';
        if (!visit(
                payload, store::span_of_string(term), begin.get_termfreq()) ||
            (late && late->stops()))
            return;
    }
}

} // namespace

tracuu_status
store_walk_terms(store_reader *r, span prefix, span from,
    store_term_visit *visit, void *payload, tracuu_error *err)
{
    store::stopper late(r);
    std::string next;

    return store::guard_read(r, err, [&] {
        std::string head = store::string_of(prefix);

        if (next.empty())
            next = store::string_of(from);
        show_terms(r->db.allterms_begin(head), r->db.allterms_end(head), &next,
            visit, payload, &late);
        return TRACUU_OK;
    });
}

tracuu_status
store_walk_entries(store_reader *r, span term, store_entry_visit *visit,
    void *payload, tracuu_error *err)
{
    store::stopper late(r);
    Xapian::docid next = 0;

    return store::guard_read(r, err, [&] {
        std::string name = store::string_of(term);
        Xapian::PostingIterator end = r->db.postlist_end(name);
        Xapian::PostingIterator it = r->db.postlist_begin(name);

        if (next && it != end)
            it.skip_to(next);
        for (; it != end; ++it) {
            next = *it + 1;
            if (store::removed_has(r->removed, *it))
                continue;
            if (!visit(payload, *it) || late.stops())
                break;
        }
        return TRACUU_OK;
    });
}

tracuu_status
store_walk_values(store_reader *r, uint32_t slot, store_value_visit *visit,
    void *payload, tracuu_error *err)
{
    store::stopper late(r);
    Xapian::docid next = 0;

    return store::guard_read(r, err, [&] {
        Xapian::ValueIterator end = r->db.valuestream_end(slot);
        Xapian::ValueIterator it = r->db.valuestream_begin(slot);

        if (next && it != end)
            it.skip_to(next);
        for (; it != end; ++it) {
            std::string bytes = *it;

            next = it.get_docid() + 1;
            if (store::removed_has(r->removed, it.get_docid()))
                continue;
            if (!visit(payload, it.get_docid(), store::span_of_string(bytes)) ||
                late.stops())
                break;
        }
        return TRACUU_OK;
    });
}

tracuu_status
store_walk_metadata(store_reader *r, span prefix, store_item_visit *visit,
    void *payload, tracuu_error *err)
{
    std::string last;

    return store::guard_read(r, err, [&] {
        std::string head = store::string_of(prefix);
        Xapian::TermIterator end = r->db.metadata_keys_end(head);
        Xapian::TermIterator it = r->db.metadata_keys_begin(head);

        for (; it != end; ++it) {
            std::string name = *it, value;

            if (name <= last)
                continue;
            value = r->db.get_metadata(name);
            last = name;
            if (!visit(payload, store::span_of_string(name),
                    store::span_of_string(value)))
                break;
        }
        return TRACUU_OK;
    });
}
