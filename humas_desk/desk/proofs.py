"""What the checker said about the open release: findings that follow the text, and those that still stand."""

from collections.abc import Collection, Iterable
from dataclasses import replace
import re

from humas_desk.desk.editing import get
from humas_desk.desk.finding import Match, replace_one, text_places
from humas_desk.desk.history import Focus
from humas_desk.desk.splitting import Edited
from humas_desk.language.findings import Finding, Severity
from humas_desk.release.inline import plain
from humas_desk.release.office import Office
from humas_desk.release.release import Release
from humas_desk.values import dataclass

WORST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.HINT)
_PART = re.compile(r"(?:attachments\[\d+\]\.)?blocks\[\d+\]|[a-z_]+")
_NEEDS_ALL = re.compile(r"D(?!0[27]|10)|K(?:05|51|70)")
"""Rules that look at the whole release; D02, D07 and D10 need one part only."""
NO_CONTACT = "D13"
"""A press release without a contact; the office's own is printed instead, where it has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proofs:
    """One reading of a release."""

    release: Release
    """As it was read."""
    findings: tuple[Finding, ...] = ()
    """In reading order, those that the release ignores included."""
    names: frozenset[str] = frozenset()
    """Words that are names in it."""

    def with_part(self, release: Release, part: str, found: Iterable[Finding]) -> "Proofs":
        """The same with what a look at one part of the changed release gave; what needs the whole is carried along."""
        kept = [each for each in self.findings if part_of(each.place) != part]
        here = [each for each in self.findings if part_of(each.place) == part and _NEEDS_ALL.match(each.rule)]
        moved = [new for each in here if (new := _carried(each, self.release, release)) is not None]
        everything = in_order((*kept, *found, *moved), release)
        return replace(self, release=release, findings=everything)

    def standing(self, release: Release, office: Office) -> tuple[Finding, ...]:
        """Those that nobody decided to leave in the release as it is now, and that the office does not make good."""
        from humas_desk.language.checker import standing  # known since the release was read, not before

        return not_made_good(standing(self.findings, release.ignored), office)


def not_made_good(findings: tuple[Finding, ...], office: Office) -> tuple[Finding, ...]:
    """Without what the office makes good: its own contact is printed where a release names none."""
    return tuple(each for each in findings if each.rule != NO_CONTACT) if office.contacts else findings


def part_of(place: str) -> str:
    """The part a place is in: its block, or the field outside the blocks ("" for the whole release)."""
    match = _PART.match(place)
    return match[0] if match else ""


def in_order(findings: Iterable[Finding], release: Release) -> tuple[Finding, ...]:
    """As they are read, each once."""
    order = {where.place: number for number, where in enumerate(text_places(release))}
    last = len(order)
    return tuple(
        sorted(dict.fromkeys(findings), key=lambda each: (order.get(each.place, last), each.start, each.end, each.rule))
    )


def by_weight(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Errors, warnings, hints; otherwise as they are read."""
    return tuple(sorted(findings, key=lambda each: WORST_FIRST.index(each.severity)))


def stands(release: Release, finding: Finding) -> bool:
    """Whether the release still says at that place what the finding is about."""
    text = _text(release, finding.place)
    return text is not None and finding.start < finding.end and plain(text[finding.start : finding.end]) == finding.text


def mend(release: Release, finding: Finding, replacement: str) -> Edited:
    """The release with the replacement where the finding stands, in the look of what stood there; the cursor behind it.

    ValueError when it does not stand there any more.
    """
    if not stands(release, finding):
        raise ValueError(f"the text at {finding.place} is another by now")
    return replace_one(release, Match(place=finding.place, start=finding.start, end=finding.end), replacement)


def definite(release: Release, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those whose first replacement is right beyond doubt and may be made with the others; of overlapping ones the first."""
    fit: list[Finding] = []
    ends: dict[str, int] = {}
    for each in sorted(findings, key=lambda one: (one.place, one.start, -one.end)):
        is_free = each.start >= ends.get(each.place, 0)
        if each.definite and each.replacements and is_free and stands(release, each):
            fit.append(each)
            ends[each.place] = each.end
    return in_order(fit, release)


def mend_definite(release: Release, findings: Iterable[Finding]) -> tuple[Release, int]:
    """The release with every definite fix, and how many there were."""
    fit = definite(release, findings)
    for each in reversed(fit):
        release = mend(release, each, each.replacements[0]).release
    return release, len(fit)


def next_finding(
    findings: Collection[Finding],
    release: Release,
    focus: Focus | None,
    *,
    back: bool,
    now: Finding | None = None,
) -> Finding | None:
    """The finding behind the cursor, or before it, round the end; None when there is none.

    `now`: the one that is looked at; while its words are selected the next is the next of the list, so that of several
    about the same words each has its turn.
    """
    ordered = in_order(findings, release)
    if not ordered:
        return None
    if now in ordered and focus == Focus(place=now.place, start=now.start, end=now.end):
        return ordered[(ordered.index(now) + (-1 if back else 1)) % len(ordered)]
    order = {where.place: number for number, where in enumerate(text_places(release))}
    if focus is None or focus.place not in order:
        return ordered[-1] if back else ordered[0]
    here = (order[focus.place], focus.start if back else focus.end)
    last = len(order)
    if back:
        before = [each for each in ordered if (order.get(each.place, last), each.end) <= here]
        return before[-1] if before else ordered[-1]
    return next((each for each in ordered if (order.get(each.place, last), each.start) >= here), ordered[0])


def _text(release: Release, place: str) -> str | None:
    try:
        value = get(release, place)
    except ValueError:
        return None
    return value if isinstance(value, str) else None


def _carried(finding: Finding, before: Release, after: Release) -> Finding | None:
    """The finding where its words stand now; None when they were changed."""
    old, new = _text(before, finding.place), _text(after, finding.place)
    if old is None or new is None:
        return None
    shorter = min(len(old), len(new))
    same_head = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    if finding.end <= same_head:
        return finding
    most = shorter - same_head
    same_tail = next((at for at in range(most) if old[-1 - at] != new[-1 - at]), most)
    if finding.start < len(old) - same_tail:
        return None
    shift = len(new) - len(old)
    return replace(finding, start=finding.start + shift, end=finding.end + shift)
