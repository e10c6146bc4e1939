from dataclasses import replace
import datetime as dt

import pytest

from humas_desk.desk.draft_review import DraftReview, LineKind, is_empty
from humas_desk.desk.editing import new_release
from humas_desk.desk.importing import Imported, import_text
from humas_desk.desk.offices import OfficeEntry
from humas_desk.intake.parts import Role
from humas_desk.release.blocks import Paragraph, Photo, PhotoFile
from humas_desk.release.office import Office
from humas_desk.release.release import Kind

TODAY = dt.date(2025, 11, 20)
TEXT = """Judul yang Pendek

Batam - (12/11) Paragraf pertama.

"Ini penting," ujar Ketua Bawaslu Contoh, Stevi Manuputty.

|

Paragraf terakhir.
"""


@pytest.fixture
def review() -> DraftReview:
    return DraftReview(import_text(TEXT, today=TODAY), name="draf.txt", office=Office())


def role_of(review: DraftReview, words: str) -> Role:
    return next(part.role for part in review.parts if words in part.text)


def index_of(review: DraftReview, words: str) -> int:
    return next(part.index for part in review.parts if words in part.text)


def test_every_part_with_something_to_read_is_shown_and_no_word_is_missing(review: DraftReview) -> None:
    assert "".join("".join(part.text.split()) for part in review.parts) == "".join(TEXT.split())
    assert role_of(review, "Judul") is Role.TITLE
    assert role_of(review, "|") is Role.DROPPED


def test_the_release_to_come_reads_as_it_will_be_printed(review: DraftReview) -> None:
    lines = review.lines()
    assert [line.kind for line in lines[:2]] == [LineKind.TITLE, LineKind.TEXT]
    assert lines[1].text == "Batam - (12/11) Paragraf pertama."
    assert [line.text for line in lines if line.is_quote] == [
        "“Ini penting,” ujar Ketua Bawaslu Contoh Stevi Manuputty."
    ]


def test_a_part_is_taken_for_something_else_and_that_is_taken_back(review: DraftReview) -> None:
    index = index_of(review, "Paragraf terakhir")
    review.assign(index, Role.DROPPED)
    assert "Paragraf terakhir." in [found.text for found in review.dropped]
    assert review.can_undo
    review.undo()
    assert role_of(review, "Paragraf terakhir") is Role.PARAGRAPH
    assert not review.can_undo


def test_what_it_is_already_is_no_step(review: DraftReview) -> None:
    review.assign(index_of(review, "Judul"), Role.TITLE)
    assert not review.can_undo


def test_what_was_dropped_leads_to_its_part(review: DraftReview) -> None:
    assert [review.part_at(found) for found in review.dropped if found.text == "|"] == [index_of(review, "|")]


def test_a_release_of_our_own_is_not_reviewed() -> None:
    imported = import_text(TEXT, today=TODAY)
    with pytest.raises(RuntimeError):
        DraftReview(Imported(state=imported.state), name="", office=Office())


def test_a_new_release_is_empty_until_something_is_written_or_shown_in_it() -> None:
    release = new_release(Kind.NEWS, OfficeEntry(name="contoh", office=Office()), TODAY)
    assert is_empty(release)
    assert not is_empty(replace(release, title="Satu"))
    assert not is_empty(replace(release, blocks=(Paragraph(id="a", text="Satu"),)))
    assert not is_empty(replace(release, blocks=(Photo(id="a", files=(PhotoFile(file="foto.jpg"),)),)))
