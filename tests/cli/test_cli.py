from collections.abc import Sequence
from dataclasses import dataclass, replace
import io
import json
from pathlib import Path
import subprocess
import sys

import pytest

from humas_desk import cli
from humas_desk.cli import Export, OpenWindow, Sample, Say
from humas_desk.desk.folders import Folders
from humas_desk.desk.history import State
from humas_desk.desk.offices import save_office
from humas_desk.desk.opening import Opened, open_file, save_copy
from humas_desk.desk.settings import Settings, save_settings
from humas_desk.release.office_file import office_toml
from tests.desk.makes import a_picture, a_release, an_office

NAME = "2026-05-04 Bawaslu Mengajak Warga Mengawasi"


@dataclass(frozen=True)
class Said:
    """What one call gave."""

    code: int
    out: str
    err: str


@pytest.fixture
def folders(root: Path, tmp_path: Path) -> Folders:
    return Folders(
        assets=root / "assets", templates=root / "templates", data=tmp_path / "data", documents=tmp_path / "documents"
    )


class Desk:
    """Calls of the command line with one data folder."""

    def __init__(self, folders: Folders, capsys: pytest.CaptureFixture[str]) -> None:
        self._folders = folders
        self._capsys = capsys

    def call(self, *arguments: str | Path) -> Said:
        command = cli.parse([str(argument) for argument in arguments], version=lambda: "1.2.3")
        assert not isinstance(command, OpenWindow)
        code = cli.run(command, self._folders)
        said = self._capsys.readouterr()
        return Said(code, said.out, said.err)


@pytest.fixture
def desk(folders: Folders, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(folders, capsys)


@pytest.fixture
def release(tmp_path: Path) -> Path:
    path = tmp_path / "rilis.humas"
    save_copy(path, State(release=a_release(), photos={"foto.jpg": a_picture()}))
    return path


def parsed(*arguments: str) -> cli.OpenWindow | cli.Asked:
    return cli.parse(arguments, version=lambda: "1.2.3")


# what is asked


def test_without_arguments_the_window_is_asked_for() -> None:
    assert parsed() == OpenWindow()
    assert parsed("a b.humas") == OpenWindow(file=Path("a b.humas"))
    assert parsed("--", "-x.humas") == OpenWindow(file=Path("-x.humas"))


def test_an_export_takes_its_options_in_any_order_and_both_spellings() -> None:
    assert parsed("export", "--to=out", "a.humas", "--format", "DOCX, pdf,pdf", "b.json", "--gate", "--json") == Export(
        files=(Path("a.humas"), Path("b.json")), to=Path("out"), formats=("docx", "pdf"), gate=True, json=True
    )
    assert parsed("export", "a", "--to", "o", "--office", "kota", "--template", "t", "--letterhead", "blank") == Export(
        files=(Path("a"),), to=Path("o"), office="kota", template="t", blank=True
    )
    assert parsed("export", "--to", "o", "--", "--odd name") == Export(files=(Path("--odd name"),), to=Path("o"))


def test_a_sample_needs_only_its_folder() -> None:
    assert parsed("sample", "--to", "x") == Sample(to=Path("x"))


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["export", "--to", "x"], "file rilis"),
        (["export", "a"], "--to"),
        (["export", "a", "--to"], "--to"),
        (["export", "a", "--to", "--json"], "--to"),
        (["export", "a", "--to="], "--to"),
        (["export", "a", "--to", "x", "--format", "xls"], "xls"),
        (["export", "a", "--to", "x", "--format", ","], "--format"),
        (["export", "a", "--to", "x", "--letterhead", "none"], "none"),
        (["export", "a", "--to", "x", "--colour"], "--colour"),
        (["export", "a", "--to", "x", "--json=1"], "--json=1"),
        (["sample"], "--to"),
        (["sample", "a", "--to", "x"], "a"),
        (["sample", "--to", "x", "--gate"], "--gate"),
        (["a.humas", "b.humas"], "b.humas"),
        (["--nothing"], "--nothing"),
    ],
)
def test_a_mistake_in_the_command_is_told_in_indonesian_with_exit_code_2(
    arguments: Sequence[str], word: str, desk: Desk
) -> None:
    said = desk.call(*arguments)
    assert (said.code, said.out) == (2, "")
    assert word in said.err
    assert not set(said.err.lower().split()) & {"the", "error", "is", "usage:", "argument"}


