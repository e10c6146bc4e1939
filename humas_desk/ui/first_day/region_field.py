"""A region, typed and found in the table: the list below the line shows what fits so far."""

from collections.abc import Callable
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.desk.regions import Region
from humas_desk.ui import theme
from humas_desk.ui.fields.field import Field
from humas_desk.ui.fields.line_field import LineField

ROWS = 3
Found = Callable[[str], tuple[Region, ...]]
"""What was typed → the regions it may mean, by name."""


class RegionField(tk.Frame):
    """`on_text` is told what is typed, `on_region` which region was taken from the list."""

    def __init__(
        self,
        parent: tk.Misc,
        *,
        label: str,
        find: Found,
        on_text: Callable[[str], None],
        on_region: Callable[[Region], None],
    ) -> None:
        super().__init__(parent, background=theme.PAPER)
        self._find = find
        self._on_text = on_text
        self._on_region = on_region
        self._regions: tuple[Region, ...] = ()
        self._has_pointed = False
        self.line = LineField(self, "region", self._typed, label=label)
        self.line.frame.pack(fill="x")
        self.entry = self.line.entry
        self._holder = tk.Frame(self, background=theme.EDGE)
        hair = theme.px(self, theme.HAIR)
        self.box = self._list_box(self._holder)
        self.box.pack(side="left", fill="both", expand=True, padx=hair, pady=(0, hair))
        self._bar = ttk.Scrollbar(self._holder, orient="vertical", command=self.box.yview)
        self.box.configure(yscrollcommand=self._scrolled)
        self._bind_keys()

    @property
    def offered(self) -> tuple[str, ...]:
        """The names in the list."""
        return tuple(region.name for region in self._regions)

    def show(self, text: str) -> None:
        """This region, and what else there is."""
        self.line.show(text)
        self.offer(text)

    def offer(self, text: str) -> None:
        """The list for this text: all regions when it is empty or is a whole name already."""
        self._regions = self._find(text)
        if [region.name for region in self._regions] == [text]:
            self._regions = self._find("")
        self.box.delete(0, "end")
        for region in self._regions:
            beside = "" if region.name == region.province else f"   —   {region.province}"
            self.box.insert("end", f" {region.name}{beside}")
        if self._regions:
            self._holder.pack(fill="x")
            self._point_at(self.offered.index(text) if text in self.offered else 0)
        else:
            self._holder.pack_forget()

    def _scrolled(self, first: float, last: float) -> None:
        """The bar stands there only while there is more than is seen (Tk tells numbers as text)."""
        self._bar.set(first, last)
        if float(first) <= 0 and float(last) >= 1:
            self._bar.pack_forget()
        elif not self._bar.winfo_manager():
            hair = theme.px(self, theme.HAIR)
            self._bar.pack(side="right", fill="y", padx=(0, hair), pady=(0, hair), before=self.box)

    def _list_box(self, parent: tk.Misc) -> tk.Listbox:
        return tk.Listbox(
            parent,
            height=ROWS,
            font=theme.UI,
            activestyle="none",
            exportselection=False,
            takefocus=False,
            background=theme.PAPER,
            foreground=theme.INK,
            selectbackground=theme.SELECTION,
            selectforeground=theme.INK,
            highlightthickness=0,
            borderwidth=0,
            relief="flat",
        )

    def _bind_keys(self) -> None:
        self.entry.bind("<Down>", lambda _event: self._move(1))
        self.entry.bind("<Up>", lambda _event: self._move(-1))
        self.entry.bind("<Next>", lambda _event: self._move(ROWS - 1))
        self.entry.bind("<Prior>", lambda _event: self._move(1 - ROWS))
        for key in ("<Return>", "<KP_Enter>"):
            self.entry.bind(key, lambda _event: self._entered())
        self.box.bind("<ButtonRelease-1>", lambda _event: self._take())

    def _typed(self, _field: Field, value: object) -> None:
        text = str(value)
        self.offer(text)
        self._on_text(text)

    def _move(self, delta: int) -> str:
        chosen = self.box.curselection()
        self._has_pointed = True
        if self._regions:
            self._point_at(min(max(0, (chosen[0] if chosen else 0) + delta), len(self._regions) - 1))
        return "break"

    def _point_at(self, row: int) -> None:
        self.box.selection_clear(0, "end")
        self.box.selection_set(row)
        self.box.see(row)

    def _entered(self) -> str:
        """Enter takes the region that is pointed at, once something was typed or chosen with the arrows."""
        return self._take() if self._has_pointed or self.line.variable.get().strip() else "break"

    def _take(self) -> str:
        chosen = self.box.curselection()
        if chosen and self._regions:
            region = self._regions[chosen[0]]
            self.line.show(region.name)
            self.offer(region.name)
            self.entry.focus_set()
            self.entry.icursor("end")
            self._on_region(region)
            self.entry.event_generate("<<NextWindow>>")
        return "break"
