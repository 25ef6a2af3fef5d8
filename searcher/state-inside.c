#include "searcher/state-inside.h"

#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

#include "common/base/map.h"
#include "common/base/vec.h"
#include "common/document/failure.h"
#include "common/document/fields.h"
#include "common/document/stamp.h"
#include "common/text/key.h"
#include "common/text/kind.h"
#include "common/text/legacy.h"
#include "searcher/lookup-citing.h"
#include "searcher/lookup-stub.h"

enum { MISSING_MAX = 10, NO_PART = 8192 /* bytes of a table that is empty */ };

typedef VEC(tracuu_count) count_list;

static int
most_first(const void *a, const void *b)
{
    const tracuu_count *x = a, *y = b;

    if (x->count != y->count)
        return x->count < y->count ? 1 : -1;
    return strcmp(x->name, y->name);
}

/* Into the arena, the most frequent first. */
static const tracuu_count *
keep(count_list *list, arena *a, size_t *count)
{
    tracuu_count *all = arena_array(a, list->count + 1, sizeof *all);

    if (list->count) {
        memcpy(all, list->at, list->count * sizeof *all);
        qsort(all, list->count, sizeof *all, most_first);
    }
    *count = list->count;
    vec_release(list);
    return all;
}

/* ---- documents ---- */

tracuu_status
inside_kinds(
    tracuu_state *out, tracuu_reader *reader, arena *a, tracuu_error *err)
{
    store_node *nodes =
        arena_array(a, 4 + reader->visible_count, sizeof *nodes);
    store_match match = {.query = nodes,
        .check_at_least = UINT32_MAX,
        .weightless = true,
        .count_slot = true,
        .slot = SLOT_KIND};
    store_matches found;
    count_list list = VEC_INIT;
    size_t rest = out->documents;
    tracuu_status status;

    nodes[0] = (store_node){.op = STORE_EVERYTHING};
    match.node_count = reader_filter(reader, nodes, 1);
    status = store_find(reader->documents, a, &match, &found, err);
    for (size_t i = 0; status == TRACUU_OK && i < found.value_count; i++) {
        const kind *k = kind_by_code(found.counts[i].value);

        if (!k)
            continue;
        vec_push(&list, (tracuu_count){k->name, found.counts[i].count});
        rest -= found.counts[i].count < rest ? found.counts[i].count : rest;
    }
    if (rest)
        vec_push(&list, (tracuu_count){"", rest});
    out->kinds = keep(&list, a, &out->kind_count);
    return status;
}

static bool
take_stamp(void *payload, uint32_t entry, span bytes)
{
    size_t *count = payload;
    stamp s;

    (void)entry;
    if (!stamp_parse(&s, bytes))
        return true;
    for (int e = 0; e < ENCODING_COUNT; e++)
        count[e] += s.encodings >> e & 1;
    return true;
}

tracuu_status
inside_encodings(
    tracuu_state *out, tracuu_reader *reader, arena *a, tracuu_error *err)
{
    size_t count[ENCODING_COUNT] = {0};
    count_list list = VEC_INIT;
    tracuu_status status = TRACUU_OK;

    if (reader->is_whole)
        status = store_walk_values(
            reader->documents, SLOT_STAMP, take_stamp, count, err);
    for (int e = ENCODING_UTF8 + 1; e < ENCODING_COUNT; e++) {
        if (count[e])
            vec_push(
                &list, (tracuu_count){encoding_name((encoding)e), count[e]});
    }
    out->encodings = keep(&list, a, &out->encoding_count);
    return status;
}

/* ---- what is not in it ---- */

typedef struct failure_count {
    tracuu_state *out;
    arena *arena;
    map reasons; /* -> place in `list` */
    count_list list;
} failure_count;

/* A reason without what it says of one input: quoted names, and what stands
 * behind a colon. */
static span
general_reason(arena *a, span reason)
{
    strbuf text = STRBUF_INIT;
    bool quoted = false;
    span copy;

    for (size_t i = 0; i < reason.len; i++) {
        char c = reason.ptr[i];

        if (c == '\'') {
            quoted = !quoted;
            if (quoted)
                strbuf_add_string(&text, "…");
        } else if (c == ':' && !quoted) {
            break;
        } else if (!quoted) {
            strbuf_add_char(&text, c);
        }
    }
    copy = arena_copy(a, strbuf_span(&text));
    strbuf_release(&text);
    return copy;
}

static bool
take_failure(void *payload, span name, span value)
{
    failure_count *c = payload;
    failure f;
    span reason;
    bool is_new;
    size_t *place;

    (void)name;
    if (!failure_parse(&f, value))
        return true;
    c->out->failed += f.fate == TRACUU_FAILED;
    c->out->skipped += f.fate == TRACUU_SKIPPED;
    reason = general_reason(c->arena, f.reason);
    place = map_put(&c->reasons, reason, &is_new);
    if (is_new) {
        *place = c->list.count;
        vec_push(&c->list, (tracuu_count){reason.ptr, 0});
    }
    c->list.at[*place].count++;
    return true;
}

