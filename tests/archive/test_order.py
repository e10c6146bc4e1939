from dataclasses import replace
import datetime as dt

from humas_desk.archive.archive import Archive
from humas_desk.archive.order import put_in_order
from humas_desk.archive.revisions import cut, revisions
from humas_desk.archive.status import put_in_trash
from humas_desk.archive.store import has, keep_live, load
from humas_desk.archive.values import Why
from tests.archive.conftest import Calendar
from tests.desk.makes import a_picture, a_release


def pictures(archive: Archive) -> set[str]:
    return {path.name for path in archive.pictures.folder.glob("??/*")}


def test_photos_that_nobody_needs_go_and_all_others_stay(archive: Archive, calendar: Calendar) -> None:
    red, green, blue = (a_picture(color) for color in ("red", "green", "blue"))
    keep_live(archive, replace(a_release(), id="gone"), {"foto.jpg": red})
    put_in_trash(archive, "gone")
    keep_live(archive, a_release(), {"foto.jpg": green})
    cut(archive, a_release(), Why.EXPORT, "")
    keep_live(archive, a_release(), {"foto.jpg": blue})
    put_in_order(archive)
    assert pictures(archive) == {red.sha256, green.sha256, blue.sha256}
    calendar.pass_by(days=31)
    put_in_order(archive)
    assert not has(archive, "gone")
    assert pictures(archive) == {green.sha256, blue.sha256}


def test_a_photo_that_was_swept_is_written_again_when_it_comes_back(archive: Archive, calendar: Calendar) -> None:
    red = a_picture("red")
    keep_live(archive, replace(a_release(), id="gone"), {"foto.jpg": red})
    put_in_trash(archive, "gone")
    calendar.pass_by(days=31)
    put_in_order(archive)
    assert pictures(archive) == set()
    keep_live(archive, a_release(), {"foto.jpg": red})
    assert load(archive, "r1").images == {"foto.jpg": red}


def test_nothing_goes_for_ever_while_the_clock_may_be_wrong(archive: Archive, calendar: Calendar) -> None:
    keep_live(archive, a_release(), {})
    for version in range(2):
        cut(archive, a_release(f"Judul {version}"), Why.CLOSE, "")
    put_in_trash(archive, "r1")
    put_in_order(archive)
    here = calendar.moment
    for wrong in (3000, 3001, -400, 0):
        calendar.moment = here + dt.timedelta(days=wrong)
        put_in_order(archive)
        assert len(revisions(archive, "r1")) == 2
    calendar.pass_by(days=3000)
    put_in_order(archive)
    calendar.pass_by(days=7)
    put_in_order(archive)
    assert not has(archive, "r1")
