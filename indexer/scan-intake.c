#include "indexer/scan-intake.h"

#include <errno.h>
#include <stdlib.h>

#include "common/base/fail.h"
#include "common/base/file.h"
#include "common/base/hash.h"
#include "common/base/memory.h"
#include "common/document/fields.h"

void
intake_init(intake *i, const scan *s, known *k, store_reader *memory,
    const intake_options *options)
{
    *i = (intake){.scan = s, .known = k, .memory = memory, .options = *options};
}

static bool
is_standard_input(const scan_file *f)
{
    return !f->id.len;
}

static void
close_records(intake *i)
{
    if (!i->open)
        return;
    jsonl_release(&i->lines);
    if (!is_standard_input(i->records))
        fclose(i->open);
    i->open = NULL;
}

void
intake_release(intake *i)
{
    close_records(i);
    arena_release(&i->arena);
    map_release(&i->met);
    map_release(&i->broken);
    free(i->texts);
    memset(i, 0, sizeof *i);
}

span
intake_memory(arena *a, const stamp *s, tracuu_fate fate, span reason)
{
    stamp without_root = *s;
    span text;

    without_root.root = (span){NULL, 0};
    text = stamp_print(a, &without_root);
    return arena_print(
        a, "%.*s\t%d\t%.*s", SPAN_PRINT(text), (int)fate, SPAN_PRINT(reason));
}

/* What the last run said of the input, if it is as it was then. */
static bool
recall(intake *i, intake_item *out, const stamp *now)
{
    span value, part, name;
    stamp then;

    if (!i->memory || i->options.retry_failed)
        return false;
    name = field_term(&i->arena, "fail:", out->id);
    if (store_metadata(i->memory, &i->arena, name, &value, NULL) != TRACUU_OK ||
        !value.len || !span_next_field(&value, '\t', &part) ||
        !stamp_parse(&then, part) || then.hash != now->hash ||
        !span_next_field(&value, '\t', &part) || part.len != 1)
        return false;
    if (i->options.include_secret &&
        span_starts_with(value, SPAN(INTAKE_SECRET)))
        return false;
    out->fate = (tracuu_fate)(part.ptr[0] - '0');
    out->reason = value;
    return out->fate == TRACUU_SKIPPED || out->fate == TRACUU_FAILED;
}

static intake_result
fate_is(intake_item *out, tracuu_fate fate, span reason)
{
    out->fate = fate;
    out->reason = reason;
    return INTAKE_FATE;
}

/* Notes that `id` came with a text of this hash; true if it came before, with
 * `out` filled. */
static bool
is_repeated(intake *i, span id, uint64_t text, intake_item *out)
{
    bool is_new;
    size_t *place;

    if ((place = map_find(&i->met, id))) {
        if (i->texts[*place] == text)
            fate_is(out, TRACUU_SKIPPED,
                SPAN("a duplicate: the same id and text came before"));
        else
            fate_is(out, TRACUU_FAILED,
                SPAN("the same id came before with another text"));
        return true;
    }
    *map_put(&i->met, arena_copy(&i->arena, id), &is_new) = i->text_count;
    i->texts = memory_grow(
        i->texts, &i->text_room, i->text_count + 1, sizeof *i->texts);
    i->texts[i->text_count++] = text;
    return false;
}

/* A document that another root gives now belongs to that one from now on. */
static bool
is_same(const stamp *then, const stamp *now)
{
    return then->hash == now->hash &&
           (!now->root.len || span_equal(then->root, now->root));
}

/* Hands the input out, or says that the index holds it as it is. */
static intake_result
settle(intake *i, input *in, uint64_t text, intake_item *out)
{
    known_document *old = known_find(i->known, in->id);

    out->id = arena_copy(&i->arena, in->id);
    out->bytes = in->bytes.len;
    out->stamp = in->stamp;
    if (!is_repeated(i, in->id, text, out)) {
        if (old)
            old->seen = true;
        in->known = old != NULL;
        if (old && is_same(&old->stamp, &in->stamp)) {
            fate_is(out, TRACUU_UNCHANGED, (span){NULL, 0});
        } else if (!recall(i, out, &in->stamp)) {
            out->in = in;
            return INTAKE_INPUT;
        }
    }
    input_free(in);
    return INTAKE_FATE;
}

/* What could not be read stays in the index as it was. */
static intake_result
is_unreadable(intake *i, intake_item *out, const char *reason)
{
    known_document *old = known_find(i->known, out->id);

    if (old)
        old->seen = true;
    return fate_is(out, TRACUU_FAILED, arena_print(&i->arena, "%s", reason));
}

