"""The end of a release: contact, signature, hashtags are not alone on a page where one more paragraph can go along."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from humas_desk.layout.document import Block, PictureRow, Role, TableGrid, Text
from humas_desk.typeset.pages import SetPicture
from humas_desk.typeset.setting import Typeset, typeset
from tests.typeset.plain_documents import HALF_EM, LEFT, document, page_lines, picture, text
from tests.typeset.test_flow import LINE, PLAIN, grid, paragraph

STYLES = dict.fromkeys(Role, LINE) | {Role.HEADING: PLAIN[Role.HEADING], Role.SIGNATURE: replace(LINE, keep_lines=True)}
"""Eleven lines fit on a page."""


def end(count: int = 2, role: Role = Role.CONTACT) -> Text:
    return replace(paragraph(count, "z"), role=role)


def made(*body: Block) -> Typeset:
    return typeset(document(*body, styles=STYLES), HALF_EM)


def counts(*body: Block) -> list[int]:
    return [len(page) for page in page_lines(made(*body).pages)]


def test_the_last_paragraph_goes_along_with_an_end_that_would_be_alone() -> None:
    assert counts(paragraph(8), paragraph(3), end()) == [8, 5]
    assert counts(paragraph(8), paragraph(3), end(4, Role.SIGNATURE)) == [8, 7]


def test_an_end_with_lines_of_the_text_above_it_is_left_as_it_is() -> None:
    assert counts(paragraph(8), paragraph(5), end()) == [11, 4]
    assert counts(paragraph(8), end()) == [10]


def test_a_heading_goes_along_with_its_paragraph() -> None:
    heading = text("Subjudul", role=Role.HEADING)
    assert counts(paragraph(7), heading, paragraph(3), end()) == [7, 6]


def test_a_photo_goes_along_with_its_caption() -> None:
    photo = PictureRow(pictures=(picture(60, 14),), after_pt=0)
    caption = text("Foto: rapat", role=Role.CAPTION)
    pages = made(paragraph(8), photo, caption, end()).pages
    assert [len(page) for page in page_lines(pages)] == [8, 3]
    assert any(isinstance(item, SetPicture) for item in pages.pages[1].items)


def test_an_end_that_parts_goes_whole() -> None:
    assert counts(paragraph(7), paragraph(2), end(2, Role.ABOUT), end(2)) == [7, 6]
    assert counts(paragraph(7), paragraph(2), end(4, Role.ABOUT)) == [7, 6]


def test_a_page_is_not_left_half_empty_for_it() -> None:
    assert counts(paragraph(5), paragraph(6), end()) == [11, 2]


def test_an_end_longer_than_a_page_is_set_as_it_comes() -> None:
    assert counts(paragraph(8), paragraph(3), *[end(5, Role.ABOUT)] * 3) == [11, 10, 5]


def test_an_end_behind_a_table_is_set_as_it_comes() -> None:
    assert counts(paragraph(6), grid(4), end()) == [14, 2]


def test_an_end_before_an_attachment_counts_and_the_attachment_does_not() -> None:
    attachment = text("Lampiran", role=Role.ATTACHMENT_LABEL, new_page=True)
    assert counts(paragraph(8), paragraph(3), end(), attachment, paragraph(2)) == [8, 5, 3]
    assert counts(paragraph(8), paragraph(3), attachment, end()) == [11, 3]


def test_the_word_copy_is_told_to_keep_them_together() -> None:
    body = made(paragraph(7), paragraph(2), end(2, Role.ABOUT), end(2)).document.body
    told = [(block.keep_next, block.keep_lines) for block in body if isinstance(block, Text)]
    assert told == [(False, False), (True, True), (True, True), (False, True)]


def test_nothing_is_told_where_nothing_had_to_be_kept() -> None:
    body = (paragraph(8), end())
    assert made(*body).document.body == body


ENDS = st.lists(
    st.builds(end, st.integers(1, 6), st.sampled_from([Role.ABOUT, Role.CONTACT, Role.SIGNATURE, Role.HASHTAG])),
    max_size=5,
)
PARTS = st.one_of(
    st.integers(1, 14).map(paragraph),
    st.just(text("Subjudul", role=Role.HEADING)),
    st.integers(1, 12).map(grid),
    st.integers(1, 70).map(lambda height: PictureRow(pictures=(picture(60, height),))),
)


def as_body(block: Block) -> Block:
    """The same paragraph where nobody knows that it is an end."""
    return replace(block, role=Role.BODY) if isinstance(block, Text) and block.role is not Role.HEADING else block


@settings(max_examples=150)
@given(st.lists(PARTS, max_size=8), ENDS)
def test_the_pages_never_become_more_and_no_line_is_lost(
    parts: list[Text | PictureRow | TableGrid], ends: list[Text]
) -> None:
    styles = STYLES | {Role.SIGNATURE: LINE}
    with_end = typeset(document(*parts, *ends, styles=styles), HALF_EM).pages
    without = typeset(document(*map(as_body, (*parts, *ends)), styles=styles), HALF_EM).pages
    assert len(with_end.pages) == len(without.pages)
    assert [line for page in page_lines(with_end) for line in page if line[0] in "pzS"] == [
        line for page in page_lines(without) for line in page if line[0] in "pzS"
    ]


def test_space_after_counts_for_what_goes_along() -> None:
    spaced = dict.fromkeys(Role, replace(LEFT, after_pt=10))
    pages = typeset(document(paragraph(6), paragraph(2), end(), styles=spaced), HALF_EM).pages
    assert [len(page) for page in page_lines(pages)] == [10]
    pages = typeset(document(paragraph(6), paragraph(3), end(), styles=spaced), HALF_EM).pages
    assert [len(page) for page in page_lines(pages)] == [6, 5]
