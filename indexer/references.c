#include "indexer/references.h"

#include "indexer/references-anaphora.h"
#include "indexer/references-loose.h"
#include "indexer/references-own.h"
#include "indexer/references-typing.h"
#include "indexer/references-verdict.h"

enum { SENTENCE_MAX = 80, QUOTE_MAX = 20000 };

/* Reading position in the quotes of a text. */
typedef struct quotes {
    span text;
    size_t at, opened;
    bool open;
} quotes;

static bool
opens_straight(span text, size_t at)
{
    return !at || strchr(" \n\t(:", text.ptr[at - 1]);
}

/* True if byte `to` stands inside quotation marks; `to` never falls. */
static bool
quotes_around(quotes *q, size_t to)
{
    for (; q->at < to; q->at++) {
        const char *p = q->text.ptr + q->at;

        if (*p == '"' && (q->open || opens_straight(q->text, q->at))) {
            q->open = !q->open;
            q->opened = q->at;
        } else if (*p == '\xe2' && q->text.len - q->at > 2 && p[1] == '\x80' &&
                   (p[2] == '\x9c' || p[2] == '\x9d')) {
            q->open = p[2] == '\x9c';
            q->opened = q->at;
        }
    }
    if (q->open && to - q->opened > QUOTE_MAX)
        q->open = false;
    return q->open;
}

static const kind *
carrier_of(const document *d)
{
    if (d->meta.news)
        return NULL;
    if (d->meta.act.kind)
        return d->meta.act.kind;
    return d->stated.kind.len ? kind_by_name(d->stated.kind) : NULL;
}

/* Without a day of its own a text is at least as young as what it cites. */
static date
latest_cited(const citation_list *found)
{
    date latest = {0};

    for (size_t i = 0; i < found->count; i++) {
        date day = found->at[i].act.date;

        if (date_is_full(day) && date_number(day) > date_number(latest))
            latest = day;
    }
    return latest;
}

static citation_list
find(document *d, citation_context *context)
{
    citation_list found = citation_find(&d->arena, &d->tokens, context);

    if (date_is_set(context->date))
        return found;
    context->date = latest_cited(&found);
    for (size_t i = 0; i < found.count && context->date.year; i++)
        citation_complete(&d->arena, &found.at[i], context->date);
    return found;
}

static reference_list
start(document *d, citation_list *found_out)
{
    citation_context context = d->context;
    citation_list found;
    reference_list list = {.document = d, .tokens = &d->tokens};
    quotes q = {.text = d->text};

    if (!date_is_set(context.date))
        context.date = d->meta.date;
    if (!context.issuer)
        context.issuer = d->meta.act.issuer;
    if (!context.place.len)
        context.place = d->meta.act.place;
    list.carrier = carrier_of(d);
    list.issuer = context.issuer;
    found = find(d, &context);
    list.date = context.date;
    d->mentions_cut = found.cut;
    *found_out = found;
    list.count = found.count;
    list.at = arena_array(&d->arena, found.count + 1, sizeof *list.at);
    for (size_t i = 0; i < found.count; i++) {
        list.at[i].cite = found.at[i];
        list.at[i].head = HEAD_DOCUMENT;
        list.at[i].zone = document_zone(d, found.at[i].start);
        list.at[i].quoted = quotes_around(&q, found.at[i].start);
    }
    return list;
}

/* A law by its name alone is the one of the time of the act that cites it. */
static void
redate(reference_list *list, reference *ref)
{
    const citation *head;

    if (ref->head < 0 || !ref->cite.law || ref->cite.numbered ||
        ref->cite.act.date.year || ref->cite.form != FORM_NAME)
        return;
    head = &list->at[ref->head].cite;
    if (date_is_full(head->act.date))
        citation_complete(&list->document->arena, &ref->cite, head->act.date);
    else if (head->act.year)
        citation_complete(&list->document->arena, &ref->cite,
            (date){.year = (uint16_t)head->act.year});
}

static tracuu_range
sentence_of(const token_list *list, const citation *c)
{
    size_t first = reference_sentence_start(list, c->first, SENTENCE_MAX);
    size_t last = c->last;

    while (last < list->count && last - c->last < SENTENCE_MAX &&
           reference_break_between(list, last - 1, last) != BREAK_SENTENCE)
        last++;
    return (tracuu_range){
        list->at[first].start, last ? list->at[last - 1].end : 0};
}

static void
write_mentions(document *d, const reference_list *list)
{
    int *place = arena_array(&d->arena, list->count + 1, sizeof *place);

    d->mentions = arena_array(&d->arena, list->count + 1, sizeof *d->mentions);
    d->mention_count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const reference *ref = &list->at[i];
        mention *m = &d->mentions[d->mention_count];

        place[i] = (int)d->mention_count;
        if (ref->dropped)
            continue;
        m->cite = ref->cite;
        m->relation = ref->relation;
        m->head = ref->head >= 0 ? place[ref->head] : ref->head;
        m->zone = ref->zone;
        m->sentence = sentence_of(list->tokens, &ref->cite);
        m->rule = ref->rule;
        m->confidence = ref->confidence;
        d->mention_count++;
    }
}

void
references_read(document *d)
{
    citation_list found;
    reference_list list = start(d, &found);
    anaphora *a = anaphora_new(&list);

    for (size_t i = 0; i < list.count; i++) {
        const reference *last = i ? &list.at[i - 1] : NULL;

        list.at[i].before = last && last->dropped ? last->before : (int)i - 1;
        anaphora_resolve(a, i);
        if (!list.at[i].dropped && !list.at[i].bound)
            typing_read(&list, i);
        redate(&list, &list.at[i]);
        anaphora_note(a, i);
    }
    verdict_read(&list);
    verdict_guard(&list);
    loose_attach(&list, &found);
    own_mark(&list);
    write_mentions(d, &list);
}
