"""Paragraphs → parts with roles: the whole draft, and its head with the title."""

from collections.abc import Callable, Iterator, Sequence
import re

from humas_desk.intake.body_roles import Body, rows_of_event
from humas_desk.intake.datelines import FoundDateline, find_dateline
from humas_desk.intake.draft import Draft
from humas_desk.intake.line_kinds import (
    RECIPIENT,
    SUBJECT,
    is_byline,
    is_greeting,
    is_letterhead,
    is_mail,
    is_mail_head,
    kind_of,
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
from humas_desk.intake.wrapping import Para, wrap_width

_SHORT_TITLE = 110


def find_parts(draft: Draft, paras: Sequence[Para], setting: Setting) -> tuple[Part, ...]:
    """The parts of a draft with these paragraphs; they cover every character, and places are still to be given."""
    body = _body_start(draft, paras, setting)
    parts = [*_head(draft, paras[:body], setting), *Body(draft, paras[body:], setting).parts()]
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
        if seen_title and _leads_to_event(paras, index):
            return index
        is_ours = not is_greeting(para.text) or (
            _INVITES.search(para.text) and (seen_title or rows_of_event(paras, index + 1) > 0)
        )
        if _is_prose(para, seen_title=seen_title) and is_ours and not is_letterhead(para.text):
            return index + (seen_title and _is_caption(paras, index, setting))
        is_subject = SUBJECT.fullmatch(para.text) is not None and not is_mail(paras[0].text)
        seen_title = seen_title or is_subject or not _is_aside(para.text)
    return len(paras) if not seen_title else min(len(paras), _after_title(draft, paras))


_INVITES = re.compile(
    r"\b(?:mengundang|(?:mengharap|memohon)\w* kehadiran|bermaksud|akan (?:menyelenggarakan|menggelar|mengadakan|melaksanakan))\b"
)
"""What a letter tells behind its greeting in the same paragraph; such a paragraph is its text."""


def _leads_to_event(paras: Sequence[Para], index: int) -> bool:
    """Whether the rows of an event begin here, or right behind words that announce them: "… pada:"."""
    announces = len(paras[index].text) > SENTENCE_LENGTH or paras[index].text.endswith(":")
    return rows_of_event(paras, index) > 0 or (announces and rows_of_event(paras, index + 1) > 0)


def _is_caption(paras: Sequence[Para], index: int, setting: Setting) -> bool:
    """Whether a sentence stands below a site's picture: the next paragraph begins with the dateline."""
    if index + 1 >= len(paras) or len(_ENDS.findall(paras[index].text)) > 1:
        return False
    lead = paras[index + 1]
    dateline = find_dateline(lead.text, setting.places)
    return dateline is not None and dateline.end < len(lead.text) and _is_lead(lead, dateline)


_ENDS = re.compile(r"[.!?][”\"]?(?:\s|$)")


def _is_lead(para: Para, dateline: FoundDateline) -> bool:
    """Whether what begins like a dateline is none of a title ("Refleksi Akhir Tahun: Pengawas …")."""
    return dateline.date is not None or dateline.is_known or len(para.text) > BODY_LENGTH


def _after_title(draft: Draft, paras: Sequence[Para]) -> int:
    """Behind the first paragraph that can be the title: a draft of short lines."""
    for index, para in enumerate(paras):
        if (
            para.reason is None
            and para.start not in draft.images
            and kind_of(para.text) is None
            and not _is_aside(para.text)
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
    sentences = len(_ENDS.findall(text))
    if text.isupper() and len(text) <= LONG_TITLE:
        return False
    if not seen_title and len(text) <= (_SHORT_TITLE if sentences > 1 else BODY_LENGTH):
        return False
    return len(text) > BODY_LENGTH or (len(text) > SENTENCE_LENGTH and bool(SENTENCE.search(text))) or sentences >= 2


def _head(draft: Draft, paras: Sequence[Para], setting: Setting) -> Iterator[Part]:
    letter = _is_letter(paras)
    title = _title_index(draft, paras, setting)
    if letter and (title == len(paras) or _is_aside(paras[title].text)):  # its subject is all the title it has
        title = next((index for index, para in enumerate(paras) if SUBJECT.fullmatch(para.text)), title)
    end = _title_end(draft, paras, title)
    after = False
    has_subtitle = is_recipient = False
    for index, para in enumerate(paras):
        if title <= index < end:
            yield part_of(para, Role.TITLE)
            after = True
            continue
        if letter and (part := _letter_part(para, goes_on=is_recipient)):
            is_recipient = part.role is Role.RECIPIENT
            yield part
            continue
        is_recipient = False
        role = _head_role(
            draft, para, setting, after=after, alone=end == title + 1 and index == end and not has_subtitle
        )
        has_subtitle = has_subtitle or any(part.role is Role.SUBTITLE for part in role)
        yield from role


def _is_letter(paras: Sequence[Para]) -> bool:
    """Whether the rows of the head are a letter's and not a mail's."""
    kinds = (kind_of(para.text) for para in paras)
    is_formal = any(kind is not None and kind.role is Role.NUMBER for kind in kinds)
    return (is_formal or any(SUBJECT.fullmatch(para.text) for para in paras)) and not any(
        is_mail(para.text) for para in paras
    )


_RECIPIENT_GOES_ON = re.compile(r"di(?:[\s\-–]+\S.{0,40})?[.:]?|t\s?e\s?m\s?p\s?a\s?t[.]?", re.IGNORECASE)


def _letter_part(para: Para, *, goes_on: bool) -> Part | None:
    """Subject or recipient of a letter, which may take further lines ("di", "Tempat"); None: neither."""
    if goes_on and _RECIPIENT_GOES_ON.fullmatch(para.text):
        return part_of(para, Role.RECIPIENT)
    rows = ((SUBJECT, Role.SUBJECT), (RECIPIENT, Role.RECIPIENT))
    found = (role for pattern, role in rows if len(para.text) <= BODY_LENGTH and pattern.fullmatch(para.text))
    return next((part_of(para, role) for role in found), None)


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
        if not alike or not (dressed or _goes_on(last.text, para.text)) or SENTENCE.search(para.text):
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
        return [part_of(para, Role.PHOTO)]
    known = known_parts(para)
    if known is not None:
        return known
    dateline = find_dateline(para.text, setting.places)
    if dateline is not None and dateline.end >= len(para.text):
        return [part_of(para, Role.DATELINE)]
    reason = next((reason for test, reason in _ASIDE if test(para.text)), None)
    if reason is None and not after and para.text.endswith(":"):
        reason = DropReason.GREETING
    if reason is not None:
        return [dropped(para, reason)]
    is_caption = para.style is Style.CAPTION or SENTENCE.search(para.text) is not None or not alone
    role = Role.PARAGRAPH if not after else Role.CAPTION if is_caption else Role.SUBTITLE
    return [part_of(para, role)]


_ASIDE: tuple[tuple[Callable[[str], bool], DropReason], ...] = (
    (is_mail_head, DropReason.ARTEFACT),
    (is_byline, DropReason.BYLINE),
    (is_letterhead, DropReason.LETTERHEAD),
    (is_greeting, DropReason.GREETING),
)
"""Lines of a head that are no part of the release, and why."""
