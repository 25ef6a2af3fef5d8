#include "common/text/legacy-blocks.h"

#include "common/base/vec.h"
#include "common/text/legacy-evidence.h"
#include "common/text/utf8.h"

enum {
    TRIALS = ENCODING_TWICE + 1,
    PIECE_MAX = 400,  /* bytes; a longer line is cut at a blank */
    CHANGE = 5,       /* points; a word that is mended gains two */
    CHANGE_FOUND = 1, /* to an encoding that is found elsewhere */
    ENOUGH = 3,       /* syllables that a block has at least */
    RUN_SHARE = 60,   /* per cent of its words with marks that are syllables */
    TEXT_SHARE = 80,  /* the same of all blocks in one encoding */
    FEW_WORDS = 20,   /* of a text that is not judged */
    STRANGE = 55,     /* per cent of words of a text that is unreadable */
    LONG = 10         /* per cent of words that no Vietnamese text has longer */
};

typedef struct piece {
    size_t start, end;
    evidence of[TRIALS];
    unsigned char came[TRIALS]; /* the best encoding of the piece before */
    unsigned char from;
    bool utf8;
} piece;

typedef struct piece_list {
    piece *at;
    size_t count;
    size_t room;
} piece_list;

static bool
is_inside_letter(span text, size_t at)
{
    return at < text.len && ((unsigned char)text.ptr[at] & 0xC0) == 0x80;
}

static size_t
piece_end(span text, size_t at)
{
    size_t start = at;

    while (at < text.len && at - start < EVIDENCE_MAX - 4) {
        char c = text.ptr[at++];

        if (c == '\n' || c == '\r' || c == '\t' || c == '|')
            return at;
        if (at - start >= PIECE_MAX && c == ' ')
            return at;
    }
    for (int i = 0; i < 3 && is_inside_letter(text, at); i++)
        at++;
    return at;
}

static void
cut(piece_list *pieces, span text)
{
    bool valid = utf8_is_valid(text);

    for (size_t at = 0; at < text.len;) {
        piece p = {.start = at, .end = piece_end(text, at)};
        span s = span_slice(text, p.start, p.end);

        p.utf8 = valid || utf8_is_valid(s);
        for (int e = 0; e < TRIALS; e++)
            p.of[e] = evidence_of(s, p.utf8, (encoding)e);
        vec_push(pieces, p);
        at = p.end;
    }
}

static int
best_of(const int64_t sum[TRIALS])
{
    int best = 0;

    for (int e = 1; e < TRIALS; e++)
        if (sum[e] > sum[best])
            best = e;
    return best;
}

/* What it costs to change to `e`; `found` is a bit set of encodings that the
 * text is known to have. */
static int
cost_of(int e, unsigned found)
{
    return found && (e == ENCODING_UTF8 || (found >> e & 1)) ? CHANGE_FOUND
                                                             : CHANGE;
}

/* The best way through the pieces. */
static void
choose(piece_list *pieces, unsigned found)
{
    int64_t sum[TRIALS];
    int best = 0;

    for (int e = 0; e < TRIALS; e++)
        sum[e] = e == ENCODING_UTF8 ? 0 : -cost_of(e, found);
    for (size_t i = 0; i < pieces->count; i++) {
        piece *p = &pieces->at[i];
        int64_t top = sum[best];

        for (int e = 0; e < TRIALS; e++) {
            int64_t changed = top - cost_of(e, found);
            bool changes = changed > sum[e];

            p->came[e] = (unsigned char)(changes ? best : e);
            sum[e] = (changes ? changed : sum[e]) + p->of[e].score;
        }
        best = best_of(sum);
    }
    for (size_t i = pieces->count; i--;) {
        pieces->at[i].from = (unsigned char)best;
        best = pieces->at[i].came[best];
    }
}

/* The end of the pieces in one encoding that start with piece `i`. */
static size_t
run_end(const piece_list *pieces, size_t i)
{
    unsigned char from = pieces->at[i].from;

    while (i < pieces->count && pieces->at[i].from == from)
        i++;
    return i;
}

