#include "common/store/guard.hh"
#include "common/store/until.hh"

#include <algorithm>
#include <utility>
#include <vector>

namespace
{

enum {
    EXPANSIONS = 100,       /* terms that a prefix stands for */
    PREFIX_ENTRIES = 300000 /* that the prefixes of a query have, about */
};

/* Nanoseconds that a step in one list and a match of all lists take at the
 * most, on a slow machine. */
enum { STEP_NS = 60, MATCH_NS = 4000 };

/* As k1 of BM25: the weight grows with the count as good as linearly. */
const double LINEAR = 1e6;

/* Sorts behind every date. */
const char *const AFTER_ALL = "\xff";

typedef std::vector<Xapian::Query> query_list;

/* The first of `children` with the others, themselves joined by `inner`. */
Xapian::Query
first_with_rest(Xapian::Query::op outer, Xapian::Query::op inner,
    const query_list &children)
{
    if (children.size() < 2)
        return children.empty() ? Xapian::Query() : children[0];
    return Xapian::Query(outer, children[0],
        Xapian::Query(inner, children.begin() + 1, children.end()));
}

Xapian::Query
branch_of(store_op op, const query_list &children)
{
    switch (op) {
    case STORE_AND:
        return Xapian::Query(
            Xapian::Query::OP_AND, children.begin(), children.end());
    case STORE_OR:
        return Xapian::Query(
            Xapian::Query::OP_OR, children.begin(), children.end());
    case STORE_MAYBE:
        return first_with_rest(
            Xapian::Query::OP_AND_MAYBE, Xapian::Query::OP_OR, children);
    case STORE_WITHOUT:
        return first_with_rest(
            Xapian::Query::OP_AND_NOT, Xapian::Query::OP_OR, children);
    case STORE_FILTER:
        return first_with_rest(
            Xapian::Query::OP_FILTER, Xapian::Query::OP_AND, children);
    default:
        return Xapian::Query();
    }
}

typedef std::pair<Xapian::doccount, std::string> counted;

/* The terms that start so.  Behind a blank comes a second word: "hoc sinh" has
 * no entries that "hoc" has not. */
std::vector<counted>
terms_of(const store_reader *r, const std::string &start, bool blanks,
    store::stopper *late)
{
    std::vector<counted> terms;
    auto it = r->db.allterms_begin(start), end = r->db.allterms_end(start);

    while (it != end && !late->stops()) {
        std::string term = *it;
        size_t blank = blanks ? term.npos : term.find(' ', start.size());

        if (blank == term.npos) {
            terms.emplace_back(it.get_termfreq(), term);
            ++it;
        } else {
            /* The byte behind a blank. */
            it.skip_to(term.substr(0, blank) + '!');
        }
    }
    return terms;
}

/* The most frequent of them, EXPANSIONS at most and as many as have so many
 * entries together; one at least. */
Xapian::Query
expansion_of(const store_reader *r, const store_node *node, size_t entries,
    store::stopper *late)
{
    auto more = [](const counted &a, const counted &b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    };
    std::vector<counted> terms = terms_of(
        r, store::string_of(node->term), node->op == STORE_PREFIX, late);
    size_t kept = std::min<size_t>(terms.size(), EXPANSIONS), sum = 0;
    query_list chosen;

    std::partial_sort(
        terms.begin(), terms.begin() + (long)kept, terms.end(), more);
    for (size_t i = 0; i < kept && sum < entries; i++) {
        chosen.push_back(Xapian::Query(terms[i].second));
        sum += terms[i].first;
    }
    return Xapian::Query(
        Xapian::Query::OP_SYNONYM, chosen.begin(), chosen.end());
}

Xapian::Query
leaf_of(const store_reader *r, const store_node *node, size_t entries,
    store::stopper *late)
{
    switch (node->op) {
    case STORE_TERM:
        return node->term.len ? Xapian::Query(store::string_of(node->term))
                              : Xapian::Query();
    case STORE_PREFIX:
    case STORE_START:
        return expansion_of(r, node, entries, late);
    case STORE_RANGE:
        if (!node->to.len)
            return Xapian::Query(Xapian::Query::OP_VALUE_GE, node->slot,
                store::string_of(node->from));
        return Xapian::Query(Xapian::Query::OP_VALUE_RANGE, node->slot,
            store::string_of(node->from), store::string_of(node->to));
    case STORE_EVERYTHING:
        /* Query::MatchAll is shared between threads and not safe. */
        return Xapian::Query(std::string());
    default:
        return Xapian::Query();
    }
}

bool
is_branch(store_op op)
{
    return op == STORE_AND || op == STORE_OR || op == STORE_MAYBE ||
           op == STORE_WITHOUT || op == STORE_FILTER;
}

/* Reads the nodes from the last to the first: the operands of an operator
 * are then on top of the stack, its first child topmost. */
bool
query_of(const store_reader *r, const store_node *nodes, size_t count,
    Xapian::Query *out)
{
    store::stopper late(r);
    query_list stack;
    size_t prefixes = 1;

    for (size_t i = 0; i < count; i++)
        prefixes += nodes[i].op == STORE_PREFIX || nodes[i].op == STORE_START;
    for (size_t i = count; i-- > 0;) {
        const store_node *node = &nodes[i];
        Xapian::Query query;

        if (is_branch(node->op)) {
            if (node->children > stack.size())
                return false;
            query_list children(
                stack.rbegin(), stack.rbegin() + (long)node->children);
            stack.resize(stack.size() - node->children);
            query = branch_of(node->op, children);
        } else {
            query = leaf_of(r, node, PREFIX_ENTRIES / prefixes, &late);
        }
        if (node->factor > 0 && node->factor != 1)
            query = Xapian::Query(node->factor, query);
        stack.push_back(query);
    }
    if (stack.size() != 1)
        return false;
    *out = stack[0];
    return true;
}

void
set_order(Xapian::Enquire *enquire, const store_match *match,
    Xapian::MultiValueKeyMaker *ascending)
{
    enquire->set_docid_order(Xapian::Enquire::ASCENDING);
    if (match->weightless)
        enquire->set_weighting_scheme(Xapian::BoolWeight());
    else
        enquire->set_weighting_scheme(Xapian::BM25Weight(LINEAR, 0, 1, 0, 0.5));
    if (match->sort && match->sort_ascending) {
        ascending->add_value(match->sort_slot, false, AFTER_ALL);
        enquire->set_sort_by_key_then_relevance(ascending, false);
    } else if (match->sort) {
        enquire->set_sort_by_value_then_relevance(match->sort_slot, true);
    }
}

void
take_counts(arena *a, const Xapian::ValueCountMatchSpy &spy, store_matches *out)
{
    size_t room = 0, count = 0;

    for (auto it = spy.values_begin(); it != spy.values_end(); ++it)
        room++;
    out->counts =
        static_cast<store_count *>(arena_array(a, room, sizeof *out->counts));
    for (auto it = spy.values_begin(); it != spy.values_end(); ++it, count++) {
        out->counts[count].value = store::copy(a, *it);
        out->counts[count].count = it.get_termfreq();
    }
    out->value_count = count;
}

void
take_hits(arena *a, const Xapian::MSet &set, store_matches *out)
{
    size_t count = 0;

    out->hits =
        static_cast<store_hit *>(arena_array(a, set.size(), sizeof *out->hits));
    for (auto it = set.begin(); it != set.end(); ++it, count++) {
        out->hits[count].entry = *it;
        out->hits[count].weight = it.get_weight();
    }
    out->hit_count = count;
    out->at_least = set.get_matches_lower_bound();
    out->estimated = set.get_matches_estimated();
    out->at_most = set.get_matches_upper_bound();
}

/* True if the deadline can pass while the match runs.  Where it cannot, to ask
 * at each match would cost a tenth of an ordinary query. */
bool
may_be_late(const store_reader *r, const store_match *match)
{
    uint64_t entries = r->db.get_doccount(), steps = 0;

    for (size_t i = 0; i < match->node_count; i++)
        steps += match->query[i].op == STORE_PREFIX ||
                         match->query[i].op == STORE_START
                     ? EXPANSIONS
                     : 1;
    return r->until && deadline_left(r->until) / 1000 <
                           entries * (steps * STEP_NS + MATCH_NS) / 1000000;
}

} // namespace

