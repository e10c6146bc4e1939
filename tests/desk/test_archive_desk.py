from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from humas_desk.archive.files import ARCHIVE_NAME
from humas_desk.archive.values import Search, Status, Why
from humas_desk.desk.archive_desk import ArchiveDesk, images_of
from humas_desk.desk.desk import Desk
from humas_desk.desk.folders import Folders
from humas_desk.desk.history import State
from humas_desk.desk.opening import save_copy
from humas_desk.desk.starting_from import correction_of, duplicate_of, started_from
from humas_desk.errors import ArchiveDamaged, FileMissing
from humas_desk.release.release import Kind
from tests.desk.conftest import Clock
from tests.desk.makes import a_release, a_session, an_office


@pytest.fixture
def desk(folders: Folders, clock: Clock) -> Iterator[Desk]:
    made = Desk(folders, clock=clock, now=clock.now, threaded=False)
    made.change_settings(replace(made.settings, initials="dl"))
    yield made
    made.close()


@pytest.fixture
def written(desk: Desk, tmp_path: Path) -> Desk:
    """With one release that came from a file."""
    path = tmp_path / "a.humas"
    save_copy(path, a_session().state)
    desk.start()
    desk.open(path)
    desk.autosave.flush()
    return desk


def found(archive: ArchiveDesk, words: str = "") -> list[str]:
    return [row.title for row in archive.search(Search(words=words)).get()]


def reasons(desk: Desk) -> list[Why]:
    return [revision.why for revision in desk.archive.versions(desk.session.release.id).get()]


def test_where_nothing_was_written_the_archive_is_empty_and_not_made(desk: Desk, folders: Folders) -> None:
    archive = desk.archive
    assert (archive.search(Search()).get(), archive.trash().get(), archive.years().get()) == ((), (), ())
    assert archive.row("r1").get() is None
    assert archive.versions("r1").get() == ()
    assert archive.standing("r1", a_release()).get().status is Status.DRAFT
    assert [path.name for path in folders.data.iterdir()] == ["settings.toml"]


def test_what_is_open_is_found_and_another_one_is_opened_from_the_list(written: Desk) -> None:
    first = written.session.release
    assert found(written.archive, "mengaj") == [first.title]
    written.new(Kind.PRESS)
    again = written.open_archived(first.id)
    assert again.release == first
    assert set(again.photos) == {"foto.jpg"}
    with pytest.raises(FileMissing):
        written.open_archived("tidak-ada")
    assert written.archive.peek(first.id).get().release == first


def test_the_trash_takes_and_gives(written: Desk) -> None:
    name = written.session.release.id
    written.archive.put_in_trash(name).get()
    assert found(written.archive) == []
    assert [row.id for row in written.archive.trash().get()] == [name]
    written.archive.take_from_trash(name).get()
    assert len(found(written.archive)) == 1
    assert written.archive.years().get() == (2026,)


def test_a_file_is_opened_as_another_release_where_the_archive_cannot_be_used(written: Desk, tmp_path: Path) -> None:
    path = written.folders.data / ARCHIVE_NAME
    written.close()
    head = bytearray(path.read_bytes())
    head[60:64] = (99).to_bytes(4, "big")
    path.write_bytes(head)
    desk = Desk(written.folders, threaded=False)
    desk.start()
    for replaces in (False, True):
        opened = desk.open(tmp_path / "a.humas", replace_known=replaces).release
        assert (opened.title, opened.id == a_release().id) == (a_release().title, False)
    desk.close()


def test_what_is_opened_out_of_the_trash_is_open_after_a_restart_too(written: Desk) -> None:
    first = written.session.release
    written.new(Kind.PRESS)
    written.archive.put_in_trash(first.id).get()
    written.open_archived(first.id)
    assert written.archive.trash().get() == ()
    written.close()
    again = Desk(written.folders, threaded=False)
    assert again.start().release == first
    again.close()


