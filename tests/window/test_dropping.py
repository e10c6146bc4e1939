from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
import threading

from PIL import Image
import pytest
import ttkbootstrap as ttk

from humas_desk.desk.desk import Desk
from humas_desk.desk.history import State
from humas_desk.desk.opening import save_copy
from humas_desk.desk.saving import read_bytes
from humas_desk.errors import HumasError
from humas_desk.release.blocks import Photo
from humas_desk.release.release import Release
from humas_desk.ui.dialogs import Dialog
from humas_desk.ui.drafts.review_dialog import ReviewDialog
from humas_desk.ui.dropping import sorted_out
from humas_desk.ui.main_view import MainView
from humas_desk.ui.shell import Shell
from humas_desk.wording import error_message, ngettext
from tests.window.stand_ins import Pump, said

ORIENTATION = 0x0112


@pytest.fixture
def ready(view: MainView, app: ttk.App, pump: Pump) -> MainView:
    """The window, once it takes files."""
    app.tk.call("bind", ".", "<<Drop:DND_Files>>", "")
    pump(lambda: app.tk.call("bind", ".", "<<Drop:DND_Files>>"))
    return view


def drop(app: ttk.App, *paths: Path) -> str:
    """Another program lets these files go over the middle of the window: from where tkdnd finds the widget on."""
    app.update()
    x, y = app.winfo_rootx() + app.winfo_width() // 4, app.winfo_rooty() + app.winfo_height() // 2
    app.tk.call("tkdnd::generic::HandleEnter", ".", "other", "text/uri-list", "1", "copy", "1")
    app.tk.call("tkdnd::generic::SetDroppedData", tuple(map(str, paths)))
    app.tk.call("tkdnd::generic::HandlePosition", ".", "other", "1", x, y)
    return str(app.tk.call("tkdnd::generic::HandleDrop", ".", "other", "1", x, y, 0))


def picture(path: Path, *, orientation: int = 1) -> Path:
    """A wide picture; 6: it was taken with the camera upright."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    data = BytesIO()
    Image.new("RGB", (600, 400), "navy").save(data, "JPEG", exif=exif)
    path.write_bytes(data.getvalue())
    return path


def test_dropped_photos_become_one_photo_block_the_right_way_up(
    ready: MainView, app: ttk.App, desk: Desk, tmp_path: Path, pump: Pump
) -> None:
    before = desk.session.release
    drop(app, picture(tmp_path / "satu dua.jpg"), picture(tmp_path / "Tegak.JPG", orientation=6))
    pump(lambda: desk.session.release != before, timeout_s=30)
    new = [block for block in desk.session.release.blocks if block not in before.blocks]
    assert len(new) == 1
    assert isinstance(new[0], Photo)
    sizes = [
        (desk.session.photos[file.file].width_px, desk.session.photos[file.file].height_px) for file in new[0].files
    ]
    assert [width > height for width, height in sizes] == [True, False]
    ready.actions.run("undo")
    assert desk.session.release.blocks == before.blocks


def test_photos_dropped_while_others_are_read_come_behind_them(
    ready: MainView, app: ttk.App, desk: Desk, tmp_path: Path, pump: Pump, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = desk.session.release
    gate = threading.Event()

    def read_late(path: Path) -> bytes:
        gate.wait(30)
        return read_bytes(path)

    monkeypatch.setattr("humas_desk.ui.photo_intake.read_bytes", read_late)
    for name in ("satu", "dua", "tiga"):
        drop(app, picture(tmp_path / f"{name}.jpg"))
        pump(lambda: ready.commands._photos.busy)
    pump()
    gate.set()

    def files() -> list[str]:
        new = [block for block in desk.session.release.blocks if block not in before.blocks]
        return [file.file for block in new if isinstance(block, Photo) for file in block.files]

    pump(lambda: sorted(files()) == ["dua.jpg", "satu.jpg", "tiga.jpg"], timeout_s=30)


def test_all_that_waits_for_photos_comes_even_when_nothing_of_it_is_a_photo(
    ready: MainView, app: ttk.App, tmp_path: Path, pump: Pump, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()

    def read_late(path: Path) -> bytes:
        gate.wait(30)
        return read_bytes(path)

    monkeypatch.setattr("humas_desk.ui.photo_intake.read_bytes", read_late)
    drop(app, picture(tmp_path / "satu.jpg"))
    pump(lambda: ready.commands._photos.busy)
    come: list[str] = []
    for name in ("dua", "tiga"):
        ready.commands._photos.wait_for(partial(come.append, name))
    gate.set()
    pump(lambda: come == ["dua", "tiga"], timeout_s=30)


def test_a_dropped_release_is_opened(ready: MainView, app: ttk.App, desk: Desk, tmp_path: Path, pump: Pump) -> None:
    path = tmp_path / "rilis lama.humas"
    save_copy(path, State(release=replace(desk.session.release, id="f" * 32, title="Dari luar")))
    drop(app, path)
    pump(lambda: desk.session.release.title == "Dari luar", timeout_s=30)
    assert ready.form.session is desk.session


def test_a_dropped_draft_is_reviewed(
    ready: MainView, app: ttk.App, tmp_path: Path, pump: Pump, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[ReviewDialog] = []

    def run(review: ReviewDialog) -> None:
        seen.append(review)

    monkeypatch.setattr(ReviewDialog, "run", run)
    path = tmp_path / "draf (1) {baru}.txt"
    path.write_text("Judul yang Pendek\n\nBatam - (12/11) Paragraf pertama.\n", encoding="utf-8")
    drop(app, path)
    pump(lambda: seen, timeout_s=30)
    assert seen[0].review.intake.release.title == "Judul yang Pendek"
    assert seen[0].review.name == path.name
    assert ready.commands.drafts.is_busy is False
    seen[0].dialog.close()


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Files that the writer was told of because they cannot be read."""
    names: list[str] = []

    def tell(_shell: Shell, error: HumasError) -> None:
        names.append(error_message(error, text_is_safe=True).what)

    monkeypatch.setattr(Shell, "tell_error", tell)
    return names


