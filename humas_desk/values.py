"""The house's dataclasses: the standard library's, but they cost a start almost nothing.

For its reader, the type checker, `replace`, `fields`, pickle and msgspec `@dataclass(slots=True, …)` of this module is the
standard library's. That one compiles up to six functions from text for every class, at every start: half a millisecond each,
some forty for the window's first screen and more for its worker. Here the methods are shared, and `__init__` is compiled for
classes that many values are made of.
"""

from collections.abc import Callable
import dataclasses
from functools import cache, partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeAlias, get_type_hints

__all__ = ("dataclass", "types_of")

_Value: TypeAlias = Any
"""A value of any class; no type says that."""
_FEW = 8
"""As many values of a class are filled field by field: compiling its `__init__` takes as long as some thirty."""

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(
        *, slots: bool = False, frozen: bool = False, kw_only: bool = False, **others: bool
    ) -> Callable[[type], type]:
        """The decorator; a dataclass without slots or with other wishes is left to the standard library."""
        if others or not slots:
            return dataclasses.dataclass(slots=slots, frozen=frozen, kw_only=kw_only, **others)
        return partial(_with_shared_methods, is_frozen=frozen, kw_only=kw_only)


@cache
def types_of(kind: type) -> dict[str, Any]:
    """The declared types of a dataclass's fields by name; as Python reads them off the text, which takes its time."""
    return get_type_hints(kind)


def _with_shared_methods(written: type, *, is_frozen: bool, kw_only: bool) -> type:
    """The class with slots for its fields, and those methods of a dataclass that it does not write itself."""
    if written.__doc__ is None:
        written.__doc__ = written.__name__  # else the standard library takes its signature apart, to write that there
    made: type[Any] = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(written)
    methods = {"__repr__": _told, "__init__": _first_init(made), **_comparing(made, is_frozen=is_frozen)}
    if is_frozen:
        methods |= _OF_THE_FROZEN
    for name, method in methods.items():
        if name not in vars(written):
            setattr(made, name, method)
    return made


def _first_init(made: type[Any]) -> Callable[..., None]:
    """An `__init__` for the first values, which puts the compiled one into its place then, or when arguments do not fit."""
    filled = 0

    def init(self: object, *values: object, **named: object) -> None:
        nonlocal filled
        filled += 1
        if filled > _FEW or not _fill(self, made, values, named):
            made.__init__ = _compiled_init(made)
            made.__init__(self, *values, **named)

    return init


def _fill(value: object, made: type[Any], values: tuple[object, ...], named: dict[str, object]) -> bool:
    """Put the arguments and defaults into the fields; False: they do not fit."""
    fields = dataclasses.fields(made)
    placed = [field.name for field in fields if not field.kw_only]
    given = {**dict(zip(placed, values, strict=False)), **named}
    if len(given) < len(values) + len(named):
        return False
    for field in fields:
        if field.name in given:
            filling = given.pop(field.name)
        elif field.default is not dataclasses.MISSING:
            filling = field.default
        elif field.default_factory is not dataclasses.MISSING:
            filling = field.default_factory()
        else:
            return False
        object.__setattr__(value, field.name, filling)
    return not given


def _compiled_init(made: type[Any]) -> Callable[..., None]:
    """`__init__` with the defaults of the fields."""
    known: dict[str, Any] = {"_absent": dataclasses.MISSING}
    parameters: dict[bool, list[str]] = {False: [], True: []}
    lines = []
    for field in dataclasses.fields(made):
        name = value = field.name
        if field.default_factory is not dataclasses.MISSING:
            known[f"_new_{name}"] = field.default_factory
            parameters[bool(field.kw_only)].append(f"{name}=_absent")
            value = f"_new_{name}() if {name} is _absent else {name}"
        elif field.default is not dataclasses.MISSING:
            known[f"_default_{name}"] = field.default
            parameters[bool(field.kw_only)].append(f"{name}=_default_{name}")
        else:
            parameters[bool(field.kw_only)].append(name)
        known[f"_set_{name}"] = getattr(made, name).__set__  # the slot's own: nothing is looked up, nothing refused
        lines.append(f"    _set_{name}(self, {value})")
    named = ("*", *parameters[True]) if parameters[True] else ()
    head = ", ".join(("self", *parameters[False], *named))
    exec("\n".join((f"def init({head}):", *(lines or ["    pass"]))), known)  # noqa: S102 - our own names, as dataclasses does
    init: Callable[..., None] = known["init"]
    init.__qualname__ = f"{made.__qualname__}.__init__"  # what a wrong argument is told with
    return init


def _comparing(made: type[Any], *, is_frozen: bool) -> dict[str, object]:
    """Equal are those of the same class with equal fields."""
    names = [field.name for field in dataclasses.fields(made) if field.compare]
    key: Callable[[object], object] = attrgetter(*names) if names else type

    def equal(self: object, other: object) -> bool:
        return key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: object) -> int:
        return hash(key(self))

    return {"__eq__": equal, "__hash__": hashed if is_frozen else None}


def _told(self: _Value) -> str:
    fields = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr)
    return f"{type(self).__qualname__}({', '.join(fields)})"


def _refuse(_self: object, name: str, *_value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"a value is never changed: {name!r}")


def _state(self: _Value) -> list[object]:
    """What pickle and copy carry."""
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _restore(self: _Value, state: list[object]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)


_OF_THE_FROZEN: dict[str, object] = {
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__getstate__": _state,
    "__setstate__": _restore,
}
