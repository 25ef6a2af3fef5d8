#include "indexer/explain-print.h"

#include <stdio.h>

#include "common/base/json.h"

/* Counts code points of the source up to bytes of the clean text that are
 * asked for nearly in order. */
typedef struct counter {
    const document *d;
    span source;
    size_t byte, points;
} counter;

static bool
is_start(char c)
{
    return ((unsigned char)c & 0xc0) != 0x80;
}

static int64_t
points_at(counter *c, size_t clean)
{
    size_t to = document_source(c->d, clean);

    if (to > c->source.len)
        to = c->source.len;
    for (; c->byte < to; c->byte++)
        c->points += is_start(c->source.ptr[c->byte]);
    for (; c->byte > to; c->byte--)
        c->points -= is_start(c->source.ptr[c->byte - 1]);
    return (int64_t)c->points;
}

static void
put_range(json *j, counter *c, size_t start, size_t end)
{
    json_member_integer(j, "start", points_at(c, start));
    json_member_integer(j, "end", points_at(c, end));
}

static void
put_date(json *j, const char *name, date d)
{
    char out[DATE_SIZE];

    date_format(out, d);
    json_member_or_null(j, name, span_of(out));
}

static const char *
form_name(citation_form form)
{
    static const char *const names[] = {
        "symbol", "short", "name", "anaphor", "alias"};

    return names[form];
}

static void
put_tokens(json *j, const document *d, counter *c)
{
    json_name(j, "tokens");
    json_open(j, '[');
    for (size_t i = 0; i < d->tokens.count; i++) {
        json_open(j, '{');
        put_range(j, c, d->tokens.at[i].start, d->tokens.at[i].end);
        json_member(j, "exact", token_exact(&d->tokens, i));
        json_member(j, "folded", token_folded(&d->tokens, i));
        json_close(j);
    }
    json_close(j);
}

static const char *
level_name(section_level of)
{
    static const char *const names[] = {"part", "chapter", "heading",
        "subheading", "article", "clause", "point", "annex"};

    return names[of];
}

static void
put_structure(json *j, const document *d, counter *c)
{
    json_name(j, "sections");
    json_open(j, '[');
    for (size_t i = 0; i < d->section_count; i++) {
        const section *s = &d->sections[i];

        json_open(j, '{');
        json_member_text(j, "level", level_name(s->level));
        json_member(j, "label", s->label);
        json_member_or_null(j, "heading", s->heading);
        json_member_integer(j, "parent", s->parent);
        put_range(j, c, s->start, s->end);
        json_close(j);
    }
    json_close(j);
    json_name(j, "zones");
    json_open(j, '[');
    for (size_t i = 0; i < d->zone_count; i++) {
        json_open(j, '{');
        json_member_text(j, "zone", zone_name(d->zones[i].zone));
        put_range(j, c, d->zones[i].start, d->zones[i].end);
        json_close(j);
    }
    json_close(j);
}

/* "decoded" names what parts of the text were in. */
static void
put_encoding(json *j, const document *d)
{
    json_member_text(j, "encoding",
        encoding_name(d->unreadable ? ENCODING_UNKNOWN : d->encoding));
    if (!d->encodings)
        return;
    json_name(j, "decoded");
    json_open(j, '[');
    for (int e = 0; e < ENCODING_COUNT; e++)
        if (d->encodings >> e & 1)
            json_put_text(j, encoding_name((encoding)e));
    json_close(j);
}

static void
put_metadata(json *j, const document *d)
{
    const metadata *m = &d->meta;

    json_member_or_null(j, "key", m->key);
    json_member_or_null(j, "kind", m->kind);
    json_member_or_null(j, "number", m->number);
    json_member_or_null(j, "issuer", m->issuer);
    put_date(j, "date", m->date);
    json_member_or_null(j, "title", m->title);
    json_member_or_null(j, "term", m->term);
    json_member_or_null(j, "place", m->place);
    json_member_or_null(j, "secrecy", m->secrecy);
    json_member_or_null(j, "urgency", m->urgency);
    json_member_or_null(j, "signer", m->signer);
    json_member_or_null(j, "capacity", m->capacity);
    json_member_or_null(j, "recipients", m->recipients);
    put_date(j, "effective_from", m->effective_from);
    put_date(j, "effective_to", m->effective_to);
    json_member_bool(j, "news", m->news);
    json_member_bool(j, "part", m->part);
    json_member_or_null(j, "conflicts", m->conflicts);
}

