"""What the desk remembers beside the release: one page, the version of a draft, people."""

from collections.abc import Iterator
from dataclasses import replace
import datetime as dt
import json
import os

import pytest

from humas_desk.archive.files import ARCHIVE_NAME
from humas_desk.desk.desk import Desk
from humas_desk.desk.draft_note import NOTE_NAME, DraftNote, load_note
from humas_desk.desk.editing import put
from humas_desk.desk.folders import Folders
from humas_desk.desk.keeper import DraftKeeper
from humas_desk.desk.people import Person
from humas_desk.desk.people_kept import FILE_NAME, RETIRED_SUFFIX, kept_people
from humas_desk.release.blocks import Quote
from humas_desk.release.person import Speaker
from humas_desk.release.release import Kind, Release
from tests.desk.conftest import Clock


@pytest.fixture
def desk(folders: Folders, clock: Clock) -> Iterator[Desk]:
    made = a_desk(folders, clock)
    made.start()
    yield made
    made.close()


def a_desk(folders: Folders, clock: Clock) -> Desk:
    return Desk(folders, clock=clock, now=clock.now, threaded=False)


def test_one_page_is_asked_for_in_every_request_and_remembered_for_this_release(
    desk: Desk, folders: Folders, clock: Clock
) -> None:
    desk.new(Kind.NEWS)
    assert not desk.job().fit_page
    desk.set_fit_page(wanted=True)
    assert desk.fit_page
    assert desk.preview_request((0,), 100).job.fit_page
    assert desk.export_request(formats=("pdf",), folder=folders.documents, stem="a").job.fit_page
    desk.session.put("title", "Judul")
    desk.close()
    later = a_desk(folders, clock)
    later.start()
    assert later.fit_page
    later.new(Kind.NEWS)
    assert not later.fit_page


def test_the_note_never_enters_the_release(desk: Desk, folders: Folders) -> None:
    desk.new(Kind.NEWS)
    desk.set_fit_page(wanted=True)
    path = desk.save_copy(folders.documents / "salinan")
    assert b"fit" not in path.read_bytes()


@pytest.mark.parametrize("content", [b"", b"[]", b'{"release_id": "other", "fit_page": true}', b"\xff"])
def test_a_note_that_says_nothing_is_no_note(folders: Folders, content: bytes) -> None:
    folders.draft.mkdir(parents=True)
    (folders.draft / NOTE_NAME).write_bytes(content)
    assert load_note(folders.draft, "r1") == DraftNote(release_id="r1")


def test_drafts_are_marked_by_the_switch_with_the_moment_of_the_last_change(desk: Desk, clock: Clock) -> None:
    desk.new(Kind.NEWS)
    assert desk.job().draft is None
    desk.change_settings(replace(desk.settings, mark_drafts=True))
    assert desk.job().draft == dt.datetime(2026, 5, 4, 14, 32, tzinfo=dt.UTC)
    clock.today += dt.timedelta(minutes=5, seconds=7)
    assert desk.job().draft == dt.datetime(2026, 5, 4, 14, 32, tzinfo=dt.UTC)
    desk.session.put("title", "Judul")
    assert desk.job().draft == dt.datetime(2026, 5, 4, 14, 37, tzinfo=dt.UTC)


def test_a_restored_draft_is_of_the_version_that_was_written(desk: Desk, folders: Folders, clock: Clock) -> None:
    desk.new(Kind.NEWS)
    desk.change_settings(replace(desk.settings, mark_drafts=True))
    desk.close()
    clock.today += dt.timedelta(hours=3)
    later = a_desk(folders, clock)
    later.start()
    assert later.job().draft == dt.datetime(2026, 5, 4, 14, 32, tzinfo=dt.UTC)


def test_a_draft_of_the_program_before_the_archive_is_of_the_version_that_was_written(
    folders: Folders, clock: Clock
) -> None:
    drafts = DraftKeeper(folders.draft)
    drafts.keep(quoting("Sulastri"), {})
    os.utime(drafts.path, (86400, 86400))
    later = a_desk(folders, clock)
    later.start()
    later.change_settings(replace(later.settings, mark_drafts=True))
    assert later.job().draft == dt.datetime(1970, 1, 2, tzinfo=dt.UTC)


def quoting(name: str) -> Release:
    return Release(title="Judul", blocks=(Quote(id="q", text="a", speaker=Speaker(name=name, position="Ketua")),))


def test_people_of_earlier_releases_complete_the_speaker(desk: Desk, folders: Folders, clock: Clock) -> None:
    desk.new(Kind.NEWS)
    desk.session.edit(lambda release: put(release, "blocks", quoting("Sulastri").blocks))
    assert desk.people() == (Person(name="Sulastri", position="Ketua"),)
    assert desk.people(without=0) == ()
    desk.new(Kind.PRESS)
    assert desk.people() == (Person(name="Sulastri", position="Ketua"),)
    desk.session.edit(lambda release: put(release, "blocks", quoting("Rina").blocks))
    desk.close()
    later = a_desk(folders, clock)
    later.start()
    assert [person.name for person in later.people()][:2] == ["Rina", "Sulastri"]


def test_looking_at_the_sample_keeps_nobody(desk: Desk, folders: Folders) -> None:
    assert desk.people()
    desk.close()
    assert not (folders.data / ARCHIVE_NAME).exists()


def test_people_kept_by_an_earlier_program_are_taken_over_once(desk: Desk, folders: Folders) -> None:
    folders.own_words.mkdir(parents=True)
    names = [{"name": name, "short": None, "position": "Ketua"} for name in ("Rina", "Sulastri")]
    (folders.own_words / FILE_NAME).write_text(json.dumps(names), encoding="utf-8")
    desk.new(Kind.NEWS)
    assert [person.name for person in desk.people()] == ["Rina", "Sulastri"]
    assert [path.name for path in folders.own_words.iterdir()] == [f"{FILE_NAME}{RETIRED_SUFFIX}"]


@pytest.mark.parametrize("content", [b"", b"{}", b'[1, {"name": 1}, {"name": "A", "position": ""}]'])
def test_a_list_of_people_that_cannot_be_understood_is_left(folders: Folders, content: bytes) -> None:
    folders.own_words.mkdir(parents=True)
    (folders.own_words / FILE_NAME).write_bytes(content)
    assert kept_people(folders.own_words) == ((Person(name="A"),) if b"A" in content else ())
