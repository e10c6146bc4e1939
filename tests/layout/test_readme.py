"""The README names every key of a template.toml, and none that the loader does not know."""

from dataclasses import fields
from pathlib import Path
import re

import pytest

from humas_desk.layout.roles import ROLES
from humas_desk.layout.template import HeadLine, RoleRules, Template, Tightest

TABLES: dict[str, type] = {
    **{f"[{field.name}]": type(field.default) for field in fields(Template) if hasattr(field.default, "__slots__")},
    "[[letterhead.lines]]": HeadLine,
    "[roles.NAME]": RoleRules,
    "[roles.NAME.tightest]": Tightest,
}


def chapter(root: Path) -> str:
    text = (root / "README.md").read_text(encoding="utf-8")
    return text.split("### Template:")[1].split("\n## ")[0]


def keys(root: Path, table: str) -> set[str]:
    """The keys of the row of this table; what a key is compared with in its brackets is no other key."""
    (row,) = re.findall(rf"^\| {re.escape(table)} \| (.+) \|$", chapter(root), re.MULTILINE)
    return set(re.findall(r"`(\w+)`", row))


@pytest.mark.parametrize("table", TABLES)
def test_the_readme_names_every_key_of_a_table_of_a_template(root: Path, table: str) -> None:
    assert keys(root, f"`{table}`") == {field.name for field in fields(TABLES[table])}


def test_the_readme_names_every_key_at_the_top_of_a_template(root: Path) -> None:
    tables = {name.strip("[]") for name in TABLES} | {"roles"}
    assert keys(root, "top of the file") == {"format", "version"} | {f.name for f in fields(Template)} - tables


def test_the_readme_names_every_role(root: Path) -> None:
    named = chapter(root).split("\nRoles: ")[1]
    assert set(re.findall(r"`([a-z-]+)`", named)) == {role.value for role in ROLES}
