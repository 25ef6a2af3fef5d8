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

/* The first byte from `start` on whose source is at `source` or behind. */
static size_t
text_at(const document *d, size_t start, size_t end, size_t source)
{
    while (start < end) {
        size_t middle = start + (end - start) / 2;

        if (document_source(d, middle) < source)
            start = middle + 1;
        else
            end = middle;
    }
    return start;
}

passage_pages
document_pages(const document *d, arena *a, size_t start, size_t end)
{
    passage_pages pages = {.ocr = d->ocr};
    size_t source = document_source(d, start), low = 0, high = d->page_count;
    size_t *starts;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (d->pages[middle] <= source)
            low = middle + 1;
        else
            high = middle;
    }
    pages.first = low;
    for (high = low; high < d->page_count; high++) {
        if (d->pages[high] >= document_source(d, end))
            break;
    }
    starts = arena_array(a, high - low + 1, sizeof *starts);
    for (; pages.count < high - low; pages.count++)
        starts[pages.count] =
            text_at(d, start, end, d->pages[low + pages.count]) - start;
    pages.starts = starts;
    return pages;
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
