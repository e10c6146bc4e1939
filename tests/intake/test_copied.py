"""HTML beside plain text on the clipboard: which of them becomes the draft."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
import pytest

from humas_desk.desk.importing import import_copied
from humas_desk.intake.copied import copied_manuscript
from humas_desk.release.blocks import Heading, ItemList, Paragraph
from humas_desk.release.release import Release

TODAY = dt.date(2025, 11, 20)
HTML = """<h1>Pengawas Terima Rompi</h1><p>Masohi, 12 November 2025 - Bawaslu membagikan rompi <i>safety</i> kepada
pengawas.</p><h2>Tahap Pertama</h2><ul><li>Pulau Seram</li><li>Pulau Buru</li></ul>"""
PLAIN = """Pengawas Terima Rompi
Masohi, 12 November 2025 - Bawaslu membagikan rompi safety kepada pengawas.
Tahap Pertama
Pulau Seram
Pulau Buru"""


def release(html: bytes, text: str = PLAIN) -> Release:
    return import_copied(html, text, today=TODAY).state.release


def test_headings_lists_and_italics_of_a_copied_page_are_kept() -> None:
    found = release(HTML.encode())
    assert (found.title, found.dateline.city) == ("Pengawas Terima Rompi", "Masohi")
    assert [type(block) for block in found.blocks] == [Paragraph, Heading, ItemList]
    assert found.blocks[0] == Paragraph(
        id=found.blocks[0].id, text="Bawaslu membagikan rompi *safety* kepada pengawas."
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_browsers_write_html_in_several_encodings(encoding: str) -> None:
    found = release(HTML.replace("Rompi", "Rompi Café").encode(encoding))
    assert found.title == "Pengawas Terima Rompi Café"
    assert isinstance(found.blocks[1], Heading)


def test_windows_head_of_offsets_is_no_part_of_the_draft() -> None:
    head = (
        "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:9999999999\r\nStartFragment:-1\r\nEndFragment:77777777777\r\n"
    )
    found = release(f"{head}SourceURL:https://contoh.example/\r\n<html><body><!--StartFragment-->{HTML}".encode())
    assert found.title == "Pengawas Terima Rompi"
    assert "Version" not in str(found)


@pytest.mark.parametrize(
    "html",
    [
        b"",
        b"\xff\xff\xff",
        b"<" * 300_000,
        b"<p></p>",
        b"<b>Pengawas</b>",
        "".join(f"<p>{line}</p>" for line in PLAIN.split("\n")).encode(),
    ],
    ids=["empty", "binary", "too many tags", "nothing in it", "a part only", "lines without any look"],
)
def test_the_plain_text_is_read_where_the_html_is_odd_or_says_no_more(html: bytes) -> None:
    assert copied_manuscript(html, PLAIN) is None
    assert release(html).title == "Pengawas Terima Rompi"


def test_a_messenger_s_plain_text_says_who_wrote_and_its_html_does_not() -> None:
    text = "[12/11/25 09.14.22] Humas: *Pengawas Terima Rompi*\nMasohi, 12 November 2025 - Bawaslu membagikan rompi."
    assert copied_manuscript(HTML.encode(), text) is None


def test_typed_asterisks_are_no_look_that_plain_text_could_not_have_said() -> None:
    text = "*Pengawas Terima Rompi*\nMasohi, 12 November 2025 - Bawaslu membagikan rompi.\n_Humas_"
    assert copied_manuscript(text.encode(), text) is None


def test_html_alone_is_read_too() -> None:
    assert release(b"<p>Pengawas Terima Rompi</p><p>Masohi - Bawaslu membagikan rompi.</p>", "").title != ""


@given(st.binary(max_size=300), st.text(max_size=60))
def test_no_bytes_stop_a_paste(html: bytes, text: str) -> None:
    import_copied(html, text, today=TODAY)
