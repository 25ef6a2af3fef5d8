/* stages: how many megabytes of text each stage of analysis reads in a
 * second, on one core.
 *
 * usage: bench-stages [ROUNDS] <JSON-LINES
 *
 * Texts are read into memory first; each stage is timed alone, in processor
 * time, the best of the rounds counting.  "references" is what comes behind
 * the metadata, "all" is normalize to references.
 */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

#include "common/base/vec.h"
#include "indexer/metadata.h"
#include "indexer/passages.h"
#include "indexer/references.h"
#include "indexer/structure.h"
#include "tests/bench/clock.h"

enum { NORMALIZE, TOKENS, STRUCTURE, METADATA, REFERENCES, PASSAGES, STAGES };

static const char *const names[] = {
    "normalize", "tokens", "structure", "metadata", "references", "passages"};

typedef struct texts {
    VEC(json_t *) records;
    size_t bytes;
} texts;

static texts
read_texts(void)
{
    texts all = {0};
    char *line = NULL;
    size_t room = 0;

    while (getline(&line, &room, stdin) > 0) {
        json_t *record = json_loads(line, 0, NULL);

        if (!json_is_string(json_object_get(record, "text")))
            continue;
        all.bytes += json_string_length(json_object_get(record, "text"));
        vec_push(&all.records, record);
    }
    free(line);
    return all;
}

/* One text through all stages; adds what each took to `spent`. */
static void
run(const json_t *record, double *spent)
{
    const json_t *text = json_object_get(record, "text");
    double at[STAGES + 1];
    clean_text clean;
    document d;

    document_init(&d);
    at[NORMALIZE] = clock_us(CLOCK_PROCESS_CPUTIME_ID);
    clean = normalize_clean(
        &d.arena, (span){json_string_value(text), json_string_length(text)});
    d.text = clean.text;
    d.map = clean.map;
    at[TOKENS] = clock_us(CLOCK_PROCESS_CPUTIME_ID);
    d.tokens = token_list_read(&d.arena, d.text);
    at[STRUCTURE] = clock_us(CLOCK_PROCESS_CPUTIME_ID);
    structure_read(&d);
    at[METADATA] = clock_us(CLOCK_PROCESS_CPUTIME_ID);
    metadata_read(&d);
    at[REFERENCES] = clock_us(CLOCK_PROCESS_CPUTIME_ID);
    references_read(&d);
    at[PASSAGES] = clock_us(CLOCK_PROCESS_CPUTIME_ID);
    passages_cut(&d);
    at[STAGES] = clock_us(CLOCK_PROCESS_CPUTIME_ID);
    document_release(&d);
    for (int i = 0; i < STAGES; i++)
        spent[i] += at[i + 1] - at[i];
}

int
main(int argc, char **argv)
{
    int rounds = argc > 1 ? atoi(argv[1]) : 3;
    double best[STAGES] = {0}, all = 0;
    texts in = read_texts();

    for (int n = 0; n < rounds; n++) {
        double spent[STAGES] = {0};

        for (size_t i = 0; i < in.records.count; i++)
            run(in.records.at[i], spent);
        for (int i = 0; i < STAGES; i++)
            if (!n || spent[i] < best[i])
                best[i] = spent[i];
    }
    printf("%zu texts, %.1f MB:", in.records.count, (double)in.bytes / 1e6);
    for (int i = 0; i < STAGES; i++) {
        printf(" %s %.0f", names[i], (double)in.bytes / best[i]);
        all += i <= REFERENCES ? best[i] : 0;
    }
    printf(", all %.1f MB/s\n", (double)in.bytes / all);
    for (size_t i = 0; i < in.records.count; i++)
        json_decref(in.records.at[i]);
    vec_release(&in.records);
    return 0;
}
