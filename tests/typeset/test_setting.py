"""A whole document: settled for both writers, then on pages."""

from dataclasses import replace

from humas_desk.layout.document import Family, Footer, Letterhead, Line, Role, Run, Text
from humas_desk.release.problems import ProblemCode
from humas_desk.typeset.page_map import boxes
from humas_desk.typeset.pages import Page, SetPicture, Stroke
from humas_desk.typeset.paragraph import points
from humas_desk.typeset.setting import Typeset, typeset
from humas_desk.typeset.settled import LineCache
from tests.typeset.plain_documents import HALF_EM, LEFT, PAPER, centred, document, lines, page_lines, picture, text

NUMBERED = Footer(
    text=Text(
        role=Role.FOOTER,
        runs=(Run(text="Halaman "), Run(text="99", field="page"), Run(text=" dari "), Run(text="99", field="pages")),
    )
)
LONG_BODY = text("\n".join(f"baris {number}" for number in range(25)))


def with_head(head: Letterhead, *, long: bool = False) -> Typeset:
    styles = {Role.OFFICE: centred(), Role.ADDRESS: replace(centred(8), after_pt=14, below=Line(thickness_pt=1))}
    body = LONG_BODY if long else text("Isi")
    return typeset(replace(document(body, styles=styles), letterhead=head), HALF_EM)


def office_lines(*names: str) -> tuple[Text, ...]:
    last = len(names) - 1
    return tuple(
        text(name, role=Role.ADDRESS if number == last else Role.OFFICE, place="office")
        for number, name in enumerate(names)
    )


def head_lines(page: Page) -> list[str]:
    return [line.text for line in lines(page.head)]


def test_the_letterhead_stands_on_the_first_page_and_pushes_the_text_down() -> None:
    first, second, *_ = with_head(Letterhead(lines=office_lines("KANTOR", "Jalan Contoh 1")), long=True).pages.pages
    assert head_lines(first) == ["KANTOR", "Jalan Contoh 1"]
    assert head_lines(second) == []
    assert lines(first.items)[0].top_pt == PAPER.top_pt + 12 + 12 + 1 + 4 + 14
    assert lines(second.items)[0].top_pt == PAPER.next_top_pt


def test_a_letterhead_for_all_pages_stands_on_all() -> None:
    pages = with_head(Letterhead(lines=office_lines("KANTOR", "Jalan"), pages="all"), long=True).pages.pages
    assert [head_lines(page) for page in pages] == [["KANTOR", "Jalan"]] * len(pages)
    assert len({lines(page.items)[0].top_pt for page in pages}) == 1


def test_the_rule_runs_over_the_whole_text_width() -> None:
    page = with_head(Letterhead(lines=office_lines("KANTOR", "Jalan"))).pages.pages[0]
    (rule,) = (item for item in page.head if isinstance(item, Stroke))
    assert (rule.x_pt, rule.width_pt) == (PAPER.left_pt, PAPER.measure_pt)


def test_a_blank_letterhead_keeps_its_place_and_draws_nothing() -> None:
    head = Letterhead(lines=office_lines("KANTOR", "Jalan"))
    printed, blank = (with_head(replace(head, blank=blank)).pages.pages[0] for blank in (False, True))
    assert blank.head == ()
    assert lines(blank.items)[0].top_pt == lines(printed.items)[0].top_pt
    assert blank.reserved is not None
    assert printed.reserved is None


def test_a_logo_above_stands_in_the_middle_and_the_lines_below_it() -> None:
    head = Letterhead(lines=office_lines("KANTOR", "Jalan"), logo=picture(20, 10), logo_gap_mm=6)
    page = with_head(head).pages.pages[0]
    (logo,) = (item for item in page.head if isinstance(item, SetPicture))
    assert logo.x_pt + logo.width_pt / 2 == PAPER.left_pt + PAPER.measure_pt / 2
    assert lines(page.head)[0].top_pt == PAPER.top_pt + points(10) + points(6)


def test_a_line_that_is_too_long_is_set_smaller_first() -> None:
    """80 mm are 226 pt: 46 characters of 5 pt need 230 pt, at 97 % they fit."""
    settled = with_head(Letterhead(lines=office_lines("K" * 46, "Jalan"))).document.letterhead.lines[0]
    assert settled.style is not None
    assert 8.5 <= settled.style.size_pt < 10
    assert "\n" not in settled.plain


def test_lines_of_one_size_get_smaller_together() -> None:
    one, two, last = with_head(Letterhead(lines=office_lines("PENDEK", "K" * 46, "Jalan"))).document.letterhead.lines
    assert one.style is not None
    assert two.style is not None
    assert one.style.size_pt == two.style.size_pt < 10
    assert last.style is None


