#include "searcher/server/page-ask.h"

#include <stdio.h>
#include <stdlib.h>

static const struct {
    const char *name;
    say_id label;
} filters[ASK_FILTERS] = {
    [ASK_KIND] = {"kind", SAY_KIND},
    [ASK_ISSUER] = {"issuer", SAY_ISSUER},
    [ASK_PLACE] = {"place", SAY_PLACE},
    [ASK_TERM] = {"term", SAY_TERM},
    [ASK_STATUS] = {"status", SAY_STATUS},
    [ASK_SECRECY] = {"secrecy", SAY_SECRECY},
    [ASK_YEAR] = {"year", SAY_YEAR},
    [ASK_FROM] = {"from", SAY_FROM},
    [ASK_TO] = {"to", SAY_TO},
};

static const char *
given(const request *in, const char *name)
{
    const char *value = in->param(in, name);

    return value ? value : "";
}

void
ask_read(ask *out, const request *in)
{
    long page = strtol(given(in, "page"), NULL, 10);

    *out = (ask){.q = given(in, "q"), .sort = given(in, "sort"), .page = 1};
    for (ask_filter f = 0; f < ASK_FILTERS; f++)
        out->filters[f] = given(in, filters[f].name);
    if (strcmp(out->sort, "newest") != 0 && strcmp(out->sort, "oldest") != 0)
        out->sort = "";
    if (page > 1)
        out->page = page < ASK_PAGES ? (unsigned)page : ASK_PAGES;
}

const char *
ask_name(ask_filter f)
{
    return filters[f].name;
}

say_id
ask_label(ask_filter f)
{
    return filters[f].label;
}

bool
ask_is_filtered(const ask *a)
{
    for (ask_filter f = 0; f < ASK_FILTERS; f++)
        if (*a->filters[f])
            return true;
    return false;
}

/* ---- the line ---- */

static void
add_fields(strbuf *line, const ask *a)
{
    for (ask_filter f = 0; f < ASK_FILTERS; f++) {
        if (!*a->filters[f])
            continue;
        strbuf_add_string(line, filters[f].name);
        strbuf_add_string(line, ":\"");
        /* A quotation mark would end the value. */
        for (const char *p = a->filters[f]; *p; p++)
            strbuf_add_char(line, *p == '"' ? ' ' : *p);
        strbuf_add_string(line, "\" ");
    }
}

const char *
ask_line(sheet *s, const ask *a)
{
    strbuf line = STRBUF_INIT;
    const char *kept;

    add_fields(&line, a);
    strbuf_add_string(&line, a->q);
    kept = arena_string(&s->arena, strbuf_span(&line));
    strbuf_release(&line);
    return kept;
}

const char *
ask_typed(sheet *s, const ask *a, const char *line)
{
    ask empty = *a;
    size_t head;

    empty.q = "";
    head = strlen(ask_line(s, &empty));
    return strlen(line) > head ? line + head : "";
}

/* ---- addresses ---- */

/* Appends what may stand in a path, slashes too if `path`, or in the value of
 * a parameter. */
static void
encode(strbuf *out, const char *text, bool path)
{
    static const char plain[] = "-._~:,";

    for (const char *p = text; *p; p++) {
        unsigned char c = (unsigned char)*p;
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                      (c >= '0' && c <= '9');

        if (letter || strchr(plain, c) || (path && c == '/'))
            strbuf_add_char(out, *p);
        else if (!path && c == ' ')
            strbuf_add_char(out, '+');
        else
            strbuf_print(out, "%%%02X", c);
    }
}

/* An address while it is put together. */
typedef struct address {
    strbuf text;
    bool asked; /* there is a parameter */
} address;

static void
add_param(address *to, const char *name, const char *value)
{
    if (!value || !*value)
        return;
    strbuf_add_char(&to->text, to->asked ? '&' : '?');
    to->asked = true;
    strbuf_add_string(&to->text, name);
    strbuf_add_char(&to->text, '=');
    encode(&to->text, value, false);
}

