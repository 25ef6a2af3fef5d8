#include "indexer/metadata-part.h"

#include "common/text/citation.h"
#include "common/text/normalize.h"

/* Titles are a line; what is longer is a text. */
enum { TITLE_TOKENS = 64 };

/* The number behind "Điều" at token `at`, or the empty span. */
static span
article_at(const token_list *list, size_t at)
{
    if (at + 1 >= list->count ||
        !span_equal(token_folded(list, at), SPAN("dieu")) ||
        !list->at[at + 1].number)
        return SPAN("");
    return token_folded(list, at + 1);
}

void
part_read(document *d)
{
    citation_context context = {.date = date_parse(d->stated.date)};
    token_list title;
    citation_list found;
    span article;

    if (!d->title.len || d->stated.part_of.len)
        return;
    title =
        token_list_read(&d->arena, normalize_clean(&d->arena, d->title).text);
    if (title.count > TITLE_TOKENS)
        return;
    found = citation_find(&d->arena, &title, &context);
    if (!found.count || found.at[0].first || !found.at[0].act.number.len)
        return;
    article = article_at(&title, found.at[0].last);
    if (!article.len)
        return;
    d->stated.part_of = found.at[0].act.number;
    d->stated.article = article;
}
