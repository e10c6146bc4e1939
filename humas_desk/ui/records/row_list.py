"""A long list in columns, of which only the rows in sight are drawn: a hundred thousand cost as much as ten."""

from collections.abc import Callable, Sequence
from functools import lru_cache
import tkinter as tk
from tkinter.font import nametofont
from typing import Generic, TypeVar

from humas_desk.ui import theme
from humas_desk.ui.quiet_bar import QuietBar
from humas_desk.ui.records import sizes
from humas_desk.values import dataclass

Row = TypeVar("Row")
ELLIPSIS = "…"
WORDS = "words"
"""What is read among what is drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its heading, and its width in logical pixels; 0 takes what is left."""

    heading: str
    width: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What stands in a row under a heading: a line, and perhaps a smaller one below, whose bold pieces were found."""

    text: str
    is_strong: bool = False
    below: tuple[tuple[str, bool], ...] = ()


class RowList(tk.Frame, Generic[Row]):
    """Rows with a heading; one is chosen. Arrows, page keys, Home and End move, Enter and a double click open."""

    def __init__(
        self,
        parent: tk.Misc,
        columns: Sequence[Column],
        *,
        cells: Callable[[Row], Sequence[Cell]],
        on_choose: Callable[[Row | None], object],
        on_open: Callable[[Row], object],
        on_end: Callable[[], object],
        height: int = sizes.ROW,
    ) -> None:
        """`on_end`: the last row is nearly in sight, more may be shown. `height`: of a row, in logical pixels."""
        super().__init__(parent, background=theme.PAPER)
        self._columns = tuple(columns)
        self._cells = cells
        self._on_choose = on_choose
        self._on_open = on_open
        self._on_end = on_end
        self._rows: tuple[Row, ...] = ()
        self._said = ""
        self._chosen = -1
        self._row = theme.px(self, height)
        self._build()

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows it has."""
        return self._rows

    @property
    def chosen(self) -> Row | None:
        """The row that is chosen; None while there is none."""
        return self._rows[self._chosen] if 0 <= self._chosen < len(self._rows) else None

    @property
    def text(self) -> str:
        """What is read now, from top to bottom."""
        return "\n".join(
            str(canvas.itemcget(item, "text"))
            for canvas in (self._head, self.canvas)
            for item in canvas.find_withtag(WORDS)
        )

    def show(self, rows: Sequence[Row], *, empty: str = "", chosen: int = 0) -> None:
        """These rows, from the top; without any, the words `empty`."""
        self._rows, self._said = tuple(rows), empty
        self.canvas.yview_moveto(0)
        self._chosen = min(chosen, len(self._rows) - 1)
        self._fit()
        self.see(self._chosen)
        self._on_choose(self.chosen)

    def add(self, rows: Sequence[Row]) -> None:
        """More rows below; what is seen and chosen stays."""
        self._rows += tuple(rows)
        self._fit()

    def choose(self, index: int) -> None:
        """Choose the row with this number and bring it into sight; the nearest one that there is."""
        if not self._rows:
            return
        self._chosen = min(max(0, index), len(self._rows) - 1)
        self.see(self._chosen)
        self.draw()
        self._on_choose(self.chosen)

    def step(self, delta: int) -> str:
        """Choose a row further down (+) or up (-)."""
        self.choose(self._chosen + delta)
        return "break"

    def see(self, index: int) -> None:
        """Bring a row into sight."""
        top, height = self.canvas.canvasy(0), self.canvas.winfo_height()
        start, end = index * self._row, (index + 1) * self._row
        total = max(1, len(self._rows) * self._row)
        if index >= 0 and (start < top or end > top + height):
            self.canvas.yview_moveto((start if start < top else end - height) / total)

    # Inside --------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._head = tk.Canvas(self, height=theme.px(self, sizes.HEAD), highlightthickness=0, borderwidth=0)
        self._head.configure(background=theme.CHROME)
        self._head.pack(side="top", fill="x")
        theme.line(self).pack(side="top", fill="x")
        self.bar = QuietBar(self)
        self.bar.configure(command=self._scrolled)
        self.bar.pack(side="right", fill="y")
        self.canvas = tk.Canvas(self, borderwidth=0, takefocus=True, background=theme.PAPER, width=1, height=1)
        self.canvas.configure(highlightthickness=theme.px(self, theme.HAIR), highlightbackground=theme.PAPER)
        self.canvas.configure(highlightcolor=theme.NAVY, yscrollincrement=1, yscrollcommand=self._moved)
        self.canvas.pack(side="left", fill="both", expand=True)
        self._bind()

    def _bind(self) -> None:
        canvas = self.canvas
        canvas.bind("<Configure>", lambda _event: self._fit())
        canvas.bind("<Button-1>", self._clicked)
        canvas.bind("<Double-Button-1>", lambda _event: self._opened())
        canvas.bind("<Return>", lambda _event: self._opened())
        canvas.bind("<KP_Enter>", lambda _event: self._opened())
        canvas.bind("<MouseWheel>", lambda event: self._wheel(-1 if event.delta > 0 else 1))
        canvas.bind("<Button-4>", lambda _event: self._wheel(-1))
        canvas.bind("<Button-5>", lambda _event: self._wheel(1))
        canvas.bind("<Home>", lambda _event: self.choose(0))
        canvas.bind("<End>", lambda _event: self.choose(len(self._rows) - 1))
        self.bind_steps(canvas)

    def bind_steps(self, widget: tk.Misc) -> None:
        """Arrows and page keys pressed in this widget move in the list."""
        widget.bind("<Down>", lambda _event: self.step(1))
        widget.bind("<Up>", lambda _event: self.step(-1))
        widget.bind("<Next>", lambda _event: self.step(self._page))
        widget.bind("<Prior>", lambda _event: self.step(-self._page))

    @property
    def _page(self) -> int:
        return max(1, self.canvas.winfo_height() // self._row - 1)

    def _fit(self) -> None:
        """The list is as long as its rows."""
        height = max(len(self._rows) * self._row, self.canvas.winfo_height() - 2 * theme.px(self, theme.HAIR))
        self.canvas.configure(scrollregion=(0, 0, self.canvas.winfo_width(), height))
        self.draw()

    def _scrolled(self, *how: str) -> None:
        self.canvas.yview(*how)

    def _moved(self, first: float, last: float) -> None:
        self.bar.set(first, last)
        self.draw()

    def _wheel(self, direction: int) -> None:
        self.canvas.yview_scroll(direction * self._row, "units")

    def _clicked(self, event: "tk.Event[tk.Misc]") -> None:
        self.canvas.focus_set()
        index = int(self.canvas.canvasy(event.y)) // self._row
        if index < len(self._rows):
            self.choose(index)

    def _opened(self) -> None:
        if self.chosen is not None:
            self._on_open(self.chosen)

    def draw(self) -> None:
        """Draw what is in sight."""
        canvas = self.canvas
        canvas.delete("all")
        width, height, top = canvas.winfo_width(), canvas.winfo_height(), int(canvas.canvasy(0))
        edges = self._edges(width)
        self._draw_head(edges)
        if not self._rows:
            place, room = (width // 2, height // 3), width * 2 // 3
            canvas.create_text(*place, text=self._said, font=theme.UI, fill=theme.INK_SOFT, width=room, tags=WORDS)
            return
        first, last = max(0, top // self._row), min(len(self._rows), (top + height) // self._row + 1)
        for index in range(first, last):
            self._draw_row(index, edges, width)
        if last + self._page >= len(self._rows):
            self._on_end()

    def _edges(self, width: int) -> list[tuple[int, int]]:
        """Left edge and width of each column."""
        pad = theme.px(self, theme.PAD)
        fixed = [theme.px(self, column.width) for column in self._columns]
        rest = max(0, width - sum(fixed) - pad)
        edges, left = [], pad
        for column, wide in zip(self._columns, fixed, strict=True):
            room = wide if column.width else rest // sum(1 for one in self._columns if not one.width)
            edges.append((left, max(1, room - pad)))
            left += room
        return edges

    def _draw_head(self, edges: list[tuple[int, int]]) -> None:
        self._head.delete("all")
        middle = theme.px(self, sizes.HEAD) // 2
        for column, (left, wide) in zip(self._columns, edges, strict=True):
            text = shortened(column.heading, theme.SMALL_TEXT, wide)
            self._head.create_text(
                left, middle, text=text, font=theme.SMALL_TEXT, fill=theme.INK_SOFT, anchor="w", tags=WORDS
            )

    def _draw_row(self, index: int, edges: list[tuple[int, int]], width: int) -> None:
        canvas, top = self.canvas, index * self._row
        if index == self._chosen:
            canvas.create_rectangle(0, top, width, top + self._row, fill=theme.NAVY_SOFT, outline="")
            canvas.create_rectangle(
                0, top, theme.px(self, theme.FOCUS_EDGE), top + self._row, fill=theme.NAVY, outline=""
            )
        canvas.create_line(0, top + self._row - 1, width, top + self._row - 1, fill=theme.EDGE)
        cells = self._cells(self._rows[index])
        has_below = any(cell.below for cell in cells)
        first, second = (top + self._row // 3, top + self._row * 7 // 10) if has_below else (top + self._row // 2, 0)
        for cell, (left, wide) in zip(cells, edges, strict=True):
            font = theme.UI_BOLD if cell.is_strong else theme.UI
            text = shortened(cell.text, font, wide)
            canvas.create_text(left, first, text=text, font=font, fill=theme.INK, anchor="w", tags=WORDS)
            self._draw_below(cell.below, left, second, wide)

    def _draw_below(self, pieces: tuple[tuple[str, bool], ...], left: int, middle: int, wide: int) -> None:
        end = left + wide
        for text, is_found in pieces:
            font = theme.SMALL_BOLD if is_found else theme.SMALL_TEXT
            words = shortened(text, font, end - left)
            fill = theme.INK if is_found else theme.INK_SOFT
            self.canvas.create_text(left, middle, text=words, font=font, fill=fill, anchor="w", tags=WORDS)
            left += _width(words, font, theme.worn()[1])
            if words != text:
                return


def shortened(text: str, font: str, width: int) -> str:
    """As much of the text as fits, with … where something is missing."""
    percent = theme.worn()[1]
    if _width(text, font, percent) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if _width(text[:middle].rstrip() + ELLIPSIS, font, percent) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + ELLIPSIS if low else ""


@lru_cache(maxsize=8192)
def _width(text: str, font: str, _percent: int) -> int:
    """In pixels; the same text at another size of the letters is another question."""
    return nametofont(font).measure(text)
