#include "indexer/extract-file.h"

#include "indexer/extract-docx.h"
#include "indexer/extract-eml.h"
#include "indexer/extract-epub.h"
#include "indexer/extract-html.h"
#include "indexer/extract-odf.h"
#include "indexer/extract-ole.h"
#include "indexer/extract-pdf.h"
#include "indexer/extract-pptx.h"
#include "indexer/extract-rtf.h"
#include "indexer/extract-xlsx.h"

/* A page that says its encoding itself, or whose bytes do. */
static bool
read_html(sink *s, span bytes)
{
    arena a = ARENA_INIT;
    legacy_text decoded = legacy_read(&a, bytes);
    bool known = decoded.encoding != ENCODING_UNKNOWN;

    s->found |= decoded.found;
    s->too_much = !extract_html(
        &s->title, &s->text, known ? decoded.text : bytes, known, s->limit);
    arena_release(&a);
    return true;
}

static bool
read_kind(sink *s, span bytes, file_kind type, bool ocr)
{
    switch (type) {
    case KIND_PDF:
        return extract_pdf(s, bytes, ocr);
    case KIND_DOCX:
        return extract_docx(s, bytes);
    case KIND_XLSX:
        return extract_xlsx(s, bytes);
    case KIND_PPTX:
        return extract_pptx(s, bytes);
    case KIND_ODF:
        return extract_odf(s, bytes);
    case KIND_EPUB:
        return extract_epub(s, bytes);
    case KIND_RTF:
        return extract_rtf(s, bytes);
    case KIND_EML:
        return extract_eml(s, bytes);
    case KIND_OLE:
        return extract_ole(s, bytes);
    case KIND_HTML:
        return read_html(s, bytes);
    case KIND_ZIP:
        return sink_fail(s, "an archive, and none of the office files");
    default:
        return sink_fail(s, "not a document");
    }
}

bool
extract_file(sink *s, span bytes, bool ocr)
{
    if (!read_kind(s, bytes, kind_of_file(bytes), ocr))
        return false;
    if (!s->too_much)
        sink_finish(s);
    if (s->too_much || s->text.len > s->limit)
        return sink_fail(s, "its text is longer than %zu MB", s->limit >> 20);
    return true;
}
