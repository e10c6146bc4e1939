"""Named exceptions as messages: what happened, that the text is safe, what to do."""

import re

from humas_desk import errors
from humas_desk.values import dataclass
from humas_desk.wording.filling import filled
from humas_desk.wording.places import place_name
from humas_desk.wording.text import mark
from humas_desk.wording.text import translate as _


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What a person is told when something fails: three sentences, each for itself."""

    what: str
    safe: str = ""
    """That the text is safe; empty when that is not certain."""
    todo: str = ""

    @property
    def text(self) -> str:
        """The sentences one after the other."""
        return " ".join(sentence for sentence in (self.what, self.safe, self.todo) if sentence)


_ERRORS: dict[type[errors.HumasError], tuple[str, str]] = {
    errors.HumasError: (mark("Something did not work."), mark("Try again.")),
    errors.FileError: (mark("The file “{file}” cannot be used."), mark("Check the file, then try again.")),
    errors.FileMissing: (mark("The file “{file}” is not there."), mark("Check its folder, or choose another file.")),
    errors.NothingToBackUp: (
        mark("Nothing was written in Humas Desk yet, so there is nothing to back up."),
        mark("Write a release first."),
    ),
    errors.FileUnreadable: (
        mark("The file “{file}” cannot be read."),
        mark("Check that you are allowed to open it, then try again."),
    ),
    errors.TargetLocked: (
        mark("The file “{file}” is open in another program."),
        mark("Close that file, or save under another name."),
    ),
    errors.TargetReadOnly: (
        mark("The file “{file}” may not be written in that folder."),
        mark("Choose another folder, or save under another name."),
    ),
    errors.DataReadOnly: (
        mark("Humas Desk may not write in its own folder {folder}, where releases are kept."),
        mark("Ask whoever looks after this computer to let you write there, then open Humas Desk again."),
    ),
    errors.DiskFull: (
        mark("The disk has no room left for the file “{file}”."),
        mark("Remove files you no longer need, or save on another disk."),
    ),
    errors.WriteFailed: (
        mark("The file “{file}” could not be written."),
        mark("Try again, or save in another folder."),
    ),
    errors.NotOurFile: (
        mark("The content of the file “{file}” is not what its name says."),
        mark("Choose another file, or ask for it to be sent again."),
    ),
    errors.NewerVersion: (
        mark("The file “{file}” was made with a newer Humas Desk; it was not changed."),
        mark("Update Humas Desk, then open the file again."),
    ),
    errors.FileTooLarge: (mark("The file “{file}” is too large."), mark("Choose a smaller file.")),
    errors.ArchiveDamaged: (
        mark("The file “{file}” is damaged; it is kept unchanged."),
        mark("Choose a backup in the archive to have the missing releases back."),
    ),
    errors.BackupDamaged: (
        mark("The backup “{file}” is damaged."),
        mark("Choose another backup, or make a new one."),
    ),
    errors.PhotosMissing: (
        mark("The releases of the backup “{file}” are here again, but {count} of its photos are not beside it."),
        mark("Have the folder “photos” beside the backup and restore again, or add the photos anew."),
    ),
    errors.NumberTaken: (
        mark("Another release is already final under this number."),
        mark("Take the next number, or a sub-number."),
    ),
    errors.NumberVoid: (
        mark("This number is void and is not given again."),
        mark("Take the next number, or a sub-number."),
    ),
    errors.BadContent: (
        mark("The file “{file}” cannot be read at “{place}”: {expected} should stand there."),
        mark("Mend that place, then open the file again."),
    ),
    errors.PictureRefused: (
        mark("The picture “{file}” cannot be used."),
        mark("Save it again as JPEG or PNG, then add it."),
    ),
    errors.DraftKindUnknown: (
        mark("No draft can be read from the file “{file}”."),
        mark("Choose a Word file (DOCX), ODT, PDF, HTML or text file, or paste the text."),
    ),
    errors.DraftKindOld: (
        mark("The file “{file}” is in a format that is not read here."),
        mark("Open it in Word or LibreOffice, save it as DOCX (File, Save As), and choose the new file."),
    ),
    errors.DraftEncrypted: (
        mark("The file “{file}” is locked with a password."),
        mark("Open it with its password, save it without one, and choose the new file."),
    ),
    errors.DraftDamaged: (
        mark("The file “{file}” is damaged or was not sent completely."),
        mark("Ask for it to be sent again, or paste its text."),
    ),
    errors.DraftEmpty: (
        mark("The file “{file}” is empty."),
        mark("Choose another file, or ask for it to be sent again."),
    ),
    errors.DraftRefused: (
        mark("The file “{file}” was not opened because it is built like a harmful file."),
        mark("Ask the sender what it is, or paste its text."),
    ),
    errors.DraftWithoutText: (
        mark("The file “{file}” is a scan: pictures of pages, without text."),
        mark("Ask for the Word file, or turn the scan into text with an OCR program and paste it."),
    ),
    errors.NoProgram: (
        mark("No program on this computer opens the file “{file}”."),
        mark("Install a PDF reader, or open the file on another computer."),
    ),
    errors.ClipboardBusy: (
        mark("The text could not be copied because another program is using the clipboard."),
        mark("Wait a moment, then copy again."),
    ),
    errors.WorkerDied: (
        mark("The preview has stopped."),
        mark("Close Humas Desk and open it again."),
    ),
    errors.WorkerTimeout: (
        mark("The pages could not be made in time."),
        mark("Try again with smaller photos or less text."),
    ),
    errors.DeskInUse: (
        mark("Humas Desk is already open on this computer."),
        mark("Use the window that is open, or close it first."),
    ),
    errors.ClockSetBack: (
        mark("This computer's clock is behind: your text was last saved at a later time than it shows now."),
        mark("Set date and time of the computer right; versions and backups are dated by it."),
    ),
    errors.NoDisplay: (
        mark("The window cannot be opened because there is no screen here."),
        mark("Open Humas Desk on a desktop, or use “humas-desk export”."),
    ),
}

_EXPECTED = {
    "text": mark("text"),
    "number": mark("a number"),
    "whole number": mark("a whole number"),
    "true/false": mark("true or false"),
    "true | false": mark("true or false"),
    "list": mark("a list"),
    "table": mark("a group of values"),
    "object": mark("a group of values"),
    "file name": mark("a file name without folders"),
    "YYYY-MM-DD": mark("a date like 2026-08-17"),
}
"""What may stand at a place of a file, as BadContent names it."""

_EXPECTED_FORMS = (
    (re.compile(r"text with (?P<values>.+)"), mark("text with {values}")),
    (re.compile(r"list of up to (?P<count>\d+) tables"), mark("a list of at most {count} groups of values")),
    (re.compile(r"list of (?P<values>.+), with (?P<needed>.+)"), mark("a list of {values}, among them {needed}")),
    (re.compile(r"list of (?P<values>.+)"), mark("a list of {values}")),
    (
        re.compile(r"less: (?P<length>.+) must be left for the right margin"),
        mark("a smaller number: {length} must be left for the right margin"),
    ),
)


_RANGE = re.compile(r"[\d.]+–[\d.]+")


def error_message(error: errors.HumasError, *, text_is_safe: bool) -> Message:
    """What happened and the way out; that the text is safe only when the caller knows that it is."""
    said = next(_ERRORS[parent] for parent in type(error).__mro__ if parent in _ERRORS)
    values = _values(error)
    what, todo = (filled(_(sentence), values) for sentence in said)
    return Message(what=what, safe=_safe(text_is_safe=text_is_safe), todo=todo)


def allowed_sentence(error: errors.BadContent) -> str:
    """What may stand at a place, said beside its field."""
    expected = _expected(error.expected)
    return filled(
        _("What may stand here: {expected}."),
        {"expected": expected.replace(".", ",") if _RANGE.fullmatch(expected) else expected},
    )


def fault_message(*, text_is_safe: bool) -> Message:
    """What a person is told when the program itself is at fault; the details are in the log."""
    return Message(
        what=_("Something inside Humas Desk went wrong."),
        safe=_safe(text_is_safe=text_is_safe),
        todo=_("You can go on working. If it happens again, pass on the log file."),
    )


def _safe(*, text_is_safe: bool) -> str:
    return _("Your text is safe.") if text_is_safe else ""


def _values(error: errors.HumasError) -> dict[str, str]:
    if not isinstance(error, errors.FileError):
        return {}
    values = {"file": error.path.name or str(error.path), "folder": str(error.path)}
    if isinstance(error, errors.PhotosMissing):
        values["count"] = str(error.count)
    if isinstance(error, errors.BadContent):
        values |= {"place": place_name(error.place), "expected": _expected(error.expected)}
    return values


def _expected(expected: str) -> str:
    """A type in words; ranges and lists of allowed values as they are."""
    if expected in _EXPECTED:
        return _(_EXPECTED[expected])
    listed = expected.replace(" | ", ", ")
    for form, sentence in _EXPECTED_FORMS:
        if match := form.fullmatch(listed):
            return filled(_(sentence), match.groupdict())
    return listed
