"""The bar beside the card on the page, the page that follows the writer, the meter over it, and the zoom."""

from dataclasses import replace

import pytest

from humas_desk.desk.desk import Desk
from humas_desk.desk.history import Focus
from humas_desk.desk.requests import Fit as OnePage
from humas_desk.desk.requests import PageMeter, Preview
from humas_desk.typeset.page_map import Box
from humas_desk.ui.main_view import MainView
from humas_desk.ui.page_mark import Stretch, card_of, line_of, stretches
from humas_desk.ui.page_meter_line import meter_line
from humas_desk.ui.page_zoom import Fit
from humas_desk.ui.preview_pane import PreviewPane
from humas_desk.wording import _
from tests.window.stand_ins import Pump, StillWorker
from tests.window.test_preview_pane import answer_to, say

LEFT = 85.0


def line(page: int, top: float, place: str, offset: int = 0) -> Box:
    """A line of sixty characters over the whole measure."""
    return Box(page=page, x0_pt=LEFT, y0_pt=top, x1_pt=500, y1_pt=top + 16, place=place, offset=offset, length=60)


PAGES = (
    Box(page=1, x0_pt=150, y0_pt=60, x1_pt=400, y1_pt=80, place="title", length=40),
    line(1, 100, "blocks[0].text"),
    line(1, 116, "blocks[0].text", 60),
    line(1, 790, "blocks[1].caption"),
    line(2, 60, "blocks[1].caption", 60),
    line(3, 400, "blocks[2].text"),
)


class Showing:
    """The pane, the worker that answers, and the writer who moves."""

    def __init__(self, view: MainView, worker: StillWorker, pump: Pump) -> None:
        self.view = view
        self.pane: PreviewPane = view.preview
        self.worker = worker
        self.pump = pump
        self.shown: list[Preview] = []

    def answer(self, **facts: object) -> None:
        """Pages come from the worker."""
        preview = replace(answer_to(self.worker.requests[-1]), boxes=PAGES)
        preview = replace(preview, **facts)  # type: ignore[arg-type]  # the facts a test is about
        say(self.view, self.worker, preview)
        self.pump(lambda: self.pane._boxes is preview.boxes)
        self.pump()

    def write_at(self, place: str, offset: int = 0) -> None:
        self.pane.focus_at(Focus(place=place, start=offset, end=offset))
        self.pump()

    @property
    def top(self) -> float:
        return self.pane.canvas.canvasy(0)

    def sees(self, page: int, top_pt: float) -> bool:
        """Whether a line at this height of a page (from 0) is in view."""
        stack = self.pane._stack()
        y = stack.top(page) + top_pt * stack.width / 595
        return self.top <= y <= self.top + stack.view_height


@pytest.fixture
def showing(view: MainView, worker: StillWorker, pump: Pump) -> Showing:
    pump(lambda: worker.requests and worker.requests[-1].width_px == view.preview.canvas.winfo_width() - 36)
    showing = Showing(view, worker, pump)
    showing.write_at("blocks[0].text")
    showing.answer()
    return showing


def test_a_bar_stands_in_the_margin_beside_the_lines_of_the_card(showing: Showing) -> None:
    (bar,) = showing.pane.marked
    stack = showing.pane._stack()
    scale = stack.width / 595.28
    left, top, right, bottom = bar
    assert stack.left() < left < right < stack.left() + LEFT * scale
    assert (top, bottom) == pytest.approx((stack.top(0) + 100 * scale, stack.top(0) + 132 * scale), abs=1)


def test_a_card_on_two_pages_has_two_bars_and_they_stay_over_the_pictures(showing: Showing) -> None:
    showing.write_at("blocks[1].files[0].alt")
    bars = showing.pane._mark._bars
    assert len(showing.pane.marked) == len(bars) == 2
    showing.answer()
    stacked = showing.pane.canvas.find_all()
    pictures = [item for item in stacked if str(showing.pane.canvas.type(item)) == "image"]
    assert min(stacked.index(bar) for bar in bars) > max(stacked.index(picture) for picture in pictures)


