"""What is marked in a text beside its own styles: what a search or the checker found, and spaces at which no line breaks."""

from collections.abc import Iterable
import tkinter as tk

from humas_desk.desk.pasting import NO_BREAK
from humas_desk.language.findings import Severity
from humas_desk.ui import theme

HIT = "humas-hit"
HIT_NOW = "humas-hit-now"
NO_BREAK_MARK = "humas-no-break"
LINES = {severity: f"humas-{severity.value}-line" for severity in Severity}
"""Tags of the lines under what the checker found."""
_LINE_STEPS = {Severity.ERROR: (1, 0), Severity.WARNING: (2, 1), Severity.HINT: (1, 1)}
"""Characters with the line and without it: Tk draws no dashes, so a line of characters has them."""
_KEY = "humas-finding-"


def prepare_marks(text: tk.Text) -> None:
    """How the marks look in this text; a selection is seen over all but the hit the writer is at."""
    text.tag_configure(NO_BREAK_MARK, background=theme.NAVY_SOFT, underline=True, underlinefg=theme.INK_FAINT)
    text.tag_configure(HIT, background=theme.AMBER_SOFT, underline=True)
    text.tag_configure(HIT_NOW, background=theme.AMBER, foreground=theme.PAPER, underline=True)
    for severity, ink in ((Severity.ERROR, theme.RED), (Severity.WARNING, theme.AMBER), (Severity.HINT, theme.NAVY)):
        text.tag_configure(LINES[severity], underline=True, underlinefg=ink)
    text.tag_configure(LINES[Severity.ERROR], background=theme.RED_SOFT)
    text.tag_raise("sel")
    text.tag_raise(HIT_NOW)


def mark_no_breaks(text: tk.Text) -> None:
    """A space that holds two words together is seen, faintly."""
    text.tag_remove(NO_BREAK_MARK, "1.0", "end")
    at = text.search(NO_BREAK, "1.0", "end")
    while at:
        text.tag_add(NO_BREAK_MARK, at)
        at = text.search(NO_BREAK, f"{at} +1c", "end")


def underline(text: tk.Text, marks: Iterable[tuple[str, Severity, str, int]]) -> None:
    """Draw these lines and no others: key, severity, Tk's index of the first character, and how many characters.

    An error's line is whole and stands on a ground of its own, a warning's has long dashes, a hint's is dotted.
    """
    for tag in (*LINES.values(), *(tag for tag in text.tag_names() if tag.startswith(_KEY))):
        text.tag_remove(tag, "1.0", "end")
        if tag.startswith(_KEY):
            text.tag_delete(tag)
    for key, severity, first, length in marks:
        text.tag_add(f"{_KEY}{key}", first, f"{first} +{length}c")
        drawn, left = _LINE_STEPS[severity]
        step = drawn + left if left else length
        for at in range(0, length, max(1, step)):
            end = min(at + (drawn if left else length), length)
            text.tag_add(LINES[severity], f"{first} +{at}c", f"{first} +{end}c")


def mark_at(text: tk.Text, index: str) -> str | None:
    """The key of the line under this character; None when there is none."""
    keys = [tag.removeprefix(_KEY) for tag in text.tag_names(index) if tag.startswith(_KEY)]
    return keys[-1] if keys else None
