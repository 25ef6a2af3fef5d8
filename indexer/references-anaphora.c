#include "indexer/references-anaphora.h"

#include "common/text/token-gap.h"
#include "common/text/word.h"

enum {
    KINDS_MAX = 128,
    ALIAS_BACK = 6,
    POINT_MAX = 80, /* tokens from an act to the word that points back to it */
    SAME_SENTENCE = 1000 /* tokens; what is farther is in another one */
};

/* Where an act of one kind and number, or one law, is named. */
typedef struct entry {
    const void *what; /* kind or law name; NULL: free */
    span no;
    int first, last; /* references that name it in full */
    bool alias;      /* a bracket gave it this short name */
} entry;

struct anaphora {
    reference_list *list;
    arena *arena;
    entry *table;
    size_t mask;
    int last_of_kind[KINDS_MAX];
    int base;    /* the act that a consolidated text starts from */
    int amended; /* the act that the document changes at the moment */
    int last;
};

static size_t
kind_index(const kind *k)
{
    return (size_t)(k - kind_at(0));
}

static size_t
hash(const void *what, span no)
{
    uint64_t h = (uint64_t)(uintptr_t)what * 0x9e3779b97f4a7c15u;

    for (size_t i = 0; i < no.len; i++)
        h = (h ^ (unsigned char)no.ptr[i]) * 1099511628211u;
    return (size_t)(h ^ h >> 29);
}

static entry *
find(const anaphora *a, const void *what, span no)
{
    size_t i = hash(what, no) & a->mask;

    while (a->table[i].what &&
           (a->table[i].what != what || !span_equal(a->table[i].no, no)))
        i = (i + 1) & a->mask;
    return &a->table[i];
}

static void
enter(anaphora *a, const void *what, span no, int i)
{
    entry *e = find(a, what, no);

    if (!e->what)
        *e = (entry){.what = what, .no = no, .first = i, .last = NO_REFERENCE};
}

/* True if the mention says whose act it is: others may lean on it. */
static bool
is_full(const citation *c)
{
    return c->numbered && c->act.kind && c->act.no.len && c->act.issuer &&
           c->form != FORM_ANAPHOR;
}

anaphora *
anaphora_new(reference_list *list)
{
    arena *memory = &list->document->arena;
    anaphora *a = arena_take(memory, sizeof *a);
    size_t room = 16;

    while (room < list->count * 4 + 8)
        room *= 2;
    a->list = list;
    a->arena = memory;
    a->table = arena_array(memory, room, sizeof *a->table);
    a->mask = room - 1;
    a->base = a->amended = a->last = NO_REFERENCE;
    for (size_t i = 0; i < KINDS_MAX; i++)
        a->last_of_kind[i] = NO_REFERENCE;
    for (size_t i = 0; i < list->count; i++)
        if (is_full(&list->at[i].cite))
            enter(
                a, list->at[i].cite.act.kind, list->at[i].cite.act.no, (int)i);
    return a;
}

static bool
scopes_agree(const identity *a, const identity *b)
{
    if (a->year && b->year && a->year != b->year)
        return false;
    return !a->issuer || !b->issuer ||
           !strcmp(a->issuer->scope, b->issuer->scope);
}

/* `ref` means what `from` means. */
static void
adopt(anaphora *a, reference *ref, int from, double sure)
{
    const citation *c = &a->list->at[from].cite;
    date own = ref->cite.act.date;

    if (c->act.kind && ref->cite.form == FORM_SHORT && ref->cite.act.kind &&
        date_is_full(own) && date_is_full(c->act.date) &&
        date_number(own) != date_number(c->act.date))
        return;
    ref->cite.act = c->act;
    ref->cite.key = c->key;
    ref->cite.law = c->law;
    ref->cite.numbered = c->numbered;
    ref->cite.confidence = sure;
}

/* The reference that names an act of this kind and number in full, before
 * `i` if any does. */
static int
antecedent(const anaphora *a, const identity *act, bool *alias)
{
    const entry *e = act->kind ? find(a, act->kind, act->no) : NULL;

    if (!e || !e->what)
        return NO_REFERENCE;
    *alias = e->alias;
    return e->last >= 0 ? e->last : e->first;
}

static unsigned
value_of(span no)
{
    unsigned n = 0;

    for (size_t i = 0; i < no.len && n < 10000; i++)
        if (no.ptr[i] >= '0' && no.ptr[i] <= '9')
            n = n * 10 + (unsigned)(no.ptr[i] - '0');
    return n;
}

/* What people call by number alone is of the Party's centre, if the kind may
 * be and the number is one that a term comes to. */
static bool
assume_central(anaphora *a, reference *ref)
{
    identity *act = &ref->cite.act;
    const issuer *own = a->list->issuer;

    if (date_is_set(act->date) || act->year ||
        (own && own->sphere == SPHERE_STATE && own->local))
        return false;
    if (!act->kind || !act->kind->party_most ||
        value_of(act->no) > act->kind->party_most)
        return false;
    act->issuer = issuer_by_id(SPAN("tw"));
    act->sphere = SPHERE_PARTY;
    citation_complete(a->arena, &ref->cite, a->list->date);
    ref->cite.confidence = 0.4;
    ref->cite.rule = "central by default";
    return true;
}