static intake_result
read_document(intake *i, const scan_file *f, intake_item *out)
{
    span root = i->scan->roots[i->root].name;
    known_document *old = known_find(i->known, f->id);
    tracuu_error err;
    input *in;

    out->id = f->id;
    if (old && !old->seen && old->stamp.time == f->time &&
        old->stamp.size == f->size && span_equal(old->stamp.root, root)) {
        if (!is_repeated(i, f->id, old->stamp.hash, out)) {
            old->seen = true;
            fate_is(out, TRACUU_UNCHANGED, (span){NULL, 0});
        }
        return INTAKE_FATE;
    }
    in = input_new();
    if (file_read(&in->file, f->path, INPUT_MAX, &err) != TRACUU_OK) {
        input_free(in);
        return is_unreadable(i, out, err.message);
    }
    in->form = f->form;
    in->id = f->id;
    in->path = span_of(f->path);
    in->bytes = strbuf_span(&in->file);
    in->stamp = (stamp){hash_of(in->bytes), in->bytes.len, f->time, root};
    return settle(i, in, in->stamp.hash, out);
}

/* Nothing of this file may be taken for vanished. */
static void
mark_broken(intake *i, const scan_file *f)
{
    bool is_new;

    if (!is_standard_input(f))
        map_put(&i->broken, f->id, &is_new);
}

/* A line that is no record is named by the file and its number. */
static intake_result
bad_line(intake *i, intake_item *out, const tracuu_error *err)
{
    mark_broken(i, i->records);
    out->id = arena_print(&i->arena, "%s:%zu",
        is_standard_input(i->records) ? "-" : i->records->id.ptr,
        i->lines.line);
    return fate_is(
        out, TRACUU_FAILED, arena_print(&i->arena, "%s", err->message));
}

static bool
open_records(intake *i, const scan_file *f, intake_item *out)
{
    FILE *given = i->options.standard_input;

    i->records = f;
    if (is_standard_input(f))
        i->open = given ? given : stdin;
    else
        i->open = fopen(f->path, "rbe");
    if (i->open) {
        jsonl_init(&i->lines, i->open);
        return true;
    }
    mark_broken(i, f);
    out->id = f->id;
    fate_is(out, TRACUU_FAILED,
        arena_print(&i->arena, "cannot open it: %s", strerror(errno)));
    return false;
}

/* INTAKE_END: this file has no more. */
static intake_result
next_record(intake *i, intake_item *out)
{
    tracuu_error err;
    input *in = input_new();
    jsonl_result result = jsonl_next(&i->lines, in, &err);

    if (result == JSONL_RECORD) {
        if (!is_standard_input(i->records)) {
            in->stamp.root = i->records->id;
            in->path = span_of(i->records->path);
        }
        return settle(i, in, hash_of(in->bytes), out);
    }
    input_free(in);
    if (result != JSONL_END)
        bad_line(i, out, &err);
    if (result != JSONL_BAD)
        close_records(i);
    return result == JSONL_END ? INTAKE_END : INTAKE_FATE;
}

/* INTAKE_END: this file is one of records, and open now. */
static intake_result
next_file(intake *i, const scan_file *f, intake_item *out)
{
    out->id = f->id;
    if (f->fate != TRACUU_ADDED)
        return fate_is(out, f->fate, span_of(f->reason));
    if (f->form == INPUT_RECORDS)
        return open_records(i, f, out) ? INTAKE_END : INTAKE_FATE;
    return read_document(i, f, out);
}

intake_result
intake_next(intake *i, intake_item *out)
{
    while (i->root < i->scan->count) {
        const scan_root *root = &i->scan->roots[i->root];
        intake_result result = INTAKE_END;

        memset(out, 0, sizeof *out);
        if (i->open) {
            result = next_record(i, out);
        } else if (i->file < root->count) {
            result = next_file(i, &root->files[i->file++], out);
        } else {
            i->root++;
            i->file = 0;
        }
        if (result != INTAKE_END)
            return result;
    }
    return INTAKE_END;
}

static bool
is_inside(span id, span folder)
{
    return span_starts_with(id, folder) &&
           (id.len == folder.len || id.ptr[folder.len] == '/');
}

/* True if `id` lies below a folder of the root that could not be read. */
static bool
is_hidden(const scan_root *root, span id)
{
    for (size_t i = 0; i < root->count; i++) {
        if (root->files[i].folder && is_inside(id, root->files[i].id))
            return true;
    }
    return false;
}

bool
intake_is_vanished(const intake *i, const known_document *d)
{
    span source = d->stamp.root;

    if (d->seen || !source.len || map_find(&i->broken, source))
        return false;
    for (size_t r = 0; r < i->scan->count; r++) {
        const scan_root *root = &i->scan->roots[r];

        if (root->form != ROOT_STANDARD_INPUT && is_inside(source, root->name))
            return !is_hidden(root, d->id) && !is_hidden(root, source);
    }
    return false;
}
