"""Paragraphs → parts with roles: the body, and what closes a draft."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
import re

from humas_desk.intake.datelines import find_dateline
from humas_desk.intake.draft import Draft
from humas_desk.intake.formal_rows import event_rows, signing_lines
from humas_desk.intake.line_kinds import (
    announces_links,
    is_contact_line,
    is_greeting,
    is_mail_mark,
    is_sign_off,
    kind_of,
    signature_start,
)
from humas_desk.intake.manuscript import Style
from humas_desk.intake.para_parts import (
    BODY_LENGTH,
    LONG_TITLE,
    SENTENCE,
    SENTENCE_LENGTH,
    dropped,
    known_parts,
    part_of,
)
from humas_desk.intake.parts import DropReason, Part, Role, Setting
from humas_desk.intake.quote_finding import find_quotes, speech_paragraphs
from humas_desk.intake.speech_marks import is_open_at_end
from humas_desk.intake.wrapping import MARKER, Para

_HEADING_WORDS = 10
_EVENT_ROWS = 8
_SIGNING_LINES = 8
"""So many lines from the end place and day may stand above the one who signs."""
_CONTACT_WORDS = 8
_LINES_BELOW = 5
_LINE_WORDS = 18
"""A line of so many words may be another text's title."""
_HEADING_LENGTH = 90
_UNENDED = re.compile(r"[\w)”\"?!]$")


@dataclass(slots=True)
class Body:
    """The paragraphs from the lead on."""

    draft: Draft
    paras: Sequence[Para]
    setting: Setting
    section: Role | None = None
    """ABOUT or CONTACT: what the paragraphs below such a heading are."""

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
            self._enter(known[0].role)
            links = self._lines_below(index) if announces_links(para.text) else self._mail_lines(index)
            return [*known, *(dropped(one, DropReason.ARTEFACT) for one in self._below(index, links))], 1 + links
        if self.section is Role.ABOUT or (self.section is Role.CONTACT and self._is_contact(index)):
            return [part_of(para, self.section)], 1
        self.section = None
        count, role = self._several(index)
        if count:
            return [Part(start=para.start, end=self.paras[index + count - 1].end, role=role)], count
        return self._at_end(index) or self._running(index)

    def _at_end(self, index: int) -> tuple[list[Part], int] | None:
        """Place and day below the text, or words to the receiver; None: neither."""
        if self._is_signed_day(index):
            return self._signed(index)
        if is_sign_off(self.paras[index].text) and index >= len(self.paras) - _SIGNING_LINES:
            count = self._lines_below(index, of_sender=True)
            return [dropped(one, DropReason.GREETING) for one in self.paras[index : index + 1 + count]], 1 + count
        return ([dropped(self.paras[index], DropReason.GREETING)], 1) if self._is_greeting(index) else None

    def _below(self, index: int, count: int) -> Sequence[Para]:
        """So many paragraphs behind this one."""
        return self.paras[index + 1 : index + 1 + count]

    def _lines_below(self, index: int, *, of_sender: bool = False) -> int:
        """How many lines follow that are no sentences and say nothing of themselves: titles, a sender's name and office.

        `of_sender`: with the numbers and addresses of the one who sent the draft.
        """
        for count, para in enumerate(self._below(index, _LINES_BELOW)):
            is_line = len(para.text.split()) <= _LINE_WORDS and not SENTENCE.search(para.text)
            is_other = not of_sender and is_contact_line(para.text)
            if not is_line or para.reason is not None or known_parts(para) is not None or is_other:
                return count
        return len(self._below(index, _LINES_BELOW))

    def _mail_lines(self, index: int) -> int:
        """How many lines a mail program put below the text: the sender's name, office and address, and nothing behind them."""
        count = self._lines_below(index) if is_mail_mark(self.paras_text(index)) else 0
        return count if index + 1 + count == len(self.paras) else 0

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

    def _is_greeting(self, index: int) -> bool:
        """Words to the receiver before the lead or behind the last paragraph."""
        text = self.paras[index].text
        below = self._below(index, 1)
        is_closed = bool(below) and is_sign_off(below[0].text) and index >= len(self.paras) - _SIGNING_LINES
        at_end = index > 0 and (index >= len(self.paras) - 3 or is_closed)
        if not at_end or '"' in text or "“" in text:
            return False
        return (is_greeting(text) and not _tells(text) and len(text) <= BODY_LENGTH) or self._is_chat(index)

    def _signed(self, index: int) -> tuple[list[Part], int]:
        """Place and day below the text, and who signs there."""
        below = self.paras[index + 1 :]
        count = signing_lines([para.text for para in below[:_SIGNING_LINES]], self.setting.places)
        made = [part_of(self.paras[index], Role.DATELINE)]
        if count:
            made.append(Part(start=below[0].start, end=below[count - 1].end, role=Role.SIGNATORY))
        return made, 1 + count

    def _is_chat(self, index: int) -> bool:
        """Words that a messenger's user sent behind the release: few, in small letters, in a message of their own."""
        text, before = self.paras[index].text, self.paras[index - 1]
        is_short = text[:1].islower() and len(text.split()) <= _HEADING_WORDS and SENTENCE.search(text) is None
        return before.reason is not None and is_short

    def _is_signed_day(self, index: int) -> bool:
        """Whether place and day stand below the text ("Kraksaan, 9 Oktober 2025")."""
        text = self.paras[index].text
        if index < 1 or index < len(self.paras) - _SIGNING_LINES or len(text) > SENTENCE_LENGTH:
            return False
        found = find_dateline(text, self.setting.places)
        return found is not None and found.date is not None and found.end >= len(text)

    def _rows(self, index: int) -> int:
        """How many paragraphs from here on are rows of one table: cells behind tabs."""
        width = self.paras_text(index).count("\t")
        if not width:
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


def rows_of_event(paras: Sequence[Para], index: int) -> int:
    """How many paragraphs from this one on tell of one event; 0: they do not."""
    return event_rows([para.text for para in paras[index : index + _EVENT_ROWS]])


def _tells(text: str) -> bool:
    """Whether a sentence that names somebody politely tells of them: "Bapak Rusman selaku Ketua … hadir"."""
    return _POLITE.match(text) is not None and _THANKS.search(text) is None and len(text.split()) > _HEADING_WORDS


_POLITE = re.compile(r"(?:Bapak|Ibu|Pak|Bu|Mas|Mbak)\s+[A-Z]")
_THANKS = re.compile(r"\b(?:terima ?kasih|mohon|rilis|siaran|dimuat|suwun|nuwun)\b", re.IGNORECASE)


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
