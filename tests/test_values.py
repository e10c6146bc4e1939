"""The house's dataclasses behave as the standard library's."""

import copy
import dataclasses
from dataclasses import FrozenInstanceError, field, fields, is_dataclass, replace
import pickle
from typing import Any, Generic, TypeVar

import msgspec
import pytest

from humas_desk.values import dataclass

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A value with all kinds of fields."""

    name: str
    page: int = 1
    words: tuple[str, ...] = ()
    extra: dict[str, int] = field(default_factory=dict)
    aside: str = field(default="", repr=False, compare=False)

    @property
    def loud(self) -> str:
        return self.name.upper()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """The same by the standard library."""

    name: str
    page: int = 1
    words: tuple[str, ...] = ()
    extra: dict[str, int] = field(default_factory=dict)
    aside: str = field(default="", repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Empty:
    """Nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder(Generic[Made]):
    """Something made."""

    made: Made


@dataclass(frozen=True, slots=True, kw_only=True)
class Odd:
    """Equal to its opposite."""

    number: int

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Odd) and abs(self.number) == abs(other.number)

    def __hash__(self) -> int:
        return abs(self.number)


@dataclass(slots=True)
class Counter:
    """One that changes, and takes its first field by position."""

    name: str
    count: int = 0
    seen: list[int] = field(default_factory=list, kw_only=True)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two by position."""

    left: int
    right: int = 0


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Step:
    """One with a wish of its own."""

    number: int


def test_it_is_told_as_the_standard_librarys() -> None:
    assert repr(Place(name="a", aside="s")) == repr(Model(name="a", aside="s")).replace("Model", "Place")


def test_values_are_equal_by_their_fields_and_hash_alike() -> None:
    assert Place(name="a", aside="x") == Place(name="a", aside="y")
    assert Place(name="a") != Place(name="b")
    others: list[object] = [Model(name="a"), Empty(), Holder(made="a"), "a", None]
    assert Place(name="a") not in others
    assert Empty() == Empty()
    assert len({Holder(made=1), Holder(made=1), Holder(made="1"), Empty(), Empty()}) == 3


def test_each_value_has_its_own_of_what_a_factory_makes() -> None:
    one, other = Place(name="a"), Place(name="a")
    assert one.extra is not other.extra
    assert (one.page, one.words, one.extra) == (1, (), {})


def test_what_is_missing_unknown_or_unnamed_is_a_mistake_from_the_first_value_on() -> None:
    for _ in range(2):
        with pytest.raises(TypeError, match=r"Place.__init__\(\) missing 1 required keyword-only argument: 'name'"):
            Place()  # type: ignore[call-arg]  # the mistake itself
        with pytest.raises(TypeError, match="unexpected keyword argument 'nme'"):
            Place(nme="a")  # type: ignore[call-arg]  # the mistake itself
        with pytest.raises(TypeError, match="positional"):
            Place("a")  # type: ignore[call-arg]  # the mistake itself


def test_a_value_is_never_changed() -> None:
    place: Any = Place(name="a")
    with pytest.raises(FrozenInstanceError):
        place.name = "b"
    with pytest.raises(FrozenInstanceError):
        del place.name
    with pytest.raises((FrozenInstanceError, AttributeError)):
        place.unknown = 1
    assert place.loud == "A"


def test_replace_fields_pickle_copy_and_msgspec_take_it_for_a_dataclass() -> None:
    place = Place(name="a", extra={"b": 2}, aside="s")
    assert replace(place, page=3) == Place(name="a", page=3, extra={"b": 2})
    assert is_dataclass(place)
    assert [f.name for f in fields(place)] == [f.name for f in fields(Model)]
    for other in (pickle.loads(pickle.dumps(place)), copy.copy(place), copy.deepcopy(place)):  # noqa: S301 - our own bytes
        assert (other, other.aside) == (place, "s")
    assert msgspec.convert(msgspec.to_builtins(place), Place) == place


def test_methods_of_the_class_itself_are_kept() -> None:
    assert Odd(number=1) == Odd(number=-1)
    assert len({Odd(number=1), Odd(number=-1)}) == 1


def test_one_that_may_change_changes_and_has_no_hash() -> None:
    counter = Counter("a", seen=[1])
    counter.count = 2
    assert counter == Counter("a", 2, seen=[1])
    assert repr(counter) == "Counter(name='a', count=2, seen=[1])"
    assert pickle.loads(pickle.dumps(counter)) == counter  # noqa: S301 - our own bytes
    with pytest.raises(TypeError, match="unhashable"):
        hash(counter)


def test_fields_by_position_are_matched_by_position() -> None:
    match Pair(1, 2):
        case Pair(left, right):
            assert (left, right) == (1, 2)
    assert Pair(1) == Pair(1, 0)


def test_other_wishes_are_fulfilled_by_the_standard_library() -> None:
    assert Step(number=1) < Step(number=2)
