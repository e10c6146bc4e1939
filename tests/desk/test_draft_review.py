from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
import datetime as dt
from pathlib import Path

import pytest

from humas_desk.desk.desk import Desk
from humas_desk.desk.draft_review import DraftReview, PagesToCome, is_empty, take_in
from humas_desk.desk.editing import new_release
from humas_desk.desk.folders import Folders
from humas_desk.desk.importing import Imported, import_text
from humas_desk.desk.offices import OfficeEntry
from humas_desk.errors import DraftRefused, HumasError
from humas_desk.intake.manuscript import Manuscript, ManuscriptImage, ManuscriptParagraph
from humas_desk.intake.parts import Intake, Role
from humas_desk.intake.reading import read_manuscript, reassign
from humas_desk.release.blocks import Heading, Paragraph, Photo, PhotoFile
from humas_desk.release.office import Office
from humas_desk.release.release import Kind
from tests.desk.makes import a_picture

TODAY = dt.date(2025, 11, 20)
TEXT = """Judul yang Pendek

Batam - (12/11) Paragraf pertama.

"Ini penting," ujar Ketua Bawaslu Contoh, Stevi Manuputty.

|

Paragraf terakhir.
"""


@pytest.fixture
def desk(folders: Folders) -> Iterator[Desk]:
    """A desk with an empty release."""
    with closing(Desk(folders)) as desk:
        desk.start()
        desk.new(Kind.NEWS)
        yield desk


@pytest.fixture
def review() -> DraftReview:
    return DraftReview(import_text(TEXT, today=TODAY), name="draf.txt")


def role_of(review: DraftReview, words: str) -> Role:
    return next(part.role for part in review.parts if words in part.text)


def index_of(review: DraftReview, words: str) -> int:
    return next(part.index for part in review.parts if words in part.text)


def test_every_part_with_something_to_read_is_shown_and_no_word_is_missing(review: DraftReview) -> None:
    assert "".join("".join(part.text.split()) for part in review.parts) == "".join(TEXT.split())
    assert role_of(review, "Judul") is Role.TITLE
    assert role_of(review, "|") is Role.DROPPED


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
        DraftReview(Imported(state=imported.state), name="")


def done(review: DraftReview) -> None:
    """Wait until everything is worked out."""
    while review.is_working:
        review.poll()


@dataclass
class Elsewhere:
    """Reads a draft anew when it is looked for, and not before."""

    steps: list[Intake]
    wishes: list[tuple[int, int, Role]] = field(default_factory=list)
    error: HumasError | None = None
    is_closed: bool = False

    def reassign(self, step: int, index: int, role: Role) -> None:
        self.wishes.append((step, index, role))

    def reassigned(self) -> Intake | HumasError | None:
        if self.error is not None or not self.wishes:
            return self.error
        step, index, role = self.wishes.pop(0)
        self.steps[step + 1 :] = [reassign(self.steps[step], index, role)]
        return self.steps[-1]

    def close(self) -> None:
        self.is_closed = True


@pytest.fixture
def elsewhere() -> Elsewhere:
    intake = import_text(TEXT, today=TODAY).intake
    assert intake is not None
    return Elsewhere([intake])


@pytest.fixture
def long_review(elsewhere: Elsewhere) -> DraftReview:
    """A draft that is taken for a long one: it is read anew elsewhere."""
    return DraftReview(import_text(TEXT, today=TODAY), name="draf.txt", bench=elsewhere)


def test_a_long_draft_shows_at_once_what_a_part_is_and_reads_it_later(long_review: DraftReview) -> None:
    before = long_review.intake
    index = index_of(long_review, "Paragraf terakhir")
    long_review.assign(index, Role.HEADING)
    assert (role_of(long_review, "Paragraf terakhir"), long_review.is_working) == (Role.HEADING, True)
    assert long_review.intake is before
    done(long_review)
    assert isinstance(long_review.intake.release.blocks[-1], Heading)
    assert long_review.intake.parts[index].role is Role.HEADING


def test_several_changes_of_a_long_draft_are_worked_out_in_turn(long_review: DraftReview, review: DraftReview) -> None:
    for words, role in (("Paragraf terakhir", Role.HEADING), ("Ini penting", Role.PARAGRAPH), ("|", Role.CAPTION)):
        for one in (long_review, review):
            one.assign(index_of(one, words), role)
    done(long_review)
    assert long_review.intake.release == review.intake.release
    assert long_review.parts == review.parts


