#!/usr/bin/env python3
"""Mines completions.inc, the phrases that suggestions complete words to.

    xz -dc *.jsonl.xz | python3 make-completions.py laws-*.tsv > completions.inc

Reads JSON Lines with "title" and "text", of a text only the beginning.  A
phrase has two to five syllables that belong together more than chance has it,
is not the most part of one longer phrase, and neither starts nor ends with a
word of grammar.  Its number is how often the texts have it.  The laws of the
tables are phrases too, and count more: they are what people look for.
"""

import json
import math
import re
import sys
import unicodedata
from collections import Counter, defaultdict

from fold import phrase, rows as rows_of
from syllables import Syllables, fold, key

PHRASES = 6000
LENGTH = 5  # syllables
LEAST = 15  # times that it is seen
BEGINNING = 1000  # letters of a text
SHARE = 0.2  # of its folded form, less is a slip
CLOSED = 0.6  # share of its places where one and the same word stands beside
CLOSED_PAIR = 0.85  # the same for what stands before two syllables
LAW = 3  # times that a law counts
LAW_LEAST = 200
BOUND = 2.5  # logarithm of how much oftener than by chance
INSIDE = {"và", "của", "về", "trong", "không", "một", "ngày", "số", "điều",
          "việc", "làm", "lại", "ra", "đối", "có", "thứ", "hai", "khoản"}
KINDS = {"l": "Luật", "bl": "Bộ luật", "pl": "Pháp lệnh", "hp": ""}
WORD = re.compile(r"[^\W_]+|[.;:?!()\[\]{}…]|\n")
GRAMMAR = set(
    "và của các những được là theo tại cho với để trong khi về do này đó có "
    "không phải thì mà hoặc từ đến bởi như sẽ đã đang trên dưới ngoài vào ra "
    "bị ở nếu một hai ba bốn năm mỗi mọi số ngày tháng điều khoản điểm nêu "
    "sau trước gồm bao nhằm đối nói cùng cũng còn lại vì nhưng hay đây nhau "
    "này kia vẫn chỉ rất càng chưa "
    "việc khác thuộc qua rằng tới nào gì làm thứ căn cứ quý trừ".split())
OPENERS = {"điều kiện", "điều tra", "điều lệ", "điều hành", "điều động",
           "điều chỉnh", "điều ước", "điều trị", "điều dưỡng", "trong nước",
           "số liệu", "số hóa", "đối tượng", "đối ngoại", "đối thoại",
           "căn cước", "khoản vay", "thuộc tính", "không gian", "hai bên",
           "việc làm", "có công", "điểm du", "lại quả", "năm học",
           "ra quân", "cùng kỳ", "làm việc", "thứ trưởng", "tháng thanh",
           "ngày truyền", "ngày hội", "một cửa"}
CLOSERS = {"trong nước", "đại hội", "việc làm", "đối với", "thành phần"}


def words_of(text):
    line = []
    for match in WORD.finditer(text):
        word = match.group()
        if word.isalpha():
            line.append(word.lower())
        elif line:
            yield line
            line = []
    if line:
        yield line


def read(stream):
    syllables, known, lines = Syllables(), {}, []
    for record in map(json.loads, stream):
        text = (record.get("title") or "") + "\n" + \
            (record.get("text") or "")[:BEGINNING]
        document = []
        for line in words_of(unicodedata.normalize("NFC", text)):
            part = []
            for word in line:
                if word not in known:
                    known[word] = bool(syllables.id(key(fold(word))))
                if known[word]:
                    part.append(word)
                    continue
                document.append(part)
                part = []
            document.append(part)
        lines.append([part for part in document if len(part) > 1])
    return lines


def count(documents):
    """How often there is each run of syllables, from those runs on that are
    frequent themselves."""
    found = Counter()
    for length in range(1, LENGTH + 2):
        here = Counter()
        for lines in documents:
            for line in lines:
                for i in range(len(line) - length + 1):
                    run = tuple(line[i:i + length])
                    if length < 2 or (run[:-1] in found
                                      and run[1:] in found):
                        here[run] += 1
        found.update({run: n for run, n in here.items() if n >= LEAST})
    return found


def choose(found, total):
    longer = defaultdict(int)
    for run, n in found.items():
        if len(run) > 2:
            longer[run[:-1], 0] = max(longer[run[:-1], 0], n)
            longer[run[1:], 1] = max(longer[run[1:], 1], n)
    rows = []
    for run, n in found.items():
        if not 2 <= len(run) <= LENGTH:
            continue
        first, last = " ".join(run[:2]), " ".join(run[-2:])
        if (run[0] in GRAMMAR and first not in OPENERS) or \
                (run[-1] in GRAMMAR and last not in CLOSERS):
            continue
        if any(word in GRAMMAR - INSIDE for word in run[1:-1]):
            continue
        closed = CLOSED if len(run) > 2 else CLOSED_PAIR
        if longer[run, 0] > CLOSED * n or longer[run, 1] > closed * n:
            continue
        bound = min(
            math.log(n * total / (found[run[:i]] * found[run[i:]]))
            for i in range(1, len(run)))
        ends = min(
            math.log(found[pair] * total /
                     (found[pair[:1]] * found[pair[1:]]))
            for pair in (run[:2], run[-2:]))
        if bound > BOUND - 0.5 * (len(run) - 2) and ends > BOUND:
            rows.append((n, " ".join(run)))
    most = defaultdict(int)
    for n, text in rows:
        most[fold(text)] = max(most[fold(text)], n)
    rows = [(n, text) for n, text in rows if n >= SHARE * most[fold(text)]]
    return sorted(rows, reverse=True)[:PHRASES]


def laws(paths, found):
    named = {}
    for path in paths:
        for row in rows_of(path):
            name = (KINDS[row["kind"]] + " " + row["name"]).strip()
            words = tuple(re.findall(r"[^\W_]+", name.lower()))
            named[phrase(name)] = (max(LAW_LEAST, LAW * found[words]), name)
    return named


def main():
    documents = read(sys.stdin)
    total = sum(len(line) for lines in documents for line in lines)
    found = count(documents)
    named = laws(sys.argv[1:], found)
    rows = [(phrase(text), text, n) for n, text in choose(found, total)]
    rows = [row for row in rows if row[0] not in named] + \
        [(folded, text, n) for folded, (n, text) in named.items()]
    print("/* Generated by make-completions.py from legal and Party texts. */")
    print("/* clang-format off */")
    print("static const completion rows[] = {")
    for folded, text, n in sorted(rows):
        print('{"%s","%s",%d},' % (folded, text, n))
    print("};")


if __name__ == "__main__":
    main()
