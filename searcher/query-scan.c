#include "searcher/query-scan.h"

#include "searcher/query-value.h"

bool
scan_is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

static size_t
quote_of(span s, size_t at)
{
    static const char *const marks[] = {"\"", "“", "”", "„", "«", "»"};

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (span_starts_with(span_from(s, at), span_of(marks[i])))
            return strlen(marks[i]);
    return 0;
}

size_t
scan_quote(const scan *s, size_t at)
{
    return at < s->query->text.len ? quote_of(s->query->text, at) : 0;
}

tracuu_range
scan_range(const scan *s, size_t start, size_t end)
{
    tracuu_range range = {start, end};

    if (s->map.count) {
        range.start = offset_map_source(&s->map, start);
        range.end = offset_map_source(&s->map, end);
    }
    return range;
}

static void
add_note(scan *s, size_t start, size_t end, const char *text)
{
    query_note(s->query, scan_range(s, start, end), text);
}

void
scan_tokens(
    const scan *s, size_t start, size_t end, size_t *first, size_t *last)
{
    const token_list *list = &s->query->tokens;

    *first = token_list_find(list, start);
    for (*last = *first; *last < list->count && list->at[*last].start < end;
         ++*last)
        continue;
}

void
scan_add(scan *s, query_node node, size_t start, size_t end)
{
    query *q = s->query;
    size_t words = query_is_words(&node) ? node.last - node.first : 0;

    if (s->words + words > QUERY_WORDS) {
        if (s->words < QUERY_WORDS + 1)
            add_note(s, start, q->text.len,
                "words behind the 64th are not searched");
        s->words = QUERY_WORDS + 1;
        return;
    }
    s->words += words;
    node.range = scan_range(s, start, end);
    node.group = s->frames.group;
    node.branch = s->frames.branch;
    q->nodes[q->node_count++] = node;
}

size_t
scan_end(const scan *s, size_t at)
{
    span text = s->query->text;
    size_t close = s->frames.at[s->frames.depth].close;

    while (at < text.len && at < close && !scan_is_blank(text.ptr[at]) &&
           !scan_quote(s, at))
        at++;
    return at;
}

/* ---- words ---- */

static void
add_words(scan *s, size_t first, size_t last)
{
    for (size_t i = first; i < last; i++) {
        const token *t = &s->query->tokens.at[i];

        scan_add(s, (query_node){.kind = QUERY_WORD, .first = i, .last = i + 1},
            t->start, t->end);
    }
}

/* What stands between blanks or quotation marks: words, or what must not
 * occur, or words of which the last is a prefix. */
static void
read_chunk(scan *s, size_t start, bool without)
{
    span text = s->query->text;
    size_t from = s->at, first, last;

    s->at = scan_end(s, from);
    scan_tokens(s, from, s->at, &first, &last);
    if (first == last)
        return;
    frame_item(&s->frames, !without);
    if (without) {
        query_node node = {.kind = last - first > 1 ? QUERY_PHRASE : QUERY_WORD,
            .without = true,
            .first = first,
            .last = last};

        scan_add(s, node, start, s->at);
    } else if (s->at - from > 1 && text.ptr[s->at - 1] == '*') {
        add_words(s, first, last - 1);
        scan_add(s,
            (query_node){.kind = QUERY_PREFIX, .first = last - 1, .last = last},
            s->query->tokens.at[last - 1].start, s->at);
    } else {
        add_words(s, first, last);
    }
}

/* ---- phrases ---- */

size_t
scan_close_quote(const scan *s, size_t at, size_t *end)
{
    for (; at < s->query->text.len; at++) {
        size_t length = scan_quote(s, at);

        if (length) {
            *end = at;
            return at + length;
        }
    }
    return 0;
}

/* A quotation; false if it is not closed, and nothing is read then. */
static bool
read_phrase(scan *s, size_t start, bool without)
{
    size_t open = s->at + scan_quote(s, s->at), end, behind;
    query_node node = {.kind = QUERY_PHRASE, .without = without};

    behind = scan_close_quote(s, open, &end);
    if (!behind)
        return false;
    s->at = behind;
    scan_tokens(s, open, end, &node.first, &node.last);
    if (node.first == node.last) {
        add_note(s, start, behind, "an empty quotation is not searched");
        return true;
    }
    frame_item(&s->frames, false);
    scan_add(s, node, start, behind);
    return true;
}

