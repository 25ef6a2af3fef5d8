#include "searcher/rerank-trace.h"

#include "common/text/syllable.h"

enum { IDS = 65536 };

void
trace_key_make(trace_key *out, arena *a, const unit_set *units)
{
    *out = (trace_key){.units = units, .is = SYLLABLE_ID_END};
    out->word_of = arena_take(a, IDS);
    for (size_t i = 0; i < units->word_count; i++)
        out->word_of[units->words[i].first] = (uint8_t)(i + 1);
    if (units->roles.defines)
        out->is = syllable_id(SPAN("la"));
    for (size_t i = 0; i < units->pair_count; i++) {
        unsigned first = out->word_of[units->pairs[i].first];
        unsigned second = out->word_of[units->pairs[i].second];

        if (first && second)
            out->pair_of[first - 1][second - 1] = (uint8_t)(i + 1);
    }
}

static uint8_t
mark_of(const trace_key *key, uint16_t id)
{
    if (id == SYLLABLE_ID_END)
        return TRACE_END;
    if (id == key->is)
        return TRACE_IS;
    return key->word_of[id] ? (uint8_t)(key->word_of[id] - 1) : TRACE_OTHER;
}

static void
add_ids(trace *t, const trace_key *key, const uint16_t *ids, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uint8_t last = t->count ? t->at[t->count - 1] : TRACE_END;
        uint8_t mark = mark_of(key, ids[i]);

        if (mark < TRACE_WORDS || mark != last)
            t->at[t->count++] = mark;
    }
    if (t->count && t->at[t->count - 1] != TRACE_END)
        t->at[t->count++] = TRACE_END;
}

trace
trace_of(const trace_key *key, arena *a, const forward *f)
{
    size_t length = f->title_count + f->heading_count + f->body_count;
    trace t = {.at = arena_take(a, length + 3), .length = (double)length};

    add_ids(&t, key, f->title, f->title_count);
    add_ids(&t, key, f->heading, f->heading_count);
    t.head = t.count;
    add_ids(&t, key, f->body, f->body_count);
    return t;
}

/* What token `k` is, by its marks too; `*bare` if the text has no marks where
 * the query has. */
static uint8_t
exact_mark(const trace_key *key, const token_list *text, size_t k, bool *bare)
{
    unsigned word = key->word_of[text->at[k].id];
    accent found;

    if (!word || text->at[k].id == key->is)
        return text->at[k].id == key->is ? TRACE_IS : TRACE_OTHER;
    found = unit_accent(key->units, &key->units->words[word - 1], text, k);
    if (found < ACCENT_PLAIN)
        return TRACE_OTHER;
    *bare = found == ACCENT_PLAIN;
    return (uint8_t)(word - 1);
}

trace
trace_exact(const trace_key *key, arena *a, const forward *head,
    const token_list *text, uint64_t *plain)
{
    size_t length = head->title_count + head->heading_count + text->count;
    trace t = {.at = arena_take(a, 2 * length + 4), .length = (double)length};
    uint64_t plain_words = 0, full_words = 0;

    add_ids(&t, key, head->title, head->title_count);
    add_ids(&t, key, head->heading, head->heading_count);
    t.head = t.count;
    for (size_t k = 0; k < text->count; k++) {
        bool bare = false;
        uint8_t mark = exact_mark(key, text, k, &bare);

        if (text->at[k].breaks && t.count)
            t.at[t.count++] = TRACE_END;
        t.at[t.count++] = mark;
        if (mark < TRACE_WORDS)
            *(bare ? &plain_words : &full_words) |= (uint64_t)1 << mark;
    }
    t.at[t.count++] = TRACE_END;
    *plain = plain_words & ~full_words;
    return t;
}
