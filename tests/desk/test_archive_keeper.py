from collections.abc import Callable, Iterator
from dataclasses import replace
import os
from pathlib import Path
import random
import subprocess
import sys
import threading

import pytest

from humas_desk.archive.archive import Archive
from humas_desk.archive.files import ARCHIVE_NAME
from humas_desk.archive.revisions import load_revision, revisions
from humas_desk.archive.search import search
from humas_desk.archive.store import load
from humas_desk.archive.values import Search, Why
from humas_desk.desk import archive_keeper, archive_line
from humas_desk.desk.archive_keeper import ArchiveKeeper
from humas_desk.desk.archive_line import ArchiveLine, set_archive_aside
from humas_desk.desk.history import State
from humas_desk.desk.keeper import DraftKeeper
from humas_desk.desk.risky_places import Risk
from humas_desk.errors import ArchiveDamaged, ClockSetBack, FileUnreadable, HumasError, NewerVersion
from humas_desk.photos.image import Image
from tests.archive.conftest import Calendar
from tests.desk.makes import a_picture, a_release

Make = Callable[[], ArchiveKeeper]


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def lines() -> Iterator[list[ArchiveLine]]:
    opened: list[ArchiveLine] = []
    yield opened
    for line in opened:
        line.close()


@pytest.fixture
def start(tmp_path: Path, calendar: Calendar, lines: list[ArchiveLine]) -> Make:
    """A keeper as after a start of the program; those before are ended."""

    def again() -> ArchiveKeeper:
        for line in lines:
            line.close()
        lines.append(ArchiveLine(tmp_path, now=calendar, threaded=False))
        return ArchiveKeeper(lines[-1], DraftKeeper(tmp_path / "draft"), who=lambda: "dl")

    return again


def state_of(keeper: ArchiveKeeper) -> State:
    state = keeper.last()
    assert state is not None
    return state


def test_what_is_kept_is_given_back_whole_after_a_restart(start: Make, picture: Image, calendar: Calendar) -> None:
    start().keep(a_release(), {"foto.jpg": picture})
    keeper = start()
    state = state_of(keeper)
    assert (state.release, state.photos) == (a_release(), {"foto.jpg": picture})
    assert keeper.kept_at == calendar()


def test_looking_makes_no_archive_and_forgetting_keeps_the_release_in_it(start: Make, tmp_path: Path) -> None:
    keeper = start()
    assert keeper.last() is None
    keeper.forget()
    assert list(tmp_path.iterdir()) == []
    keeper.keep(a_release(), {})
    keeper.forget()
    assert start().last() is None


def test_a_version_is_cut_every_five_minutes_while_somebody_writes(
    start: Make, calendar: Calendar, lines: list[ArchiveLine]
) -> None:
    keeper = start()
    for minute in range(12):
        keeper.keep(a_release(f"Menit {minute}"), {})
        calendar.pass_by(minutes=1)
    found = lines[-1].ask(lambda archive: revisions(archive, "r1")).get()
    assert [(revision.why, revision.who) for revision in found] == [(Why.TIME, "dl")] * 2


def test_the_draft_of_an_earlier_program_is_taken_over_with_its_pictures(
    start: Make, picture: Image, tmp_path: Path
) -> None:
    drafts = DraftKeeper(tmp_path / "draft")
    drafts.keep(a_release("Dari dahulu"), {"foto.jpg": picture})
    keeper = start()
    state = state_of(keeper)
    assert state.release.title == "Dari dahulu"
    keeper.keep(state.release, state.photos)
    assert drafts.last() is None
    again = state_of(start())
    assert (again.release, again.photos) == (state.release, {"foto.jpg": picture})


def test_a_program_killed_while_taking_over_does_not_go_back_to_the_draft(
    start: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, calendar: Calendar
) -> None:
    drafts = DraftKeeper(tmp_path / "draft")
    drafts.keep(a_release("Dari dahulu"), {})
    os.utime(drafts.path, (calendar().timestamp() - 60,) * 2)
    keeper = start()
    monkeypatch.setattr(keeper, "_leave_draft", lambda _release_id: None)
    keeper.keep(a_release("Sudah di arsip"), {})
    assert state_of(start()).release.title == "Sudah di arsip"


