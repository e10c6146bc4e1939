"""Where a line may end, as LibreOffice and Word break Indonesian and English text.

The rules are those of Unicode's line breaking (UAX 14) as LibreOffice 7.4 was seen to follow them, asked with four hundred
pairs of characters: after spaces, but not before a mark that closes; after a hyphen, an en dash, ?, ! and … before
whatever can begin a word; before and after an em dash that touches no quotation mark. U+00A0 and U+2011 hold.
"""

from collections.abc import Iterator
import re
from typing import Final

SPACE: Final = " "
NEWLINE: Final = "\n"
TAB: Final = "\t"
SLASH: Final = "/"

STOPS: Final = re.compile(r"[\n\t]")

CLOSING: Final = r"!?:;,.)\]}"
QUOTES: Final = "«»“”‘’\"'"
NEVER_FIRST: Final = rf"\s\u00a0…/\-–‐—{CLOSING}{QUOTES}"
"""Characters that never begin a line after a hyphen or dash."""

OVERLY_LONG: Final = 66
CUT_NEVER_BEFORE: Final = frozenset(f"{QUOTES}\u00a0 ")

OPPORTUNITY: Final = re.compile(
    # what every opportunity begins with: most characters are passed over at once
    r"(?=[ \-–‐?!…|—])(?:"
    rf" +(?![ /{CLOSING}])"
    rf"|[-–‐?!…|](?![{NEVER_FIRST}]|$)"
    rf"|(?<=[^\s\u00a0—(\[{{{QUOTES}])(?=—)"
    rf"|—(?![{NEVER_FIRST}]|$)"
    r")"
)


PLAIN_WORD: Final = re.compile(rf" [^ /{CLOSING}\-–‐…|—][^\-–‐?!…|—]*")
"""A space and the beginning of a word, with no other opportunity."""


def break_pieces(text: str, start: int = 0, stop: int | None = None) -> Iterator[tuple[int, int]]:
    """What stays on one line from `start` to `stop`, as (end of its ink, its end): the spaces between the two may hang.

    Neither newlines nor tabs stand between the two, and no space before `start`.
    """
    stop = len(text) if stop is None else stop
    last = start
    for match in OPPORTUNITY.finditer(text, start, stop):
        ink, end = match.span()
        if text[ink] != SPACE:
            ink = end
        if end > last:
            yield ink, end
            last = end
    if last < stop:
        yield stop, stop


def slash_cut(text: str, start: int, end: int) -> int:
    """After the last slash between two positions, if a word may be cut there; else `start`.

    LibreOffice cuts at a slash when the word began more than 66 characters before it, or with the paragraph, and never
    between figures; a shorter address is cut like any word.
    """
    cut = text.rfind(SLASH, start, end) + 1
    while cut > start:
        between_figures = text[cut - 2 : cut - 1].isdigit() and text[cut : cut + 1].isdigit()
        if not between_figures and text[cut : cut + 1] not in CUT_NEVER_BEFORE:
            return cut if SPACE not in text[max(cut - OVERLY_LONG, 0) : cut] else start
        cut = text.rfind(SLASH, start, cut - 1) + 1
    return start


def whole_characters(text: str, start: int, end: int) -> int:
    """The cut at or before `end` that leaves marks with their letter; never at or before `start`."""
    cut = end
    while cut > start + 1 and cut < len(text) and is_joined(text[cut]):
        cut -= 1
    return cut if cut > start + 1 or not (cut < len(text) and is_joined(text[cut])) else end


def is_joined(character: str) -> bool:
    """Whether a character hangs on the one before it (combining marks, variation selectors)."""
    code = ord(character)
    return code >= 0x300 and (
        0x300 <= code <= 0x36F or 0x1AB0 <= code <= 0x1AFF or 0x20D0 <= code <= 0x20FF or 0xFE00 <= code <= 0xFE2F
    )
