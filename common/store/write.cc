#include "common/store/gather.hh"
#include "common/store/guard.hh"

#include <exception>
#include <iterator>
#include <vector>

#include <unistd.h>

namespace
{

enum {
    DATA_MAX =
        64 << 20,   /* bytes of an entry's data; Xapian fails near 500 MB */
    RETAGGED = 4000 /* entries that are rewritten at once */
};

/* A NUL counts twice in Xapian's keys, so that a short term can be too long,
 * which shows at the commit only: refuse early. */
tracuu_status
check_name(span name, const char *what, tracuu_error *err)
{
    if (!name.len)
        return fail(err, TRACUU_USAGE, "an empty %s cannot be stored", what);
    if (name.len > STORE_TERM_MAX)
        return fail(err, TRACUU_USAGE, "%s of %zu bytes is longer than %d",
            what, name.len, static_cast<int>(STORE_TERM_MAX));
    if (memchr(name.ptr, 0, name.len))
        return fail(err, TRACUU_USAGE, "a %s holds a NUL byte", what);
    return TRACUU_OK;
}

tracuu_status
check_entry(const store_entry *entry, tracuu_error *err)
{
    for (size_t i = 0; i < entry->term_count; i++) {
        tracuu_status status = check_name(entry->terms[i].name, "term", err);

        if (status)
            return status;
    }
    if (entry->data.len > DATA_MAX)
        return fail(err, TRACUU_USAGE,
            "an entry of %zu bytes is larger than %d", entry->data.len,
            static_cast<int>(DATA_MAX));
    return TRACUU_OK;
}

Xapian::Document
document_of(const store_entry *entry)
{
    Xapian::Document doc;

    for (size_t i = 0; i < entry->term_count; i++) {
        const store_term *t = &entry->terms[i];

        doc.add_term(store::string_of(t->name), t->count);
    }
    for (size_t i = 0; i < entry->value_count; i++)
        doc.add_value(
            entry->values[i].slot, store::string_of(entry->values[i].bytes));
    doc.set_data(store::string_of(entry->data));
    return doc;
}

void
retag(Xapian::Document &doc, const store_retagging &tags)
{
    const std::string &prefix = tags.prefix;
    std::vector<std::string> old;
    Xapian::TermIterator at = doc.termlist_begin();

    for (at.skip_to(prefix); at != doc.termlist_end(); ++at) {
        if ((*at).compare(0, prefix.size(), prefix) != 0)
            break;
        old.push_back(*at);
    }
    for (const std::string &term : old)
        doc.remove_term(term);
    for (const std::string &name : tags.names)
        doc.add_boolean_term(name);
}

/* The entries with the term, as they are now. */
store::entry_list
entries_with(store_writer *w, const std::string &term)
{
    store::entry_list entries;

    for (auto it = w->db.postlist_begin(term); it != w->db.postlist_end(term);
         ++it)
        if (!store::removed_has(w->removed, *it))
            entries.push_back(*it);
    return entries;
}

/* Both lists ascend, and so does the result. */
void
remove_entries(store_writer *w, const store::entry_list &entries)
{
    store::entry_list both;

    if (entries.empty())
        return;
    std::merge(w->removed.begin(), w->removed.end(), entries.begin(),
        entries.end(), std::back_inserter(both));
    w->removed.swap(both);
    w->noted = false;
    for (Xapian::docid entry : entries)
        w->retagged.erase(entry);
}

/* Writes the entries of a lean database that have new terms once more. */
void
write_retagged(store_writer *w)
{
    std::map<Xapian::docid, store_retagging> tags;
    store::entry_list entries;

    tags.swap(w->retagged);
    for (const auto &item : tags)
        entries.push_back(item.first);
    store::gather(
        w->db, entries, [&](Xapian::docid entry, Xapian::Document &doc) {
            retag(doc, tags[entry]);
            w->db.add_document(doc);
        });
    remove_entries(w, entries);
}

/* Runs one change inside a transaction, so that what is not committed is
 * never seen, whatever the number of changes. */
template <class Change>
tracuu_status
change(store_writer *w, tracuu_error *err, Change &&make) noexcept
{
    if (w->failed)
        return fail(err, TRACUU_IO,
            "cannot write '%s': an earlier commit failed; open it again",
            w->path.c_str());
    return store::guard(err, "write", w->path, [&] {
        if (!w->changing) {
            w->db.begin_transaction(true);
            w->changing = true;
        }
        make();
        return TRACUU_OK;
    });
}

enum { EXIT_NO_SPACE = 5 };

/* Xapian 1.4.22 throws a second time while it clears up after a write that
 * failed in a commit (seen on a full disk), which ends the process, whoever
 * would catch it.  What was committed is safe. */
[[noreturn]] void
give_up() noexcept
{
    static const char words[] =
        "tracuu: cannot write the index: the disk is full or fails; what was "
        "committed before is safe\n";

    ssize_t wrote = write(STDERR_FILENO, words, sizeof words - 1);

    (void)wrote;
    _exit(EXIT_NO_SPACE);
}

/* As long as one lives, such an end has a message and an exit code. */
class last_words
{
    std::terminate_handler before = std::set_terminate(give_up);

