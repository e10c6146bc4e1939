"""What leaves the desk besides PDF and DOCX: texts, pages as pictures, the package."""

from dataclasses import replace
import errno
from io import BytesIO
from pathlib import Path

from PIL import Image as Pixels
import pytest

from humas_desk.desk.copying import copies
from humas_desk.desk.exports import package_stem, page_names
from humas_desk.desk.folders import Folders
from humas_desk.desk.packing import write_package
from humas_desk.desk.page_files import write_page_files
from humas_desk.desk.press import Press
from humas_desk.desk.requests import CopyRequest, Job, PackageRequest, PageFilesRequest
from humas_desk.desk.saving import write_folder
from humas_desk.errors import DiskFull, TargetReadOnly
from humas_desk.release.blocks import Paragraph, Photo, PhotoFile
from humas_desk.release.filename import is_bare_name
from humas_desk.release.naming import file_stem
from humas_desk.release.release import Release
from humas_desk.writers.text.whatsapp import WHATSAPP_LIMIT
from tests.desk.makes import a_picture, a_release, an_office

LONG_TITLE = "Pengawasan Partisipatif di Seluruh Kecamatan Berlangsung Tertib dan Lancar " * 3


@pytest.fixture
def press(folders: Folders) -> Press:
    return Press(folders)


def a_job(release: Release | None = None) -> Job:
    photos = {"foto.jpg": a_picture(), "lain.jpg": a_picture("red")}
    return Job(release=release or a_release(), photos=photos, office=an_office())


def long_release() -> Release:
    return replace(a_release(), blocks=tuple(Paragraph(id=f"p{n}", text="Kata demi kata. " * 60) for n in range(9)))


def a_package(folder: Path, release: Release | None = None) -> PackageRequest:
    job = a_job(release)
    return PackageRequest(job=job, folder=folder, stem=file_stem(job.release))


def test_the_texts_are_those_of_the_release_also_while_it_has_no_title(press: Press) -> None:
    copied = copies(3, CopyRequest(job=a_job()), press)
    assert copied.serial == 3
    assert copied.copies is not None
    assert "*Bawaslu Mengajak Warga Mengawasi*" in copied.copies.whatsapp
    assert "“Kami siap,”" in copied.copies.plain
    assert "<h1>Bawaslu Mengajak Warga Mengawasi</h1>" in copied.copies.html
    assert copied.copies.whatsapp_excess == 0
    unfinished = copies(4, CopyRequest(job=a_job(replace(a_release(), title=""))), press)
    assert unfinished.copies is not None
    assert unfinished.problems


def test_straight_quotes_are_for_the_page_only(press: Press) -> None:
    copied = copies(1, CopyRequest(job=a_job(), straight_quotes=True), press)
    assert copied.copies is not None
    assert '"Kami siap,"' in copied.copies.plain
    assert '"Kami siap,"' in copied.copies.html
    assert "“Kami siap,”" in copied.copies.whatsapp


def test_characters_that_no_font_draws_go_out_as_they_are(press: Press) -> None:
    copied = copies(1, CopyRequest(job=a_job(replace(a_release(), title="Selamat 🎉"))), press)
    assert copied.copies is not None
    assert "Selamat 🎉" in copied.copies.whatsapp


def test_a_message_that_is_too_long_says_by_how_much(press: Press) -> None:
    release = replace(a_release(), blocks=(Paragraph(id="p", text="a" * WHATSAPP_LIMIT),))
    copied = copies(1, CopyRequest(job=a_job(release)), press)
    assert copied.copies is not None
    assert copied.copies.whatsapp_excess == len(copied.copies.whatsapp) - WHATSAPP_LIMIT > 0


def test_pages_become_pictures_for_the_phone_the_same_every_time(
    press: Press, folders: Folders, tmp_path: Path
) -> None:
    request = PageFilesRequest(job=a_job(long_release()), folder=tmp_path / "a", stem="Rilis")
    first = write_page_files(request, press)
    again = write_page_files(replace(request, folder=tmp_path / "b"), Press(folders))
    assert [path.name for path in first.paths] == list(page_names("Rilis", len(first.paths)))
    assert len(first.paths) > 1
    assert [path.read_bytes() for path in first.paths] == [path.read_bytes() for path in again.paths]
    with Pixels.open(BytesIO(first.paths[0].read_bytes())) as picture:
        assert (picture.format, picture.mode, picture.size) == ("PNG", "RGB", (1240, 1753))
        assert picture.info["dpi"][0] == pytest.approx(150, abs=0.1)


