#include "searcher/query-spelling-choice.h"

#include "common/text/spelling.h"
#include "common/text/syllable.h"
#include "common/text/telex.h"
#include "common/text/unicode.h"
#include "common/text/utf8.h"

enum { SLIP_LETTERS = 8, VNI_KEYS = 2 };

/* What it costs to have typed something else: about how seldom people err so.
 */
#define SHAPE 1.0  /* the tone was left out, the hat was not */
#define MARKS 8.0  /* other marks than those that were meant */
#define SLIP 10.0  /* one letter, which gave another syllable */
#define REPAIR 4.0 /* one letter, which gave none */
#define KEYS 2.0   /* keys of Telex or VNI */
#define ALIKE 0.6  /* of that, where two sounds are one to many */

static void
add(cell *c, int form, double cost)
{
    for (int i = 0; i < c->count; i++) {
        if (c->at[i].form != form)
            continue;
        if (cost < c->at[i].cost)
            c->at[i].cost = cost;
        return;
    }
    if (c->count < CHOICES)
        c->at[c->count++] = (choice){.form = form, .cost = cost};
}

static void
add_forms(cell *c, uint16_t id, double cost)
{
    int first, last;

    spelling_forms(id, &first, &last);
    for (int i = first; i < last; i++)
        add(c, i, cost);
}

/* True if `typed` bears no tone and is `form` but for its tone. */
static bool
lacks_tone(span typed, span form)
{
    size_t i = 0, k = 0;

    while (i < typed.len && k < form.len)
        if (utf8_next(typed, &i) != unicode_toneless(utf8_next(form, &k)))
            return false;
    return i == typed.len && k == form.len;
}

static void
add_marked(cell *c, uint16_t id, span exact)
{
    int first, last;

    spelling_forms(id, &first, &last);
    for (int i = first; i < last; i++) {
        span form = spelling_text(i);

        add(c, i,
            span_equal(form, exact)   ? 0
            : lacks_tone(exact, form) ? SHAPE
                                      : MARKS);
    }
}

void
choice_add_marks(cell *c, const token_list *list)
{
    const token *t = &list->at[c->token];

    if (t->marked)
        add_marked(c, t->id, token_exact(list, c->token));
    else
        add_forms(c, t->id, 0);
}

/* ---- keys ---- */

/* The form that keys stand for, SPELLING_NONE. */
static int
form_of_keys(span keys)
{
    char text[TELEX_TEXT], plain[TELEX_TEXT];
    span exact = {text, telex_decode(text, keys)};
    size_t count = 0;

    for (size_t at = 0; at < exact.len;)
        plain[count++] = (char)unicode_fold(utf8_next(exact, &at));
    return count ? spelling_find(syllable_id((span){plain, count}), exact)
                 : SPELLING_NONE;
}

bool
choice_is_joined(const token_list *list, size_t at)
{
    const token *t = &list->at[at], *next = t + 1;

    return at + 1 < list->count && next->number && next->start == t->end &&
           !t->number && next->folded_len <= VNI_KEYS;
}

/* What was typed for one syllable, with the digits that touch it. */
static span
keys_of(char room[2 * TOKEN_MAX], const token_list *list, size_t at)
{
    span keys = token_folded(list, at);

    memcpy(room, keys.ptr, keys.len);
    if (choice_is_joined(list, at)) {
        span digits = token_folded(list, at + 1);

        memcpy(room + keys.len, digits.ptr, digits.len);
        keys.len += digits.len;
    }
    return (span){room, keys.len};
}

bool
choice_is_keys(const token_list *list, size_t at)
{
    char room[2 * TOKEN_MAX];
    bool plain = syllable_is_folded(token_folded(list, at));

    return !list->at[at].marked && (!plain || choice_is_joined(list, at)) &&
           form_of_keys(keys_of(room, list, at)) != SPELLING_NONE;
}

void
choice_add_keys(cell *c, const token_list *list)
{
    char room[2 * TOKEN_MAX];
    int form = form_of_keys(keys_of(room, list, c->token));

    add(c, form, KEYS);
    c->at[c->count - 1].joined = choice_is_joined(list, c->token);
}

/* ---- one letter off ---- */

static void
add_slip(cell *c, const char *letters, size_t length, double cost)
{
    span folded = {letters, length};

    if (syllable_is_folded(folded))
        add_forms(c, syllable_id(folded), cost);
}