def test_a_file_of_a_release_that_is_known_becomes_another_one_or_takes_its_place(
    written: Desk, tmp_path: Path
) -> None:
    name, path = written.session.release.id, tmp_path / "b.humas"
    other = a_session(replace(a_release("Dari kolega"), id=name))
    save_copy(path, other.state)
    row = written.archive.row(name).get()
    assert row is not None
    assert written.open(path).release.id != name
    assert len(found(written.archive)) == 1
    written.autosave.flush()
    assert len(found(written.archive)) == 2
    assert written.open(path, replace_known=True).release.id == name
    written.autosave.flush()
    assert found(written.archive) == ["Dari kolega", "Dari kolega"]
    before = written.archive.versions(name).get()
    assert written.archive.version(before[-1].id).get().release.title == a_release().title


def test_versions_are_compared_and_restored_and_restoring_can_be_undone(written: Desk) -> None:
    written.archive.note_export(written.session.state).get()
    written.session.put("title", "Judul yang lain")
    written.autosave.flush()
    (exported,) = written.archive.versions(written.session.release.id).get()
    assert (exported.why, exported.who, exported.kept) == (Why.EXPORT, "dl", True)
    comparison = written.archive.compare(exported.id, written.session.release).get()
    assert (comparison.added, comparison.removed) == (3, 4)
    then = written.archive.to_restore(exported.id, written.session.state).get()
    written.session.restore(then.release, then.photos)
    assert written.session.release.title == a_release().title
    assert reasons(written) == [Why.RESTORE, Why.EXPORT]
    written.session.undo()
    assert written.session.release.title == "Judul yang lain"
    first, second = (revision.id for revision in written.archive.versions(written.session.release.id).get())
    assert written.archive.compare(second, first).get().added == 3


def test_an_export_is_kept_as_it_went_out_also_of_the_sample(desk: Desk) -> None:
    state = desk.start().state
    desk.archive.note_export(state).get()
    (revision,) = desk.archive.versions(state.release.id).get()
    kept = desk.archive.version(revision.id).get()
    assert kept.release == state.release
    assert dict(kept.photos) == {name: image for name, image in images_of(state).items() if image is not None}


def test_the_status_goes_its_way_and_tells_what_changed_since(written: Desk) -> None:
    entry, name = an_office("contoh"), written.session.release.id
    for status in (Status.WAITING, Status.APPROVED):
        written.archive.set_status(written.session.state, entry, status).get()
    written.session.put("blocks[0].text", "Warga *diundang* mengawasi.")
    standing = written.archive.standing(name, written.session.release).get()
    assert (standing.status, standing.steps[0]) == (Status.APPROVED, Status.FINAL)
    assert standing.since is not None
    assert standing.since.changed_words == 1
    assert [event.who for event in standing.events] == ["dl", "dl"]
    with pytest.raises(ValueError, match="not followed"):
        written.archive.set_status(written.session.state, entry, Status.VOID).get()


def test_a_correction_is_linked_to_what_it_corrects(written: Desk, clock: Clock) -> None:
    original = written.session.state
    ralat = correction_of(original.release, clock.now().date(), label="Ralat: ")
    written.begin_with(State(release=ralat, photos=original.photos))
    written.archive.link_correction(written.session.state, original.release.id).get()
    standing = written.archive.standing(ralat.id, ralat).get()
    assert standing.corrects is not None
    assert standing.corrects.id == original.release.id
    of_the_original = written.archive.standing(original.release.id, original.release).get()
    assert [row.id for row in of_the_original.corrected_by] == [ralat.id]


def test_a_release_is_begun_from_another_and_the_other_stays(written: Desk, clock: Clock) -> None:
    old = written.session.state
    for made in (duplicate_of(old.release), started_from(old.release, clock.now().date())):
        written.begin_with(State(release=made, photos=old.photos))
        written.autosave.flush()
    assert len(found(written.archive)) == 3
    assert written.session.release.unconfirmed
    assert set(written.session.photos) == {"foto.jpg"}


def test_every_page_is_looked_at_while_the_desk_is_open(written: Desk, folders: Folders) -> None:
    written.archive.check().get()
    written.line.close()
    path = folders.data / ARCHIVE_NAME
    data = bytearray(path.read_bytes())
    data[4096 * 4 : 4096 * 4 + 200] = b"x" * 200
    path.write_bytes(data)
    with pytest.raises(ArchiveDamaged):
        written.archive.check().get()
    path.unlink()
    written.archive.check().get()
