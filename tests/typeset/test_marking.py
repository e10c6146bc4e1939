from dataclasses import replace

import pytest

from humas_desk.layout.document import Align, Document, Mark, Role, Run, Style, Text
from humas_desk.typeset.setting import typeset
from tests.typeset.plain_documents import HALF_EM, PAPER, STYLES, document, text

NOTE = Text(role=Role.FOOTER, variant="draft", runs=(Run(text="DRAF · versi 1"),))
SMALL = Style(size_pt=7.5, leading_pt=9.5, align=Align.RIGHT, after_pt=0)


def marked() -> Document:
    plain = document(text("satu"), text("dua", new_page=True))
    return replace(plain, mark=Mark(word="DRAF", note=NOTE), variants={(Role.FOOTER, "draft"): SMALL})


def test_the_word_stands_across_the_middle_of_the_page() -> None:
    mark = typeset(marked(), HALF_EM).pages.mark
    assert mark is not None
    assert mark.word.text == "DRAF"
    assert mark.angle_deg == pytest.approx(45, abs=0.1)
    assert mark.word.width_pt == pytest.approx(0.5 * 4 * mark.word.size_pt, rel=0.01)
    assert 0 < mark.word.x_pt < PAPER.width_pt / 2 < mark.baseline_pt < PAPER.height_pt


def test_the_note_stands_in_the_corner_under_everything() -> None:
    made = typeset(marked(), HALF_EM)
    mark = made.pages.mark
    assert mark is not None
    assert mark.note.text == "DRAF · versi 1"
    last = mark.note.spans[-1]
    assert last.x_pt + last.width_pt == pytest.approx(PAPER.width_pt - PAPER.right_pt)
    assert mark.note.top_pt > PAPER.height_pt - PAPER.bottom_pt
    assert mark.note.baseline_pt < PAPER.height_pt
    assert made.document.mark == Mark(word="DRAF", note=NOTE)


def test_a_mark_moves_no_line() -> None:
    plain = replace(marked(), mark=None)
    assert typeset(plain, HALF_EM).pages.pages == typeset(marked(), HALF_EM).pages.pages
    assert typeset(plain, HALF_EM).pages.mark is None
    assert STYLES[Role.FOOTER] != SMALL
