"""Which widget belongs to which field of which owner, so that focus and Tab are handled in one place."""

from collections.abc import Callable
import tkinter as tk
from typing import Protocol, runtime_checkable

import ttkbootstrap as ttk

from humas_desk.ui.fields.context_menu import ContextMenu
from humas_desk.ui.fields.field import Field
from humas_desk.ui.keys import sequences
from humas_desk.ui.tag_keys import bind_tag

_OPENS_LISTS = ("Alt+↑", "Alt+↓")
TAG = "HumasField"
"""Class tag of every input of the form."""


class Owner(Protocol):
    """A card or a group: what stands in one row."""

    @property
    def fields(self) -> tuple[Field, ...]: ...

    @property
    def buttons(self) -> tuple[tk.Misc, ...]: ...


@runtime_checkable
class Led(Protocol):
    """An owner whose header opens it: a stop of Tab before all others."""

    @property
    def header(self) -> tk.Misc: ...


class FieldBook:
    """Finds fields by widget; hears of the focus and of the keys that leave a field."""

    def __init__(self, root: tk.Misc) -> None:
        self._root = root
        self._known: dict[str, tuple[Owner, Field | None]] = {}
        self._text: tk.Text | ttk.Entry | None = None
        """The text that had the focus last."""
        self._seen: dict[int, tuple[tk.Misc, ...]] = {}
        self.on_enter: Callable[[Owner, Field | None], None] = lambda _owner, _field: None
        self.on_leave: Callable[[Owner, Field], None] = lambda _owner, _field: None
        self.on_step: Callable[[tk.Misc, int], bool] = lambda _widget, _delta: False
        self.on_moved: Callable[[], None] = lambda: None
        self.on_shown: Callable[[Owner], None] = lambda _owner: None
        """Told when a card or a group shows something else."""
        self.on_menu: Callable[[tk.Event[tk.Misc]], bool] = lambda _event: False
        """Asked before the menu opens; True: another one was opened instead."""
        self._bind()

    def adopt(self, owner: Owner) -> None:
        """The owner may have other fields now; cheap when it has not."""
        stops = stops_of(owner)
        if self._seen.get(id(owner)) == stops:
            return
        self._seen[id(owner)] = stops
        for field in owner.fields:
            for widget in field.inputs:
                self._know(widget, owner, field)
        for button in (*_header_of(owner), *owner.buttons):
            self._know(button, owner, None)

    def focused(self) -> tuple[Owner, Field | None] | None:
        """The field that has the focus; None when it is in none of the form."""
        path = str(self._root.tk.call("focus"))
        return self._known.get(path)

    def focused_widget(self) -> tk.Misc | None:
        """The input that has the focus, when it is one of the form's."""
        path = str(self._root.tk.call("focus"))
        return self._root.nametowidget(path) if path in self._known else None

    def field_of(self, widget: tk.Misc) -> Field | None:
        """The field an input belongs to; None when it is none of the form's."""
        known = self._known.get(str(widget))
        return known[1] if known is not None else None

    def bind_key(self, key: str, work: Callable[[], object]) -> None:
        """Do `work` when this key ("Ctrl+I") is pressed in any field of the form, and nothing else.

        A list to choose from keeps Alt+↓ and Alt+↑, which open and close it everywhere.
        """

        def pressed(event: "tk.Event[tk.Misc]") -> str | None:
            if key in _OPENS_LISTS and isinstance(event.widget, ttk.Combobox):
                return None
            work()
            return "break"

        for sequence in sequences(key):
            bind_tag(self._root, TAG, sequence, pressed)

    def _know(self, widget: tk.Misc, owner: Owner, field: Field | None) -> None:
        self._known[str(widget)] = (owner, field)
        tags = widget.bindtags()
        if TAG not in tags:
            widget.bindtags((TAG, *tags))

    def _bind(self) -> None:
        root = self._root
        self.menu = ContextMenu(root)
        for sequence in ("<Button-3>", "<Shift-F10>", "<Menu>"):
            bind_tag(root, TAG, sequence, self._open_menu)
        bind_tag(root, TAG, "<FocusIn>", self._focus_in)
        bind_tag(root, TAG, "<FocusOut>", self._focus_out)
        bind_tag(root, TAG, "<KeyRelease>", lambda _event: self.on_moved())
        bind_tag(root, TAG, "<ButtonRelease-1>", lambda _event: self.on_moved())
        bind_tag(root, TAG, "<<NextWindow>>", lambda event: self._step(event.widget, +1))
        bind_tag(root, TAG, "<<PrevWindow>>", lambda event: self._step(event.widget, -1))

    def _open_menu(self, event: "tk.Event[tk.Misc]") -> str:
        return "break" if self.on_menu(event) else self.menu.open(event)

    def _focus_in(self, event: "tk.Event[tk.Misc]") -> None:
        known = self._known.get(str(event.widget))
        if known is not None:
            self._select_in(event.widget)
            self.on_enter(*known)

    def _select_in(self, widget: tk.Misc) -> None:
        """Only one text has a selection: what was selected elsewhere no longer is, and a line is seen from its start."""
        before, self._text = self._text, widget if isinstance(widget, (tk.Text, ttk.Entry)) else None
        if before is None or before is widget or not before.winfo_exists():
            return
        if isinstance(before, tk.Text):
            before.tag_remove("sel", "1.0", "end")
        else:
            before.selection_clear()
            before.xview_moveto(0)

    def _focus_out(self, event: "tk.Event[tk.Misc]") -> None:
        known = self._known.get(str(event.widget))
        if known is not None and known[1] is not None:
            self.on_leave(known[0], known[1])

    def _step(self, widget: tk.Misc, delta: int) -> str | None:
        return "break" if self.on_step(widget, delta) else None


def stops_of(owner: Owner) -> tuple[tk.Misc, ...]:
    """Everything of the owner that takes the focus, in the order of Tab."""
    inputs = tuple(widget for field in owner.fields for widget in field.inputs)
    return (*_header_of(owner), *inputs, *owner.buttons)


def _header_of(owner: Owner) -> tuple[tk.Misc, ...]:
    return (owner.header,) if isinstance(owner, Led) else ()
