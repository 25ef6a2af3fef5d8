#include "indexer/explain.h"

#include <stdlib.h>

#include "common/base/fail.h"
#include "common/base/memory.h"
#include "common/text/place.h"
#include "common/text/word.h"
#include "indexer/explain-print.h"
#include "indexer/metadata.h"
#include "indexer/passages.h"
#include "indexer/references.h"
#include "indexer/structure.h"

enum { TEXT_MAX_BYTES = 64 << 20, HEAD_TOKENS = 150 };

static const char *const names[TRACUU_STAGE_COUNT] = {"normalize", "tokens",
    "structure", "metadata", "references", "passages", "text"};

const char *
tracuu_stage_name(tracuu_stage stage)
{
    return (unsigned)stage < (unsigned)TRACUU_STAGE_COUNT ? names[stage] : "";
}

static span
member(const json_t *object, const char *name)
{
    const json_t *value = json_object_get(object, name);

    if (!json_is_string(value))
        return SPAN("");
    return (span){json_string_value(value), json_string_length(value)};
}

/* The organ and the place that a name such as "UBND tỉnh Long An" means. */
static void
read_issuer(document *d, span name)
{
    token_list list = token_list_read(&d->arena, name);
    size_t used = 0;
    const place *found;

    d->meta.act.issuer = issuer_match(&list, 0, &used);
    for (size_t at = used; at < list.count; at++) {
        found = place_match(&list, at, &used);
        if (found) {
            d->meta.act.place = span_of(found->slug);
            return;
        }
    }
}

/* What the record says of the carrier stands for what metadata would read. */
static void
take_carrier(document *d, const json_t *doc)
{
    const place *found = place_by_name(member(doc, "place"));

    d->stated = (stated){.number = member(doc, "number"),
        .kind = member(doc, "kind"),
        .issuer = member(doc, "issuer"),
        .date = member(doc, "date")};
    d->meta.number = d->stated.number;
    d->meta.kind = d->stated.kind;
    d->meta.issuer = d->stated.issuer;
    d->meta.act.kind = d->stated.kind.len ? kind_by_name(d->stated.kind) : NULL;
    d->meta.date = d->meta.act.date = date_parse(d->stated.date);
    read_issuer(d, d->stated.issuer);
    if (found && !d->meta.act.place.len)
        d->meta.act.place = span_of(found->slug);
    d->context.date = d->meta.date;
    d->context.issuer = d->meta.act.issuer;
    d->context.place = d->meta.act.place;
}

/* True if the letterhead of the State or the Party stands among the first
 * tokens: a text without one is a piece of something, and its first number is
 * not its own. */
static bool
has_letterhead(const document *d)
{
    size_t first =
        d->tokens.count < HEAD_TOKENS ? d->tokens.count : HEAD_TOKENS;
    arena scratch = ARENA_INIT;
    bool found = false;
    const char *line;
    span head;

    if (!first)
        return false;
    head = normalize_folded(
        &scratch, span_slice(d->text, 0, d->tokens.at[first - 1].end));
    for (size_t i = 0; !found && (line = word_entry(WORD_LETTERHEAD, i)); i++)
        found = span_find(head, span_of(line), 0) != SIZE_MAX;
    arena_release(&scratch);
    return found;
}

void
explain_run(document *d, tracuu_stage stage, span source, const json_t *record)
{
    const json_t *doc = record ? json_object_get(record, "doc") : NULL;

    document_set_text(d, source);
    if (stage == TRACUU_STAGE_TEXT || stage == TRACUU_STAGE_NORMALIZE ||
        stage == TRACUU_STAGE_TOKENS)
        return;
    d->title = record ? member(record, "title") : SPAN("");
    if (json_is_object(doc)) {
        take_carrier(d, doc);
    } else if (stage != TRACUU_STAGE_REFERENCES || has_letterhead(d)) {
        if (record)
            d->stated = (stated){.number = member(record, "number"),
                .kind = member(record, "kind"),
                .issuer = member(record, "issuer"),
                .date = member(record, "date"),
                .part_of = member(record, "part_of"),
                .article = member(record, "article")};
        structure_read(d);
        if (stage != TRACUU_STAGE_STRUCTURE)
            metadata_read(d);
    }
    if (stage == TRACUU_STAGE_REFERENCES || stage == TRACUU_STAGE_PASSAGES)
        references_read(d);
    if (stage == TRACUU_STAGE_PASSAGES)
        passages_cut(d);
}

static tracuu_text *
text_of(strbuf *b)
{
    tracuu_text *text = memory_take(sizeof *text);

    strbuf_reserve(b, 1);
    text->len = b->len;
    text->ptr = b->ptr;
    return text;
}

void
tracuu_text_free(tracuu_text *text)
{
    if (!text)
        return;
    free((char *)(uintptr_t)text->ptr);
    free(text);
}

static tracuu_status
check(tracuu_stage stage, size_t length, tracuu_error *err)
{
    if ((unsigned)stage >= (unsigned)TRACUU_STAGE_COUNT)
        return fail(err, TRACUU_USAGE, "no such stage");
    if (length > TEXT_MAX_BYTES)
        return fail(err, TRACUU_INPUT_FAILED, "text is over %d MB",
            TEXT_MAX_BYTES >> 20);
    return TRACUU_OK;
}

tracuu_status
tracuu_explain_text(tracuu_text **out, tracuu_stage stage, const char *text,
    size_t length, tracuu_error *err)
{
    tracuu_status status = check(stage, length, err);
    strbuf b = STRBUF_INIT;
    document d;

    *out = NULL;
    if (status != TRACUU_OK)
        return status;
    document_init(&d);
    explain_run(&d, stage, (span){text, length}, NULL);
    explain_print_text(&b, &d, stage);
    document_release(&d);
    *out = text_of(&b);
    return TRACUU_OK;
}

tracuu_status
tracuu_explain_json(tracuu_text **out, tracuu_stage stage, const char *line,
    size_t length, tracuu_error *err)
{
    tracuu_status status = check(stage, length, err);
    strbuf b = STRBUF_INIT;
    json_error_t broken;
    json_t *record;
    document d;

    *out = NULL;
    if (status != TRACUU_OK)
        return status;
    record = json_loadb(line, length, JSON_ALLOW_NUL, &broken);
    if (!json_is_object(record) ||
        !json_is_string(json_object_get(record, "text"))) {
        json_decref(record);
        return fail(err, TRACUU_INPUT_FAILED, "not a record with a text: %s",
            record ? "no \"text\"" : broken.text);
    }
    document_init(&d);
    d.id = member(record, "id");
    explain_run(&d, stage, member(record, "text"), record);
    explain_print_json(&b, &d, stage, member(record, "text"));
    document_release(&d);
    json_decref(record);
    *out = text_of(&b);
    return TRACUU_OK;
}
