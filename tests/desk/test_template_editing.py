"""A template that is edited: what is written is read again as it was, and nothing wrong gets in."""

from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
import pytest

from humas_desk.desk.template_editing import (
    rule_at,
    shown_number,
    shown_tokens,
    template_toml,
    typed_number,
    typed_tokens,
    value_at,
    with_line,
    with_line_moved,
    with_value,
    without_line,
)
from humas_desk.errors import BadContent
from humas_desk.layout.loader import decode_template, list_templates, load_template
from humas_desk.layout.reading import Found, read_value
from humas_desk.layout.roles import ROLES
from humas_desk.layout.rules import Choice, Choices, Color, Flag, Number, PaperSize, Section, Tables, Words, rules_of
from humas_desk.layout.template import HeadLine, Template

FILE = Path("template.toml")
ORIGINAL = Template(name="Asal", roles=dict(ROLES))


def reread(template: Template) -> Template:
    return decode_template(template_toml(template).encode(), FILE, name="x")


def values(rule: object) -> st.SearchStrategy[Any]:
    """What a rule allows."""
    match rule:
        case Number(low=low, high=high):
            return st.one_of(st.floats(low, high), st.integers(int(low) + 1, int(high)))
        case Flag():
            return st.booleans()
        case Choice(allowed=allowed):
            return st.sampled_from(allowed)
        case Words(tokens=tokens, longest=longest):
            plain = st.characters(exclude_categories=["C", "Z"], exclude_characters="{}")
            piece = st.one_of(
                st.text(plain, max_size=8), st.sampled_from(["{" + token + "}" for token in tokens or ()] or [""])
            )
            return (
                st.lists(piece, max_size=5)
                .map(lambda pieces: " ".join(pieces)[:longest])
                .filter(lambda text: tokens is None or text.count("{") == text.count("}"))
            )
        case Color():
            return st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)
        case Choices(allowed=allowed, needed=needed):
            return st.lists(st.sampled_from(allowed), unique=True).map(
                lambda chosen: (*(word for word in needed if word not in chosen), *chosen)
            )
        case PaperSize(names=names):
            return st.one_of(st.sampled_from(names), st.just((280, 400)))
        case Tables():
            return st.lists(tables(HeadLine()), max_size=4).map(tuple)
        case _:
            raise AssertionError(rule)


