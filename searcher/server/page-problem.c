#include "searcher/server/page-problem.h"

#include "searcher/server/page-ask.h"

static void
begin(sheet *s, int status, say_id title)
{
    s->out->status = status;
    sheet_begin(
        s, &(sheet_about){.title = sheet_say(s, title), .look = "problem"});
    html_open(&s->h, "section", "class", "sorry", NULL);
    sheet_leaf(s, "h1", NULL, title);
}

static void
end(sheet *s)
{
    html_close(&s->h);
    sheet_end(s);
}

void
problem_put(sheet *s, const tracuu_error *err)
{
    begin(s, err->status == TRACUU_INDEX_LOCKED ? 503 : 500, SAY_FAILED);
    html_leaf(
        &s->h, "p", tracuu_status_code(err->status), "class", "code", NULL);
    end(s);
}

void
problem_put_missing(sheet *s, const char *name)
{
    begin(s, 404, SAY_MISSING);
    html_leaf(&s->h, "p", sheet_fill(s, SAY_MISSING_TEXT, name), NULL);
    html_open(&s->h, "p", NULL);
    sheet_link(
        s, "button", ask_search(s, name), sheet_say(s, SAY_SEARCH_WORDS));
    html_close(&s->h);
    end(s);
}

void
problem_put_path(sheet *s)
{
    begin(s, 404, SAY_MISSING_PAGE);
    html_open(&s->h, "p", NULL);
    sheet_link(s, "button", ask_home(s), sheet_say(s, SAY_HOME));
    html_close(&s->h);
    end(s);
}