static const char *
finish(sheet *s, address *to, const char *fragment)
{
    const char *kept;

    add_param(to, "lang", s->lang);
    add_param(to, "embed", s->embedded ? "1" : NULL);
    strbuf_add_string(&to->text, fragment);
    kept = arena_string(&s->arena, strbuf_span(&to->text));
    strbuf_release(&to->text);
    return kept;
}

const char *
ask_address(sheet *s, const ask *a)
{
    address to = {STRBUF_INIT, false};
    char page[16];

    snprintf(page, sizeof page, "%u", a->page);
    strbuf_add_string(&to.text, "/search");
    add_param(&to, "q", a->q);
    for (ask_filter f = 0; f < ASK_FILTERS; f++)
        add_param(&to, filters[f].name, a->filters[f]);
    add_param(&to, "sort", a->sort);
    add_param(&to, "page", a->page > 1 ? page : NULL);
    return finish(s, &to, "");
}

const char *
ask_list(sheet *s, const ask *a, const char *what)
{
    address to = {STRBUF_INIT, false};

    strbuf_add_string(&to.text, "/api/v1/");
    strbuf_add_string(&to.text, what);
    add_param(&to, "q", ask_line(s, a));
    return finish(s, &to, "");
}

static const char *
plain_page(sheet *s, const char *path)
{
    address to = {STRBUF_INIT, false};

    strbuf_add_string(&to.text, path);
    return finish(s, &to, "");
}

const char *
ask_home(sheet *s)
{
    return plain_page(s, "/");
}

const char *
ask_help(sheet *s)
{
    return plain_page(s, "/help");
}

const char *
ask_search(sheet *s, const char *q)
{
    ask a = {.q = q, .sort = "", .page = 1};

    for (ask_filter f = 0; f < ASK_FILTERS; f++)
        a.filters[f] = "";
    return ask_address(s, &a);
}

/* Segments "." and ".." would be taken as steps: no slash before them. */
static void
add_name(address *to, const char *path, const char *id)
{
    bool steps =
        id[0] == '.' || id[0] == '/' || strstr(id, "/.") || strstr(id, "//");

    strbuf_add_string(&to->text, path);
    encode(&to->text, id, !steps);
}

const char *
ask_passage(sheet *s, const char *id, const char *words, size_t at)
{
    address to = {STRBUF_INIT, false};
    char place[24];

    snprintf(place, sizeof place, "%zu", at);
    add_name(&to, "/doc/", id);
    add_param(&to, "q", words);
    add_param(&to, "at", at != SIZE_MAX ? place : NULL);
    return finish(s, &to, at != SIZE_MAX ? "#at" : "");
}

const char *
ask_document(sheet *s, const char *id)
{
    return ask_passage(s, id, NULL, SIZE_MAX);
}

static const char *
graph_address(sheet *s, const char *id, const char *depth, const char *open,
    const char *format)
{
    address to = {STRBUF_INIT, false};

    add_name(&to, "/graph/", id);
    add_param(&to, "depth", depth);
    add_param(&to, "open", open);
    add_param(&to, "format", format);
    return finish(s, &to, "");
}

const char *
ask_graph(sheet *s, const char *id, const char *depth, const char *open)
{
    return graph_address(s, id, depth, open, NULL);
}

const char *
ask_drawing(sheet *s, const char *id, const char *depth, const char *open)
{
    return graph_address(s, id, depth, open, "svg");
}

const char *
ask_other_language(sheet *s)
{
    address to = {STRBUF_INIT, false};
    const char *kept;

    encode(&to.text, s->in->path, true);
    for (size_t i = 0; i < s->in->param_count; i++) {
        const request_param *p = &s->in->params[i];

        if (strcmp(p->name, "lang") == 0)
            continue;
        strbuf_add_char(&to.text, to.asked ? '&' : '?');
        to.asked = true;
        encode(&to.text, p->name, false);
        strbuf_add_char(&to.text, '=');
        encode(&to.text, p->value, false);
    }
    strbuf_add_string(&to.text, to.asked ? "&" : "?");
    strbuf_add_string(&to.text, s->vietnamese ? "lang=en" : "lang=vi");
    kept = arena_string(&s->arena, strbuf_span(&to.text));
    strbuf_release(&to.text);
    return kept;
}
