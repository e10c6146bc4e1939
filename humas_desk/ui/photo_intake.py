"""Pictures from the writer's folders: asked for, read and made safe on a thread, then placed in the release."""

from collections.abc import Callable
from pathlib import Path
import threading

from humas_desk.desk.photographs import AdmittedPhoto, admit_photos
from humas_desk.desk.saving import read_bytes
from humas_desk.desk.sheet import Sheet
from humas_desk.errors import HumasError
from humas_desk.ui.choosing import picture_kinds
from humas_desk.ui.shell import Shell
from humas_desk.wording import _, ngettext

LOOK = "photo-intake"
LOOK_MS = 30


class _Batch:
    """Pictures on their way: read on a thread, which knows no window and no session."""

    def __init__(self, paths: tuple[Path, ...]) -> None:
        self.photos: tuple[AdmittedPhoto, ...] = ()
        self.errors: tuple[HumasError, ...] = ()
        self.fault: Exception | None = None
        """Kept, to be raised where it is reported."""
        self._paths = paths
        self._called_off = threading.Event()
        self._thread = threading.Thread(target=self._work, name="photo-intake", daemon=True)
        self._thread.start()

    @property
    def is_done(self) -> bool:
        return not self._thread.is_alive()

    def call_off(self) -> None:
        """Read no more; what was read is forgotten."""
        self._called_off.set()

    def _work(self) -> None:
        try:
            for path in self._paths:
                if not self._called_off.is_set():
                    self._read(path)
        except Exception as fault:  # noqa: BLE001  # raised again in the window's own thread
            self.fault = fault

    def _read(self, path: Path) -> None:
        try:
            files = [(path.name, read_bytes(path), path)]
        except HumasError as error:
            self.errors += (error,)
            return
        photos, refused = admit_photos(files)
        self.photos += photos
        self.errors += refused


class PhotoIntake:
    """One batch at a time; the window stays free while large photos are made smaller."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._batch: _Batch | None = None
        self._then: Callable[[], object] = lambda: None
        self._waiting: list[Callable[[], object]] = []

    @property
    def busy(self) -> bool:
        """Whether pictures are on their way."""
        return self._batch is not None

    def ask(self, sheet: Sheet, index: int, block_id: str | None) -> None:
        """Ask for pictures: into the sheet's photo block of this id, or (None) into a new one at the index."""
        if self.busy:
            return
        paths = self._shell.chooser.open_files(self._shell.root, _("Add photos"), picture_kinds())
        if paths:
            self.take(paths, sheet, index, block_id)

    def take(
        self,
        paths: tuple[Path, ...],
        sheet: Sheet,
        index: int,
        block_id: str | None,
        *,
        then: Callable[[], object] = lambda: None,
    ) -> None:
        """Bring these files in; `then` comes when they are in, or called off."""
        self._then = then
        self._batch = _Batch(paths)
        count = ngettext("Reading {count} photo…", "Reading {count} photos…", len(paths)).format(count=len(paths))
        self._shell.toasts.show(count, icon="image", action=(_("Cancel"), self.call_off), stays=True)
        self._shell.scheduler.every(LOOK, LOOK_MS, lambda: self._look(sheet, index, block_id))

    def wait_for(self, work: Callable[[], object]) -> None:
        """Do this when the pictures that are on their way are in, or called off."""
        self._waiting.append(work)

    def call_off(self) -> None:
        """The writer does not want them any more: the release stays as it is."""
        if self._batch is not None:
            self._batch.call_off()
            self._batch = None
            self._shell.scheduler.cancel(LOOK)
            self._go_on()

    def _go_on(self) -> None:
        """This batch is done with."""
        self._then()
        while self._waiting and not self.busy:
            self._waiting.pop(0)()

    def _look(self, sheet: Sheet, index: int, block_id: str | None) -> None:
        batch = self._batch
        if batch is None or not batch.is_done:
            return
        self._batch = None
        self._shell.scheduler.cancel(LOOK)
        self._shell.toasts.hide()
        if batch.fault is not None:
            raise batch.fault
        self._place(batch.photos, sheet, index, block_id)
        for error in batch.errors[:1]:
            self._shell.tell_error(error)
        self._go_on()

    def _place(self, photos: tuple[AdmittedPhoto, ...], sheet: Sheet, index: int, block_id: str | None) -> None:
        if not sheet.is_there or sheet.session is not self._shell.desk.session:
            return
        blocks = sheet.release.blocks
        place = next((number for number, block in enumerate(blocks) if block.id == block_id), None)
        if place is None:
            sheet.place_photos(min(index, len(blocks)), photos)
        else:
            sheet.place_photos(place, photos, into=True)
