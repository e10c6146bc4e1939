"""Codes and exceptions as sentences: what happened, that the text is safe, what to do."""

from dataclasses import dataclass

from humas_desk import errors
from humas_desk.release.problems import Problem, ProblemCode
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


_PROBLEMS: dict[ProblemCode, str] = {
    ProblemCode.TITLE_MISSING: mark("The release has no title yet. Write one."),
    ProblemCode.BODY_MISSING: mark("The release has no text yet. Write at least one paragraph."),
    ProblemCode.QUOTE_EMPTY: mark("The quote is still empty. Write what was said, or remove the quote."),
    ProblemCode.SPEAKER_MISSING: mark("The quote has no speaker yet. Write who said it."),
    ProblemCode.POSITION_MISSING: mark("The speaker's position is not filled in yet. Write it."),
    ProblemCode.REST_MISSING: mark("The second half of the quote is still empty. Write it, or choose another form."),
    ProblemCode.VERB_UNKNOWN: mark("The attribution verb “{verb}” is not in the list. Choose one from the list."),
    ProblemCode.PATTERN_UNAVAILABLE: mark(
        "The attribution verb “{verb}” does not fit this sentence form. Choose another verb or another form."
    ),
    ProblemCode.CITY_MISSING: mark("The city of the dateline is not filled in yet. Write it."),
    ProblemCode.DATE_MISSING: mark("The date of the dateline is not filled in yet. Choose it."),
    ProblemCode.PATTERN_INVALID: mark("The form “{pattern}” cannot be read. Use only the parts that are offered."),
    ProblemCode.NUMBER_INVALID: mark("The number “{number}” does not have your office's form. Check it."),
    ProblemCode.PHOTO_MISSING: mark("The photo “{file}” is not in this release. Add it again, or remove its place."),
    ProblemCode.PHOTO_COUNT: mark("A photo part holds one to six photos. Divide the photos over several parts."),
    ProblemCode.PHOTO_SMALL: mark(
        "The photo has only {dpi} dots per inch in print and may look coarse. Use a larger one."
    ),
    ProblemCode.ALT_MISSING: mark("The photo has no alternative text yet. Write what it shows, for screen readers."),
    ProblemCode.LOGO_SMALL: mark(
        "The logo has only {dpi} dots per inch in print and may look coarse. Use a larger one."
    ),
    ProblemCode.LOGO_MISSING: mark(
        "The office's logo was not found, so the letterhead has none. Choose it again in Settings."
    ),
    ProblemCode.CHARACTER_UNDRAWABLE: mark(
        "The character “{character}” is in no font and is printed as □. Replace it."
    ),
    ProblemCode.OFFICE_SAMPLE: mark(
        "The letterhead is that of the sample office. Fill in your own office in Settings."
    ),
    ProblemCode.OFFICE_UNKNOWN: mark("The office “{office}” is not on this computer. Choose another office."),
    ProblemCode.TEMPLATE_UNKNOWN: mark("The template “{template}” is not on this computer. Choose another template."),
    ProblemCode.TEMPLATE_KIND: mark(
        "The template “{template}” is not made for this kind of release. Choose another one."
    ),
    ProblemCode.LETTERHEAD_TIGHT: mark(
        "A line of the letterhead is too long and was set smaller. Shorten it in Settings."
    ),
    ProblemCode.EMBARGO_INVALID: mark("The time of the embargo cannot be read. Write its date and its time."),
    ProblemCode.EVENT_INCOMPLETE: mark("The event has no date, start or venue yet. Fill them in."),
    ProblemCode.BLOCK_EMPTY: mark("This part is still empty and is left out. Fill it in, or remove it."),
    ProblemCode.TOO_LARGE: mark("There is more text here than fits a release. Shorten it."),
}

_ERRORS: dict[type[errors.HumasError], tuple[str, str]] = {
    errors.HumasError: (mark("Something did not work."), mark("Try again.")),
    errors.FileError: (mark("The file “{file}” cannot be used."), mark("Check the file, then try again.")),
    errors.FileMissing: (mark("The file “{file}” is not there."), mark("Check its folder, or choose another file.")),
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
    errors.BadContent: (
        mark("The file “{file}” cannot be read at “{place}”: {expected} should stand there."),
        mark("Mend that place, then open the file again."),
    ),
    errors.PictureRefused: (
        mark("The picture “{file}” cannot be used."),
        mark("Save it again as JPEG or PNG, then add it."),
    ),
    errors.NoProgram: (
        mark("No program on this computer opens the file “{file}”."),
        mark("Install a PDF reader, or open the file on another computer."),
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
    "list": mark("a list"),
    "table": mark("a group of values"),
    "date": mark("a date"),
}


def problem_sentence(problem: Problem) -> str:
    """What is wrong and what to do about it; the place is told by `place_name`."""
    return _filled(_(_PROBLEMS[problem.code]), dict(problem.values))


def error_message(error: errors.HumasError, *, text_is_safe: bool) -> Message:
    """What happened and the way out; that the text is safe only when the caller knows that it is."""
    said = next(_ERRORS[parent] for parent in type(error).__mro__ if parent in _ERRORS)
    values = _values(error)
    what, todo = (_filled(_(sentence), values) for sentence in said)
    return Message(what=what, safe=_safe(text_is_safe=text_is_safe), todo=todo)


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
    values = {"file": error.path.name or str(error.path)}
    if isinstance(error, errors.BadContent):
        values |= {"place": place_name(error.place), "expected": _expected(error.expected)}
    return values


def _expected(expected: str) -> str:
    """A type in words; ranges and lists of allowed values as they are."""
    return _(_EXPECTED[expected]) if expected in _EXPECTED else expected.replace(" | ", ", ")


class _Given(dict[str, str]):
    """Facts for a sentence; a fact that was not given leaves a dash instead of failing."""

    def __missing__(self, name: str) -> str:
        return "–"


def _filled(sentence: str, values: dict[str, str]) -> str:
    return sentence.format_map(_Given(values))
