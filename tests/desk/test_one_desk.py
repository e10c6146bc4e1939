from pathlib import Path
import subprocess
import sys
import threading

import pytest

from humas_desk.desk import one_desk
from humas_desk.desk.one_desk import Call, OneDesk, answer_call, call_first_window
from humas_desk.errors import DataReadOnly, DeskInUse, HumasError

HOLDER = """
import sys
from pathlib import Path
from humas_desk.desk.one_desk import OneDesk

with OneDesk(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_window_is_told_and_a_killed_first_one_leaves_the_way_free(tmp_path: Path, root: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={"PYTHONPATH": str(root)},
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        with pytest.raises(DeskInUse), OneDesk(tmp_path):
            pass
        process.kill()
    with OneDesk(tmp_path):
        pass


def test_leaving_gives_the_folder_back(tmp_path: Path) -> None:
    with OneDesk(tmp_path / "new"), pytest.raises(DeskInUse), OneDesk(tmp_path / "new"):
        pass
    with OneDesk(tmp_path / "new"):
        pass


def test_a_data_folder_that_cannot_be_made_has_a_name(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(HumasError), OneDesk(tmp_path / "file" / "data"):
        pass


def test_a_data_folder_that_may_not_be_written_is_named_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path, _mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        with pytest.raises(DataReadOnly) as caught, OneDesk(tmp_path):
            pass
    assert caught.value.path == tmp_path


def test_a_system_that_refuses_the_lock_means_that_it_is_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_file: object) -> None:
        raise PermissionError(13, "Permission denied")  # as msvcrt.locking says it

    monkeypatch.setattr(one_desk, "_lock", refuse)
    with pytest.raises(DeskInUse), OneDesk(tmp_path):
        pass


@pytest.mark.parametrize("name", ["", "rilis é.humas"])
def test_a_second_start_calls_the_first_window_which_hears_it_once(tmp_path: Path, name: str) -> None:
    assert answer_call(tmp_path) is None
    heard: list[Call] = []

    def first_window() -> None:
        while not heard:
            call = answer_call(tmp_path)
            heard.extend([] if call is None else [call])

    window = threading.Thread(target=first_window)
    window.start()
    file = tmp_path / name if name else None
    assert call_first_window(tmp_path, file, patience_s=30)
    window.join()
    assert heard == [Call(file=file)]
    assert answer_call(tmp_path) is None


def test_a_window_that_does_not_hear_is_not_called_later(tmp_path: Path) -> None:
    assert not call_first_window(tmp_path, None, patience_s=0)
    assert answer_call(tmp_path) is None
