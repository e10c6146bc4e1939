r"""Inline markup of a release's texts: `*italic*`, `**bold**`, and a backslash before `*` or `\`; nothing else.

Each mark switches its look on or off, so looks may overlap. A mark without a partner, four stars or more in a row, and a
backslash before anything else are just characters.
"""

from collections.abc import Iterable
import re

from humas_desk.values import dataclass

_TOKEN = re.compile(
    r"\\(?P<escaped>[*\\])|(?P<long>\*{4,})|(?P<both>\*{3})|(?P<bold>\*\*)|(?P<italic>\*)|(?P<text>[^*\\]+|\\)"
)
_SPECIAL = re.compile(r"[*\\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Characters of one look; character i stands at `offset + i` of the raw text."""

    text: str
    bold: bool = False
    italic: bool = False
    offset: int = 0


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    offset: int
    mark: str = ""
    """ "**" or "*": a mark; empty: plain characters."""


def parse(text: str) -> tuple[Piece, ...]:
    """The text as pieces of one look each, in order; without marks and escapes, never empty ones."""
    if text and "*" not in text and "\\" not in text:
        return (Piece(text=text),)
    tokens = _tokens(text)
    unpaired = {_last_if_odd(tokens, "**"), _last_if_odd(tokens, "*")} - {None}
    pieces: list[Piece] = []
    bold = italic = False
    for index, token in enumerate(tokens):
        if not token.mark or index in unpaired:
            _append(pieces, Piece(text=token.text, bold=bold, italic=italic, offset=token.offset))
        elif token.mark == "**":
            bold = not bold
        else:
            italic = not italic
    return tuple(pieces)


def plain(text: str) -> str:
    """The text as it is read, without marks and escapes."""
    return "".join(piece.text for piece in parse(text))


def escape(plain_text: str) -> str:
    """Markup that reads as exactly these characters."""
    return _SPECIAL.sub(r"\\\g<0>", plain_text)


def to_markup(pieces: Iterable[Piece]) -> str:
    """The shortest markup for these pieces; their offsets do not matter."""
    out: list[str] = []
    bold = italic = False
    for piece in pieces:
        if not piece.text:
            continue
        out += ["**" * (bold != piece.bold), "*" * (italic != piece.italic), escape(piece.text)]
        bold, italic = piece.bold, piece.italic
    return "".join(out) + "**" * bold + "*" * italic


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    for match in _TOKEN.finditer(text):
        start = match.start()
        match match.lastgroup:
            case "escaped":
                tokens.append(_Token(match["escaped"], start + 1))
            case "both":
                tokens += [_Token("**", start, "**"), _Token("*", start + 2, "*")]
            case "bold" | "italic":
                tokens.append(_Token(match[0], start, match[0]))
            case _:
                tokens.append(_Token(match[0], start))
    return tokens


def _last_if_odd(tokens: list[_Token], mark: str) -> int | None:
    places = [index for index, token in enumerate(tokens) if token.mark == mark]
    return places[-1] if len(places) % 2 else None


def _append(pieces: list[Piece], new: Piece) -> None:
    """Add, joined to the last piece where look and raw position go on."""
    if pieces:
        last = pieces[-1]
        goes_on = last.offset + len(last.text) == new.offset
        if goes_on and (last.bold, last.italic) == (new.bold, new.italic):
            pieces[-1] = Piece(text=last.text + new.text, bold=last.bold, italic=last.italic, offset=last.offset)
            return
    pieces.append(new)
