"""Lines above the text that are no title: words to the receiver, an office's head, labels, a site's and a mail's lines."""

from collections.abc import Callable, Sequence
import re

from humas_desk.intake.datelines import FoundDateline
from humas_desk.intake.line_kinds import is_greeting, is_letterhead, kind_of
from humas_desk.intake.mail_lines import is_mail_head
from humas_desk.intake.office_lines import is_label, is_office_line
from humas_desk.intake.para_parts import BODY_LENGTH
from humas_desk.intake.parts import DropReason, Setting
from humas_desk.intake.site_lines import is_byline
from humas_desk.intake.wrapping import Para

ENDS = re.compile(r"[.!?][”\"]?(?:\s|$)")


def is_lead(para: Para, dateline: FoundDateline) -> bool:
    """Whether what begins like a dateline is none of a title ("Refleksi Akhir Tahun: Pengawas …")."""
    return dateline.date is not None or dateline.is_known or len(para.text) > BODY_LENGTH


def is_office(text: str, setting: Setting) -> bool:
    """Whether a line only names offices or what kind of text follows."""
    return is_office_line(text, setting.places) or is_label(text, setting.places)


_TO = re.compile(r"(?:kepada\b[\s:,]*)?(?:yth|ykh|yang terhormat)?[.,:\s]*", re.IGNORECASE)
"""A line that says that the receivers follow."""
_MOST_RECEIVERS = 5


def addressed_lines(paras: Sequence[Para]) -> frozenset[int]:
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


def letterhead_lines(paras: Sequence[Para], setting: Setting) -> frozenset[int]:
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


def is_aside(text: str, setting: Setting) -> bool:
    """Whether a line of a head is no part of the release, or announces what follows."""
    return text.endswith(":") or aside_reason(text, setting) is not None


def aside_reason(text: str, setting: Setting) -> DropReason | None:
    """Why a line of a head is no part of the release; None: it may be one."""
    if is_label(text, setting.places):
        return DropReason.LABEL
    if is_office_line(text, setting.places):
        return DropReason.LETTERHEAD
    return next((reason for test, reason in _ASIDE if test(text)), None)


_ASIDE: tuple[tuple[Callable[[str], bool], DropReason], ...] = (
    (is_mail_head, DropReason.ARTEFACT),
    (is_byline, DropReason.BYLINE),
    (is_letterhead, DropReason.LETTERHEAD),
    (is_greeting, DropReason.GREETING),
)
"""Lines of a head that are no part of the release, and why."""
