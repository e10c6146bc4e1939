"""The versions of the open release: who kept them when and why, what differs, and the way back."""

from collections.abc import Callable
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.archive.values import Revision
from humas_desk.desk.comparing import Comparison
from humas_desk.errors import HumasError
from humas_desk.ui import theme
from humas_desk.ui.actions import Actions
from humas_desk.ui.answers import Answering, when_answered
from humas_desk.ui.records import sizes
from humas_desk.ui.records.compared_text import ComparedText
from humas_desk.ui.records.full_view import FullView
from humas_desk.ui.records.record_words import REASONS, shown_time
from humas_desk.ui.records.row_list import Cell, Column, RowList
from humas_desk.ui.shell import Shell
from humas_desk.wording import _, mark, ngettext

LIST, DIFFERENCE, CONTENT = "versions-list", "versions-difference", "versions-content"


class VersionsView(FullView):
    """The list on the left, the difference to what is written now, or to the version before, on the right."""

    action = "versions"
    title_words = mark("Versions")

    def __init__(self, shell: Shell, actions: Actions, *, on_restore: Callable[[int], object]) -> None:
        self._on_restore = on_restore
        super().__init__(shell, actions)

    def build(self) -> None:
        left = tk.Frame(self.body, background=theme.PAPER, width=theme.px(self, sizes.SIDE_WIDE))
        left.pack_propagate(False)
        left.pack(side="left", fill="y")
        theme.line(self.body).pack(side="left", fill="y")
        columns = (Column(heading=_("Kept")), Column(heading=_("Words"), width=sizes.DATE))
        self.list: RowList[Revision] = RowList(
            left, columns, cells=_cells, on_choose=self._chosen, on_open=self._restore, on_end=_nothing
        )
        self.list.pack(fill="both", expand=True)
        right = tk.Frame(self.body, background=theme.PAPER)
        right.pack(side="left", fill="both", expand=True)
        bar = ttk.Frame(right, bootstyle=theme.SURFACE_CHROME, padding=theme.pair(self, theme.PAD, theme.SNUG))
        bar.pack(side="top", fill="x")
        theme.line(right).pack(side="top", fill="x")
        self.restore = ttk.Button(bar, text=_("Restore this version"), command=self._restore_chosen)
        self.restore.configure(bootstyle="primary")
        self.restore.pack(side="right")
        self.with_before = tk.BooleanVar(self, value=False)
        for words, value in ((_("Compared with now"), False), (_("With the version before it"), True)):
            choice = ttk.Radiobutton(bar, text=words, variable=self.with_before, value=value, command=self._compare)
            choice.configure(bootstyle=theme.SURFACE_CHROME)
            choice.pack(side="left", padx=theme.pair(self, 0, theme.WIDE))
        self.text = ComparedText(right)
        self.text.pack(fill="both", expand=True)

    def entered(self) -> None:
        self.list.canvas.focus_set()
        desk = self.shell.desk
        answer = desk.archive.versions(desk.session.release.id)
        when_answered(self.shell.scheduler, LIST, answer, self._show, refused=self._refused)

    def left(self) -> None:
        for name in (LIST, DIFFERENCE, CONTENT):
            self.shell.scheduler.cancel(name)

    def _show(self, versions: tuple[Revision, ...]) -> None:
        self.list.show(versions)
        self.restore.state(["!disabled" if versions else "disabled"])
        if not versions:
            self.text.say(_("No version is kept yet. One is kept every few minutes while you write."))

    def _chosen(self, version: Revision | None) -> None:
        if version is not None:
            self._compare()

    def _compare(self) -> None:
        """Ask what differs; what stands there stays until the answer is there."""
        chosen, desk, scheduler = self.list.chosen, self.shell.desk, self.shell.scheduler
        if chosen is None:
            return
        now = desk.session.release
        if not self.with_before.get():
            answer = desk.archive.compare(chosen.id, now)
            self._ask(answer, lambda compared: self.text.show(compared, now))
            return
        before = self._before(chosen)
        if before is None:
            self.text.say(_("This is the first version."))
            return
        self._ask(
            desk.archive.compare(before.id, chosen.id),
            lambda compared: when_answered(
                scheduler,
                CONTENT,
                desk.archive.version(chosen.id),
                lambda state: self.text.show(compared, state.release),
                refused=self._refused,
            ),
        )

    def _ask(self, answer: Answering[Comparison], show: Callable[[Comparison], object]) -> None:
        self.shell.scheduler.cancel(CONTENT)
        when_answered(self.shell.scheduler, DIFFERENCE, answer, show, refused=self._refused)

    def _before(self, version: Revision) -> Revision | None:
        """The version that was kept before this one."""
        place = self.list.rows.index(version) + 1
        return self.list.rows[place] if place < len(self.list.rows) else None

    def _refused(self, error: HumasError) -> None:
        self.text.say(_("This version could not be read."))
        self.shell.tell_error(error)

    def _restore_chosen(self) -> None:
        if self.list.chosen is not None:
            self._restore(self.list.chosen)

    def _restore(self, version: Revision) -> None:
        self._on_restore(version.id)


def _cells(version: Revision) -> tuple[Cell, ...]:
    who = version.who or _("unsigned")
    why = _(REASONS[version.why])
    words = ngettext("{count} word", "{count} words", version.words).format(count=version.words)
    always = ((_("kept for ever"), False),) if version.kept else ()
    return (
        Cell(text=shown_time(version.at), is_strong=version.kept, below=((f"{why} · {who}", False),)),
        Cell(text=words, below=always),
    )


def _nothing() -> None:
    return None
