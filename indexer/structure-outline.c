#include "indexer/structure-outline.h"

#include "indexer/structure-heading.h"

enum {
    GAP_ARTICLES = 200, /* articles left out of an extract */
    GAP_OTHERS = 3
};

/* A style that has a word: Phần ... Điều. */
static bool
is_named(numbering style)
{
    return style <= NUMBERING_ARTICLE;
}

static outline_frame *
find_open(outline *o, numbering style)
{
    for (size_t i = o->depth; i-- > 0;)
        if (o->open[i].style == style)
            return &o->open[i];
    return NULL;
}

static void
close_last(outline *o, size_t end)
{
    o->sections.at[o->open[--o->depth].section].end = end;
}

void
outline_close(outline *o, size_t end)
{
    while (o->depth)
        close_last(o, end);
}

/* True if the number goes on with the series of its style, or starts one. */
static bool
fits(outline *o, const number_mark *m, bool quoted)
{
    const outline_frame *f = find_open(o, m->style);
    bool article = m->style == NUMBERING_ARTICLE;

    if (m->style == NUMBERING_ANNEX)
        return !quoted;
    if (quoted)
        return article && f && m->value == f->value + 1 && !m->insert;
    if (!f)
        return m->value == 1 || article || !o->sections.count;
    if (m->value == f->value)
        return m->insert > f->insert;
    if (m->value == 1)
        return true;
    return m->value > f->value &&
           m->value - f->value <= (article ? GAP_ARTICLES : GAP_OTHERS);
}

/* Closes what the new section does not stand inside of. */
static void
close_for(outline *o, numbering style, size_t end)
{
    bool sibling = find_open(o, style) != NULL;
    numbering top = NUMBERING_NONE;

    if (style == NUMBERING_ANNEX) {
        outline_close(o, end);
    } else if (sibling) {
        /* Everything down to the sibling. */
        while (top != style) {
            top = o->open[o->depth - 1].style;
            close_last(o, end);
        }
    } else if (style == NUMBERING_ARTICLE) {
        /* Articles may stand inside I. and A., as Party rules have them. */
        while (o->depth && o->open[o->depth - 1].style > NUMBERING_ROMAN)
            close_last(o, end);
    } else {
        while (o->depth && o->open[o->depth - 1].style > style)
            close_last(o, end);
    }
}

static section_level
level_of(const outline *o, numbering style)
{
    static const section_level levels[] = {SECTION_ANNEX, SECTION_PART,
        SECTION_CHAPTER, SECTION_HEADING, SECTION_SUBHEADING, SECTION_ARTICLE,
        SECTION_PART, SECTION_HEADING, SECTION_SUBHEADING, SECTION_CLAUSE,
        SECTION_CLAUSE, SECTION_POINT};

    if (style == NUMBERING_ARABIC)
        for (size_t i = 0; i < o->depth; i++)
            if (o->open[i].style == NUMBERING_ARTICLE)
                return SECTION_CLAUSE;
    return levels[style];
}

static span
label_of(document *d, const number_mark *m, section_level as)
{
    static const char *const words[] = {
        "Phụ lục", "Phần", "Chương", "Mục", "Tiểu mục", "Điều"};
    const char *word = is_named(m->style)            ? words[m->style]
                       : m->style == NUMBERING_POINT ? "điểm"
                       : as == SECTION_CLAUSE && m->style == NUMBERING_ARABIC
                           ? "khoản"
                           : "";

    if (!*word)
        return m->number;
    if (!m->number.len)
        return span_of(word);
    return arena_print(&d->arena, "%s %.*s", word, SPAN_PRINT(m->number));
}

static void
open_section(outline *o, const number_mark *m, section s)
{
    if (o->depth == OUTLINE_DEPTH || o->sections.count >= OUTLINE_MAX)
        return;
    s.parent = o->depth ? o->open[o->depth - 1].section : -1;
    o->open[o->depth++] =
        (outline_frame){m->style, m->value, m->insert, (int)o->sections.count};
    vec_push(&o->sections, s);
}

bool
outline_add(outline *o, document *d, const number_mark *m, size_t start,
    size_t end, bool quoted)
{
    section s = {.number = m->number, .start = start, .end = d->text.len};

    if (!fits(o, m, quoted))
        return false;
    close_for(o, m->style, start);
    s.level = level_of(o, m->style);
    s.label = label_of(d, m, s.level);
    s.heading = heading_read(d, m->after, end, is_named(m->style));
    open_section(o, m, s);
    return true;
}

void
outline_add_annex(outline *o, document *d, span label, size_t start)
{
    number_mark m = {.style = NUMBERING_ANNEX, .value = 1};

    outline_close(o, start);
    open_section(o, &m,
        (section){.level = SECTION_ANNEX,
            .label = label,
            .start = start,
            .end = d->text.len});
}

void
outline_finish(outline *o, document *d)
{
    outline_close(o, d->text.len);
    d->section_count = o->sections.count;
    d->sections =
        arena_array(&d->arena, o->sections.count, sizeof *d->sections);
    if (o->sections.count)
        memcpy(d->sections, o->sections.at,
            o->sections.count * sizeof *d->sections);
    vec_release(&o->sections);
}
