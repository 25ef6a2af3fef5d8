#include "indexer/metadata.h"

#include "common/text/term.h"
#include "indexer/metadata-closing.h"
#include "indexer/metadata-effect.h"
#include "indexer/metadata-head.h"
#include "indexer/metadata-nature.h"
#include "indexer/metadata-numberline.h"
#include "indexer/metadata-opening.h"
#include "indexer/metadata-organ.h"
#include "indexer/metadata-part.h"
#include "indexer/metadata-signature.h"
#include "indexer/metadata-title.h"
#include "indexer/words.h"

enum { HISTORY_TOKENS = 200, ATTACHED_TOKENS = 80 };

typedef struct reader {
    document *d;
    head head;
    closing closing;
    symbol symbol; /* number empty if there is none */
    organ organ;
    const kind *kind;
    date date;
    bool official;
    bool consolidated;
} reader;

static arena *
arena_of(reader *r)
{
    return &r->d->arena;
}

/* "... được sửa đổi, bổ sung bởi:" above the text of a consolidated act. */
static bool
has_history(const reader *r)
{
    const token_list *tokens = &r->d->tokens;
    size_t i, used;

    if (r->head.body >= r->head.cells.count || r->head.number != SIZE_MAX)
        return false;
    i = r->head.cells.at[r->head.body].first;
    if (!kind_match(tokens, i, &used))
        return false;
    for (size_t last = i + HISTORY_TOKENS; i < last && i < tokens->count; i++) {
        if (words_take(tokens, i, "sua doi bo sung boi"))
            return true;
        if (token_is(tokens, i, "can") && token_is(tokens, i + 1, "cu"))
            return false;
    }
    return false;
}

static void
read_number(reader *r)
{
    const token_list *tokens = &r->d->tokens;

    if (r->head.number != SIZE_MAX)
        numberline_read(arena_of(r), tokens, r->head.number, &r->symbol);
    r->consolidated =
        r->head.consolidated || r->closing.authentic ||
        span_find(r->symbol.number, SPAN("VBHN"), 0) != SIZE_MAX ||
        has_history(r);
    if (!r->consolidated || r->head.number != SIZE_MAX)
        return;
    if (r->closing.lines.number != SIZE_MAX)
        numberline_read(
            arena_of(r), tokens, r->closing.lines.number, &r->symbol);
}

static date
date_at(const reader *r, size_t at)
{
    size_t used;

    return at == SIZE_MAX ? (date){0} : date_match(&r->d->tokens, at, &used);
}

/* "(Ban hành kèm theo Quyết định số ... ngày ... của ...)" below the title. */
static date
date_of_parent(const reader *r)
{
    const token_list *tokens = &r->d->tokens;
    size_t i, last;

    if (r->head.body >= r->head.cells.count || r->head.number != SIZE_MAX)
        return (date){0};
    i = r->head.cells.at[r->head.body].first;
    if (!words_take(tokens, i, "ban hanh kem theo") &&
        !words_take(tokens, i, "kem theo"))
        return (date){0};
    for (last = i + ATTACHED_TOKENS; i < last && i < tokens->count; i++) {
        date day = date_at(r, i);

        if (token_is(tokens, i, "ngay") && day.year)
            return day;
    }
    return (date){0};
}

static void
read_date(reader *r)
{
    r->date = date_at(r, r->head.date);
    if (r->consolidated && r->head.date == SIZE_MAX)
        r->date = date_at(r, r->closing.lines.date);
    else if (!r->date.year &&
             (r->symbol.term || kind_has(r->kind, KIND_PASSED)))
        r->date = r->closing.passed;
    else if (!r->date.year && r->official)
        r->date = date_at(r, r->closing.lines.date);
    if (!r->date.year)
        r->date = date_of_parent(r);
}

static const kind *
code(const char *name)
{
    return kind_by_code(span_of(name));
}

/* The kind line; else V/v and Kính gửi make a công văn; else the letters. */
static void
read_kind(reader *r)
{
    const symbol *s = &r->symbol;

    if (r->consolidated)
        r->kind = code("vbhn");
    else if (r->head.kind)
        r->kind = r->head.kind;
    else if (r->head.addressed)
        r->kind = code("cv");
    else if (s->kind && (s->issuer || !r->head.dispatch))
        r->kind = s->kind;
    else if (r->head.dispatch)
        r->kind = code("cv");
}