def tables(base: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401  # a table of any kind
    """A table like this one, with some keys changed."""

    @st.composite
    def changed(draw: st.DrawFn) -> Any:  # noqa: ANN401  # a table of any kind
        changes: dict[str, Any] = {}
        kind: type = type(base)
        for key, rule in rules_of(kind).items():
            if not draw(st.booleans()):
                continue
            changes[key] = draw(tables(getattr(base, key)) if isinstance(rule, Section) else values(rule))
        return replace(base, **changes)

    return changed()


@st.composite
def templates(draw: st.DrawFn) -> Template:
    made = draw(tables(ORIGINAL))
    roles = {role: draw(tables(rules)) if draw(st.booleans()) else rules for role, rules in ROLES.items()}
    page = replace(made.page, measure_mm=min(made.page.measure_mm, 130), left_mm=20, size="A4")
    template: Template = replace(made, roles=roles, page=page)
    return template


@given(templates())
def test_what_is_written_is_read_again_as_it_was(template: Template) -> None:
    assert reread(template) == template


def test_a_shipped_template_is_the_same_after_writing(root: Path) -> None:
    for folder in list_templates((root / "templates",)).values():
        template = load_template(folder)
        assert reread(template) == template


@given(template=templates(), data=st.data())
def test_a_value_that_was_put_stands_there_and_nothing_else_changed(template: Template, data: st.DataObject) -> None:
    place = data.draw(
        st.sampled_from(("letterhead.rule", "fonts.text", "page.top_mm", "roles.title.size_pt", "parts.order"))
    )
    rule = rule_at(template, place)
    assert not isinstance(rule, Section)
    value = data.draw(values(rule))
    changed = with_value(template, place, value)
    assert value_at(changed, place) == value
    assert with_value(changed, place, value_at(template, place)) == template
    assert reread(changed) == changed


@pytest.mark.parametrize(
    ("place", "value", "expected"),
    [
        ("page.top_mm", 2, "5–60"),
        ("page.top_mm", "lima", "5–60"),
        ("page.top_mm", None, "5–60"),
        ("page.measure_mm", 200, "less: 10 mm must be left for the right margin"),
        ("letterhead.lines[0].text", "{rahasia}", "text with {body_name} | {region} | {address} | {phone} | {email} | {website} | {social}"),
        ("letterhead.rule", "wavy", "thick-thin | none | single | double"),
        ("parts.order", ("title",), None),
        ("roles.title.size_pt", 99, "6–48"),
    ],
)  # fmt: skip
def test_a_value_that_may_not_stand_there_is_refused_as_in_a_file(
    place: str, value: object, expected: str | None
) -> None:
    with pytest.raises(BadContent) as refused:
        with_value(ORIGINAL, place, value)
    assert refused.value.place == place
    assert expected is None or refused.value.expected == expected


def test_a_margin_that_is_left_out_is_the_papers() -> None:
    assert with_value(with_value(ORIGINAL, "page.left_mm", 25), "page.left_mm", None) == ORIGINAL


def test_lines_of_the_letterhead_are_added_moved_and_taken_away() -> None:
    added = with_line(ORIGINAL, 1)
    assert [line.text for line in added.letterhead.lines][:3] == ["{body_name}", "", "{region}"]
    assert added.letterhead.lines[1].size_pt == added.letterhead.lines[0].size_pt
    assert with_line_moved(with_line_moved(added, 1, 3), 3, 1) == added
    assert without_line(added, 1) == ORIGINAL
    full = ORIGINAL
    for _number in range(20):
        full = with_line(full, 0)
    assert len(full.letterhead.lines) == 12
    assert reread(full) == full


@given(st.floats(-1000, 1000).map(lambda number: round(number, 3)))
def test_a_number_is_read_as_it_is_shown(number: float) -> None:
    assert typed_number(shown_number(number)) == pytest.approx(number, rel=1e-5)


@pytest.mark.parametrize(
    ("text", "value"), [("11,5", 11.5), ("11.5", 11.5), (" 12 ", 12), ("", None), ("1,2,3", "1,2,3"), ("nan", "nan")]
)
def test_numbers_have_a_comma_or_a_point(text: str, value: object) -> None:
    assert typed_number(text) == value


def test_tokens_have_indonesian_names_on_the_screen() -> None:
    assert shown_tokens("{body_name} di {region} {lain}") == "{lembaga} di {wilayah} {lain}"
    assert typed_tokens("{lembaga} {region}") == "{body_name} {region}"
    for rule in (rule_at(ORIGINAL, "letterhead.lines[0].text"), rule_at(ORIGINAL, "footer.text")):
        assert isinstance(rule, Words)
        for token in rule.tokens or ():
            assert typed_tokens(shown_tokens("{" + token + "}")) == "{" + token + "}"


@pytest.mark.parametrize("place", ["nothing", "letterhead.lines[99].text", "page.nothing"])
def test_a_place_that_is_not_there_is_a_mistake_of_the_program(place: str) -> None:
    with pytest.raises(ValueError, match="place"):
        value_at(ORIGINAL, place)
    with pytest.raises(ValueError, match="place"):
        rule_at(ORIGINAL, place)


def test_every_table_of_a_template_can_be_written() -> None:
    assert all(
        is_dataclass(getattr(ORIGINAL, field.name)) or field.name in {"name", "kinds", "roles"}
        for field in fields(Template)
    )
    assert read_value(Found(path=FILE, place="x", value=1), Number(low=0, high=2)) == 1