def test_the_bar_moves_with_the_cursor_and_stays_when_the_cursor_leaves_the_form(showing: Showing) -> None:
    showing.write_at("title")
    (bar,) = showing.pane.marked
    showing.pane.focus_at(None)
    assert showing.pane.marked == (bar,)


def test_the_bar_grows_with_the_page(showing: Showing) -> None:
    (before,) = showing.pane.marked
    showing.view.actions.run("zoom-in")
    showing.pump()
    (after,) = showing.pane.marked
    assert after[3] - after[1] > before[3] - before[1]


def test_the_page_follows_the_writer_out_of_view_and_stays_while_the_line_is_seen(showing: Showing) -> None:
    start = showing.top
    showing.write_at("blocks[0].text", 60)
    assert showing.top == start
    showing.write_at("blocks[2].text")
    assert showing.sees(2, 400)
    there = showing.top
    showing.write_at("blocks[2].text", 30)
    showing.answer()
    assert showing.top == there


@pytest.mark.parametrize("event", ["<Button-5>", "<Next>", "<End>", "<MouseWheel>"])
def test_who_reads_elsewhere_is_not_pulled_back_until_the_writing_goes_on(showing: Showing, event: str) -> None:
    showing.pane.canvas.focus_force()
    showing.pump()
    for _turn in range(20):
        if event == "<MouseWheel>":
            showing.pane.canvas.event_generate(event, delta=-120)
        else:
            showing.pane.canvas.event_generate(event)
    showing.pump()
    reading = showing.top
    assert not showing.sees(0, 100)
    showing.answer(boxes=(*PAGES,))
    assert showing.top == reading
    showing.write_at("blocks[0].text", 1)
    assert showing.sees(0, 100)


def test_the_scrollbar_is_reading_too(showing: Showing) -> None:
    showing.pane._dragged("moveto", "0.9")
    showing.pump()
    reading = showing.top
    showing.answer(boxes=(*PAGES,))
    assert showing.top == reading > 0


def test_the_cursor_in_the_form_marks_the_page_by_itself(showing: Showing) -> None:
    showing.view.root.focus_force()
    showing.view.form.go_to(Focus(place="blocks[2].text", start=3, end=3))
    showing.pump(lambda: showing.sees(2, 400))
    assert [part.page for part in showing.pane._mark._parts] == [2]


def test_a_click_on_a_word_puts_the_cursor_there(showing: Showing) -> None:
    stack = showing.pane._stack()
    scale = stack.width / 595.28
    x = round(stack.left() + (LEFT + (500 - LEFT) / 2) * scale)
    y = round(stack.top(0) + 108 * scale)
    canvas = showing.pane.canvas
    canvas.event_generate("<Motion>", x=x, y=y)
    assert str(canvas.cget("cursor")) == "xterm"
    canvas.event_generate("<Button-1>", x=x, y=y)
    canvas.event_generate("<ButtonRelease-1>", x=x, y=y)
    showing.pump(lambda: showing.view.form.focused_place() is not None)
    place = showing.view.form.focused_place()
    assert place is not None
    assert (place.place, place.start) == ("blocks[0].text", 30)
    canvas.event_generate("<Motion>", x=x, y=round(stack.top(0) + 300 * scale))
    assert str(canvas.cget("cursor")) == ""


def test_another_release_begins_without_a_mark(showing: Showing) -> None:
    showing.pane.show_top()
    assert showing.pane.marked == ()


def test_places_of_a_card_belong_together() -> None:
    assert card_of("blocks[12].speaker.name") == card_of("blocks[12].files[0].alt") == "blocks[12]"
    assert card_of("dateline.city") == "dateline"
    assert stretches(PAGES, "blocks[1]") == (
        Stretch(page=0, top_pt=790, bottom_pt=806),
        Stretch(page=1, top_pt=60, bottom_pt=76),
    )
    assert stretches(PAGES, "blocks[9]") == ()