/* "Ban hành ngày 18/06/2020 của Bộ Tài chính, có hiệu lực ..." */
static span
stated_organ(const reader *r)
{
    const cell *c = &r->head.cells.at[r->head.kind_cell + 1];
    span text = r->d->text;

    for (size_t i = c->first; i + 1 < c->last; i++) {
        size_t end = c->end, comma;

        if (!token_is(&r->d->tokens, i, "cua"))
            continue;
        comma = span_find(span_slice(text, 0, c->end), SPAN(", có hiệu lực"),
            r->d->tokens.at[i].end);
        if (comma != SIZE_MAX)
            end = comma;
        return span_slice(text, r->d->tokens.at[i + 1].start, end);
    }
    return SPAN("");
}

static void
read_organ(reader *r)
{
    const symbol *s = r->symbol.number.len ? &r->symbol : NULL;

    if (r->head.statement)
        r->organ = organ_of_name(arena_of(r), stated_organ(r), r->date);
    else if (r->consolidated && r->closing.organs)
        r->organ = organ_read(r->d, &r->closing.lines, s, r->kind, r->date);
    else
        r->organ = organ_read(r->d, &r->head, s, r->kind, r->date);
    if (!r->organ.issuer && s && s->issuer && !r->organ.name.len) {
        r->organ.issuer = s->issuer;
        r->organ.name = span_of(s->issuer->name);
    }
    if (!r->organ.issuer && !r->organ.name.len && r->head.kind &&
        !r->consolidated)
        r->organ = opening_organ(r->d, r->kind, r->date);
}

static void
add_conflict(reader *r, const char *what, span text)
{
    span *out = &r->d->meta.conflicts;

    *out = arena_print(arena_of(r), "%.*s%s%s %.*s", SPAN_PRINT(*out),
        out->len ? "; " : "", what, SPAN_PRINT(text));
}

static bool
same_folded(reader *r, span a, span b)
{
    return span_equal(symbol_fold(arena_of(r), a), symbol_fold(arena_of(r), b));
}

/* What was stated from outside is the operator's word. */
static void
apply_stated(reader *r)
{
    const stated *s = &r->d->stated;
    date day = date_parse(s->date);
    const kind *k = kind_by_name(s->kind);
    char text[DATE_SIZE];

    if (s->number.len) {
        if (r->symbol.number.len &&
            !same_folded(r, r->symbol.number, s->number))
            add_conflict(r, "số", r->symbol.number);
        r->symbol = numberline_of(arena_of(r), s->number);
    }
    if (k) {
        if (r->kind && r->kind != k)
            add_conflict(r, "loại", span_of(r->kind->name));
        r->kind = k;
    } else if (s->number.len && !r->kind) {
        r->kind = r->symbol.kind;
    }
    if (day.year) {
        date_format(text, r->date);
        if (r->date.year && date_number(r->date) != date_number(day))
            add_conflict(r, "ngày", span_of(text));
        r->date = day;
    }
}

static void
apply_stated_issuer(reader *r)
{
    span name = r->d->stated.issuer;
    organ other;

    if (!name.len)
        return;
    other = organ_of_name(arena_of(r), name, r->date);
    if (!other.issuer)
        return;
    if (r->organ.issuer && strcmp(r->organ.issuer->scope, other.issuer->scope))
        add_conflict(r, "cơ quan", r->organ.name);
    if (!other.at.province)
        other.at = r->organ.at;
    r->organ = other;
}

static void
read_marks(reader *r)
{
    static const struct {
        const char *folded, *name;
        bool secret;
    } marks[] = {{"tuyet mat", "Tuyệt mật", true}, {"toi mat", "Tối mật", true},
        {"mat", "Mật", true}, {"hoa toc", "Hỏa tốc", false},
        {"thuong khan", "Thượng khẩn", false}, {"khan", "Khẩn", false}};
    metadata *m = &r->d->meta;

    for (size_t i = 0; i < r->head.cells.count; i++) {
        const cell *c = &r->head.cells.at[i];
        size_t first = c->first;

        if (c->role != CELL_MARK)
            continue;
        if (words_take(&r->d->tokens, first, "do mat"))
            first += 2;
        for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
            if (words_take(&r->d->tokens, first, marks[k].folded)) {
                *(marks[k].secret ? &m->secrecy : &m->urgency) =
                    span_of(marks[k].name);
                break;
            }
    }
}

