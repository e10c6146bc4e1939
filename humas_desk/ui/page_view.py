"""Pages painted by the render worker, one under the other: scrolled, zoomed, clicked, with a mark beside the active part."""

from collections.abc import Callable, Sequence
import tkinter as tk
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from humas_desk.desk.history import Focus
from humas_desk.ui import theme
from humas_desk.ui.active_mark import ActiveMark
from humas_desk.ui.page_pick import ShownPlace, place_at
from humas_desk.ui.page_scrolling import bind_scrolling
from humas_desk.ui.page_slots import PageSlots
from humas_desk.ui.page_stack import MM_PER_INCH, PT_PER_INCH, PageStack, next_zoom, page_width, shown_zoom
from humas_desk.ui.page_trouble import TroubleStrip
from humas_desk.ui.page_zoom import Fit, Zoom
from humas_desk.ui.scheduler import Scheduler
from humas_desk.ui.worker_link import WorkerLink

if TYPE_CHECKING:
    from humas_desk.desk.requests import Preview, PreviewRequest, WorkerTrouble

A4_MM = (210.0, 297.0)

RequestMaker = Callable[[tuple[int, ...], int], "PreviewRequest"]
"""Visible pages and their width in pixels → what the worker is asked."""


class PageView(tk.Frame):
    """Asks only for pages that are seen, at the width they are seen at; the newest answer of its channel is shown."""

    def __init__(
        self,
        parent: tk.Misc,
        *,
        channel: str,
        link: WorkerLink,
        scheduler: Scheduler,
        make_request: RequestMaker,
        on_pick: Callable[[Focus], None],
        zoom: Zoom = Fit.WIDTH,
    ) -> None:
        super().__init__(parent, background=theme.CHROME)
        self._channel = channel
        self._link = link
        self._scheduler = scheduler
        self._make_request = make_request
        self._on_pick = on_pick
        self._boxes: Sequence[ShownPlace] = ()
        self._zoom = zoom
        self._size_mm = A4_MM
        self._count = 1
        self._started = False
        self._answered = False
        self._asked: tuple[tuple[int, ...], int] | None = None
        self._build_canvas()
        self._trouble = TroubleStrip(self, self._try_again, above=self._frame)
        self._ends: tuple[Callable[[], None], ...] = (
            link.watch(channel, self._show),
            link.on_trouble(self._show_trouble),
        )

    @property
    def page_count(self) -> int:
        """How many pages the release has; 0 before the first answer."""
        return self._count if self._answered else 0

    @property
    def zoom(self) -> Zoom:
        """Share of the true size, or how pages fit the view."""
        return self._zoom

    @property
    def page_size_mm(self) -> tuple[float, float]:
        """Of a page; A4 before the first answer."""
        return self._size_mm

    @property
    def marked(self) -> tuple[tuple[float, ...], ...]:
        """Where the bars beside the active card's lines stand on the canvas: left, top, right, bottom."""
        return self._mark.bars

    def focus_at(self, focus: Focus | None) -> None:
        """The writer is here now: the card is marked on the page and its line stays in view."""
        self._mark.focus(focus)
        self._scheduler.soon(self._work("follow"), self._mark.follow)

    def start(self) -> None:
        """The worker may be asked from now on (after the first paint)."""
        self._started = True
        self._ask()

    def close(self) -> None:
        """The pane goes away: no more answers are wanted."""
        ends, self._ends = self._ends, ()
        for end in ends:
            end()
        for work in ("request", "place", "follow"):
            self._scheduler.cancel(self._work(work))

    def changed(self) -> None:
        """The release is another: ask for its pages shortly."""
        self._asked = None
        if self._started:
            self._scheduler.after(self._work("request"), theme.PREVIEW_DELAY_MS, self._ask)

    def show_top(self) -> None:
        """Another release: go to the first page."""
        self._mark.forget()
        self.canvas.yview_moveto(0)

    def set_zoom(self, zoom: Zoom) -> None:
        """Show pages at this share of their true size, or as they fit. The middle of the view stays."""
        middle = self._middle()
        self._zoom = zoom
        self._arrange()
        self.canvas.yview_moveto(max(0.0, middle - self._view_share() / 2))

    def zoom_step(self, direction: int) -> None:
        """One step larger (+1) or smaller (-1)."""
        stack = self._stack()
        now = shown_zoom(width=stack.width, size_mm=self._size_mm, scale=theme.true_scale(self))
        self.set_zoom(next_zoom(now, theme.ZOOM_STEPS, direction))

    def _build_canvas(self) -> None:
        frame = self._frame = tk.Frame(self, background=theme.DESK)
        frame.pack(side="top", fill="both", expand=True)
        frame.grid_rowconfigure(0, weight=1)
        frame.grid_columnconfigure(0, weight=1)
        self.canvas = tk.Canvas(
            frame,
            background=theme.DESK,
            highlightthickness=theme.px(self, theme.HAIR),
            highlightbackground=theme.DESK,
            highlightcolor=theme.NAVY,
            takefocus=True,
            borderwidth=0,
            yscrollincrement=1,
            xscrollincrement=1,
        )
        self.canvas.grid(row=0, column=0, sticky="nsew")
        self._upright = ttk.Scrollbar(frame, orient="vertical", command=self._dragged)
        self._upright.grid(row=0, column=1, sticky="ns")
        self._across = ttk.Scrollbar(frame, orient="horizontal", command=self.canvas.xview)
        self.canvas.configure(yscrollcommand=self._scrolled, xscrollcommand=self._across.set)
        self._slots = PageSlots(self.canvas)
        self._mark = ActiveMark(self.canvas, stack=self._stack, width_mm=lambda: self._size_mm[0])
        self.canvas.bind("<Configure>", lambda _event: self._arrange())
        bind_scrolling(self.canvas, zoom_step=self.zoom_step, on_read=self._mark.read)
        self.canvas.bind("<ButtonRelease-1>", self._clicked, add=True)
        self.canvas.bind("<Motion>", self._hovered)

    def _stack(self) -> PageStack:
        margin = theme.px(self, theme.PAGE_MARGIN)
        view_width = self.canvas.winfo_width()
        width = page_width(
            size_mm=self._size_mm,
            zoom=self._zoom,
            view=(view_width, self.canvas.winfo_height()),
            margin=margin,
            widest=theme.px(self, theme.PAGE_WIDEST),
            scale=theme.true_scale(self),
        )
        return PageStack(
            count=self._count,
            width=width,
            height=max(1, round(width * self._size_mm[1] / self._size_mm[0])),
            margin=margin,
            view_width=view_width,
            view_height=self.canvas.winfo_height(),
        )

    def _arrange(self) -> None:
        """Lay the pages out anew: the view, the zoom, or the number of pages changed."""
        stack = self._stack()
        self.canvas.configure(scrollregion=(0, 0, stack.total_width, stack.total_height))
        if stack.total_width > stack.view_width:
            self._across.grid(row=1, column=0, sticky="ew")
        else:
            self._across.grid_remove()
        self._place()

    def _place(self) -> None:
        """Put pictures where they are seen, and ask for those that are not there in this size."""
        stack = self._stack()
        visible = stack.visible(round(self.canvas.canvasy(0)))
        self._slots.place(stack, visible)
        self._mark.place()
        if self._started and self._asked != (visible, stack.width):
            self._scheduler.within(self._work("request"), theme.PREVIEW_DELAY_MS // 4, self._ask)

    def _scrolled(self, first: float, last: float) -> None:
        self._upright.set(first, last)
        self._scheduler.soon(self._work("place"), self._place)

    def _dragged(self, *where: str) -> None:
        """The scrollbar was taken by hand."""
        self._mark.read()
        self.canvas.yview(*where)

    def _ask(self) -> None:
        if not self._has_size():
            return  # the canvas asks again when it gets its size
        stack = self._stack()
        visible = stack.visible(round(self.canvas.canvasy(0)))
        self._asked = (visible, stack.width)
        self._link.request(self._make_request(visible, stack.width))

    def _show(self, preview: "Preview") -> None:
        self._trouble.hide()
        self._answered = True
        self._count, self._size_mm = max(1, preview.page_count), preview.page_size_mm
        self._boxes = preview.boxes
        self._slots.forget_from(self._count)
        for page in preview.pages:
            self._slots.keep(page.number, width=page.width_px, height=page.height_px, rgb=page.rgb)
        self._arrange()
        self._mark.show(preview.boxes)

    def _clicked(self, event: "tk.Event[tk.Canvas]") -> None:
        """A click on the page leads to the words in the form."""
        focus = self._words_at(event)
        if focus is not None:
            self._on_pick(focus)

    def _hovered(self, event: "tk.Event[tk.Canvas]") -> None:
        """Over words the pointer is a text's."""
        wanted = "xterm" if self._words_at(event) is not None else ""
        if str(self.canvas.cget("cursor")) != wanted:
            self.canvas.configure(cursor=wanted)

    def _words_at(self, event: "tk.Event[tk.Canvas]") -> Focus | None:
        stack = self._stack()
        x, y = self.canvas.canvasx(event.x), self.canvas.canvasy(event.y)
        page = stack.page_at(round(y))
        pt_per_pixel = self._size_mm[0] / MM_PER_INCH * PT_PER_INCH / stack.width
        return place_at(self._boxes, page, (x - stack.left()) * pt_per_pixel, (y - stack.top(page)) * pt_per_pixel)

    def _has_size(self) -> bool:
        """Whether the canvas has been laid out: before that Tk calls it one pixel wide."""
        return bool(self.canvas.winfo_width() > 1)

    def _show_trouble(self, trouble: "WorkerTrouble") -> None:
        if trouble.channel in (None, self._channel):
            self._trouble.show()

    def _try_again(self) -> None:
        self._trouble.hide()
        self._link.start()
        self._ask()

    def _middle(self) -> float:
        first, last = self.canvas.yview()
        return (first + last) / 2

    def _view_share(self) -> float:
        first, last = self.canvas.yview()
        return last - first

    def _work(self, what: str) -> str:
        """The scheduler's name for what this view does later."""
        return f"{self._channel}-{what}"