static void
resolve_short(anaphora *a, reference *ref, int self)
{
    bool alias = false;
    int from = antecedent(a, &ref->cite.act, &alias);

    if (from >= 0 && from != self &&
        scopes_agree(&ref->cite.act, &a->list->at[from].cite.act)) {
        adopt(a, ref, from, alias ? 0.9 : 0.8);
        if (alias)
            ref->cite.form = FORM_ALIAS;
        return;
    }
    if (!ref->cite.act.issuer && ref->cite.confidence > 0)
        assume_central(a, ref);
    if (ref->cite.confidence <= 0)
        ref->dropped = true;
}

/* A symbol without its day takes it from where the text has it. */
static void
complete_symbol(anaphora *a, reference *ref, int self)
{
    bool alias = false;
    int from;
    const citation *c;

    if (!key_is_open(ref->cite.key))
        return;
    from = antecedent(a, &ref->cite.act, &alias);
    if (from < 0 || from == self)
        return;
    c = &a->list->at[from].cite;
    if (key_agrees(c->key, ref->cite.key) && !key_is_open(c->key))
        ref->cite.key = c->key;
}

static void
resolve_name(anaphora *a, reference *ref, int self)
{
    const entry *e;

    if (ref->cite.act.date.year || !ref->cite.law)
        return;
    e = find(a, ref->cite.law, SPAN(""));
    if (!e->what || e->last < 0 || e->last == self)
        return;
    adopt(a, ref, e->last, 0.9);
    ref->cite.form = e->alias ? FORM_ALIAS : FORM_NAME;
}

/* ---- "Nghị định này", "văn bản nêu trên" ---- */

static bool
is_exact(const token_list *list, size_t at, const char *exact)
{
    return token_is_exact(list, at, exact);
}

static void
set_self(reference *ref)
{
    ref->relation = REL_SELF;
    ref->head = HEAD_DOCUMENT;
    ref->rule = "self";
    ref->bound = true;
    ref->cite.key = SPAN("SELF");
    ref->confidence = ref->cite.confidence = 0.9;
}

/* The last act that "Luật này" can mean: a code is a law too. */
static int
last_of_kind(const anaphora *a, const kind *k)
{
    int found;

    if (!k)
        return a->last_of_kind[kind_index(kind_by_code(SPAN("cv")))] >= 0
                   ? a->last_of_kind[kind_index(kind_by_code(SPAN("cv")))]
                   : a->last;
    found = a->last_of_kind[kind_index(k)];
    if (found < 0 && !strcmp(k->code, "l"))
        found = a->last_of_kind[kind_index(kind_by_code(SPAN("bl")))];
    return found;
}

static bool
title_names(const reference_list *list, const kind *k)
{
    span title = list->document->meta.title;

    return title.len && span_find(title, span_of(k->name), 0) != SIZE_MAX;
}

/* Nobody points that far back, or forward. */
static bool
is_far(const reference_list *list, int from, const reference *ref)
{
    size_t behind = list->at[from].cite.last;

    return behind > ref->cite.first || ref->cite.first - behind > POINT_MAX;
}

static bool
is_self(const anaphora *a, const reference *ref, int from)
{
    const reference_list *list = a->list;
    const kind *k = ref->cite.act.kind;

    if (strcmp(ref->cite.rule, "this") || ref->quoted)
        return false;
    if (!k)
        return from < 0 || is_far(list, from, ref);
    if (k == list->carrier || from < 0)
        return true;
    if (list->carrier)
        return ref->zone == ZONE_ANNEX || title_names(list, k);
    return word_at(list->tokens, ref->cite.last, WORD_SAYS_OF_ITSELF) ||
           is_far(list, from, ref) ||
           reference_sentence_start(list->tokens, ref->cite.first,
               SAME_SENTENCE) < list->at[from].cite.last;
}

static bool
is_of_kind(const anaphora *a, int i, const kind *k)
{
    return i >= 0 && k && a->list->at[i].cite.act.kind == k;
}

static void
resolve_anaphor(anaphora *a, reference *ref)
{
    const kind *k = ref->cite.act.kind;
    bool here = !strcmp(ref->cite.rule, "this");
    int from = last_of_kind(a, k);

    if (here && !ref->quoted && is_of_kind(a, a->base, k))
        from = a->base;
    if (here && ref->quoted && a->amended >= 0 &&
        (!k || a->list->at[a->amended].cite.act.kind == k))
        from = a->amended;
    if ((from < 0 || from != a->base) && is_self(a, ref, from)) {
        set_self(ref);
        return;
    }
    if (from < 0 || ref->cite.plural || (!k && is_far(a->list, from, ref))) {
        ref->dropped = true;
        return;
    }
    adopt(a, ref, from, 0.8);
    ref->cite.form = FORM_ANAPHOR;
}

