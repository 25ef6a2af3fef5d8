#include "searcher/related-topic.h"

#include <math.h>
#include <stdlib.h>

#include "common/base/map.h"
#include "common/base/vec.h"
#include "common/document/fields.h"
#include "common/document/forward.h"
#include "common/text/pair.h"
#include "common/text/syllable.h"
#include "common/text/token.h"
#include "searcher/hits-excerpt.h"
#include "searcher/lookup.h"

enum {
    TOPIC_PASSAGES = 60,
    TITLE_WEIGHT = 3 /* a word of title or heading counts as so many */
};

/* ---- counting ---- */

typedef struct tally_term {
    span folded, words;
    uint32_t count;
} tally_term;

typedef struct tally {
    tracuu_reader *reader;
    arena *arena;
    map places;
    VEC(tally_term) terms;
    size_t passages;
} tally;

static void
count_term(tally *t, span folded, span words, uint32_t times)
{
    size_t *place = map_find(&t->places, folded);
    bool is_new;

    if (!place) {
        folded = arena_copy(t->arena, folded);
        place = map_put(&t->places, folded, &is_new);
        *place = t->terms.count;
        vec_push(&t->terms, (tally_term){folded, words, 0});
    }
    t->terms.at[*place].count += times;
}

static void
count_text(tally *t, span text, uint32_t times)
{
    token_list list = token_list_read(t->arena, text);

    for (size_t i = 0; i < list.count; i++) {
        const token *at = &list.at[i];

        count_term(t, token_folded(&list, i), token_exact(&list, i), times);
        if (i == 0 || at->breaks || !pair_is_listed(at[-1].id, at->id))
            continue;
        count_term(t,
            arena_print(t->arena, "%.*s %.*s",
                SPAN_PRINT(token_folded(&list, i - 1)),
                SPAN_PRINT(token_folded(&list, i))),
            arena_print(t->arena, "%.*s %.*s",
                SPAN_PRINT(token_exact(&list, i - 1)),
                SPAN_PRINT(token_exact(&list, i))),
            times);
    }
}

static bool
visit_passage(void *payload, uint32_t entry)
{
    tally *t = payload;
    excerpt read;

    if (excerpt_text(&read, t->arena, t->reader, entry, (span){NULL, 0},
            NULL) == TRACUU_OK) {
        count_text(t, read.heading, 1);
        count_text(t, read.text, 1);
        t->passages++;
    }
    return t->passages < TOPIC_PASSAGES && !reader_is_late(t->reader);
}

static bool
visit_document(void *payload, uint32_t entry)
{
    tally *t = payload;
    record r;

    if (lookup_record(t->reader, t->arena, entry, RECORD_HEAD, &r, NULL) ==
        TRACUU_OK)
        count_text(t, r.title, TITLE_WEIGHT);
    return false;
}

/* ---- choosing ---- */

/* Keeps the heaviest terms in order. */
static void
offer(topic *s, const topic_term *term)
{
    size_t i = s->count;

    if (s->count == TOPIC_TERMS) {
        if (term->weight <= s->terms[TOPIC_TERMS - 1].weight)
            return;
        i--;
    } else {
        s->count++;
    }
    for (; i > 0 && s->terms[i - 1].weight < term->weight; i--)
        s->terms[i] = s->terms[i - 1];
    s->terms[i] = *term;
}

static void
choose(topic *s, tally *t, uint32_t entries)
{
    for (size_t i = 0; i < t->terms.count && !reader_is_late(t->reader); i++) {
        const tally_term *term = &t->terms.at[i];
        uint32_t frequency = reader_frequency_about(t->reader, term->folded);
        topic_term chosen = {.folded = term->folded, .words = term->words};

        /* What stands in one passage alone finds nothing else. */
        if (frequency < 2)
            continue;
        chosen.factor = 1 + log(term->count);
        chosen.weight = chosen.factor * log(1 + (double)entries / frequency);
        offer(s, &chosen);
    }
}

/* Whether a pair is a word ("tội phạm") or two words that meet ("luận số"):
 * how many of the passages with one of its syllables have both. */
static double
cohesion_of(tracuu_reader *reader, span pair)
{
    double both = reader_frequency_about(reader, pair), all = 1;
    span rest = pair, syllable;

    while (span_next_field(&rest, ' ', &syllable))
        all *= (1 + reader_frequency_about(reader, syllable)) / (both + 1);
    return 1 / all;
}

tracuu_status
topic_read(
    topic *out, tracuu_reader *reader, arena *a, span id, tracuu_error *err)
{
    tally t = {.reader = reader, .arena = a, .places = MAP_INIT};
    tracuu_status status;
    uint32_t entries = 0;

    out->count = 0;
    status = store_walk_entries(
        reader->documents, field_term(a, "Q", id), visit_document, &t, err);
    if (status == TRACUU_OK)
        status = store_walk_entries(
            reader->passages, field_term(a, "XD", id), visit_passage, &t, err);
    if (status == TRACUU_OK)
        status = reader_entries(reader, &entries, err);
    if (status == TRACUU_OK)
        choose(out, &t, entries);
    for (size_t i = 0; i < out->count; i++)
        out->terms[i].cohesion = cohesion_of(reader, out->terms[i].folded);
    vec_release(&t.terms);
    map_release(&t.places);
    return status;
}

/* ---- finding ---- */

