"""What is in the gallery: each scene begins with the sample release in the light window and takes one or more pictures."""

from collections.abc import Callable
from pathlib import Path
import tkinter as tk

from humas_desk.errors import TargetLocked
from humas_desk.release.release import Kind
from humas_desk.ui import theme
from humas_desk.ui.first_day.first_day_dialog import FirstDayDialog
from tests.pictures.checking_scenes import CHECKING_SCENES
from tests.pictures.record_scenes import RECORD_SCENES
from tests.pictures.stage import HELP_WIDTH, Scene, Stage, waits


def has_keyboard(stage: Stage) -> tk.Misc:
    """The widget that keys go to."""
    widget = stage.root.focus_get()
    assert widget is not None
    return widget


def main_window(stage: Stage) -> None:
    index = stage.block("Paragraph")
    stage.go(f"blocks[{index}].text", 40)
    stage.view.form.scroller.scroll_to(0)
    stage.picture("main")


def wide_window(stage: Stage) -> None:
    stage.root.geometry("1900x1000+0+0")
    stage.go(f"blocks[{stage.block('Paragraph')}].text", 40)
    stage.view.form.scroller.scroll_to(0)
    stage.picture("wide")
    stage.root.geometry("1366x720+0+0")
    stage.settle()


def quote(stage: Stage) -> None:
    index = stage.block("Quote", 1)
    stage.go(f"blocks[{index}].text", 12)
    stage.top_at(index)
    stage.picture("quote")


def quote_forms(stage: Stage) -> None:
    """The list of sentence forms, by example."""
    index = stage.block("Quote", 1)
    stage.go(f"blocks[{index}].pattern")
    stage.top_at(index)
    box = has_keyboard(stage)
    box.event_generate("<Down>")
    stage.picture("quote-forms")
    stage.root.tk.call("ttk::combobox::Unpost", str(box))


def photo(stage: Stage) -> None:
    index = stage.block("Photo")
    stage.go(f"blocks[{index}].caption")
    stage.top_at(index)
    stage.picture("photo")


def table(stage: Stage) -> None:
    index = stage.block("Table")
    stage.go(f"blocks[{index}].rows[1][0]")
    stage.top_at(index)
    stage.picture("table")


def drag(stage: Stage) -> None:
    index = stage.block("Quote")
    stage.go(f"blocks[{index}].text")
    stage.top_at(index)
    form = stage.view.form
    grip, canvas = form.tools.grip, form.scroller.canvas
    below = form.blocks.key(index + 1)
    assert below is not None
    target = form.scroller.heights.bottom(below) - form.scroller.y - 8
    grip.event_generate("<Button-1>", rooty=grip.winfo_rooty() + 2)
    grip.event_generate("<B1-Motion>", rooty=canvas.winfo_rooty() + target)
    stage.picture("drag")
    grip.event_generate("<B1-Motion>", rooty=canvas.winfo_rooty() + 40)
    stage.root.event_generate("<Escape>")


def select(stage: Stage) -> None:
    """Whole cards selected."""
    index = stage.block("Paragraph", 1)
    stage.go(f"blocks[{index}].text")
    stage.top_at(index - 1)
    for _step in range(5):
        has_keyboard(stage).event_generate("<Shift-Down>")
        stage.root.update()
    stage.picture("select")
    stage.root.event_generate("<Escape>")


def find(stage: Stage) -> None:
    stage.go(f"blocks[{stage.block('Paragraph')}].text")
    stage.view.actions.run("replace")
    bar = stage.view.form.finding.bar
    assert bar is not None
    bar.wanted.set("pemilih")
    bar.replacement.set("calon pemilih")
    stage.picture("find")
    stage.view.form.finding.close()


def palette(stage: Stage) -> None:
    stage.view.actions.run("palette")
    stage.settle()
    entry = has_keyboard(stage)
    assert isinstance(entry, tk.Entry)
    entry.insert(0, "salin")
    stage.picture("palette")
    entry.event_generate("<Escape>")


