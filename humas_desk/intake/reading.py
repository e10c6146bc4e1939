"""A draft → a structured release: pasted text, or what a file reader made of a file."""

from collections.abc import Collection
from dataclasses import replace
import datetime as dt

from humas_desk.intake.building import build
from humas_desk.intake.draft import Draft, draft_of, draft_of_text
from humas_desk.intake.manuscript import Manuscript
from humas_desk.intake.parts import Dropped, DropReason, Intake, Part, Role, Setting, Unsure, UnsureCode
from humas_desk.intake.place_finding import places_shown
from humas_desk.intake.roles import find_parts
from humas_desk.intake.wrapping import paragraphs_of
from humas_desk.release.office import Office

__all__ = (
    "DropReason",
    "Dropped",
    "Intake",
    "Part",
    "Role",
    "Setting",
    "Unsure",
    "UnsureCode",
    "read_manuscript",
    "read_text",
    "reassign",
)


def read_text(text: str, *, today: dt.date, office: Office | None = None, places: Collection[str] = ()) -> Intake:
    """The release that a pasted text is. `places`: names of regions and cities, which tell a name from its office's."""
    return _read(draft_of_text(text), today, office, places)


def read_manuscript(
    manuscript: Manuscript, *, today: dt.date, office: Office | None = None, places: Collection[str] = ()
) -> Intake:
    """The release that a file's text is."""
    return _read(draft_of(manuscript), today, office, places)


def reassign(intake: Intake, index: int, role: Role) -> Intake:
    """The intake with one part taken for something else; all others stay what they are.

    A second title goes on with one it stands beside; else the former title becomes a subtitle. IndexError: no such part.
    """
    parts = list(intake.parts)
    if role is Role.TITLE:
        beside = {number for number in (index - 1, index + 1) if 0 <= number < len(parts)}
        for number, part in enumerate(parts):
            if part.role is Role.TITLE and number != index and number not in beside:
                parts[number] = replace(part, role=Role.SUBTITLE)
    parts[index] = replace(parts[index], role=role, reason=DropReason.CHOSEN if role is Role.DROPPED else None)
    return build(intake.draft, paragraphs_of(intake.draft), parts, intake.setting)


def _read(draft: Draft, today: dt.date, office: Office | None, places: Collection[str]) -> Intake:
    known = _known_places(office, places)
    known |= places_shown(draft.text, known)
    setting = Setting(today=today, office=office, places=known)
    paras = paragraphs_of(draft)
    return build(draft, paras, find_parts(draft, paras, setting), setting)


def _known_places(office: Office | None, places: Collection[str]) -> frozenset[str]:
    """Names of places in small letters without "Kabupaten": the given ones and the office's own."""
    own = () if office is None else (office.city, office.region)
    names = {_without_kind(place.casefold().strip()) for place in (*places, *own)}
    return frozenset(name for name in names if name)


def _without_kind(name: str) -> str:
    for prefix in ("kabupaten ", "kota ", "provinsi "):
        name = name.removeprefix(prefix)
    return name
