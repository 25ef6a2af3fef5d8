#include "searcher/query-spelling.h"

#include <stdlib.h>

#include "common/text/question.h"
#include "common/text/spelling.h"
#include "common/text/syllable.h"
#include "searcher/plan-frequency.h"
#include "searcher/query-spelling-choice.h"
#include "searcher/query-spelling-seen.h"

/* A word that the statistics do not have: less than a rare one if the index
 * has it. */
#define HELD 9.0
#define UNKNOWN 25.0

/* Passages that have a word: less may have the same slip. */
enum { RARE = 10 };

/* What the first hits write, alone and side by side. */
#define SEEN 4.0
#define SEEN_PAIR 1.0

typedef struct speller {
    tracuu_reader *reader;
    const query *query;
    cell *cells;
    size_t count;
    size_t keys; /* tokens that keys of Telex or VNI may be */
    seen *seen;
} speller;

/* ---- readings ---- */

/* How many passages have the word. */
static uint32_t
held_by(speller *s, size_t at)
{
    const token_list *list = &s->query->tokens;
    uint16_t id = list->at[at].id;

    if (id < SYLLABLE_ID_KNOWN)
        return frequency_of(s->reader, id);
    return reader_frequency(
        s->reader, s->reader->passages, token_folded(list, at));
}

/* A word that may be changed: no number, no symbol and no abbreviation. */
static bool
may_change(const token_list *list, size_t at)
{
    const token *t = &list->at[at];

    return !t->number &&
           (!t->capitals || syllable_is_folded(token_folded(list, at)));
}

static void
fill_cell(speller *s, cell *c)
{
    const token_list *list = &s->query->tokens;
    uint32_t held;
    bool keys = s->keys > 1 && choice_is_keys(list, c->token);

    if (keys && choice_is_joined(list, c->token)) {
        choice_add_keys(c, list);
        return;
    }
    if (!may_change(list, c->token)) {
        c->at[c->count++] = (choice){.form = SPELLING_NONE};
        return;
    }
    choice_add_marks(c, list);
    if (c->count)
        return;
    held = held_by(s, c->token);
    c->at[c->count++] =
        (choice){.form = SPELLING_NONE, .cost = held ? HELD : UNKNOWN};
    if (keys || (!held && choice_is_keys(list, c->token)))
        choice_add_keys(c, list);
    else if (held < RARE)
        choice_add_slips(c, list, held > 0);
}

/* True if some forms of the cells are known to stand together. */
static bool
are_joined(const cell *before, const cell *after)
{
    bool known = false;

    for (int i = 0; i < before->count && !known; i++)
        for (int k = 0; k < after->count && !known; k++)
            if (before->at[i].form >= 0 && after->at[k].form >= 0)
                spelling_cost_behind(
                    before->at[i].form, after->at[k].form, &known);
    return known;
}

/* A syllable that nothing beside it is known to stand with may be a slip. */
static void
add_slips(speller *s)
{
    for (size_t i = 0; i < s->count; i++) {
        cell *c = &s->cells[i];
        bool left = i && !c->apart, right;

        right = i + 1 < s->count && !s->cells[i + 1].apart;
        if (c->at[0].form == SPELLING_NONE || (!left && !right) ||
            (left && are_joined(c - 1, c)) || (right && are_joined(c, c + 1)))
            continue;
        choice_add_slips(c, &s->query->tokens, true);
    }
}

/* A value that its field cannot have ("năm:bắc") is read as words, and meant
 * as it is typed. */
static bool
is_beside_colon(const query *q, const query_node *node)
{
    size_t start = q->tokens.at[node->first].start;
    size_t end = q->tokens.at[node->last - 1].end;

    return (start && q->text.ptr[start - 1] == ':') ||
           (end < q->text.len && q->text.ptr[end] == ':' &&
               end + 1 < q->text.len && q->text.ptr[end + 1] != ' ');
}

/* Marks the tokens that are words to be judged; returns how many. */
static size_t
mark_words(speller *s, bool *words)
{
    const query *q = s->query;
    size_t most = 0;

    for (size_t i = 0; i < q->node_count; i++) {
        const query_node *node = &q->nodes[i];

        if (!query_is_meant(q, node) ||
            (node->kind != QUERY_WORD && node->kind != QUERY_PHRASE) ||
            is_beside_colon(q, node))
            continue;
        for (size_t t = node->first; t < node->last; t++) {
            most += !words[t];
            words[t] = true;
        }
    }
    return most;
}

