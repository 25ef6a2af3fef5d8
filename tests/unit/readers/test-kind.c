#include "indexer/extract-kind.h"

#include "tests/unit/readers/zipped.h"
#include "tests/unit/unit.h"

static const struct {
    span bytes;
    file_kind kind;
} starts[] = {
    {SPAN_INIT("%PDF-1.4\n"), KIND_PDF},
    {SPAN_INIT("\n\n%PDF-1.4\n"), KIND_PDF},
    {SPAN_INIT("{\\rtf1\\ansi"), KIND_RTF},
    {SPAN_INIT("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), KIND_OLE},
    {SPAN_INIT("<!DOCTYPE html><p>x"), KIND_HTML},
    {SPAN_INIT("\xEF\xBB\xBF<?xml version='1.0'?>\n<HTML>"), KIND_HTML},
    {SPAN_INIT("<!-- a > b --><html>"), KIND_HTML},
    {SPAN_INIT("From: a@b\nSubject: c\n\nd"), KIND_EML},
    {SPAN_INIT("Nơi nhận: cả tỉnh\n\nSubject: c"), KIND_TEXT},
    {SPAN_INIT("Căn cứ Luật"), KIND_TEXT},
    {SPAN_INIT("<p>nói về < và >"), KIND_TEXT},
    {SPAN_INIT(""), KIND_TEXT},
    {SPAN_INIT("\x89PNG\r\n"), KIND_OTHER},
};

START_TEST(a_file_is_what_its_bytes_begin_as)
{
    ck_assert_int_eq(kind_of_file(starts[_i].bytes), starts[_i].kind);
}
END_TEST

static file_kind
kind_of_parts(const char *const *names)
{
    zipped z = {STRBUF_INIT, STRBUF_INIT, 0};
    file_kind kind;

    for (; *names; names++)
        zipped_add(&z, *names, "x");
    kind = kind_of_file(zipped_end(&z));
    strbuf_release(&z.bytes);
    return kind;
}

START_TEST(an_office_file_is_known_by_its_parts)
{
    static const struct {
        const char *names[4];
        file_kind kind;
    } all[] = {
        {{"[Content_Types].xml", "word/document.xml", NULL}, KIND_DOCX},
        {{"xl/workbook.xml", "[Content_Types].xml", NULL}, KIND_XLSX},
        {{"[Content_Types].xml", "ppt/presentation.xml", NULL}, KIND_PPTX},
        {{"mimetype", "content.xml", "meta.xml", NULL}, KIND_ODF},
        {{"mimetype", "META-INF/container.xml", NULL}, KIND_EPUB},
        {{"a.doc", "word/b.doc", NULL}, KIND_ZIP},
    };

    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        ck_assert_int_eq(kind_of_parts(all[i].names), all[i].kind);
}
END_TEST

UNIT_TABLES("kind", UNIT_TABLE(a_file_is_what_its_bytes_begin_as, starts),
    {an_office_file_is_known_by_its_parts, 0})
