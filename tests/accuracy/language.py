"""The checker against the corpus of faults and clean releases."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from humas_desk.language.checker import Checker
from humas_desk.language.findings import Finding, Severity
from tests.accuracy.corpora import WORDS, Fault, Group, Half, clean_releases, faults, traps
from tests.accuracy.figures import Count, Figure, Report, Share

SPELLING = "S"
TELLING = frozenset((Severity.ERROR, Severity.WARNING))
_ALIKE = str.maketrans({"’": "'", "\N{NO-BREAK SPACE}": " ", "\N{NON-BREAKING HYPHEN}": "-"})


@dataclass(slots=True)
class Score:
    """What was counted in one half."""

    precision: dict[Severity, Share] = field(default_factory=lambda: {severity: Share() for severity in Severity})
    definite: Share = field(default_factory=Share)
    """Findings that may be applied without asking, and were right."""
    recall: dict[Group, Share] = field(default_factory=lambda: {group: Share() for group in Group})
    first_cure: Share = field(default_factory=Share)
    """Of the faults found that have an agreed cure: the first replacement is one."""
    left_alone: Share = field(default_factory=Share)
    """Correct sentences (traps, and faults after their cure) of which nothing was said but hints."""
    alarms: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("error", "warning", "spelling", "hint"), 0))
    """On clean releases."""
    words: int = 0
    notes: list[str] = field(default_factory=list)
    """Misses and false alarms, in words."""


def kind_of(finding: Finding) -> str:
    """error, warning, hint, or spelling; a word that is only on no list (S02) is a hint."""
    is_alarm = finding.rule.startswith(SPELLING) and finding.severity in TELLING
    return "spelling" if is_alarm else finding.severity.value


def touches(finding: Finding, fault: Fault) -> bool:
    """Do they meet? A missing comma is found before or behind the place."""
    return finding.start <= fault.end and finding.end >= fault.start


def mended(text: str, findings: Sequence[Finding]) -> str:
    """The text with the first replacement of each; what overlaps an earlier one is left."""
    parts, done = [], 0
    for finding in sorted(findings, key=lambda each: (each.start, -each.end)):
        if finding.replacements and finding.start >= done:
            parts += [text[done : finding.start], finding.replacements[0]]
            done = finding.end
    return "".join([*parts, text[done:]])


def is_cured(text: str, fault: Fault) -> bool:
    """Is this one of the agreed cures? Kinds of spaces and apostrophes are alike."""
    return text.translate(_ALIKE) in {cure.translate(_ALIKE) for cure in fault.cures}


def told(finding: Finding, text: str) -> str:
    """A finding with its sentence."""
    before, after = text[max(0, finding.start - 40) : finding.start], text[finding.end : finding.end + 40]
    cure = " | ".join(finding.replacements) or "–"
    return f"{finding.rule} {kind_of(finding)}: …{before}[{finding.text} → {cure}]{after}…".replace("\n", " ¶ ")


def _score_fault(fault: Fault, found: Sequence[Finding], score: Score) -> None:
    meeting = [finding for finding in found if touches(finding, fault)]
    asked = frozenset(Severity) if fault.group is Group.HINTS else TELLING
    is_slip = fault.group is Group.SPELLING
    hits = [each for each in meeting if each.severity in asked and (is_slip or kind_of(each) != "spelling")]
    score.recall[fault.group].add(bool(hits))
    if not hits:
        score.notes.append(f"missed  {fault.rule}: {fault.text[: fault.start]}[{fault.text[fault.start : fault.end]}]…")
    elif fault.cures and not is_slip:
        is_right = any(is_cured(mended(fault.text, [hit]), fault) for hit in hits)
        is_right = is_right or is_cured(mended(fault.text, hits), fault)
        score.first_cure.add(is_right)
        if not is_right:
            score.notes.append(f"other cure for {fault.rule}: {told(hits[0], fault.text)}")
    sure = [finding for finding in meeting if finding.definite]
    sure_is_right = not fault.cures or is_cured(mended(fault.text, sure), fault)
    for finding in found:
        is_right = finding in meeting and (not finding.definite or sure_is_right)
        score.precision[finding.severity].add(is_right)
        if finding.definite:
            score.definite.add(is_right)
        if not is_right and finding.severity in TELLING:
            score.notes.append(f"false   {told(finding, fault.text)}   (sentence for {fault.rule})")


def _count_false(found: Sequence[Finding], score: Score) -> None:
    for finding in found:
        if finding.severity in TELLING:
            score.precision[finding.severity].add(is_right=False)
        if finding.definite:
            score.definite.add(is_right=False)


def _check(checker: Checker, fault: Fault, text: str) -> Sequence[Finding]:
    return checker.check_field("title", text) if fault.group is Group.TITLES else checker.check_text(text)


def _score_correct(text: str, found: Sequence[Finding], score: Score) -> None:
    telling = [finding for finding in found if finding.severity in TELLING]
    score.left_alone.add(not telling)
    score.notes += [f"false   {told(finding, text)}   (correct sentence)" for finding in telling]


def score_half(checker: Checker, half: Half) -> Score:
    """Everything of one half."""
    score = Score()
    for fault in faults(half):
        _score_fault(fault, _check(checker, fault, fault.text), score)
        for cure in fault.cures[:1]:
            _score_correct(cure, _check(checker, fault, cure), score)
    for text in traps(half):
        found = checker.check_text(text)
        _score_correct(text, found, score)
        _count_false(found, score)
    for text in clean_releases(half).values():
        found = checker.check_text(text)
        score.notes += [f"false   {told(each, text)}" for each in found if each.severity in TELLING]
        _count_false(found, score)
        score.words += len(text.split())
        for finding in found:
            score.alarms[kind_of(finding)] += 1
    return score


def _ruled(score: Score) -> Share:
    """Recall over the rules of the list that are F or W: titles and whole texts included, hints and the guard not."""
    shares = [score.recall[group] for group in (Group.DEFINITE, Group.WARNINGS, Group.TITLES, Group.DOCUMENT)]
    return Share(sum(share.right for share in shares), sum(share.of for share in shares))


def _alarms(score: Score, *kinds: str) -> Count:
    return Count(sum(score.alarms[kind] for kind in kinds), score.words)


def figures_of(dev: Score, held: Score) -> tuple[Figure, ...]:
    """Both halves beside what was agreed."""

    def share(what: str, get: Callable[[Score], Share], at_least: float | None = None) -> Figure:
        return Figure(what=what, dev=get(dev), held=get(held), at_least=at_least)

    def alarms(what: str, *kinds: str, at_most: float | None = None) -> Figure:
        return Figure(what=what, dev=_alarms(dev, *kinds), held=_alarms(held, *kinds), at_most=at_most)

    return (
        share("precision, errors", lambda score: score.precision[Severity.ERROR], 98),
        share("precision, definite fixes", lambda score: score.definite, 98),
        share("precision, warnings", lambda score: score.precision[Severity.WARNING], 90),
        share("precision, hints (in sentences with a fault)", lambda score: score.precision[Severity.HINT]),
        share("recall over the F and W rules", _ruled, 85),
        *(Figure(what=f"  {group}", dev=dev.recall[group], held=held.recall[group]) for group in Group),
        share("the first cure is the agreed one", lambda score: score.first_cure),
        share("correct sentences left alone", lambda score: score.left_alone),
        alarms("false alarms per 1,000 clean words", "error", "warning", "spelling", at_most=2),
        *(alarms(f"  {kind}", kind) for kind in dev.alarms),
    )


def report() -> Report:
    """The table, and every miss and false alarm of the half that may be read."""
    checker = Checker(WORDS)
    dev, held = (score_half(checker, half) for half in Half)
    words = f"House style ({dev.words} + {held.words} clean words)"
    return Report(heading=words, figures=figures_of(dev, held), notes=tuple(sorted(dev.notes)))
