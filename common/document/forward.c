#include "common/document/forward.h"

#include "common/text/syllable.h"

/* Title and heading may not crowd out the body. */
enum { PART_MAX = FORWARD_MAX / 4 };

static void
add(strbuf *out, unsigned value)
{
    strbuf_add_char(out, (char)(value & 0xff));
    strbuf_add_char(out, (char)(value >> 8 & 0xff));
}

static size_t
add_part(strbuf *out, const token_list *part)
{
    size_t count = part->count < PART_MAX ? part->count : PART_MAX;

    add(out, (unsigned)count);
    for (size_t i = 0; i < count; i++)
        add(out, part->at[i].id);
    return count;
}

void
forward_encode(strbuf *out, const token_list *title, const token_list *heading,
    const token_list *body, size_t first, size_t last)
{
    size_t room = FORWARD_MAX;

    room -= add_part(out, title);
    room -= add_part(out, heading);
    for (size_t i = first; i < last && room; i++) {
        if (i > first && body->at[i].breaks) {
            add(out, SYLLABLE_ID_END);
            if (!--room)
                break;
        }
        add(out, body->at[i].id);
        room--;
    }
}

/* The 16-bit numbers are copied out: the bytes may stand at an odd place. */
static const uint16_t *
take(arena *a, span *rest, size_t count)
{
    uint16_t *ids = arena_array(a, count ? count : 1, sizeof *ids);

    for (size_t i = 0; i < count; i++) {
        unsigned low = (unsigned char)rest->ptr[2 * i];
        unsigned high = (unsigned char)rest->ptr[2 * i + 1];

        ids[i] = (uint16_t)(low | high << 8);
    }
    *rest = span_from(*rest, 2 * count);
    return ids;
}

static bool
take_part(arena *a, span *rest, const uint16_t **ids, size_t *count)
{
    if (rest->len < 2)
        return false;
    *count = *take(a, rest, 1);
    if (*count > PART_MAX || rest->len < 2 * *count)
        return false;
    *ids = take(a, rest, *count);
    return true;
}

bool
forward_decode(arena *a, span bytes, forward *out)
{
    if (!take_part(a, &bytes, &out->title, &out->title_count) ||
        !take_part(a, &bytes, &out->heading, &out->heading_count))
        return false;
    if (bytes.len % 2 || bytes.len > 2 * FORWARD_MAX)
        return false;
    out->body_count = bytes.len / 2;
    out->body = take(a, &bytes, out->body_count);
    return true;
}
