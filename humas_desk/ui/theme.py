"""The look: every colour, font and pixel of the window. No other file may hold a colour or a pixel number.

Lengths are logical pixels at 100 % (96 dpi); `px` turns them into the screen's. `register` goes before the root exists,
`prepare` right after, before the first widget. `wear` changes look and size later: the colours below are then others, so
they are read when a widget is made (never kept, never a default argument), and the window's widgets are made anew.
"""

import sys
import tkinter as tk
from typing import Any, Final

import ttkbootstrap as ttk
from ttkbootstrap.themes.builtin import CURATED_THEMES

from humas_desk.values import dataclass

LIGHT: Final = "light"
DARK: Final = "dark"
CONTRAST: Final = "contrast"

# Colours of the light look -----------------------------------------------------------------------------------------
NAVY = "#194c7e"
FILLED = "#194c7e"
"""The ground of the one filled button; white letters stand on it."""
NAVY_SOFT = "#e8eff7"
"""Behind a chosen row or a dragged card."""
INK = "#1c2733"
INK_SOFT = "#54606e"
"""Labels, hints, the made sentence (7:1 on white)."""
INK_FAINT = "#6d7885"
"""Placeholders and icons at rest (4.5:1 on white)."""
INK_OFF = "#9aa4af"
"""What cannot be taken now."""
PAPER = "#ffffff"
"""Behind what is written: cards, fields, dialogs."""
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

SHEET: Final = "#ffffff"
"""Paper stays white in every look, as it is printed."""
PAGE_MARK: Final = "#194c7e"
"""The bar beside the card that is written in, on that paper."""

