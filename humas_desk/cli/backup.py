"""`humas-desk backup create|list|verify|restore`: everything in one place, and back."""

from collections.abc import Callable
import datetime as dt
import json
from pathlib import Path
from typing import ClassVar

from humas_desk.cli.arguments import Command, Given, UsageMistake, one_of
from humas_desk.cli.saying import DONE, HAS_ERRORS, give, give_paths, say, tell
from humas_desk.desk.folders import Folders
from humas_desk.errors import BackupDamaged, FileMissing, HumasError, NotOurFile
from humas_desk.values import dataclass
from humas_desk.wording import _

ACTIONS = ("create", "list", "verify", "restore")


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """`humas-desk backup ACTION [FILE…]`."""

    keeps_log: ClassVar[bool] = True
    action: str
    """One of `ACTIONS`."""
    files: tuple[Path, ...] = ()
    to: Path | None = None
    """Of `create`: one file with everything, for another computer; None: a backup beside the others."""
    json: bool = False

    def run(self, folders: Folders) -> int:
        """Do it; gives the exit code: 1 when a backup is not what it should be, 3 when it could not be read or written."""
        actions: dict[str, Callable[[Backup, Folders], int]] = {
            "create": _create,
            "list": _list,
            "verify": _verify,
            "restore": _restore,
        }
        return actions[self.action](self, folders)


def _create(asked: Backup, folders: Folders) -> int:
    from humas_desk.desk.backing_up import back_up
    from humas_desk.desk.backups import create_whole_backup

    now = dt.datetime.now().astimezone()
    try:
        to = asked.to
        paths = back_up(folders, now) if to is None else (create_whole_backup(folders, to, now=now),)
    except HumasError as error:
        return tell(str(asked.to or folders.backup), error)
    give_paths(paths, as_json=asked.json)
    return DONE


def _list(asked: Backup, folders: Folders) -> int:
    from humas_desk.desk.backups import list_backups

    found = list_backups(folders.backup)
    if asked.json:
        facts = [
            {"file": str(one.path), "made": one.made_at.isoformat(), "releases": one.releases, "bytes": one.size}
            for one in found
        ]
        give(json.dumps(facts, ensure_ascii=False, indent=2))
    else:
        give_paths([one.path for one in found], as_json=False)
    return DONE


def _verify(asked: Backup, folders: Folders) -> int:
    from humas_desk.desk.backups import list_backups, verify_backup

    code, good = DONE, []
    for path in asked.files or [one.path for one in list_backups(folders.backup)]:
        try:
            good.append(verify_backup(path).path)
        except (BackupDamaged, NotOurFile) as error:
            tell(str(path), error)
            code = max(code, HAS_ERRORS)
        except HumasError as error:
            code = max(code, tell(str(path), error))
    give_paths(good, as_json=asked.json)
    return code


def _restore(asked: Backup, folders: Folders) -> int:
    from humas_desk.desk.backups import restore_backup
    from humas_desk.desk.one_desk import OneDesk

    (path,) = asked.files
    try:
        with OneDesk(folders.data):
            restored = restore_backup(path, folders)
    except (BackupDamaged, NotOurFile) as error:
        tell(str(path), error)
        return HAS_ERRORS
    except HumasError as error:
        return tell(str(error.path if isinstance(error, FileMissing) else path), error)
    if restored.aside is not None:
        say(_("What was here before lies unchanged in {folder}.").format(folder=restored.aside))
    tell(str(path), *restored.notices)
    give_paths((folders.data,), as_json=asked.json)
    return DONE


def _help() -> str:
    return _(
        "  humas-desk backup create [--to FILE] back everything up, or into one file for another computer\n"
        "  humas-desk backup list               name the backups, the newest first\n"
        "  humas-desk backup verify [FILE...]   read backups to the last byte\n"
        "  humas-desk backup restore FILE       have a backup back; what is here now is set aside"
    )


def _read(given: Given) -> Backup:
    if not given.files:
        raise UsageMistake(_("Say what to do: {actions}.").format(actions=", ".join(ACTIONS)))
    action = one_of("backup", given.files[0], ACTIONS)
    files = given.files[1:]
    if action == "restore" and not files:
        raise UsageMistake(_("Name the backup to have back."))
    too_many = files[{"create": 0, "list": 0, "restore": 1, "verify": len(files)}[action] :]
    if too_many:
        raise UsageMistake(_("“{word}” is too much here.").format(word=too_many[0]))
    if "--to" in given.options and action != "create":
        raise UsageMistake(_("There is no option {option}.").format(option="--to"))
    return Backup(
        action=action,
        files=tuple(Path(name) for name in files),
        to=Path(given.options["--to"]) if "--to" in given.options else None,
        json="--json" in given.options,
    )


BACKUP = Command(name="backup", help=_help, read=_read, with_value=("--to",), flags=("--json",))
