#include "indexer/passages.h"

#include "common/base/vec.h"

enum { PATH_MAX_BYTES = 400, OWN_LEAST = 30, NO_SECTION = -1 };

/* A run of tokens that is not cut unless it is too long. */
typedef struct run {
    size_t first, last;
    int section; /* that it starts with, or NO_SECTION */
    int newest;  /* the last of those that were joined */
    bool article;
} run;

typedef VEC(run) run_vec;
typedef VEC(passage) passage_vec;

typedef struct cutter {
    document *d;
    size_t *starts; /* first token of each section */
    bool *inside;   /* sections that stand inside an article */
    run_vec runs;   /* what the sections and zones give */
    passage_vec done;
    size_t near; /* a section at or before the place that is worked on */
} cutter;

static const section *
section_at(const cutter *c, int i)
{
    return &c->d->sections[i];
}

/* Sections and tokens are in the same order: one walk over both. */
static void
find_starts(cutter *c)
{
    const document *d = c->d;
    size_t at = 0;

    c->starts = memory_take_zero(d->section_count + 1, sizeof *c->starts);
    c->inside = memory_take_zero(d->section_count + 1, sizeof *c->inside);
    for (size_t i = 0; i < d->section_count; i++) {
        int parent = d->sections[i].parent;

        while (at < d->tokens.count &&
               d->tokens.at[at].start < d->sections[i].start)
            at++;
        c->starts[i] = at;
        c->inside[i] =
            parent >= 0 &&
            (c->inside[parent] || d->sections[parent].level == SECTION_ARTICLE);
    }
    c->starts[d->section_count] = d->tokens.count;
}

static void
add_run(cutter *c, size_t first, size_t last, int section_index)
{
    run r = {first, last, section_index, section_index, false};

    if (first >= last)
        return;
    if (section_index != NO_SECTION)
        r.article = section_at(c, section_index)->level == SECTION_ARTICLE;
    vec_push(&c->runs, r);
}

/* Where the recipients or the signature start and the annex goes on: they are
 * no part of the last section. */
static size_t
tail_start(const document *d, size_t *end)
{
    size_t start = d->tokens.count;

    *end = d->tokens.count;
    for (size_t i = 0; i < d->zone_count; i++) {
        bool tail = d->zones[i].zone == ZONE_RECIPIENTS ||
                    d->zones[i].zone == ZONE_SIGNATURE;

        if (tail && start == d->tokens.count)
            start = token_list_find(&d->tokens, d->zones[i].start);
        if (!tail && start < d->tokens.count) {
            *end = token_list_find(&d->tokens, d->zones[i].start);
            break;
        }
    }
    return start;
}

/* The run [first, last), cut around the tail. */
static void
add_around(cutter *c, size_t first, size_t last, int index, size_t tail,
    size_t tail_end)
{
    if (tail <= first || tail >= last) {
        bool is_tail = first >= tail && first < tail_end;

        add_run(c, first, last, is_tail ? NO_SECTION : index);
        return;
    }
    if (tail_end > last)
        tail_end = last;
    add_run(c, first, tail, index);
    add_run(c, tail, tail_end, NO_SECTION);
    add_run(c, tail_end, last, NO_SECTION);
}

static void
find_runs(cutter *c)
{
    const document *d = c->d;
    size_t first = 0, tail_end, tail = tail_start(d, &tail_end);
    int index = NO_SECTION;

    for (size_t i = 0; i < d->section_count; i++) {
        if (c->inside[i] || d->sections[i].level == SECTION_POINT)
            continue;
        add_around(c, first, c->starts[i], index, tail, tail_end);
        first = c->starts[i];
        index = (int)i;
    }
    add_around(c, first, d->tokens.count, index, tail, tail_end);
}

/* `inner` stands inside the section that `outer` starts with. */
static bool
is_within(const cutter *c, const run *outer, const run *inner)
{
    if (outer->section == NO_SECTION || inner->section == NO_SECTION)
        return false;
    return section_at(c, inner->section)->start <
           section_at(c, outer->section)->end;
}

/* Short neighbours are joined: a heading with what stands below it, and
 * sections under one heading.  `below`: `b` is itself a heading, so that what
 * follows belongs to it. */