def test_a_draft_with_a_picture_nobody_could_read_is_set_aside(
    start: Make, picture: Image, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    DraftKeeper(tmp_path / "draft").keep(a_release(), {"foto.jpg": picture})
    read = Path.read_bytes

    def held(path: Path) -> bytes:
        if path.suffix == ".jpg":
            raise PermissionError(13, "held by a scanner")
        return read(path)

    keeper = start()
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", held)
        state = state_of(keeper)
    keeper.keep(state.release, state.photos)
    aside = DraftKeeper(tmp_path / "draft.rusak-1").last()
    assert aside is not None
    assert aside.photos == {"foto.jpg": picture}


def as_of_a_newer_program(path: Path, version: int = 99) -> int:
    """Write another schema's number into the archive's head; gives the one that stood there."""
    head = bytearray(path.read_bytes())
    before = int.from_bytes(head[60:64], "big")
    head[60:64] = version.to_bytes(4, "big")
    path.write_bytes(head)
    return before


def test_every_release_written_while_the_archive_cannot_be_used_is_in_it_later(
    start: Make, tmp_path: Path, picture: Image, lines: list[ArchiveLine], calendar: Calendar
) -> None:
    start().keep(a_release("Sebelumnya"), {})
    start()
    ours = as_of_a_newer_program(tmp_path / ARCHIVE_NAME)
    keeper = start()
    for number, title in enumerate(("Satu", "Dua", "Tiga")):
        keeper.keep(replace(a_release(title), id=f"baru-{number}"), {"foto.jpg": picture})
    lines[-1].close()
    as_of_a_newer_program(tmp_path / ARCHIVE_NAME, ours)
    for draft in tmp_path.glob("draft*/release.json"):
        os.utime(draft, (calendar().timestamp() + 60,) * 2)
    keeper = start()
    assert state_of(keeper).release.title == "Tiga"
    keeper.keep(replace(a_release("Tiga, diteruskan"), id="baru-2"), {"foto.jpg": picture})
    assert {row.title for row in lines[-1].ask(lambda archive: search(archive, Search())).get()} == {
        "Sebelumnya",
        "Satu",
        "Dua",
        "Tiga, diteruskan",
    }
    taken = lines[-1].ask(lambda archive: load(archive, "baru-0")).get()
    assert taken.images == {"foto.jpg": picture}
    assert list(tmp_path.glob("draft*/*")) == []
    assert state_of(start()).release.title == "Tiga, diteruskan"


def test_a_draft_older_than_what_the_archive_has_is_kept_as_a_version(
    start: Make, tmp_path: Path, calendar: Calendar, lines: list[ArchiveLine]
) -> None:
    start().keep(a_release("Di arsip"), {})
    drafts = DraftKeeper(tmp_path / "draft")
    drafts.keep(a_release("Ditulis dengan jam yang mundur"), {})
    os.utime(drafts.path, (calendar().timestamp() - 86_400,) * 2)
    assert state_of(start()).release.title == "Di arsip"
    versions = lines[-1].ask(lambda archive: [load_revision(archive, one.id) for one in revisions(archive, "r1")]).get()
    assert [version.release.title for version in versions] == ["Ditulis dengan jam yang mundur"]


def test_a_draft_of_another_release_is_not_written_over_where_the_archive_can_be_used_again(
    start: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: list[ArchiveLine]
) -> None:
    keeper = start()
    keeper.keep(a_release("Sebelumnya"), {})
    with monkeypatch.context() as patch:
        patch.setattr(archive_keeper, "_keep", raises(FileUnreadable(tmp_path / ARCHIVE_NAME)))
        keeper.keep(replace(a_release("Hanya di draf"), id="a"), {})
    keeper.keep(replace(a_release("Yang berikut"), id="b"), {})
    titles = {row.title for row in lines[-1].ask(lambda archive: search(archive, Search())).get()}
    assert titles == {"Sebelumnya", "Hanya di draf", "Yang berikut"}


def raises(error: Exception) -> Callable[..., None]:
    def raise_it(*_given: object) -> None:
        raise error

    return raise_it


def test_while_the_archive_is_of_a_newer_program_the_draft_folder_keeps_and_the_archive_is_untouched(
    start: Make, tmp_path: Path
) -> None:
    start().keep(a_release(), {})
    start()
    path = tmp_path / ARCHIVE_NAME
    as_of_a_newer_program(path)
    newer = path.read_bytes()
    keeper = start()
    assert keeper.last() is None
    assert [type(notice) for notice in keeper.notices] == [NewerVersion]
    keeper.keep(a_release("Ditulis sementara itu"), {})
    assert keeper.stands_in
    assert path.read_bytes() == newer
    as_of_a_newer_program(path, 1)
    keeper = start()
    state = state_of(keeper)
    assert state.release.title == "Ditulis sementara itu"
    keeper.keep(state.release, state.photos)
    assert not keeper.stands_in
    assert not (tmp_path / "draft" / "release.json").exists()


def test_a_damaged_archive_is_set_aside_unchanged_and_a_new_one_goes_on(start: Make, tmp_path: Path) -> None:
    path = tmp_path / ARCHIVE_NAME
    path.write_bytes(b"damaged" * 1000)
    keeper = start()
    assert keeper.last() is None
    assert keeper.notices == []
    assert keeper.salvaged is not None
    keeper.keep(a_release(), {})
    assert not keeper.stands_in
    assert (tmp_path / "archive.rusak-1.sqlite3").read_bytes() == b"damaged" * 1000
    path.write_bytes(b"again" * 1000)
    assert set_archive_aside(path).name == "archive.rusak-2.sqlite3"


def test_all_that_sqlite_keeps_beside_a_damaged_archive_goes_aside_with_it(tmp_path: Path) -> None:
    path = tmp_path / ARCHIVE_NAME
    for ending in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).write_text(ending, encoding="utf-8")
    aside = set_archive_aside(path)
    assert sorted(found.name for found in tmp_path.iterdir()) == [
        f"{aside.name}{ending}" for ending in ("", "-journal", "-shm", "-wal")
    ]


