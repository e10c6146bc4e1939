"""The card of one to six pictures with one caption."""

from collections.abc import Callable, Mapping
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.desk.block_edits import remove_picture
from humas_desk.desk.thumbnails import thumbnail
from humas_desk.photos.image import Image
from humas_desk.release.blocks import Block, Photo
from humas_desk.ui import theme
from humas_desk.ui.blocks.card import CardDoors, CardShell, Sight
from humas_desk.ui.blocks.small_button import icon_button, word_button
from humas_desk.ui.fields.codecs import Rich
from humas_desk.ui.fields.field import Field, Report
from humas_desk.ui.fields.fold import beside
from humas_desk.ui.fields.line_field import LineField, label_above
from humas_desk.ui.fields.text_field import TextField, TextLook
from humas_desk.ui.scheduler import Scheduler
from humas_desk.wording import _

MOST_PICTURES = 6
_THUMBNAILS_KEPT = 60
_FILL = "form-thumbnails"
_FILL_DELAY_MS = 30


class Thumbnails:
    """Small pictures on the screen, made once for each photo; empty until there is time to fill them."""

    def __init__(self, parent: tk.Misc, scheduler: Scheduler) -> None:
        self._parent = parent
        self._scheduler = scheduler
        self._made: dict[str, tk.PhotoImage] = {}
        self._empty: list[tuple[Image, tk.PhotoImage]] = []

    def of(self, image: Image) -> tk.PhotoImage:
        """The photo's small picture."""
        if image.sha256 not in self._made:
            if len(self._made) >= _THUMBNAILS_KEPT:
                self._made.pop(next(iter(self._made)))
            picture = tk.PhotoImage(master=self._parent)
            self._made[image.sha256] = picture
            self._empty.append((image, picture))
            self._scheduler.within(_FILL, _FILL_DELAY_MS, self._fill)
        return self._made[image.sha256]

    def _fill(self) -> None:
        image, picture = self._empty.pop(0)
        if self._empty:
            self._scheduler.within(_FILL, _FILL_DELAY_MS, self._fill)
        width, height = theme.pads(self._parent, *theme.THUMBNAIL)
        picture.configure(data=thumbnail(image, width, height), format="ppm")


class PhotoCard:
    """Pictures with their alternative texts, then caption and credit."""

    def __init__(self, parent: tk.Misc, doors: CardDoors, thumbnails: Thumbnails) -> None:
        self.shell = CardShell(parent)
        self._doors = doors
        self._thumbnails = thumbnails
        self._count = 0
        body = self.shell.body
        self._list = tk.Frame(body, background=theme.PAPER)
        self._list.pack(fill="x")
        self._pictures: list[_Picture] = []
        row = tk.Frame(body, background=theme.PAPER)
        row.pack(fill="x")
        self._row = row
        self._caption, caption = self._text(row, "caption", _("Caption"), hint=_("Who, what, where, when"))
        self._credit, credit = self._text(row, "credit", _("Photo credit"))
        beside(row, (caption, credit), (66, 34))
        self._first = word_button(body, _("Add a picture"), "image", self._ask)
        self._more = _plus(body, self._ask)

    @property
    def buttons(self) -> tuple[tk.Misc, ...]:
        return tuple(button for button in (self._first, self._more) if button.winfo_manager())

    @property
    def fields(self) -> tuple[Field, ...]:
        return (*(picture.alt for picture in self._pictures[: self._count]), self._caption, self._credit)

    def show(self, block: Block, sight: Sight) -> None:
        assert isinstance(block, Photo)
        self._show_pictures(block, sight.photos)
        self._caption.show(block.caption)
        self._credit.show(block.credit)

    def _show_pictures(self, block: Photo, photos: Mapping[str, Image]) -> None:
        while len(self._pictures) < len(block.files):
            self._pictures.append(_Picture(self._list, len(self._pictures), self._report, self._remove))
        for number, picture in enumerate(self._pictures):
            if number < len(block.files):
                file = block.files[number]
                image = photos.get(file.file)
                picture.alt.show(file.alt)
                picture.show(file.file, self._thumbnails.of(image) if image else None)
                picture.frame.pack(fill="x", pady=(0, theme.px(self._list, theme.SNUG)))
            else:
                picture.frame.pack_forget()
        self._count = len(block.files)
        self._show_adding()

    def _show_adding(self) -> None:
        """Without a picture a button of words; else a plus beside the last one, while there is room for more."""
        self._first.pack_forget()
        self._more.pack_forget()
        if not self._count:
            self._list.configure(height=1)
            self._first.pack(anchor="w", before=self._row, pady=(0, theme.px(self._list, theme.SNUG)))
        elif self._count < MOST_PICTURES:
            self._more.pack(in_=self._pictures[self._count - 1].edge, side="bottom")
            self._more.lift()

    def _ask(self) -> None:
        self._doors.on_add_photo(self)

    def _text(self, row: tk.Frame, name: str, label: str, *, hint: str = "") -> tuple[TextField, tk.Frame]:
        frame = tk.Frame(row, background=theme.PAPER)
        label_above(frame, label, theme.PAPER).pack(fill="x")
        look = TextLook(boxed=True, placeholder=hint)
        field = TextField(frame, name, self._report, codec=Rich(optional=True), look=look)
        field.frame.pack(fill="x")
        return field, frame

    def _report(self, field: Field, value: object) -> None:
        self._doors.on_value(self, field, value)

    def _remove(self, number: int) -> None:
        def without(block: Block) -> Block:
            return remove_picture(block, number) if isinstance(block, Photo) else block

        self._doors.on_edit(self, without)


def _plus(parent: tk.Misc, command: Callable[[], None]) -> ttk.Button:
    button = ttk.Button(
        parent, icon="plus-lg", icon_only=True, icon_size=theme.ICON_SMALL, bootstyle="ghost", command=command
    )
    button.configure(padding=theme.px(parent, theme.SMALL))
    ttk.ToolTip(button, text=_("Add another picture"))
    return button


class _Picture:
    """One picture of the card: thumbnail, alternative text, a bin."""

    def __init__(self, parent: tk.Misc, number: int, report: Report, remove: Callable[[int], None]) -> None:
        width, height = theme.pads(parent, *theme.THUMBNAIL)
        self.frame = tk.Frame(parent, background=theme.PAPER)
        box = tk.Frame(self.frame, background=theme.CHROME, width=width, height=height)
        box.pack_propagate(False)
        box.pack(side="left", padx=(0, theme.px(parent, theme.INSET)))
        self._thumbnail = tk.Label(box, background=theme.CHROME, foreground=theme.INK_SOFT, font=theme.SMALL_TEXT)
        self._thumbnail.configure(borderwidth=0, wraplength=width)
        self._thumbnail.pack(fill="both", expand=True)
        self.edge = tk.Frame(self.frame, background=theme.PAPER)
        self.edge.pack(side="right", fill="y", padx=(theme.px(parent, theme.SMALL), 0))
        icon_button(self.edge, "x-lg", _("Remove this picture"), lambda: remove(number)).pack(side="top")
        self.alt = LineField(
            self.frame,
            f"files[{number}].alt",
            report,
            label=_("Alternative text (for screen readers)"),
            placeholder=_("What the picture shows"),
        )
        self.alt.frame.pack(side="left", fill="x", expand=True)

    def show(self, name: str, picture: tk.PhotoImage | None) -> None:
        """The thumbnail, or the file's name when the picture is not there."""
        self._thumbnail.configure(image=picture or "", text="" if picture else name)
