"""A template as somebody changes it: one value after the other, each checked by its rule, and back into a template.toml.

Values are named by places as in errors: `page.top_mm`, `letterhead.lines[2].size_pt`, `roles.title.size_pt`.
"""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass, replace
from pathlib import Path
import re
from typing import Any

import tomli_w

from humas_desk.desk.editing import Step, steps
from humas_desk.layout.document import Role
from humas_desk.layout.loader import FILE_NAME, FORMAT, VERSION, check_page
from humas_desk.layout.reading import Found, read_value
from humas_desk.layout.roles import ROLES
from humas_desk.layout.rules import Rule, Section, rules_of
from humas_desk.layout.template import HeadLine, Template

TOKENS = {
    "body_name": "lembaga",
    "region": "wilayah",
    "address": "alamat",
    "phone": "telepon",
    "email": "surel",
    "website": "situs",
    "social": "medsos",
    "page": "halaman",
    "pages": "jumlah",
}
"""Tokens of the letterhead and the footer, and what people call them."""
MOST_LINES = 12
_NUMBER = re.compile(r"\s*(-?\d+)(?:[.,](\d+))?\s*")
_FILE = Path(FILE_NAME)


def template_toml(template: Template) -> str:
    """The template as the text of a template.toml: what is read from it is the same template again.

    Every key is written, so that the file shows what can be set; of the roles those that differ from the built-in ones.
    """
    table: dict[str, object] = {"format": FORMAT, "version": VERSION}
    table |= {key: value for key, value in _table(template).items() if key != "roles"}
    roles = {role.value: _changes(rules, ROLES[role]) for role, rules in template.roles.items()}
    return tomli_w.dumps(table | {"roles": {name: changes for name, changes in roles.items() if changes}})


def value_at(template: Template, place: str) -> object:
    """What stands at the place; numbers as numbers, tuples as tuples. ValueError when there is no such place."""
    node: object = template
    for step in steps(place):
        node = _child(node, step)
    return node


def rule_at(template: Template, place: str) -> Rule:
    """What may stand at the place. ValueError when there is no such place."""
    *before, last = steps(place)
    node: object = template
    for step in before:
        node = _child(node, step)
    rules = _rules(node)
    if last not in rules:
        raise ValueError(f"no such place: {place!r}")
    return rules[str(last)]


def with_value(template: Template, place: str, value: object) -> Template:
    """The template with that value there; None only where a template may leave the key out.

    Raises BadContent, as the loader does, when the value may not stand there or the page has no room for it.
    """
    changed: Template = _with(template, steps(place), Found(path=_FILE, place=place, value=value))
    check_page(changed.page, _FILE)
    return changed


def with_line(template: Template, index: int) -> Template:
    """One more line of the letterhead, like the one before it, at this index."""
    lines = template.letterhead.lines
    like = lines[index - 1] if 0 < index <= len(lines) else HeadLine()
    return _with_lines(template, (*lines[:index], replace(like, text=""), *lines[index:]))


def without_line(template: Template, index: int) -> Template:
    """The template without that line of its letterhead."""
    lines = template.letterhead.lines
    return _with_lines(template, (*lines[:index], *lines[index + 1 :]))


def with_line_moved(template: Template, index: int, to: int) -> Template:
    """The template with that line of its letterhead at another place."""
    lines = list(template.letterhead.lines)
    lines.insert(to, lines.pop(index))
    return _with_lines(template, tuple(lines))


def shown_tokens(text: str) -> str:
    """A text with its tokens under their Indonesian names: "{wilayah}"."""
    return _renamed(text, TOKENS)


def typed_tokens(text: str) -> str:
    """A text as files hold it, from either spelling of its tokens."""
    return _renamed(text, {shown: token for token, shown in TOKENS.items()})


def shown_number(value: object) -> str:
    """A number as people here write it: "11,5"; None is empty."""
    return f"{value:g}".replace(".", ",") if isinstance(value, int | float) else ""


def typed_number(text: str) -> object:
    """The number that was typed, with a comma or a point; None for an empty text, the text itself for anything else."""
    if not text.strip():
        return None
    match = _NUMBER.fullmatch(text)
    if match is None:
        return text
    whole, part = match.groups()
    return float(f"{whole}.{part}") if part else int(whole)


def _with_lines(template: Template, lines: tuple[HeadLine, ...]) -> Template:
    return replace(template, letterhead=replace(template.letterhead, lines=lines[:MOST_LINES]))


def _renamed(text: str, names: Mapping[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda match: "{" + names.get(match[1], match[1]) + "}", text)


def _child(node: object, step: Step) -> object:
    """What stands under a table, a list or the roles."""
    match node, step:
        case tuple(), int() if 0 <= step < len(node):
            child: object = node[step]
        case dict(), str():
            child = node[Role(str(step))]
        case _, str() if is_dataclass(node) and step in _rules(node) | {"roles": None}:
            child = getattr(node, step)
        case _:
            raise ValueError(f"no such place: {step!r}")
    return child


def _with(node: Any, places: tuple[Step, ...], found: Found) -> Any:  # noqa: ANN401  # a table of any kind
    step, *rest = places
    child = _child(node, step)
    changed = _with(child, tuple(rest), found) if rest else _checked(node, str(step), found)
    match node:
        case tuple():
            index = int(step)
            return (*node[:index], changed, *node[index + 1 :])
        case dict():
            return {**node, Role(str(step)): changed}
        case _:
            change: dict[str, Any] = {str(step): changed}
            return replace(node, **change)


def _checked(node: object, key: str, found: Found) -> object:
    """The value as its rule allows it."""
    rule = _rules(node)[key]
    if isinstance(rule, Section):
        raise KeyError(f"a table, not a value: {found.place}")
    if found.value is None and _default(node, key) is None:
        return None
    plain = list(found.value) if isinstance(found.value, tuple) else found.value
    return read_value(replace(found, value="" if plain is None else plain), rule)


def _rules(table: object) -> dict[str, Rule]:
    """The rule of every key of this table."""
    kind: type = type(table)
    return rules_of(kind)


def _default(node: Any, key: str) -> object:  # noqa: ANN401  # a table of any kind
    """What a table has where its file says nothing; MISSING when that depends."""
    return next((field.default for field in fields(node) if field.name == key), MISSING)


def _table(node: Any) -> dict[str, object]:  # noqa: ANN401  # a table of any kind
    """A table with all its keys, except those that are None."""
    values = {key: getattr(node, key) for key in _rules(node)}
    return {key: _plain(value) for key, value in values.items() if value is not None}


def _changes(node: Any, base: Any) -> dict[str, object]:  # noqa: ANN401  # two tables of one kind
    """What a table says otherwise than its base, tables in it alike."""
    changes: dict[str, object] = {}
    for key in _rules(node):
        value, before = getattr(node, key), getattr(base, key)
        if value == before or value is None:
            continue
        changes[key] = _changes(value, before) if is_dataclass(value) else _plain(value)
    return changes


def _plain(value: object) -> object:
    """A value as TOML has it."""
    if is_dataclass(value):
        return _table(value)
    return [_plain(one) for one in value] if isinstance(value, tuple) else value