def test_on_another_computers_disk_the_archive_is_kept_without_a_log_beside(
    start: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_line, "risk_of", lambda _folder: Risk.NETWORK)
    keeper = start()
    keeper.keep(a_release("Di jaringan"), {})
    assert not (tmp_path / f"{ARCHIVE_NAME}-wal").exists()
    assert state_of(start()).release.title == "Di jaringan"


@pytest.mark.parametrize(("hours", "told"), [(2, []), (-0.5, []), (-2, [ClockSetBack])])
def test_a_clock_that_was_set_back_is_told_of(
    start: Make, calendar: Calendar, hours: float, told: list[type[HumasError]]
) -> None:
    start().keep(a_release(), {})
    calendar.pass_by(hours=hours)
    keeper = start()
    assert state_of(keeper).release == a_release()
    assert [type(notice) for notice in keeper.notices] == told


def test_the_line_answers_on_its_own_thread_in_order_and_tells_what_was_raised(tmp_path: Path) -> None:
    line = ArchiveLine(tmp_path, now=Calendar())
    order: list[int] = []

    def note(number: int) -> Callable[[Archive], int]:
        def work(_archive: Archive) -> int:
            order.append(number)
            return threading.get_ident()

        return work

    def fail(_archive: Archive) -> None:
        raise ZeroDivisionError

    answers = [line.ask(note(number)) for number in range(20)]
    failed = line.ask(fail)
    assert {answer.get() for answer in answers} != {threading.get_ident()}
    assert order == list(range(20))
    with pytest.raises(ZeroDivisionError):
        failed.get()
    line.close()
    assert answers[0].is_ready


def test_what_was_asked_before_closing_is_still_answered(tmp_path: Path) -> None:
    line = ArchiveLine(tmp_path, now=Calendar())
    answers = [line.ask(lambda archive: archive.database.one("SELECT 1")) for _ in range(5)]
    line.close()
    assert [answer.get() for answer in answers] == [(1,)] * 5


WRITER = """
import sys
from pathlib import Path
from humas_desk.desk.archive_keeper import ArchiveKeeper
from humas_desk.desk.archive_line import ArchiveLine
from humas_desk.desk.keeper import DraftKeeper
from tests.archive.conftest import Calendar
from tests.desk.makes import a_picture, a_release

data, calendar = Path(sys.argv[1]), Calendar()
keeper = ArchiveKeeper(ArchiveLine(data, now=calendar), DraftKeeper(data / "draft"), who=lambda: "dl")
pictures = [a_picture(color) for color in ("red", "green", "blue")]
for number in range(int(sys.argv[2]), 100_000):
    calendar.pass_by(minutes=2)
    keeper.keep(a_release(f"{number} " + "x" * 20_000), {"foto.jpg": pictures[number % 3]})
    print(number, flush=True)
"""


