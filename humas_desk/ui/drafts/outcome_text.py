"""What would come of a draft: what to look at, the release as it reads, what was dropped, what else the file held."""

from collections.abc import Callable
import re
import tkinter as tk

from humas_desk.desk.draft_review import DraftReview, Line, LineKind
from humas_desk.intake.parts import Dropped, Role, Unsure
from humas_desk.ui import theme
from humas_desk.ui.drafts.part_words import NOTES, REASONS, ground
from humas_desk.ui.drafts.reading_text import ReadingText
from humas_desk.wording import _, place_name
from humas_desk.wording.doubts import doubt_sentence

DOUBTS, RELEASE, DROPPED, NOTES_FOUND = "doubts", "release", "dropped", "notes"
"""Names of the sections."""
_ROOT = re.compile(r"[^.]+")


class OutcomeText(ReadingText):
    """One column to read downwards; a click on what is doubted or dropped chooses its part."""

    def __init__(self, parent: tk.Misc, *, on_choose: Callable[[int], object]) -> None:
        super().__init__(parent)
        self.text.configure(takefocus=False)
        self._style()
        self.on_click("part", on_choose)

    def show(self, review: DraftReview) -> None:
        """What comes of the draft as it is read now."""
        seen = self.text.yview()[0]
        self.begin()
        self._doubts(review)
        self._head(_("The release"), RELEASE)
        for line in review.lines():
            self._line(line)
        self.add("\n")
        self._dropped(review)
        self._notes(review)
        self.end()
        self.text.yview_moveto(seen)

    def mark(self, place: str | None) -> None:
        """Show where the chosen part stands in the release."""
        self.text.tag_remove("here", "1.0", "end")
        root = _ROOT.match(place) if place else None
        found = self.text.tag_ranges(f"at-{root[0]}") if root else ()
        if found:
            self.text.tag_add("here", *found)
            self.text.see(str(found[0]))

    def go_to(self, section: str) -> None:
        """Bring a section's head to the top."""
        found = self.text.tag_ranges(f"section-{section}")
        if found:
            self.text.yview(str(found[0]))

    def _style(self) -> None:
        text = self.text
        gap, wide, dent = theme.px(self, theme.SNUG), theme.px(self, theme.PAD), theme.px(self, theme.WIDE)
        text.tag_configure("head", font=theme.SMALL_BOLD, foreground=theme.INK_SOFT, spacing1=gap, spacing3=gap)
        text.tag_configure(LineKind.TITLE, font=theme.TITLE, spacing3=gap)
        text.tag_configure(LineKind.FACT, foreground=theme.INK_SOFT, spacing3=gap)
        text.tag_configure(LineKind.TEXT, spacing3=gap)
        text.tag_configure(LineKind.HEADING, font=theme.HEADING, spacing1=gap, spacing3=gap)
        text.tag_configure(LineKind.ITEM, lmargin1=wide, lmargin2=wide + dent)
        text.tag_configure(LineKind.PICTURE, foreground=theme.GREEN, font=theme.BODY_BOLD)
        text.tag_configure(LineKind.CAPTION, font=theme.BODY_ITALIC, spacing3=gap)
        text.tag_configure("name", font=theme.SMALL_BOLD, foreground=theme.INK_SOFT)
        text.tag_configure("quote", background=ground(Role.QUOTE))
        text.tag_configure("point", lmargin1=0, lmargin2=wide, spacing3=theme.px(self, theme.TINY))
        text.tag_configure("doubt", font=theme.BODY_BOLD, foreground=theme.AMBER)
        text.tag_configure("reason", foreground=theme.INK_SOFT)
        text.tag_configure("here", background=theme.SELECTION)
        text.tag_raise("here")

    def _head(self, words: str, section: str) -> None:
        self.add(f"{words}\n", "head", f"section-{section}")

    def _doubts(self, review: DraftReview) -> None:
        if not review.unsure:
            return
        self._head(_("To look at"), DOUBTS)
        for doubt in review.unsure:
            tag = self._link(review, doubt)
            where = place_name(doubt.place, review.intake.release) if doubt.place else ""
            self.add("▲ ", "point", "doubt", tag)
            self.add(f"{where}: " if where else "", "point", "doubt", tag)
            self.add(f"{doubt_sentence(doubt)}\n", "point", tag)
        self.add("\n")

    def _line(self, line: Line) -> None:
        at = f"at-{_ROOT.match(line.place)[0]}" if line.place else ""  # type: ignore[index]  # a place is never empty
        if line.is_joined:
            self.text.delete("end-2c")
            self.add(" ", line.kind, at)
        if line.kind is LineKind.FACT:
            self.add(f"{place_name(line.place, None)}: ", line.kind, "name", at)
        if line.kind is LineKind.PICTURE:
            self.add(f"{_('Photo')}: ", line.kind, at)
        text = line.text or (_("(no title)") if line.kind is LineKind.TITLE else "")
        self.add(f"{text}\n", line.kind, at, *(("quote",) if line.is_quote else ()))

    def _dropped(self, review: DraftReview) -> None:
        if not review.dropped:
            return
        self._head(_("Dropped: in the draft, but not in the release"), DROPPED)
        for dropped in review.dropped:
            tag = self._link(review, dropped)
            self.add(f"•  {dropped.text}", "point", tag)
            self.add(f"  ({_(REASONS[dropped.reason])})\n", "point", "reason", tag)
        self.add("\n")

    def _notes(self, review: DraftReview) -> None:
        if not review.notes:
            return
        self._head(_("Also in the file, not taken over"), NOTES_FOUND)
        for note in review.notes:
            who = f" ({note.author})" if note.author else ""
            self.add(f"•  {_(NOTES[note.kind])}{who}", "point", "reason")
            self.add(f": {note.text}\n" if note.text else "\n", "point")

    def _link(self, review: DraftReview, found: Unsure | Dropped) -> str:
        """The tag that chooses the part this is said of; empty: there is none."""
        part = review.part_at(found)
        if part is None:
            return ""
        return f"part-{part}"
