#include "searcher/related-evidence.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>

#include "common/base/map.h"
#include "common/base/vec.h"
#include "common/document/fields.h"
#include "common/text/provision.h"
#include "searcher/lookup-citing.h"

enum {
    PASSAGES = 300,    /* candidates by topic */
    COMMON_MAX = 1000, /* a basis that more documents share says nothing */
    BASES_MAX = 200,   /* cited acts that are compared */
    LINKED_MAX = 100,  /* articles that refer to the same one */
    BASES_TOLD = 3
};

typedef struct gathering {
    resolver *with;
    const found *self;
    bool grouped;
    VEC(neighbour) all;
    memo places; /* act -> place in `all` */
} gathering;

double
evidence_score(const neighbour *n)
{
    return n->subject + 0.5 * n->shared + n->chain;
}

/* The neighbour that stands for `act`, made if it is new; NULL for the act
 * itself.  Valid until the next call. */
static neighbour *
neighbour_for(gathering *g, const found *act)
{
    span name = resolver_name(g->with, act);
    size_t *place = memo_find(&g->places, name);

    if (place)
        return &g->all.at[*place];
    if (resolver_same(g->self, act) || (!g->grouped && !act->entry))
        return NULL;
    place = arena_take(g->with->arena, sizeof *place);
    *place = g->all.count;
    memo_add(&g->places, name, place);
    vec_push(&g->all, (neighbour){.act = *act});
    return &g->all.at[*place];
}

static neighbour *
neighbour_at(gathering *g, uint32_t entry)
{
    found act = g->grouped
                    ? resolver_home(g->with, entry)
                    : lookup_entry(g->with->reader, g->with->arena, entry);

    return neighbour_for(g, &act);
}

/* ---- edges ---- */

/* "văn bản này thực hiện" of what it refers to, "thực hiện văn bản này" of
 * what refers to it. */
static span
told_relation(arena *a, const relation_info *about, bool outgoing)
{
    span words = arena_copy(a, span_of(about->vietnamese));

    /* Their first letter is one byte, or "Đ", whose small form is one on. */
    if (span_starts_with(words, SPAN("Đ")))
        ((char *)words.ptr)[1] = "đ"[1];
    else
        ((char *)words.ptr)[0] = (char)tolower((unsigned char)words.ptr[0]);
    return outgoing ? arena_print(a, "văn bản này %.*s", SPAN_PRINT(words))
                    : arena_print(a, "%.*s văn bản này", SPAN_PRINT(words));
}

static void
add_edges(gathering *g, const edge_list *list, bool outgoing)
{
    for (size_t i = 0;
         i < list->count && !(g->all.count && reader_is_late(g->with->reader));
         i++) {
        const edge *e = &list->at[i];
        const relation_info *about = relation_about(e->relation);
        neighbour *n = neighbour_for(g, &e->other);
        double strength = 0.4 + 0.1 * about->strength;

        if (!n || n->chain >= strength)
            continue;
        n->chain = strength;
        n->relation = told_relation(g->with->arena, about, outgoing);
    }
}

/* ---- articles that refer to one another ---- */

typedef struct linked {
    gathering *gathering;
    const char *words;
    size_t count;
} linked;

static bool
visit_linked(void *payload, uint32_t entry)
{
    linked *l = payload;
    neighbour *n;

    if (!reader_may_see(l->gathering->with->reader, entry))
        return true;
    n = neighbour_at(l->gathering, entry);
    if (n && n->chain < 1) {
        n->chain = 1;
        n->relation = span_of(l->words);
    }
    return ++l->count < LINKED_MAX;
}

static void
add_linked(gathering *g, const char *prefix, span number, span article,
    const char *words)
{
    arena *a = g->with->arena;
    span value = arena_print(a, "%.*s#%.*s", SPAN_PRINT(symbol_fold(a, number)),
        SPAN_PRINT(article));
    linked l = {g, words, 0};

    if (number.len && article.len)
        store_walk_entries(g->with->reader->documents,
            field_term(a, prefix, value), visit_linked, &l, NULL);
}

/* An article of a law is near to those that it names, and to those that name
 * it. */
static void
add_articles(gathering *g, const record *r)
{
    span number = r->part_of.len ? r->part_of : r->number;

    for (size_t i = 0; i < r->mention_count && !reader_is_late(g->with->reader);
         i++) {
        const record_mention *m = &r->mentions[i];
        span paths = m->provision, path;
        span act = m->relation == REL_SELF ? number : m->number;

        while (paths.len && span_next_field(&paths, ';', &path))
            add_linked(g, "XPART", act, provision_article(path),
                "văn bản này dẫn chiếu");
    }
    if (r->part_of.len)
        add_linked(g, "XPC", number, r->article, "dẫn chiếu văn bản này");
}

/* ---- common bases ---- */

typedef struct basis {
    span key, name;
    double weight;
} basis;

/* The acts that a document cites, with how much it says that another cites
 * them too; returns how many. */
