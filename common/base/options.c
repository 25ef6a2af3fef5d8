#include "common/base/options.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/fail.h"
#include "common/base/memory.h"

enum { HELP_COLUMN = 26 };

static const option_spec *
find_option(const option_spec *specs, size_t count, span name, char letter)
{
    for (size_t i = 0; i < count; i++) {
        if (letter ? specs[i].letter == letter
                   : span_equal(span_of(specs[i].name), name))
            return &specs[i];
    }
    return NULL;
}

static tracuu_status
set_number(const option_spec *spec, const char *value, tracuu_error *err)
{
    char *end;
    long number;

    errno = 0;
    number = strtol(value, &end, 10);
    if (errno || end == value || *end || number < 0)
        return fail(err, TRACUU_USAGE, "--%s takes a number, not '%s'",
            spec->name, value);
    *(long *)spec->into = number;
    return TRACUU_OK;
}

static void
add_to(option_list *list, const char *value)
{
    list->at =
        memory_grow(list->at, &list->room, list->count + 1, sizeof *list->at);
    list->at[list->count++] = value;
}

static tracuu_status
set_flag(const option_spec *spec, const char *value, tracuu_error *err)
{
    static const char *const yes[] = {"yes", "true", "on", "1"};
    static const char *const no[] = {"no", "false", "off", "0"};

    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++) {
        if (!strcmp(value, yes[i]) || !strcmp(value, no[i])) {
            *(bool *)spec->into = !strcmp(value, yes[i]);
            return TRACUU_OK;
        }
    }
    return fail(
        err, TRACUU_USAGE, "%s is yes or no, not '%s'", spec->name, value);
}

static tracuu_status
set_option(const option_spec *spec, const char *value, tracuu_error *err)
{
    if (spec->type == OPTION_NUMBER)
        return set_number(spec, value, err);
    if (spec->type == OPTION_TEXT)
        *(const char **)spec->into = value;
    else if (spec->type == OPTION_LIST)
        add_to(spec->into, value);
    else
        *(bool *)spec->into = true;
    return TRACUU_OK;
}

bool
options_has(const option_spec *specs, size_t count, const char *name)
{
    return find_option(specs, count, span_of(name), 0) != NULL;
}

tracuu_status
options_set(const option_spec *specs, size_t count, const char *name,
    const char *value, tracuu_error *err)
{
    const option_spec *spec = find_option(specs, count, span_of(name), 0);

    if (!spec)
        return fail(err, TRACUU_USAGE, "there is no option '%s'", name);
    return spec->type == OPTION_FLAG ? set_flag(spec, value, err)
                                     : set_option(spec, value, err);
}

/* Splits "--name=value"; `value` is NULL when there is no "=". */
static const option_spec *
read_word(const option_spec *specs, size_t count, const char *word,
    const char **value)
{
    span name = span_of(word);
    size_t equals;

    *value = NULL;
    if (word[1] != '-')
        return name.len == 2 ? find_option(specs, count, name, word[1]) : NULL;
    name = span_from(name, 2);
    equals = span_find(name, SPAN("="), 0);
    if (equals < name.len) {
        *value = name.ptr + equals + 1;
        name = span_slice(name, 0, equals);
    }
    return find_option(specs, count, name, 0);
}

tracuu_status
options_read(const option_spec *specs, size_t count, int argc, char **argv,
    int *next, tracuu_error *err)
{
    int at = 1;

    while (at < argc && argv[at][0] == '-' && argv[at][1]) {
        const char *word = argv[at++], *value;
        const option_spec *spec;
        tracuu_status status;

        if (span_equal(span_of(word), SPAN("--")))
            break;
        spec = read_word(specs, count, word, &value);
        if (!spec)
            return fail(err, TRACUU_USAGE,
                "unknown option '%s'; --help lists them", word);
        if (spec->type == OPTION_FLAG && value)
            return fail(err, TRACUU_USAGE, "--%s takes no value", spec->name);
        if (spec->type != OPTION_FLAG && !value) {
            if (at == argc)
                return fail(err, TRACUU_USAGE, "--%s needs a value, %s",
                    spec->name, spec->value);
            value = argv[at++];
        }
        status = set_option(spec, value, err);
        if (status != TRACUU_OK)
            return status;
    }
    *next = at;
    return TRACUU_OK;
}

int
options_leading(const option_spec *specs, size_t count, int argc, char **argv)
{
    int at = 1;

    while (at < argc && argv[at][0] == '-' && argv[at][1] &&
           strcmp(argv[at], "--") != 0) {
        const char *value;
        const option_spec *spec = read_word(specs, count, argv[at++], &value);

        if (spec && spec->type != OPTION_FLAG && !value && at < argc)
            at++;
    }
    return at - 1;
}

void
options_help(strbuf *out, const option_spec *specs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t start = out->len;

        if (specs[i].letter)
            strbuf_print(out, "  -%c, ", specs[i].letter);
        else
            strbuf_add_string(out, "      ");
        strbuf_print(out, "--%s", specs[i].name);
        if (specs[i].value)
            strbuf_print(out, " %s", specs[i].value);
        do
            strbuf_add_char(out, ' ');
        while (out->len - start < HELP_COLUMN);
        strbuf_print(out, "%s\n", specs[i].help);
    }
}

void
options_index(strbuf *path, const char *given)
{
    const char *from = given ? given : getenv("TRACUU_INDEX");
    const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");

    if (from && *from)
        strbuf_add_string(path, from);
    else if (data && *data)
        strbuf_print(path, "%s/tracuu/index", data);
    else
        strbuf_print(path, "%s/.local/share/tracuu/index", home ? home : "");
}
