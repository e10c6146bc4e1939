"""Paragraphs → parts with roles: the whole draft, and its head with the title."""

from collections.abc import Iterator, Sequence
import re

from humas_desk.intake.body_roles import Body
from humas_desk.intake.chat_words import chat_share
from humas_desk.intake.closing_reading import split_credit
from humas_desk.intake.datelines import FoundDateline, find_dateline
from humas_desk.intake.draft import Draft
from humas_desk.intake.head_lines import (
    ENDS,
    addressed_lines,
    aside_reason,
    is_aside,
    is_lead,
    is_office,
    letterhead_lines,
)
from humas_desk.intake.line_kinds import RECIPIENT, SUBJECT, is_greeting, is_letterhead, kind_of
from humas_desk.intake.mail_lines import is_mail, mail_head_length
from humas_desk.intake.manuscript import Style
from humas_desk.intake.para_parts import (
    BODY_LENGTH,
    LONG_TITLE,
    SENTENCE,
    SENTENCE_LENGTH,
    dropped,
    known_parts,
    part_of,
    rows_of_event,
)
from humas_desk.intake.parts import DropReason, Part, Role, Setting
from humas_desk.intake.title_finding import begins_above, title_end, title_index
from humas_desk.intake.wrapping import Para

_SHORT_TITLE = 110


def find_parts(draft: Draft, paras: Sequence[Para], setting: Setting) -> tuple[Part, ...]:
    """The parts of a draft with these paragraphs; they cover every character, and places are still to be given."""
    mail = mail_head_length([para.text for para in paras])
    head = [dropped(para, DropReason.ARTEFACT) for para in paras[:mail]]
    paras = paras[mail:]
    body = _body_start(draft, paras, setting)
    parts = [*head, *_head(draft, paras[:body], setting), *Body(draft, paras[body:], setting).parts()]
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
        if para.start in draft.images or kind_of(para.text) is not None or is_office(para.text, setting):
            continue
        if len(para.text) <= SENTENCE_LENGTH and is_greeting(para.text):
            continue
        dateline = find_dateline(para.text, setting.places)
        if dateline is not None and _leads(para, dateline) and (seen_title or is_lead(para, dateline)):
            return index
        if (dateline is not None and _is_all(para, dateline)) or _is_credited(para.text):
            continue
        is_row = rows_of_event(paras, index) > 0 or _INVITES.search(para.text) is not None
        if (seen_title or is_row) and _leads_to_event(paras, index):
            return index
        is_ours = not is_greeting(para.text) or (
            _INVITES.search(para.text) and (seen_title or rows_of_event(paras, index + 1) > 0)
        )
        if _is_prose(para, seen_title=seen_title) and is_ours and not is_letterhead(para.text):
            return index + (seen_title and _is_caption(paras, index, setting))
        is_subject = SUBJECT.fullmatch(para.text) is not None and not is_mail(paras[0].text)
        seen_title = seen_title or is_subject or not is_aside(para.text, setting)
    return len(paras) if not seen_title else min(len(paras), _after_title(draft, paras, setting))


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
    if index + 1 >= len(paras) or len(ENDS.findall(paras[index].text)) > 1:
        return False
    lead = paras[index + 1]
    dateline = find_dateline(lead.text, setting.places)
    return dateline is not None and dateline.end < len(lead.text) and is_lead(lead, dateline)


def _is_all(para: Para, dateline: FoundDateline) -> bool:
    """Whether nothing but the dateline stands in the line, and not just a word: "Kraksaan, 9 Oktober 2025"."""
    is_set_off = para.text.rstrip().endswith(("-", "–", "—", ","))
    return dateline.end >= len(para.text) and (dateline.date is not None or dateline.is_known or is_set_off)


def _is_credited(text: str) -> bool:
    """Whether a picture's caption stands here, which names who took it: "… (Foto: Dok. Humas)"."""
    return len(text) <= _MOST_CAPTION and split_credit(text)[1] is not None


_MOST_CAPTION = 400


