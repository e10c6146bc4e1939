"""People whom programs before the archive kept in DATA/words; the people register takes them over."""

from collections.abc import Iterable
from contextlib import suppress
import json
import logging
from pathlib import Path

from humas_desk.desk.people import Person, merged

log = logging.getLogger(__name__)

FILE_NAME = "narasumber.json"
RETIRED_SUFFIX = ".lama"


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


def retire_kept_people(folder: Path) -> None:
    """The archive has them now: the file stays beside under another name."""
    with suppress(OSError):
        (folder / FILE_NAME).replace(folder / f"{FILE_NAME}{RETIRED_SUFFIX}")


def _people(values: object) -> Iterable[Person]:
    for value in values if isinstance(values, list) else ():
        if not isinstance(value, dict):
            continue
        name, short, position = value.get("name"), value.get("short"), value.get("position")
        if isinstance(name, str) and isinstance(position, str) and (short is None or isinstance(short, str)):
            yield Person(name=name, short=short, position=position)
