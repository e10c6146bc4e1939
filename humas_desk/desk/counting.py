"""How much text a release has, for the line under the window."""

from humas_desk.release.block_words import count_block
from humas_desk.release.inline import plain
from humas_desk.release.release import Release
from humas_desk.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Of a release's body, and of its title; captions and furniture are not counted."""

    parts: int
    words: int
    characters: int
    """As they are read, spaces included."""
    title_characters: int
    title_words: int


def count_text(release: Release) -> Counts:
    """Parts, words and characters of the body, length of the title."""
    counted = [count_block(block) for block in release.blocks]
    title = plain(release.title).strip()
    return Counts(
        parts=len(release.blocks),
        words=sum(words for words, _characters in counted),
        characters=sum(characters for _words, characters in counted),
        title_characters=len(title),
        title_words=len(title.split()),
    )
