"""Plain data (what JSON and TOML hold) into our frozen facts and back, strictly and by place.

The facts' own types say what may stand where. Unknown keys go to the fact's `unknown` and are written back. Nothing here
knows a file format; the codec and the office file do.
"""

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
import dataclasses
import datetime as dt
from enum import StrEnum
import re
from types import NoneType, UnionType
from typing import TypeVar, get_args

from humas_desk.release.blocks import Block, Heading, ItemList, Paragraph, Photo, Quote, Table
from humas_desk.values import dataclass, types_of

Fact = TypeVar("Fact")

_BLOCK_OF_KIND: Mapping[str, type[Block]] = {
    "paragraph": Paragraph,
    "quote": Quote,
    "heading": Heading,
    "list": ItemList,
    "photo": Photo,
    "table": Table,
}
_KIND_OF_BLOCK = {kind: name for name, kind in _BLOCK_OF_KIND.items()}
BLOCK_KINDS = tuple(_KIND_OF_BLOCK)

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


class Misfit(Exception):
    """What stands at a place is not what belongs there; only between here and the file's reader."""

    def __init__(self, place: str, expected: str, found: object) -> None:
        super().__init__(place)
        self.place = place
        self.expected = expected
        self.found = described(found)


def described(value: object) -> str:
    """A value in few words, for a message: its text, or the name of its type as BadContent names them."""
    if isinstance(value, str):
        return value[:40]
    if value is None or isinstance(value, bool):
        return {None: "nothing", True: "true", False: "false"}[value]
    if isinstance(value, int | float):
        return "number"
    return "object" if isinstance(value, Mapping) else "list"


def clean_text(text: str) -> str:
    """The text without what no file of ours may carry: control characters go, lone surrogates become U+FFFD."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _SURROGATE.sub("\ufffd", _UNPRINTABLE.sub("", text))


def at(place: str, name: str) -> str:
    """The place of a key inside a place."""
    return f"{place}.{name}" if place else name


@dataclass(frozen=True, slots=True)
class _Field:
    """What a fact's field takes."""

    hint: object
    default: object = dataclasses.MISSING


_fields_by_kind: dict[type, dict[str, _Field]] = {}


def _fields(kind: type) -> dict[str, _Field]:
    """The fields of a fact that stand in files, in order; read from its class once."""
    if kind in _fields_by_kind:
        return _fields_by_kind[kind]
    hints = types_of(kind)
    found = _fields_by_kind[kind] = {}
    for field in dataclasses.fields(kind):
        if field.name != "unknown":
            made = field.default_factory
            default = field.default if made is dataclasses.MISSING else made()
            found[field.name] = _Field(hints[field.name], default)
    return found


def read_fact(kind: type[Fact], data: object, place: str = "", *, also_known: Collection[str] = ()) -> Fact:
    """A frozen fact from a mapping. Absent and null keys take the default; raises Misfit.

    `also_known`: keys that the caller has read itself.
    """
    if not isinstance(data, Mapping):
        raise Misfit(place, "object", data)
    fields = _fields(kind)
    values: dict[str, object] = {}
    for name, field in fields.items():
        value = data.get(name)
        if value is not None:
            values[name] = _read(field.hint, value, at(place, name))
        elif field.default is dataclasses.MISSING:
            raise Misfit(at(place, name), _expected(field.hint), None)
    known = {*fields, *also_known}
    values["unknown"] = tuple((str(key), value) for key, value in data.items() if key not in known)
    make: Callable[..., Fact] = kind
    return make(**values)


def plain_fact(fact: object, *, always: Collection[str] = (), with_defaults: bool = False) -> dict[str, object]:
    """A fact as a mapping of plain data; fields equal to their default are left out, except those in `always`."""
    plain: dict[str, object] = {}
    if isinstance(fact, BLOCK_KINDS):
        plain["kind"] = _KIND_OF_BLOCK[type(fact)]
    for name, field in _fields(type(fact)).items():
        value = getattr(fact, name)
        if with_defaults or name in always or value != field.default:
            plain[name] = _plain(value)
    plain.update(getattr(fact, "unknown", ()))
    return plain


def _plain(value: object) -> object:
    match value:
        case StrEnum():
            return value.value
        case str():
            return clean_text(value)
        case dt.date():
            return value.isoformat()
        case tuple():
            return [_plain(item) for item in value]
        case _ if dataclasses.is_dataclass(value):
            return plain_fact(value)
        case _:
            return value


def _read(hint: object, value: object, place: str) -> object:
    """A value of the type that the field asks for."""
    options = [option for option in get_args(hint) if option is not NoneType] if isinstance(hint, UnionType) else [hint]
    if options[0] in BLOCK_KINDS:
        return read_block(value, place)
    (kind,) = options
    if get_args(kind):
        item_kind = get_args(kind)[0]
        if not isinstance(value, list):
            raise Misfit(place, "list", value)
        return tuple(_read(item_kind, item, f"{place}[{index}]") for index, item in enumerate(value))
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return read_fact(kind, value, place)
    return _read_scalar(kind, value, place)


def _read_scalar(kind: object, value: object, place: str) -> object:
    if kind is dt.date:
        return _read_date(value, place)
    if kind is bool and isinstance(value, bool):
        return value
    if isinstance(value, str):
        if kind is str:
            return clean_text(value)
        if isinstance(kind, type) and issubclass(kind, StrEnum) and value in set(kind):
            return kind(value)
    raise Misfit(place, _expected(kind), value)


def _read_date(value: object, place: str) -> dt.date | None:
    """A date; an empty text is none, as all dates of ours may be absent."""
    if value == "":
        return None
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    if isinstance(value, str) and _DATE.fullmatch(value):
        with suppress(ValueError):
            return dt.date.fromisoformat(value)
    raise Misfit(place, "YYYY-MM-DD", value)


def read_block(data: object, place: str) -> Block:
    """A block of the kind its `kind` names."""
    if not isinstance(data, Mapping):
        raise Misfit(place, "object", data)
    name = data.get("kind")
    kind = _BLOCK_OF_KIND.get(name) if isinstance(name, str) else None
    if kind is None:
        raise Misfit(at(place, "kind"), " | ".join(_BLOCK_OF_KIND), name)
    given = {"id": "", **data} if data.get("id") is not None else {**data, "id": ""}
    return read_fact(kind, given, place, also_known=("kind",))


def _expected(hint: object) -> str:
    """What BadContent says may stand there."""
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return " | ".join(hint)
    for kind, name in ((str, "text"), (bool, "true/false"), (dt.date, "YYYY-MM-DD")):
        if hint is kind:
            return name
    return "object"
