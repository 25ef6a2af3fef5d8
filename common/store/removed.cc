#include "common/store/removed.hh"

#include <cstdint>

#include <unistd.h>

namespace
{

const char REMOVED[] = "store.removed";

/* Little-endian base 128. */
void
add_number(std::string *out, uint32_t number)
{
    for (; number >= 0x80; number >>= 7)
        out->push_back(static_cast<char>((number & 0x7f) | 0x80));
    out->push_back(static_cast<char>(number));
}

uint32_t
read_number(const std::string &bytes, size_t *at)
{
    uint32_t number = 0;

    for (unsigned shift = 0; *at < bytes.size() && shift < 32; shift += 7) {
        unsigned char byte = static_cast<unsigned char>(bytes[(*at)++]);

        number |= static_cast<uint32_t>(byte & 0x7f) << shift;
        if (byte < 0x80)
            break;
    }
    return number;
}

} // namespace

bool
store::is_lean(const std::string &path)
{
    return !access((path + "/iamglass").c_str(), F_OK) &&
           access((path + "/termlist.glass").c_str(), F_OK);
}

store::entry_list
store::removed_read(const Xapian::Database &db)
{
    std::string bytes = db.get_metadata(REMOVED);
    entry_list removed;
    Xapian::docid last = 0, most = db.get_lastdocid();

    for (size_t at = 0; at < bytes.size();) {
        uint32_t step = read_number(bytes, &at);

        if (!step || step > most - last)
            throw Xapian::DatabaseCorruptError(
                "the list of removed entries is damaged");
        last += step;
        removed.push_back(last);
    }
    return removed;
}

void
store::removed_write(Xapian::WritableDatabase *db, const entry_list &removed)
{
    std::string bytes;
    Xapian::docid last = 0;

    for (Xapian::docid entry : removed) {
        add_number(&bytes, entry - last);
        last = entry;
    }
    db->set_metadata(REMOVED, bytes);
}

void
store::removed_source::init(const Xapian::Database &)
{
    at = 0;
    started = false;
}

Xapian::doccount
store::removed_source::get_termfreq_min() const
{
    return static_cast<Xapian::doccount>(removed.size());
}

Xapian::doccount
store::removed_source::get_termfreq_est() const
{
    return get_termfreq_min();
}

Xapian::doccount
store::removed_source::get_termfreq_max() const
{
    return get_termfreq_min();
}

void
store::removed_source::next(double)
{
    at += started;
    started = true;
}

void
store::removed_source::skip_to(Xapian::docid entry, double)
{
    auto from = removed.begin() + static_cast<long>(at);

    started = true;
    at += static_cast<size_t>(
        std::lower_bound(from, removed.end(), entry) - from);
}

bool
store::removed_source::at_end() const
{
    return at >= removed.size();
}

Xapian::docid
store::removed_source::get_docid() const
{
    return removed[at];
}
