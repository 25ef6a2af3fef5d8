#include "searcher/server/page-sheet.h"

#include <stdio.h>

#include "searcher/server/asset.h"
#include "searcher/server/page-ask.h"

void
sheet_init(sheet *s, reply *out, const request *in)
{
    const char *lang = in->param(in, "lang");
    const char *embed = in->param(in, "embed"), *query = in->param(in, "q");

    *s = (sheet){.in = in, .out = out, .vietnamese = in->vietnamese};
    if (lang && (!strcmp(lang, "vi") || !strcmp(lang, "en")))
        s->lang = lang;
    s->embedded = embed && strcmp(embed, "1") == 0;
    s->query = query ? query : "";
    out->type = "text/html; charset=utf-8";
    html_begin(&s->h, &out->body);
}

void
sheet_release(sheet *s)
{
    arena_release(&s->arena);
}

/* ---- words ---- */

const char *
sheet_say(const sheet *s, say_id id)
{
    return say_of(s->vietnamese, id);
}

/* `text` with `value` for its '%'. */
static const char *
fill(sheet *s, span text, const char *value)
{
    const char *mark = text.len ? memchr(text.ptr, '%', text.len) : NULL;
    size_t at = mark ? (size_t)(mark - text.ptr) : text.len;
    span rest = mark ? span_from(text, at + 1) : SPAN("");

    return arena_print(&s->arena, "%.*s%s%.*s", (int)at, text.ptr,
        mark ? value : "", SPAN_PRINT(rest))
        .ptr;
}

const char *
sheet_fill(sheet *s, say_id id, const char *value)
{
    return fill(s, span_of(sheet_say(s, id)), value);
}

const char *
sheet_count(sheet *s, say_id id, size_t count)
{
    span text = span_of(sheet_say(s, id)), one;

    if (span_next_field(&text, '|', &one) && (count == 1 || !text.ptr))
        text = one;
    return fill(s, text, sheet_number(s, count));
}

const char *
sheet_number(sheet *s, size_t number)
{
    char digits[24], out[32];
    size_t count, at = 0;

    snprintf(digits, sizeof digits, "%zu", number);
    count = strlen(digits);
    for (size_t i = 0; i < count; i++) {
        if (i && (count - i) % 3 == 0)
            out[at++] = s->vietnamese ? '.' : ',';
        out[at++] = digits[i];
    }
    return arena_string(&s->arena, (span){out, at});
}

void
sheet_leaf(sheet *s, const char *tag, const char *look, say_id id)
{
    html_leaf(&s->h, tag, sheet_say(s, id), "class", look, NULL);
}

void
sheet_link(sheet *s, const char *look, const char *address, const char *text)
{
    html_leaf(&s->h, "a", text, "class", look, "href", address, NULL);
}

/* ---- the head ---- */

static const char *
asset_address(sheet *s, const char *name)
{
    return arena_print(&s->arena, "/static/%s?v=%s", name, asset_version()).ptr;
}

/* It runs when the page has been read, and the page works without it. */
static void
put_script(sheet *s, const char *name)
{
    html_leaf(
        &s->h, "script", "", "src", asset_address(s, name), "defer", "", NULL);
}

static void
put_head(sheet *s, const sheet_about *about)
{
    html *h = &s->h;

    html_open(h, "head", NULL);
    html_void(h, "meta", "charset", "utf-8", NULL);
    html_void(h, "meta", "name", "viewport", "content",
        "width=device-width, initial-scale=1", NULL);
    html_void(h, "meta", "name", "color-scheme", "content", "light dark", NULL);
    html_leaf(h, "title",
        about->title ? arena_print(&s->arena, "%s · tracuu", about->title).ptr
                     : "tracuu",
        NULL);
    html_leaf(h, "script", "", "src", asset_address(s, "theme.js"), NULL);
    html_void(h, "link", "rel", "stylesheet", "href",
        asset_address(s, "style.css"), NULL);
    html_void(h, "link", "rel", "icon", "type", "image/svg+xml", "href",
        asset_address(s, "icon.svg"), NULL);
    html_void(h, "link", "rel", "search", "type",
        "application/opensearchdescription+xml", "title", "tracuu", "href",
        "/opensearch.xml", NULL);
    if (about->canonical)
        html_void(
            h, "link", "rel", "canonical", "href", about->canonical, NULL);
    put_script(s, "page.js");
    put_script(s, "suggest.js");
    if (about->script)
        put_script(s, about->script);
    html_close(h);
}

/* ---- the box ---- */

