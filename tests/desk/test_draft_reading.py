from contextlib import closing
import datetime as dt
from multiprocessing.connection import Connection
import os
from pathlib import Path
import time

import docx
import pytest

from humas_desk.desk import draft_reading
from humas_desk.desk.draft_reading import LIMIT_S, SHORT, DraftReading, ReadWith, Source, read_at_once
from humas_desk.desk.importing import Imported
from humas_desk.errors import DraftEmpty, DraftKindOld, DraftRefused, HumasError
from humas_desk.intake.parts import Intake, Role

READER = ReadWith(today=dt.date(2025, 11, 20))
DRAFT = "Judul yang Pendek\n\nBatam - (12/11) Paragraf pertama.\n\nParagraf kedua.\n"


def outcome(reading: DraftReading) -> Imported | HumasError:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        found = reading.poll()
        if found is not None:
            return found
        reading._process.join(0.01)
    raise AssertionError("no answer")


def test_a_file_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "draf.txt"
    path.write_text(DRAFT, encoding="utf-8")
    found = outcome(DraftReading(Source(path=path), READER))
    assert isinstance(found, Imported)
    assert found.intake is not None
    assert found.state.release.title == "Judul yang Pendek"


def test_what_cannot_be_read_comes_back_as_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "lama.rtf"
    path.write_bytes(rb"{\rtf1 lama}")
    found = outcome(DraftReading(Source(path=path), READER))
    assert isinstance(found, DraftKindOld)
    assert found.path == path


def test_a_document_without_a_word_is_called_empty(tmp_path: Path) -> None:
    path = tmp_path / "kosong.docx"
    docx.Document().save(str(path))
    with pytest.raises(DraftEmpty) as caught:
        READER.read(Source(path=path))
    assert caught.value.path == path


def long_reading() -> DraftReading:
    """A draft that is read anew in its process, once it was read."""
    reading = DraftReading(Source(text=DRAFT + "\nParagraf lagi.\n" * (SHORT // 10)), READER)
    assert isinstance(outcome(reading), Imported)
    return reading


def reassigned(reading: DraftReading, step: int, index: int, role: Role) -> Intake:
    reading.reassign(step, index, role)
    until = time.monotonic() + 60
    while (found := reading.reassigned()) is None:
        assert time.monotonic() < until
    assert isinstance(found, Intake)
    return found


def test_a_long_draft_is_read_anew_where_it_was_read() -> None:
    with closing(long_reading()) as reading:
        first = reassigned(reading, 0, 0, Role.PARAGRAPH)
        assert (first.release.title, first.parts[0].role) == ("", Role.PARAGRAPH)
        second = reassigned(reading, 1, 1, Role.DROPPED)
        assert [part.role for part in second.parts[:2]] == [Role.PARAGRAPH, Role.DROPPED]
        again = reassigned(reading, 0, 1, Role.DROPPED)
        assert [part.role for part in again.parts[:2]] == [Role.TITLE, Role.DROPPED]
    assert not reading.is_open


def test_a_short_draft_s_process_does_not_stay(tmp_path: Path) -> None:
    path = tmp_path / "draf.txt"
    path.write_text(DRAFT, encoding="utf-8")
    reading = DraftReading(Source(path=path), READER)
    assert isinstance(outcome(reading), Imported)
    assert not reading.is_open


def test_a_process_that_dies_while_a_draft_is_read_anew_is_told_of() -> None:
    reading = long_reading()
    reading._process.kill()
    reading.reassign(0, 0, Role.PARAGRAPH)
    until = time.monotonic() + 60
    while (found := reading.reassigned()) is None:
        assert time.monotonic() < until
    assert isinstance(found, DraftRefused)
    reading.close()


def die(_heard: Connection, _told: Connection) -> None:
    os._exit(11)


def never_end(_heard: Connection, _told: Connection) -> None:
    while True:
        time.monotonic()


def test_a_file_that_kills_its_reader_is_refused_and_the_window_lives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draft_reading, "answer", die)
    assert isinstance(outcome(DraftReading(Source(path=tmp_path / "jahat.pdf"), READER)), DraftRefused)


def test_a_file_that_takes_too_long_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft_reading, "answer", never_end)
    seconds = [0.0]
    reading = DraftReading(Source(path=tmp_path / "lambat.pdf"), READER, clock=lambda: seconds[0])
    assert reading.poll() is None
    seconds[0] = LIMIT_S + 1
    assert isinstance(reading.poll(), DraftRefused)


def test_nothing_is_left_running_when_it_is_called_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft_reading, "answer", never_end)
    reading = DraftReading(Source(path=tmp_path / "lambat.pdf"), READER)
    process = reading._process.pid
    assert process is not None
    reading.close()
    assert not Path(f"/proc/{process}").exists()


def test_a_short_text_is_read_at_once_and_a_long_one_is_not() -> None:
    found = read_at_once(Source(text=DRAFT), READER)
    assert found is not None
    assert found.state.release.title == "Judul yang Pendek"
    assert read_at_once(Source(text=DRAFT * 1000), READER) is None
