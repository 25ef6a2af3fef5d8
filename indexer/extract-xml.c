#include "indexer/extract-xml.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <stdlib.h>

typedef struct parse {
    xmlParserCtxtPtr context;
    const xml_reader *reader;
    void *payload;
    sink *sink;
    bool typed; /* it has a document type */
} parse;

static void
start(void *data, const xmlChar *name, const xmlChar *prefix,
    const xmlChar *uri, int spaces, const xmlChar **space, int count,
    int defaulted, const xmlChar **attributes)
{
    parse *p = data;
    xml_attributes a = {attributes, count};

    (void)prefix, (void)uri, (void)spaces, (void)space, (void)defaulted;
    p->reader->open(p->payload, (const char *)name, &a);
    if (p->sink->too_much)
        xmlStopParser(p->context);
}

static void
end(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    parse *p = data;

    (void)prefix, (void)uri;
    p->reader->close(p->payload, (const char *)name);
}

static void
characters(void *data, const xmlChar *text, int length)
{
    parse *p = data;

    if (p->reader->text)
        p->reader->text(p->payload, (span){(const char *)text, (size_t)length});
}

static void
document_type(void *data, const xmlChar *name, const xmlChar *external,
    const xmlChar *system)
{
    parse *p = data;

    (void)name, (void)external, (void)system;
    p->typed = true;
    xmlStopParser(p->context);
}

static void
say_nothing(void *data, const char *format, ...)
{
    (void)data;
    (void)format;
}

bool
xml_read(span bytes, const xml_reader *reader, void *payload, const char *name,
    sink *s)
{
    parse p = {.reader = reader, .payload = payload, .sink = s};
    bool well;

    if (bytes.len > INT_MAX)
        return sink_fail(s, "its part '%s' is too large", name);
    p.context = xmlCreateMemoryParserCtxt(
        bytes.len ? bytes.ptr : " ", bytes.len ? (int)bytes.len : 1);
    if (!p.context)
        return sink_fail(s, "no memory to read it");
    xmlSetGenericErrorFunc(NULL, say_nothing);
    xmlCtxtUseOptions(
        p.context, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    memset(p.context->sax, 0, sizeof *p.context->sax);
    p.context->sax->initialized = XML_SAX2_MAGIC;
    p.context->sax->startElementNs = start;
    p.context->sax->endElementNs = end;
    p.context->sax->characters = characters;
    p.context->sax->ignorableWhitespace = characters;
    p.context->sax->cdataBlock = characters;
    p.context->sax->internalSubset = document_type;
    p.context->userData = &p;
    xmlParseDocument(p.context);
    well = p.context->wellFormed || s->too_much;
    xmlFreeParserCtxt(p.context);
    if (p.typed)
        return sink_fail(s,
            "its part '%s' has a document type, which no office file has",
            name);
    if (!well)
        return sink_fail(s, "damaged: its part '%s' is no XML", name);
    return true;
}

span
xml_attribute(const xml_attributes *a, const char *name)
{
    /* Five pointers each: name, prefix, URI, value, its end. */
    for (int i = 0; i < a->count; i++) {
        const unsigned char **one = a->at + 5 * (ptrdiff_t)i;

        if (!strcmp((const char *)one[0], name))
            return (span){(const char *)one[3], (size_t)(one[4] - one[3])};
    }
    return (span){NULL, 0};
}

long
xml_number(const xml_attributes *a, const char *name, long otherwise)
{
    span value = xml_attribute(a, name);
    char digits[20], *end_of;
    long number;

    if (!value.ptr || !value.len || value.len >= sizeof digits)
        return otherwise;
    memcpy(digits, value.ptr, value.len);
    digits[value.len] = '\0';
    number = strtol(digits, &end_of, 10);
    return *end_of ? otherwise : number;
}
