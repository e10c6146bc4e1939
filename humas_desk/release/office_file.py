"""office.toml in and out (version 1)."""

from pathlib import Path
import tomllib

import tomli_w

from humas_desk.errors import BadContent, FileMissing, FileTooLarge, FileUnreadable, NewerVersion, NotOurFile
from humas_desk.release.filename import is_bare_name
from humas_desk.release.office import Office
from humas_desk.release.shape import Misfit, plain_fact, read_fact

FORMAT = "humas-desk/office"
VERSION = 1
MAX_BYTES = 500_000


def read_office(path: Path) -> Office:
    """The office in this file; keys that this version does not know are kept.

    Raises FileMissing, FileUnreadable, FileTooLarge, NotOurFile, NewerVersion and BadContent.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except (OSError, ValueError) as error:
        raise FileUnreadable(path, str(error)) from error
    return decode_office(data, path)


def decode_office(data: bytes, path: Path) -> Office:
    """The office in these bytes; `path` names the file in errors only. Errors as in `read_office`, without the disk's."""
    if len(data) > MAX_BYTES:
        raise FileTooLarge(path, f"{MAX_BYTES // 1000} kB")
    try:
        content = tomllib.loads(data.removeprefix(b"\xef\xbb\xbf").decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise NotOurFile(path, "no TOML") from error
    if content.get("format") != FORMAT:
        raise NotOurFile(path, "format")
    version = content.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise BadContent(path, "version", "number")
    if version > VERSION:
        raise NewerVersion(path, str(version))
    try:
        office = read_fact(Office, content, also_known=("format", "version"))
    except Misfit as misfit:
        raise BadContent(path, misfit.place, misfit.expected, misfit.found) from misfit
    if office.logo and not is_bare_name(office.logo):
        raise BadContent(path, "logo", "file name", office.logo)
    return office


def office_toml(office: Office) -> str:
    """The office as the text of an office.toml; every key is written, so that the file shows what can be set."""
    plain = {"format": FORMAT, "version": VERSION, **plain_fact(office, with_defaults=True)}
    return tomli_w.dumps(plain)
