#include "indexer/extract-epub.h"

#include <stdio.h>

#include "common/base/map.h"
#include "indexer/extract-html.h"
#include "indexer/extract-xml.h"
#include "indexer/extract-zip.h"

typedef struct reading {
    sink *sink;
    arena arena;
    span package; /* the path of the OPF file */
    map chapters; /* id -> place in `paths` */
    VEC(span) paths;
    VEC(size_t) spine; /* places */
    bool in_title;
} reading;

/* "%20" of a path. */
static span
unescape(arena *a, span path)
{
    char *out = arena_raw(a, path.len + 1);
    size_t length = 0;

    for (size_t i = 0; i < path.len; i++) {
        unsigned code;

        if (path.ptr[i] == '%' && i + 2 < path.len &&
            sscanf(path.ptr + i + 1, "%2x", &code) == 1 && code) {
            out[length++] = (char)code;
            i += 2;
        } else {
            out[length++] = path.ptr[i];
        }
    }
    out[length] = '\0';
    return (span){out, length};
}

static void
open_container(void *payload, const char *name, const xml_attributes *a)
{
    reading *r = payload;

    if (!strcmp(name, "rootfile") && !r->package.len)
        r->package = arena_copy(&r->arena, xml_attribute(a, "full-path"));
}

/* Paths are told from where the package is. */
static span
path_of(reading *r, span relative)
{
    size_t folder = r->package.len;

    while (folder && r->package.ptr[folder - 1] != '/')
        folder--;
    return arena_print(&r->arena, "%.*s%.*s", (int)folder, r->package.ptr,
        SPAN_PRINT(unescape(&r->arena, relative)));
}

static void
open_package(void *payload, const char *name, const xml_attributes *a)
{
    reading *r = payload;
    bool is_new;

    r->in_title = !strcmp(name, "title");
    if (!strcmp(name, "item") && r->paths.count < ZIP_ENTRIES_MAX) {
        span id = arena_copy(&r->arena, xml_attribute(a, "id"));

        *map_put(&r->chapters, id, &is_new) = r->paths.count;
        vec_push(&r->paths, path_of(r, xml_attribute(a, "href")));
    } else if (!strcmp(name, "itemref") && r->spine.count < ZIP_ENTRIES_MAX) {
        const size_t *place = map_find(&r->chapters, xml_attribute(a, "idref"));

        if (place)
            vec_push(&r->spine, *place);
    }
}

static void
close_any(void *payload, const char *name)
{
    (void)name;
    ((reading *)payload)->in_title = false;
}

static void
add_title(void *payload, span text)
{
    reading *r = payload;

    if (r->in_title && r->sink->title.len + text.len < 1024)
        strbuf_add(&r->sink->title, text);
}

static bool
is_wanted(span name)
{
    static const char *const ends[] = {
        ".xhtml", ".html", ".htm", ".xml", ".opf"};

    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        if (span_ends_with(name, span_of(ends[i])))
            return true;
    }
    return false;
}

/* A chapter that the spine names twice is read once. */
static bool
read_chapter(reading *r, const zip *z, size_t place)
{
    span path = r->paths.at[place];
    strbuf ignored = STRBUF_INIT;
    span page;

    r->paths.at[place] = (span){NULL, 0};
    page = path.len ? zip_part_of(z, path.ptr) : path;
    if (page.len && r->sink->text.len)
        strbuf_add_string(&r->sink->text, "\n\n");
    if (page.len && (r->sink->text.len >= r->sink->limit ||
                        !extract_html(&ignored, &r->sink->text, page, true,
                            r->sink->limit - r->sink->text.len)))
        r->sink->too_much = true;
    strbuf_release(&ignored);
    return !r->sink->too_much;
}

static bool
read_book(reading *r, const zip *z)
{
    const xml_reader container = {open_container, close_any, NULL};
    const xml_reader package = {open_package, close_any, add_title};

    if (!xml_read(zip_part_of(z, "META-INF/container.xml"), &container, r,
            "META-INF/container.xml", r->sink))
        return false;
    if (!r->package.len || !zip_part_of(z, r->package.ptr).len)
        return sink_fail(r->sink, "damaged: it does not say what it holds");
    if (!xml_read(zip_part_of(z, r->package.ptr), &package, r, r->package.ptr,
            r->sink))
        return false;
    for (size_t i = 0; i < r->spine.count; i++) {
        if (!read_chapter(r, z, r->spine.at[i]))
            break;
    }
    return true;
}

bool
extract_epub(sink *s, span bytes)
{
    reading r = {.sink = s};
    zip z = {NULL, 0, NULL};
    bool well =
        zip_read(&z, &r.arena, bytes, is_wanted, s) && read_book(&r, &z);

    zip_release(&z);
    map_release(&r.chapters);
    vec_release(&r.paths);
    vec_release(&r.spine);
    arena_release(&r.arena);
    return well;
}
