"""The draft's own words, part by part: a name beside each, a colour behind it, one of them chosen."""

from collections.abc import Callable, Sequence
from functools import partial
import tkinter as tk

from humas_desk.desk.draft_review import ShownPart
from humas_desk.intake.parts import Role
from humas_desk.ui import theme
from humas_desk.ui.drafts import sizes
from humas_desk.ui.drafts.part_words import KEYS, ROLES, ground
from humas_desk.ui.drafts.reading_text import ReadingText
from humas_desk.wording import _


class DraftText(ReadingText):
    """Up and Down choose a part, a letter or Delete takes it for something else, Ctrl+Z takes that back."""

    def __init__(
        self,
        parent: tk.Misc,
        *,
        on_choose: Callable[[int], object],
        on_assign: Callable[[Role], object],
        on_undo: Callable[[], object],
    ) -> None:
        super().__init__(parent)
        self._parts: tuple[ShownPart, ...] = ()
        self._chosen = -1
        self._on_choose = on_choose
        self.text.configure(takefocus=True)
        self._style()
        self.on_click("part", on_choose)
        for key, delta in (("<Up>", -1), ("<Down>", 1)):
            self.text.bind(key, partial(self._step, delta))
        for role, letter in KEYS.items():
            for sequence in (f"<Key-{letter.lower()}>", f"<Key-{letter}>"):
                self._bind(sequence, partial(on_assign, role))
        self._bind("<Delete>", partial(on_assign, Role.DROPPED))
        self._bind("<Control-z>", on_undo)

    @property
    def chosen(self) -> int:
        """Index of the chosen part among the intake's; -1: none."""
        return self._chosen

    def show(self, parts: Sequence[ShownPart]) -> None:
        """These parts; the view stays where it is."""
        seen = self.text.yview()[0]
        self._parts = tuple(parts)
        self.begin()
        for part in parts:
            self._write(part)
        self.end()
        self.text.yview_moveto(seen)

    def choose(self, index: int) -> None:
        """Mark this part and bring it into view."""
        self.text.tag_remove("chosen", "1.0", "end")
        self.text.tag_remove("chosen-name", "1.0", "end")
        self._chosen = index
        row = self.text.tag_ranges(f"part-{index}")
        if row:
            self.text.tag_add("chosen", row[0], row[-1])
            name = self.text.tag_nextrange("name", str(row[0]), str(row[-1]))
            self.text.tag_add("chosen-name", *name)
            self.show_tag(f"part-{index}")

    def _bind(self, sequence: str, run: Callable[[], object]) -> None:
        def pressed(_event: object) -> str:
            run()
            return "break"

        self.text.bind(sequence, pressed)

    def _style(self) -> None:
        text, edge = self.text, theme.px(self, sizes.PART_NAME)
        gap = theme.px(self, theme.SMALL)
        for role in Role:
            text.tag_configure(f"role-{role}", background=ground(role))
        text.tag_configure("row", tabs=(edge,), lmargin1=0, lmargin2=edge, spacing1=gap, spacing3=gap)
        text.tag_configure("more", lmargin1=edge, lmargin2=edge)
        text.tag_configure("name", font=theme.SMALL_BOLD, foreground=theme.INK_SOFT)
        text.tag_configure("doubt", foreground=theme.AMBER)
        text.tag_configure("gone", overstrike=True, foreground=theme.INK_FAINT)
        text.tag_configure("chosen", background=theme.SELECTION)
        text.tag_configure("chosen-name", background=theme.FILLED, foreground=theme.SHEET)
        text.tag_raise("chosen")
        text.tag_raise("chosen-name")

    def _write(self, part: ShownPart) -> None:
        tag, role = f"part-{part.index}", f"role-{part.role}"
        name = f" {_(ROLES[part.role])}{' ?' if part.is_unsure else ''}"
        self.add(name, "row", role, tag, "name", *(("doubt",) if part.is_unsure else ()))
        first, newline, rest = part.text.partition("\n")
        gone = ("gone",) if part.role is Role.DROPPED else ()
        self.add(f"\t{first}\n", "row", role, tag, *gone)
        if newline:
            self.add(f"{rest}\n", "more", role, tag, *gone)

    def _step(self, delta: int, _event: object) -> str:
        numbers = [part.index for part in self._parts]
        if numbers:
            at = numbers.index(self._chosen) + delta if self._chosen in numbers else 0
            self._on_choose(numbers[max(0, min(at, len(numbers) - 1))])
        return "break"
