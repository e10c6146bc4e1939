"""The toolkit's icons, each shape drawn once: a start shows some fifty pictures, of twenty shapes in several colours."""

from functools import lru_cache

from PIL import Image
from ttkbootstrap.style.icons import IconRenderer

_INK = "#000000"
_draw = IconRenderer.render
"""The toolkit's own: four channels at six times the size, a millisecond for each colour and state."""


def draw_shapes_once() -> None:
    """Have the toolkit's icons coloured from shapes that are kept, from now on."""
    IconRenderer.render = _coloured  # type: ignore[method-assign]  # the toolkit has no other door to its icons


def _coloured(name: str, size: int | tuple[int, int], color: str) -> Image.Image:
    """What `IconRenderer.render` gives: the icon in this colour, clear around it. ValueError for an unknown name."""
    shape = _shape(name, size)
    icon = Image.new("RGBA", shape.size, color)
    icon.putalpha(shape)
    return icon


@lru_cache(maxsize=512)
def _shape(name: str, size: int | tuple[int, int]) -> Image.Image:
    """How much of each pixel the icon covers."""
    drawn: Image.Image = _draw(name, size, _INK)
    return drawn.getchannel("A")
