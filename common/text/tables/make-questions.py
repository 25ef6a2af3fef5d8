#!/usr/bin/env python3
"""questions.tsv -> questions.inc: words that ask.

Run in this folder: ./make-questions.py > questions.inc
"""
import os

from fold import phrase, rows, string

HERE = os.path.dirname(os.path.abspath(__file__))
PLACES = {"any": "PLACE_ANY", "start": "PLACE_START", "end": "PLACE_END"}

table = rows(os.path.join(HERE, "questions.tsv"))
print("/* Made by make-questions.py from questions.tsv. */")
print("/* clang-format off */")
print("static const char *const question_phrases[] = {")
for row in table:
    print("    %s," % string(phrase(row["phrase"])))
print("};")
print("static const struct question_row {")
print("    const char *written;")
print("    enum question_place place;")
print("    bool defines;")
print("} question_rows[] = {")
for row in table:
    print("    {%s, %s, %s}," % (string(row["phrase"]), PLACES[row["place"]],
                                 "true" if row["defines"] == "yes"
                                 else "false"))
print("};")
print("/* clang-format on */")
