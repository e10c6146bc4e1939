"""Every character survives: composed, spaces made plain, a face that has it found, or a visible box and a problem."""

from dataclasses import replace
from functools import lru_cache
from typing import Final
from unicodedata import category, combining, is_normalized, normalize

from humas_desk.layout.document import Family, Run, Style, Text
from humas_desk.release.problems import Problem, ProblemCode, Severity
from humas_desk.typeset.breaking import is_joined
from humas_desk.typeset.metrics import FontMetrics
from humas_desk.typeset.pages import Face
from humas_desk.typeset.paragraph import FIRM_SPACE, STRETCHING, face_of

BOX: Final = "\u25a1"
"""Stands where no font has the character."""
PLAIN_SPACES: Final = frozenset("\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000\u1680")
FIRM_SPACES: Final = frozenset("\u2007\u202f")
LINE_ENDS: Final = frozenset("\u2028\u2029\x0b\x0c\x85\r")
KEPT_CONTROLS: Final = frozenset("\n\t")
PRIVATE: Final = "Co"
"""Category of the characters for private use, which an archived file may not show (ISO 19005-3, 6.2.11.7.3)."""
PLAIN: Final = KEPT_CONTROLS | STRETCHING | {chr(code) for code in range(0x20, 0x7F)}
"""Characters that need no look: every shipped face has the printable ASCII ones, and the firm space is asked for."""


def settle_characters(text: Text, style: Style, metrics: FontMetrics) -> tuple[Text, tuple[Problem, ...]]:
    """The text in characters and faces that can be drawn, and a problem for each that nothing has.

    The same text when there is nothing to change.
    """
    runs: list[Run] = []
    problems: list[Problem] = []
    for run in text.runs:
        face = face_of(run, style)
        if _is_drawable(run.text, face, metrics):
            runs.append(run)
        else:
            runs += _settle_run(run, face, metrics, problems)
    if len(runs) == len(text.runs) and all(new is old for new, old in zip(runs, text.runs, strict=True)):
        return text, ()
    return replace(text, runs=tuple(runs)), tuple(dict.fromkeys(problems))


def _is_drawable(text: str, face: Face, metrics: FontMetrics) -> bool:
    """Whether nothing has to change."""
    if text.isascii() and text.isprintable():
        return True
    return (
        all(character.isprintable() and metrics.covers(character, face) for character in set(text) - PLAIN)
        and metrics.covers(FIRM_SPACE, face)
        and is_normalized("NFC", text)
    )


@lru_cache(maxsize=4096)
def plain_character(character: str) -> str:
    """The character to set in a character's place: a plain space for thin ones, nothing for invisible ones."""
    if character in PLAIN_SPACES:
        return " "
    if character in FIRM_SPACES:
        return "\u00a0"
    if character in LINE_ENDS:
        return "\n"
    if character in KEPT_CONTROLS:
        return character
    return "" if category(character) in ("Cc", "Cf") else character


def _settle_run(run: Run, face: Face, metrics: FontMetrics, problems: list[Problem]) -> list[Run]:
    """The run in pieces of one face; a piece also ends where composing changed the count of characters."""
    fallback = replace(face, family=Family.FALLBACK)
    pieces: list[tuple[str, Family | None, int]] = []
    joins = False
    for offset, cluster in _clusters(run.text):
        settled = "".join(map(plain_character, normalize("NFC", cluster)))
        family = run.family
        if not _covered(settled, face, metrics):
            family = Family.FALLBACK
            if not _covered(settled, fallback, metrics):
                settled, family = _boxed(settled, run, face, fallback, metrics, problems)
        if joins and pieces and pieces[-1][1] is family:
            pieces[-1] = (pieces[-1][0] + settled, family, pieces[-1][2])
        elif settled:
            pieces.append((settled, family, offset))
        joins = len(settled) == len(cluster)
    return [_piece(run, *piece) for piece in pieces]


def _clusters(text: str) -> list[tuple[int, str]]:
    """Letters with the marks that hang on them, with their offsets."""
    clusters: list[tuple[int, str]] = []
    for offset, character in enumerate(text):
        if clusters and (combining(character) or is_joined(character)):
            start, cluster = clusters[-1]
            clusters[-1] = (start, cluster + character)
        else:
            clusters.append((offset, character))
    return clusters


def _covered(text: str, face: Face, metrics: FontMetrics) -> bool:
    """Whether a face draws every character; those for private use mean nothing to others, whatever a font shows."""
    return all(
        character in KEPT_CONTROLS or (metrics.covers(character, face) and category(character) != PRIVATE)
        for character in text
    )


def _boxed(
    text: str, run: Run, face: Face, fallback: Face, metrics: FontMetrics, problems: list[Problem]
) -> tuple[str, Family | None]:
    """The text with a box for each character that neither face has, in the face that draws the result."""
    place = run.origin.place if run.origin else ""
    drawn = []
    for character in text:
        if _covered(character, fallback, metrics):
            drawn.append(character)
            continue
        values = (("character", _printable(character)), ("code", f"U+{ord(character):04X}"))
        code = ProblemCode.CHARACTER_UNDRAWABLE
        problems.append(Problem(place=place, code=code, severity=Severity.WARNING, values=values))
        drawn.append(BOX)
    settled = "".join(drawn)
    return settled, run.family if _covered(settled, face, metrics) else Family.FALLBACK


def _printable(character: str) -> str:
    """The character, or the replacement character where it cannot stand in a message (a lone surrogate)."""
    return "\ufffd" if category(character) == "Cs" else character


def _piece(run: Run, text: str, family: Family | None, offset: int) -> Run:
    origin = run.origin
    if origin is not None and offset:
        origin = replace(origin, offset=origin.offset + offset)
    return replace(run, text=text, family=family, origin=origin)
