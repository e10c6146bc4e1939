"""What stands around the article of a saved web page: heads, menus, share buttons, comments; and marks of notes."""

from collections.abc import Sequence
from dataclasses import replace
import re
from typing import Final

from lxml import etree

from humas_desk.intake.manuscript import (
    Item,
    ManuscriptImage,
    ManuscriptParagraph,
    ManuscriptTable,
    Note,
    NoteKind,
    Style,
)
from humas_desk.release.inline import plain

_NAMES: Final = frozenset(
    """ads advert advertisement breadcrumb breadcrumbs comment comments cookie footer iklan masthead menu nav navbar
    navigation newsletter pagination populer popular related relatedposts share sharedaddy sharing sidebar social sosmed
    tags terkait topbar""".split()  # noqa: SIM905 (a column of words)
)
"""Words in the class or id of an element that is no part of an article."""
_UNSEEN: Final = re.compile(r"(?:^|\s)(?:sr-only|visually-hidden|screen-reader-text|skip-link)(?:$|\s)")
MOST: Final = 0.4
"""Share of a page's letters that such an element has at most; one with more holds the article, whatever it is called."""
_MANY: Final = 30
"""Elements with more that are measured; a page that has that many means something else by the words."""
_MARK: Final = re.compile(r"#(?:cmnt|ftnt|_ftn|_edn|_msocom_|sd(?:foot|end)note)\d+(?:sym)?", re.IGNORECASE)
_BACK: Final = re.compile(
    r"#(?:(?P<comment>cmnt_ref|_msoanchor_)|ftnt_ref|_ftnref|_ednref|sd(?:foot|end)note)\d+(?:anc)?", re.IGNORECASE
)
_LEAST_TITLE: Final = 15
_LEAST_TEXT: Final = 200
_LEAST_PX: Final = 300


class Site:
    """One page, as far as its frame is concerned."""

    def __init__(self, root: etree._Element) -> None:
        named = (root.find("head/title"), root.find("head/meta[@property='og:title']"))
        self.titles = [
            _bare((element.get("content") or "".join(map(str, element.itertext()))) if element is not None else "")
            for element in named
        ]
        self._most = MOST * letters(root)
        self._left = _MANY

    def is_around(self, element: etree._Element) -> bool:
        """Is it a menu, a row of share buttons or the like?"""
        named = f"{element.get('class', '')} {element.get('id', '')}".lower()
        if named == " " or element.tag in {"html", "body"}:
            return False
        if _NAMES.isdisjoint(re.split(r"[^a-z]+", named)) and not _UNSEEN.search(named):
            return False
        if self._left and letters(element) <= self._most:
            return True
        self._left = max(0, self._left - 1)
        return False

    def without_head(self, items: Sequence[Item]) -> tuple[tuple[Item, ...], list[Note]]:
        """The items from the page's headline on, and a note on what stood above it; photos above it come behind it."""
        items = [part for item in items for part in self._parted(item)]
        at = self._headline(items)
        if at is None or sum(map(_length, items[at:])) < max(_LEAST_TEXT, sum(map(_length, items[:at]))):
            return tuple(items), []
        headline = items[at]
        head = replace(headline, style=Style.TITLE) if isinstance(headline, ManuscriptParagraph) else headline
        photos = [item for item in items[:at] if isinstance(item, ManuscriptImage) and _is_photo(item)]
        said = "\n".join(line for item in items[:at] for line in _lines(item))
        return (head, *photos, *items[at + 1 :]), [Note(kind=NoteKind.HEADER, text=said)] if said else []

    def _parted(self, item: Item) -> tuple[Item, ...]:
        """A paragraph whose first line is the headline, and its other lines as a paragraph of their own."""
        if not isinstance(item, ManuscriptParagraph) or "\n" not in item.text:
            return (item,)
        first, rest = item.text.split("\n", 1)
        if first.count("*") % 2 or not self._is_title(_bare(plain(first))):
            return (item,)
        return replace(item, text=first), replace(item, text=rest)

    def _headline(self, items: Sequence[Item]) -> int | None:
        """Number of the item that says what the page's title says, a heading rather than other text."""
        found = [
            (item.style not in {Style.HEADING, Style.TITLE}, number)
            for number, item in enumerate(items)
            if isinstance(item, ManuscriptParagraph) and self._is_title(_bare(plain(item.text)))
        ]
        return min(found)[1] if found else None

    def _is_title(self, words: str) -> bool:
        if len(words) < _LEAST_TITLE:
            return False
        return any(
            (words in title and len(words) >= len(title) / 2) or (title in words and len(title) >= 0.9 * len(words))
            for title in self.titles
            if title
        )


def is_note_mark(element: etree._Element) -> bool:
    """Is it the small number in the text that leads to a footnote or comment?"""
    return element.tag == "a" and _MARK.fullmatch(element.get("href", "")) is not None


def note_in(element: etree._Element) -> Note | None:
    """The footnote or comment that a paragraph at the page's end holds; None: it is a paragraph like others."""
    link = next(element.iter("a"), None) if element.tag in {"p", "div"} else None
    match = None if link is None else _BACK.fullmatch(link.get("href", ""))
    if link is None or match is None:
        return None
    mark, words = "".join(map(str, link.itertext())).strip(), " ".join("".join(map(str, element.itertext())).split())
    if not words.startswith(mark):
        return None
    kind = NoteKind.COMMENT if match["comment"] else NoteKind.FOOTNOTE
    return Note(kind=kind, text=words.removeprefix(mark).strip())


def letters(element: etree._Element) -> int:
    """How many characters a reader sees of it."""
    return sum(len(text.strip()) for text in element.itertext() if not text.isspace()) - sum(
        len((code.text or "").strip()) for code in element.iter("script", "style")
    )


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _length(item: Item) -> int:
    return sum(map(len, _lines(item)))


def _lines(item: Item) -> list[str]:
    match item:
        case ManuscriptParagraph(text=text):
            return [line for line in plain(text).splitlines() if line]
        case ManuscriptTable(rows=rows):
            return [plain(cell) for row in rows for cell in row if cell]
        case _:
            return []


def _is_photo(item: ManuscriptImage) -> bool:
    image = item.image
    return min(image.width_px, image.height_px) >= _LEAST_PX and image.width_px < 3 * image.height_px
