"""Sections below the body: contacts, about, credits and the like; each is a row that opens."""

from collections.abc import Callable
import datetime as dt
import re
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.desk.editing import get
from humas_desk.desk.markup import styled
from humas_desk.desk.session import Session
from humas_desk.desk.shown_dates import shown_moment
from humas_desk.desk.typed_dates import shown_date
from humas_desk.release.release import Embargo, Release
from humas_desk.ui import theme
from humas_desk.ui.blocks.card import problem_label
from humas_desk.ui.blocks.small_button import icon_button, word_button
from humas_desk.ui.fields.field import Field, Report
from humas_desk.ui.fields.fold import Fold
from humas_desk.ui.fields.section_inputs import draw_slots
from humas_desk.ui.fields.section_plan import Input, Plan
from humas_desk.wording import _

_SEPARATOR = "  ·  "
_ITEM = re.compile(r"(\w+)\[(\d+)\]\.")


class Section:
    """One fold, drawn from its plan."""

    def __init__(
        self,
        parent: tk.Misc,
        plan: Plan,
        report: Report,
        edit: Callable[[str, object, str | None], None],
        *,
        tell: Callable[[str], object],
    ) -> None:
        """`edit(place, value, then)` is one undo step, an item comes or goes, and the cursor goes to `then`.

        `tell`: say what was done, with a way to take it back.
        """
        self.plan = plan
        self._report = report
        self._edit = edit
        self._tell = tell
        self._session: Session | None = None
        self._all: list[Field] = []
        self._items: list[tk.Frame] = []
        self._problem: tk.Label | None = None
        self._add: ttk.Button | None = None
        self.fold = Fold(parent, build=self._build, name=_(plan.msgid))
        self.frame = self.fold.frame

    @property
    def fields(self) -> tuple[Field, ...]:
        return tuple(self._all) if self.fold.is_open else ()

    @property
    def header(self) -> tk.Misc:
        return self.fold.header

    @property
    def buttons(self) -> tuple[tk.Misc, ...]:
        return (self._add,) if self._add is not None and self.fold.is_open else ()

    def show(self, session: Session) -> None:
        self._session = session
        release = session.release
        self.fold.say(self._closed_line(release) if not self.fold.is_open else "")
        if not self.fold.body.winfo_children():
            return
        if self.plan.many:
            self._show_items(len(_items(release, self.plan.many)))
        for field in self._all:
            field.show(get(release, field.name))

    def covers(self, place: str) -> bool:
        return covers(self.plan, place)

    def open(self) -> None:
        if not self.fold.is_open:
            self.fold.toggle()

    def show_problems(self, sentences: dict[str, str]) -> None:
        sentence = next(iter(sentences.values()), "")
        if self.fold.is_open and self._problem is not None:
            self._problem.configure(text=sentence)
            if sentence:
                self._problem.pack(side="bottom", fill="x")
            else:
                self._problem.pack_forget()
        elif self._session is not None:
            words = sentence or self._closed_line(self._session.release)
            self.fold.say("" if self.fold.is_open else words, is_alarming=bool(sentence))

    def _closed_line(self, release: Release) -> str:
        """What the section holds, in short; what it is for while it holds nothing."""
        return summary(release, self.plan) or _(self.plan.teaches)

    # Building ------------------------------------------------------------------------------------------------------

    def _build(self, body: tk.Frame) -> None:
        self._problem = problem_label(body)
        if self.plan.many:
            self._list = tk.Frame(body, background=theme.PAPER)
            self._list.pack(fill="x")
            self._add = word_button(body, _(self.plan.add_msgid), "plus-lg", self._add_item)
            self._add.pack(anchor="w")
        else:
            once = tk.Frame(body, background=theme.PAPER)
            once.pack(fill="x")
            self._all = draw_slots(once, self.plan.slots, self._report)
        if self._session is not None:
            self.show(self._session)

    def _show_items(self, count: int) -> None:
        if count == len(self._items):
            return
        while len(self._items) > count:
            self._items.pop().destroy()
        for number in range(len(self._items), count):
            self._items.append(self._draw_item(number))
        self._all = self._all[: count * len(self.plan.slots)]
        if not count:
            self._list.configure(height=1)

    def _draw_item(self, number: int) -> tk.Frame:
        gap = theme.px(self._list, theme.GAP)
        frame = tk.Frame(self._list, background=theme.PAPER)
        frame.pack(fill="x", pady=(0, gap))
        remove = icon_button(frame, "x-lg", _("Remove (Ctrl+Shift+Del)"), lambda: self._remove_item(number))
        remove.pack(side="right", anchor="n")
        slots = tk.Frame(frame, background=theme.PAPER)
        slots.pack(side="left", fill="x", expand=True)
        before = f"{self.plan.many}[{number}]."
        self._all += draw_slots(slots, self.plan.slots, self._report, before=before)
        return frame

    def _add_item(self) -> None:
        if self._session is not None:
            items = _items(self._session.release, self.plan.many)
            new = get(self._session.release, f"{self.plan.many}[{len(items)}]")
            first = f"{self.plan.many}[{len(items)}].{self.plan.slots[0].name}"
            self._edit(self.plan.many, (*items, new), first)

    def has_item(self, place: str) -> bool:
        """Whether the place is in one of several items, which can be removed."""
        return self._number_of(place) is not None

    def remove_item_of(self, place: str) -> None:
        """Take out the item that this place is in."""
        number = self._number_of(place)
        if number is not None:
            self._remove_item(number)

    def _number_of(self, place: str) -> int | None:
        match = _ITEM.match(place)
        return int(match[2]) if match is not None and match[1] == self.plan.many else None

    def _remove_item(self, number: int) -> None:
        """One item less; the cursor is in the next one, or at the button that adds one."""
        if self._session is None:
            return
        items = _items(self._session.release, self.plan.many)
        left = (*items[:number], *items[number + 1 :])
        next_one = f"{self.plan.many}[{min(number, len(left) - 1)}].{self.plan.slots[0].name}"
        self._edit(self.plan.many, left, next_one if left else None)
        if not left and self._add is not None:
            self._add.focus_set()
        self._tell(_("Removed from {section}").format(section=_(self.plan.msgid)))


