/* zip: the parts of a ZIP file, in memory, within limits.
 *
 * Names are only compared, never opened as paths.  A part that unpacks to
 * more than ZIP_PART_MAX bytes, parts of more than ZIP_TOTAL_MAX together or
 * more than ZIP_ENTRIES_MAX entries are refused, whatever their headers say;
 * so is what is encrypted.  Only deflated and stored parts are read.
 */
#ifndef INDEXER_ZIP_H
#define INDEXER_ZIP_H

#include "common/base/arena.h"
#include "indexer/extract-sink.h"

enum {
    ZIP_PART_MAX = 192 << 20,
    ZIP_TOTAL_MAX = 384 << 20,
    ZIP_ENTRIES_MAX = 65536,
    ZIP_NAME_MAX = 4096
};

typedef struct zip_part {
    span name, bytes; /* the name as UTF-8 */
} zip_part;

typedef struct zip {
    zip_part *at; /* in the order of their names, numbers by value */
    size_t count;
    char *memory; /* of the bytes */
} zip;

/* True if the part of this name is wanted. */
typedef bool zip_wanted(span name);

/* Reads the parts that are wanted; false with the reason in `s`.  Release
 * with zip_release in both cases; names are in the arena. */
bool zip_read(zip *z, arena *a, span bytes, zip_wanted *wanted, sink *s);
void zip_release(zip *z);

/* The bytes of a part; empty if there is none. */
span zip_part_of(const zip *z, const char *name);

/* <0, 0, >0: "slide2.xml" stands before "slide10.xml". */
int zip_compare_names(span a, span b);

/* Gives one file after the other; false from `take` ends it.  False with the
 * reason in `s` if the archive is damaged; what came before was given. */
bool zip_walk(span bytes, sink *s,
    bool (*take)(void *payload, span name, span bytes, const char *reason),
    void *payload);

#endif
