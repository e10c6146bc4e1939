"""Which lines of a draft's head are its title."""

from collections.abc import Collection, Sequence
import re

from humas_desk.intake.chat_words import chat_share, is_titled
from humas_desk.intake.datelines import find_dateline
from humas_desk.intake.draft import Draft
from humas_desk.intake.head_lines import (
    ENDS,
    aside_reason,
    is_aside,
    is_lead,
    is_office,
)
from humas_desk.intake.line_kinds import is_greeting, is_letterhead, kind_of
from humas_desk.intake.manuscript import Style
from humas_desk.intake.office_lines import is_label, is_office_line, label_words
from humas_desk.intake.para_parts import SENTENCE
from humas_desk.intake.parts import Role, Setting
from humas_desk.intake.wrapping import Para, wrap_width


def title_index(draft: Draft, paras: Sequence[Para], setting: Setting, known: Collection[int]) -> int:
    """Which paragraph of the head is the title; their number: none is. `known`: what else some of them are is known."""
    labelled = (i for i, para in enumerate(paras) if (kind := kind_of(para.text)) and kind.role is Role.TITLE)
    found = next(labelled, None)
    if found is not None:
        return len(paras)
    free = [at for at, para in enumerate(paras) if at not in known and _can_be_title(draft, para, setting)]
    styled = [index for index in free if paras[index].style is Style.TITLE]
    headed = [index for index in free if paras[index].style is Style.HEADING]
    real = [index for index in free if len(paras[index].text.split()) > 1]
    strong = [index for index in real if not is_aside(paras[index].text, setting)]
    scores = {index: _title_score(draft, paras[index]) for index in strong}
    best = max(scores.values(), default=0.0)
    told = [index for index in strong if scores[index] >= best - _CLOSE]
    rest = [index for index in free if aside_reason(paras[index].text, setting) is None]
    addressing = [index for index in real if _is_addressing_title(paras[index].text)]
    return next(iter((*styled, *headed, *told, *rest, *addressing)), len(paras))


def _is_addressing_title(text: str) -> bool:
    """Whether a title only begins as words to somebody do, where no other one stands: "Ibu Rumah Tangga Awasi Pilkada"."""
    looks_so = len(text.split()) in _TITLE_WORDS and is_titled(text)
    is_letter = _TO_SOMEBODY.match(text) is not None or text.endswith((":", ","))
    return looks_so and is_greeting(text) and chat_share(text) < _MOST_CHAT and not is_letter


_TO_SOMEBODY = re.compile(r"(?:kepada|yth|ykh|di|dengan|salam)\b", re.IGNORECASE)
_MOST_CHAT = 0.3
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
        (2.0, is_titled(text)),
        (1.0, text.isupper()),
        (1.0, draft.is_bold(para.start, para.end)),
        (1.0, _NEWS.search(text) is not None),
        (-2.0, len(text.split()) <= _RUBRIC_WORDS),
        (-2.0, len(ENDS.findall(text)) > 1),
        (-1.0, text.endswith(".")),
        (-3.0, text.endswith((":", ","))),
        (-3.0, label_words(text) > 1),
    )
    return sum(weight for weight, is_so in looks if is_so) - _CHAT_WEIGHT * chat_share(text)


_CHAT_WEIGHT = 6.0


def _can_be_title(draft: Draft, para: Para, setting: Setting) -> bool:
    if para.reason is not None or para.start in draft.images or para.style is Style.CAPTION:
        return False
    if kind_of(para.text) is not None or is_letterhead(para.text) or is_office(para.text, setting):
        return False
    dateline = find_dateline(para.text, setting.places)
    return dateline is None or not is_lead(para, dateline)


def title_end(draft: Draft, paras: Sequence[Para], title: int, setting: Setting) -> int:
    """Behind the last line of the title: further lines in the same dress go on with it."""
    end = title + 1
    is_wrapped = wrap_width(draft) > 0
    while end < len(paras):
        last, para = paras[end - 1], paras[end]
        same = para.gap == 0 and para.reason is None and para.style is last.style and para.start not in draft.images
        if not same or kind_of(para.text) is not None or find_dateline(para.text) is not None:
            break
        if aside_reason(para.text, setting) is not None:
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


def begins_above(draft: Draft, paras: Sequence[Para], title: int, setting: Setting) -> bool:
    """Whether a title broken in two begins with the office's name in the line above: "Bawaslu Kota X⏎Siapkan …"."""
    if not 0 < title < len(paras) or paras[title].gap or (title > 1 and is_office(paras[title - 2].text, setting)):
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
