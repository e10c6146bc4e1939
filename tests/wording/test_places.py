import dataclasses

import pytest

from humas_desk.release.blocks import Heading, ItemList, Paragraph, Photo, Quote, Table
from humas_desk.release.release import Attachment, Release
from humas_desk.wording import place_name

RELEASE = Release(
    blocks=(
        Paragraph(id="a"),
        Quote(id="b"),
        Heading(id="c"),
        Quote(id="d"),
        Photo(id="e"),
        Table(id="f"),
        ItemList(id="g"),
    ),
    attachments=(Attachment(title="Data", blocks=(Table(id="h"), Table(id="i"))),),
)


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("title", "Judul"),
        ("dateline.city", "Kota"),
        ("dateline.date", "Tanggal kegiatan"),
        ("blocks", "Isi"),
        ("blocks[0].text", "Paragraf"),
        ("blocks[3].speaker.name", "Kutipan ke-2, narasumber"),
        ("blocks[1].speaker.position", "Kutipan ke-1, jabatan"),
        ("blocks[4].files[1].alt", "Foto, foto ke-2, teks alternatif"),
        ("blocks[5].rows[1][2]", "Tabel, baris ke-2, kolom ke-3"),
        ("blocks[6].items[2]", "Daftar, butir ke-3"),
        ("attachments[0].blocks[1].caption", "Lampiran ke-1, tabel ke-2, keterangan foto"),
        ("contacts[0].phone", "Narahubung ke-1, telepon"),
        ("signatories[1].id_number", "Penanda tangan ke-2, NIP"),
        ("credits.writer", "Penulis"),
        ("embargo.until", "Embargo, waktu"),
    ],
)
def test_a_place_is_told_in_words(place: str, name: str) -> None:
    assert place_name(place, RELEASE) == name


def test_without_the_release_a_block_is_counted_among_all() -> None:
    assert place_name("blocks[3].speaker.name") == "Bagian ke-4, narasumber"


@pytest.mark.parametrize("place", ["roles.body.size_pt", "page.size", "blocks[x]", "", "TITLE"])
def test_a_place_outside_the_release_stays_as_it_is(place: str) -> None:
    assert place_name(place, RELEASE) == place


@pytest.mark.parametrize("field", [field.name for field in dataclasses.fields(Release)])
def test_every_field_that_a_person_fills_in_has_a_name(field: str) -> None:
    kept_by_the_program = {"id", "ignored", "unconfirmed", "unknown", "kind"}
    assert field in kept_by_the_program or place_name(field) != field
