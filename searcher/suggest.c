/* suggest: what could be meant by the beginning of a query.
 *
 * Numbers for digits; else some frequent phrases, then acts and articles
 * whose title starts so, alone, behind kind and number or from one of its
 * phrases on; the acts that are cited most come first.  If there is nothing,
 * the words may stand elsewhere in a title; if little, the last ones alone
 * are completed.
 */
#include "common/base/memory.h"
#include "common/text/normalize.h"
#include "common/text/symbol.h"
#include "searcher/suggest-found.h"
#include "searcher/suggest-part.h"
#include "searcher/suggest-phrase.h"
#include "searcher/suggest-reading.h"
#include "searcher/suggest-title.h"

enum {
    LIMIT = 10,
    LIMIT_MAX = 100,
    TYPED_BYTES = 200,
    FEW = 3, /* suggestions: then the last words are completed alone */
    TAIL = 3 /* words */
};

/* The number behind the name of a kind: "nghi dinh 59 20". */
static tracuu_status
add_kind_number(suggest_list *l, span reading, tracuu_error *err)
{
    token_list list = token_list_read(&l->arena, reading);
    size_t used;
    const kind *k = kind_match(&list, 0, &used);

    if (!k || used >= list.count || !list.at[used].number)
        return TRACUU_OK;
    return suggest_parts(l,
        symbol_fold(&l->arena, span_from(reading, list.at[used].start)), k,
        err);
}

static tracuu_status
add_reading(suggest_list *l, span typed, span reading, tracuu_error *err)
{
    bool number = reading.ptr[0] >= '0' && reading.ptr[0] <= '9';
    span folded = symbol_fold(&l->arena, typed);
    tracuu_status status = TRACUU_OK;

    if (number)
        status = suggest_numbers(l, folded, err);
    if (!status && number)
        status = suggest_parts(l, folded, NULL, err);
    if (!status)
        status = suggest_titles(l, reading, err);
    return status || number ? status : add_kind_number(l, reading, err);
}

/* Phrases come first, since they are short, but leave room for acts. */
static tracuu_status
add_readings(suggest_list *l, span typed, const span *readings, size_t count,
    tracuu_error *err)
{
    size_t most = (l->limit + 2) / 3;
    tracuu_status status = TRACUU_OK;

    for (size_t i = 0; i < count && l->out.count < most; i++)
        suggest_phrases(l, SPAN(""), readings[i], most - l->out.count);
    for (size_t i = 0; i < count && !status; i++)
        status = add_reading(l, typed, readings[i], err);
    return status;
}

/* The start of the last `words` words of `text`, text.len if there are less. */
static size_t
tail_start(span text, size_t words)
{
    size_t at = text.len;

    while (at && words) {
        at--;
        words -= at > 0 && text.ptr[at - 1] == ' ' && text.ptr[at] != ' ';
    }
    return words ? text.len : at;
}

/* "luật đất đai boi th": the last words may start a phrase. */
static void
complete_tail(suggest_list *l, span typed)
{
    for (size_t words = TAIL; words > 1; words--) {
        size_t at = tail_start(typed, words);
        span tail = span_from(typed, at);

        if (!tail.len || l->out.count >= FEW)
            continue;
        suggest_phrases(l, span_slice(typed, 0, at),
            normalize_folded(&l->arena, tail), l->limit);
    }
}

static tracuu_status
fill(suggest_list *l, span typed, tracuu_error *err)
{
    span readings[SUGGEST_READINGS], decoded;
    size_t count = suggest_readings(&l->arena, typed, readings);
    tracuu_status status = reader_refresh(l->reader, err);

    if (!status)
        status = add_readings(l, typed, readings, count, err);
    if (status || !count)
        return status;
    suggest_phrases(l, SPAN(""), readings[0], l->limit);
    if (!l->out.count) {
        decoded = suggest_decoded(&l->arena, typed);
        if (decoded.len)
            status = add_readings(l, decoded, &decoded, 1, err);
    }
    if (!status && !l->out.count && !reader_is_late(l->reader))
        status = suggest_found(l, readings[0], err);
    if (!status && l->out.count < FEW)
        complete_tail(l, typed);
    return status;
}

tracuu_status
tracuu_suggest(tracuu_suggestions **out, tracuu_reader *reader,
    const char *prefix, size_t limit, tracuu_error *err)
{
    suggest_list *l =
        suggest_list_new(reader, limit && limit < LIMIT_MAX ? limit
                                 : limit                    ? LIMIT_MAX
                                                            : LIMIT);
    span typed = arena_copy(&l->arena, span_of(prefix));
    tracuu_status status;

    if (typed.len > TYPED_BYTES)
        typed.len = TYPED_BYTES;
    *out = NULL;
    status = fill(l, normalize_clean(&l->arena, typed).text, err);
    l->out.partial = reader->until.passed;
    if (status)
        suggest_list_free(l);
    else
        *out = &l->out;
    return status;
}

void
tracuu_suggestions_free(tracuu_suggestions *suggestions)
{
    suggest_list_free((suggest_list *)suggestions);
}
