/* parts: what takes the room in a generation of an index.
 *
 * usage: bench-parts GENERATION
 *
 * The bytes of each file, and of what lies inside: values slot by slot as they
 * were given, data before the database deflated them, and the names of terms by
 * their prefix, which count their postings.  Prints one JSON object a line.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "common/store/store.h"

enum { SLOTS = 32 };

typedef struct sum {
    size_t count, bytes;
} sum;

typedef struct data_sum {
    store_reader *reader;
    sum sum;
} data_sum;

static void
tell(const char *database, const char *part, int number, sum s)
{
    if (s.count)
        printf("{\"database\": \"%s\", \"part\": \"%s", database, part);
    if (s.count && number >= 0)
        printf(" %d", number);
    if (s.count)
        printf("\", \"count\": %zu, \"bytes\": %zu}\n", s.count, s.bytes);
}

static void
stop_if(tracuu_status status, const tracuu_error *err)
{
    if (status == TRACUU_OK)
        return;
    fprintf(stderr, "bench-parts: %s\n", err->message);
    exit(1);
}

static bool
add_value(void *payload, uint32_t entry, span bytes)
{
    sum *s = payload;

    (void)entry;
    s->count++;
    s->bytes += bytes.len;
    return true;
}

static bool
add_data(void *payload, uint32_t entry)
{
    data_sum *s = payload;
    arena a = ARENA_INIT;
    tracuu_error err;
    span data;

    stop_if(store_data(s->reader, &a, entry, &data, &err), &err);
    add_value(&s->sum, entry, data);
    arena_release(&a);
    return true;
}

typedef struct term_sums {
    sum words, pairs, filters; /* postings, bytes of the names of terms */
} term_sums;

static bool
add_term(void *payload, span term, uint32_t frequency)
{
    term_sums *s = payload;
    bool filter = term.len && term.ptr[0] >= 'A' && term.ptr[0] <= 'Z';
    sum *to = filter                            ? &s->filters
              : memchr(term.ptr, ' ', term.len) ? &s->pairs
                                                : &s->words;

    to->count += frequency;
    to->bytes += term.len;
    return true;
}

static void
tell_files(const char *folder, const char *database)
{
    char path[4096];
    struct dirent *item;
    DIR *all;

    snprintf(path, sizeof path, "%s/%s", folder, database);
    all = opendir(path);
    while (all && (item = readdir(all))) {
        struct stat about;

        snprintf(path, sizeof path, "%s/%s/%s", folder, database, item->d_name);
        if (stat(path, &about) == 0 && S_ISREG(about.st_mode))
            tell(database, item->d_name, -1, (sum){1, (size_t)about.st_size});
    }
    if (all)
        closedir(all);
}

static void
tell_inside(const char *folder, const char *database)
{
    char path[4096];
    tracuu_error err;
    data_sum data = {0};
    term_sums terms = {0};

    snprintf(path, sizeof path, "%s/%s", folder, database);
    stop_if(store_reader_open(&data.reader, path, &err), &err);
    for (int slot = 0; slot < SLOTS; slot++) {
        sum s = {0};

        stop_if(
            store_walk_values(data.reader, (uint32_t)slot, add_value, &s, &err),
            &err);
        tell(database, "slot", slot, s);
    }
    stop_if(
        store_walk_entries(data.reader, SPAN(""), add_data, &data, &err), &err);
    tell(database, "data, not deflated", -1, data.sum);
    stop_if(store_walk_terms(
                data.reader, SPAN(""), SPAN(""), add_term, &terms, &err),
        &err);
    tell(database, "names of words", -1, terms.words);
    tell(database, "names of pairs", -1, terms.pairs);
    tell(database, "names of filters", -1, terms.filters);
    store_reader_free(data.reader);
}

int
main(int argc, char **argv)
{
    const char *databases[] = {"passages", "documents"};

    if (argc != 2)
        return 2;
    for (int i = 0; i < 2; i++) {
        tell_files(argv[1], databases[i]);
        tell_inside(argv[1], databases[i]);
    }
    return 0;
}
