#include "searcher/print.h"

#include <stdlib.h>
#include <unistd.h>

#include "searcher/print-entry.h"
#include "searcher/print-message.h"

enum {
    ACTS_SHOWN = 6,  /* in a note */
    FACETS_SHOWN = 3 /* facets on the one line, and values of each */
};

/* ---- the environment ---- */

static const char *
locale_name(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

    for (size_t i = 0; i < 3; i++) {
        const char *value = getenv(names[i]);

        if (value && *value)
            return value;
    }
    return "";
}

print_style
print_style_for(int fd)
{
    const char *columns = getenv("COLUMNS"), *none = getenv("NO_COLOR");
    const char *terminal = getenv("TERM");
    long width = columns ? strtol(columns, NULL, 10) : 0;

    return (print_style){
        .colour = isatty(fd) && !(none && *none) &&
                  !(terminal && !strcmp(terminal, "dumb")),
        .vietnamese = !strncmp(locale_name(), "vi", 2),
        .width = width > 0 && width < 1000 ? (unsigned)width : 0,
    };
}

/* ---- hits ---- */

/* What tells acts of one number apart, or the name of one that cites. */
static void
put_act(strbuf *out, const print_style *s, const tracuu_document *d, bool same)
{
    if (same && d->issuer[0] && d->date[0]) {
        strbuf_print(out, "%s ", d->issuer);
        print_page_date(out, s, d->date);
    } else if (d->number[0]) {
        strbuf_add_string(out, d->number);
    } else {
        strbuf_add_string(out, d->id);
    }
    if (same && d->stub)
        strbuf_add_string(
            out, print_page_say(s, " (chưa có văn bản)", " (text not here)"));
}

/* "'năm:abc': đây không phải là ngày", "2 văn bản mang số '48-CT/TW': Ban Bí
 * thư 24/6/2025 (chưa có văn bản); Bộ Chính trị 22/10/2010" */
static void
put_note(
    strbuf *out, const print_style *s, const char *query, const tracuu_note *n)
{
    bool same = !strcmp(n->code, "same-number");
    strbuf text = STRBUF_INIT;

    if (!strcmp(n->code, "query"))
        strbuf_print(&text, "'%.*s': ",
            SPAN_PRINT(
                span_slice(span_of(query), n->range.start, n->range.end)));
    print_message(&text, s->vietnamese, n->text);
    for (size_t i = 0; i < n->act_count && i < ACTS_SHOWN; i++) {
        strbuf_add_string(&text, i ? "; " : ": ");
        put_act(&text, s, n->acts[i], same);
    }
    if (n->act_count > ACTS_SHOWN)
        strbuf_add_string(&text, "; …");
    print_page_look(out, s, PAGE_DIM);
    print_page_wrap(out, s, strbuf_span(&text), NULL, 0, 2, 0);
    print_page_look(out, s, PAGE_PLAIN);
    strbuf_release(&text);
}

/* What the total counts: articles too, where the list has their acts. */
static const char *
counted(const print_style *s, const tracuu_hits *h)
{
    for (size_t i = 0; i < h->count; i++)
        if (h->at[i].part_count)
            return print_page_say(
                s, "văn bản và điều", "documents and articles");
    return print_page_say(
        s, "văn bản", h->total == 1 ? "document" : "documents");
}

static void
put_count(strbuf *out, const print_style *s, const tracuu_hits *h)
{
    strbuf_print(out, "%s%zu %s · ",
        h->total_exact ? "" : print_page_say(s, "khoảng ", "about "), h->total,
        counted(s, h));
    if (h->took_us < 1000)
        strbuf_print(out, "%u µs\n", (unsigned)h->took_us);
    else
        strbuf_print(out, "%.1f ms\n", (double)h->took_us / 1000);
    print_page_partial(out, s, h->partial);
    if (h->suggestion[0]) {
        strbuf_add_string(
            out, print_page_say(s, "Có phải bạn tìm: ", "Did you mean: "));
        print_page_put(out, s, PAGE_BOLD, h->suggestion);
        strbuf_add_char(out, '\n');
    }
    for (size_t i = 0; i < h->note_count; i++)
        put_note(out, s, h->query, &h->notes[i]);
}

static void
put_passage(strbuf *out, const print_style *s, const tracuu_passage *p)
{
    size_t indent = 4, column = indent, shift;
    strbuf text = STRBUF_INIT;
    tracuu_range *bold = NULL;

    strbuf_add_string(&text, p->label);
    if (p->page)
        strbuf_print(&text, "%str. %zu", text.len ? ", " : "", p->page);
    if (p->ocr)
        strbuf_print(&text, "%sOCR", text.len ? ", " : "");
    if (text.len)
        strbuf_add_string(&text, ": ");
    shift = text.len;
    strbuf_add_string(&text, p->snippet);
    if (p->highlight_count)
        bold = calloc(p->highlight_count, sizeof *bold);
    for (size_t i = 0; bold && i < p->highlight_count; i++)
        bold[i] = (tracuu_range){
            p->highlights[i].start + shift, p->highlights[i].end + shift};
    print_page_spaces(out, indent);
    print_page_wrap(out, s, strbuf_span(&text), bold,
        bold ? p->highlight_count : 0, indent, column);
    free(bold);
    strbuf_release(&text);
}

