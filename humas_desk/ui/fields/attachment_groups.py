"""Attachments in the form: their list below the body, and the head of the one that is written on."""

from collections.abc import Callable
from functools import partial
import tkinter as tk

from humas_desk.desk.session import Session
from humas_desk.desk.sheet import add_attachment, move_attachment, remove_attachment
from humas_desk.release.release import Attachment
from humas_desk.ui import theme
from humas_desk.ui.blocks.card import CardShell, problem_label
from humas_desk.ui.blocks.small_button import icon_button, word_button
from humas_desk.ui.fields.field import Field, Report
from humas_desk.ui.fields.fold import Fold
from humas_desk.ui.fields.line_field import label_above
from humas_desk.ui.fields.sections import summary_text
from humas_desk.ui.fields.text_field import TextField, TextLook
from humas_desk.wording import _, ngettext

_SEPARATOR = "  ·  "


class AttachmentList:
    """A row that opens: every attachment with what it holds; each is opened, and written on like the release."""

    fields: tuple[Field, ...] = ()

    def __init__(
        self,
        parent: tk.Misc,
        edit: Callable[[str, object, str | None], None],
        *,
        turn_to: Callable[[int], None],
        tell: Callable[[str], object],
    ) -> None:
        """`edit(place, value, then)` is one undo step, the cursor goes to `then`. `turn_to`: write on this one."""
        self._edit = edit
        self._turn_to = turn_to
        self._tell = tell
        self._session: Session | None = None
        self._labels: tuple[str, ...] = ()
        self._stops: list[tk.Misc] = []
        self._problem: tk.Label | None = None
        self.fold = Fold(parent, build=self._build, name=_("Attachments"))
        self.frame = self.fold.frame

    @property
    def header(self) -> tk.Misc:
        return self.fold.header

    @property
    def buttons(self) -> tuple[tk.Misc, ...]:
        return tuple(self._stops) if self.fold.is_open else ()

    def show(self, session: Session) -> None:
        self._session = session
        self.fold.say(self._closed_line() if not self.fold.is_open else "")
        if self.fold.body.winfo_children():
            self._show_items()

    def covers(self, place: str) -> bool:
        return place == "attachments" or place.startswith("attachments[")

    def open(self) -> None:
        if not self.fold.is_open:
            self.fold.toggle()

    def show_problems(self, sentences: dict[str, str]) -> None:
        sentence = next(iter(sentences.values()), "")
        if self.fold.is_open and self._problem is not None:
            self._problem.configure(text=sentence)
            if sentence:
                self._problem.pack(side="bottom", fill="x")
            else:
                self._problem.pack_forget()
        elif self._session is not None:
            self.fold.say("" if self.fold.is_open else sentence or self._closed_line(), is_alarming=bool(sentence))

    def add(self) -> None:
        """One more, with the cursor in its title."""
        if self._session is not None:
            release = self._session.release
            there = f"attachments[{len(release.attachments)}].title"
            self._edit("attachments", add_attachment(release).attachments, there)

    def _remove(self, index: int) -> None:
        if self._session is not None:
            self._edit("attachments", remove_attachment(self._session.release, index).attachments, None)
            self._tell(_("Attachment deleted"))

    def move(self, stop: tk.Misc, delta: int) -> None:
        """The attachment that this button opens one place up (-1) or down (+1)."""
        if stop in self._stops[:-1]:
            self._move(self._stops.index(stop), delta)

    def _move(self, index: int, delta: int) -> None:
        """The keyboard stays at it."""
        to = index + delta
        if self._session is not None and 0 <= to < len(self._attachments):
            self._edit("attachments", move_attachment(self._session.release, index, to).attachments, None)
            self._stops[to].focus_set()

    def _closed_line(self) -> str:
        names = _SEPARATOR.join(name_of(index, one) for index, one in enumerate(self._attachments))
        return names or _("pages of their own behind the release")

    @property
    def _attachments(self) -> tuple[Attachment, ...]:
        return self._session.release.attachments if self._session is not None else ()

    def _build(self, body: tk.Frame) -> None:
        self._problem = problem_label(body)
        self._list = tk.Frame(body, background=theme.PAPER, height=theme.px(body, theme.HAIR))
        self._list.pack(fill="x")
        self._add = word_button(body, _("Add an attachment"), "plus-lg", self.add)
        self._add.pack(anchor="w")
        self._stops = [self._add]
        if self._session is not None:
            self.show(self._session)

    def _show_items(self) -> None:
        labels = tuple(_label(index, one) for index, one in enumerate(self._attachments))
        if labels == self._labels:
            return
        self._labels = labels
        for child in self._list.winfo_children():
            child.destroy()
        self._stops = [*(self._draw_item(index, label) for index, label in enumerate(labels)), self._add]
        if not labels:
            self._list.configure(height=theme.px(self._list, theme.HAIR))

    def _draw_item(self, index: int, label: str) -> tk.Misc:
        line = tk.Frame(self._list, background=theme.PAPER)
        line.pack(fill="x")
        icon_button(line, "x-lg", _("Remove (Del)"), partial(self._remove, index)).pack(side="right")
        for icon, hint, delta, can in (
            ("arrow-down", _("Move down (Alt+↓)"), 1, index + 1 < len(self._attachments)),
            ("arrow-up", _("Move up (Alt+↑)"), -1, index > 0),
        ):
            if can:
                icon_button(line, icon, hint, partial(self._move, index, delta)).pack(side="right")
        button = word_button(line, label, "pencil-square", partial(self._turn_to, index))
        button.bind("<Delete>", lambda _event: self._remove(index))
        button.pack(side="left", anchor="w")
        return button


