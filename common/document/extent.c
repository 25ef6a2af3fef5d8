#include "common/document/extent.h"

#include "common/text/word.h"

enum { REACH = 80 /* bytes in front of a mention */ };

/* What the word in front of a mention does. */
typedef enum front {
    FRONT_OTHER,
    FRONT_OWNER, /* "của": something else belongs to the act */
    FRONT_VERB   /* "bãi bỏ", "thay thế cho": the act itself is meant */
} front;

/* The end of what stands in front of the mention: a long enumeration would be
 * read once for each of its acts. */
static span
words_before(const record_mention *m)
{
    size_t from = m->at > REACH ? m->at - REACH : 0;

    while (from && from < m->at && m->sentence.ptr[from] != ' ')
        from++;
    return span_slice(m->sentence, from, m->at);
}

static front
front_of(arena *a, const record_mention *m)
{
    token_list list = token_list_read(a, words_before(m));
    size_t last = list.count - 1;

    if (!list.count)
        return FRONT_OTHER;
    if (word_at(&list, last, WORD_DOES_TO_ACT))
        return FRONT_VERB;
    return word_at(&list, last, WORD_OWNED_BY_ACT) ? FRONT_OWNER : FRONT_OTHER;
}

/* True if the mention stands in one enumeration with the one before. */
static bool
goes_on(const record_mention *before, const record_mention *m)
{
    return before->relation == m->relation &&
           span_equal(before->sentence, m->sentence);
}

bool *
extent_read(arena *a, const record *r)
{
    bool *whole = arena_array(a, r->mention_count + 1, sizeof *whole);
    bool owner = false;

    for (size_t i = 0; i < r->mention_count; i++) {
        const record_mention *m = &r->mentions[i];
        front f;

        if (m->at > m->sentence.len || m->at_end > m->sentence.len)
            continue;
        f = front_of(a, m);
        if (f != FRONT_OTHER || !i || !goes_on(m - 1, m))
            owner = f == FRONT_OWNER;
        whole[i] = !owner && !m->provision.len;
    }
    return whole;
}