tracuu_status
store_find(store_reader *r, arena *a, const store_match *match,
    store_matches *out, tracuu_error *err)
{
    memset(out, 0, sizeof *out);
    return store::guard_read(r, err, [&] {
        Xapian::Enquire enquire(r->db);
        Xapian::ValueCountMatchSpy spy(match->slot);
        Xapian::MultiValueKeyMaker ascending;
        store::removed_source removed(r->removed);
        store::until_source until(r);
        Xapian::Query query;

        if (!query_of(r, match->query, match->node_count, &query))
            return fail(err, TRACUU_USAGE, "a query of %zu nodes is no tree",
                match->node_count);
        if (!r->removed.empty())
            query = Xapian::Query(
                Xapian::Query::OP_AND_NOT, query, Xapian::Query(&removed));
        if (may_be_late(r, match) && !query.empty())
            query = Xapian::Query(
                Xapian::Query::OP_FILTER, query, Xapian::Query(&until));
        enquire.set_query(query);
        set_order(&enquire, match, &ascending);
        if (match->count_slot)
            enquire.add_matchspy(&spy);
        take_hits(
            a, enquire.get_mset(0, match->limit, match->check_at_least), out);
        if (match->count_slot)
            take_counts(a, spy, out);
        return TRACUU_OK;
    });
}
