#include "searcher/server/page-reading.h"

#include "common/base/map.h"
#include "searcher/server/page-ask.h"
#include "searcher/server/page-name.h"
#include "searcher/server/page-outline.h"

enum { SHORT_LINE = 160 /* bytes that a heading may have */ };

/* All three lists ascend with the text: one walk over it. */
typedef struct reading {
    sheet *sheet;
    const tracuu_view *view;
    span text;
    const tracuu_body *body;
    map targets; /* key -> reference that tells who it is */
    size_t section, mention, match;
    size_t at;        /* to be in view; SIZE_MAX once it was */
    const char *rest; /* of a heading that goes on in the next line */
    bool marked;      /* the first match was put */
    bool inside;      /* the letterhead is over */
} reading;

/* ---- who is named ---- */

static void
remember(reading *r, const char *key, size_t reference)
{
    bool is_new;
    size_t *place;

    if (!*key)
        return;
    place = map_put(&r->targets, span_of(key), &is_new);
    if (is_new)
        *place = reference;
}

/* A key that leaves something open is known by the reference that begins at
 * the same place. */
static void
find_targets(reading *r)
{
    map places = MAP_INIT;
    size_t *starts = arena_array(
        &r->sheet->arena, r->view->outgoing_count + 1, sizeof *starts);
    bool is_new;

    for (size_t i = 0; i < r->view->outgoing_count; i++) {
        const tracuu_reference *to = &r->view->outgoing[i];

        remember(r, to->document->key, i);
        starts[i] = to->place.start;
        *map_put(&places, (span){(char *)&starts[i], sizeof *starts}, &is_new) =
            i;
    }
    for (size_t i = 0; i < r->body->mention_count; i++) {
        const tracuu_mention *m = &r->body->mentions[i];
        const size_t *place = map_find(&places,
            (span){(const char *)&m->range.start, sizeof m->range.start});

        if (place)
            remember(r, m->key, *place);
    }
    map_release(&places);
}

static void
open_link(reading *r, const tracuu_mention *m)
{
    const size_t *place = map_find(&r->targets, span_of(m->key));
    const tracuu_document *d =
        place ? r->view->outgoing[*place].document : NULL;
    sheet *s = r->sheet;

    html_open(&s->h, "a", "class",
        !d                                  ? "ref"
        : d->stub                           ? "ref absent"
        : strcmp(d->status, "expired") == 0 ? "ref expired"
                                            : "ref",
        "href", ask_document(s, d ? d->id : m->key), "title",
        d ? name_line(s, d) : NULL, NULL);
}

/* ---- a line ---- */

static void
put_plain(reading *r, size_t from, size_t to)
{
    if (from < to)
        html_span(&r->sheet->h, span_slice(r->text, from, to));
}

static void
put_marked(reading *r, size_t from, size_t to)
{
    const tracuu_range *all = r->body->matches;
    html *h = &r->sheet->h;

    while (r->match < r->body->match_count && all[r->match].end <= from)
        r->match++;
    for (size_t i = r->match; i < r->body->match_count && all[i].start < to;
         i++) {
        size_t start = all[i].start > from ? all[i].start : from;
        size_t end = all[i].end < to ? all[i].end : to;

        put_plain(r, from, start);
        html_open(h, "mark", "id", r->marked ? NULL : "match", NULL);
        put_plain(r, start, end);
        html_close(h);
        r->marked = true;
        from = end;
    }
    put_plain(r, from, to);
}

static void
put_line(reading *r, size_t from, size_t to)
{
    const tracuu_mention *all = r->body->mentions;

    for (; r->mention < r->body->mention_count &&
           all[r->mention].range.start < to;
         r->mention++) {
        tracuu_range m = all[r->mention].range;

        if (m.start < from || m.end > to)
            continue;
        put_marked(r, from, m.start);
        open_link(r, &all[r->mention]);
        put_marked(r, m.start, m.end);
        html_close(&r->sheet->h);
        from = m.end;
    }
    put_marked(r, from, to);
}

/* ---- what kind of line ---- */

/* No small letter in it: a letterhead, "CHỈ THỊ", a row of dashes. */
static bool
is_display(span line)
{
    for (size_t i = 0; i < line.len; i++)
        if (line.ptr[i] >= 'a' && line.ptr[i] <= 'z')
            return false;
    return line.len < SHORT_LINE;
}

/* The lines above the first sentence or section stand in the middle, as they
 * do on paper. */
static bool
is_letterhead(reading *r, span line)
{
    char last = line.ptr[line.len - 1];

    if (line.len >= SHORT_LINE || strchr(".;:,", last))
        r->inside = true;
    return !r->inside;
}

