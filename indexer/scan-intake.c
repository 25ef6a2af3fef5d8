#include "indexer/scan-intake.h"

#include <errno.h>
#include <stdlib.h>

#include "common/base/fail.h"
#include "common/base/file.h"
#include "common/base/hash.h"
#include "common/base/memory.h"
#include <tracuu.h>

void
intake_init(intake *i, const scan *s, known *k, const failures *f,
    const intake_options *options)
{
    *i = (intake){.scan = s, .known = k, .failures = f, .options = *options};
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

static bool
is_looked_at(const scan_root *root, span source, span id)
{
    bool looked = !root->partial;

    for (size_t i = 0; i < root->looked_count && !looked; i++)
        looked = is_inside(id, root->looked[i]) ||
                 is_inside(source, root->looked[i]);
    return looked;
}

/* True if this run looks at all there is where the input was: what it does not
 * meet is gone. */
static bool
is_in_reach(const intake *i, span source, span id)
{
    if (!source.len)
        return false;
    for (size_t r = 0; r < i->scan->count; r++) {
        const scan_root *root = &i->scan->roots[r];

        if (root->form != ROOT_STANDARD_INPUT && is_inside(source, root->name))
            return is_looked_at(root, source, id) && !is_hidden(root, id) &&
                   !is_hidden(root, source);
    }
    return false;
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
    i->lines.taken = 0;
    i->behind += i->records->size;
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
    moved_release(&i->moved);
    map_release(&i->places);
    free(i->texts);
    memset(i, 0, sizeof *i);
}

uint64_t
intake_rules(uint64_t of_folder)
{
    return hash_add(of_folder ^ HASH_START, SPAN(TRACUU_VERSION));
}

/* What the last run said of the input, if it is as it was then: by its time
 * and size when `now` has no hash, else by that. */
static bool
recall(intake *i, intake_item *out, span id, const stamp *now)
{
    const remembered *r = failures_find(i->failures, id);

    if (!r || i->options.retry_failed || !r->stamp.hash ||
        r->stamp.rules != intake_rules(now->rules))
        return false;
    if (now->hash ? r->stamp.hash != now->hash
                  : r->stamp.time != now->time || r->stamp.size != now->size ||
                        !now->time)
        return false;
    if (i->options.include_secret &&
        span_starts_with(r->failure.reason, SPAN(INTAKE_SECRET)))
        return false;
    if (i->options.ocr && span_ends_with(r->failure.reason, SPAN(INTAKE_SCAN)))
        return false;
    out->fate = r->failure.fate;
    out->reason = r->failure.reason;
    out->stamp = *now;
    out->stamp.hash = r->stamp.hash;
    out->remember = true;
    return true;
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
        out->remember = out->fate == TRACUU_FAILED;
        out->stamp.hash = 0;
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
    return then->hash == now->hash && then->rules == now->rules &&
           (!now->root.len || span_equal(then->root, now->root));
}

static bool
is_gone(void *payload, const known_document *d)
{
    const intake *i = payload;

    return is_inside(d->id, d->stamp.root) && !map_find(&i->places, d->id) &&
           is_in_reach(i, d->stamp.root, d->id);
}

/* The document that has moved here, if one has. */
static known_document *
find_moved(intake *i, const input *in)
{
    bool is_new;

    if (!i->known->count || in->form == INPUT_READY)
        return NULL;
    if (!i->moved_listed) {
        for (size_t r = 0; r < i->scan->count; r++)
            for (size_t f = 0; f < i->scan->roots[r].count; f++)
                map_put(&i->places, i->scan->roots[r].files[f].id, &is_new);
        moved_list(&i->moved, i->known, is_gone, i);
        i->moved_listed = true;
    }
    return moved_take(&i->moved, &in->stamp, in->id);
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
            out->restamp = old->stamp.time != in->stamp.time;
            out->stamp.encodings = old->stamp.encodings;
        } else if (!recall(i, out, in->id, &in->stamp)) {
            in->from = old ? NULL : find_moved(i, in);
            out->in = in;
            return INTAKE_INPUT;
        }
    }
    input_free(in);
    return INTAKE_FATE;
}

/* What could not be read stays in the index as it was, and is tried again by
 * the next run: its stamp has no hash. */
