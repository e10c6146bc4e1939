"""An attachment is written on as if it were a release of its own."""

from dataclasses import replace

from humas_desk.desk.editing import insert_block, move_block, new_block
from humas_desk.desk.history import Focus, State
from humas_desk.desk.offices import OfficeEntry
from humas_desk.desk.photographs import AdmittedPhoto
from humas_desk.desk.session import Change, Session
from humas_desk.desk.sheet import Sheet, add_attachment, attachment_of, remove_attachment
from humas_desk.photos.image import Image
from humas_desk.release.blocks import Paragraph, Photo, Quote
from humas_desk.release.office import Office
from humas_desk.release.release import Attachment, Release

BODY = (Paragraph(id="p", text="Isi."),)
ATTACHED = (Paragraph(id="a", text="Satu."), Quote(id="b"))


def session() -> Session:
    release = Release(title="Judul", blocks=BODY, attachments=(Attachment(title="Daftar", blocks=ATTACHED),))
    return Session(State(release=release), office=OfficeEntry(name="contoh", office=Office()))


def test_an_attachments_blocks_stand_where_the_bodys_do() -> None:
    whole = session()
    assert Sheet(whole).release is whole.release
    sheet = Sheet(whole, 0)
    assert sheet.release.blocks == ATTACHED
    assert sheet.release.title == "Judul"


def test_typing_on_an_attachment_changes_nothing_else() -> None:
    whole = session()
    sheet = Sheet(whole, 0)
    sheet.put("blocks[0].text", "Dua.", Focus(place="blocks[0].text", start=4, end=4))
    assert whole.release.blocks == BODY
    assert sheet.release.blocks[0] == Paragraph(id="a", text="Dua.")
    assert whole.state.focus == Focus(place="attachments[0].blocks[0].text", start=4, end=4)
    whole.undo()
    assert sheet.release.blocks == ATTACHED


def test_blocks_come_and_move_in_one_step_and_everything_may_differ() -> None:
    whole = session()
    told: list[Change] = []
    whole.subscribe(told.append)
    sheet = Sheet(whole, 0)
    sheet.edit(lambda release: insert_block(release, 2, new_block("list")), Focus(place="blocks[2].items"))
    sheet.edit(lambda release: move_block(release, 2, 0))
    assert [type(block).__name__ for block in sheet.release.blocks] == ["ItemList", "Paragraph", "Quote"]
    assert told[0].focus == Focus(place="attachments[0].blocks[2].items")
    assert sheet.places(told[0].places) is None
    assert whole.release.blocks == BODY


def test_photos_go_where_the_writer_is() -> None:
    whole = session()
    photo = AdmittedPhoto(name="a.jpg", image=Image(data=b"x", format="JPEG", width_px=10, height_px=10, sha256="s"))
    Sheet(whole, 0).place_photos(1, (photo,))
    added = whole.release.attachments[0].blocks[1]
    assert isinstance(added, Photo)
    assert whole.photos.keys() == {added.files[0].file}
    assert whole.state.focus == Focus(place="attachments[0].blocks[1].caption")


def test_places_have_a_name_on_the_sheet_and_one_in_the_release() -> None:
    sheet = Sheet(session(), 0)
    assert sheet.whole_place("blocks[1].text") == "attachments[0].blocks[1].text"
    assert sheet.whole_place("attachments[0].title") == "attachments[0].title"
    assert sheet.place("attachments[0].blocks[1].text") == "blocks[1].text"
    assert sheet.place("attachments[1].blocks[1].text") == "attachments[1].blocks[1].text"
    assert sheet.places(frozenset({"attachments[0].blocks[1].text", "blocks[0].text"})) == frozenset({"blocks[1].text"})
    assert sheet.places(frozenset({"attachments"})) is None
    assert attachment_of("attachments[12].title") == 12
    assert attachment_of("blocks[1]") is None


def test_problems_are_told_by_the_names_of_the_sheet() -> None:
    whole = session()
    on_sheet = {problem.place for problem in Sheet(whole, 0).problems()}
    assert "blocks[1].speaker.name" in on_sheet
    assert "attachments[0].blocks[1].speaker.name" in {problem.place for problem in Sheet(whole).problems()}


def test_a_sheet_whose_attachment_went_says_so_and_is_empty() -> None:
    whole = session()
    sheet = Sheet(whole, 0)
    whole.edit(lambda release: remove_attachment(release, 0))
    assert (sheet.is_there, sheet.release.blocks) == (False, ())
    whole.edit(add_attachment)
    assert (sheet.is_there, len(sheet.release.blocks)) == (True, 1)


def test_what_is_edited_around_an_attachment_stands_in_the_release() -> None:
    whole = session()
    sheet = Sheet(whole, 0)
    sheet.edit(lambda release: replace(release, title="Lain", blocks=release.blocks[:1]))
    assert whole.release.title == "Lain"
    assert whole.release.blocks == BODY
    assert sheet.release.blocks == ATTACHED[:1]
