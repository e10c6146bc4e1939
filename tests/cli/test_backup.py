from collections.abc import Callable
from dataclasses import replace
import json
from pathlib import Path

import pytest

from humas_desk import cli
from humas_desk.cli import DONE, HAS_ERRORS, UNREADABLE, USAGE, OpenWindow
from humas_desk.desk.desk import Desk
from humas_desk.desk.folders import Folders
from humas_desk.desk.one_desk import OneDesk
from humas_desk.desk.settings import Settings, save_settings

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def folders(root: Path, tmp_path: Path) -> Folders:
    return Folders(
        assets=root / "assets", templates=root / "templates", data=tmp_path / "data", documents=tmp_path / "documents"
    )


@pytest.fixture
def call(folders: Folders, capsys: pytest.CaptureFixture[str]) -> Call:
    def run(*arguments: str | Path, at: Folders | None = None) -> tuple[int, str, str]:
        asked = cli.parse(["backup", *map(str, arguments)], version=lambda: "")
        assert not isinstance(asked, OpenWindow)
        code = cli.run(asked, at or folders)
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def written(folders: Folders) -> str:
    """The title of a release that was written here."""
    desk = Desk(folders, threaded=False)
    desk.start().put("title", "Judul yang dicadangkan")
    desk.close()
    return "Judul yang dicadangkan"


def title(folders: Folders) -> str:
    desk = Desk(folders, threaded=False)
    found = desk.start().release.title
    desk.close()
    return found


@pytest.mark.usefixtures("written")
def test_a_backup_is_made_named_and_read_again(call: Call, folders: Folders) -> None:
    code, out, err = call("create")
    assert (code, err) == (DONE, "")
    path = Path(out.strip())
    assert path.parent == folders.backup
    assert call("list") == (DONE, out, "")
    assert call("verify") == (DONE, out, "")
    (facts,) = json.loads(call("list", "--json")[1])
    assert (facts["file"], facts["releases"], facts["bytes"]) == (str(path), 1, path.stat().st_size)


@pytest.mark.usefixtures("written")
def test_a_second_folder_gets_one_too_when_it_is_there(call: Call, folders: Folders, tmp_path: Path) -> None:
    save_settings(folders.settings_file, Settings(backup_folder=str(tmp_path / "stik")))
    assert len(call("create")[1].splitlines()) == 1
    (tmp_path / "stik").mkdir()
    assert {Path(line).parent for line in call("create")[1].splitlines()} == {folders.backup, tmp_path / "stik"}


def test_one_file_moves_everything_to_another_computer(
    call: Call, folders: Folders, tmp_path: Path, written: str
) -> None:
    code, out, _err = call("create", "--to", tmp_path / "pindah.humas-backup")
    assert (code, out.strip()) == (DONE, str(tmp_path / "pindah.humas-backup"))
    there = replace(folders, data=tmp_path / "laptop baru")
    assert call("restore", tmp_path / "pindah.humas-backup", at=there) == (DONE, f"{there.data}\n", "")
    assert title(there) == written


def test_what_is_here_is_set_aside_and_told(call: Call, folders: Folders, written: str) -> None:
    path = call("create")[1].strip()
    desk = Desk(folders, threaded=False)
    desk.start().put("title", "Sesudahnya")
    desk.close()
    code, _out, err = call("restore", path)
    assert code == DONE
    assert "sebelum-pemulihan-1" in err
    assert title(folders) == written


@pytest.mark.usefixtures("written")
def test_a_damaged_backup_is_named_and_not_restored(call: Call, folders: Folders) -> None:
    path = Path(call("create")[1].strip())
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)
    code, out, err = call("verify")
    assert (code, out) == (HAS_ERRORS, "")
    assert err.startswith(f"{path}: ")
    assert call("restore", path)[0] == HAS_ERRORS
    assert call("verify", folders.data / "tidak-ada")[0] == UNREADABLE
    assert call("restore", folders.data / "tidak-ada")[0] == UNREADABLE


def test_where_nothing_was_written_there_is_nothing_to_do(call: Call) -> None:
    assert call("list") == (DONE, "", "")
    assert call("create")[0] == UNREADABLE


@pytest.mark.usefixtures("written")
def test_nothing_is_restored_under_an_open_window(call: Call, folders: Folders) -> None:
    path = call("create")[1].strip()
    with OneDesk(folders.data):
        assert call("restore", path)[0] == UNREADABLE


@pytest.mark.parametrize(
    "arguments", [(), ("copy",), ("restore",), ("restore", "a", "b"), ("list", "a"), ("list", "--to", "a"), ("create", "--now")]
)  # fmt: skip
def test_a_mistake_is_told_with_a_way_to_help(call: Call, arguments: tuple[str, ...]) -> None:
    code, out, err = call(*arguments)
    assert (code, out) == (USAGE, "")
    assert "--help" in err


def test_help_tells_of_it(call: Call) -> None:
    code, out, _err = call("--help")
    assert code == DONE
    assert "backup restore" in out
