"""House style at the desk: the office's own words and choices, the checker made for them, fixes in a whole release.

Each office has one file, DATA/words/<office>.toml, which may be copied to another computer:

    format = "humas-desk/words"
    version = 1
    words = ["sigaplapor"]
    [switches]
    clock = "."
    [[left]]                       # never told to this office: a rule, or a rule about these words
    rule = "K15:podcast"
    reason = "nama acara"          # needed for errors
"""

from collections.abc import Collection, Iterable, Mapping
from contextlib import closing
from dataclasses import fields, replace
import datetime as dt
import logging
from pathlib import Path
import re
import tomllib

import tomli_w

from humas_desk.archive.files import ARCHIVE_NAME
from humas_desk.desk.editing import get, put
from humas_desk.desk.folders import Folders
from humas_desk.desk.gates import gate
from humas_desk.desk.saving import read_bytes, write_atomically
from humas_desk.errors import BadContent, FileMissing, HumasError, NewerVersion, NotOurFile
from humas_desk.language.checker import Checker, standing
from humas_desk.language.findings import Finding, Switches, apply_definite
from humas_desk.release.filename import safe_name
from humas_desk.release.release import Ignored, Release
from humas_desk.values import dataclass

log = logging.getLogger(__name__)

FORMAT = "humas-desk/words"
VERSION = 1
_MOST_ROUNDS = 6
_LEFT = re.compile(r"[KDS]\d\d(?::.+)?", re.DOTALL)
"""A rule, or a rule about certain words; the guard's are not for an office to leave."""
_CHOICES: Mapping[str, tuple[object, ...]] = {
    "clock": (".", ":"), "dash": ("–", "-"), "slash_dates": (True, False), "pemilu_capital": (True, False),
    "numbers_in_words": (True, False), "expand_short_forms": (True, False),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStyle:
    """What one office has taught the checker."""

    words: tuple[str, ...] = ()
    """Right though no list knows them, in the order they were added."""
    switches: Switches = Switches()
    left: tuple[Ignored, ...] = ()
    """What the office never wants told, in every place; never a rule of the guard."""


def style_file(folders: Folders, office: str) -> Path:
    """Where the office's words and choices are kept."""
    return folders.own_words / f"{safe_name(office) or 'kantor'}.toml"


def load_style(path: Path) -> HouseStyle:
    """Words and choices of a file; the plain ones when there is none.

    Raises FileUnreadable, NotOurFile, NewerVersion, or BadContent with the key.
    """
    try:
        values = tomllib.loads(read_bytes(path).decode("utf-8"))
    except FileMissing:
        return HouseStyle()
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise NotOurFile(path, str(error)) from error
    if values.get("format") != FORMAT:
        raise NotOurFile(path, "format")
    version = values.get("version")
    if not isinstance(version, int) or version > VERSION:
        raise NewerVersion(path, str(version))
    return HouseStyle(
        words=_words(path, values.get("words", [])),
        switches=_switches(path, values.get("switches", {})),
        left=_left(path, values.get("left", [])),
    )


def save_style(path: Path, style: HouseStyle) -> None:
    """Write words and choices; choices that were not made are left out. Raises as `write_atomically`."""
    made = {name: value for name in _CHOICES if (value := getattr(style.switches, name)) != getattr(Switches(), name)}
    left = [{"rule": note.rule, "reason": note.reason} for note in style.left]
    values = {"format": FORMAT, "version": VERSION, "words": list(style.words), "switches": made, "left": left}
    write_atomically(path, tomli_w.dumps(values, multiline_strings=False).encode("utf-8"))


def with_word(style: HouseStyle, word: str) -> HouseStyle:
    """With one more word; as it is when it has the word or there is none."""
    word = word.strip()
    return style if not word or word in style.words else replace(style, words=(*style.words, word))


def without_word(style: HouseStyle, word: str) -> HouseStyle:
    """Without the word."""
    return replace(style, words=tuple(each for each in style.words if each != word))


def with_left(style: HouseStyle, note: Ignored) -> HouseStyle:
    """With one more decision of the office; a newer one about the same takes the place of the older."""
    others = tuple(each for each in style.left if each.rule != note.rule)
    return replace(style, left=(*others, replace(note, place="")))


def without_left(style: HouseStyle, rule: str) -> HouseStyle:
    """The office wants this told again: a rule, or a rule about certain words."""
    return replace(style, left=tuple(each for each in style.left if each.rule != rule))


def joined(style: HouseStyle, other: HouseStyle) -> HouseStyle:
    """With the words and decisions of another office's file; the choices stay."""
    for word in other.words:
        style = with_word(style, word)
    known = {note.rule for note in style.left}
    return replace(style, left=(*style.left, *(note for note in other.left if note.rule not in known)))


def office_checker(folders: Folders, office: str | None, people: Collection[str] = ()) -> Checker:
    """The checker of an office; None: what was taught before there was one. Raises what `load_style` and `Checker` raise.

    `people`: names of the people register, which are never alarms.
    """
    style = load_style(style_file(folders, office or ""))
    return Checker(
        folders.words,
        switches=style.switches,
        own_words=(*style.words, *people),
        left=style.left,
    )


def register_names(folders: Folders) -> tuple[str, ...]:
    """Names of the people register for a program without the archive's thread; none where it cannot be read."""
    from humas_desk.archive.database import open_beside
    from humas_desk.archive.people import people_names

    try:
        with closing(open_beside(folders.data / ARCHIVE_NAME)) as database:
            return people_names(database)
    except HumasError as error:
        log.info("no people register for the checker: %s", type(error).__name__)
        return ()


def fix_release(checker: Checker, release: Release, today: dt.date | None = None) -> Release:
    """The release with every definite fix that it does not ignore, until there is none left."""
    for _round in range(_MOST_ROUNDS):
        definite = [each for each in standing(checker.check_release(release, today), release.ignored) if each.definite]
        if not definite:
            break
        release = _applied(release, definite)
    return release


def to_mend(checker: Checker, release: Release, today: dt.date | None = None) -> tuple[Finding, ...]:
    """What the send gate counts: errors that nobody left with a reason."""
    return gate(release, (), checker.check_release(release, today)).mistakes


def _applied(release: Release, findings: Iterable[Finding]) -> Release:
    by_place: dict[str, list[Finding]] = {}
    for finding in findings:
        by_place.setdefault(finding.place, []).append(finding)
    for place, here in by_place.items():
        text = get(release, place)
        if isinstance(text, str):
            release = put(release, place, apply_definite(text, tuple(here)))
    return release


def _words(path: Path, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise BadContent(path, "words", "list of text", type(value).__name__)
    return tuple(dict.fromkeys(word.strip() for word in value if word.strip()))


def _switches(path: Path, value: object) -> Switches:
    if not isinstance(value, dict):
        raise BadContent(path, "switches", "table", type(value).__name__)
    known = {field.name for field in fields(Switches)}
    for name, choice in value.items():
        if name not in known or choice not in _CHOICES[name]:
            allowed = " | ".join(map(str, _CHOICES.get(name, tuple(_CHOICES))))
            raise BadContent(path, f"switches.{name}", allowed, str(choice))
    return Switches(**value)


def _left(path: Path, value: object) -> tuple[Ignored, ...]:
    if not isinstance(value, list):
        raise BadContent(path, "left", "list of tables", type(value).__name__)
    notes: dict[str, Ignored] = {}
    for number, each in enumerate(value):
        if not isinstance(each, dict) or not isinstance(each.get("reason", ""), str):
            raise BadContent(path, f"left[{number}]", "rule, reason", str(each))
        rule = each.get("rule")
        if not isinstance(rule, str) or not _LEFT.fullmatch(rule):
            raise BadContent(path, f"left[{number}].rule", "K15 | K15:podcast", str(rule))
        notes[rule] = Ignored(place="", rule=rule, reason=each.get("reason", ""))
    return tuple(notes.values())