def test_the_cursors_line_is_the_last_that_begins_before_it_else_the_cards_first() -> None:
    assert line_of(PAGES, Focus(place="blocks[0].text", start=59)) == Stretch(page=0, top_pt=100, bottom_pt=116)
    assert line_of(PAGES, Focus(place="blocks[0].text", start=61)) == Stretch(page=0, top_pt=116, bottom_pt=132)
    assert line_of(PAGES, Focus(place="blocks[1].credit")) == Stretch(page=0, top_pt=790, bottom_pt=806)
    assert line_of(PAGES, Focus(place="number")) is None


def test_the_meter_counts_pages_and_the_lines_over_them(showing: Showing) -> None:
    showing.answer(boxes=(*PAGES,), meter=PageMeter(pages=1, lines_over=3, attachment_pages=2))
    assert showing.pane.bar.text == "1 halaman + 3 baris + 2 halaman lampiran"


def test_a_narrow_bar_keeps_the_meter_and_three_zooms(showing: Showing) -> None:
    bar = showing.pane.bar
    showing.answer(boxes=(*PAGES,), fit=OnePage(succeeded=False, steps=10, lines_over=34))
    bar._fit_into(10_000)
    assert all(widget.winfo_manager() for widget in bar._spare)
    bar._fit_into(300)
    assert not any(widget.winfo_manager() for widget in bar._spare)
    assert len(bar.pack_slaves()) == 4


def test_one_page_is_a_switch_that_sets_the_pages_anew(showing: Showing, desk: Desk, worker: StillWorker) -> None:
    showing.view.actions.run("fit-page")
    showing.pump(lambda: worker.requests[-1].job.fit_page)
    assert desk.fit_page
    assert showing.pane.bar._fit.get()
    showing.view.actions.run("fit-page")
    showing.pump(lambda: not worker.requests[-1].job.fit_page)
    assert not showing.pane.bar._fit.get()


def test_what_no_setting_brings_onto_one_page_is_said_calmly() -> None:
    meter = PageMeter(pages=1, lines_over=9)
    over = meter_line(meter, OnePage(succeeded=False, steps=10, lines_over=4))
    assert over.is_over
    assert "4" in over.text
    assert "1 halaman + 9 baris" in over.hint
    fitting = meter_line(PageMeter(pages=1, lines_left=2), OnePage(succeeded=True, step=3, steps=10))
    assert not fitting.is_over
    assert fitting.text == _("{amount}, set tighter").format(amount="1 halaman")
    assert meter_line(PageMeter(pages=1), OnePage(succeeded=True, step=0, steps=10)).text == "1 halaman"


def test_drafts_are_marked_by_a_switch_that_is_remembered(showing: Showing, desk: Desk, worker: StillWorker) -> None:
    assert worker.requests[-1].job.draft is None
    showing.view.actions.run("mark-drafts")
    showing.pump(lambda: worker.requests[-1].job.draft is not None)
    assert desk.settings.mark_drafts


def test_the_whole_page_and_the_true_size_are_one_key_away(showing: Showing) -> None:
    showing.view.actions.run("zoom-page")
    showing.pump()
    stack = showing.pane._stack()
    assert stack.height + 2 * stack.margin <= stack.view_height + 2
    assert showing.pane.zoom is Fit.PAGE
    showing.view.actions.run("zoom-true")
    showing.pump()
    assert str(showing.pane.bar._percent.cget("text")) == "100%"


@pytest.mark.parametrize(("event", "larger"), [("<Control-Button-4>", True), ("<Control-Button-5>", False)])
def test_ctrl_and_the_wheel_zoom(showing: Showing, event: str, larger: bool) -> None:
    before = showing.pane._stack().width
    showing.pane.canvas.event_generate(event)
    showing.pump()
    assert (showing.pane._stack().width > before) is larger


def test_nothing_is_asked_for_before_the_canvas_has_its_size(view: MainView, worker: StillWorker, pump: Pump) -> None:
    pump(lambda: worker.requests)
    assert view.preview.canvas.winfo_width() > 1
    assert min(request.width_px for request in worker.requests) > 1
