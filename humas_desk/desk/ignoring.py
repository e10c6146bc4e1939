"""Findings that the writer leaves as they are: at one place, for a word, for a rule; the release remembers why."""

from dataclasses import replace
from enum import StrEnum

from humas_desk.language.findings import Finding, Severity
from humas_desk.release.release import Ignored, Release

_GUARD = "G"
_SPELLING = "S"


class Reach(StrEnum):
    """How far a decision goes: in this release, or in every release of the office."""

    HERE = "here"
    WORD = "word"
    """These words wherever they stand."""
    RULE = "rule"
    """Everything this rule finds."""
    OFFICE_WORD = "office-word"
    """These words in every release of the office."""
    OFFICE_RULE = "office-rule"
    """Everything this rule finds in every release of the office."""


IN_OFFICE = frozenset((Reach.OFFICE_WORD, Reach.OFFICE_RULE))


def is_guarded(finding: Finding) -> bool:
    """Whether it is about something that must not go out: names to be withheld, identity numbers."""
    return finding.rule.startswith(_GUARD)


def is_spelling(finding: Finding) -> bool:
    """Whether it is a word that no list knows."""
    return finding.rule.startswith(_SPELLING)


def needs_reason(finding: Finding) -> bool:
    """Whether leaving it takes a reason: errors, and whatever the guard says."""
    return finding.severity is Severity.ERROR or is_guarded(finding)


def reaches(finding: Finding) -> tuple[Reach, ...]:
    """How far the writer may go: the guard is never silenced as a rule, and unknown words go into the dictionary."""
    if is_guarded(finding):
        return (Reach.HERE, Reach.WORD)
    here = (Reach.HERE, Reach.WORD, Reach.RULE)
    return (*here, Reach.OFFICE_RULE) if is_spelling(finding) else (*here, Reach.OFFICE_WORD, Reach.OFFICE_RULE)


def ignore(release: Release, finding: Finding, reach: Reach, reason: str = "") -> Release:
    """The release that leaves the finding. ValueError when it needs a reason and there is none."""
    note = note_of(finding, reach, reason)
    others = tuple(each for each in release.ignored if (each.place, each.rule) != (note.place, note.rule))
    return replace(release, ignored=(*others, note))


def note_of(finding: Finding, reach: Reach, reason: str = "") -> Ignored:
    """The decision as it is kept. ValueError when it needs a reason and there is none, or goes farther than it may."""
    reason = reason.strip()
    if needs_reason(finding) and not reason:
        raise ValueError(f"{finding.rule} is not left without a reason")
    if reach not in reaches(finding):
        raise ValueError(f"{finding.rule} is not left for {reach}")
    is_rule = reach in {Reach.RULE, Reach.OFFICE_RULE}
    rule = finding.rule if is_rule else f"{finding.rule}:{finding.text}"
    return Ignored(place=finding.place if reach is Reach.HERE else "", rule=rule, reason=reason)


def heed(release: Release, note: Ignored) -> Release:
    """The release that minds again what it had left."""
    return replace(release, ignored=tuple(each for each in release.ignored if each != note))
