from pathlib import Path
import pickle

import pytest

from humas_desk.errors import BadContent, FileMissing, FileTooLarge, NewerVersion, NotOurFile
from humas_desk.layout.document import Role
from humas_desk.layout.loader import choose_template, list_templates, load_template
from humas_desk.layout.paper import geometry
from humas_desk.layout.roles import ROLES
from humas_desk.layout.template import Template
from humas_desk.release.office import Office
from humas_desk.release.release import Kind
from tests.layout.composing import NAMES, TEMPLATES, a_release

HEAD = 'format = "humas-desk/template"\nversion = 1\n'


def written(folder: Path, text: str, *, head: str = HEAD) -> Path:
    (folder / "template.toml").write_text(head + text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_template_loads_and_serves_its_kind(name: str) -> None:
    assert load_template(TEMPLATES / name).serves(Kind(name))


def test_a_template_of_two_lines_has_every_role(tmp_path: Path) -> None:
    template = load_template(written(tmp_path, ""))
    assert template.roles == ROLES
    assert template.name == tmp_path.name


def test_a_template_crosses_to_another_process(tmp_path: Path) -> None:
    template = load_template(written(tmp_path, ""))
    assert pickle.loads(pickle.dumps(template)) == template  # noqa: S301  # what the render worker's queue does


@pytest.mark.parametrize(
    ("text", "place", "expected", "found"),
    [
        ("[roles.body]\nsize_pt = 200", "roles.body.size_pt", "6–48", "200"),
        ("[roles.body]\nsize_pt = true", "roles.body.size_pt", "6–48", "True"),
        ("[roles.body]\nsize_pt = nan", "roles.body.size_pt", "6–48", "nan"),
        ("[roles.body]\nsize_pt = '12'", "roles.body.size_pt", "6–48", "12"),
        ("[roles.body]\nsise_pt = 12", "roles.body.sise_pt", "size_pt", "sise_pt"),
        ("[roles.body]\nalign = 'middle'", "roles.body.align", "left | justify | center | right", "middle"),
        ("[roles.body]\ncolor = 'red'", "roles.body.color", "#rrggbb", "red"),
        ("[roles.body.tightest]\nsize_pt = 2", "roles.body.tightest.size_pt", "6–48", "2"),
        ("[roles.bodi]\nsize_pt = 12", "roles.bodi", "body", "bodi"),
        ("roles = 3", "roles", "table", "3"),
        ("[page]\nsize = 'A5'", "page.size", "A4 | F4-215 | F4-210 | Folio | [120–330, 180–450]", "A5"),
        ("[page]\nsize = [100, 300]", "page.size[0]", "120–330", "100"),
        ("[page]\nsize = [210]", "page.size", "A4 | F4-215 | F4-210 | Folio | [120–330, 180–450]", "[210]"),
        ("[parts]\ndegrees = 1", "parts.degrees", "true | false", "1"),
        ("[letterhead]\nlogo = 'right'", "letterhead.logo", "top | left | none", "right"),
        ("[[letterhead.lines]]\nsize_pt = 99", "letterhead.lines[0].size_pt", "6–30", "99"),
        ("[letterhead]\nlines = 'x'", "letterhead.lines", "list of up to 12 tables", "x"),
        ("[footer]\ntext = 'Hal. {halaman}'", "footer.text", "text with {page} | {pages}", "Hal. {halaman}"),
        ('[footer]\ntext = """a\nb"""', "footer.text", "text with {page} | {pages}", "a\nb"),
        ("kinds = ['berita']", "kinds[0]", "rilis-berita | siaran-pers | undangan-media", "berita"),
        ("nama = 'x'", "nama", "name", "nama"),
    ],
)
def test_what_may_not_stand_there_is_told_with_key_and_allowed_values(
    tmp_path: Path, text: str, place: str, expected: str, found: str
) -> None:
    with pytest.raises(BadContent) as raised:
        load_template(written(tmp_path, text))
    error = raised.value
    assert (error.path, error.place, error.expected, error.found) == (
        tmp_path / "template.toml",
        place,
        expected,
        found,
    )


def test_a_part_may_not_stand_twice_and_the_body_may_not_be_missing(tmp_path: Path) -> None:
    with pytest.raises(BadContent, match=r"parts\.order\[2\]"):
        load_template(written(tmp_path, "[parts]\norder = ['title', 'body', 'title']"))
    with pytest.raises(BadContent, match="with body"):
        load_template(written(tmp_path, "[parts]\norder = ['title']"))


def test_a_measure_that_leaves_no_margin_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadContent) as raised:
        load_template(written(tmp_path, "[page]\nmeasure_mm = 175"))
    assert raised.value.place == "page.measure_mm"


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("\n[page\nsize = 1", "line 4: "),
        ("name = 'x", "line 3: "),
        ("name = ", "line 3: "),
        ("a = 1\na = 2", "line 4: "),
    ],
)
def test_what_is_no_toml_is_told_with_its_line(tmp_path: Path, text: str, detail: str) -> None:
    with pytest.raises(NotOurFile) as raised:
        load_template(written(tmp_path, text))
    assert raised.value.detail.startswith(detail)


