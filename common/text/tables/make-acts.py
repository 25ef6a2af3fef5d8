#!/usr/bin/env python3
"""acts-known.tsv, acts-derived.tsv -> acts.inc: acts of the Party's centre.

Run in this folder: ./make-acts.py > acts.inc

acts-derived.tsv is made by derive-acts.py from official texts, acts-known.tsv
was written by hand.
"""
import os

from fold import rows, string

HERE = os.path.dirname(os.path.abspath(__file__))

acts = set()
for file in "acts-known.tsv", "acts-derived.tsv":
    for row in rows(os.path.join(HERE, file)):
        acts.add((row["kind"], int(row["number"]),
                  int(row["adopted"].replace("-", ""))))
print("/* Made by make-acts.py from acts-known.tsv and acts-derived.tsv. */")
print("/* clang-format off */")
print("static const struct act_row {")
print("    const char *kind;")
print("    unsigned short number;")
print("    uint32_t adopted; /* YYYYMMDD */")
print("} act_rows[] = {")
for kind, number, day in sorted(acts):
    print("    {%s, %d, %d}," % (string(kind), number, day))
print("};")
print("/* clang-format on */")
