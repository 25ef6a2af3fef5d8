#!/usr/bin/env python3
"""Scores runs, with their confidence, and against the runs of a build before.

usage: evaluate.py [--kept FILE] NAME=QRELS:RUN...

For each run nDCG@10 and recall@20 in the mean over its questions, with the
95 % interval of a bootstrap.  QRELS is "query TAB document TAB gain" a line,
RUN a TREC run.  FILE keeps the figures of each question; if it is there, the
difference to it is printed with the p of a paired randomisation, and a run
that lost 0.003, or anything with p < 0.05, ends the program with 1.  Then the
file is left as it is, until it is removed.

The randomness has a seed: the same runs give the same print.
"""
import collections
import json
import math
import os
import random
import sys

ROUNDS = 2000
LOST, DOUBT = 0.003, 0.05


def read_qrels(path):
    right = collections.defaultdict(set)
    for line in open(path, encoding="utf-8"):
        query, document, gain = line.rstrip("\n").split("\t")
        if float(gain) > 0:
            right[query].add(document)
    return right


def read_run(path):
    found = collections.defaultdict(list)
    for line in open(path, encoding="utf-8"):
        query, rest = line.rstrip("\n").split(" Q0 ", 1)
        document = rest.rsplit(" tracuu", 1)[0].rsplit(" ", 2)[0]
        if document not in found[query]:
            found[query].append(document)
    return found


def ndcg(right, found):
    gain = sum(1 / math.log2(k + 2)
               for k, document in enumerate(found[:10]) if document in right)
    return gain / sum(1 / math.log2(k + 2) for k in range(min(10, len(right))))


def recall(right, found):
    return len(right & set(found[:20])) / min(20, len(right))


def interval(values, dice):
    means = sorted(
        sum(dice.choices(values, k=len(values))) / len(values)
        for _ in range(ROUNDS))
    return means[ROUNDS * 25 // 1000], means[ROUNDS * 975 // 1000]


def chance(pairs, dice):
    """How often signs thrown at random differ as much as the two runs do."""
    differences = [a - b for a, b in pairs if a != b]
    seen = abs(sum(differences))
    as_much = sum(
        abs(sum(d if dice.random() < 0.5 else -d
                for d in differences)) >= seen - 1e-12
        for _ in range(ROUNDS)) if differences else ROUNDS
    return as_much / ROUNDS


def compare(name, now, before, dice):
    """Prints the difference; true if it is a loss."""
    pairs = [(value, before[query]) for query, value in now.items()
             if query in before]
    if not pairs:
        return False
    change = sum(a - b for a, b in pairs) / len(pairs)
    p = chance(pairs, dice)
    lost = change < 0 and (p < DOUBT or change <= -LOST)
    print("    %-28s %+.4f, p = %.3f%s" % (
        name, change, p, "  LOST" if lost else ""))
    return lost


def main():
    arguments, kept = sys.argv[1:], None
    if arguments[:1] == ["--kept"]:
        kept, arguments = arguments[1], arguments[2:]
    before = {}
    if kept and os.path.exists(kept):
        before = json.load(open(kept, encoding="utf-8"))
    dice, now, lost = random.Random(1), {}, False
    for argument in arguments:
        name, paths = argument.split("=", 1)
        qrels, run = paths.rsplit(":", 1)
        right, found = read_qrels(qrels), read_run(run)
        for measure in (ndcg, recall):
            values = {q: measure(right[q], found.get(q, [])) for q in right}
            now["%s %s" % (name, measure.__name__)] = values
            low, high = interval(list(values.values()), dice)
            print("%-32s %-8s %.4f [%.4f, %.4f] of %d" % (
                name, "nDCG@10" if measure is ndcg else "R@20",
                sum(values.values()) / len(values), low, high, len(values)))
    if before:
        print("against the build before:")
        for name, values in now.items():
            lost |= compare(name, values, before.get(name, {}), dice)
    if kept and not before:
        with open(kept, "w", encoding="utf-8") as file:
            json.dump(now, file)
    sys.exit(1 if lost else 0)


main()
