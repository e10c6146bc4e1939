"""People quoted in releases written at this desk, kept in DATA/words until the archive knows them."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
import json
import logging
from pathlib import Path

from humas_desk.desk.people import Person, merged
from humas_desk.desk.saving import write_atomically

log = logging.getLogger(__name__)

FILE_NAME = "narasumber.json"
MOST_KEPT = 500
"""The earliest are forgotten first."""


def kept_people(folder: Path) -> tuple[Person, ...]:
    """Everybody kept, the latest first; nobody when the file is missing or cannot be understood."""
    try:
        values = json.loads((folder / FILE_NAME).read_bytes())
    except FileNotFoundError:
        return ()
    except (OSError, ValueError) as error:
        log.warning("the list of people is unreadable: %s", type(error).__name__)
        return ()
    return merged(_people(values))


def keep_people(folder: Path, people: Sequence[Person]) -> None:
    """Put these people first in the list. Raises TargetLocked, TargetReadOnly, DiskFull or WriteFailed."""
    before = kept_people(folder)
    after = merged((*people, *before))[:MOST_KEPT]
    if after != before:
        text = json.dumps([asdict(person) for person in after], ensure_ascii=False, indent=2)
        write_atomically(folder / FILE_NAME, text.encode("utf-8", "replace"))


def _people(values: object) -> Iterable[Person]:
    for value in values if isinstance(values, list) else ():
        if not isinstance(value, dict):
            continue
        name, short, position = value.get("name"), value.get("short"), value.get("position")
        if isinstance(name, str) and isinstance(position, str) and (short is None or isinstance(short, str)):
            yield Person(name=name, short=short, position=position)
