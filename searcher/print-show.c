#include "searcher/print-entry.h"

#include <stdlib.h>

#include "common/text/term.h"

enum { NAME_COLUMN = 16 /* where values stand behind their names */ };

static void
put_field(
    strbuf *out, const print_style *s, const char *name, const char *value)
{
    size_t start;

    if (!value || !value[0])
        return;
    strbuf_add_string(out, "  ");
    print_page_put(out, s, PAGE_DIM, name);
    start = 2 + print_page_columns(span_of(name));
    do
        strbuf_add_char(out, ' ');
    while (++start < NAME_COLUMN + 2);
    print_page_wrap(
        out, s, span_of(value), NULL, 0, NAME_COLUMN + 2, NAME_COLUMN + 2);
}

/* The act that caused the status, by its name if it is a neighbour. */
static void
add_cause(strbuf *line, const print_style *s, const tracuu_view *view)
{
    const char *key = view->document->status_cause;
    const tracuu_document *cause = NULL;

    if (!key[0])
        return;
    for (size_t i = 0; i < view->incoming_count && !cause; i++)
        if (!strcmp(view->incoming[i].document->key, key))
            cause = view->incoming[i].document;
    for (size_t i = 0; i < view->outgoing_count && !cause; i++)
        if (!strcmp(view->outgoing[i].document->key, key))
            cause = view->outgoing[i].document;
    strbuf_add_string(line, print_page_say(s, ", do ", ", by "));
    if (cause)
        print_page_name(line, cause);
    else
        strbuf_add_string(line, key);
}

static void
put_status(strbuf *out, const print_style *s, const tracuu_view *view)
{
    const tracuu_document *d = view->document;
    strbuf line = STRBUF_INIT;

    strbuf_add_string(&line, print_page_status(s, d->status));
    add_cause(&line, s, view);
    if (d->effective_from[0]) {
        strbuf_add_string(&line, print_page_say(s, "; từ ", "; from "));
        print_page_date(&line, s, d->effective_from);
    }
    if (d->effective_to[0]) {
        strbuf_add_string(&line, print_page_say(s, " đến ", " to "));
        print_page_date(&line, s, d->effective_to);
    }
    if (d->status_stated[0]) {
        strbuf_add_string(
            &line, print_page_say(s, "; nguồn ghi: ", "; its source says: "));
        strbuf_add_string(&line, print_page_status(s, d->status_stated));
    }
    put_field(out, s, print_page_say(s, "Hiệu lực", "Status"), line.ptr);
    strbuf_release(&line);
}

/* "khóa XIII" of "k13", "nhiệm kỳ 2020-2025" of "n2020". */
static void
put_term(strbuf *out, const print_style *s, const char *term)
{
    long number = term[0] ? strtol(term + 1, NULL, 10) : 0;
    strbuf line = STRBUF_INIT;

    if (term[0] == 'n' && number > 0)
        strbuf_print(&line, "%ld-%ld", number, number + 5);
    else if (number > 0 && term_add_roman(&line, (unsigned)number) &&
             term[0] == 'q')
        strbuf_add_string(
            &line, print_page_say(s, " (Quốc hội)", " (National Assembly)"));
    put_field(out, s,
        print_page_say(s, term[0] == 'n' ? "Nhiệm kỳ" : "Khóa", "Term"),
        line.ptr);
    strbuf_release(&line);
}

/* What the act rests on and what has become of that. */
static const char *
add_expired(strbuf *line, const print_style *s, const char *acts)
{
    strbuf_clear(line);
    if (acts[0])
        strbuf_print(line, "%s (%s)", acts, print_page_status(s, "expired"));
    return acts[0] ? line->ptr : "";
}