static span
read_term(reader *r)
{
    char term[TERM_SIZE];

    if (r->symbol.term)
        return arena_print(arena_of(r), "q%u", r->symbol.term);
    term_of(term, r->organ.issuer, r->date);
    return arena_copy(arena_of(r), span_of(term));
}

/* An act without number is known by its day. */
static span
key_of(reader *r, identity *act)
{
    span key = key_make(arena_of(r), act);
    char day[DATE_SIZE];
    key_parts p;

    if (!act->kind ||
        (!act->no.len && (r->head.number != SIZE_MAX || r->consolidated)))
        return SPAN("");
    if (act->no.len || !key_split(key, &p) || span_equal(p.no, SPAN("-")))
        return key;
    if (!date_is_full(act->date) || !act->issuer)
        return SPAN("");
    date_format(day, act->date);
    return arena_print(arena_of(r), "%.*s:%.*s:%.*s:-:d%s",
        SPAN_PRINT(p.sphere), SPAN_PRINT(p.scope), SPAN_PRINT(p.kind), day);
}

static void
fill(reader *r)
{
    metadata *m = &r->d->meta;
    bool local = !r->organ.issuer || r->organ.issuer->local;

    if (!local)
        r->organ.at = (locality){0};
    m->act = (identity){.kind = r->kind,
        .number = r->symbol.number,
        .no = r->symbol.no,
        .year = r->symbol.year,
        .issuer = r->organ.issuer,
        .issuers = r->organ.issuers,
        .place = locality_path(arena_of(r), &r->organ.at),
        .date = r->date,
        .congress = r->symbol.term,
        .sphere = r->organ.issuer ? r->organ.issuer->sphere : r->symbol.sphere};
    m->key = key_of(r, &m->act);
    m->number = m->act.number;
    m->kind = span_of(r->kind ? r->kind->name : "");
    m->issuer = r->organ.name;
    m->date = r->date;
    m->term = read_term(r);
    if (r->organ.at.province)
        m->place = span_of(r->organ.at.province->name);
}

/* Neither news nor a part nor other text is the act: no key and no number of
 * its own.  The day that a record states stays: it is the operator's word. */
static void
strip(reader *r)
{
    metadata *m = &r->d->meta;

    if (m->part && r->d->stated.number.len && !r->d->stated.part_of.len)
        r->d->stated.part_of = r->d->stated.number;
    m->act = (identity){0};
    m->key = m->number = m->kind = m->issuer = m->term = m->place = SPAN("");
    m->date = date_parse(r->d->stated.date);
}

/* Copies that leave the letterhead out have it in the title they were given. */
static void
read_given_title(reader *r)
{
    symbol number;
    const kind *k;
    date day;

    if (!r->official || r->consolidated || r->symbol.number.len ||
        r->head.number != SIZE_MAX || !r->d->title.len ||
        !title_identity(arena_of(r), r->d->title, &k, &number, &day) ||
        (r->kind && k != r->kind))
        return;
    r->kind = k;
    r->symbol = number;
    if (!r->date.year)
        r->date = day;
}

static void
read_all(reader *r)
{
    document *d = r->d;
    metadata *m = &d->meta;
    nature what;

    r->official = head_is_official(&r->head);
    if (!r->official)
        part_read(d);
    read_number(r);
    read_kind(r);
    read_date(r);
    read_given_title(r);
    apply_stated(r);
    read_organ(r);
    apply_stated_issuer(r);
    fill(r);
    read_marks(r);
    what = nature_of(d, &r->head);
    m->part = what == NATURE_PART;
    m->news = what == NATURE_NEWS;
    m->title = r->official ? title_read(arena_of(r), d, &r->head)
                           : title_of_news(arena_of(r), d, &r->head);
    /* Without a letterhead the first line is a guess; a record that states its
     * number knows its title too, unless a page only added its site's name. */
    if (d->title.len && !r->official &&
        !(m->title.len && span_starts_with(d->title, m->title)))
        m->title = d->title;
    else if (d->title.len && m->part)
        m->title = d->title;
    if (what != NATURE_ACT)
        strip(r);
}

void
metadata_read(document *d)
{
    reader r = {.d = d, .head = head_read(&d->arena, d)};

    d->meta = (metadata){0};
    r.closing = closing_read(&d->arena, d);
    read_all(&r);
    signature_read(d);
    effect_read(d);
}
