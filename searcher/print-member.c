#include "searcher/print-member.h"

/* Code points in the first `bytes` bytes of `s`. */
static int64_t
points(span s, size_t bytes)
{
    int64_t count = 0;

    for (size_t i = 0; i < s.len && i < bytes; i++)
        count += ((unsigned char)s.ptr[i] & 0xC0) != 0x80;
    return count;
}

void
print_member_text(json *j, const char *name, const char *value)
{
    json_member_or_null(j, name, span_of(value));
}

/* What every mention of a document has; the rest only where it is shown
 * whole. */
void
print_member_members(json *j, const tracuu_document *d)
{
    json_member_text(j, "id", d->id);
    print_member_text(j, "key", d->key);
    print_member_text(j, "number", d->number);
    print_member_text(j, "kind", d->kind);
    print_member_text(j, "issuer", d->issuer);
    print_member_text(j, "date", d->date);
    print_member_text(j, "term", d->term);
    print_member_text(j, "place", d->place);
    print_member_text(j, "title", d->title);
    print_member_text(j, "part_of", d->part_of);
    print_member_text(j, "article", d->article);
    print_member_text(j, "status", d->status);
    print_member_text(j, "rests_on", d->rests_on);
    json_member_bool(j, "stub", d->stub);
    json_member_bool(j, "news", d->news);
    json_member_integer(j, "cited_by", (int64_t)d->cited_by);
}

void
print_member_document(json *j, const tracuu_document *d)
{
    json_open(j, '{');
    print_member_members(j, d);
    json_close(j);
}

void
print_member_whole(json *j, const tracuu_document *d)
{
    json_open(j, '{');
    print_member_members(j, d);
    print_member_text(j, "status_cause", d->status_cause);
    print_member_text(j, "status_by", d->status_by);
    print_member_text(j, "effective_from", d->effective_from);
    print_member_text(j, "effective_to", d->effective_to);
    print_member_text(j, "status_stated", d->status_stated);
    print_member_text(j, "signer", d->signer);
    print_member_text(j, "capacity", d->capacity);
    print_member_text(j, "recipients", d->recipients);
    print_member_text(j, "secrecy", d->secrecy);
    print_member_text(j, "urgency", d->urgency);
    print_member_text(j, "conflicts", d->conflicts);
    print_member_text(j, "url", d->url);
    print_member_text(j, "path", d->path);
    json_close(j);
}

void
print_member_documents(
    json *j, const char *name, const tracuu_document *const *all, size_t count)
{
    json_name(j, name);
    json_open(j, '[');
    for (size_t i = 0; i < count; i++)
        print_member_document(j, all[i]);
    json_close(j);
}

void
print_member_range(json *j, span text, tracuu_range range)
{
    json_open(j, '[');
    json_put_integer(j, points(text, range.start));
    json_put_integer(j, points(text, range.end));
    json_close(j);
}

void
print_member_reference(json *j, const tracuu_reference *r)
{
    span sentence = span_of(r->sentence);

    json_open(j, '{');
    json_member_text(j, "relation", r->relation);
    json_member_text(j, "label", r->label);
    json_name(j, "document");
    print_member_document(j, r->document);
    print_member_text(j, "provision", r->provision);
    json_name(j, "sentence");
    json_open(j, '{');
    json_member(j, "text", sentence);
    json_name(j, "mention");
    print_member_range(j, sentence, r->mention);
    json_close(j);
    json_member_integer(j, "start", (int64_t)r->points.start);
    json_member_integer(j, "end", (int64_t)r->points.end);
    json_member_text(j, "rule", r->rule);
    json_member_real(j, "confidence", r->confidence);
    json_member_bool(j, "uncertain", r->uncertain);
    json_member_bool(j, "news", r->news);
    json_member_bool(j, "against_time", r->against_time);
    json_name(j, "told_by");
    if (r->told_by)
        json_put_text(j, r->told_by->id);
    else
        json_put_null(j);
    json_close(j);
}
