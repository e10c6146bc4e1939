"""Title and subtitle, on one white card at the top of the form."""

import tkinter as tk

from humas_desk.desk.session import Session
from humas_desk.ui import theme
from humas_desk.ui.blocks.card import CardShell
from humas_desk.ui.fields.codecs import Rich
from humas_desk.ui.fields.field import Field, Report
from humas_desk.ui.fields.text_field import TextField, TextLook
from humas_desk.wording import _


class TitleGroup:
    """A bold title that grows with what is written, and the line under it."""

    buttons: tuple[tk.Misc, ...] = ()

    def __init__(self, parent: tk.Misc, report: Report) -> None:
        self.shell = CardShell(parent)
        self.frame = self.shell.frame
        look = TextLook(placeholder=_("Title"), fonts=theme.TITLE_FONTS)
        self._title = TextField(self.shell.body, "title", report, look=look)
        self._title.frame.pack(fill="x")
        look = TextLook(placeholder=_("Subtitle, if there is one"), ink=theme.INK_SOFT)
        self._subtitle = TextField(self.shell.body, "subtitle", report, codec=Rich(optional=True), look=look)
        self._subtitle.frame.pack(fill="x", pady=(theme.px(parent, theme.TINY), 0))

    @property
    def fields(self) -> tuple[Field, ...]:
        return self._title, self._subtitle

    def show(self, session: Session) -> None:
        self._title.show(session.release.title)
        self._subtitle.show(session.release.subtitle)

    def covers(self, place: str) -> bool:
        return place in ("title", "subtitle")

    def open(self) -> None:
        return None

    def show_problems(self, sentences: dict[str, str]) -> None:
        self.shell.show_problem(sentences.get("title", "") or sentences.get("subtitle", ""))