class AttachmentHead:
    """The card over an attachment's parts: which one it is, the way back, its title."""

    buttons: tuple[tk.Misc, ...] = ()
    """The way back is a key too: Tab goes from the title to the first part."""

    def __init__(self, parent: tk.Misc, report: Report, *, turn_back: Callable[[], None]) -> None:
        self.attachment = 0
        self.shell = CardShell(parent)
        self.frame = self.shell.frame
        line = tk.Frame(self.shell.body, background=theme.PAPER)
        line.pack(fill="x")
        self.back = word_button(line, _("Back to the release (Esc)"), "arrow-left", turn_back)
        self.back.pack(side="left")
        self._count = label_above(line, "", theme.PAPER)
        self._count.pack(side="right")
        look = TextLook(placeholder=_("Title of the attachment"), fonts=theme.TITLE_FONTS)
        self._title = TextField(self.shell.body, "attachments[0].title", report, look=look)
        self._title.frame.pack(fill="x", pady=(theme.px(parent, theme.SMALL), 0))

    @property
    def fields(self) -> tuple[Field, ...]:
        return (self._title,)

    def show(self, session: Session) -> None:
        attachments = session.release.attachments
        self._title.name = f"attachments[{self.attachment}].title"
        self._count.configure(text=_("Attachment {number}").format(number=self.attachment + 1))
        if self.attachment < len(attachments):
            self._title.show(attachments[self.attachment].title)

    def covers(self, place: str) -> bool:
        return place in ("title", self._title.name)

    def open(self) -> None:
        return None

    def show_problems(self, sentences: dict[str, str]) -> None:
        self.shell.show_problem(next(iter(sentences.values()), ""))


def name_of(index: int, attachment: Attachment) -> str:
    """Its title, else its number."""
    return summary_text(attachment.title).strip() or _("Attachment {number}").format(number=index + 1)


def _label(index: int, attachment: Attachment) -> str:
    count = len(attachment.blocks)
    parts = ngettext("{count} part", "{count} parts", count).format(count=count)
    return f"{index + 1}. {name_of(index, attachment)}{_SEPARATOR}{parts}"
