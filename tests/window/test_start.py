import json
import os
from pathlib import Path
import subprocess
import sys

import pytest
import ttkbootstrap as ttk

from humas_desk.desk.settings import Settings
from humas_desk.ui import theme
from humas_desk.ui.window_place import Place, remembered, rescued, with_window

SCRIPT = """
import json, sys
from pathlib import Path
from humas_desk.desk.desk import Desk
from humas_desk.desk.folders import Folders
from humas_desk.ui.main_view import MainView
from humas_desk.ui.window import open_root

def main():
    assets, templates, data = map(Path, sys.argv[1:])
    desk = Desk(Folders(assets=assets, templates=templates, data=data, documents=data))
    root = open_root(assets, scaling=5 / 3)
    desk.start()
    view = MainView(root, desk)
    view.show()
    while not view.preview.page_count:
        root.update()
    height = view.toolbar.winfo_height()
    loaded = [name for name in ("reportlab", "docx", "pypdfium2", "lxml", "fontTools", "openxml_audit") if name in sys.modules]
    view.close()
    desk.close()
    root.destroy()
    print(json.dumps({"loaded": loaded, "toolbar": height, "pages": view.preview.page_count}))

if __name__ == "__main__":
    main()
"""


@pytest.mark.usefixtures("app")
def test_the_window_shows_a_real_page_at_125_percent_and_never_loads_what_makes_it(root: Path, tmp_path: Path) -> None:
    script = tmp_path / "start.py"
    script.write_text(SCRIPT, encoding="utf-8")
    command = [sys.executable, str(script), str(root / "assets"), str(root / "templates"), str(tmp_path / "data")]
    done = subprocess.run(
        command,
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["loaded"] == []
    assert told["pages"] >= 1
    assert told["toolbar"] == 55


SCREEN = Place(left=0, top=0, width=1366, height=768)


@pytest.mark.parametrize(
    ("geometry", "expected"),
    [
        ("1200x700+10+10", "1200x700+10+10"),
        ("1200x700+900+10", "1200x700+166+10"),
        ("1200x700+-8+-300", "1200x700+0+0"),
        ("1200x700+5000+4000", "1200x700+166+68"),
        ("1920x1080+0+0", "1366x768+0+0"),
    ],
)
def test_a_window_left_where_no_screen_is_any_more_is_brought_back_whole(geometry: str, expected: str) -> None:
    place = remembered(geometry)
    assert place is not None
    assert rescued(place, SCREEN).geometry == expected


def test_a_window_on_a_screen_to_the_left_stays_there() -> None:
    place = Place(left=-1200, top=20, width=1000, height=600)
    assert rescued(place, Place(left=-1366, top=0, width=2732, height=768)) == place


@pytest.mark.parametrize("geometry", ["", "nonsense", "0x0+1+1"])
def test_a_senseless_place_is_forgotten(geometry: str) -> None:
    assert remembered(geometry) is None


def test_the_place_is_remembered(app: ttk.App) -> None:
    app.geometry("1100x650+20+30")
    app.deiconify()
    app.update()
    assert with_window(Settings(), app).window_geometry.startswith("1100x650")


def test_our_colours_are_the_toolkits(app: ttk.App) -> None:
    colors = app.style.colors
    assert (colors.primary, colors.selectbg, colors.border) == (theme.NAVY, theme.SELECTION, theme.EDGE)


def test_the_toolkit_speaks_indonesian(app: ttk.App) -> None:
    words = [app.tk.call("::msgcat::mc", word) for word in ("Cancel", "Monday", "August", "Mo", "File &name:")]
    assert words[:4] == ["Batal", "Senin", "Agustus", "Sn"]
    assert words[4] != "File &name:"
