"""Paragraphs → parts with roles: the whole draft, and its head with the title."""

from collections.abc import Callable, Iterator, Sequence
import re

from humas_desk.intake.body_roles import Body
from humas_desk.intake.chat_words import chat_share, titled_share
from humas_desk.intake.closing_reading import split_credit
from humas_desk.intake.datelines import FoundDateline, find_dateline
from humas_desk.intake.draft import Draft
from humas_desk.intake.line_kinds import RECIPIENT, SUBJECT, is_greeting, is_letterhead, kind_of
from humas_desk.intake.mail_lines import is_mail, is_mail_head, mail_head_length
from humas_desk.intake.manuscript import Style
from humas_desk.intake.office_lines import is_label, is_office_line, label_words
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
from humas_desk.intake.site_lines import is_byline
from humas_desk.intake.wrapping import Para, wrap_width

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
        if para.start in draft.images or kind_of(para.text) is not None or _is_office(para.text, setting):
            continue
        if len(para.text) <= SENTENCE_LENGTH and is_greeting(para.text):
            continue
        dateline = find_dateline(para.text, setting.places)
        if dateline is not None and _leads(para, dateline) and (seen_title or _is_lead(para, dateline)):
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
        seen_title = seen_title or is_subject or not _is_aside(para.text, setting)
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
    if index + 1 >= len(paras) or len(_ENDS.findall(paras[index].text)) > 1:
        return False
    lead = paras[index + 1]
    dateline = find_dateline(lead.text, setting.places)
    return dateline is not None and dateline.end < len(lead.text) and _is_lead(lead, dateline)


_ENDS = re.compile(r"[.!?][”\"]?(?:\s|$)")


def _is_lead(para: Para, dateline: FoundDateline) -> bool:
    """Whether what begins like a dateline is none of a title ("Refleksi Akhir Tahun: Pengawas …")."""
    return dateline.date is not None or dateline.is_known or len(para.text) > BODY_LENGTH


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


def _is_office(text: str, setting: Setting) -> bool:
    """Whether a line only names offices or what kind of text follows."""
    return is_office_line(text, setting.places) or is_label(text, setting.places)


