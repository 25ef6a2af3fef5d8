#include "searcher/lookup-stub.h"

#include "common/document/fields.h"
#include "common/document/record.h"
#include "common/text/place.h"
#include "searcher/lookup-citing.h"
#include "searcher/lookup-face.h"
#include "searcher/lookup-standing.h"
#include "searcher/lookup.h"

enum {
    ACCOUNTS_MAX = 24, /* citing documents that are read */
    SUBJECT_MAX = 300  /* bytes of a subject read from a sentence */
};

bool
stub_is_cited(tracuu_reader *reader, span key)
{
    arena scratch = ARENA_INIT;
    bool cited;

    cited = citing_first(reader, field_term(&scratch, "XRA:", key)) != 0;
    arena_release(&scratch);
    return cited;
}

/* ---- what they say ---- */

typedef struct account {
    span number, kind, issuer, term, title;
    date date;
} account;

static void
take_longer(span *into, span said)
{
    if (said.len > into->len)
        *into = said;
}

static unsigned
date_parts(date d)
{
    return (d.year != 0) + (d.month != 0) + (d.day != 0);
}

static span
without_head(span s, span head)
{
    return span_starts_with(s, head) ? span_trim(span_from(s, head.len)) : s;
}

/* True for ", " and a capital: there the sentence goes on with who acts
 * ("… về công tác cán bộ, Ban Thường vụ Tỉnh ủy ban hành …"). */
static bool
subject_ends(span rest, size_t at)
{
    unsigned char c;

    if (rest.ptr[at] == ';' || rest.ptr[at] == '\n')
        return true;
    if (rest.ptr[at] != ',' || at + 2 >= rest.len || rest.ptr[at + 1] != ' ')
        return false;
    c = (unsigned char)rest.ptr[at + 2];
    return c >= 'A' && c <= 'Z';
}

/* The words behind the mention in its sentence, if they are the act's
 * subject: "… về tăng cường sự lãnh đạo …". */
static span
read_subject(const record_mention *m)
{
    span rest, none = {NULL, 0};
    size_t end = 0;

    if (m->at_end > m->sentence.len)
        return none;
    rest = span_trim(span_from(m->sentence, m->at_end));
    rest = without_head(rest, SPAN(","));
    if (!span_starts_with(rest, SPAN("về ")))
        return none;
    while (end < rest.len && end < SUBJECT_MAX && !subject_ends(rest, end))
        end++;
    if (end == SUBJECT_MAX)
        return none;
    while (end > 0 && strchr(" .,:/\t", rest.ptr[end - 1]))
        end--;
    return span_slice(rest, 0, end);
}

/* False where the issuer was only guessed from a symbol that several organs
 * share ("/TW"). */
static bool
names_issuer(const record_mention *m)
{
    const issuer *usual = issuer_by_letters(SPAN("TW"));

    return m->form != FORM_SYMBOL || !usual ||
           !span_equal(m->issuer, span_of(usual->name));
}

static void
hear(account *all, arena *a, const record *r, span key)
{
    for (size_t i = 0; i < r->mention_count; i++) {
        record_mention *m = &r->mentions[i];

        if (!span_equal(m->key, key))
            continue;
        record_sentence(a, m);
        take_longer(&all->number, m->number);
        take_longer(&all->kind, m->kind);
        if (names_issuer(m))
            take_longer(&all->issuer, m->issuer);
        take_longer(&all->term, m->term);
        if (date_parts(m->date) > date_parts(all->date))
            all->date = m->date;
        /* A subject is followed by other words of its sentence now and then,
         * so that the shortest account is the cleanest one. */
        if (!all->title.len || read_subject(m).len < all->title.len)
            if (read_subject(m).len)
                all->title = read_subject(m);
    }
}

/* What was heard anew is copied out of the record's arena. */
static void
keep(account *all, const account *before, arena *a)
{
    span *now[] = {
        &all->number, &all->kind, &all->issuer, &all->term, &all->title};
    const span *old[] = {&before->number, &before->kind, &before->issuer,
        &before->term, &before->title};

    for (size_t i = 0; i < sizeof now / sizeof *now; i++)
        if (now[i]->ptr != old[i]->ptr)
            *now[i] = arena_copy(a, *now[i]);
}

