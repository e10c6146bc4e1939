"""What every card of the list has: a frame with an edge, room for its problem, and one interface."""

from collections.abc import Callable, Mapping, Sequence
import tkinter as tk
from typing import Protocol

import ttkbootstrap as ttk

from humas_desk.desk.people import Person
from humas_desk.photos.image import Image
from humas_desk.release.blocks import Block
from humas_desk.ui import theme
from humas_desk.ui.fields.field import Field
from humas_desk.values import dataclass
from humas_desk.wording import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What a card needs to know beside its block."""

    index: int
    sentence: str = ""
    """The made sentence of a quote."""
    repeated: str | None = None
    """The verb's form, when the quote before has the same verb."""
    is_open: bool = False
    """Whether the card shows its less usual fields."""
    photos: Mapping[str, Image]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardDoors:
    """What a card asks of the list. The card gives itself: it does not know which block it shows."""

    on_value: Callable[["Card", Field, object], None]
    """The writer changed a field."""
    on_edit: Callable[["Card", Callable[[Block], Block]], None]
    """The writer changed the block's shape: one undo step."""
    on_break: Callable[["Card", int, int, tuple[str, ...]], None]
    """Enter, or a paste of several lines, in the card's text."""
    on_join: Callable[["Card"], bool]
    """Backspace before the card's first character."""
    on_leave_list: Callable[["Card"], bool]
    """Enter on an empty item; True when the list was left."""
    on_open: Callable[["Card"], None]
    """Show or hide the less usual fields."""
    on_after: Callable[["Card"], None]
    """Enter at a text that is not broken: go on in a new paragraph."""
    on_add_photo: Callable[["Card"], None]
    people: Callable[["Card", str], Sequence[Person]]
    """People for the speaker's box, for what is typed there."""
    on_person: Callable[["Card", Person], None]
    """The writer chose one of them."""


class Card(Protocol):
    """A block on the screen. It holds no state: `show` can be called with any block of its kind."""

    @property
    def shell(self) -> "CardShell": ...

    @property
    def fields(self) -> tuple[Field, ...]:
        """What can take the focus now, in the order of Tab; the first is where the cursor goes."""

    @property
    def buttons(self) -> tuple[tk.Misc, ...]:
        """Other stops of Tab, after the fields."""

    def show(self, block: Block, sight: Sight) -> None:
        """Show this block; what is shown already is not touched."""


class CardShell:
    """The white frame of a card, with the navy edge of the active one and the sentence of its problem."""

    def __init__(self, parent: tk.Misc) -> None:
        hair = theme.px(parent, theme.HAIR)
        self.frame = tk.Frame(parent, background=theme.PAPER, highlightthickness=hair)
        self._edge = tk.Frame(self.frame, background=theme.PAPER, width=theme.px(parent, theme.FOCUS_EDGE))
        self._edge.pack(side="left", fill="y")
        self.body = tk.Frame(self.frame, background=theme.PAPER)
        pad = theme.px(parent, theme.PAD)
        self.body.pack(
            side="left", fill="both", expand=True, padx=(pad - theme.px(parent, theme.FOCUS_EDGE), pad), pady=pad - hair
        )
        self._problem: tk.Label | None = None
        self._joined: tk.Label | None = None
        self.show_active(is_active=False)

    def show_active(self, *, is_active: bool) -> None:
        """The navy edge, or none."""
        border = theme.EDGE_STRONG if is_active else theme.EDGE
        self.frame.configure(highlightbackground=border, highlightcolor=border)
        self._edge.configure(background=theme.NAVY if is_active else theme.PAPER)

    def show_joined(self, *, is_joined: bool, above: tk.Misc) -> None:
        """That the block goes on in the paragraph before it, as a line over the card's first widget."""
        if not is_joined:
            if self._joined is not None:
                self._joined.pack_forget()
            return
        if self._joined is None:
            words = "↳ " + _("Goes on in the paragraph before")
            self._joined = tk.Label(self.body, text=words, font=theme.SMALL_TEXT, anchor="w", background=theme.PAPER)
            self._joined.configure(foreground=theme.INK_SOFT, borderwidth=0, padx=0, pady=0)
        self._joined.pack(fill="x", before=above)

    def show_problem(self, sentence: str, *, is_error: bool = True) -> None:
        """What is to be mended here; empty: nothing. What is no error is told in amber."""
        if not sentence:
            if self._problem is not None:
                self._problem.pack_forget()
            return
        if self._problem is None:
            self._problem = problem_label(self.body)
        ink = theme.RED if is_error else theme.AMBER
        icon = ttk.Icon("exclamation-circle", size=theme.ICON_SMALL, color=ink)
        self._problem.configure(text=sentence, foreground=ink, image=icon)
        self._problem.pack(side="bottom", fill="x", pady=(theme.px(self.frame, theme.SNUG), 0))


def problem_label(parent: tk.Misc, ground: str = "") -> tk.Label:
    """A sentence with an icon that says what is to be mended."""
    icon = ttk.Icon("exclamation-circle", size=theme.ICON_SMALL, color=theme.RED)
    label = tk.Label(
        parent,
        image=icon,
        compound="left",
        font=theme.SMALL_TEXT,
        foreground=theme.RED,
        background=ground or theme.PAPER,
    )
    label.configure(anchor="w", justify="left", borderwidth=0, padx=theme.px(parent, theme.SMALL), pady=0)
    return wrapping(label)


def wrapping(label: tk.Label) -> tk.Label:
    """The label breaks its lines at its own width."""

    def wrap(event: "tk.Event[tk.Misc]") -> None:
        icon = theme.px(label, theme.ICON_SMALL + theme.GAP) if label["image"] else 0
        width = max(1, event.width - icon - theme.px(label, theme.SMALL))
        if width != int(str(label["wraplength"])):
            label.configure(wraplength=width)

    label.bind("<Configure>", wrap)
    return label
