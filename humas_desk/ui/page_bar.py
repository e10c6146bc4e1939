"""The strip over the pages: how much paper the release takes, one page as a switch, and the zoom."""

from functools import partial
import tkinter as tk
from tkinter.font import nametofont
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from humas_desk.ui import theme
from humas_desk.ui.actions import Actions
from humas_desk.ui.fields.shortening import shortened
from humas_desk.ui.page_meter_line import MeterLine, meter_line
from humas_desk.wording import _

if TYPE_CHECKING:
    from humas_desk.desk.requests import Preview

ZOOMS = ("zoom-fit", "zoom-in", "zoom-out")
"""From right to left; what stands there in every width."""
MORE_ZOOMS = ("zoom-page", "zoom-true")


class PageBar(ttk.Frame):
    """Says what the last answer told; its buttons are actions of the table, and come with `add_tools`."""

    def __init__(self, parent: tk.Misc, actions: Actions) -> None:
        super().__init__(parent, bootstyle=theme.SURFACE_CHROME, height=theme.px(parent, theme.PANE_BAR_HEIGHT))
        self.pack_propagate(False)
        self._actions = actions
        self._line = MeterLine(text=_("Preview"))
        self._fit = tk.BooleanVar(self)
        self._spare: tuple[tk.Widget, ...] = ()
        self._build()
        self.bind("<Configure>", lambda event: self._fit_into(event.width))
        actions.on_refresh(self._show_fit)
        self._show_fit()

    @property
    def text(self) -> str:
        """What the meter says."""
        return self._line.text

    def show(self, preview: "Preview") -> None:
        """How much paper these pages are."""
        line = meter_line(preview.meter, preview.fit)
        if line != self._line:
            self._line = line
            tone = "warning" if line.is_over else "secondary"
            icon = "exclamation-triangle" if line.is_over else ""
            self._meter.configure(
                text=f" {line.text}" if icon else line.text, icon=icon, bootstyle=f"{theme.SURFACE_CHROME} {tone}"
            )
            self._words = str(self._meter["text"])
            self._hint.configure(text=line.hint)
            self._fit_into(self.winfo_width())

    def show_percent(self, share: float) -> None:
        """The share of the true size that pages are shown at."""
        self._percent.configure(text=f"{share:.0%}")

    def _build(self) -> None:
        quiet = f"{theme.SURFACE_CHROME} secondary"
        self._meter = ttk.Label(
            self,
            text=self._line.text,
            font=theme.SMALL_TEXT,
            bootstyle=quiet,
            compound="left",
            icon_size=theme.ICON_SMALL,
        )
        self._words = self._line.text
        self._meter.pack(side="left", padx=theme.px(self, theme.PAD))
        self._hint = ttk.ToolTip(self._meter, text=self._line.hint)
        self._percent = ttk.Label(self, font=theme.SMALL_TEXT, bootstyle=quiet)

    def add_tools(self) -> None:
        """The buttons for pages; not before there is somebody who makes pages."""
        edge = theme.px(self, theme.SMALL)
        for action_id in ZOOMS:
            self._button(action_id).pack(side="right", padx=(0, edge), before=self._meter)
        fit = ttk.Checkbutton(
            self,
            text=self._actions["fit-page"].short_label,
            variable=self._fit,
            command=partial(self._actions.run, "fit-page"),
            bootstyle=theme.SURFACE_CHROME,
        )
        fit.pack(side="left")
        self._one_page = fit
        ttk.ToolTip(fit, text=self._actions.hint("fit-page"))
        self._spare = (fit, self._percent, *(self._button(action_id) for action_id in MORE_ZOOMS))
        self._fit_into(self.winfo_width())

    def _button(self, action_id: str) -> tk.Widget:
        button = ttk.Button(
            self,
            icon=self._actions[action_id].icon or "",
            icon_only=True,
            command=partial(self._actions.run, action_id),
            bootstyle=f"{theme.SURFACE_CHROME} ghost",
        )
        ttk.ToolTip(button, text=self._actions.hint(action_id))
        return button

    def _fit_into(self, width: int) -> None:
        """One page as a switch, the percentage and the rarer zooms stand there where there is room for them."""
        gap, pad = theme.px(self, theme.SMALL), theme.px(self, theme.PAD)
        zooms = sum(
            child.winfo_reqwidth() + gap for child in self.pack_slaves() if child not in (self._meter, *self._spare)
        )
        font = nametofont(theme.SMALL_TEXT, self)
        room = width - zooms - font.measure(self._words) - theme.px(self, theme.ROOMY)
        words = shortened(self._words, lambda text: font.measure(text) <= width - zooms - 3 * pad)
        if words != self._meter["text"] and width > 1:
            self._meter.configure(text=words)
        for widget in self._spare:
            room -= widget.winfo_reqwidth() + gap
            if room < 0:
                widget.pack_forget()
            elif not widget.winfo_manager():
                widget.pack(side="left" if widget is self._one_page else "right", padx=(0, gap))

    def _show_fit(self) -> None:
        checked = self._actions["fit-page"].checked
        self._fit.set(checked is not None and checked())
