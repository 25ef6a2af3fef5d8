#include "indexer/extract-kind.h"

#include <stdint.h>
#include <strings.h>

enum { START = 1024, ENTRY = 46, END = 22, COMMENT_MAX = 65535, NAMES = 4096 };

const char *
kind_name(file_kind k)
{
    static const char *const names[] = {[KIND_TEXT] = "text",
        [KIND_HTML] = "HTML",
        [KIND_PDF] = "PDF",
        [KIND_RTF] = "RTF",
        [KIND_EML] = "mail",
        [KIND_OLE] = "Office 97",
        [KIND_DOCX] = "DOCX",
        [KIND_XLSX] = "XLSX",
        [KIND_PPTX] = "PPTX",
        [KIND_ODF] = "OpenDocument",
        [KIND_EPUB] = "EPUB",
        [KIND_ZIP] = "ZIP",
        [KIND_OTHER] = "other"};

    return names[k];
}

static const struct {
    span magic;
    file_kind kind;
} magics[] = {
    {SPAN_INIT("%PDF-"), KIND_PDF},
    {SPAN_INIT("{\\rtf"), KIND_RTF},
    {SPAN_INIT("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), KIND_OLE},
    {SPAN_INIT("PK\x03\x04"), KIND_ZIP},
    {SPAN_INIT("PK\x05\x06"), KIND_ZIP},
    {SPAN_INIT("\x7F"
               "ELF"),
        KIND_OTHER},
    {SPAN_INIT("MZ\x90"), KIND_OTHER},
    {SPAN_INIT("\x89PNG"), KIND_OTHER},
    {SPAN_INIT("\xFF\xD8\xFF"), KIND_OTHER},
    {SPAN_INIT("GIF8"), KIND_OTHER},
    {SPAN_INIT("II*\0"), KIND_OTHER},
    {SPAN_INIT("MM\0*"), KIND_OTHER},
    {SPAN_INIT("Rar!"), KIND_OTHER},
    {SPAN_INIT("7z\xBC\xAF"), KIND_OTHER},
    {SPAN_INIT("\x1F\x8B"), KIND_OTHER},
    {SPAN_INIT("SQLite format 3"), KIND_OTHER},
};

static bool
starts_with_word(span s, const char *word)
{
    size_t length = strlen(word);

    return s.len > length && strncasecmp(s.ptr, word, length) == 0;
}

/* An element that only a page begins with, behind comments, XML declarations
 * and document types. */
static bool
is_html(span s)
{
    static const char *const tags[] = {"<!doctype html", "<html", "<head",
        "<body", "<meta", "<title", "<table", "<div", "<style"};

    for (int i = 0; i < 8; i++) {
        bool skipped = starts_with_word(s, "<?xml") ||
                       starts_with_word(s, "<!--") ||
                       starts_with_word(s, "<?mso");
        size_t end;

        for (size_t t = 0; t < sizeof tags / sizeof *tags; t++) {
            if (starts_with_word(s, tags[t]))
                return true;
        }
        if (!skipped)
            return false;
        end = span_find(
            s, starts_with_word(s, "<!--") ? SPAN("-->") : SPAN(">"), 0);
        if (end == SIZE_MAX)
            return false;
        s = span_from(s, end);
        s = span_trim(span_from(s, s.ptr[0] == '-' ? 3 : 1));
    }
    return false;
}

static bool
is_header_name(span name)
{
    if (!name.len || name.len > 60)
        return false;
    for (size_t i = 0; i < name.len; i++) {
        unsigned char c = (unsigned char)name.ptr[i];

        if (c <= ' ' || c >= 0x7F)
            return false;
    }
    return true;
}

/* Header lines up to an empty one, and among them some that every message
 * has. */
static bool
is_message(span s)
{
    static const char *const known[] = {"MIME-Version:", "Received:",
        "Return-Path:", "Message-ID:", "From:", "Content-Type:", "Subject:"};
    int found = 0;
    span line;

    while (span_next_line(&s, &line) && line.len) {
        size_t colon = span_find(line, SPAN(":"), 0);

        if (line.ptr[0] == ' ' || line.ptr[0] == '\t')
            continue;
        if (colon == SIZE_MAX || !is_header_name(span_slice(line, 0, colon)))
            return found > 1 && !s.len; /* cut in the middle of a line */
        for (size_t i = 0; i < sizeof known / sizeof *known; i++)
            found += starts_with_word(line, known[i]);
    }
    return found > 1;
}

file_kind
kind_of_start(span start)
{
    span s = start.len > START ? span_slice(start, 0, START) : start;

    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++) {
        if (span_starts_with(s, magics[i].magic))
            return magics[i].kind;
    }
    if (span_starts_with(s, SPAN("\xEF\xBB\xBF")))
        s = span_from(s, 3);
    s = span_trim(s);
    if (span_starts_with(s, SPAN("{\\rtf")))
        return KIND_RTF;
    if (is_html(s))
        return KIND_HTML;
    if (is_message(s))
        return KIND_EML;
    /* Readers of PDF look for its mark in the first kilobyte. */
    if (span_find(s, SPAN("%PDF-1."), 0) != SIZE_MAX && s.ptr[0] != '#')
        return KIND_PDF;
    return KIND_TEXT;
}

static uint32_t
number_at(span s, size_t at, int bytes)
{
    uint32_t n = 0;

    for (int i = 0; i < bytes; i++)
        n |= (uint32_t)(unsigned char)s.ptr[at + (size_t)i] << 8 * i;
    return n;
}

/* Where the directory of a ZIP file begins, or SIZE_MAX. */
static size_t
directory_of(span s)
{
    size_t least = s.len > COMMENT_MAX + END ? s.len - COMMENT_MAX - END : 0;

    for (size_t at = s.len >= END ? s.len - END + 1 : 0; at-- > least;) {
        if (span_starts_with(span_from(s, at), SPAN("PK\x05\x06")))
            return number_at(s, at + 16, 4);
    }
    return SIZE_MAX;
}

static file_kind
kind_of_name(span name)
{
    static const struct {
        span start;
        file_kind kind;
    } parts[] = {
        {SPAN_INIT("word/"), KIND_DOCX},
        {SPAN_INIT("xl/"), KIND_XLSX},
        {SPAN_INIT("ppt/"), KIND_PPTX},
        {SPAN_INIT("META-INF/container.xml"), KIND_EPUB},
    };

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (span_starts_with(name, parts[i].start))
            return parts[i].kind;
    }
    return KIND_ZIP;
}

