#include "searcher/suggest-found.h"

#include "common/document/fields.h"
#include "common/document/forward.h"
#include "common/text/pair.h"
#include "common/text/token.h"
#include "searcher/suggest-title.h"

enum {
    NODES = 12,
    PASSAGES = 40,
    PASSAGES_READ = 2000 /* with the rarest word: more take too long */
};

/* True if the title of the passage's document has the words but for the last,
 * which is begun, side by side.  To read its record may take a millisecond. */
static bool
is_titled(suggest_list *l, uint32_t passage, const token_list *words)
{
    size_t wanted = words->count - 1, same = 0;
    span bytes = {NULL, 0};
    forward f;

    store_value_of(
        l->reader->passages, &l->arena, passage, SLOT_FORWARD, &bytes, NULL);
    if (!wanted || !forward_decode(&l->arena, bytes, &f))
        return !wanted;
    for (size_t i = 0; i < f.title_count && same < wanted; i++) {
        for (same = 0; same < wanted && i + same < f.title_count; same++)
            if (f.title[i + same] != words->at[same].id)
                break;
    }
    return same == wanted;
}

/* The document of a passage. */
static tracuu_status
add_passage(suggest_list *l, uint32_t passage, span needed, tracuu_error *err)
{
    tracuu_reader *reader = l->reader;
    uint32_t entry = 0;
    span id;
    tracuu_status status =
        store_value_of(reader->passages, &l->arena, passage, SLOT_ID, &id, err);

    if (status || memo_find(&l->tried, id))
        return status;
    memo_add(&l->tried, id, l);
    status = reader_find(reader, &l->arena, id, &entry, err);
    return status || !entry ? status
                            : suggest_add_document(l, entry, needed, err);
}

typedef struct search {
    suggest_list *list;
    store_node *nodes;
    size_t count; /* of nodes: the first is the AND of the others */
    uint32_t least;
} search;

/* Passages with the term, as far as they are few enough to be read. */
static void
add_term(search *s, store_op op, span term, uint32_t frequency)
{
    if (s->count == NODES)
        return;
    s->nodes[s->count++] = (store_node){.op = op, .term = term};
    if (frequency < s->least)
        s->least = frequency;
}

static void
add_word(search *s, span term)
{
    add_term(s, STORE_TERM, term,
        reader_frequency(s->list->reader, s->list->reader->passages, term));
}

static bool
sum_up(void *payload, span term, uint32_t frequency)
{
    uint32_t *sum = payload;

    (void)term;
    *sum += frequency;
    return *sum <= PASSAGES_READ;
}

/* The last word is begun: it counts only if there is no other. */
static void
add_words(search *s, const token_list *list)
{
    uint32_t sum = 0;

    for (size_t i = 0; i + 1 < list->count; i++) {
        bool pair = i + 2 < list->count &&
                    pair_is_listed(list->at[i].id, list->at[i + 1].id);

        if (pair)
            add_word(s, arena_print(&s->list->arena, "%.*s %.*s",
                            SPAN_PRINT(token_folded(list, i)),
                            SPAN_PRINT(token_folded(list, i + 1))));
        else if (!i || !pair_is_listed(list->at[i - 1].id, list->at[i].id))
            add_word(s, token_folded(list, i));
    }
    if (list->count != 1)
        return;
    store_walk_terms(s->list->reader->passages, token_folded(list, 0), SPAN(""),
        sum_up, &sum, NULL);
    add_term(s, STORE_PREFIX, token_folded(list, 0), sum);
}

tracuu_status
suggest_found(suggest_list *l, span beginning, tracuu_error *err)
{
    token_list list = token_list_read(&l->arena, beginning);
    search s = {l, NULL, 1, UINT32_MAX};
    store_match match = {.limit = PASSAGES};
    store_matches found;
    tracuu_status status;

    s.nodes = arena_array(
        &l->arena, NODES + 4 + l->reader->visible_count, sizeof *s.nodes);
    add_words(&s, &list);
    if (s.count == 1 || !s.least || s.least > PASSAGES_READ)
        return TRACUU_OK;
    s.nodes[0] = (store_node){.op = STORE_AND, .children = s.count - 1};
    match.query = s.nodes;
    match.node_count = reader_filter(l->reader, s.nodes, s.count);
    status = store_find(l->reader->passages, &l->arena, &match, &found, err);
    for (size_t i = 0; !status && i < found.hit_count; i++)
        if (is_titled(l, found.hits[i].entry, &list))
            status = add_passage(l, found.hits[i].entry, beginning, err);
    return status;
}
