#include "common/document/document.h"

const char *
zone_name(zone z)
{
    static const char *const names[] = {"head", "subject", "basis", "body",
        "effect", "recipients", "signature", "annex"};

    return names[z];
}

void
document_init(document *d)
{
    memset(d, 0, sizeof *d);
}

void
document_release(document *d)
{
    arena_release(&d->arena);
    document_init(d);
}

void
document_set_text(document *d, span source)
{
    legacy_text decoded = legacy_read(&d->arena, source);
    clean_text clean = normalize_clean(&d->arena, decoded.text);

    d->decoded = decoded.map;
    d->encoding = decoded.encoding;
    d->encodings = decoded.found;
    d->unreadable = decoded.unreadable;
    d->text = clean.text;
    d->map = clean.map;
    d->tokens = token_list_read(&d->arena, clean.text);
}

size_t
document_source(const document *d, size_t at)
{
    return offset_map_source(&d->decoded, offset_map_source(&d->map, at));
}

zone
document_zone(const document *d, size_t at)
{
    size_t low = 0, high = d->zone_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (d->zones[middle].end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == d->zone_count)
        return low ? d->zones[low - 1].zone : ZONE_BODY;
    return d->zones[low].zone;
}

span
document_title(const document *d)
{
    if (d->meta.title.len)
        return d->meta.title;
    return d->title.len ? d->title : d->id;
}
