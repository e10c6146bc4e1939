"""What of a draft's words the release does not hold, and what somebody should look at."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
import re

from humas_desk.intake.draft import Draft
from humas_desk.intake.parts import Dropped, DropReason, Part, Unsure, UnsureCode

_WORD = re.compile(r"\w+|[^\w\s.,;:!?…\"“”„‟«»'‘’`´()\[\]{}<>/\\|*_~+=#@&%$^°·•\-‐-―−\ufffc\ufe0f\u200c\u200d]")
"""A word, or a sign that is no mark of writing."""


@dataclass(slots=True)
class Ledger:
    """Both lists as they grow."""

    draft: Draft
    dropped: list[Dropped] = field(default_factory=list)
    unsure: list[Unsure] = field(default_factory=list)

    def drop(self, start: int, end: int, reason: DropReason) -> None:
        """Note what stands there, if it is more than blanks."""
        text = self.draft.text[start:end]
        if text.strip():
            start += len(text) - len(text.lstrip())
            text = text.strip()
            self.dropped.append(Dropped(start=start, end=start + len(text), text=text, reason=reason))

    def account(self, part: Part, shown: str, reason: DropReason = DropReason.LABEL) -> None:
        """Note every word of the part that is not among the words shown for it."""
        cuts = [(cut.start, cut.end) for cut in self.draft.cuts_between(part.start, part.end)]
        left = Counter(word.casefold() for word in _WORD.findall(shown))
        lost: list[tuple[int, int]] = []
        for match in _WORD.finditer(self.draft.text, part.start, part.end):
            word = match[0].casefold()
            if left[word] > 0:
                left[word] -= 1
            elif not any(start <= match.start() < end for start, end in cuts):
                lost.append(match.span())
        for start, end in _merged(lost, self.draft.text):
            self.drop(start, end, reason)

    def drop_cuts(self) -> None:
        """Note the signs that no field got, where they were not dropped with their line."""
        starts = sorted((one.start, one.end) for one in self.dropped)
        at = 0
        for cut in self.draft.cuts:
            while at < len(starts) and starts[at][1] <= cut.start:
                at += 1
            is_in = at < len(starts) and starts[at][0] <= cut.start
            if cut.reason is not None and not is_in:
                self.drop(cut.start, cut.end, cut.reason)

    def doubt(self, code: UnsureCode, place: str | None, part: Part | None = None, **values: str) -> None:
        """Note something to look at."""
        start, end = (part.start, part.end) if part else (0, 0)
        self.unsure.append(Unsure(code=code, place=place, start=start, end=end, values=tuple(values.items())))


def _merged(spans: Sequence[tuple[int, int]], text: str) -> Iterator[tuple[int, int]]:
    """Spans between which only marks and blanks stand, as one."""
    current: tuple[int, int] | None = None
    for start, end in spans:
        if current is not None and not any(c.isalnum() for c in text[current[1] : start]):
            current = (current[0], end)
            continue
        if current is not None:
            yield current
        current = (start, end)
    if current is not None:
        yield current
