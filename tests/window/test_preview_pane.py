from dataclasses import replace
import tkinter as tk

import pytest
import ttkbootstrap as ttk

from humas_desk.desk.desk import Desk
from humas_desk.desk.requests import PagePicture, Preview, PreviewRequest, WorkerTrouble
from humas_desk.errors import WorkerDied
from humas_desk.ui.main_view import MainView
from humas_desk.ui.page_zoom import Fit
from humas_desk.ui.preview_pane import PreviewPane
from humas_desk.wording import _
from tests.window.stand_ins import Pump, StillWorker, press, walk

RED, BLUE = (200, 30, 30), (30, 30, 200)


def answer_to(request: PreviewRequest, color: tuple[int, int, int] = RED, *, pages: int = 3) -> Preview:
    """What a worker would send: pages of one colour."""
    width = request.width_px
    height = round(width * 297 / 210)
    pictures = tuple(
        PagePicture(number=number, width_px=width, height_px=height, rgb=bytes(color) * (width * height))
        for number in request.pages
        if number < pages
    )
    return Preview(serial=1, channel="page", page_count=pages, pages=pictures)


@pytest.fixture
def pane(view: MainView, worker: StillWorker, pump: Pump) -> PreviewPane:
    """The pane with its first answer."""
    pump(lambda: worker.requests)
    say(view, worker, answer_to(worker.requests[-1]))
    pump(lambda: view.preview.page_count)
    return view.preview


def say(view: MainView, worker: StillWorker, news: Preview | WorkerTrouble) -> None:
    worker.news.append(news)
    view.link._watch()