def test_a_file_that_is_not_a_template_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        load_template(tmp_path)
    with pytest.raises(NotOurFile):
        load_template(written(tmp_path, "", head="name = 'x'\n"))
    with pytest.raises(NewerVersion) as raised:
        load_template(written(tmp_path, "", head='format = "humas-desk/template"\nversion = 2\n'))
    assert raised.value.detail == "2"
    with pytest.raises(BadContent, match="version"):
        load_template(written(tmp_path, "", head='format = "humas-desk/template"\nversion = true\n'))
    with pytest.raises(FileTooLarge):
        load_template(written(tmp_path, "#" * 300_000))
    (tmp_path / "template.toml").write_bytes(b"a = 1\nb = '\xff'")
    with pytest.raises(NotOurFile) as not_text:
        load_template(tmp_path)
    assert not_text.value.detail == "line 2: not UTF-8"


def test_a_byte_order_mark_from_notepad_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "template.toml").write_text("\ufeff" + HEAD + "name = 'x'", encoding="utf-8")
    assert load_template(tmp_path).name == "x"


def test_a_folder_of_the_users_own_replaces_the_shipped_one(tmp_path: Path) -> None:
    mine = tmp_path / "siaran-pers"
    mine.mkdir()
    (tmp_path / "kosong").mkdir()
    written(mine, "")
    listed = list_templates((TEMPLATES, tmp_path, tmp_path / "not there"))
    assert list(listed) == list(NAMES)
    assert listed["siaran-pers"] == mine


@pytest.mark.parametrize(
    ("paper", "left", "right", "bottom"),
    [("A4", 30, 25, 20), ("F4-210", 30, 25, 20), ("F4-215", 30, 30, 22), ("Folio", 30.5, 30.4, 22)],
)
def test_margins_follow_the_paper_and_the_measure_stays(
    tmp_path: Path, paper: str, left: float, right: float, bottom: float
) -> None:
    sheet = geometry(load_template(written(tmp_path, f"[page]\nsize = '{paper}'")).page)
    assert (sheet.left_mm, sheet.top_mm, sheet.bottom_mm, sheet.next_top_mm) == (left, 15, bottom, 20)
    assert sheet.right_mm == pytest.approx(right)
    assert sheet.width_mm - sheet.left_mm - sheet.right_mm == pytest.approx(155)


def test_a_sheet_of_its_own_size_is_centred_when_it_is_narrow(tmp_path: Path) -> None:
    sheet = geometry(load_template(written(tmp_path, "[page]\nsize = [180, 250]")).page)
    assert (sheet.left_mm, sheet.right_mm, sheet.height_mm) == (12.5, 12.5, 250)


def test_the_template_is_the_releases_then_the_offices_then_the_kinds() -> None:
    templates = {name: load_template(TEMPLATES / name) for name in NAMES}
    release = a_release(kind=Kind.PRESS)
    assert choose_template(release, Office(), templates) == "siaran-pers"
    assert (
        choose_template(a_release(kind=Kind.NEWS, template="undangan-media"), Office(), templates) == "undangan-media"
    )
    assert choose_template(a_release(kind=Kind.NEWS, template="gone"), Office(), templates) == "rilis-berita"
    own = templates | {"kantor": Template(kinds=("siaran-pers",))}
    assert choose_template(release, Office(template="kantor"), own) == "kantor"
    assert choose_template(a_release(kind=Kind.NEWS), Office(template="kantor"), own) == "rilis-berita"
    assert (
        choose_template(release, Office(template="x"), {"a": Template(kinds=("rilis-berita",)), "b": Template()}) == "b"
    )
    assert choose_template(release, Office(), {"a": Template(kinds=("rilis-berita",))}) == "a"
    with pytest.raises(KeyError):
        choose_template(release, Office(), {})


def test_the_example_of_the_contracts_is_a_template(tmp_path: Path, shared: Path) -> None:
    contracts = (shared / "design" / "contracts.md").read_text(encoding="utf-8")
    (example,) = [block for block in contracts.split("```")[1::2] if "humas-desk/template" in block]
    template = load_template(written(tmp_path, example.removeprefix("toml"), head=""))
    assert template.roles[Role.BODY].tightest.after_pt == 6
    assert [line.size_pt for line in template.letterhead.lines] == [14, 14, 9, 9]


SIZES: dict[str, dict[str, tuple[float, float]]] = {
    "siaran-pers": {"label": (12, 15), "number": (11, 14), "title": (15, 19), "body": (12, 16), "about": (10, 13.5)},
    "rilis-berita": {"title": (18, 22), "subtitle": (12, 16), "body": (11.5, 16), "caption": (9.5, 12.5)},
    "undangan-media": {"label": (13, 16), "number": (11, 15), "title": (12, 16), "footer": (8.5, 11)},
}


@pytest.mark.parametrize(("name", "role", "size"), [(n, r, s) for n, roles in SIZES.items() for r, s in roles.items()])
def test_the_shipped_sizes_are_the_typographers(name: str, role: str, size: tuple[float, float]) -> None:
    rules = load_template(TEMPLATES / name).roles[Role(role)]
    assert (rules.size_pt, rules.leading_pt) == size
