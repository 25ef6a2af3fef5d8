#!/usr/bin/env python3
"""lookalikes.tsv -> lookalikes.inc: what a scanner takes for something else.

    python3 make-lookalikes.py > lookalikes.inc
"""
import os

from fold import rows, string

HERE = os.path.dirname(os.path.abspath(__file__))

print("/* Made by make-lookalikes.py from lookalikes.tsv. */")
print("/* clang-format off */")
print("static const struct lookalike {")
print("    char digit; /* 0: none looks so */")
print("    const char *letters;")
print("} lookalikes[128] = {")
for row in rows(os.path.join(HERE, "lookalikes.tsv")):
    digit = "'%s'" % row["digit"] if row["digit"] else "0"
    print("    ['%s'] = {%s, %s}," % (
        row["read"], digit, string(row["letters"])))
print("};")
print("/* clang-format on */")