/* The line is the heading of the section and no more. */
static bool
is_heading(reading *r, const tracuu_section *part, span line)
{
    size_t length = strlen(part->label) + strlen(part->heading);

    r->rest = NULL;
    if (*part->heading && line.len <= strlen(part->label) + 2)
        r->rest = part->heading;
    return line.len <= length + 4 && line.len < 2 * SHORT_LINE &&
           (*part->heading || line.len <= strlen(part->label) + 2);
}

/* The section that begins in the line, and anchors for others that do. */
static const tracuu_section *
section_in(reading *r, size_t to, const char **anchor)
{
    const tracuu_section *all = r->view->outline, *first = NULL;

    *anchor = NULL;
    while (r->section < r->view->outline_count &&
           all[r->section].range.start < to) {
        const char *name = outline_anchor(r->sheet, r->section);

        if (!first) {
            first = &all[r->section];
            *anchor = name;
        } else {
            html_leaf(&r->sheet->h, "span", "", "id", name, NULL);
        }
        r->section++;
    }
    return first;
}

/* Blanks around the line are not shown. */
static void
put_paragraph(reading *r, size_t from, size_t to)
{
    span line = span_trim(span_slice(r->text, from, to));
    const char *anchor, *look = NULL, *tag = "p";
    const tracuu_section *part;
    html *h = &r->sheet->h;
    bool rest = r->rest && span_is(line, r->rest);

    part = section_in(r, to, &anchor);
    if (!line.len)
        return;
    if (r->at != SIZE_MAX && r->at < to) {
        html_leaf(h, "span", "", "id", "at", NULL);
        r->at = SIZE_MAX;
    }
    if (part) {
        bool heading = is_heading(r, part, line);

        tag = heading ? "h3" : "p";
        r->inside = true;
        look = arena_print(&r->sheet->arena, "section d%u", part->depth).ptr;
    } else if (rest) {
        look = "heading";
        r->rest = NULL;
    } else if (is_display(line)) {
        look = "display";
    } else if (is_letterhead(r, line)) {
        look = "letterhead";
    } else if (line.ptr[0] == '-' || line.ptr[0] == '+') {
        look = "item";
    }
    html_open(h, tag, "class", look, "id", anchor, NULL);
    put_line(r, from, to);
    html_close(h);
}

/* ---- the whole ---- */

static void
put_finder(sheet *s, const tracuu_body *body)
{
    html *h = &s->h;

    html_open(h, "form", "class", "finder", "role", "search", "aria-label",
        sheet_say(s, SAY_FIND_IN_TEXT), NULL);
    html_void(h, "input", "name", "q", "type", "search", "value", s->query,
        "aria-label", sheet_say(s, SAY_FIND_IN_TEXT), "placeholder",
        sheet_say(s, SAY_FIND_IN_TEXT), "autocomplete", "off", NULL);
    if (s->lang)
        html_void(h, "input", "type", "hidden", "name", "lang", "value",
            s->lang, NULL);
    if (s->embedded)
        html_void(
            h, "input", "type", "hidden", "name", "embed", "value", "1", NULL);
    html_leaf(h, "button", sheet_say(s, SAY_SEARCH), NULL);
    html_open(h, "span", "class", "matches", "role", "status", NULL);
    if (*s->query && body->match_count)
        sheet_link(
            s, NULL, "#match", sheet_count(s, SAY_MATCHES, body->match_count));
    else if (*s->query)
        html_text(h, sheet_count(s, SAY_MATCHES, 0));
    html_close(h);
    html_leaf(h, "button", "↑", "type", "button", "class", "match-previous",
        "hidden", "", "aria-label", sheet_say(s, SAY_MATCH_PREVIOUS), NULL);
    html_leaf(h, "button", "↓", "type", "button", "class", "match-next",
        "hidden", "", "aria-label", sheet_say(s, SAY_MATCH_NEXT), NULL);
    html_close(h);
}

void
reading_put(
    sheet *s, const tracuu_view *view, const tracuu_body *body, size_t at)
{
    reading r = {.sheet = s,
        .view = view,
        .body = body,
        .text = {body->text, body->length},
        .targets = MAP_INIT,
        .at = at};
    html *h = &s->h;
    size_t from = 0;

    find_targets(&r);
    put_finder(s, body);
    html_open(h, "section", "class", "text", "lang", "vi", "aria-label",
        sheet_say(s, SAY_TEXT), NULL);
    while (from < body->length) {
        const char *end = memchr(body->text + from, '\n', body->length - from);
        size_t to = end ? (size_t)(end - body->text) : body->length;

        put_paragraph(&r, from, to);
        from = to + 1;
    }
    html_close(h);
    map_release(&r.targets);
}
