#include "indexer/seam.h"

#include "common/text/date.h"
#include "common/text/kind.h"
#include "common/text/word.h"

enum { PLACE_TOKENS = 7 };

typedef struct piece {
    const document *document;
    size_t first, last; /* tokens */
} piece;

static const token *
token_of(const piece *p, size_t i)
{
    return &p->document->tokens.at[i];
}

static size_t
motto_length(const piece *p, size_t i)
{
    /* Neither "Đảng Cộng sản Việt Nam" in a sentence nor "NƯỚC CỘNG HÒA ..." of
     * a treaty is a motto. */
    if (i > p->first && token_is(&p->document->tokens, i - 1, "nuoc"))
        return 0;
    if (!token_of(p, i)->capitals && !token_is(&p->document->tokens, i, "doc"))
        return 0;
    return word_at(&p->document->tokens, i, WORD_MOTTO);
}

/* "Số:" behind capitals, "Căn cứ" and "Kính gửi" behind anything. */
static bool
begins(const piece *p, size_t i)
{
    const token_list *tokens = &p->document->tokens;
    const token *t = token_of(p, i);
    span text = p->document->text;

    if (!t->upper || t->capitals)
        return false;
    if (token_is(tokens, i, "so") && token_of(p, i - 1)->capitals)
        return t->end < text.len &&
               (text.ptr[t->end] == ':' ||
                   (i + 1 < p->last && token_of(p, i + 1)->number));
    return word_at(tokens, i, WORD_OPENS_COPY) > 0;
}

/* Behind a place and a full date at the start, where capitals follow. */
static size_t
date_end(const piece *p)
{
    const token_list *tokens = &p->document->tokens;
    size_t used;

    for (size_t i = p->first; i < p->last && i < p->first + PLACE_TOKENS; i++) {
        if (!token_is(tokens, i, "ngay"))
            continue;
        if (!date_is_full(date_match(tokens, i, &used)) ||
            i + used >= p->last || !token_of(p, i + used)->capitals)
            return 0;
        return i + used;
    }
    return 0;
}

/* Behind a kind in capitals at the start, where small letters follow. */
static size_t
kind_end(const piece *p)
{
    const token_list *tokens = &p->document->tokens;
    size_t used, next;

    if (!token_of(p, p->first)->capitals ||
        !kind_match(tokens, p->first, &used))
        return 0;
    next = p->first + used;
    return next < p->last && token_of(p, next - 1)->capitals &&
                   !token_of(p, next)->capitals && !token_of(p, next)->number
               ? next
               : 0;
}

size_t
seam_find(const document *d, size_t start, size_t end)
{
    piece p = {d, token_list_find(&d->tokens, start), 0};
    size_t cut;

    for (p.last = p.first;
         p.last < d->tokens.count && d->tokens.at[p.last].end <= end;)
        p.last++;
    if (p.last < p.first + 2)
        return end;
    cut = motto_length(&p, p.first);
    cut = cut ? p.first + cut : date_end(&p);
    if (!cut)
        cut = kind_end(&p);
    for (size_t i = p.first + 1; i < p.last && (!cut || i < cut); i++)
        if (motto_length(&p, i) || begins(&p, i))
            cut = i;
    return cut && cut < p.last ? token_of(&p, cut)->start : end;
}
