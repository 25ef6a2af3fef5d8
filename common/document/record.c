#include "common/document/record.h"

#include <stddef.h>
#include <zlib.h>

#include "common/base/map.h"
#include "common/document/coded.h"
#include "common/document/status.h"
#include "common/document/wire.h"
#include "common/text/points.h"

/* The blob: version, checksum, then the fields in the order of the tables
 * below, the title, sections and mentions last.  A sentence that several
 * mentions stand in is there once. */
enum {
    LABELS_MAX = 4096,
    SECTION_LEAST = 8, /* bytes of an empty one */
    MENTION_LEAST = 20,
    SENTENCE_MOST = 1 << 30 /* bytes */
};

static const size_t record_spans[] = {offsetof(record, id),
    offsetof(record, path), offsetof(record, url), offsetof(record, key),
    offsetof(record, number), offsetof(record, kind), offsetof(record, issuer),
    offsetof(record, term), offsetof(record, place), offsetof(record, signer),
    offsetof(record, capacity), offsetof(record, recipients),
    offsetof(record, secrecy), offsetof(record, urgency),
    offsetof(record, conflicts), offsetof(record, part_of),
    offsetof(record, article), offsetof(record, status_stated),
    offsetof(record, timeline), offsetof(record, stamp),
    offsetof(record, fingerprint)};

static const size_t mention_spans[] = {offsetof(record_mention, key),
    offsetof(record_mention, number), offsetof(record_mention, kind),
    offsetof(record_mention, issuer), offsetof(record_mention, term),
    offsetof(record_mention, provision), offsetof(record_mention, rule)};

#define COUNT(table) (sizeof(table) / sizeof *(table))

static span *
span_at(void *base, size_t offset)
{
    return (span *)(void *)((char *)base + offset);
}

static void
add_spans(strbuf *out, const void *base, const size_t *offsets, size_t count)
{
    for (size_t i = 0; i < count; i++)
        wire_add_span(out,
            *(const span *)(const void *)((const char *)base + offsets[i]));
}

static void
read_spans(wire *w, void *base, const size_t *offsets, size_t count)
{
    for (size_t i = 0; i < count; i++)
        *span_at(base, offsets[i]) = wire_span(w);
}

static void
add_date(strbuf *out, date d)
{
    wire_add_number(out, date_number(d));
}

static date
read_date(wire *w)
{
    uint64_t n = wire_number(w, 99991231);

    return (date){
        (uint16_t)(n / 10000), (uint8_t)(n / 100 % 100), (uint8_t)(n % 100)};
}

static size_t
limited(size_t count)
{
    return count < RECORD_ITEMS_MAX ? count : RECORD_ITEMS_MAX;
}

/* Indexes start at a negative value: `least` of them is stored as 0. */
static void
add_index(strbuf *out, int index, int least)
{
    wire_add_number(out, (uint64_t)((int64_t)index - least));
}

static int
read_index(wire *w, int least, size_t count)
{
    uint64_t most = (uint64_t)((int64_t)count - 1 - least);

    return (int)((int64_t)wire_number(w, most) + least);
}

static void
add_points(strbuf *out, tracuu_range p)
{
    wire_add_number(out, p.start);
    wire_add_number(out, p.end - p.start);
}

static tracuu_range
read_points(wire *w, size_t length)
{
    size_t start = (size_t)wire_number(w, length);

    return (tracuu_range){
        start, start + (size_t)wire_number(w, length - start)};
}

static void
add_sections(strbuf *out, arena *scratch, const record *r)
{
    size_t count = limited(r->section_count);

    wire_add_number(out, count);
    for (size_t i = 0; i < count; i++) {
        const record_section *s = &r->sections[i];

        wire_add_number(out, s->level);
        wire_add_span(out, s->label);
        coded_add(out, scratch, s->heading);
        wire_add_number(out, s->start);
        wire_add_number(out, s->end - s->start);
        add_index(out, s->parent, -1);
        add_points(out, s->points);
    }
}

static void
read_section(
    record_section *s, arena *a, wire *w, const record *r, size_t number)
{
    s->level = (section_level)wire_number(w, SECTION_ANNEX);
    s->label = wire_span(w);
    if (a)
        s->heading = coded_read(a, w);
    else
        coded_take(w);
    s->start = (size_t)wire_number(w, r->length);
    s->end = s->start + (size_t)wire_number(w, r->length - s->start);
    s->parent = read_index(w, -1, number);
    s->points = read_points(w, r->length);
}

static void
read_sections(arena *a, wire *w, record *r)
{
    r->section_count = limited(wire_count(w, SECTION_LEAST));
    r->sections = arena_array(a, r->section_count, sizeof *r->sections);
    for (size_t i = 0; i < r->section_count; i++)
        read_section(&r->sections[i], a, w, r, i);
}

