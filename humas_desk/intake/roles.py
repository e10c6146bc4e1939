"""Paragraphs → parts with roles: the head with its title, the body, and what closes a draft."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
import re

from humas_desk.intake.datelines import FoundDateline, find_dateline
from humas_desk.intake.draft import Draft
from humas_desk.intake.formal_rows import event_rows, signing_lines
from humas_desk.intake.line_kinds import (
    LineKind,
    is_byline,
    is_contact_line,
    is_greeting,
    is_letterhead,
    is_mail_head,
    kind_of,
    signature_start,
)
from humas_desk.intake.manuscript import Style
from humas_desk.intake.parts import DropReason, Part, Role, Setting
from humas_desk.intake.quote_finding import find_quotes, speech_paragraphs
from humas_desk.intake.speech_marks import is_open_at_end
from humas_desk.intake.wrapping import MARKER, Para, wrap_width

_LONG_TITLE = 170
_SHORT_TITLE = 110
_BODY_LENGTH = 150
_SENTENCE_LENGTH = 80
_HEADING_WORDS = 10
_EVENT_ROWS = 8
_SIGNING_LINES = 8
"""So many lines from the end place and day may stand above the one who signs."""
_CONTACT_WORDS = 8
_HEADING_LENGTH = 90
_SENTENCE = re.compile(r"[.!?][”\"]?$")
_UNENDED = re.compile(r"[\w)”\"?!]$")


def find_parts(draft: Draft, paras: Sequence[Para], setting: Setting) -> tuple[Part, ...]:
    """The parts of a draft with these paragraphs; they cover every character, and places are still to be given."""
    body = _body_start(draft, paras, setting)
    parts = [*_head(draft, paras[:body], setting), *_Body(draft, paras[body:], setting).parts()]
    return _covering(parts, len(draft.text))


def _covering(parts: Sequence[Part], length: int) -> tuple[Part, ...]:
    """The parts with the blanks between them; a blank draft is one dropped part."""
    if not parts:
        return (Part(start=0, end=length, role=Role.DROPPED, reason=DropReason.ARTEFACT),) if length else ()
    ends = [part.start for part in parts[1:]] + [length]
    starts = [0, *ends[:-1]]
    return tuple(
        Part(start=start, end=end, role=part.role, reason=part.reason)
        for part, start, end in zip(parts, starts, ends, strict=True)
    )


# The head


def _body_start(draft: Draft, paras: Sequence[Para], setting: Setting) -> int:
    """Which paragraph begins the body."""
    seen_title = False
    for index, para in enumerate(paras):
        if para.reason is not None:
            continue
        if para.start in draft.tables:
            return index
        if para.start in draft.images or kind_of(para.text) is not None:
            continue
        dateline = find_dateline(para.text, setting.places)
        if dateline is not None and dateline.end < len(para.text) and (seen_title or _is_lead(para, dateline)):
            return index
        if dateline is not None and dateline.end >= len(para.text):
            continue
        if _is_prose(para, seen_title=seen_title) and not is_greeting(para.text) and not is_letterhead(para.text):
            return index
        seen_title = seen_title or not _is_aside(para.text)
    return len(paras) if not seen_title else min(len(paras), _after_title(draft, paras))


def _is_lead(para: Para, dateline: FoundDateline) -> bool:
    """Whether what begins like a dateline is none of a title ("Refleksi Akhir Tahun: Pengawas …")."""
    return dateline.date is not None or dateline.is_known or len(para.text) > _BODY_LENGTH


def _after_title(draft: Draft, paras: Sequence[Para]) -> int:
    """Behind the first paragraph that can be the title: a draft of short lines."""
    for index, para in enumerate(paras):
        if (
            para.reason is None
            and para.start not in draft.images
            and kind_of(para.text) is None
            and not (is_greeting(para.text) or is_letterhead(para.text))
        ):
            return index + 1
    return len(paras)


def _is_prose(para: Para, *, seen_title: bool) -> bool:
    """Whether the paragraph is running text rather than a title, which may be a short sentence or two itself."""
    if para.style in (Style.TITLE, Style.HEADING, Style.CAPTION):
        return False
    if para.style in (Style.BULLET, Style.NUMBER):
        return True
    text = para.text
    sentences = len(re.findall(r"[.!?][”\"]?(?:\s|$)", text))
    if text.isupper() and len(text) <= _LONG_TITLE:
        return False
    if not seen_title and len(text) <= (_SHORT_TITLE if sentences > 1 else _BODY_LENGTH):
        return False
    return len(text) > _BODY_LENGTH or (len(text) > _SENTENCE_LENGTH and bool(_SENTENCE.search(text))) or sentences >= 2


def _head(draft: Draft, paras: Sequence[Para], setting: Setting) -> Iterator[Part]:
    title = _title_index(draft, paras, setting)
    end = _title_end(draft, paras, title)
    after = False
    has_subtitle = False
    for index, para in enumerate(paras):
        if title <= index < end:
            yield _part(para, Role.TITLE)
            after = True
            continue
        role = _head_role(
            draft, para, setting, after=after, alone=end == title + 1 and index == end and not has_subtitle
        )
        has_subtitle = has_subtitle or any(part.role is Role.SUBTITLE for part in role)
        yield from role


def _title_index(draft: Draft, paras: Sequence[Para], setting: Setting) -> int:
    """Which paragraph of the head is the title; their number: none is."""
    labelled = (i for i, para in enumerate(paras) if (kind := kind_of(para.text)) and kind.role is Role.TITLE)
    found = next(labelled, None)
    if found is not None:
        return len(paras)
    free = [index for index, para in enumerate(paras) if _can_be_title(draft, para, setting)]
    styled = [index for index in free if paras[index].style is Style.TITLE]
    headed = [index for index in free if paras[index].style is Style.HEADING]
    real = [index for index in free if len(paras[index].text.split()) > 1]
    named = [index for index in real if not is_letterhead(paras[index].text)]
    strong = [index for index in named if not _is_aside(paras[index].text)]
    return next(iter((*styled, *headed, *strong, *free)), len(paras))


def _is_aside(text: str) -> bool:
    return text.endswith(":") or any(test(text) for test, _reason in _ASIDE)


def _can_be_title(draft: Draft, para: Para, setting: Setting) -> bool:
    if para.reason is not None or para.start in draft.images or para.style is Style.CAPTION:
        return False
    if kind_of(para.text) is not None or is_letterhead(para.text):
        return False
    dateline = find_dateline(para.text, setting.places)
    return dateline is None or not _is_lead(para, dateline)


def _title_end(draft: Draft, paras: Sequence[Para], title: int) -> int:
    """Behind the last line of the title: further lines in the same dress go on with it."""
    end = title + 1
    is_wrapped = wrap_width(draft) > 0
    while end < len(paras):
        last, para = paras[end - 1], paras[end]
        same = para.gap == 0 and para.reason is None and para.style is last.style and para.start not in draft.images
        if not same or kind_of(para.text) is not None or find_dateline(para.text) is not None or is_byline(para.text):
            break
        bold = draft.is_bold(last.start, last.end), draft.is_bold(para.start, para.end)
        shouted = last.text.isupper(), para.text.isupper()
        alike = bold[0] == bold[1] and shouted[0] == shouted[1]
        dressed = all(bold) or all(shouted) or is_wrapped
        if not alike or not (dressed or _goes_on(last.text, para.text)) or _SENTENCE.search(para.text):
            break
        end += 1
    return min(end, len(paras))


def _goes_on(first: str, second: str) -> bool:
    """Whether a title's line is not whole without the next one."""
    is_cut = first.endswith((",", ":", "-", "–", "&")) or first.casefold().rpartition(" ")[2] in _CUT_WORDS
    return second[:1].islower() or is_cut


