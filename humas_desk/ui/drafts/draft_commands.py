"""How drafts get onto the desk: chosen, pasted or dropped, read beside the window, reviewed, taken over."""

from collections.abc import Callable
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from humas_desk.errors import HumasError
from humas_desk.ui import theme
from humas_desk.ui.choosing import draft_kinds
from humas_desk.ui.shell import Shell
from humas_desk.ui.undo_toast import UndoToast
from humas_desk.wording import _

if TYPE_CHECKING:
    from humas_desk.desk.draft_reading import DraftReading, ReadWith, Source
    from humas_desk.desk.importing import Imported

LOOK = "draft-reading"
WAITING = "draft-waiting"
BACK = "draft-back"
LOOK_MS = 20


class DraftCommands:
    """One draft at a time; of several the others wait until it is taken over."""

    def __init__(
        self,
        shell: Shell,
        *,
        switch: Callable[[Callable[[], object]], bool],
        refocus: Callable[[], None],
        add_photos: Callable[[tuple[Path, ...], Callable[[], object]], None],
    ) -> None:
        """`switch` goes to another release and says whether that went well; `refocus` gives the form the keyboard.

        `add_photos` brings pictures into the open release and says when they are in.
        """
        self._shell = shell
        self._switch = switch
        self._refocus = refocus
        self._add_photos = add_photos
        self._done = UndoToast(shell, self._undo)
        self._reading: DraftReading | None = None
        self._waiting: list[Path] = []
        self._count = 1
        """Of the drafts that came together."""
        self._photos: tuple[Path, ...] = ()
        """Came with the drafts and go into the first that is taken over."""

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
        self.take_files((path,))

    def take_files(self, paths: tuple[Path, ...], photos: tuple[Path, ...] = ()) -> None:
        """Review these files one after the other, until one is not taken over; the pictures go with the first.

        While one is being read they wait behind it.
        """
        if self.is_busy:
            self._waiting += paths
            self._count += len(paths)
            self._photos += photos
        else:
            self._waiting, self._count, self._photos = list(paths), len(paths), photos
            self._read_next()

    def paste(self, text: str) -> bool:
        """Review what is on the clipboard when nothing is written yet; False: it is to be pasted as usual.

        `text`: what it holds as plain text; empty: HTML alone.
        """
        if text and sum(map(bool, map(str.strip, text.splitlines()))) < 2:
            return False
        from humas_desk.desk.draft_reading import Source
        from humas_desk.desk.draft_review import is_empty
        from humas_desk.ui.clipboard import html_on_clipboard

        if not is_empty(self._shell.desk.session.release):
            return False
        source = Source(text=text, html=html_on_clipboard(self._shell.root))
        if not (source.text or source.html):
            return False
        self._stop()
        self._shell.scheduler.soon(LOOK, lambda: self._read(source))
        return True

    def call_off(self) -> None:
        """The writer does not want it any more, nor those that wait behind it."""
        self._forget()
        self._stop()

    def _stop(self) -> None:
        self._waiting, self._count, self._photos = [], 1, ()

    def _read_next(self) -> None:
        """The next of the drafts that came together."""
        from humas_desk.desk.draft_reading import Source

        if self._waiting:
            self._read(Source(path=self._waiting.pop(0)))
        else:
            self._stop()

    def _read(self, source: "Source") -> None:
        from humas_desk.desk.draft_reading import DraftReading, read_at_once

        if self.is_busy:
            return
        try:
            imported = read_at_once(source, self._reader())
        except HumasError as error:
            self._refused(error)
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
        found = reading.poll() if reading is not None else None
        if reading is None or found is None:
            return
        self._still()
        # taking a long draft over from its process and opening its review are two pauses of the window, not one
        self._shell.scheduler.soon(LOOK, lambda: self._found(found, reading))

    def _found(self, found: "Imported | HumasError", reading: "DraftReading") -> None:
        self._reading = None
        if isinstance(found, HumasError):
            self._refused(found)
        else:
            self._review(found, reading.source, reading if reading.is_open else None)

    def _still(self) -> None:
        """Nothing is looked for any more, and nothing said."""
        for work in (LOOK, WAITING):
            self._shell.scheduler.cancel(work)
        self._shell.toasts.hide()

    def _forget(self) -> None:
        self._still()
        if self._reading is not None:
            reading, self._reading = self._reading, None
            reading.close()

    def _refused(self, error: HumasError) -> None:
        """One that cannot be read does not keep the others waiting."""
        self._shell.tell_error(error)
        self._read_next()

    def _review(self, imported: "Imported", source: "Source", bench: "DraftReading | None" = None) -> None:
        """Have the writer look at what was read; the next has its turn when this one was taken."""
        if imported.returned is not None:
            is_taken = self._returned(imported, source)
        elif imported.intake is not None:
            is_taken = self._reviewed(imported, source, bench)
        else:
            if source.path is not None:
                self._open(source.path)
            return
        if is_taken:
            self._go_on()
        else:
            self._stop()

    def _go_on(self) -> None:
        """One is taken: the pictures that came along are its own, then the next is read."""
        photos, self._photos = self._photos, ()
        if photos:
            self._add_photos(photos, self._read_next)
        else:
            self._read_next()

    def _reviewed(self, imported: "Imported", source: "Source", bench: "DraftReading | None") -> bool:
        """Whether the draft is the release now. `bench`: where a long one is read anew."""
        from humas_desk.desk.draft_review import DraftReview, take_in
        from humas_desk.ui.drafts.review_dialog import ReviewDialog

        review = DraftReview(imported, name=source.name, bench=bench)
        desk, taken = self._shell.desk, list[bool]()

        def take() -> None:
            before = desk.session.release.id
            taken.append(self._switch(lambda: take_in(desk, review.state())))
            if taken[0]:
                self._refocus()
                self._done.show(_("The draft is the release now"))
                if desk.session.release.id != before:
                    desk.session.subscribe(lambda _change: self._offer_way_back(before))

        turn = (self._count - len(self._waiting), self._count)
        ReviewDialog(self._shell, review, on_take=take, turn=turn).run()
        return any(taken)

    def _open(self, path: Path) -> None:
        """A release of our own; one that the archive holds already is asked about."""
        from humas_desk.ui.records.incoming import open_release

        def switch(change: Callable[[], object]) -> bool:
            is_open = self._switch(change)
            if is_open:
                self._refocus()
                self._go_on()
            return is_open

        open_release(self._shell, path, switch)

    def _returned(self, imported: "Imported", source: "Source") -> bool:
        """Whether the release that came back, or its changes, are on the desk."""
        from humas_desk.desk.returned_copy import ReturnedCopy
        from humas_desk.ui.drafts.differences_dialog import DifferencesDialog

        copy = ReturnedCopy(self._shell.desk, imported, name=source.name)
        taken: list[bool] = []
        if not copy.differences and not copy.notes:
            taken.append(self._switch(copy.bring_back))
            if taken[0]:
                self._refocus()
                self._shell.toasts.show(_("The release is back; nothing was changed in the copy"))
            return taken[0]

        def take() -> None:
            taken.append(self._switch(copy.take_over))
            if taken[0]:
                self._refocus()
                unchanged = _("The release is back; nothing was changed in the copy")
                self._done.show(_("The changes are in the release") if copy.differences else unchanged)

        DifferencesDialog(self._shell, copy, on_take=take).run()
        return any(taken)

    def _undo(self) -> None:
        self._shell.desk.session.undo()
        self._refocus()

    def _offer_way_back(self, before: str) -> None:
        """The draft was taken back: nothing is left of the release that was begun for it, and the one before is not far."""
        desk = self._shell.desk

        def open_it() -> None:
            if self._switch(lambda: desk.open_archived(before)):
                self._refocus()

        if not desk.session.can_undo:
            words = _("The draft is taken back. The release that was open before is in the archive.")
            self._shell.scheduler.soon(BACK, lambda: self._shell.toasts.show(words, action=(_("Open it"), open_it)))
