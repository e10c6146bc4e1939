"""The lines under what was found, in every card and group that is in view."""

from collections.abc import Iterable, Sequence
import tkinter as tk
from typing import Protocol, runtime_checkable

import ttkbootstrap as ttk

from humas_desk.desk.proofs import part_of
from humas_desk.language.findings import Finding
from humas_desk.ui.fields.field import Field, Mark, Spot
from humas_desk.ui.fields.field_book import Owner
from humas_desk.ui.fields.line_field import LineField
from humas_desk.ui.fields.text_marks import mark_at
from humas_desk.ui.form import Form


@runtime_checkable
class Underlined(Protocol):
    """A field that can draw lines under its characters."""

    def underline(self, marks: Sequence[Mark]) -> None: ...


class FindingMarks:
    """Draws the findings into one form, and knows which of them is at a point."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._findings: tuple[Finding, ...] = ()
        self._by_part: dict[str, list[tuple[str, Finding]]] = {}
        self._marked: set[int] = set()
        """Fields that show lines, by identity."""

    def show(self, findings: Iterable[Finding]) -> None:
        """These and no others."""
        self._findings = tuple(findings)
        self._by_part = {}
        for number, finding in enumerate(self._findings):
            self._by_part.setdefault(part_of(finding.place), []).append((str(number), finding))
        for card in self._form.blocks.cards.values():
            self.mark(card)
        for group in self._form.rows.groups:
            self.mark(group)

    def mark(self, owner: Owner) -> None:
        """A card or a group shows something else now: draw its lines."""
        blocks = self._form.blocks
        key = blocks.key_of(owner)
        prefix = blocks.sheet.whole_place(f"blocks[{blocks.index(key)}]") if key is not None else ""
        for field in owner.fields:
            if isinstance(field, Underlined):
                self._mark(field, f"{prefix}.{field.name}" if prefix else field.name)

    def at_point(self, event: "tk.Event[tk.Misc]") -> Finding | None:
        """The finding under the pointer."""
        if isinstance(event.widget, (tk.Text, ttk.Entry)):
            return self._at(event.widget, f"@{event.x},{event.y}")
        return None

    def at_cursor(self) -> Finding | None:
        """The finding the cursor is at or right behind, in the field that has the focus."""
        widget = self._form.book.focused_widget()
        if not isinstance(widget, (tk.Text, ttk.Entry)):
            return None
        if isinstance(widget, tk.Text):
            first = "sel.first" if widget.tag_ranges("sel") else "insert"
            return self._at(widget, first) or self._at(widget, "insert -1c")
        at = widget.index("sel.first") if widget.selection_present() else widget.index("insert")
        return self._at_offset(widget, at) or self._at_offset(widget, max(0, at - 1))

    def _mark(self, field: Underlined, own: str) -> None:
        marks = [
            Mark(
                key=number,
                spot=Spot(rest=finding.place.removeprefix(own), start=finding.start, end=finding.end),
                severity=finding.severity,
            )
            for number, finding in self._by_part.get(part_of(own), ())
            if finding.place == own or finding.place.startswith(f"{own}[")
        ]
        if marks or id(field) in self._marked:
            field.underline(marks)
            (self._marked.add if marks else self._marked.discard)(id(field))

    def _at(self, widget: "tk.Text | ttk.Entry", index: str) -> Finding | None:
        if isinstance(widget, tk.Text):
            return self._named(mark_at(widget, index))
        return self._at_offset(widget, widget.index(index.split(",", maxsplit=1)[0]))

    def _at_offset(self, widget: ttk.Entry, offset: int) -> Finding | None:
        field: Field | None = self._form.book.field_of(widget)
        return self._named(field.mark_at(offset)) if isinstance(field, LineField) else None

    def _named(self, key: str | None) -> Finding | None:
        number = int(key) if key is not None else -1
        return self._findings[number] if 0 <= number < len(self._findings) else None
