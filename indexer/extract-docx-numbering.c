#include "indexer/extract-docx-numbering.h"

#include <stdio.h>

#include "common/base/arena.h"
#include "common/base/map.h"
#include "common/text/term.h"
#include "common/text/utf8.h"
#include "indexer/extract-xml.h"

enum { LISTS_MAX = 4096, STYLES_MAX = 4096, NUMBER_MAX = 1000000 };

typedef struct tier {
    long start;
    long count; /* numbers given, the last one; 0: none yet */
    span format, text;
    bool used;
} tier;

typedef struct definition {
    long id;
    tier levels[NUMBERING_LEVELS];
} definition;

typedef struct list {
    long id;
    size_t definition;             /* place, or SIZE_MAX */
    long starts[NUMBERING_LEVELS]; /* instead of the definition's, or -1 */
    bool begun[NUMBERING_LEVELS];
} list;

typedef struct look {
    span id, based;
    long list, level;
} look;

struct numbering {
    arena arena;
    VEC(definition) definitions;
    VEC(list) lists;
    VEC(look) styles;
    bool in_list, in_style;
    long at_level;
    map by_style;
};

static long
bounded(long n)
{
    return n < 0 || n > NUMBER_MAX ? 1 : n;
}

static tier *
open_level(numbering *n)
{
    if (n->in_list || !n->definitions.count || n->at_level < 0 ||
        n->at_level >= NUMBERING_LEVELS)
        return NULL;
    return &n->definitions.at[n->definitions.count - 1].levels[n->at_level];
}

static void
add_definition(numbering *n, const xml_attributes *a)
{
    definition d = {.id = xml_number(a, "abstractNumId", -1)};

    for (int i = 0; i < NUMBERING_LEVELS; i++)
        d.levels[i].start = 1;
    if (n->definitions.count < LISTS_MAX)
        vec_push(&n->definitions, d);
    n->in_list = false;
}

static void
add_list(numbering *n, const xml_attributes *a)
{
    list l = {.id = xml_number(a, "numId", -1), .definition = SIZE_MAX};

    for (int i = 0; i < NUMBERING_LEVELS; i++)
        l.starts[i] = -1;
    if (n->lists.count < LISTS_MAX)
        vec_push(&n->lists, l);
    n->in_list = true;
}

static void
set_definition(numbering *n, long id)
{
    for (size_t i = 0; i < n->definitions.count; i++) {
        if (n->definitions.at[i].id == id && n->lists.count)
            n->lists.at[n->lists.count - 1].definition = i;
    }
}

static void
open_numbering(void *payload, const char *name, const xml_attributes *a)
{
    numbering *n = payload;
    tier *l;

    if (!strcmp(name, "abstractNum"))
        add_definition(n, a);
    else if (!strcmp(name, "num"))
        add_list(n, a);
    else if (!strcmp(name, "abstractNumId") && n->in_list)
        set_definition(n, xml_number(a, "val", -1));
    else if (!strcmp(name, "lvl") || !strcmp(name, "lvlOverride"))
        n->at_level = xml_number(a, "ilvl", -1);
    else if (!strcmp(name, "startOverride") && n->in_list && n->lists.count &&
             n->at_level >= 0 && n->at_level < NUMBERING_LEVELS)
        n->lists.at[n->lists.count - 1].starts[n->at_level] =
            bounded(xml_number(a, "val", 1));
    else if ((l = open_level(n)) && !strcmp(name, "start"))
        l->start = bounded(xml_number(a, "val", 1));
    else if (l && !strcmp(name, "numFmt"))
        l->format = arena_copy(&n->arena, xml_attribute(a, "val"));
    else if (l && !strcmp(name, "lvlText"))
        l->text = arena_copy(&n->arena, xml_attribute(a, "val"));
}

static void
open_style(void *payload, const char *name, const xml_attributes *a)
{
    numbering *n = payload;
    look *s = n->styles.count ? &n->styles.at[n->styles.count - 1] : NULL;

    if (!strcmp(name, "style") && n->styles.count < STYLES_MAX)
        vec_push(&n->styles,
            (look){.id = arena_copy(&n->arena, xml_attribute(a, "styleId")),
                .list = -1});
    else if (s && !strcmp(name, "basedOn"))
        s->based = arena_copy(&n->arena, xml_attribute(a, "val"));
    else if (s && !strcmp(name, "numId"))
        s->list = xml_number(a, "val", -1);
    else if (s && !strcmp(name, "ilvl"))
        s->level = xml_number(a, "val", 0);
}

