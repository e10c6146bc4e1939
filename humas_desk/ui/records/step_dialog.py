"""A step of the status: what stands before it is shown, and what it needs is asked for."""

from collections.abc import Callable, Sequence
from dataclasses import replace
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.archive.values import Status
from humas_desk.desk.gates import Gate, gate
from humas_desk.desk.proofs import definite, mend_definite
from humas_desk.desk.starting_from import confirmed
from humas_desk.language.findings import Finding
from humas_desk.release.problems import Problem, ProblemCode
from humas_desk.release.release import Ignored, Release
from humas_desk.ui import theme
from humas_desk.ui.dialogs import Dialog
from humas_desk.ui.fields.empty_hint import hint_while_empty
from humas_desk.ui.findings import mistake_line, problem_line
from humas_desk.ui.records import sizes
from humas_desk.ui.shell import Shell
from humas_desk.values import dataclass
from humas_desk.wording import _, mark, ngettext, place_name

MOST_LINES = 6
INITIALS_COLUMNS = 6
REASON_COLUMNS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class StepWords:
    """How a step is asked for."""

    label: str
    """In the menu."""
    verb: str
    """On the button."""
    says: str


STEPS = {
    Status.DRAFT: StepWords(
        label=mark("Back to draft…"),
        verb=mark("Back to draft"),
        says=mark("The release is a draft again; an approval does not hold any more."),
    ),
    Status.WAITING: StepWords(
        label=mark("Ask for approval…"),
        verb=mark("Ask for approval"),
        says=mark("The release waits for somebody who approves it. It can still be changed."),
    ),
    Status.APPROVED: StepWords(
        label=mark("Approve…"),
        verb=mark("Approve"),
        says=mark("The text as it is now is kept as the approved one. What is changed later is counted and shown."),
    ),
    Status.FINAL: StepWords(
        label=mark("Mark as final…"),
        verb=mark("Mark as final"),
        says=mark("The text as it is now is kept for ever, and its number is its own. Mend it later by a Ralat."),
    ),
    Status.VOID: StepWords(
        label=mark("Cancel the release…"),
        verb=mark("Cancel the release"),
        says=mark("The release stays in the archive as cancelled, with its reason. Its number is not given again."),
    ),
}
GATED = frozenset({Status.APPROVED, Status.FINAL})


