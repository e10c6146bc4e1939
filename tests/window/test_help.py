from pathlib import Path
import tkinter as tk

from PIL import Image as Pixels
import pytest

from humas_desk.desk.help_topics import PartKind, read_topics
from humas_desk.desk.requests import Exported, ExportResult, KeyCardRequest
from humas_desk.ui import key_card as key_card_command
from humas_desk.ui import theme
from humas_desk.ui.help_window import HelpWindow
from humas_desk.ui.main_view import MainView
from humas_desk.ui.menu_bar import MENUS
from tests.window.stand_ins import Pump, StillWorker, walk, writing

LARGEST_PICTURE = 300_000


def opened(view: MainView) -> list[HelpWindow]:
    return [widget for widget in walk(view.root) if isinstance(widget, HelpWindow)]


@pytest.fixture
def help_window(view: MainView, pump: Pump) -> HelpWindow:
    """The help, opened with F1 from a field."""
    writing(view, pump).event_generate("<F1>")
    pump(lambda: opened(view))
    return opened(view)[0]


def type_in(help_window: HelpWindow, text: str, pump: Pump) -> None:
    help_window.search.focus_force()
    pump()
    for letter in text:
        help_window.search.event_generate("<KeyPress>", keysym="space" if letter == " " else letter)
    pump()


def test_every_key_the_help_names_is_an_action_and_is_told_as_it_is(
    help_window: HelpWindow, view: MainView, root: Path
) -> None:
    topics = read_topics(root / "assets" / "help")
    known = {action.id for action in view.actions}
    assert {name for topic in topics for name in topic.actions} - known == set()
    for place in range(len(topics)):
        help_window.show_topic(place)
        said = help_window.text.replace("\N{NO-BREAK SPACE}", " ")
        for name in topics[place].actions:
            assert view.actions[name].keys[0] in said
        assert "{" not in said


def test_its_pictures_are_there_and_light(root: Path) -> None:
    folder = root / "assets" / "help"
    pictures = [part.picture for topic in read_topics(folder) for part in topic.parts if part.kind is PartKind.PICTURE]
    assert pictures
    assert {path.name for path in folder.glob("*.png")} == {path.name for path in pictures if path is not None}
    for path in folder.glob("*.png"):
        assert path.stat().st_size < LARGEST_PICTURE
        with Pixels.open(path) as picture:
            assert not picture.info.get("exif")


def test_a_search_finds_topics_by_any_word_and_shows_the_first(help_window: HelpWindow, pump: Pump) -> None:
    everything = help_window.titles
    type_in(help_window, "whatsapp", pump)
    assert 0 < len(help_window.titles) < len(everything)
    assert "WhatsApp" in help_window.text
    type_in(help_window, "qqq", pump)
    assert help_window.titles == ()


def test_arrows_in_the_search_lead_through_the_topics(help_window: HelpWindow, pump: Pump) -> None:
    before = help_window.text
    help_window.search.focus_force()
    pump()
    help_window.search.event_generate("<Down>")
    assert help_window.text != before
    assert help_window.text.startswith(help_window.titles[1])
    help_window.search.event_generate("<Up>")
    assert help_window.text == before


def test_the_promise_about_saving_is_the_one_that_is_kept(root: Path) -> None:
    saving = next(topic for topic in read_topics(root / "assets" / "help") if "tersimpan" in topic.title.lower())
    assert "1,5 detik" in saving.words


def test_it_can_only_be_read(help_window: HelpWindow, pump: Pump) -> None:
    before = help_window.text
    help_window._page.focus_force()
    pump()
    help_window._page.event_generate("<KeyPress>", keysym="x")
    assert help_window.text == before


def test_f1_again_brings_the_same_window_and_escape_closes_it(
    help_window: HelpWindow, view: MainView, pump: Pump
) -> None:
    help_window.show_topic(2)
    view.actions.run("help")
    pump()
    assert opened(view) == [help_window]
    assert help_window.place == 2
    help_window.search.focus_force()
    pump()
    help_window.search.event_generate("<Escape>")
    pump(lambda: opened(view) == [])


def test_one_can_write_on_while_it_is_open(help_window: HelpWindow, view: MainView, pump: Pump) -> None:
    field = view.root.focus_lastfor()
    assert isinstance(field, tk.Text)
    field.focus_force()
    pump()
    field.event_generate("<KeyPress>", keysym="x")
    pump()
    assert "x" in view.desk.session.release.title
    assert opened(view) == [help_window]


def test_another_look_dresses_the_open_help_too(help_window: HelpWindow, view: MainView, pump: Pump) -> None:
    help_window.show_topic(1)
    view.actions.run("look-dark")
    pump()
    anew = opened(view)[0]
    assert anew is not help_window
    assert anew.place == 1
    assert str(anew._page.cget("background")) == theme.PAPER
    view.actions.run("look-light")


def test_the_card_asks_for_every_action_with_its_key_and_opens_what_came(
    view: MainView, worker: StillWorker, pump: Pump, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told: list[Path] = []
    monkeypatch.setattr(key_card_command, "open_path", told.append)
    view.actions.run("key-card")
    request = worker.errands[-1]
    assert isinstance(request, KeyCardRequest)
    rows = {row for section in request.sections for row in section.rows}
    assert rows == {(action.label.rstrip("…"), action.keys[0]) for action in view.actions}
    assert len(request.sections) == len(MENUS)
    path = tmp_path / "kartu.pdf"
    worker.news = [Exported(serial=len(worker.errands), result=ExportResult(paths=(path,)))]
    view.link._watch()
    pump(lambda: told == [path])
    assert view.shell.toasts.text
