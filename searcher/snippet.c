#include "searcher/snippet.h"

#include "searcher/rerank-accent.h"

enum { NO_WORD = 255 };

/* The passage's tokens against the words of the query. */
typedef struct window {
    const plan *plan;
    const excerpt *passage;
    uint8_t *word;  /* by token: what it matches, or NO_WORD */
    double *weight; /* of each thing that can be matched */
    size_t kinds;
} window;

/* ---- what matches ---- */

static bool
matches_prefix(const window *w, const query_node *node, size_t at)
{
    return node->kind == QUERY_PREFIX && query_is_meant(w->plan->query, node) &&
           span_starts_with(token_folded(&w->passage->tokens, at),
               token_folded(&w->plan->query->tokens, node->first));
}

/* The number of the word that a token of the text is, or NO_WORD.  Prefixes
 * are numbered behind the words. */
static uint8_t
word_of(const window *w, size_t at)
{
    const token_list *text = &w->passage->tokens;
    const plan *p = w->plan;
    const query *q = p->query;

    for (size_t i = 0; i < p->units.word_count; i++)
        if (p->units.words[i].first == text->at[at].id &&
            unit_accent(&p->units, &p->units.words[i], text, at) >
                ACCENT_CONFLICT)
            return (uint8_t)i;
    for (size_t i = 0; i < q->node_count; i++)
        if (matches_prefix(w, &q->nodes[i], at))
            return (uint8_t)p->units.word_count;
    return NO_WORD;
}

/* ---- other words for them ---- */

static bool
stands_at(const alternative *other, const token_list *text, size_t at)
{
    for (size_t i = 0; i < other->count; i++)
        if (at + i >= text->count || (i && text->at[at + i].breaks) ||
            !span_equal(token_folded(text, at + i), other->words[i]))
            return false;
    return true;
}

/* The weight of the words of the query that it stands for. */
static double
weight_of_other(const window *w, const alternative *other)
{
    const unit_set *units = &w->plan->units;
    double sum = 0;

    for (size_t i = 0; i < units->word_count; i++)
        if (units->words[i].token >= other->first &&
            units->words[i].token < other->last)
            sum += units->words[i].weight;
    return sum;
}

/* Abbreviations and what they stand for are numbered behind the prefixes. */
static void
match_others(window *w)
{
    const unit_set *units = &w->plan->units;
    const token_list *text = &w->passage->tokens;

    for (size_t i = 0; i < units->alternative_count; i++) {
        const alternative *other = &units->alternatives[i];
        size_t number = units->word_count + 1 + i;

        w->weight[number] = weight_of_other(w, other);
        for (size_t t = 0; t < text->count; t++)
            if (stands_at(other, text, t))
                memset(w->word + t, (int)number, other->count);
    }
}

/* True if the token goes on with what another word stands for. */
static bool
goes_on(const window *w, size_t t)
{
    return t && w->word[t] != NO_WORD && w->word[t] == w->word[t - 1] &&
           w->word[t] > w->plan->units.word_count;
}

static void
match_tokens(window *w, arena *a)
{
    size_t count = w->passage->tokens.count;

    w->kinds = w->plan->units.word_count + 1 + w->plan->units.alternative_count;
    w->word = arena_take(a, count + 1);
    w->weight = arena_array(a, w->kinds, sizeof *w->weight);
    for (size_t i = 0; i < w->plan->units.word_count; i++)
        w->weight[i] = w->plan->units.words[i].weight;
    w->weight[w->plan->units.word_count] = 1;
    for (size_t t = 0; t < count; t++)
        w->word[t] = word_of(w, t);
    match_others(w);
}

/* ---- where ---- */

/* Words that stand side by side tell more than the same ones apart. */
static double
side_by_side(const window *w, size_t t)
{
    if (!t || w->word[t] == NO_WORD || w->word[t - 1] == NO_WORD ||
        w->word[t] == w->word[t - 1] || w->passage->tokens.at[t].breaks)
        return 0;
    return w->weight[w->word[t]] + w->weight[w->word[t - 1]];
}

/* A window that moves over the text: each word in it counts once, and pairs
 * as often as they occur, at half their weight. */
typedef struct slide {
    const window *window;
    unsigned *held; /* by word: how often the window has it */
    size_t from, to;
    double sum;
} slide;

static void
slide_take(slide *s)
{
    const window *w = s->window;
    size_t t = s->to++;

    if (w->word[t] != NO_WORD && !s->held[w->word[t]]++)
        s->sum += w->weight[w->word[t]];
    s->sum += side_by_side(w, t) / 2;
}

static void
slide_drop(slide *s)
{
    const window *w = s->window;
    size_t t = s->from++;

    if (w->word[t] != NO_WORD && !--s->held[w->word[t]])
        s->sum -= w->weight[w->word[t]];
    s->sum -= side_by_side(w, s->from) / 2;
}

/* True if the window says no less without its first token. */
static bool
slide_is_loose(const slide *s)
{
    const window *w = s->window;
    uint8_t word = w->word[s->from];

    if (s->from + 1 >= s->to)
        return false;
    return word == NO_WORD ||
           (s->held[word] > 1 && side_by_side(w, s->from + 1) <= 0);
}

static size_t
slide_bytes(const slide *s)
{
    const token *at = s->window->passage->tokens.at;

    return at[s->to - 1].end - at[s->from].start;
}

/* Tokens [first, last) of the window that holds most, the shortest of equal
 * ones. */