static size_t
read_bases(basis *out, gathering *g, const record *r, uint32_t entries)
{
    map known = MAP_INIT;
    size_t count = 0;

    for (size_t i = 0; i < r->mention_count && count < BASES_MAX &&
                       !reader_is_late(g->with->reader);
         i++) {
        const record_mention *m = &r->mentions[i];
        uint32_t frequency;
        bool is_new = false;

        if (!m->key.len || m->relation == REL_SELF)
            continue;
        map_put(&known, m->key, &is_new);
        frequency = !is_new ? 0
                            : reader_frequency(g->with->reader,
                                  g->with->reader->documents,
                                  field_term(g->with->arena, "XRA:", m->key));
        if (frequency < 2 || frequency > COMMON_MAX)
            continue;
        out[count++] = (basis){m->key, m->number.len ? m->number : m->key,
            log(1 + (double)entries / frequency)};
    }
    map_release(&known);
    return count;
}

static void
add_basis(gathering *g, const basis *b, size_t number, double total)
{
    arena *a = g->with->arena;
    entry_list citing;

    if (citing_of(&citing, g->with->reader, a, &b->key, 1, COMMON_MAX, NULL) !=
        TRACUU_OK)
        return;
    for (size_t i = 0; i < citing.count && !reader_is_late(g->with->reader);
         i++) {
        neighbour *n = neighbour_at(g, citing.at[i]);
        size_t told = 0;

        /* Two copies of one act cite it once. */
        if (!n || n->basis == number)
            continue;
        n->basis = number;
        n->shared += b->weight / total;
        if (!g->grouped)
            continue;
        for (size_t k = 0; k < n->bases.len; k++)
            told += n->bases.ptr[k] == ';';
        if (told + 1 >= BASES_TOLD)
            continue;
        n->bases = n->bases.len ? arena_print(a, "%.*s; %.*s",
                                      SPAN_PRINT(n->bases), SPAN_PRINT(b->name))
                                : arena_copy(a, b->name);
    }
}

static void
add_bases(gathering *g, const record *r)
{
    basis *all = arena_array(g->with->arena, BASES_MAX, sizeof *all);
    uint32_t entries = 0;
    double total = 0;
    size_t count;

    if (g->with->reader->sees_all)
        store_entries(g->with->reader->documents, &entries, NULL);
    else
        reader_entries(g->with->reader, &entries, NULL);
    count = read_bases(all, g, r, entries);
    for (size_t i = 0; i < count; i++)
        total += all[i].weight;
    for (size_t i = 0; i < count && !reader_is_late(g->with->reader); i++)
        add_basis(g, &all[i], i + 1, total);
}

/* ---- the subject ---- */

static tracuu_status
add_subject(gathering *g, topic *about, span id, tracuu_error *err)
{
    resolver *with = g->with;
    topic_matches matches = {NULL, 0};
    tracuu_status status;

    status = topic_read(about, with->reader, with->arena, id, err);
    if (status == TRACUU_OK)
        status = topic_find(
            &matches, with->reader, with->arena, about, id, PASSAGES, err);
    for (size_t i = 0; i < matches.count && !reader_is_late(with->reader);
         i++) {
        neighbour *n;
        uint32_t entry;

        reader_find(with->reader, with->arena, matches.at[i].id, &entry, NULL);
        n = entry ? neighbour_at(g, entry) : NULL;
        if (!n || n->subject >= matches.at[i].score)
            continue;
        n->subject = matches.at[i].score;
        n->passage = matches.at[i].passage;
    }
    return status;
}

/* ---- all together ---- */

static int
compare_neighbours(const void *left, const void *right)
{
    const neighbour *a = left, *b = right;
    double x = evidence_score(a), y = evidence_score(b);

    if (x != y)
        return x > y ? -1 : 1;
    if (a->act.entry != b->act.entry)
        return a->act.entry < b->act.entry ? -1 : 1;
    return span_compare(a->act.key, b->act.key);
}

static tracuu_status
gather_edges(gathering *g, tracuu_error *err)
{
    edge_list outgoing, incoming;
    tracuu_status status =
        edge_around(&outgoing, &incoming, g->with, g->self, err);

    if (status == TRACUU_OK) {
        add_edges(g, &outgoing, true);
        add_edges(g, &incoming, false);
    }
    return status;
}

static tracuu_status
gather(gathering *g, topic *about, tracuu_error *err)
{
    tracuu_status status;
    record r;

    about->count = 0;
    status = gather_edges(g, err);
    if (status != TRACUU_OK || !g->self->entry)
        return status;
    status = lookup_record(g->with->reader, g->with->arena, g->self->entry,
        RECORD_MENTIONS, &r, err);
    if (status != TRACUU_OK)
        return status;
    add_articles(g, &r);
    add_bases(g, &r);
    return add_subject(g, about, r.id, err);
}

tracuu_status
evidence_find(neighbour_list *out, topic *about, resolver *with,
    const found *what, size_t limit, bool grouped, tracuu_error *err)
{
    gathering g = {.with = with,
        .self = what,
        .grouped = grouped,
        .places = {.arena = with->arena}};
    tracuu_status status = gather(&g, about, err);

    if (g.all.count)
        qsort(g.all.at, g.all.count, sizeof *g.all.at, compare_neighbours);
    out->count = g.all.count < limit ? g.all.count : limit;
    out->at = arena_array(with->arena, out->count, sizeof *out->at);
    if (out->count)
        memcpy(out->at, g.all.at, out->count * sizeof *out->at);
    vec_release(&g.all);
    return status;
}
