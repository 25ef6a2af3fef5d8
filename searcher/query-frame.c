#include "searcher/query-frame.h"

frame *
frame_here(frame_stack *s)
{
    return &s->at[s->depth];
}

static size_t
add_group(frame_stack *s, query_group group)
{
    query *q = s->query;

    q->groups[q->group_count] = group;
    return q->group_count++;
}

void
frame_start(frame_stack *s, query *q, arena *a, size_t length)
{
    *s = (frame_stack){.query = q};
    q->groups = arena_array(a, QUERY_GROUPS, sizeof *q->groups);
    add_group(s, (query_group){.branches = 1});
    s->at[0].close = length;
}

static void
stand_in(frame_stack *s, size_t group, size_t branch)
{
    s->group = group;
    s->branch = branch;
}

void
frame_item(frame_stack *s, bool words)
{
    frame *f = frame_here(s);
    query *q = s->query;

    if (f->open) {
        stand_in(s, f->chain, q->groups[f->chain].branches++);
        f->open = false;
    } else if (words && f->words && f->begun) {
        return;
    } else {
        stand_in(s, f->group, f->branch);
        f->chain = 0;
        f->node = q->node_count;
        f->mark = q->group_count;
    }
    f->begun = true;
    f->words = words;
}

/* Moves the last item, with all that is in it, below the new group. */
static void
move_item(frame_stack *s, const frame *f, size_t to)
{
    query *q = s->query;

    for (size_t i = f->node; i < q->node_count; i++) {
        query_node *node = &q->nodes[i];

        if (node->group == f->group && node->branch == f->branch) {
            node->group = to;
            node->branch = 0;
        }
    }
    for (size_t i = f->mark; i < to; i++) {
        query_group *group = &q->groups[i];

        if (group->parent == f->group && group->branch == f->branch) {
            group->parent = to;
            group->branch = 0;
        }
    }
}

bool
frame_or(frame_stack *s)
{
    frame *f = frame_here(s);
    query *q = s->query;

    if (!f->begun || f->open || q->group_count == QUERY_GROUPS ||
        (!f->chain && f->node == q->node_count))
        return false;
    if (!f->chain) {
        f->chain = add_group(
            s, (query_group){
                   .parent = f->group, .branch = f->branch, .branches = 1});
        move_item(s, f, f->chain);
    }
    f->open = true;
    return true;
}

bool
frame_open(frame_stack *s, size_t close, bool without)
{
    query *q = s->query;

    if (s->depth + 1 == QUERY_DEPTH || q->group_count == QUERY_GROUPS)
        return false;
    frame_item(s, false);
    if (without)
        stand_in(s,
            add_group(s, (query_group){.parent = s->group,
                             .branch = s->branch,
                             .branches = 1,
                             .without = true}),
            0);
    s->at[++s->depth] =
        (frame){.group = s->group, .branch = s->branch, .close = close};
    return true;
}

void
frame_close(frame_stack *s)
{
    frame *f = frame_here(s);

    if (!s->depth)
        return;
    s->depth--;
    stand_in(s, f[-1].group, f[-1].branch);
}
