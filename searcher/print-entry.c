#include "searcher/print-entry.h"

/* bytes of a title */
enum { TITLE_MAX = 160, PART_TITLE_MAX = 60 };

static void
add_part(strbuf *line, const char *text)
{
    if (!text[0])
        return;
    if (line->len)
        strbuf_add_string(line, " · ");
    strbuf_add_string(line, text);
}

/* "22/10/2010 · Bộ Chính trị" */
static void
add_origin(strbuf *line, const print_style *s, const tracuu_document *d)
{
    strbuf date = STRBUF_INIT;

    print_page_date(&date, s, d->date);
    add_part(line, date.ptr ? date.ptr : "");
    add_part(line, d->issuer);
    if (d->place[0] && !strstr(d->issuer, d->place))
        add_part(line, d->place);
    strbuf_release(&date);
}

/* Marks that people must not miss: "[chưa có văn bản]", "[hết hiệu lực]". */
static void
add_marks(strbuf *out, const print_style *s, const tracuu_document *d)
{
    if (d->stub) {
        strbuf_add_char(out, ' ');
        print_page_put(out, s, PAGE_CHANGED,
            print_page_say(s, "[chưa có văn bản]", "[text not here]"));
    }
    if (d->news) {
        strbuf_add_char(out, ' ');
        print_page_put(
            out, s, PAGE_DIM, print_page_say(s, "[tin, bài]", "[news]"));
    }
    if (d->rests_on[0]) {
        strbuf_add_char(out, ' ');
        print_page_put(out, s, PAGE_DIM,
            print_page_say(
                s, "[căn cứ hết hiệu lực]", "[rests on what expired]"));
    }
    if (!strcmp(d->status, "in_force") || !strcmp(d->status, "unknown") ||
        !d->status[0])
        return;
    strbuf_add_string(out, " ");
    print_page_look(out, s, print_page_status_look(d->status));
    strbuf_add_char(out, '[');
    print_page_safe(out, span_of(print_page_status(s, d->status)));
    strbuf_add_char(out, ']');
    print_page_look(out, s, PAGE_PLAIN);
}

/* Cut at a blank, so that no character is. */
static span
short_title(const char *title, size_t max)
{
    span s = span_of(title);

    if (s.len <= max)
        return s;
    s.len = max;
    while (s.len && s.ptr[s.len] != ' ')
        s.len--;
    return s;
}

void
print_entry_head(strbuf *out, const print_style *s, const tracuu_document *d)
{
    strbuf name = STRBUF_INIT, origin = STRBUF_INIT;

    print_page_name(&name, d);
    add_origin(&origin, s, d);
    print_page_put(out, s, PAGE_TITLE, name.ptr ? name.ptr : "");
    if (origin.len) {
        strbuf_add_string(out, "  ");
        print_page_safe(out, strbuf_span(&origin));
    }
    add_marks(out, s, d);
    strbuf_add_char(out, '\n');
    strbuf_release(&name);
    strbuf_release(&origin);
}

void
print_entry_put(
    strbuf *out, const print_style *s, const tracuu_document *d, size_t indent)
{
    strbuf name = STRBUF_INIT;
    span title = short_title(d->title, TITLE_MAX);

    print_page_name(&name, d);
    print_entry_head(out, s, d);
    if (title.len && !span_equal(title, strbuf_span(&name))) {
        print_page_spaces(out, indent);
        print_page_wrap(out, s, title, NULL, 0, indent, indent);
        if (title.len < strlen(d->title)) {
            out->len--;
            strbuf_add_string(out, " …\n");
        }
    }
    strbuf_release(&name);
}

void
print_entry_parts(strbuf *out, const print_style *s,
    const tracuu_document *const *parts, size_t count, size_t indent)
{
    strbuf text = STRBUF_INIT;

    strbuf_add_string(&text, print_page_say(s, "cũng: ", "also: "));
    for (size_t i = 0; i < count; i++) {
        span title = short_title(parts[i]->title, PART_TITLE_MAX);

        strbuf_print(&text, "%sĐiều %s%s", i ? "; " : "", parts[i]->article,
            title.len ? ". " : "");
        strbuf_add(&text, title);
        if (title.len < strlen(parts[i]->title))
            strbuf_add_string(&text, " …");
    }
    print_page_spaces(out, indent);
    print_page_wrap(out, s, strbuf_span(&text), NULL, 0, indent, indent);
    strbuf_release(&text);
}

void
print_entry_list(strbuf *out, const print_style *s,
    const tracuu_document *const *documents, size_t count)
{
    strbuf_add_string(
        out, print_page_say(s,
                 "Nhiều văn bản mang số này; hãy thêm khóa, năm, "
                 "ngày hoặc cơ quan:\n",
                 "Several acts bear this number; add a term, year, date or "
                 "issuer:\n"));
    for (size_t i = 0; i < count; i++) {
        strbuf_add_string(out, "  ");
        print_entry_put(out, s, documents[i], 6);
        if (documents[i]->key[0]) {
            print_page_spaces(out, 6);
            print_page_put(out, s, PAGE_DIM, documents[i]->key);
            strbuf_add_char(out, '\n');
        }
    }
}