_CUT_WORDS = frozenset({"dan", "di", "untuk", "dalam", "pada", "dengan", "ke", "serta", "bagi", "dari"})


def _head_role(draft: Draft, para: Para, setting: Setting, *, after: bool, alone: bool) -> list[Part]:
    """What a paragraph before the body is. `after`: the title has been seen; `alone`: it follows the title at once."""
    if para.start in draft.images:
        return [_part(para, Role.PHOTO)]
    known = _known(para)
    if known is not None:
        return known
    dateline = find_dateline(para.text, setting.places)
    if dateline is not None and dateline.end >= len(para.text):
        return [_part(para, Role.DATELINE)]
    reason = next((reason for test, reason in _ASIDE if test(para.text)), None)
    if reason is None and not after and para.text.endswith(":"):
        reason = DropReason.GREETING
    if reason is not None:
        return [_dropped(para, reason)]
    is_caption = para.style is Style.CAPTION or _SENTENCE.search(para.text) is not None or not alone
    role = Role.PARAGRAPH if not after else Role.CAPTION if is_caption else Role.SUBTITLE
    return [_part(para, role)]


_ASIDE: tuple[tuple[Callable[[str], bool], DropReason], ...] = (
    (is_mail_head, DropReason.ARTEFACT),
    (is_byline, DropReason.BYLINE),
    (is_letterhead, DropReason.LETTERHEAD),
    (is_greeting, DropReason.GREETING),
)
"""Lines of a head that are no part of the release, and why."""


