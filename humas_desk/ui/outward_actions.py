"""The actions of the page, and of everything that leaves the window: copies, pictures, packages."""

from functools import partial
from typing import Protocol

from humas_desk.ui.actions import Action
from humas_desk.wording import mark


class OutwardDoers(Protocol):
    """Who does it; `Commands` stands behind."""

    def copy_whatsapp(self) -> None: ...
    def copy_web(self) -> None: ...
    def page_pictures(self) -> None: ...
    def package(self) -> None: ...
    def fit_page(self) -> None: ...
    def is_fit_page(self) -> bool: ...
    def mark_drafts(self) -> None: ...
    def is_marking_drafts(self) -> bool: ...
    def zoom_whole_page(self) -> None: ...
    def zoom_true(self) -> None: ...
    def zoom_step(self, direction: int) -> None: ...
    def zoom_fit(self) -> None: ...


def outward_actions(doers: OutwardDoers) -> tuple[Action, ...]:
    """What is made of the release besides PDF and Word."""
    return (
        Action(
            id="copy-whatsapp",
            msgid=mark("Copy for &WhatsApp…"),
            run=doers.copy_whatsapp,
            keys=("Ctrl+Shift+W",),
            icon="whatsapp",
        ),
        Action(
            id="copy-web",
            msgid=mark("Copy for the we&b page…"),
            run=doers.copy_web,
            keys=("Ctrl+Shift+B",),
            icon="globe2",
        ),
        Action(
            id="page-pictures",
            msgid=mark("Pages as pictures (PN&G)…"),
            run=doers.page_pictures,
            keys=("Ctrl+Shift+G",),
            icon="file-earmark-image",
        ),
        Action(
            id="package", msgid=mark("Release pac&kage…"), run=doers.package, keys=("Ctrl+Shift+R",), icon="box-seam"
        ),
    )


def page_actions(doers: OutwardDoers) -> tuple[Action, ...]:
    """How the page is set and seen."""
    larger, smaller = partial(doers.zoom_step, 1), partial(doers.zoom_step, -1)
    return (
        Action(
            id="fit-page",
            msgid=mark("&Fit on one page"),
            run=doers.fit_page,
            keys=("Alt+1",),
            checked=doers.is_fit_page,
        ),
        Action(
            id="mark-drafts",
            msgid=mark("&Mark every page as a draft"),
            run=doers.mark_drafts,
            keys=("Ctrl+Shift+D",),
            checked=doers.is_marking_drafts,
        ),
        Action(id="zoom-in", msgid=mark("Zoom the page &in"), run=larger, keys=("Alt++",), icon="zoom-in"),
        Action(id="zoom-out", msgid=mark("Zoom the page &out"), run=smaller, keys=("Alt+-",), icon="zoom-out"),
        Action(id="zoom-fit", msgid=mark("Fit the page &width"), run=doers.zoom_fit, keys=("Alt+0",), icon="arrows"),
        Action(
            id="zoom-page", msgid=mark("Whole pa&ge"), run=doers.zoom_whole_page, keys=("Alt+9",), icon="file-earmark"
        ),
        Action(
            id="zoom-true", msgid=mark("&True size (100 %)"), run=doers.zoom_true, keys=("Alt+8",), icon="aspect-ratio"
        ),
    )
