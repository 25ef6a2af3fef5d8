#!/usr/bin/env python3
"""relations.tsv -> relations.inc: one row a relation and one its inverse.

Run in this folder: ./make-relations.py > relations.inc
"""
import os

HERE = os.path.dirname(os.path.abspath(__file__))


def string(text):
    return '"' + text + '"'


def row(code, vietnamese, english, inverse, strength, ends, changes, names="",
        covers=""):
    fields = ", ".join(string(f) for f in (code, vietnamese, english))
    flags = ", ".join("true" if f else "false" for f in (ends, changes))
    covered = "RELATION_COUNT" if covers == "*" else "REL_" + (
        covers or code).upper()
    print("    [REL_%s] = {%s, REL_%s, %s, %s, %s, %s}," % (
        code.upper(), fields, inverse.upper(), strength, flags, string(names),
        covered))


with open(os.path.join(HERE, "relations.tsv"), encoding="utf-8") as file:
    lines = [l.rstrip("\n").split("\t") for l in file if l.strip()]
table = [dict(zip(lines[0], line + [""])) for line in lines[1:]]
known = {r["code"] for r in table}

print("/* Made by make-relations.py from relations.tsv. */")
print("/* clang-format off */")
print("static const relation_info relations[RELATION_COUNT] = {")
for r in table:
    row(r["code"], r["vietnamese"], r["english"], r["inverse"], r["strength"],
        r["flags"] == "ends", r["flags"] == "changes", r["names"], r["covers"])
for r in table:
    if r["inverse"] not in known:
        row(r["inverse"], r["inverse_vietnamese"], r["inverse_english"],
            r["code"], r["strength"], False, False)
print("};")
print("/* clang-format on */")
