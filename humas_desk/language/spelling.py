"""The quiet layer: words that neither the dictionary nor our lists know.

A word that is one slip of the hand away from a known one is very likely that slip (S01, a warning). Any other may as well
be a term, a word of the region or of another language (S02, a hint).

The dictionary is hunspell's Indonesian one, unmodified (assets/words/id_ID.*, licence beside it); what it lacks (election
terms, newer words, inflected forms, places, names) stands in front of it as an allow-list and as morphology. The
dictionary is read at the first word that needs it.
"""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
import re
from string import ascii_lowercase
from typing import TYPE_CHECKING

from humas_desk.errors import FileMissing
from humas_desk.language.findings import Hit
from humas_desk.language.morphology import LONGEST_WORD, is_built
from humas_desk.language.passage import Passage, Role

if TYPE_CHECKING:
    from hunspell import Hunspell

DICTIONARY = "id_ID"
_LETTERS = re.compile(r"[a-zà-ÿ]+(?:-[a-zà-ÿ]+)*")
_ASCII = re.compile(r"[a-z-]+")
_SHORTEST = 4
_SHORT = 5
"""Words of so many letters are near some other by chance: they are slips only where they cannot be spoken."""
_SPEAKABLE = re.compile(
    r"(?:(?:kh|ng|ny|sy|[bcdfgjklprstw][lr]|[bcdfghjklmnprstvwyz])?(?:ai|au|oi|[aeiou])(?:ng|[hklmnprst](?![aeiou]))?)+"
)
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE = {
    letter: "".join(
        other
        for number, keys in enumerate(_ROWS)
        for other in keys[max(0, at - 1) : at + 2]
        if abs(number - row) <= 1 and other != letter
    )
    + ("aeiou".replace(letter, "") if letter in "aeiou" else "")
    for row, line in enumerate(_ROWS)
    for at, letter in enumerate(line)
}
"""Keys beside each other, and vowels for vowels: what a hand and an ear take for each other."""
_MOST_CLOSE_LOOKS = 40
"""Unknown words of one text that are compared with known ones; a text with more is none of ours."""
_MOST_SUGGESTIONS = 5
_POINTING = frozenset(("itu", "ini", "tersebut"))
_AFFIXED = re.compile(r"(?:di|me|ber|ter|pe|ke)[a-z]{6,}")