typedef struct tally {
    size_t syllables, others;
} tally;

static tally
tally_run(const piece_list *pieces, size_t start, size_t end)
{
    tally t = {0, 0};

    for (size_t i = start; i < end; i++) {
        const piece *p = &pieces->at[i];

        t.syllables += p->of[p->from].syllables;
        t.others += p->of[p->from].others;
    }
    return t;
}

static bool
is_sure(tally t, size_t enough, size_t share)
{
    return t.syllables >= enough &&
           t.syllables * 100 >= (t.syllables + t.others) * share;
}

static void
leave(piece_list *pieces, size_t start, size_t end, unsigned encodings)
{
    for (size_t i = start; i < end; i++)
        if (encodings >> pieces->at[i].from & 1)
            pieces->at[i].from = ENCODING_UTF8;
}

/* Leaves as they are the runs that have too little Vietnamese to be sure, and
 * every run of an encoding that has too little in all of its runs: a stranger
 * with some letters in common.  Returns the bit set of the others. */
static unsigned
verify(piece_list *pieces, size_t enough)
{
    tally all[TRIALS] = {{0, 0}};
    unsigned found = 0, doubtful = 0;

    for (size_t i = 0, end; i < pieces->count; i = end) {
        unsigned char from = pieces->at[i].from;
        tally t;

        end = run_end(pieces, i);
        t = tally_run(pieces, i, end);
        if (from == ENCODING_UTF8)
            continue;
        if (!is_sure(t, enough, RUN_SHARE)) {
            leave(pieces, i, end, ~0u);
            continue;
        }
        found |= 1u << from;
        all[from].syllables += t.syllables;
        all[from].others += t.others;
    }
    for (unsigned e = 1; e < TRIALS; e++)
        if (found >> e & 1 && !is_sure(all[e], enough, TEXT_SHARE))
            doubtful |= 1u << e;
    leave(pieces, 0, pieces->count, doubtful);
    return found & ~doubtful;
}

static void
name(block_list *list, const piece_list *pieces)
{
    size_t syllables[TRIALS] = {0}, words = 0, strange = 0, long_words = 0;

    for (size_t i = 0; i < pieces->count; i++) {
        const piece *p = &pieces->at[i];
        const evidence *e = &p->of[p->from];

        syllables[p->from] += e->syllables;
        words += e->words;
        if (p->from == ENCODING_UTF8)
            strange += e->strange;
        long_words += e->long_words;
    }
    for (int e = 1; e < TRIALS; e++)
        if (syllables[e] > syllables[list->encoding])
            list->encoding = (encoding)e;
    list->unreadable = words >= FEW_WORDS && strange * 100 >= words * STRANGE &&
                       long_words * 100 <= words * LONG;
}

static void
join(block_list *list, arena *a, const piece_list *pieces)
{
    list->at = arena_array(a, pieces->count + 1, sizeof *list->at);
    for (size_t i = 0; i < pieces->count; i++) {
        const piece *p = &pieces->at[i];
        block *last = list->count ? &list->at[list->count - 1] : NULL;

        if (p->from != ENCODING_UTF8)
            list->found |= 1u << p->from;
        if (last && last->from == p->from && last->utf8 == p->utf8)
            last->end = p->end;
        else
            list->at[list->count++] =
                (block){p->start, p->end, (encoding)p->from, p->utf8};
    }
}

block_list
blocks_find(arena *a, span text)
{
    block_list list = {.encoding = ENCODING_UTF8};
    piece_list pieces = {NULL, 0, 0};
    unsigned found;

    cut(&pieces, text);
    choose(&pieces, 0);
    found = verify(&pieces, ENOUGH);
    if (found) {
        choose(&pieces, found);
        verify(&pieces, ENOUGH - 1);
    }
    name(&list, &pieces);
    join(&list, a, &pieces);
    vec_release(&pieces);
    return list;
}
