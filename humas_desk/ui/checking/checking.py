"""The checker in one window: lines, reasons, fixes, the panel, and the way from finding to finding."""

from collections.abc import Callable
import tkinter as tk
from typing import TYPE_CHECKING

from humas_desk.desk.history import Focus
from humas_desk.desk.ignoring import IN_OFFICE, Reach, ignore, needs_reason, note_of
from humas_desk.desk.proofs import mend, mend_definite, next_finding, stands
from humas_desk.desk.session import Change
from humas_desk.errors import HumasError
from humas_desk.language.findings import Finding
from humas_desk.release.release import Ignored
from humas_desk.ui.actions import Actions
from humas_desk.ui.checking.finding_words import counted
from humas_desk.ui.checking.marks import FindingMarks
from humas_desk.ui.checking.tip import FindingTip
from humas_desk.ui.form import Form
from humas_desk.ui.shell import Shell
from humas_desk.ui.status_bar import StatusBar
from humas_desk.ui.undo_toast import UndoToast
from humas_desk.wording import _, ngettext

if TYPE_CHECKING:
    from humas_desk.desk.checking import HouseStyle
    from humas_desk.ui.checking.panel import CheckPanel


class Checking:
    """Made once with the window; `lay` puts it over the window's parts whenever those are made anew."""

    def __init__(self, shell: Shell, *, undo: Callable[[], object]) -> None:
        self._shell = shell
        self._toast = UndoToast(shell, undo)
        self.reading = shell.reading
        self.reading.on_found = self._found
        self.reading.on_trouble = shell.tell_error
        self._is_open = False
        self.panel: CheckPanel | None = None
        self.menu: tk.Menu | None = None
        self._form: Form | None = None

    def lay(self, *, form: Form, beside: tk.Widget, status_bar: StatusBar, actions: Actions) -> None:
        """Over these parts of the window; the panel stands right of `beside`."""
        self._form, self._beside, self._status_bar, self._actions = form, beside, status_bar, actions
        self.marks = FindingMarks(form)
        hint = _("{key} offers what can be done").format(key=actions["fixes"].keys[0])
        self.tip = FindingTip(self._shell.root, self._shell.scheduler, self.marks.at_point, hint=hint)
        form.book.on_shown = self.marks.mark
        form.book.on_menu = self._menu_wanted
        status_bar.on_findings = self.toggle_panel
        self.panel = None
        if self._is_open:
            self._open_panel()
        self._found()

    def take_off(self) -> None:
        """The window's parts go away."""
        if self._form is not None:
            self.tip.hide()
            self._form, self.panel = None, None

    def changed(self, change: Change) -> None:
        """The release has changed."""
        self.tip.hide()
        self.reading.changed(change)

    # What the actions do -------------------------------------------------------------------------------------------

    def toggle_panel(self) -> None:
        """Open the panel, or close it."""
        if self.panel is None:
            self._open_panel()
            self.panel_list_focus()
        else:
            self.close_panel()

    def is_panel_open(self) -> bool:
        return self.panel is not None

    def close_panel(self) -> None:
        """Take the panel away; the cursor is in the form again."""
        self._is_open = False
        panel, self.panel = self.panel, None
        if panel is None:
            return
        had_focus = str(panel.focus_get() or "").startswith(str(panel))
        panel.destroy()
        focus = self._shell.desk.session.state.focus
        if had_focus and focus is not None and self._form is not None:
            self._form.go_to(focus)

    def panel_list_focus(self) -> None:
        """The keyboard walks in the list."""
        if self.panel is not None:
            self.panel.list.focus_set()

    def walk(self, direction: int) -> None:
        """To the next finding behind the cursor (+1) or before it (-1), with its details beside."""
        form = self._form
        if form is None:
            return
        self.reading.ask_now()
        now = self.panel.chosen if self.panel is not None else None
        found = next_finding(
            self._current(), self._shell.desk.session.release, form.focused_place(), back=direction < 0, now=now
        )
        if found is None:
            self._shell.toasts.show(_("Nothing found") if self.reading.is_known else _("Reading…"))
            return
        self._open_panel()
        self._go(found)

    def fixes(self) -> None:
        """The menu of fixes at the cursor."""
        finding = self.marks.at_cursor()
        if finding is None or self._form is None:
            self._shell.toasts.show(_("There is no finding at the cursor"), icon="info-circle")
            return
        widget = self._form.book.focused_widget() or self._form
        self._post(finding, *_below_cursor(widget))

    def mend_definite(self) -> None:
        """All fixes that are right beyond doubt: one undo step, and a way back beside it."""
        session = self._shell.desk.session
        release, count = mend_definite(session.release, self._current())
        if count:
            session.edit(lambda _release: release)
            self._toast.show(ngettext("{count} mistake mended", "{count} mistakes mended", count).format(count=count))

    def can_mend_definite(self) -> bool:
        """Asked after every key: what was found decides, not what stands there at this moment."""
        return self.reading.has_definite

    def house_style(self) -> None:
        """The office's choices and dictionary."""
        from humas_desk.ui.checking.style_dialog import StyleDialog

        StyleDialog(self._shell, on_change=self.reading.reload).run()

    # What can be done about one ------------------------------------------------------------------------------------

    def mend(self, finding: Finding, fix: str) -> None:
        """One fix, one undo step; the cursor stands behind it."""
        session = self._shell.desk.session
        if stands(session.release, finding):
            edited = mend(session.release, finding, fix)
            session.edit(lambda _release: edited.release, edited.focus)

    def leave(self, finding: Finding, reach: Reach) -> None:
        """Leave it from now on; what must be right is left with a reason only."""
        from humas_desk.ui.checking.reason_dialog import ReasonDialog

        in_office = reach in IN_OFFICE
        reason = ReasonDialog(self._shell.root, finding, in_office=in_office).run() if needs_reason(finding) else ""
        if needs_reason(finding) and not reason:
            return
        if in_office:
            self._leave_in_office(note_of(finding, reach, reason))
        else:
            self._shell.desk.session.edit(lambda release: ignore(release, finding, reach, reason))

    def learn(self, finding: Finding) -> None:
        """The word is right from now on for every release of the office."""
        from humas_desk.desk.checking import with_word

        if self._teach(lambda style: with_word(style, finding.text)):
            self._shell.toasts.show(_("“{text}” is in the office's dictionary now").format(text=finding.text))

    def _leave_in_office(self, note: Ignored) -> None:
        """Never told to this office again; the toast takes it back, later the house style does."""
        from humas_desk.desk.checking import with_left, without_left

        if self._teach(lambda style: with_left(style, note)):
            undo = (_("Undo"), lambda: self._teach(lambda style: without_left(style, note.rule)))
            self._shell.toasts.show(_("Not told to this office any more; it stands in its house style"), action=undo)

    def _teach(self, change: "Callable[[HouseStyle], HouseStyle]") -> bool:
        """Write the office's house style anew and read with it; whether that could be done."""
        from humas_desk.desk.checking import load_style, save_style, style_file

        path = style_file(self._shell.desk.folders, self.reading.office)
        try:
            save_style(path, change(load_style(path)))
        except HumasError as error:
            self._shell.tell_error(error)
            return False
        self.reading.reload()
        return True

    def why(self, finding: Finding) -> None:
        """The rule, its source and examples, in the panel."""
        self._open_panel()
        if self.panel is not None:
            self.panel.choose(finding, why=True)

    # Inside --------------------------------------------------------------------------------------------------------

    def _current(self) -> tuple[Finding, ...]:
        """Those whose words stand there still."""
        release = self._shell.desk.session.release
        return tuple(finding for finding in self.reading.findings if stands(release, finding))

    def _found(self) -> None:
        """There is something else to show."""
        if self._form is None:
            return
        findings = self.reading.findings
        self.marks.show(findings)
        self._status_bar.show_findings(counted(findings) if self.reading.is_known else "")
        if self.panel is not None:
            self.panel.show(findings, self._shell.desk.session.release, is_known=self.reading.is_known)
        self._actions.refresh()

    def _open_panel(self) -> None:
        from humas_desk.ui.checking.panel import CheckPanel, PanelDoors

        if self.panel is not None:
            return
        self._is_open = True
        self.panel = CheckPanel(
            self._beside.nametowidget(self._beside.winfo_parent()),
            PanelDoors(
                go=self._go,
                mend=self.mend,
                mend_definite=self.mend_definite,
                leave=self.leave,
                learn=self.learn,
                suggestions=self.reading.suggestions,
                rule=self.reading.rule,
                close=self.close_panel,
            ),
        )
        self.panel.pack(side="right", fill="y", before=self._beside)
        self.panel.show(self.reading.findings, self._shell.desk.session.release, is_known=self.reading.is_known)

    def _go(self, finding: Finding) -> None:
        """The words selected in the form, the details in the panel."""
        if self._form is not None and stands(self._shell.desk.session.release, finding):
            self._form.go_to(Focus(place=finding.place, start=finding.start, end=finding.end))
        if self.panel is not None:
            self.panel.choose(finding)

    def _menu_wanted(self, event: "tk.Event[tk.Misc]") -> bool:
        """A right click, or the menu key: the fixes where there is something to mend, else the usual menu."""
        by_key = event.type is tk.EventType.KeyPress
        finding = self.marks.at_cursor() if by_key else self.marks.at_point(event)
        if finding is None:
            return False
        event.widget.focus_set()
        self._post(finding, *(_below_cursor(event.widget) if by_key else (event.x_root, event.y_root)))
        return True

    def _post(self, finding: Finding, x: int, y: int) -> None:
        from humas_desk.ui.checking.fix_menu import FixDoors, fix_menu

        self.tip.hide()
        doors = FixDoors(mend=self.mend, leave=self.leave, learn=self.learn, why=self.why)
        if self.menu is not None:
            self.menu.destroy()
        self.menu = fix_menu(self._shell.root, finding, self.reading.suggestions(finding), doors)
        self.menu.tk_popup(x, y)


def _below_cursor(widget: tk.Misc) -> tuple[int, int]:
    """Where a menu for the cursor opens, on the screen."""
    box = widget.bbox("insert") if isinstance(widget, tk.Text) else None
    x, y = (box[0], box[1] + box[3]) if box else (0, widget.winfo_height())
    return widget.winfo_rootx() + x, widget.winfo_rooty() + y
