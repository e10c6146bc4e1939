"""Text for comparing: small letters, without accents; one rule for people, searches and numbers."""

from collections.abc import Sequence
import unicodedata

APOSTROPHES = frozenset("’'‘`")


def folded(text: str) -> str:
    """The text for comparing: small letters, without accents, apostrophes and spaces around."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in bare if not unicodedata.combining(c) and c not in APOSTROPHES).strip()


def folded_places(text: str) -> tuple[str, Sequence[int]]:
    """The text without accents in small letters, all other characters kept; and where each character comes from."""
    if text.isascii():
        return text.lower(), range(len(text))
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for letter in unicodedata.normalize("NFKD", character.casefold()):
            if not unicodedata.combining(letter):
                letters.append(letter)
                places.append(place)
    return "".join(letters), places
