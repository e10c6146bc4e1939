"""`make pictures`: drives the real window and writes a gallery to build/pictures.

Names choose some: `python -m tests.pictures main dark`; `--keep` renews those of README and help. The render worker imports this
file too, as it imports the program's `__main__`: nothing of the window is imported above.
"""

from argparse import ArgumentParser
from pathlib import Path
import shutil
import sys

ROOT = Path(__file__).resolve().parents[2]
README = Path(__file__).parent / "readme"
HELP = ROOT / "assets" / "help"
PAGES = "pages"


def main(arguments: list[str]) -> int:
    """Write the pictures; 2 when a name is not known."""
    from tests.pictures.pages import write_pages
    from tests.pictures.scenes import SCENES

    parser = ArgumentParser(prog="python -m tests.pictures")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join((*SCENES, PAGES)))
    parser.add_argument("--to", type=Path, default=ROOT / "build" / "pictures", metavar="DIR")
    parser.add_argument("--keep", action="store_true", help="take the README's and the help's pictures from DIR")
    asked = parser.parse_args(arguments)
    if unknown := set(asked.names) - {*SCENES, PAGES}:
        parser.error(f"no such picture: {', '.join(sorted(unknown))}")
    asked.to.mkdir(parents=True, exist_ok=True)
    if not asked.keep:
        write([name for name in SCENES if not asked.names or name in asked.names], asked.to)
        if not asked.names or PAGES in asked.names:
            write_pages(ROOT, asked.to)
    else:
        keep(asked.to)
    sys.stdout.write(f"{asked.to}\n")
    return 0


def keep(source: Path) -> None:
    """The README's and the help's pictures as they are in this folder now."""
    for picture in README.glob("*.png"):
        shutil.copyfile(source / picture.name, picture)
    for picture in HELP.glob("*.png"):
        shutil.copyfile(source / f"help-{picture.name}", picture)


def write(names: list[str], target: Path) -> None:
    """The scenes of these names."""
    from tests.pictures.scenes import SCENES
    from tests.pictures.stage import Stage

    if names:
        with Stage(ROOT, target) as stage:
            for name in names:
                stage.begin()
                SCENES[name](stage)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
