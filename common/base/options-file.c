#include "common/base/options-file.h"

#include <errno.h>
#include <ini.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "common/base/fail.h"
#include "common/base/file.h"
#include "common/base/memory.h"

enum { LINE_MAX_BYTES = 190, FILE_MAX_BYTES = 1 << 20 };

typedef struct reading {
    option_file *file;
    const option_section *sections;
    size_t count;
    tracuu_status status;
    tracuu_error *err;
} reading;

static const char *
keep(option_file *f, const char *value)
{
    f->values =
        memory_grow(f->values, &f->room, f->count + 1, sizeof *f->values);
    f->values[f->count] = memory_take(strlen(value) + 1);
    strcpy(f->values[f->count], value);
    return f->values[f->count++];
}

static const option_section *
find_section(const reading *r, const char *name)
{
    for (size_t i = 0; i < r->count; i++)
        if (!strcmp(r->sections[i].name, name))
            return &r->sections[i];
    return NULL;
}

static int
take(void *payload, const char *section, const char *name, const char *value)
{
    reading *r = payload;
    const option_section *s = find_section(r, section);

    if (!s)
        r->status =
            fail(r->err, TRACUU_USAGE, "there is no section [%s]", section);
    else if (s->count && !(s->some && !options_has(s->specs, s->count, name)))
        r->status =
            options_set(s->specs, s->count, name, keep(r->file, value), r->err);
    return r->status == TRACUU_OK;
}

/* libinih would cut a long line in two. */
static tracuu_status
check_lines(span text, const char *path, tracuu_error *err)
{
    size_t number = 0;
    span line;

    while (span_next_line(&text, &line)) {
        number++;
        if (line.len > LINE_MAX_BYTES)
            return fail(err, TRACUU_USAGE,
                "line %zu of '%s' is longer than %d bytes; give it as an "
                "option",
                number, path, (int)LINE_MAX_BYTES);
        if (memchr(line.ptr, 0, line.len))
            return fail(err, TRACUU_USAGE, "line %zu of '%s' holds a NUL byte",
                number, path);
    }
    return TRACUU_OK;
}

static tracuu_status
parse(reading *r, const char *path)
{
    tracuu_error why = {TRACUU_OK, ""}, *err = r->err;
    strbuf text = STRBUF_INIT;
    int line = 0;

    r->status = file_read(&text, path, FILE_MAX_BYTES, err);
    if (r->status == TRACUU_OK)
        r->status = check_lines(strbuf_span(&text), path, err);
    if (r->status == TRACUU_OK && text.len) {
        r->err = &why;
        line = ini_parse_string(text.ptr, take, r);
    }
    strbuf_release(&text);
    if (line)
        r->status = fail(err, TRACUU_USAGE, "line %d of '%s': %s", line, path,
            why.message[0] ? why.message : "a line is NAME = VALUE");
    return r->status;
}

static void
first_there(strbuf *path, const char *given)
{
    const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");

    if (given) {
        strbuf_add_string(path, given);
        return;
    }
    if (config && *config)
        strbuf_print(path, "%s/tracuu/config", config);
    else
        strbuf_print(path, "%s/.config/tracuu/config", home ? home : "");
    if (access(path->ptr, F_OK) == 0)
        return;
    strbuf_clear(path);
    strbuf_add_string(path, "/etc/tracuu/config");
}

tracuu_status
options_file_read(option_file *f, const char *given,
    const option_section *sections, size_t count, tracuu_error *err)
{
    reading r = {f, sections, count, TRACUU_OK, err};
    strbuf path = STRBUF_INIT;
    tracuu_status status = TRACUU_OK;

    *f = (option_file){.path = NULL};
    first_there(&path, given);
    if (given || access(path.ptr, F_OK) == 0) {
        status = parse(&r, path.ptr);
        f->path = path.ptr;
    } else {
        strbuf_release(&path);
    }
    return status;
}

bool
options_file_yields(void)
{
    const char *index = getenv("TRACUU_INDEX");

    return index && *index;
}

void
options_file_release(option_file *f)
{
    for (size_t i = 0; i < f->count; i++)
        free(f->values[i]);
    free(f->values);
    free(f->path);
    *f = (option_file){.path = NULL};
}
