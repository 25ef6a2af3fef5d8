#include "searcher/query-role.h"

#include <string.h>

#include "common/text/law.h"
#include "common/text/question.h"
#include "common/text/symbol.h"

enum {
    ACTS_MAX = 32,
    TOPIC_WORDS = 8 /* who types more has a sentence in mind */
};

typedef struct reader {
    query_roles *out;
    arena *arena;
    const query *query;
    bool *free; /* by token: a plain word, that may play another part */
    span *acts;
} reader;

static void
mark(reader *r, size_t first, size_t last, role as)
{
    for (size_t t = first; t < last; t++)
        if (r->free[t])
            r->out->of[t] = (uint8_t)as;
}

static void
add_act(reader *r, span number)
{
    if (number.len && r->out->act_count < ACTS_MAX)
        r->acts[r->out->act_count++] = symbol_fold(r->arena, number);
}

/* ---- acts ---- */

static bool
is_year(const token_list *list, size_t at)
{
    span s = at < list->count ? token_folded(list, at) : SPAN("");

    return s.len == 4 && (s.ptr[0] == '1' || s.ptr[0] == '2') &&
           list->at[at].number;
}

/* "2015" or "năm 2015" behind a law's name. */
static date
read_year(const token_list *list, size_t *at)
{
    size_t t = *at;

    if (t < list->count && span_equal(token_folded(list, t), SPAN("nam")))
        t++;
    if (!is_year(list, t))
        return (date){0};
    *at = t + 1;
    return date_parse(token_folded(list, t));
}

static void
add_laws(reader *r, const law_name *name, date year)
{
    const law *one = year.year ? law_choose(name, year, (date){0}) : NULL;

    if (one)
        add_act(r, span_of(one->number));
    for (size_t i = 0; !one && !year.year && i < name->count; i++)
        add_act(r, span_of(law_all(name)[i].number));
}

/* The token behind the law's name that starts at `at`, or `at`. */
static size_t
read_law(reader *r, size_t at)
{
    const token_list *list = &r->query->tokens;
    size_t used, end;
    bool approximate;
    const law_name *name = law_match(list, at, &used, &approximate);
    date year;

    if (!name || approximate)
        name = law_match_code(list, at, &used);
    if (!name)
        return at;
    end = at + used;
    year = read_year(list, &end);
    add_laws(r, name, year);
    mark(r, at, end, ROLE_ACT);
    return end;
}

static void
read_acts(reader *r)
{
    const query *q = r->query;

    for (size_t t = 0; t < q->tokens.count;) {
        size_t end = read_law(r, t);

        t = end > t ? end : t + 1;
    }
    for (size_t i = 0; i < q->number_count; i++) {
        mark(r, q->numbers[i].first, q->numbers[i].last, ROLE_ACT);
        add_act(r, q->numbers[i].act.number);
    }
}

/* ---- questions ---- */

static void
read_questions(reader *r)
{
    const token_list *list = &r->query->tokens;

    for (size_t t = 0; t < list->count;) {
        size_t used = 1;
        question asks = question_match(list, t, &used);

        if (asks == QUESTION_DEFINES)
            r->out->defines = true;
        if (asks == QUESTION_NONE)
            used = 1;
        else
            mark(r, t, t + used, ROLE_ASKS);
        t += used;
    }
}

static bool
has_subject(const reader *r)
{
    for (size_t t = 0; t < r->query->tokens.count; t++)
        if (r->free[t] && r->out->of[t] == ROLE_SUBJECT)
            return true;
    return false;
}

/* Words, that is, and no phrases, fields or words that must not occur. */
static void
find_free(reader *r)
{
    for (size_t i = 0; i < r->query->node_count; i++) {
        const query_node *node = &r->query->nodes[i];

        for (size_t t = node->first; t < node->last; t++)
            r->free[t] = node->kind == QUERY_WORD && !node->without;
    }
}

/* Words alone, and few of them, none of which asks or names an act. */
static bool
is_topic(const reader *r)
{
    size_t words = 0;

    for (size_t t = 0; t < r->query->tokens.count; t++) {
        if (r->out->of[t] != ROLE_SUBJECT)
            return false;
        words += r->free[t];
    }
    return words && words <= TOPIC_WORDS && !r->query->number_count;
}

/* A subject that is the name of a law means its articles too. */
static void
read_subject(reader *r)
{
    const token_list *list = &r->query->tokens;
    const law_name *name;
    size_t first = 0, last = list->count, used;

    while (first < last && !r->free[first])
        first++;
    while (last > first && !r->free[last - 1])
        last--;
    name = law_match_subject(list, first, &used);
    if (name && first + used == last)
        add_laws(r, name, (date){0});
}

void
role_read(query_roles *out, arena *a, const query *q)
{
    size_t room = q->tokens.count + 1;
    reader r = {.out = out, .arena = a, .query = q};

    *out = (query_roles){.of = arena_take(a, room)};
    memset(out->of, ROLE_SUBJECT, room);
    r.free = arena_array(a, room, sizeof *r.free);
    r.acts = arena_array(a, ACTS_MAX, sizeof *r.acts);
    find_free(&r);
    read_questions(&r);
    read_acts(&r);
    out->topic = is_topic(&r);
    if (out->topic)
        read_subject(&r);
    if (!has_subject(&r))
        memset(out->of, ROLE_SUBJECT, room);
    out->acts = r.acts;
}
