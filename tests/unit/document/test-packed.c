#include "common/document/packed.h"

#include <stdio.h>

#include "common/document/forward.h"
#include "common/text/phrase.h"
#include "tests/unit/unit.h"

static arena memory;

/* The text packed and unpacked again. */
static packed
there_and_back(const char *heading, const char *text)
{
    token_list title = token_list_read(&memory, SPAN("Luật Đất đai"));
    token_list above = token_list_read(&memory, span_of(heading));
    token_list body = token_list_read(&memory, span_of(text));
    packed in = {.label = SPAN("Điều 5"),
        .title = title.text,
        .heading = span_of(heading),
        .text = span_of(text),
        .start = 70000,
        .end = 70000 + strlen(text),
        .points = {300, 400},
        .pages = {7, (const size_t[]){3, 400}, 2, true}};
    strbuf words = STRBUF_INIT, data = STRBUF_INIT;
    packed out;

    packed_encode(
        &words, &data, &memory, &in, &title, &above, &body, 0, body.count);
    ck_assert(
        packed_decode(&memory, strbuf_span(&words), strbuf_span(&data), &out));
    ck_assert_span_eq(out.title, "Luật Đất đai");
    ck_assert_span_eq(out.heading, heading);
    ck_assert_span_eq(out.text, text);
    ck_assert_uint_eq(out.pages.first, 7);
    ck_assert_uint_eq(out.pages.count, 2);
    ck_assert_uint_eq(out.pages.starts[1], 400);
    ck_assert(out.pages.ocr);
    strbuf_release(&words);
    strbuf_release(&data);
    return out;
}

START_TEST(every_text_comes_back_byte_by_byte)
{
    static const char *const table[] = {"", " ", "đất", "Đất đai", "ĐẤT ĐAI.",
        "Điều 5. Nhà nước giao đất; thu hồi đất, (trừ đất ở).\n\n1. Không quá "
        "1.600.000 m2/năm;\na) QH15, HĐNN8, H'Mông, 30ngày, số31QĐ/TW./.",
        "hoà bình, hòa bình, kỉ luật, kỷ luật, thuỷ lợi, Ðà Nẵng",
        "Stroke ☃ 漢字 straße ŒUVRE ǆ ﬁ", "..., !?", "(đất)",
        "đất đai  đất\tđai — đất–đai “đất đai” … đất\n\n\n\nđai",
        "  đất trước và sau  "};

    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        for (size_t k = 0; k < sizeof table / sizeof *table; k++)
            there_and_back(table[i], table[k]);
    arena_release(&memory);
}
END_TEST

START_TEST(long_runs_and_long_texts_come_back)
{
    static char text[1 << 20];
    size_t length = 0;

    for (int i = 0; i < 6000; i++)
        length += (size_t)sprintf(
            text + length, i % 977 ? "đất đai của nhà nước " : "%d. Điều ", i);
    there_and_back("Chương I", text);
    arena_release(&memory);
}
END_TEST

START_TEST(place_and_label_come_back)
{
    packed p = there_and_back("Chương I. QUY ĐỊNH CHUNG", "Đất đai");

    ck_assert_span_eq(p.label, "Điều 5");
    ck_assert_uint_eq(p.start, 70000);
    ck_assert_uint_eq(p.end, 70000 + strlen("Đất đai"));
    ck_assert_uint_eq(p.points.start, 300);
    ck_assert_uint_eq(p.points.end, 400);
    arena_release(&memory);
}
END_TEST

/* A few words of the table are two that somebody wrote as one ("tổchức"), or
 * letters and digits: tokens part them, so that nobody asks for their codes. */
START_TEST(each_word_of_the_table_has_the_id_of_its_token)
{
    size_t count = 0, parted = 0;

    while (phrase_written((uint16_t)(count + 1)).len) {
        uint16_t code = (uint16_t)++count;
        span written = phrase_written(code);
        token_list list = token_list_read(&memory, written);

        ck_assert_uint_eq(phrase_word(written), code);
        ck_assert_uint_ge(list.count, 1);
        parted += list.count > 1;
        ck_assert_msg(list.count > 1 || list.at[0].id == phrase_id(code),
            "'%.*s'", SPAN_PRINT(written));
        arena_reset(&memory);
    }
    ck_assert_uint_gt(count, 3000);
    ck_assert_uint_lt(parted, 10);
    ck_assert_uint_eq(phrase_word(SPAN("đấtđai")), PHRASE_NONE);
    arena_release(&memory);
}
END_TEST

START_TEST(each_phrase_is_joined_out_of_its_words)
{
    size_t same = 0, count = phrase_count();

    for (size_t code = 1; code <= count; code++) {
        phrase_row row = phrase_words((uint16_t)code);
        uint16_t codes[PHRASE_MOST];

        ck_assert(row.count > 0 && row.count <= PHRASE_MOST);
        memcpy(codes, row.at, row.count * sizeof *codes);
        same += phrase_join(codes, row.count) == 1 && codes[0] == code;
    }
    /* Some have words that another one joins first. */
    ck_assert_uint_gt(same, count - count / 5);
    ck_assert_uint_eq(phrase_words(PHRASE_NONE).count, 0);
    ck_assert_uint_eq(phrase_words(PHRASE_OTHER).count, 0);
}
END_TEST

START_TEST(damaged_bytes_are_refused_or_read)
{
    token_list list = token_list_read(
        &memory, SPAN("Điều 5. Giao đất 1.600 m2, Đất 漢 ở.\n\nĐẤT đai."));
    packed in = {.title = list.text, .heading = list.text, .text = list.text};
    packed out;
    strbuf words = STRBUF_INIT, data = STRBUF_INIT;

    packed_encode(
        &words, &data, &memory, &in, &list, &list, &list, 0, list.count);
    for (size_t i = 0; i < words.len + data.len; i++) {
        for (unsigned byte = 0; byte < 256; byte += 3) {
            char *at = i < words.len ? &words.ptr[i] : &data.ptr[i - words.len];
            char kept = *at;

            *at = (char)byte;
            packed_decode(
                &memory, strbuf_span(&words), strbuf_span(&data), &out);
            *at = kept;
        }
        arena_reset(&memory);
    }
    for (size_t i = 0; i < data.len; i++)
        packed_decode(&memory, strbuf_span(&words), (span){data.ptr, i}, &out);
    ck_assert(!packed_decode(&memory, SPAN(""), strbuf_span(&data), &out));
    strbuf_release(&words);
    strbuf_release(&data);
    arena_release(&memory);
}
END_TEST

UNIT_MAIN("packed", every_text_comes_back_byte_by_byte,
    long_runs_and_long_texts_come_back, place_and_label_come_back,
    each_word_of_the_table_has_the_id_of_its_token,
    each_phrase_is_joined_out_of_its_words, damaged_bytes_are_refused_or_read)
