/* linear: no stage takes more than in proportion to the length of a text.
 *
 * Each text is a beginning and one piece over and over, of 100 KB and of eight
 * times that.  What is compared is processor time, generously: eight times the
 * text may take twelve times as long, and the best of several tries counts,
 * since the machine may be doing other things.
 */
#include <time.h>

#include "common/base/strbuf.h"
#include "indexer/metadata.h"
#include "indexer/passages.h"
#include "indexer/references.h"
#include "indexer/structure.h"
#include "tests/unit/unit.h"

enum { SHORT_TEXT = 100000, TIMES = 8, MOST = 12, TRIES = 4 };

/* Seconds that memory and a busy machine may take more. */
#define SLACK 0.05

enum { NORMALIZE, TOKENS, STRUCTURE, METADATA, REFERENCES, PASSAGES, STAGES };

static const char *const names[] = {
    "normalize", "tokens", "structure", "metadata", "references", "passages"};

static const struct {
    const char *start, *piece;
} texts[] = {
    /* mentions */
    {"", "điểm a khoản 1 Điều "},
    {"", "điểm a khoản 1 Điều 2 Nghị định số 1/2020/NĐ-CP "},
    {"", "khoản 1, "},
    {"", "từ Điều 1 đến Điều 50 "},
    {"", "Nghị định số 1/2020/NĐ-CP, "},
    {"", "xem Nghị định số 1/2020/NĐ-CP; "},
    {"", "1/2020/NĐ-CP "},
    {"các Nghị quyết số ", "57, "},
    {"", "Nghị quyết số 57, "},
    {"", "Chương trình 135 "},
    {"", "Luật Đất đai "},
    {"", "Luật sửa đổi, bổ sung một số điều của Luật Đất đai và "},
    {"Nghị định số 1/2020/NĐ-CP ", "Nghị định này "},
    {"Nghị định số 1/2020/NĐ-CP ", "“Nghị định này” "},
    {"", "các văn bản này "},
    {"", "Nghị định "},
    {"", "(Nghị định số 1) "},
    {"", "Nghị định số 1/2020/NĐ-CP (sau đây gọi tắt là Nghị định số 1), "},
    {"", "sau đây gọi tắt là X, "},
    {"", "căn cứ "},
    {"", "sửa đổi, bổ sung "},
    {"", "Quyết định số 1/QĐ-TTg hướng dẫn "},
    {"Căn cứ:\n", "- Nghị định số 1/2020/NĐ-CP;\n"},
    {"Bãi bỏ các văn bản sau:\n", "1. Nghị định số 1/2020/NĐ-CP\n"},
    {"Sửa đổi Nghị định số 1/2020/NĐ-CP:\n", "2. Sửa đổi khoản 4 Điều 1:\n"},
    {"Sửa đổi Nghị định số 1/2020/NĐ-CP:\n", "“Điều 1. A”\n"},
    {"", "của Chính phủ "},
    {"", "ngày 1 tháng 1 năm 2020 "},
    {"", "Đại hội Đảng bộ tỉnh lần thứ XIX, "},
    /* outlines and letterheads */
    {"", "Điều 1. "},
    {"", "Điều 1. A\n"},
    {"", "1. "},
    {"", "a) b\n"},
    {"", "I. A\n"},
    {"", "Chương I\nA\n"},
    {"", "Phụ lục I\n"},
    {"", "QUYẾT ĐỊNH\n"},
    {"", "Độc lập - Tự do - Hạnh phúc\n"},
    {"", "Nơi nhận:\n"},
    {"", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n"},
    {"", "Kính gửi: "},
    {"", "| "},
    {"", "a\n"},
    /* signs, letters and bytes */
    {"", "số "},
    {"", "1"},
    {"", "1,"},
    {"", "a"},
    {"", "NĐ"},
    {"", "số31"},
    {"", "H'"},
    {"", "("},
    {"", ")"},
    {"", "“"},
    {"", "\""},
    {"", "; "},
    {"", "."},
    {"", "-"},
    {"", "/"},
    {"", " "},
    {"", "\n"},
    {"", "\r\n"},
    {"", "<b>"},
    {"", "&amp;"},
    {"", "a\xCC\x81"},
    {"a", "\xCC\x81"},
    {"", "đ\xCC\xA3i\xC3\xAA\xCC\x80u "},
    {"", "\xE2\x80\x8B"},
    {"", "\x01"},
    {"", "\xF0\x9F\x98\x80"},
    {"", "\xFF"},
    {"", "\xB8"},
};

static double
now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Lowers `best` to what the stages take now. */
static void
measure(span text, double *best)
{
    double at[STAGES + 1];
    clean_text clean;
    document d;

    document_init(&d);
    at[NORMALIZE] = now();
    clean = normalize_clean(&d.arena, text);
    d.text = clean.text;
    d.map = clean.map;
    at[TOKENS] = now();
    d.tokens = token_list_read(&d.arena, d.text);
    at[STRUCTURE] = now();
    structure_read(&d);
    at[METADATA] = now();
    metadata_read(&d);
    at[REFERENCES] = now();
    references_read(&d);
    at[PASSAGES] = now();
    passages_cut(&d);
    at[STAGES] = now();
    document_release(&d);
    for (int i = 0; i < STAGES; i++)
        if (at[i + 1] - at[i] < best[i])
            best[i] = at[i + 1] - at[i];
}

static strbuf
repeat(const char *start, const char *piece, size_t length)
{
    strbuf b = STRBUF_INIT;

    strbuf_add_string(&b, start);
    while (b.len < length)
        strbuf_add_string(&b, piece);
    return b;
}

/* The stage that is not linear, or STAGES. */
static int
find_slow(const double *few, const double *many)
{
    int i = 0;

    while (i < STAGES && many[i] <= MOST * few[i] + SLACK)
        i++;
    return i;
}

START_TEST(eight_times_the_text_takes_no_twelve_times_the_time)
{
    strbuf few = repeat(texts[_i].start, texts[_i].piece, SHORT_TEXT);
    strbuf many = repeat(texts[_i].start, texts[_i].piece, TIMES * SHORT_TEXT);
    double a[STAGES], b[STAGES];
    int slow = 0;

    for (int i = 0; i < STAGES; i++)
        a[i] = b[i] = 1e9;
    for (int n = 0; n < TRIES && slow < STAGES; n++) {
        measure(strbuf_span(&few), a);
        measure(strbuf_span(&many), b);
        slow = find_slow(a, b);
    }
    ck_assert_msg(slow == STAGES, "%s of '%s': %.3f s, then %.3f s",
        names[slow % STAGES], texts[_i].piece, a[slow % STAGES],
        b[slow % STAGES]);
    strbuf_release(&few);
    strbuf_release(&many);
}
END_TEST

UNIT_TABLES("linear",
    UNIT_TABLE(eight_times_the_text_takes_no_twelve_times_the_time, texts))