/* An office file by the names of its parts. */
static file_kind
kind_of_zip(span s)
{
    size_t at = directory_of(s);
    bool types = false, mime = false, content = false;
    file_kind found = KIND_ZIP;

    for (int n = 0; n < NAMES && at != SIZE_MAX && at + ENTRY < s.len; n++) {
        size_t length = number_at(s, at + 28, 2);
        span name;

        if (!span_starts_with(span_from(s, at), SPAN("PK\x01\x02")) ||
            at + ENTRY + length > s.len)
            break;
        name = span_slice(s, at + ENTRY, at + ENTRY + length);
        types |= span_equal(name, SPAN("[Content_Types].xml"));
        mime |= span_equal(name, SPAN("mimetype"));
        content |= span_equal(name, SPAN("content.xml"));
        if (found == KIND_ZIP)
            found = kind_of_name(name);
        at += ENTRY + length + number_at(s, at + 30, 2) +
              number_at(s, at + 32, 2);
    }
    if (content && mime)
        return KIND_ODF;
    if (found == KIND_EPUB)
        return mime ? KIND_EPUB : KIND_ZIP;
    return types ? found : KIND_ZIP;
}

file_kind
kind_of_file(span bytes)
{
    file_kind kind = kind_of_start(bytes);

    return kind == KIND_ZIP ? kind_of_zip(bytes) : kind;
}