def test_a_single_page_needs_no_number_and_never_replaces_a_file(press: Press, tmp_path: Path) -> None:
    request = PageFilesRequest(job=a_job(), folder=tmp_path, stem="Rilis", width_px=200)
    names = [write_page_files(request, press).paths[0].name for _time in range(3)]
    assert names == ["Rilis.png", "Rilis (2).png", "Rilis (3).png"]


def test_a_page_that_cannot_be_written_is_named(press: Press, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    request = PageFilesRequest(job=a_job(), folder=tmp_path / "file", stem="Rilis", width_px=200)
    result = write_page_files(request, press)
    assert result.error is not None
    assert result.paths == ()


def test_the_package_holds_everything_for_the_media_under_one_name(press: Press, tmp_path: Path) -> None:
    blocks = (
        Paragraph(id="p", text="Isi *miring*."),
        Photo(id="f", files=(PhotoFile(file="lain.jpg", alt="a"), PhotoFile(file="foto.jpg", alt="b"))),
        Photo(id="g", files=(PhotoFile(file="lain.jpg", alt="a"),)),
    )
    result = write_package(a_package(tmp_path, replace(a_release(), blocks=blocks)), press)
    stem = "2026-05-04 Bawaslu Mengajak Warga Mengawasi"
    assert result.folder == tmp_path / stem
    assert [path.name for path in result.paths] == [
        f"{stem}.pdf",
        f"{stem}.docx",
        f"{stem} - WhatsApp.txt",
        f"{stem}.png",
        f"{stem} - Foto 1.jpg",
        f"{stem} - Foto 2.jpg",
    ]
    assert sorted(result.paths) == sorted(result.folder.iterdir())
    assert "_miring_" in result.paths[2].read_text(encoding="utf-8")
    assert result.paths[4].read_bytes() == a_picture("red").data
    assert [path.name for path in tmp_path.iterdir()] == [stem]


def test_the_package_holds_the_pdf_that_the_settings_ask_for(press: Press, tmp_path: Path) -> None:
    archive, plain = (
        write_package(replace(a_package(tmp_path), pdf_profile=profile), press) for profile in ("archive", "plain")
    )
    assert archive.paths[0].stat().st_size > plain.paths[0].stat().st_size


def test_a_package_that_is_there_stays_and_the_next_one_is_counted(press: Press, tmp_path: Path) -> None:
    folders = [write_package(a_package(tmp_path), press).folder for _time in range(3)]
    assert all(folder is not None for folder in folders)
    stem = "2026-05-04 Bawaslu Mengajak Warga Mengawasi"
    assert [folder and folder.name for folder in folders] == [stem, f"{stem} (2)", f"{stem} (3)"]


def test_the_names_of_a_package_are_valid_and_short_on_every_system(press: Press, tmp_path: Path) -> None:
    result = write_package(a_package(tmp_path, replace(long_release(), title=f"A: “b”/c? {LONG_TITLE}")), press)
    assert result.folder is not None
    for path in (result.folder, *result.paths):
        assert is_bare_name(path.name)
        assert len(path.name) <= 120
        assert len(str(path)) <= 260


@pytest.mark.parametrize(
    ("folder", "most"), [("C:/Users/a/Documents", 100), ("C:/Users/" + "a" * 80, 69), ("C:/" + "a" * 300, 30)]
)
def test_a_long_folder_makes_the_package_s_name_shorter(folder: str, most: int) -> None:
    stem = package_stem(file_stem(replace(a_release(), title=LONG_TITLE)), Path(folder))
    assert len(stem) <= most
    assert stem.startswith("2026-05-04 Pengawasan")


def test_a_name_of_nothing_but_forbidden_characters_gets_another() -> None:
    assert package_stem("???", Path("C:/")) == "rilis"


def test_a_release_with_errors_leaves_no_package_and_no_pictures(press: Press, tmp_path: Path) -> None:
    release = replace(a_release(), title="")
    package = write_package(a_package(tmp_path / "out", release), press)
    pages = write_page_files(PageFilesRequest(job=a_job(release), folder=tmp_path / "out", stem="x"), press)
    assert package.paths == pages.paths == ()
    assert package.problems
    assert pages.problems
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_finished_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(_beside: Path, _path: Path) -> None:
        raise OSError(errno.EACCES, "denied")

    monkeypatch.setattr(Path, "replace", denied)
    with pytest.raises(TargetReadOnly):
        write_folder(tmp_path / "a", {"one.txt": b"1"})
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_told_of_the_file_it_was_about(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, _data: bytes) -> None:
        if path.name == "two.txt":
            raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr("humas_desk.desk.saving._write_through", full)
    with pytest.raises(DiskFull) as caught:
        write_folder(tmp_path / "a", {"one.txt": b"1", "two.txt": b"2"})
    assert caught.value.path == tmp_path / "a" / "two.txt"
    assert list(tmp_path.iterdir()) == []
