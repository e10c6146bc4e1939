"""What the archive's list is narrowed by: words, year and month, status, kind, speaker; and its order."""

from collections.abc import Callable, Sequence
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.archive.values import Search, Sort, Status
from humas_desk.desk.shown_dates import month_name
from humas_desk.release.release import Kind
from humas_desk.ui import theme
from humas_desk.ui.fields import text_keys
from humas_desk.ui.fields.choice_field import ChoiceField, Option
from humas_desk.ui.fields.empty_hint import hint_while_empty
from humas_desk.ui.fields.field import Field
from humas_desk.ui.records.record_words import KINDS, STATUSES
from humas_desk.wording import _, mark

_ORDERS = {
    Sort.NEWEST: mark("Newest first"),
    Sort.OLDEST: mark("Oldest first"),
    Sort.TITLE: mark("By title"),
    Sort.CHANGED: mark("Changed last"),
}
_WIDTHS = (4, 4, 6, 5, 7, 5)


class FilterBar(tk.Frame):
    """A line to search in, and the filters below it; every change is told at once."""

    def __init__(self, parent: tk.Misc, *, on_change: Callable[[], object]) -> None:
        super().__init__(parent, background=theme.CHROME)
        self._on_change = on_change
        self._year: int | None = None
        self._month: int | None = None
        self._status: Status | None = None
        self._kind: Kind | None = None
        self._sort = Sort.NEWEST
        self.words = tk.StringVar(self)
        self.speaker = tk.StringVar(self)
        self._speakers: tuple[str, ...] = ()
        self._build_search()
        self._build_filters()
        self.words.trace_add("write", lambda *_names: self._changed())
        self._allow()

    @property
    def wanted(self) -> Search:
        """What is looked for."""
        return Search(
            words=self.words.get(),
            year=self._year,
            month=self._month if self._year is not None else None,
            status=self._status,
            kind=self._kind,
            speaker=self.speaker.get(),
            sort=self._sort,
        )

    @property
    def is_narrow(self) -> bool:
        """Whether anything is left out of the list."""
        return self.wanted != Search(sort=self._sort)

    def show_years(self, years: Sequence[int]) -> None:
        """The years that have releases."""
        self.years.show_options([(None, _("All years")), *((year, str(year)) for year in years)])

    def show_speakers(self, names: Sequence[str]) -> None:
        """Everybody who was quoted."""
        self._speakers = tuple(names)
        self._speaker_box.configure(values=self._speakers)

    def clear(self) -> None:
        """Everything is in the list again."""
        self._year = self._month = self._status = self._kind = None
        for field in (self.years, self.months, self.statuses, self.kinds):
            field.show(None)
        self.speaker.set("")
        self.words.set("")
        self._changed()

    def _build_search(self) -> None:
        row = tk.Frame(self, background=theme.CHROME)
        row.pack(fill="x", padx=theme.px(self, theme.PAD), pady=theme.pair(self, theme.GAP, theme.SMALL))
        ttk.Label(row, icon="search", icon_size=theme.ICON, bootstyle=f"{theme.SURFACE_CHROME} secondary").pack(
            side="left", padx=theme.pair(self, 0, theme.GAP)
        )
        self.entry = ttk.Entry(row, textvariable=self.words, font=theme.BODY, exportselection=False)
        text_keys.install(self.entry)
        hint_while_empty(
            self.entry, self.words, _("Title, text, speaker or number; two letters are enough"), font=theme.BODY
        )
        self.entry.pack(side="left", fill="x", expand=True)
        self.count = tk.Label(row, font=theme.SMALL_TEXT, background=theme.CHROME, foreground=theme.INK_SOFT)
        self.count.configure(borderwidth=0, anchor="e")
        self.count.pack(side="left", padx=theme.pair(self, theme.PAD, 0))
        self._clear = ttk.Button(row, text=_("Show all"), command=self.clear)
        self._clear.configure(bootstyle=f"{theme.SURFACE_CHROME} outline")
        self._clear.pack(side="left", padx=theme.pair(self, theme.GAP, 0))

    def _build_filters(self) -> None:
        row = tk.Frame(self, background=theme.CHROME)
        row.pack(fill="x", padx=theme.px(self, theme.PAD), pady=theme.pair(self, 0, theme.GAP))
        months: list[Option] = [(number, month_name(number)) for number in range(1, 13)]
        statuses: list[Option] = [(status, _(words)) for status, words in STATUSES.items()]
        kinds: list[Option] = [(kind, _(words)) for kind, words in KINDS.items()]
        orders: list[Option] = [(sort, _(words)) for sort, words in _ORDERS.items()]
        self.years = self._choice(row, "year", _("Year"), [(None, _("All years"))])
        self.months = self._choice(row, "month", _("Month"), [(None, _("All months")), *months])
        self.statuses = self._choice(row, "status", _("Status"), [(None, _("Every status")), *statuses])
        self.kinds = self._choice(row, "kind", _("Kind"), [(None, _("Every kind")), *kinds])
        speaker = self._speaker_frame(row)
        self.sorts = self._choice(row, "sort", _("Order"), orders)
        self.sorts.show(self._sort)
        frames = (self.years.frame, self.months.frame, self.statuses.frame, self.kinds.frame, speaker, self.sorts.frame)
        gap = theme.pair(self, 0, theme.GAP)
        for column, (frame, weight) in enumerate(zip(frames, _WIDTHS, strict=True)):
            frame.grid(row=0, column=column, sticky="ew", padx=gap if column < len(frames) - 1 else 0)
            row.grid_columnconfigure(column, weight=weight, uniform="filter")

    def _choice(self, row: tk.Misc, name: str, label: str, options: Sequence[Option]) -> ChoiceField:
        return ChoiceField(row, name, self._chosen, label=label, options=options, ground=theme.CHROME)

    def _speaker_frame(self, row: tk.Misc) -> tk.Frame:
        frame = tk.Frame(row, background=theme.CHROME)
        label = tk.Label(frame, text=_("Speaker"), font=theme.SMALL_TEXT, foreground=theme.INK_SOFT)
        label.configure(background=theme.CHROME, borderwidth=0, padx=0, pady=0, anchor="w")
        label.pack(fill="x")
        self._speaker_box = ttk.Combobox(frame, textvariable=self.speaker, font=theme.UI, width=4)
        self._speaker_box.configure(exportselection=False, postcommand=self._fitting_speakers)
        hint_while_empty(self._speaker_box, self.speaker, _("Every speaker"))
        self._speaker_box.pack(fill="x")
        for sequence in ("<<ComboboxSelected>>", "<Return>", "<FocusOut>"):
            self._speaker_box.bind(sequence, lambda _event: self._changed(), add=True)
        return frame

    def _fitting_speakers(self) -> None:
        """Those with what is typed in their name."""
        typed = self.speaker.get().casefold()
        found = [name for name in self._speakers if typed in name.casefold()]
        self._speaker_box.configure(values=found or self._speakers)

    def _chosen(self, field: Field, value: object) -> None:
        setattr(self, f"_{field.name}", value)
        field.show(value)
        self._changed()

    def _changed(self) -> None:
        self._allow()
        self._on_change()

    def _allow(self) -> None:
        """Everything is shown already while nothing narrows the list."""
        self._clear.state(["!disabled" if self.is_narrow else "disabled"])