class Spelling:
    """Which words are right. Remembers every answer."""

    def __init__(self, folder: Path, allowed: Collection[str]) -> None:
        """`folder`: where id_ID.dic is; `allowed`: words that are right whatever it says, small letters."""
        self._folder = folder
        self._allowed = allowed
        self._roots: dict[str, bool] = {}
        self._known: dict[str, bool] = {}
        self._slips: dict[str, bool] = {}
        self._looks_left = _MOST_CLOSE_LOOKS
        self._dictionary: Hunspell | None = None

    def knows(self, word: str) -> bool:
        """Whether the word, in small letters, is right as it stands."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) > 50_000:
                self._known.clear()
            found = self._known[word] = self._looks_right(word)
        return found

    def lists(self, word: str) -> bool:
        """Whether the word itself stands in the dictionary or on the allow-list, without our own morphology."""
        found = self._roots.get(word)
        if found is None:
            if len(self._roots) > 50_000:
                self._roots.clear()
            in_reach = len(word) <= LONGEST_WORD and _ASCII.fullmatch(word) is not None
            found = self._roots[word] = word in self._allowed or (in_reach and bool(self._hunspell().spell(word)))
        return found

    def begin(self) -> None:
        """Another text is read: it may have as many words looked at closely as any."""
        self._looks_left = _MOST_CLOSE_LOOKS

    def is_slip(self, word: str) -> bool:
        """Whether an unknown word is a known one with one slip of the hand (a millisecond for a new word)."""
        found = self._slips.get(word)
        if found is None:
            if not self._looks_left or not _ASCII.fullmatch(word):
                return False
            self._looks_left -= 1
            if len(self._slips) > 10_000:
                self._slips.clear()
            near = any(self.lists(text) for text in _edits(word, swaps=_BESIDE) if len(text) >= _SHORTEST)
            found = self._slips[word] = near and (len(word) > _SHORT or not _SPEAKABLE.fullmatch(word))
        return found

    def suggest(self, word: str) -> tuple[str, ...]:
        """Words that may have been meant, best first; slow (some 20 ms)."""
        low = word.lower()
        if len(low) > LONGEST_WORD or not _ASCII.fullmatch(low):
            return ()
        near = [text for text in _edits(low) if self.lists(text)]
        found = dict.fromkeys((*near, *(text for text in self._hunspell().suggest(low) if text.islower())))
        capital = word[:1].isupper()
        return tuple(text.capitalize() if capital else text for text in found)[:_MOST_SUGGESTIONS]

    def _looks_right(self, word: str) -> bool:
        return self.lists(word) or is_built(word, self.lists)

    def _hunspell(self) -> "Hunspell":
        if self._dictionary is None:
            from hunspell import Hunspell

            if not (self._folder / f"{DICTIONARY}.dic").is_file():
                raise FileMissing(self._folder / f"{DICTIONARY}.dic")
            self._dictionary = Hunspell(DICTIONARY, hunspell_data_dir=str(self._folder))
        return self._dictionary


def _edits(word: str, *, swaps: Mapping[str, str] | None = None) -> Iterator[str]:
    """Every word one slip of the hand away: two letters swapped, one missing, one too many, one wrong.

    `swaps`: letters that may stand wrong for each; None: any.
    """
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    yield from (head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1)
    yield from (head + letter + tail for head, tail in cuts for letter in ascii_lowercase)
    yield from (head + tail[1:] for head, tail in cuts if tail)
    for head, tail in cuts[:-1]:
        letters = ascii_lowercase if swaps is None else swaps.get(tail[0], "")
        yield from (head + letter + tail[1:] for letter in letters)


def check_spelling(
    passage: Passage, spelling: Spelling, names: Collection[str], kinds: Collection[str]
) -> Iterator[Hit]:
    """Unknown words. Names are left alone: a capital inside a sentence, and `names` anywhere.

    `kinds`: words that the name of a kind follows ("durian bawor"), which looks like nothing on a list.
    """
    if passage.role is Role.NAME or passage.is_capitals:
        return
    for index, word in enumerate(passage.lows):
        if len(word) < _SHORTEST or word in names or spelling.knows(word) or not _LETTERS.fullmatch(word):
            continue
        if not passage.is_free(index) or len(word) > LONGEST_WORD:
            continue
        raw = passage.raws[index]
        is_surely = raw == word or _is_surely_a_word(passage, index)
        if not (is_surely or _is_pointed_at(passage, index)) or _is_introduced(passage, index):
            continue
        is_slip = passage.low(index - 1) not in kinds and spelling.is_slip(word)
        if not (is_slip or is_surely):
            continue
        yield Hit("S01" if is_slip else "S02", passage.starts[index], passage.ends[index])


def _is_pointed_at(passage: Passage, index: int) -> bool:
    """Whether a sentence opens with a thing that it points at ("Festvial itu"): of a name one says no "itu"."""
    opens = passage.first[index] and passage.role is not Role.TITLE and passage.raws[index][1:].islower()
    return opens and passage.gap(index + 1) == " " and passage.raw(index + 1) in _POINTING


def _is_introduced(passage: Passage, index: int) -> bool:
    """Whether the word stands alone in brackets: what it is, is said before it ("penelitian terbatas (coktas)")."""
    return passage.gaps[index].endswith("(") and passage.gap(index + 1).startswith(")")


def _is_surely_a_word(passage: Passage, index: int) -> bool:
    """Whether a word with a capital is no name: it opens a sentence, is built like a verb, and no name follows."""
    if not passage.raws[index][1:].islower() or not (passage.first[index] or passage.role is Role.TITLE):
        return False
    follows = passage.raw(index + 1)
    return bool(_AFFIXED.fullmatch(passage.lows[index])) and (passage.role is Role.TITLE or not follows[:1].isupper())
