"""What can go wrong in the world: named exceptions that carry data, never sentences.

A user's mistake is a value (`humas_desk.release.problems.Problem`). An exception here means that a file, a disk or a
font is not as needed; `humas_desk.wording` turns it into a sentence with a way out.
"""

from pathlib import Path


class HumasError(Exception):
    """Parent of every exception this program raises on purpose."""


class FileError(HumasError):
    """Something about one file; `path` names it."""

    def __init__(self, path: Path, detail: str = "") -> None:
        super().__init__(f"{type(self).__name__}: {path}: {detail}" if detail else f"{type(self).__name__}: {path}")
        self.path = path
        self.detail = detail

    def __reduce__(self) -> tuple[object, ...]:
        """Keep both arguments when the exception crosses to another process."""
        return type(self), (self.path, self.detail)


class FileMissing(FileError):
    """The file is not there."""


class NothingToBackUp(FileMissing):
    """There is no archive yet."""


class FileUnreadable(FileError):
    """The file is there but the system refuses to read it."""


class TargetLocked(FileError):
    """The file to be written is open in another program (Windows errors 5 and 32)."""


class TargetReadOnly(FileError):
    """The file or its folder may not be written."""


class DataReadOnly(TargetReadOnly):
    """The program's own folder may not be written; `path` is the folder."""


class DiskFull(FileError):
    """There is no room left to write the file."""


class WriteFailed(FileError):
    """The file could not be written for another reason; `detail` is the system's."""


class NotOurFile(FileError):
    """The file is not what its name says: no ZIP, no JSON, no picture, not our format."""


class NewerVersion(FileError):
    """The file was made by a newer Humas Desk; it is left untouched. `detail` is its version."""


class FileTooLarge(FileError):
    """The file is, or unpacks to, more than is sensible; `detail` names the limit."""


class ArchiveDamaged(FileError):
    """The archive does not hold what was written into it; `detail` says where."""


class BackupDamaged(ArchiveDamaged):
    """The same of a backup."""


class PhotosMissing(FileError):
    """A backup was had back without photos that are not beside it; `count` says how many."""

    def __init__(self, path: Path, count: int) -> None:
        super().__init__(path, str(count))
        self.count = count

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.path, self.count)


class BadContent(FileError):
    """A place in the file does not hold what it should.

    `place` uses the common grammar (`blocks[3].speaker.name`, `roles.body.size_pt`); `expected` says what may stand
    there: a type name ("text", "number", "true/false", "list"), a range ("8–72") or the allowed values joined by " | ".
    """

    def __init__(self, path: Path, place: str, expected: str, found: str = "") -> None:
        super().__init__(path, f"{place}: expected {expected}, found {found}")
        self.place = place
        self.expected = expected
        self.found = found

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.path, self.place, self.expected, self.found)


class PictureRefused(FileError):
    """The picture cannot be taken: unknown format, damaged, or too many pixels; `detail` says which."""


class DraftKindUnknown(FileError):
    """No draft is read from this kind of file; `detail` says what it seems to be, if that is known."""


class DraftKindOld(FileError):
    """A kind of file that has to be converted first; `detail` is its suffix without the dot: "doc" | "rtf"."""


class DraftEncrypted(FileError):
    """The draft can only be read with a password."""


class DraftDamaged(FileError):
    """The draft is cut off or spoiled; `detail` says where that was seen."""


class DraftEmpty(FileError):
    """Nothing stands in the file."""


class DraftRefused(FileError):
    """The draft holds what no document needs and what is known from attacks; `detail` names it."""


class DraftWithoutText(FileError):
    """The PDF holds pictures of pages and no text (a scan)."""


class NoProgram(FileError):
    """No program on this computer opens or prints the file."""


class ClipboardBusy(HumasError):
    """The clipboard could not be written: another program keeps it."""


class WorkerDied(HumasError):
    """The render worker ended without an answer, also after one restart."""


class WorkerTimeout(HumasError):
    """The render worker gave no answer in time and was ended."""


class DeskInUse(HumasError):
    """Another window of this program has the user's data folder open."""


class NumberTaken(HumasError):
    """Another release is final under this number; `number` and `title` are what the register says of it."""

    def __init__(self, number: str = "", title: str = "") -> None:
        super().__init__(f"NumberTaken: {number}")
        self.number = number
        self.title = title

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.number, self.title)


class NumberVoid(NumberTaken):
    """The number was made void, and is not given again."""


class ClockSetBack(HumasError):
    """The computer's clock is behind the moment at which the open release was last saved."""


class NoDisplay(HumasError):
    """There is no screen to open a window on."""
