/* options-file: options from a file.
 *
 *     # who runs the programs
 *     index = /srv/tracuu
 *     path = /srv/van-ban
 *     exclude = *.bak
 *     include-secret = yes
 *
 *     [search]
 *     deadline = 2000
 *
 * A name is that of a long option; one that takes several values may stand
 * several times.  Blank lines and lines that start with "#" or ";" are nothing.
 * INI as libinih reads it, whose lines have 190 bytes at the most: a longer
 * one is an error here, not cut.
 */
#ifndef BASE_OPTIONS_FILE_H
#define BASE_OPTIONS_FILE_H

#include "common/base/options.h"

typedef struct option_file {
    char *path; /* NULL: none was read */
    char **values;
    size_t count, room;
} option_file;

/* The options of one section; those of other sections are passed over if
 * another program reads them, an error if nobody does. */
typedef struct option_section {
    const char *name; /* "" is what stands before all sections */
    bool some;        /* other names in it are another program's */
    const option_spec *specs;
    size_t count;
} option_section;

/* $TRACUU_INDEX counts more than the file: true if it is set, for who read the
 * option "index". */
bool options_file_yields(void);

/* Reads `given`, else $XDG_CONFIG_HOME/tracuu/config (~/.config), else
 * /etc/tracuu/config; that neither of these is there is no error.  What was
 * set points into `f`.  A section without specs is passed over.  TRACUU_USAGE
 * names the file and the line. */
tracuu_status options_file_read(option_file *f, const char *given,
    const option_section *sections, size_t count, tracuu_error *err);
void options_file_release(option_file *f);

#endif
