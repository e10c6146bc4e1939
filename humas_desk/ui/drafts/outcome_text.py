"""What the page of a release to come does not show: what to look at, who is quoted, what was dropped, what else the file held."""

from collections.abc import Callable
from functools import partial
import tkinter as tk
from typing import Literal

from humas_desk.desk.draft_review import DraftReview
from humas_desk.intake.parts import Dropped, DropReason, Unsure
from humas_desk.ui import theme
from humas_desk.ui.drafts.part_words import NOTES, REASONS
from humas_desk.ui.drafts.reading_text import ReadingText
from humas_desk.wording import _, place_name
from humas_desk.wording.doubts import doubt_sentence

DOUBTS, SPEAKERS, DROPPED, NOTES_FOUND = "doubts", "speakers", "dropped", "notes"
"""Names of the sections."""
_SAID_ANYWAY = frozenset({DropReason.LABEL, DropReason.DATELINE, DropReason.REPLACED})
"""What the release says itself, in its own words: told last."""
_Row = tuple[tuple[str, tuple[str, ...]], ...]
"""Words with their tags."""


class OutcomeText(ReadingText):
    """One column to read downwards, also with the keys; a click on what is doubted or dropped chooses its part."""

    def __init__(self, parent: tk.Misc, *, on_choose: Callable[[int], object]) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self.text.configure(takefocus=True)
        for key, count in (("<Up>", -1), ("<Down>", 1)):
            self.text.bind(key, partial(self._scrolled, count, "units"))
        for key, count in (("<Prior>", -1), ("<Next>", 1)):
            self.text.bind(key, partial(self._scrolled, count, "pages"))
        self._style()
        self.on_click("part", on_choose)

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to tell."""
        return not self._rows

    def show(self, review: DraftReview) -> None:
        """What there is to tell of the draft as it is read now."""
        rows = [*_doubts(review), *_speakers(review), *_dropped(review), *_notes(review)]
        if rows == self._rows:
            return
        self._rows = rows
        seen = self.text.yview()[0]
        self.begin()
        self.add_rows(rows)
        self.end()
        self.text.yview_moveto(seen)

    def mark(self, index: int) -> None:
        """Show what is said of the chosen part."""
        self.text.tag_remove("here", "1.0", "end")
        found = self.text.tag_ranges(f"part-{index}")
        if found:
            self.text.tag_add("here", *found)
            self.text.see(str(found[0]))

    def go_to(self, section: str) -> None:
        """Bring a section's head to the top."""
        found = self.text.tag_ranges(f"section-{section}")
        if found:
            self.text.yview(str(found[0]))

    def _scrolled(self, count: int, what: Literal["units", "pages"], _event: object) -> str:
        self.text.yview_scroll(count, what)
        return "break"

    def _style(self) -> None:
        text = self.text
        gap, wide = theme.px(self, theme.SNUG), theme.px(self, theme.PAD)
        text.tag_configure("head", font=theme.SMALL_BOLD, foreground=theme.INK_SOFT, spacing1=gap, spacing3=gap)
        text.tag_configure("point", lmargin1=0, lmargin2=wide, spacing3=theme.px(self, theme.TINY))
        text.tag_configure("doubt", font=theme.BODY_BOLD, foreground=theme.AMBER)
        text.tag_configure("reason", foreground=theme.INK_SOFT)
        text.tag_configure("here", background=theme.SELECTION)
        text.tag_raise("here")


def _head(words: str, section: str) -> _Row:
    return ((f"{words}\n", ("head", f"section-{section}")),)


def _doubts(review: DraftReview) -> list[_Row]:
    rows: list[_Row] = [_head(_("To look at"), DOUBTS)] if review.unsure else []
    for doubt in review.unsure:
        tag = _link(review, doubt)
        where = f"{place_name(doubt.place, review.intake.release)}: " if doubt.place else ""
        rows.append(
            ((f"▲ {where}", ("point", "doubt", tag)), (f"{doubt_sentence(doubt)}\n", ("point", tag))),
        )
    return rows


def _speakers(review: DraftReview) -> list[_Row]:
    """Who says each quote: the page shows the words alike, whichever of them are name and position."""
    quotes = review.quotes
    rows: list[_Row] = [_head(_("Who is quoted"), SPEAKERS)] if quotes else []
    for part, quote in quotes:
        tag = "" if part is None else f"part-{part}"
        name = quote.speaker.name or _("nobody is named")
        more = "".join(f" · {words}" for words in (quote.speaker.position, quote.verb) if words)
        rows.append(((f"•  {name}", ("point", tag)), (f"{more}\n", ("point", "reason", tag))))
    return rows


def _dropped(review: DraftReview) -> list[_Row]:
    rows: list[_Row] = []
    if review.dropped:
        rows.append(_head(_("Dropped: in the draft, but not in the release"), DROPPED))
    for dropped in sorted(review.dropped, key=lambda one: one.reason in _SAID_ANYWAY):
        tag = _link(review, dropped)
        reason = f"  ({_(REASONS[dropped.reason])})\n"
        rows.append(((f"•  {dropped.text}", ("point", tag)), (reason, ("point", "reason", tag))))
    return rows


def _notes(review: DraftReview) -> list[_Row]:
    rows: list[_Row] = [_head(_("Also in the file, not taken over"), NOTES_FOUND)] if review.notes else []
    for note in review.notes:
        who = f" ({note.author})" if note.author else ""
        said = f": {note.text}\n" if note.text else "\n"
        rows.append(((f"•  {_(NOTES[note.kind])}{who}", ("point", "reason")), (said, ("point",))))
    return rows


def _link(review: DraftReview, found: Unsure | Dropped) -> str:
    """The tag that chooses the part this is said of; empty: there is none."""
    part = review.part_at(found)
    return "" if part is None else f"part-{part}"
