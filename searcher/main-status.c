/* What the index holds, and what it does not. */
#include "searcher/main.h"

static tracuu_status
print_failed(const settings *s, tracuu_reader *reader, tracuu_error *err)
{
    tracuu_failures *list = NULL;
    strbuf text = STRBUF_INIT;
    tracuu_status status = tracuu_failures_of(&list, reader, err);

    if (status == TRACUU_OK && s->json)
        print_failures_json(&text, list, &s->style);
    else if (status == TRACUU_OK)
        print_failures_text(&text, list, &s->style);
    main_emit(&text, stdout);
    tracuu_failures_free(list);
    strbuf_release(&text);
    return status;
}

static tracuu_status
print_state(const settings *s, tracuu_reader *reader, tracuu_error *err)
{
    tracuu_state *state = NULL;
    strbuf text = STRBUF_INIT;
    tracuu_status status = tracuu_state_of(&state, reader, err);

    if (status == TRACUU_OK && s->json)
        print_state_json(&text, state);
    else if (status == TRACUU_OK)
        print_state_text(&text, state, &s->style);
    main_emit(&text, stdout);
    tracuu_state_free(state);
    strbuf_release(&text);
    return status;
}

tracuu_status
main_status(settings *s, int count, char **words, tracuu_error *err)
{
    tracuu_reader *reader = NULL;
    tracuu_status status = main_open(&reader, s, err);

    (void)count, (void)words;
    if (status == TRACUU_OK)
        status = s->failed ? print_failed(s, reader, err)
                           : print_state(s, reader, err);
    tracuu_reader_free(reader);
    return status;
}
