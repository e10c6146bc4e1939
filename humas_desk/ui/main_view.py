"""What stands in the window: toolbar, form, page and status line, and how they hear of each other."""

from collections.abc import Callable
from dataclasses import replace
import tkinter as tk
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from humas_desk.desk.counting import count_text
from humas_desk.desk.desk import Desk
from humas_desk.desk.history import Focus
from humas_desk.desk.large_blocks import give_back_large_blocks
from humas_desk.desk.markup import styled
from humas_desk.desk.session import Change
from humas_desk.desk.settings import Settings
from humas_desk.release.problems import Problem
from humas_desk.ui import theme
from humas_desk.ui.action_table import build_actions
from humas_desk.ui.checking.reading import ProofReading
from humas_desk.ui.choices import first_choices, form_choices
from humas_desk.ui.choosing import Chooser, system_chooser
from humas_desk.ui.closing import Closing
from humas_desk.ui.commands import Commands
from humas_desk.ui.composing import take_up_composing
from humas_desk.ui.count_line import count_line
from humas_desk.ui.dialogs import tell
from humas_desk.ui.dropping import accept_files
from humas_desk.ui.faults import Faults
from humas_desk.ui.findings import findings
from humas_desk.ui.form import Doors, Form
from humas_desk.ui.menu_bar import build_menu_bar
from humas_desk.ui.page_zoom import with_zoom, zoom_of
from humas_desk.ui.preview_pane import PreviewPane
from humas_desk.ui.saving_line import saving_line
from humas_desk.ui.scheduler import Scheduler
from humas_desk.ui.shell import Shell
from humas_desk.ui.split import Split
from humas_desk.ui.status_bar import StatusBar
from humas_desk.ui.sweeping import sweep_regularly
from humas_desk.ui.tag_keys import forget_tags
from humas_desk.ui.toast import Toasts
from humas_desk.ui.toolbar import Finding, Toolbar
from humas_desk.ui.undo_toast import UndoToast
from humas_desk.ui.window_place import limit_size, place_window, with_window
from humas_desk.ui.worker_link import WorkerLink
from humas_desk.wording import _

if TYPE_CHECKING:
    from humas_desk.desk.requests import Preview
    from humas_desk.ui.records.doubt_strip import DoubtStrip

COUNTS = "counts"
FINDINGS = "findings"
SAVING = "saving"
FIRST_PAINT = "first-paint"
"""Names of the window's recurring work."""