def seen(pane: PreviewPane) -> tuple[int, int, int]:
    """Colour in the middle of the first page's picture."""
    slot = pane._slots._slots[min(pane._slots.shown)]
    image = slot.image
    assert image is not None
    text = pane.canvas.tk.call(str(image), "get", image.width() // 2, image.height() // 2)
    red, green, blue = (int(part) for part in text)
    return red, green, blue


def test_only_the_pages_that_are_seen_are_asked_for_at_the_width_they_are_seen_at(
    pane: PreviewPane, worker: StillWorker, pump: Pump
) -> None:
    pump(lambda: worker.requests[-1].width_px == pane.canvas.winfo_width() - 36)
    assert worker.requests[-1].pages == (0,)


def test_a_page_is_painted_and_counted(pane: PreviewPane, view: MainView) -> None:
    assert seen(pane) == RED
    assert pane.page_count == 3
    assert "3" in str(view.status_bar._counts.cget("text"))


def test_typing_asks_once_after_a_pause_and_paints_over_the_same_image(
    pane: PreviewPane, view: MainView, desk: Desk, worker: StillWorker, pump: Pump
) -> None:
    image = pane._slots._slots[0].image
    before = len(worker.requests)
    for number in range(5):
        desk.session.put("title", f"Judul {number}")
    pump(lambda: len(worker.requests) > before)
    assert len(worker.requests) == before + 1
    assert worker.requests[-1].job.release.title == "Judul 4"
    say(view, worker, answer_to(worker.requests[-1], BLUE))
    pump(lambda: seen(pane) == BLUE)
    assert pane._slots._slots[0].image is image


def test_scrolling_asks_for_the_page_that_comes_into_view_and_updates_keep_the_place(
    pane: PreviewPane, view: MainView, desk: Desk, worker: StillWorker, pump: Pump
) -> None:
    pane.canvas.yview_moveto(0.5)
    pump(lambda: 1 in worker.requests[-1].pages)
    say(view, worker, answer_to(worker.requests[-1], BLUE))
    pump(lambda: pane._slots.has_picture(1))
    place = pane.canvas.canvasy(0)
    desk.session.put("title", "Judul baru")
    pump(lambda: worker.requests[-1].job.release.title == "Judul baru")
    say(view, worker, answer_to(worker.requests[-1], RED))
    pump(lambda: seen(pane) == RED)
    assert pane.canvas.canvasy(0) == place


def test_fewer_pages_than_before_leave_none_behind(
    pane: PreviewPane, view: MainView, worker: StillWorker, pump: Pump
) -> None:
    pane.canvas.yview_moveto(1.0)
    pump(lambda: 2 in worker.requests[-1].pages)
    say(view, worker, answer_to(worker.requests[-1], pages=1))
    pump(lambda: pane.page_count == 1)
    pump(lambda: pane._slots.shown == (0,))


def test_zooming_changes_the_width_that_is_asked_for_and_fitting_returns(
    pane: PreviewPane, view: MainView, worker: StillWorker, pump: Pump
) -> None:
    fitting = worker.requests[-1].width_px
    view.actions.run("zoom-in")
    pump(lambda: worker.requests[-1].width_px > fitting)
    larger = pane.zoom
    view.actions.run("zoom-fit")
    pump(lambda: worker.requests[-1].width_px == fitting)
    assert larger is not Fit.WIDTH
    assert pane.zoom is Fit.WIDTH


@pytest.mark.parametrize(("event", "moves"), [("<Button-5>", 1), ("<Next>", 1), ("<End>", 1), ("<Down>", 1)])
def test_wheel_and_keys_scroll(pane: PreviewPane, pump: Pump, event: str, moves: int) -> None:
    pane.canvas.focus_force()
    pump()
    pane.canvas.event_generate(event)
    pump()
    assert (pane.canvas.canvasy(0) > 0) == bool(moves)


def test_trouble_is_told_calmly_and_trying_again_asks_again(
    pane: PreviewPane, view: MainView, worker: StillWorker, pump: Pump
) -> None:
    say(view, worker, WorkerTrouble(error=WorkerDied()))
    pump(pane._trouble.winfo_ismapped)
    assert seen(pane) == RED
    before, starts = len(worker.requests), worker.starts
    press(pane, _("Try again"))
    pump(lambda: len(worker.requests) > before)
    assert worker.starts == starts + 1
    assert not pane._trouble.winfo_ismapped()


def test_an_answer_ends_the_trouble(pane: PreviewPane, view: MainView, worker: StillWorker, pump: Pump) -> None:
    say(view, worker, WorkerTrouble(error=WorkerDied()))
    pump(pane._trouble.winfo_ismapped)
    say(view, worker, answer_to(worker.requests[-1], BLUE))
    pump(lambda: not pane._trouble.winfo_ismapped())


def test_another_paper_changes_the_shape_of_the_pages(
    pane: PreviewPane, view: MainView, worker: StillWorker, pump: Pump
) -> None:
    answer = answer_to(worker.requests[-1])
    say(view, worker, replace(answer, page_size_mm=(215.0, 330.0)))
    pump(lambda: pane._size_mm == (215.0, 330.0))
    stack = pane._stack()
    assert stack.height == round(stack.width * 330 / 215)


def test_every_button_of_the_bar_has_a_hint(pane: PreviewPane, app: ttk.App) -> None:
    buttons = [widget for widget in walk(pane) if isinstance(widget, ttk.Button)]
    assert isinstance(app, tk.Tk)
    assert all(button.cget("text") or button.bind("<Enter>") for button in buttons)


def test_scrolling_to_and_fro_makes_nothing_new_on_the_canvas(pane: PreviewPane) -> None:
    def scroll_about() -> int:
        for share in (0.5, 0.9, 0.0):
            pane.canvas.yview_moveto(share)
            pane._place()
        return len(pane.canvas.find_all())

    once = scroll_about()
    assert scroll_about() == once


def test_a_page_that_is_a_row_shorter_is_not_blurred(
    pane: PreviewPane, view: MainView, worker: StillWorker, pump: Pump
) -> None:
    answer = answer_to(worker.requests[-1])
    page = answer.pages[0]
    row = 3 * page.width_px
    striped = (bytes(row) + bytes([255]) * row) * (page.height_px // 2 + 1)
    shorter = replace(page, height_px=page.height_px - 1, rgb=striped[: (page.height_px - 1) * row])
    say(view, worker, replace(answer, pages=(shorter,)))
    pump(lambda: seen(pane) in ((0, 0, 0), (255, 255, 255)))


def test_a_change_in_some_rows_is_painted_and_the_others_stay(
    pane: PreviewPane, view: MainView, worker: StillWorker, pump: Pump
) -> None:
    answer = answer_to(worker.requests[-1])
    page = answer.pages[0]
    at = 3 * page.width_px * (page.height_px // 2)
    changed = page.rgb[:at] + bytes(BLUE) * page.width_px + page.rgb[at + 3 * page.width_px :]
    say(view, worker, replace(answer, pages=(replace(page, rgb=changed),)))
    pump(lambda: seen(pane) == BLUE)
    image = pane._slots._slots[0].image
    assert image is not None
    rows = [pane.canvas.tk.call(str(image), "get", 5, y) for y in (0, image.height() // 2 - 1, image.height() // 2 + 1)]
    assert [tuple(int(part) for part in row) for row in rows] == [RED] * 3