/* ---- OR and brackets ---- */

static bool
is_bound(const scan *s, size_t at)
{
    return at >= s->query->text.len || scan_is_blank(s->query->text.ptr[at]) ||
           strchr("()", s->query->text.ptr[at]) || scan_quote(s, at);
}

size_t
scan_or(const scan *s, size_t at)
{
    static const char *const words[] = {"OR", "||", "|"};
    span rest = span_from(s->query->text, at);

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        span word = span_of(words[i]);

        if (rest.len < word.len || !is_bound(s, at + word.len))
            continue;
        /* Case never matters. */
        if (span_starts_with(rest, word) ||
            (!i && (rest.ptr[0] | 0x20) == 'o' && (rest.ptr[1] | 0x20) == 'r'))
            return word.len;
    }
    return 0;
}

/* Something that OR can join stands behind it. */
static bool
goes_on(const scan *s, size_t at)
{
    span text = s->query->text;
    const token_list *list = &s->query->tokens;
    size_t close = s->frames.at[s->frames.depth].close, next;

    while (at < text.len && scan_is_blank(text.ptr[at]))
        at++;
    if (at >= close || scan_or(s, at))
        return false;
    next = token_list_find(list, at);
    return next < list->count && list->at[next].start < close;
}

/* OR, if it can be one. */
static bool
read_or(scan *s)
{
    size_t length = scan_or(s, s->at);

    if (!length)
        return false;
    if (!goes_on(s, s->at + length) || !frame_or(&s->frames)) {
        add_note(s, s->at, s->at + length,
            "OR without something on both sides is read as a word");
        return false;
    }
    s->at += length;
    return true;
}

/* For each bracket the one that closes it; quotations are passed over. */
static void
match_brackets(scan *s)
{
    span text = s->query->text;
    size_t open[QUERY_DEPTH], depth = 0, end;

    s->closes = arena_array(s->arena, text.len + 1, sizeof *s->closes);
    for (size_t i = 0; i < text.len; i++) {
        size_t quote = scan_quote(s, i), behind;

        behind = quote ? scan_close_quote(s, i + quote, &end) : 0;
        if (quote && !behind)
            return;
        if (behind)
            i = behind - 1;
        else if (text.ptr[i] == '(' && depth < QUERY_DEPTH)
            open[depth++] = i;
        else if (text.ptr[i] == ')' && depth)
            s->closes[open[--depth]] = i;
    }
}

static bool
read_open(scan *s, bool without)
{
    size_t close = s->closes[s->at];

    if (!close || !frame_open(&s->frames, close, without))
        return false;
    s->at++;
    return true;
}

/* ---- the line ---- */

static void
read_item(scan *s)
{
    span text = s->query->text;
    size_t start = s->at;
    bool without = text.ptr[start] == '-' && start + 1 < text.len &&
                   !scan_is_blank(text.ptr[start + 1]) &&
                   text.ptr[start + 1] != '-';

    if (read_or(s))
        return;
    if (without)
        s->at++;
    if (read_open(s, without))
        return;
    if (scan_quote(s, s->at)) {
        if (!read_phrase(s, start, without)) {
            add_note(s, start, text.len,
                "a quotation that is not closed is read as words");
            s->at += scan_quote(s, s->at);
        }
    } else if (!value_read(s, start, without)) {
        read_chunk(s, start, without);
    }
}

void
scan_line(scan *s)
{
    span text = s->query->text;

    frame_start(&s->frames, s->query, s->arena, text.len);
    match_brackets(s);
    while (s->at < text.len) {
        if (s->frames.depth && s->at >= frame_here(&s->frames)->close) {
            s->at = frame_here(&s->frames)->close + 1 > s->at
                        ? frame_here(&s->frames)->close + 1
                        : s->at;
            frame_close(&s->frames);
        } else if (scan_is_blank(text.ptr[s->at])) {
            s->at++;
        } else {
            read_item(s);
        }
    }
}
