from pathlib import Path
import sys

import pytest

from humas_desk import paths


def test_the_source_trees_folders_stand_beside_the_package(root: Path) -> None:
    assert paths.assets() == root / "assets"
    assert paths.templates() == root / "templates"


def test_the_user_may_choose_the_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HUMAS_DESK_DATA", str(tmp_path / "x"))
    assert paths.data() == tmp_path / "x"
    monkeypatch.setenv("HUMAS_DESK_DATA", "relative")
    assert paths.data() == Path.cwd() / "relative"
    monkeypatch.setenv("HUMAS_DESK_DATA", "")
    assert paths.data().name == "Humas Desk"


@pytest.mark.parametrize("inside", ["humas_desk", "."])
def test_a_frozen_program_finds_its_folders_in_its_bundle(
    inside: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("assets", "templates"):
        (tmp_path / inside / name).mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.assets() == tmp_path / inside / "assets"
    assert paths.templates() == tmp_path / inside / "templates"


def test_the_documents_folder_is_the_platforms() -> None:
    assert paths.documents().is_absolute()
