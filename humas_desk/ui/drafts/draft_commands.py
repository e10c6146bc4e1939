"""How drafts get onto the desk: chosen, pasted or dropped, read beside the window, reviewed, taken over."""

from collections.abc import Callable
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from humas_desk.errors import HumasError
from humas_desk.ui import theme
from humas_desk.ui.choosing import draft_kinds
from humas_desk.ui.shell import Shell
from humas_desk.wording import _

if TYPE_CHECKING:
    from humas_desk.desk.draft_reading import DraftReading, ReadWith, Source
    from humas_desk.desk.importing import Imported

LOOK = "draft-reading"
WAITING = "draft-waiting"
LOOK_MS = 20


class DraftCommands:
    """One draft at a time."""

    def __init__(
        self, shell: Shell, *, switch: Callable[[Callable[[], object]], bool], refocus: Callable[[], None]
    ) -> None:
        """`switch` goes to another release and says whether that went well; `refocus` gives the form the keyboard."""
        self._shell = shell
        self._switch = switch
        self._refocus = refocus
        self._reading: DraftReading | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a draft is being read."""
        return self._reading is not None

    def ask(self) -> None:
        """Choose a file, and review what is in it."""
        path = self._shell.chooser.open_file(self._shell.root, _("Import a draft"), draft_kinds())
        if path is not None:
            self.take_file(path)

    def take_file(self, path: Path) -> None:
        """Review this file; a release of our own is opened."""
        from humas_desk.desk.draft_reading import Source

        self._read(Source(path=path))

    def paste(self, text: str) -> bool:
        """Review what is on the clipboard when nothing is written yet; False: it is to be pasted as usual.

        `text`: what it holds as plain text; empty: HTML alone.
        """
        from humas_desk.desk.draft_reading import Source
        from humas_desk.desk.draft_review import is_empty
        from humas_desk.desk.pasting import pasted_lines
        from humas_desk.ui.clipboard import html_on_clipboard

        if not is_empty(self._shell.desk.session.release) or (text and len(pasted_lines(text)) < 2):
            return False
        source = Source(text=text, html=html_on_clipboard(self._shell.root))
        if not (source.text or source.html):
            return False
        self._shell.scheduler.soon(LOOK, lambda: self._read(source))
        return True

    def call_off(self) -> None:
        """The writer does not want it any more."""
        self._forget()

    def _read(self, source: "Source") -> None:
        from humas_desk.desk.draft_reading import DraftReading, read_at_once

        if self.is_busy:
            return
        try:
            imported = read_at_once(source, self._reader())
        except HumasError as error:
            self._shell.tell_error(error)
            return
        if imported is not None:
            self._review(imported, source)
            return
        self._reading = DraftReading(source, self._reader())
        self._shell.scheduler.after(WAITING, theme.WAITING_MS, self._say_waiting)
        self._shell.scheduler.every(LOOK, LOOK_MS, self._look)

    def _reader(self) -> "ReadWith":
        from humas_desk.desk.draft_reading import ReadWith
        from humas_desk.desk.importing import place_names

        desk = self._shell.desk
        today = dt.datetime.now().astimezone().date()
        return ReadWith(today=today, office=desk.session.office.office, places=place_names(desk.regions()))

    def _say_waiting(self) -> None:
        if self._reading is not None:
            name = self._reading.source.name or _("the draft")
            words = _("Reading {file}…").format(file=name)
            self._shell.toasts.show(words, icon="file-earmark-text", action=(_("Cancel"), self.call_off), stays=True)

    def _look(self) -> None:
        reading = self._reading
        if reading is None:
            return
        found = reading.poll()
        if found is None:
            return
        self._reading = None
        self._forget()
        if isinstance(found, HumasError):
            self._shell.tell_error(found)
        else:
            self._review(found, reading.source)

    def _forget(self) -> None:
        for work in (LOOK, WAITING):
            self._shell.scheduler.cancel(work)
        self._shell.toasts.hide()
        if self._reading is not None:
            reading, self._reading = self._reading, None
            reading.cancel()

    def _review(self, imported: "Imported", source: "Source") -> None:
        from humas_desk.desk.draft_review import DraftReview, take_in
        from humas_desk.ui.drafts.review_dialog import ReviewDialog

        desk = self._shell.desk
        if imported.returned is not None:
            self._returned(imported, source)
            return
        if imported.intake is None:
            if source.path is not None:
                self._open(source.path)
            return
        review = DraftReview(imported, name=source.name)

        def take() -> None:
            if self._switch(lambda: take_in(desk, review.state())):
                self._refocus()
                self._shell.toasts.show(_("The draft is the release now"), action=(_("Undo"), self._undo))

        ReviewDialog(self._shell, review, on_take=take).run()

    def _open(self, path: Path) -> None:
        """A release of our own; one that the archive holds already is asked about."""
        from humas_desk.ui.records.incoming import open_release

        def switch(change: Callable[[], object]) -> bool:
            is_open = self._switch(change)
            if is_open:
                self._refocus()
            return is_open

        open_release(self._shell, path, switch)

    def _returned(self, imported: "Imported", source: "Source") -> None:
        from humas_desk.desk.returned_copy import ReturnedCopy
        from humas_desk.ui.drafts.differences_dialog import DifferencesDialog

        desk = self._shell.desk
        copy = ReturnedCopy(desk, imported, name=source.name)
        if not copy.differences:
            if self._switch(copy.bring_back):
                self._refocus()
                self._shell.toasts.show(_("The release is back; nothing was changed in the copy"))
            return

        def take() -> None:
            if self._switch(copy.take_over):
                self._refocus()
                self._shell.toasts.show(_("The changes are in the release"), action=(_("Undo"), self._undo))

        DifferencesDialog(self._shell, copy, on_take=take).run()

    def _undo(self) -> None:
        self._shell.desk.session.undo()
        self._refocus()