def test_help_and_version_are_written_to_stdout(desk: Desk) -> None:
    assert desk.call("--version") == Said(0, "Humas Desk 1.2.3\n", "")
    said = desk.call("--help")
    assert (said.code, said.err) == (0, "")
    assert "jendela" in said.out
    assert desk.call("export", "--help").out == said.out
    for option in ("--to", "--format", "--office", "--template", "--letterhead", "--gate", "--json"):
        assert option in said.out


def test_say_is_a_plain_value() -> None:
    assert parsed("--version") == Say(text="Humas Desk 1.2.3")


# export


def test_an_export_writes_both_copies_and_prints_only_their_paths(desk: Desk, release: Path, tmp_path: Path) -> None:
    said = desk.call("export", release, "--to", tmp_path / "out")
    assert said.code == 0
    assert said.out.splitlines() == [str(tmp_path / "out" / f"{NAME}.{form}") for form in ("pdf", "docx")]
    assert all(Path(line).is_file() for line in said.out.splitlines())
    assert said.err.splitlines()[0].startswith(f"{release}: office: ")


def test_json_is_one_list_and_nothing_else(desk: Desk, release: Path, tmp_path: Path) -> None:
    said = desk.call("export", release, tmp_path / "gone.humas", "--to", tmp_path / "ö ✓", "--format", "pdf", "--json")
    assert json.loads(said.out) == [str(tmp_path / "ö ✓" / f"{NAME}.pdf")]
    assert said.code == 3
    assert json.loads(desk.call("export", tmp_path / "gone", "--to", tmp_path, "--json").out) == []


def test_an_error_in_one_release_stops_only_that_one(desk: Desk, release: Path, tmp_path: Path) -> None:
    empty = tmp_path / "kosong.humas"
    save_copy(empty, State(release=a_release("")))
    said = desk.call("export", empty, release, "--to", tmp_path / "out", "--format", "pdf")
    assert said.code == 1
    assert said.out.splitlines() == [str(tmp_path / "out" / f"{NAME}.pdf")]
    assert any(line.startswith(f"{empty}: title: ") for line in said.err.splitlines())


