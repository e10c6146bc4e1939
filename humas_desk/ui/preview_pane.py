"""The page beside the form: the real PDF, with how much paper it takes and the zoom above it."""

from collections.abc import Callable
import tkinter as tk
from typing import TYPE_CHECKING

from humas_desk.desk.history import Focus
from humas_desk.ui import theme
from humas_desk.ui.actions import Actions
from humas_desk.ui.page_bar import PageBar
from humas_desk.ui.page_stack import shown_zoom
from humas_desk.ui.page_view import PageView, RequestMaker
from humas_desk.ui.page_zoom import Fit, Zoom
from humas_desk.ui.scheduler import Scheduler
from humas_desk.ui.worker_link import WorkerLink

if TYPE_CHECKING:
    from humas_desk.desk.requests import Preview

CHANNEL = "page"


class PreviewPane(PageView):
    """The open release's pages, and the bar over them."""

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
        zoom: Zoom = Fit.WIDTH,
    ) -> None:
        super().__init__(
            parent,
            channel=CHANNEL,
            link=link,
            scheduler=scheduler,
            make_request=make_request,
            on_pick=on_pick,
            zoom=zoom,
        )
        self._on_answer = on_answer
        self.bar = PageBar(self, actions)
        self.bar.pack(side="top", fill="x", before=self._frame)
        self.bar.lower()  # Tab comes to it before it comes to the pages

    def start(self) -> None:
        """The worker may be asked from now on (after the first paint)."""
        super().start()
        self.bar.add_tools()

    def _arrange(self) -> None:
        super()._arrange()
        percent = shown_zoom(width=self._stack().width, size_mm=self._size_mm, scale=theme.true_scale(self))
        self.bar.show_percent(percent)

    def _show(self, preview: "Preview") -> None:
        self.bar.show(preview)
        super()._show(preview)
        self._on_answer(preview)
