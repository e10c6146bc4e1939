"""release.json in and out (version 1). The one place with msgspec."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
import re

import msgspec

from humas_desk.errors import BadContent, FileTooLarge, NewerVersion, NotOurFile
from humas_desk.release.blocks import Block, Photo
from humas_desk.release.filename import is_bare_name
from humas_desk.release.release import Release
from humas_desk.release.shape import Misfit, at, plain_fact, read_fact

FORMAT = "humas-desk/release"
VERSION = 1
RELEASE_NAME = "release.json"
"""Its name inside a `.humas`; no photo may have it."""
MAX_BYTES = 32_000_000
"""A release of hundreds of pages is a hundredth of this; the check warns long before."""
MAX_DEPTH = 40

_ESCAPE = re.compile(rb"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|(\\u[dD][89a-fA-F]..)|\\.", re.DOTALL)
"""An escape in JSON text; half a surrogate pair is group 1."""
_ALLOWED = {"notice": ("segera",), "acting": ("Plt.", "Plh.", "a.n.")}


def decode_release(data: bytes, path: Path) -> Release:
    """The release in these bytes; `path` names the file in errors only.

    Keys that this version does not know are kept. Raises FileTooLarge, NotOurFile, NewerVersion and BadContent.
    """
    content = _content(data, path)
    _check_head(content, path)
    try:
        _check_needed(content)
        release = read_fact(Release, content, also_known=("format", "version"))
        _check_values(release)
    except Misfit as misfit:
        raise BadContent(path, misfit.place, misfit.expected, misfit.found) from misfit
    return _with_distinct_ids(release)


def encode_release(release: Release) -> bytes:
    """The release as indented JSON with a last newline; the same bytes for the same release, defaults left out."""
    content = {"format": FORMAT, "version": VERSION, **plain_fact(release, always=("title", "blocks"))}
    return msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n"


def _content(data: bytes, path: Path) -> Mapping[str, object]:
    """The JSON object in the file, small and flat enough to be handled."""
    if len(data) > MAX_BYTES:
        raise FileTooLarge(path, f"{MAX_BYTES // 1_000_000} MB")
    text = data.removeprefix(b"\xef\xbb\xbf")
    try:
        content = _parsed(text)
    except (msgspec.MsgspecError, UnicodeError, RecursionError, ValueError) as error:
        raise NotOurFile(path, "no JSON") from error
    if not isinstance(content, dict):
        raise NotOurFile(path, "no JSON object")
    if _is_deeper(content, MAX_DEPTH):
        raise FileTooLarge(path, f"{MAX_DEPTH} levels")
    return content


def _parsed(text: bytes) -> object:
    """JSON as plain data. Half a surrogate pair, which other programmes write, is no character: it becomes U+FFFD."""
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError:
        return msgspec.json.decode(_ESCAPE.sub(lambda escape: rb"\ufffd" if escape[1] else escape[0], text))


def _is_deeper(value: object, levels: int) -> bool:
    """Whether lists and objects stand in each other more than so many levels deep."""
    layer = [value]
    for _ in range(levels):
        layer = [
            inner
            for outer in layer
            for inner in (outer.values() if isinstance(outer, dict) else outer if isinstance(outer, list) else ())
        ]
        if not layer:
            return False
    return True


def _check_needed(content: Mapping[str, object]) -> None:
    for name, expected in (("title", "text"), ("blocks", "list")):
        if content.get(name) is None:
            raise Misfit(name, expected, None)


def _check_head(content: Mapping[str, object], path: Path) -> None:
    if content.get("format") != FORMAT:
        raise NotOurFile(path, "format")
    version = content.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise BadContent(path, "version", "number")
    if version > VERSION:
        raise NewerVersion(path, str(version))


def _check_values(release: Release) -> None:
    """What the types cannot say: fixed words, and names of files that lead nowhere else."""
    _check_word("notice", release.notice, _ALLOWED["notice"])
    for index, signatory in enumerate(release.signatories):
        _check_word(f"signatories[{index}].acting", signatory.acting, _ALLOWED["acting"])
    names: dict[str, str] = {}
    _check_files("blocks", release.blocks, names)
    for index, attachment in enumerate(release.attachments):
        _check_files(f"attachments[{index}].blocks", attachment.blocks, names)


def _check_word(place: str, value: str | None, allowed: tuple[str, ...]) -> None:
    if value and value not in allowed:
        raise Misfit(place, " | ".join(allowed), value)


def _check_files(place: str, blocks: tuple[Block, ...], names: dict[str, str]) -> None:
    """Bare names only, and no two that are one file on Windows; `names`: those before, by their small letters."""
    for index, block in enumerate(blocks):
        if isinstance(block, Photo):
            for number, photo in enumerate(block.files):
                folded = photo.file.casefold()
                is_another = names.setdefault(folded, photo.file) != photo.file
                if not is_bare_name(photo.file) or folded == RELEASE_NAME or is_another:
                    raise Misfit(at(f"{place}[{index}].files[{number}]", "file"), "file name", photo.file)


def _with_distinct_ids(release: Release) -> Release:
    """Every block with an id of its own: missing and repeated ones get the first free of b1, b2, …"""
    lists = [release.blocks, *(attachment.blocks for attachment in release.attachments)]
    given = {block.id for blocks in lists for block in blocks}
    used: set[str] = set()
    free = (name for number in range(1, 10**9) if (name := f"b{number}") not in given)
    mended: list[tuple[Block, ...]] = []
    for blocks in lists:
        kept: list[Block] = []
        for block in blocks:
            name = block.id if block.id and block.id not in used else next(free)
            used.add(name)
            kept.append(block if name == block.id else replace(block, id=name))
        mended.append(tuple(kept))
    attachments = tuple(
        replace(attachment, blocks=blocks) for attachment, blocks in zip(release.attachments, mended[1:], strict=True)
    )
    return replace(release, blocks=mended[0], attachments=attachments)
