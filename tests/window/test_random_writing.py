"""A hand that chance leads over the keys, the wheel and the actions of the real window.

No callback may fail, the cards show what the release holds, undo leads back to the first state and redo to the last.
`make torture` (HUMAS_TORTURE=1) does two thousand steps, `make test` a few.
"""

from collections.abc import Callable
from random import Random
import tkinter as tk

import pytest
import ttkbootstrap as ttk

from humas_desk.desk.editing import get
from humas_desk.desk.history import Focus
from humas_desk.release.markup import visible_text
from humas_desk.release.release import Kind, Release
from humas_desk.ui.fields.text_field import TextField
from humas_desk.ui.main_view import MainView
from tests.torture.amounts import LONG

STEPS = 2000 if LONG else 120
SEEDS = range(5) if LONG else range(2)
MOST_BLOCKS = 30
LETTERS = (
    "a",
    "e",
    "space",
    "period",
    "comma",
    "quotedbl",
    "minus",
    "asterisk",
    "parenleft",
    "eacute",
    "backslash",
    "1",
)
KEYS = (
    *("Return", "BackSpace", "Delete", "Left", "Right", "Up", "Down", "Home", "End", "Prior", "Next", "Escape"),
    *("Tab", "Shift-Tab", "Shift-Left", "Shift-Right", "Shift-Up", "Shift-Down", "Control-Home", "Control-End"),
    *("Alt-Up", "Alt-Down", "Control-i", "Control-b", "Control-a", "Control-x", "Control-c", "Control-v"),
    *("Control-BackSpace", "Control-Delete", "Control-Left", "Control-Right", "Shift-Home", "Shift-End"),
)
ACTIONS = (
    *("undo", "undo", "redo", "insert-paragraph", "insert-quote", "insert-heading", "insert-list", "insert-table"),
    *("as-paragraph", "as-quote", "as-heading", "as-list", "join", "duplicate", "move-up", "move-down", "delete-block"),
    *("find", "replace", "find-next", "find-previous", "no-break-space", "italic", "bold", "zoom-in", "zoom-fit"),
    *("fit-page", "mark-drafts", "save"),
)


class Hand:
    """At the keyboard and the mouse."""

    def __init__(self, view: MainView, app: ttk.App, chance: Random) -> None:
        self.view, self.app, self.chance = view, app, chance
        self.done: list[str] = []

    def do(self) -> None:
        """One thing, and what the window makes of it."""
        self.chance.choices((self.type, self.press, self.act, self.go, self.scroll, self.click), (12, 8, 4, 2, 1, 2))[
            0
        ]()
        self.app.update()

    def type(self) -> None:
        self._key(self.chance.choice(LETTERS))

    def press(self) -> None:
        self._key(self.chance.choice(KEYS))

    def act(self) -> None:
        name = self.chance.choice(ACTIONS)
        makes = name.startswith("insert") or name == "duplicate"
        if not makes or len(self.view.desk.session.release.blocks) < MOST_BLOCKS:
            self.done.append(name)
            self.view.actions.run(name)

    def go(self) -> None:
        """The cursor to some part."""
        release = self.view.desk.session.release
        if release.blocks:
            index = self.chance.randrange(len(release.blocks))
            self.done.append(f"go {index}")
            self.view.form.go_to(Focus(place=f"blocks[{index}].text"))

    def scroll(self) -> None:
        self.done.append("wheel")
        for _turn in range(self.chance.choice((1, 5))):
            self.view.form.scroller.canvas.event_generate(self.chance.choice(("<Button-4>", "<Button-5>")), x=50, y=50)

    def click(self) -> None:
        """Somewhere into the form, on whatever stands there: a text, a field, a label."""
        canvas = self.view.form.scroller.canvas
        x, y = self.chance.randrange(canvas.winfo_width()), self.chance.randrange(canvas.winfo_height())
        widget = self.app.winfo_containing(canvas.winfo_rootx() + x, canvas.winfo_rooty() + y)
        if isinstance(widget, tk.Text | ttk.Entry) and not isinstance(widget, ttk.Combobox):
            self.done.append(f"click {type(widget).__name__}")
            x, y = self.chance.randrange(widget.winfo_width()), self.chance.randrange(widget.winfo_height())
            widget.event_generate("<Button-1>", x=x, y=y)
            widget.event_generate("<ButtonRelease-1>", x=x, y=y)

    def _key(self, key: str) -> None:
        widget = self.app.focus_get() or self.app
        self.done.append(key)
        modifiers, _, name = key.rpartition("-")
        widget.event_generate(f"<{modifiers}-Key-{name}>" if modifiers else f"<Key-{name}>")


def shows_the_release(view: MainView) -> None:
    """Each text of a card on the screen reads as the release does."""
    for key, card in view.form.blocks.cards.items():
        index = view.form.blocks.index(key)
        for field in card.fields:
            if isinstance(field, TextField) and field.name in {"text", "rest", "caption"}:
                value = get(view.form.sheet.release, f"blocks[{index}].{field.name}")
                shown = visible_text(value) if field.has_styles and isinstance(value, str) else value or ""
                assert field.text.get("1.0", "end-1c") == shown


@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_is_pressed_nothing_fails_and_all_of_it_can_be_taken_back(
    view: MainView, app: ttk.App, pump: Callable[..., None], seed: int
) -> None:
    if seed % 2:
        view.desk.new(Kind.PRESS)
        view.show_session()
    view.scheduler.cancel("saving")
    pump()
    app.focus_force()
    first = view.desk.session.release
    hand = Hand(view, app, Random(seed))
    for number in range(STEPS):
        hand.do()
        if number % 10 == 0:
            pump()
            shows_the_release(view)
    view.form.finding.close()
    last = to_the_end(view)
    assert last != first, hand.done
    assert to_the_beginning(view) == first
    pump()
    shows_the_release(view)
    assert to_the_end(view) == last
    pump()
    shows_the_release(view)


def to_the_end(view: MainView) -> Release:
    while view.desk.session.can_redo:
        view.actions.run("redo")
        view.root.update()
    return view.desk.session.release


def to_the_beginning(view: MainView) -> Release:
    while view.desk.session.can_undo:
        view.actions.run("undo")
        view.root.update()
    return view.desk.session.release
