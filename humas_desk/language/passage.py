"""One paragraph, ready to be checked: its words, where sentences begin, what is left alone.

Everything is found in one pass over the characters; no pattern here looks back further than a few characters, so that a
hostile text takes no longer than a good one of its length.
"""

from collections.abc import Collection, Sequence
from enum import StrEnum
import re

from humas_desk.release import inline
from humas_desk.release.speech import is_abbreviation

WORD = re.compile(r"\w+(?:[-'’‑]\w+)*")
_CHUNK = re.compile(r"\S+")
_DOMAIN = re.compile(r"(?:[\w-]{1,60}\.){1,5}(?:id|com|org|net|go|co|gov|info)\b")
_ADDRESS_SIGNS = ("@", "#", "://", "www.", ".id", ".com", ".org", ".net", ".go", ".co", ".gov", ".info")
_STARRED = re.compile(r"\*(?!\s)[^*\n]{1,200}\*|(?<!\w)_(?!\s)[^_\n]{1,200}_(?!\w)")
_ENDERS = frozenset(".?!…")
OPENING = frozenset('“‘"([«')
CLOSING = frozenset('”’")]»')
_TITLES_WITH_STOP = frozenset(
    [
        "prof",
        "dr",
        "drs",
        "dra",
        "ir",
        "h",
        "hj",
        "kh",
        "k.h",
        "tgk",
        "no",
        "jl",
        "jln",
        "kab",
        "kec",
        "kel",
        "prov",
        "gg",
        "rt",
        "rw",
        "plt",
        "plh",
        "pj",
        "pjs",
        "sdr",
        "bpk",
        "yth",
        "hlm",
        "tgl",
        "mr",
        "st",
        "bin",
        "lt",
        "gd",
    ]
)


class Role(StrEnum):
    """What a passage is; some rules hold in some roles only."""

    BODY = "isi"
    TITLE = "judul"
    SPEECH = "ucapan"
    """The speech of a quote block: marks and attribution are made around it."""
    ITEM = "butir"
    CELL = "sel"
    NAME = "nama"
    """A name, a position, a city."""


