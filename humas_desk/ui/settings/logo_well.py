"""The office's logo as it will be printed, and the button to choose another."""

from collections.abc import Callable
import io
import tkinter as tk

from PIL import Image as Pixels
from PIL import ImageTk
import ttkbootstrap as ttk

from humas_desk.photos.image import Image
from humas_desk.ui import theme
from humas_desk.wording import _


class LogoWell(tk.Frame):
    """A framed place for the logo; a click or Enter chooses one."""

    def __init__(self, parent: tk.Misc, *, on_choose: Callable[[], None], on_remove: Callable[[], None]) -> None:
        super().__init__(parent, background=theme.PAPER)
        self._on_choose = on_choose
        self._picture: ImageTk.PhotoImage | None = None
        width, height = theme.pair(self, *theme.WELL_SIZE)
        well = tk.Frame(self, width=width, height=height, background=theme.CHROME, cursor="hand2", takefocus=True)
        well.configure(
            highlightthickness=theme.px(self, theme.HAIR),
            highlightbackground=theme.EDGE_STRONG,
            highlightcolor=theme.NAVY,
        )
        well.pack_propagate(False)
        well.pack(side="left")
        self._label = tk.Label(well, background=theme.CHROME, foreground=theme.INK_SOFT, font=theme.SMALL_TEXT)
        self._label.pack(fill="both", expand=True)
        for widget in (well, self._label):
            widget.bind("<Button-1>", lambda _event: on_choose())
        well.bind("<Return>", lambda _event: on_choose())
        well.bind("<space>", lambda _event: on_choose())
        side = ttk.Frame(self)
        side.pack(side="left", fill="x", expand=True, padx=theme.pair(self, theme.PAD, 0))
        buttons = ttk.Frame(side)
        buttons.pack(anchor="w")
        ttk.Button(buttons, text=_("Choose a logo…"), command=on_choose, bootstyle="outline").pack(side="left")
        self._remove = ttk.Button(buttons, text=_("Remove"), command=on_remove, bootstyle="ghost")
        self.message = ttk.Label(
            side,
            font=theme.SMALL_TEXT,
            bootstyle="secondary",
            wraplength=theme.px(self, theme.WELL_WRAP),
            justify="left",
        )
        self.message.pack(anchor="w", pady=theme.pair(self, theme.SNUG, 0))

    def show(self, logo: Image | None, *, trouble: str = "") -> None:
        """The logo; None: a letterhead of words only, or (`trouble` says why) the logo that was chosen is not there."""
        self._picture = None if logo is None else self._scaled(logo)
        self._label.configure(image=self._picture or "", text="" if self._picture else _("No logo"))
        if trouble:
            self._remove.pack(side="left", padx=theme.pair(self, theme.SNUG, 0))
            self.say(trouble, wrong=True)
        elif logo is None:
            self._remove.pack_forget()
            self.say(_("PNG, at least 300 dots per inch at its printed size."))
        else:
            self._remove.pack(side="left", padx=theme.pair(self, theme.SNUG, 0))
            self.say(_("{width} × {height} dots").format(width=logo.width_px, height=logo.height_px))

    def say(self, text: str, *, wrong: bool = False) -> None:
        """A word beside the logo; wrong: it could not be taken."""
        self.message.configure(text=text, bootstyle="danger" if wrong else "secondary")

    def _scaled(self, logo: Image) -> ImageTk.PhotoImage:
        with Pixels.open(io.BytesIO(logo.data)) as picture:
            small = picture.convert("RGBA")
        edge = theme.px(self, theme.SNUG) * 2
        width, height = theme.pair(self, *theme.WELL_SIZE)
        small.thumbnail((width - edge, height - edge), Pixels.Resampling.LANCZOS)
        return ImageTk.PhotoImage(small, master=self)