static bool
joins(const cutter *c, const run *a, const run *b, bool below)
{
    size_t words = a->last - a->first, more = b->last - b->first;

    if (words < PASSAGE_LEAST && !a->article && is_within(c, a, b))
        return true;
    if (a->article || b->article || words + more > PASSAGE_MOST)
        return false;
    if ((words >= PASSAGE_LEAST && more >= PASSAGE_LEAST) ||
        (below && more < PASSAGE_LEAST))
        return false;
    return a->section != NO_SECTION && b->section != NO_SECTION &&
           section_at(c, a->newest)->parent ==
               section_at(c, b->section)->parent;
}

static void
join_runs(cutter *c)
{
    size_t count = 0;

    for (size_t i = 0; i < c->runs.count; i++) {
        run *last = count ? &c->runs.at[count - 1] : NULL;
        run next = c->runs.at[i];
        bool below =
            i + 1 < c->runs.count && is_within(c, &next, &c->runs.at[i + 1]);

        if (last && joins(c, last, &next, below)) {
            last->last = next.last;
            last->newest = next.section;
            last->article |= next.article;
        } else {
            c->runs.at[count++] = next;
        }
    }
    c->runs.count = count;
}

/* How bad it is to cut before token `i`, of a run that starts at `first`. */
static size_t
cost(const cutter *c, size_t first, size_t i, bool starts_section)
{
    const token *t = &c->d->tokens.at[i];
    size_t length = i - first;
    size_t far = length > PASSAGE_PLAIN ? length - PASSAGE_PLAIN
                                        : PASSAGE_PLAIN - length;

    if (starts_section)
        return far;
    if (t->line && t->breaks)
        return far + PASSAGE_PLAIN / 4;
    return t->breaks ? far + PASSAGE_PLAIN / 2 : far + 4 * PASSAGE_PLAIN;
}

/* The best place to cut a run of more than PASSAGE_MOST words. */
static size_t
best_cut(cutter *c, size_t first)
{
    size_t best = first + PASSAGE_MOST, least = SIZE_MAX;

    while (c->near < c->d->section_count && c->starts[c->near] <= first)
        c->near++;
    for (size_t i = first + PASSAGE_LEAST, s = c->near;
         i <= first + PASSAGE_MOST; i++) {
        size_t now;

        while (s < c->d->section_count && c->starts[s] < i)
            s++;
        now = cost(c, first, i, s < c->d->section_count && c->starts[s] == i);
        if (now < least) {
            least = now;
            best = i;
        }
    }
    return best;
}

/* The innermost section around token `first`, points left out. */
static int
innermost(const cutter *c, size_t first)
{
    size_t low = 0, high = c->d->section_count,
           at = c->d->tokens.at[first].start;
    int i;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (c->starts[middle] <= first)
            low = middle + 1;
        else
            high = middle;
    }
    i = (int)low - 1;
    while (i != NO_SECTION && (section_at(c, i)->end <= at ||
                                  section_at(c, i)->level == SECTION_POINT))
        i = section_at(c, i)->parent;
    return i;
}

/* The section that a passage is: the one around its first token or, where that
 * is little more than a heading, the one below it that holds the rest. */
static int
section_of(const cutter *c, size_t first, size_t last)
{
    int i = innermost(c, first);
    size_t end = c->d->tokens.at[last - 1].start;

    if (i == NO_SECTION || c->starts[i] != first)
        return i;
    for (int next = i + 1; (size_t)next < c->d->section_count; next++) {
        const section *s = section_at(c, next);

        if (s->parent != i || s->level == SECTION_POINT || s->end <= end ||
            c->starts[next] - first >= OWN_LEAST)
            break;
        i = next;
    }
    return i;
}

static bool
is_article(const section *s)
{
    return s->level == SECTION_ARTICLE;
}

