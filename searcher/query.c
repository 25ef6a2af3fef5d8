#include "searcher/query.h"

#include "common/text/normalize.h"
#include "common/text/utf8.h"
#include "searcher/plan-filter.h"

enum {
    NAME_BYTES = 40, /* of a field's name */
    NAME_WORDS = 3,
    NOTES = 8
};

/* The reading of one line: where it is, and what stands behind it. */
typedef struct scan {
    arena *arena;
    query *query;
    offset_map map; /* clean -> line */
    size_t at;      /* byte of the clean text */
    size_t words;   /* read so far */
} scan;

static bool
is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

/* The length of the quotation mark at byte `at`, 0 if there is none. */
static size_t
quote_at(span s, size_t at)
{
    static const char *const marks[] = {"\"", "“", "”", "„", "«", "»"};

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (span_starts_with(span_from(s, at), span_of(marks[i])))
            return strlen(marks[i]);
    return 0;
}

static tracuu_range
range_of(const scan *s, size_t start, size_t end)
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
    query *q = s->query;

    if (q->note_count < NOTES)
        q->notes[q->note_count++] =
            (tracuu_note){range_of(s, start, end), text};
}

/* The tokens that start in bytes [start, end). */
static void
tokens_in(const query *q, size_t start, size_t end, size_t *first, size_t *last)
{
    *first = token_list_find(&q->tokens, start);
    for (*last = *first;
         *last < q->tokens.count && q->tokens.at[*last].start < end; ++*last)
        continue;
}

/* Adds a node over bytes [start, end) of the clean text, unless the line has
 * too many words already. */
static void
add_node(scan *s, query_node node, size_t start, size_t end)
{
    query *q = s->query;
    size_t words = node.last - node.first;

    if (node.kind != QUERY_FIELD && s->words + words > QUERY_WORDS) {
        if (s->words < QUERY_WORDS + 1)
            add_note(s, start, q->text.len,
                "words behind the 64th are not searched");
        s->words = QUERY_WORDS + 1;
        return;
    }
    s->words += node.kind == QUERY_FIELD ? 0 : words;
    node.range = range_of(s, start, end);
    q->nodes[q->node_count++] = node;
}

/* ---- words ---- */

