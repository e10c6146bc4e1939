"""Pictures from the writer's folders: asked for, read and made safe on a thread, then placed in the release."""

from pathlib import Path
import threading

from humas_desk.desk.photographs import AdmittedPhoto, admit_photos
from humas_desk.desk.saving import read_bytes
from humas_desk.errors import HumasError
from humas_desk.ui.choosing import picture_kinds
from humas_desk.ui.shell import Shell
from humas_desk.wording import _, ngettext

LOOK = "photo-intake"
LOOK_MS = 30


class PhotoIntake:
    """One batch at a time; the window stays free while large photos are made smaller."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._thread: threading.Thread | None = None
        self._photos: tuple[AdmittedPhoto, ...] = ()
        self._errors: tuple[HumasError, ...] = ()
        self._fault: Exception | None = None

    @property
    def busy(self) -> bool:
        """Whether pictures are on their way."""
        return self._thread is not None

    def ask(self, index: int, block_id: str | None) -> None:
        """Ask for pictures: into the photo block of this id, or (None) into a new one at the index."""
        if self.busy:
            return
        paths = self._shell.chooser.open_files(self._shell.root, _("Add photos"), picture_kinds())
        if paths:
            self.take(paths, index, block_id)

    def take(self, paths: tuple[Path, ...], index: int, block_id: str | None) -> None:
        """Bring these files in."""
        self._thread = threading.Thread(target=self._admit, args=(paths,), name="photo-intake", daemon=True)
        self._thread.start()
        count = ngettext("Reading {count} photo…", "Reading {count} photos…", len(paths)).format(count=len(paths))
        self._shell.toasts.show(count, icon="image")
        self._shell.scheduler.every(LOOK, LOOK_MS, lambda: self._look(index, block_id))

    def _admit(self, paths: tuple[Path, ...]) -> None:
        """On the thread: no window, no session. A fault is kept, to be raised where it is reported."""
        self._photos, self._errors, self._fault = (), (), None
        try:
            self._read(paths)
        except Exception as fault:  # noqa: BLE001  # raised again in the window's own thread
            self._fault = fault

    def _read(self, paths: tuple[Path, ...]) -> None:
        files: list[tuple[str, bytes, Path]] = []
        errors: list[HumasError] = []
        for path in paths:
            try:
                files.append((path.name, read_bytes(path), path))
            except HumasError as error:
                errors.append(error)
        self._photos, refused = admit_photos(files)
        self._errors = (*errors, *refused)

    def _look(self, index: int, block_id: str | None) -> None:
        if self._thread is None or self._thread.is_alive():
            return
        self._thread = None
        self._shell.scheduler.cancel(LOOK)
        self._shell.toasts.hide()
        if self._fault is not None:
            raise self._fault
        self._place(index, block_id)
        for error in self._errors[:1]:
            self._shell.tell_error(error)

    def _place(self, index: int, block_id: str | None) -> None:
        session = self._shell.desk.session
        blocks = session.release.blocks
        place = next((number for number, block in enumerate(blocks) if block.id == block_id), None)
        if place is None:
            session.place_photos(min(index, len(blocks)), self._photos)
        else:
            session.place_photos(place, self._photos, into=True)
