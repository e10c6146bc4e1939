"""What cannot be taken now is still to be read: the toolkit's grey for it (1.6 : 1) gives way to the theme's.

The toolkit draws the borders of such buttons in the same colour as their words; they stay those of a button that can be taken.
"""

from typing import Any

from ttkbootstrap.style import StyleBuilderTTK

from humas_desk.ui import theme

_toolkit_colour = StyleBuilderTTK.disabled
_toolkit_register = StyleBuilderTTK.register_ttkstyle


def write_legibly_when_off() -> None:
    """Before the toolkit makes its first style; the colours are those of the look which is worn then."""
    StyleBuilderTTK.disabled = _colour  # type: ignore[assignment]  # the toolkit has no other door to it
    StyleBuilderTTK.register_ttkstyle = _register  # type: ignore[assignment]  # nor to a style it has just made


def _colour(builder: StyleBuilderTTK, role: str = "background", surface: str | None = None) -> str:
    if role == "text":
        return theme.INK_OFF
    grounds: str = _toolkit_colour(builder, role, surface)
    return grounds


def _register(builder: StyleBuilderTTK, style_name: str) -> object:
    if style_name.endswith("Outline.TButton"):
        mapped: Any = builder.style.map(style_name, "bordercolor")
        borders = [pair for pair in mapped if pair[0] != "disabled"]
        builder.style.map(style_name, bordercolor=borders)
    return _toolkit_register(builder, style_name)
