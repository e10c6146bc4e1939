"""The page beside the form: the real PDF, painted by the render worker, with zoom and scrolling."""

from collections.abc import Callable, Sequence
from functools import partial
import tkinter as tk
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from humas_desk.desk.history import Focus
from humas_desk.ui import theme
from humas_desk.ui.actions import Actions
from humas_desk.ui.page_pick import ShownPlace, place_at
from humas_desk.ui.page_slots import PageSlots
from humas_desk.ui.page_stack import MM_PER_INCH, PT_PER_INCH, PageStack, next_zoom, page_width, shown_zoom
from humas_desk.ui.scheduler import Scheduler
from humas_desk.ui.worker_link import WorkerLink
from humas_desk.wording import _, ngettext

if TYPE_CHECKING:
    from humas_desk.desk.requests import Preview, PreviewRequest, WorkerTrouble

CHANNEL = "page"
A4_MM = (210.0, 297.0)
REQUEST = "preview-request"
PLACE = "preview-place"

RequestMaker = Callable[[tuple[int, ...], int], "PreviewRequest"]
"""Visible pages and their width in pixels → what the worker is asked."""


class PreviewPane(tk.Frame):
    """Shows pages; asks only for those that are seen, at the width they are seen at."""

    def __init__(
        self,
        parent: tk.Misc,
        *,
        actions: Actions,
        link: WorkerLink,
        scheduler: Scheduler,
        make_request: RequestMaker,
        on_answer: "Callable[[Preview], None]",
        on_pick: Callable[[Focus], None],
        zoom: float | None = None,
    ) -> None:
        super().__init__(parent, background=theme.CHROME)
        self._link = link
        self._scheduler = scheduler
        self._make_request = make_request
        self._on_answer = on_answer
        self._on_pick = on_pick
        self._boxes: Sequence[ShownPlace] = ()
        self._zoom = zoom
        self._size_mm = A4_MM
        self._count = 1
        self._started = False
        self._answered = False
        self._asked: tuple[tuple[int, ...], int] | None = None
        self._build_bar(actions)
        self._trouble = _TroubleStrip(self, self._try_again)
        self._build_canvas()
        self._slots = PageSlots(self.canvas)
        self._ends: tuple[Callable[[], None], ...] = (
            link.watch(CHANNEL, self._show),
            link.on_trouble(self._show_trouble),
        )

    @property
    def page_count(self) -> int:
        """How many pages the release has; 0 before the first answer."""
        return self._count if self._answered else 0

    @property
    def zoom(self) -> float | None:
        """Share of the true size; None: fits the width."""
        return self._zoom

    def start(self) -> None:
        """The worker may be asked from now on (after the first paint)."""
        self._started = True
        self._ask()

    def close(self) -> None:
        """The pane goes away: no more answers are wanted."""
        ends, self._ends = self._ends, ()
        for end in ends:
            end()
        for name in (REQUEST, PLACE):
            self._scheduler.cancel(name)

    def changed(self) -> None:
        """The release is another: ask for its pages shortly."""
        self._asked = None
        if self._started:
            self._scheduler.after(REQUEST, theme.PREVIEW_DELAY_MS, self._ask)

    def show_top(self) -> None:
        """Go to the first page."""
        self.canvas.yview_moveto(0)

    def set_zoom(self, zoom: float | None) -> None:
        """Show pages at this share of their true size; None fits the width. The middle of the view stays."""
        middle = self._middle()
        self._zoom = zoom
        self._arrange()
        self.canvas.yview_moveto(max(0.0, middle - self._view_share() / 2))

    def zoom_step(self, direction: int) -> None:
        """One step larger (+1) or smaller (-1)."""
        stack = self._stack()
        now = shown_zoom(width=stack.width, size_mm=self._size_mm, scale=theme.true_scale(self))
        self.set_zoom(next_zoom(now, theme.ZOOM_STEPS, direction))

    def _build_bar(self, actions: Actions) -> None:
        bar = ttk.Frame(self, bootstyle=theme.SURFACE_CHROME, height=theme.px(self, theme.PANE_BAR_HEIGHT))
        bar.pack(side="top", fill="x")
        bar.pack_propagate(False)
        quiet = f"{theme.SURFACE_CHROME} secondary"
        self._heading = ttk.Label(bar, text=_("Preview"), font=theme.SMALL_TEXT, bootstyle=quiet)
        self._heading.pack(side="left", padx=theme.px(self, theme.PAD))
        edge = theme.px(self, theme.SMALL)
        for action_id in ("zoom-fit", "zoom-in", "zoom-out"):
            button = ttk.Button(
                bar,
                icon=actions[action_id].icon or "",
                icon_only=True,
                command=partial(actions.run, action_id),
                bootstyle=f"{theme.SURFACE_CHROME} ghost",
            )
            button.pack(side="right", padx=(0, edge))
            ttk.ToolTip(button, text=actions.hint(action_id))
        self._percent = ttk.Label(bar, font=theme.SMALL_TEXT, bootstyle=quiet)
        self._percent.pack(side="right", padx=theme.px(self, theme.GAP))

    def _build_canvas(self) -> None:
        frame = tk.Frame(self, background=theme.DESK)
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
        self._upright = ttk.Scrollbar(frame, orient="vertical", command=self.canvas.yview)
        self._upright.grid(row=0, column=1, sticky="ns")
        self._across = ttk.Scrollbar(frame, orient="horizontal", command=self.canvas.xview)
        self.canvas.configure(yscrollcommand=self._scrolled, xscrollcommand=self._across.set)
        self.canvas.bind("<Configure>", lambda _event: self._arrange())
        bind_scrolling(self.canvas, self.zoom_step)
        self.canvas.bind("<ButtonRelease-1>", self._clicked, add=True)

    def _stack(self) -> PageStack:
        margin = theme.px(self, theme.PAGE_MARGIN)
        view_width = self.canvas.winfo_width()
        width = page_width(
            size_mm=self._size_mm,
            zoom=self._zoom,
            view_width=view_width,
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
        percent = shown_zoom(width=stack.width, size_mm=self._size_mm, scale=theme.true_scale(self))
        self._percent.configure(text=f"{percent:.0%}")
        self._place()

    def _place(self) -> None:
        """Put pictures where they are seen, and ask for those that are not there in this size."""
        stack = self._stack()
        visible = stack.visible(round(self.canvas.canvasy(0)))
        self._slots.place(stack, visible)
        if self._started and self._asked is not None and self._asked != (visible, stack.width):
            self._scheduler.within(REQUEST, theme.PREVIEW_DELAY_MS // 4, self._ask)

    def _scrolled(self, first: float, last: float) -> None:
        self._upright.set(first, last)
        self._scheduler.soon(PLACE, self._place)

    def _ask(self) -> None:
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
        pages = ngettext("{count} page", "{count} pages", self._count).format(count=self._count)
        self._heading.configure(text=f"{_('Preview')}  ·  {pages}")
        self._arrange()
        self._on_answer(preview)

    def _clicked(self, event: "tk.Event[tk.Canvas]") -> None:
        """A click on the page leads to the words in the form."""
        stack = self._stack()
        x, y = self.canvas.canvasx(event.x), self.canvas.canvasy(event.y)
        page = stack.page_at(round(y))
        pt_per_pixel = self._size_mm[0] / MM_PER_INCH * PT_PER_INCH / stack.width
        focus = place_at(self._boxes, page, (x - stack.left()) * pt_per_pixel, (y - stack.top(page)) * pt_per_pixel)
        if focus is not None:
            self._on_pick(focus)

    def _show_trouble(self, _trouble: "WorkerTrouble") -> None:
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


class _TroubleStrip(tk.Frame):
    """A calm strip over the pages when they cannot be drawn; the last pages stay below it."""

    def __init__(self, pane: tk.Misc, try_again: Callable[[], None]) -> None:
        super().__init__(pane, background=theme.AMBER_SOFT)
        row = ttk.Frame(self, bootstyle=theme.SURFACE_AMBER, padding=theme.pair(self, theme.PAD, theme.GAP))
        row.pack(fill="x")
        text = _("The preview cannot be drawn right now. You can go on writing and export later. Try again.")
        ttk.Button(row, text=_("Try again"), command=try_again, bootstyle=f"{theme.SURFACE_AMBER} outline").pack(
            side="right"
        )
        ttk.Label(
            row,
            text=text,
            icon="exclamation-triangle",
            icon_size=theme.ICON,
            compound="left",
            font=theme.UI,
            wraplength=theme.px(self, theme.LABEL_WRAP),
            bootstyle=theme.SURFACE_AMBER,
        ).pack(side="left")

    def show(self) -> None:
        """Open the strip below the pane's bar."""
        self.pack(side="top", fill="x", after=self.master.winfo_children()[0])

    def hide(self) -> None:
        """Fold it away."""
        self.pack_forget()


def bind_scrolling(canvas: tk.Canvas, zoom_step: Callable[[int], None]) -> None:
    """Wheel, shift and wheel, Ctrl and wheel, and the arrow and page keys."""
    step = theme.px(canvas, theme.WHEEL_STEP)

    def down(direction: int) -> None:
        canvas.yview_scroll(-direction * step, "units")

    def across(direction: int) -> None:
        canvas.xview_scroll(-direction * step, "units")

    for modifier, turn in (("", down), ("Shift-", across), ("Control-", zoom_step)):
        _bind_wheel(canvas, modifier, turn)
    canvas.bind("<Button-1>", lambda _event: canvas.focus_set())
    moves: dict[str, Callable[[], object]] = {
        "<Up>": partial(down, 1),
        "<Down>": partial(down, -1),
        "<Prior>": partial(canvas.yview_scroll, -1, "pages"),
        "<Next>": partial(canvas.yview_scroll, 1, "pages"),
        "<Home>": partial(canvas.yview_moveto, 0),
        "<End>": partial(canvas.yview_moveto, 1),
    }
    for key, move in moves.items():
        canvas.bind(key, partial(_take, move))


def _take(move: Callable[[], object], _event: object) -> None:
    move()


def _bind_wheel(canvas: tk.Canvas, modifier: str, turn: Callable[[int], None]) -> None:
    canvas.bind(f"<{modifier}MouseWheel>", lambda event: turn(1 if event.delta > 0 else -1))
    canvas.bind(f"<{modifier}Button-4>", lambda _event: turn(1))
    canvas.bind(f"<{modifier}Button-5>", lambda _event: turn(-1))
