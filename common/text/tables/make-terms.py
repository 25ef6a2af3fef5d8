#!/usr/bin/env python3
"""terms.tsv -> terms.inc: the days on which terms began.

Run in this folder: ./make-terms.py > terms.inc

Series k is the Central Committee, q the Quốc hội, n the Đoàn.
"""
import os

from fold import rows

HERE = os.path.dirname(os.path.abspath(__file__))

print("/* Made by make-terms.py from terms.tsv. */")
print("/* clang-format off */")
print("static const struct term_row {")
print("    char series;")
print("    unsigned short number;")
print("    uint32_t first; /* YYYYMMDD */")
print("} term_rows[] = {")
for row in rows(os.path.join(HERE, "terms.tsv")):
    print("    {'%s', %s, %s}," % (row["series"], row["number"],
                                   row["first"].replace("-", "")))
print("};")
print("/* clang-format on */")
