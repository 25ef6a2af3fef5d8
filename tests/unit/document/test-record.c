#include "common/document/record.h"

#include "tests/unit/unit.h"

static record_section sections[] = {
    {SECTION_CHAPTER, {"Chương I", 10}, {"QUY ĐỊNH CHUNG", 17}, 0, 90, -1,
        {0, 70}},
    {SECTION_ARTICLE, {"Điều 1", 9}, {"", 0}, 20, 90, 0, {15, 70}}};

static record_mention mentions[] = {{.start = 30,
                                        .end = 40,
                                        .form = FORM_SHORT,
                                        .relation = REL_CONTINUES,
                                        .zone = ZONE_SUBJECT,
                                        .head = HEAD_DOCUMENT,
                                        .key = {"d:tw:kl:13:k13", 14},
                                        .date = {2021, 8, 16},
                                        .sentence = {"Thực hiện KL 13", 19},
                                        .at = 14,
                                        .at_end = 19,
                                        .rule = {"subject", 7},
                                        .confidence = 0.75},
    {.head = HEAD_PREVIOUS, .confidence = 1}, {.head = 0}};

static span labels[] = {{"ban-to-chuc", 11}, {"secret", 6}};

static record
sample(void)
{
    record r = {.id = SPAN("a.txt"),
        .number = SPAN("59-CTr/TU"),
        .title = SPAN("thực hiện Kết luận số 13"),
        .timeline = SPAN("in_force"),
        .date = {2021, 11, 15},
        .news = true,
        .labels = labels,
        .label_count = 2,
        .length = 100,
        .passage_count = 3,
        .sections = sections,
        .section_count = 2,
        .mentions = mentions,
        .mention_count = 3};

    return r;
}

START_TEST(comes_back_as_it_went)
{
    arena a = ARENA_INIT;
    strbuf bytes = STRBUF_INIT;
    record in = sample(), out;

    record_encode(&bytes, &in);
    ck_assert(record_decode(&a, strbuf_span(&bytes), &out));
    ck_assert_span_eq(out.id, "a.txt");
    ck_assert_span_eq(out.title, "thực hiện Kết luận số 13");
    ck_assert_span_eq(out.timeline, "in_force");
    ck_assert_span_eq(out.url, "");
    ck_assert_uint_eq(date_number(out.date), 20211115);
    ck_assert_uint_eq(out.sections[1].points.start, 15);
    ck_assert_uint_eq(out.sections[1].points.end, 70);
    ck_assert(out.news);
    ck_assert_uint_eq(out.label_count, 2);
    ck_assert_span_eq(out.labels[1], "secret");
    ck_assert_uint_eq(out.section_count, 2);
    ck_assert_span_eq(out.sections[0].heading, "QUY ĐỊNH CHUNG");
    ck_assert_int_eq(out.sections[0].parent, -1);
    ck_assert_int_eq(out.sections[1].parent, 0);
    ck_assert_uint_eq(out.sections[1].end, 90);
    strbuf_release(&bytes);
    arena_release(&a);
}
END_TEST

START_TEST(keeps_mentions_with_their_evidence)
{
    arena a = ARENA_INIT;
    strbuf bytes = STRBUF_INIT;
    record in = sample(), out;

    record_encode(&bytes, &in);
    ck_assert(record_decode(&a, strbuf_span(&bytes), &out));
    ck_assert_uint_eq(out.mention_count, 3);
    ck_assert_int_eq(out.mentions[0].relation, REL_CONTINUES);
    ck_assert_int_eq(out.mentions[0].head, HEAD_DOCUMENT);
    ck_assert_int_eq(out.mentions[1].head, HEAD_PREVIOUS);
    ck_assert_int_eq(out.mentions[2].head, 0);
    ck_assert_span_eq(out.mentions[0].key, "d:tw:kl:13:k13");
    ck_assert_span_eq(out.mentions[0].sentence, "Thực hiện KL 13");
    ck_assert_uint_eq(out.mentions[0].at_end, 19);
    ck_assert_double_eq_tol(out.mentions[0].confidence, 0.75, 1e-6);
    strbuf_release(&bytes);
    arena_release(&a);
}
END_TEST

