"""`humas-desk import`: drafts of any kind as `.humas` files, or as one JSON list of what they became."""

from collections.abc import Iterator
import datetime as dt
import json
import logging
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from humas_desk.cli.arguments import Command, Given, UsageMistake
from humas_desk.cli.saying import DONE, HAS_ERRORS, UNREADABLE, give, give_paths, say, tell
from humas_desk.desk.folders import Folders
from humas_desk.desk.logs import describe, where
from humas_desk.errors import HumasError
from humas_desk.release.release import Release
from humas_desk.values import dataclass
from humas_desk.wording import _, fault_message

if TYPE_CHECKING:
    from humas_desk.desk.importing import Imported

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """`humas-desk import FILE… [--json] [--to DIR]`."""

    keeps_log: ClassVar[bool] = True
    files: tuple[Path, ...]
    to: Path | None = None
    json: bool = False

    def run(self, folders: Folders) -> int:
        """Import each file; gives the worst exit code: 0 done, 1 something to look at, 3 unreadable."""
        run = _Imports(self, known_places(folders))
        codes = [run.take(path) for path in self.files]
        if self.json:
            give(json.dumps(run.listed, ensure_ascii=False, indent=2))
        else:
            give_paths(run.paths, as_json=False)
        return max(codes)


class _Imports:
    """One run: two drafts of the same title do not overwrite each other."""

    def __init__(self, command: Import, places: frozenset[str]) -> None:
        self.listed: list[dict[str, object]] = []
        self.paths: list[Path] = []
        self._command = command
        self._places = places
        self._stems: set[str] = set()

    def take(self, path: Path) -> int:
        """Import one file; gives its exit code. A fault of the program is told too, and the next file has its turn."""
        try:
            return self._take(path)
        except HumasError as error:
            return tell(str(path), error)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with one draft, the others go on
            log.error("a fault of the program stopped an import: %s\n%s", describe(error), where(error.__traceback__))  # noqa: TRY400
            say(f"{path}: {fault_message(text_is_safe=False).text}")
            return UNREADABLE

    def _take(self, path: Path) -> int:
        from humas_desk.desk.importing import import_file

        imported = import_file(path, today=dt.date.today(), places=self._places)
        entry = _entry(path, imported)
        if self._command.to is not None:
            entry["written"] = str(self._write(self._command.to, path, imported))
        self.listed.append(entry)
        if not self._command.json:
            tell_unsure(path, imported)
        if imported.errors:
            return tell(str(path), *imported.errors)
        return HAS_ERRORS if entry["unsure"] else DONE

    def _write(self, folder: Path, path: Path, imported: "Imported") -> Path:
        from humas_desk.desk.exports import export_stem, free_stem
        from humas_desk.desk.opening import SUFFIX, save_copy

        release, taken = imported.state.release, set(self._stems)
        named = export_stem(release) if release.title.strip() else path.stem
        while _is_another(folder / f"{(stem := free_stem(named, taken))}{SUFFIX}", release):
            taken.add(stem)
        target = folder / f"{stem}{SUFFIX}"
        save_copy(target, imported.state)
        self._stems.add(stem)
        self.paths.append(target)
        return target


def _is_another(path: Path, release: Release) -> bool:
    """Is a file there that says something else? Somebody may have written on in what an earlier import made."""
    from humas_desk.desk.opening import open_file

    try:
        return path.is_file() and open_file(path).state.release != release
    except HumasError:
        return True
    except OSError:
        return False  # writing will say what is wrong


def _entry(path: Path, imported: "Imported") -> dict[str, object]:
    """What the JSON list says of one file."""
    from humas_desk.desk.importing import release_content

    intake = imported.intake
    dropped = (
        []
        if intake is None
        else [
            {"text": one.text, "reason": one.reason.value, "start": one.start, "end": one.end} for one in intake.dropped
        ]
    )
    noted = imported.returned.notes if imported.returned is not None else () if intake is None else intake.notes
    notes = [{"text": note.text, "reason": note.kind.value} for note in noted]
    return {
        "file": str(path),
        "release": release_content(imported.state.release),
        "dropped": [*dropped, *notes],
        "unsure": list(_unsure(imported)),
    }


def _unsure(imported: "Imported") -> Iterator[dict[str, object]]:
    from humas_desk.wording.doubts import doubt_sentence

    if imported.intake is not None:
        for one in imported.intake.unsure:
            message = doubt_sentence(one)
            yield {"code": one.code.value, "place": one.place, "start": one.start, "end": one.end, "message": message}
    for change in imported.differences:
        yield {"code": "changed", "place": None, "before": change.before, "after": change.after, "message": _changed()}


def _changed() -> str:
    return _("This was changed in the copy; the release is as it was before.")


def tell_unsure(path: Path, imported: "Imported") -> None:
    """Say what somebody should look at: `file: place: sentence`."""
    for one in _unsure(imported):
        place = f"{one['place']}: " if one["place"] else ""
        say(f"{path}: {place}{one['message']}")


def known_places(folders: Folders) -> frozenset[str]:
    """Names of regions and cities; none when their table cannot be read."""
    from humas_desk.desk.importing import place_names
    from humas_desk.desk.regions import read_regions

    try:
        return place_names(read_regions(folders.words))
    except HumasError as error:
        log.warning("the table of regions is unreadable: %s", error)
        return frozenset()


def _help() -> str:
    return _(
        "  humas-desk import FILE...            what becomes of drafts (text, Word, ODT, PDF, HTML)\n"
        "      --to DIR                         write them as releases\n"
        "      --json                           write what was read, dropped and unsure as JSON"
    )


def _read(given: Given) -> Import:
    if not given.files:
        raise UsageMistake(_("Name at least one draft to import."))
    to = given.options.get("--to")
    if to is None and "--json" not in given.options:
        raise UsageMistake(_("Say with --to into which folder the files go."))
    return Import(
        files=tuple(Path(name) for name in given.files), to=Path(to) if to else None, json="--json" in given.options
    )


IMPORT = Command(name="import", help=_help, read=_read, with_value=("--to",), flags=("--json",))
