#include "searcher/match-title.h"

#include "common/document/fields.h"

enum { TERMS = 64 /* titles that are looked at */ };

typedef struct search {
    arena *arena;
    tracuu_reader *reader;
    span wanted;             /* "XTbao hiem xa hoi" */
    span terms[TITLE_ACTS];  /* of titles */
    size_t term_count, seen; /* seen: also other words that begin so */
    uint32_t entries[TITLE_ACTS];
    size_t count;
} search;

static span
wanted_title(arena *a, const unit_set *units)
{
    const token_list *list = &units->query->tokens;
    strbuf text = STRBUF_INIT;
    span out;

    strbuf_add(&text, SPAN("XT"));
    for (size_t t = 0; t < list->count; t++) {
        if (!units->ranks[t])
            continue;
        if (text.len > sizeof "XT" - 1)
            strbuf_add_char(&text, ' ');
        strbuf_add(&text, token_folded(list, t));
    }
    out = arena_copy(a, strbuf_span(&text));
    strbuf_release(&text);
    return out;
}

static bool
take_term(void *payload, span term, uint32_t frequency)
{
    search *s = payload;

    (void)frequency;
    if (term.len == s->wanted.len || term.ptr[s->wanted.len] == ' ')
        s->terms[s->term_count++] = arena_copy(s->arena, term);
    return s->term_count < TITLE_ACTS && ++s->seen < TERMS;
}

static bool
take_entry(void *payload, uint32_t entry)
{
    search *s = payload;

    for (size_t i = 0; i < s->count; i++)
        if (s->entries[i] == entry)
            return true;
    if (s->count < TITLE_ACTS)
        s->entries[s->count++] = entry;
    return s->count < TITLE_ACTS;
}

static tracuu_status
find_acts(search *s, const query_roles *roles, tracuu_error *err)
{
    store_reader *from = s->reader->documents;
    tracuu_status status = TRACUU_OK;

    for (size_t i = 0; i < roles->act_count && !status; i++)
        status = store_walk_entries(from,
            field_term(s->arena, "XNUM", roles->acts[i]), take_entry, s, err);
    if (!status && s->wanted.len <= FIELD_TERM_MAX)
        status = store_walk_terms(
            from, s->wanted, (span){NULL, 0}, take_term, s, err);
    for (size_t i = 0; i < s->term_count && !status; i++)
        status = store_walk_entries(from, s->terms[i], take_entry, s, err);
    return status;
}

static bool
has(const candidate *at, size_t count, uint32_t entry)
{
    for (size_t i = 0; i < count; i++)
        if (at[i].entry == entry)
            return true;
    return false;
}

/* Puts those that are new behind the ones that will be ranked. */
static void
join(matches *m, arena *a, const matches *more)
{
    candidate *all = arena_array(a, m->count + more->ranked + 1, sizeof *all);
    size_t count = m->ranked, ranked;

    memcpy(all, m->at, m->ranked * sizeof *all);
    for (size_t i = 0; i < more->ranked; i++)
        if (!has(m->at, m->ranked, more->at[i].entry))
            all[count++] = more->at[i];
    ranked = count;
    for (size_t i = m->ranked; i < m->count; i++)
        if (!has(all + m->ranked, ranked - m->ranked, m->at[i].entry))
            all[count++] = m->at[i];
    m->at = all;
    m->ranked = ranked;
    m->count = count;
}

/* One act at a time, or the one that says the words most would be alone. */
static tracuu_status
propose(matches *m, const search *s, const plan *p, uint32_t entry,
    tracuu_error *err)
{
    match_options options = {.limit = TITLE_PASSAGES};
    plan *inside = arena_take(s->arena, sizeof *inside);
    tracuu_status status;
    matches more;
    span id;

    status = store_value_of(
        s->reader->documents, s->arena, entry, SLOT_ID, &id, err);
    if (!status)
        status = plan_make_inside(
            inside, s->arena, s->reader, p->query, &id, 1, err);
    if (!status)
        status = match_run(&more, s->arena, s->reader, inside, &options, err);
    if (!status)
        join(m, s->arena, &more);
    return status;
}

tracuu_status
title_propose(matches *m, arena *a, tracuu_reader *reader, const plan *p,
    tracuu_error *err)
{
    search s = {.arena = a, .reader = reader};
    tracuu_status status;

    if (!p->units.roles.topic || p->units.word_count > TITLE_WORDS || m->dated)
        return TRACUU_OK;
    s.wanted = wanted_title(a, &p->units);
    status = find_acts(&s, &p->units.roles, err);
    for (size_t i = 0; i < s.count && !status; i++)
        status = propose(m, &s, p, s.entries[i], err);
    return status;
}
