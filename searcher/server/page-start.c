#include "searcher/server/page-start.h"

#include "searcher/server/page-ask.h"
#include "searcher/server/page-name.h"

static const char *const examples[] = {
    "chi thi 48 phong chong toi pham",
    "13-KL/TW",
    "thực hiện:\"13-KL/TW\"",
    "\"công tác văn thư\"",
    "luật bảo vệ môi trường",
};

static void
put_examples(sheet *s)
{
    html *h = &s->h;

    html_open(h, "p", "class", "examples", NULL);
    html_leaf(h, "span", sheet_say(s, SAY_EXAMPLES), NULL);
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
        sheet_link(s, NULL, ask_search(s, examples[i]), examples[i]);
    html_close(h);
}

static void
put_count(sheet *s, const char *number, say_id what)
{
    html *h = &s->h;

    html_open(h, "div", NULL);
    html_leaf(h, "dt", sheet_say(s, what), NULL);
    html_leaf(h, "dd", number, NULL);
    html_close(h);
}

static void
put_state(sheet *s, const tracuu_state *state)
{
    html *h = &s->h;
    const char *day =
        arena_print(&s->arena, "%.10s", state->created ? state->created : "")
            .ptr;

    html_open(h, "section", "class", "holds", "aria-label",
        sheet_say(s, SAY_HOLDS), NULL);
    html_open(h, "dl", NULL);
    put_count(s, sheet_number(s, state->documents), SAY_HOLDS_DOCUMENTS);
    put_count(s, sheet_number(s, state->keys), SAY_HOLDS_ACTS);
    put_count(s, sheet_number(s, state->stubs), SAY_HOLDS_STUBS);
    put_count(s, name_date(s, day), SAY_HOLDS_DAY);
    html_close(h);
    html_close(h);
}

void
start_put(sheet *s)
{
    const sheet_about about = {.look = "start"};
    tracuu_state *state = NULL;
    html *h = &s->h;

    sheet_begin(s, &about);
    html_open(h, "div", "class", "hero", NULL);
    html_leaf(h, "h1", "tra cứu", "class", "brand", NULL);
    sheet_leaf(s, "p", "tagline", SAY_TAGLINE);
    sheet_box(s, true);
    put_examples(s);
    html_close(h);
    if (tracuu_state_of(&state, s->in->reader, NULL) == TRACUU_OK)
        put_state(s, state);
    tracuu_state_free(state);
    sheet_end(s);
}
