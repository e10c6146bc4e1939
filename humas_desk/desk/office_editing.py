"""What the settings need to let somebody edit an office: examples to choose from, patterns as people type them."""

from dataclasses import replace
import datetime as dt
from pathlib import Path
import shutil

from humas_desk.desk.folders import Folders
from humas_desk.desk.offices import OfficeEntry
from humas_desk.desk.saving import write_error
from humas_desk.release.check import check_office
from humas_desk.release.dateline import DATELINE_PRESETS, dateline_text
from humas_desk.release.number import number_text
from humas_desk.release.office import Office
from humas_desk.release.pattern import to_english, to_indonesian
from humas_desk.release.problems import Problem
from humas_desk.release.release import Dateline
from humas_desk.values import dataclass

REMOVED = "removed-offices"
EXAMPLE_SEQUENCE = 21


@dataclass(frozen=True, slots=True, kw_only=True)
class DatelineOption:
    """A dateline to choose by what it looks like."""

    pattern: str
    example: str
    """Empty: no dateline."""


def dateline_options(office: Office, today: dt.date) -> tuple[DatelineOption, ...]:
    """The house's datelines as this office would write them today, and the office's own when it is another."""
    patterns = dict.fromkeys((*(preset.pattern for preset in DATELINE_PRESETS), office.dateline_pattern))
    dateline = Dateline(city=office.city, date=today)
    return tuple(
        DatelineOption(
            pattern=pattern, example=dateline_text(dateline, replace(office, dateline_pattern=pattern)).rstrip()
        )
        for pattern in patterns
    )


def shown_pattern(pattern: str) -> str:
    """A pattern with the tokens' Indonesian names."""
    return to_indonesian(pattern)


def typed_pattern(text: str) -> str:
    """A pattern as files hold it, from either spelling."""
    return to_english(text)


def number_example(office: Office, today: dt.date) -> str:
    """What the office's number looks like today."""
    return number_text(office, EXAMPLE_SEQUENCE, "", today)


def office_problems(office: Office) -> tuple[Problem, ...]:
    """Patterns that cannot be read; places are the office's own (`number_pattern`)."""
    return check_office(office)


def copy_of(entry: OfficeEntry, mark: str) -> OfficeEntry:
    """Another office with the same facts, not yet saved; `mark` goes behind the region."""
    return replace(entry, name="", office=replace(entry.office, region=f"{entry.office.region} {mark}".strip()))


def remove_office(folders: Folders, name: str) -> None:
    """Take the office out of the list; its folder is kept in DATA/removed-offices.

    Raises TargetLocked, TargetReadOnly or WriteFailed; the office is then still there.
    """
    set_aside(folders.offices / name, folders.data / REMOVED)


def set_aside(folder: Path, kept: Path) -> None:
    """Move a folder into `kept`, as "name-1", "name-2" …

    Raises TargetLocked, TargetReadOnly or WriteFailed; the folder is then still where it was.
    """
    try:
        kept.mkdir(parents=True, exist_ok=True)
        target = next(place for number in range(1, 1000) if not (place := kept / f"{folder.name}-{number}").exists())
        shutil.move(folder, target)
    except OSError as error:
        raise write_error(folder, error) from error
