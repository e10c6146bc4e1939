"""The card of a table: a grid of texts, with rows and columns to add and to take away."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
import re
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.desk.block_edits import add_column, add_row, even_rows, remove_column, remove_row
from humas_desk.desk.pasting import is_sheet, paste_cells, pasted_rows
from humas_desk.release.blocks import Block, Table
from humas_desk.ui import theme
from humas_desk.ui.blocks.card import CardDoors, CardShell, Sight
from humas_desk.ui.blocks.small_button import word_button
from humas_desk.ui.fields.choice_field import TickField
from humas_desk.ui.fields.codecs import Rich
from humas_desk.ui.fields.field import Field, Mark, Report, Spot
from humas_desk.ui.fields.line_field import label_above
from humas_desk.ui.fields.text_field import TextField, TextKeys, TextLook
from humas_desk.wording import _, ngettext

MOST_ROWS = 60
MOST_COLUMNS = 12
"""What is shown of a table that is too large to write in; the rest is kept and printed."""
_CELL = re.compile(r"\[(\d+)\]\[(\d+)\]")


class TableCard:
    """Header tick, the grid, its buttons, a caption."""

    def __init__(self, parent: tk.Misc, doors: CardDoors) -> None:
        self.shell = CardShell(parent)
        self._doors = doors
        body = self.shell.body
        gap = theme.px(body, theme.SNUG)
        self._cells = CellGrid(body, self._report, lay=self._lay)
        self._cells.frame.pack(fill="x")
        self._rest = label_above(body, "", theme.PAPER)
        row = tk.Frame(body, background=theme.PAPER)
        row.pack(fill="x", pady=(gap, 0))
        self._header = TickField(row, "header", self._report, label=_("First row is a header"))
        self._header.frame.pack(side="left", padx=(0, gap))
        menu = ttk.Menubutton(row, text=_("Rows and columns") + "  ", bootstyle="ghost")
        menu["menu"] = self._menu(menu)
        menu.pack(side="right")
        add = word_button(row, _("Row"), "plus-lg", lambda: self._edit(lambda table: add_row(table, len(table.rows))))
        add.pack(side="right")
        self._buttons: tuple[tk.Misc, ...] = (add, menu)
        look = TextLook(boxed=True, placeholder=_("Table caption"))
        self._caption = TextField(body, "caption", self._report, codec=Rich(optional=True), look=look)
        self._caption.frame.pack(fill="x", pady=(gap, 0))

    @property
    def buttons(self) -> tuple[tk.Misc, ...]:
        return self._buttons

    @property
    def fields(self) -> tuple[Field, ...]:
        return self._cells, self._header, self._caption

    def show(self, block: Block, sight: Sight) -> None:
        assert isinstance(block, Table)
        self._cells.show(even_rows(block))
        self._cells.show_header(is_on=block.header)
        self._header.show(block.header)
        hidden = max(0, len(block.rows) - MOST_ROWS)
        words = ngettext("{count} more row is kept and printed.", "{count} more rows are kept and printed.", hidden)
        self._rest.configure(text=words.format(count=hidden) if hidden else "")
        if hidden:
            self._rest.pack(fill="x", after=self._cells.frame)
        else:
            self._rest.pack_forget()
        self._caption.show(block.caption)

    def _menu(self, parent: tk.Misc) -> tk.Menu:
        menu = ttk.Menu(parent)
        row, column = self._cells.row, self._cells.column
        actions: tuple[tuple[str, Callable[[Table], Table]] | None, ...] = (
            (_("Add a row above"), lambda table: add_row(table, row())),
            (_("Add a row below"), lambda table: add_row(table, row() + 1)),
            (_("Add a column to the left"), lambda table: add_column(table, column())),
            (_("Add a column to the right"), lambda table: add_column(table, column() + 1)),
            None,
            (_("Remove the row"), lambda table: remove_row(table, row())),
            (_("Remove the column"), lambda table: remove_column(table, column())),
        )
        for action in actions:
            if action is None:
                menu.add_separator()
            else:
                words, change = action
                menu.add_command(label=words, command=partial(self._edit, change))
        return menu

    def _edit(self, change: Callable[[Table], Table]) -> None:
        self._doors.on_edit(self, lambda block: change(block) if isinstance(block, Table) else block)

    def _lay(self, rows: tuple[tuple[str, ...], ...]) -> None:
        row, column = self._cells.row(), self._cells.column()
        self._edit(lambda table: replace(table, rows=paste_cells(table, row, column, rows)))

    def _report(self, field: Field, value: object) -> None:
        self._doors.on_value(self, field, value)


class CellGrid:
    """The cells as one field: its value is the rows, its spots are cells."""

    name = "rows"

    def __init__(self, parent: tk.Misc, report: Report, *, lay: Callable[[tuple[tuple[str, ...], ...]], None]) -> None:
        """`lay`: put pasted cells over the table from the cell with the cursor on."""
        self._report = report
        self._lay = lay
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._cells: dict[tuple[int, int], TextField] = {}
        self._boxes: dict[tuple[int, int], tk.Frame] = {}
        self._at = (0, 0)
        hair = theme.px(parent, theme.HAIR)
        self.frame = tk.Frame(parent, background=theme.EDGE_STRONG, padx=0, pady=0)
        self._hair = hair

    @property
    def inputs(self) -> tuple[tk.Misc, ...]:
        return tuple(self._cells[at].text for at in self._places())

    def row(self) -> int:
        """The row the cursor was last in, or the last one."""
        return min(self._at[0], len(self._rows) - 1, MOST_ROWS - 1)

    def column(self) -> int:
        """The column the cursor was last in, or the last one."""
        return min(self._at[1], len(self._rows[0]) - 1, MOST_COLUMNS - 1)

    def show(self, value: object) -> None:
        if value == self._rows or not isinstance(value, tuple):
            return
        had = self._places()
        self._rows = value
        for at in had:
            if at not in self._places():
                self._boxes[at].grid_forget()
        for at in self._places():
            self._cell(at).show(value[at[0]][at[1]])
        width = min(len(self._rows[0]), MOST_COLUMNS)
        for column in range(max((place[1] for place in self._cells), default=0) + 1):
            self.frame.columnconfigure(
                column, weight=1 if column < width else 0, uniform="cell" if column < width else ""
            )

    def show_header(self, *, is_on: bool) -> None:
        """The first row looks like names of columns."""
        for (row, _column), cell in self._cells.items():
            cell.text.configure(font=theme.BODY_BOLD if is_on and row == 0 else theme.BODY)

    def spot(self) -> Spot:
        row, column = self.row(), self.column()
        inside = self._cells[row, column].spot()
        return Spot(rest=f"[{row}][{column}]", start=inside.start, end=inside.end)

    def go(self, spot: Spot) -> None:
        match = _CELL.match(spot.rest)
        at = (int(match[1]), int(match[2])) if match else (0, 0)
        self._cells.get(at, self._cells[0, 0]).go(spot)

    @property
    def cell(self) -> TextField:
        """The cell with the cursor."""
        return self._cells[self.row(), self.column()]

    def toggle(self, style: str) -> None:
        """Italics or bold in the cell with the cursor."""
        self.cell.toggle(style)

    def highlight(self, hits: Sequence[Spot], now: Spot | None) -> None:
        """Mark these stretches as found, each in its cell."""
        for at in self._places():
            own = f"[{at[0]}][{at[1]}]"
            self._cells[at].highlight([hit for hit in hits if hit.rest == own], now)

    def underline(self, marks: Sequence[Mark]) -> None:
        """Draw the lines of these findings and no others, each in its cell."""
        for at in self._places():
            own = f"[{at[0]}][{at[1]}]"
            self._cells[at].underline([mark for mark in marks if mark.spot.rest == own])

    def mark(self, *, wrong: bool) -> None:
        self.frame.configure(background=theme.RED if wrong else theme.EDGE_STRONG)

    def _places(self) -> list[tuple[int, int]]:
        shown = self._rows[:MOST_ROWS]
        return [(row, column) for row, cells in enumerate(shown) for column in range(min(len(cells), MOST_COLUMNS))]

    def _cell(self, at: tuple[int, int]) -> TextField:
        if at not in self._cells:
            box = tk.Frame(self.frame, background=theme.PAPER, padx=theme.px(self.frame, theme.SNUG))
            keys = TextKeys(on_paste=lambda clipboard: self._paste(at, clipboard))
            cell = TextField(box, "", lambda _field, value: self._changed(at, value), keys=keys)
            cell.frame.pack(fill="x", pady=theme.px(box, theme.TINY))
            box.bind("<Button-1>", lambda _event: cell.text.focus_set())
            cell.text.bind("<FocusIn>", lambda _event: self._entered(at), add=True)
            self._cells[at] = cell
            self._boxes[at] = box
        self._boxes[at].grid(row=at[0], column=at[1], sticky="nsew", padx=self._hairs(at[1]), pady=self._hairs(at[0]))
        return self._cells[at]

    def _hairs(self, number: int) -> tuple[int, int]:
        return (0 if number else self._hair, self._hair)

    def _paste(self, at: tuple[int, int], clipboard: str) -> bool:
        """Cells copied from a sheet are laid over the table from this cell on."""
        rows = pasted_rows(clipboard)
        if not is_sheet(clipboard) and len(rows) < 2:
            return False
        self._at = at
        self._lay(rows)
        return True

    def _entered(self, at: tuple[int, int]) -> None:
        self._at = at

    def _changed(self, at: tuple[int, int], value: object) -> None:
        row, column = at
        cells = self._rows[row]
        new = (*cells[:column], value if isinstance(value, str) else "", *cells[column + 1 :])
        self._rows = (*self._rows[:row], new, *self._rows[row + 1 :])
        self._at = at
        self._report(self, self._rows)
