#include "searcher/lookup-narrow.h"

#include "common/text/term.h"

static bool
date_agrees(date said, uint32_t known)
{
    uint32_t year = known / 10000, month = known / 100 % 100, day = known % 100;

    return (!said.year || !year || said.year == year) &&
           (!said.month || !month || said.month == month) &&
           (!said.day || !day || said.day == day);
}

/* Whether the day that is said lies in the term that stands in the key, for
 * acts whose date nobody tells. */
static bool
term_agrees(date said, span key)
{
    char term[TERM_SIZE];
    const issuer *who;
    key_parts parts;
    span organ;

    if (!said.year || !key_split(key, &parts) ||
        !strchr("knq", parts.disc.ptr[0]))
        return true;
    organ = parts.scope;
    span_next_field(&(span){parts.scope.ptr, parts.scope.len}, '.', &organ);
    who = issuer_by_id(organ);
    /* "tw" is the scope of three organs, which share their terms. */
    if (!who)
        who = issuer_by_letters(organ);
    term_of(term, who, said);
    return !who || !term[0] || span_equal(span_of(term), parts.disc);
}

/* Bộ Chính trị, Ban Bí thư and the Central Committee share one scope, so that
 * the key alone does not tell them apart. */
static bool
issuer_agrees(arena *a, const issuer *said, const char *known)
{
    token_list list = token_list_read(a, span_of(known));
    const issuer *who;
    size_t used;

    for (size_t i = 0; said && i < list.count; i++) {
        who = issuer_match(&list, i, &used);
        if (who && !strcmp(who->scope, said->scope))
            return who == said;
    }
    return true;
}

/* The issuer that the words name; a symbol alone ("/TW") names none of the
 * three. */
static const issuer *
named_issuer(const citation *cite)
{
    const issuer *who = cite->act.issuer;

    if (who && cite->form == FORM_SYMBOL &&
        issuer_by_letters(span_of(who->letters)) == who)
        return NULL;
    return who;
}

tracuu_status
narrow_found(found_list *list, tracuu_reader *reader, arena *a,
    const citation *cite, tracuu_error *err)
{
    found *kept = arena_array(a, list->count, sizeof *kept);
    const issuer *who = named_issuer(cite);
    date said = cite->act.date;
    size_t count = 0;

    if (!said.year)
        said.year = (uint16_t)cite->act.year;
    for (size_t i = 0; list->count > 1 && i < list->count; i++) {
        const tracuu_document *d;
        tracuu_status status;

        if (!date_agrees(said, list->at[i].date) ||
            (!list->at[i].date && !term_agrees(said, list->at[i].key)))
            continue;
        if (count && reader_is_late(reader))
            break;
        if (who) {
            status = lookup_document(reader, a, &list->at[i], &d, err);
            if (status != TRACUU_OK)
                return status;
            if (!issuer_agrees(a, who, d->issuer))
                continue;
        }
        kept[count++] = list->at[i];
    }
    if (count)
        *list = (found_list){kept, count};
    return TRACUU_OK;
}