def drafts(folder: Path) -> list[Path]:
    """Two drafts with one between them that cannot be read, and a photo."""
    for name in ("satu", "dua"):
        text = f"Judul {name} yang Pendek\n\nBatam - (12/11) Paragraf pertama.\n\nKeterangan foto: Rompi dibagikan.\n"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "rusak.rtf").write_bytes(rb"{\rtf1 lama}")
    return [folder / "satu.txt", folder / "rusak.rtf", folder / "dua.txt", picture(folder / "foto.jpg")]


@pytest.mark.usefixtures("ready")
def test_several_dropped_drafts_are_reviewed_in_turn_and_photos_go_with_the_first(
    app: ttk.App,
    desk: Desk,
    told: list[str],
    tmp_path: Path,
    pump: Pump,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words: list[str] = []
    before: list[Release] = []

    def run(review: ReviewDialog) -> None:
        words.append(said(review.dialog))
        before.append(desk.session.release)
        review.take_button.invoke()

    monkeypatch.setattr(ReviewDialog, "run", run)
    drop(app, *drafts(tmp_path))
    pump(lambda: desk.session.release.title == "Judul dua yang Pendek", timeout_s=90)
    assert "satu.txt" in words[0]
    assert (
        ngettext(
            "{count} more draft waits; Cancel leaves it.", "{count} more drafts wait; Cancel leaves them.", 2
        ).format(count=2)
        in words[0]
    )
    assert "dua.txt" in words[1]
    assert "rusak.rtf" in told[0]
    assert before[1].title == "Judul satu yang Pendek"
    assert [len(block.files) for block in before[1].blocks if isinstance(block, Photo)] == [1]


def test_a_draft_dropped_while_another_is_read_waits_behind_it(
    ready: MainView, app: ttk.App, tmp_path: Path, pump: Pump, monkeypatch: pytest.MonkeyPatch
) -> None:
    names: list[str] = []

    def run(review: ReviewDialog) -> None:
        names.append(review.review.name)
        review.take_button.invoke()

    monkeypatch.setattr(ReviewDialog, "run", run)
    first, _refused, second, _photo = drafts(tmp_path)
    drop(app, first)
    pump(lambda: ready.commands.drafts.is_busy)
    drop(app, second)
    pump(lambda: names == ["satu.txt", "dua.txt"], timeout_s=60)


@pytest.mark.usefixtures("ready")
def test_a_dropped_photo_fills_the_caption_of_the_draft_it_came_with(
    app: ttk.App, desk: Desk, tmp_path: Path, pump: Pump, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ReviewDialog, "run", lambda review: review.take_button.invoke())
    made = drafts(tmp_path)
    drop(app, made[0], made[-1])

    def photos() -> list[tuple[int, str | None]]:
        blocks = desk.session.release.blocks
        return [(len(block.files), block.caption) for block in blocks if isinstance(block, Photo)]

    pump(lambda: photos() == [(1, "Rompi dibagikan.")], timeout_s=60)


def test_when_one_draft_is_not_taken_the_others_do_not_come(
    ready: MainView, app: ttk.App, desk: Desk, tmp_path: Path, pump: Pump, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[ReviewDialog] = []

    def run(review: ReviewDialog) -> None:
        seen.append(review)
        review.dialog.close()

    monkeypatch.setattr(ReviewDialog, "run", run)
    before = desk.session.release
    drop(app, *drafts(tmp_path))
    pump(lambda: seen, timeout_s=60)
    pump()
    assert not ready.commands.drafts.is_busy
    assert (len(seen), desk.session.release) == (1, before)


def test_while_a_dialog_is_open_nothing_is_dropped_behind_it(
    ready: MainView, app: ttk.App, tmp_path: Path, pump: Pump
) -> None:
    dialog = Dialog(app, "")
    dialog.show()
    drop(app, picture(tmp_path / "foto.jpg"))
    pump()
    assert not ready.commands._photos.busy
    dialog.close()


def test_pictures_are_told_from_drafts_by_their_names() -> None:
    paths = (Path("a.JPG"), Path("b.docx"), Path("c.heic"), Path("d.humas"))
    assert sorted_out(paths) == ((paths[0], paths[2]), (paths[1], paths[3]))
