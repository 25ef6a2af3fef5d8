#include "searcher/server/page-name.h"

#include <stdlib.h>

#include "searcher/print-page.h"

static print_style
style_of(const sheet *s)
{
    return (print_style){.vietnamese = s->vietnamese};
}

/* Takes what was written into the page's arena. */
static const char *
keep(sheet *s, strbuf *text)
{
    const char *kept = arena_string(&s->arena, strbuf_span(text));

    strbuf_release(text);
    return kept;
}

/* With a capital where the first letter has a simple one. */
static const char *
capital(sheet *s, const char *text)
{
    strbuf out = STRBUF_INIT;

    strbuf_add_string(&out, text);
    if (out.len && *out.ptr >= 'a' && *out.ptr <= 'z')
        *out.ptr = (char)(*out.ptr - 'a' + 'A');
    return keep(s, &out);
}

const char *
name_of(sheet *s, const tracuu_document *d)
{
    strbuf out = STRBUF_INIT;

    print_page_name(&out, d);
    return keep(s, &out);
}

const char *
name_date(sheet *s, const char *iso)
{
    print_style style = style_of(s);
    strbuf out = STRBUF_INIT;

    print_page_date(&out, &style, iso);
    return keep(s, &out);
}

/* ---- terms ---- */

static void
add_roman(strbuf *out, long number)
{
    static const struct {
        long value;
        const char *letters;
    } steps[] = {{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"},
        {4, "IV"}, {1, "I"}};

    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        while (number >= steps[i].value) {
            strbuf_add_string(out, steps[i].letters);
            number -= steps[i].value;
        }
}

const char *
name_term(sheet *s, const char *code)
{
    long number = code[0] ? strtol(code + 1, NULL, 10) : 0;
    strbuf out = STRBUF_INIT;

    if (number <= 0 || (code[0] != 'n' && number > 50))
        return code;
    if (code[0] == 'n') {
        strbuf_print(&out, "%s %ld-%ld", s->vietnamese ? "nhiệm kỳ" : "term",
            number, number + 5);
        return keep(s, &out);
    }
    if (code[0] == 'q')
        strbuf_add_string(
            &out, s->vietnamese ? "Quốc hội khóa " : "National Assembly ");
    else
        strbuf_add_string(&out, s->vietnamese ? "khóa " : "term ");
    add_roman(&out, number);
    return keep(s, &out);
}

/* ---- statuses ---- */

/* Each has a shape of its own, 12 units wide. */
static const struct {
    const char *code, *shape;
} signs[] = {
    {"in_force", "M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1z"},
    {"amended", "M6 0L12 6L6 12L0 6zM6 3L3 6L6 9z"},
    {"partly_expired", "M6 1a5 5 0 1 0 0 10zM7.5 1.4a5 5 0 0 1 0 9.2V9a3.4 "
                       "3.4 0 0 0 0-6z"},
    {"expired", "M2.5 1L6 4.5L9.5 1L11 2.5L7.5 6L11 9.5L9.5 11L6 7.5L2.5 "
                "11L1 9.5L4.5 6L1 2.5z"},
    {"suspended", "M2 1h3v10H2zM7 1h3v10H7z"},
    {"pending", "M1 1h10v2L7.5 6L11 9v2H1V9l3.5-3L1 3z"},
    {"unknown", "M0 5h3v2H0zM4.5 5h3v2h-3zM9 5h3v2H9z"},
};

static const char *
sign_of(const char *code)
{
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (strcmp(signs[i].code, code) == 0)
            return signs[i].shape;
    return NULL;
}

const char *
name_status(sheet *s, const char *code)
{
    print_style style = style_of(s);

    return capital(s, print_page_status(&style, code));
}

static void
put_sign(html *h, const char *shape)
{
    html_open(h, "svg", "class", "sign", "viewBox", "0 0 12 12", "width", "12",
        "height", "12", "aria-hidden", "true", NULL);
    html_open(h, "path", "d", shape, "fill", "currentColor", "fill-rule",
        "evenodd", NULL);
    html_close(h);
    html_close(h);
}

static void
put_badge(sheet *s, const char *code, const char *shape, const char *words)
{
    html *h = &s->h;

    html_open(
        h, "span", "class", arena_print(&s->arena, "badge %s", code).ptr, NULL);
    put_sign(h, shape);
    html_text(h, words);
    html_close(h);
}

void
name_badge(sheet *s, const tracuu_document *d)
{
    const char *shape = sign_of(d->status);

    if (d->stub)
        put_badge(s, "stub",
            "M0 0h4v1.6H1.6V4H0zM8 0h4v4h-1.6V1.6H8zM0 8h1.6v2.4H4V12H0zM10.4 "
            "8H12v4H8v-1.6h2.4z",
            sheet_say(s, SAY_STUB));
    if (d->news)
        put_badge(s, "news", "M1 1h10v10H1zM3 3v2h6V3zM3 7v1h6V7z",
            sheet_say(s, SAY_NEWS));
    if (!shape || d->news || (d->stub && strcmp(d->status, "unknown") == 0))
        return;
    put_badge(s, d->status, shape, name_status(s, d->status));
}

/* ---- relations ---- */

/* How the other end's part in an edge is said in English. */
static const struct {
    const char *code, *english, *incoming;
} relations[] = {
    {"cites", "Cites", "Cited by"},
    {"based_on", "Based on", "Basis of"},
    {"implements", "Carries out", "Carried out by"},
    {"deploys", "Deploys", "Deployed by"},
    {"continues", "Continues", "Continued by"},
    {"guides", "Guides", "Guided by"},
    {"details", "Details", "Detailed by"},
    {"amends", "Amends", "Amended by"},
    {"replaces", "Replaces", "Replaced by"},
    {"repeals", "Repeals", "Repealed by"},
    {"suspends", "Suspends", "Suspended by"},
    {"extends", "Extends", "Extended by"},
    {"corrects", "Corrects", "Corrected by"},
    {"consolidates", "Consolidates", "Consolidated in"},
    {"reviews", "Reviews", "Reviewed by"},
    {"attached_to", "Attached to", "Has as attachment"},
    {"issues", "Issues", "Issued by"},
    {"promulgates", "Promulgates", "Promulgated by"},
    {"explains", "Explains", "Explained by"},
    {"proposed_by", "Proposed by", "Proposes"},
    {"replies_to", "Replies to", "Replied to by"},
    {"transfers_report", "Reports on", "Reported on by"},
    {"related", "Related to", "Related to"},
};

/* A passive that a text states itself ("amended_by"): its own words, and from
 * the other side those of the active. */
static const char *
english_relation(sheet *s, const char *code, bool incoming)
{
    strbuf words = STRBUF_INIT;

    for (size_t i = 0; i < sizeof relations / sizeof *relations; i++)
        if (strcmp(relations[i].code, code) == 0)
            return incoming ? relations[i].incoming : relations[i].english;
    strbuf_add_string(&words, code);
    for (size_t i = 0; i < words.len; i++)
        if (words.ptr[i] == '_')
            words.ptr[i] = ' ';
    if (!incoming)
        return capital(s, keep(s, &words));
    for (size_t i = 0; i < sizeof relations / sizeof *relations; i++)
        if (strcasecmp(relations[i].incoming, words.ptr ? words.ptr : "") ==
            0) {
            strbuf_release(&words);
            return relations[i].english;
        }
    return capital(s, keep(s, &words));
}

const char *
name_relation(sheet *s, const char *code, const char *label, bool incoming)
{
    return s->vietnamese ? label : english_relation(s, code, incoming);
}

/* ---- lines ---- */

static void
add_part(strbuf *out, const char *before, const char *text)
{
    if (!*text)
        return;
    if (out->len)
        strbuf_add_string(out, before);
    strbuf_add_string(out, text);
}

const char *
name_line(sheet *s, const tracuu_document *d)
{
    strbuf out = STRBUF_INIT;

    add_part(&out, "", name_of(s, d));
    add_part(&out, " · ", d->issuer);
    add_part(&out, " · ", *d->date ? name_date(s, d->date) : "");
    if (d->stub)
        add_part(&out, " · ", sheet_say(s, SAY_STUB));
    else if (!d->news)
        add_part(&out, " · ", name_status(s, d->status));
    if (*d->number)
        add_part(&out, " · ", d->title);
    return keep(s, &out);
}

/* "Phê duyệt" of a title is "phê duyệt" inside a sentence. */
static void
add_title(strbuf *out, const char *title)
{
    bool small =
        title[0] >= 'A' && title[0] <= 'Z' && (unsigned char)title[1] >= 'a';

    if (!*title)
        return;
    strbuf_add_char(out, ' ');
    strbuf_add_char(out, small ? (char)(title[0] - 'A' + 'a') : title[0]);
    strbuf_add_string(out, title + 1);
}

const char *
name_citation(sheet *s, const tracuu_document *d)
{
    static const print_style style = {.vietnamese = true};
    strbuf out = STRBUF_INIT, date = STRBUF_INIT;

    if (!*d->number)
        return name_line(s, d);
    strbuf_add_string(&out, capital(s, d->kind));
    if (strncmp(d->kind, "đ", strlen("đ")) == 0) {
        strbuf_clear(&out);
        strbuf_print(&out, "Đ%s", d->kind + strlen("đ"));
    }
    add_part(&out, " số ", d->number);
    if (*d->date) {
        print_page_date(&date, &style, d->date);
        add_part(&out, strlen(d->date) == 10 ? " ngày " : " năm ", date.ptr);
    }
    add_part(&out, " của ", d->issuer);
    add_title(&out, d->title);
    strbuf_release(&date);
    return keep(s, &out);
}

void
name_identity(sheet *s, const tracuu_document *d, const char *link)
{
    html *h = &s->h;
    bool named = *d->number || !*d->title;

    html_open(h, "p", "class", "identity", NULL);
    if (named && link)
        sheet_link(s, "number", link, name_of(s, d));
    else if (named)
        html_leaf(h, "span", name_of(s, d), "class", "number", NULL);
    else if (*d->kind)
        html_leaf(h, "span", capital(s, d->kind), "class", "number", NULL);
    if (*d->issuer)
        html_leaf(h, "span", d->issuer, NULL);
    if (*d->date)
        html_leaf(h, "time", name_date(s, d->date), "datetime", d->date, NULL);
    if (*d->term)
        html_leaf(h, "span", name_term(s, d->term), NULL);
    name_badge(s, d);
    html_close(h);
}

const char *
name_value(sheet *s, const char *facet, const char *value)
{
    if (strcmp(facet, "term") == 0)
        return capital(s, name_term(s, value));
    if (strcmp(facet, "status") == 0)
        return name_status(s, value);
    if (strcmp(facet, "kind") == 0) {
        strbuf out = STRBUF_INIT;

        if (strncmp(value, "đ", strlen("đ")) != 0)
            return capital(s, value);
        strbuf_print(&out, "Đ%s", value + strlen("đ"));
        return keep(s, &out);
    }
    return value;
}
