#include "indexer/references-verdict.h"

#include "common/text/token-gap.h"
#include "common/text/word.h"
#include "indexer/references-trigger.h"

enum { AHEAD_MAX = 80, BACK_MAX = 30, MARKER_TOKENS = 2 };

static bool
is_exact(const token_list *list, size_t at, const char *exact)
{
    return token_is_exact(list, at, exact);
}

/* "bị bãi bỏ kể từ ngày", "được thay thế."; "thủ tục bị bãi bỏ thuộc" is said
 * of something else. */
static bool
ends_statement(const token_list *list, size_t at)
{
    if (at >= list->count || list->at[at].breaks ||
        gap_behind(list, at - 1).mark != GAP_BLANK)
        return true;
    return word_at(list, at, WORD_ENDS_VERDICT);
}

/* "hết hiệu lực", "bị bãi bỏ", "được thay thế" without an agent, "tiếp tục có
 * hiệu lực" at token `at`; RELATION_COUNT if none. */
static relation
verdict_at(const token_list *list, size_t at)
{
    size_t used = 0;
    const trigger *t;

    if (is_exact(list, at, "hết") && is_exact(list, at + 1, "hiệu") &&
        is_exact(list, at + 2, "lực"))
        return REL_REPEALS;
    t = trigger_match(list, at, &used);
    if (t && t->relation == REL_EXTENDS && is_exact(list, at, "tiếp"))
        return REL_EXTENDS;
    if (!is_exact(list, at, "bị") && !is_exact(list, at, "được"))
        return RELATION_COUNT;
    t = trigger_match(list, at + 1, &used);
    if (!t || (t->relation != REL_REPEALS && t->relation != REL_REPLACES))
        return RELATION_COUNT;
    if (word_any(list, at + 1 + used, at + used + 3, WORD_BY_WHOM))
        return RELATION_COUNT;
    return ends_statement(list, at + 1 + used) ? t->relation : RELATION_COUNT;
}

/* "Trường hợp Nghị định A hết hiệu lực", "trái với Luật B đều bị bãi bỏ". */
static bool
is_conditional(const token_list *list, size_t at)
{
    size_t from = reference_sentence_start(list, at, BACK_MAX);

    return word_any(list, from, at, WORD_CONDITION);
}

static bool
may_be_judged(const reference *ref)
{
    return !ref->dropped && !ref->quoted && !ref->bound &&
           ref->relation == REL_CITES && ref->head == HEAD_DOCUMENT &&
           ref->cite.form != FORM_ANAPHOR && strcmp(ref->rule, "trigger");
}

/* "2. Nghị định A; Điều 1 Nghị định B hết hiệu lực": an act that leads its
 * clause is one of those that the verdict at the end speaks of. */
static bool
leads_clause(const token_list *list, size_t at)
{
    size_t start = reference_sentence_start(list, at, MARKER_TOKENS);
    span text = list->text;
    size_t end = list->at[at].start;

    while (end && strchr(" \n", text.ptr[end - 1]))
        end--;
    if (end && text.ptr[end - 1] == ';')
        return true;
    for (; start < at; start++)
        if (!list->at[start].number &&
            list->at[start].end - list->at[start].start > 2)
            return false;
    return true;
}

static void
read_behind(const reference_list *list, reference *ref)
{
    const token_list *tokens = list->tokens;
    size_t at = ref->cite.last;
    bool leads = leads_clause(tokens, ref->cite.first);

    for (size_t n = 0; n < AHEAD_MAX && at < tokens->count; n++, at++) {
        relation how;

        reference_break end = reference_break_between(tokens, at - 1, at);

        if (end == BREAK_SENTENCE || (end == BREAK_CLAUSE && !leads))
            return;
        how = verdict_at(tokens, at);
        if (how == RELATION_COUNT)
            continue;
        if (is_conditional(tokens, ref->cite.first))
            return;
        ref->relation = how;
        ref->rule = "behind";
        ref->confidence = ref->cite.confidence * 0.9;
        ref->bound = true;
        return;
    }
}

void
verdict_read(reference_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        if (may_be_judged(&list->at[i]))
            read_behind(list, &list->at[i]);
}

void
verdict_guard(reference_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        reference *ref = &list->at[i];
        const relation_info *about = relation_about(ref->relation);
        const issuer *who = list->issuer, *target = ref->cite.act.issuer;

        if (ref->head >= 0)
            who = list->at[ref->head].cite.act.issuer;
        /* A clerical error is corrected by whoever printed it. */
        if (ref->dropped || ref->relation == REL_CORRECTS ||
            !(about->ends || about->changes) || !who || !target ||
            who->sphere != target->sphere || issuer_outranks(who, target))
            continue;
        ref->relation = REL_CITES;
        ref->rule = "authority";
        ref->confidence *= 0.5;
    }
}