/* "Điều 5", "khoản 2 Điều 5", "II.1", "Chương I". */
static span
label_of(cutter *c, int index)
{
    arena *a = &c->d->arena;
    const section *s;
    span label;

    if (index == NO_SECTION)
        return SPAN("");
    s = section_at(c, index);
    label = s->label;
    while (s->parent >= 0 && !is_article(s) && s->level != SECTION_ANNEX) {
        const section *up = section_at(c, s->parent);

        if (s->level == SECTION_CLAUSE || s->level == SECTION_POINT)
            label = is_article(up)
                        ? arena_print(a, "%.*s %.*s", SPAN_PRINT(label),
                              SPAN_PRINT(up->label))
                        : label;
        else if (up->level == SECTION_HEADING &&
                 span_equal(up->label, up->number))
            label = arena_print(
                a, "%.*s.%.*s", SPAN_PRINT(up->label), SPAN_PRINT(label));
        s = up;
    }
    return label;
}

/* "Chương I. QUY ĐỊNH CHUNG > Điều 1. Phạm vi điều chỉnh" */
static span
path_of(cutter *c, int index)
{
    arena *a = &c->d->arena;
    span path = SPAN("");

    for (int i = index; i != NO_SECTION; i = section_at(c, i)->parent) {
        const section *s = section_at(c, i);
        const char *dot = s->heading.len ? ". " : "";

        if (path.len + s->label.len + s->heading.len > PATH_MAX_BYTES)
            break;
        path = arena_print(a, "%.*s%s%.*s%s%.*s", SPAN_PRINT(s->label), dot,
            SPAN_PRINT(s->heading), path.len ? " > " : "", SPAN_PRINT(path));
    }
    return path;
}

static void
add_passage(cutter *c, size_t first, size_t last, int index)
{
    const document *d = c->d;
    int inner = index == NO_SECTION ? index : section_of(c, first, last);

    vec_push(&c->done, (passage){.start = d->tokens.at[first].start,
                           .end = d->tokens.at[last - 1].end,
                           .first = first,
                           .last = last,
                           .label = label_of(c, inner),
                           .heading = path_of(c, inner)});
}

static void
cut_run(cutter *c, const run *r)
{
    size_t first = r->first;
    int index = r->section;

    while (r->last - first > PASSAGE_MOST) {
        size_t cut = best_cut(c, first);

        if (r->last - cut < PASSAGE_LEAST)
            cut = first + (r->last - first) / 2;
        add_passage(c, first, cut, index);
        first = cut;
    }
    add_passage(c, first, r->last, index);
}

/* The last of `mark` in `s`, or NULL. */
static const char *
last_of(span s, char mark)
{
    return s.ptr && s.len ? memrchr(s.ptr, mark, s.len) : NULL;
}

/* Punctuation at the end of a line goes to the passage before it, at the start
 * of a line to the one behind: "... thi hành./." and "(Kèm theo". */
static void
close_gaps(cutter *c)
{
    size_t at = 0;

    for (size_t i = 0; i <= c->done.count; i++) {
        bool is_last = i == c->done.count;
        size_t end = is_last ? c->d->text.len : c->done.at[i].start;
        span between = span_slice(c->d->text, at, end), head = between, rest;
        const char *border = last_of(between, '\n');

        if (!border)
            border = last_of(between, ' ');
        rest = !i       ? between
               : border ? span_from(between, (size_t)(border - between.ptr))
                        : SPAN("");
        if (!is_last)
            c->done.at[i].start -= span_trim(rest).len;
        if (i) {
            border = memchr(between.ptr, '\n', between.len);
            if (!border && !is_last)
                border = memchr(between.ptr, ' ', between.len);
            head.len = border ? (size_t)(border - between.ptr) : between.len;
            while (head.len && (unsigned char)head.ptr[head.len - 1] <= ' ')
                head.len--;
            c->done.at[i - 1].end += head.len;
        }
        at = is_last ? end : c->done.at[i].end;
    }
}

void
passages_cut(document *d)
{
    cutter c = {.d = d};

    find_starts(&c);
    find_runs(&c);
    join_runs(&c);
    for (size_t i = 0; i < c.runs.count; i++)
        cut_run(&c, &c.runs.at[i]);
    close_gaps(&c);
    d->passage_count = c.done.count;
    d->passages = arena_array(&d->arena, c.done.count, sizeof *d->passages);
    if (c.done.count)
        memcpy(d->passages, c.done.at, c.done.count * sizeof *d->passages);
    free(c.starts);
    free(c.inside);
    vec_release(&c.runs);
    vec_release(&c.done);
}
