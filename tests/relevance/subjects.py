#!/usr/bin/env python3
"""Asks an index the queries of subjects.tsv and scores them as they were judged.

usage: subjects.py TRACUU INDEX [--lines] [--worst N] [-- OPTION...]

subjects.tsv has id, set (dev or held), query a line; subjects-judged.tsv
query, document, grade, reason, as a clerk would: 3 the act to have, 2 about the
subject, 1 touches it, 0 wrong.  Prints of each set nDCG@10 (a grade g counts
2^g - 1, an act once, whatever article stands for it), how many of the first
three are wrong, and how many of the first three and ten nobody has judged:
these count nothing, so judge them when there are many; those of the first three
are named.  --lines prints the grades of each query's ten.  Exit 1 if more than
N (--worst, 8) are wrong in the first three of all, if the nDCG of all is below
FLOOR, or if a query finds nothing.  OPTIONs go to tracuu search.
"""
import collections
import json
import math
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
WORST = 8
FLOOR = 0.80


def rows(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                yield line.rstrip("\n").split("\t")


def act_of(document):
    """The act that an article of the data is of: pd:8.2.LQ.35 is in pd:8.2.LQ."""
    return document.rpartition(".")[0] if document[:3] == "pd:" else document


def ideal_of(judged):
    """The best ten, each act once: so it stands in what is found."""
    acts = collections.defaultdict(int)
    for document, grade in judged.items():
        acts[act_of(document)] = max(acts[act_of(document)], grade)
    return gain(sorted(acts.values(), reverse=True)[:10])


def once(found, judged):
    """The grades of what is found; a second article of an act adds nothing."""
    met = set()
    for document in found:
        yield 0 if act_of(document) in met else judged.get(document) or 0
        met.add(act_of(document))


def gain(grades):
    return sum((2 ** g - 1) / math.log2(k + 2) for k, g in enumerate(grades))


def ask(tracuu, index, query, options):
    run = subprocess.run([tracuu, "search", "--index", index, "--json",
                          "--limit", "10", *options, query],
                         capture_output=True, check=False)
    if run.returncode not in (0, 1):
        sys.exit("subjects: '%s': %s" % (query, run.stderr.decode().strip()))
    return [hit["id"] for hit in json.loads(run.stdout)["hits"]]


def main():
    arguments, options, worst = sys.argv[1:], [], WORST
    if "--" in arguments:
        at = arguments.index("--")
        arguments, options = arguments[:at], arguments[at + 1:]
    if "--worst" in arguments:
        worst = int(arguments[arguments.index("--worst") + 1])
    judged = collections.defaultdict(dict)
    for query, document, grade, *_ in rows("subjects-judged.tsv"):
        judged[query][document] = int(grade)
    sums, empty = collections.defaultdict(lambda: [0, 0.0, 0, 0, 0]), 0
    for name, part, query in rows("subjects.tsv"):
        of = judged[name]
        found = ask(*arguments[:2], query, options)
        got = [of.get(document) for document in found]
        ideal = ideal_of(of)
        score = gain(once(found, of)) / ideal if ideal else 0
        wrong = got[:3].count(0)
        empty += not got
        for rank, (document, grade) in enumerate(zip(found[:3], got), 1):
            if grade is None:
                print("%s: not judged, at rank %d: %s" % (name, rank, document))
        if len(found) < 3:
            print("%s: only %d found: %s" % (name, len(found), query))
        for total in sums[part], sums["all"]:
            total[0] += 1
            total[1] += score
            total[2] += wrong
            total[3] += got[:3].count(None)
            total[4] += got.count(None)
        if "--lines" in arguments:
            print("%s %.3f %-10s %s" % (name, score, "".join(
                "?" if grade is None else str(grade) for grade in got), query))
    for part, (count, score, wrong, three, ten) in sums.items():
        print("%-4s %2d queries  nDCG@10 %.4f  %d wrong in the first three"
              "  not judged: %d of the first three, %d of ten" % (
                  part, count, score / count, wrong, three, ten))
    count, score, wrong = sums["all"][:3]
    if empty:
        print("%d queries found nothing" % empty)
    if not count or score / count < FLOOR:
        print("nDCG@10 of all is below %.2f" % FLOOR)
    sys.exit(wrong > worst or empty > 0 or not count or score / count < FLOOR)


main()