def _known(para: Para) -> list[Part] | None:
    """The parts of a line that says what it is, its label apart."""
    if para.reason is not None:
        return [_dropped(para, para.reason)]
    kind = kind_of(para.text)
    return None if kind is None else _labelled(para, kind)


def _labelled(para: Para, kind: LineKind) -> list[Part]:
    if kind.role is Role.DROPPED:
        return [_dropped(para, kind.reason or DropReason.ARTEFACT)]
    return [_part(para, kind.role)]


def _part(para: Para, role: Role) -> Part:
    return Part(start=para.start, end=para.end, role=role)


def _dropped(para: Para, reason: DropReason) -> Part:
    return Part(start=para.start, end=para.end, role=Role.DROPPED, reason=reason)


# The body and what closes it


@dataclass(slots=True)
class _Body:
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
            return [_part(para, Role.PHOTO)], 1
        known = None if self._is_contact_name(index) else _known(para)
        if known is not None and known[0].role is not Role.TITLE:
            self._enter(known[0].role)
            return known, 1
        if self.section is Role.ABOUT or (self.section is Role.CONTACT and self._is_contact(index)):
            return [_part(para, self.section)], 1
        self.section = None
        count, role = self._several(index)
        if count:
            return [Part(start=para.start, end=self.paras[index + count - 1].end, role=role)], count
        return self._at_end(index) or self._running(index)

    def _at_end(self, index: int) -> tuple[list[Part], int] | None:
        """Place and day below the text, or words to the receiver; None: neither."""
        if self._is_signed_day(index):
            return self._signed(index)
        return ([_dropped(self.paras[index], DropReason.GREETING)], 1) if self._is_greeting(index) else None

    def _enter(self, role: Role) -> None:
        """What a heading of a section says of the paragraphs below it."""
        if role is not Role.DROPPED:
            self.section = role if role in (Role.ABOUT, Role.CONTACT) else None

    def _several(self, index: int) -> tuple[int, Role]:
        """Paragraphs from here on that are one block, and which; 0: running text."""
        para = self.paras[index]
        if para.start in self.draft.tables:
            return 1, Role.TABLE
        if rows := self._rows(index):
            return rows, Role.TABLE
        if rows := event_rows([one.text for one in self.paras[index : index + _EVENT_ROWS]]):
            return rows, Role.EVENT
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
        at_end = index >= len(self.paras) - 3 and index > 0
        if not at_end or '"' in text or "“" in text:
            return False
        return (is_greeting(text) and not _tells(text) and len(text) <= _BODY_LENGTH) or self._is_chat(index)

    def _signed(self, index: int) -> tuple[list[Part], int]:
        """Place and day below the text, and who signs there."""
        below = self.paras[index + 1 :]
        count = signing_lines([para.text for para in below[:_SIGNING_LINES]], self.setting.places)
        made = [_part(self.paras[index], Role.DATELINE)]
        if count:
            made.append(Part(start=below[0].start, end=below[count - 1].end, role=Role.SIGNATORY))
        return made, 1 + count

    def _is_chat(self, index: int) -> bool:
        """Words that a messenger's user sent behind the release: few, in small letters, in a message of their own."""
        text, before = self.paras[index].text, self.paras[index - 1]
        is_short = text[:1].islower() and len(text.split()) <= _HEADING_WORDS and _SENTENCE.search(text) is None
        return before.reason is not None and is_short

    def _is_signed_day(self, index: int) -> bool:
        """Whether place and day stand below the text ("Kraksaan, 9 Oktober 2025")."""
        text = self.paras[index].text
        if index < 1 or index < len(self.paras) - _SIGNING_LINES or len(text) > _SENTENCE_LENGTH:
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
            return len(para.text) <= _LONG_TITLE
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
        is_prose = _SENTENCE.search(following.text) is not None or following.text.endswith(":")
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
