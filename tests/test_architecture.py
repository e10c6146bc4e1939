"""Who may know whom: read off the syntax tree, imports inside functions included."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
import subprocess
import sys
import tomllib

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "humas_desk"

FACTS = frozenset({"release", "photos", "errors", "values"})
BELOW_THE_DESK = FACTS | {"layout", "typeset", "writers", "preview", "language", "archive", "intake"}

PARTS: dict[str, frozenset[str]] = {
    "errors": frozenset(),
    "values": frozenset(),
    "paths": frozenset(),
    "release": frozenset({"errors", "values"}),
    "photos": frozenset({"errors", "values"}),
    "layout": FACTS,
    "typeset": FACTS | {"layout"},
    "writers": FACTS | {"layout", "typeset"},
    "preview": frozenset({"errors", "values"}),
    "language": frozenset({"release", "errors", "values"}),
    "archive": FACTS,
    "intake": FACTS | {"language"},
    "desk": BELOW_THE_DESK,
    "wording": frozenset({"release", "language", "intake", "errors", "values"}),
    "ui": FACTS | {"desk", "wording", "layout", "language", "intake", "archive"},
    "cli": FACTS | {"desk", "wording", "layout", "language", "intake", "archive"},
    "app": BELOW_THE_DESK | {"desk", "wording", "ui", "cli", "paths"},
    "__main__": frozenset({"app", "cli"}),
    "locale": frozenset(),
}
"""part: the parts it may import, besides itself."""

VALUES_ONLY = {
    "ui": frozenset({"release", "photos", "layout", "language", "intake", "archive"}),
    "cli": frozenset({"release", "photos", "layout", "language", "intake", "archive"}),
}
"""part: where it may take values (types, constants) from, but no functions."""

LIBRARIES: dict[str, tuple[str, ...]] = {
    "platformdirs": ("paths",),
    "msgspec": ("release.codec",),
    "babel": ("locale.catalogue",),
    "tomli_w": ("release.office_file", "desk.settings", "desk.checking", "desk.template_editing"),
    "PIL": ("photos", "ui", "writers.docx"),
    "pi_heif": ("photos",),
    "fontTools": ("typeset", "writers.pdf"),
    "reportlab": ("writers.pdf",),
    "docx": ("writers.docx",),
    "ftfy": ("intake",),
    "lxml": ("intake", "writers.docx"),
    "pypdfium2": ("intake", "preview"),
    "hunspell": ("language.spelling",),
    "sqlite3": ("archive",),
    "xlsxwriter": ("desk.register_sheet",),
    "tkinter": ("ui",),
    "tkinterdnd2": ("ui.dropping",),
    "ttkbootstrap": ("ui",),
    "gettext": ("wording",),
    "hatchling": ("locale.build_hook",),
}
"""library: the only places that may import it; everything else is the standard library."""

BUILD_ONLY = frozenset({"babel", "hatchling"})
DISTRIBUTIONS = {
    "hunspell": "chunspell",
    "docx": "python-docx",
    "PIL": "pillow",
    "fontTools": "fonttools",
    "pi_heif": "pi-heif",
    "tomli_w": "tomli-w",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """One name that one module takes from another."""

    importer: str
    """Dotted, without `humas_desk.`."""
    line: int
    module: str
    name: str

    def __str__(self) -> str:
        return f"{self.importer}:{self.line} takes {self.name or 'all'} from {self.module}"


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        dotted = ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")
        yield dotted, ast.parse(path.read_text(encoding="utf-8"))


def imports() -> Iterator[Import]:
    for importer, tree in modules():
        for node in ast.walk(tree):
            match node:
                case ast.Import(names=names):
                    for alias in names:
                        yield Import(importer=importer, line=node.lineno, module=alias.name, name="")
                case ast.ImportFrom(module=module, names=names, level=level):
                    assert level == 0, f"{importer}:{node.lineno}: import by full name"
                    for alias in names:
                        yield Import(importer=importer, line=node.lineno, module=module or "", name=alias.name)


IMPORTS = tuple(imports())


def ours(found: Import) -> str | None:
    """The part of the house that is imported; None for a library."""
    if found.module == "humas_desk":
        return found.name
    return found.module.split(".")[1] if found.module.startswith("humas_desk.") else None


def part(found: Import) -> str:
    """The part of the house that imports."""
    return found.importer.split(".")[0]


def stands_in(module: str, places: tuple[str, ...]) -> bool:
    return any(module == place or module.startswith(f"{place}.") for place in places)


def test_every_part_of_the_house_is_in_the_table() -> None:
    assert {name.split(".")[0] for name, _ in modules() if name != "__init__"} <= PARTS.keys()


def test_a_part_imports_only_the_parts_it_may_know() -> None:
    wrong = [str(i) for i in IMPORTS if (to := ours(i)) and to != part(i) and to not in PARTS[part(i)]]
    assert wrong == []


def test_screens_take_values_and_no_functions_from_the_parts_below_the_desk() -> None:
    wrong = [
        str(i)
        for i in IMPORTS
        if ours(i) in VALUES_ONLY.get(part(i), frozenset()) and not (i.name and i.name[0].isupper())
    ]
    assert wrong == []


def test_an_outside_library_is_imported_only_in_its_place() -> None:
    wrong = []
    for found in IMPORTS:
        library = found.module.split(".")[0]
        if library == "humas_desk":
            continue
        if library in LIBRARIES:
            wrong += [] if stands_in(found.importer, LIBRARIES[library]) else [str(found)]
        elif library not in sys.stdlib_module_names:
            wrong.append(str(found))
    assert wrong == []


def test_just_the_libraries_that_are_imported_are_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {requirement.split(">")[0] for requirement in project["dependencies"]}
    used = {i.module.split(".")[0] for i in IMPORTS} - set(sys.stdlib_module_names) - BUILD_ONLY - {"humas_desk"}
    assert {DISTRIBUTIONS.get(library, library) for library in used} == declared


@pytest.mark.parametrize("module", ["fork", "forkpty"])
def test_processes_are_spawned_never_forked(module: str) -> None:
    wrong = [
        f"{name}:{node.lineno}"
        for name, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == module
    ]
    assert wrong == []


HEAVY = ("ftfy", "reportlab", "docx", "pypdfium2", "lxml", "fontTools", "pi_heif")
WINDOW = "import humas_desk.app, humas_desk.desk.desk, humas_desk.desk.one_desk, humas_desk.ui.window"


def test_what_the_window_imports_leaves_the_heavy_libraries_to_the_worker() -> None:
    code = f"import sys\n{WINDOW}\nprint(*[name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert done.stdout.split() == []
