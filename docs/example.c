/* example: a search of three hits, and what refers to the first of them.
 *
 *     cc example.c -ltracuu -o example && ./example INDEX words ...
 */
#include <stdio.h>
#include <tracuu.h>

static int
complain(const tracuu_error *err)
{
    fprintf(stderr, "example: %s\n", err->message);
    return tracuu_status_exit(err->status);
}

int
main(int argc, char **argv)
{
    tracuu_reader *reader;
    tracuu_hits *hits;
    tracuu_views *views;
    tracuu_error err;
    tracuu_search_options options = {.limit = 3};

    if (argc != 3) {
        fprintf(stderr, "usage: example INDEX QUERY\n");
        return 2;
    }
    if (tracuu_open(&reader, argv[1], NULL, &err) != TRACUU_OK)
        return complain(&err);
    if (tracuu_search(&hits, reader, argv[2], &options, &err) != TRACUU_OK)
        return complain(&err);
    for (size_t i = 0; i < hits->count; i++)
        printf("%zu. %s: %s\n", hits->at[i].rank, hits->at[i].document->number,
            hits->at[i].document->title);
    if (hits->count && tracuu_show(&views, reader, hits->at[0].document->id,
                           &err) == TRACUU_OK) {
        const tracuu_view *view = &views->at[0];

        for (size_t i = 0; i < view->incoming_count; i++)
            printf("   <- %s (%s)\n", view->incoming[i].document->number,
                view->incoming[i].label);
        tracuu_views_free(views);
    }
    tracuu_hits_free(hits);
    tracuu_reader_free(reader);
    return 0;
}