static tracuu_status
hear_all(
    account *all, tracuu_reader *reader, arena *a, span key, tracuu_error *err)
{
    arena scratch = ARENA_INIT;
    tracuu_status status;
    entry_list c;

    status = citing_of(&c, reader, a, &key, 1, ACCOUNTS_MAX, err);
    for (size_t i = 0; status == TRACUU_OK && i < c.count; i++) {
        const account before = *all;
        record r;

        if (i && reader_is_late(reader))
            break;
        status =
            lookup_record(reader, &scratch, c.at[i], RECORD_MENTIONS, &r, err);
        if (status == TRACUU_OK)
            hear(all, &scratch, &r, key);
        keep(all, &before, a);
        arena_reset(&scratch);
    }
    arena_release(&scratch);
    return status;
}

/* ---- what its key says ---- */

/* The issuer by the organ of the scope, and the province after it. */
static const issuer *
scope_issuer(span scope, const struct place **province)
{
    span rest = scope, organ = scope, slug = {NULL, 0};

    *province = NULL;
    span_next_field(&rest, '.', &organ);
    if (span_next_field(&rest, '.', &slug))
        *province = place_by_slug(slug);
    return issuer_by_id(organ);
}

/* "Tỉnh ủy" of Hậu Giang is "Tỉnh ủy Hậu Giang"; what stands below the
 * province has a place of its own, which is not the province. */
static span
full_issuer(
    arena *a, span said, const issuer *who, const struct place *province)
{
    if (!province || !who || !who->local || who->level > LEVEL_PROVINCE ||
        span_find(said, span_of(province->name), 0) < said.len)
        return said;
    if (who->level != LEVEL_PROVINCE && !span_ends_with(said, SPAN("tỉnh")) &&
        !span_ends_with(said, SPAN("thành phố")))
        return said;
    return arena_print(a, "%.*s %s", SPAN_PRINT(said), province->name);
}

static void
fill_from_key(account *all, tracuu_document *out, arena *a, span key)
{
    const struct place *province;
    const issuer *who;
    key_parts parts;

    if (!key_split(key, &parts))
        return;
    if (!all->kind.len && kind_by_code(parts.kind))
        all->kind = span_of(kind_by_code(parts.kind)->name);
    who = scope_issuer(parts.scope, &province);
    /* Three organs share the scope "tw". */
    if (!all->issuer.len && who && !span_equal(parts.scope, SPAN("tw")))
        all->issuer = span_of(who->name);
    all->issuer = full_issuer(a, all->issuer, who, province);
    out->place = province ? province->name : "";
    if (!all->number.len && !strchr("-?", parts.no.ptr[0]))
        all->number = parts.no;
    if (!all->term.len && parts.disc.len && strchr("knq", parts.disc.ptr[0]))
        all->term = parts.disc;
    if (!date_is_set(all->date) && parts.disc.len > 1 &&
        strchr("yd", parts.disc.ptr[0]))
        all->date = date_parse(arena_copy(a, span_from(parts.disc, 1)));
}

tracuu_status
stub_read(tracuu_document *out, date *when, tracuu_reader *reader, arena *a,
    span key, tracuu_error *err)
{
    account all = {.number = {NULL, 0}};
    record nothing = {.key = key};
    tracuu_status status;

    *out = face_of(a, &nothing, reader->today);
    status = hear_all(&all, reader, a, key, err);
    if (status != TRACUU_OK)
        return status;
    fill_from_key(&all, out, a, key);
    out->id = out->key;
    out->number = arena_string(a, all.number);
    out->kind = arena_string(a, all.kind);
    out->issuer = arena_string(a, all.issuer);
    out->term = arena_string(a, all.term);
    out->title = arena_string(a, all.title);
    out->date = face_date(a, all.date);
    out->stub = true;
    standing_judge(out, reader, a, key);
    if (when)
        *when = all.date;
    return TRACUU_OK;
}
