"""Drafts from outside, whatever file they come in, as releases in the desk."""

from dataclasses import replace
import datetime as dt
import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from humas_desk.desk.history import State
from humas_desk.desk.opening import SUFFIX, admitted, open_file
from humas_desk.desk.regions import Regions
from humas_desk.errors import DraftEmpty, HumasError
from humas_desk.release.blocks import Quote
from humas_desk.release.codec import encode_release
from humas_desk.release.office import Office
from humas_desk.release.release import Release
from humas_desk.values import dataclass

if TYPE_CHECKING:
    from humas_desk.intake.differences import Difference
    from humas_desk.intake.opening import OpenedDraft
    from humas_desk.intake.parts import Intake
    from humas_desk.intake.returned import Returned

_OWN = (SUFFIX, ".json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What a file brought in."""

    state: State
    intake: "Intake | None" = None
    """How a draft was read; None: the file carries a release of our own."""
    differences: "tuple[Difference, ...]" = ()
    """What was changed in a working copy since it was written; the release is as it was then."""
    returned: "Returned | None" = None
    """A working copy of ours, which `taking_over.take_over` takes changes from."""
    errors: tuple[HumasError, ...] = ()
    """Pictures of a release of our own that could not be taken."""


def place_names(regions: Regions) -> frozenset[str]:
    """What the table knows as a region's or city's name, short ones too, which tells a speaker's name from the office's."""
    official = (name for region in regions.all for name in (region.short_name, region.seat) if name)
    return frozenset(official) | {alias.name for alias in regions.aliases if not alias.search_only}


def import_text(
    text: str, *, today: dt.date, office: Office | None = None, places: frozenset[str] = frozenset()
) -> Imported:
    """The release of a pasted text."""
    from humas_desk.intake.reading import read_text

    return _imported(read_text(text, today=today, office=office, places=places))


def import_copied(
    html: bytes, text: str, *, today: dt.date, office: Office | None = None, places: frozenset[str] = frozenset()
) -> Imported:
    """The release of what was copied elsewhere: from its HTML where that says more than the plain text beside it."""
    from humas_desk.intake.copied import copied_manuscript
    from humas_desk.intake.reading import read_manuscript

    manuscript = copied_manuscript(html, text)
    if manuscript is None:
        return import_text(text, today=today, office=office, places=places)
    return _imported(read_manuscript(manuscript, today=today, office=office, places=places))


def import_file(
    path: Path, *, today: dt.date, office: Office | None = None, places: frozenset[str] = frozenset()
) -> Imported:
    """The release of a file: a draft is read, a release of our own opened, a working copy brings its release back.

    Raises what `open_draft` and `open_file` raise, DraftEmpty also for a document without a word or picture; the file is
    not touched.
    """
    if path.suffix.lower() in _OWN:
        return _opened(path)
    from humas_desk.intake.opening import open_draft

    imported = _of_draft(open_draft(path), path, today=today, office=office, places=places)
    if imported.intake is not None and not imported.intake.text.strip():
        raise DraftEmpty(path)
    return imported


def _of_draft(
    draft: "OpenedDraft", path: Path, *, today: dt.date, office: Office | None, places: frozenset[str]
) -> Imported:
    from humas_desk.intake.manuscript import Manuscript
    from humas_desk.intake.opening import PlainText
    from humas_desk.intake.reading import read_manuscript
    from humas_desk.intake.returned import Returned

    match draft:
        case PlainText():
            return import_text(draft.text, today=today, office=office, places=places)
        case Manuscript():
            return _imported(read_manuscript(draft, today=today, office=office, places=places))
        case Returned():
            bundle = draft.carried.bundle
            photos, errors = admitted(bundle.photos, path)
            state = State(release=bundle.release, photos=photos)
            return Imported(state=state, differences=draft.differences, returned=draft, errors=errors)
        case _:
            return _opened(path)


def _opened(path: Path) -> Imported:
    opened = open_file(path)
    return Imported(state=opened.state, errors=opened.errors)


def _imported(intake: "Intake") -> Imported:
    """The release gets an id of its own, the same for the same draft."""
    named = replace(intake.release, id=hashlib.sha256(intake.text.encode("utf-8", "replace")).hexdigest()[:32])
    intake = replace(intake, release=named)
    return Imported(state=State(release=named, photos=dict(intake.photos)), intake=intake)


def release_content(release: Release) -> dict[str, object]:
    """The release as release.json holds it, with what a quote and the dateline say also where it is the usual."""
    content: dict[str, object] = json.loads(encode_release(release))
    date = release.dateline.date
    content["dateline"] = {"city": release.dateline.city, "date": date.isoformat() if date else None}
    blocks: list[dict[str, object]] = json.loads(json.dumps(content["blocks"]))
    for entry, block in zip(blocks, release.blocks, strict=True):
        if isinstance(block, Quote):
            speaker = {"name": block.speaker.name, "short": block.speaker.short, "position": block.speaker.position}
            entry |= {"verb": block.verb, "pattern": block.pattern.value, "speaker": speaker, "joined": block.joined}
    content["blocks"] = blocks
    return content