class MainView:
    """Builds the parts and passes on what changes; decides nothing about releases."""

    def __init__(self, root: ttk.App, desk: Desk, *, chooser: Chooser | None = None) -> None:
        self.root = root
        self.desk = desk
        self.scheduler = Scheduler(root)
        self.link = WorkerLink(lambda: desk.previewer, self.scheduler)
        self.shell = Shell(
            root=root,
            desk=desk,
            scheduler=self.scheduler,
            link=self.link,
            toasts=Toasts(root, self.scheduler),
            chooser=chooser or system_chooser(desk.folders.documents),
            reading=ProofReading(desk, self.scheduler),
        )
        self.closing = Closing(self.shell, end=self._end)
        self.faults = Faults(is_saved=self.shell.text_is_safe, tell=lambda message: tell(root, message))
        self.faults.install(root)
        self.commands = Commands(
            self.shell,
            form=lambda: self.form,
            preview=lambda: self.preview,
            on_session=self.show_session,
            on_choices=self.show_choices,
            on_finding=self._go_to_finding,
            actions=lambda: self.actions,
            on_wear=self.wear,
            quit_window=self.closing.ask,
        )
        self._end_listening: Callable[[], None] = _nothing
        self._problems: tuple[Problem, ...] = ()
        self._doubts: DoubtStrip | None = None
        self._build()
        self._end_listening = desk.session.subscribe(self._changed)
        self._show_state()
        self.scheduler.after(FINDINGS, theme.COUNTS_DELAY_MS, self._check)

    def show(self) -> None:
        """Put the window on the screen; what is heavy starts when the writer can type."""
        place_window(self.root, self.desk.settings)
        self.root.deiconify()
        self.scheduler.soon(FIRST_PAINT, lambda: self.scheduler.after(FIRST_PAINT, theme.AFTER_PAINT_MS, self._painted))

    def show_session(self) -> None:
        """Another release is on the desk: listen to it and show it."""
        self._unfollow()
        session = self.desk.session
        self._end_listening = session.subscribe(self._changed)
        self.form.show(session, form_choices(self.desk))
        self.preview.show_top()
        self._show_all()
        self.commands.checking.reading.begin()

    def show_choices(self) -> None:
        """Offices or templates have changed."""
        self.form.show_choices(form_choices(self.desk))
        self.preview.changed()

    def wear(self, look: str, percent: int) -> None:
        """Other colours or another size: the window's parts are made anew, at the same place of the release."""
        if (look, percent) == theme.worn():
            return
        focus = self.form.focused_place()
        covering = self.commands.records.view
        self.commands.records.uncover()
        self.desk.change_settings(replace(self._with_panes(), look=look, size_percent=percent))
        self._take_down()
        theme.wear(self.root, look, percent)
        limit_size(self.root)
        self._build()
        self.form.show_choices(form_choices(self.desk))
        self._show_all()
        self.root.update_idletasks()
        self.preview.start()
        if focus is not None:
            self.form.go_to(focus)
        if focus is None or focus.place == "title":
            self.form.scroller.scroll_to(0)
        self.commands.records.lay_again(covering.action if covering is not None else "")

    def close(self) -> None:
        """Take everything out of the window; nothing waits any more."""
        self._unfollow()
        self.commands.records.uncover()
        self._take_down()
        self.commands.checking.reading.close()
        self.scheduler.close()

    def _take_down(self) -> None:
        self.shell.toasts.hide()
        self.commands.checking.take_off()
        self.form.close()
        self.preview.close()
        self.actions.unbind(self.root)
        self._doubts = None
        for child in self.root.winfo_children():
            child.destroy()
        forget_tags(self.root)

    def _with_panes(self) -> Settings:
        """The settings with the panes as they stand now."""
        settings = replace(self.desk.settings, pane_percent=round(self.split.share * 100))
        return with_zoom(settings, self.preview.zoom)

    def _build(self) -> None:
        root, settings = self.root, self.desk.settings
        self.actions = build_actions(self.commands)
        build_menu_bar(root, self.actions)
        self.toolbar = Toolbar(root, self.actions, on_finding=self._go_to_finding, on_status=self._status)
        self.toolbar.pack(side="top", fill="x")
        tk.Frame(root, background=theme.EDGE, height=theme.px(root, theme.HAIR)).pack(side="top", fill="x")
        self.status_bar = StatusBar(root)
        self.status_bar.pack(side="bottom", fill="x")
        self.split = Split(root, share=settings.pane_percent / 100)
        self.split.pack(side="top", fill="both", expand=True)
        self.form = self._make_form()
        self.preview = self._make_preview()
        self.split.hold(self.form, self.preview)
        self.commands.checking.lay(form=self.form, beside=self.split, status_bar=self.status_bar, actions=self.actions)
        self.actions.bind(root)
        root.protocol("WM_DELETE_WINDOW", self.closing.ask)

    def _make_form(self) -> Form:
        doors = Doors(
            on_add_photo=self.commands.add_photo,
            on_office=self.commands.use_office,
            on_focus=self._focus_moved,
            on_draft=self.commands.drafts.paste,
            people=lambda index: self.desk.people(without=index),
            cities=lambda typed: self.desk.regions().complete_city(typed),
            on_number=self.commands.records.reserve_number,
            on_done=UndoToast(self.shell, self.commands.undo).show,
        )
        choices = first_choices(self.desk)
        return Form(self.split, self.desk.session, scheduler=self.scheduler, choices=choices, doors=doors)

    def _make_preview(self) -> PreviewPane:
        return PreviewPane(
            self.split,
            actions=self.actions,
            link=self.link,
            scheduler=self.scheduler,
            make_request=self.desk.preview_request,
            on_answer=self._previewed,
            on_pick=self._go_to,
            zoom=zoom_of(self.desk.settings),
        )

    def _unfollow(self) -> None:
        self._end_listening()
        self._end_listening = _nothing

    def _painted(self) -> None:
        """The window stands: the cursor goes where the writer left off, then the worker may start."""
        focus = self.desk.session.state.focus or Focus(place="title")
        if self.form.focused_place() is None:
            self.form.go_to(focus)
        if focus.place == "title":
            self.form.scroller.scroll_to(0)
        self.scheduler.after(FIRST_PAINT, theme.AFTER_PAINT_MS, self._usable)

    def _usable(self) -> None:
        """The writer can type, composed letters too: the worker starts, garbage is collected again (`app` put that off)."""
        take_up_composing(self.root)
        sweep_regularly(self.scheduler)
        give_back_large_blocks()
        self.link.start()
        self.preview.start()
        self.scheduler.every(SAVING, theme.SAVING_LOOK_MS, self._show_saving)
        rest: tuple[Callable[[], object], ...] = (
            lambda: self.form.show_choices(form_choices(self.desk)),
            lambda: accept_files(self.root, self.commands.take_dropped),
            self._tell_notices,
            self._follow_status,
            self.desk.tidy,
            self.commands.checking.reading.start,
        )
        self.scheduler.after(FIRST_PAINT, theme.AFTER_START_MS, lambda: self._settle(rest))

    def _settle(self, rest: tuple[Callable[[], object], ...]) -> None:
        """What can wait until the writer types, one after the other: between two of them a key is heard."""
        rest[0]()
        if len(rest) > 1:
            self.scheduler.after(FIRST_PAINT, theme.AFTER_PAINT_MS, lambda: self._settle(rest[1:]))

    def _follow_status(self) -> None:
        self.commands.records.follow_status(
            show=self._show_status,
            problems=lambda: self._problems,
            go=lambda place: self._go_to(Focus(place=place)),
            changed=self._show_mark,
            hinted=self._hinted,
            open_steps=self._open_steps,
        )

    def _hinted(self) -> None:
        """The desk knows something else of the text than before."""
        self.form.problems.refresh_later()
        self._check()

    def _show_doubts(self) -> None:
        """Places that still say what the release says that this one was begun from."""
        session = self.desk.session
        if self._doubts is None and session.release.unconfirmed:
            from humas_desk.ui.records.doubt_strip import DoubtStrip

            self._doubts = DoubtStrip(self.root, on_go=lambda place: self._go_to(Focus(place=place)))
        if self._doubts is None:
            return
        if self._doubts.show(session):
            self._doubts.pack(side="top", fill="x", before=self.split)
        else:
            self._doubts.pack_forget()

    def _show_status(self, words: str, icon: str) -> None:
        self.toolbar.show_status(words, icon)

    def _show_mark(self) -> None:
        """A final release has no mark of a draft."""
        self.preview.changed()

    def _open_steps(self) -> None:
        self.toolbar.open_status()

    def _status(self, button: tk.Misc) -> None:
        self.commands.records.open_status_menu(button)

    def _changed(self, change: Change) -> None:
        self.form.refresh(change)
        self.commands.records.changed()
        self.commands.checking.changed(change)
        self._show_doubts()
        self.preview.changed()
        self.actions.refresh()
        self._show_title()
        self._show_saving()
        self.scheduler.within(COUNTS, theme.COUNTS_DELAY_MS, self._show_counts)

    def _show_all(self) -> None:
        self._show_state()
        self._check()

    def _show_state(self) -> None:
        self.preview.changed()
        self.commands.records.changed()
        self._show_doubts()
        self.actions.refresh()
        self._show_title()
        self._show_saving()
        self._show_counts()

    def _check(self) -> None:
        """What is to be mended in the words alone; the pages will tell all."""
        self.scheduler.cancel(FINDINGS)
        self._problems = self.desk.session.problems()
        self._show_findings()

    def _show_title(self) -> None:
        title = "".join(piece.text for piece in styled(self.desk.session.release.title)).strip() or _("Humas Desk")
        if title != self.root.title():
            self.root.title(title)

    def _show_saving(self) -> None:
        line = saving_line(self.desk.autosave.poll())
        self.status_bar.show_saving(line.text, icon=line.icon, alarming=line.alarming)

    def _show_counts(self) -> None:
        counts = count_text(self.desk.session.release)
        self.status_bar.show_counts(count_line(counts, self.preview.page_count))

    def _show_findings(self) -> None:
        self.toolbar.show_findings(findings(self._problems, self.desk.session.release))

    def _previewed(self, preview: "Preview") -> None:
        self.scheduler.cancel(FINDINGS)
        self._problems = (*self.desk.office_problems, *preview.problems, *self.desk.session.hints)
        self._show_findings()
        self._show_counts()

    def _focus_moved(self, focus: Focus | None) -> None:
        self.actions.refresh()
        self.preview.focus_at(focus)

    def _go_to_finding(self, finding: Finding) -> None:
        self._go_to(Focus(place=finding.place))

    def _go_to(self, focus: Focus) -> None:
        """The office's facts are mended in the settings, everything else in the form."""
        if focus.place.split(".")[0] == "office":
            self.commands.settings()
        else:
            self.form.go_to(focus)

    def _tell_notices(self) -> None:
        while self.desk.notices:
            self.shell.tell_error(self.desk.notices.pop(0))

    def _end(self) -> None:
        """The text is safe, or the person decided: remember the window and go."""
        self.desk.change_settings(with_window(self._with_panes(), self.root))
        self.root.withdraw()
        self.close()
        self.desk.close()
        self.root.destroy()


def _nothing() -> None:
    return None
