"""fold: the folding of the C code, for the scripts that make tables."""
import re
import unicodedata


def lower(text):
    """Lower case, composed; the strokes and marks stay."""
    return unicodedata.normalize("NFC", text).lower()


def letters(text):
    """Lower case without marks, d for d-with-stroke; what is no letter or
    digit stays."""
    text = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(c for c in text if not unicodedata.combining(c))


def phrase(text):
    """Folded tokens with one blank between."""
    return " ".join(re.findall(r"[a-z0-9]+", letters(text)))


def string(text):
    """A C string constant."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def rows(path):
    """The rows of a TSV file with a heading, as dictionaries."""
    with open(path, encoding="utf-8") as file:
        lines = [l.rstrip("\n").split("\t") for l in file if l.strip()]
    head = lines[0]
    return [
        dict(zip(head, line + [""] * (len(head) - len(line))))
        for line in lines[1:]
    ]


def print_numbers(name, kind, numbers):
    """An array of a C table, many numbers a line."""
    print("static const %s %s[] = {" % (kind, name))
    line = ""
    for number in numbers:
        if len(line) + len(str(number)) > 78:
            print(line)
            line = ""
        line += "%d," % number
    print(line)
    print("};")
