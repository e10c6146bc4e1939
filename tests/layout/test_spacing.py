from dataclasses import replace

import pytest

from humas_desk.layout.document import Document, Role, Text
from humas_desk.layout.template import Template
from humas_desk.release.blocks import Heading, ItemList, Photo, PhotoFile, Table
from humas_desk.release.person import Contact
from humas_desk.release.release import Credits
from tests.layout.composing import AN_OFFICE, NAMES, a_paragraph, a_release, an_image, composed, tables, template

ABOUT = replace(AN_OFFICE, about="Tentang.", contacts=(Contact(name="Dewi"),))


def gap_after(document: Document, words: str) -> float:
    """Space after the paragraph with these words."""
    (text,) = [block for block in document.body if isinstance(block, Text) and block.plain.endswith(words)]
    return document.style_of(text).after_pt


def test_the_gap_is_space_after_plus_space_before_of_the_next() -> None:
    document = composed(
        a_release(
            a_paragraph("satu", block_id="a"),
            a_paragraph("dua", block_id="b"),
            Heading(id="h", text="tiga"),
            a_paragraph("empat"),
        )
    )
    assert gap_after(document, "satu") == 8
    assert gap_after(document, "dua") == 18
    assert gap_after(document, "tiga") == 4


def test_a_paragraph_that_differs_is_a_named_variant_and_nothing_else_is() -> None:
    document = composed(a_release(a_paragraph("satu"), Heading(id="h", text="tiga"), a_paragraph("empat")))
    variants = [block.variant for block in document.body if isinstance(block, Text) and block.role is Role.BODY]
    assert variants == ["before-heading", ""]
    assert document.variants[Role.BODY, "before-heading"] == replace(document.styles[Role.BODY], after_pt=18)


@pytest.mark.parametrize("name", NAMES)
def test_every_variant_is_used_and_every_use_has_its_style(name: str) -> None:
    release = a_release(
        a_paragraph("a"),
        ItemList(id="l", items=("a", "b")),
        Heading(id="h", text="b"),
        Table(id="t", header=True, rows=(("a", "b"), ("c", "1"))),
        credits=Credits(writer="x"),
        copies=("a", "b"),
        number="1",
        subject="s",
        about="x",
    )
    document = composed(release, office=ABOUT, by=name)
    used = {(text.role, text.variant) for text in (*_texts(document), *document.letterhead.lines) if text.variant}
    assert used == set(document.variants)
    assert all(text.style is None for text in _texts(document))


def _texts(document: Document) -> list[Text]:
    cells = [cell.text for grid in tables(document) for row in grid.rows for cell in row]
    return [*cells, *(block for block in document.body if isinstance(block, Text))]


def test_items_of_a_list_stand_closer_than_what_follows() -> None:
    document = composed(a_release(ItemList(id="l", items=("satu", "dua")), a_paragraph("tiga")))
    assert (gap_after(document, "satu"), gap_after(document, "dua")) == (3, 8)
    two = composed(a_release(ItemList(id="l", items=("satu",)), ItemList(id="m", items=("dua",))))
    assert gap_after(two, "satu") == 8


def test_a_table_keeps_the_bodys_distance_and_its_caption_stands_close_above() -> None:
    document = composed(a_release(Table(id="t", rows=(("a",),), caption="hasil"), a_paragraph("x")))
    assert gap_after(document, "hasil") == 4
    assert tables(document)[0].after_pt == 8


def test_rows_of_pictures_stand_as_far_apart_as_the_pictures_in_a_row() -> None:
    photo = Photo(id="f", files=(PhotoFile(file="a"),) * 4)
    document = composed(a_release(photo), images={"a": an_image()})
    assert [block.after_pt for block in document.body if not isinstance(block, Text)] == [pytest.approx(14.17), 10]


def test_one_rule_opens_the_small_print() -> None:
    document = composed(a_release(credits=Credits(writer="x")), office=ABOUT)
    ruled = [text.plain for text in _texts(document) if document.style_of(text).above]
    assert ruled == ["Tentang Bawaslu Kabupaten Contoh"]
    without = composed(a_release(credits=Credits(writer="x"), about=""))
    assert [text.plain for text in _texts(without) if without.style_of(text).above] == []
    news = composed(a_release(), office=ABOUT, by="rilis-berita")
    assert [text.plain for text in _texts(news) if news.style_of(text).above] == []


def test_the_template_decides_every_distance() -> None:
    rules = dict(template().roles)
    rules[Role.HEADING] = replace(rules[Role.HEADING], before_pt=0)
    by: Template = replace(template(), roles=rules)
    document = composed(a_release(a_paragraph("satu"), Heading(id="h", text="dua"), a_paragraph("tiga")), by=by)
    assert gap_after(document, "satu") == 8
    assert not [name for role, name in document.variants if role is Role.BODY]