static tracuu_status
find_passages(store_matches *out, tracuu_reader *reader, arena *a,
    const topic *s, size_t limit, tracuu_error *err)
{
    store_node *nodes =
        arena_array(a, s->count + 4 + reader->visible_count, sizeof *nodes);
    store_match match = {.query = nodes, .limit = (uint32_t)limit};

    nodes[0] = (store_node){.op = STORE_OR, .children = s->count};
    for (size_t i = 0; i < s->count; i++)
        nodes[i + 1] = (store_node){.op = STORE_TERM,
            .term = s->terms[i].folded,
            .factor = s->terms[i].factor};
    match.node_count = reader_filter(reader, nodes, s->count + 1);
    return store_find(reader->passages, a, &match, out, err);
}

tracuu_status
topic_find(topic_matches *out, tracuu_reader *reader, arena *a, const topic *s,
    span id, size_t passages, tracuu_error *err)
{
    store_matches hits;
    map known = MAP_INIT;
    double own = 0;
    tracuu_status status;

    *out = (topic_matches){NULL, 0};
    if (!s->count)
        return TRACUU_OK;
    status = find_passages(&hits, reader, a, s, passages, err);
    if (status != TRACUU_OK)
        return status;
    out->at = arena_array(a, hits.hit_count, sizeof *out->at);
    for (size_t i = 0; i < hits.hit_count; i++) {
        span other = {NULL, 0};
        bool is_new = true;

        store_value_of(
            reader->passages, a, hits.hits[i].entry, SLOT_ID, &other, NULL);
        if (own == 0)
            own = hits.hits[i].weight;
        if (other.ptr && !span_equal(other, id))
            map_put(&known, other, &is_new);
        if (!other.ptr || span_equal(other, id) || !is_new)
            continue;
        out->at[out->count++] = (topic_match){
            other, hits.hits[i].entry, own > 0 ? hits.hits[i].weight / own : 0};
    }
    map_release(&known);
    return TRACUU_OK;
}

/* ---- telling ---- */

/* What tells less than this share of the first word is not told. */
static const double FAINT = 0.3;

typedef struct shared {
    const topic *subject;
    bool found[TOPIC_TERMS];
} shared;

/* The ids of a syllable, or of the two of a pair; 0 for what is not there. */
static void
ids_of(span folded, uint16_t ids[2])
{
    span syllable;

    ids[0] = ids[1] = 0;
    for (int i = 0; i < 2 && span_next_field(&folded, ' ', &syllable); i++)
        ids[i] = syllable_id(syllable);
}

static bool
has_ids(const uint16_t *at, size_t count, const uint16_t ids[2])
{
    for (size_t i = 0; i < count; i++) {
        if (at[i] == ids[0] &&
            (!ids[1] || (i + 1 < count && at[i + 1] == ids[1])))
            return true;
    }
    return false;
}

/* Which terms the passage at `entry` has, by its forward form. */
static void
find_shared(tracuu_reader *reader, uint32_t entry, shared *s)
{
    arena scratch = ARENA_INIT;
    forward f;
    span bytes;

    if (store_value_of(reader->passages, &scratch, entry, SLOT_FORWARD, &bytes,
            NULL) == TRACUU_OK &&
        forward_decode(&scratch, bytes, &f)) {
        for (size_t i = 0; i < s->subject->count; i++) {
            uint16_t ids[2];

            ids_of(s->subject->terms[i].folded, ids);
            s->found[i] = has_ids(f.title, f.title_count, ids) ||
                          has_ids(f.heading, f.heading_count, ids) ||
                          has_ids(f.body, f.body_count, ids);
        }
    }
    arena_release(&scratch);
}

/* True for "phạm" and for "phạm tội" beside "tội phạm": they say the same. */
static bool
overlaps(span a, span b)
{
    span rest = a, syllable;

    while (span_next_field(&rest, ' ', &syllable)) {
        span others = b, other;

        while (span_next_field(&others, ' ', &other)) {
            if (span_equal(syllable, other))
                return true;
        }
    }
    return false;
}

/* How much a term tells a reader. */
static double
telling(const topic_term *t)
{
    return t->weight * t->cohesion;
}

/* The best term left, TOPIC_TERMS if none is. */
static size_t
next_told(const topic *s, const bool *usable, bool pairs)
{
    size_t best = TOPIC_TERMS;

    for (size_t i = 0; i < s->count; i++) {
        bool pair =
            memchr(s->terms[i].folded.ptr, ' ', s->terms[i].folded.len) != NULL;

        if (usable[i] && pair == pairs &&
            (best == TOPIC_TERMS ||
                telling(&s->terms[i]) > telling(&s->terms[best])))
            best = i;
    }
    return best;
}

span
topic_words(tracuu_reader *reader, arena *a, const topic *s, uint32_t entry,
    size_t count)
{
    shared both = {.subject = s};
    span words = {NULL, 0};
    double least = 0;

    find_shared(reader, entry, &both);
    /* A syllable alone says little: only where no pair is shared. */
    for (int pairs = 1; pairs >= 0 && !words.len; pairs--) {
        size_t best;

        while (count && (best = next_told(s, both.found, pairs)) < s->count) {
            span told = s->terms[best].words;

            if (telling(&s->terms[best]) < least)
                break;
            if (!words.len)
                least = telling(&s->terms[best]) * FAINT;
            words = words.len ? arena_print(a, "%.*s, %.*s", SPAN_PRINT(words),
                                    SPAN_PRINT(told))
                              : told;
            for (size_t i = 0; i < s->count; i++) {
                if (overlaps(s->terms[i].folded, s->terms[best].folded))
                    both.found[i] = false;
            }
            count--;
        }
    }
    return words;
}
