"""The words inside the marks: what the writer typed, brought to the form the sentence around it needs.

A speech is handled as cells, one per character, so that every character keeps its look and its place in the raw text.
"""

from collections.abc import Sequence
from enum import Enum, auto
import re
from typing import NamedTuple

from humas_desk.release import inline
from humas_desk.release.person import without_degrees


class Cell(NamedTuple):
    """One character of a speech."""

    char: str
    bold: bool = False
    italic: bool = False
    offset: int | None = None
    """Where it stands in the raw text; None: made, not typed."""


Speech = tuple[Cell, ...]


class End(Enum):
    """What follows the last word of a speech inside the marks."""

    COMMA = auto()
    """The attribution follows."""
    STOP = auto()
    """The sentence ends with the speech."""
    PARAGRAPH = auto()
    """The speech goes on in the next paragraph: left as typed, but never without a mark."""


_DOUBLE = frozenset('"“”„‟«»')
_SINGLE = frozenset("'‘’‚")
_OPENS_AFTER = frozenset("([{—–-/")
_CLOSERS = "’"
_END_MARKS = " \t.,;:"
_END_SPACES_AND_COMMAS = " \t,;:"
_ELLIPSIS = re.compile(r"(?:…|\.\.\.)[.…\s]*$")
_DOTTED = re.compile(r"(?:[A-Z][A-Za-z]{0,5}\.){2,}$")
_ABBREVIATION_LIST = (
    "a.n. u.b. u.p. d.a. s.d. s.w.t. dll. dkk. dsb. dst. hlm. tgl. no. jl. kab. kec. kel. prov. tbk. lc. ak."
)
_ABBREVIATIONS = frozenset(_ABBREVIATION_LIST.split())
"""Written with their own stop (EYD V, KF04, KF01); before a comma the stop stays, at the end it is not doubled."""


def paragraphs(text: str) -> tuple[Speech, ...]:
    """The typed speech by paragraph, without marks around it and with ‘ ’ for marks inside; empty ones are left out."""
    whole = [
        Cell(char, piece.bold, piece.italic, piece.offset + index)
        for piece in inline.parse(text)
        for index, char in enumerate(piece.text)
    ]
    parts: list[list[Cell]] = [[]]
    for cell in whole:
        if cell.char == "\n":
            parts.append([])
        else:
            parts[-1].append(cell)
    bare = (_unmarked(_stripped(part)) for part in parts)
    return tuple(speech for speech in bare if not _only_end_marks(speech))


def ended(speech: Speech, end: End) -> Speech:
    """The speech with the mark it must close with; what the writer typed there is normalised, not doubled.

    EYD V, tanda koma 7 and 8: a comma before the attribution, inside the marks, but none after ? or !. Only those two are
    excepted, so an ellipsis takes its comma (“Kami siap …,” ujarnya), as it takes a full stop at a sentence's end
    (tanda elipsis: “Kami siap ….”).
    """
    if end is End.PARAGRAPH:
        last = _last(speech)
        return (*speech, Cell(".")) if last.isalnum() or last in "%)" else speech
    core = _without_end(speech)
    last = _last(core)
    if last in ("?", "!") or (end is End.STOP and last == "."):
        return core
    return (*core, Cell("," if end is End.COMMA else "."))


def is_abbreviation(word: str) -> bool:
    """Whether the stop at the word's end belongs to it: "S.H.", "dll."."""
    bare = word.lstrip("(“‘\"'")
    return bool(_DOTTED.match(bare)) or bare.casefold() in _ABBREVIATIONS


def trimmed(text: str) -> tuple[str, int]:
    """The text without spaces around it and without a stray , ; or . at its end, and where it starts in the given one."""
    start = len(text) - len(text.lstrip())
    text = text.strip()
    while text and (text[-1] in ",; \t\n" or (text[-1] == "." and not _stop_belongs(text))):
        text = text[:-1]
    return text, start


