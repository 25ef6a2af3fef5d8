#include "indexer/terms.h"

#include <stdio.h>

#include "common/document/fields.h"
#include "common/document/forward.h"
#include "common/document/impact.h"
#include "common/document/packed.h"
#include "tests/unit/unit.h"

/* Counts of one entry as "term=count" words, filters without "=". */
static strbuf story;
static store_value values[16];
static size_t value_count, entries;
static span data;

static void
tell(const store_entry *e)
{
    strbuf_clear(&story);
    for (size_t i = 0; i < e->term_count; i++) {
        const store_term *t = &e->terms[i];

        strbuf_print(&story, "|%.*s", SPAN_PRINT(t->name));
        if (t->count)
            strbuf_print(&story, "=%u", t->count);
    }
    strbuf_add_char(&story, '|');
}

static arena kept;

static tracuu_status
take(void *payload, const store_entry *e, tracuu_error *err)
{
    (void)payload, (void)err;
    entries++;
    tell(e);
    value_count = e->value_count;
    memcpy(values, e->values, e->value_count * sizeof *values);
    /* The bytes are valid during the call only. */
    for (size_t i = 0; i < e->value_count; i++)
        values[i].bytes = arena_copy(&kept, values[i].bytes);
    data = arena_copy(&kept, e->data);
    return TRACUU_OK;
}

static bool
has(const char *term)
{
    strbuf want = STRBUF_INIT;
    bool found;

    strbuf_print(&want, "|%s|", term);
    found = strstr(story.ptr, want.ptr) != NULL;
    strbuf_release(&want);
    return found;
}

#define ck_assert_has(term)                                                    \
    ck_assert_msg(has(term), "%s in %s", term, story.ptr)

/* The passage of these tests is far shorter than most. */
static void
ck_assert_weighs(const char *term, uint32_t count)
{
    char want[64];

    snprintf(want, sizeof want, "%s=%u", term, impact_of(count, 17));
    ck_assert_has(want);
}

static void
make(document *d, passage *p, const char *text)
{
    document_init(d);
    d->id = SPAN("goc/a.txt");
    d->title = SPAN("Về đất");
    document_set_text(d, span_of(text));
    *p = (passage){0, d->text.len, 0, d->tokens.count, SPAN("Điều 5"),
        SPAN("Chương I > Điều 5")};
    d->passages = p;
    d->passage_count = 1;
}

START_TEST(a_passage_counts_title_heading_and_text)
{
    document d;
    passage p;
    record r;

    make(&d, &p, "Đất đai, đất ở.\nThuỷ lợi");
    r = record_of(&d.arena, &d);
    ck_assert_int_eq(terms_passages(&d, &r, take, NULL, NULL), TRACUU_OK);
    ck_assert_uint_eq(entries, 1);
    ck_assert_weighs("dat", 3);
    ck_assert_weighs("ve", 1);
    ck_assert_weighs("chuong", 1);
    ck_assert_weighs("5", 1);
    ck_assert_weighs("thuy", 1);
    ck_assert_has("XDgoc/a.txt");
    ck_assert_has("I*");
    document_release(&d);
}
END_TEST

START_TEST(a_passage_carries_its_place_and_text)
{
    document d;
    packed back;
    passage p;
    record r;

    make(&d, &p, "Đất đai");
    d.url = SPAN("http://x\ny");
    r = record_of(&d.arena, &d);
    r.title = SPAN("Về đất");
    r.date = (date){2010, 10, 22};
    terms_passages(&d, &r, take, NULL, NULL);
    ck_assert(packed_decode(&d.arena, values[1].bytes, data, &back));
    ck_assert_span_eq(back.label, "Điều 5");
    ck_assert_span_eq(back.heading, "Chương I > Điều 5");
    ck_assert_span_eq(back.text, "Đất đai");
    ck_assert_uint_eq(back.end, strlen("Đất đai"));
    ck_assert_uint_eq(back.points.end, 7);
    ck_assert_uint_eq(value_count, 3);
    ck_assert_uint_eq(values[0].slot, SLOT_ID);
    ck_assert_uint_eq(values[1].slot, SLOT_FORWARD);
    ck_assert_span_eq(values[2].bytes, "20101022");
    ck_assert_has("D20101022");
    document_release(&d);
}
END_TEST

/* "thông tư", "Bộ Y tế" and 2021 are what its act is. */
START_TEST(an_article_is_filtered_by_what_its_act_is)
{
    document d;
    passage p;
    record r;

    make(&d, &p, "Xét nghiệm HIV");
    d.stated.part_of = SPAN("09/2021/TT-BYT");
    d.stated.article = SPAN("1");
    r = record_of(&d.arena, &d);
    terms_passages(&d, &r, take, NULL, NULL);
    ck_assert_has("XKtt");
    ck_assert_has("XObo y te");
    ck_assert_has("Y2021");
    d.stated.part_of = SPAN("chỗ khác");
    r = record_of(&d.arena, &d);
    terms_passages(&d, &r, take, NULL, NULL);
    ck_assert(!has("XKtt"));
    document_release(&d);
}
END_TEST

