"""Styled text as a field shows it ↔ inline markup as a release keeps it; offsets of one in terms of the other."""

from collections.abc import Iterable, Sequence

from humas_desk.release import inline
from humas_desk.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Styled:
    """A stretch of visible text in one style."""

    text: str
    bold: bool = False
    italic: bool = False


def styled(markup: str) -> tuple[Styled, ...]:
    """What a field shows for the markup: no mark and no escape is left."""
    return tuple(Styled(text=piece.text, bold=piece.bold, italic=piece.italic) for piece in inline.parse(markup))


def visible_text(markup: str) -> str:
    """The characters a field shows."""
    return inline.plain(markup)


def markup_of(pieces: Iterable[Styled]) -> str:
    """The markup of what a field shows; typed marks are escaped, so they stay characters."""
    return inline.to_markup(
        [
            inline.Piece(text=piece.text, bold=piece.bold, italic=piece.italic, offset=0)
            for piece in pieces
            if piece.text
        ]
    )


def visible_offset(markup: str, raw: int) -> int:
    """How many visible characters stand before offset `raw` of the markup."""
    visible = 0
    for piece in inline.parse(markup):
        if raw <= piece.offset:
            break
        visible += min(len(piece.text), raw - piece.offset)
    return visible


def raw_offset(markup: str, visible: int) -> int:
    """The offset in the markup just behind the first `visible` visible characters; 0 stays 0."""
    if visible <= 0:
        return 0
    before = 0
    end = 0
    for piece in inline.parse(markup):
        end = piece.offset + len(piece.text)
        if visible <= before + len(piece.text):
            return piece.offset + visible - before
        before += len(piece.text)
    return end


def cut(markup: str, start: int, end: int) -> tuple[str, str]:
    """The markup before and behind the visible characters from `start` to `end`, each whole in itself."""
    pieces = styled(markup)
    return markup_of(_stretch(pieces, 0, start)), markup_of(_stretch(pieces, end, None))


def spliced(markup: str, spans: Sequence[tuple[int, int]], text: str) -> str:
    """The markup with plain `text` for the visible characters of each span, in the look of the span's first one.

    The spans hold one character at least, stand in order and do not overlap.
    """
    pieces = styled(markup)
    made: list[Styled] = []
    at = 0
    for start, end in spans:
        made += _stretch(pieces, at, start)
        made += [Styled(text=text, bold=piece.bold, italic=piece.italic) for piece in _stretch(pieces, start, end)[:1]]
        at = end
    return markup_of((*made, *_stretch(pieces, at, None)))


def joined(first: str, second: str) -> str:
    """Two pieces of markup as one."""
    return markup_of((*styled(first), *styled(second)))


def _stretch(pieces: Sequence[Styled], start: int, end: int | None) -> list[Styled]:
    taken = []
    at = 0
    for piece in pieces:
        text = piece.text[max(0, start - at) : None if end is None else max(0, end - at)]
        if text:
            taken.append(Styled(text=text, bold=piece.bold, italic=piece.italic))
        at += len(piece.text)
    return taken
