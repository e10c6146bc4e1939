"""Names of the country's districts (assets/words/kecamatan.txt), read at the first question.

They only tell that a word with a capital is a name where its place explains the capital too: in a title, at a sentence's
start. In small letters they are no words, so that they hide no slip.
"""

from functools import cached_property
from pathlib import Path
import re

from humas_desk.language.rules import read_lines

DISTRICTS_FILE = "kecamatan.txt"
_WORD = re.compile(r"[^\W\d_]{3,}")


class Districts:
    """Words of district names."""

    def __init__(self, folder: Path) -> None:
        """`folder`: where kecamatan.txt is."""
        self._folder = folder

    def __contains__(self, word: str) -> bool:
        """Whether the word, in small letters, stands in such a name. Raises FileMissing, FileUnreadable, BadContent."""
        return word in self._words

    @cached_property
    def _words(self) -> frozenset[str]:
        lines = (line for line in read_lines(self._folder / DISTRICTS_FILE) if not line.startswith("#"))
        return frozenset(_WORD.findall("\n".join(lines).lower()))