START_TEST(reads_a_sentence_when_it_is_asked_for)
{
    arena a = ARENA_INIT;
    strbuf bytes = STRBUF_INIT;
    record in = sample(), out;

    record_encode(&bytes, &in);
    ck_assert(record_read(&a, strbuf_span(&bytes), RECORD_HEAD, &out));
    ck_assert_span_eq(out.title, "thực hiện Kết luận số 13");
    ck_assert_uint_eq(out.mention_count, 0);
    ck_assert(record_read(&a, strbuf_span(&bytes), RECORD_MENTIONS, &out));
    ck_assert_uint_eq(out.section_count, 0);
    ck_assert_uint_eq(out.mention_count, 3);
    ck_assert_span_eq(out.mentions[0].key, "d:tw:kl:13:k13");
    ck_assert_span_eq(out.mentions[0].sentence, "");
    record_sentence(&a, &out.mentions[0]);
    ck_assert_span_eq(out.mentions[0].sentence, "Thực hiện KL 13");
    ck_assert_uint_eq(out.mentions[0].at, 14);
    ck_assert_uint_eq(out.mentions[0].at_end, 19);
    strbuf_release(&bytes);
    arena_release(&a);
}
END_TEST

/* The least that a section can be. */
START_TEST(keeps_sections_without_words)
{
    arena a = ARENA_INIT;
    strbuf bytes = STRBUF_INIT;
    record_section bare[4] = {{.parent = -1}, {0}, {0}, {0}};
    record in = {.id = SPAN("a"), .sections = bare}, out;

    for (in.section_count = 1; in.section_count <= 4; in.section_count++) {
        strbuf_clear(&bytes);
        record_encode(&bytes, &in);
        ck_assert(record_decode(&a, strbuf_span(&bytes), &out));
        ck_assert_uint_eq(out.section_count, in.section_count);
        ck_assert_int_eq(out.sections[0].parent, -1);
    }
    strbuf_release(&bytes);
    arena_release(&a);
}
END_TEST

START_TEST(refuses_every_shortened_blob)
{
    arena a = ARENA_INIT;
    strbuf bytes = STRBUF_INIT;
    record in = sample(), out;

    record_encode(&bytes, &in);
    for (size_t n = 0; n < bytes.len; n++)
        ck_assert_msg(!record_decode(&a, (span){bytes.ptr, n}, &out),
            "%zu bytes were taken", n);
    strbuf_release(&bytes);
    arena_release(&a);
}
END_TEST

START_TEST(survives_every_changed_byte)
{
    arena a = ARENA_INIT;
    strbuf bytes = STRBUF_INIT;
    record in = sample(), out;

    record_encode(&bytes, &in);
    for (size_t n = 0; n < bytes.len; n++) {
        char was = bytes.ptr[n];

        for (int bit = 0; bit < 8; bit++) {
            bytes.ptr[n] = (char)(was ^ (1 << bit));
            if (record_decode(&a, strbuf_span(&bytes), &out))
                ck_assert_uint_eq(out.length, in.length);
            arena_reset(&a);
        }
        bytes.ptr[n] = was;
    }
    strbuf_release(&bytes);
    arena_release(&a);
}
END_TEST

START_TEST(refuses_another_version)
{
    arena a = ARENA_INIT;
    strbuf bytes = STRBUF_INIT;
    record in = sample(), out;

    record_encode(&bytes, &in);
    bytes.ptr[0]++;
    ck_assert(!record_decode(&a, strbuf_span(&bytes), &out));
    strbuf_release(&bytes);
    arena_release(&a);
}
END_TEST

START_TEST(is_made_of_a_document)
{
    arena a = ARENA_INIT;
    document d;
    section s = {
        SECTION_ARTICLE, SPAN("1"), SPAN("Điều 1"), SPAN("x"), 0, 6, -1};
    mention m = {.cite = {.start = 9, .end = 14, .rule = "symbol"},
        .sentence = {4, 14},
        .rule = "basis"};
    record r;

    document_init(&d);
    d.id = SPAN("x");
    d.text = SPAN("abc. xyz 48-CT");
    d.meta.number = SPAN("1/CT");
    d.sections = &s, d.section_count = 1;
    d.mentions = &m, d.mention_count = 1;
    r = record_of(&a, &d);
    ck_assert_span_eq(r.title, "x");
    ck_assert_span_eq(r.sections[0].label, "Điều 1");
    ck_assert_span_eq(r.mentions[0].sentence, " xyz 48-CT");
    ck_assert_uint_eq(r.mentions[0].at, 5);
    ck_assert_span_eq(r.mentions[0].rule, "basis");
    document_release(&d);
    arena_release(&a);
}
END_TEST

UNIT_MAIN("record", comes_back_as_it_went, keeps_mentions_with_their_evidence,
    keeps_sections_without_words, reads_a_sentence_when_it_is_asked_for,
    refuses_every_shortened_blob, survives_every_changed_byte,
    refuses_another_version, is_made_of_a_document)
