"""The composition root: the only part that knows all others, and the only reader of `paths`."""

from collections.abc import Sequence
from contextlib import closing
import gc
import importlib.util
import logging
from logging.handlers import RotatingFileHandler
import os
from pathlib import Path
import sys

from humas_desk import cli, paths
from humas_desk.desk.folders import Folders
from humas_desk.desk.logs import describe, where
from humas_desk.errors import DeskInUse, HumasError, NoDisplay
from humas_desk.wording import error_message, fault_message

log = logging.getLogger(__name__)

LOG_NAME = "humas-desk.log"
LOG_BYTES = 500_000
LOGS_KEPT = 3
INTERRUPTED = 130
SWITCH_S = 0.001
"""So soon a thread that saves lets the window's go on; Python's own 5 ms would be felt."""


def main(arguments: Sequence[str]) -> int:
    """Do what the command line asks for; gives the exit code."""
    folders = Folders(
        assets=paths.assets(), templates=paths.templates(), data=paths.data(), documents=paths.documents()
    )
    cli.speak_utf8()
    logging.getLogger().addHandler(logging.NullHandler())  # without one, warnings would go to the user's console
    logging.captureWarnings(capture=True)
    command = cli.parse(arguments, version=version)
    try:
        if isinstance(command, cli.OpenWindow):
            return _open_window(command.file, folders)
        if command.keeps_log:
            _start_log(folders.log)
        return cli.run(command, folders)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # whoever read our paths has gone; nothing more can be said, also not while Python closes the stream
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return cli.UNREADABLE
    except Exception as error:  # noqa: BLE001 - the last place where a fault can be told in words
        _start_log(folders.log)
        log.error("a fault of the program ended it: %s\n%s", describe(error), where(error.__traceback__))  # noqa: TRY400
        cli.say(fault_message(text_is_safe=False).text)
        return cli.UNREADABLE


def version() -> str:
    """The installed program's version; empty in a source tree that was never installed."""
    import importlib.metadata  # slow, and only asked for by --version

    try:
        return importlib.metadata.version("humas-desk")
    except importlib.metadata.PackageNotFoundError:
        return ""


def _open_window(file: Path | None, folders: Folders) -> int:
    """Open the window; gives its exit code: 2 without a screen, 3 when the user's folder cannot be used or is in use."""
    _start_log(folders.log)
    sys.setswitchinterval(SWITCH_S)
    gc.disable()  # all that a start makes is kept; the window takes the collector up again when the writer can type
    try:
        _need_display()
        from humas_desk.desk.desk import Desk
        from humas_desk.desk.one_desk import OneDesk

        with OneDesk(folders.data):
            with closing(Desk(folders)) as desk:
                from humas_desk.ui import window  # while the archive is opened on a thread of its own

                code = window.run(desk, file)
            _back_up(folders)
            return code
    except NoDisplay as error:
        cli.say(error_message(error, text_is_safe=False).text)
        return cli.USAGE
    except DeskInUse as error:
        return cli.DONE if _first_window_heard(file, folders) else _refuse(error)
    except HumasError as error:
        return _refuse(error)


def _refuse(error: HumasError) -> int:
    """Say why there is no window; gives the exit code."""
    log.warning("the window did not open: %s", type(error).__name__)
    text = error_message(error, text_is_safe=False).text
    cli.say(text)
    if sys.stderr is None:
        from humas_desk.ui import window

        window.announce(text)
    return cli.UNREADABLE


def _first_window_heard(file: Path | None, folders: Folders) -> bool:
    """Whether the window that is open already comes forward instead of a second one."""
    from humas_desk.desk.one_desk import call_first_window

    try:
        return call_first_window(folders.data, file)
    except HumasError:
        return False


def _back_up(folders: Folders) -> None:
    """The window has gone: what was written since the last backup goes into one."""
    from humas_desk.desk.backing_up import back_up_at_close

    back_up_at_close(folders)


def _need_display() -> None:
    """Raises NoDisplay where a window can never open: an X11 system without a screen, a Python without Tk."""
    on_x11 = sys.platform not in ("win32", "darwin")
    if (on_x11 and not os.environ.get("DISPLAY")) or importlib.util.find_spec("_tkinter") is None:
        raise NoDisplay


def _start_log(folder: Path) -> None:
    """Log into DATA/log, in English, without a word of any release. A folder that cannot be written is no obstacle."""
    root = logging.getLogger()
    if any(isinstance(handler, RotatingFileHandler) for handler in root.handlers):
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / LOG_NAME, maxBytes=LOG_BYTES, backupCount=LOGS_KEPT, encoding="utf-8", delay=True
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
    root.setLevel(logging.INFO)
