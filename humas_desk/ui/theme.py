"""The look: every colour, font and pixel of the window. No other file may hold a colour or a pixel number.

Lengths are logical pixels at 100 % (96 dpi); `px` turns them into the screen's. `register` goes before the root exists,
`prepare` right after, before the first widget.
"""

import sys
import tkinter as tk
from typing import Any

import ttkbootstrap as ttk

NAME = "humas-light"

# Colours -----------------------------------------------------------------------------------------------------------
NAVY = "#194c7e"
NAVY_SOFT = "#e8eff7"
"""Behind a chosen row or a dragged card."""
INK = "#1c2733"
INK_SOFT = "#54606e"
"""Labels, hints, the made sentence (7:1 on white)."""
INK_FAINT = "#6d7885"
"""Placeholders and icons at rest (4.5:1 on white)."""
PAPER = "#ffffff"
CHROME = "#f5f6f8"
"""Behind the form, the status bar and dialogs' feet."""
DESK = "#dde3ea"
"""Behind the pages of the preview."""
EDGE = "#d3dae2"
EDGE_STRONG = "#aeb9c5"
HOVER = "#eef1f5"
SHADE = "#c3ccd6"
"""The shadow of a page."""
SELECTION = "#cfe2f6"
RED = "#a3241c"
RED_SOFT = "#fdf1f0"
AMBER = "#8a5a0b"
AMBER_SOFT = "#fdf6e6"
GREEN = "#256428"

SURFACE_CHROME = f"@{CHROME}"
"""Bootstyle words for widgets that stand on a coloured ground: `bootstyle=f"{SURFACE_CHROME} ghost"`."""
SURFACE_DESK = f"@{DESK}"
SURFACE_EDGE = f"@{EDGE}"
SURFACE_RED = f"@{RED_SOFT}"
SURFACE_AMBER = f"@{AMBER_SOFT}"

# Spacing -----------------------------------------------------------------------------------------------------------
HAIR = 1
TINY = 2
SMALL = 4
SNUG = 6
GAP = 8
INSET = 10
PAD = 12
WIDE = 16
ROOMY = 24

