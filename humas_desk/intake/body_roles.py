"""Paragraphs → parts with roles: the body."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
import re

from humas_desk.intake.datelines import find_dateline
from humas_desk.intake.draft import Draft
from humas_desk.intake.ending_roles import Ending
from humas_desk.intake.line_kinds import announces_caption, is_contact_line, kind_of, signature_start
from humas_desk.intake.manuscript import Style
from humas_desk.intake.para_parts import LONG_TITLE, SENTENCE, known_parts, part_of, rows_of_event
from humas_desk.intake.parts import Part, Role, Setting
from humas_desk.intake.quote_finding import find_quotes, speech_paragraphs
from humas_desk.intake.speech_marks import is_open_at_end
from humas_desk.intake.wrapping import MARKER, Para

_HEADING_WORDS = 10
_CONTACT_WORDS = 8
_HEADING_LENGTH = 90
_LABEL_WORDS = 2
"""A heading with a colon has so few words: "Narasumber:"."""
_UNENDED = re.compile(r"[\w)”\"?!]$")


@dataclass(slots=True)
class Body:
    """The paragraphs from the lead on."""

    draft: Draft
    paras: Sequence[Para]
    setting: Setting
    section: Role | None = None
    """ABOUT or CONTACT: what the paragraphs below such a heading are."""
    ending: Ending = field(init=False)

    def __post_init__(self) -> None:
        self.ending = Ending(self.draft, self.paras, self.setting)

    def parts(self) -> Iterator[Part]:
        """The parts in order."""
        index = 0
        while index < len(self.paras):
            made, count = self._next(index)
            yield from made
            index += count

    def _next(self, index: int) -> tuple[list[Part], int]:
        """The parts that begin with this paragraph, and how many paragraphs they take."""
        para = self.paras[index]
        if para.start in self.draft.images:
            return [part_of(para, Role.PHOTO)], 1
        known = None if self._is_contact_name(index) else known_parts(para)
        if known is not None and known[0].role is not Role.TITLE:
            return self._known(index, known)
        if self.section is Role.ABOUT or (self.section is Role.CONTACT and self._is_contact(index)):
            return [part_of(para, self.section)], 1
        if index >= self.ending.start and (made := self.ending.at(index)):
            return made
        self.section = None
        count, role = self._several(index)
        if count:
            return [Part(start=para.start, end=self.paras[index + count - 1].end, role=role)], count
        return self._running(index)

    def _known(self, index: int, known: list[Part]) -> tuple[list[Part], int]:
        """The parts of a line that says what it is, and of the lines below that go with it."""
        self._enter(known[0].role)
        if announces_caption(self.paras[index].text) and index + 1 < len(self.paras):
            return [*known, part_of(self.paras[index + 1], Role.CAPTION)], 2
        below = self.ending.below(index)
        return [*known, *below], 1 + len(below)

    def _enter(self, role: Role) -> None:
        """What a heading of a section says of the paragraphs below it."""
        if role is not Role.DROPPED:
            self.section = role if role in (Role.ABOUT, Role.CONTACT) else None

    def _several(self, index: int) -> tuple[int, Role]:
        """Paragraphs from here on that are one block, and which; 0: running text."""
        para = self.paras[index]
        if para.start in self.draft.tables:
            return 1, Role.TABLE
        if rows := rows_of_event(self.paras, index):
            return rows, Role.EVENT
        if rows := self._rows(index):
            return rows, Role.TABLE
        if items := self._items(index):
            return items, Role.LIST
        if para.style is Style.CAPTION:
            return 1, Role.CAPTION
        return int(self._is_heading(index)), Role.HEADING

    def _is_contact(self, index: int) -> bool:
        """Whether the paragraph goes on with the contacts: a number, or a name with one below it."""
        text = self.paras[index].text
        return is_contact_line(text) or (len(text.split()) <= _CONTACT_WORDS and self._before_contact(index))

    def _is_contact_name(self, index: int) -> bool:
        """Whether a line below "Narahubung" names the office, which elsewhere would sign the release."""
        kind = kind_of(self.paras[index].text) if self.section is Role.CONTACT else None
        return kind is not None and kind.role is Role.CREDIT and self._before_contact(index)

    def _before_contact(self, index: int) -> bool:
        """Whether a line with a number or address follows soon."""
        return any(is_contact_line(para.text) for para in self.paras[index + 1 : index + 3])

    def _rows(self, index: int) -> int:
        """How many paragraphs from here on are rows of one table: cells behind tabs."""
        text = self.paras_text(index)
        width = text.count("\t")
        if not width or MARKER.match(text):
            return 0
        count = 0
        while index + count < len(self.paras) and self.paras_text(index + count).count("\t") == width:
            count += 1
        return count if count > 1 else 0

    def paras_text(self, index: int) -> str:
        """The paragraph's characters as they stand, tabs included."""
        para = self.paras[index]
        return self.draft.text[para.start : para.end].strip()

    def _items(self, index: int) -> int:
        """How many paragraphs from here on are items of one list."""
        count = 0
        style = self.paras[index].style
        while index + count < len(self.paras):
            para = self.paras[index + count]
            if para.reason is not None or para.style is not style or para.start in self.draft.images:
                break
            if style not in (Style.BULLET, Style.NUMBER) and not _is_item(self.draft, para, self.paras[index]):
                break
            if count and kind_of(para.text) is not None and MARKER.match(para.text) is None:
                break
            count += 1
        enough = count > 1 or (count == 1 and style in (Style.BULLET, Style.NUMBER))
        return count if enough else 0

    def _is_heading(self, index: int) -> bool:
        para = self.paras[index]
        if para.style in (Style.HEADING, Style.TITLE):
            return len(para.text) <= LONG_TITLE
        text = para.text
        following = self.paras[index + 1] if index + 1 < len(self.paras) else None
        short = len(text.split()) <= _HEADING_WORDS and len(text) <= _HEADING_LENGTH
        if index and text.endswith(":") and len(text.split()) <= _LABEL_WORDS and self._items(index + 1):
            return True
        if index == 0 or following is None or not short or not text[:1].isupper() or not _UNENDED.search(text):
            return False
        if any(mark in text for mark in '“”"') or find_dateline(text) is not None:
            return False
        is_bold = self.draft.is_bold(para.start, para.end)
        if is_bold or self._items(index + 1):
            return True
        is_prose = SENTENCE.search(following.text) is not None or following.text.endswith(":")
        return is_prose and len(following.text) > len(text) and kind_of(following.text) is None

    def _running(self, index: int) -> tuple[list[Part], int]:
        """Running text with its dateline, quotes and the writer's mark at its end."""
        count = self._speech_count(index)
        first, last = self.paras[index], self.paras[index + count - 1]
        start, end = first.start, last.end
        made: list[Part] = []
        if index == 0:
            text = self.draft.text[start:end]
            dateline = find_dateline(text, self.setting.places)
            if dateline is not None:
                made.append(Part(start=start, end=start + dateline.end, role=Role.DATELINE))
                start += dateline.end
        signed = start + signature_start(self.draft.text[start:end])
        source = stretch_text(self.draft, start, signed, self.paras[index : index + count])
        at = start
        for quote in find_quotes(source, self.setting.places):
            if source[at - start : quote.start].strip():
                made.append(Part(start=at, end=start + quote.start, role=Role.PARAGRAPH))
            made.append(Part(start=start + quote.start, end=start + quote.end, role=Role.QUOTE))
            at = start + quote.end
        if self.draft.text[at:signed].strip():
            made.append(Part(start=at, end=signed, role=Role.PARAGRAPH))
        if signed < end and self.draft.text[signed:end].strip():
            made.append(Part(start=signed, end=end, role=Role.CREDIT))
        return made, count

    def _speech_count(self, index: int) -> int:
        if not is_open_at_end(self.paras[index].text):
            return 1
        texts: list[str] = []
        for para in self.paras[index : index + 8]:
            if texts and (
                para.reason is not None
                or para.start in self.draft.images
                or para.start in self.draft.tables
                or kind_of(para.text) is not None
            ):
                break
            texts.append(para.text)
        return speech_paragraphs(texts, 0)


def _is_item(draft: Draft, para: Para, first: Para) -> bool:
    """Whether the paragraph has the same kind of marker as the list's first."""
    own = MARKER.match(draft.text[para.start : para.end].lstrip())
    other = MARKER.match(draft.text[first.start : first.end].lstrip())
    return own is not None and other is not None and own.lastgroup == other.lastgroup


def stretch_text(draft: Draft, start: int, end: int, paras: Sequence[Para]) -> str:
    """The characters from `start` to `end`, every one in its place: line ends inside a paragraph and cuts are spaces."""
    breaks = [para.end for para in paras]
    text = draft.text[start:end]
    if "\n" in text:
        text = _BREAK.sub(lambda match: _blank(match, ends=any(start + match.start() == end for end in breaks)), text)
    for cut in draft.cuts_between(start, end):
        first, last = cut.start - start, min(cut.end, end) - start
        text = text[:first] + " " * (last - first) + text[last:]
    return text


_BREAK = re.compile(r"[ \t]*\n\s*")


def _blank(match: re.Match[str], *, ends: bool) -> str:
    """Blanks in place of a line's end, of the same length; a line feed first where a paragraph ends."""
    return ("\n" if ends else " ").ljust(len(match[0]))
