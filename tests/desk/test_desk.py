from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
import subprocess
import sys

import pytest

from humas_desk.archive.files import ARCHIVE_NAME
from humas_desk.archive.revisions import revisions
from humas_desk.archive.search import search
from humas_desk.archive.values import Search, Sort, Why
from humas_desk.desk.desk import Desk
from humas_desk.desk.folders import Folders
from humas_desk.desk.keeper import DraftKeeper
from humas_desk.desk.opening import open_file, save_copy
from humas_desk.desk.settings import load_settings
from humas_desk.errors import FileMissing, HumasError, NewerVersion
from humas_desk.release.problems import ProblemCode
from humas_desk.release.release import Kind
from tests.desk.conftest import Clock
from tests.desk.makes import a_release, a_session, an_office


@pytest.fixture
def desk(folders: Folders, clock: Clock) -> Iterator[Desk]:
    made = a_desk(folders, clock)
    yield made
    made.close()


def a_desk(folders: Folders, clock: Clock) -> Desk:
    return Desk(folders, clock=clock, now=clock.now, threaded=False)


def archived_titles(desk: Desk) -> list[str]:
    return [row.title for row in desk.line.ask(lambda archive: search(archive, Search(sort=Sort.CHANGED))).get()]


def test_the_first_start_shows_the_sample_with_the_sample_office(desk: Desk, folders: Folders) -> None:
    session = desk.start()
    sample = open_file(folders.samples / "contoh.json").state.release
    assert session.release == replace(sample, id=session.release.id)
    assert session.office.is_sample
    assert [problem.code for problem in desk.office_problems] == [ProblemCode.OFFICE_SAMPLE]
    assert desk.notices == []


def test_a_later_start_restores_what_was_written(desk: Desk, folders: Folders, clock: Clock) -> None:
    desk.start().put("title", "Judul saya")
    desk.close()
    assert a_desk(folders, clock).start().release.title == "Judul saya"


def test_looking_at_the_sample_writes_no_draft(desk: Desk, folders: Folders) -> None:
    desk.start()
    desk.close()
    assert not folders.data.exists()


def test_a_draft_that_cannot_be_read_is_set_aside_and_told(desk: Desk, folders: Folders) -> None:
    folders.draft.mkdir(parents=True)
    path = DraftKeeper(folders.draft).path
    path.write_text('{"format": "humas-desk/release", "version": 99, "title": "", "blocks": []}', encoding="utf-8")
    session = desk.start()
    assert session.release.title
    assert [type(error) for error in desk.notices] == [NewerVersion]
    session.put("title", "Baru")
    desk.close()
    assert [entry.name for entry in folders.data.iterdir() if "rusak" in entry.name]


def test_a_new_release_starts_empty_and_the_one_before_is_in_the_archive_with_a_version(
    desk: Desk, clock: Clock
) -> None:
    first = desk.start()
    first.put("title", "Yang pertama")
    session = desk.new(Kind.PRESS)
    assert (session.release.title, session.release.kind) == ("", Kind.PRESS)
    assert session.release.dateline.date == clock.now().date()
    assert desk.session is session
    assert archived_titles(desk) == ["Yang pertama"]
    found = desk.line.ask(lambda archive: revisions(archive, first.release.id)).get()
    assert [revision.why for revision in found] == [Why.CLOSE]


def test_neither_the_sample_nor_an_empty_release_stays_in_the_archive(desk: Desk) -> None:
    desk.start()
    desk.new(Kind.NEWS)
    desk.new(Kind.PRESS)
    assert archived_titles(desk) == []


def test_an_empty_release_that_was_begun_is_there_at_the_next_start(desk: Desk, folders: Folders, clock: Clock) -> None:
    desk.start()
    begun = desk.new(Kind.PRESS)
    desk.close()
    assert a_desk(folders, clock).start().release == begun.release


def test_a_day_on_which_the_archive_was_found_damaged_is_no_first_day(
    desk: Desk, folders: Folders, clock: Clock
) -> None:
    desk.start()
    assert desk.is_first_day
    folders.data.mkdir(exist_ok=True)
    (folders.data / ARCHIVE_NAME).write_bytes(b"damaged" * 1000)
    other = Desk(folders, clock=clock, now=clock.now, threaded=False)
    other.start()
    assert not other.is_first_day
    other.close()


def test_a_release_that_could_not_be_saved_stays_open(desk: Desk, folders: Folders) -> None:
    (folders.data / ARCHIVE_NAME).mkdir(parents=True)
    folders.draft.write_bytes(b"in the way")
    session = desk.start()
    session.put("title", "Jangan hilang")
    with pytest.raises(HumasError):
        desk.new(Kind.NEWS)
    assert desk.session is session
    folders.draft.unlink()


def test_opening_copies_the_file_into_the_desk_and_leaves_it_alone(
    desk: Desk, folders: Folders, clock: Clock, tmp_path: Path
) -> None:
    path = tmp_path / "lain.humas"
    save_copy(path, a_session(a_release("Dari luar")).state)
    before = path.read_bytes()
    desk.start()
    session = desk.open(path)
    session.put("title", "Diubah")
    desk.close()
    assert path.read_bytes() == before
    again = a_desk(folders, clock).start()
    assert again.release.title == "Diubah"
    assert set(again.photos) == {"foto.jpg"}


