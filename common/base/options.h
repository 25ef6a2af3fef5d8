/* options: a program's options from one table, with the help made of it.
 *
 *     static const option_spec specs[] = {
 *         {"index", 'i', OPTION_TEXT, "DIR", "the index to use"},
 *         {"json", 0, OPTION_FLAG, NULL, "print JSON"},
 *     };
 *
 * Options end at the first word or at "--".  "--name=value" and "--name value"
 * are the same.
 */
#ifndef BASE_OPTIONS_H
#define BASE_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "common/base/strbuf.h"
#include <tracuu/error.h>

typedef enum option_type {
    OPTION_FLAG,  /* sets *(bool *) */
    OPTION_TEXT,  /* sets *(const char **), to a place in argv */
    OPTION_LIST,  /* adds one to *(option_list *) */
    OPTION_NUMBER /* sets *(long *), 0 or more */
} option_type;

/* What a list holds is released with free(at). */
typedef struct option_list {
    const char **at; /* places in argv */
    size_t count, room;
} option_list;

typedef struct option_spec {
    const char *name; /* without dashes */
    char letter;      /* 0 if it has none */
    option_type type;
    const char *value; /* name of the value in the help */
    const char *help;
    void *into;
} option_spec;

/* Reads the options at argv[1..argc) and sets `*next` to the first word.
 * TRACUU_USAGE names the option that is unknown or lacks its value. */
tracuu_status options_read(const option_spec *specs, size_t count, int argc,
    char **argv, int *next, tracuu_error *err);

/* Sets the option of that name, as a line of a file does; a flag is yes, true,
 * on, 1 or no, false, off, 0. */
tracuu_status options_set(const option_spec *specs, size_t count,
    const char *name, const char *value, tracuu_error *err);

/* True if there is an option of that name. */
bool options_has(const option_spec *specs, size_t count, const char *name);

/* How many words of argv[1..argc) stand before the first that is neither an
 * option nor the value of one: options before the name of a command.  What is
 * not known counts as an option without value, for options_read to name. */
int options_leading(
    const option_spec *specs, size_t count, int argc, char **argv);

/* Appends where the index is: what was given, else $TRACUU_INDEX, else
 * $XDG_DATA_HOME/tracuu/index, else ~/.local/share/tracuu/index. */
void options_index(strbuf *path, const char *given);

/* Appends one line an option. */
void options_help(strbuf *out, const option_spec *specs, size_t count);

#endif
