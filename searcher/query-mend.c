#include "searcher/query-mend.h"

#include "common/text/normalize.h"
#include "common/text/syllable.h"
#include "searcher/plan-frequency.h"
#include "searcher/query-misread.h"
#include "searcher/query-spelling-choice.h"

typedef struct mender {
    const query *query;
    tracuu_reader *reader;
    bool *ranks; /* by token: a word that is looked for */
    size_t keys; /* tokens that keys may be */
} mender;

static void
find_words(mender *m)
{
    const query *q = m->query;

    for (size_t i = 0; i < q->node_count; i++) {
        const query_node *node = &q->nodes[i];

        if (!query_is_meant(q, node) ||
            (node->kind != QUERY_WORD && node->kind != QUERY_PHRASE))
            continue;
        for (size_t t = node->first; t < node->last; t++) {
            m->ranks[t] = true;
            m->keys += choice_is_keys(&q->tokens, t);
        }
    }
}

static bool
is_keys(const mender *m, size_t at)
{
    const token_list *list = &m->query->tokens;
    uint16_t id = list->at[at].id;

    if (!m->ranks[at] || !choice_is_keys(list, at))
        return false;
    if (choice_is_joined(list, at))
        return m->keys > 1;
    return id < SYLLABLE_ID_KNOWN
               ? !frequency_of(m->reader, id)
               : !reader_frequency(
                     m->reader, m->reader->passages, token_folded(list, at));
}

/* Writes the line with its keys as letters; false if there are none. */
static bool
write_mended(strbuf *out, const mender *m)
{
    const query *q = m->query;
    const token_list *list = &q->tokens;
    size_t done = 0;

    for (size_t t = 0; t < list->count; t++) {
        cell c = {.token = t};

        if (!is_keys(m, t))
            continue;
        choice_add_keys(&c, list);
        strbuf_add(out, span_slice(q->text, done, list->at[t].start));
        choice_put(out, list, &c, 0);
        done = list->at[c.at[0].joined ? t + 1 : t].end;
    }
    strbuf_add(out, span_from(q->text, done));
    return done > 0;
}

void
mend_read(query *q, arena *a, span line)
{
    tracuu_range whole = {0, q->line.len};
    span typed = q->line;
    const char *note =
        arena_print(a, "understood as '%.*s'", SPAN_PRINT(line)).ptr;

    query_read(q, a, line);
    q->line = typed;
    /* Places in what was not typed are no places. */
    for (size_t i = 0; i < q->note_count; i++)
        q->notes[i].range = whole;
    for (size_t i = 0; i < q->node_count; i++)
        q->nodes[i].range = whole;
    query_note(q, whole, note);
}

static void
mend_numbers(query *q, arena *a, tracuu_reader *reader)
{
    span line = misread_put_right(a, reader, q->text);

    if (line.len)
        mend_read(q, a, line);
}

void
mend_keys(query *q, arena *a, tracuu_reader *reader)
{
    mender m = {.query = q, .reader = reader};
    strbuf line = STRBUF_INIT;
    span mended = {NULL, 0};

    m.ranks = arena_array(a, q->tokens.count + 1, sizeof *m.ranks);
    find_words(&m);
    if (m.keys && write_mended(&line, &m))
        mended = arena_copy(a, strbuf_span(&line));
    strbuf_release(&line);
    if (mended.len)
        mend_read(q, a, mended);
    else
        mend_numbers(q, a, reader);
}

/* Words alone; what is more is meant as it is typed. */
static bool
has_words_alone(const query *q)
{
    for (size_t i = 0; i < q->node_count; i++)
        if (q->nodes[i].kind != QUERY_WORD || q->nodes[i].without)
            return false;
    return !q->number_count;
}

tracuu_status
mend_names_act(
    bool *out, const query *typed, span line, resolver *with, tracuu_error *err)
{
    arena *a = with->arena;
    numbered_list acts = {0};
    tracuu_status status;
    query meant = {0};

    *out = false;
    if (!has_words_alone(typed) ||
        span_equal(normalize_folded(a, line), normalize_folded(a, typed->text)))
        return TRACUU_OK;
    query_read(&meant, a, line);
    status = numbered_find(&acts, with, &meant, err);
    *out = acts.count > 0;
    return status;
}