static void
skip_sections(wire *w, const record *r)
{
    size_t count = limited(wire_count(w, SECTION_LEAST));
    record_section nobody;

    for (size_t i = 0; i < count; i++)
        read_section(&nobody, NULL, w, r, i);
}

/* The number of the sentence; one that is new follows it. */
static void
add_sentence(strbuf *out, arena *scratch, map *sentences, span sentence)
{
    bool is_new;
    size_t *number = map_put(sentences, sentence, &is_new);

    if (is_new)
        *number = sentences->count - 1;
    wire_add_number(out, *number);
    if (is_new)
        coded_add(out, scratch, sentence);
}

static void
add_mentions(strbuf *out, arena *scratch, const record *r)
{
    size_t count = limited(r->mention_count);
    map sentences = MAP_INIT;

    wire_add_number(out, count);
    for (size_t i = 0; i < count; i++) {
        const record_mention *m = &r->mentions[i];
        int head = m->head < (int)count ? m->head : HEAD_DOCUMENT;

        add_spans(out, m, mention_spans, COUNT(mention_spans));
        add_sentence(out, scratch, &sentences, m->sentence);
        wire_add_number(out, m->start);
        wire_add_number(out, m->end - m->start);
        wire_add_number(out, m->form);
        wire_add_number(out, m->relation);
        wire_add_number(out, m->zone);
        add_index(out, head, HEAD_PREVIOUS);
        add_date(out, m->date);
        wire_add_number(out, m->at);
        wire_add_number(out, m->at_end - m->at);
        wire_add_fraction(out, m->confidence);
        add_points(out, m->points);
    }
    map_release(&sentences);
}

/* What lies outside of the sentence is no place in it. */
static void
clip(record_mention *m)
{
    if (m->at_end > m->sentence.len)
        m->at = m->at_end = 0;
}

static void
read_mentions(arena *a, wire *w, record_depth depth, record *r)
{
    span *sentences;
    size_t known = 0;

    r->mention_count = limited(wire_count(w, MENTION_LEAST));
    r->mentions = arena_array(a, r->mention_count, sizeof *r->mentions);
    sentences = arena_array(a, r->mention_count, sizeof *sentences);
    for (size_t i = 0; i < r->mention_count; i++) {
        record_mention *m = &r->mentions[i];
        size_t sentence;

        read_spans(w, m, mention_spans, COUNT(mention_spans));
        sentence = (size_t)wire_number(w, known);
        if (sentence == known)
            sentences[known++] =
                depth == RECORD_WHOLE ? coded_read(a, w) : coded_take(w);
        *(depth == RECORD_WHOLE ? &m->sentence : &m->coded) =
            sentences[sentence];
        m->start = (size_t)wire_number(w, r->length);
        m->end = m->start + (size_t)wire_number(w, r->length - m->start);
        m->form = (citation_form)wire_number(w, FORM_ALIAS);
        m->relation = (relation)wire_number(w, RELATION_COUNT - 1);
        m->zone = (zone)wire_number(w, ZONE_ANNEX);
        m->head = read_index(w, HEAD_PREVIOUS, r->mention_count);
        m->date = read_date(w);
        m->at = (size_t)wire_number(w, SENTENCE_MOST);
        m->at_end = m->at + (size_t)wire_number(w, SENTENCE_MOST);
        m->confidence = wire_fraction(w);
        m->points = read_points(w, r->length);
        if (depth == RECORD_WHOLE)
            clip(m);
    }
}

static void
add_body(strbuf *out, arena *scratch, const record *r)
{
    size_t labels = r->label_count < LABELS_MAX ? r->label_count : LABELS_MAX;

    wire_add_number(out, r->length);
    wire_add_number(out, r->passage_count);
    wire_add_number(out, r->news);
    add_date(out, r->date);
    add_date(out, r->effective_from);
    add_date(out, r->effective_to);
    add_spans(out, r, record_spans, COUNT(record_spans));
    wire_add_number(out, labels);
    for (size_t i = 0; i < labels; i++)
        wire_add_span(out, r->labels[i]);
    coded_add(out, scratch, r->title);
    add_sections(out, scratch, r);
    add_mentions(out, scratch, r);
}

void
record_sentence(arena *a, record_mention *m)
{
    wire w = {m->coded, false};

    if (!m->coded.len)
        return;
    m->sentence = coded_read(a, &w);
    m->coded = (span){NULL, 0};
    clip(m);
}

