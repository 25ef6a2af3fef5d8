#include "searcher/lookup-standing.h"

#include "common/base/vec.h"
#include "common/document/extent.h"
#include "common/document/fields.h"
#include "common/document/status.h"
#include "searcher/lookup.h"

enum { CLAIMS_MAX = 24 /* documents that are read for one relation */ };

/* Claims less sure than this end nothing. */
static const double SURE = 0.5;

/* From the weakest that is known to the strongest. */
static const char *const ranks[] = {
    "unknown", "in_force", "amended", "partly_expired", "suspended", "expired"};

static unsigned
rank_of(const char *status)
{
    unsigned rank = 0;

    for (unsigned i = 0; i < sizeof ranks / sizeof *ranks; i++) {
        if (status && !strcmp(status, ranks[i]))
            rank = i;
    }
    return rank;
}

/* What the relation makes of its target, all of it or some provisions. */
static const char *
status_after(relation r, bool whole)
{
    const relation_info *about = relation_about(r);

    if (about->ends)
        return whole ? "expired" : "partly_expired";
    if (r == REL_SUSPENDS)
        return whole ? "suspended" : "amended";
    if (r == REL_CONTINUES || r == REL_EXTENDS)
        return "in_force";
    return about->changes ? "amended" : NULL;
}

static const issuer *
issuer_of_key(span key)
{
    key_parts parts;
    span rest, organ;
    const issuer *who;

    if (!key_split(key, &parts))
        return NULL;
    organ = rest = parts.scope;
    span_next_field(&rest, '.', &organ);
    who = issuer_by_id(organ);
    /* "tw" is the scope of three organs that stand side by side. */
    return who ? who : issuer_by_letters(organ);
}

/* The issuer of the act that speaks; of an article, that of its law. */
static const issuer *
issuer_of(arena *a, const record *r)
{
    token_list list;
    size_t used;
    symbol sym;

    if (r->key.len)
        return issuer_of_key(r->key);
    list = token_list_read(a, r->part_of);
    if (r->part_of.len && symbol_match(a, &list, 0, true, &sym, &used))
        return sym.issuer;
    return NULL;
}

/* Who ends an act names it by its number. */
static bool
is_exact(const record_mention *m, relation by)
{
    return !relation_about(by)->ends || m->form == FORM_SYMBOL ||
           m->form == FORM_SHORT;
}

/* True if the mention says by this relation what becomes of `key`. */
static bool
is_claim(const record *r, const record_mention *m, relation by, span key)
{
    const record meant = {.key = key, .number = m->number, .date = m->date};

    return m->relation == by && m->head == HEAD_DOCUMENT &&
           m->confidence >= SURE && span_equal(m->key, key) &&
           is_exact(m, by) && (!r->key.len || status_may_change(r, &meant));
}

/* Whether it is worth while to read the sentences of `r`. */
static bool
may_claim(arena *a, const record *r, relation by, span key)
{
    const issuer *speaker = issuer_of(a, r), *target = issuer_of_key(key);

    if (r->news || !speaker || !target || !issuer_outranks(speaker, target))
        return false;
    for (size_t i = 0; i < r->mention_count; i++)
        if (is_claim(r, &r->mentions[i], by, key))
            return true;
    return false;
}

/* The strongest thing that `r` says of `key` by this relation. */
static const char *
read_claim(arena *a, const record *r, relation by, span key)
{
    const char *status = NULL, *claimed;
    bool *whole = extent_read(a, r);

    for (size_t i = 0; i < r->mention_count; i++) {
        if (!is_claim(r, &r->mentions[i], by, key))
            continue;
        claimed = status_after(by, whole[i]);
        if (rank_of(claimed) > rank_of(status))
            status = claimed;
    }
    return status;
}

/* What is not in effect yet changes nothing. */
static bool
is_in_effect(const record *r, date today)
{
    date from = date_is_set(r->effective_from) ? r->effective_from : r->date;

    return date_number(from) <= date_number(today);
}

typedef struct claims {
    tracuu_reader *reader;
    VEC(uint32_t) entries;
} claims;

static bool
visit_claim(void *payload, uint32_t entry)
{
    claims *c = payload;

    if (reader_may_see(c->reader, entry))
        vec_push(&c->entries, entry);
    return c->entries.count < CLAIMS_MAX;
}

/* What the document at `entry` makes of `key`, NULL if nothing; `cause` is its
 * own key. */
static const char *
ask(tracuu_reader *reader, arena *a, uint32_t entry, relation by, span key,
    const char **cause)
{
    arena scratch = ARENA_INIT;
    const char *status = NULL;
    record r;

    if (!lookup_record(reader, &scratch, entry, RECORD_MENTIONS, &r, NULL) &&
        is_in_effect(&r, reader->today) && may_claim(&scratch, &r, by, key) &&
        !lookup_record(reader, &scratch, entry, RECORD_WHOLE, &r, NULL)) {
        status = read_claim(&scratch, &r, by, key);
        *cause = arena_string(a, r.key);
    }
    arena_release(&scratch);
    return status;
}

static void
judge_by(tracuu_document *out, tracuu_reader *reader, arena *a, relation by,
    span key)
{
    unsigned most = rank_of(status_after(by, true));
    claims c = {.reader = reader};

    store_walk_entries(reader->documents,
        field_edge_term(a, relation_about(by)->code, key), visit_claim, &c,
        NULL);
    for (size_t i = 0; i < c.entries.count && rank_of(out->status) < most &&
                       !reader_is_late(reader);
         i++) {
        const char *cause = "";
        const char *status = ask(reader, a, c.entries.at[i], by, key, &cause);

        if (rank_of(status) <= rank_of(out->status))
            continue;
        out->status = status;
        out->status_cause = cause;
        out->status_by = relation_about(by)->code;
    }
    vec_release(&c.entries);
}

void
standing_judge(tracuu_document *out, tracuu_reader *reader, arena *a, span key)
{
    out->status = "unknown";
    out->status_cause = out->status_by = "";
    for (relation r = 0; r < RELATION_COUNT && !reader_is_late(reader); r++) {
        if (rank_of(status_after(r, true)) > rank_of(out->status))
            judge_by(out, reader, a, r, key);
    }
}
