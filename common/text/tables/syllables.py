"""The numbering of folded syllables, read from syllables.tsv.

Shared by the scripts that number words, so that the C tables, the list of
pairs and the phrases speak of the same ids.
"""

import os
import unicodedata as ucd

ROOM = 192  # numbers kept for the rimes of one onset
KNOWN = 16384  # SYLLABLE_ID_KNOWN


def fold(text):
    text = ucd.normalize("NFD", text.lower()).replace("đ", "d")
    return "".join(c for c in text if not ucd.combining(c))


def key(folded):
    """The i/y key of a folded syllable, as in syllable.c."""
    if len(folded) == 2 and folded[0] in "hklmst" and folded[1] == "i":
        return folded[0] + "y"
    if folded in ("qui", "quit", "quinh", "quich"):
        return "quy" + folded[3:]
    return folded


def unique(items):
    return list(dict.fromkeys(items))


class Syllables:
    def __init__(self):
        path = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                            "syllables.tsv")
        rows = {"onset": [], "rime": [], "q": []}
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                if not line.startswith("#"):
                    use, words = line.rstrip("\n").split("\t")
                    rows[use] += words.split(" ")
        rows["onset"] = ["" if o == "-" else o for o in rows["onset"]]
        self.onsets, self.rimes, self.q_rimes = rows.values()
        self.folded_onsets = unique(map(fold, self.onsets))
        self.folded_rimes = unique(map(fold, self.rimes))
        self.folded_q = [r for r in unique(map(fold, self.q_rimes))
                         if r not in self.folded_rimes]
        numbered = self.folded_rimes + self.folded_q
        if len(numbered) > ROOM or ROOM * len(self.folded_onsets) >= KNOWN:
            raise SystemExit("syllables.tsv: too many rows for the numbering")
        self.number = {}
        for o, onset in enumerate(self.folded_onsets):
            for r, rime in enumerate(numbered):
                if rime in self.folded_q and onset != "qu":
                    continue
                self.number.setdefault(onset + rime, []).append(
                    (len(onset), 1 + o * ROOM + r))
        # Of several readings (gi + ai, g + iai) the longest onset counts.
        self.number = {s: max(v)[1] for s, v in self.number.items()}

    def id(self, folded):
        """The id of a folded syllable, or 0 if it is none."""
        return self.number.get(folded, 0)

    def token_id(self, word):
        """syllable_id of the C code, of what may be no syllable."""
        folded, value = key(fold(word)), 2166136261
        if self.id(folded):
            return self.id(folded)
        for byte in folded.encode():
            value = (value ^ byte) * 16777619 % 2**32
        value ^= value >> 16
        return KNOWN + value % (65536 - KNOWN)
