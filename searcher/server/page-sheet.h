/* sheet: a page while it is written, and what all pages have around them.
 */
#ifndef SERVER_SHEET_H
#define SERVER_SHEET_H

#include "common/base/arena.h"
#include "searcher/server/exchange.h"
#include "searcher/server/page-html.h"
#include "searcher/server/page-say.h"

typedef struct sheet {
    html h;
    const request *in;
    reply *out;
    arena arena;       /* for what is put together for this page */
    const char *lang;  /* asked for in the address, or NULL */
    bool vietnamese;   /* the language that people read */
    bool embedded;     /* in a frame of another page: no head, no foot */
    const char *query; /* what stands in the box */
} sheet;

/* What a page is, for the head. */
typedef struct sheet_about {
    const char *title;     /* before the name of the program */
    const char *look;      /* class of the body */
    const char *canonical; /* path of the lasting address, or NULL */
    const char *script;    /* of this kind of page, or NULL */
} sheet_about;

/* Reads language and mode of the request. */
void sheet_init(sheet *s, reply *out, const request *in);
void sheet_release(sheet *s);

/* Writes all before the content, with the search box unless it is the start,
 * and all behind it. */
void sheet_begin(sheet *s, const sheet_about *about);
void sheet_end(sheet *s);

/* The form with the box; `hidden` goes along with what is typed. */
void sheet_box(sheet *s, bool focus);

/* A message of the table in the language of the page. */
const char *sheet_say(const sheet *s, say_id id);

/* The same with `value` for its '%'. */
const char *sheet_fill(sheet *s, say_id id, const char *value);

/* "1.204 văn bản": of the forms for one and for many the one that fits. */
const char *sheet_count(sheet *s, say_id id, size_t count);

/* "1.204", in English "1,204". */
const char *sheet_number(sheet *s, size_t number);

/* An element with a message in it. */
void sheet_leaf(sheet *s, const char *tag, const char *look, say_id id);

/* A link. */
void sheet_link(
    sheet *s, const char *look, const char *address, const char *text);

#endif
