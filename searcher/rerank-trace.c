#include "searcher/rerank-trace.h"

#include "common/text/syllable.h"

enum { IDS = 65536 };

void
trace_key_make(trace_key *out, arena *a, const unit_set *units)
{
    *out = (trace_key){.units = units, .is = SYLLABLE_ID_END, .widest = 2};
    out->word_of = arena_take(a, IDS);
    for (size_t i = 0; i < units->word_count; i++)
        out->word_of[units->words[i].first] = (uint8_t)(i + 1);
    if (units->alternative_count)
        out->opens = arena_take(a, IDS);
    for (size_t i = 0; i < units->alternative_count; i++) {
        const alternative *other = &units->alternatives[i];

        out->opens[other->ids[0]] = true;
        if (out->widest < other->last - other->first + 2)
            out->widest = other->last - other->first + 2;
    }
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

/* The longest alternative that the ids begin with, NULL if none does. */
static const alternative *
find_other(const trace_key *key, const uint16_t *ids, size_t count)
{
    const alternative *found = NULL;

    if (!key->opens || !key->opens[ids[0]])
        return NULL;
    for (size_t i = 0; i < key->units->alternative_count; i++) {
        const alternative *other = &key->units->alternatives[i];

        if (other->count <= count && (!found || other->count > found->count) &&
            !memcmp(other->ids, ids, other->count * sizeof *ids))
            found = other;
    }
    return found;
}

/* Adds the words that an alternative stands for, as a set; loose ones are
 * nobody's neighbours. */
static uint64_t
add_other(trace *t, const trace_key *key, const alternative *other)
{
    const token *words = key->units->query->tokens.at;
    uint64_t set = 0;

    if (other->loose)
        t->at[t->count++] = TRACE_OTHER;
    for (size_t i = other->first; i < other->last; i++) {
        unsigned word = key->word_of[words[i].id];

        if (!word)
            continue;
        t->at[t->count++] = (uint8_t)(word - 1);
        set |= (uint64_t)1 << (word - 1);
    }
    if (other->loose)
        t->at[t->count++] = TRACE_OTHER;
    return set;
}

static void
add_ids(trace *t, const trace_key *key, const uint16_t *ids, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uint8_t last = t->count ? t->at[t->count - 1] : TRACE_END;
        uint8_t mark = mark_of(key, ids[i]);
        const alternative *other = find_other(key, ids + i, count - i);

        if (other) {
            add_other(t, key, other);
            i += other->count - 1;
            continue;
        }

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
    trace t = {.at = arena_take(a, key->widest * length + 3),
        .length = (double)length};

    add_ids(&t, key, f->title, f->title_count);
    t.title = t.count;
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

static const uint16_t *
ids_of(arena *a, const token_list *text)
{
    uint16_t *ids = arena_array(a, text->count + 1, sizeof *ids);

    for (size_t k = 0; k < text->count; k++)
        ids[k] = text->at[k].id;
    return ids;
}

/* Which words a passage has with their marks, and which without, as sets. */
typedef struct marked {
    uint64_t full, plain;
} marked;

static void
add_tokens(trace *t, const trace_key *key, arena *a, const token_list *text,
    marked *words)
{
    const uint16_t *ids = key->opens ? ids_of(a, text) : NULL;

    for (size_t k = 0; k < text->count; k++) {
        bool bare = false;
        uint8_t mark = exact_mark(key, text, k, &bare);
        const alternative *other =
            ids ? find_other(key, ids + k, text->count - k) : NULL;

        if (text->at[k].breaks && t->count)
            t->at[t->count++] = TRACE_END;
        if (other) {
            words->full |= add_other(t, key, other);
            k += other->count - 1;
            continue;
        }
        t->at[t->count++] = mark;
        if (mark < TRACE_WORDS)
            *(bare ? &words->plain : &words->full) |= (uint64_t)1 << mark;
    }
    if (t->count && t->at[t->count - 1] != TRACE_END)
        t->at[t->count++] = TRACE_END;
}

trace
trace_exact(
    const trace_key *key, arena *a, const excerpt *passage, uint64_t *plain)
{
    const token_list *title = &passage->title_tokens;
    const token_list *heading = &passage->heading_tokens;
    size_t length = title->count + heading->count + passage->tokens.count;
    trace t = {.at = arena_take(a, (key->widest + 1) * length + 4),
        .length = (double)length};
    marked words = {0, 0};

    add_tokens(&t, key, a, title, &words);
    t.title = t.count;
    add_tokens(&t, key, a, heading, &words);
    t.head = t.count;
    add_tokens(&t, key, a, &passage->tokens, &words);
    *plain = words.plain & ~words.full;
    return t;
}

bool
trace_agrees(const trace_key *key, const token_list *text, size_t k)
{
    bool bare;

    return exact_mark(key, text, k, &bare) < TRACE_WORDS;
}