static bool
read_body(arena *a, span body, record_depth depth, record *r)
{
    wire w = {body, false};

    memset(r, 0, sizeof *r);
    r->length = (size_t)wire_number(&w, UINT32_MAX);
    r->passage_count = (size_t)wire_number(&w, UINT32_MAX);
    r->news = wire_number(&w, 1) == 1;
    r->date = read_date(&w);
    r->effective_from = read_date(&w);
    r->effective_to = read_date(&w);
    read_spans(&w, r, record_spans, COUNT(record_spans));
    r->label_count = (size_t)wire_number(&w, LABELS_MAX);
    r->labels = arena_array(a, r->label_count, sizeof *r->labels);
    for (size_t i = 0; i < r->label_count; i++)
        r->labels[i] = wire_span(&w);
    r->title = coded_read(a, &w);
    if (depth == RECORD_HEAD)
        return !w.failed;
    if (depth == RECORD_WHOLE)
        read_sections(a, &w, r);
    else
        skip_sections(&w, r);
    read_mentions(a, &w, depth, r);
    return !w.failed && !w.rest.len;
}

static uint64_t
checksum(span body)
{
    return crc32(0, (const Bytef *)body.ptr, (uInt)body.len);
}

void
record_encode(strbuf *out, const record *r)
{
    arena scratch = ARENA_INIT;
    strbuf body = STRBUF_INIT;

    add_body(&body, &scratch, r);
    wire_add_number(out, RECORD_VERSION);
    wire_add_number(out, checksum(strbuf_span(&body)));
    strbuf_add(out, strbuf_span(&body));
    strbuf_release(&body);
    arena_release(&scratch);
}

bool
record_read(arena *a, span bytes, record_depth depth, record *out)
{
    wire w = {bytes, false};
    uint64_t version = wire_number(&w, UINT64_MAX);
    uint64_t sum = wire_number(&w, UINT32_MAX);

    return !w.failed && version == RECORD_VERSION && sum == checksum(w.rest) &&
           read_body(a, w.rest, depth, out);
}

bool
record_decode(arena *a, span bytes, record *out)
{
    return record_read(a, bytes, RECORD_WHOLE, out);
}

static const char *
name_of(const kind *k)
{
    return k ? k->name : "";
}

static record_mention
mention_of(const document *d, const mention *m, points *p)
{
    const identity *act = &m->cite.act;
    tracuu_range s = m->sentence;
    record_mention r = {.start = m->cite.start,
        .end = m->cite.end,
        .form = m->cite.form,
        .relation = m->relation,
        .zone = m->zone,
        .head = m->head,
        .key = m->cite.key,
        .number = act->number,
        .kind = span_of(name_of(act->kind)),
        .issuer = span_of(act->issuer ? act->issuer->name : ""),
        .term = act->term,
        .provision = m->cite.provision,
        .date = act->date,
        .sentence = span_slice(d->text, s.start, s.end),
        .rule = span_of(m->rule),
        .confidence = m->confidence,
        .points = points_range(p, m->cite.start, m->cite.end)};

    if (m->cite.start >= s.start && m->cite.end <= s.end) {
        r.at = m->cite.start - s.start;
        r.at_end = m->cite.end - s.start;
    }
    return r;
}

/* The code of what was stated, or its words if nobody calls a status so. */
static span
status_stated(arena *a, span words)
{
    const char *code = status_by_name(normalize_folded(a, words));

    return code ? span_of(code) : words;
}

record
record_of(arena *a, const document *d)
{
    const metadata *m = &d->meta;
    points p = {.text = d->text};
    record r = {.id = d->id, .path = d->path, .url = d->url};

    r.key = m->key, r.number = m->number, r.kind = m->kind;
    r.issuer = m->issuer, r.term = m->term, r.place = m->place;
    r.title = document_title(d);
    r.signer = m->signer, r.capacity = m->capacity;
    r.recipients = m->recipients;
    r.secrecy = m->secrecy, r.urgency = m->urgency;
    r.conflicts = m->conflicts;
    r.status_stated = status_stated(a, d->stated.status);
    r.part_of = d->stated.part_of, r.article = d->stated.article;
    r.date = m->date, r.news = m->news;
    r.effective_from = m->effective_from, r.effective_to = m->effective_to;
    r.labels = d->labels, r.label_count = d->label_count;
    r.length = d->text.len, r.passage_count = d->passage_count;
    r.section_count = limited(d->section_count);
    r.sections = arena_array(a, r.section_count, sizeof *r.sections);
    for (size_t i = 0; i < r.section_count; i++) {
        const section *s = &d->sections[i];

        r.sections[i] = (record_section){s->level, s->label, s->heading,
            s->start, s->end, s->parent, points_range(&p, s->start, s->end)};
    }
    r.mention_count = limited(d->mention_count);
    r.mentions = arena_array(a, r.mention_count, sizeof *r.mentions);
    for (size_t i = 0; i < r.mention_count; i++)
        r.mentions[i] = mention_of(d, &d->mentions[i], &p);
    return r;
}
