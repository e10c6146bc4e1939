"""The catalogues' workshop: `python humas_desk/locale/catalogue.py compile | update`.

`update` collects the msgids of the code into every `.po`; `compile` makes the `.mo` files the program reads. Needs
Babel, and nothing of the program, because the build runs it before the program is installed.
"""

import ast
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
import sys

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

FOLDER = Path(__file__).resolve().parent
PACKAGE = FOLDER.parent
DOMAIN = "humas_desk"
KEYWORDS = {"_": 1, "mark": 1, "ngettext": 2}
"""Functions of humas_desk/wording/text.py, and how many of their first arguments are msgids."""
LINE_LENGTH = 120
NOISE = (
    b'"Report-Msgid-Bugs-To:',
    b'"POT-Creation-Date:',
    b'"PO-Revision-Date:',
    b'"Last-Translator:',
    b'"Language-Team:',
    b'"Generated-By:',
)


def sources() -> list[Path]:
    """The catalogues as they are written by hand, one per language."""
    return sorted(FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def read(source: Path) -> Catalog:
    """One catalogue."""
    with source.open("rb") as file:
        return read_po(file, locale=source.parent.parent.name, domain=DOMAIN)


def extract() -> Catalog:
    """Every msgid of the code, without translations; where it is said stands beside it, without line numbers.

    Read off the syntax tree, because Python 3.11 hides what is called inside an f-string from Babel's own reader.
    """
    found = Catalog(project="Humas Desk", charset="utf-8")
    for path in sorted(PACKAGE.rglob("*.py")):
        place = f"{PACKAGE.name}/{path.relative_to(PACKAGE).as_posix()}"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if forms := msgids(node):
                found.add(forms if len(forms) > 1 else forms[0], locations=[(place, 0)])
    return found


def msgids(node: ast.AST) -> tuple[str, ...]:
    """What a call of one of our functions says, one or two forms; empty for anything else."""
    match node:
        case ast.Call(func=ast.Name(id=name), args=args) if name in KEYWORDS:
            said = [arg.value for arg in args[: KEYWORDS[name]] if isinstance(arg, ast.Constant)]
            return tuple(text for text in said if isinstance(text, str) and text)
        case _:
            return ()


def compile_catalogues() -> Iterator[Path]:
    """Write the compiled catalogue beside each source, when it is not newer already; gives each compiled path."""
    for source in sources():
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            with compiled.open("wb") as file:
                write_mo(file, read(source))
        yield compiled


def update_catalogues() -> None:
    """Bring every source up to date with the code; new msgids come in untranslated, old ones go."""
    found = extract()
    for source in sources():
        catalogue = read(source)
        catalogue.update(found, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        written = BytesIO()
        write_po(written, catalogue, width=LINE_LENGTH, sort_output=True, include_lineno=False, ignore_obsolete=True)
        source.write_bytes(
            b"".join(line for line in written.getvalue().splitlines(keepends=True) if not is_noise(line))
        )


def is_noise(line: bytes) -> bool:
    """Is it a header that only tells who made the file when: another line that changes for nothing?"""
    return line.startswith(NOISE)


def main(arguments: list[str]) -> int:
    """Run one of the two jobs; gives the exit status."""
    match arguments:
        case ["compile"]:
            list(compile_catalogues())
        case ["update"]:
            update_catalogues()
        case _:
            sys.stderr.write("usage: catalogue.py compile | update\n")
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