class Passage:
    """A paragraph and its words."""

    __slots__ = (
        "_offsets",
        "base",
        "ends",
        "first",
        "gaps",
        "goes_on",
        "is_capitals",
        "lows",
        "place",
        "raws",
        "role",
        "shield",
        "starts",
        "text",
        "words",
    )

    def __init__(
        self, text: str, *, place: str = "", role: Role = Role.BODY, base: int = 0, has_markup: bool = False
    ) -> None:
        """`base`: where the paragraph starts in its place; `has_markup`: the text is inline markup, else plain."""
        self.place, self.role, self.base = place, role, base
        self.goes_on = False
        """Whether the speech that opens here goes on in the next paragraph, so that its mark need not close."""
        self._offsets: Sequence[int] | None = None
        self.text = text
        self.shield = bytearray()
        if has_markup and ("*" in text or "\\" in text):
            self._read_markup(text)
        else:
            self.shield = bytearray(len(text))
            if not has_markup:
                self._shield_starred()
        self._find_words()
        self._shield_addresses()
        letters = [raw for raw in self.raws if raw[0].isalpha()]
        self.is_capitals = len(letters) > 2 and sum(raw.isupper() for raw in letters) > len(letters) * 0.7

    def _read_markup(self, raw: str) -> None:
        parts: list[str] = []
        offsets: list[int] = []
        for piece in inline.parse(raw):
            parts.append(piece.text)
            offsets.extend(range(piece.offset, piece.offset + len(piece.text)))
            self.shield.extend((b"\1" if piece.italic else b"\0") * len(piece.text))
        self.text, self._offsets = "".join(parts), offsets

    def _shield_starred(self) -> None:
        """In a plain text, *foreign* words stand between stars or low lines."""
        if "*" in self.text or "_" in self.text:
            for found in _STARRED.finditer(self.text):
                self.protect(found.start(), found.end())

    def _find_words(self) -> None:
        text = self.text
        starts: list[int] = []
        ends: list[int] = []
        raws: list[str] = []
        for found in WORD.finditer(text):
            starts.append(found.start())
            ends.append(found.end())
            raws.append(found[0])
        self.starts, self.ends, self.raws = starts, ends, raws
        self.lows = [raw.lower() for raw in raws]
        self.words = set(self.lows)
        """Every word once: what a rule looks for is mostly not there."""
        before = [0, *ends]
        self.gaps = [text[before[index] : start] for index, start in enumerate(starts)]
        self.first = [not index or (gap != " " and self._begins(index, gap)) for index, gap in enumerate(self.gaps)]

    def _begins(self, index: int, gap: str) -> bool:
        """Whether this word opens a sentence, or a quoted one."""
        mark = gap.strip().lstrip('”’")]» ')[:1]
        if gap[-1] in '“"' and (", " in gap or ": " in gap or gap[:2] in {", ", ": "}):
            return True
        if mark not in _ENDERS and gap[:1] not in _ENDERS:
            return "\n" in gap
        if not self.raws[index][0].isupper() and not self.raws[index][0].isdigit():
            return False
        return not (gap.startswith(".") and gap.strip() == "." and self.is_short(index - 1))

    def is_short(self, index: int) -> bool:
        """Whether the stop after this word is the word's own."""
        raw, low = self.raws[index], self.lows[index]
        is_initial = len(raw) == 1 and raw.isupper()
        return is_initial or low in _TITLES_WITH_STOP or is_abbreviation(raw + ".")

    def _shield_addresses(self) -> None:
        text = self.text
        if not any(sign in text for sign in _ADDRESS_SIGNS):
            return
        for found in _CHUNK.finditer(text):
            chunk = found[0]
            is_address = "://" in chunk or "www." in chunk or "@" in chunk or chunk.startswith("#")
            if is_address or ("." in chunk and len(chunk) < 300 and _DOMAIN.search(chunk)):
                self.protect(found.start(), found.start() + len(chunk.rstrip('.,;:!?)”"')))

    def protect(self, start: int, end: int) -> None:
        """Leave these characters alone."""
        self.shield[start:end] = b"\1" * (end - start)

    def is_free(self, index: int) -> bool:
        """Whether the word may be judged."""
        return not self.shield[self.starts[index]]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """A span of the plain text as offsets in the place's raw value."""
        if self._offsets is None:
            return self.base + start, self.base + end
        if not self._offsets:
            return self.base, self.base
        first = self._offsets[start] if start < len(self._offsets) else self._offsets[-1] + 1
        last = self._offsets[end - 1] + 1 if end > start else first
        return self.base + first, self.base + last

    def low(self, index: int) -> str:
        """The word there in small letters; "" beyond the ends."""
        return self.lows[index] if 0 <= index < len(self.lows) else ""

    def raw(self, index: int) -> str:
        """The word there as written; "" beyond the ends."""
        return self.raws[index] if 0 <= index < len(self.raws) else ""

    def gap(self, index: int) -> str:
        """What stands before the word; for the index after the last word, what stands after it."""
        if index < len(self.gaps):
            return self.gaps[index] if index >= 0 else ""
        return self.text[self.ends[-1] :] if index == len(self.gaps) and self.ends else ""

    def is_name_word(self, index: int) -> bool:
        """Whether the word has a capital that its place does not explain."""
        return self.raws[index][0].isupper() and not self.first[index]

    def word_at(self, position: int) -> int:
        """The index of the first word that starts at or after the position."""
        low, high = 0, len(self.starts)
        while low < high:
            middle = (low + high) // 2
            if self.starts[middle] < position:
                low = middle + 1
            else:
                high = middle
        return low

    def sentence(self, index: int) -> tuple[int, int]:
        """First word and one past the last word of the sentence around; at most 120 words each way."""
        start = index
        while start > 0 and not self.first[start] and index - start < 120:
            start -= 1
        end = index + 1
        while end < len(self.first) and not self.first[end] and end - index < 120:
            end += 1
        return start, end


def like(sample: str, word: str) -> str:
    """The word with the sample's capitals: all, the first, or none."""
    if sample.isupper() and len(sample) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if sample[:1].isupper() else word


def shared_words(texts: Collection[str]) -> frozenset[str]:
    """All words of these texts, small letters."""
    return frozenset(found.lower() for text in texts for found in WORD.findall(text))
