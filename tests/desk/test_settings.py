from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
import pytest

from humas_desk.desk.settings import FORMATS, PDF_PROFILES, SPOILED_SUFFIX, Settings, load_settings, save_settings
from humas_desk.writers.pdf.profile import Profile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_without_a_file_there_are_defaults(path: Path) -> None:
    assert load_settings(path) == Settings()


def test_what_was_saved_is_loaded(path: Path) -> None:
    settings = Settings(
        default_office="kota",
        window_geometry="1200x700+10+10",
        window_maximised=True,
        export_formats=("docx",),
        zoom_percent=120,
    )
    save_settings(path, settings)
    assert load_settings(path) == settings


@given(folder=st.text(st.characters(exclude_categories=["Cs"])))
def test_any_folder_name_survives(folder: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.toml"
    save_settings(path, Settings(export_folder=folder))
    assert load_settings(path).export_folder == folder


@pytest.mark.parametrize("spoiled", [b"zoom_percent = ", b"\xff\xfe\x00", b"\x00" * 100])
def test_a_spoiled_file_gives_defaults_and_is_kept_aside(spoiled: bytes, path: Path) -> None:
    path.write_bytes(spoiled)
    assert load_settings(path) == Settings()
    assert not path.exists()
    assert path.with_name(path.name + SPOILED_SUFFIX).read_bytes() == spoiled


def test_a_value_of_another_type_is_passed_over_and_the_others_hold(path: Path) -> None:
    path.write_text(
        'default_office = 3\nzoom_percent = "groß"\npane_percent = 50\nwindow_maximised = 1\nfuture = [1]\n',
        encoding="utf-8",
    )
    assert load_settings(path) == Settings(pane_percent=50)


@pytest.mark.parametrize("formats", ['["xls"]', "[]", "[1, 2]"])
def test_formats_nobody_writes_are_not_offered(formats: str, path: Path) -> None:
    path.write_text(f"export_formats = {formats}\n", encoding="utf-8")
    assert load_settings(path).export_formats == FORMATS


def test_a_kind_of_pdf_that_nobody_writes_is_the_usual_one(path: Path) -> None:
    assert [profile.value for profile in Profile] == list(PDF_PROFILES)
    for written, loaded in (("plain", "plain"), ("huge", "archive")):
        path.write_text(f'pdf_profile = "{written}"\n', encoding="utf-8")
        assert load_settings(path).pdf_profile == loaded


def test_numbers_out_of_range_are_brought_back(path: Path) -> None:
    path.write_text("pane_percent = 99\nzoom_percent = -5\n", encoding="utf-8")
    assert load_settings(path) == Settings(pane_percent=70, zoom_percent=0)


def test_settings_that_are_a_folder_are_no_obstacle(path: Path) -> None:
    path.mkdir()
    assert load_settings(path) == Settings()
