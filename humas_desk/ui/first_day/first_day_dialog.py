"""The first day: three steps from an empty desk to the first release. Everything can be changed in the settings later."""

from collections.abc import Callable
from dataclasses import replace
import datetime as dt
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.desk.offices import OfficeEntry, office_label, set_logo, without_logo
from humas_desk.desk.saving import read_bytes
from humas_desk.errors import HumasError
from humas_desk.release.office import Office
from humas_desk.release.release import Kind
from humas_desk.ui import theme
from humas_desk.ui.choosing import picture_kinds
from humas_desk.ui.dialogs import Dialog
from humas_desk.ui.first_day.office_step import OfficeStep
from humas_desk.ui.first_day.style_step import StyleStep
from humas_desk.ui.settings.letterhead_view import LetterheadView
from humas_desk.ui.shell import Shell
from humas_desk.wording import _, error_message, mark

HEADINGS: tuple[tuple[str, str], ...] = (
    (mark("Your office"), mark("It stands in every letterhead; the page beside follows.")),
    (mark("The style"), mark("How your releases look. Choose what comes nearest to your office's habit.")),
    (mark("Ready"), mark("Your office is set up. Everything can be changed later in the settings.")),
)
OFFICE, STYLE, READY = range(3)


class FirstDayDialog:
    """`on_change` is told when the office was saved, `on_sample` and `on_empty` what the person wants to begin with."""

    def __init__(
        self,
        shell: Shell,
        *,
        on_change: Callable[[], None],
        on_sample: Callable[[], object],
        on_empty: Callable[[Kind], None],
    ) -> None:
        self._shell = shell
        self._on_change = on_change
        self._on_sample = on_sample
        self._on_empty = on_empty
        self._today = dt.datetime.now().astimezone().date()
        self._templates = shell.desk.templates()
        found = shell.desk.session.office
        self.entry = OfficeEntry(name="", office=Office()) if found.is_sample else found
        self.step = OFFICE
        self.dialog = Dialog(shell.root, _("First steps"), resizable=True)
        self.dialog.body.configure(padding=0)
        self._build()
        self._go(OFFICE)
        self.dialog.bind("<Destroy>", self._gone, add=True)

    def run(self) -> None:
        """Show it until it is closed."""
        self.dialog.show(focus=self.office.first_input, size=theme.FIRST_DAY_SIZE)
        self.dialog.wait()

    def _build(self) -> None:
        body, shell = self.dialog.body, self._shell
        self.view = LetterheadView(body, desk=shell.desk, link=shell.link, scheduler=shell.scheduler)
        self.view.pack(side="right", fill="both", expand=True)
        left = tk.Frame(body, width=theme.px(body, theme.FIRST_DAY_FORM), background=theme.PAPER)
        left.configure(padx=theme.px(body, theme.ROOMY), pady=theme.px(body, theme.WIDE))
        left.pack_propagate(False)
        left.pack(side="left", fill="y")
        self._steps = ttk.Label(left, font=theme.SMALL_TEXT, bootstyle="secondary")
        self._steps.pack(anchor="w")
        self._heading = ttk.Label(left, font=theme.DIALOG_TITLE)
        self._heading.pack(anchor="w")
        self._hint = ttk.Label(left, font=theme.UI, bootstyle="secondary", justify="left")
        self._hint.configure(wraplength=theme.px(left, theme.FIRST_DAY_WRAP))
        self._hint.pack(anchor="w", pady=theme.pair(left, theme.TINY, theme.INSET))
        self.office = OfficeStep(
            left,
            regions=shell.desk.regions(),
            on_change=lambda office: self._take(replace(self.entry, office=office)),
            on_logo=self._choose_logo,
            on_no_logo=lambda: self._take_logo(without_logo(self.entry)),
        )
        self.style = StyleStep(
            left, shell=shell, templates=self._templates, on_template=self._template, on_dateline=self._dateline
        )
        self.ready = tk.Frame(left, background=theme.PAPER)
        self.sample_button = self._choice(
            "easel",
            _("A sample release to play with"),
            _("Change anything, look at the page, export it."),
            self._sample,
        )
        self.empty_button = self._choice(
            "file-earmark-plus",
            _("An empty release"),
            _("Start writing now, or paste a draft that somebody sent you (Ctrl+V)."),
            self._empty,
        )
        self._build_foot()

    def _gone(self, event: "tk.Event[tk.Misc]") -> None:
        """The dialog is closed: no more pages are wanted."""
        if event.widget is self.dialog:
            self.view.close()
            self.style.close()

    def _build_foot(self) -> None:
        self.next_button = self.dialog.add_button(_("Next"), self._next, primary=True)
        self.back_button = self.dialog.add_button(_("Back"), lambda: self._go(self.step - 1))
        self.later_button = ttk.Button(
            self.dialog.foot, text=_("Not now"), command=self.dialog.close, bootstyle=f"{theme.SURFACE_CHROME} ghost"
        )
        self.later_button.pack(side="left")

    def _choice(self, icon: str, label: str, hint: str, run: Callable[[], None]) -> ttk.Button:
        button = ttk.Button(
            self.ready,
            text=f"  {label}\n  {hint}",
            icon=icon,
            icon_size=theme.ICON_LARGE,
            compound="left",
            command=run,
            bootstyle="outline",
        )
        button.pack(fill="x", pady=theme.pair(self.ready, 0, theme.PAD), ipady=theme.px(self.ready, theme.GAP))
        return button

    def _go(self, step: int) -> None:
        """Show this step."""
        self.step = step
        heading, hint = HEADINGS[step]
        self._steps.configure(text=_("Step {step} of {steps}").format(step=step + 1, steps=len(HEADINGS)))
        self._heading.configure(text=_(heading))
        self._hint.configure(text=_(hint))
        pages = (self.office, self.style, self.ready)
        for number, page in enumerate(pages):
            if number == step:
                page.pack(fill="both", expand=True)
            else:
                page.pack_forget()
        self.back_button.state(["disabled" if step == OFFICE else "!disabled"])
        self._show_step()
        self._show_next()

    def _show_step(self) -> None:
        if self.step == OFFICE:
            self.office.show(self.entry)
            self.office.first_input.focus_set()
        elif self.step == STYLE:
            self.style.show(self.entry, self._today)
            self.style.first_input.focus_set()
        else:
            self.sample_button.focus_set()
        self.view.show(self.entry, template=self.entry.office.template)

    def _show_next(self) -> None:
        """The filled button goes on where there is something to go on from; the last step has its own two."""
        if self.step == READY:
            self.next_button.pack_forget()
            return
        if not self.next_button.winfo_ismapped():
            self.next_button.pack(side="right", padx=theme.pair(self.dialog, theme.GAP, 0), before=self.back_button)
        named = bool(office_label(self.entry.office))
        self.next_button.state(["!disabled" if named or self.step != OFFICE else "disabled"])

    def _next(self) -> None:
        if self.step == STYLE and not self._save():
            return
        self._go(self.step + 1)

    def _take(self, entry: OfficeEntry) -> None:
        self.entry = entry
        self.view.show(entry, template=entry.office.template)
        self._show_next()

    def _take_logo(self, entry: OfficeEntry) -> None:
        self.office.logo.show(entry.logo)
        self._take(entry)

    def _template(self, name: str) -> None:
        self._take(replace(self.entry, office=replace(self.entry.office, template=name)))

    def _dateline(self, pattern: str) -> None:
        self._take(replace(self.entry, office=replace(self.entry.office, dateline_pattern=pattern)))

    def _save(self) -> bool:
        try:
            self.entry = self._shell.desk.save_office(self.entry)
        except HumasError as error:
            self._shell.tell_error(error)
            self.dialog.grab_set()
            return False
        self._on_change()
        return True

    def _sample(self) -> None:
        self.dialog.close()
        self._on_sample()

    def _empty(self) -> None:
        kinds = next((one.kinds for one in self._templates if one.name == self.entry.office.template), frozenset())
        self.dialog.close()
        self._on_empty(next((kind for kind in Kind if kind in kinds), Kind.NEWS))

    def _choose_logo(self) -> None:
        path = self._shell.chooser.open_file(self.dialog, _("Choose a logo"), picture_kinds())
        if path is None:
            return
        try:
            self._take_logo(set_logo(self.entry, read_bytes(path), path))
        except HumasError as error:
            self.office.logo.say(error_message(error, text_is_safe=False).what, wrong=True)
