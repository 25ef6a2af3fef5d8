#include "searcher/lookup-face.h"

#include "common/document/timeline.h"

const char *
face_date(arena *a, date d)
{
    char text[DATE_SIZE];

    date_format(text, d);
    return arena_string(a, span_of(text));
}

tracuu_document
face_of(arena *a, const record *r, date today)
{
    status_verdict now = timeline_at(r->timeline, today);

    return (tracuu_document){
        .id = arena_string(a, r->id),
        .key = arena_string(a, r->key),
        .number = arena_string(a, r->number),
        .kind = arena_string(a, r->kind),
        .issuer = arena_string(a, r->issuer),
        .date = face_date(a, r->date),
        .term = arena_string(a, r->term),
        .place = arena_string(a, r->place),
        .title = arena_string(a, r->title),
        .signer = arena_string(a, r->signer),
        .capacity = arena_string(a, r->capacity),
        .recipients = arena_string(a, r->recipients),
        .secrecy = arena_string(a, r->secrecy),
        .urgency = arena_string(a, r->urgency),
        .url = arena_string(a, r->url),
        .path = arena_string(a, r->path),
        .effective_from = face_date(a, r->effective_from),
        .effective_to = face_date(a, r->effective_to),
        .status = arena_string(a, now.status),
        .status_cause = arena_string(a, now.cause),
        .status_by = now.cause.len ? relation_about(now.relation)->code : "",
        .status_stated = arena_string(a, r->status_stated),
        .rests_on = "",
        .part_of = arena_string(a, r->part_of),
        .article = arena_string(a, r->article),
        .conflicts = arena_string(a, r->conflicts),
        .news = r->news,
    };
}
