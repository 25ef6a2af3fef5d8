#include "searcher/server/page-card.h"

#include "searcher/server/page-ask.h"
#include "searcher/server/page-name.h"

enum { LONG = 90 /* bytes of a value that takes lines of its own */ };

static void
put_field(sheet *s, say_id name, const char *value)
{
    html *h = &s->h;

    if (!*value)
        return;
    html_open(h, "div", "class", strlen(value) > LONG ? "long" : NULL, NULL);
    html_leaf(h, "dt", sheet_say(s, name), NULL);
    html_leaf(h, "dd", value, NULL);
    html_close(h);
}

static void
put_link_field(sheet *s, say_id name, const char *address, const char *value)
{
    html *h = &s->h;

    html_open(h, "div", NULL);
    html_leaf(h, "dt", sheet_say(s, name), NULL);
    html_open(h, "dd", NULL);
    sheet_link(s, NULL, address, value);
    html_close(h);
    html_close(h);
}

/* Only an address of the web is a link: any other scheme could run or read
 * something. */
static void
put_source(sheet *s, const tracuu_document *d)
{
    span url = span_of(d->url);
    bool web = span_starts_with(url, SPAN("https://")) ||
               span_starts_with(url, SPAN("http://"));

    if (web)
        put_link_field(s, SAY_ADDRESS, d->url, d->url);
    else
        put_field(s, SAY_ADDRESS, d->url);
    if (!d->stub)
        put_field(s, SAY_SOURCE, d->id);
}

static void
put_status(sheet *s, const tracuu_document *d)
{
    html *h = &s->h;

    html_open(h, "div", NULL);
    html_leaf(h, "dt", sheet_say(s, SAY_STATUS), NULL);
    html_open(h, "dd", NULL);
    name_badge(s, d);
    html_close(h);
    html_close(h);
    put_field(s, SAY_EFFECTIVE, name_date(s, d->effective_from));
    put_field(s, SAY_ENDS, name_date(s, d->effective_to));
    if (*d->status_stated)
        put_field(s, SAY_STATED, name_status(s, d->status_stated));
    put_field(s, SAY_RESTS_ON, d->rests_on);
}

static void
put_part(sheet *s, const tracuu_document *d)
{
    if (*d->part_of)
        put_link_field(s, SAY_PART_OF, ask_document(s, d->part_of), d->part_of);
}

static void
put_identity(sheet *s, const tracuu_document *d)
{
    const char *signer = d->signer;

    if (*d->capacity && *signer)
        signer = arena_print(&s->arena, "%s (%s)", signer, d->capacity).ptr;
    put_field(s, SAY_NUMBER, d->number);
    put_field(s, SAY_KIND, name_value(s, "kind", d->kind));
    put_field(s, SAY_ISSUER, d->issuer);
    put_field(s, SAY_PLACE, d->place);
    put_field(s, SAY_DATE, name_date(s, d->date));
    put_field(s, SAY_TERM, *d->term ? name_value(s, "term", d->term) : "");
    put_status(s, d);
    put_field(s, SAY_SIGNER, *signer ? signer : d->capacity);
    put_field(s, SAY_SECRECY, d->secrecy);
    put_field(s, SAY_URGENCY, d->urgency);
    put_part(s, d);
    put_field(s, SAY_CONFLICTS, d->conflicts);
    put_field(s, SAY_RECIPIENTS, d->recipients);
}

static void
put_copies(sheet *s, const tracuu_view *view)
{
    html *h = &s->h;

    if (!view->copy_count)
        return;
    html_open(h, "div", NULL);
    html_leaf(h, "dt", sheet_say(s, SAY_COPIES), NULL);
    for (size_t i = 0; i < view->copy_count; i++)
        html_leaf(h, "dd", view->copies[i]->id, NULL);
    html_close(h);
}

static void
put_citation(sheet *s, const tracuu_document *d)
{
    html *h = &s->h;

    html_open(h, "div", "class", "citation", NULL);
    html_leaf(h, "h3", sheet_say(s, SAY_CITATION), NULL);
    html_leaf(
        h, "p", name_citation(s, d), "lang", "vi", "id", "citation", NULL);
    html_leaf(h, "button", sheet_say(s, SAY_COPY), "type", "button", "class",
        "copy", "data-copies", "citation", "data-done",
        sheet_say(s, SAY_COPIED), "hidden", "", NULL);
    html_close(h);
}

void
card_put(sheet *s, const tracuu_view *view)
{
    const tracuu_document *d = view->document;
    html *h = &s->h;

    html_open(h, "section", "class", "card", NULL);
    html_leaf(h, "h2", sheet_say(s, SAY_CARD), NULL);
    html_open(h, "dl", NULL);
    put_identity(s, d);
    put_copies(s, view);
    put_source(s, d);
    if (*d->key)
        put_link_field(s, SAY_PERMALINK, ask_document(s, d->key), d->key);
    html_close(h);
    put_citation(s, d);
    html_close(h);
}