def test_warnings_are_told_and_the_files_written(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "kecil.humas"
    save_copy(path, State(release=a_release(), photos={"foto.jpg": a_picture(size=(300, 200))}))
    said = desk.call("export", path, "--to", tmp_path / "out")
    assert said.code == 0
    assert len(said.out.splitlines()) == 2
    assert any(line.startswith(f"{path}: blocks[2].files[0]: ") for line in said.err.splitlines())


def test_releases_of_one_name_do_not_overwrite_each_other(desk: Desk, release: Path, tmp_path: Path) -> None:
    said = desk.call("export", release, release, "--to", tmp_path / "out", "--format", "pdf")
    assert [Path(line).name for line in said.out.splitlines()] == [f"{NAME}.pdf", f"{NAME} (2).pdf"]
    assert desk.call("export", release, release, "--to", tmp_path / "out", "--format", "pdf").out == said.out


def test_a_fault_of_the_program_in_one_release_stops_only_that_one(
    desk: Desk, release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(path: Path) -> Opened:
        if path.name == "aneh.humas":
            raise ZeroDivisionError("rahasia")
        return open_file(path)

    monkeypatch.setattr("humas_desk.desk.opening.open_file", faulty)
    said = desk.call("export", tmp_path / "aneh.humas", release, "--to", tmp_path / "out", "--format", "pdf")
    assert said.code == 3
    assert said.out.splitlines() == [str(tmp_path / "out" / f"{NAME}.pdf")]
    assert said.err.startswith(f"{tmp_path / 'aneh.humas'}: ")
    assert "rahasia" not in said.err


def test_a_release_that_was_not_written_takes_no_name(desk: Desk, release: Path, tmp_path: Path) -> None:
    bad = tmp_path / "aneh.humas"
    save_copy(bad, State(release=replace(a_release(), blocks=())))
    said = desk.call("export", bad, release, "--to", tmp_path / "out", "--format", "pdf")
    assert said.out.splitlines() == [str(tmp_path / "out" / f"{NAME}.pdf")]


@pytest.mark.parametrize("content", ["version = 1\n[roles.body]\nsize_pt = 99\n", "version = 9", "[roles"])
def test_what_is_wrong_in_another_file_is_told_with_that_file(
    content: str, desk: Desk, folders: Folders, release: Path, tmp_path: Path
) -> None:
    spoiled = folders.own_templates / "rusak" / "template.toml"
    spoiled.parent.mkdir(parents=True)
    spoiled.write_text(f'format = "humas-desk/template"\n{content}', encoding="utf-8")
    said = desk.call("export", release, "--to", tmp_path / "out", "--template", "rusak")
    assert (said.code, said.out) == (3, "")
    assert said.err.startswith(f"{release}: {spoiled}: ")


@pytest.mark.parametrize(
    "content", [b"", b"hello", b"PK\x03\x04", b"{}", b'{"format": "humas-desk/release", "version": 9}']
)
def test_a_file_that_is_none_of_ours_is_told_without_a_traceback(content: bytes, desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "lain.humas"
    path.write_bytes(content)
    said = desk.call("export", path, "--to", tmp_path / "out")
    assert (said.code, said.out) == (3, "")
    assert said.err.startswith(f"{path}: ")
    assert "Traceback" not in said.err


def test_a_wrong_value_is_told_with_its_place(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "salah.json"
    path.write_text('{"format": "humas-desk/release", "version": 1, "title": 3, "blocks": []}', encoding="utf-8")
    assert desk.call("export", path, "--to", tmp_path).err.startswith(f"{path}: title: ")


def test_a_spoiled_picture_stops_its_release(desk: Desk, tmp_path: Path, release: Path) -> None:
    bad = tmp_path / "b"
    bad.mkdir()
    (bad / "release.json").write_bytes(release_json())
    (bad / "foto.jpg").write_bytes(b"spoiled")
    said = desk.call("export", bad / "release.json", "--to", tmp_path / "out")
    assert (said.code, said.out) == (3, "")
    assert "foto.jpg" in said.err
    assert release.exists()


def release_json() -> bytes:
    from humas_desk.release.codec import encode_release

    return encode_release(a_release())


def test_a_folder_that_cannot_be_written_is_told(desk: Desk, release: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    said = desk.call("export", release, "--to", tmp_path / "file")
    assert (said.code, said.out) == (3, "")
    assert "Traceback" not in said.err


# office and template


def test_the_office_comes_from_the_command_else_the_data_folder_else_the_sample(
    desk: Desk, folders: Folders, release: Path, tmp_path: Path
) -> None:
    to = ("--to", str(tmp_path / "out"), "--format", "pdf")
    pdf = tmp_path / "out" / f"{NAME}.pdf"
    desk.call("export", release, *to)
    sample = pdf.read_bytes()
    (tmp_path / "office.toml").write_text(office_toml(an_office().office), encoding="utf-8")
    said = desk.call("export", release, *to, "--office", tmp_path / "office.toml")
    by_file = pdf.read_bytes()
    assert said.err == ""
    assert by_file != sample
    desk.call("export", release, *to, "--office", tmp_path)
    assert pdf.read_bytes() == by_file
    saved = save_office(folders, an_office())
    assert desk.call("export", release, *to, "--office", saved.name).code == 0
    assert pdf.read_bytes() == by_file
    save_settings(folders.settings_file, Settings(default_office=saved.name))
    assert desk.call("export", release, *to).err == ""
    assert pdf.read_bytes() == by_file


def test_an_office_or_template_that_is_not_there_is_told(desk: Desk, release: Path, tmp_path: Path) -> None:
    said = desk.call("export", release, "--to", tmp_path / "out", "--office", "tidak-ada")
    assert (said.code, said.out) == (2, "")
    assert "tidak-ada" in said.err
    said = desk.call("export", release, "--to", tmp_path / "out", "--template", "tidak-ada")
    assert (said.code, said.out) == (2, "")
    assert "tidak-ada" in said.err
    said = desk.call("export", release, release, "--to", tmp_path / "out", "--office", tmp_path / "gone.toml")
    assert (said.code, said.out) == (3, "")
    assert said.err.startswith(f"{tmp_path / 'gone.toml'}: ")
    assert len(said.err.splitlines()) == 1


def test_a_pre_printed_letterhead_makes_another_file(desk: Desk, release: Path, tmp_path: Path) -> None:
    desk.call("export", release, "--to", tmp_path / "a", "--format", "pdf")
    desk.call("export", release, "--to", tmp_path / "b", "--format", "pdf", "--letterhead", "blank")
    assert (tmp_path / "a" / f"{NAME}.pdf").read_bytes() != (tmp_path / "b" / f"{NAME}.pdf").read_bytes()


def test_the_gate_lets_a_release_without_errors_through(desk: Desk, release: Path, tmp_path: Path) -> None:
    assert desk.call("export", release, "--to", tmp_path / "out", "--gate").code == 0


# sample


def test_the_sample_is_written_and_every_file_of_it_exports(desk: Desk, tmp_path: Path) -> None:
    said = desk.call("sample", "--to", tmp_path / "contoh")
    written = [Path(line) for line in said.out.splitlines()]
    assert (said.code, said.err) == (0, "")
    assert {path.name for path in written} >= {"office.toml", "contoh.humas", "contoh.json"}
    assert {path.name for path in (tmp_path / "contoh").glob("*.toml")} == {"office.toml"}
    office = tmp_path / "contoh" / "office.toml"
    for name in ("contoh.humas", "contoh.json"):
        done = desk.call("export", tmp_path / "contoh" / name, "--to", tmp_path / name[7:], "--office", office)
        assert (done.code, done.err) == (0, "")
    one, two = (min(tmp_path.glob(f"{name}/*.pdf")).read_bytes() for name in ("humas", "json"))
    assert one == two


def test_a_sample_that_cannot_be_written_is_told(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert desk.call("sample", "--to", tmp_path / "file").code == 3


# streams


def test_both_streams_speak_utf8_whatever_the_system_says(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="cp1252", errors="strict", newline="\n"))
    cli.speak_utf8()
    sys.stdout.write("“✓”\ud800\n")
    sys.stdout.flush()
    assert raw.getvalue() == "“✓”\\ud800\n".encode()


def test_a_program_without_a_console_says_nothing_and_does_not_fail(
    monkeypatch: pytest.MonkeyPatch, folders: Folders, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    cli.speak_utf8()
    assert cli.run(Sample(to=tmp_path / "x"), folders) == 0
    assert cli.run(Say(text="x", code=2), folders) == 2


# the whole program


def run_program(root: Path, data: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "humas_desk", *arguments],
        capture_output=True,
        check=False,
        env={"PYTHONPATH": str(root), "HUMAS_DESK_DATA": str(data), "LC_ALL": "C", **environment},
        encoding="utf-8",
        timeout=100,
    )


def test_without_a_display_one_sentence_is_said_with_exit_code_2(root: Path, tmp_path: Path) -> None:
    if sys.platform in ("win32", "darwin"):
        pytest.skip("there is always a display")
    done = run_program(root, tmp_path, DISPLAY="")
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert "layar" in done.stderr


def test_a_display_that_does_not_answer_is_no_display(root: Path, tmp_path: Path) -> None:
    if sys.platform in ("win32", "darwin"):
        pytest.skip("there is always a display")
    done = run_program(root, tmp_path, DISPLAY=":4711")
    assert (done.returncode, done.stdout) == (2, "")
    assert "layar" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_program_exports_with_utf8_also_in_a_c_locale(root: Path, tmp_path: Path, release: Path) -> None:
    done = run_program(
        root, tmp_path / "data", "export", str(release), "--to", str(tmp_path / "keluar ✓"), "--format", "pdf"
    )
    assert done.returncode == 0
    assert done.stdout == f"{tmp_path}/keluar ✓/{NAME}.pdf\n"
