"""The draft's own words, part by part: a name beside each, a colour behind it, one of them chosen."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import partial
import tkinter as tk

from humas_desk.desk.draft_review import ShownPart
from humas_desk.intake.parts import Role
from humas_desk.ui import theme
from humas_desk.ui.drafts import sizes
from humas_desk.ui.drafts.part_words import KEYS, ROLES, ground
from humas_desk.ui.drafts.reading_text import ReadingText
from humas_desk.ui.scheduler import Scheduler
from humas_desk.wording import _

FILL = "draft-fill"
SLICE = 150
"""Parts that are put in at once; a long draft's others follow while the window has nothing else to do."""
PAGE = 8
"""Parts that the page keys go on by."""
FAR = 1_000_000
"""More parts than any draft has."""


class DraftText(ReadingText):
    """Up, Down, Home, End and the page keys choose a part, a letter or Delete takes it for something else, Ctrl+Z takes back."""

    def __init__(
        self,
        parent: tk.Misc,
        scheduler: Scheduler,
        *,
        on_choose: Callable[[int], object],
        on_assign: Callable[[Role], object],
        on_undo: Callable[[], object],
    ) -> None:
        super().__init__(parent)
        self._scheduler = scheduler
        self._parts: tuple[ShownPart, ...] = ()
        self._numbers: dict[int, int] = {}
        """Where a part of the intake stands among those that are shown."""
        self._lines = [1]
        """First line of each part that is put in, and of the next one."""
        self._chosen = -1
        self._on_choose = on_choose
        self.text.configure(takefocus=True)
        self._style()
        self.text.bind("<Button-1>", self._clicked)
        for key, steps in (
            ("<Up>", -1),
            ("<Down>", 1),
            ("<Prior>", -PAGE),
            ("<Next>", PAGE),
            ("<Home>", -FAR),
            ("<End>", FAR),
        ):
            self._on_key(key, partial(self._step, steps))
        for role, letter in KEYS.items():
            for sequence in (letter.lower(), letter):
                self._on_key(f"<Key-{sequence}>", partial(on_assign, role))
                for held in ("Control", "Alt"):  # Tk would take Ctrl+C for C: a shortcut of other programs is no letter
                    self._on_key(f"<{held}-Key-{sequence}>", _nothing)
        self._on_key("<Delete>", partial(on_assign, Role.DROPPED))
        for sequence in ("<Control-z>", "<Control-Z>"):
            self._on_key(sequence, on_undo)
        self.bind("<Destroy>", lambda _event: scheduler.cancel(FILL))

    @property
    def chosen(self) -> int:
        """Index of the chosen part among the intake's; -1: none."""
        return self._chosen

    def show(self, parts: Sequence[ShownPart]) -> None:
        """These parts. Re-assigning never changes their words, so only the rows of those that are another are new."""
        before, self._parts = self._parts, tuple(parts)
        if [part.text for part in before] == [part.text for part in parts]:
            for number, (old, new) in enumerate(zip(before, parts, strict=True)):
                if old != new and number < len(self._lines) - 1:
                    self._renew(number, new)
            return
        self._numbers = {part.index: number for number, part in enumerate(parts)}
        self._lines = [1]
        self.begin()
        self.end()
        self._fill()

    def line_of(self, index: int) -> int:
        """The line on which a part begins; it is put in before when it was still to come."""
        number = self._numbers[index]
        while number >= len(self._lines) - 1:
            self._put_in(SLICE)
        return self._lines[number]

    def choose(self, index: int) -> None:
        """Mark this part and bring it into view."""
        self.text.tag_remove("chosen", "1.0", "end")
        self.text.tag_remove("chosen-name", "1.0", "end")
        self._chosen = index
        if self._numbers.get(index, len(self._parts)) < len(self._lines) - 1:
            self._mark(self._numbers[index])

    def _mark(self, number: int) -> None:
        """Show that this part is the chosen one."""
        text, line, end = self.text, self._lines[number], self._lines[number + 1]
        text.tag_add("chosen", f"{line}.0", f"{end}.0")
        text.tag_add("chosen-name", f"{line}.0", f"{line}.{len(_name(self._parts[number]))}")
        text.see(f"{end}.0 - 1 chars")
        text.see(f"{line}.0")

    def _on_key(self, sequence: str, run: Callable[[], object]) -> None:
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
        text.tag_configure("more", tabs=(2 * edge, 3 * edge), lmargin1=edge, lmargin2=edge)
        text.tag_configure("name", font=theme.SMALL_BOLD, foreground=theme.INK_SOFT)
        text.tag_configure("doubt", foreground=theme.AMBER)
        text.tag_configure("gone", overstrike=True, foreground=theme.INK_FAINT)
        text.tag_configure("chosen", background=theme.SELECTION)
        text.tag_configure("chosen-name", background=theme.FILLED, foreground=theme.SHEET)
        text.tag_raise("chosen")
        text.tag_raise("chosen-name")

    def _fill(self) -> None:
        self._put_in(SLICE)
        if len(self._lines) <= len(self._parts):
            self._scheduler.soon(FILL, self._fill_on)

    def _fill_on(self) -> None:
        """After the events that wait, or a long draft would keep the window from them."""
        self._scheduler.after(FILL, 1, self._fill)

    def _put_in(self, count: int) -> None:
        first = len(self._lines) - 1
        chosen = self._numbers.get(self._chosen, -1)
        parts = self._parts[first : first + count]
        for part in parts:
            self._lines.append(self._lines[-1] + 1 + part.text.count("\n"))
        self.text.configure(state="normal")
        self.add_rows(map(_row, parts))
        self.text.configure(state="disabled")
        if first <= chosen < len(self._lines) - 1:
            self._mark(chosen)

    def _renew(self, number: int, part: ShownPart) -> None:
        """The part's row as it is now, on the lines where it was."""
        line = f"{self._lines[number]}.0"
        self.text.configure(state="normal")
        self.text.delete(line, f"{self._lines[number + 1]}.0")
        for words, tags in reversed(_row(part)):
            self.text.insert(line, words, tags)
        self.text.configure(state="disabled")

    def _clicked(self, event: "tk.Event[tk.Misc]") -> str:
        self.text.focus_set()
        line = int(self.text.index(f"@{event.x},{event.y}").partition(".")[0])
        number = min(bisect_right(self._lines, line), len(self._lines) - 1) - 1
        if number >= 0:
            self._on_choose(self._parts[number].index)
        return "break"

    def _step(self, steps: int) -> None:
        if self._parts:
            at = self._numbers[self._chosen] + steps if self._chosen in self._numbers else 0
            number = max(0, min(at, len(self._parts) - 1))
            self.line_of(self._parts[number].index)  # of a long draft it may still have to be put in
            self._on_choose(self._parts[number].index)


def _nothing() -> None:
    """What a shortcut of other programs does here."""


def _name(part: ShownPart) -> str:
    return f" {_(ROLES[part.role])}{' ?' if part.is_unsure else ''}"


def _row(part: ShownPart) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """A part's words with their tags: its name, its first line, and what lines it has below."""
    role = f"role-{part.role}"
    first, newline, rest = part.text.partition("\n")
    gone = ("gone",) if part.role is Role.DROPPED else ()
    doubt = ("doubt",) if part.is_unsure else ()
    more = ((f"{rest}\n", ("more", role, *gone)),) if newline else ()
    return ((_name(part), ("row", role, "name", *doubt)), (f"\t{first}\n", ("row", role, *gone)), *more)