static record
full_record(void)
{
    static record_mention mentions[4];
    static span labels[2];

    labels[0] = SPAN("noi-bo");
    labels[1] = SPAN("secret");
    for (size_t i = 0; i < 4; i++)
        mentions[i] = (record_mention){
            .relation = REL_IMPLEMENTS, .key = SPAN("d:tw:kl:13:k13")};
    mentions[1].relation = REL_CITES;
    mentions[2].key = SPAN("d:tw:ct:48:k10");
    mentions[3].key = SPAN("");
    return (record){.id = SPAN("a"),
        .key = SPAN("d:tu.hau-giang:ctr:59:n2020"),
        .number = SPAN("059-CTr/TU"),
        .kind = SPAN("chương trình"),
        .issuer = SPAN("Tỉnh ủy Hậu Giang; Bộ Chính trị"),
        .term = SPAN("n2020"),
        .place = SPAN("Hậu Giang"),
        .title = SPAN("Phòng, chống tội phạm"),
        .timeline = SPAN("in_force"),
        .secrecy = SPAN("Mật"),
        .date = {2021, 11, 5},
        .fingerprint = SPAN("12ab"),
        .stamp = SPAN("1 2 3 goc"),
        .labels = labels,
        .label_count = 2,
        .mentions = mentions,
        .mention_count = 4};
}

START_TEST(a_document_has_the_terms_of_the_schema)
{
    static const char *const terms[] = {"Qa", "XKEYd:tu.hau-giang:ctr:59:n2020",
        "XNUM59ctrtu", "XNO59", "XH12ab", "XTphong chong toi pham",
        "XTchong toi pham", "XTchuong trinh 059 ctr tu phong chong toi pham",
        "Inoi-bo", "Isecret", "XKctr", "XOtinh uy hau giang", "XObo chinh tri",
        "XPhau-giang", "XSin_force", "XMn2020", "XXmat", "Y2021", "M202111",
        "D20211105", "XRimplements:d:tw:kl:13:k13", "XRcites:d:tw:kl:13:k13",
        "XRimplements:d:tw:ct:48:k10", "XRA:d:tw:kl:13:k13",
        "XRA:d:tw:ct:48:k10",
        /* four words and two listed pairs share what one would weigh */
        "XWphong=21", "XWchong=21", "XWtoi=21", "XWpham=21", "XWphong chong=21",
        "XWtoi pham=21"};
    arena a = ARENA_INIT;
    record r = full_record();
    store_entry e = terms_document(&a, &r);

    tell(&e);
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++)
        ck_assert_has(terms[i]);
    ck_assert_uint_eq(e.term_count, sizeof terms / sizeof *terms);
    ck_assert(!has("I*"));
    arena_release(&a);
}
END_TEST

START_TEST(the_fewer_words_the_title_of_an_act_has_the_more_they_weigh)
{
    arena a = ARENA_INIT;
    record r = {.id = SPAN("a"), .title = SPAN("Giá")};
    store_entry e = terms_document(&a, &r);

    tell(&e);
    ck_assert_has("XWgia=127");
    r.part_of = SPAN("31/2024/QH15");
    e = terms_document(&a, &r);
    tell(&e);
    ck_assert(!strstr(story.ptr, "|XW"));
    arena_release(&a);
}
END_TEST

START_TEST(a_document_has_the_values_of_the_schema)
{
    const struct {
        uint32_t slot;
        const char *bytes;
    } want[] = {
        {SLOT_ID, "a"},
        {SLOT_DATE, "20211105"},
        {SLOT_KIND, "ctr"},
        {SLOT_ISSUER, "Tỉnh ủy Hậu Giang; Bộ Chính trị"},
        {SLOT_YEAR, "2021"},
        {SLOT_PLACE, "hau-giang"},
        {SLOT_STATUS, "in_force"},
        {SLOT_SECRECY, "Mật"},
        {SLOT_TERM, "n2020"},
        {SLOT_KEY, "d:tu.hau-giang:ctr:59:n2020"},
        {SLOT_STAMP, "1 2 3 goc"},
        {SLOT_LABELS, "noi-bo secret"},
    };
    arena a = ARENA_INIT;
    record r = full_record(), back;
    store_entry e = terms_document(&a, &r);

    ck_assert_uint_eq(e.value_count, sizeof want / sizeof *want);
    for (size_t i = 0; i < e.value_count; i++) {
        ck_assert_uint_eq(e.values[i].slot, want[i].slot);
        ck_assert_span_eq(e.values[i].bytes, want[i].bytes);
    }
    ck_assert(record_decode(&a, e.data, &back));
    ck_assert_span_eq(back.number, "059-CTr/TU");
    arena_release(&a);
}
END_TEST

UNIT_MAIN("terms", a_passage_counts_title_heading_and_text,
    an_article_is_filtered_by_what_its_act_is,
    a_passage_carries_its_place_and_text,
    a_document_has_the_terms_of_the_schema,
    the_fewer_words_the_title_of_an_act_has_the_more_they_weigh,
    a_document_has_the_values_of_the_schema)
