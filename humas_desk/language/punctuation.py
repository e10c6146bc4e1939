"""Spaces and small signs (K12, K59–K62)."""

from collections.abc import Iterator
import re

from humas_desk.language.findings import Hit
from humas_desk.language.kit import Kit
from humas_desk.language.passage import Passage, Role

_SPACE_BEFORE = re.compile(r"(?<=[^\s.…])(?P<x>[ \t\u00a0]+)(?P<mark>[,;:?!]|\.(?!\.\.|\d))(?=\s|$|[”\"’)])")
_AFTER_COMMA = re.compile(r"(?<=[^\W\d_])(?P<mark>[,;])(?=[^\W\d_])|(?<=\d)(?P<mark2>[,;])(?=[^\W\d_])")
_AFTER_COLON = re.compile(r"(?<=[a-z]{3}):(?=[A-Za-z“])")
_AFTER_STOP = re.compile(r"(?<=[a-z]{3})\.(?=[A-Z][a-z])|(?<=[a-z]{2}[?!])(?=[A-Z])")
_BEFORE_OPEN = re.compile(r"(?<=[^\W\d_])(?=[“(](?!s\)|nya\)|an\)))|(?<=,)(?=“\w)|(?<=”)(?=[^\W\d_])")
_INSIDE = re.compile(r"(?P<open>[(\[])(?P<x>[ \u00a0]+)(?=\S)|(?<=\S)(?P<y>[ \u00a0]+)(?P<close>[)\]])")
_AFTER_OPENING = re.compile(r"[“‘][ \u00a0]+(?=\S)")
_BEFORE_CLOSING = re.compile(r"(?<=[^\s])[ \u00a0]+”(?!\w)")
_SPACES = re.compile(r"(?<=\S)(?:[ \u00a0]{2,}|[ \u00a0]*\t[ \t\u00a0]*)(?=\S)")
_ORDINARY = frozenset(
    (" ", ", ", ". ", "", "“", " “", ",” ", ".” ", ", “", ". “", "” ", "”, ", "”. ", " (", ") ", "), ", "). ", ": ", "; ",
     " – ", " — ", "-", "–", "? ", "! ", "?” ", "!” ")
)  # fmt: skip
_ORDINARY_ENDS = frozenset((".", "", ".”", "?", "!", "”.", ")", ").", "?”", ",”", "”"))
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]+")
_SLASH = re.compile(r"(?<=[^\W\d_]) ?/ (?=[^\W\d_])|(?<=[^\W\d_]) /(?=[^\W\d_])|(?<=\d{4})(?: / ?|/ )(?=\d{4}\b)")
_ELLIPSIS = re.compile(r"(?P<before>\w?)(?P<dots>…|\.{3,4})(?P<after>\w?)")


def check_punctuation(passage: Passage, _kit: Kit) -> Iterator[Hit]:
    """All of them; addresses and italics are left alone. Most texts have nothing but ordinary gaps between their words."""
    if passage.lows and _ORDINARY.issuperset(passage.gaps) and passage.gap(len(passage.gaps)) in _ORDINARY_ENDS:
        return
    for hit in (*_spaces(passage), *_missing(passage), *_inside(passage), *_ellipses(passage)):
        if not any(passage.shield[hit.start : max(hit.end, hit.start + 1)]):
            yield hit


_LOOSE_COMMA = re.compile(r"(?<=\w) +,(?=\w)")


def _spaces(passage: Passage) -> Iterator[Hit]:
    text = passage.text
    for found in _LOOSE_COMMA.finditer(text) if " ," in text else ():
        yield Hit("K60", found.start(), found.end(), (", ",))
    for found in _SPACE_BEFORE.finditer(text):
        end = found.end("mark")
        yield Hit("K60", found.start(), end, (found["mark"],))
    if "  " in text or "\t" in text or "\u00a0" in text:
        for found in _SPACES.finditer(text):
            yield Hit("K62", found.start(), found.end(), (" ",))
    if not text.isascii():
        for found in _INVISIBLE.finditer(text):
            yield Hit("K62", found.start(), found.end(), ("",))
    if "/" in text:
        for found in _SLASH.finditer(text):
            index = passage.word_at(found.start()) - 1
            first, last = passage.starts[index], passage.ends[index + 1]
            yield Hit("K61", first, last, (f"{passage.raws[index]}/{passage.raws[index + 1]}",))


def _missing(passage: Passage) -> Iterator[Hit]:
    """A space that should follow a mark, or stand before an opening one."""
    text = passage.text
    for found in _AFTER_COMMA.finditer(text):
        yield Hit("K60", found.start(), found.end(), (found[0] + " ",))
    if ":" in text:
        for found in _AFTER_COLON.finditer(text):
            yield Hit("K60", found.start(), found.end(), (": ",))
    for found in _AFTER_STOP.finditer(text):
        index = passage.word_at(found.end()) - 1
        word = passage.raw(index)
        if found[0] and (word[:1].isupper() and not passage.first[index]):
            continue
        start = found.start() if found[0] else found.start() - 1
        yield Hit("K60", start, found.end(), (text[start : found.end()] + " ",))
    for found in _BEFORE_OPEN.finditer(text):
        at = found.start()
        if (
            text[at : at + 1] == "("
            and text[at - 1].islower()
            and text[at + 1 : at + 2].islower()
            and text.find(")", at) - at < 5
        ):
            continue
        yield Hit("K60", at - 1, at, (text[at - 1] + " ",)) if at else Hit("K60", at, at, (" ",))


def _inside(passage: Passage) -> Iterator[Hit]:
    """Spaces inside brackets and marks (K12)."""
    text = passage.text
    for pattern, signs in ((_INSIDE, "(["), (_AFTER_OPENING, "“‘"), (_BEFORE_CLOSING, "”")):
        if any(sign in text for sign in signs):
            for found in pattern.finditer(text):
                yield Hit("K12", found.start(), found.end(), (found[0].strip(" \u00a0"),))


def _ellipses(passage: Passage) -> Iterator[Hit]:
    """ "kami…siap" → "kami … siap" (K59)."""
    text = passage.text
    if passage.role is Role.TITLE or ("…" not in text and "..." not in text):
        return
    for found in _ELLIPSIS.finditer(text):
        if not found["before"] and not found["after"]:
            continue
        before, after = found["before"], found["after"]
        four = len(found["dots"]) == 4
        made = (f"{before} " if before else "") + ("…." if four else "…") + (f" {after}" if after else "")
        yield Hit("K59", found.start(), found.end(), (made,))