static span
term_of_mention(const citation *c)
{
    key_parts parts;

    if (c->act.term.len)
        return c->act.term;
    if (key_split(c->key, &parts) && parts.disc.len > 1 &&
        strchr("knq", parts.disc.ptr[0]))
        return parts.disc;
    return SPAN("");
}

static void
put_head(json *j, int head)
{
    char out[16];

    if (head == HEAD_DOCUMENT)
        snprintf(out, sizeof out, "DOC");
    else if (head == HEAD_PREVIOUS)
        snprintf(out, sizeof out, "PREV");
    else
        snprintf(out, sizeof out, "#%d", head + 1);
    json_member_text(j, "head", out);
}

static void
put_mention(json *j, const mention *m, counter *c)
{
    const identity *act = &m->cite.act;

    json_open(j, '{');
    put_range(j, c, m->cite.start, m->cite.end);
    json_member_text(j, "form", form_name(m->cite.form));
    json_member_or_null(
        j, "kind", act->kind ? span_of(act->kind->name) : SPAN(""));
    json_member_or_null(j, "number",
        m->relation == REL_SELF && m->cite.form == FORM_ANAPHOR ? SPAN("")
                                                                : act->number);
    json_member_or_null(
        j, "issuer", act->issuer ? span_of(act->issuer->name) : SPAN(""));
    put_date(j, "date", act->date);
    json_member_or_null(j, "term", term_of_mention(&m->cite));
    json_member_or_null(j, "provision", m->cite.provision);
    json_member_text(j, "relation", relation_about(m->relation)->code);
    put_head(j, m->head);
    json_member(j, "key", m->cite.key);
    json_member_real(j, "confidence", m->confidence);
    json_member_text(j, "rule", m->rule);
    json_close(j);
}

static void
put_mentions(json *j, const document *d, counter *c)
{
    json_name(j, "mentions");
    json_open(j, '[');
    for (size_t i = 0; i < d->mention_count; i++)
        put_mention(j, &d->mentions[i], c);
    json_close(j);
    if (d->mentions_cut)
        json_member_bool(j, "cut", true);
}

static void
put_passages(json *j, const document *d, counter *c)
{
    json_name(j, "passages");
    json_open(j, '[');
    for (size_t i = 0; i < d->passage_count; i++) {
        const passage *p = &d->passages[i];

        json_open(j, '{');
        put_range(j, c, p->start, p->end);
        json_member_or_null(j, "label", p->label);
        json_member_or_null(j, "heading", p->heading);
        json_close(j);
    }
    json_close(j);
}

void
explain_print_json(
    strbuf *out, const document *d, tracuu_stage stage, span source)
{
    counter c = {.d = d, .source = source};
    arena scratch = ARENA_INIT;
    json j;

    json_init(&j, out);
    json_open(&j, '{');
    json_member(&j, "id", d->id);
    if (stage == TRACUU_STAGE_TEXT || stage == TRACUU_STAGE_METADATA)
        put_encoding(&j, d);
    if (stage == TRACUU_STAGE_TEXT)
        json_member(&j, "text", d->text);
    else if (stage == TRACUU_STAGE_NORMALIZE)
        json_member(&j, "text", normalize_canonical(&scratch, d->text));
    else if (stage == TRACUU_STAGE_TOKENS)
        put_tokens(&j, d, &c);
    else if (stage == TRACUU_STAGE_STRUCTURE)
        put_structure(&j, d, &c);
    else if (stage == TRACUU_STAGE_METADATA)
        put_metadata(&j, d);
    else if (stage == TRACUU_STAGE_REFERENCES)
        put_mentions(&j, d, &c);
    else
        put_passages(&j, d, &c);
    json_close(&j);
    arena_release(&scratch);
}

/* ---- for people ---- */

static void
line(strbuf *out, const char *name, span value)
{
    if (value.len)
        strbuf_print(out, "%-15s %.*s\n", name, SPAN_PRINT(value));
}

static void
line_date(strbuf *out, const char *name, date d)
{
    char value[DATE_SIZE];

    date_format(value, d);
    line(out, name, span_of(value));
}

