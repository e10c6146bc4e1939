"""The README's pictures are there and small, and the gallery's scenes can be played."""

import os
from pathlib import Path
import re
import shutil
import subprocess
import sys

from PIL import Image as Pixels
import pytest

from tests.pictures.scenes import SCENES

LARGEST_BYTES = 300_000


def test_every_picture_of_the_readme_is_there_and_small(root: Path) -> None:
    named = {
        root / name for name in re.findall(r"\]\(([^)]+\.png)\)", (root / "README.md").read_text(encoding="utf-8"))
    }
    kept = set((root / "tests" / "pictures" / "readme").glob("*.png"))
    assert named == kept
    assert [path.name for path in kept if path.stat().st_size > LARGEST_BYTES] == []


@pytest.mark.window
@pytest.mark.skipif(shutil.which("xvfb-run") is None and not os.environ.get("DISPLAY"), reason="no display and no Xvfb")
def test_a_scene_is_played_in_the_real_window(root: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.pictures", "table", "pages", "--to", str(tmp_path)]
    screen = [] if os.environ.get("DISPLAY") else ["xvfb-run", "-a", "-s", "-screen 0 1600x900x24 -dpi 96"]
    subprocess.run([*screen, *command], cwd=root, check=True, capture_output=True, timeout=100)
    names = {path.stem for path in tmp_path.glob("*.png")}
    assert names == {"table", "page-siaran-pers", "page-rilis-berita", "page-undangan-media"}
    with Pixels.open(tmp_path / "table.png") as picture:
        assert picture.width >= 1300
        assert len(picture.convert("RGB").getcolors(1 << 20) or ()) > 50, "something was painted"


def test_the_gallery_shows_what_was_agreed() -> None:
    agreed = {"main", "quote", "photo", "table", "drag", "find", "dark", "125", "150", "first-day", "help", "errors"}
    kept = {
        "archive",
        "versions",
        "numbers",
        "people",
        "backup",
        "status",
        "check",
        "draft",
        "house-style",
        "templates",
    }
    assert agreed | kept | {"whatsapp"} <= SCENES.keys()
