#include "common/document/extent.h"

#include "common/text/word.h"

/* What the word in front of a mention does. */
typedef enum front {
    FRONT_OTHER,
    FRONT_OWNER, /* "của": something else belongs to the act */
    FRONT_VERB   /* "bãi bỏ", "thay thế cho": the act itself is meant */
} front;

static front
front_of(arena *a, const record_mention *m)
{
    token_list list = token_list_read(a, span_slice(m->sentence, 0, m->at));
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
