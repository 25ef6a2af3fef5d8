#!/usr/bin/env python3
"""kinds.tsv -> kinds.inc: the kinds, their names and their letters.

Run in this folder: ./make-kinds.py > kinds.inc
"""
import os

from fold import letters, lower, phrase, rows, string

HERE = os.path.dirname(os.path.abspath(__file__))


def split(text):
    return [part for part in text.split(";") if part]


def flag(value):
    return "true" if value else "false"


def traits(text):
    return " | ".join("KIND_" + t.upper() for t in split(text)) or "0"


kinds = rows(os.path.join(HERE, "kinds.tsv"))
print("/* Made by make-kinds.py from kinds.tsv. */")
print("/* clang-format off */")
print("static const kind kinds[] = {")
for k in kinds:
    fields = [k["code"], k["name"], phrase(k["name"]), k["letters"],
              k["english"]]
    flags = [flag(w in k["who"]) for w in "psm"] + [flag(k["normative"] == "1")]
    print("    {" + ", ".join([string(f) for f in fields] + flags +
                               [traits(k["traits"]), k["party_most"] or "0"]) + "},")
print("};")

names = [(phrase(n), i) for i, k in enumerate(kinds)
         for n in [k["name"]] + split(k["other_names"])]
print("static const char *const kind_phrases[] = {")
for name, _ in names:
    print("    " + string(name) + ",")
print("};")
print("static const unsigned char kind_of_phrase[] = {")
print("    " + ", ".join(str(i) for _, i in names) + ",")
print("};")

# Sorted by the folded letters; equal ones by likelihood: the order of the
# rows, usual letters before others.
marks = sorted(
    [(letters(m), rank, i, lower(m)) for i, k in enumerate(kinds)
     for rank, m in enumerate([k["letters"]] + split(k["other_letters"])) if m],
    key=lambda mark: (mark[0], mark[2]))
print("static const struct kind_mark {")
print("    const char *folded, *lower;")
print("    unsigned char kind;")
print("} kind_marks[] = {")
for folded, _, i, low in marks:
    print("    {%s, %s, %d}," % (string(folded), string(low), i))
print("};")
print("/* clang-format on */")
