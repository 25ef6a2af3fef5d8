#include "indexer/extract-docx.h"
#include "indexer/extract-zip.h"

#include "tests/unit/readers/read.h"
#include "tests/unit/readers/zipped.h"

#define W(body)                                                                \
    "<w:document xmlns:w='w' xmlns:mc='mc'><w:body>" body                      \
    "</w:body></w:document>"
#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"

/* A DOCX of a body and of what else it has. */
static span
docx(zipped *z, const char *body, const char *name, const char *more)
{
    *z = (zipped){STRBUF_INIT, STRBUF_INIT, 0};
    zipped_add(z, "[Content_Types].xml", "<x/>");
    zipped_add(z, "word/document.xml", body);
    if (name)
        zipped_add(z, name, more);
    return zipped_end(z);
}

static const struct {
    const char *body, *text;
} bodies[] = {
    {W(P("một") P("") P("hai")), "một\n\nhai"},
    {W("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>"
       "</w:p>"),
        "a\tb\nc"},
    {W("<w:tbl><w:tr><w:tc>" P("1") "</w:tc><w:tc>" P(
         "Y tế") "</w:tc></w:tr>"
                 "<w:tr><w:tc>" P("UBND") P("Số: 5") "</w:tc><w:tc>" P(
                     "CỘNG HÒA") "</w:tc></w:tr></w:tbl>"),
        "1 | Y tế\nUBND\nSố: 5\nCỘNG HÒA"},
    {W("<w:p><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:r><w:t>mới"
       "</w:t><w:instrText>PAGE</w:instrText></w:r></w:p>"),
        "mới"},
    {W("<w:p><mc:AlternateContent><mc:Choice><w:r><w:t>một lần</w:t></w:r>"
       "</mc:Choice><mc:Fallback><w:r><w:t>một lần</w:t></w:r></mc:Fallback>"
       "</mc:AlternateContent></w:p>"),
        "một lần"},
    {W("<w:p><w:r><w:rPr><w:rFonts w:ascii='.VnTime'/></w:rPr><w:t>quyÕt ®Þnh "
       "cña Thñ t</w:t><w:softHyphen/><w:t>íng</w:t></w:r></w:p>"),
        "quyết định của Thủ tướng"},
    {W("<w:p><w:pPr><w:tabs><w:tab w:pos='9'/></w:tabs></w:pPr><w:r><w:t>x"
       "</w:t></w:r></w:p>"),
        "x"},
};

START_TEST(a_word_file_is_read_as_word_shows_it)
{
    zipped z;

    read_gives(docx(&z, bodies[_i].body, NULL, NULL), bodies[_i].text);
    strbuf_release(&z.bytes);
}
END_TEST

#define N(level, text)                                                         \
    "<w:p><w:pPr><w:numPr><w:ilvl w:val='" level                               \
    "'/><w:numId w:val='7'/></w:numPr></w:pPr><w:r><w:t>" text                 \
    "</w:t></w:r></w:p>"

START_TEST(numbers_that_word_counts_are_written)
{
    static const char lists[] =
        "<w:numbering xmlns:w='w'><w:abstractNum w:abstractNumId='3'>"
        "<w:lvl w:ilvl='0'><w:start w:val='4'/><w:numFmt w:val='decimal'/>"
        "<w:lvlText w:val='Điều %1.'/></w:lvl>"
        "<w:lvl w:ilvl='1'><w:numFmt w:val='lowerLetter'/>"
        "<w:lvlText w:val='%2)'/></w:lvl></w:abstractNum>"
        "<w:num w:numId='7'><w:abstractNumId w:val='3'/></w:num>"
        "</w:numbering>";
    zipped z;

    read_gives(
        docx(&z, W(N("0", "x") N("1", "y") N("1", "z") N("0", "t") N("1", "u")),
            "word/numbering.xml", lists),
        "Điều 4. x\na) y\nb) z\nĐiều 5. t\na) u");
    strbuf_release(&z.bytes);
}
END_TEST

START_TEST(pages_are_told_if_the_file_states_as_many)
{
    const char *const stated[] = {"2", "5"};

    for (int i = 0; i < 2; i++) {
        strbuf about = STRBUF_INIT;
        zipped z;
        sink s;

        strbuf_print(&about, "<P><Pages>%s</Pages></P>", stated[i]);
        sink_init(&s, 1 << 16);
        ck_assert(extract_docx(
            &s, docx(&z,
                    W("<w:p><w:r><w:t>một</w:t></w:r><w:r>"
                      "<w:lastRenderedPageBreak/><w:t>hai</w:t></w:r></w:p>"),
                    "docProps/app.xml", about.ptr)));
        ck_assert_uint_eq(s.pages.count, i ? 0 : 2);
        strbuf_release(&about);
        strbuf_release(&z.bytes);
        sink_release(&s);
    }
}
END_TEST