/* A magnifying glass. */
static void
put_glass(sheet *s)
{
    html *h = &s->h;

    html_open(h, "svg", "class", "glass", "viewBox", "0 0 20 20", "width", "20",
        "height", "20", "aria-hidden", "true", NULL);
    html_open(h, "path", "d",
        "M13 13l5 5M8.5 14a5.5 5.5 0 1 1 0-11 5.5 5.5 0 "
        "0 1 0 11z",
        "fill", "none", "stroke", "currentColor", "stroke-width", "2",
        "stroke-linecap", "round", NULL);
    html_close(h);
    html_close(h);
}

static void
put_hidden(sheet *s, const char *name, const char *value)
{
    if (value && *value)
        html_void(&s->h, "input", "type", "hidden", "name", name, "value",
            value, NULL);
}

/* Filters do not go along: what is typed anew is asked of everything. */
void
sheet_box(sheet *s, bool focus)
{
    html *h = &s->h;

    html_open(
        h, "form", "class", "box", "action", "/search", "role", "search", NULL);
    html_leaf(h, "label", sheet_say(s, SAY_BOX_LABEL), "class", "aside", "for",
        "q", NULL);
    html_open(h, "div", "class", "field", NULL);
    put_glass(s);
    html_void(h, "input", "id", "q", "name", "q", "type", "search", "value",
        s->query, "placeholder", sheet_say(s, SAY_BOX_HINT), "autocomplete",
        "off", "autocapitalize", "none", "spellcheck", "false", "maxlength",
        "2000", "enterkeyhint", "search", "data-suggestions",
        sheet_say(s, SAY_SUGGESTIONS), "data-suggested",
        sheet_say(s, SAY_SUGGESTED), "data-document",
        sheet_say(s, SAY_OPTION_DOCUMENT), "data-number",
        sheet_say(s, SAY_OPTION_NUMBER), "data-words",
        sheet_say(s, SAY_OPTION_WORDS), focus ? "autofocus" : "data-quiet", "",
        NULL);
    html_close(h);
    put_hidden(s, "lang", s->lang);
    put_hidden(s, "embed", s->embedded ? "1" : NULL);
    html_leaf(h, "button", sheet_say(s, SAY_SEARCH), "class", "main", NULL);
    html_close(h);
}

/* ---- around the content ---- */

static void
put_tools(sheet *s)
{
    html *h = &s->h;

    html_open(
        h, "nav", "class", "tools", "aria-label", sheet_say(s, SAY_HELP), NULL);
    sheet_link(s, NULL, ask_help(s), sheet_say(s, SAY_HELP));
    html_leaf(h, "a", sheet_say(s, SAY_OTHER_LANGUAGE), "href",
        ask_other_language(s), "lang", s->vietnamese ? "en" : "vi", "hreflang",
        s->vietnamese ? "en" : "vi", NULL);
    html_leaf(h, "button", "◐", "type", "button", "class", "theme", "title",
        sheet_say(s, SAY_THEME), "aria-label", sheet_say(s, SAY_THEME),
        "hidden", "", NULL);
    html_close(h);
}

static void
put_header(sheet *s, const sheet_about *about)
{
    html *h = &s->h;
    bool start = strcmp(about->look, "start") == 0;

    html_open(h, "header", "class", "top", NULL);
    if (!s->embedded)
        html_leaf(h, "a", "tra cứu", "class", "brand", "href", ask_home(s),
            "aria-label",
            arena_print(&s->arena, "tracuu: %s", sheet_say(s, SAY_HOME)).ptr,
            NULL);
    if (!start)
        sheet_box(s, false);
    if (!s->embedded)
        put_tools(s);
    html_close(h);
}

void
sheet_begin(sheet *s, const sheet_about *about)
{
    html *h = &s->h;

    html_open(h, "html", "lang", s->vietnamese ? "vi" : "en", NULL);
    put_head(s, about);
    html_open(h, "body", "class",
        s->embedded ? arena_print(&s->arena, "%s embedded", about->look).ptr
                    : about->look,
        NULL);
    html_leaf(h, "a", sheet_say(s, SAY_SKIP), "class", "skip", "href",
        "#content", NULL);
    put_header(s, about);
    html_open(h, "main", "id", "content", "tabindex", "-1", NULL);
}

void
sheet_end(sheet *s)
{
    html *h = &s->h;

    html_close(h);
    if (!s->embedded) {
        html_open(h, "footer", "class", "foot", NULL);
        sheet_leaf(s, "p", NULL, SAY_FOOT);
        html_close(h);
    }
    html_close(h);
    html_close(h);
}
