/* fields: the table of fields, and the schema of an index.
 *
 * An index is two Xapian databases (see store/generation.h).  Terms, slots and
 * metadata items, all of them; changing anything here raises SCHEMA_VERSION
 * and is told in NEWS.md.  Prefixes are Omega's where Omega has one.
 *
 * passages: what is searched, one entry a passage; lean, see store.h
 *   (no prefix)   folded syllables, other folded words and numbers, and listed
 *                 pairs "dat dai"; of the document's title, the heading path
 *                 and the text; count = impact.h, no positions
 *   XL            count = the length of the passage, see impact.h
 *   XD<id>        document id: delete and replace by it
 *   I* / I<label> who may see it; I* when the document has no label
 *   XK<code> XO<issuer> XP<slug> XM<term> XX<secrecy>
 *                 the document's filters: kind code, folded issuer, place,
 *                 term, secrecy
 *   XS<status>    status code, of a status that no known day will change
 *   XS<status>:<from>-<to>
 *                 else one term for each step of its timeline.h: the days of
 *                 the step, the last not included
 *   Y M D         2019, 201907, 20190712: date of the document
 *   slot 10       document id, as in XD
 *   slot 11       date YYYYMMDD
 *   slot 20       forward form, see forward.h
 *   slot 22       symbol_fold of the act that the document is or belongs to
 *   data          label, place, pages, heading and text of the passage as it
 *                 stands in the clean document, see packed.h
 *
 * documents: one entry a document; lean as well
 *   Q<id>         document id
 *   XKEY<key>     canonical key
 *   XNUM<number>  symbol_fold of the number: "48cttw"
 *   XNO<no>       bare number: "48"
 *   XT<title>     folded title, for suggestions; XT<kind no title> beside it,
 *                 and the title from each of its phrases on, cut: offer.h
 *   XW<word>      folded word or listed pair of the title of what is no
 *                 article; count = how much of the title it is, see terms.c
 *   XH<hash>      fingerprint of the text, to find copies
 *   XPART<number> symbol_fold of the act that this is a part of
 *   XPART<number>#<article>  and which article of it this is
 *   XPC<number>#<article>    an article that it refers to, of the act with
 *                 that folded number; of its own act too
 *   XR<relation>:<key>  an edge; one for each (relation, key)
 *   XRA:<key>     an edge of any relation: its frequency is the in-degree
 *   I, XK, XO, XP, XS, XM, Y, M, D   as above
 *   slot 10       id;  11 date;  12 kind code;  13 issuer name;  14 year;
 *        15       place slug;  16 timeline of the status;  17 secrecy;
 *        18       term;  19  key;  21  stamp of the source, see stamp.h;
 *                 23 labels, blank-separated
 *   data          the record of record.h
 *
 * metadata of both: tracuu.schema, tracuu.syllables, tracuu.pairs,
 *   tracuu.phrases (versions; another one is refused), tracuu.created,
 *   store.removed (entries that are no longer found, see removed.hh)
 * metadata of documents: root:<name> the path of an indexed root;
 *   fail:<id> what is known of an input that failed or was skipped, see
 *   failure.h; former:<id> where the file of a document stood before, a line
 *   "<day> <id>" for each place, and was:<id> where it stands now;
 *   tracuu.size the bytes of the generation when it was published
 *   offer:XT:<beginning>, offer:XNUM:<beginning>  what is suggested for it,
 *   see offer.h; tracuu.offers how many documents there were then
 *   tracuu.touched the keys whose statuses are still to be computed
 * metadata tracuu.batch of both: the number of the last batch of an update,
 *   and in passages the ids that it touched: if the numbers differ, a run was
 *   killed between its two commits and these ids are not to be trusted
 */
#ifndef DOCUMENT_FIELDS_H
#define DOCUMENT_FIELDS_H

#include <stdbool.h>

#include "common/base/arena.h"
#include "common/base/span.h"
#include "common/text/date.h"

enum {
    SCHEMA_VERSION = 6,
    FIELD_TERM_MAX = 240 /* bytes of a term, as store.h allows */
};

enum {
    SLOT_ID = 10,
    SLOT_DATE = 11,
    SLOT_KIND = 12,
    SLOT_ISSUER = 13,
    SLOT_YEAR = 14,
    SLOT_PLACE = 15,
    SLOT_STATUS = 16,
    SLOT_SECRECY = 17,
    SLOT_TERM = 18,
    SLOT_KEY = 19,
    SLOT_FORWARD = 20,
    SLOT_STAMP = 21,
    SLOT_ACT = 22,
    SLOT_LABELS = 23
};

typedef enum field {
    FIELD_NUMBER,
    FIELD_KIND,
    FIELD_ISSUER,
    FIELD_PLACE,
    FIELD_YEAR,
    FIELD_FROM,
    FIELD_TO,
    FIELD_DATE,
    FIELD_TERM,
    FIELD_STATUS,
    FIELD_SECRECY,
    FIELD_TITLE,
    FIELD_COUNT
} field;

typedef struct field_info {
    field id;
    const char *name;    /* "loại": as people write it in a query */
    const char *word;    /* "loai": one word, without diacritics */
    const char *english; /* "kind" */
    const char *more;    /* other names, parted by ";"; NULL if none */
    const char *prefix;  /* of its filter terms, "XK"; NULL if none */
    int slot;            /* -1 if none */
    const char *facet;   /* name in JSON facets, NULL if none */
    const char *description;
    const char *example;
} field_info;

const field_info *field_about(field f);

/* The field of that name in any case, with or without diacritics, blanks or
 * not ("cơ quan", "coquan", "cq", "issuer"); FIELD_COUNT if none. */
field field_by_name(span name);

/* Builders of terms, NUL-terminated in the arena.  What would be longer than
 * FIELD_TERM_MAX is cut at a character, with a hash of all of it behind. */
span field_term(arena *a, const char *prefix, span value);
span field_label_term(arena *a, span label); /* empty label: "I*" */
span field_edge_term(arena *a, const char *relation, span key);

/* Y, M and D terms of a date; the unknown parts are left out; returns how
 * many (0 to 3). */
size_t field_date_terms(arena *a, date d, span out[3]);

/* True for [a-z0-9_-]{1,32}. */
bool field_is_label(span label);

#endif
