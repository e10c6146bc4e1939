"""Slips in the long words of a position: "Deputi Adminstrasi" → "Deputi Administrasi"."""

import re

from humas_desk.intake.names import institution

_WORD = re.compile(r"[^\W\d_]+")


def mended_position(position: str) -> str:
    """The position with its words spelled as offices spell them; what is no near miss stays."""
    return _WORD.sub(_mended, position)


def _mended(match: re.Match[str]) -> str:
    word = match[0]
    right = institution(word)
    if right is None or right == word.casefold():
        return word
    if word.isupper():
        return right.upper()
    return right.capitalize() if word[0].isupper() else right
