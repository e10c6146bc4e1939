from pathlib import Path

import pytest

from humas_desk.desk.editing import move_block, put, remove_block
from humas_desk.desk.history import Focus, State
from humas_desk.desk.session import Change, Session
from humas_desk.errors import FileError
from humas_desk.release.blocks import Photo
from humas_desk.release.problems import ProblemCode
from tests.desk.conftest import Clock
from tests.desk.makes import a_release, a_session, an_office, picture_bytes


def heard_by(session: Session) -> list[Change]:
    changes: list[Change] = []
    session.subscribe(changes.append)
    return changes


def a_file(name: str, color: str = "red") -> tuple[str, bytes, Path]:
    return name, picture_bytes(color), Path(name)


def test_typing_tells_the_place_and_does_not_move_the_cursor() -> None:
    session = a_session()
    changes = heard_by(session)
    session.put("title", "Baru")
    assert changes == [Change(places=frozenset({"title"}), structure=False, focus=None)]
    assert session.revision == 1


def test_putting_what_is_there_already_is_no_change() -> None:
    session = a_session()
    changes = heard_by(session)
    session.put("title", session.release.title)
    session.edit(lambda release: put(release, "title", release.title))
    assert changes == []
    assert not session.can_undo


def test_an_edit_tells_which_blocks_differ() -> None:
    session = a_session()
    changes = heard_by(session)
    session.edit(
        lambda release: put(put(release, "blocks[1].verb", "kata"), "subtitle", "Anak"), Focus(place="subtitle")
    )
    assert changes[0].places == frozenset({"blocks[1]", "subtitle"})
    assert changes[0].focus == Focus(place="subtitle")
    assert not changes[0].structure


def test_blocks_that_come_go_or_move_change_the_structure() -> None:
    session = a_session()
    changes = heard_by(session)
    session.edit(lambda release: move_block(release, 0, 1))
    session.edit(lambda release: remove_block(release, 3))
    session.undo()
    assert [(change.places, change.structure) for change in changes] == [(None, True)] * 3


def test_undo_goes_to_the_end_of_what_came_back() -> None:
    clock = Clock()
    session = a_session(a_release("Bawaslu Mengajak Warga"), clock)
    session.put("title", "Bawaslu Warga", Focus(place="title", start=7, end=7))
    clock.pass_by(5)
    session.put("blocks[0].text", "Lain.", Focus(place="blocks[0].text", start=5, end=5))
    assert session.undo() == Focus(place="blocks[0].text", start=24, end=24)
    assert session.undo() == Focus(place="title", start=17, end=17)
    assert session.undo() is None
    assert session.redo() == Focus(place="title", start=8, end=8)


def test_undo_of_a_removed_block_leads_to_a_place_that_is_there() -> None:
    session = a_session()
    session.edit(lambda release: remove_block(release, 3), Focus(place="blocks[2].caption"))
    assert session.undo() == Focus(place="blocks[2].caption", start=6, end=6)


def test_undo_of_a_block_that_is_gone_now_names_no_place() -> None:
    session = a_session()
    session.edit(lambda release: put(release, "contacts[0].name", "Ani"), Focus(place="blocks[9].text"))
    assert session.undo() is None


def test_pictures_become_a_photo_block_and_those_that_cannot_be_read_are_named() -> None:
    session = a_session()
    changes = heard_by(session)
    errors = session.add_photos(
        1, [a_file("IMG 0001.JPG"), ("rusak.jpg", b"no picture", Path("rusak.jpg")), a_file("foto.png")]
    )
    assert [error.path.name for error in errors if isinstance(error, FileError)] == ["rusak.jpg"]
    block = session.release.blocks[1]
    assert isinstance(block, Photo)
    assert [file.file for file in block.files] == ["img-0001.jpg", "foto-2.jpg"]
    assert set(session.photos) == {"foto.jpg", "img-0001.jpg", "foto-2.jpg"}
    assert changes[0].structure


def test_adding_pictures_is_one_step_and_brings_the_pictures_back_on_redo() -> None:
    session = a_session()
    session.add_photos(0, [a_file("a.jpg"), a_file("b.jpg", "green")])
    session.undo()
    assert session.release == a_release()
    session.redo()
    assert {"a.jpg", "b.jpg"} <= set(session.photos)


def test_more_than_six_pictures_make_a_second_block() -> None:
    session = a_session()
    session.add_photos(0, [a_file(f"{number}.jpg") for number in range(7)])
    first, second = session.release.blocks[:2]
    assert isinstance(first, Photo)
    assert isinstance(second, Photo)
    assert (len(first.files), len(second.files)) == (6, 1)


def test_pictures_fill_a_photo_block_and_the_rest_stands_after_it() -> None:
    session = a_session()
    session.extend_photo(2, [a_file(f"{number}.jpg") for number in range(6)])
    first, second = session.release.blocks[2:4]
    assert isinstance(first, Photo)
    assert isinstance(second, Photo)
    assert (len(first.files), len(second.files)) == (6, 1)
    assert first.caption == "Warga."


def test_only_a_photo_block_takes_pictures() -> None:
    with pytest.raises(TypeError):
        a_session().extend_photo(0, [a_file("a.jpg")])


def test_when_no_picture_could_be_taken_nothing_changes() -> None:
    session = a_session()
    assert len(session.add_photos(0, [("x.jpg", b"", Path("x.jpg"))])) == 1
    assert session.revision == 0


def test_problems_follow_the_release() -> None:
    session = a_session()
    assert not [problem for problem in session.problems() if problem.code is ProblemCode.TITLE_MISSING]
    session.put("title", "")
    assert [problem.place for problem in session.problems() if problem.code is ProblemCode.TITLE_MISSING] == ["title"]


def test_another_office_in_the_release_brings_that_office_and_undo_the_one_before() -> None:
    offices = {None: an_office(), "kota": an_office("kota")}
    session = Session(
        State(release=a_release()), office=offices[None], clock=lambda: 0, find_office=offices.__getitem__
    )
    session.put("office", "kota")
    assert session.office.name == "kota"
    session.undo()
    assert session.office.name == ""


def test_an_office_whose_facts_changed_is_told_to_all() -> None:
    session = a_session()
    changes = heard_by(session)
    session.use_office(an_office("lain"))
    session.use_office(an_office("lain"))
    assert changes == [Change(places=None, structure=False)]
    assert not session.can_undo


def test_a_listener_that_ended_hears_nothing_more() -> None:
    session = a_session()
    changes: list[Change] = []
    end = session.subscribe(changes.append)
    end()
    end()
    session.put("title", "x")
    assert changes == []
