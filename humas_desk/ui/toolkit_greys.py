"""What cannot be taken now is still to be read: the toolkit's grey for it (1.6 : 1) gives way to the theme's."""

from ttkbootstrap.style import StyleBuilderTTK

from humas_desk.ui import theme

_toolkit_colour = StyleBuilderTTK.disabled


def write_legibly_when_off() -> None:
    """Before the toolkit makes its first style; the colour is that of the look which is worn then."""
    StyleBuilderTTK.disabled = _colour  # type: ignore[assignment]  # the toolkit has no other door to it


def _colour(builder: StyleBuilderTTK, role: str = "background", surface: str | None = None) -> str:
    if role == "text":
        return theme.INK_OFF
    grounds: str = _toolkit_colour(builder, role, surface)
    return grounds
