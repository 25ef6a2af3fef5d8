#!/usr/bin/env python3
"""Writes texts in an old encoding: encode.py SHARED ENCODING OUT TEXT...

SHARED has the tables of language/legacy, which are not those of the program.
OUT/N.bytes has the bytes of text N, and OUT/N.points what a converter makes
of them that takes them for windows-1252.
"""

import os
import sys
import unicodedata

TABLES = {
    "TCVN3": "tcvn3.tsv",
    "VNI": "vni-win.tsv",
    "VISCII": "viscii_glibc.tsv",
    "VPS": "vps.tsv",
    "windows-1258": "wincp1258pre.tsv",
}


def read_table(path):
    table = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#"):
                continue
            cells = line.rstrip("\n").split("\t")
            code = next(cell for cell in cells[1:] if cell.startswith("U+"))
            if int(code[2:], 16) > 0x7F:
                table.setdefault(chr(int(code[2:], 16)),
                                 bytes.fromhex(cells[0]))
    return table


def encode(text, table):
    out = bytearray()
    for char in unicodedata.normalize("NFC", text):
        out += table.get(char) or char.encode("cp1252", "replace")
    return bytes(out)


def surface(code):
    try:
        return bytes([code]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(code)


def main():
    shared, encoding, out = sys.argv[1:4]
    table = read_table(
        os.path.join(shared, "language", "legacy", TABLES[encoding]))
    for number, path in enumerate(sys.argv[4:]):
        with open(path, encoding="utf-8", errors="replace") as file:
            data = encode(file.read(), table)
        name = os.path.join(out, str(number))
        with open(name + ".bytes", "wb") as file:
            file.write(data)
        with open(name + ".points", "w", encoding="utf-8") as file:
            file.write("".join(surface(code) for code in data))


main()
