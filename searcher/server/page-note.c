#include "searcher/server/page-note.h"

#include "searcher/print-message.h"
#include "searcher/server/page-name.h"

enum { NEAR_NUMBERS = 5 };

void
note_put_acts(sheet *s, const tracuu_document *const *acts, size_t count)
{
    html *h = &s->h;

    html_open(h, "ul", "class", "acts", NULL);
    for (size_t i = 0; i < count; i++) {
        html_open(h, "li", NULL);
        name_identity(s, acts[i], ask_document(s, acts[i]->id));
        html_open(h, "p", "class", "title", NULL);
        sheet_link(s, NULL, ask_document(s, acts[i]->id),
            *acts[i]->title ? acts[i]->title : name_of(s, acts[i]));
        html_close(h);
        html_close(h);
    }
    html_close(h);
}

/* ---- notes ---- */

/* What the note speaks of, as it was typed. */
static const char *
words_of(sheet *s, const tracuu_hits *hits, const tracuu_note *n)
{
    span line = span_of(hits->query);

    if (n->range.end > line.len || n->range.start > n->range.end)
        return "";
    return arena_string(
        &s->arena, span_slice(line, n->range.start, n->range.end));
}

static void
put_near(sheet *s, const char *words)
{
    tracuu_suggestions *near = NULL;
    html *h = &s->h;

    if (tracuu_suggest(&near, s->in->reader, words, NEAR_NUMBERS, NULL) ==
            TRACUU_OK &&
        near->count) {
        html_open(h, "p", "class", "near", NULL);
        html_text(h, sheet_say(s, SAY_NEAREST));
        for (size_t i = 0; i < near->count; i++) {
            html_text(h, " ");
            sheet_link(s, NULL,
                *near->at[i].id ? ask_document(s, near->at[i].id)
                                : ask_search(s, near->at[i].text),
                near->at[i].text);
        }
        html_close(h);
    }
    tracuu_suggestions_free(near);
}

/* The digits that a number begins with: "999" of "999-QĐ/TW". */
static const char *
digits_of(sheet *s, const char *words)
{
    size_t from = strcspn(words, "0123456789");
    size_t count = strspn(words + from, "0123456789");

    return arena_string(
        &s->arena, (span){words + from, count > 1 ? count - 1 : count});
}

static void
put_acts_note(sheet *s, const tracuu_hits *hits, const tracuu_note *n)
{
    html *h = &s->h;
    bool same = strcmp(n->code, "same-number") == 0;

    html_open(
        h, "details", "class", "note", same ? "data-same" : "open", "", NULL);
    html_open(h, "summary", NULL);
    html_leaf(h, "strong", words_of(s, hits, n), NULL);
    html_text(h, ": ");
    html_text(h, same ? sheet_count(s, SAY_SAME_NUMBER, n->act_count)
                      : sheet_say(s, SAY_ONLY_CITED));
    html_close(h);
    note_put_acts(s, n->acts, n->act_count);
    html_close(h);
}

static void
put_text_note(sheet *s, const tracuu_hits *hits, const tracuu_note *n)
{
    html *h = &s->h;
    strbuf said = STRBUF_INIT;
    bool unknown = strcmp(n->code, "unknown-number") == 0;

    html_open(h, "div", "class", "note", NULL);
    html_open(h, "p", NULL);
    if (unknown) {
        html_leaf(h, "strong", words_of(s, hits, n), NULL);
        html_text(h, ": ");
        html_text(h, sheet_say(s, SAY_UNKNOWN_NUMBER));
    } else {
        print_message(&said, s->vietnamese, n->text);
        html_span(h, strbuf_span(&said));
    }
    html_close(h);
    if (unknown)
        put_near(s, digits_of(s, words_of(s, hits, n)));
    html_close(h);
    strbuf_release(&said);
}

void
note_put_all(sheet *s, const ask *a, const tracuu_hits *hits)
{
    (void)a;
    for (size_t i = 0; i < hits->note_count; i++) {
        if (hits->notes[i].act_count)
            put_acts_note(s, hits, &hits->notes[i]);
        else
            put_text_note(s, hits, &hits->notes[i]);
    }
}

/* ---- nothing ---- */

/* How many documents another search would find. */
static size_t
total_of(sheet *s, const ask *a)
{
    tracuu_search_options options = {.limit = 1};
    tracuu_hits *hits = NULL;
    size_t total = 0;

    if (tracuu_search(&hits, s->in->reader, ask_line(s, a), &options, NULL) ==
        TRACUU_OK)
        total = hits->total;
    tracuu_hits_free(hits);
    return total;
}

static void
put_try(sheet *s, const ask *a, say_id how)
{
    html *h = &s->h;
    size_t total = how == SAY_TRIED_AS_TYPED ? 0 : total_of(s, a);

    html_open(h, "li", NULL);
    html_text(h, sheet_say(s, how));
    html_text(h, ": ");
    if (total)
        sheet_link(
            s, NULL, ask_address(s, a), sheet_count(s, SAY_DOCUMENTS, total));
    else
        html_text(h, sheet_say(s, SAY_TRIED_NONE));
    html_close(h);
}

/* The words that are no number: no digit in them. */
static const char *
without_numbers(sheet *s, const char *line)
{
    strbuf out = STRBUF_INIT;
    span rest = span_of(line), word;
    const char *kept;

    while (span_next_field(&rest, ' ', &word)) {
        bool number = false;

        for (size_t i = 0; i < word.len; i++)
            number = number || (word.ptr[i] >= '0' && word.ptr[i] <= '9');
        if (number || !word.len)
            continue;
        if (out.len)
            strbuf_add_char(&out, ' ');
        strbuf_add(&out, word);
    }
    kept = arena_string(&s->arena, strbuf_span(&out));
    strbuf_release(&out);
    return kept;
}

static void
put_tries(sheet *s, const ask *a)
{
    ask other = *a;

    other.page = 1;
    put_try(s, &other, SAY_TRIED_AS_TYPED);
    if (*a->filters[ASK_YEAR] || *a->filters[ASK_FROM] || *a->filters[ASK_TO]) {
        for (ask_filter f = ASK_YEAR; f <= ASK_TO; f++)
            other.filters[f] = "";
        put_try(s, &other, SAY_TRIED_YEARS);
    }
    if (ask_is_filtered(&other)) {
        for (ask_filter f = 0; f < ASK_FILTERS; f++)
            other.filters[f] = "";
        put_try(s, &other, SAY_TRIED_FILTERS);
    }
    other.q = without_numbers(s, a->q);
    if (*other.q && strcmp(other.q, a->q) != 0)
        put_try(s, &other, SAY_TRIED_NUMBER);
}

void
note_put_nothing(sheet *s, const ask *a, const tracuu_hits *hits)
{
    html *h = &s->h;
    span advice = span_of(sheet_say(s, SAY_ADVICE)), head;

    (void)hits;
    html_open(h, "section", "class", "nothing", NULL);
    sheet_leaf(s, "h2", NULL, SAY_NOTHING);
    html_open(h, "p", NULL);
    html_text(h, sheet_say(s, SAY_TRIED));
    html_text(h, ":");
    html_close(h);
    html_open(h, "ul", NULL);
    put_tries(s, a);
    html_close(h);
    html_open(h, "p", NULL);
    span_next_field(&advice, '%', &head);
    html_span(h, head);
    sheet_link(s, NULL, ask_help(s), sheet_say(s, SAY_HELP));
    html_span(h, advice);
    html_close(h);
    html_close(h);
}