START_TEST(a_damaged_file_says_why)
{
    static const char bomb[] =
        "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><w:p>&b;</w:p>";
    zipped z;
    span whole;

    read_fails(docx(&z, bomb, NULL, NULL), "document type");
    strbuf_release(&z.bytes);
    whole = docx(&z, "<w:document><w:p>", NULL, NULL);
    read_fails(whole, "'word/document.xml' is no XML");
    strbuf_release(&z.bytes);
    whole = docx(&z, W(P("x")), NULL, NULL);
    read_fails(span_slice(whole, 0, whole.len - 40), "an archive");
    strbuf_release(&z.bytes);
    z = (zipped){STRBUF_INIT, STRBUF_INIT, 0};
    zipped_add(&z, "[Content_Types].xml", "<x/>");
    zipped_add_flagged(&z, "word/document.xml", SPAN("xxxxxxxxxxxxxxx"), 1);
    read_fails(zipped_end(&z), "encrypted");
    strbuf_release(&z.bytes);
}
END_TEST

START_TEST(sheets_are_rows_with_bars)
{
    zipped z = {STRBUF_INIT, STRBUF_INIT, 0};

    zipped_add(&z, "[Content_Types].xml", "<x/>");
    zipped_add(&z, "xl/workbook.xml",
        "<w><sheets><sheet name='Một'/><sheet name='Hai'/></sheets></w>");
    zipped_add(&z, "xl/sharedStrings.xml",
        "<s><si><t>Sở</t></si><si><r><t>Y </t></r><r><t>tế</t></r></si></s>");
    zipped_add(&z, "xl/styles.xml",
        "<s><numFmts><numFmt numFmtId='170' formatCode='dd/mm/yyyy'/></numFmts>"
        "<cellXfs><xf numFmtId='0'/><xf numFmtId='170'/></cellXfs></s>");
    zipped_add(&z, "xl/worksheets/sheet1.xml",
        "<s><row><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row>"
        "<row><c><v>0.30000000000000004</v></c><c s='1'><v>45322</v></c>"
        "<c t='inlineStr'><is><t>x</t></is></c></row></s>");
    zipped_add(&z, "xl/worksheets/sheet2.xml",
        "<s><row><c><v>123456789012</v></c><c t='s'><v>99</v></c></row></s>");
    read_gives(zipped_end(&z), "Một\nSở | Y tế\n0.3 | 31/1/2024 | x\n\nHai\n"
                               "123456789012");
    strbuf_release(&z.bytes);
}
END_TEST

START_TEST(slides_come_by_their_numbers)
{
    zipped z = {STRBUF_INIT, STRBUF_INIT, 0};

    zipped_add(&z, "[Content_Types].xml", "<x/>");
    zipped_add(&z, "ppt/slides/slide10.xml", "<s><p><t>mười</t></p></s>");
    zipped_add(&z, "ppt/slides/slide2.xml", "<s><p><t>hai</t></p></s>");
    read_gives(zipped_end(&z), "hai\n\nmười");
    strbuf_release(&z.bytes);
}
END_TEST

START_TEST(an_open_document_is_read)
{
    zipped z = {STRBUF_INIT, STRBUF_INIT, 0};

    zipped_add(&z, "mimetype", "application/vnd.oasis.opendocument.text");
    zipped_add(&z, "content.xml",
        "<d xmlns:o='o'><styles><p>không</p></styles><o:body><o:h>Điều 1</o:h>"
        "<o:p>a<o:tab/>b<o:s o:c='2'/>c</o:p><o:table><o:table-row>"
        "<o:table-cell><o:p>1</o:p></o:table-cell><o:table-cell><o:p>2</o:p>"
        "</o:table-cell></o:table-row></o:table></o:body></d>");
    read_gives(zipped_end(&z), "Điều 1\na\tb  c\n\n1 | 2");
    strbuf_release(&z.bytes);
}
END_TEST

START_TEST(a_book_is_read_by_its_spine)
{
    zipped z = {STRBUF_INIT, STRBUF_INIT, 0};

    zipped_add(&z, "mimetype", "application/epub+zip");
    zipped_add(
        &z, "META-INF/container.xml", "<c><rootfile full-path='o/p.opf'/></c>");
    zipped_add(&z, "o/p.opf",
        "<p><item id='a' href='a%20b.xhtml'/><item id='b' href='b.xhtml'/>"
        "<itemref idref='b'/><itemref idref='a'/><itemref idref='a'/></p>");
    zipped_add(&z, "o/a b.xhtml", "<html><p>một</p></html>");
    zipped_add(&z, "o/b.xhtml", "<html><p>hai</p></html>");
    read_gives(zipped_end(&z), "hai\n\nmột");
    strbuf_release(&z.bytes);
}
END_TEST

START_TEST(names_with_numbers_are_ordered_by_value)
{
    ck_assert_int_lt(zip_compare_names(SPAN("s2.xml"), SPAN("s10.xml")), 0);
    ck_assert_int_gt(zip_compare_names(SPAN("s2b"), SPAN("s2a")), 0);
    ck_assert_int_eq(zip_compare_names(SPAN("s2"), SPAN("s2")), 0);
    ck_assert_int_lt(zip_compare_names(SPAN("s"), SPAN("s2")), 0);
}
END_TEST

UNIT_TABLES("office", UNIT_TABLE(a_word_file_is_read_as_word_shows_it, bodies),
    {numbers_that_word_counts_are_written, 0},
    {pages_are_told_if_the_file_states_as_many, 0},
    {a_damaged_file_says_why, 0}, {sheets_are_rows_with_bars, 0},
    {slides_come_by_their_numbers, 0}, {an_open_document_is_read, 0},
    {a_book_is_read_by_its_spine, 0},
    {names_with_numbers_are_ordered_by_value, 0})
