"""The bar in the page's margin beside the lines of the card that is being written in."""

from collections.abc import Callable, Sequence
from dataclasses import field
import tkinter as tk

from humas_desk.desk.history import Focus
from humas_desk.ui import theme
from humas_desk.ui.page_mark import Stretch, card_of, line_of, stretches, text_edge
from humas_desk.ui.page_pick import ShownPlace
from humas_desk.ui.page_stack import MM_PER_INCH, PT_PER_INCH, PageStack
from humas_desk.values import dataclass


@dataclass(slots=True)
class ActiveMark:
    """Draws the bar, and keeps the writer's line in sight unless somebody is reading elsewhere."""

    canvas: tk.Canvas
    stack: Callable[[], PageStack]
    width_mm: Callable[[], float]
    """Of a page."""
    _boxes: Sequence[ShownPlace] = ()
    _focus: Focus | None = None
    _parts: tuple[Stretch, ...] = ()
    _bars: list[int] = field(default_factory=list)
    _edge_pt: float = 0
    _reading: bool = False

    @property
    def bars(self) -> tuple[tuple[float, ...], ...]:
        """The bars as they stand on the canvas: left, top, right, bottom."""
        return tuple(tuple(self.canvas.coords(bar)) for bar in self._bars)

    def read(self) -> None:
        """The pages were moved by hand: they stay there until the writer writes on."""
        self._reading = True

    def focus(self, focus: Focus | None) -> None:
        """The cursor is here now; None: in no field, the mark stays where it was."""
        if focus is None or focus == self._focus:
            return
        self._reading = False
        card_changed = self._focus is None or card_of(focus.place) != card_of(self._focus.place)
        self._focus = focus
        if card_changed:
            self._find()
            self.place()

    def forget(self) -> None:
        """Another release: nobody has written in it yet."""
        self._focus, self._parts, self._boxes, self._reading = None, (), (), False
        self.place()

    def show(self, boxes: Sequence[ShownPlace]) -> None:
        """Other pages: mark the card on them, and follow the line if it went out of sight."""
        self._boxes = boxes
        self._edge_pt = text_edge(boxes) or 0
        self._find()
        self.place()
        self.follow()

    def place(self) -> None:
        """Draw the bars where they belong, over the pictures of the pages."""
        stack, pixel_per_pt = self.stack(), self._scale()
        thick, gap = theme.pads(self.canvas, theme.PAGE_BAR, theme.PAGE_BAR_GAP)
        while len(self._bars) < len(self._parts):
            self._bars.append(self.canvas.create_rectangle(0, 0, 0, 0, fill=theme.PAGE_MARK, outline=""))
        while len(self._bars) > len(self._parts):
            self.canvas.delete(self._bars.pop())
        for bar, part in zip(self._bars, self._parts, strict=True):
            right = stack.left() + round(self._edge_pt * pixel_per_pt) - gap
            top = stack.top(part.page)
            self.canvas.coords(
                bar, right - thick, top + part.top_pt * pixel_per_pt, right, top + part.bottom_pt * pixel_per_pt
            )
            self.canvas.tag_raise(bar)

    def follow(self) -> None:
        """Bring the cursor's line into view when it is outside; nothing while somebody reads elsewhere."""
        line = line_of(self._boxes, self._focus) if self._focus is not None else None
        if line is None or self._reading:
            return
        stack, pixel_per_pt = self.stack(), self._scale()
        top = stack.top(line.page) + line.top_pt * pixel_per_pt
        bottom = stack.top(line.page) + line.bottom_pt * pixel_per_pt
        seen = self.canvas.canvasy(0)
        if top < seen or bottom > seen + stack.view_height:
            wanted = max(0.0, top - stack.view_height * theme.FOLLOW_SHARE)
            self.canvas.yview_moveto(wanted / max(1, stack.total_height))

    def _find(self) -> None:
        self._parts = stretches(self._boxes, card_of(self._focus.place)) if self._focus is not None else ()

    def _scale(self) -> float:
        return self.stack().width / (self.width_mm() / MM_PER_INCH * PT_PER_INCH)
