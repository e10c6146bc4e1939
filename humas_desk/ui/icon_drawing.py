"""The toolkit's icons, made once: a start shows some fifty pictures, of twenty shapes in several colours.

The toolkit also makes every icon anew when any style comes or changes, because the look may be another. Here a change of look
makes all parts of the window anew (`MainView.wear`).
"""

from functools import lru_cache

from PIL import Image
from ttkbootstrap.style import icons

from humas_desk.ui import theme

_draw = icons.IconRenderer.render
"""The toolkit's own: four channels at six times the size, a millisecond for each colour and state."""


def make_icons_once() -> None:
    """From now on the toolkit's icons are coloured from shapes that are kept, and stay as they are."""
    icons.IconRenderer.render = _coloured  # type: ignore[method-assign]  # the toolkit has no other door to its icons
    icons._rebuild_widget_icon = _leave  # noqa: SLF001 - nor to what follows a change of look


def _coloured(name: str, size: int | tuple[int, int], color: str) -> Image.Image:
    """What `IconRenderer.render` gives: the icon in this colour, clear around it. ValueError for an unknown name."""
    shape = _shape(name, size)
    icon = Image.new("RGBA", shape.size, color)
    icon.putalpha(shape)
    return icon


@lru_cache(maxsize=512)
def _shape(name: str, size: int | tuple[int, int]) -> Image.Image:
    """How much of each pixel the icon covers."""
    drawn: Image.Image = _draw(name, size, theme.INK)
    return drawn.getchannel("A")


def _leave(_widget: object) -> None:
    return None
