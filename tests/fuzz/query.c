/* query: any bytes as a query, a name and a prefix, on a real index.
 *
 * TRACUU_INDEX names the index; without it queries are read and not asked.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tracuu.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static tracuu_reader *
open_once(void)
{
    static tracuu_reader *reader;
    const char *dir = getenv("TRACUU_INDEX");

    if (!reader && dir)
        tracuu_open(&reader, dir, NULL, NULL);
    return reader;
}

static void
ask(tracuu_reader *reader, const char *words)
{
    tracuu_hits *hits = NULL;
    tracuu_views *views = NULL;
    tracuu_suggestions *suggestions = NULL;

    /* No query is an error. */
    if (tracuu_search(&hits, reader, words, NULL, NULL) != TRACUU_OK)
        abort();
    tracuu_show(&views, reader, words, NULL);
    tracuu_suggest(&suggestions, reader, words, 0, NULL);
    tracuu_hits_free(hits);
    tracuu_views_free(views);
    tracuu_suggestions_free(suggestions);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    tracuu_reader *reader = open_once();
    tracuu_text *out = NULL;
    char words[512];

    if (size >= sizeof words)
        size = sizeof words - 1;
    memcpy(words, data, size);
    words[size] = '\0';
    tracuu_explain_query(&out, NULL, words, NULL);
    tracuu_text_free(out);
    if (reader)
        ask(reader, words);
    return 0;
}
