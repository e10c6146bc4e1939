"""Rules of the house that a linter does not know."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path
import re
import subprocess

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "humas_desk"

TOP_LEVEL = {
    "pyproject.toml",
    "README.md",
    "humas_desk",
    "assets",
    "templates",
    "tests",
    "Makefile",
    "CHANGELOG.md",
    "LICENSE",
}
BINARY_KINDS = {".sqlite3", ".heic", ".ttf", ".otf", ".jpg", ".png", ".ico", ".icc", ".docx", ".humas"}
LARGEST_BYTES = 820_000
LARGEST_FILE_LINES = 450
LARGEST_FUNCTION_LINES = 60
NETWORK = {"socket", "urllib", "http", "ftplib", "smtplib", "ssl", "requests", "socketserver", "xmlrpc", "webbrowser"}
NETWORK_ALLOWED = {"urllib.parse"}
PRINTING_ALLOWED = {"saying.py"}
PIXEL_OPTIONS = {"padx", "pady", "ipadx", "ipady", "padding", "width", "height", "wraplength", "minsize", "borderwidth"}
CHARACTER_WIDTHS = {"Entry", "Combobox", "Spinbox", "Text", "Listbox", "Label", "Button", "Menubutton"}
"""Widgets whose `width` and `height` count characters and lines."""
WORD_OPTIONS = {"text", "title", "label", "message", "detail", "heading", "hint"}
WORD = re.compile(r"[A-Za-z]{2}")
HEX_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}$")
TEXT_DOORS = {"read_text", "write_text"}
PATH_NAMES = re.compile(r"path|file|/", re.IGNORECASE)
TEXT_MODE = re.compile(r"[rwax]\+?t?")
PROCESS_DOORS = {"run", "Popen", "check_output", "check_call", "call"}
HOSTS = re.compile(
    r"\b(?:pypi|files\.pythonhosted|deb\.debian|registry\.npmjs|pythonhosted)\.(?:org|com)\b", re.IGNORECASE
)
MACHINE_PATHS = re.compile(r"(?<![\w.])/(?:work|root|home/[a-z]+|tmp/w)/")


def tracked() -> list[Path]:
    """Every file of the project that git knows."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True
    )
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def trees(folder: Path = PACKAGE) -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(folder.rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def found(folder: Path, is_wrong: Callable[[ast.AST], bool]) -> list[str]:
    """`file:line` of every node that is wrong."""
    return [
        f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
        for path, tree in trees(folder)
        for node in ast.walk(tree)
        if is_wrong(node)
    ]


def called(node: ast.AST) -> str:
    """The last part of the name of what is called; "" for anything else."""
    match node:
        case ast.Call(func=ast.Attribute(attr=name)) | ast.Call(func=ast.Name(id=name)):
            return name
        case _:
            return ""


def options(node: ast.AST) -> dict[str, ast.expr]:
    return {word.arg: word.value for word in node.keywords if word.arg} if isinstance(node, ast.Call) else {}


def opens_text_without_encoding(node: ast.AST) -> bool:
    """A text is read or written in whatever encoding the system has."""
    name, given = called(node), options(node)
    if not isinstance(node, ast.Call) or "encoding" in given:
        return False
    if name in PROCESS_DOORS:
        return any(given.get(word) is not None for word in ("text", "universal_newlines"))
    if name == "open":
        return is_text_mode(node, given)
    is_of_a_path = isinstance(node.func, ast.Attribute)  # the intake has a read_text of its own
    return name in TEXT_DOORS and is_of_a_path


def is_text_mode(node: ast.Call, given: dict[str, ast.expr]) -> bool:
    """`open(path)`, `path.open()`, `path.open("w")`; not `desk.open(file)`, which is another door."""
    position = 1 if isinstance(node.func, ast.Name) else 0
    if isinstance(node.func, ast.Attribute) and not (node.args or given):
        return bool(PATH_NAMES.search(ast.unparse(node.func.value)))
    mode = given.get("mode") or (node.args[position] if len(node.args) > position else ast.Constant("r"))
    text = mode.value if isinstance(mode, ast.Constant) and isinstance(mode.value, str) else ""
    return bool(TEXT_MODE.fullmatch(text))


def test_every_text_is_opened_as_utf_8() -> None:
    assert found(PACKAGE, opens_text_without_encoding) + found(ROOT / "tests", opens_text_without_encoding) == []


def test_dates_are_never_written_by_the_system_s_language() -> None:
    assert found(PACKAGE, lambda node: called(node) == "strftime") == []


def test_only_the_command_line_prints() -> None:
    wrong = found(PACKAGE, lambda node: called(node) == "print")
    assert [place for place in wrong if Path(place.split(":")[0]).name not in PRINTING_ALLOWED] == []


def test_the_network_is_not_known() -> None:
    def knows(node: ast.AST) -> bool:
        match node:
            case ast.Import(names=names):
                modules = {alias.name for alias in names}
            case ast.ImportFrom(module=str(module)):
                modules = {module}
            case _:
                return False
        return any(module.split(".")[0] in NETWORK for module in modules - NETWORK_ALLOWED)

    assert found(PACKAGE, knows) == []


def test_processes_are_spawned() -> None:
    def forks(node: ast.AST) -> bool:
        given = isinstance(node, ast.Call) and called(node) in {"get_context", "set_start_method"}
        return given and not any(isinstance(a, ast.Constant) and a.value == "spawn" for a in getattr(node, "args", ()))

    assert found(PACKAGE, forks) == []


def is_pixel_literal(node: ast.AST) -> bool:
    """A number of pixels said in place; 0 and 1 are no decision."""
    if not isinstance(node, ast.Call):
        return False
    for name, value in options(node).items():
        if name not in PIXEL_OPTIONS or (name in {"width", "height"} and called(node) in CHARACTER_WIDTHS):
            continue
        numbers = [n.value for n in ast.walk(value) if isinstance(n, ast.Constant) and isinstance(n.value, int | float)]
        if any(abs(number) > 1 for number in numbers):
            return True
    return False


def is_colour_literal(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(HEX_COLOUR.match(node.value))


@pytest.mark.parametrize("is_literal", [is_pixel_literal, is_colour_literal])
def test_pixels_and_colours_stand_in_the_theme(is_literal: Callable[[ast.AST], bool]) -> None:
    wrong = found(PACKAGE / "ui", is_literal)
    assert [place for place in wrong if not place.startswith("humas_desk/ui/theme.py")] == []


def says_words_in_place(node: ast.AST) -> bool:
    """A widget is given words that did not come from the catalogue."""
    said = [value for name, value in options(node).items() if name in WORD_OPTIONS]
    parts = [part for value in said for part in (value.values if isinstance(value, ast.JoinedStr) else [value])]
    texts = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    return any(WORD.search(text) for text in texts)


def test_what_a_person_reads_comes_from_the_catalogue() -> None:
    assert found(PACKAGE / "ui", says_words_in_place) == []


def test_a_file_is_short_enough_to_read() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path, _ in trees()}
    assert [f"{path.relative_to(ROOT)}: {n} lines" for path, n in lengths.items() if n > LARGEST_FILE_LINES] == []


def test_a_function_is_short_enough_to_read() -> None:
    def too_long(node: ast.AST) -> bool:
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            return False
        return (node.end_lineno or node.lineno) - node.lineno + 1 > LARGEST_FUNCTION_LINES

    assert found(PACKAGE, too_long) == []


def test_the_top_level_holds_what_was_agreed() -> None:
    top = {path.relative_to(ROOT).parts[0] for path in tracked()}
    assert {name for name in top if not name.startswith(".")} <= TOP_LEVEL


def test_no_file_names_a_registry_or_a_place_of_one_machine() -> None:
    wrong = []
    for path in tracked():
        if path.suffix in BINARY_KINDS:
            continue
        text = path.read_text(encoding="utf-8")
        wrong += [f"{path.relative_to(ROOT)}: {m[0]}" for m in (*HOSTS.finditer(text), *MACHINE_PATHS.finditer(text))]
    assert wrong == []


def test_a_committed_file_is_text_or_one_of_the_agreed_kinds() -> None:
    wrong = []
    for path in tracked():
        content = path.read_bytes()
        if path.suffix not in BINARY_KINDS and b"\0" in content[:8000]:
            wrong.append(f"{path.relative_to(ROOT)} is binary")
        if len(content) > LARGEST_BYTES:
            wrong.append(f"{path.relative_to(ROOT)} has {len(content)} bytes")
    assert wrong == []
