"""Where assets, templates and the user's data are: in a source tree, an installed wheel and a frozen program.

Only `humas_desk.app` and the command line's entry read this; everybody else gets folders as arguments.
"""

import os
from pathlib import Path
import sys

import platformdirs

DATA_VARIABLE = "HUMAS_DESK_DATA"


def assets() -> Path:
    """The read-only folder of fonts, icons, samples and language data."""
    return _shipped("assets")


def templates() -> Path:
    """The read-only folder of the shipped templates, one folder each."""
    return _shipped("templates")


def data() -> Path:
    """The user's own folder: `$HUMAS_DESK_DATA`, else the platform's user data folder. It may not exist yet."""
    chosen = os.environ.get(DATA_VARIABLE, "")
    if chosen:
        return Path(chosen).expanduser().absolute()
    return Path(platformdirs.user_data_dir("Humas Desk", appauthor=False, roaming=False))


def documents() -> Path:
    """Where the user's documents are, as the platform says; it may not exist."""
    return Path(platformdirs.user_documents_dir())


def _shipped(name: str) -> Path:
    """A folder that came with the program; in the wheel inside the package, in the source tree beside it."""
    places = [root / name for root in _roots()]
    return next((place for place in places if place.is_dir()), places[-1])


def _roots() -> tuple[Path, ...]:
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    bundle = (Path(frozen) / "humas_desk", Path(frozen)) if isinstance(frozen, str) else ()
    return (*bundle, package, package.parent)
