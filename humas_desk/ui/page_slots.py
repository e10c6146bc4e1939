"""Pictures of pages on a canvas: a few slots that are used again and again, each with one image that is painted over."""

from dataclasses import field
import tkinter as tk

from PIL import Image as Pixels
from PIL import ImageChops, ImageTk

from humas_desk.ui import theme
from humas_desk.ui.page_stack import PageStack
from humas_desk.values import dataclass

KEPT_PICTURES = 12


@dataclass(slots=True)
class _Slot:
    """The items of one page on the canvas."""

    shadow: int
    paper: int
    picture: int
    image: ImageTk.PhotoImage | None = None
    pixels: Pixels.Image | None = None
    """What the image holds."""
    painted: tuple[int, int] | None = None
    """Page and mark of what is painted; None: nothing."""


@dataclass(slots=True)
class _Kept:
    """The newest picture of a page, to show at once when it comes into view again."""

    pixels: Pixels.Image
    mark: int


@dataclass(slots=True)
class PageSlots:
    """Paints pages; a page without a picture yet is a white sheet."""

    canvas: tk.Canvas
    _slots: dict[int, _Slot] = field(default_factory=dict)
    _free: list[_Slot] = field(default_factory=list)
    _kept: dict[int, _Kept] = field(default_factory=dict)
    _marks: int = 0

    @property
    def shown(self) -> tuple[int, ...]:
        """Numbers of the pages that stand on the canvas."""
        return tuple(sorted(self._slots))

    def has_picture(self, number: int) -> bool:
        """Whether a picture of this page is painted."""
        slot = self._slots.get(number)
        return slot is not None and slot.painted is not None

    def keep(self, number: int, *, width: int, height: int, rgb: bytes) -> None:
        """The newest picture of a page; it is painted by the next `place`."""
        self._marks += 1
        self._kept.pop(number, None)
        self._kept[number] = _Kept(pixels=Pixels.frombytes("RGB", (width, height), rgb), mark=self._marks)
        while len(self._kept) > KEPT_PICTURES:
            self._kept.pop(next(iter(self._kept)))

    def forget_from(self, count: int) -> None:
        """Drop the pictures of pages that are no more: from this number on."""
        for number in [number for number in self._kept if number >= count]:
            del self._kept[number]

    def place(self, stack: PageStack, visible: tuple[int, ...]) -> None:
        """Put the visible pages where they belong and take the others away."""
        for number in [number for number in self._slots if number not in visible]:
            slot = self._slots.pop(number)
            self._hide(slot)
            self._free.append(slot)
        for number in visible:
            if number not in self._slots:
                self._slots[number] = self._free.pop() if self._free else self._new()
            slot = self._slots[number]
            self._move(slot, stack, number)
            self._paint(slot, number, (stack.width, stack.height))

    def _new(self) -> _Slot:
        shadow = self.canvas.create_rectangle(0, 0, 0, 0, fill=theme.SHADE, outline="")
        paper = self.canvas.create_rectangle(0, 0, 0, 0, fill=theme.SHEET, outline="")
        return _Slot(shadow=shadow, paper=paper, picture=self.canvas.create_image(0, 0, anchor="nw"))

    def _hide(self, slot: _Slot) -> None:
        for item in (slot.shadow, slot.paper, slot.picture):
            self.canvas.itemconfigure(item, state="hidden")
        slot.painted = None

    def _move(self, slot: _Slot, stack: PageStack, number: int) -> None:
        left, top = stack.left(), stack.top(number)
        right, bottom = left + stack.width, top + stack.height
        drop = theme.px(self.canvas, theme.PAGE_SHADOW)
        self.canvas.coords(slot.shadow, left + drop, top + drop, right + drop, bottom + drop)
        self.canvas.coords(slot.paper, left, top, right, bottom)
        self.canvas.coords(slot.picture, left, top)
        for item in (slot.shadow, slot.paper):
            self.canvas.itemconfigure(item, state="normal")

    def _paint(self, slot: _Slot, number: int, size: tuple[int, int]) -> None:
        kept = self._kept.get(number)
        if kept is None:
            self.canvas.itemconfigure(slot.picture, state="hidden")
            slot.painted = None
            return
        if slot.painted == (number, kept.mark) and slot.pixels is not None and _is_sharp(slot.pixels, size):
            return
        pixels = kept.pixels if _is_sharp(kept.pixels, size) else kept.pixels.resize(size, Pixels.Resampling.BILINEAR)
        if slot.image is not None and slot.pixels is not None and slot.pixels.size == pixels.size:
            self._paint_over(slot.image, slot.pixels, pixels)
        else:
            slot.image = ImageTk.PhotoImage(pixels, master=self.canvas)
            self.canvas.itemconfigure(slot.picture, image=slot.image)
        slot.pixels = pixels
        self.canvas.itemconfigure(slot.picture, state="normal")
        slot.painted = (number, kept.mark)

    def _paint_over(self, image: ImageTk.PhotoImage, painted: Pixels.Image, pixels: Pixels.Image) -> None:
        """Only the rows that are others now: a letter more changes one paragraph, a whole page takes six milliseconds."""
        changed = ImageChops.difference(painted, pixels).getbbox()
        if changed is not None:
            _, top, _, bottom = changed
            rows = ImageTk.PhotoImage(pixels.crop((0, top, pixels.width, bottom)), master=self.canvas)
            self.canvas.tk.call(str(image), "copy", str(rows), "-to", 0, top)


def _is_sharp(pixels: Pixels.Image, size: tuple[int, int]) -> bool:
    """Whether a picture is shown as it is: paper is no whole number of pixels high, the worker may round to another."""
    return pixels.width == size[0] and abs(pixels.height - size[1]) <= 1