/* The words that ask are known: "bao lâu" is never "báo lâu". */
static void
fill_question(speller *s)
{
    const token_list *list = &s->query->tokens, *phrase;
    size_t used;

    for (size_t n = 0; n < s->count; n++) {
        size_t at = s->cells[n].token;

        phrase = question_written(list, at, &used);
        for (size_t i = n; phrase && i < s->count; i++) {
            cell *c = &s->cells[i];
            size_t k = c->token - at;
            int form = k < used ? spelling_find(
                                      phrase->at[k].id, token_exact(phrase, k))
                                : SPELLING_NONE;

            if (k >= used)
                break;
            if (form == SPELLING_NONE)
                continue;
            c->at[0] = (choice){.form = form};
            c->count = 1;
        }
    }
}

static void
fill_cells(speller *s, arena *a, const bool *words, size_t most)
{
    const query *q = s->query;

    for (size_t t = 0; t < q->tokens.count; t++)
        s->keys += words[t] && choice_is_keys(&q->tokens, t);
    s->cells = arena_array(a, most + 1, sizeof *s->cells);
    for (size_t t = 0; t < q->tokens.count; t++) {
        cell *c = &s->cells[s->count];

        if (!words[t])
            continue;
        c->token = t;
        c->apart = !t || !words[t - 1] || q->tokens.at[t].breaks;
        fill_cell(s, c);
        s->count++;
        if (c->at[0].joined)
            t++;
    }
    add_slips(s);
    fill_question(s);
}

/* ---- the cheapest way ---- */

/* A choice of the cell before. */
typedef struct origin {
    double best;
    int at, form;
    bool typed;
} origin;

/* Before the hits are read: the most that they can make what was typed cost,
 * the least that they can make anything else. */
static double
bound(double cost, bool typed)
{
    return (cost < SEEN_PAIR) == typed ? SEEN_PAIR : cost;
}

/* Of the form of `c` behind `from`, whose form is SPELLING_NONE if there is
 * none before it. */
static double
step_cost(
    const speller *s, const origin *from, const cell *c, const choice *here)
{
    bool first = c->apart || from->form == SPELLING_NONE;
    double cost;

    if (here->form == SPELLING_NONE)
        return 0;
    if (!first && s->seen && seen_has_pair(s->seen, from->form, here->form))
        return SEEN_PAIR;
    cost = first ? spelling_cost(here->form)
                 : spelling_cost_behind(from->form, here->form, NULL);
    if (!s->seen)
        return bound(cost, here->typed && (first || from->typed));
    return cost > SEEN && here->seen ? SEEN : cost;
}

static int
by_best(const void *a, const void *b)
{
    const origin *x = a, *y = b;

    if (x->best != y->best)
        return x->best < y->best ? -1 : 1;
    return (x->at > y->at) - (x->at < y->at);
}

static int
sort_origins(origin *out, const cell *before)
{
    if (!before) {
        out[0] = (origin){0, 0, SPELLING_NONE, true};
        return 1;
    }
    for (int i = 0; i < before->count; i++)
        out[i] = (origin){
            before->at[i].best, i, before->at[i].form, before->at[i].typed};
    qsort(out, (size_t)before->count, sizeof *out, by_best);
    return before->count;
}

/* The cheapest way to `here`; no step costs less than nothing, so that dear
 * origins are not looked at. */
static void
find_step(const speller *s, const origin *from, int count, const cell *c,
    choice *here)
{
    for (int i = 0; i < count; i++) {
        double cost = from[i].best + here->cost;

        if (i && cost > here->best)
            break;
        cost += step_cost(s, &from[i], c, here);
        if (i && (cost > here->best ||
                     (cost == here->best && from[i].at > here->from)))
            continue;
        here->best = cost;
        here->from = from[i].at;
    }
}

static void
find_way(speller *s)
{
    for (size_t n = 0; n < s->count; n++) {
        cell *c = &s->cells[n];
        origin from[CHOICES];
        int count = sort_origins(from, n ? c - 1 : NULL);

        for (int k = 0; k < c->count; k++) {
            c->at[k].seen = s->seen && seen_has(s->seen, c->at[k].form);
            find_step(s, from, count, c, &c->at[k]);
        }
    }
}

/* ---- the line ---- */

