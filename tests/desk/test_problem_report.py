from io import BytesIO
import zipfile

from humas_desk.desk.folders import Folders
from humas_desk.desk.problem_report import MOST_BYTES, problem_report


def test_a_report_holds_the_log_and_the_versions_and_no_release(folders: Folders) -> None:
    folders.log.mkdir(parents=True)
    (folders.log / "humas-desk.log").write_text("INFO started\n", encoding="utf-8")
    (folders.data / "archive.sqlite3").write_bytes(b"secret text")
    (folders.data / "settings.toml").write_text('initials = "dl"', encoding="utf-8")
    data = problem_report(folders, {"tk": "8.6"})
    with zipfile.ZipFile(BytesIO(data)) as report:
        assert sorted(report.namelist()) == ["log/humas-desk.log", "versions.txt"]
        said = report.read("versions.txt").decode()
    assert "tk 8.6" in said
    assert "python " in said
    assert str(folders.data) not in said


def test_a_report_stays_small_and_needs_no_log(folders: Folders) -> None:
    empty = problem_report(folders, {})
    folders.log.mkdir(parents=True)
    (folders.log / "a.log").write_bytes(b"x" * (MOST_BYTES + 10))
    (folders.log / "b.log").write_bytes(b"y")
    with zipfile.ZipFile(BytesIO(problem_report(folders, {}))) as report:
        assert report.namelist() == ["versions.txt", "log/a.log"]
        assert len(report.read("log/a.log")) == MOST_BYTES
    assert empty
