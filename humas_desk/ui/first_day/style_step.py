"""The second step: the template by its picture, the dateline by what it looks like."""

from collections.abc import Callable, Sequence
import datetime as dt
import tkinter as tk

from PIL import Image as Pixels
from PIL import ImageTk
import ttkbootstrap as ttk

from humas_desk.desk.office_editing import dateline_options
from humas_desk.desk.offices import OfficeEntry
from humas_desk.desk.requests import Job, Preview, PreviewRequest
from humas_desk.desk.templates import TemplateChoice
from humas_desk.release.office import Office
from humas_desk.ui import theme
from humas_desk.ui.fields.line_field import label_above
from humas_desk.ui.shell import Shell
from humas_desk.wording import _

DATELINES = 5
"""The first of the house's forms; the others stand in the settings."""


class StyleStep(tk.Frame):
    """Pictures of the open release's first page, one for each template, and datelines as sentences."""

    def __init__(
        self,
        parent: tk.Misc,
        *,
        shell: Shell,
        templates: Sequence[TemplateChoice],
        on_template: Callable[[str], None],
        on_dateline: Callable[[str], None],
    ) -> None:
        super().__init__(parent, background=theme.PAPER)
        self._shell = shell
        self._pictures: dict[str, ImageTk.PhotoImage] = {}
        self._template = tk.StringVar(self)
        self._dateline = tk.StringVar(self)
        label_above(self, _("Template"), theme.PAPER).pack(fill="x")
        row = tk.Frame(self, background=theme.PAPER)
        row.pack(fill="x", pady=theme.pair(self, theme.TINY, theme.WIDE))
        self.buttons: dict[str, ttk.Radiobutton] = {}
        for choice in templates:
            self.buttons[choice.name] = self._button(row, choice, on_template)
        label_above(self, _("Dateline: place and day before the first sentence"), theme.PAPER).pack(fill="x")
        self._list = tk.Frame(self, background=theme.PAPER)
        self._list.pack(fill="x", pady=theme.pair(self, theme.SMALL, 0))
        self._on_dateline = on_dateline
        self._ends = [shell.link.watch(_channel(name), self._arrived) for name in self.buttons]

    @property
    def first_input(self) -> tk.Misc:
        """Where the cursor begins: the template that is chosen."""
        return self.buttons.get(self._template.get()) or next(iter(self.buttons.values()))

    @property
    def sentences(self) -> tuple[str, ...]:
        """The datelines that can be chosen, as they are read."""
        return tuple(str(child.cget("text")) for child in self._list.winfo_children())

    @property
    def painted(self) -> frozenset[str]:
        """The templates whose pictures have come."""
        return frozenset(self._pictures)

    def show(self, entry: OfficeEntry, today: dt.date) -> None:
        """This office's choices; pictures come as the worker makes them."""
        self._template.set(entry.office.template)
        self._show_datelines(entry.office, today)
        session = self._shell.desk.session
        for name in self.buttons:
            job = Job(release=session.release, photos=session.photos, office=entry, template=name)
            width = theme.px(self, theme.STYLE_PICTURE[0])
            self._shell.link.request(PreviewRequest(channel=_channel(name), job=job, pages=(0,), width_px=width))

    def close(self) -> None:
        """No more pictures are wanted."""
        for end in self._ends:
            end()

    def _button(self, row: tk.Frame, choice: TemplateChoice, on_template: Callable[[str], None]) -> ttk.Radiobutton:
        width, height = theme.pair(self, *theme.STYLE_PICTURE)
        blank = ImageTk.PhotoImage(Pixels.new("RGB", (width, height), theme.SHEET), master=self)
        button = ttk.Radiobutton(
            row,
            text=choice.title,
            value=choice.name,
            variable=self._template,
            image=blank,
            compound="top",
            command=lambda: on_template(choice.name),
            bootstyle="primary outline toolbutton",
        )
        self._blank = blank
        button.pack(side="left", padx=theme.pair(self, 0, theme.SMALL))
        return button

    def _show_datelines(self, office: Office, today: dt.date) -> None:
        for child in self._list.winfo_children():
            child.destroy()
        options = dateline_options(office, today)
        shown = [*options[:DATELINES], *(one for one in options[DATELINES:] if one.pattern == office.dateline_pattern)]
        self._dateline.set(office.dateline_pattern)
        for option in shown:
            text = f"{option.example} {_('Residents are invited …')}".strip()
            ttk.Radiobutton(
                self._list,
                text=text,
                value=option.pattern,
                variable=self._dateline,
                command=lambda: self._on_dateline(self._dateline.get()),
            ).pack(anchor="w", pady=theme.px(self, theme.TINY))

    def _arrived(self, preview: Preview) -> None:
        name = preview.channel.removeprefix(_channel(""))
        page = next(iter(preview.pages), None)
        if page is None or name not in self.buttons or not self.winfo_exists():
            return
        pixels = Pixels.frombytes("RGB", (page.width_px, page.height_px), page.rgb)
        width, height = theme.pair(self, *theme.STYLE_PICTURE)
        self._pictures[name] = ImageTk.PhotoImage(pixels.crop((0, 0, width, height)), master=self)
        self.buttons[name].configure(image=self._pictures[name])


def _channel(template: str) -> str:
    return f"style-{template}"
