"""A table of a file into a frozen dataclass whose fields carry rules (`rules.py`)."""

from collections.abc import Mapping
from dataclasses import Field, replace
import difflib
import math
from pathlib import Path
import re
from typing import ClassVar, Protocol, TypeVar, assert_never

from humas_desk.errors import BadContent
from humas_desk.layout.rules import (
    Choice,
    Choices,
    Color,
    Flag,
    Number,
    PaperSize,
    Section,
    Tables,
    Value,
    Words,
    rules_of,
)
from humas_desk.values import dataclass


class Values(Protocol):
    """Any dataclass."""

    __dataclass_fields__: ClassVar[dict[str, "Field[object]"]]


T = TypeVar("T", bound=Values)
SHOWN_CHARACTERS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A value in a file, and where."""

    path: Path
    place: str
    value: object

    def at(self, key: str, value: object) -> "Found":
        """A value under this one."""
        return Found(path=self.path, place=f"{self.place}.{key}" if self.place else key, value=value)

    def wrong(self, expected: str) -> BadContent:
        """The error that something else should stand here."""
        shown = str(self.value)
        return BadContent(self.path, self.place, expected, shown[:SHOWN_CHARACTERS])

    def table(self) -> Mapping[str, object]:
        """The value as a table. Raises BadContent."""
        if not isinstance(self.value, dict):
            raise self.wrong("table")
        return self.value


def known_key(found: Found, key: str, known: tuple[str, ...]) -> None:
    """Raises BadContent for a key that is not known; it expects the nearest one, or lists all."""
    if key not in known:
        nearest = difflib.get_close_matches(key, known, n=1)
        raise BadContent(found.path, found.at(key, None).place, " | ".join(nearest or known), key)


def read_section(found: Found, default: T) -> T:
    """The default with the keys the table has; raises BadContent at the first key or value that may not be there."""
    rules = rules_of(type(default))
    changes: dict[str, object] = {}
    for key, value in found.table().items():
        known_key(found, key, tuple(rules))
        rule = rules[key]
        here = found.at(key, value)
        changes[key] = (
            read_section(here, getattr(default, key)) if isinstance(rule, Section) else read_value(here, rule)
        )
    return replace(default, **changes)


def read_value(found: Found, rule: Value) -> object:
    """The value as the rule allows it. Raises BadContent."""
    match rule:
        case Tables():
            return _read_tables(found, rule)
        case Choices():
            return _read_choices(found, rule)
        case PaperSize():
            return _read_size(found, rule)
        case Number():
            return _read_number(found, rule)
        case Flag() | Choice() | Words() | Color():
            return _read_plain(found, rule)
        case _:
            assert_never(rule)


def _read_plain(found: Found, rule: Flag | Choice | Words | Color) -> object:
    """A value that is taken as it stands, or not at all."""
    value = found.value
    match rule:
        case Flag():
            good = isinstance(value, bool)
        case Choice():
            good = isinstance(value, str) and value in rule.allowed
        case Words():
            good = isinstance(value, str) and _is_clean(value, rule)
        case Color():
            good = isinstance(value, str) and re.fullmatch(r"#[0-9a-fA-F]{6}", value) is not None
        case _:
            assert_never(rule)
    if not good:
        raise found.wrong(rule.expected())
    return value


def _is_clean(text: str, rule: Words) -> bool:
    """Whether a text is short, on one line, and holds only the tokens it may."""
    if len(text) > rule.longest or not text.isprintable():
        return False
    if rule.tokens is None:
        return True
    rest = text
    for token in rule.tokens:
        rest = rest.replace("{" + token + "}", "")
    return "{" not in rest and "}" not in rest


def _read_number(found: Found, rule: Number) -> float:
    value = found.value
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise found.wrong(rule.expected())
    if math.isnan(value) or not rule.low <= value <= rule.high:
        raise found.wrong(rule.expected())
    return value


def _read_choices(found: Found, rule: Choices) -> tuple[str, ...]:
    value = found.value
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise found.wrong(rule.expected())
    for index, word in enumerate(value):
        if word not in rule.allowed or word in value[:index]:
            place = f"{found.place}[{index}]"
            raise BadContent(found.path, place, " | ".join(rule.allowed), word[:SHOWN_CHARACTERS])
    if not set(rule.needed) <= set(value):
        raise found.wrong(rule.expected())
    return tuple(value)


def _read_size(found: Found, rule: PaperSize) -> str | tuple[float, float]:
    value = found.value
    if isinstance(value, str) and value in rule.names:
        return value
    if not isinstance(value, list) or len(value) != 2:
        raise found.wrong(rule.expected())
    width, height = value
    place = found.place
    return (
        _read_number(Found(path=found.path, place=f"{place}[0]", value=width), rule.width),
        _read_number(Found(path=found.path, place=f"{place}[1]", value=height), rule.height),
    )


def _read_tables(found: Found, rule: Tables) -> tuple[object, ...]:
    value = found.value
    if not isinstance(value, list) or len(value) > rule.most:
        raise found.wrong(rule.expected())
    return tuple(
        read_section(Found(path=found.path, place=f"{found.place}[{index}]", value=item), rule.item())
        for index, item in enumerate(value)
    )
