#include "indexer/extent.h"

/* True if the word in front of the mention says that something else belongs
 * to the act. */
static bool
is_owner(arena *a, const record_mention *m)
{
    static const char *const prepositions[] = {
        "cua", "o", "tai", "theo", "thuoc", "trong"};
    token_list words = token_list_read(a, span_slice(m->sentence, 0, m->at));

    if (!words.count)
        return false;
    for (size_t i = 0; i < sizeof prepositions / sizeof *prepositions; i++) {
        if (span_equal(token_folded(&words, words.count - 1),
                span_of(prepositions[i])))
            return true;
    }
    return false;
}

/* True if nothing but blanks, marks or "và" stands between two mentions of
 * one sentence. */
static bool
goes_on(arena *a, const record_mention *before, const record_mention *m)
{
    token_list words;

    if (before->relation != m->relation || before->at_end > m->at ||
        !span_equal(before->sentence, m->sentence))
        return false;
    words = token_list_read(a, span_slice(m->sentence, before->at_end, m->at));
    return !words.count || (words.count == 1 &&
                               span_equal(token_folded(&words, 0), SPAN("va")));
}

bool *
extent_read(arena *a, const record *r)
{
    bool *whole = arena_array(a, r->mention_count + 1, sizeof *whole);
    bool owner = false;

    for (size_t i = 0; i < r->mention_count; i++) {
        const record_mention *m = &r->mentions[i];

        if (m->at > m->sentence.len || m->at_end > m->sentence.len)
            continue;
        if (!i || !goes_on(a, m - 1, m))
            owner = is_owner(a, m);
        whole[i] = !owner && !m->provision.len;
    }
    return whole;
}