def test_what_is_still_worked_on_can_be_taken_back(long_review: DraftReview) -> None:
    before = long_review.parts
    long_review.assign(index_of(long_review, "Paragraf terakhir"), Role.HEADING)
    long_review.assign(index_of(long_review, "Judul"), Role.PARAGRAPH)
    long_review.undo()
    done(long_review)
    assert role_of(long_review, "Judul") is Role.TITLE
    assert role_of(long_review, "Paragraf terakhir") is Role.HEADING
    long_review.assign(index_of(long_review, "Judul"), Role.PARAGRAPH)
    long_review.undo()
    long_review.undo()
    assert (long_review.is_working, long_review.can_undo, long_review.parts) == (False, False, before)


def test_what_was_taken_back_while_it_was_worked_on_does_not_come_after_all(long_review: DraftReview) -> None:
    long_review.assign(index_of(long_review, "Judul"), Role.PARAGRAPH)
    long_review.undo()
    long_review.assign(index_of(long_review, "Paragraf terakhir"), Role.HEADING)
    while long_review.is_waiting:
        long_review.poll()
    assert role_of(long_review, "Judul") is Role.TITLE
    assert long_review.intake.release.title == "Judul yang Pendek"
    assert isinstance(long_review.intake.release.blocks[-1], Heading)


def test_when_it_cannot_be_read_anew_the_draft_stays_as_it_was(long_review: DraftReview, elsewhere: Elsewhere) -> None:
    before = long_review.parts
    elsewhere.error = DraftRefused(Path(), "the reader died")
    long_review.assign(index_of(long_review, "Judul"), Role.PARAGRAPH)
    with pytest.raises(DraftRefused):
        long_review.poll()
    assert (long_review.parts, long_review.is_waiting) == (before, False)
    long_review.close()
    assert elsewhere.is_closed


def test_the_place_on_the_page_leads_to_the_part(review: DraftReview) -> None:
    assert review.part_of_place("title") == index_of(review, "Judul")
    assert review.part_of_place("blocks[1].speaker.name") == index_of(review, "Ini penting")
    assert review.part_of_place("subtitle") is None


@pytest.mark.parametrize("written", ["", "Yang sedang ditulis"])
def test_the_pages_are_those_of_the_release_that_taking_over_makes(desk: Desk, written: str) -> None:
    desk.session.put("title", written)
    review = DraftReview(import_text(f"SIARAN PERS\n\nNomor: 12/HM/2025\n\n{TEXT}", today=TODAY), name="")
    request = PagesToCome(desk).request(review.state(), (0,), 400)
    take_in(desk, review.state())
    release = desk.session.release
    assert replace(request.job.release, id=release.id) == release
    assert (request.job.office, request.channel) == (desk.session.office, "draft")
    assert (release.kind, release.number) == (Kind.PRESS, "12/HM/2025")


def test_a_draft_that_says_no_kind_becomes_what_was_begun(desk: Desk) -> None:
    desk.new(Kind.PRESS)
    take_in(desk, DraftReview(import_text(TEXT, today=TODAY), name="").state())
    assert desk.session.release.kind is Kind.PRESS


def test_a_new_release_is_empty_until_something_is_written_or_shown_in_it() -> None:
    release = new_release(Kind.NEWS, OfficeEntry(name="contoh", office=Office()), TODAY)
    assert is_empty(release)
    assert not is_empty(replace(release, title="Satu"))
    assert not is_empty(replace(release, blocks=(Paragraph(id="a", text="Satu"),)))
    assert not is_empty(replace(release, blocks=(Photo(id="a", files=(PhotoFile(file="foto.jpg"),)),)))


def test_a_picture_has_no_sign_of_its_own_in_the_words(review: DraftReview) -> None:
    manuscript = Manuscript(items=(ManuscriptParagraph(text="Judul"), ManuscriptImage(image=a_picture(), alt="Rompi")))
    intake = read_manuscript(manuscript, today=TODAY)
    shown = DraftReview(Imported(state=review.state(), intake=intake), name="").parts
    assert [part.text for part in shown if part.role is Role.PHOTO] == ["Rompi"]
