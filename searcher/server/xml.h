/* xml: text inside XML.
 */
#ifndef SERVER_XML_H
#define SERVER_XML_H

#include "common/base/strbuf.h"

/* Appends text so that it is the same text in an element or an attribute;
 * what XML 1.0 cannot hold becomes U+FFFD. */
void xml_put(strbuf *out, const char *text);

/* <name>text</name> and a line end. */
void xml_element(strbuf *out, const char *name, const char *text);

#endif
