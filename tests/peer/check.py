#!/usr/bin/env python3
"""Holds the program to the test cases of other programs:
check.py TRACUU SHARED EXCEPTIONS

Only rows that state a rule we share are compared: where the tone stands, the
order of marks, look-alikes, folding, old encodings, where words end.  What is
listed in EXCEPTIONS (file, row, reason) is no failure: a row is named
"row N" or by "class NAME", and "*" tells why all of a file is left out; a
listed row that agrees after all is an error.  Prints one line a file, then "P F".
"""

import collections
import itertools
import json
import os
import subprocess
import sys
import unicodedata

TONES = "\u0300\u0301\u0303\u0309\u0323"


def rows(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#") and line.strip():
                yield line.rstrip("\n").split("\t")


class Program:
    def __init__(self, path):
        self.path = path

    def explain(self, stage, texts):
        lines = "".join(json.dumps({"id": str(n), "text": text}) + "\n"
                        for n, text in enumerate(texts))
        done = subprocess.run([self.path, "explain", stage, "--jsonl", "-"],
                              input=lines.encode(), stdout=subprocess.PIPE,
                              check=True)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def normalize(self, texts):
        return [r["text"] for r in self.explain("normalize", texts)]

    def tokens(self, texts, form):
        return [[t[form] for t in r["tokens"]]
                for r in self.explain("tokens", texts)]


def unescaped(text):
    return text.replace("\\t", "\t").replace("\\n", "\n")


# Each check yields (input, class, wanted, got).


def check_normal(program, cells, want, unescape=False):
    cells = list(cells)
    inputs = [unescaped(c[0]) if unescape else c[0] for c in cells]
    for c, got in zip(cells, program.normalize(inputs)):
        yield c[0], c[3] if len(c) > 3 else "", want(c), got


def check_same_normal(program, cells):
    """Both spellings have one normal form."""
    cells = list(cells)
    left = program.normalize([c[0] for c in cells])
    right = program.normalize([c[1] for c in cells])
    for c, a, b in zip(cells, left, right):
        yield c[0], "", b, a


def check_folded(program, cells, want):
    cells = list(cells)
    for c, got in zip(cells, program.tokens([c[0] for c in cells], "folded")):
        yield c[0], "", want(c), got


def only_words(text):
    """The words of a tokenized text, without punctuation."""
    return [w for w in text.replace("_", " ").split()
            if any(c.isalnum() for c in w)]


def check_words(program, cells, at, want):
    """The words are the same; both are in the form of our tokens."""
    cells = list(cells)
    got = program.tokens([unescaped(c[at]) for c in cells], "exact")
    wanted = program.tokens([" ".join(only_words(want(c))) for c in cells],
                            "exact")
    for c, w, g in zip(cells, wanted, got):
        yield c[at], "", w, g


def check_restored(program, cells):
    cells = list(cells)
    left = program.tokens([c[0] for c in cells], "folded")
    right = program.tokens([c[1] for c in cells], "folded")
    for c, a, b in zip(cells, left, right):
        yield c[0], "", b, a


def check_legacy(program, cells):
    """The rows of one encoding are one text, since single words prove
    nothing; what is in none is judged alone."""
    cells = list(cells)
    for name in ("tcvn3", "tcvn3-pdf", "vni"):
        block = [c for c in cells if c[0] == name]
        text = "\n".join(c[1] for c in block)
        lines = program.explain("text", [text])[0]["text"].split("\n")
        for c, got in zip(block, lines):
            fold = str.lower if name != "vni" else str
            yield c[1], name, fold(c[2]), fold(got)
    alone = [c for c in cells if c[0] == "none"]
    for c, r in zip(alone, program.explain("text", [c[1] for c in alone])):
        yield c[1], "none", c[2], r["text"]


def mark_orders():
    """Every vowel with its marks in every order, and partly composed."""
    for vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY":
        for tone in TONES:
            whole = unicodedata.normalize("NFC", vowel + tone)
            base, *marks = unicodedata.normalize("NFD", whole)
            for order in set(itertools.permutations(marks)):
                forms = {base + "".join(order), unicodedata.normalize(
                    "NFC", base + order[0]) + "".join(order[1:])}
                for form in forms:
                    yield ["t" + form + "n", "t" + whole + "n"]


def check_orders(program):
    cells = list(mark_orders())
    for c, r in zip(cells, program.explain("text", [c[0] for c in cells])):
        yield c[0], "", c[1], r["text"]


def checks(program, language):
    def peer(name):
        return rows(os.path.join(language, "peer_tests", name))

    def table(name):
        return rows(os.path.join(language, name))

    def first(c):
        return c[1]

    yield "underthesea/token_rules.tsv", check_normal(
        program, peer("underthesea/token_rules.tsv"), lambda c: c[2])
    for name in ("underthesea/text_normalize.tsv",
                 "underthesea/character_rules.tsv",
                 "viet_text_tools/normalize_old.tsv"):
        yield name, check_normal(program, peer(name), first, True)
    for name in ("viet_text_tools/normalize_new.tsv",
                 "vncorenlp/tone_old_new.tsv"):
        yield name, check_same_normal(program, peer(name))
    yield "tone_placement_new_old.tsv", check_normal(
        program, (c[:2] for c in table("tone_placement_new_old.tsv")), first)
    yield "mark orders", check_orders(program)
    yield "lucene/icu_folding.tsv", check_folded(
        program, peer("lucene/icu_folding.tsv"), lambda c: c[1].split("|"))
    yield "charabia/vietnamese.tsv", check_folded(
        program, peer("charabia/vietnamese.tsv"), lambda c: c[2].split())
    yield "underthesea/restore_diacritics.tsv", check_restored(
        program, peer("underthesea/restore_diacritics.tsv"))
    for name in ("duydo_es/analyzer.tsv", "coccoc/readme_examples.tsv"):
        yield name, check_words(
            program, peer(name), 0, lambda c: c[1].replace("|", " "))
    for name in ("pyvi/syllabelize.tsv", "rdrsegmenter/train_gold.tsv",
                 "vtb/vtb_dev.tsv", "pyvi/vtb_segmented.tsv"):
        yield name, check_words(program, peer(name), 0, first)
    yield "underthesea/regex_tokenize.tsv", check_words(
        program, peer("underthesea/regex_tokenize.tsv"), 1, lambda c: c[2])
    yield "viparse/legacy_convert.tsv", check_legacy(
        program, peer("viparse/legacy_convert.tsv"))


def main():
    program, shared, listed = sys.argv[1:]
    known = {(c[0], c[1]) for c in rows(listed)}
    used = set()
    total = collections.Counter()
    for name, cases in checks(Program(program),
                              os.path.join(shared, "language")):
        count = collections.Counter()
        for row, (text, kind, want, got) in enumerate(cases, 1):
            excuses = {(name, "row %d" % row),
                       (name, "class " + kind)} & known
            if want == got:
                count["passed"] += 1
            elif excuses:
                used |= excuses
                count["excepted"] += 1
            else:
                print("FAIL peer: %s: %s\n    wanted %s\n    got    %s"
                      % (name, text, want, got))
                count["failed"] += 1
        print("%-36s %5d passed %3d failed %4d excepted"
              % (name, count["passed"], count["failed"], count["excepted"]))
        total += count
    for name, row in sorted(known - used):
        if row != "*":
            print("FAIL peer: %s: listed, but it agrees: %s" % (name, row))
            total["failed"] += 1
    print(total["passed"], total["failed"])


main()