tracuu_status
inside_failures(
    tracuu_state *out, tracuu_reader *reader, arena *a, tracuu_error *err)
{
    failure_count c = {.out = out, .arena = a};
    tracuu_status status = TRACUU_OK;

    if (reader->is_whole)
        status = store_walk_metadata(
            reader->documents, SPAN(FAILURE_PREFIX), take_failure, &c, err);
    out->reasons = keep(&c.list, a, &out->reason_count);
    map_release(&c.reasons);
    return status;
}

typedef struct root_list {
    arena *arena;
    VEC(const char *) paths;
} root_list;

static bool
take_root(void *payload, span name, span value)
{
    root_list *list = payload;

    (void)name;
    vec_push(&list->paths, arena_string(list->arena, value));
    return true;
}

tracuu_status
inside_roots(
    tracuu_state *out, tracuu_reader *reader, arena *a, tracuu_error *err)
{
    root_list list = {a, VEC_INIT};
    tracuu_status status = TRACUU_OK;
    const char **all;

    if (reader->is_whole)
        status = store_walk_metadata(
            reader->documents, SPAN("root:"), take_root, &list, err);
    all = arena_array(a, list.paths.count + 1, sizeof *all);
    if (list.paths.count)
        memcpy(all, list.paths.at, list.paths.count * sizeof *all);
    out->roots = all;
    out->root_count = list.paths.count;
    vec_release(&list.paths);
    return status;
}

/* ---- acts that nobody has ---- */

typedef struct missing_act {
    span key;
    uint32_t cited;
} missing_act;

typedef struct missing_list {
    tracuu_reader *reader;
    arena *arena;
    missing_act at[MISSING_MAX]; /* the most cited first */
    size_t count;
} missing_list;

/* A key that several acts may have is no act that is missing. */
static bool
is_missing(const missing_list *m, span term, span key)
{
    arena scratch = ARENA_INIT;
    bool missing =
        !key_is_open(key) &&
        !citing_first(m->reader, field_term(&scratch, "XKEY", key)) &&
        (m->reader->sees_all || citing_first(m->reader, term));

    arena_release(&scratch);
    return missing;
}

static bool
take_cited(void *payload, span term, uint32_t frequency)
{
    missing_list *m = payload;
    span key = span_from(term, sizeof "XRA:" - 1);
    size_t at = m->count;

    if ((m->count == MISSING_MAX && frequency <= m->at[at - 1].cited) ||
        !is_missing(m, term, key))
        return true;
    frequency = reader_frequency(m->reader, m->reader->documents, term);
    if (m->count == MISSING_MAX && frequency <= m->at[m->count - 1].cited)
        return true;
    if (m->count < MISSING_MAX)
        m->count++;
    else
        at--;
    for (; at && m->at[at - 1].cited < frequency; at--)
        m->at[at] = m->at[at - 1];
    m->at[at] = (missing_act){arena_copy(m->arena, key), frequency};
    return true;
}

tracuu_status
inside_missing(
    tracuu_state *out, tracuu_reader *reader, arena *a, tracuu_error *err)
{
    missing_list m = {.reader = reader, .arena = a};
    tracuu_document *all = arena_array(a, MISSING_MAX, sizeof *all);
    tracuu_status status = store_walk_terms(
        reader->documents, SPAN("XRA:"), (span){NULL, 0}, take_cited, &m, err);

    for (size_t i = 0; i < m.count && status == TRACUU_OK; i++) {
        status = stub_read(&all[i], NULL, reader, a, m.at[i].key, err);
        all[i].cited_by = m.at[i].cited;
    }
    out->missing = all;
    out->missing_count = m.count;
    return status;
}

/* ---- the disk ---- */

static void
add_parts(count_list *list, arena *a, const char *folder, const char *name)
{
    DIR *open = opendir(folder);
    struct dirent *item;
    struct stat about;

    while (open && (item = readdir(open))) {
        size_t length = strcspn(item->d_name, ".");
        span path = arena_print(a, "%s/%s", folder, item->d_name);

        if (item->d_name[0] != '.' && stat(path.ptr, &about) == 0 &&
            about.st_size > NO_PART)
            vec_push(list, (tracuu_count){arena_print(a, "%s/%.*s", name,
                                              (int)length, item->d_name)
                                              .ptr,
                               (size_t)about.st_size});
    }
    if (open)
        closedir(open);
}

/* The time of the file's last change; "" if there is none. */
static const char *
time_of(arena *a, const char *folder, const char *name)
{
    struct stat about;
    struct tm parts;
    char text[32];
    span path = arena_print(a, "%s/%s", folder, name);

    if (stat(path.ptr, &about) != 0 ||
        !gmtime_r(&about.st_mtim.tv_sec, &parts) ||
        !strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts))
        return "";
    return arena_string(a, span_of(text));
}

void
inside_disk(tracuu_state *out, const tracuu_reader *reader, arena *a)
{
    count_list list = VEC_INIT;

    if (reader->is_whole) {
        add_parts(&list, a, reader->now.passages, "passages");
        add_parts(&list, a, reader->now.documents, "documents");
    }
    out->parts = keep(&list, a, &out->part_count);
    /* Each commit writes the one, each run opens the other. */
    out->changed = time_of(a, reader->now.documents, "iamglass");
    out->checked = time_of(a, reader->dir, "lock");
}
