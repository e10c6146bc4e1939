"""Tables in files: what they say, whether as tables, as rows of labels, or as frames of pictures."""

from pathlib import Path

import pytest

from humas_desk.intake.docx_reader import read_docx
from humas_desk.intake.html_reader import read_html
from humas_desk.intake.manuscript import Item, ManuscriptImage, ManuscriptParagraph, ManuscriptTable, NoteKind, Style
from tests.intake.docx_building import blip, docx, p, r, relation, tbl, tc
from tests.writers.docx_samples import picture

PATH = Path("draf.docx")


def items(body: str, **pictures: bytes) -> tuple[Item, ...]:
    relations = "".join(relation(name, "image", f"media/{name}.png") for name in pictures)
    parts: dict[str, str | bytes] = {f"word/media/{name}.png": data for name, data in pictures.items()}
    return read_docx(docx(body, relations=relations, parts=parts), PATH).items


def rows(*texts: tuple[str, ...]) -> str:
    return tbl(*("".join(tc(p(text)) for text in row) for row in texts))


def lines(found: tuple[Item, ...]) -> list[str]:
    assert all(isinstance(item, ManuscriptParagraph) for item in found)
    return [item.text for item in found if isinstance(item, ManuscriptParagraph)]


@pytest.mark.parametrize(
    "table",
    [
        rows(("Hari, Tanggal", ":", "Sabtu, 23 November 2024"), ("Tempat", ":", "Aula"), ("", "", "Jl. Contoh 1")),
        rows(("Hari, Tanggal :", "Sabtu, 23 November 2024"), ("Tempat :", "Aula"), ("", "Jl. Contoh 1")),
        rows(("Hari, Tanggal", ": Sabtu, 23 November 2024"), ("Tempat", ": Aula"), ("", "Jl. Contoh 1")),
    ],
)
def test_rows_of_labels_are_lines(table: str) -> None:
    assert lines(items(table)) == ["Hari, Tanggal: Sabtu, 23 November 2024", "Tempat: Aula Jl. Contoh 1"]


def test_a_table_of_facts_stays_one() -> None:
    (table,) = items(rows(("Desa", "Jumlah"), ("Contoh", "12"), ("Rasio", "1:2")))
    assert isinstance(table, ManuscriptTable)


def test_a_form_with_title_and_text_is_read_as_what_it_says() -> None:
    table = rows(("Judul", "Bawaslu Latih Pengawas"), ("Tanggal", "14 November 2024"), ("Isi", "Alinea satu."))
    found = items(table)
    assert lines(found) == ["Bawaslu Latih Pengawas", "14 November 2024", "Alinea satu."]
    assert next(item.style for item in found if isinstance(item, ManuscriptParagraph)) is Style.TITLE


def test_a_caption_before_a_table_belongs_to_it() -> None:
    table = rows(("Desa", "Jumlah"), ("Contoh", "12"))
    (found,) = items(p(r("Tabel 1. Jumlah pemilih", "<w:b/>")) + p("") + table)
    assert isinstance(found, ManuscriptTable)
    assert found.caption == "Tabel 1. Jumlah pemilih"
    announced = items(p("Tabel di bawah menunjukkan jumlahnya sebagai berikut:") + table)
    assert len(announced) == 2


def test_pictures_of_a_table_keep_their_own_captions() -> None:
    table = tbl(tc(p(blip("a"))) + tc(p(blip("b"))), tc(p("Kelompok satu")) + tc(p("Kelompok dua")))
    one, two = (picture(60, 40, kind="PNG", shade=shade).data for shade in (1, 9))
    found = items(table, a=one, b=two)
    assert [item.text if isinstance(item, ManuscriptParagraph) else "" for item in found] == [
        "",
        "Kelompok satu",
        "",
        "Kelompok dua",
    ]
    assert {item.style for item in found if isinstance(item, ManuscriptParagraph)} == {Style.CAPTION}
    assert {item.row for item in found if isinstance(item, ManuscriptImage)} == {0}


def test_a_wide_picture_above_all_text_is_a_letterhead_and_told_about() -> None:
    wide, tall = picture(400, 60, kind="PNG").data, picture(80, 60, kind="PNG", shade=7).data
    body = p(blip("kop")) + p("Judul") + p(blip("foto")) + p("Isi.")
    parts: dict[str, str | bytes] = {"word/media/kop.png": wide, "word/media/foto.png": tall}
    relations = relation("kop", "image", "media/kop.png") + relation("foto", "image", "media/foto.png")
    manuscript = read_docx(docx(body, relations=relations, parts=parts), PATH)
    assert sum(isinstance(item, ManuscriptImage) for item in manuscript.items) == 1
    assert [note.text for note in manuscript.notes if note.kind is NoteKind.HEADER] == ["logo"]


def test_a_cell_over_several_rows_leaves_its_place_in_them_empty() -> None:
    page = "<table><tr><td rowspan=2>Desa<td colspan=2>Pemilih<tr><td>Pria<td>Wanita<tr><td>Contoh<td>5<td>7</table>"
    (table,) = read_html(page.encode(), Path("halaman.html")).items
    assert isinstance(table, ManuscriptTable)
    assert table.rows == (("Desa", "Pemilih", ""), ("", "Pria", "Wanita"), ("Contoh", "5", "7"))


def test_a_single_line_below_pictures_of_a_table_is_their_caption() -> None:
    table = tbl(tc(p(blip("a"))) + tc(p(blip("b"))), tc(p("Suasana rapat"), '<w:gridSpan w:val="2"/>'))
    one, two = (picture(60, 40, kind="PNG", shade=shade).data for shade in (1, 9))
    *pictures, caption = items(table, a=one, b=two)
    assert [item.row for item in pictures if isinstance(item, ManuscriptImage)] == [1, 1]
    assert caption == ManuscriptParagraph(text="Suasana rapat", style=Style.CAPTION)


def test_those_who_sign_side_by_side_come_one_after_the_other() -> None:
    table = tbl(tc(p("Mengetahui,") + p("Budi")) + tc(p("Contoh, 14 Mei 2026") + p("Sari")))
    assert lines(items(table)) == ["Mengetahui,", "Budi", "Contoh, 14 Mei 2026", "Sari"]


def test_a_letterhead_with_a_logo_at_either_side_leaves_none_behind() -> None:
    words = p("BADAN PENGAWAS PEMILIHAN UMUM") + p("KABUPATEN CONTOH") + p("Jl. Contoh No. 1, Telp. (021) 123")
    table = tbl(tc(p(blip("a"))) + tc(words) + tc(p(blip("b"))))
    one, two = (picture(60, 60, kind="PNG", shade=shade).data for shade in (1, 9))
    assert lines(items(table + p("Judul"), a=one, b=two)) == ["Judul"]