  public:
    last_words() = default;
    last_words(const last_words &) = delete;
    last_words &operator=(const last_words &) = delete;
    ~last_words()
    {
        std::set_terminate(before);
    }
};

} // namespace

tracuu_status
store_writer_open(
    store_writer **out, const char *path, store_mode mode, tracuu_error *err)
{
    *out = nullptr;
    return store::guard(err, "open", path, [&] {
        int flags = Xapian::DB_CREATE_OR_OPEN | Xapian::DB_BACKEND_GLASS;
        bool lean = mode == STORE_SCRATCH_LEAN || store::is_lean(path);

        if (mode != STORE_LIVE)
            flags |= Xapian::DB_NO_SYNC;
        if (lean)
            flags |= Xapian::DB_NO_TERMLIST;
        *out = new store_writer{Xapian::WritableDatabase(path, flags), path};
        (*out)->lean = lean;
        (*out)->removed = store::removed_read((*out)->db);
        return TRACUU_OK;
    });
}

void
store_writer_free(store_writer *w)
{
    if (!w)
        return;
    store::guard(nullptr, "close", w->path, [&] {
        /* Closing commits what no transaction holds; a commit that failed
         * may have left such changes. */
        if (!w->changing)
            w->db.begin_transaction(false);
        w->db.cancel_transaction();
        w->db.close();
        return TRACUU_OK;
    });
    delete w;
}

tracuu_status
store_add(store_writer *w, const store_entry *entry, tracuu_error *err)
{
    tracuu_status status = check_entry(entry, err);

    if (status)
        return status;
    return change(w, err, [&] { w->db.add_document(document_of(entry)); });
}

tracuu_status
store_delete(store_writer *w, span term, tracuu_error *err)
{
    tracuu_status status = check_name(term, "term", err);

    if (status)
        return status;
    return change(w, err, [&] {
        if (w->lean)
            remove_entries(w, entries_with(w, store::string_of(term)));
        else
            w->db.delete_document(store::string_of(term));
    });
}

tracuu_status
store_replace(
    store_writer *w, span term, const store_entry *entry, tracuu_error *err)
{
    tracuu_status status = check_name(term, "term", err);

    if (!status)
        status = check_entry(entry, err);
    if (status)
        return status;
    return change(w, err, [&] {
        std::string of = store::string_of(term);

        if (w->lean) {
            remove_entries(w, entries_with(w, of));
            w->db.add_document(document_of(entry));
        } else {
            w->db.replace_document(of, document_of(entry));
        }
    });
}

tracuu_status
store_retag(store_writer *w, span term, span prefix, const span *names,
    size_t count, tracuu_error *err)
{
    for (size_t i = 0; i < count; i++) {
        tracuu_status status = check_name(names[i], "term", err);

        if (status)
            return status;
    }
    return change(w, err, [&] {
        store_retagging tags = {store::string_of(prefix), {}};

        for (size_t i = 0; i < count; i++)
            tags.names.push_back(store::string_of(names[i]));
        for (Xapian::docid entry : entries_with(w, store::string_of(term))) {
            if (w->lean) {
                w->retagged[entry] = tags;
                continue;
            }
            Xapian::Document doc = w->db.get_document(entry);

            retag(doc, tags);
            w->db.replace_document(entry, doc);
        }
        if (w->retagged.size() >= RETAGGED)
            write_retagged(w);
    });
}

tracuu_status
store_set_metadata(store_writer *w, span name, span value, tracuu_error *err)
{
    tracuu_status status = check_name(name, "metadata name", err);

    if (status)
        return status;
    return change(w, err, [&] {
        w->db.set_metadata(store::string_of(name), store::string_of(value));
    });
}

tracuu_status
store_commit(store_writer *w, tracuu_error *err)
{
    tracuu_status status;

    if (!w->changing && !w->failed)
        return TRACUU_OK;

    last_words ending;

    status = change(w, err, [&] {
        if (!w->retagged.empty())
            write_retagged(w);
        if (!w->noted)
            store::removed_write(&w->db, w->removed);
        w->noted = true;
        w->changing = false;
        w->db.commit_transaction();
    });
    w->failed = status != TRACUU_OK;
    return status;
}
