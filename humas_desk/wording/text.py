"""The words of the desk in the reader's language; msgids are English, Indonesian is complete and the default.

The compiled catalogue stands beside its source in `humas_desk/locale`; it is made when the package is built or
installed (also editable). Without it every function gives the English msgid, so nothing breaks.
"""

from gettext import GNUTranslations, NullTranslations
from pathlib import Path

DOMAIN = "humas_desk"
"""Name of the catalogue's file."""

DEFAULT_LANGUAGE = "id"

LOCALE_FOLDER = Path(__file__).resolve().parent.parent / "locale"


class _Reader:
    """Remembers the language asked for and reads its catalogue when the first sentence is needed."""

    def __init__(self) -> None:
        self.language = DEFAULT_LANGUAGE
        self._catalogue: NullTranslations | None = None

    @property
    def catalogue(self) -> NullTranslations:
        if self._catalogue is None:
            self._catalogue = read_catalogue(self.language)
        return self._catalogue

    def use(self, language: str) -> None:
        self.language = language
        self._catalogue = None


def catalogue_path(language: str) -> Path:
    """Where the compiled catalogue of a language stands."""
    return LOCALE_FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.mo"


def read_catalogue(language: str) -> NullTranslations:
    """The catalogue of a language ("id"); one that gives back the msgids when there is none."""
    try:
        with catalogue_path(language).open("rb") as file:
            return GNUTranslations(file)
    except OSError:
        return NullTranslations()


_READER = _Reader()


def set_language(language: str) -> None:
    """From now on sentences come in this language ("id"; any other without a catalogue: the English msgids)."""
    _READER.use(language)


def language() -> str:
    """The language sentences come in."""
    return _READER.language


def translate(msgid: str) -> str:
    """The sentence for an English msgid."""
    return _READER.catalogue.gettext(msgid) if msgid else ""


def ngettext(singular: str, plural: str, count: int) -> str:
    """The sentence for a number of things."""
    return _READER.catalogue.ngettext(singular, plural, count)


def mark(msgid: str) -> str:
    """The msgid itself, unchanged: marks a text in a table for the catalogue; `translate` it where it is shown."""
    return msgid
