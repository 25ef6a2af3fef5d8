#include "indexer/scan-jsonl.h"

#include <errno.h>

#include "common/base/fail.h"
#include "common/base/hash.h"
#include "common/document/fields.h"
#include "common/text/utf8.h"

enum {
    BLOCK = 1 << 18,
    /* JSON may write a character in six bytes, but only what is longer than
     * any text that would be taken is worth refusing unread. */
    LINE_MAX_BYTES = INPUT_MAX + (1 << 20),
    LABELS_MAX = 64
};

void
jsonl_init(jsonl *j, FILE *file)
{
    *j = (jsonl){.file = file};
}

void
jsonl_release(jsonl *j)
{
    strbuf_release(&j->buffer);
}

/* Moves what is left to the front and reads a block behind it. */
static bool
fill(jsonl *j, tracuu_error *err)
{
    strbuf *b = &j->buffer;
    size_t got;

    if (j->at) {
        memmove(b->ptr, b->ptr + j->at, b->len - j->at);
        b->len -= j->at;
        j->at = 0;
    }
    strbuf_reserve(b, BLOCK);
    got = fread(b->ptr + b->len, 1, BLOCK, j->file);
    b->len += got;
    if (got < BLOCK && ferror(j->file)) {
        fail(err, TRACUU_IO, "cannot read: %s", strerror(errno));
        return false;
    }
    j->ended = got < BLOCK;
    return true;
}

/* The next line; `*too_long` if it was dropped because it is longer than
 * LINE_MAX_BYTES. */
static jsonl_result
next_line(jsonl *j, span *line, bool *too_long, tracuu_error *err)
{
    size_t searched = 0;

    *too_long = false;
    for (;;) {
        span rest = {j->buffer.ptr + j->at, j->buffer.len - j->at};
        size_t end = span_find(rest, SPAN("\n"), searched);
        bool last = j->ended && end == SIZE_MAX;

        if (end != SIZE_MAX || (last && rest.len)) {
            *line = last ? rest : span_slice(rest, 0, end);
            j->at += last ? rest.len : end + 1;
            j->taken += last ? rest.len : end + 1;
            j->line++;
            return JSONL_RECORD;
        }
        if (last) {
            j->line += *too_long;
            return *too_long ? JSONL_RECORD : JSONL_END;
        }
        searched = rest.len;
        if (rest.len > LINE_MAX_BYTES) {
            *too_long = true;
            j->taken += j->buffer.len - j->at;
            j->at = j->buffer.len;
            searched = 0;
        }
        if (!fill(j, err))
            return JSONL_BROKEN;
    }
}

static bool
is_blank(span line)
{
    return !span_trim(line).len;
}

jsonl_result
jsonl_next(jsonl *j, input *out, tracuu_error *err)
{
    for (;;) {
        bool too_long;
        span line;
        jsonl_result result = next_line(j, &line, &too_long, err);

        if (result != JSONL_RECORD)
            return result;
        if (too_long) {
            fail(err, TRACUU_INPUT_FAILED, "the record is longer than %d MB",
                INPUT_MAX >> 20);
            return JSONL_BAD;
        }
        if (j->line == 1 && span_starts_with(line, SPAN("\xEF\xBB\xBF")))
            line = span_from(line, 3);
        if (is_blank(line))
            continue;
        return jsonl_parse(out, line, err) == TRACUU_OK ? JSONL_RECORD
                                                        : JSONL_BAD;
    }
}

/* A string, or a whole number as people write one by mistake; false if the
 * field is of another type. */
static bool
take(input *in, const char *name, span *out, tracuu_error *err)
{
    json_t *value = json_object_get(in->record, name);

    if (!value || json_is_null(value))
        return true;
    if (json_is_integer(value)) {
        *out = arena_print(
            &in->arena, "%lld", (long long)json_integer_value(value));
        return true;
    }
    *out = (span){json_string_value(value), json_string_length(value)};
    if (!json_is_string(value))
        fail(err, TRACUU_INPUT_FAILED, "\"%s\" is not a string", name);
    return json_is_string(value);
}

static bool
take_label(input *in, json_t *value, tracuu_error *err)
{
    span label = {json_string_value(value), json_string_length(value)};

    if (!label.ptr || !field_is_label(label)) {
        fail(err, TRACUU_INPUT_FAILED,
            "the label '%.64s' is not of [a-z0-9_-], 32 at the most",
            label.ptr ? label.ptr : "");
        return false;
    }
    in->labels[in->label_count++] = label;
    return true;
}

static bool
take_labels(input *in, tracuu_error *err)
{
    json_t *list = json_object_get(in->record, "labels");
    size_t count = json_array_size(list);

    if (!list || json_is_null(list))
        return true;
    if (!json_is_array(list) || count > LABELS_MAX) {
        fail(err, TRACUU_INPUT_FAILED,
            "\"labels\" is not an array of %d labels at the most", LABELS_MAX);
        return false;
    }
    in->labels = arena_array(&in->arena, count, sizeof *in->labels);
    for (size_t i = 0; i < count; i++) {
        if (!take_label(in, json_array_get(list, i), err))
            return false;
    }
    return true;
}

static bool
take_fields(input *in, tracuu_error *err)
{
    stated *s = &in->stated;

    return take(in, "id", &in->id, err) && take(in, "title", &in->title, err) &&
           take(in, "text", &in->bytes, err) &&
           take(in, "url", &in->url, err) &&
           take(in, "number", &s->number, err) &&
           take(in, "kind", &s->kind, err) &&
           take(in, "issuer", &s->issuer, err) &&
           take(in, "date", &s->date, err) &&
           take(in, "status", &s->status, err) &&
           take(in, "part_of", &s->part_of, err) &&
           take(in, "article", &s->article, err) && take_labels(in, err);
}

/* The JSON value of the line, with bytes that are no UTF-8 repaired. */
static json_t *
load(span line, tracuu_error *err)
{
    strbuf repaired = STRBUF_INIT;
    json_error_t cause;
    json_t *value;

    if (!utf8_is_valid(line)) {
        utf8_repair(&repaired, line);
        line = strbuf_span(&repaired);
    }
    value = json_loadb(line.ptr, line.len, JSON_ALLOW_NUL, &cause);
    if (!value)
        fail(err, TRACUU_INPUT_FAILED, "not JSON: %s (column %d)", cause.text,
            cause.column);
    strbuf_release(&repaired);
    return value;
}

tracuu_status
jsonl_parse(input *out, span line, tracuu_error *err)
{
    out->form = INPUT_READY;
    out->stamp.hash = hash_of(line);
    out->record = load(line, err);
    if (!out->record)
        return TRACUU_INPUT_FAILED;
    if (!json_is_object(out->record))
        return fail(err, TRACUU_INPUT_FAILED, "not a JSON object");
    if (!take_fields(out, err))
        return TRACUU_INPUT_FAILED;
    if (!input_is_id(out->id))
        return fail(err, TRACUU_INPUT_FAILED,
            "the record has no \"id\" that can name a document");
    if (!json_object_get(out->record, "text"))
        return fail(
            err, TRACUU_INPUT_FAILED, "'%.200s' has no \"text\"", out->id.ptr);
    return TRACUU_OK;
}
