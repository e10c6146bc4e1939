"""`humas-desk import`, and `export` of drafts."""

from dataclasses import replace
import json
from pathlib import Path

import pytest

from humas_desk import cli
from humas_desk.cli import Import, OpenWindow
from humas_desk.desk.folders import Folders
from humas_desk.desk.history import State
from humas_desk.desk.opening import open_file, save_copy
from humas_desk.release.blocks import Quote
from tests.desk.makes import a_picture, a_release
from tests.intake.drafting import LEAD, TITLE

CLEAR = f"{TITLE}\n|\nContoh, 18 November 2025 - {LEAD}\n\n“Kami siap,” ujar Sari Wulandari, Ketua Panitia.\n"


@pytest.fixture
def folders(root: Path, tmp_path: Path) -> Folders:
    return Folders(
        assets=root / "assets", templates=root / "templates", data=tmp_path / "data", documents=tmp_path / "documents"
    )


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draf.txt"
    path.write_text(CLEAR, encoding="utf-8")
    return path


def run(folders: Folders, *arguments: str | Path) -> int:
    command = cli.parse([str(argument) for argument in arguments], version=lambda: "1.2.3")
    assert not isinstance(command, OpenWindow)
    return cli.run(command, folders)


def test_an_import_wants_files_and_something_to_do_with_them(folders: Folders) -> None:
    asked = cli.parse(["import", "a.txt", "--json", "--to", "out"], version=lambda: "1")
    assert asked == Import(files=(Path("a.txt"),), to=Path("out"), json=True)
    assert run(folders, "import") == cli.USAGE
    assert run(folders, "import", "a.txt") == cli.USAGE


def test_a_draft_is_listed_with_its_release_what_was_dropped_and_what_is_unsure(
    folders: Folders, draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folders, "import", draft, "--json") == cli.DONE
    (entry,) = json.loads(capsys.readouterr().out)
    assert entry["file"] == str(draft)
    assert entry["release"]["title"] == TITLE
    assert entry["release"]["dateline"] == {"city": "Contoh", "date": "2025-11-18"}
    assert entry["release"]["blocks"][1]["verb"] == "ujar"
    assert [one["text"] for one in entry["dropped"]] == ["|"]
    assert entry["unsure"] == []


def test_a_draft_is_written_as_a_release_and_doubts_are_told(
    folders: Folders, draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft.write_text(CLEAR.replace("18 November 2025", "Rabu, 18 November 2025"), encoding="utf-8")
    assert run(folders, "import", draft, draft, "--to", tmp_path / "out") == cli.HAS_ERRORS
    said = capsys.readouterr()
    first, second = map(Path, said.out.splitlines())
    assert first != second
    assert isinstance(open_file(first).state.release.blocks[1], Quote)
    assert f"{draft}: dateline.date: " in said.err


def test_what_cannot_be_read_is_told_and_the_others_go_on(
    folders: Folders, draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folders, "import", tmp_path / "none.txt", draft, "--json") == cli.UNREADABLE
    said = capsys.readouterr()
    assert len(json.loads(said.out)) == 1
    assert "none.txt" in said.err


def test_a_release_of_our_own_is_brought_in_as_it_is(
    folders: Folders, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "rilis.humas"
    save_copy(path, State(release=a_release(), photos={"foto.jpg": a_picture()}))
    assert run(folders, "import", path, "--json") == cli.DONE
    (entry,) = json.loads(capsys.readouterr().out)
    assert entry["release"]["title"] == a_release().title
    assert entry["dropped"] == entry["unsure"] == []


def test_an_export_takes_a_draft(
    folders: Folders, draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folders, "export", draft, "--to", tmp_path / "out", "--format", "docx") == cli.DONE
    (path,) = capsys.readouterr().out.splitlines()
    assert Path(path).name == f"2025-11-18 {TITLE}.docx"


def test_what_was_written_on_since_an_earlier_import_stays(
    folders: Folders, draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    run(folders, "import", draft, "--to", out)
    run(folders, "import", draft, "--to", out)
    assert len(list(out.iterdir())) == 1
    (path,) = out.iterdir()
    state = open_file(path).state
    edited = replace(state, release=replace(state.release, subtitle="Ditulis kemudian"))
    save_copy(path, edited)
    capsys.readouterr()
    assert run(folders, "import", draft, "--to", out) == cli.DONE
    (second,) = capsys.readouterr().out.splitlines()
    assert open_file(path).state.release == edited.release
    assert open_file(Path(second)).state.release == state.release
