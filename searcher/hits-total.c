#include "searcher/hits-total.h"

#include "common/document/fields.h"
#include "searcher/lookup-copies.h"
#include "searcher/lookup-memo.h"

enum { KEYS_MAX = 20 /* whose copies are compared */ };

/* A document that was counted. */
typedef struct counted {
    uint32_t entry;
    span key;
    bool twice; /* not the first of its key */
    bool copy;
} counted;

static tracuu_status
read_counted(counted *list, const matches *in, arena *a, tracuu_reader *reader,
    tracuu_error *err)
{
    tracuu_status status = TRACUU_OK;

    for (size_t i = 0; i < in->counted_count && !status; i++) {
        status =
            reader_find(reader, a, in->counted[i].value, &list[i].entry, err);
        if (!status && list[i].entry)
            status = store_value_of(reader->documents, a, list[i].entry,
                SLOT_KEY, &list[i].key, err);
    }
    return status;
}

static counted *
of_entry(counted *list, size_t count, uint32_t entry)
{
    for (size_t i = 0; i < count; i++)
        if (list[i].entry == entry)
            return &list[i];
    return NULL;
}

/* Of each act that bears the key all but the best copy are marked. */
static tracuu_status
mark_copies(counted *list, size_t count, arena *a, tracuu_reader *reader,
    span key, tracuu_error *err)
{
    copy_groups groups;
    tracuu_status status = copies_of_key(&groups, reader, a, key, err);

    for (size_t i = 0; !status && i < groups.count; i++) {
        bool seen = false;

        for (size_t k = 0; k < groups.at[i].count; k++) {
            counted *c = of_entry(list, count, groups.at[i].at[k]);

            if (!c)
                continue;
            c->copy = seen;
            seen = true;
        }
    }
    return status;
}

/* Finds the keys that several of them bear; false if these are too many to
 * compare all who bear them. */
static bool
find_keys(counted *list, size_t count, arena *a, span keys[KEYS_MAX],
    size_t *key_count)
{
    memo known = {.arena = a};

    for (size_t i = 0; i < count; i++) {
        counted *c = &list[i], *before;

        if (!c->key.len || key_is_open(c->key))
            continue;
        before = memo_find(&known, c->key);
        if (!before) {
            memo_add(&known, c->key, c);
        } else if (!before->twice) {
            if (*key_count == KEYS_MAX)
                return false;
            before->twice = true;
            keys[(*key_count)++] = c->key;
        }
    }
    return true;
}

static void
drop_copies(matches *in, const counted *list)
{
    size_t kept = 0;

    for (size_t i = 0; i < in->counted_count; i++)
        if (list[i].entry && !list[i].copy)
            in->counted[kept++] = in->counted[i];
    in->counted_count = kept;
    in->documents = kept;
}

static tracuu_status
settle_few(matches *in, arena *a, tracuu_reader *reader, tracuu_error *err)
{
    counted *list = arena_array(a, in->counted_count + 1, sizeof *list);
    span keys[KEYS_MAX];
    size_t count = 0;
    tracuu_status status = read_counted(list, in, a, reader, err);

    if (status)
        return status;
    in->exact = find_keys(list, in->counted_count, a, keys, &count);
    for (size_t i = 0; i < count && !status; i++)
        status = mark_copies(list, in->counted_count, a, reader, keys[i], err);
    if (!status)
        drop_copies(in, list);
    return status;
}

/* What a number means need not have the words that were counted. */
static void
add_numbered(matches *in, arena *a, const numbered_list *first)
{
    memo known = {.arena = a};

    if (first->count)
        for (size_t i = 0; i < in->counted_count; i++)
            memo_add(&known, in->counted[i].value, in);
    for (size_t i = 0; i < first->count; i++)
        if (!first->at[i].what.entry ||
            (in->exact && !memo_find(&known, first->at[i].group.id)))
            in->documents++;
}

tracuu_status
total_settle(matches *in, arena *a, tracuu_reader *reader,
    const numbered_list *first, tracuu_error *err)
{
    bool few = in->exact && in->counted_count <= TOTAL_FEW;
    tracuu_status status = few ? settle_few(in, a, reader, err) : TRACUU_OK;

    in->exact = in->exact && few;
    if (!status)
        add_numbered(in, a, first);
    return status;
}
