"""Files that the house style is asked about: releases in both forms, and plain texts."""

from pathlib import Path

from humas_desk.desk.checking import fix_release, office_checker, register_names
from humas_desk.desk.folders import Folders
from humas_desk.desk.offices import find_office
from humas_desk.desk.proofs import not_made_good
from humas_desk.desk.saving import read_bytes, write_atomically
from humas_desk.desk.settings import load_settings
from humas_desk.errors import FileTooLarge, HumasError, NotOurFile
from humas_desk.language.checker import Checker, standing
from humas_desk.language.findings import Finding, Severity
from humas_desk.release.codec import encode_release
from humas_desk.release.container import Bundle, bundle_bytes, read_bundle
from humas_desk.release.office import Office
from humas_desk.release.release import Release
from humas_desk.values import dataclass

LARGEST_TEXT_BYTES = 20_000_000
_RELEASES = (".humas", ".json")
_BUNDLE = ".humas"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedFile:
    """What was found in one file; what its release ignores with a reason is left out."""

    findings: tuple[Finding, ...]
    checker: Checker
    text: str | None = None
    """A plain text's characters; None for a release."""

    @property
    def has_errors(self) -> bool:
        """Whether one of them is an error."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    def with_suggestions(self) -> tuple[Finding, ...]:
        """The findings, unknown words with what may have been meant; slow where there are many."""
        return self.checker.with_suggestions(self.findings)


def check_file(folders: Folders, path: Path) -> CheckedFile:
    """Everything to say about a file. Raises FileMissing, FileUnreadable, FileTooLarge, NotOurFile, BadContent, NewerVersion."""
    bundle = _bundle(path)
    if bundle is None:
        text = _text(path)
        checker = _checker(folders, None)
        return CheckedFile(findings=checker.check_text(text), checker=checker, text=text)
    checker = _checker(folders, bundle.release)
    findings = standing(checker.check_release(bundle.release), bundle.release.ignored)
    return CheckedFile(findings=not_made_good(findings, _office(folders, bundle.release)), checker=checker)


def fix_file(folders: Folders, path: Path, to: Path) -> None:
    """Write the file with its definite fixes; a release as `.humas` with its photos, or as release.json without them.

    Raises what `check_file` raises for the one, what `write_atomically` raises for the other.
    """
    bundle = _bundle(path)
    if bundle is None:
        write_atomically(to, _checker(folders, None).fix_text(_text(path)).encode("utf-8"))
        return
    release = fix_release(_checker(folders, bundle.release), bundle.release)
    if to.suffix.lower() == _BUNDLE:
        write_atomically(to, bundle_bytes(Bundle(release=release, photos=bundle.photos)))
    else:
        write_atomically(to, encode_release(release))


def _bundle(path: Path) -> Bundle | None:
    """The release in the file; None for a plain text."""
    is_release = path.suffix.lower() in _RELEASES
    return read_bundle(path) if is_release or read_bytes(path).startswith(b"PK\x03\x04") else None


def _text(path: Path) -> str:
    data = read_bytes(path)
    if len(data) > LARGEST_TEXT_BYTES:
        raise FileTooLarge(path, str(LARGEST_TEXT_BYTES))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotOurFile(path, "UTF-8") from error


def _office(folders: Folders, release: Release) -> Office:
    """The office the release will be printed for; a bare one when its file cannot be read."""
    try:
        return find_office(folders, release.office, load_settings(folders.settings_file).default_office).entry.office
    except HumasError:
        return Office()


def _checker(folders: Folders, release: Release | None) -> Checker:
    """The checker of the release's office, else of the default one."""
    default = load_settings(folders.settings_file).default_office or None
    return office_checker(folders, (release.office if release else None) or default, register_names(folders))
