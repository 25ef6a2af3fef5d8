#include "searcher/server/page.h"

#include "searcher/server/page-document.h"
#include "searcher/server/page-graph.h"
#include "searcher/server/page-help.h"
#include "searcher/server/page-problem.h"
#include "searcher/server/page-results.h"
#include "searcher/server/page-start.h"

/* Pages that stand alone. */
static const struct {
    const char *path;
    void (*put)(sheet *s);
} pages[] = {
    {"/", start_put},
    {"/search", results_put},
    {"/help", help_put},
};

/* Pages of one act, whose name is the rest of the path. */
static const struct {
    const char *folder;
    void (*put)(sheet *s, const char *name);
} acts[] = {
    {"/doc/", document_put},
    {"/graph/", graph_put},
};

static void
answer(sheet *s, const char *path)
{
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        if (strcmp(pages[i].path, path) == 0) {
            pages[i].put(s);
            return;
        }
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
        size_t length = strlen(acts[i].folder);

        if (strncmp(path, acts[i].folder, length) == 0 && path[length]) {
            acts[i].put(s, path + length);
            return;
        }
    }
    problem_put_path(s);
}

bool
page_answer(reply *out, const request *in)
{
    sheet s;

    sheet_init(&s, out, in);
    answer(&s, in->path);
    sheet_release(&s);
    return true;
}
