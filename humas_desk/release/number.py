"""The number of a release, in the office's own pattern."""

from collections.abc import Mapping
import datetime as dt
import re

from humas_desk.release.office import Office
from humas_desk.release.pattern import PatternFacts, Token, Tokens, fill, parse_or_default
from humas_desk.release.problems import Problem, ProblemCode, Severity
from humas_desk.values import dataclass

OPEN_SEQUENCE = "…"
"""Stands for the running number until it is known: "…/HM/K.JI-21/08/2023"."""

_MAX_LENGTH = 80
_SEQ = r"(?P<seq>\d{1,9})(?:\.(?P<sub>\w{1,9}))?"
_ANY_SEQ = r"\d+(?:\.\w+)?"


def number_text(office: Office, seq: int | None, sub: str, released: dt.date | None) -> str:
    """The number: "021/HM/K.JI-21/08/2023".

    `seq` None: not known yet, shown as "…". `sub`: sub-number of a letter put in later, "1" in 2571.1; empty: none.
    `released` gives month and year. What is not known leaves no doubled or hanging slash. A pattern that cannot be read
    gives way to the default one.
    """
    tokens = parse_or_default(office.number_pattern, Office().number_pattern)
    facts = PatternFacts(
        city=office.city,
        date=released,
        seq=OPEN_SEQUENCE if seq is None else str(seq),
        sub=sub,
        code=office.class_code,
        unit=office.unit_code,
    )
    text = fill(tokens, facts)
    if all(isinstance(part, str) or fill((part,), facts) for part in tokens):
        return text
    return re.sub(r"/{2,}", "/", text).strip("/")


def check_number(number: str, place: str = "number") -> tuple[Problem, ...]:
    """NUMBER_INVALID for a number that is not ready to go out: still open, with braces, on two lines, or far too long."""
    ready = OPEN_SEQUENCE not in number and number.isprintable() and not re.search(r"[{}]", number)
    if ready and 0 < len(number.strip()) <= _MAX_LENGTH:
        return ()
    values = (("found", number[:_MAX_LENGTH]),)
    return (Problem(place=place, code=ProblemCode.NUMBER_INVALID, severity=Severity.WARNING, values=values),)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberParts:
    """What a printed number says of the register's line."""

    seq: int
    sub: str = ""
    """Empty: no sub-number."""


def read_number(office: Office, number: str) -> NumberParts | None:
    """The running number in a number of the office's pattern; None when it is of another form, still open or far too long."""
    if len(number) > _MAX_LENGTH:
        return None
    tokens = parse_or_default(office.number_pattern, Office().number_pattern)
    if not any(isinstance(token, Token) and token.name == "seq" for token in tokens):
        return None
    ours = {"unit": re.escape(office.unit_code), "code": re.escape(office.class_code)}
    anybodys = {name: ".*?" if text else "" for name, text in ours.items()}
    for known in (ours, anybodys):  # a code with a stop in it looks like a sub-number: the office's own comes first
        match = re.fullmatch(_number_form(tokens, known), number.strip())
        if match is not None:
            return NumberParts(seq=int(match["seq"]), sub=match["sub"] or "") if int(match["seq"]) else None
    return None


def _number_form(tokens: Tokens, known: Mapping[str, str]) -> str:
    """The pattern as a regular expression; `known`: what stands at a token."""
    form, has_seq = "", False
    for token in tokens:
        if isinstance(token, str):
            form += re.escape(token)
        elif token.name == "seq":
            form, has_seq = form + (_ANY_SEQ if has_seq else _SEQ), True
        else:
            form += known.get(token.name, ".*?")
    return re.sub(r"/{2,}", "/", form).strip("/")
