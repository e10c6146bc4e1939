from dataclasses import replace
from pathlib import Path

import pytest

from humas_desk.desk.folders import Folders
from humas_desk.desk.offices import (
    find_office,
    free_name,
    list_offices,
    load_office,
    office_from_file,
    sample_office,
    save_office,
    set_logo,
    without_logo,
)
from humas_desk.errors import BadContent, FileMissing, PictureRefused
from humas_desk.release.office import Office
from humas_desk.release.problems import ProblemCode, Severity
from tests.desk.makes import an_office, picture_bytes


def test_an_office_is_saved_under_its_regions_name_and_read_again(folders: Folders) -> None:
    saved = save_office(folders, an_office())
    assert saved.name == "kabupaten-contoh"
    assert load_office(folders, saved.name) == saved
    assert list_offices(folders).entries == (saved,)


def test_the_logo_is_kept_beside_the_office(folders: Folders) -> None:
    entry = set_logo(an_office(), picture_bytes(form="PNG"), Path("C:/logo kantor.png"))
    saved = save_office(folders, entry)
    assert saved.office.logo == "logo.png"
    again = load_office(folders, saved.name)
    assert again.logo == entry.logo
    assert save_office(folders, without_logo(again)).office.logo == ""
    assert load_office(folders, saved.name).logo is None


def test_a_logo_that_is_no_picture_is_refused(folders: Folders) -> None:
    with pytest.raises(PictureRefused):
        set_logo(an_office(), b"nothing", Path("logo.png"))
    assert list_offices(folders).entries == ()


def test_an_office_whose_logo_is_spoiled_is_used_without_it_and_says_so(folders: Folders) -> None:
    saved = save_office(folders, set_logo(an_office(), picture_bytes(form="PNG"), Path("logo.png")))
    (folders.offices / saved.name / "logo.png").write_bytes(b"no picture any more")
    found = find_office(folders, saved.name, None)
    assert found.entry.office == saved.office
    assert found.entry.logo is None
    assert [problem.code for problem in found.problems] == [ProblemCode.LOGO_SPOILED]
    assert list_offices(folders).errors == ()
    mended = save_office(folders, set_logo(found.entry, picture_bytes(form="PNG"), Path("baru.png")))
    assert find_office(folders, mended.name, None).problems == ()


def test_saving_again_keeps_the_name_and_another_office_of_the_region_gets_its_own(folders: Folders) -> None:
    saved = save_office(folders, an_office())
    assert save_office(folders, replace(saved, office=replace(saved.office, phone="021"))).name == saved.name
    assert save_office(folders, an_office()).name == "kabupaten-contoh-2"


@pytest.mark.parametrize(("region", "name"), [("", "kantor"), ("Con", "kantor-con"), ("Kota  Å/B", "kota-b")])
def test_folder_names_are_harmless_on_every_system(region: str, name: str, folders: Folders) -> None:
    assert free_name(folders, Office(region=region)) == name


def test_one_spoiled_office_does_not_hide_the_others(folders: Folders) -> None:
    saved = save_office(folders, an_office())
    bad = folders.offices / "rusak"
    bad.mkdir()
    (bad / "office.toml").write_text('format = "humas-desk/office"\nversion = 1\nlevel = "desa"\n', encoding="utf-8")
    found = list_offices(folders)
    assert found.entries == (saved,)
    assert [type(error) for error in found.errors] == [BadContent]


def test_a_release_gets_its_office_else_the_default_else_the_only_one_else_the_sample(folders: Folders) -> None:
    sample = find_office(folders, None, None)
    assert sample.entry == sample_office(folders)
    assert sample.entry.is_sample
    assert [(problem.code, problem.severity) for problem in sample.problems] == [
        (ProblemCode.OFFICE_SAMPLE, Severity.WARNING)
    ]
    one = save_office(folders, an_office())
    assert find_office(folders, None, None).entry == one
    two = save_office(folders, an_office())
    assert find_office(folders, None, two.name).entry == two
    assert find_office(folders, one.name, two.name).entry == one
    unknown = find_office(folders, "lain", two.name)
    assert unknown.entry == two
    assert [problem.code for problem in unknown.problems] == [ProblemCode.OFFICE_UNKNOWN]
    assert find_office(folders, None, None).entry == sample.entry


def test_a_logo_that_is_gone_is_a_warning_and_not_an_error(folders: Folders) -> None:
    saved = save_office(folders, set_logo(an_office(), picture_bytes(form="PNG"), Path("logo.png")))
    (folders.offices / saved.name / "logo.png").unlink()
    found = find_office(folders, saved.name, None)
    assert found.entry.logo is None
    assert save_office(folders, found.entry).office.logo == "logo.png"
    assert [problem.code for problem in found.problems] == [ProblemCode.LOGO_MISSING]


@pytest.mark.parametrize("logo", ["../office.toml", "C:\\\\logo.png", "\\\\\\\\host\\\\logo.png", "sub/logo.png"])
def test_a_logo_outside_the_offices_folder_is_never_read(logo: str, tmp_path: Path) -> None:
    path = tmp_path / "office.toml"
    path.write_text(f'format = "humas-desk/office"\nversion = 1\nlogo = "{logo}"\n', encoding="utf-8")
    with pytest.raises(BadContent) as caught:
        office_from_file(path)
    assert caught.value.place == "logo"


def test_an_office_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        office_from_file(tmp_path / "office.toml")