/* ---- short names in brackets: the bracket itself is no reference ---- */

/* True if "(sau đây gọi tắt là", "(viết tắt là", "(gọi là" stands before. */
static bool
is_named_so(const token_list *list, size_t at)
{
    if (at < 2 || !is_exact(list, at - 1, "là"))
        return false;
    for (size_t back = 2; back <= ALIAS_BACK && at >= back; back++)
        if (is_exact(list, at - back, "gọi") ||
            is_exact(list, at - back, "viết") ||
            is_exact(list, at - back, "tắt"))
            return true;
    return false;
}

static bool
is_bracketed(const reference_list *list, const citation *c)
{
    span text = list->tokens->text;

    return c->start > 0 && text.ptr[c->start - 1] == '(' && c->end < text.len &&
           text.ptr[c->end] == ')';
}

static int
named_act(const anaphora *a, size_t i, bool said)
{
    const reference *ref = &a->list->at[i];
    int before = reference_before(a->list, i);
    const identity *mine = &ref->cite.act;

    for (int at = before, n = 0; at >= 0 && n < ALIAS_BACK; n++) {
        const citation *c = &a->list->at[at].cite;

        if (mine->no.len ? span_equal(c->act.no, mine->no) &&
                               (said || c->act.kind == mine->kind)
                         : ref->cite.law && c->law == ref->cite.law)
            return at;
        at = reference_before(a->list, (size_t)at);
    }
    return said ? before : NO_REFERENCE;
}

static bool
resolve_alias(anaphora *a, size_t i)
{
    reference *ref = &a->list->at[i];
    bool said = is_named_so(a->list->tokens, ref->cite.first);
    const void *what = ref->cite.law ? (const void *)ref->cite.law
                                     : (const void *)ref->cite.act.kind;
    span no = ref->cite.law ? SPAN("") : ref->cite.act.no;
    int from;
    entry *e;

    if (!said && !is_bracketed(a->list, &ref->cite))
        return false;
    from = named_act(a, i, said);
    if (from < 0)
        return false;
    if (what && (no.len || ref->cite.law)) {
        enter(a, what, no, from);
        e = find(a, what, no);
        e->last = from;
        e->alias = ref->cite.form != FORM_SYMBOL;
    }
    ref->dropped = true;
    return true;
}

static bool
is_own_number(const reference_list *list, const citation *c)
{
    const metadata *meta = &list->document->meta;

    return meta->number.len && c->numbered &&
           span_equal(c->act.number, meta->number) &&
           (!list->carrier || c->act.kind == list->carrier);
}

void
anaphora_resolve(anaphora *a, size_t i)
{
    reference *ref = &a->list->at[i];

    if (ref->cite.form == FORM_ANAPHOR)
        resolve_anaphor(a, ref);
    else if (resolve_alias(a, i))
        return;
    else if (is_own_number(a->list, &ref->cite))
        set_self(ref);
    else if (ref->cite.form == FORM_SHORT)
        resolve_short(a, ref, (int)i);
    else if (ref->cite.form == FORM_SYMBOL)
        complete_symbol(a, ref, (int)i);
    else
        resolve_name(a, ref, (int)i);
}

/* The text that others changed stands first, and is known for it only once
 * the first of those is read. */
static int
first_consolidated(const reference_list *list, size_t last)
{
    size_t i = 0;

    while (i < last && list->at[i].relation != REL_CONSOLIDATES)
        i++;
    return (int)i;
}

void
anaphora_note(anaphora *a, size_t i)
{
    const reference *ref = &a->list->at[i];
    const citation *c = &ref->cite;
    const relation_info *about = relation_about(ref->relation);
    entry *e;

    if (ref->dropped || ref->relation == REL_SELF || c->form == FORM_ANAPHOR)
        return;
    if (is_full(c)) {
        enter(a, c->act.kind, c->act.no, (int)i);
        e = find(a, c->act.kind, c->act.no);
        if (e->last < 0 || !key_is_open(c->key))
            e->last = (int)i;
    }
    if (c->law) {
        enter(a, c->law, SPAN(""), (int)i);
        e = find(a, c->law, SPAN(""));
        if (e->last < 0)
            e->last = (int)i;
    }
    if (ref->relation == REL_CONSOLIDATES && a->base < 0)
        a->base = first_consolidated(a->list, i);
    if (about->changes && ref->head == HEAD_DOCUMENT && !ref->quoted)
        a->amended = (int)i;
    if (ref->relation > REL_SELF && c->act.kind &&
        a->last_of_kind[kind_index(c->act.kind)] >= 0)
        return;
    if (c->act.kind && c->confidence < 0.5 &&
        a->last_of_kind[kind_index(c->act.kind)] >= 0)
        return;
    if (c->act.kind)
        a->last_of_kind[kind_index(c->act.kind)] = (int)i;
    a->last = (int)i;
}
