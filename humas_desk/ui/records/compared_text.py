"""Two versions in one text: what came is underlined, what went is struck through; colours only repeat it."""

import tkinter as tk

from humas_desk.desk.comparing import ComparedPlace, Comparison, Difference
from humas_desk.release.release import Release
from humas_desk.ui import theme
from humas_desk.ui.quiet_bar import QuietBar
from humas_desk.wording import _, ngettext, place_name


class ComparedText(tk.Frame):
    """The places that differ, each under its name; whether others stayed as they were is said at the end."""

    def __init__(self, parent: tk.Misc) -> None:
        super().__init__(parent, background=theme.PAPER)
        bar = QuietBar(self)
        bar.pack(side="right", fill="y")
        self._page = tk.Text(self, width=1, height=1, cursor="arrow", takefocus=True)
        theme.plain_text(self._page)
        edge = theme.px(self, theme.ROOMY)
        self._page.configure(padx=edge, pady=theme.px(self, theme.WIDE), state="disabled", yscrollcommand=bar.set)
        bar.configure(command=self._page.yview)
        self._page.pack(side="left", fill="both", expand=True)
        gap = theme.px(self, theme.GAP)
        self._page.tag_configure("sum", font=theme.UI_BOLD, spacing3=gap)
        self._page.tag_configure("place", font=theme.SMALL_BOLD, foreground=theme.INK_SOFT, spacing1=gap)
        self._page.tag_configure("text", spacing3=gap)
        self._page.tag_configure(Difference.ADDED.value, underline=True, foreground=theme.GREEN, font=theme.BODY_BOLD)
        self._page.tag_configure(Difference.REMOVED.value, overstrike=True, foreground=theme.RED)
        self._page.tag_configure("key", font=theme.SMALL_TEXT, foreground=theme.INK_SOFT, spacing3=gap)
        self._page.tag_configure("quiet", font=theme.SMALL_TEXT, foreground=theme.INK_SOFT)

    @property
    def text(self) -> str:
        """What is read."""
        return self._page.get("1.0", "end-1c")

    def words(self, difference: Difference) -> list[str]:
        """The stretches that came, or went."""
        ranges = [str(index) for index in self._page.tag_ranges(difference.value)]
        return [self._page.get(*pair).strip() for pair in zip(ranges[::2], ranges[1::2], strict=True)]

    def say(self, words: str) -> None:
        """Only these words."""
        self._write([(words, ("quiet",))])

    def show(self, compared: Comparison, now: Release) -> None:
        """What differs; `now` is the later version, whose parts the places name."""
        changed = [place for place in compared.places if place.is_changed]
        if not changed:
            self.say(_("Word for word the same."))
            return
        pieces: list[tuple[str, tuple[str, ...]]] = [
            (f"{_words_of(compared)}\n", ("sum",)),
            (_("Underlined: added. "), ("key", Difference.ADDED.value)),
            (_("Struck through: removed."), ("key", Difference.REMOVED.value)),
            ("\n", ("key",)),
        ]
        for place in changed:
            pieces += [(f"{_name(place, now)}\n", ("place",)), *_pieces(place), ("\n", ("text",))]
        if len(compared.places) > len(changed):
            pieces.append((_("Everything else is the same."), ("quiet",)))
        self._write(pieces)

    def _write(self, pieces: list[tuple[str, tuple[str, ...]]]) -> None:
        page = self._page
        page.configure(state="normal")
        page.delete("1.0", "end")
        for text, tags in pieces:
            page.insert("end", text, tags)
        page.configure(state="disabled")
        page.yview_moveto(0)


def _words_of(compared: Comparison) -> str:
    added = ngettext("{count} word added", "{count} words added", compared.added).format(count=compared.added)
    removed = ngettext("{count} word removed", "{count} words removed", compared.removed).format(count=compared.removed)
    return f"{added}, {removed}"


def _name(place: ComparedPlace, now: Release) -> str:
    return _("Removed part") if place.is_gone else place_name(place.place, now)


def _pieces(place: ComparedPlace) -> list[tuple[str, tuple[str, ...]]]:
    """Spaces at the edges stand outside the lines, so that words and not gaps are marked."""
    out: list[tuple[str, tuple[str, ...]]] = []
    for piece in place.pieces:
        lead = piece.text[: len(piece.text) - len(piece.text.lstrip())]
        mark = () if piece.difference is Difference.SAME else (piece.difference.value,)
        out += [(lead, ("text",)), (piece.text[len(lead) :], ("text", *mark))]
    return out