static void
add_words(scan *s, size_t first, size_t last)
{
    for (size_t i = first; i < last; i++) {
        const token *t = &s->query->tokens.at[i];

        add_node(s, (query_node){.kind = QUERY_WORD, .first = i, .last = i + 1},
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

    while (s->at < text.len && !is_blank(text.ptr[s->at]) &&
           !quote_at(text, s->at))
        s->at++;
    tokens_in(s->query, from, s->at, &first, &last);
    if (first == last)
        return;
    if (without) {
        query_node node = {.kind = last - first > 1 ? QUERY_PHRASE : QUERY_WORD,
            .without = true,
            .first = first,
            .last = last};

        add_node(s, node, start, s->at);
    } else if (s->at - from > 1 && text.ptr[s->at - 1] == '*') {
        add_words(s, first, last - 1);
        add_node(s,
            (query_node){.kind = QUERY_PREFIX, .first = last - 1, .last = last},
            s->query->tokens.at[last - 1].start, s->at);
    } else {
        add_words(s, first, last);
    }
}

/* ---- phrases ---- */

/* The byte behind the quotation that is open at `at`, with the end of what is
 * quoted in `*end`; 0 if it is never closed. */
static size_t
close_quote(span text, size_t at, size_t *end)
{
    for (; at < text.len; at++) {
        size_t length = quote_at(text, at);

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
    span text = s->query->text;
    size_t open = s->at + quote_at(text, s->at), end, behind;
    query_node node = {.kind = QUERY_PHRASE, .without = without};

    behind = close_quote(text, open, &end);
    if (!behind)
        return false;
    s->at = behind;
    tokens_in(s->query, open, end, &node.first, &node.last);
    if (node.first == node.last)
        add_note(s, start, behind, "an empty quotation is not searched");
    else
        add_node(s, node, start, behind);
    return true;
}

/* ---- fields ---- */

/* The field whose name and colon start at the scan's place, with the byte
 * behind the colon in `*value`; FIELD_COUNT if there is none. */
static field
field_here(const scan *s, size_t *value)
{
    span rest = span_from(s->query->text, s->at);
    size_t words = 1;

    for (size_t i = 0; i < rest.len && i < NAME_BYTES; i++) {
        if (rest.ptr[i] == ':') {
            *value = s->at + i + 1;
            return i ? field_by_name(span_slice(rest, 0, i)) : FIELD_COUNT;
        }
        if (quote_at(rest, i))
            break;
        if (is_blank(rest.ptr[i]) && ++words > NAME_WORDS)
            break;
    }
    return FIELD_COUNT;
}

/* The end of an unquoted value that starts at `from`: the longest name that
 * the field knows, or what stands before the next blank. */
static size_t
value_end(const scan *s, field f, size_t from)
{
    const query *q = s->query;
    size_t end = from, first, last, used;

    while (end < q->text.len && !is_blank(q->text.ptr[end]) &&
           !quote_at(q->text, end))
        end++;
    tokens_in(q, from, end, &first, &last);
    used = filter_value_tokens(f, &q->tokens, first);
    if (used && q->tokens.at[first + used - 1].end > end)
        end = q->tokens.at[first + used - 1].end;
    return end;
}

/* name:value; false if there is no field or no value. */
static bool
read_field(scan *s, size_t start, bool without)
{
    span text = s->query->text;
    query_node node = {.kind = QUERY_FIELD, .without = without};
    size_t from, end, behind;

    node.field = field_here(s, &from);
    if (node.field == FIELD_COUNT)
        return false;
    while (from < text.len && text.ptr[from] == ' ')
        from++;
    if (from < text.len && quote_at(text, from)) {
        from += quote_at(text, from);
        behind = close_quote(text, from, &end);
        if (!behind)
            return false;
    } else {
        end = behind = value_end(s, node.field, from);
    }
    tokens_in(s->query, from, end, &node.first, &node.last);
    if (node.first == node.last) {
        add_note(s, start, behind, "a field without a value is read as words");
        return false;
    }
    node.value = span_trim(span_slice(text, from, end));
    s->at = behind;
    add_node(s, node, start, behind);
    return true;
}

/* ---- the line ---- */

static void
read_item(scan *s)
{
    span text = s->query->text;
    size_t start = s->at;
    bool without = text.ptr[start] == '-' && start + 1 < text.len &&
                   !is_blank(text.ptr[start + 1]) && text.ptr[start + 1] != '-';

    if (without)
        s->at++;
    if (quote_at(text, s->at)) {
        if (!read_phrase(s, start, without)) {
            add_note(s, start, text.len,
                "a quotation that is not closed is read as words");
            s->at += quote_at(text, s->at);
        }
    } else if (!read_field(s, start, without)) {
        read_chunk(s, start, without);
    }
}

/* `line` without a character that the cut would split. */
static span
cut(span line)
{
    size_t end = QUERY_BYTES;

    if (line.len <= QUERY_BYTES)
        return line;
    while (end > QUERY_BYTES - 4 && (line.ptr[end] & 0xC0) == 0x80)
        end--;
    return span_slice(line, 0, end);
}

static bool
bears_marks(const query *q)
{
    for (size_t i = 0; i < q->node_count; i++) {
        const query_node *node = &q->nodes[i];

        if (node->kind == QUERY_FIELD || node->without)
            continue;
        for (size_t t = node->first; t < node->last; t++)
            if (q->tokens.at[t].marked)
                return true;
    }
    return false;
}

void
query_read(query *out, arena *a, span line)
{
    scan s = {.arena = a, .query = out};
    clean_text clean;

    *out = (query){.line = cut(line)};
    clean = normalize_clean(a, out->line);
    s.map = clean.map;
    out->text = clean.text;
    out->tokens = token_list_read(a, out->text);
    out->nodes = arena_array(a, out->tokens.count + 1, sizeof *out->nodes);
    out->notes = arena_array(a, NOTES, sizeof *out->notes);
    if (line.len > QUERY_BYTES)
        add_note(&s, out->text.len, out->text.len,
            "the query is cut at 4,096 bytes");
    while (s.at < out->text.len) {
        if (is_blank(out->text.ptr[s.at]))
            s.at++;
        else
            read_item(&s);
    }
    out->has_number = citation_read_query(a, &out->tokens, &out->number);
    out->marked = bears_marks(out);
}

/* ---- printing ---- */

void
query_print(strbuf *out, const query *q)
{
    static const char *const kinds[] = {"word", "prefix", "phrase", "field"};

    for (size_t i = 0; i < q->node_count; i++) {
        const query_node *node = &q->nodes[i];

        strbuf_print(out, "%s%s %zu..%zu", node->without ? "without " : "",
            kinds[node->kind], node->range.start, node->range.end);
        if (node->kind == QUERY_FIELD)
            strbuf_print(out, " %s=%.*s", field_about(node->field)->english,
                SPAN_PRINT(node->value));
        else
            for (size_t t = node->first; t < node->last; t++)
                strbuf_print(
                    out, " %.*s", SPAN_PRINT(token_exact(&q->tokens, t)));
        strbuf_add_char(out, '\n');
    }
    if (q->has_number)
        strbuf_print(out, "number %.*s key %.*s\n",
            SPAN_PRINT(q->number.act.number), SPAN_PRINT(q->number.key));
    for (size_t i = 0; i < q->note_count; i++)
        strbuf_print(out, "note %zu..%zu %s\n", q->notes[i].range.start,
            q->notes[i].range.end, q->notes[i].text);
}
