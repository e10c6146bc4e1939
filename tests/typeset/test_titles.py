"""Titles that look well."""

from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
import pytest

from humas_desk.layout.document import Role, Run, Text
from humas_desk.layout.loader import load_template
from humas_desk.layout.spacing import role_styles
from humas_desk.typeset.paragraph import Column, break_paragraph
from humas_desk.typeset.titles import SMALLEST_PT, settle_title
from humas_desk.writers.pdf.fonts import Fonts
from tests.typeset.plain_documents import HALF_EM, LEFT, text


@pytest.fixture(scope="module")
def fonts(root: Path) -> Fonts:
    return Fonts(root / "assets" / "fonts")


STYLE = replace(LEFT, size_pt=16, leading_pt=20)
COLUMN = Column(left_pt=0, right_pt=240)
"""Thirty characters of 8 pt."""


def title(words: str, most_lines: int = 3) -> Text:
    return settle_title(text(words, role=Role.TITLE), STYLE, COLUMN, HALF_EM, most_lines)


def line_texts(words: str) -> list[str]:
    return title(words).plain.split("\n")


def test_a_title_that_fits_on_one_line_stays_as_it_is() -> None:
    short = text("Rapat Kerja di Kabupaten", role=Role.TITLE)
    assert settle_title(short, STYLE, COLUMN, HALF_EM, 3) is short


def test_the_first_line_gives_words_to_the_second() -> None:
    assert line_texts("Petugas Mengawasi Data Warga Pemilih") == ["Petugas Mengawasi", "Data Warga Pemilih"]


def test_lengths_within_eight_percent_are_found_where_there_are_some() -> None:
    lines = line_texts("aaaa bbbb cccc dddd eeee ffff gggg hhhh")
    widths = [len(line) for line in lines]
    assert max(widths) - min(widths) <= 0.08 * max(widths)


@pytest.mark.parametrize("word", ["di", "ke", "dari", "dan", "yang", "untuk", "pada"])
def test_no_line_ends_on_a_small_word(word: str) -> None:
    lines = line_texts(f"Pengawasan Tahapan Baru {word} Kelurahan Serta Kecamatan")
    assert len(lines) >= 2
    assert not any(line.endswith(f" {word}") for line in lines)


def test_no_word_stands_alone_on_the_last_line() -> None:
    assert line_texts("Badan Pengawas Pemilihan Umum Mengawasi")[-1].count(" ") >= 1


TITLE_WORDS = (
    *[
        "Bawaslu",
        "Kabupaten",
        "Probolinggo",
        "Ajak",
        "Warga",
        "Mengawal",
        "Data",
        "Pemilih",
        "Rapat",
        "Koordinasi",
        "Pengawasan",
        "Tahapan",
    ],
    *[
        "Pemungutan",
        "Suara",
        "Ulang",
        "Tahun",
        "2026",
        "Sentra",
        "Gakkumdu",
        "Sengketa",
        "di",
        "ke",
        "dari",
        "dan",
        "yang",
        "untuk",
        "pada",
        "RI",
    ],
)


@pytest.mark.parametrize("name", ["siaran-pers", "rilis-berita", "undangan-media"])
@given(words=st.lists(st.sampled_from(TITLE_WORDS), min_size=4, max_size=14))
@settings(max_examples=60)
def test_no_shipped_template_leaves_a_word_of_a_title_alone(
    name: str, words: list[str], root: Path, fonts: Fonts
) -> None:
    template = load_template(root / "templates" / name)
    style = role_styles(template)[Role.TITLE]
    column = Column(left_pt=0, right_pt=template.page.measure_mm * 72 / 25.4)
    settled = settle_title(text(" ".join(words), role=Role.TITLE), style, column, fonts, 3)
    lines = settled.plain.split("\n")
    assert len(lines) == 1 or " " in lines[-1]
    assert " ".join(lines) == " ".join(words)


def test_a_title_of_too_many_lines_is_set_smaller() -> None:
    words = "Pengawas Kecamatan " * 6
    settled = title(words.strip())
    assert settled.style is not None
    assert SMALLEST_PT <= settled.style.size_pt < STYLE.size_pt
    assert settled.plain.count("\n") <= 2


def test_a_title_that_is_too_long_at_the_smallest_size_is_accepted() -> None:
    settled = title("Pengawas Kecamatan " * 20)
    assert settled.style is not None
    assert settled.style.size_pt == SMALLEST_PT


def test_a_title_with_newlines_of_its_own_is_left_alone() -> None:
    own = text("Rapat Kerja\nBadan Pengawas Pemilihan Umum di Tingkat Kabupaten", role=Role.TITLE)
    assert settle_title(own, STYLE, COLUMN, HALF_EM, 3) is own


def test_a_subject_beside_its_label_is_left_alone() -> None:
    subject = text("Perihal\t:\tRapat Kerja Badan Pengawas Pemilihan Umum Kabupaten", role=Role.TITLE)
    assert settle_title(subject, STYLE, COLUMN, HALF_EM, 3) is subject


def test_the_break_stands_in_the_run_it_falls_into() -> None:
    runs = (Run(text="Petugas Mengawasi "), Run(text="Pemutakhiran Daftar", italic=True), Run(text=" Pemilih Tetap"))
    settled = settle_title(Text(role=Role.TITLE, runs=runs), STYLE, COLUMN, HALF_EM, 3)
    assert [len(run.text) for run in settled.runs] == [len(run.text) for run in runs]
    assert settled.plain.replace("\n", " ") == "".join(run.text for run in runs)
    assert "\n" in settled.plain


@given(st.lists(st.sampled_from(["di", "yang", "Rapat", "Kerja", "Pengawasan", "anak-anak", "a"]), max_size=30))
def test_a_balanced_title_has_the_same_words_and_fits(words: list[str]) -> None:
    settled = title(" ".join(words))
    assert settled.plain.split() == words
    style = settled.style or STYLE
    broken = break_paragraph(settled, style, COLUMN, HALF_EM)
    assert settled.plain.count("\n") + 1 == len(broken) or "\n" not in settled.plain
