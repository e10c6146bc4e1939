"""`humas-desk check`: findings of releases and texts, fixes into another file, the gate of an export."""

import datetime as dt
import json
from pathlib import Path

import pytest

from humas_desk import cli
from humas_desk.archive.archive import open_archive
from humas_desk.archive.people import PersonRow, save_person
from humas_desk.cli import Check, OpenWindow, Say
from humas_desk.desk.checking import HouseStyle, save_style, style_file
from humas_desk.desk.folders import Folders
from humas_desk.desk.offices import OfficeEntry, save_office
from humas_desk.desk.saving import write_atomically
from humas_desk.release.blocks import Paragraph
from humas_desk.release.codec import decode_release, encode_release
from humas_desk.release.container import Bundle, bundle_bytes, read_bundle
from humas_desk.release.office import Office
from humas_desk.release.person import Contact
from humas_desk.release.release import Ignored, Kind, Release

TEXT = "Warga meminta ijin.\nPetugas membahas sigablor.\n"


@pytest.fixture
def folders(root: Path, tmp_path: Path) -> Folders:
    return Folders(
        assets=root / "assets", templates=root / "templates", data=tmp_path / "data", documents=tmp_path / "documents"
    )


def call(folders: Folders, *arguments: str | Path) -> int:
    asked = cli.parse([str(argument) for argument in arguments], version=lambda: "1.2.3")
    assert not isinstance(asked, OpenWindow)
    return cli.run(asked, folders)


def a_release(text: str, **more: object) -> Release:
    return Release(id="r", title="Bawaslu Gelar Apel", blocks=(Paragraph(id="a", text=text),), **more)  # type: ignore[arg-type]


