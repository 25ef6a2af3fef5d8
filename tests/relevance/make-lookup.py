#!/usr/bin/env python3
"""Writes look-up queries over the documents of ../shared, with a fixed seed.

usage: make-lookup.py DIR > lookup.tsv

DIR holds *.jsonl.xz with {"id","title","text","stated":{number,kind,...}}.
The number that an act states outside its text is taken as its identity where
its head shows the same number; everything else is left out.  Only facts go
into a query: numbers, dates, issuers, titles.  Columns: class, query,
expected.  Expected is what the first hit must be: ids joined by blanks, or
"number:" and the folded number, where several acts bear it.
"""
import collections
import glob
import json
import lzma
import random
import re
import sys
import unicodedata

EACH = 16  # queries of a class


def fold(text):
    text = text.replace("Đ", "D").replace("đ", "d")
    text = unicodedata.normalize("NFD", text)
    return "".join(c for c in text if not unicodedata.combining(c)).lower()


def squeeze(text):
    return re.sub(r"[^a-z0-9]", "", fold(text))


def load(folder):
    acts, parts, seen = [], collections.Counter(), set()
    for path in sorted(glob.glob(folder + "/*.jsonl.xz")):
        for line in lzma.open(path, "rt", encoding="utf-8"):
            r = json.loads(line)
            said = r.get("stated", {})
            number = said.get("number", "")
            if r["id"] in seen or not number:
                continue
            seen.add(r["id"])
            if r.get("part_of"):
                parts[number] += 1
                continue
            head = re.sub(r"\s+", " ", r["text"][:1500])
            r.update(said)
            r["head"] = head
            r["sure"] = squeeze(number) in squeeze(head[:700]) and bool(
                re.search(r"[Ss]ố\s*:?", head))
            acts.append(r)
    return acts, parts


def title(r):
    words = re.sub(r"\s+", " ", r["title"]).strip().rstrip(".")
    words = re.sub(r"^.*?(năm \d{4}|/[^ ]+) ", "", words)
    return re.sub(r" do .* ban hành$", "", words)


def day(r):
    y, m, d = r["date"].split("-")
    return int(y), int(m), int(d)


def spellings(number, rng):
    """Ways to type a symbol that mean the same."""
    blanks = re.sub(r"[/-]", " ", number)
    parts = re.split(r"[/-]", number)
    return {
        "symbol": number,
        "folded": fold(number),
        "plain": fold(blanks),
        "spaced": re.sub(r"([/-])", r" \1 ", number),
        "dashes": number.replace("-", rng.choice("–—‑")),
        "slug": "-".join(fold(p) for p in parts),
        "glued": squeeze(number),
        "capitals": fold(number).upper(),
        "said": rng.choice(["số ", "số: ", "văn bản số ", "so "]) + number,
        "underscore": re.sub(r"[/-]", "_", number),
        "swapped": number.translate(str.maketrans("/-", "-/"))
        if number.count("/") == 1 else number,
        "decomposed": unicodedata.normalize("NFD", number),
        "zero": "0" + number if len(parts[0]) < 3 else number,
        "bracketed": "(" + number + ")",
        "ascii": number.replace("Đ", "D").replace("đ", "d"),
    }


ABBREVIATIONS = {"Nghị định": "NĐ", "Thông tư": "TT", "Quyết định": "QĐ",
                 "Nghị quyết": "NQ", "Chỉ thị": "CT", "Công văn": "CV",
                 "Kế hoạch": "KH", "Thông báo": "TB", "Kết luận": "KL",
                 "Công điện": "CĐ", "Hướng dẫn": "HD"}


def words_of(r, rng):
    """Queries that name kind and number in words."""
    number, kind = r["number"], r["kind"]
    no = re.match(r"\d+", number).group()
    plain = no.lstrip("0") or no
    year = re.match(r"\d+/((?:19|20)\d\d)/", number)
    y, m, d = day(r) if len(r.get("date", "").split("-")) == 3 else (0, 0, 0)
    out = {
        "kind-symbol": kind + " " + number,
        "kind-symbol-folded": fold(kind + " so " + number),
        "kind-plain": fold(kind) + " " + fold(re.sub(r"[/-]", " ", number)),
        "slug-kind": fold(kind).replace(" ", "-") + "-" +
        "-".join(fold(p) for p in re.split(r"[/-]", number)),
    }
    if y:
        out["symbol-date"] = f"{number} ngày {d}/{m}/{y}"
        out["kind-date"] = f"{kind} số {plain} ngày {d:02}/{m:02}/{y}"
        out["kind-date-words"] = fold(
            f"{kind} {plain} ngay {d} thang {m} nam {y}")
        out["kind-topic"] = f"{kind} {plain} năm {y} {title(r)}"[:120]
        out["pasted"] = (f"Căn cứ {kind} số {number} ngày {d:02} tháng {m:02} "
                         f"năm {y} về {title(r)};")[:300]
        if kind in ABBREVIATIONS:
            out["letters-date"] = f"{ABBREVIATIONS[kind]} {plain} {d}/{m}/{y}"
    if year:
        y = year.group(1)
        out["kind-year"] = f"{kind} {no}/{y}"
        out["kind-year-words"] = fold(f"{kind} {plain} nam {y}")
        out["year-loose"] = fold(f"{kind} {plain} {y}")
        if kind in ABBREVIATIONS:
            out["letters-year"] = f"{ABBREVIATIONS[kind]} {no}/{y}"
            out["letters-folded"] = fold(f"{ABBREVIATIONS[kind]} {plain} {y}")
    if r.get("issuer"):
        who = r["issuer"]
        if re.match(r"(Bộ|Chính phủ|Thủ tướng|Bộ Chính trị|Ban)", who):
            out["kind-issuer"] = f"{kind} {plain} {who}" + (f" {y}" if y else "")
    return out


def needs_symbol(name):
    return name in ("symbol", "folded", "plain", "spaced", "dashes", "slug",
                    "glued", "capitals", "said", "underscore", "swapped",
                    "decomposed", "zero", "bracketed", "ascii", "kind-symbol",
                    "kind-symbol-folded", "kind-plain", "slug-kind")


def main():
    rng = random.Random(48)
    acts, _ = load(sys.argv[1])
    bearers = collections.defaultdict(list)
    for r in acts:
        bearers[squeeze(re.sub(r"^0+", "", r["number"]))].append(r)
    sure = [r for r in acts if r["sure"] and r.get("kind") and
            re.match(r"\d+[/-]", r["number"])]
    classes = collections.defaultdict(list)
    rng.shuffle(sure)
    for r in sure:
        known = squeeze(re.sub(r"^0+", "", r["number"]))
        same = [b["id"] for b in bearers[known] if b.get("kind") == r["kind"]]
        normative = re.match(r"\d+/(19|20)\d\d/", r["number"])
        queries = dict(spellings(r["number"], rng))
        queries.update(words_of(r, rng))
        for name, query in queries.items():
            if needs_symbol(name) and not normative:
                expected = "number:" + known
            elif len(same) > 1 and not normative:
                continue
            else:
                expected = " ".join(same)
            classes[name].append((query, expected))
    for name in sorted(classes):
        for query, expected in classes[name][:EACH]:
            print(name, query, expected, sep="\t")


main()
