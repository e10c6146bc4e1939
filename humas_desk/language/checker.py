"""The checker: what the window and the command line ask.

    checker = Checker(words_folder)
    findings = checker.check_release(release)

Rules and lists are read when it is made, the dictionary at the first word that needs it. A checker is used by one thread.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
import datetime as dt
from pathlib import Path
import unicodedata

from humas_desk.language import document
from humas_desk.language.affixes import check_affixes
from humas_desk.language.capitals import check_capitals, check_title
from humas_desk.language.clauses import check_clauses, check_relative_word
from humas_desk.language.districts import Districts
from humas_desk.language.findings import Finding, Hit, Severity, Switches, apply_definite
from humas_desk.language.guard import check_guard
from humas_desk.language.kit import Kit, speech_verbs
from humas_desk.language.lists import load_lists
from humas_desk.language.numbers import check_numbers
from humas_desk.language.pairs import check_pairs
from humas_desk.language.passage import Passage, Role, shared_words
from humas_desk.language.patterns import Patterns
from humas_desk.language.people import known_names, release_names
from humas_desk.language.places import part_passages, release_passages, text_passages
from humas_desk.language.punctuation import check_punctuation
from humas_desk.language.quotes import check_quotes, check_theme
from humas_desk.language.rules import Rule, load_rules
from humas_desk.language.short_forms import check_first_mentions, check_short_forms
from humas_desk.language.speakers import check_speakers
from humas_desk.language.spelling import Spelling, check_spelling
from humas_desk.release.release import Ignored, Release

RULES_FOLDER = "aturan"
GUARD = "G"
"""Begins the codes of what must not leave the office: no office can do without these rules."""
_MOST_ROUNDS = 6
_BLOCK = 64
"""Characters; overlaps are looked for within blocks of so many."""
Check = Callable[[Passage, Kit], Iterator[Hit]]

_CHECKS: tuple[Check, ...] = (
    check_pairs, check_affixes, check_quotes, check_theme, check_capitals, check_title,
    check_numbers, check_short_forms, check_punctuation, check_clauses, check_relative_word,
)  # fmt: skip
_DIVIDERS = frozenset(("***", "* * *", "-", "--", "---", "(*)", "###"))
"""Lines without words that mean something: a break, the end of a release."""
_WITH_MARKS = frozenset(("K01", "K02", "K03", "K04", "K06"))
"""Their fixes put the right marks too."""
_YIELDING = frozenset(("K53", "K57"))
"""Give way to a longer warning around them."""


class Checker:
    """All rules, ready. Remembers words, not texts."""

    def __init__(
        self,
        words: Path,
        *,
        switches: Switches | None = None,
        own_words: Collection[str] = (),
        left: Collection[Ignored] = (),
    ) -> None:
        """`words`: the folder assets/words; `own_words`: what the office has taught it; `left`: what it never wants told.

        Raises BadContent with the file and line of a mistake in the data, FileMissing, FileUnreadable.
        """
        self._rules = load_rules(words / RULES_FOLDER)
        lists = load_lists(words)
        own = shared_words(own_words)
        self._patterns = Patterns(self._rules.values())
        verbs = speech_verbs(lists)
        spelling = Spelling(words, lists.allowed | lists.names | verbs.nya | own)
        self._kit = Kit(
            lists=lists, spelling=spelling, districts=Districts(words), switches=switches or Switches(), verbs=verbs,
            names=own,
        )  # fmt: skip
        self._left = tuple(each for each in left if not each.rule.startswith(GUARD))

    def check_release(self, release: Release, today: dt.date | None = None) -> tuple[Finding, ...]:
        """Everything to say about a release, by place and position; also what its `ignored` names (see `standing`).

        `today`: the day the year of a date without one is taken from; None: the dateline's.
        """
        passages = list(release_passages(release))
        kit = self._knowing(passages, release_names(release))
        day = release.dateline.date or today
        found = self._whole(passages, kit, day, city=release.dateline.city.strip())
        found += check_speakers(release, kit, passages)
        return self._findings(passages, found, kit)

    def check_text(self, text: str, today: dt.date | None = None) -> tuple[Finding, ...]:
        """Everything to say about a plain text, one paragraph a line; offsets are those of the whole text."""
        passages = text_passages(text)
        kit = self._knowing(passages, ())
        whole = [*self._whole(passages, kit, today, city=""), *(document.check_year(passages) if today is None else ())]
        return self._findings(passages, whole, kit)

    def check_part(self, release: Release, part: str, *, names: Collection[str] = ()) -> tuple[Finding, ...]:
        """One part of a release while it is typed (a block, or a field outside the blocks): all but what needs the whole.

        `names`: as `names_in` gives them for the whole release a moment ago.
        """
        kit = replace(self._kit, names=self._kit.names | frozenset(names))
        return self._findings(list(part_passages(release, part)), [], kit)

    def names_in(self, release: Release) -> frozenset[str]:
        """Words that are names in this release."""
        return known_names(list(release_passages(release)), release_names(release), self._kit)

    def check_field(self, place: str, text: str, *, names: Collection[str] = ()) -> tuple[Finding, ...]:
        """One field while it is typed: all but what needs the whole release.

        `place` decides what it is (`title`, `blocks[2].text`); `text` is its raw value; `names`: of the people named so far.
        """
        role = Role.TITLE if place in {"title", "subtitle"} else Role.NAME if ".speaker." in place else Role.BODY
        lines = text.split("\n")
        passages, base = [], 0
        for line in lines:
            if line.strip():
                passages.append(Passage(line, place=place, role=role, base=base, has_markup=True))
            base += len(line) + 1
        return self._findings(passages, [], self._knowing(passages, names))

    def fix_text(self, text: str) -> str:
        """A plain text with every definite fix, until there is none left."""
        for _round in range(_MOST_ROUNDS):
            fixed = apply_definite(text, self.check_text(text))
            if fixed == text:
                break
            text = fixed
        return text

    def rule(self, code: str) -> Rule:
        """The rule of this code, with source and examples; KeyError when there is none."""
        return self._rules[code]

    def rules(self) -> tuple[Rule, ...]:
        """All rules, by code."""
        return tuple(self._rules[code] for code in sorted(self._rules))

    def suggest(self, word: str) -> tuple[str, ...]:
        """Words that an unknown one may have been meant as; slow, so findings of the spelling come without."""
        return self._kit.spelling.suggest(word)

    def with_suggestions(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings, those of the spelling with suggestions."""
        return tuple(
            replace(each, replacements=self.suggest(each.text)) if each.rule == "S01" else each for each in findings
        )

    def _knowing(self, passages: Sequence[Passage], names: Collection[str]) -> Kit:
        own = self._kit.names
        return replace(self._kit, names=own | known_names(passages, names, self._kit))

    def _whole(self, passages: list[Passage], kit: Kit, today: dt.date | None, *, city: str) -> list[document.Found]:
        return [
            *document.check_dates(passages, today),
            *document.check_names(passages, kit),
            *document.check_consistency(passages, kit),
            *document.check_shape(passages, kit, city=city),
            *check_first_mentions(passages, kit),
        ]

    def _findings(self, passages: Sequence[Passage], whole: Iterable[document.Found], kit: Kit) -> tuple[Finding, ...]:
        kit.spelling.begin()
        by_passage: dict[int, list[Hit]] = {}
        for passage, hit in whole:
            by_passage.setdefault(id(passage), []).append(hit)
        findings: list[Finding] = []
        for passage in passages:
            hits = [*by_passage.get(id(passage), ()), *self._hits(passage, kit)]
            findings += [self._finding(passage, hit) for hit in self._settled(hits)]
        return standing(findings, self._left) if self._left else tuple(findings)

    def _hits(self, passage: Passage, kit: Kit) -> Iterator[Hit]:
        yield from check_guard(passage, kit)
        if passage.role is not Role.NAME:
            for check in _CHECKS:
                yield from check(passage, kit)
        else:
            yield from check_pairs(passage, kit)
            yield from check_short_forms(passage, kit)
        yield from self._patterns.check(passage)
        yield from check_spelling(passage, kit.spelling, kit.names, kit.lists.of("kata jenis"))
        yield from _decomposed(passage)
        if not passage.lows and passage.role is Role.BODY and passage.text.strip() not in _DIVIDERS:
            yield Hit("K76", 0, len(passage.text), ("",))

    def _settled(self, hits: Iterable[Hit]) -> list[Hit]:
        """In order; of hits that overlap, those that say less are left out."""
        ranked = sorted(set(hits), key=lambda hit: (-self._weight(hit), hit.start - hit.end, hit.start))
        kept: list[Hit] = []
        here: dict[int, list[Hit]] = {}
        for hit in ranked:
            blocks = range(hit.start // _BLOCK, max(hit.end - 1, hit.start) // _BLOCK + 1)
            near = (other for block in blocks for other in here.get(block, ()))
            if not any(
                hit.start < other.end and other.start < hit.end and self._gives_way(hit, other) for other in near
            ):
                kept.append(hit)
                for block in blocks:
                    here.setdefault(block, []).append(hit)
        return sorted(kept, key=lambda hit: (hit.start, hit.end, hit.rule))

    def _weight(self, hit: Hit) -> int:
        if hit.rule[0] == GUARD or hit.rule in _WITH_MARKS:
            return 5
        if hit.rule == "K10":
            return 4
        if self._is_definite(hit):
            return 3
        return 2 if hit.rule[0] != "S" else 0

    def _gives_way(self, hit: Hit, other: Hit) -> bool:
        if hit.rule[0] == "S":
            return other.rule[0] != "D"  # a lead that is too long may hold a slip
        if hit.rule == other.rule and hit.rule[0] != "D":
            return True
        if self._is_definite(hit) and self._is_definite(other):
            return True
        return hit.rule in _YIELDING and other.rule != hit.rule

    def _is_definite(self, hit: Hit) -> bool:
        sure = self._rules[hit.rule].definite if hit.sure is None else hit.sure
        return sure and len(hit.fixes) > 0

    def _finding(self, passage: Passage, hit: Hit) -> Finding:
        rule = self._rules[hit.rule]
        definite = self._is_definite(hit)
        severity = rule.severity
        if hit.sure is not None and severity is not Severity.HINT and hit.rule[0] == "K":
            severity = Severity.ERROR if hit.sure else Severity.WARNING
        text = passage.text[hit.start : hit.end]
        fix = hit.fixes[0] if hit.fixes else ""
        said = (
            rule.message.removesuffix(".") if fix.endswith(".") and rule.message.endswith("{usul}.") else rule.message
        )
        message = said.replace("{kata}", text).replace("{usul}", fix)
        start, end = passage.raw_span(hit.start, hit.end)
        return Finding(
            place=passage.place, start=start, end=end, text=text, rule=hit.rule, severity=severity, definite=definite,
            message=message.replace("{catatan}", hit.note), replacements=hit.fixes,
        )  # fmt: skip


def _decomposed(passage: Passage) -> Iterator[Hit]:
    """Letters and accents written apart (K62)."""
    if passage.text.isascii() or unicodedata.is_normalized("NFC", passage.text):
        return
    for start, end, raw in zip(passage.starts, passage.ends, passage.raws, strict=True):
        stop = end
        while stop < len(passage.text) and unicodedata.combining(passage.text[stop]):
            stop += 1
        made = unicodedata.normalize("NFC", passage.text[start:stop])
        if made != passage.text[start:stop] and raw:
            yield Hit("K62", start, stop, (made,))


def standing(findings: Iterable[Finding], ignored: Iterable[Ignored]) -> tuple[Finding, ...]:
    """The findings without those that the writer left with a reason.

    An `Ignored` names a place ("" for the whole release) and a rule, or a rule and a text ("K69:praktek"). Without a
    reason it counts for nothing against errors.
    """
    left = {(each.place, each.rule): bool(each.reason.strip()) for each in ignored}

    def is_left(finding: Finding) -> bool:
        for place in (finding.place, ""):
            for rule in (finding.rule, f"{finding.rule}:{finding.text}"):
                has_reason = left.get((place, rule))
                if has_reason is not None and (has_reason or finding.severity is not Severity.ERROR):
                    return True
        return False

    return tuple(finding for finding in findings if not is_left(finding))
