from pathlib import Path

import pytest

from humas_desk.desk.history import State
from humas_desk.desk.opening import open_file, save_copy
from humas_desk.errors import FileError, NotOurFile, TargetReadOnly
from humas_desk.photos.image import Image
from humas_desk.release.codec import encode_release
from humas_desk.release.container import Bundle, bundle_bytes
from humas_desk.release.problems import ProblemCode
from tests.desk.makes import a_picture, a_release, picture_bytes


def test_a_saved_copy_opens_as_it_was_and_saves_as_the_same_bytes(tmp_path: Path, picture: Image) -> None:
    path, state = tmp_path / "a.humas", State(release=a_release(), photos={"foto.jpg": picture})
    save_copy(path, state)
    opened = open_file(path)
    assert opened.state == state
    save_copy(tmp_path / "b.humas", opened.state)
    assert (tmp_path / "b.humas").read_bytes() == path.read_bytes()


def test_pictures_that_nobody_shows_stay_out_of_the_copy(tmp_path: Path, picture: Image) -> None:
    save_copy(tmp_path / "a.humas", State(release=a_release(), photos={"foto.jpg": picture, "x.jpg": a_picture("red")}))
    assert set(open_file(tmp_path / "a.humas").state.photos) == {"foto.jpg"}


def test_pictures_from_outside_are_made_safe(tmp_path: Path) -> None:
    raw = picture_bytes(size=(4000, 2000))
    (tmp_path / "a.humas").write_bytes(bundle_bytes(Bundle(release=a_release(), photos={"foto.jpg": raw})))
    image = open_file(tmp_path / "a.humas").state.photos["foto.jpg"]
    assert image.width_px < 4000


def test_a_spoiled_picture_is_told_and_the_text_opens(tmp_path: Path) -> None:
    (tmp_path / "a.humas").write_bytes(bundle_bytes(Bundle(release=a_release(), photos={"foto.jpg": b"spoiled"})))
    opened = open_file(tmp_path / "a.humas")
    assert opened.state.release == a_release()
    assert [error.path.name for error in opened.errors if isinstance(error, FileError)] == ["foto.jpg"]
    assert ProblemCode.PHOTO_MISSING in {problem.code for problem in opened.problems}


def test_a_bare_release_with_its_picture_beside_opens_too(tmp_path: Path) -> None:
    (tmp_path / "release.json").write_bytes(encode_release(a_release()))
    (tmp_path / "foto.jpg").write_bytes(picture_bytes())
    assert set(open_file(tmp_path / "release.json").state.photos) == {"foto.jpg"}


def test_opening_never_changes_the_file(tmp_path: Path, picture: Image) -> None:
    path = tmp_path / "a.humas"
    save_copy(path, State(release=a_release(), photos={"foto.jpg": picture}))
    path.chmod(0o444)
    before = path.read_bytes()
    open_file(path)
    assert path.read_bytes() == before
    with pytest.raises(TargetReadOnly):
        save_copy(path, State(release=a_release("Lain")))
    assert path.read_bytes() == before


def test_something_else_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.humas").write_bytes(b"hello")
    with pytest.raises(NotOurFile):
        open_file(tmp_path / "a.humas")
