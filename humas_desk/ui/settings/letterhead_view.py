"""The first page under an office's letterhead, live beside its fields."""

import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.desk.desk import Desk
from humas_desk.desk.offices import OfficeEntry
from humas_desk.desk.requests import Job, Preview, PreviewRequest
from humas_desk.ui import theme
from humas_desk.ui.page_slots import PageSlots
from humas_desk.ui.page_stack import PageStack
from humas_desk.ui.scheduler import Scheduler
from humas_desk.ui.worker_link import WorkerLink
from humas_desk.wording import _

CHANNEL = "letterhead"
REQUEST = "letterhead-request"
A4_MM = (210.0, 297.0)


class LetterheadView(tk.Frame):
    """The upper part of the open release's first page, as this office would send it."""

    def __init__(self, parent: tk.Misc, *, desk: Desk, link: WorkerLink, scheduler: Scheduler) -> None:
        super().__init__(parent, background=theme.DESK)
        self._desk = desk
        self._link = link
        self._scheduler = scheduler
        self._entry: OfficeEntry | None = None
        self._template: str | None = None
        self._size_mm = A4_MM
        ttk.Label(
            self, text=_("This is how it looks"), font=theme.SMALL_TEXT, bootstyle=f"{theme.SURFACE_DESK} secondary"
        ).pack(anchor="w", padx=theme.px(self, theme.PAGE_MARGIN), pady=theme.pair(self, theme.INSET, 0))
        self._canvas = tk.Canvas(self, background=theme.DESK, highlightthickness=0, borderwidth=0)
        self._canvas.pack(fill="both", expand=True)
        self._canvas.bind("<Configure>", lambda _event: self._resized())
        self._slots = PageSlots(self._canvas)
        self._end_watch = link.watch(CHANNEL, self._arrived)
        self.bind("<Destroy>", lambda _event: self.close())

    def show(self, entry: OfficeEntry, *, template: str | None = None) -> None:
        """The page of this office, shortly; `template` None: the one the release goes out with."""
        self._entry = entry
        self._template = template
        self._scheduler.after(REQUEST, theme.PREVIEW_DELAY_MS, self._ask)

    def close(self) -> None:
        """No more answers are wanted, also when the window around it goes away first."""
        self._scheduler.cancel(REQUEST)
        self._end_watch()

    @property
    def has_picture(self) -> bool:
        """Whether a page is painted."""
        return self._slots.has_picture(0)

    def _ask(self) -> None:
        if self._entry is None:
            return
        session = self._desk.session
        job = Job(release=session.release, photos=session.photos, office=self._entry, template=self._template)
        self._link.request(PreviewRequest(channel=CHANNEL, job=job, pages=(0,), width_px=self._stack().width))

    def _arrived(self, preview: Preview) -> None:
        self._size_mm = preview.page_size_mm
        for page in preview.pages:
            self._slots.keep(page.number, width=page.width_px, height=page.height_px, rgb=page.rgb)
        self._slots.place(self._stack(), (0,))

    def _resized(self) -> None:
        self._slots.place(self._stack(), (0,))
        self._scheduler.after(REQUEST, theme.PREVIEW_DELAY_MS, self._ask)

    def _stack(self) -> PageStack:
        margin = theme.px(self, theme.PAGE_MARGIN)
        width = max(1, self._canvas.winfo_width() - 2 * margin)
        return PageStack(
            count=1,
            width=width,
            height=max(1, round(width * self._size_mm[1] / self._size_mm[0])),
            margin=margin,
            view_width=self._canvas.winfo_width(),
            view_height=self._canvas.winfo_height(),
        )