class StepDialog:
    """Asks for initials (once), reasons, and shows the gate; `on_take` gets the reason."""

    def __init__(
        self,
        shell: Shell,
        status: Status,
        problems: Callable[[], Sequence[Problem]],
        *,
        on_take: Callable[[str], object],
        on_place: Callable[[str], object],
    ) -> None:
        self._shell = shell
        self._status = status
        self._problems = problems
        self._on_take = on_take
        self._on_place = on_place
        words = STEPS[status]
        self.dialog = Dialog(shell.root, _(words.verb))
        self.initials = tk.StringVar(self.dialog, value=shell.desk.settings.initials)
        self.reason = tk.StringVar(self.dialog)
        self.reasons: dict[tuple[str, str], tk.StringVar] = {}
        self._findings = shell.reading.complete()
        self._wrap = theme.px(self.dialog, sizes.MESSAGE)
        self._say(self.dialog.body, _(words.says))
        self._lists = ttk.Frame(self.dialog.body)
        self._lists.pack(fill="x")
        self._form = ttk.Frame(self.dialog.body)
        self._form.pack(fill="x", pady=theme.pair(self.dialog, theme.GAP, 0))
        self.button = self.dialog.add_button(_(words.verb), self._take, primary=True)
        self.dialog.add_button(_("Not now"), self.dialog.close)
        self._show_gate()
        first = self._ask_rows()
        for variable in (self.initials, self.reason):
            variable.trace_add("write", lambda *_names: self._allow())
        self._allow()
        self.dialog.show(focus=first or self.button)

    def _ask_rows(self) -> tk.Widget | None:
        """What has to be typed; the initials only the first time."""
        first: tk.Widget | None = None
        if not self._shell.desk.settings.initials:
            words = _("Your initials, to sign what is kept (asked once; Settings of backups has them)")
            first = self._row(words, self.initials, INITIALS_COLUMNS)
        if self._status is Status.VOID:
            entry = self._row(_("Why is it cancelled?"), self.reason, REASON_COLUMNS)
            first = first or entry
        return first

    def _row(self, words: str, variable: tk.StringVar, columns: int) -> tk.Widget:
        self._say(self._form, words, quiet=True)
        entry = ttk.Entry(self._form, textvariable=variable, width=columns, font=theme.UI)
        entry.pack(anchor="w", pady=theme.pair(self.dialog, 0, theme.GAP))
        return entry

    def _gate(self) -> Gate:
        return gate(self._shell.desk.session.release, self._problems(), self._findings)

    def _show_gate(self) -> None:
        for child in self._lists.winfo_children():
            child.destroy()
        typed = {where: variable.get() for where, variable in self.reasons.items()}
        self.reasons = {}
        if self._status not in GATED:
            return
        found, release = self._gate(), self._shell.desk.session.release
        rows = _rows(found, release)
        if rows and self._status is Status.FINAL:
            self._say(self._lists, _("Mend each of these, or write why it stays:"))
        elif rows:
            self._say(self._lists, _("These mistakes are still there; it can be approved all the same:"))
        self._offer_mending(found.mistakes)
        for text, place, rule in rows[:MOST_LINES]:
            self._error(text, place, rule, typed.get((place, rule), ""))
        self._rest(len(rows))
        if found.unconfirmed:
            self._unconfirmed(found.unconfirmed, release)
        warnings = [problem for problem in found.warnings if problem.code is not ProblemCode.UNCONFIRMED]
        if warnings:
            count = len(warnings)
            words = ngettext("{count} warning is left as it is.", "{count} warnings are left as they are.", count)
            self._say(self._lists, words.format(count=count), quiet=True)

    def _offer_mending(self, mistakes: Sequence[Finding]) -> None:
        """What is beyond doubt is mended here, all at once; the step goes on."""
        count = len(definite(self._shell.desk.session.release, mistakes))
        if count:
            words = _("Mend what is certain ({count})").format(count=count)
            button = ttk.Button(self._lists, text=words, command=self._mend, bootstyle="outline")
            button.pack(anchor="w", pady=theme.pair(self.dialog, 0, theme.SMALL))

    def _mend(self) -> None:
        session = self._shell.desk.session
        release, _count = mend_definite(session.release, self._gate().mistakes)
        session.edit(lambda _release: release)
        self._findings = self._shell.reading.complete()
        self._show_gate()
        self._allow()
        self.dialog.fit()

    def _error(self, text: str, place: str, rule: str, typed: str) -> None:
        """One error; before a final release somebody mends it or says why it stays (`typed` by now)."""
        self._place_row(text, place, icon="exclamation-circle", style="danger")
        if self._status is Status.FINAL and (place, rule) not in self.reasons:
            variable = self.reasons.setdefault((place, rule), tk.StringVar(self.dialog, value=typed))
            variable.trace_add("write", lambda *_names: self._allow())
            entry = ttk.Entry(self._lists, textvariable=variable, width=REASON_COLUMNS, font=theme.UI)
            hint_while_empty(entry, variable, _("Why it stays"))
            dent = theme.pair(self.dialog, theme.ICON + theme.GAP, 0)
            entry.pack(fill="x", padx=dent, pady=theme.pair(self.dialog, theme.TINY, theme.GAP))

    def _unconfirmed(self, places: tuple[str, ...], release: Release) -> None:
        count = len(places)
        words = ngettext(
            "{count} place still says what the earlier release says:",
            "{count} places still say what the earlier release says:",
            count,
        )
        self._say(self._lists, words.format(count=count))
        for place in places[:MOST_LINES]:
            self._place_row(place_name(place, release), place, icon="question-circle", style="warning")
        self._rest(count)
        ttk.Button(self._lists, text=_("All of them are right"), command=self._confirm, bootstyle="outline").pack(
            anchor="w", pady=theme.pair(self.dialog, theme.SMALL, theme.GAP)
        )

    def _rest(self, count: int) -> None:
        if count > MOST_LINES:
            self._say(self._lists, _("… and {count} more").format(count=count - MOST_LINES), quiet=True)

    def _place_row(self, text: str, place: str, *, icon: str, style: str) -> None:
        row = ttk.Frame(self._lists)
        row.pack(fill="x", pady=theme.pair(self.dialog, theme.SMALL, 0))
        ttk.Label(row, icon=icon, icon_size=theme.ICON, bootstyle=style).pack(side="left")
        ttk.Button(row, text=_("Go there"), command=lambda: self._go(place), bootstyle="link").pack(side="right")
        label = ttk.Label(row, text=text, font=theme.UI, wraplength=self._wrap, justify="left")
        label.pack(side="left", fill="x", padx=theme.pair(self.dialog, theme.GAP, theme.GAP))

    def _confirm(self) -> None:
        self._shell.desk.session.edit(confirmed())
        self._show_gate()
        self._allow()
        self.dialog.fit()

    def _go(self, place: str) -> None:
        self.dialog.close()
        self._on_place(place)

    def _needed(self) -> set[tuple[str, str]]:
        """Place and rule of everything that is not left without a reason."""
        return {(place, rule) for _text, place, rule in _rows(self._gate(), self._shell.desk.session.release)}

    def _allow(self) -> None:
        """The button waits for what is still to be typed."""
        typed = [self.initials.get()] + ([self.reason.get()] if self._status is Status.VOID else [])
        typed += [variable.get() for variable in self.reasons.values()]
        is_ready = all(text.strip() for text in typed)
        if self._status is Status.FINAL and not self._needed() <= self.reasons.keys():
            is_ready = False
        self.button.state(["!disabled" if is_ready else "disabled"])

    def _take(self) -> None:
        desk, reason = self._shell.desk, self.reason.get().strip()
        notes = [
            Ignored(place=place, rule=rule, reason=variable.get().strip())
            for (place, rule), variable in self.reasons.items()
        ]
        desk.change_settings(replace(desk.settings, initials=self.initials.get().strip()))
        self.dialog.close()
        if notes:
            desk.session.edit(lambda release: replace(release, ignored=(*release.ignored, *notes)))
        self._on_take(reason)

    def _say(self, parent: tk.Misc, text: str, *, quiet: bool = False) -> None:
        label = ttk.Label(parent, text=text, font=theme.UI, wraplength=self._wrap, justify="left")
        if quiet:
            label.configure(bootstyle="secondary")
        label.pack(anchor="w", pady=theme.pair(self.dialog, theme.SMALL, theme.SMALL))


def _rows(found: Gate, release: Release) -> list[tuple[str, str, str]]:
    """Words, place and rule, as `Ignored` names it, of everything that is to be mended."""
    return [
        *((problem_line(each, release), each.place, each.code.value) for each in found.errors),
        *((mistake_line(each, release), each.place, f"{each.rule}:{each.text}") for each in found.mistakes),
    ]