static void
put_identity(strbuf *out, const print_style *s, const tracuu_view *view)
{
    const tracuu_document *d = view->document;
    strbuf text = STRBUF_INIT;

    put_field(out, s, print_page_say(s, "Cơ quan", "Issuer"), d->issuer);
    put_field(out, s, print_page_say(s, "Nơi", "Place"), d->place);
    print_page_date(&text, s, d->date);
    put_field(out, s, print_page_say(s, "Ngày", "Date"), text.ptr);
    put_term(out, s, d->term);
    put_status(out, s, view);
    put_field(out, s, print_page_say(s, "Dựa trên", "Rests on"),
        add_expired(&text, s, d->rests_on));
    put_field(out, s, print_page_say(s, "Người ký", "Signed by"), d->signer);
    put_field(out, s, print_page_say(s, "Tư cách ký", "Capacity"), d->capacity);
    put_field(
        out, s, print_page_say(s, "Nơi nhận", "Recipients"), d->recipients);
    put_field(out, s, print_page_say(s, "Độ mật", "Secrecy"), d->secrecy);
    put_field(out, s, print_page_say(s, "Độ khẩn", "Urgency"), d->urgency);
    strbuf_clear(&text);
    if (d->part_of[0])
        strbuf_print(&text, "%s%s%s%s", d->part_of, d->article[0] ? ", " : "",
            d->article[0] ? print_page_say(s, "Điều ", "article ") : "",
            d->article);
    put_field(out, s, print_page_say(s, "Thuộc", "Part of"), text.ptr);
    strbuf_clear(&text);
    if (d->cited_by)
        strbuf_print(&text,
            print_page_say(s, "bởi %zu văn bản",
                d->cited_by == 1 ? "by %zu document" : "by %zu documents"),
            d->cited_by);
    put_field(out, s, print_page_say(s, "Được dẫn chiếu", "Cited"), text.ptr);
    put_field(
        out, s, print_page_say(s, "Khác nhau", "Conflicts"), d->conflicts);
    put_field(out, s, print_page_say(s, "Khóa tra cứu", "Key"), d->key);
    if (!d->stub)
        put_field(out, s, print_page_say(s, "Tài liệu", "Document"), d->id);
    put_field(out, s, print_page_say(s, "Địa chỉ", "Address"), d->url);
    for (size_t i = 0; i < view->copy_count; i++)
        put_field(
            out, s, print_page_say(s, "Bản khác", "Copy"), view->copies[i]->id);
    for (size_t i = 0; i < view->former_count; i++)
        put_field(
            out, s, print_page_say(s, "Trước ở", "Formerly"), view->former[i]);
    strbuf_release(&text);
}

static void
put_heading(strbuf *out, const print_style *s, const char *name, size_t count)
{
    strbuf_add_char(out, '\n');
    print_page_put(out, s, PAGE_BOLD, name);
    if (count)
        strbuf_print(out, " (%zu)", count);
    strbuf_add_char(out, '\n');
}

static void
put_outline(strbuf *out, const print_style *s, const tracuu_view *view)
{
    if (!view->outline_count)
        return;
    put_heading(out, s, print_page_say(s, "Bố cục", "Outline"), 0);
    for (size_t i = 0; i < view->outline_count; i++) {
        const tracuu_section *part = &view->outline[i];
        size_t indent = 2 + 2 * (size_t)(part->depth < 8 ? part->depth : 8);
        strbuf line = STRBUF_INIT;

        strbuf_add_string(&line, part->label);
        if (part->heading[0])
            strbuf_print(
                &line, "%s%s", part->label[0] ? ". " : "", part->heading);
        print_page_spaces(out, indent);
        print_page_wrap(
            out, s, strbuf_span(&line), NULL, 0, indent + 2, indent);
        strbuf_release(&line);
    }
}

/* "implemented by" of "implemented_by". */
static void
put_relation(strbuf *out, const print_style *s, const tracuu_reference *r)
{
    strbuf words = STRBUF_INIT;

    strbuf_add_string(&words, s->vietnamese ? r->label : r->relation);
    for (size_t i = 0; i < words.len && !s->vietnamese; i++) {
        if (words.ptr[i] == '_')
            words.ptr[i] = ' ';
    }
    strbuf_add_string(out, "  ");
    print_page_put(out, s, PAGE_BOLD, words.ptr ? words.ptr : "");
    strbuf_add_char(out, '\n');
    strbuf_release(&words);
}

