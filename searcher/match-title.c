#include "searcher/match-title.h"

#include "common/document/fields.h"

typedef struct search {
    arena *arena;
    tracuu_reader *reader;
    uint32_t entries[TITLE_ACTS];
    size_t count;
    span inside;         /* the document that is asked */
    candidate *proposed; /* TITLE_PASSAGES of each at the most */
    size_t proposed_count;
} search;

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

/* Laws that the query names, then the titles that it is most of. */
static tracuu_status
find_acts(search *s, const plan *p, tracuu_error *err)
{
    const query_roles *roles = &p->units.roles;
    store_match match = {.query = p->titles.at,
        .node_count = p->titles.count,
        .limit = TITLE_ACTS};
    store_matches found = {0};
    tracuu_status status = TRACUU_OK;

    for (size_t i = 0; i < roles->act_count && !status; i++)
        status = store_walk_entries(s->reader->documents,
            field_term(s->arena, "XNUM", roles->acts[i]), take_entry, s, err);
    if (!status && p->titles.at)
        status =
            store_find(s->reader->documents, s->arena, &match, &found, err);
    for (size_t i = 0; i < found.hit_count; i++)
        if (!take_entry(s, found.hits[i].entry))
            break;
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
join(matches *m, arena *a, const candidate *more, size_t more_count)
{
    candidate *all = arena_array(a, m->count + more_count + 1, sizeof *all);
    size_t count = m->ranked, ranked;

    memcpy(all, m->at, m->ranked * sizeof *all);
    for (size_t i = 0; i < more_count; i++)
        if (!has(m->at, m->ranked, more[i].entry))
            all[count++] = more[i];
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
propose(
    search *s, plan *inside, const plan *p, uint32_t entry, tracuu_error *err)
{
    match_options options = {.limit = TITLE_PASSAGES};
    tracuu_status status;
    matches more;
    span id;

    status = store_value_of(
        s->reader->documents, s->arena, entry, SLOT_ID, &id, err);
    if (!status && !s->inside.ptr)
        status = plan_make_inside(
            inside, s->arena, s->reader, p->query, &id, 1, err);
    else if (!status)
        plan_move_inside(inside, s->arena, s->inside, id);
    if (!status)
        status = match_run(&more, s->arena, s->reader, inside, &options, err);
    s->inside = id;
    for (size_t i = 0; !status && i < more.ranked; i++)
        if (!p->verified || match_holds(p, &more.at[i].forward))
            s->proposed[s->proposed_count++] = more.at[i];
    return status;
}

tracuu_status
title_propose(matches *m, arena *a, tracuu_reader *reader, const plan *p,
    tracuu_error *err)
{
    search s = {.arena = a, .reader = reader};
    plan *inside = arena_take(a, sizeof *inside);
    tracuu_status status;

    if (!p->titles.at || m->dated)
        return TRACUU_OK;
    s.proposed =
        arena_array(a, TITLE_ACTS * TITLE_PASSAGES, sizeof *s.proposed);
    status = find_acts(&s, p, err);
    for (size_t i = 0; i < s.count && !status && !reader_is_late(reader); i++)
        status = propose(&s, inside, p, s.entries[i], err);
    if (!status && s.proposed_count)
        join(m, a, s.proposed, s.proposed_count);
    return status;
}
