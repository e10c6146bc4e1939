"""template.toml → Template, strictly: what is wrong is told with file, key and what may stand there.

An unknown key is refused too (a misspelt one would silently do nothing); the error names the nearest known key.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
import re
import tomllib

from humas_desk.errors import BadContent, FileMissing, FileTooLarge, FileUnreadable, NewerVersion, NotOurFile
from humas_desk.layout.document import Role
from humas_desk.layout.paper import fits
from humas_desk.layout.reading import Found, known_key, read_section
from humas_desk.layout.roles import ROLES
from humas_desk.layout.template import PageRules, RoleRules, Template
from humas_desk.release.office import Office
from humas_desk.release.release import Release

FILE_NAME = "template.toml"
FORMAT = "humas-desk/template"
VERSION = 1
LARGEST_BYTES = 200_000


def load_template(folder: Path) -> Template:
    """The template in a folder, every role's style filled in.

    Raises FileMissing, FileUnreadable, FileTooLarge, NotOurFile (no TOML: `detail` is "line 3: …"; not a template),
    NewerVersion and BadContent.
    """
    path = folder / FILE_NAME
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_BYTES + 1)
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise FileUnreadable(path, error.strerror or "") from error
    return decode_template(data, path, name=folder.name)


def decode_template(data: bytes, path: Path, *, name: str) -> Template:
    """The same from a file's bytes; `path` names it in errors only, `name` is the template's when the file has none."""
    table = _parsed(data, path)
    _check_head(path, table)
    roles = table.pop("roles", {})
    template = read_section(Found(path=path, place="", value=table), Template(name=name))
    filled = replace(template, roles=_roles(Found(path=path, place="roles", value=roles)))
    check_page(filled.page, path)
    return filled


def check_page(page: PageRules, path: Path) -> None:
    """Raises BadContent when measure and left margin leave too little room at the right."""
    if not fits(page):
        expected = "less: 10 mm must be left for the right margin"
        raise BadContent(path, "page.measure_mm", expected, f"{page.measure_mm:g}")


def list_templates(folders: Iterable[Path]) -> dict[str, Path]:
    """Template folders by name, in alphabetical order; a later folder's template replaces an earlier one of its name."""
    found: dict[str, Path] = {}
    for folder in folders:
        for file in sorted(folder.glob(f"*/{FILE_NAME}")):
            found[file.parent.name] = file.parent
    return dict(sorted(found.items()))


def choose_template(release: Release, office: Office, templates: Mapping[str, Template]) -> str:
    """Name of the template for a release.

    The release's own if it is there; else the office's when it serves this kind; else the one named like the kind;
    else the first that serves it; else the first of all. KeyError when there is none at all.
    """
    if release.template is not None and release.template in templates:
        return release.template
    for name in (office.template, release.kind.value):
        if name in templates and templates[name].serves(release.kind):
            return name
    serving = [name for name, template in templates.items() if template.serves(release.kind)]
    for name in (*serving, *templates):
        return name
    raise KeyError(release.kind.value)


def _parsed(data: bytes, path: Path) -> dict[str, object]:
    """The file as TOML."""
    if len(data) > LARGEST_BYTES:
        raise FileTooLarge(path, f"{LARGEST_BYTES} bytes")
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise NotOurFile(path, f"line {line}: not UTF-8") from error
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotOurFile(path, _line_first(str(error), text)) from error


def _line_first(message: str, text: str) -> str:
    """Tomllib's message with the line in front: "line 3: Expected '=' after a key"."""
    place = re.search(r" \(at line (\d+), column \d+\)$", message)
    line = int(place[1]) if place else text.count("\n") + 1
    words = message[: place.start()] if place else message.removesuffix(" (at end of document)")
    return f"line {line}: {words}"


def _check_head(path: Path, table: dict[str, object]) -> None:
    """Format and version; both are taken out of the table."""
    if table.pop("format", None) != FORMAT:
        raise NotOurFile(path, f"format is not {FORMAT}")
    version = table.pop("version", VERSION)
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise BadContent(path, "version", str(VERSION), str(version))
    if version > VERSION:
        raise NewerVersion(path, str(version))


def _roles(found: Found) -> dict[Role, RoleRules]:
    """Every role's rules: the built-in ones, changed by what the file says."""
    names = tuple(role.value for role in ROLES)
    tables = found.table()
    for name in tables:
        known_key(found, name, names)
    return {
        role: read_section(found.at(role.value, tables[role.value]), rules) if role.value in tables else rules
        for role, rules in ROLES.items()
    }