/* Everything that one letter more, less or other makes of a syllable, and two
 * neighbours in the other order. */
static void
add_slips(cell *c, span typed, double cost)
{
    char letters[SLIP_LETTERS + 2];

    if (typed.len > SLIP_LETTERS || typed.len < 2)
        return;
    for (size_t i = 0; i < typed.len; i++) {
        memcpy(letters, typed.ptr, typed.len);
        memmove(letters + i, letters + i + 1, typed.len - i - 1);
        add_slip(c, letters, typed.len - 1, cost);
        if (i + 1 == typed.len)
            break;
        memcpy(letters, typed.ptr, typed.len);
        letters[i] = typed.ptr[i + 1];
        letters[i + 1] = typed.ptr[i];
        add_slip(c, letters, typed.len, cost);
    }
    for (size_t i = 0; i <= typed.len; i++) {
        for (int other = 'a'; other <= 'z'; other++) {
            memcpy(letters, typed.ptr, typed.len);
            memmove(letters + i + 1, letters + i, typed.len - i);
            letters[i] = (char)other;
            add_slip(c, letters, typed.len + 1, cost);
            if (i == typed.len)
                continue;
            memcpy(letters, typed.ptr, typed.len);
            letters[i] = (char)other;
            add_slip(c, letters, typed.len, cost);
        }
    }
}

/* ---- sounds that are one to many, and letters that look so ---- */

typedef struct alike {
    const char *one, *other;
} alike;

static const alike onsets[] = {{"tr", "ch"}, {"s", "x"}, {"l", "n"},
    {"d", "gi"}, {"d", "r"}, {"gi", "r"}, {"v", "d"}, {"ng", "ngh"},
    {"g", "gh"}, {"c", "k"}, {"f", "ph"}, {"j", "gi"}, {"z", "d"}, {"z", "gi"},
    {"w", "qu"}, {"rn", "m"}};
static const alike endings[] = {{"n", "ng"}, {"n", "nh"}, {"t", "c"},
    {"t", "ch"}, {"i", "y"}, {"o", "u"}, {"rn", "m"}};

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* `typed` with `to` in the place of `from`, in front or at the end. */
static void
add_alike(cell *c, span typed, bool front, const char *from, const char *to,
    double cost)
{
    char letters[SLIP_LETTERS + 4];
    span sound = span_of(from), kept;
    size_t length = strlen(to);

    if (typed.len <= sound.len ||
        !(front ? span_starts_with : span_ends_with)(typed, sound))
        return;
    kept = front ? span_from(typed, sound.len)
                 : span_slice(typed, 0, typed.len - sound.len);
    memcpy(letters + (front ? length : 0), kept.ptr, kept.len);
    memcpy(letters + (front ? 0 : kept.len), to, length);
    add_slip(c, letters, kept.len + length, cost);
}

static void
add_all_alike(cell *c, span typed, double cost)
{
    if (typed.len > SLIP_LETTERS)
        return;
    for (size_t i = 0; i < COUNT(onsets); i++) {
        add_alike(c, typed, true, onsets[i].one, onsets[i].other, cost);
        add_alike(c, typed, true, onsets[i].other, onsets[i].one, cost);
    }
    for (size_t i = 0; i < COUNT(endings); i++) {
        add_alike(c, typed, false, endings[i].one, endings[i].other, cost);
        add_alike(c, typed, false, endings[i].other, endings[i].one, cost);
    }
}

void
choice_add_slips(cell *c, const token_list *list, bool known)
{
    span typed = token_folded(list, c->token);
    double cost = known ? SLIP : REPAIR;

    add_all_alike(c, typed, ALIKE * cost);
    add_slips(c, typed, cost);
}

/* ---- writing ---- */

void
choice_put(strbuf *out, const token_list *list, const cell *c, int chosen)
{
    const token *t = &list->at[c->token];
    span form = spelling_text(c->at[chosen].form);

    for (size_t at = 0; at < form.len;) {
        bool first = at == 0;
        uint32_t code = utf8_next(form, &at);

        /* Capitals of the letters of Vietnamese stand 32 or 1 before. */
        if (t->capitals || (first && t->upper))
            code -= code < 0x100 ? 0x20 : 1;
        utf8_add(out, code);
    }
}
