#!/usr/bin/env python3
"""Asks an index look-up queries and counts how often the right act is first.

usage: score.py TRACUU INDEX TSV [--misses]

The TSV has class, query, expected a line: ids joined by blanks, any of which
may be the first hit; "number:" and a folded number that the first hit must
bear; or "-" where no hit may bear a number that the query names.  Prints
right, asked and the share of each class, and the sum; exit 1 below 0.98.
"""
import collections
import json
import re
import subprocess
import sys
import unicodedata


def squeeze(text):
    text = text.replace("Đ", "D").replace("đ", "d")
    text = unicodedata.normalize("NFD", text).lower()
    text = re.sub(r"[^a-z0-9]", "", "".join(
        c for c in text if not unicodedata.combining(c)))
    return re.sub(r"^0+", "", text)


def ask(tracuu, index, query):
    run = subprocess.run([tracuu, "search", "--index", index, "--json",
                          "--limit", "5", query], capture_output=True)
    if run.returncode not in (0, 1):
        return [{"id": "exit %d" % run.returncode}], {}
    page = json.loads(run.stdout)
    return page.get("hits", []), page


def is_right(expected, hits):
    if expected == "-":
        return not hits or not hits[0].get("stub")
    if not hits:
        return False
    if expected.startswith("number:"):
        return squeeze(hits[0].get("number") or "") == expected[7:]
    return hits[0]["id"] in expected.split(" ")


def main():
    tracuu, index, path = sys.argv[1:4]
    right, asked, misses = collections.Counter(), collections.Counter(), []
    for line in open(path, encoding="utf-8"):
        if line.startswith("#") or not line.strip():
            continue
        name, query, expected = line.rstrip("\n").split("\t")[:3]
        hits, _ = ask(tracuu, index, query)
        asked[name] += 1
        if is_right(expected, hits):
            right[name] += 1
        else:
            first = hits[0] if hits else {}
            misses.append((name, query, expected, first.get("id"),
                           first.get("number")))
    for name in sorted(asked):
        print("%-20s %3d of %3d  %.3f" % (
            name, right[name], asked[name], right[name] / asked[name]))
    share = sum(right.values()) / max(1, sum(asked.values()))
    print("%-20s %3d of %3d  %.3f" % (
        "all", sum(right.values()), sum(asked.values()), share))
    if "--misses" in sys.argv:
        for miss in misses:
            print("miss", *miss, sep="\t")
    sys.exit(share < 0.98)


main()
