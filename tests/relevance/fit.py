#!/usr/bin/env python3
"""Finds the weights of searcher/rerank-feature.c.

usage: fit.py SET... ; SET is QRELS:RUN, the run of
           tracuu search --batch QUERIES --explain --limit 100
       QRELS is "query TAB document TAB grade" a line, more fields are passed
       over; a grade g counts 2^g - 1.

Coordinate ascent on the mean over the sets of nDCG@10, from the weights that
stand in the table, in steps that shrink; a weight moves only if it wins more
than GAIN.  Then the same on each half of the questions, scored on the other
half: what the weights are worth where they were not fitted.

Python 3, nothing else.
"""
import collections
import math
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TABLE = os.path.join(HERE, "../../searcher/rerank-feature.c")
STEPS = (0.6, 0.3)
GAIN = 0.001
RATES = 10


def table():
    with open(TABLE, encoding="utf-8") as file:
        return {
            name: float(weight)
            for name, weight in re.findall(
                r'\[FEATURE_\w+\] = \{"([a-z-]+)", ([0-9.]+)\}', file.read())
        }


def read_set(argument):
    """Lists of (ideal gain, [(gain, [features])]) by question."""
    qrels, run = argument.split(":")
    gains = collections.defaultdict(dict)
    for line in open(qrels, encoding="utf-8"):
        query, document, grade = line.rstrip("\n").split("\t")[:3]
        if not line.startswith("#") and float(grade) > 0:
            gains[query][document] = 2 ** float(grade) - 1
    found = collections.defaultdict(list)
    for line in open(run, encoding="utf-8"):
        query, rest = line.rstrip("\n").split(" Q0 ", 1)
        head, evidence = rest.split(" tracuu ", 1)
        document = head.rsplit(" ", 2)[0]
        found[query].append(
            (gains[query].get(document, 0),
             [float(part.split(":")[1]) for part in evidence.split()]))
    return [(sum(gain / math.log2(k + 2) for k, gain in enumerate(
        sorted(of.values(), reverse=True)[:RATES])), found[query])
            for query, of in sorted(gains.items()) if of]


def score(questions, weights):
    """The mean nDCG@10; ties go to the first stage's order."""
    total = 0.0
    for ideal, rows in questions:
        sums = [sum(w * v for w, v in zip(weights, values))
                for _, values in rows]
        order = sorted(range(len(rows)), key=lambda i: (-sums[i], i))
        total += sum(rows[i][0] / math.log2(k + 2)
                     for k, i in enumerate(order[:RATES])) / ideal
    return total / max(1, len(questions))


def mean(sets, weights):
    """Over the sets, each by the root of its size: fifty questions are worth
    less than five hundred, and more than a tenth of them."""
    sizes = [math.sqrt(len(s)) for s in sets]
    return sum(n * score(s, weights) for n, s in zip(sizes, sets)) / sum(sizes)


def fit(sets, weights):
    weights = list(weights)
    best = mean(sets, weights)
    for step in STEPS:
        moved = True
        while moved:
            moved = False
            for i in range(len(weights)):
                for change in (step, -step):
                    trial = list(weights)
                    trial[i] = round(max(0, trial[i] + change), 2)
                    got = mean(sets, trial)
                    if got > best + GAIN:
                        weights, best, moved = trial, got, True
                        break
    return weights, best


def main():
    names, start = zip(*table().items())
    sets = [read_set(argument) for argument in sys.argv[1:]]
    print("start   ", " ".join("%.4f" % score(s, start) for s in sets))
    weights, _ = fit(sets, start)
    print("fitted  ", " ".join("%.4f" % score(s, weights) for s in sets))
    for name, old, new in zip(names, start, weights):
        print("    %-16s %.2f -> %.2f" % (name, old, new))
    for half in (0, 1):
        own = [s[half::2] for s in sets]
        other = [s[1 - half::2] for s in sets]
        found, _ = fit(own, start)
        print("half %d: %s" % (half, " ".join(
            "%s %.1f" % pair for pair in zip(names, found))))
        print("    own %s, the other %s (before %s)" % (
            " ".join("%.4f" % score(s, found) for s in own),
            " ".join("%.4f" % score(s, found) for s in other),
            " ".join("%.4f" % score(s, start) for s in other)))


main()