_SURFACES = ("CHROME", "DESK", "EDGE", "RED_SOFT", "AMBER_SOFT")
_LOOKS: dict[str, dict[str, str]] = {
    LIGHT: {name: value for name, value in globals().items() if name.isupper() and str(value).startswith("#")},
    DARK: {
        "NAVY": "#6aa5dc",
        "FILLED": "#4583bd",
        "NAVY_SOFT": "#27394c",
        "INK": "#e8edf3",
        "INK_SOFT": "#b0bbc7",
        "INK_FAINT": "#909dab",
        "INK_OFF": "#66727f",
        "PAPER": "#1f2731",
        "CHROME": "#171d25",
        "DESK": "#0f1419",
        "EDGE": "#364250",
        "EDGE_STRONG": "#566575",
        "HOVER": "#2b3642",
        "SHADE": "#05070a",
        "SELECTION": "#3d5873",
        "RED": "#f2938a",
        "RED_SOFT": "#3b2423",
        "AMBER": "#e5b762",
        "AMBER_SOFT": "#38301c",
        "GREEN": "#86c98f",
    },
    CONTRAST: {
        "NAVY": "#00007a",
        "FILLED": "#00007a",
        "NAVY_SOFT": "#ffee70",
        "INK": "#000000",
        "INK_SOFT": "#000000",
        "INK_FAINT": "#333333",
        "INK_OFF": "#595959",
        "PAPER": "#ffffff",
        "CHROME": "#ffffff",
        "DESK": "#e0e0e0",
        "EDGE": "#000000",
        "EDGE_STRONG": "#000000",
        "HOVER": "#fff6b0",
        "SHADE": "#000000",
        "SELECTION": "#ffe14d",
        "RED": "#8b0000",
        "RED_SOFT": "#ffffff",
        "AMBER": "#5a3500",
        "AMBER_SOFT": "#ffffff",
        "GREEN": "#004400",
    },
}
LOOKS: Final = (LIGHT, DARK, CONTRAST)

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
THUMBNAIL_SMALL = (60, 40)
MEAN_LETTER = 7.2
"""Width of a letter of body type, to guess heights of what is not shown yet."""
BODY_LINE = 21
DRAG_ZONE = 48
"""Near the form's upper and lower edge a dragged card makes it scroll."""
FORM_WIDEST = 800
FORM_NARROWEST = 420
PAGE_WIDEST = 900
PAGE_MARGIN = 18
PAGE_SHADOW = 2
PAGE_BAR = 3
"""Width of the bar in the page's margin."""
PAGE_BAR_GAP = 9
"""Between that bar and the text."""
FOLLOW_SHARE = 0.3
"""Of the view, above the line that was brought into it."""
WINDOW_SIZE = (1366, 720)
WINDOW_SMALLEST = (1024, 600)
SCREEN_BARS = 80
"""Height that the system's bar and a window's title take."""
DIALOG_WIDTH = 520
LABEL_WRAP = 360
TOAST_WIDTH = 420
PROBLEM_WRAP = 480
COUNT_COLUMNS = 14
"""Room for "3 dari 12" in the find bar, in characters."""
NAME_COLUMNS = 64
"""Width of a file name's field, in characters."""
COPIES_COLUMNS = 5
PAGES_COLUMNS = 14
COPY_SIZE = (620, 560)
COPY_INSET = (14, 10)
WHEEL_STEP = 60
SETTINGS_SIZE = (1040, 640)
SETTINGS_LIST_WIDTH = 200
SETTINGS_FORM_WIDTH = 400
TEMPLATES_SIZE = (1160, 660)
TEMPLATES_FORM_WIDTH = 440
TEMPLATES_WRAP = 376
PALETTE_TOP = 52
STYLE_PICTURE = (102, 130)
"""Of a template, to choose it by."""
HELP_SIZE = (860, 620)
HELP_LIST = 240
HELP_PICTURE = 560
FIRST_DAY_SIZE = (960, 584)
FIRST_DAY_FORM = 448
FIRST_DAY_WRAP = 400
PALETTE_WIDTH = 560
WELL_SIZE = (96, 72)
WELL_WRAP = 220
ZOOM_STEPS = (0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
"""Shares of the page's true size at the screen's resolution."""
SIZE_STEPS = (80, 90, 100, 110, 125, 150, 175, 200)
"""Sizes of the window's own rows, icons and letters, in percent."""

# Times -------------------------------------------------------------------------------------------------------------
PREVIEW_DELAY_MS = 50
DRAG_STEP_MS = 16
POLL_BUSY_MS = 8
TOAST_MS = 6000
FIRST_DAY_MS = 700
"""The window stands and its page is painted before the first steps are offered over it."""
AFTER_PAINT_MS = 1
AFTER_START_MS = 400
PROGRESS_STEP_MS = 12
TYPE_AHEAD_MS = 1000
"""Letters within this time belong to one word, in lists to choose from."""
WAITING_MS = 250
"""What is there by then is not announced."""
OFFICE_SAVE_MS = 400
TEMPLATE_SAVE_MS = 120
SAVING_LOOK_MS = 300
SWEEP_MS = 1000
COUNTS_DELAY_MS = 250

# Fonts (named in Tk; sizes in px so that lines are as high as designed) --------------------------------------------
UI = "TkTextFont"
"""The toolkit's own for fields: each new field would load it, only to take another."""
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
_TOOLKIT_FONTS = ("TkDefaultFont", "TkMenuFont", "TkIconFont", "TkHeadingFont")


@dataclass(slots=True)
class _Worn:
    """What the window wears now."""

    look: str = LIGHT
    percent: int = 100
    screen: float = 4 / 3
    """Tk's own pixels per point on this screen, before our size."""


_worn = _Worn()
_pixels: dict[float, int] = {}
"""What the toolkit gave for each length at this size: four hundred lengths are asked for until the window stands."""


class _OfficeTheme(ttk.Theme):
    """Our colours where ttkbootstrap would derive its own (black selection, colourless greys)."""

    def to_definitions(self) -> list[Any]:
        parent: Any = super()
        definitions: list[Any] = parent.to_definitions()
        for definition in definitions:
            colors = definition.colors
            colors.primary, colors.danger, colors.warning, colors.success = FILLED, RED, AMBER, GREEN
            colors.secondary, colors.border, colors.active = INK_SOFT, EDGE, HOVER
            colors.selectbg, colors.selectfg, colors.inputbg = SELECTION, INK, PAPER
        return definitions


def register(look: str = LIGHT) -> str:
    """Put on the colours of this look; gives the toolkit's theme for `ttk.App(theme=…)` (switching later costs more)."""
    CURATED_THEMES.clear()  # the toolkit's own thirty: nobody can choose them, and a start would mix all their colours
    _worn.look, _worn.percent = look, 100
    _colour(look)
    return _toolkit_theme()


def prepare(root: tk.Tk) -> None:
    """Fonts and defaults of the toolkit, in the screen's pixels; once, before the first widget."""
    _worn.screen = float(root.tk.call("tk", "scaling"))
    _pixels.clear()
    # for each picture the toolkit asks the screen for these two by name, unless some part of a window has them
    root.configure(highlightcolor="black", highlightbackground="white")
    family = str(ttk.Fonts.describe("TkDefaultFont")["family"])
    for name, options in _FONTS.items():
        ttk.Fonts.create_alias(name, family=family, **{**options, "size": -px(root, options["size"])})
    _size_toolkit_fonts(root)
    root.option_add("*tearOff", False)
    root.option_add("*TCombobox*Listbox.font", UI)
    _choose_list_colours(root)


def wear(root: tk.Tk, look: str, percent: int) -> None:
    """Another look and size, for everything that is made from now on; what stands there already is to be made anew."""
    if (look, percent) == (_worn.look, _worn.percent):
        return
    _worn.look, _worn.percent = look, percent
    _colour(look)
    root.tk.call("tk", "scaling", _worn.screen * percent / 100)
    _pixels.clear()
    for name, options in _FONTS.items():
        ttk.Fonts.configure(name, size=-px(root, options["size"]))
    _size_toolkit_fonts(root)
    ttk.Style().theme_use(_toolkit_theme())
    root.configure(background=PAPER)
    _choose_list_colours(root)


def worn() -> tuple[str, int]:
    """Look and size, in percent, that the window wears now."""
    return _worn.look, _worn.percent


def next_size(percent: int, direction: int) -> int:
    """The next step of `SIZE_STEPS` up (+1) or down (-1), the designed size for 0; the last step stays."""
    if direction == 0:
        return 100
    steps = [step for step in SIZE_STEPS if (step - percent) * direction > 0]
    return percent if not steps else min(steps, key=lambda step: abs(step - percent))


def _colour(look: str) -> None:
    """The names of this module mean the colours of this look."""
    names = globals()
    names.update(_LOOKS[look])
    names.update({f"SURFACE_{name.removesuffix('_SOFT')}": f"@{names[name]}" for name in _SURFACES})


def _toolkit_theme() -> str:
    """The toolkit's theme for the look and size that are worn, made when it is first wanted.

    Each size has a theme of its own, because the toolkit keeps the pixels of a theme's elements.
    """
    family = f"humas-{_worn.look}-{_worn.percent}"
    mode = "dark" if _worn.look == DARK else "light"
    name = f"{family}-{mode}"
    if ttk.Style.instance is None or name not in ttk.Style.instance.theme_names():
        ground: Any = {mode: {"background": PAPER, "foreground": INK}}
        inks: Any = {"primary": FILLED, "success": GREEN, "warning": AMBER, "danger": RED}
        made: Any = _OfficeTheme(name=family, info="#0b7285", neutral="#5b6675", **inks, **ground)
        made.register()
    return name


def _size_toolkit_fonts(root: tk.Tk) -> None:
    for name in _TOOLKIT_FONTS:
        ttk.Fonts.configure(name, size=-px(root, _UI_PX))
    ttk.Fonts.configure("TkTooltipFont", size=-px(root, 12))


def _choose_list_colours(root: tk.Tk) -> None:
    """The drop-down lists of fields; the newest word of the option table wins."""
    for option, colour in (
        ("selectBackground", SELECTION),
        ("selectForeground", INK),
        ("background", PAPER),
        ("foreground", INK),
    ):
        root.option_add(f"*TCombobox*Listbox.{option}", colour, "interactive")


def px(widget: tk.Misc, length: float) -> int:
    """Screen pixels for a length in logical pixels."""
    scaled = _pixels.get(length)
    if scaled is None:
        scaled = _pixels[length] = ttk.scale_size(widget, length)
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


def true_scale(widget: tk.Misc) -> float:
    """Screen pixels per 1/96 inch as it is printed, whatever the size of the window's own rows and letters."""
    return scale(widget) * 100 / _worn.percent


def line(parent: tk.Misc) -> tk.Frame:
    """A thin line to pack or grid between two parts."""
    return tk.Frame(parent, background=EDGE, width=px(parent, HAIR), height=px(parent, HAIR))


def within_screen(widget: tk.Misc, width: int, height: int) -> tuple[int, int]:
    """A window's size, no larger than the screen leaves room for beside its own bars and the window's frame."""
    room = px(widget, SCREEN_BARS)
    return min(width, widget.winfo_screenwidth()), min(height, widget.winfo_screenheight() - room)


def plain_text(widget: tk.Text, *, background: str = "", font: str = BODY) -> None:
    """A Text without border, in body type or this one, that the theme leaves alone (our colours also survive a theme walk)."""
    widget._tb_borderless = True  # type: ignore[attr-defined]  # noqa: SLF001  # ttkbootstrap's own mark, read by its theme walk
    widget.configure(
        relief="flat",
        borderwidth=0,
        highlightthickness=0,
        background=background or PAPER,
        foreground=INK,
        insertbackground=INK,
        insertwidth=px(widget, TINY),
        selectbackground=SELECTION,
        selectforeground=INK,
        inactiveselectbackground=SELECTION,
        font=font,
        wrap="word",
        undo=False,
        spacing1=px(widget, BODY_LEADING_BEFORE),
        spacing2=px(widget, BODY_LEADING_BEFORE + BODY_LEADING_AFTER),
        spacing3=px(widget, BODY_LEADING_AFTER),
    )