# Sizes -------------------------------------------------------------------------------------------------------------
ICON = 16
ICON_SMALL = 14
ICON_LARGE = 28
TOOLBAR_HEIGHT = 44
STATUS_HEIGHT = 26
PANE_BAR_HEIGHT = 34
SUMMARY_HEIGHT = 32
FIELD_HEIGHT = 30
SASH_WIDTH = 5
TEXT_HIGHEST = 8000
"""A text longer than this scrolls in itself: no window may be higher than 32,767 px."""
TEXT_INSET = (6, 4)
"""Between a text and the border of its box."""
FOCUS_EDGE = 3
"""The navy edge of the active card."""
GUTTER = 22
"""Left of the cards, where their grip shows."""
THUMBNAIL = (96, 64)
MEAN_LETTER = 7.2
"""Width of a letter of body type, to guess heights of what is not shown yet."""
BODY_LINE = 21
DRAG_ZONE = 48
"""Near the form's upper and lower edge a dragged card makes it scroll."""
FORM_SHARE = 0.44
FORM_WIDEST = 800
FORM_NARROWEST = 420
PAGE_WIDEST = 900
PAGE_MARGIN = 18
PAGE_SHADOW = 2
WINDOW_SIZE = (1366, 720)
WINDOW_SMALLEST = (1024, 600)
SCREEN_BARS = 80
"""Height that the system's bar and a window's title take."""
DIALOG_WIDTH = 520
MESSAGE_WIDTH = 440
LABEL_WRAP = 360
TOAST_WIDTH = 420
PROBLEM_WRAP = 480
NAME_COLUMNS = 64
"""Width of a file name's field, in characters."""
WHEEL_STEP = 60
FORM_COLUMN = 150
SETTINGS_SIZE = (1040, 640)
SETTINGS_LIST_WIDTH = 200
SETTINGS_FORM_WIDTH = 400
WELL_SIZE = (96, 72)
WELL_WRAP = 220
ZOOM_STEPS = (0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
"""Shares of the page's true size at the screen's resolution."""

# Times -------------------------------------------------------------------------------------------------------------
PREVIEW_DELAY_MS = 70
DRAG_STEP_MS = 16
POLL_BUSY_MS = 8
POLL_IDLE_MS = 250
TOAST_MS = 6000
AFTER_PAINT_MS = 10
AFTER_START_MS = 120
PROGRESS_STEP_MS = 12
OFFICE_SAVE_MS = 400
SAVING_LOOK_MS = 300
COUNTS_DELAY_MS = 250

# Fonts (named in Tk; sizes in px so that lines are as high as designed) --------------------------------------------
UI = "HumasUi"
UI_BOLD = "HumasUiBold"
UI_ITALIC = "HumasUiItalic"
UI_BOLD_ITALIC = "HumasUiBoldItalic"
SMALL_TEXT = "HumasSmall"
SMALL_BOLD = "HumasSmallBold"
BODY = "HumasBody"
BODY_BOLD = "HumasBodyBold"
BODY_ITALIC = "HumasBodyItalic"
BODY_BOLD_ITALIC = "HumasBodyBoldItalic"
TITLE = "HumasTitle"
TITLE_ITALIC = "HumasTitleItalic"
HEADING = "HumasHeading"
HEADING_ITALIC = "HumasHeadingItalic"
DIALOG_TITLE = "HumasDialogTitle"

INPUT_FONTS = (UI, UI_BOLD, UI_ITALIC, UI_BOLD_ITALIC)
BODY_FONTS = (BODY, BODY_BOLD, BODY_ITALIC, BODY_BOLD_ITALIC)
TITLE_FONTS = (TITLE, TITLE, TITLE_ITALIC, TITLE_ITALIC)
HEADING_FONTS = (HEADING, HEADING, HEADING_ITALIC, HEADING_ITALIC)
"""Plain, bold, italic, both."""

BODY_LEADING_BEFORE = 1
BODY_LEADING_AFTER = 1
"""Text's spacing1 and spacing3 (spacing2 is their sum): 14 px type on 21 px lines."""

_UI_PX = 12 if sys.platform == "win32" else 13
_FONTS: dict[str, dict[str, Any]] = {
    UI: {"size": _UI_PX},
    UI_BOLD: {"size": _UI_PX, "weight": "bold"},
    UI_ITALIC: {"size": _UI_PX, "slant": "italic"},
    UI_BOLD_ITALIC: {"size": _UI_PX, "weight": "bold", "slant": "italic"},
    SMALL_TEXT: {"size": 12},
    SMALL_BOLD: {"size": 12, "weight": "bold"},
    BODY: {"size": 14},
    BODY_BOLD: {"size": 14, "weight": "bold"},
    BODY_ITALIC: {"size": 14, "slant": "italic"},
    BODY_BOLD_ITALIC: {"size": 14, "weight": "bold", "slant": "italic"},
    TITLE: {"size": 19, "weight": "bold"},
    TITLE_ITALIC: {"size": 19, "weight": "bold", "slant": "italic"},
    HEADING: {"size": 15, "weight": "bold"},
    HEADING_ITALIC: {"size": 15, "weight": "bold", "slant": "italic"},
    DIALOG_TITLE: {"size": 16, "weight": "bold"},
}
_TOOLKIT_FONTS = ("TkDefaultFont", "TkTextFont", "TkMenuFont", "TkIconFont", "TkHeadingFont")


class _OfficeTheme(ttk.Theme):
    """Our colours where ttkbootstrap would derive its own (black selection, colourless greys)."""

    def to_definitions(self) -> list[Any]:
        parent: Any = super()
        definitions: list[Any] = parent.to_definitions()
        for definition in definitions:
            colors = definition.colors
            colors.primary, colors.danger, colors.warning, colors.success = NAVY, RED, AMBER, GREEN
            colors.secondary, colors.border, colors.active = INK_SOFT, EDGE, HOVER
            colors.selectbg, colors.selectfg = SELECTION, INK
        return definitions


def register() -> None:
    """Make the theme `NAME` known; call it before `ttk.App(theme=NAME)` (switching later costs a hundred ms)."""
    family: Any = _OfficeTheme(
        name="humas",
        primary="#1f5f9e",
        success="#2e7d32",
        info="#0b7285",
        warning="#b7791f",
        danger="#b3261e",
        neutral="#5b6675",
        light={"background": PAPER, "foreground": INK},
    )
    family.register()


def prepare(root: tk.Tk) -> None:
    """Fonts and defaults of the toolkit, in the screen's pixels; once, before the first widget."""
    family = str(ttk.Fonts.describe("TkDefaultFont")["family"])
    for name, options in _FONTS.items():
        ttk.Fonts.create_alias(name, family=family, **{**options, "size": -px(root, options["size"])})
    for name in _TOOLKIT_FONTS:
        ttk.Fonts.configure(name, size=-px(root, _UI_PX))
    ttk.Fonts.configure("TkTooltipFont", size=-px(root, 12))
    root.option_add("*tearOff", False)
    root.option_add("*TCombobox*Listbox.font", UI)
    root.option_add("*TCombobox*Listbox.selectBackground", SELECTION, "interactive")
    root.option_add("*TCombobox*Listbox.selectForeground", INK, "interactive")


def px(widget: tk.Misc, length: float) -> int:
    """Screen pixels for a length in logical pixels."""
    scaled: int = ttk.scale_size(widget, length)
    return scaled


def pads(widget: tk.Misc, *lengths: float) -> tuple[int, ...]:
    """Several lengths at once, for padding=, padx= and pady=: `padx=pads(self, GAP, 0)`."""
    return tuple(px(widget, length) for length in lengths)


def pair(widget: tk.Misc, first: float, second: float) -> tuple[int, int]:
    """Two lengths, for the two sides of padx= and pady=."""
    return px(widget, first), px(widget, second)


def scale(widget: tk.Misc) -> float:
    """Screen pixels per logical pixel: 1.0 at 100 %, 1.25 at 125 %."""
    return float(widget.tk.call("tk", "scaling")) * 72 / 96


def within_screen(widget: tk.Misc, width: int, height: int) -> tuple[int, int]:
    """A window's size, no larger than the screen leaves room for beside its own bars and the window's frame."""
    room = px(widget, SCREEN_BARS)
    return min(width, widget.winfo_screenwidth()), min(height, widget.winfo_screenheight() - room)


def plain_text(widget: tk.Text, *, background: str = PAPER) -> None:
    """A Text without border, in body type, that the theme leaves alone (our colours also survive a theme walk)."""
    widget._tb_borderless = True  # type: ignore[attr-defined]  # noqa: SLF001  # ttkbootstrap's own mark, read by its theme walk
    widget.configure(
        relief="flat",
        borderwidth=0,
        highlightthickness=0,
        background=background,
        foreground=INK,
        insertbackground=INK,
        insertwidth=px(widget, TINY),
        selectbackground=SELECTION,
        selectforeground=INK,
        inactiveselectbackground=SELECTION,
        font=BODY,
        wrap="word",
        undo=False,
        spacing1=px(widget, BODY_LEADING_BEFORE),
        spacing2=px(widget, BODY_LEADING_BEFORE + BODY_LEADING_AFTER),
        spacing3=px(widget, BODY_LEADING_AFTER),
    )