/* The encoding, if it is not plain UTF-8, and others that parts were in. */
static void
line_encoding(strbuf *out, const document *d)
{
    if (!d->unreadable && !d->encodings && d->encoding != ENCODING_UNKNOWN)
        return;
    line(out, "encoding",
        span_of(encoding_name(d->unreadable ? ENCODING_UNKNOWN : d->encoding)));
    for (int e = 0; e < ENCODING_COUNT; e++)
        if ((d->encodings >> e & 1) && (encoding)e != d->encoding)
            line(out, "parts in", span_of(encoding_name((encoding)e)));
}

static void
print_metadata(strbuf *out, const document *d)
{
    const metadata *m = &d->meta;

    line_encoding(out, d);
    line(out, "key", m->key);
    line(out, "kind", m->kind);
    line(out, "number", m->number);
    line(out, "issuer", m->issuer);
    line_date(out, "date", m->date);
    line(out, "term", m->term);
    line(out, "place", m->place);
    line(out, "title", m->title);
    line(out, "signer", m->signer);
    line(out, "capacity", m->capacity);
    line(out, "recipients", m->recipients);
    line(out, "secrecy", m->secrecy);
    line(out, "urgency", m->urgency);
    line_date(out, "effective from", m->effective_from);
    line_date(out, "effective to", m->effective_to);
    line(out, "conflicts", m->conflicts);
}

static void
print_structure(strbuf *out, const document *d)
{
    for (size_t i = 0; i < d->zone_count; i++)
        strbuf_print(out, "%-10s %zu-%zu\n", zone_name(d->zones[i].zone),
            d->zones[i].start, d->zones[i].end);
    for (size_t i = 0; i < d->section_count; i++) {
        const section *s = &d->sections[i];
        int depth = 0;

        for (int up = s->parent; up >= 0 && depth < 16;
             up = d->sections[up].parent)
            depth++;
        strbuf_print(out, "%*s%.*s  %.*s\n", depth * 2, "",
            SPAN_PRINT(s->label), SPAN_PRINT(s->heading));
    }
}

static void
print_mentions(strbuf *out, const document *d)
{
    for (size_t i = 0; i < d->mention_count; i++) {
        const mention *m = &d->mentions[i];
        span text = span_slice(d->text, m->cite.start, m->cite.end);

        strbuf_print(out, "#%zu %s %.*s\n    %.*s", i + 1,
            relation_about(m->relation)->code, SPAN_PRINT(m->cite.key),
            SPAN_PRINT(text));
        if (m->cite.provision.len)
            strbuf_print(out, "\n    %.*s", SPAN_PRINT(m->cite.provision));
        strbuf_print(out, "\n    %s, %s, %.2f\n", form_name(m->cite.form),
            m->rule, m->confidence);
    }
    if (d->mentions_cut)
        strbuf_print(
            out, "more mentions than %d: the rest is not read\n", CITATION_MAX);
}

static void
print_tokens(strbuf *out, const document *d)
{
    for (size_t i = 0; i < d->tokens.count; i++)
        strbuf_print(out, "%s%.*s\t%.*s\n", d->tokens.at[i].breaks ? "\n" : "",
            SPAN_PRINT(token_exact(&d->tokens, i)),
            SPAN_PRINT(token_folded(&d->tokens, i)));
}

static void
print_passages(strbuf *out, const document *d)
{
    for (size_t i = 0; i < d->passage_count; i++) {
        const passage *p = &d->passages[i];

        strbuf_print(out, "%zu-%zu  %.*s  %.*s\n", p->start, p->end,
            SPAN_PRINT(p->label), SPAN_PRINT(p->heading));
    }
}

void
explain_print_text(strbuf *out, const document *d, tracuu_stage stage)
{
    arena scratch = ARENA_INIT;

    if (stage == TRACUU_STAGE_TEXT)
        strbuf_add(out, d->text);
    else if (stage == TRACUU_STAGE_NORMALIZE)
        strbuf_add(out, normalize_canonical(&scratch, d->text));
    else if (stage == TRACUU_STAGE_TOKENS)
        print_tokens(out, d);
    else if (stage == TRACUU_STAGE_STRUCTURE)
        print_structure(out, d);
    else if (stage == TRACUU_STAGE_METADATA)
        print_metadata(out, d);
    else if (stage == TRACUU_STAGE_REFERENCES)
        print_mentions(out, d);
    else
        print_passages(out, d);
    arena_release(&scratch);
}
