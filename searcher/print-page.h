/* print-page: text in columns, safe for a terminal.
 *
 * Documents come from anywhere, and a terminal obeys what it reads: control
 * characters, and those that turn the direction of writing, never pass.
 */
#ifndef SEARCHER_PRINT_PAGE_H
#define SEARCHER_PRINT_PAGE_H

#include "searcher/print.h"

typedef enum page_look {
    PAGE_PLAIN,
    PAGE_BOLD,
    PAGE_DIM,
    PAGE_TITLE, /* a number: what one looks for first */
    PAGE_GOOD,  /* in force */
    PAGE_CHANGED,
    PAGE_ENDED
} page_look;

/* Appends `s` on one line: line ends and control characters become a blank,
 * what is no UTF-8 U+FFFD. */
void print_page_safe(strbuf *out, span s);

/* Begins and ends a look; nothing where the style has no colours. */
void print_page_look(strbuf *out, const print_style *s, page_look look);

/* Safe text in a look. */
void print_page_put(
    strbuf *out, const print_style *s, page_look look, const char *text);

/* Columns that `s` takes: marks that combine take none. */
size_t print_page_columns(span s);

/* Appends `text` from column `column` on, broken between words so that no
 * line is wider than the style has it; each line after the first is indented
 * by `indent`, and the last one ends.  Words in `bold` ranges of bytes
 * (ascending, `count` of them) are bold. */
void print_page_wrap(strbuf *out, const print_style *s, span text,
    const tracuu_range *bold, size_t count, size_t indent, size_t column);

void print_page_spaces(strbuf *out, size_t count);

/* One of two wordings. */
const char *print_page_say(
    const print_style *s, const char *vietnamese, const char *english);

/* A line that says that the deadline has passed, if it has. */
void print_page_partial(strbuf *out, const print_style *s, bool partial);

/* "22/10/2010" of "2010-10-22", "5/2016" of "2016-05"; English keeps ISO. */
void print_page_date(strbuf *out, const print_style *s, const char *iso);

/* "còn hiệu lực" for "in_force"; the code itself if it is none of ours. */
const char *print_page_status(const print_style *s, const char *code);
page_look print_page_status_look(const char *code);

/* What people call a document: "Chỉ thị 48-CT/TW", or its title, or its id;
 * plain text, not yet safe. */
void print_page_name(strbuf *out, const tracuu_document *d);

#endif
