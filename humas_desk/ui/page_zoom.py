"""How large pages are shown, and remembering it."""

from dataclasses import replace
from enum import Enum

from humas_desk.desk.settings import Settings


class Fit(Enum):
    """Pages as large as the view has room for."""

    WIDTH = "width"
    PAGE = "page"
    """The whole page is seen at once."""


Zoom = float | Fit
"""A share of the true size, or a fit."""


def zoom_of(settings: Settings) -> Zoom:
    """The zoom as it was left."""
    if settings.zoom_whole_page:
        return Fit.PAGE
    return settings.zoom_percent / 100 if settings.zoom_percent else Fit.WIDTH


def with_zoom(settings: Settings, zoom: Zoom) -> Settings:
    """The settings with this zoom to be remembered."""
    percent = 0 if isinstance(zoom, Fit) else round(zoom * 100)
    return replace(settings, zoom_percent=percent, zoom_whole_page=zoom is Fit.PAGE)
