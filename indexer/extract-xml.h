/* xml: the elements of an XML part, one after the other.
 *
 * For the parts of office files, which have no document type: one that has is
 * refused, so that there are no entities to expand.  Nothing is loaded, no
 * tree is built; libxml2 bounds depth and the length of one text.
 */
#ifndef INDEXER_XML_H
#define INDEXER_XML_H

#include "indexer/extract-sink.h"

/* Attributes of one element. */
typedef struct xml_attributes {
    const unsigned char **at; /* as libxml2 gives them */
    int count;
} xml_attributes;

/* Names come without their prefix. */
typedef struct xml_reader {
    void (*open)(void *payload, const char *name, const xml_attributes *a);
    void (*close)(void *payload, const char *name);
    void (*text)(void *payload, span text); /* NULL: none wanted */
} xml_reader;

/* Reads the part called `name`; false with the reason in `s` if it is not
 * well formed.  Stops early, and well, once s->too_much is set. */
bool xml_read(span bytes, const xml_reader *reader, void *payload,
    const char *name, sink *s);

/* The value of an attribute; `ptr` is NULL if there is none. */
span xml_attribute(const xml_attributes *a, const char *name);

/* The same as a number, or `otherwise`. */
long xml_number(const xml_attributes *a, const char *name, long otherwise);

#endif
