"""What a template key may hold: a small rule beside every default, read by the loader and by nobody else.

A field of `Template` is written `Annotated[float, Number(low=6, high=48)] = 12`: key, range and default stand in one
line and cannot drift apart. A plain `bool` is a flag, a plain dataclass a table of its own.
"""

from dataclasses import is_dataclass
from functools import cache
from typing import get_type_hints

from humas_desk.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number from `low` to `high`, both allowed."""

    low: float
    high: float

    def expected(self) -> str:
        return f"{self.low:g}–{self.high:g}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """true or false."""

    def expected(self) -> str:
        return "true | false"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of a few words."""

    allowed: tuple[str, ...]

    def expected(self) -> str:
        return " | ".join(self.allowed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A text; in the tokens' braces only the allowed ones."""

    tokens: tuple[str, ...] | None = None
    """None: a text without tokens, braces are plain characters."""
    longest: int = 200

    def expected(self) -> str:
        if self.tokens is None:
            return "text"
        return "text with " + " | ".join("{" + token + "}" for token in self.tokens)


@dataclass(frozen=True, slots=True, kw_only=True)
class Color:
    """A colour as #rrggbb."""

    def expected(self) -> str:
        return "#rrggbb"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """A list of different words from a fixed set; `needed` ones must be there."""

    allowed: tuple[str, ...]
    needed: tuple[str, ...] = ()

    def expected(self) -> str:
        words = "list of " + " | ".join(self.allowed)
        return f"{words}, with {' and '.join(self.needed)}" if self.needed else words


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSize:
    """A paper's name, or [width_mm, height_mm]."""

    names: tuple[str, ...]
    width: Number
    height: Number

    def expected(self) -> str:
        return f"{' | '.join(self.names)} | [{self.width.expected()}, {self.height.expected()}]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """A list of tables, each read as `item`."""

    item: type
    most: int = 12

    def expected(self) -> str:
        return f"list of up to {self.most} tables"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A table of its own, read as the class of its default."""

    def expected(self) -> str:
        return "table"


Value = Number | Flag | Choice | Words | Color | Choices | PaperSize | Tables
Rule = Value | Section


@cache
def rules_of(kind: type) -> dict[str, Rule]:
    """The rule of every key that a table of this kind may have, in the order of its fields."""
    rules: dict[str, Rule] = {}
    for name, hint in get_type_hints(kind, include_extras=True).items():
        metadata = getattr(hint, "__metadata__", ())
        if metadata:
            rules[name] = metadata[0]
        elif hint is bool:
            rules[name] = Flag()
        elif is_dataclass(hint):
            rules[name] = Section()
    return rules
