#include "searcher/lookup-ground.h"

#include "common/document/fields.h"
#include "common/document/timeline.h"
#include "common/text/key.h"
#include "searcher/lookup-citing.h"

enum { LOOKED_AT = 24 /* acts that are looked up for one */ };

bool
ground_relation(relation r)
{
    return r == REL_BASED_ON || r == REL_IMPLEMENTS || r == REL_DETAILS ||
           r == REL_GUIDES || r == REL_CONTINUES;
}

/* What an act outside what may be seen has ended is not told. */
static bool
is_expired(tracuu_reader *reader, arena *a, span key)
{
    uint32_t entry = citing_first(reader, field_term(a, "XKEY", key));
    span timeline = {NULL, 0};
    status_verdict v;

    if (!entry)
        return false;
    store_value_of(reader->documents, a, entry, SLOT_STATUS, &timeline, NULL);
    v = timeline_at(timeline, reader->today);
    return span_equal(v.status, SPAN("expired")) &&
           (reader->sees_all || !v.cause.len ||
               citing_first(reader, field_term(a, "XKEY", v.cause)));
}

static bool
is_known(const span *keys, size_t count, span key)
{
    for (size_t i = 0; i < count; i++)
        if (span_equal(keys[i], key))
            return true;
    return false;
}

/* What the text calls the act: its number, else its own words for it. */
static span
name_of(arena *a, record_mention *m)
{
    record_sentence(a, m);
    return m->number.len ? m->number
                         : span_slice(m->sentence, m->at, m->at_end);
}

span
ground_expired(tracuu_reader *reader, arena *a, const record *r)
{
    span now = timeline_at(r->timeline, reader->today).status;
    span keys[LOOKED_AT], out = {NULL, 0};
    size_t count = 0, found = 0;
    span name;

    if (!r->key.len || r->news || span_equal(now, SPAN("expired")) ||
        span_equal(now, SPAN("unknown")))
        return out;
    for (size_t i = 0; i < r->mention_count && count < LOOKED_AT; i++) {
        record_mention *m = &r->mentions[i];

        if (m->head != HEAD_DOCUMENT || !ground_relation(m->relation) ||
            !m->key.len || key_is_open(m->key) || is_known(keys, count, m->key))
            continue;
        keys[count++] = m->key;
        if (found == GROUND_MAX || !is_expired(reader, a, m->key))
            continue;
        name = name_of(a, m);
        out = arena_print(a, "%.*s%s%.*s", SPAN_PRINT(out), found ? "; " : "",
            SPAN_PRINT(name));
        found++;
    }
    return out;
}
