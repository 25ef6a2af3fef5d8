#!/usr/bin/env python3
"""plenums.tsv -> plenums.inc: the resolution that a plenum is known by.

Run in this folder: ./make-plenums.py > plenums.inc

Only plenums whose name stands for one resolution ("Nghị quyết Trung ương 4
khóa XII"); those that gave several are left out.
"""
import os

from fold import rows, string

HERE = os.path.dirname(os.path.abspath(__file__))

print("/* Made by make-plenums.py from plenums.tsv. */")
print("/* clang-format off */")
print("static const struct plenum_row {")
print("    unsigned char term, plenum;")
print("    const char *kind, *number;")
print("} plenum_rows[] = {")
for row in rows(os.path.join(HERE, "plenums.tsv")):
    print("    {%s, %s, %s, %s}," % (row["term"], row["plenum"],
                                     string(row["kind"]),
                                     string(row["number"])))
print("};")
print("/* clang-format on */")
