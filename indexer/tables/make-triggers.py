#!/usr/bin/env python3
"""triggers.tsv, objects.tsv -> triggers.inc: the words that say how an act is meant.

Run in this folder: ./make-triggers.py > triggers.inc

With the flag "objects" a verb is said of what is no act as well: with a noun of
objects.tsv behind it ("thu hồi giấy phép") it says nothing.

reach is how many tokens may stand between the words and the mention.
"""
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "common", "text", "tables"))
from fold import lower, phrase, rows, string  # noqa: E402

triggers = rows(os.path.join(HERE, "triggers.tsv"))
nouns = [row["noun"] for row in rows(os.path.join(HERE, "objects.tsv"))]
for t in list(triggers):
    flags = t["flags"].split()
    if "objects" in flags:
        t["flags"] = " ".join(f for f in flags if f != "objects")
        triggers += [dict(t, phrase=t["phrase"] + " " + noun,
                          relation="related", reach="0", flags="neutral")
                     for noun in nouns]
print("/* Made by make-triggers.py from triggers.tsv. */")
print("/* clang-format off */")
print("static const char *const trigger_phrases[] = {")
for t in triggers:
    print("    " + string(phrase(t["phrase"])) + ",")
print("};")
print("static const trigger triggers[] = {")
for t in triggers:
    flags = " | ".join("TRIGGER_" + f.upper() for f in t["flags"].split())
    word = lower(t["phrase"])
    print("    {REL_%s, %s, %s, %s}," % (
        t["relation"].upper(), t["reach"], flags or "0",
        string("" if " " in word else word)))
print("};")
print("/* clang-format on */")
