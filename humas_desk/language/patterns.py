"""Kind "pattern": rules that are a regular expression in their own data, tried only where a trigger word stands."""

from collections.abc import Iterable, Iterator
import re

from humas_desk.language.findings import Hit
from humas_desk.language.passage import Passage, Role
from humas_desk.language.rules import Rule


class Patterns:
    """The rules of this kind; each expression is compiled when its trigger is first met."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = [rule for rule in rules if rule.kind == "pola"]
        self._compiled: dict[str, re.Pattern[str]] = {}

    def check(self, passage: Passage) -> Iterator[Hit]:
        """Every match outside protected characters. The group `x` is the span where there is one."""
        text = passage.text
        for rule in self._rules:
            if rule.triggers and not any(trigger in text for trigger in rule.triggers):
                continue
            if passage.role is Role.TITLE and rule.role == "isi":
                continue
            for found in self._pattern(rule).finditer(text):
                yield from _hit(passage, rule, found)

    def _pattern(self, rule: Rule) -> re.Pattern[str]:
        found = self._compiled.get(rule.code)
        if found is None:
            found = self._compiled[rule.code] = re.compile(rule.pattern)
        return found


def _hit(passage: Passage, rule: Rule, found: re.Match[str]) -> Iterator[Hit]:
    group = "x" if "x" in found.re.groupindex else 0
    start, end = found.span(group)
    if any(passage.shield[start : max(end, start + 1)]):
        return
    fixes = tuple(found.expand(choice) for choice in rule.replacement.split(" | ")) if rule.replacement else ()
    if found[group] not in fixes:
        yield Hit(rule.code, start, end, fixes)
