"""Lines: where they end, where they stand, and that nothing is lost."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st
import pytest

from humas_desk.layout.document import Align, Origin, Role, Run, Style, Text
from humas_desk.typeset.breaking import break_pieces
from humas_desk.typeset.pages import Span
from humas_desk.typeset.paragraph import Column, break_paragraph, points
from tests.typeset.plain_documents import HALF_EM, LEFT, text

COLUMN = Column(left_pt=100, right_pt=150)
"""Ten characters of 5 pt."""


def broken(paragraph: Text, style: Style = LEFT, column: Column = COLUMN) -> list[str]:
    return ["".join(span.text for span in spans) for spans in spans_of(paragraph, style, column)]


def spans_of(paragraph: Text, style: Style = LEFT, column: Column = COLUMN) -> tuple[tuple[Span, ...], ...]:
    return break_paragraph(paragraph, style, column, HALF_EM)


@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        ("anak anak", ["anak ", "anak"]),
        ("anak-anak", ["anak-", "anak"]),
        ("2019–2024", ["2019–", "2024"]),
        ("cari?kata=1", ["cari?", "kata=1"]),
        ("siapa? Kami", ["siapa? ", "Kami"]),
        ("kabupaten/kota", ["kabupaten/kota"]),
        ("rapat — lalu", ["rapat ", "— ", "lalu"]),
        ("rapat—lalu", ["rapat", "—", "lalu"]),
        ("rapat\u00a0— lalu", ["rapat\u00a0— ", "lalu"]),
        ("10\u00a0orang", ["10\u00a0orang"]),
        ("e\u2011mel", ["e\u2011mel"]),
        ("- butir", ["- ", "butir"]),
        ("ber -nya", ["ber ", "-", "nya"]),
        ("siapa ? Kami", ["siapa ? ", "Kami"]),
        ("siapa , lalu", ["siapa , ", "lalu"]),
        ("siapa?”katanya", ["siapa?”katanya"]),
        ("kata…lagi!Ya", ["kata…", "lagi!", "Ya"]),
        ("apa?!", ["apa?!"]),
        ("pra-(pemilu)", ["pra-", "(pemilu)"]),
        ("“Humas”—katanya", ["“Humas”—", "katanya"]),
        ("katanya—“Humas”", ["katanya", "—“Humas”"]),
        ("dua  spasi ", ["dua  ", "spasi "]),
        ("", []),
    ],
)
def test_a_line_may_end_where_libreoffice_ends_it(words: str, pieces: list[str]) -> None:
    starts = [0, *(end for _, end in break_pieces(words))]
    assert [words[a:b] for a, b in pairwise(starts)] == pieces


def test_a_line_takes_as_many_words_as_fit() -> None:
    assert broken(text("satu dua tiga empat")) == ["satu dua ", "tiga empat"]


def test_a_space_at_the_line_end_hangs() -> None:
    assert broken(text("sepuluh123 dua")) == ["sepuluh123 ", "dua"]


def test_a_word_wider_than_the_line_is_cut_by_characters() -> None:
    assert broken(text("ke abcdefghijklmnopqrstuvwx yz")) == ["ke ", "abcdefghij", "klmnopqrst", "uvwx yz"]


def test_a_paragraph_of_one_long_address_is_cut_after_a_slash() -> None:
    assert broken(text("id.go/ab/12/34567890123")) == ["id.go/ab/", "12/3456789", "0123"]


def test_an_address_after_a_word_is_cut_by_characters_as_libreoffice_does() -> None:
    assert broken(text("ke id.go/abcdef")) == ["ke ", "id.go/abcd", "ef"]


def test_a_mark_is_never_cut_from_its_letter() -> None:
    assert broken(text("abcdefghij\u0331klm"))[1].startswith("j\u0331")


def test_a_newline_ends_a_line_and_an_empty_line_stays() -> None:
    assert broken(text("satu\n\ndua")) == ["satu", "", "dua"]


def test_an_empty_paragraph_is_one_empty_line() -> None:
    assert broken(text("")) == [""]


def test_bold_and_italic_parts_of_one_word_stay_together() -> None:
    paragraph = Text(role=Role.BODY, runs=(Run(text="satu dua ti"), Run(text="ga", bold=True), Run(text=" x")))
    assert broken(paragraph) == ["satu dua ", "tiga x"]


def test_justified_lines_reach_the_right_edge_and_the_last_does_not() -> None:
    first, last = spans_of(
        text("satu dua tiga empat"), replace(LEFT, align=Align.JUSTIFY), Column(left_pt=0, right_pt=70)
    )
    assert "".join(span.text for span in first) == "satu dua tiga "
    assert first[0].word_space_pt == pytest.approx(2.5)
    assert first[0].width_pt - 5 - 2.5 == pytest.approx(70)
    assert last[0].word_space_pt == 0


def test_a_line_before_a_newline_is_not_stretched() -> None:
    lines = spans_of(text("satu dua\ntiga"), replace(LEFT, align=Align.JUSTIFY), Column(left_pt=0, right_pt=70))
    assert [span.word_space_pt for line in lines for span in line] == [0, 0]


def test_spans_of_a_justified_line_stand_after_each_other() -> None:
    runs = (Run(text="satu dua "), Run(text="tiga empat", italic=True), Run(text=" lima enam"))
    style = replace(LEFT, align=Align.JUSTIFY)
    (one, two, three), *_ = spans_of(Text(role=Role.BODY, runs=runs), style, Column(left_pt=0, right_pt=127))
    assert two.x_pt == pytest.approx(one.x_pt + one.width_pt)
    assert three.x_pt == pytest.approx(two.x_pt + two.width_pt)


@pytest.mark.parametrize(("align", "x"), [(Align.LEFT, 100), (Align.CENTER, 115), (Align.RIGHT, 130)])
def test_a_short_line_stands_where_its_style_says(align: Align, x: float) -> None:
    assert spans_of(text("satu "), replace(LEFT, align=align))[0][0].x_pt == pytest.approx(x)


def test_tracking_counts_in_the_width() -> None:
    assert broken(text("satu dua tiga"), replace(LEFT, tracking_pt=1)) == ["satu dua ", "tiga"]
    assert broken(text("satu lima tiga"), replace(LEFT, tracking_pt=1)) == ["satu ", "lima ", "tiga"]


def test_a_marker_hangs_left_of_the_lines() -> None:
    style = replace(LEFT, left_mm=10, hang_mm=10)
    first, second = spans_of(text("satu dua", marker="1."), style, Column(left_pt=0, right_pt=50))
    assert [(span.text, span.x_pt) for span in first] == [("1.", 0), ("satu ", points(10))]
    assert second[0].x_pt == points(10)


def test_a_marker_wider_than_its_place_pushes_the_first_line_to_the_next_stop() -> None:
    style = replace(LEFT, left_mm=5, hang_mm=5)
    first = spans_of(text("satu", marker="1000."), style, Column(left_pt=0, right_pt=80))[0]
    assert first[1].x_pt == 36


def test_tabs_go_to_the_styles_stop_and_then_to_the_hanging_indent() -> None:
    style = replace(LEFT, left_mm=20, hang_mm=20, tab_mm=15)
    column = Column(left_pt=0, right_pt=100)
    first, second = spans_of(text("hari\t:\tSenin pagi"), style, column)
    assert [(span.text, span.x_pt) for span in first] == [("hari", 0), (":", points(15)), ("Senin ", points(20))]
    assert second[0].x_pt == points(20)


def test_a_span_knows_where_its_first_character_comes_from() -> None:
    _, second = spans_of(text("satu dua tiga empat"))
    assert second[0].origin == Origin(place="blocks[0].text", offset=9)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=200))
def test_every_character_but_newlines_and_tabs_is_on_some_line(words: str) -> None:
    kept = "".join(broken(text(words)))
    assert kept == words.replace("\n", "").replace("\t", "")


@given(st.text(st.sampled_from("ab -–—?/\u00a0\n"), max_size=120))
def test_no_line_is_wider_than_the_column(words: str) -> None:
    assert all(len(line.rstrip(" ")) <= 10 for line in broken(text(words)))


def greedy(words: str, most: int) -> list[str]:
    """The lines of a text without long words, found the slow way: piece after piece."""
    lines, line, start = [], "", 0
    for ink, end in break_pieces(words):
        if line and len(line) + ink - start > most:
            lines.append(line)
            line = ""
        line += words[start:end]
        start = end
    return [*lines, line]


@given(st.text(st.sampled_from("abc  -–—?!…,.(“”|\u00a0"), min_size=80, max_size=250), st.integers(20, 60))
def test_every_line_takes_all_the_pieces_that_fit(words: str, most: int) -> None:
    starts = [0, *(end for _, end in break_pieces(words))]
    assume(all(ink - start <= most for start, (ink, _) in zip(starts, break_pieces(words), strict=False)))
    assert broken(text(words), column=Column(left_pt=0, right_pt=5 * most)) == greedy(words, most)