def _leads(para: Para, dateline: FoundDateline) -> bool:
    """Whether a sentence begins behind the dateline, and not only another word of the same line."""
    behind = para.text[dateline.end :]
    return len(behind.split()) >= _LEAD_WORDS or SENTENCE.search(behind) is not None


_LEAD_WORDS = 5


def _after_title(draft: Draft, paras: Sequence[Para], setting: Setting) -> int:
    """Behind the first paragraph that can be the title: a draft of short lines."""
    for index, para in enumerate(paras):
        if (
            para.reason is None
            and para.start not in draft.images
            and kind_of(para.text) is None
            and not is_aside(para.text, setting)
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
    sentences = len(ENDS.findall(text))
    if text.isupper() and len(text) <= LONG_TITLE:
        return False
    if not seen_title and len(text) <= (_SHORT_TITLE if sentences > 1 else BODY_LENGTH):
        return False
    return len(text) > BODY_LENGTH or (len(text) > SENTENCE_LENGTH and bool(SENTENCE.search(text))) or sentences >= 2


def _head(draft: Draft, paras: Sequence[Para], setting: Setting) -> Iterator[Part]:
    letter = _is_letter(paras)
    addressed, letterhead = addressed_lines(paras), letterhead_lines(paras, setting)
    title = title_index(draft, paras, setting, addressed | letterhead)
    if letter and (title == len(paras) or is_aside(paras[title].text, setting)):  # its subject is all the title it has
        title = next((index for index, para in enumerate(paras) if SUBJECT.fullmatch(para.text)), title)
    end = title_end(draft, paras, title, setting)
    title -= begins_above(draft, paras, title, setting)
    after = False
    has_subtitle = is_recipient = False
    for index, para in enumerate(paras):
        if title <= index < end:
            yield part_of(para, Role.TITLE)
            after = True
            continue
        if letter and (part := _letter_part(para, goes_on=is_recipient, is_addressed=index in addressed)):
            is_recipient = part.role is Role.RECIPIENT
            yield part
            continue
        is_recipient = False
        if index in addressed or index in letterhead:
            yield dropped(para, DropReason.GREETING if index in addressed else DropReason.LETTERHEAD)
            continue
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


def _letter_part(para: Para, *, goes_on: bool, is_addressed: bool) -> Part | None:
    """Subject or recipient of a letter, which may take further lines ("di", "Tempat"); None: neither."""
    if is_addressed or (goes_on and _RECIPIENT_GOES_ON.fullmatch(para.text)):
        return part_of(para, Role.RECIPIENT)
    rows = ((SUBJECT, Role.SUBJECT), (RECIPIENT, Role.RECIPIENT))
    found = (role for pattern, role in rows if len(para.text) <= BODY_LENGTH and pattern.fullmatch(para.text))
    return next((part_of(para, role) for role in found), None)


def _head_role(draft: Draft, para: Para, setting: Setting, *, after: bool, alone: bool) -> list[Part]:
    """What a paragraph before the body is. `after`: the title has been seen; `alone`: it follows the title at once."""
    if para.start in draft.images:
        return [part_of(para, Role.PHOTO)]
    known = known_parts(para)
    if known is not None:
        return known
    dateline = None if is_office(para.text, setting) else find_dateline(para.text, setting.places)
    if dateline is not None and _is_all(para, dateline):
        return [part_of(para, Role.DATELINE)]
    is_caption = para.style is Style.CAPTION or _is_credited(para.text)
    reason = aside_reason(para.text, setting)
    if reason is None and not after and not is_caption:
        is_said = SENTENCE.search(para.text) is not None or para.text.endswith(":") or chat_share(para.text) > 0
        reason = DropReason.GREETING if is_said else DropReason.LABEL
    if reason is not None:
        return [dropped(para, reason)]
    is_caption = is_caption or SENTENCE.search(para.text) is not None or not alone
    return [part_of(para, Role.CAPTION if is_caption else Role.SUBTITLE)]