static void
find_window(const window *w, arena *a, size_t *first, size_t *last)
{
    slide s = {.window = w, .held = arena_array(a, w->kinds, sizeof *s.held)};
    double best = -1;
    size_t shortest = 0;

    while (s.to < w->passage->tokens.count) {
        slide_take(&s);
        while (s.from + 1 < s.to &&
               (slide_is_loose(&s) || slide_bytes(&s) > SNIPPET_BYTES))
            slide_drop(&s);
        if (s.sum < best - 1e-9 ||
            (s.sum < best + 1e-9 && slide_bytes(&s) >= shortest))
            continue;
        best = s.sum;
        shortest = slide_bytes(&s);
        *first = s.from;
        *last = s.to;
    }
}

/* Starts the window at the clause where its first match stands, if that is
 * near, and fills it up behind. */
static void
settle_window(const window *w, size_t *first, size_t *last)
{
    const token *at = w->passage->tokens.at;
    size_t count = w->passage->tokens.count, hit = *first, start;

    while (hit < *last && w->word[hit] == NO_WORD)
        hit++;
    if (hit == *last)
        hit = *first;
    for (start = hit; start && !at[start].breaks; start--)
        continue;
    if (at[*last - 1].end - at[start].start <= SNIPPET_BYTES)
        *first = start;
    else if (hit > *first + 3)
        *first = hit - 3;
    while (*last < count && at[*last].end - at[*first].start <= SNIPPET_BYTES)
        ++*last;
}

/* ---- writing ---- */

/* A window of one endless word is cut at a character's border. */
static tracuu_range
clip(span text, tracuu_range r)
{
    if (r.end - r.start <= 2 * SNIPPET_BYTES)
        return r;
    r.end = r.start + 2 * SNIPPET_BYTES;
    while (((unsigned char)text.ptr[r.end] & 0xC0) == 0x80)
        r.end--;
    return r;
}

/* The bytes that are shown: what stands before the first token of a text and
 * behind its last one belongs to them. */
static tracuu_range
bytes_of(const window *w, size_t first, size_t last)
{
    const token_list *list = &w->passage->tokens;
    tracuu_range r = {list->at[first].start, list->at[last - 1].end};
    size_t end = last < list->count ? list->at[last].start : list->text.len;

    if (!first && r.start < 16)
        r.start = 0;
    /* Punctuation that closes the last word. */
    while (r.end < end && r.end < list->at[last - 1].end + 3 &&
           list->text.ptr[r.end] != ' ' && list->text.ptr[r.end] != '\n' &&
           !(list->text.ptr[r.end] & 0x80))
        r.end++;
    return clip(list->text, r);
}

static void
add_line(strbuf *out, span text)
{
    for (size_t i = 0; i < text.len; i++)
        strbuf_add_char(
            out, (unsigned char)text.ptr[i] < ' ' ? ' ' : text.ptr[i]);
}

static void
write_highlights(const window *w, arena *a, snippet *out, size_t first,
    size_t last, size_t end, size_t offset)
{
    const token *at = w->passage->tokens.at;

    out->highlights = arena_array(a, last - first + 1, sizeof(tracuu_range));
    for (size_t t = first; t < last; t++)
        if (w->word[t] != NO_WORD && at[t].end <= end)
            out->highlights[out->highlight_count++] =
                (tracuu_range){at[t].start - offset, at[t].end - offset};
}

static size_t
page_of(const excerpt *passage, size_t at)
{
    size_t page = passage->pages.first;

    for (size_t i = 0; page && i < passage->pages.count; i++)
        page += passage->pages.starts[i] <= at;
    return page;
}

snippet
snippet_make(arena *a, const plan *p, const excerpt *passage)
{
    window w = {.plan = p, .passage = passage};
    snippet out = {.text = SPAN("")};
    strbuf line = STRBUF_INIT;
    size_t first = 0, last = 1, dots = 0;
    tracuu_range bytes;

    if (!passage->tokens.count)
        return out;
    match_tokens(&w, a);
    find_window(&w, a, &first, &last);
    settle_window(&w, &first, &last);
    bytes = bytes_of(&w, first, last);
    if (bytes.start) {
        strbuf_add_string(&line, "… ");
        dots = line.len;
    }
    add_line(&line, span_slice(passage->tokens.text, bytes.start, bytes.end));
    if (last < passage->tokens.count)
        strbuf_add_string(&line, " …");
    write_highlights(&w, a, &out, first, last, bytes.end, bytes.start - dots);
    out.page = page_of(passage,
        bytes.start +
            (out.highlight_count ? out.highlights[0].start - dots : 0));
    out.text = arena_copy(a, strbuf_span(&line));
    strbuf_release(&line);
    return out;
}

/* ---- the whole passage ---- */

static bool
is_beside_another(const window *w, size_t t)
{
    return side_by_side(w, t) > 0 || w->word[t] > w->plan->units.word_count ||
           (t + 1 < w->passage->tokens.count && side_by_side(w, t + 1) > 0);
}

static bool
has_one_word(const plan *p)
{
    return p->units.word_count <= 1;
}

tracuu_range *
snippet_matches(arena *a, const plan *p, const excerpt *passage, size_t *count)
{
    window w = {.plan = p, .passage = passage};
    const token *at = passage->tokens.at;
    size_t tokens = passage->tokens.count;
    tracuu_range *all = arena_array(a, tokens + 1, sizeof *all);

    *count = 0;
    match_tokens(&w, a);
    for (size_t t = 0; t < tokens; t++) {
        if (w.word[t] == NO_WORD ||
            (!has_one_word(p) && !is_beside_another(&w, t)))
            continue;
        if (*count && (side_by_side(&w, t) > 0 || goes_on(&w, t)))
            all[*count - 1].end = at[t].end;
        else
            all[(*count)++] = (tracuu_range){at[t].start, at[t].end};
    }
    return all;
}
