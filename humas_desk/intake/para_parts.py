"""A paragraph as a part, and how long the texts of a draft are."""

from collections.abc import Sequence
import re

from humas_desk.intake.formal_rows import event_rows
from humas_desk.intake.line_kinds import LineKind, kind_of
from humas_desk.intake.parts import DropReason, Part, Role
from humas_desk.intake.wrapping import Para

LONG_TITLE = 170
BODY_LENGTH = 150
"""A paragraph of so many characters is no line of the head."""
SENTENCE_LENGTH = 80
_EVENT_ROWS = 8
SENTENCE = re.compile(r"[.!?][”\"]?$")


def known_parts(para: Para) -> list[Part] | None:
    """The parts of a line that says what it is, its label apart."""
    if para.reason is not None:
        return [dropped(para, para.reason)]
    kind = kind_of(para.text)
    return None if kind is None else _labelled(para, kind)


def _labelled(para: Para, kind: LineKind) -> list[Part]:
    if kind.role is Role.DROPPED:
        return [dropped(para, kind.reason or DropReason.ARTEFACT)]
    return [part_of(para, kind.role)]


def part_of(para: Para, role: Role) -> Part:
    """The whole paragraph in this role."""
    return Part(start=para.start, end=para.end, role=role)


def dropped(para: Para, reason: DropReason) -> Part:
    """The whole paragraph left out."""
    return Part(start=para.start, end=para.end, role=Role.DROPPED, reason=reason)


def rows_of_event(paras: Sequence[Para], index: int) -> int:
    """How many paragraphs from this one on tell of one event; 0: they do not."""
    return event_rows([para.text for para in paras[index : index + _EVENT_ROWS]])
