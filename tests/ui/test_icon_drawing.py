"""The toolkit's icons, coloured from shapes that are drawn once."""

from PIL import Image
import pytest
from ttkbootstrap.style.icons import IconRenderer

from humas_desk.ui.icon_drawing import make_icons_once


def icon(name: str, color: str) -> Image.Image:
    make_icons_once()
    drawn: Image.Image = IconRenderer.render(name, (16, 16), color)
    return drawn


def test_an_icon_has_one_colour_and_is_clear_around_it() -> None:
    drawn = icon("gear", "#194c7e")
    assert [drawn.getchannel(channel).getextrema() for channel in "RGB"] == [(0x19, 0x19), (0x4C, 0x4C), (0x7E, 0x7E)]
    assert drawn.getchannel("A").getextrema() == (0, 255)


def test_an_icon_has_the_same_shape_in_every_colour_and_another_icon_another() -> None:
    navy, white, other = icon("gear", "#194c7e"), icon("gear", "#ffffff"), icon("printer", "#ffffff")
    assert navy.getchannel("A").tobytes() == white.getchannel("A").tobytes() != other.getchannel("A").tobytes()
    assert white.getpixel((8, 2)) != navy.getpixel((8, 2))


def test_a_name_that_is_no_icon_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="no-such-icon"):
        icon("no-such-icon", "#194c7e")
