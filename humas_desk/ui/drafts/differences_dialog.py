"""What was changed in a working copy that came back: paragraph by paragraph, each to be taken over or left."""

from collections.abc import Callable
from functools import partial

import ttkbootstrap as ttk

from humas_desk.desk.returned_copy import ReturnedCopy
from humas_desk.intake.differences import Difference, Kind
from humas_desk.ui import theme
from humas_desk.ui.dialogs import Dialog
from humas_desk.ui.drafts import sizes
from humas_desk.ui.drafts.part_words import NOTES
from humas_desk.ui.drafts.reading_text import ReadingText
from humas_desk.ui.shell import Shell
from humas_desk.wording import _, mark, ngettext, place_name

_KINDS: dict[Kind, str] = {
    Kind.ADDED: mark("Added"),
    Kind.REMOVED: mark("Removed"),
    Kind.CHANGED: mark("Changed"),
}
_WANTED, _LEFT, _BY_HAND = "☑", "☐", "–"


class DifferencesDialog:
    """Words that went are struck out, words that came are underlined."""

    def __init__(self, shell: Shell, copy: ReturnedCopy, *, on_take: Callable[[], object]) -> None:
        self.shell = shell
        self.copy = copy
        self._on_take = on_take
        self._chosen = 0
        self.dialog = Dialog(shell.root, _("Changes in a copy that came back"), resizable=True)
        body = self.dialog.body
        body.configure(padding=theme.pair(body, theme.WIDE, theme.PAD))
        for words in self._words():
            wrap = theme.px(body, sizes.DIFFERENCES[0] - 3 * theme.WIDE)
            label = ttk.Label(body, text=words, font=theme.UI, wraplength=wrap, justify="left")
            label.pack(anchor="w", pady=theme.pair(body, 0, theme.SMALL))
        self.list = ReadingText(body)
        self.list.pack(fill="both", expand=True, pady=theme.pair(body, theme.SMALL, 0))
        self._style()
        self.list.on_click("change", self._clicked)
        text = self.list.text
        text.configure(takefocus=True)
        for key, run in (
            ("<Up>", partial(self.step, -1)),
            ("<Down>", partial(self.step, 1)),
            ("<space>", self.turn),
        ):
            text.bind(key, partial(self._pressed, run))
        self.take_button = self.dialog.add_button("", self.take, primary=True)
        self.dialog.add_button(_("Cancel"), self.dialog.close)
        self.dialog.bind("<Control-Return>", lambda _event: self.take())
        if copy.differences:
            self._add_choosing()
        self._show()

    def run(self) -> None:
        """Show it until it is closed."""
        self.dialog.show(focus=self.list.text, size=sizes.DIFFERENCES)
        self.dialog.wait()

    def step(self, delta: int) -> None:
        """Another change is the chosen one."""
        self._chosen = max(0, min(self._chosen + delta, len(self.copy.differences) - 1))
        self._mark()

    def turn(self) -> None:
        """Take the chosen change, or leave it."""
        if self.copy.differences:
            self.copy.turn(self._chosen)
            self._show()

    def take(self) -> None:
        """Close, and have the wanted changes taken over."""
        if self.copy.wanted or not self.copy.differences:
            self.dialog.close()
            self._on_take()

    def _add_choosing(self) -> None:
        self.dialog.add_button(_("None"), partial(self._want_all, wanted=False))
        self.dialog.add_button(_("All"), partial(self._want_all, wanted=True))
        quiet = f"{theme.SURFACE_CHROME} secondary"
        hint = _("↑ ↓ choose a change, Space takes it or leaves it, Ctrl+Enter takes over.")
        ttk.Label(self.dialog.foot, text=hint, font=theme.UI, bootstyle=quiet).pack(side="left")

    def _words(self) -> tuple[str, ...]:
        count = len(self.copy.differences)
        said = ngettext(
            "In “{file}”, {count} paragraph is not as it was when the copy was made.",
            "In “{file}”, {count} paragraphs are not as they were when the copy was made.",
            count,
        ).format(file=self.copy.name, count=count)
        if count:
            said = f"{said} {_('Words that are gone are struck out, new words are underlined.')}"
        else:
            said = _("In “{file}”, nothing was changed, but somebody wrote notes into it.").format(file=self.copy.name)
        behind = _(
            "The release was also changed here since. Taking over goes back to what was copied; Undo brings your text back."
        )
        away = _("The release that is open now stays in the archive.")
        more = (behind,) * self.copy.is_behind + (away,) * self.copy.puts_away
        return (said, *more)

    def _style(self) -> None:
        text = self.list.text
        gap, dent = theme.px(text, theme.SNUG), theme.px(text, theme.ROOMY)
        text.tag_configure("head", font=theme.UI_BOLD, foreground=theme.INK_SOFT, spacing1=gap)
        text.tag_configure("words", lmargin1=dent, lmargin2=dent, spacing3=gap)
        text.tag_configure(Kind.ADDED, underline=True, foreground=theme.GREEN, font=theme.BODY_BOLD)
        text.tag_configure(Kind.REMOVED, overstrike=True, foreground=theme.RED)
        text.tag_configure("note", font=theme.UI_ITALIC, foreground=theme.INK_SOFT)
        text.tag_configure("chosen", background=theme.SELECTION)
        text.tag_lower("chosen")

    def _show(self) -> None:
        seen = self.list.text.yview()[0]
        self.list.begin()
        for number, difference in enumerate(self.copy.differences):
            self._write(number, difference)
        self._write_notes()
        self.list.end()
        self.list.text.yview_moveto(seen)
        self._mark()
        words = ngettext("Take over {count} change", "Take over {count} changes", len(self.copy.wanted))
        if not self.copy.differences:
            words = _("Bring the release back")
        self.take_button.configure(text=words.format(count=len(self.copy.wanted)))
        self.take_button.state(["!disabled" if self.copy.wanted or not self.copy.differences else "disabled"])

    def _write(self, number: int, difference: Difference) -> None:
        copy, tag = self.copy, f"change-{number}"
        by_hand = number in copy.by_hand
        tick = _BY_HAND if by_hand else _WANTED if number in copy.wanted else _LEFT
        self.list.add(f"{tick}  {_(_KINDS[difference.kind])}{self._where(number)}\n", "head", tag)
        for words in difference.words:
            self.list.add(words.text, "words", tag, *((words.kind,) if words.kind is not Kind.KEPT else ()))
        self.list.add("\n", "words", tag)
        if by_hand:
            reason = _("These words are made by the desk. Change them in the form or in the settings.")
            self.list.add(f"{reason}\n", "words", "note", tag)

    def _write_notes(self) -> None:
        if self.copy.notes:
            self.list.add(f"{_('Also in the file, not taken over')}\n", "head")
        for note in self.copy.notes:
            who = f" ({note.author})" if note.author else ""
            self.list.add(f"{_(NOTES[note.kind])}{who}: {note.text}\n", "words")

    def _where(self, number: int) -> str:
        """Where in the release the change is."""
        if above := self.copy.block_above(number):
            return f" · {_('below: {place}').format(place=place_name(above, self.copy.release))}"
        place = self.copy.place(number)
        return f" · {place_name(place, self.copy.release)}" if place else ""

    def _mark(self) -> None:
        text = self.list.text
        text.tag_remove("chosen", "1.0", "end")
        found = text.tag_ranges(f"change-{self._chosen}")
        if found:
            text.tag_add("chosen", found[0], found[-1])
            self.list.show_tag(f"change-{self._chosen}")

    def _want_all(self, *, wanted: bool) -> None:
        self.copy.want_all(wanted=wanted)
        self._show()

    def _clicked(self, number: int) -> None:
        self._chosen = number
        self.turn()

    def _pressed(self, run: Callable[[], object], _event: object) -> str:
        run()
        return "break"