def test_a_text_is_told_line_by_line(folders: Folders, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "naskah.txt"
    file.write_text(TEXT, encoding="utf-8")
    assert call(folders, "check", file) == cli.HAS_ERRORS
    said = capsys.readouterr()
    assert said.out == ""
    first, second = said.err.splitlines()
    assert first.startswith(f"{file}: 1: K69 “ijin”")
    assert second.startswith(f"{file}: 2: S02 “sigablor”")


def test_findings_as_json_are_one_list(folders: Folders, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text, release = tmp_path / "naskah.txt", tmp_path / "release.json"
    text.write_bytes(b"\xef\xbb\xbf" + b"Warga menyusun jdwal.")
    release.write_bytes(encode_release(a_release("Warga *minta* ijin.")))
    assert call(folders, "check", text, release, "--json") == cli.HAS_ERRORS
    first, second = json.loads(capsys.readouterr().out)
    assert first.keys() == {
        "file", "place", "start", "end", "text", "rule", "severity", "definite", "message", "replacements",
    }  # fmt: skip
    assert (first["file"], first["place"], first["rule"], first["severity"]) == (str(text), "", "S01", "warning")
    assert "jadwal" in first["replacements"]
    assert (second["place"], second["start"], second["end"]) == ("blocks[0].text", 14, 18)
    assert (second["definite"], second["replacements"]) == (True, ["izin"])


def test_a_clean_file_has_no_findings(folders: Folders, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "naskah.txt"
    file.write_text("Warga meminta izin.\n", encoding="utf-8")
    assert call(folders, "check", file, "--json") == cli.DONE
    assert json.loads(capsys.readouterr().out) == []


def test_fixes_go_into_another_file(folders: Folders, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, to = tmp_path / "naskah.txt", tmp_path / "baru" / "mend.txt"
    to.parent.mkdir()
    file.write_text(TEXT, encoding="utf-8")
    assert call(folders, "check", "--fix", file, "--to", to) == cli.DONE
    assert capsys.readouterr().out == f"{to}\n"
    assert to.read_text(encoding="utf-8") == TEXT.replace("ijin", "izin")
    assert file.read_text(encoding="utf-8") == TEXT


def test_a_release_is_fixed_place_by_place(folders: Folders, tmp_path: Path) -> None:
    file, to, bundle = tmp_path / "a.json", tmp_path / "b.json", tmp_path / "b.humas"
    file.write_bytes(encode_release(a_release("Warga **minta** ijin.", about="Kantor propinsi.")))
    assert call(folders, "check", "--fix", file, "--to", to) == cli.DONE
    fixed = decode_release(to.read_bytes(), to)
    assert fixed.blocks[0] == Paragraph(id="a", text="Warga **minta** izin.")
    assert fixed.about == "Kantor provinsi."
    assert call(folders, "check", "--fix", file, "--to", bundle) == cli.DONE
    assert read_bundle(bundle).release == fixed


def test_what_cannot_be_fixed_alone_is_left_and_told(folders: Folders, tmp_path: Path) -> None:
    file, to = tmp_path / "a.txt", tmp_path / "b.txt"
    file.write_text("Laporan pelapor Budi Santoso lengkap.", encoding="utf-8")
    assert call(folders, "check", "--fix", file, "--to", to) == cli.HAS_ERRORS
    assert to.read_text(encoding="utf-8") == "Laporan pelapor Budi Santoso lengkap."


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00", b"PK\x03\x04 no zip"])
def test_a_file_that_cannot_be_read_is_told(
    folders: Folders, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None
) -> None:
    file, good = tmp_path / "a.txt", tmp_path / "b.txt"
    if content is not None:
        file.write_bytes(content)
    good.write_text("Warga meminta izin.", encoding="utf-8")
    assert call(folders, "check", file, good) == cli.UNREADABLE
    assert capsys.readouterr().err.startswith(f"{file}: ")
    assert call(folders, "check", "--fix", file, "--to", tmp_path / "c.txt") == cli.UNREADABLE


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--fix", "a.txt"),
        ("a.txt", "--to", "b.txt"),
        ("--fix", "a.txt", "b.txt", "--to", "c.txt"),
        ("--x", "a.txt"),
    ],
)
def test_a_wrong_call_is_told(arguments: tuple[str, ...]) -> None:
    asked = cli.parse(["check", *arguments], version=lambda: "")
    assert isinstance(asked, Say)
    assert asked.code == cli.USAGE


def test_what_was_asked_is_read() -> None:
    assert cli.parse(["check", "a.txt", "--json"], version=lambda: "") == Check(files=(Path("a.txt"),), json=True)
    asked = cli.parse(["check", "--fix", "a.txt", "--to", "b.txt"], version=lambda: "")
    assert asked == Check(files=(Path("a.txt"),), to=Path("b.txt"))


def test_ignored_findings_and_the_office_s_words_are_left_out(folders: Folders, tmp_path: Path) -> None:
    save_style(style_file(folders, "contoh"), HouseStyle(words=("sigablor",)))
    ignored = (Ignored(place="blocks[0].text", rule="K69", reason="Nama program"),)
    file = tmp_path / "a.humas"
    release = a_release("Program Ijin dan sigablor berjalan. Ada ijin.", office="contoh", ignored=ignored)
    file.write_bytes(bundle_bytes(Bundle(release=release, photos={})))
    assert call(folders, "check", file) == cli.DONE


def test_the_gate_of_an_export_counts_errors_of_the_house_style(
    folders: Folders, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, to = tmp_path / "a.json", tmp_path / "keluar"
    file.write_bytes(encode_release(a_release("Warga meminta ijin.")))
    assert call(folders, "export", file, "--to", to, "--format", "pdf", "--gate") == cli.HAS_ERRORS
    assert "blocks[0].text: K69" in capsys.readouterr().err
    assert not to.exists() or not list(to.iterdir())
    assert call(folders, "export", file, "--to", to, "--format", "pdf") == cli.DONE
    left = (Ignored(place="blocks[0].text", rule="K69", reason="Kutipan surat"),)
    file.write_bytes(encode_release(a_release("Warga meminta ijin.", ignored=left)))
    assert call(folders, "export", file, "--to", to, "--format", "pdf", "--gate") == cli.DONE


def test_people_of_the_register_are_known(folders: Folders, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "naskah.txt"
    file.write_text("Warga menyapa jdwal di pasar.\n", encoding="utf-8")
    assert call(folders, "check", file) == cli.DONE
    assert "S01 “jdwal”" in capsys.readouterr().err
    folders.data.mkdir(parents=True, exist_ok=True)
    archive = open_archive(folders.data, write=write_atomically, now=lambda: dt.datetime.now(dt.UTC))
    save_person(archive, PersonRow(name="Jdwal"))
    archive.close()
    assert call(folders, "check", file) == cli.DONE
    assert capsys.readouterr().err == ""


def test_contacts_of_the_office_stand_under_its_press_releases(
    folders: Folders, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "siaran.json"
    file.write_bytes(encode_release(a_release("Apel digelar.", kind=Kind.PRESS, office="batu")))
    for contacts, is_told in (((), True), ((Contact(name="Dewi", phone="021"),), False)):
        save_office(folders, OfficeEntry(name="batu", office=Office(region="Kota Batu", contacts=contacts)))
        assert call(folders, "check", file) == cli.DONE
        assert ("D13" in capsys.readouterr().err) is is_told
