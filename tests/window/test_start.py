import json
import os
from pathlib import Path
import subprocess
import sys

import pytest
import ttkbootstrap as ttk

from humas_desk.desk.settings import Settings
from humas_desk.ui import theme
from humas_desk.ui.window_place import fits, with_window

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


@pytest.mark.parametrize(
    ("geometry", "expected"),
    [
        ("1200x700+10+10", True),
        ("", False),
        ("nonsense", False),
        ("1200x700+900+10", False),
        ("1200x700+-8+10", False),
        ("1200x900+0+0", False),
    ],
)
def test_a_remembered_place_is_taken_only_when_the_whole_window_is_seen(geometry: str, expected: bool) -> None:
    assert fits(geometry, (1366, 768)) is expected


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
