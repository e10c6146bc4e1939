"""The cursor in the form: where it is, how it gets to a place, and where Tab and the arrows take it."""

from dataclasses import replace
import re
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.desk.history import Focus
from humas_desk.ui import theme
from humas_desk.ui.blocks.block_list import BlockList
from humas_desk.ui.blocks.card import Card
from humas_desk.ui.blocks.scroller import Scroller
from humas_desk.ui.fields.field import Field, Spot
from humas_desk.ui.fields.field_book import FieldBook, Owner, stops_of
from humas_desk.ui.form_rows import FormRows

_BLOCK = re.compile(r"blocks\[(\d+)\](?:\.(.+))?")


class Cursor:
    """Between places of the release and the widgets that show them."""

    def __init__(self, book: FieldBook, scroller: Scroller, blocks: BlockList, rows: FormRows) -> None:
        self._book = book
        self._scroller = scroller
        self._blocks = blocks
        self._rows = rows
        self._follows = False

    def key_of(self, owner: Owner) -> str | None:
        """The row of a card or a group; None when the card shows nothing."""
        return self._blocks.key_of(owner) or self._rows.key_of(owner)

    def owner(self, key: str) -> Owner:
        """What stands in a row that is on the screen."""
        return self._blocks.cards.get(key) or self._rows.group(key)

    def key(self) -> str | None:
        """The row the cursor is in."""
        focused = self._book.focused()
        return self.key_of(focused[0]) if focused else None

    def place(self) -> Focus | None:
        """The place the cursor is at."""
        focused = self._book.focused()
        if focused is None or focused[1] is None:
            return None
        owner, field = focused[0], focused[1]
        spot = field.spot()
        name = field.name + spot.rest
        key = self._blocks.key_of(owner)
        if key is not None:
            name = f"blocks[{self._blocks.index(key)}].{name}"
        return Focus(place=name, start=spot.start, end=spot.end)

    def go(self, focus: Focus) -> None:
        """Show the place and put the cursor there; a place that is not there any more is left alone."""
        focus = replace(focus, end=max(focus.start, focus.end))
        match = _BLOCK.match(focus.place)
        if match is None:
            self._go_to_group(focus)
            return
        key = self._blocks.key(int(match[1]))
        if key is None:
            return
        self._scroller.bring_live(key)
        card = self._blocks.cards[key]
        name = match[2] or ""
        field, rest = _named(card, name)
        if name and field is None:
            self._blocks.open_details(key)
            field, rest = _named(card, name)
        self._enter(key, card, field, Spot(rest=rest, start=focus.start, end=focus.end))

    def enter(self, key: str, *, at_end: bool = False) -> None:
        """Into the first text of a row: before its first letter, or behind its last."""
        self._scroller.bring_live(key)
        field = next(iter(self.owner(key).fields), None)
        if field is None:
            return
        self._enter(key, self.owner(key), field, Spot())
        stop = field.inputs[-1 if at_end else 0]
        if at_end and isinstance(stop, tk.Text):
            stop.focus_set()
            stop.mark_set("insert", "end-1c")
            self.see_caret()

    def step(self, widget: tk.Misc, delta: int) -> bool:
        """To the next (+1) or previous (-1) stop; False at the form's ends."""
        key = self.key()
        focused = self._book.focused()
        if key is None or focused is None:
            return False
        stops = stops_of(focused[0])
        at = next((number for number, stop in enumerate(stops) if str(stop) == str(widget)), 0) + delta
        if 0 <= at < len(stops):
            self._focus(key, stops[at], delta)
            return True
        return self._step_row(key, delta)

    def see_caret(self) -> None:
        """Scroll so that the line with the cursor is seen."""
        widget = self._book.focused_widget()
        key = self.key()
        if widget is None or key is None or key not in self._scroller.live:
            return
        frame = self._scroller.live[key]
        top = widget.winfo_rooty() - frame.winfo_rooty()
        height = widget.winfo_height()
        line = widget.bbox("insert") if isinstance(widget, tk.Text) else None
        if line is not None:
            top, height = top + line[1], line[3]
        self._scroller.see(key, top, max(top + height, self._below_last(key, frame, top)))

    def _below_last(self, key: str, frame: tk.Misc, top: int) -> int:
        """Under the last card: the bar with what comes next stays in view, as long as it is not far from the cursor."""
        blocks = self._blocks.sheet.release.blocks
        if not blocks or blocks[-1].id != key:
            return 0
        bottom = frame.winfo_height() + theme.px(frame, theme.GAP + theme.SUMMARY_HEIGHT)
        return bottom if bottom - top <= self._scroller.view_height // 2 else 0

    def _go_to_group(self, focus: Focus) -> None:
        group = self._rows.group_for(focus.place)
        if group is None:
            return
        group.open()
        key = self._rows.key_of(group)
        if key is not None:
            self._scroller.bring_live(key)
            self._book.adopt(group)
            field, rest = _named(group, focus.place)
            self._enter(key, group, field, Spot(rest=rest, start=focus.start, end=focus.end))

    def _enter(self, key: str, owner: Owner, field: Field | None, spot: Spot) -> None:
        self._book.adopt(owner)
        if field is None:
            field = next(iter(owner.fields), None)
            spot = Spot()
        if field is not None:
            self._scroller.show_now(key, field.inputs[0])
            field.go(spot)
            self.see_caret()

    def _step_row(self, key: str, delta: int) -> bool:
        keys = self._scroller.heights.keys
        at = keys.index(key) + delta
        while 0 <= at < len(keys):
            self._scroller.bring_live(keys[at])
            stops = stops_of(self.owner(keys[at]))
            if stops:
                self._scroller.show_now(keys[at], stops[0 if delta > 0 else -1])
                self._focus(keys[at], stops[0 if delta > 0 else -1], delta)
                return True
            at += delta
        return False

    def _focus(self, key: str, stop: tk.Misc, delta: int) -> None:
        stop.focus_set()
        if isinstance(stop, tk.Text):
            stop.mark_set("insert", "1.0" if delta > 0 else "end-1c")
        elif isinstance(stop, ttk.Entry) and not isinstance(stop, ttk.Combobox):
            stop.selection_range(0, "end")
            stop.icursor("end")
        self.see_caret()


def _named(owner: Card | Owner, name: str) -> tuple[Field | None, str]:
    """The field of this name, or the one the name begins with, and what is left of the name."""
    for field in owner.fields:
        if field.name == name:
            return field, ""
    for field in owner.fields:
        if field.name and name.startswith((field.name + "[", field.name + ".")):
            return field, name.removeprefix(field.name)
    return None, ""
