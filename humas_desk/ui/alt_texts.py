"""Photos without an alternative text, asked for where the files are made: a thumbnail and one line each."""

from collections.abc import Callable
import re
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.desk.editing import get
from humas_desk.desk.thumbnails import thumbnail
from humas_desk.release.problems import ProblemCode
from humas_desk.ui import theme
from humas_desk.ui.fields.field import Field
from humas_desk.ui.fields.line_field import LineField
from humas_desk.ui.settings.scrolled import Scrolled
from humas_desk.ui.shell import Shell
from humas_desk.wording import _, ngettext

MOST_ROWS = 3
"""Rows that are seen at once; more are scrolled to."""


class AltTexts(tk.Frame):
    """What is typed goes into the release at once. It takes no room when every photo has its text."""

    def __init__(self, parent: tk.Misc, shell: Shell, *, on_change: Callable[[], None]) -> None:
        super().__init__(parent, background=theme.PAPER, height=theme.px(parent, theme.HAIR))
        self._session = shell.desk.session
        self._on_change = on_change
        self._pictures: list[tk.PhotoImage] = []
        places = [one.place for one in self._session.problems() if one.code is ProblemCode.ALT_MISSING]
        self.fields: dict[str, LineField] = {}
        if places:
            self._build(places)

    @property
    def missing(self) -> int:
        """How many of these photos have no text yet."""
        return sum(not str(get(self._session.release, place)).strip() for place in self.fields)

    def _build(self, places: list[str]) -> None:
        count = len(places)
        what = ngettext(
            "{count} photo has no alternative text yet.", "{count} photos have no alternative text yet.", count
        ).format(count=count)
        ttk.Label(self, text=what, font=theme.UI_BOLD).pack(anchor="w")
        why = _("Say what it shows in one line, for readers who listen to the page.")
        ttk.Label(self, text=why, font=theme.UI, bootstyle="secondary").pack(
            anchor="w", pady=theme.pair(self, 0, theme.SNUG)
        )
        rows = self._place_for_rows(count)
        for place in places:
            self.fields[place] = self._row(rows, place)
        if isinstance(rows.master.master, Scrolled):
            rows.master.master.bind_wheel()

    def _place_for_rows(self, count: int) -> tk.Frame:
        """A frame for the rows; it scrolls when there are many."""
        if count <= MOST_ROWS:
            rows = tk.Frame(self, background=theme.PAPER)
            rows.pack(fill="x")
            return rows
        height = theme.px(self, (theme.THUMBNAIL_SMALL[1] + theme.SNUG) * MOST_ROWS + theme.WIDE)
        holder = tk.Frame(self, background=theme.PAPER, height=height)
        holder.pack_propagate(False)
        holder.pack(fill="x")
        scrolled = Scrolled(holder)
        scrolled.pack(fill="both", expand=True)
        return scrolled.inside

    def _row(self, rows: tk.Frame, place: str) -> LineField:
        width, height = theme.pads(self, *theme.THUMBNAIL_SMALL)
        frame = tk.Frame(rows, background=theme.PAPER)
        frame.pack(fill="x", pady=theme.pair(self, 0, theme.SNUG))
        box = tk.Frame(frame, background=theme.CHROME, width=width, height=height)
        box.pack_propagate(False)
        box.pack(side="left", padx=theme.pair(self, 0, theme.INSET))
        self._show_picture(box, str(get(self._session.release, re.sub(r"alt$", "file", place))), width, height)
        field = LineField(frame, place, self._typed, placeholder=_("What the picture shows"))
        field.frame.pack(side="left", fill="x", expand=True)
        field.entry.bind("<Return>", _next_field)
        return field

    def _show_picture(self, box: tk.Frame, name: str, width: int, height: int) -> None:
        """The photo; the file's name when it is not there."""
        label = tk.Label(box, background=theme.CHROME, foreground=theme.INK_SOFT, font=theme.SMALL_TEXT)
        label.configure(borderwidth=0, wraplength=width)
        image = self._session.photos.get(name)
        if image is None:
            label.configure(text=name)
        else:
            picture = tk.PhotoImage(master=self, data=thumbnail(image, width, height), format="ppm")
            self._pictures.append(picture)
            label.configure(image=picture)
        label.pack(fill="both", expand=True)

    def _typed(self, field: Field, value: object) -> None:
        self._session.put(field.name, value)
        self._on_change()


def _next_field(event: "tk.Event[tk.Misc]") -> str:
    """Enter goes on to the next input and does not make the files."""
    event.widget.event_generate("<<NextWindow>>")
    return "break"
