"""The release as a WhatsApp message: *bold*, _italic_, and no mark where none was meant.

WhatsApp has no escape character. It takes * _ ~ ` as marks when they hug a word from outside: the opening one has no
letter or digit before it and no space after it, the closing one the other way round, both on one line. Where a mark of
ours could not stand so (in the middle of a word) it is left out; where a character of the text would stand so, it is
replaced by its look-alike (* by U+2217). Zero-width characters are no way out: the apps disagree on whether they are
spaces. Links are never touched. Source: WhatsApp's help page on formatting; not tried in the app itself.
"""

from collections.abc import Iterator
from typing import Final

from humas_desk.layout.document import Document
from humas_desk.writers.text.passages import Line, Piece, passages

WHATSAPP_LIMIT: Final = 65_536
"""UTF-16 units in one message."""
BOLD, ITALIC = "*", "_"
_LOOK_ALIKES: Final = {"*": "\u2217", "_": "\uff3f", "~": "\u223c", "`": "\u2035"}
"""None of them is a letter: a mark of ours beside one still stands at a word's edge."""
_LINE_STARTS: Final = {"* ": "\u2217 ", "> ": "\u203a "}
"""At the start of a line these would become a list's dot and a quotation's bar."""


def whatsapp_text(document: Document) -> str:
    """The document's words with WhatsApp's marks, a blank line between paragraphs; ends without a line break.

    It may be longer than one message takes: see `whatsapp_length`.
    """
    return "\n\n".join("\n".join(_marked(line) for line in lines) for lines in passages(document))


def whatsapp_length(text: str) -> int:
    """Characters as WhatsApp counts them, to be held against WHATSAPP_LIMIT: an emoji is two or more."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _marked(line: Line) -> str:
    text = "".join(piece.text for piece in line)
    bold = list(_spans(text, [piece.bold and not piece.is_link for piece in _each(line)]))
    cuts = {edge for span in bold for edge in span}
    italic = list(_spans(text, [piece.italic and not piece.is_link for piece in _each(line)], cuts))
    characters = _neutral(
        text, [piece.is_link for piece in _each(line)], cuts | {edge for span in italic for edge in span}
    )
    opening = [""] * (len(text) + 1)
    closing = [""] * (len(text) + 1)
    for start, end in italic:
        opening[start], closing[end] = ITALIC, ITALIC
    for start, end in bold:
        opening[start] = BOLD + opening[start]
        closing[end] += BOLD
    return "".join(
        closing[index] + opening[index] + (characters[index] if index < len(text) else "")
        for index in range(len(text) + 1)
    )


def _each(line: Line) -> Iterator[Piece]:
    """Every character's piece."""
    return (piece for piece in line for _character in piece.text)


def _spans(text: str, wanted: list[bool], cuts: set[int] | None = None) -> Iterator[tuple[int, int]]:
    """Where marks open and close around the wanted characters: hugging words, never inside one."""
    start = None
    for index in range(len(text) + 1):
        is_wanted = index < len(text) and wanted[index]
        if start is not None and (not is_wanted or index in (cuts or ())):
            span = _hugging(text, start, index)
            if span is not None:
                yield span
            start = None
        if is_wanted and start is None:
            start = index


def _hugging(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span without spaces at its edges; None when it holds no word or an edge is inside of one."""
    part = text[start:end]
    start, end = start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())
    if not any(character.isalnum() for character in part):
        return None
    is_inside = (start > 0 and text[start - 1].isalnum()) or text[end : end + 1].isalnum()
    return None if is_inside else (start, end)


def _neutral(text: str, is_link: list[bool], edges: set[int]) -> list[str]:
    """The characters, those that WhatsApp could take for marks replaced by look-alikes."""
    characters = [
        _LOOK_ALIKES[character]
        if character in _LOOK_ALIKES and not is_link[index] and _is_risky(text, index, edges)
        else character
        for index, character in enumerate(text)
    ]
    for start, harmless in _LINE_STARTS.items():
        if text.startswith(start):
            characters[: len(start)] = harmless
    return characters


def _is_risky(text: str, index: int, edges: set[int]) -> bool:
    """Whether the character could open or close something.

    On a line with marks of ours (at `edges`) only one inside a word is safe: a lone one between spaces could pair up.
    """
    before, after = text[:index][-1:], text[index + 1 : index + 2]
    if edges:
        return not (before.isalnum() and after.isalnum()) or index in edges or index + 1 in edges
    opens = not before.isalnum() and bool(after) and not after.isspace()
    closes = bool(before) and not before.isspace() and not after.isalnum()
    return opens or closes
