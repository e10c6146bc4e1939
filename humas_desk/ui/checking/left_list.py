"""What an office never wants told: rules, and rules about certain words; each can be wanted again."""

from collections.abc import Callable, Sequence
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.language.rules import Rule
from humas_desk.release.release import Ignored
from humas_desk.ui.checking.finding_words import shorten
from humas_desk.ui.checking.style_list import style_list
from humas_desk.wording import _

_LONGEST = 44


class LeftList(ttk.Frame):
    """`on_heed` gets the chosen rules, to be told again."""

    def __init__(
        self, parent: tk.Misc, *, rule: Callable[[str], Rule | None], on_heed: Callable[[tuple[str, ...]], object]
    ) -> None:
        super().__init__(parent)
        self._rule = rule
        self._on_heed = on_heed
        self._notes: tuple[Ignored, ...] = ()
        row = ttk.Frame(self)
        row.pack(fill="x")
        self.button = ttk.Button(row, text=_("Tell me again"), command=self.heed, bootstyle="outline")
        self.button.pack(side="left")
        self.list = style_list(self)
        self.list.bind("<Delete>", lambda _event: self.heed())
        self.list.bind("<<ListboxSelect>>", lambda _event: self._show_enabled())

    def show(self, notes: Sequence[Ignored]) -> None:
        """List these, the newest last."""
        self._notes = tuple(notes)
        self.list.delete(0, "end")
        self.list.insert("end", *(f" {shorten(self._words(note), _LONGEST)}" for note in self._notes))
        self._show_enabled()

    def heed(self) -> None:
        """The chosen ones are told again."""
        if chosen := self.list.curselection():
            self._on_heed(tuple(self._notes[at].rule for at in chosen))

    def _words(self, note: Ignored) -> str:
        code, _colon, text = note.rule.partition(":")
        rule = self._rule(code)
        name = f"{rule.name} ({code})" if rule is not None else code
        said = f"“{text}” – {name}" if text else _("All of: {rule}").format(rule=name)
        return f"{said} · {note.reason}" if note.reason else said

    def _show_enabled(self) -> None:
        self.button.state(["!disabled" if self.list.curselection() else "disabled"])
