"""A checker for the tests of language, and how a rule's examples are shown to it."""

from functools import cache
from pathlib import Path

from humas_desk.language.checker import Checker
from humas_desk.language.findings import Finding
from humas_desk.language.rules import Rule

WORDS = Path(__file__).resolve().parents[2] / "assets" / "words"


@cache
def checker() -> Checker:
    """One for all tests: it remembers words only."""
    return Checker(WORDS)


def check_example(rule: Rule, text: str) -> tuple[Finding, ...]:
    """A title is checked as the first line of a text."""
    return checker().check_text(f"{text}\n\nRapat selesai." if rule.role == "judul" else text)


def told(text: str) -> list[tuple[str, str, str]]:
    """Rule, text, first replacement of everything but hints."""
    return [
        (each.rule, each.text, each.replacements[0] if each.replacements else "")
        for each in checker().check_text(text)
        if each.severity != "hint"
    ]
