/* odf: the text of an OpenDocument file: ODT, ODS, ODP.
 */
#ifndef INDEXER_ODF_H
#define INDEXER_ODF_H

#include "indexer/extract-sink.h"

bool extract_odf(sink *s, span bytes);

#endif