def confirmed_before_the_kill(folder: Path, first: int, moment: int) -> int:
    """Let a process write states one after the other and kill it; gives the number of the last confirmed one."""
    command = [sys.executable, "-c", WRITER, str(folder), str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdout is not None
        lines: Iterator[str] = iter(process.stdout)
        confirmed = [int(next(lines)) for _ in range(moment % 7 + 1)]
        spin = sum(range(moment))
        process.kill()
        confirmed += [int(line) for line in lines if line.endswith("\n")]
        assert spin >= 0
    return confirmed[-1]


def test_a_kill_at_any_moment_leaves_the_last_confirmed_state_or_a_later_one(
    start: Make, tmp_path: Path, lines: list[ArchiveLine]
) -> None:
    chance, first = random.Random(7), 0
    for _round in range(8):
        confirmed = confirmed_before_the_kill(tmp_path, first, chance.randrange(60_000))
        state = state_of(start())
        number, rest = state.release.title.split(" ")
        assert int(number) >= confirmed
        assert rest == "x" * 20_000
        assert state.photos == {"foto.jpg": a_picture(("red", "green", "blue")[int(number) % 3])}
        assert state.release == replace(a_release(), title=state.release.title)
        assert lines[-1].ask(lambda archive: archive.database.rows("PRAGMA integrity_check")).get() == [("ok",)]
        first = int(number) + 1


def test_of_a_damaged_archive_what_reads_is_had_back_at_once(start: Make, tmp_path: Path, picture: Image) -> None:
    keeper = start()
    for number in range(30):
        keeper.keep(replace(a_release(f"Rilis {number} " + "kata " * 400), id=f"r{number}"), {"foto.jpg": picture})
    start()
    path = tmp_path / ARCHIVE_NAME
    data = bytearray(path.read_bytes())
    data[data.index(b'"title": "Rilis 29 kata') + 12] ^= 1
    path.write_bytes(data)
    keeper = start()
    keeper.last()
    assert keeper.notices == []
    assert keeper.salvaged is not None
    assert keeper.salvaged.releases == 29
    assert (tmp_path / "archive.rusak-1.sqlite3").read_bytes() == data
    keeper.keep(a_release("Sesudahnya"), {})
    assert state_of(start()).release.title == "Sesudahnya"


def test_an_archive_damaged_while_it_is_in_use_is_begun_anew_with_what_reads(
    start: Make, tmp_path: Path, lines: list[ArchiveLine], monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = start()
    for number in range(3):
        keeper.keep(replace(a_release(f"Rilis {number}"), id=f"r{number}"), {})
    with monkeypatch.context() as patch:
        patch.setattr(archive_keeper, "_keep", raises(ArchiveDamaged(tmp_path / ARCHIVE_NAME)))
        keeper.keep(replace(a_release("Sesudah rusak"), id="r2"), {})
    assert keeper.is_damaged
    found = keeper.mend().get()
    assert (found.releases, keeper.salvaged, keeper.is_damaged) == (3, found, False)
    assert (tmp_path / "archive.rusak-1.sqlite3").is_file()
    keeper.keep(replace(a_release("Sesudah rusak"), id="r2"), {})
    rows = lines[-1].ask(lambda archive: search(archive, Search())).get()
    assert {row.title for row in rows} == {"Rilis 0", "Rilis 1", "Sesudah rusak"}
    assert not keeper.stands_in


def test_a_damaged_archive_that_cannot_be_moved_stays_whole_with_its_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / ARCHIVE_NAME
    for ending in ("", "-wal"):
        path.with_name(path.name + ending).write_bytes(b"damaged")

    def refuses(old: Path, _new: Path) -> None:
        if old.name.endswith("-wal"):
            raise PermissionError(13, "held")
        Path.rename(old, _new)

    monkeypatch.setattr(archive_line, "replace_file", refuses)
    with pytest.raises(PermissionError):
        set_archive_aside(path)
    assert sorted(one.name for one in tmp_path.iterdir()) == [path.name, f"{path.name}-wal"]


def test_where_nobody_knows_what_was_open_in_a_damaged_archive_the_writer_goes_on_with_what_was_changed_last(
    start: Make, tmp_path: Path, calendar: Calendar, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = start()
    for title in ("Lama", "Baru"):
        keeper.keep(replace(a_release(title), id=title), {})
        calendar.pass_by(minutes=1)
    keeper.forget()
    with monkeypatch.context() as patch:
        patch.setattr(archive_keeper, "_last_open", raises(ArchiveDamaged(tmp_path / ARCHIVE_NAME)))
        assert state_of(start()).release.title == "Baru"
    assert state_of(start()).release.title == "Baru"