static void
put_evidence(strbuf *out, const print_style *s, const tracuu_reference *r)
{
    strbuf line = STRBUF_INIT;
    size_t shift = sizeof "“" - 1;
    tracuu_range bold = {r->mention.start + shift, r->mention.end + shift};

    if (r->sentence[0])
        strbuf_print(&line, "“%s”", r->sentence);
    if (r->provision[0])
        strbuf_print(&line, " (%s)", r->provision);
    if (r->told_by) {
        strbuf_add_string(&line, print_page_say(s, " — theo ", " — says "));
        print_page_name(&line, r->told_by);
    }
    if (r->uncertain)
        strbuf_add_string(&line, print_page_say(s, " [chưa chắc văn bản nào]",
                                     " [uncertain which act]"));
    if (r->against_time)
        strbuf_add_string(&line, print_page_say(s, " [ngược thời gian]",
                                     " [older than what it names]"));
    if (line.len) {
        print_page_spaces(out, 6);
        print_page_wrap(out, s, strbuf_span(&line), &bold,
            r->sentence[0] && bold.end > bold.start, 6, 6);
    }
    strbuf_release(&line);
}

/* True if the act of reference `at` stands in an earlier one too. */
static bool
is_repeated(const tracuu_reference *all, size_t at)
{
    for (size_t i = 0; i < at; i++) {
        if (!strcmp(all[i].document->id, all[at].document->id))
            return true;
    }
    return false;
}

static void
put_references(strbuf *out, const print_style *s, const char *heading,
    const tracuu_reference *all, size_t count)
{
    if (!count)
        return;
    put_heading(out, s, heading, count);
    for (size_t i = 0; i < count; i++) {
        if (!i || strcmp(all[i].label, all[i - 1].label))
            put_relation(out, s, &all[i]);
        strbuf_add_string(out, "    ");
        if (is_repeated(all, i))
            print_entry_head(out, s, all[i].document);
        else
            print_entry_put(out, s, all[i].document, 6);
        put_evidence(out, s, &all[i]);
    }
}

static void
put_view(strbuf *out, const print_style *s, const tracuu_view *view)
{
    strbuf name = STRBUF_INIT;

    print_page_name(&name, view->document);
    print_page_put(out, s, PAGE_TITLE, name.ptr ? name.ptr : "");
    if (view->document->stub)
        strbuf_add_string(out,
            print_page_say(s,
                "  — chưa có văn bản này; chỉ biết qua các văn bản dẫn chiếu",
                "  — its text is not here; known from what cites it"));
    strbuf_add_char(out, '\n');
    if (view->document->title[0] &&
        strcmp(view->document->title, name.ptr ? name.ptr : "")) {
        strbuf_add_string(out, "  ");
        print_page_wrap(out, s, span_of(view->document->title), NULL, 0, 2, 2);
    }
    strbuf_add_char(out, '\n');
    put_identity(out, s, view);
    put_outline(out, s, view);
    put_references(out, s, print_page_say(s, "Dẫn chiếu đến", "Refers to"),
        view->outgoing, view->outgoing_count);
    put_references(out, s,
        print_page_say(s, "Được dẫn chiếu bởi", "Referred to by"),
        view->incoming, view->incoming_count);
    strbuf_release(&name);
}

void
print_views_text(strbuf *out, const tracuu_views *v, const print_style *s)
{
    const tracuu_document **all;

    print_page_partial(out, s, v->partial);
    if (v->count == 1) {
        put_view(out, s, &v->at[0]);
        return;
    }
    all = calloc(v->count + 1, sizeof *all);
    for (size_t i = 0; all && i < v->count; i++)
        all[i] = v->at[i].document;
    if (all)
        print_entry_list(out, s, all, v->count);
    free(all);
}
