from dataclasses import replace

import pytest

from humas_desk.layout.document import Align, Family, Role, Style
from humas_desk.layout.letterhead import compose_letterhead, office_name, region_name
from humas_desk.layout.template import HeadLine, Template
from humas_desk.release.office import Body, Level, Office
from tests.layout.composing import AN_OFFICE, NAMES, an_image, plain, template


def lines(office: Office, by: Template | None = None) -> list[str]:
    head, _ = compose_letterhead(office, by or template(), None)
    return [plain(line) for line in head.lines]


@pytest.mark.parametrize(
    ("level", "body", "region", "first", "second"),
    [
        ("kabupaten", "bawaslu", "Kabupaten Siau Tagulandang Biaro", "UMUM", "KABUPATEN SIAU TAGULANDANG BIARO"),
        ("kabupaten", "bawaslu", "Contoh", "UMUM", "KABUPATEN CONTOH"),
        ("kota", "bawaslu", "Kotamobagu", "UMUM", "KOTA KOTAMOBAGU"),
        ("kota", "bawaslu", "Kota Batam", "UMUM", "KOTA BATAM"),
        ("provinsi", "bawaslu", "Jawa Timur", "UMUM", "PROVINSI JAWA TIMUR"),
        ("provinsi", "bawaslu", "Daerah Istimewa Yogyakarta", "UMUM", "DAERAH ISTIMEWA YOGYAKARTA"),
        ("kecamatan", "panwaslu", "Kecamatan Kraksaan", "PEMILIHAN UMUM", "KECAMATAN KRAKSAAN"),
        ("kecamatan", "panwaslu", "Distrik Heram", "PEMILIHAN UMUM", "DISTRIK HERAM"),
        ("kabupaten", "panwaslih", "Kabupaten Aceh Besar", "PEMILIHAN", "KABUPATEN ACEH BESAR"),
        ("ri", "bawaslu", "", "UMUM", "REPUBLIK INDONESIA"),
    ],
)
def test_the_office_is_named_by_body_and_region_in_capitals(
    level: str, body: str, region: str, first: str, second: str
) -> None:
    office = Office(level=Level(level), body=Body(body), region=region)
    named = lines(office)
    assert named[1] == second
    assert named[0].startswith("BADAN PENGAWAS" if body == "bawaslu" else "PANITIA PENGAWAS")
    assert named[0].endswith(first)


def test_a_line_without_any_value_disappears_with_its_separators() -> None:
    assert lines(AN_OFFICE)[2:] == ["Jalan Merdeka 1, Contoh", "(0300) 1  ·  humas@contoh.example  ·  contoh.example"]
    assert lines(replace(AN_OFFICE, email=" ", address=()))[2:] == ["(0300) 1  ·  contoh.example"]
    assert lines(replace(AN_OFFICE, phone="", email="", website=""))[2:] == ["Jalan Merdeka 1, Contoh"]
    assert lines(Office(region="Kabupaten Contoh"))[2:] == []


def test_only_what_is_known_of_a_line_with_words_around_it_is_printed() -> None:
    by = replace(
        template(),
        letterhead=replace(
            template().letterhead, lines=(HeadLine(text="Telepon {phone}  ·  Surel {email}"), HeadLine(text="Humas"))
        ),
    )
    assert lines(replace(AN_OFFICE, phone=""), by) == ["Surel humas@contoh.example", "Humas"]


def test_mail_and_site_are_links() -> None:
    head, _ = compose_letterhead(AN_OFFICE, template(), None)
    assert {run.text: run.link for line in head.lines for run in line.runs if run.link} == {
        "humas@contoh.example": "mailto:humas@contoh.example",
        "contoh.example": "https://contoh.example",
    }


@pytest.mark.parametrize("name", NAMES)
def test_the_last_line_carries_the_rule_and_the_space_to_the_text(name: str) -> None:
    rules = template(name).letterhead
    for office in (AN_OFFICE, Office(region="Kabupaten Contoh")):
        head, styles = compose_letterhead(office, template(name), None)
        ruled = [style for style in styles.values() if style.below]
        assert ruled == [styles[head.lines[-1].role, head.lines[-1].variant]]
        assert ruled[0].after_pt == rules.after_pt
        assert ruled[0].below is not None
        assert (ruled[0].below.kind, ruled[0].below.thickness_pt) == (rules.rule, rules.rule_pt)