def _stop_belongs(text: str) -> bool:
    """Whether the last stop is part of an abbreviation, an initial ("Rina A.") or a degree ("Riswan, Lc.")."""
    word = text.rsplit(maxsplit=1)[-1]
    is_initial = len(word) == len("A.") and word[0].isupper()
    return is_abbreviation(word) or is_initial or ("," in text and without_degrees(text) != text)


def _text(cells: Sequence[Cell]) -> str:
    return "".join([cell.char for cell in cells])


def _last(speech: Speech) -> str:
    """The last character that decides the end; closing inner marks are looked through. Empty when there is none."""
    return _text(speech).rstrip(_CLOSERS)[-1:]


def _stripped(cells: Sequence[Cell]) -> Speech:
    text = _text(cells)
    start = len(text) - len(text.lstrip())
    return tuple(cells[start : len(text.rstrip())])


def _without_end(speech: Speech) -> Speech:
    """Without the comma or full stop the writer typed at the end, also inside a closing inner mark."""
    text = _text(speech)
    body = text.rstrip(_CLOSERS)
    closers = speech[len(body) :]
    if ellipsis := _ELLIPSIS.search(body.rstrip(_END_SPACES_AND_COMMAS)):
        dots = speech[ellipsis.start()]._replace(char="…")
        return (*speech[: ellipsis.start()], dots, *closers)
    before = ""
    while body != before:
        before = body
        body = body.rstrip().rstrip(_END_SPACES_AND_COMMAS)
        if body.endswith(".") and not is_abbreviation(body.rsplit(maxsplit=1)[-1]):
            body = body.rstrip(".")
    return (*speech[: len(body)], *closers)


def _unmarked(cells: Speech) -> Speech:
    """Without the double marks around the whole; pairs inside become ‘ ’ (EYD V, tanda petik tunggal 1)."""
    if not any(cell.char in _DOUBLE or cell.char in _SINGLE for cell in cells):
        return cells
    last = len(_text(cells).rstrip(_END_MARKS)) - 1
    pairs, loose = _pairs(cells, _DOUBLE)
    drop = {index for index in loose if index == 0 or index >= last}
    drop |= {index for first, end in pairs if first == 0 and end >= last for index in (first, end)}
    inner = [pair for pair in pairs if pair[0] not in drop] + _pairs(cells, _SINGLE)[0]
    shown = {first: "‘" for first, _ in inner} | {last: "’" for _, last in inner}
    kept = [cell._replace(char=shown[i]) if i in shown else cell for i, cell in enumerate(cells) if i not in drop]
    return _stripped(kept)


def _only_end_marks(cells: Sequence[Cell]) -> bool:
    return not _text(cells).strip(_END_MARKS)


def _pairs(cells: Speech, marks: frozenset[str]) -> tuple[list[tuple[int, int]], list[int]]:
    """Positions of marks that belong together, and of those left alone.

    Opening or closing is read from the spaces around, not from the mark's shape: writers mix “ ” and ".
    """
    pairs: list[tuple[int, int]] = []
    loose: list[int] = []
    open_ones: list[int] = []
    row = 0
    for index, cell in enumerate(cells):
        if cell.char not in _DOUBLE and cell.char not in _SINGLE:
            row = index + 1
        if cell.char not in marks:
            continue
        if _opens(cells, index, row):
            open_ones.append(index)
        elif open_ones and not _is_apostrophe(cells, index):
            pairs.append((open_ones.pop(), index))
        else:
            loose.append(index)
    return pairs, loose + open_ones


def _opens(cells: Speech, index: int, row: int) -> bool:
    """Whether the mark stands before a word; of marks in a row, which starts at `row`, all stand where the first does."""
    if index == len(cells) - 1 or cells[index + 1].char.isspace():
        return False
    return row == 0 or cells[row - 1].char.isspace() or cells[row - 1].char in _OPENS_AFTER


def _is_apostrophe(cells: Speech, index: int) -> bool:
    """Whether a mark stands inside a word (Al-Qur'an), where it closes nothing."""
    return cells[index].char in _SINGLE and index + 1 < len(cells) and cells[index + 1].char.isalnum()
