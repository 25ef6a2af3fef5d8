#include "searcher/server/page-outline.h"

enum {
    FEW = 60,       /* sections: all of them are listed */
    DEPTH_SHOWN = 4 /* levels that differ in look */
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

/* A label of one digit says nothing without its heading or its parent. */
static bool
is_listed(const tracuu_section *part, unsigned depth)
{
    return part->depth < depth &&
           (*part->heading || part->depth == 0 || strlen(part->label) > 2);
}

static void
put_section(sheet *s, const tracuu_section *part, size_t i)
{
    html *h = &s->h;

    html_open(
        h, "li", "class", arena_print(&s->arena, "d%u", part->depth).ptr, NULL);
    html_open(h, "a", "href",
        arena_print(&s->arena, "#%s", outline_anchor(s, i)).ptr, NULL);
    html_leaf(h, "b", part->label, NULL);
    if (*part->heading) {
        html_text(h, " ");
        html_text(h, part->heading);
    }
    html_close(h);
    html_close(h);
}

void
outline_put(sheet *s, const tracuu_view *view)
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
        if (is_listed(&view->outline[i], depth))
            put_section(s, &view->outline[i], i);
    html_close(h);
    html_close(h);
    html_close(h);
}
