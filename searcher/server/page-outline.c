#include "searcher/server/page-outline.h"

enum {
    FEW = 60,        /* sections: all of them are listed */
    DEPTH_SHOWN = 4, /* levels that differ in look */
    WORDS = 64       /* bytes of a section's first words */
};

const char *
outline_anchor(sheet *s, size_t section)
{
    return arena_print(&s->arena, "s%zu", section).ptr;
}

/* The deepest level that is listed: points of a long law would hide its
 * articles. */
static unsigned
depth_of(const tracuu_view *view)
{
    size_t count[DEPTH_SHOWN] = {0}, all = 0;
    unsigned depth = 0;

    for (size_t i = 0; i < view->outline_count; i++)
        if (view->outline[i].depth < DEPTH_SHOWN)
            count[view->outline[i].depth]++;
    while (depth < DEPTH_SHOWN && all + count[depth] <= FEW)
        all += count[depth++];
    if (!depth || (depth < DEPTH_SHOWN && all < FEW / 4))
        depth++;
    return depth;
}

/* "1" of "khoản 1", as it stands in the text. */
static const char *
short_label(const tracuu_section *part)
{
    const char *blank = strrchr(part->label, ' ');
    bool named = span_starts_with(span_of(part->label), SPAN("khoản ")) ||
                 span_starts_with(span_of(part->label), SPAN("điểm "));

    return named && blank ? blank + 1 : part->label;
}

/* The words that a section without a heading begins with, cut between two of
 * them. */
static const char *
first_words(sheet *s, const tracuu_section *part, const tracuu_body *body)
{
    span label = span_of(short_label(part)), words;

    if (!body || part->range.start >= body->length)
        return "";
    words.ptr = body->text + part->range.start;
    words.len = strcspn(words.ptr, "\n");
    if (span_starts_with(words, label))
        words = span_from(words, label.len);
    while (words.len && strchr(".)-: ", *words.ptr))
        words = span_from(words, 1);
    words = span_trim(words);
    if (words.len <= WORDS)
        return arena_string(&s->arena, words);
    words.len = WORDS;
    while (words.len && words.ptr[words.len] != ' ')
        words.len--;
    return arena_print(&s->arena, "%.*s …", SPAN_PRINT(words)).ptr;
}

static void
put_section(
    sheet *s, const tracuu_section *part, size_t i, const tracuu_body *body)
{
    html *h = &s->h;
    const char *words =
        *part->heading ? part->heading : first_words(s, part, body);

    html_open(
        h, "li", "class", arena_print(&s->arena, "d%u", part->depth).ptr, NULL);
    html_open(h, "a", "href",
        arena_print(&s->arena, "#%s", outline_anchor(s, i)).ptr, NULL);
    html_leaf(h, "b", short_label(part), NULL);
    html_text(h, " ");
    html_text(h, words);
    html_close(h);
    html_close(h);
}

void
outline_put(sheet *s, const tracuu_view *view, const tracuu_body *body)
{
    unsigned depth = depth_of(view);
    html *h = &s->h;

    if (!view->outline_count)
        return;
    html_open(h, "nav", "class", "outline", "aria-label",
        sheet_say(s, SAY_OUTLINE), NULL);
    html_open(h, "details", "open", "", NULL);
    html_leaf(h, "summary", sheet_say(s, SAY_OUTLINE), NULL);
    html_open(h, "ol", NULL);
    for (size_t i = 0; i < view->outline_count; i++)
        if (view->outline[i].depth < depth)
            put_section(s, &view->outline[i], i, body);
    html_close(h);
    html_close(h);
    html_close(h);
}