static void
close_nothing(void *payload, const char *name)
{
    (void)payload;
    (void)name;
}

numbering *
numbering_new(span lists, span styles)
{
    const xml_reader list_reader = {open_numbering, close_nothing, NULL};
    const xml_reader style_reader = {open_style, close_nothing, NULL};
    numbering *n = memory_take_zero(1, sizeof *n);
    sink ignored;

    sink_init(&ignored, 0);
    if (lists.len)
        xml_read(lists, &list_reader, n, "word/numbering.xml", &ignored);
    if (styles.len)
        xml_read(styles, &style_reader, n, "word/styles.xml", &ignored);
    for (size_t i = 0; i < n->styles.count; i++) {
        bool is_new;

        *map_put(&n->by_style, n->styles.at[i].id, &is_new) = i;
    }
    return n;
}

void
numbering_free(numbering *n)
{
    if (!n)
        return;
    arena_release(&n->arena);
    vec_release(&n->definitions);
    vec_release(&n->lists);
    vec_release(&n->styles);
    map_release(&n->by_style);
    free(n);
}

bool
numbering_of_style(const numbering *n, span id, long *to_list, long *to_level)
{
    for (int depth = 0; depth < 10 && id.len; depth++) {
        const size_t *place = map_find(&n->by_style, id);
        const look *s = place ? &n->styles.at[*place] : NULL;

        if (!s)
            return false;
        if (s->list >= 0) {
            *to_list = s->list;
            *to_level = s->level;
            return s->list > 0;
        }
        id = s->based;
    }
    return false;
}

/* aa, bb after z, as Word counts. */
static void
add_letters(strbuf *out, long number, char first)
{
    for (long i = 0; i <= (number - 1) / 26 && i < 4; i++)
        strbuf_add_char(out, (char)(first + (number - 1) % 26));
}

static void
add_number(strbuf *out, const tier *l)
{
    long number = l->count;
    size_t start = out->len;

    if (span_is(l->format, "lowerLetter") && number > 0) {
        add_letters(out, number, 'a');
    } else if (span_is(l->format, "upperLetter") && number > 0) {
        add_letters(out, number, 'A');
    } else if (span_is(l->format, "decimalZero")) {
        strbuf_print(out, "%02ld", number);
    } else if ((span_is(l->format, "upperRoman") ||
                   span_is(l->format, "lowerRoman")) &&
               term_add_roman(out, (unsigned)number)) {
        for (size_t i = start; l->format.ptr[0] == 'l' && i < out->len; i++)
            out->ptr[i] = (char)(out->ptr[i] | 0x20);
    } else if (!span_is(l->format, "none")) {
        strbuf_print(out, "%ld", number);
    }
}

static void
count(list *l, tier *levels, long at)
{
    if (l->starts[at] >= 0 && !l->begun[at])
        levels[at].count = l->starts[at];
    else if (!levels[at].used)
        levels[at].count = levels[at].start;
    else
        levels[at].count++;
    l->begun[at] = true;
    levels[at].used = true;
    for (long i = 0; i < at; i++) {
        if (!levels[i].used) {
            levels[i].used = true;
            levels[i].count = levels[i].start;
        }
    }
    for (long i = at + 1; i < NUMBERING_LEVELS; i++)
        levels[i].used = false;
}

static void
add_text(strbuf *out, const tier *levels, span text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        int which = i + 1 < text.len ? text.ptr[i + 1] - '1' : -1;

        if (c == '%' && which >= 0 && which < NUMBERING_LEVELS) {
            add_number(out, &levels[which]);
            i++;
        } else {
            strbuf_add_char(out, c);
        }
    }
}

void
numbering_next(numbering *n, long id, long at, strbuf *out)
{
    list *l = NULL;
    tier *levels;
    size_t start = out->len;

    for (size_t i = 0; i < n->lists.count && !l; i++) {
        if (n->lists.at[i].id == id)
            l = &n->lists.at[i];
    }
    if (!l || l->definition == SIZE_MAX || at < 0 || at >= NUMBERING_LEVELS)
        return;
    levels = n->definitions.at[l->definition].levels;
    count(l, levels, at);
    if (span_is(levels[at].format, "bullet"))
        strbuf_add_string(out, "-");
    else
        add_text(out, levels, levels[at].text);
    if (out->len > start)
        strbuf_add_char(out, ' ');
}