static intake_result
is_unreadable(intake *i, intake_item *out, const char *reason)
{
    known_document *old = known_find(i->known, out->id);

    if (old)
        old->seen = true;
    out->remember = true;
    out->stamp.root = i->scan->roots[i->root].name;
    return fate_is(out, TRACUU_FAILED, arena_print(&i->arena, "%s", reason));
}

/* True if the file is as the index knows it, by its time and size alone. */
static bool
is_as_known(intake *i, const stamp *now, intake_item *out)
{
    known_document *old = known_find(i->known, out->id);

    if (!old)
        return recall(i, out, out->id, now);
    if (old->seen || old->stamp.time != now->time ||
        old->stamp.size != now->size || old->stamp.rules != now->rules ||
        !span_equal(old->stamp.root, now->root))
        return false;
    if (!is_repeated(i, out->id, old->stamp.hash, out)) {
        old->seen = true;
        fate_is(out, TRACUU_UNCHANGED, (span){NULL, 0});
    }
    return true;
}

static void
give_labels(input *in, const folder_rule *rule)
{
    if (!rule || in->label_count)
        return;
    in->labels = rule->labels;
    in->label_count = rule->label_count;
    in->given_labels = true;
    in->stamp.rules = rule->hash;
}

static intake_result
read_document(intake *i, const scan_file *f, intake_item *out)
{
    stamp now = {.size = f->size,
        .time = f->time,
        .rules = f->rule ? f->rule->hash : 0,
        .root = i->scan->roots[i->root].name};
    tracuu_error err;
    input *in;

    out->id = f->id;
    if (is_as_known(i, &now, out))
        return INTAKE_FATE;
    in = input_new();
    if (file_read(&in->file, f->path, INPUT_MAX, &err) != TRACUU_OK) {
        input_free(in);
        return is_unreadable(i, out, err.message);
    }
    in->form = f->form;
    in->id = f->id;
    in->path = span_of(f->path);
    in->bytes = strbuf_span(&in->file);
    now.hash = hash_of(in->bytes);
    now.size = in->bytes.len;
    in->stamp = now;
    give_labels(in, f->rule);
    return settle(i, in, now.hash, out);
}

/* Nothing of this file may be taken for vanished; if it was not read to its
 * end, nothing for mended either. */
static void
mark_broken(intake *i, const scan_file *f, bool unread)
{
    bool is_new;

    if (!is_standard_input(f))
        *map_put(&i->broken, f->id, &is_new) |= unread;
}

/* A line that is no record is named by the file and its number. */
static intake_result
bad_line(
    intake *i, jsonl_result result, intake_item *out, const tracuu_error *err)
{
    mark_broken(i, i->records, result == JSONL_BROKEN);
    out->id = arena_print(&i->arena, "%s:%zu",
        is_standard_input(i->records) ? "-" : i->records->id.ptr,
        i->lines.line);
    out->remember = !is_standard_input(i->records);
    out->stamp.root = i->records->id;
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
    mark_broken(i, f, true);
    out->id = f->id;
    is_unreadable(i, out,
        arena_print(&i->arena, "cannot open it: %s", strerror(errno)).ptr);
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
            give_labels(in, i->records->rule);
        }
        return settle(i, in, hash_of(in->bytes), out);
    }
    input_free(in);
    if (result != JSONL_END)
        bad_line(i, result, out, &err);
    if (result != JSONL_BAD)
        close_records(i);
    return result == JSONL_END ? INTAKE_END : INTAKE_FATE;
}

/* INTAKE_END: this file is one of records, and open now. */
static intake_result
next_file(intake *i, const scan_file *f, intake_item *out)
{
    out->id = f->id;
    if (f->fate == TRACUU_FAILED)
        return is_unreadable(i, out, f->reason);
    if (f->fate != TRACUU_ADDED)
        return fate_is(out, f->fate, span_of(f->reason));
    if (f->form == INPUT_RECORDS)
        return open_records(i, f, out) ? INTAKE_END : INTAKE_FATE;
    i->behind += f->size;
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

bool
intake_is_vanished(const intake *i, const known_document *d)
{
    return !d->seen && !map_find(&i->broken, d->stamp.root) &&
           is_in_reach(i, d->stamp.root, d->id);
}

bool
intake_is_mended(const intake *i, const remembered *r)
{
    size_t *unread = map_find(&i->broken, r->stamp.root);

    if (!r->failure.id.len)
        return true;
    return !r->noted && !(unread && *unread) &&
           is_in_reach(i, r->stamp.root, r->failure.id);
}