def covers(plan: Plan, place: str) -> bool:
    """Whether a section shows the place, something in it, or something it is in."""
    roots = (plan.many,) if plan.many else tuple(slot.name for slot in plan.slots)
    return any(
        place == root or place.startswith((f"{root}.", f"{root}[")) or root.startswith(f"{place}.") for root in roots
    )


def summary(release: Release, plan: Plan) -> str:
    """What a closed section says: what stands in it."""
    if plan.many:
        places = [f"{plan.many}[{number}].{plan.slots[0].name}" for number in range(len(_items(release, plan.many)))]
    else:
        places = [slot.name for slot in plan.slots]
    texts = [_as_words(get(release, place), plan, place) for place in places]
    return _SEPARATOR.join(text for text in texts if text)


def is_filled(release: Release, plan: Plan) -> bool:
    """Whether the release holds anything of this section."""
    return bool(summary(release, plan))


def _as_words(value: object, plan: Plan, place: str) -> str:
    slot = next((slot for slot in plan.slots if slot.name == place), None)
    if slot is not None and slot.input in (Input.TICK, Input.CHOICE):
        return _(slot.msgid) if slot.input is Input.TICK and value == slot.options[0][0] else ""
    if isinstance(value, tuple):
        return ", ".join(str(item) for item in value)
    return summary_text(value)


def summary_text(value: object) -> str:
    """One value in a closed row."""
    if isinstance(value, dt.date):
        return shown_date(value)
    if isinstance(value, Embargo):
        return _("Embargo until {time}").format(time=shown_moment(value.until, value.zone.value))
    return "".join(piece.text for piece in styled(value)).replace("\n", " ") if isinstance(value, str) else ""


def _items(release: Release, place: str) -> tuple[object, ...]:
    value = get(release, place)
    return value if isinstance(value, tuple) else ()