/* "words 0.93 x 1.1, pairs 0.5 x 1.3": what is not there is left out. */
static void
put_evidence(strbuf *out, const print_style *s, const tracuu_hit *hit)
{
    strbuf text = STRBUF_INIT;

    strbuf_print(&text, "%.3f", hit->score);
    for (size_t i = 0; i < hit->evidence_count; i++)
        if (hit->evidence[i].value * hit->evidence[i].weight != 0)
            strbuf_print(&text, "%s %s %.2f x %.1f", i ? "," : ":",
                hit->evidence[i].name, hit->evidence[i].value,
                hit->evidence[i].weight);
    print_page_spaces(out, 4);
    print_page_wrap(out, s, strbuf_span(&text), NULL, 0, 4, 4);
    strbuf_release(&text);
}

static void
put_hit(strbuf *out, const print_style *s, const tracuu_hit *hit)
{
    const tracuu_document *d = hit->document;

    strbuf_print(out, "\n%2zu. ", hit->rank);
    print_entry_put(out, s, d, 4);
    if (d->cited_by) {
        print_page_spaces(out, 4);
        strbuf_print(out,
            print_page_say(s, "%zu văn bản dẫn chiếu\n", "cited by %zu\n"),
            d->cited_by);
    }
    if (hit->passage_count)
        put_passage(out, s, &hit->passages[0]);
    if (hit->part_count)
        print_entry_parts(out, s, hit->parts, hit->part_count, 4);
    if (hit->evidence_count)
        put_evidence(out, s, hit);
    print_page_spaces(out, 4);
    print_page_put(out, s, PAGE_DIM, d->id);
    strbuf_add_char(out, '\n');
}

static const char *
facet_name(const print_style *s, const char *name)
{
    static const char *const names[][2] = {{"kind", "loại"},
        {"issuer", "cơ quan"}, {"place", "nơi"}, {"year", "năm"},
        {"term", "khóa"}, {"status", "hiệu lực"}};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!strcmp(names[i][0], name))
            return print_page_say(s, names[i][1], name);
    }
    return name;
}

static void
put_facets(strbuf *out, const print_style *s, const tracuu_hits *h)
{
    strbuf line = STRBUF_INIT;
    size_t shown = 0;

    for (size_t i = 0; i < h->facet_count && shown < FACETS_SHOWN; i++) {
        const tracuu_facet *f = &h->facets[i];

        if (f->value_count < 2)
            continue;
        strbuf_print(
            &line, "%s%s:", shown++ ? " · " : "", facet_name(s, f->name));
        for (size_t k = 0; k < f->value_count && k < FACETS_SHOWN; k++)
            strbuf_print(&line, "%s %s %zu", k ? "," : "", f->values[k].value,
                f->values[k].count);
    }
    if (line.len && !h->total_exact)
        strbuf_add_string(
            &line, print_page_say(s, " (ước tính)", " (estimates)"));
    if (line.len) {
        strbuf_add_char(out, '\n');
        print_page_wrap(out, s, strbuf_span(&line), NULL, 0, 2, 0);
    }
    strbuf_release(&line);
}

void
print_hits_text(strbuf *out, const tracuu_hits *h, const print_style *s)
{
    put_count(out, s, h);
    for (size_t i = 0; i < h->count; i++)
        put_hit(out, s, &h->at[i]);
    if (h->count)
        put_facets(out, s, h);
}

/* ---- the rest ---- */

void
print_relatives_text(
    strbuf *out, const tracuu_relatives *r, const print_style *s)
{
    print_page_partial(out, s, r->partial);
    if (r->ambiguous_count) {
        print_entry_list(out, s, r->ambiguous, r->ambiguous_count);
        return;
    }
    for (size_t i = 0; i < r->count; i++) {
        strbuf_print(out, "%s%2zu. ", i ? "\n" : "", i + 1);
        print_entry_put(out, s, r->at[i].document, 4);
        print_page_spaces(out, 4);
        print_page_wrap(out, s, span_of(r->at[i].reason), NULL, 0, 4, 4);
        print_page_spaces(out, 4);
        print_page_put(out, s, PAGE_DIM, r->at[i].document->id);
        strbuf_add_char(out, '\n');
    }
    if (!r->count)
        strbuf_add_string(
            out, print_page_say(s, "Không có văn bản liên quan.\n",
                     "Nothing is related.\n"));
}

void
print_suggestions_text(
    strbuf *out, const tracuu_suggestions *l, const print_style *s)
{
    (void)s;
    for (size_t i = 0; i < l->count; i++) {
        print_page_safe(out, span_of(l->at[i].text));
        strbuf_add_char(out, '\n');
    }
}

void
print_error_text(strbuf *out, const tracuu_error *e, const print_style *s)
{
    strbuf said = STRBUF_INIT;

    print_message(&said, s->vietnamese, e->message);
    strbuf_add_string(out, "tracuu: ");
    print_page_safe(out, strbuf_span(&said));
    strbuf_add_char(out, '\n');
    strbuf_release(&said);
}

void
print_run_line(strbuf *out, const char *query_id, const tracuu_hit *hit)
{
    strbuf_print(out, "%s Q0 %s %zu %.6f tracuu", query_id, hit->document->id,
        hit->rank, hit->score);
    for (size_t i = 0; i < hit->evidence_count; i++)
        strbuf_print(
            out, " %s:%.4f", hit->evidence[i].name, hit->evidence[i].value);
    strbuf_add_char(out, '\n');
}

void
print_run_relative(
    strbuf *out, const char *query_id, const tracuu_relative *r, size_t rank)
{
    strbuf_print(out, "%s Q0 %s %zu %.6f tracuu\n", query_id, r->document->id,
        rank, r->score);
}