def menu(stage: Stage) -> None:
    bar = stage.root.nametowidget(str(stage.root.cget("menu")))
    edit = bar.winfo_children()[1]
    assert isinstance(edit, tk.Menu)
    edit.post(stage.root.winfo_rootx() + 60, stage.root.winfo_rooty() + 4)
    stage.picture("menu")
    edit.unpost()


def look(name: str, percent: int, file: str) -> Scene:
    def scene(stage: Stage) -> None:
        stage.view.wear(name, percent)
        index = stage.block("Quote")
        stage.go(f"blocks[{index}].text", 20)
        stage.top_at(max(0, index - 2))
        stage.picture(file)

    return scene


def first_day(stage: Stage) -> None:
    opened: list[FirstDayDialog] = []

    def open_it() -> None:
        opened.append(
            FirstDayDialog(
                stage.view.shell,
                on_change=stage.view.show_choices,
                on_sample=lambda: None,
                on_empty=lambda _kind: None,
            )
        )
        opened[0].run()

    def region(_top: tk.Toplevel) -> None:
        entry = opened[0].office.region.entry
        entry.delete(0, "end")
        entry.insert(0, "Kabupaten Prob")

    def taken(_top: tk.Toplevel) -> None:
        stage.take("first-day-1")
        opened[0].office.region.entry.event_generate("<Down>")
        opened[0].office.region.entry.event_generate("<Return>")
        opened[0].next_button.invoke()

    def chosen(_top: tk.Toplevel) -> None:
        stage.take("first-day-2")
        opened[0].next_button.invoke()

    stage.dialog("first-day-3", open_it, region, taken, waits, waits, chosen)


def empty(stage: Stage) -> None:
    stage.desk.new(Kind.PRESS)
    stage.view.show_session()
    stage.settle()
    stage.picture("empty")


def help_window(stage: Stage) -> None:
    stage.dialog("help", lambda: stage.view.actions.run("help"))


def for_help(stage: Stage) -> None:
    """The pictures in the help: the window, the page's upper part, the card of a quote."""
    stage.picture("help-jendela", width=HELP_WIDTH)
    stage.part("help-halaman", stage.view.preview, height=430)
    index = stage.block("Quote")
    stage.go(f"blocks[{index}].text")
    stage.top_at(index)
    key = stage.view.form.blocks.key(index)
    assert key is not None
    stage.part("help-kutipan", stage.view.form.scroller.live[key], edge=10)


def errors(stage: Stage) -> None:
    stage.desk.new(Kind.PRESS)
    stage.view.show_session()
    stage.settle()
    stage.dialog("errors-export", lambda: stage.view.actions.run("export"))
    stage.picture("errors")
    locked = TargetLocked(Path("2026-05-04 Bawaslu Ajak Warga Mencocokkan Data.pdf"))
    stage.dialog("errors-locked", lambda: stage.view.shell.tell_error(locked))


def dialog(action: str, name: str, *steps: Callable[[tk.Toplevel], object]) -> Scene:
    return lambda stage: stage.dialog(name, lambda: stage.view.actions.run(action), *steps)


SCENES: dict[str, Scene] = {
    "main": main_window,
    "wide": wide_window,
    "quote": quote,
    "quote-forms": quote_forms,
    "photo": photo,
    "table": table,
    "drag": drag,
    "select": select,
    "find": find,
    "palette": palette,
    "menu": menu,
    "dark": look(theme.DARK, 100, "dark"),
    "contrast": look(theme.CONTRAST, 100, "contrast"),
    "125": look(theme.LIGHT, 125, "size-125"),
    "150": look(theme.LIGHT, 150, "size-150"),
    "empty": empty,
    "help": help_window,
    "for-help": for_help,
    "errors": errors,
    "settings": dialog("settings", "settings", waits),
    "export": dialog("export", "export"),
    "print": dialog("print", "print", waits),
    "whatsapp": dialog("copy-whatsapp", "copy-whatsapp", waits),
    "web": dialog("copy-web", "copy-web", waits),
    **RECORD_SCENES,
    **CHECKING_SCENES,
    "first-day": first_day,
}
"""The first day comes last: it sets up another office."""