def test_a_line_that_is_still_too_long_is_broken() -> None:
    names = "Badan Pengawas Pemilihan Umum Kabupaten Contoh Yang Sangat Panjang"
    result = with_head(Letterhead(lines=office_lines(names, "Jalan")))
    assert result.document.letterhead.lines[0].plain.count("\n") == 1
    assert result.pages.problems == ()


def test_lines_beside_a_logo_never_touch_it() -> None:
    logo = picture(15, 30)
    names = "Badan Pengawas Pemilihan Umum Kabupaten Contoh"
    head = Letterhead(lines=office_lines(names, "Jalan Contoh Nomor 12, Kota Contoh 12345"), logo=logo, logo_left=True)
    page = with_head(head).pages.pages[0]
    edge = PAPER.left_pt + points(15)
    assert all(line.spans[0].x_pt > edge for line in lines(page.head))
    (rule,) = (item for item in page.head if isinstance(item, Stroke))
    assert rule.y_pt > PAPER.top_pt + points(30)


def test_a_word_too_long_for_its_place_is_cut_and_told() -> None:
    head = Letterhead(lines=office_lines("K" * 80, "Jalan"), logo=picture(15, 20), logo_left=True)
    result = with_head(head)
    assert [problem.code for problem in result.pages.problems] == [ProblemCode.LETTERHEAD_TIGHT]
    page = result.pages.pages[0]
    assert sum(line.text.count("K") for line in lines(page.head)) == 80
    assert all(line.spans[0].x_pt > PAPER.left_pt + points(15) for line in lines(page.head) if "K" in line.text)


def test_page_numbers_are_filled_in() -> None:
    result = typeset(replace(document(LONG_BODY), footer=NUMBERED), HALF_EM)
    feet = ["".join(line.text for line in lines(page.foot)) for page in result.pages.pages]
    assert feet == ["Halaman 1 dari 3", "Halaman 2 dari 3", "Halaman 3 dari 3"]
    lowest = PAPER.height_pt - PAPER.footer_pt
    assert lines(result.pages.pages[0].foot)[0].top_pt + LEFT.leading_pt == lowest


def test_a_footer_for_longer_releases_leaves_a_release_of_one_page() -> None:
    result = typeset(replace(document(text("Isi")), footer=NUMBERED), HALF_EM)
    assert result.document.footer is None
    assert result.pages.pages[0].foot == ()
    always = replace(NUMBERED, only_if_longer=False)
    assert typeset(replace(document(text("Isi")), footer=always), HALF_EM).pages.pages[0].foot != ()


def test_both_writers_get_the_titles_breaks() -> None:
    title = text("Petugas Mengawasi Pemutakhiran Daftar Pemilih Tetap", role=Role.TITLE)
    result = typeset(document(title), HALF_EM)
    block = result.document.body[0]
    assert isinstance(block, Text)
    assert block.plain.split("\n") == page_lines(result.pages)[0]


def test_fallback_fonts_and_warnings_are_in_the_settled_document() -> None:
    result = typeset(document(text("α dan 佛")), HALF_EM)
    block = result.document.body[0]
    assert isinstance(block, Text)
    assert [(run.text, run.family) for run in block.runs] == [("α", Family.FALLBACK), (" dan □", None)]
    assert [problem.place for problem in result.pages.problems] == ["blocks[0].text"]


def test_a_box_says_which_characters_stand_in_it() -> None:
    result = typeset(document(text("baris pertama yang sangat panjang sekali dan terus mengalir")), HALF_EM)
    found = boxes(result.pages)
    plain = result.document.body[0]
    assert isinstance(plain, Text)
    assert "".join(plain.plain[box.offset : box.offset + box.length] for box in found) == plain.plain
    assert [box.offset for box in found] == sorted(box.offset for box in found)
    assert all(box.page == 1 and box.place == "blocks[0].text" for box in found)


def test_lines_of_a_paragraph_share_its_number_and_the_last_says_so() -> None:
    pages = typeset(document(text("a\nb"), text("c")), HALF_EM).pages
    first, second, third = lines(pages.pages[0].items)
    assert first.paragraph == second.paragraph != third.paragraph
    assert [first.last, second.last, third.last] == [False, True, True]


def test_an_edit_of_one_paragraph_sets_that_one_alone_anew() -> None:
    cache = LineCache()
    body = [text(f"paragraf ke-{number}", place=f"blocks[{number}].text") for number in range(20)]
    typeset(document(*body), HALF_EM, cache)
    assert cache.misses == 20
    body[7] = text("paragraf yang diubah", place="blocks[7].text")
    again = typeset(document(*body), HALF_EM, cache)
    assert cache.misses == 21
    assert again == typeset(document(*body), HALF_EM)


def test_the_cache_remembers_the_two_documents_before_and_no_more() -> None:
    cache = LineCache()
    for words in ("satu", "dua", "tiga", "satu"):
        typeset(document(text(words)), HALF_EM, cache)
    assert cache.misses == 4
    typeset(document(text("tiga")), HALF_EM, cache)
    assert cache.misses == 4
