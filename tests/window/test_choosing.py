"""Where the system's dialogs begin."""

from pathlib import Path

import pytest
import ttkbootstrap as ttk

from humas_desk.ui.choosing import release_kinds, system_chooser


def test_the_first_dialog_begins_in_the_documents_and_each_other_where_the_last_one_ended(
    app: ttk.App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []

    def answer(_owner: object, **options: object) -> str:
        begun.append(str(options["initialdir"]))
        return str(tmp_path / "kandar" / "a.humas")

    monkeypatch.setattr(ttk.Querybox, "get_save_filename", answer)
    monkeypatch.setattr(ttk.Querybox, "get_open_filename", answer)
    chooser = system_chooser(tmp_path)
    assert chooser.save_file(app, "Simpan", "a.humas", ".humas") == tmp_path / "kandar" / "a.humas"
    chooser.open_file(app, "Buka", release_kinds())
    assert begun == [str(tmp_path), str(tmp_path / "kandar")]


def test_nothing_chosen_leaves_the_place(app: ttk.App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []

    def answer(_owner: object, **options: object) -> None:
        begun.append(str(options["initialdir"]))

    monkeypatch.setattr(ttk.Querybox, "get_open_filename", answer)
    chooser = system_chooser(tmp_path)
    assert chooser.open_file(app, "Buka", release_kinds()) is None
    assert chooser.open_file(app, "Buka", release_kinds()) is None
    assert begun == [str(tmp_path), str(tmp_path)]
