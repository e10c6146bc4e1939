"""A paragraph as a part, and how long the texts of a draft are."""

import re

from humas_desk.intake.line_kinds import LineKind, kind_of
from humas_desk.intake.parts import DropReason, Part, Role
from humas_desk.intake.wrapping import Para

LONG_TITLE = 170
BODY_LENGTH = 150
"""A paragraph of so many characters is no line of the head."""
SENTENCE_LENGTH = 80
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
