#include "common/document/fields.h"

#include "common/base/hash.h"
#include "common/document/squeezed.h"

enum { HASH_DIGITS = 16 };

static const field_info fields[FIELD_COUNT] = {
    {FIELD_NUMBER, "số", "so", "number", "số hiệu;ký hiệu;số ký hiệu;symbol",
        "XNUM", -1, NULL, "number and symbol of the document", "số:48-CT/TW"},
    {FIELD_KIND, "loại", "loai", "kind", "thể loại;loại văn bản;type", "XK",
        SLOT_KIND, "kind", "kind of document", "loại:\"chỉ thị\""},
    {FIELD_ISSUER, "cơ quan", "cq", "issuer", "cơ quan ban hành;organ", "XO",
        SLOT_ISSUER, "issuer", "who issued it", "cq:\"Bộ Chính trị\""},
    {FIELD_PLACE, "nơi", "noi", "place", "địa phương;tỉnh;tỉnh thành;province",
        "XP", SLOT_PLACE, "place", "province that issued it",
        "nơi:\"Hậu Giang\""},
    {FIELD_YEAR, "năm", "nam", "year", "năm ban hành", "Y", SLOT_YEAR, "year",
        "year of its date", "năm:2021"},
    {FIELD_FROM, "từ", "tu", "from", "từ ngày;từ năm;since", NULL, SLOT_DATE,
        NULL, "first day of its date", "từ:1/7/2020"},
    {FIELD_TO, "đến", "den", "to", "đến ngày;đến năm;until", NULL, SLOT_DATE,
        NULL, "last day of its date", "đến:2021-12-31"},
    {FIELD_DATE, "ngày", "ngay", "date", "ngày ban hành", "D", SLOT_DATE, NULL,
        "its date", "ngày:16/8/2021"},
    {FIELD_TERM, "khóa", "khoa", "term", "nhiệm kỳ", "XM", SLOT_TERM, "term",
        "khóa or nhiệm kỳ", "khóa:XIII"},
    {FIELD_STATUS, "hiệu lực", "hl", "status", "tình trạng;trạng thái", "XS",
        SLOT_STATUS, "status", "whether it is in force", "hl:còn"},
    {FIELD_SECRECY, "độ mật", "mat", "secrecy", NULL, "XX", SLOT_SECRECY,
        "secrecy", "secrecy mark", "mật:\"tối mật\""},
    {FIELD_TITLE, "tiêu đề", "td", "title", "trích yếu;tên", NULL, -1, NULL,
        "words of its title", "td:\"tội phạm\""},
};

const field_info *
field_about(field f)
{
    return &fields[f];
}

static bool
is_called(const field_info *about, span squeezed)
{
    span more = about->more ? span_of(about->more) : SPAN(""), name;

    while (more.len && span_next_field(&more, ';', &name))
        if (squeezed_is(squeezed, name))
            return true;
    return squeezed_is(squeezed, span_of(about->name)) ||
           squeezed_is(squeezed, span_of(about->word)) ||
           squeezed_is(squeezed, span_of(about->english));
}

field
field_by_name(span name)
{
    char bytes[SQUEEZED_MAX];
    span squeezed = squeezed_read(bytes, name);

    for (int i = 0; squeezed.len && i < FIELD_COUNT; i++) {
        if (is_called(&fields[i], squeezed))
            return (field)i;
    }
    return FIELD_COUNT;
}

/* `value` up to `length` bytes, without a part of a character. */
static span
cut(span value, size_t length)
{
    while (length && ((unsigned char)value.ptr[length] & 0xC0) == 0x80)
        length--;
    return span_slice(value, 0, length);
}

span
field_term(arena *a, const char *prefix, span value)
{
    size_t room = FIELD_TERM_MAX - strlen(prefix);
    span head;

    if (value.len <= room)
        return arena_print(a, "%s%.*s", prefix, SPAN_PRINT(value));
    head = cut(value, room - HASH_DIGITS);
    return arena_print(a, "%s%.*s%016llx", prefix, SPAN_PRINT(head),
        (unsigned long long)hash_of(value));
}

span
field_label_term(arena *a, span label)
{
    return field_term(a, "I", label.len ? label : SPAN("*"));
}

span
field_edge_term(arena *a, const char *relation, span key)
{
    span prefix = arena_print(a, "XR%s:", relation);

    return field_term(a, prefix.ptr, key);
}

size_t
field_date_terms(arena *a, date d, span out[3])
{
    if (!d.year)
        return 0;
    out[0] = arena_print(a, "Y%04u", d.year);
    if (!d.month)
        return 1;
    out[1] = arena_print(a, "M%04u%02u", d.year, d.month);
    if (!d.day)
        return 2;
    out[2] = arena_print(a, "D%04u%02u%02u", d.year, d.month, d.day);
    return 3;
}

bool
field_is_label(span label)
{
    if (!label.len || label.len > 32)
        return false;
    for (size_t i = 0; i < label.len; i++) {
        char c = label.ptr[i];

        if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '_' &&
            c != '-')
            return false;
    }
    return true;
}