def test_an_opened_file_is_safe_before_the_first_change(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "lain.humas"
    save_copy(path, a_session(a_release("Dari luar")).state)
    desk.start()
    desk.open(path)
    desk.close()
    assert archived_titles(desk) == ["Dari luar"]


def test_a_file_that_cannot_be_opened_leaves_the_open_release(desk: Desk, tmp_path: Path) -> None:
    session = desk.start()
    with pytest.raises(FileMissing):
        desk.open(tmp_path / "tidak-ada.humas")
    assert desk.session is session


def test_a_copy_gets_its_suffix(desk: Desk, tmp_path: Path) -> None:
    desk.start()
    assert desk.save_copy(tmp_path / "Rilis 28.8").name == "Rilis 28.8.humas"
    assert desk.save_copy(tmp_path / "b.HUMAS").name == "b.HUMAS"


def test_the_first_office_becomes_the_default_and_the_open_release_takes_it(desk: Desk, folders: Folders) -> None:
    desk.start()
    saved = desk.save_office(an_office())
    assert desk.session.office == saved
    assert load_settings(folders.settings_file).default_office == saved.name
    assert desk.office_problems == ()
    changed = desk.save_office(replace(saved, office=replace(saved.office, phone="021")))
    assert desk.session.office.office.phone == "021"
    assert [entry.name for entry in desk.offices().entries] == [changed.name]


def test_a_spoiled_office_is_told_and_the_sample_stands_in(desk: Desk, folders: Folders) -> None:
    desk.start()
    saved = desk.save_office(an_office())
    (folders.offices / saved.name / "office.toml").write_bytes(b"= = =")
    desk.session.put("office", saved.name)
    assert desk.session.office.is_sample
    assert len(desk.notices) == 1
    assert [problem.code for problem in desk.office_problems] == [ProblemCode.OFFICE_SAMPLE]


def test_choices_are_remembered_also_when_the_disk_refuses(desk: Desk, folders: Folders) -> None:
    desk.change_settings(replace(desk.settings, zoom_percent=120))
    assert load_settings(folders.settings_file).zoom_percent == 120
    folders.settings_file.unlink()
    folders.settings_file.mkdir()
    desk.change_settings(replace(desk.settings, zoom_percent=150))
    assert desk.settings.zoom_percent == 150


def test_requests_carry_the_open_release(desk: Desk, tmp_path: Path) -> None:
    desk.start().put("title", "Ini")
    assert desk.preview_request((0,), 300).job.release.title == "Ini"
    request = desk.export_request(formats=("pdf",), folder=tmp_path, stem="x", blank=True)
    assert request.job.blank
    assert request.job.office == desk.session.office


def test_the_shipped_templates_can_be_chosen_by_kind(desk: Desk) -> None:
    kinds = {choice.name: choice.kinds for choice in desk.templates()}
    assert all(any(kind in found for found in kinds.values()) for kind in Kind)


def test_before_it_is_started_a_desk_has_no_release(desk: Desk) -> None:
    with pytest.raises(RuntimeError):
        _ = desk.session


LIGHT = """
import sys
from pathlib import Path
from humas_desk import app, cli
from humas_desk.archive.revisions import revisions
from humas_desk.archive.search import search
from humas_desk.archive.values import Search, Sort, Why
from humas_desk.archive.files import ARCHIVE_NAME
from humas_desk.desk.desk import Desk
from humas_desk.desk.folders import Folders
import humas_desk.desk.system, humas_desk.desk.one_desk, humas_desk.desk.quoting

root, data = Path(sys.argv[1]), Path(sys.argv[2])
desk = Desk(Folders(assets=root / "assets", templates=root / "templates", data=data, documents=data))
session = desk.start()
session.put("title", "x")
session.problems()
desk.templates(); desk.offices(); desk.export_defaults(); desk.preview_request((0,), 100)
desk.close()
print(sorted({name.split(".")[0] for name in sys.modules} & {"reportlab", "docx", "pypdfium2", "lxml", "fontTools"}))
"""


def test_nothing_heavy_is_loaded_where_the_window_lives(root: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", LIGHT, str(root), str(tmp_path)]
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", check=True, env={"PYTHONPATH": str(root)}
    )
    assert done.stdout == "[]\n"


def test_the_regions_are_there_and_a_spoilt_table_only_offers_nothing(folders: Folders, tmp_path: Path) -> None:
    with_table, without = (Desk(one, threaded=False) for one in (folders, replace(folders, assets=tmp_path)))
    assert with_table.regions().complete_city("kraks") == ("Kraksaan",)
    assert with_table.regions() is with_table.regions()
    assert without.regions().complete_city("kraks") == ()
    assert [type(notice) for notice in without.notices] == [FileMissing]


def test_a_package_is_asked_for_with_the_letterhead_and_the_pdf_of_the_settings(desk: Desk, tmp_path: Path) -> None:
    desk.start()
    desk.change_settings(replace(desk.settings, pdf_profile="plain", letterhead_blank=True))
    request = desk.package_request(folder=tmp_path, stem="x")
    assert (request.pdf_profile, request.job, request.folder) == ("plain", desk.job(blank=True), tmp_path)
