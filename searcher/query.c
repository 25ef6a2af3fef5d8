#include "searcher/query.h"

#include "common/text/normalize.h"
#include "common/text/utf8.h"
#include "searcher/query-scan.h"
#include "searcher/query-sentence.h"

enum { NOTES = 16 };

bool
query_is_words(const query_node *node)
{
    return node->kind != QUERY_FIELD && node->kind != QUERY_RELATION;
}

bool
query_is_meant(const query *q, const query_node *node)
{
    for (size_t g = node->group; g; g = q->groups[g].parent)
        if (q->groups[g].without)
            return false;
    return !node->without;
}

bool
query_is_plain(const query *q, size_t g)
{
    while (g && q->groups[g].branches == 1 && !q->groups[g].without)
        g = q->groups[g].parent;
    return g == 0;
}

void
query_add_note(query *q, tracuu_note note)
{
    if (q->note_count < NOTES)
        q->notes[q->note_count++] = note;
}

void
query_note(query *q, tracuu_range range, const char *text)
{
    query_add_note(
        q, (tracuu_note){.range = range, .code = "query", .text = text});
}

tracuu_range
query_range(const query *q, size_t first, size_t last)
{
    tracuu_range out = {q->line.len, 0};

    for (size_t i = 0; i < q->node_count; i++) {
        const query_node *node = &q->nodes[i];

        if (node->asked || node->last <= first || node->first >= last)
            continue;
        if (node->range.start < out.start)
            out.start = node->range.start;
        if (node->range.end > out.end)
            out.end = node->range.end;
    }
    return out.start < out.end ? out : (tracuu_range){0, q->line.len};
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

        if (!query_is_words(node) || !query_is_meant(q, node))
            continue;
        for (size_t t = node->first; t < node->last; t++)
            if (q->tokens.at[t].marked)
                return true;
    }
    return false;
}

/* ---- the numbers ---- */

/* The tokens that name no act for themselves: values of fields, and what must
 * not occur. */
static bool *
find_taken(arena *a, const query *q)
{
    bool *taken = arena_array(a, q->tokens.count + 1, sizeof *taken);

    for (size_t i = 0; i < q->node_count; i++) {
        const query_node *node = &q->nodes[i];

        if (query_is_meant(q, node) &&
            (query_is_words(node) ||
                (node->kind == QUERY_FIELD && node->field == FIELD_NUMBER)))
            continue;
        for (size_t t = node->first; t < node->last; t++)
            taken[t] = true;
    }
    return taken;
}

bool
query_may_be_year(const citation *cite)
{
    span no = cite->act.no;

    return no.len == 4 && !cite->act.year && cite->form != FORM_SYMBOL &&
           span_compare(no, SPAN("1945")) >= 0 &&
           span_compare(no, SPAN("2100")) < 0;
}

/* No organ makes a thousand decrees a year: "nghị định 2016" is of that
 * year. */
static void
read_numbers(query *q, arena *a)
{
    size_t kept = 0;

    q->numbers = arena_array(a, QUERY_NUMBERS, sizeof *q->numbers);
    q->number_count = citation_read_queries(
        a, &q->tokens, find_taken(a, q), q->numbers, QUERY_NUMBERS);
    for (size_t i = 0; i < q->number_count; i++)
        if (!kind_has(q->numbers[i].act.kind, KIND_YEARLY) ||
            !query_may_be_year(&q->numbers[i]))
            q->numbers[kept++] = q->numbers[i];
    q->number_count = kept;
}

/* ---- sentences ---- */

static void
add_asked(scan *s, query_node node)
{
    const token *at = s->query->tokens.at;

    s->frames.group = s->frames.branch = 0;
    scan_add(s, node, at[node.first].start, at[node.last - 1].end);
}

static void
read_sentence(scan *s)
{
    query *q = s->query;
    sentence asked;

    for (size_t i = 0; i < q->node_count; i++)
        if (q->nodes[i].kind != QUERY_WORD || q->nodes[i].without)
            return;
    if (q->group_count > 1 || !sentence_read(&asked, s->arena, q))
        return;
    add_asked(s, asked.relation);
    if (asked.kind.last)
        add_asked(s, asked.kind);
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
    /* One for each token at most, and two for a sentence. */
    out->nodes = arena_array(a, out->tokens.count + 2, sizeof *out->nodes);
    out->notes = arena_array(a, NOTES, sizeof *out->notes);
    if (line.len > QUERY_BYTES)
        query_note(out, scan_range(&s, out->text.len, out->text.len),
            "the query is cut at 4,096 bytes");
    scan_line(&s);
    read_sentence(&s);
    read_numbers(out, a);
    out->marked = bears_marks(out);
}

void
query_forget(query *q, arena *a)
{
    while (q->node_count && q->nodes[q->node_count - 1].asked)
        q->node_count--;
    read_numbers(q, a);
}

/* ---- printing ---- */

static void
print_node(strbuf *out, const query *q, const query_node *node, int indent)
{
    static const char *const kinds[] = {
        "word", "prefix", "phrase", "field", "relation"};

    strbuf_print(out, "%*s%s%s %zu..%zu", indent, "",
        node->without ? "without " : "", kinds[node->kind], node->range.start,
        node->range.end);
    if (node->kind == QUERY_RELATION)
        strbuf_print(out, " %s%s=%.*s", relation_about(node->relation)->code,
            node->closure ? "**" : "", SPAN_PRINT(node->value));
    else if (node->kind == QUERY_FIELD)
        strbuf_print(out, " %s=%.*s", field_about(node->field)->english,
            SPAN_PRINT(node->value));
    for (size_t t = node->first; query_is_words(node) && t < node->last; t++)
        strbuf_print(out, " %.*s", SPAN_PRINT(token_exact(&q->tokens, t)));
    strbuf_add_char(out, '\n');
}

/* True if node or group (group, branch) hangs below `g`, branch `b`. */
static bool
hangs(size_t group, size_t branch, size_t g, size_t b)
{
    return group == g && branch == b;
}

/* The groups nest no deeper than brackets do, twice. */
static void
print_branch(strbuf *out, const query *q, size_t g, size_t b, int indent)
{
    for (size_t i = 0; i < q->node_count; i++)
        if (hangs(q->nodes[i].group, q->nodes[i].branch, g, b))
            print_node(out, q, &q->nodes[i], indent);
    for (size_t i = 1; i < q->group_count; i++) {
        const query_group *group = &q->groups[i];

        if (!hangs(group->parent, group->branch, g, b))
            continue;
        strbuf_print(out, "%*s%s\n", indent, "",
            group->without ? "without all of" : "one of");
        for (size_t k = 0; k < group->branches; k++) {
            if (group->branches > 1)
                strbuf_print(out, "%*sall of\n", indent + 2, "");
            print_branch(out, q, i, k, indent + (group->branches > 1 ? 4 : 2));
        }
    }
}

void
query_print(strbuf *out, const query *q)
{
    print_branch(out, q, 0, 0, 0);
    for (size_t i = 0; i < q->number_count; i++)
        strbuf_print(out, "number %.*s key %.*s\n",
            SPAN_PRINT(q->numbers[i].act.number),
            SPAN_PRINT(q->numbers[i].key));
    for (size_t i = 0; i < q->note_count; i++)
        strbuf_print(out, "note %zu..%zu %s\n", q->notes[i].range.start,
            q->notes[i].range.end, q->notes[i].text);
}