def test_a_logo_has_the_wished_height_unless_it_is_too_wide() -> None:
    square, _ = compose_letterhead(AN_OFFICE, template(), an_image(400, 400))
    wide, _ = compose_letterhead(AN_OFFICE, template(), an_image(900, 200))
    news, _ = compose_letterhead(AN_OFFICE, template("rilis-berita"), an_image(400, 400))
    assert square.logo is not None
    assert wide.logo is not None
    assert news.logo is not None
    assert (square.logo.width_mm, square.logo.height_mm) == (22, 22)
    assert (wide.logo.width_mm, wide.logo.height_mm) == (45, 10)
    assert news.logo.height_mm == 18
    assert not square.logo_left


def test_lines_beside_a_logo_keep_clear_of_it_on_both_sides_and_the_last_stands_below() -> None:
    rules = replace(template().letterhead, logo="left")
    head, styles = compose_letterhead(AN_OFFICE, replace(template(), letterhead=rules), an_image(400, 400))
    set_lines = [styles[line.role, line.variant] for line in head.lines]
    assert head.logo_left
    assert [(style.left_mm, style.right_mm) for style in set_lines] == [(28, 28), (28, 28), (28, 28), (0, 0)]
    assert {style.align for style in set_lines} == {Align.CENTER}
    beside = sum(style.leading_pt + style.after_pt for style in set_lines[:-1])
    assert beside >= 22 * 72 / 25.4


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("logo", "tallest_mm"), [("top", 50), ("left", 34)])
def test_a_letterhead_with_a_logo_leaves_the_page_to_the_text(name: str, logo: str, tallest_mm: float) -> None:
    by = replace(template(name), letterhead=replace(template(name).letterhead, logo=logo))
    head, styles = compose_letterhead(AN_OFFICE, by, an_image(400, 400))
    set_lines = [styles[line.role, line.variant] for line in head.lines]
    assert head.logo is not None
    assert set_lines[-1].below is not None
    height_pt = sum(style.leading_pt for style in set_lines) + sum(style.after_pt for style in set_lines[:-1])
    height_pt += set_lines[-1].below.space_pt + set_lines[-1].below.height_pt
    above_mm = 0 if head.logo_left else head.logo.height_mm + head.logo_gap_mm
    assert above_mm + height_pt * 25.4 / 72 <= tallest_mm


def test_lines_that_the_logo_carries_already_may_be_hidden() -> None:
    rules = replace(template().letterhead, hide_lines_in_logo=True)
    by = replace(template(), letterhead=rules)
    with_logo, _ = compose_letterhead(AN_OFFICE, by, an_image())
    assert [line.role for line in with_logo.lines] == [Role.ADDRESS, Role.ADDRESS]
    assert lines(AN_OFFICE, by)[0] == "BADAN PENGAWAS PEMILIHAN UMUM"


def test_a_letterhead_may_be_left_blank_or_off() -> None:
    blank, _ = compose_letterhead(AN_OFFICE, template(), None, blank=True)
    assert blank.blank
    assert len(blank.lines) == 4
    off, styles = compose_letterhead(
        AN_OFFICE, replace(template(), letterhead=replace(template().letterhead, pages="none")), an_image()
    )
    assert (off.lines, off.logo, off.pages, styles) == ((), None, "none", {})


def test_a_text_names_the_office_shortly() -> None:
    assert office_name(AN_OFFICE) == "Bawaslu Kabupaten Contoh"
    assert region_name(Office()) == ""


def test_the_letterhead_may_have_a_family_of_its_own() -> None:
    by = template()
    assert {style.family for style in _line_styles(by)} == {Family.SANS}
    by = replace(by, fonts=replace(by.fonts, text="carlito", letterhead="bookman"))
    assert {style.family for style in _line_styles(by)} == {Family.BOOKMAN}
    by = replace(by, fonts=replace(by.fonts, letterhead=""))
    assert {style.family for style in _line_styles(by)} == {Family.CARLITO}


def _line_styles(by: Template) -> list[Style]:
    return list(compose_letterhead(AN_OFFICE, by, None)[1].values())
