#include "common/text/telex.h"
#include "tests/unit/unit.h"

static const struct {
    const char *keys, *syllable; /* "" for none */
} keys[] = {
    {"chir", "chỉ"},
    {"thij", "thị"},
    {"phongf", "phòng"},
    {"phofng", "phòng"},
    {"choongs", "chống"},
    {"toij", "tọi"},
    {"tooij", "tội"},
    {"ddaats", "đất"},
    {"dadat", ""},
    {"ddai", "đai"},
    {"luwowng", "lương"},
    {"luowng", "lương"},
    {"huowng", "hương"},
    {"nuwowcs", "nước"},
    {"nguwowif", "người"},
    {"quyeets", "quyết"},
    {"quas", "quá"},
    {"giaos", "giáo"},
    {"uyr", "ủy"},
    {"hoaf", "hòa"},
    {"kyr", "kỷ"},
    {"kir", "kỷ"},
    {"awn", "ăn"},
    {"nawm", "năm"},
    {"chi3", "chỉ"},
    {"phong2", "phòng"},
    {"cho61ng", "chống"},
    {"chong61", "chống"},
    {"d9a6t1", "đất"},
    {"nuoc71", "nước"},
    {"nam8", "năm"},
    /* plain syllables and codes */
    {"toi", ""},
    {"chong", ""},
    {"qd1", ""},
    {"k13", ""},
    {"2020", ""},
    {"vpcp", ""},
    {"", ""},
    /* what is typed twice */
    {"toijj", ""},
    {"abcdefghijklmnop", ""},
};

START_TEST(keys_left_as_typed_are_decoded)
{
    char out[TELEX_TEXT];
    size_t length = telex_decode(out, span_of(keys[_i].keys));

    ck_assert_span_eq(((span){out, length}), keys[_i].syllable);
}
END_TEST

UNIT_TABLES("telex", UNIT_TABLE(keys_left_as_typed_are_decoded, keys))
