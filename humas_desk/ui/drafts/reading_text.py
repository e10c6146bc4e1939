"""A text to read, with a bar, that is filled and looked through but not written in."""

from collections.abc import Callable, Iterable, Sequence
import tkinter as tk

from humas_desk.ui import theme
from humas_desk.ui.quiet_bar import QuietBar

_AT_ONCE = 400
"""Pieces of one call of Tk."""


class ReadingText(tk.Frame):
    """Frame with `text` in it; `filling` opens it for new words."""

    def __init__(self, parent: tk.Misc) -> None:
        edge = theme.px(parent, theme.HAIR)
        super().__init__(parent, background=theme.PAPER, highlightthickness=edge)
        self.configure(highlightbackground=theme.EDGE, highlightcolor=theme.NAVY)
        bar = QuietBar(self)
        bar.pack(side="right", fill="y")
        self.text = tk.Text(self, width=1, height=1, cursor="arrow", wrap="word")
        theme.plain_text(self.text)
        self.text.configure(
            padx=theme.px(self, theme.GAP), pady=theme.px(self, theme.SMALL), state="disabled", yscrollcommand=bar.set
        )
        bar.configure(command=self.text.yview)
        self.text.pack(side="left", fill="both", expand=True)

    def on_click(self, prefix: str, run: Callable[[int], object]) -> None:
        """A click on words with the tag "prefix-3" runs with 3."""

        def clicked(event: "tk.Event[tk.Misc]") -> str:
            self.text.focus_set()
            for tag in self.text.tag_names(f"@{event.x},{event.y}"):
                if tag.startswith(f"{prefix}-"):
                    run(int(tag.removeprefix(f"{prefix}-")))
                    break
            return "break"

        self.text.bind("<Button-1>", clicked)

    def begin(self) -> None:
        """Empty, and open for words."""
        self.text.configure(state="normal")
        self.text.delete("1.0", "end")

    def end(self) -> None:
        """All words are there."""
        self.text.configure(state="disabled")

    def add(self, words: str, *tags: str) -> None:
        """Words at the end."""
        self.text.insert("end", words, tags)

    def add_rows(self, rows: Iterable[Iterable[tuple[str, Sequence[str]]]]) -> None:
        """Much at the end at once: words with their tags."""
        many = [piece for row in rows for piece in row]
        for at in range(0, len(many), _AT_ONCE):
            pieces: list[object] = [value for piece in many[at : at + _AT_ONCE] for value in piece]
            self.text.insert("end", *pieces)  # type: ignore[arg-type]  # Tk takes pairs without end, typeshed knows of two

    def show_tag(self, tag: str) -> None:
        """Bring what has this tag into view."""
        found = self.text.tag_ranges(tag)
        if found:
            self.text.see(str(found[-1]))
            self.text.see(str(found[0]))