/* True if the token changes more than its place of the tone. */
static bool
put_cell(strbuf *out, const query *q, const cell *c, int chosen, size_t *done)
{
    const token *t = &q->tokens.at[c->token];
    span form, exact = token_exact(&q->tokens, c->token);

    if (c->at[chosen].form == SPELLING_NONE)
        return false;
    form = spelling_text(c->at[chosen].form);
    if (span_equal(form, exact))
        return false;
    strbuf_add(out, span_slice(q->text, *done, t->start));
    choice_put(out, &q->tokens, c, chosen);
    *done = c->at[chosen].joined ? t[1].end : t->end;
    return true;
}

/* The choices of the cheapest way. */
static int *
way_of(const speller *s, arena *a)
{
    int *way = arena_array(a, s->count + 1, sizeof *way), last = 0;

    for (int k = 1; k < s->cells[s->count - 1].count; k++)
        if (s->cells[s->count - 1].at[k].best <
            s->cells[s->count - 1].at[last].best)
            last = k;
    for (size_t n = s->count; n-- > 0;) {
        way[n] = last;
        last = s->cells[n].at[last].from;
    }
    return way;
}

static const char *
write_way(speller *s, arena *a)
{
    const int *way = way_of(s, a);
    strbuf out = STRBUF_INIT;
    size_t done = 0;
    bool changed = false;
    const char *text = "";

    for (size_t n = 0; n < s->count; n++)
        changed |= put_cell(&out, s->query, &s->cells[n], way[n], &done);
    strbuf_add(&out, span_from(s->query->text, done));
    if (changed)
        text = arena_string(a, strbuf_span(&out));
    strbuf_release(&out);
    return text;
}

static size_t
count_words(const query *q)
{
    size_t count = 0;

    for (size_t i = 0; i < q->node_count; i++)
        if (query_is_words(&q->nodes[i]))
            count += q->nodes[i].last - q->nodes[i].first;
    return count;
}

/* One syllable that is written so too: nothing says that another was meant. */
static bool
is_alone(const speller *s)
{
    const token_list *list = &s->query->tokens;
    size_t at = s->cells[0].token;

    return s->count == 1 && spelling_find(list->at[at].id,
                                token_exact(list, at)) != SPELLING_NONE;
}

static void
mark_typed(speller *s)
{
    const token_list *list = &s->query->tokens;

    for (size_t n = 0; n < s->count; n++)
        for (int k = 0; k < s->cells[n].count; k++) {
            choice *c = &s->cells[n].at[k];

            c->typed = c->form == SPELLING_NONE ||
                       span_equal(spelling_text(c->form),
                           token_exact(list, s->cells[n].token));
        }
}

/* True if nothing that the hits write can make another way cheaper. */
static bool
is_settled(speller *s, arena *a)
{
    const int *way;

    mark_typed(s);
    find_way(s);
    way = way_of(s, a);
    for (size_t n = 0; n < s->count; n++)
        if (!s->cells[n].at[way[n]].typed)
            return false;
    return true;
}

/* True if the best hit writes all that was typed, side by side: then nobody
 * needs to be asked what was meant. */
static bool
is_written(const speller *s, const bool *words, const seen *hit)
{
    const token_list *list = &s->query->tokens;
    int before = SPELLING_NONE;

    for (size_t t = 0; t < list->count; t++) {
        int form = words[t]
                       ? spelling_find(list->at[t].id, token_exact(list, t))
                       : SPELLING_NONE;

        if (words[t] && form == SPELLING_NONE && !list->at[t].number)
            return false;
        if (list->at[t].breaks)
            before = SPELLING_NONE;
        if (form != SPELLING_NONE &&
            !(before == SPELLING_NONE ? seen_has(hit, form)
                                      : seen_has_pair(hit, before, form)))
            return false;
        before = form;
    }
    return true;
}

const char *
query_spelling(
    arena *a, tracuu_reader *reader, const query *q, const tracuu_hits *hits)
{
    static const tracuu_hits none;
    speller s = {.reader = reader, .query = q};
    bool *words = arena_array(a, q->tokens.count + 1, sizeof *words);
    seen *read = arena_take(a, sizeof *read);
    size_t most;

    if (count_words(q) > QUERY_WORDS)
        return "";
    if (!hits)
        hits = &none;
    most = mark_words(&s, words);
    seen_read(read, a, hits, 1);
    if (is_written(&s, words, read))
        return "";
    fill_cells(&s, a, words, most);
    if (!s.count || is_alone(&s) || is_settled(&s, a))
        return "";
    seen_read(read, a, hits, hits->count);
    s.seen = read;
    find_way(&s);
    return write_way(&s, a);
}