def _after_title(draft: Draft, paras: Sequence[Para], setting: Setting) -> int:
    """Behind the first paragraph that can be the title: a draft of short lines."""
    for index, para in enumerate(paras):
        if (
            para.reason is None
            and para.start not in draft.images
            and kind_of(para.text) is None
            and not _is_aside(para.text, setting)
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
    if letter and (title == len(paras) or _is_aside(paras[title].text, setting)):  # its subject is all the title it has
        title = next((index for index, para in enumerate(paras) if SUBJECT.fullmatch(para.text)), title)
    end = _title_end(draft, paras, title, setting)
    title -= _begins_above(draft, paras, title, setting)
    addressed, letterhead = _addressed(paras), _letterhead(paras, setting)
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


_TO = re.compile(r"(?:kepada\b[\s:,]*)?(?:yth|ykh|yang terhormat)?[.,:\s]*", re.IGNORECASE)
"""A line that says that the receivers follow."""
_MOST_RECEIVERS = 5


def _addressed(paras: Sequence[Para]) -> frozenset[int]:
    """The lines below "Kepada Yth." that name the receivers."""
    found: set[int] = set()
    for first, para in enumerate(paras):
        if not _TO.fullmatch(para.text):
            continue
        for index in range(first + 1, min(len(paras), first + 1 + _MOST_RECEIVERS)):
            if paras[index].gap or kind_of(paras[index].text) is not None:
                break
            found.add(index)
    return frozenset(found)


def _letterhead(paras: Sequence[Para], setting: Setting) -> frozenset[int]:
    """The lines right below an office's name that say where it is: "Jalan Ir. H. Juanda, Karang Baru", "Telepon …"."""
    found: set[int] = set()
    for index, para in enumerate(paras):
        is_below = index - 1 in found or (index > 0 and _is_head_name(paras[index - 1].text, setting))
        if is_below and not para.gap and _WHERE.match(para.text):
            found.add(index)
    return frozenset(found)


def _is_head_name(text: str, setting: Setting) -> bool:
    return is_letterhead(text) or is_office_line(text, setting.places)


_WHERE = re.compile(
    r"(?:jl|jln|jalan|komplek\w*|gedung|lantai|telp?|telepon|fax|faks\w*|surel|pos-el|e-?mail|laman|situs|website)\b|.*\b\d{5}\b",
    re.IGNORECASE,
)
"""How a line of an address begins, or a post code in it."""


def _letter_part(para: Para, *, goes_on: bool, is_addressed: bool) -> Part | None:
    """Subject or recipient of a letter, which may take further lines ("di", "Tempat"); None: neither."""
    if is_addressed or (goes_on and _RECIPIENT_GOES_ON.fullmatch(para.text)):
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
    known = _addressed(paras) | _letterhead(paras, setting)
    free = [at for at, para in enumerate(paras) if at not in known and _can_be_title(draft, para, setting)]
    styled = [index for index in free if paras[index].style is Style.TITLE]
    headed = [index for index in free if paras[index].style is Style.HEADING]
    real = [index for index in free if len(paras[index].text.split()) > 1]
    strong = [index for index in real if not _is_aside(paras[index].text, setting)]
    scores = {index: _title_score(draft, paras[index]) for index in strong}
    best = max(scores.values(), default=0.0)
    told = [index for index in strong if scores[index] >= best - _CLOSE]
    rest = [index for index in free if _aside_reason(paras[index].text, setting) is None]
    addressing = [index for index in real if _is_addressing_title(paras[index].text)]
    return next(iter((*styled, *headed, *told, *rest, *addressing)), len(paras))


def _is_addressing_title(text: str) -> bool:
    """Whether a title only begins as words to somebody do, where no other one stands: "Ibu Rumah Tangga Awasi Pilkada"."""
    is_titled = len(text.split()) in _TITLE_WORDS and titled_share(text) >= _TITLED
    is_letter = _TO_SOMEBODY.match(text) is not None or text.endswith((":", ","))
    return is_titled and is_greeting(text) and chat_share(text) < _LEAST_CHAT and not is_letter


_TO_SOMEBODY = re.compile(r"(?:kepada|yth|ykh|di|dengan|salam)\b", re.IGNORECASE)
_LEAST_CHAT = 0.3
"""Less of a title than this speaks to its reader."""
_RUBRIC_WORDS = 2
"""A line of so few words rather says where a site has the text: "KABAR BAWASLU"."""
_CLOSE = 2.0
"""Lines that look as much like a title as the best one: the first of them is the title, a later one the subtitle."""
_TITLE_WORDS = range(4, 23)
_NEWS = re.compile(r"\b(?:bawaslu|panwas\w*|kpu|pemilu|pilkada|pemilihan|pengawas\w*)\b", re.IGNORECASE)


def _title_score(draft: Draft, para: Para) -> float:
    """How much a line of the head looks like a title: words in capitals, some length, the news, no words to anybody."""
    text = para.text
    looks = (
        (2.0, len(text.split()) in _TITLE_WORDS),
        (2.0, titled_share(text) >= _TITLED),
        (1.0, text.isupper()),
        (1.0, draft.is_bold(para.start, para.end)),
        (1.0, _NEWS.search(text) is not None),
        (-2.0, len(text.split()) <= _RUBRIC_WORDS),
        (-2.0, len(_ENDS.findall(text)) > 1),
        (-1.0, text.endswith(".")),
        (-3.0, text.endswith((":", ","))),
        (-3.0, label_words(text) > 1),
    )
    return sum(weight for weight, is_so in looks if is_so) - _CHAT_WEIGHT * chat_share(text)


_TITLED = 0.6
_CHAT_WEIGHT = 6.0


def _is_aside(text: str, setting: Setting) -> bool:
    return text.endswith(":") or _aside_reason(text, setting) is not None


def _aside_reason(text: str, setting: Setting) -> DropReason | None:
    """Why a line of a head is no part of the release; None: it may be one."""
    if is_label(text, setting.places):
        return DropReason.LABEL
    if is_office_line(text, setting.places):
        return DropReason.LETTERHEAD
    return next((reason for test, reason in _ASIDE if test(text)), None)


def _can_be_title(draft: Draft, para: Para, setting: Setting) -> bool:
    if para.reason is not None or para.start in draft.images or para.style is Style.CAPTION:
        return False
    if kind_of(para.text) is not None or is_letterhead(para.text) or _is_office(para.text, setting):
        return False
    dateline = find_dateline(para.text, setting.places)
    return dateline is None or not _is_lead(para, dateline)


def _title_end(draft: Draft, paras: Sequence[Para], title: int, setting: Setting) -> int:
    """Behind the last line of the title: further lines in the same dress go on with it."""
    end = title + 1
    is_wrapped = wrap_width(draft) > 0
    while end < len(paras):
        last, para = paras[end - 1], paras[end]
        same = para.gap == 0 and para.reason is None and para.style is last.style and para.start not in draft.images
        if not same or kind_of(para.text) is not None or find_dateline(para.text) is not None:
            break
        if _aside_reason(para.text, setting) is not None:
            break
        bold = draft.is_bold(last.start, last.end), draft.is_bold(para.start, para.end)
        shouted = last.text.isupper(), para.text.isupper()
        alike = bold[0] == bold[1] and shouted[0] == shouted[1]
        dressed = all(bold) or all(shouted) or is_wrapped
        if not alike or not (dressed or _goes_on(last.text, para.text)) or SENTENCE.search(para.text):
            break
        end += 1
    return min(end, len(paras))


_SUBJECT_OF = re.compile(r"(?:tentang|terkait|mengenai|atas|soal|perihal)\s", re.IGNORECASE)
"""How a statement's title goes on behind "PERNYATAAN BAWASLU …"."""


def _begins_above(draft: Draft, paras: Sequence[Para], title: int, setting: Setting) -> bool:
    """Whether a title broken in two begins with the office's name in the line above: "Bawaslu Kota X⏎Siapkan …"."""
    if not 0 < title < len(paras) or paras[title].gap or (title > 1 and _is_office(paras[title - 2].text, setting)):
        return False
    above, text = paras[title - 1], paras[title].text
    if _SUBJECT_OF.match(text):
        return is_label(above.text, setting.places)
    alike = above.text.isupper() == text.isupper() and draft.is_bold(above.start, above.end) == draft.is_bold(
        paras[title].start, paras[title].end
    )
    names = is_office_line(above.text, setting.places) and not is_office_line(text.partition(" ")[0], setting.places)
    return alike and names and _NEWS.match(text) is None


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
    dateline = None if _is_office(para.text, setting) else find_dateline(para.text, setting.places)
    if dateline is not None and _is_all(para, dateline):
        return [part_of(para, Role.DATELINE)]
    is_caption = para.style is Style.CAPTION or _is_credited(para.text)
    reason = _aside_reason(para.text, setting)
    if reason is None and not after and not is_caption:
        is_said = SENTENCE.search(para.text) is not None or para.text.endswith(":") or chat_share(para.text) > 0
        reason = DropReason.GREETING if is_said else DropReason.LABEL
    if reason is not None:
        return [dropped(para, reason)]
    is_caption = is_caption or SENTENCE.search(para.text) is not None or not alone
    return [part_of(para, Role.CAPTION if is_caption else Role.SUBTITLE)]


_ASIDE: tuple[tuple[Callable[[str], bool], DropReason], ...] = (
    (is_mail_head, DropReason.ARTEFACT),
    (is_byline, DropReason.BYLINE),
    (is_letterhead, DropReason.LETTERHEAD),
    (is_greeting, DropReason.GREETING),
)
"""Lines of a head that are no part of the release, and why."""
