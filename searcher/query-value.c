#include "searcher/query-value.h"

#include "common/text/key.h"
#include "searcher/plan-filter.h"

enum {
    NAME_BYTES = 64, /* of a field's name */
    NAME_WORDS = 6
};

/* What stands before the colon, and where the value is. */
typedef struct named {
    scan *scan;
    query_node node;
    size_t start;       /* of the item */
    size_t from, end;   /* the value in the clean text, without quotes */
    size_t behind;      /* where the reading goes on */
    const char *reason; /* why it is no value */
} named;

/* The name and its colon at the scan's place. */
static bool
read_name(named *n)
{
    const scan *s = n->scan;
    span rest = span_from(s->query->text, s->at);
    size_t words = 1;

    for (size_t i = 0; i < rest.len && i < NAME_BYTES; i++) {
        if (rest.ptr[i] == ':') {
            span name = span_slice(rest, 0, i);

            n->from = s->at + i + 1;
            n->node.field = field_by_name(name);
            n->node.relation = relation_by_name(name);
            return n->node.field != FIELD_COUNT ||
                   n->node.relation != RELATION_COUNT;
        }
        if (scan_quote(s, s->at + i) || strchr("()", rest.ptr[i]))
            return false;
        if (scan_is_blank(rest.ptr[i]) && ++words > NAME_WORDS)
            return false;
    }
    return false;
}

static void
set_tokens(named *n)
{
    scan_tokens(n->scan, n->from, n->end, &n->node.first, &n->node.last);
    n->node.value =
        span_trim(span_slice(n->scan->query->text, n->from, n->end));
}

static void
add(named *n)
{
    scan_add(n->scan, n->node, n->start, n->behind);
}

/* ---- fields ---- */

static bool
is_understood(named *n)
{
    if (n->node.first == n->node.last) {
        n->reason = "a field without a value is read as words";
        return false;
    }
    if (filter_understands(n->node.field, n->node.value,
            &n->scan->query->tokens, n->node.first, n->node.last))
        return true;
    n->reason = n->node.field == FIELD_KIND ? "no kind is called so; it is "
                                              "read as words"
                : n->node.field == FIELD_STATUS
                    ? "no status is called so; it is read as words"
                : n->node.field == FIELD_TERM
                    ? "this is no khóa or nhiệm kỳ; it is read as words"
                    : "this is no date; it is read as words";
    return false;
}

/* The longest name that the field knows, or what stands before the next
 * blank. */
static void
find_end(named *n)
{
    const scan *s = n->scan;
    const token_list *list = &s->query->tokens;
    size_t close = s->frames.at[s->frames.depth].close, first, last, used;

    n->end = scan_end(s, n->from);
    scan_tokens(s, n->from, n->end, &first, &last);
    used = filter_value_tokens(n->node.field, list, first);
    if (used && list->at[first + used - 1].end > n->end &&
        list->at[first + used - 1].end <= close)
        n->end = list->at[first + used - 1].end;
    n->behind = n->end;
}

/* The end of the piece of a list that starts at `at`. */
static size_t
piece_end(const scan *s, size_t at, size_t close, size_t *behind)
{
    for (; at < close; at++) {
        size_t length = 0;

        if (s->query->text.ptr[at] == ',')
            length = 1;
        else if (at && scan_is_blank(s->query->text.ptr[at - 1]))
            length = scan_or(s, at);
        if (length) {
            *behind = at + length;
            return at;
        }
    }
    *behind = close;
    return close;
}

/* Each piece of "(chỉ thị OR kết luận)" is a value of the field: any of them
 * will do. */
static bool
read_list(named *n, size_t close)
{
    size_t at = n->from + 1, count = n->scan->query->node_count;

    n->behind = close + 1;
    for (size_t behind; at < close; at = behind) {
        n->from = at;
        n->end = piece_end(n->scan, at, close, &behind);
        set_tokens(n);
        if (n->node.first == n->node.last)
            continue;
        if (!is_understood(n)) {
            n->scan->query->node_count = count;
            return false;
        }
        if (n->scan->query->node_count == count)
            frame_item(&n->scan->frames, false);
        add(n);
    }
    return n->scan->query->node_count > count;
}

static bool
read_field(named *n)
{
    size_t close = n->scan->closes[n->from], quote;

    if (close)
        return read_list(n, close);
    quote = scan_quote(n->scan, n->from);
    n->from += quote;
    if (!quote)
        find_end(n);
    else if (!(n->behind = scan_close_quote(n->scan, n->from, &n->end)))
        return false;
    set_tokens(n);
    if (!is_understood(n))
        return false;
    frame_item(&n->scan->frames, false);
    add(n);
    return true;
}

/* ---- relations ---- */

/* Digits and letters: a number alone ("Trả lời: 02 ngày") names no act. */
static bool
is_symbol(span value)
{
    bool digit = false, letter = false;

    for (size_t i = 0; i < value.len; i++) {
        unsigned char c = (unsigned char)value.ptr[i];

        digit |= c >= '0' && c <= '9';
        letter |= c >= 'A' && c != '_';
    }
    return digit && letter;
}

/* The act that stands at the value: a citation, or a key or number up to the
 * next blank. */
static bool
find_act(named *n)
{
    const scan *s = n->scan;
    const token_list *list = &s->query->tokens;
    citation cite;

    n->end = scan_end(s, n->from);
    while (n->end > n->from && s->query->text.ptr[n->end - 1] == '*')
        n->end--;
    set_tokens(n);
    if (n->node.first == n->node.last)
        return false;
    if (key_split(n->node.value, &(key_parts){0}))
        return true;
    if (citation_read_typed(s->arena, list, n->node.first, &cite) &&
        cite.last > n->node.first) {
        size_t end = list->at[cite.last - 1].end;

        if (end <= s->frames.at[s->frames.depth].close && end > n->end) {
            n->end = end;
            set_tokens(n);
        }
        return true;
    }
    return is_symbol(n->node.value);
}

static bool
read_relation(named *n)
{
    const scan *s = n->scan;
    size_t quote = scan_quote(s, n->from);
    span text = s->query->text;

    n->node.kind = QUERY_RELATION;
    n->reason = "this names no document; it is read as words";
    n->from += quote;
    if (quote) {
        n->behind = scan_close_quote(s, n->from, &n->end);
        if (!n->behind)
            return false;
        set_tokens(n);
        if (n->node.first == n->node.last)
            return false;
    } else if (find_act(n)) {
        n->behind = n->end;
    } else {
        return false;
    }
    if (span_starts_with(span_from(text, n->behind), SPAN("**"))) {
        n->node.closure = true;
        n->behind += 2;
    } else if (n->behind < text.len && text.ptr[n->behind] == '*') {
        n->behind++;
    }
    frame_item(&n->scan->frames, false);
    add(n);
    return true;
}

/* ---- both ---- */

bool
value_read(scan *s, size_t start, bool without)
{
    named n = {.scan = s, .start = start};
    span text = s->query->text;
    bool done;

    if (!read_name(&n))
        return false;
    n.node.kind = QUERY_FIELD;
    n.node.without = without;
    n.behind = n.from;
    while (n.from < text.len && text.ptr[n.from] == ' ')
        n.from++;
    done = n.node.field != FIELD_COUNT ? read_field(&n) : read_relation(&n);
    if (done) {
        s->at = n.behind;
        return true;
    }
    if (n.reason)
        query_note(s->query,
            scan_range(s, start, n.behind > start ? n.behind : n.from),
            n.reason);
    return false;
}
