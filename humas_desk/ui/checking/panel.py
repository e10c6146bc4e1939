"""The check panel: everything that was found, the worst first, and what can be done about the chosen one."""

from collections.abc import Callable, Sequence
from functools import partial
import sys
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.desk.ignoring import Reach, is_spelling
from humas_desk.desk.proofs import WORST_FIRST, by_weight, definite
from humas_desk.language.findings import Finding, Severity
from humas_desk.language.rules import Rule
from humas_desk.release.release import Release
from humas_desk.ui import theme
from humas_desk.ui.blocks.small_button import icon_button
from humas_desk.ui.checking.finding_words import counted, shorten
from humas_desk.ui.checking.panel_detail import PANEL_WIDTH, Detail
from humas_desk.ui.quiet_bar import QuietBar
from humas_desk.values import dataclass
from humas_desk.wording import _, mark, place_name

SIGNS = {Severity.ERROR: "✕", Severity.WARNING: "▲", Severity.HINT: "●"}
GROUPS = {Severity.ERROR: mark("Errors"), Severity.WARNING: mark("Warnings"), Severity.HINT: mark("Hints")}
PAGE = 5
"""Findings that a page key goes on by."""
_ROW = "row-{number}"
_CHOSEN = "chosen"


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelDoors:
    """Who does it."""

    go: Callable[[Finding], object]
    mend: Callable[[Finding, str], object]
    mend_definite: Callable[[], object]
    leave: Callable[[Finding, Reach], object]
    learn: Callable[[Finding], object]
    suggestions: Callable[[Finding], Sequence[str]]
    rule: Callable[[str], Rule | None]
    close: Callable[[], object]


class CheckPanel(tk.Frame):
    """Beside form and page; the list is walked with the arrows, Enter leads to the place."""

    def __init__(self, parent: tk.Misc, doors: PanelDoors) -> None:
        super().__init__(parent, background=theme.PAPER, width=theme.px(parent, PANEL_WIDTH))
        self.pack_propagate(False)
        self._doors = doors
        self._findings: tuple[Finding, ...] = ()
        self._release = Release()
        self._chosen: int | None = None
        theme.line(self).pack(side="left", fill="y")
        self._build_head()
        self.detail = Detail(self, doors)
        self._build_list()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is listed, in the order of the list."""
        return self._findings

    @property
    def chosen(self) -> Finding | None:
        """The one whose details are shown."""
        return self._findings[self._chosen] if self._chosen is not None else None

    def show(self, findings: Sequence[Finding], release: Release, *, is_known: bool) -> None:
        """List these; `is_known`: False before the release was read for the first time."""
        before, at = self.chosen, self._chosen
        self._findings, self._release = by_weight(findings), release
        self._chosen = self._again(before, at)
        self._count.configure(text=counted(findings) or (_("Nothing found") if is_known else _("Reading…")))
        count = len(definite(release, findings))
        self.fix_all.configure(text=_("Mend what is certain ({count})").format(count=count))
        if count:
            self.fix_all.pack(fill="x", padx=theme.px(self, theme.PAD), pady=theme.pair(self, 0, theme.GAP))
        else:
            self.fix_all.pack_forget()
        self._write(_("Nothing is marked. It is checked again whenever you pause.") if is_known else "")
        self._show_chosen()

    def choose(self, finding: Finding, *, why: bool = False) -> None:
        """Show the details of this one, with its rule when `why`."""
        if finding in self._findings:
            self._chosen = self._findings.index(finding)
            self._show_chosen()
            if why:
                self.detail.explain()

    def _again(self, before: Finding | None, at: int | None) -> int | None:
        """The one that was chosen, else the one that stands in its place now."""
        if not self._findings:
            return None
        if before in self._findings:
            return self._findings.index(before)
        return min(at or 0, len(self._findings) - 1)

    # Building ------------------------------------------------------------------------------------------------------

    def _build_head(self) -> None:
        head = tk.Frame(self, background=theme.PAPER)
        head.pack(side="top", fill="x", padx=theme.px(self, theme.PAD), pady=theme.pair(self, theme.GAP, 0))
        ttk.Label(head, text=_("Check"), font=theme.UI_BOLD).pack(side="left")
        icon_button(head, "x-lg", _("Close"), self._doors.close).pack(side="right")
        top = tk.Frame(self, background=theme.PAPER)
        top.pack(side="top", fill="x")
        self._count = ttk.Label(top, font=theme.SMALL_TEXT, bootstyle="secondary")
        self._count.pack(fill="x", padx=theme.px(self, theme.PAD), pady=theme.pair(self, theme.TINY, theme.GAP))
        self.fix_all = ttk.Button(top, command=self._doors.mend_definite, bootstyle="outline")

    def _build_list(self) -> None:
        theme.line(self).pack(side="bottom", fill="x")
        frame = tk.Frame(self, background=theme.PAPER)
        frame.pack(side="top", fill="both", expand=True)
        bar = QuietBar(frame)
        bar.pack(side="right", fill="y")
        self.list = tk.Text(frame, width=1, height=1, cursor="hand2", takefocus=True)
        theme.plain_text(self.list)
        self.list.configure(state="disabled", font=theme.UI, yscrollcommand=bar.set, padx=0, exportselection=False)
        self.list.configure(highlightthickness=theme.px(self, theme.HAIR), highlightcolor=theme.NAVY)
        self.list.configure(highlightbackground=theme.PAPER)
        bar.configure(command=self.list.yview)
        self.list.pack(side="left", fill="both", expand=True)
        edge, gap = theme.px(self, theme.PAD), theme.px(self, theme.SMALL)
        self.list.tag_configure("group", font=theme.SMALL_BOLD, foreground=theme.INK_SOFT, spacing1=gap, lmargin1=edge)
        self.list.tag_configure("words", font=theme.UI_BOLD, lmargin1=edge, lmargin2=edge, spacing1=gap)
        self.list.tag_configure("place", font=theme.SMALL_TEXT, foreground=theme.INK_SOFT)
        self.list.tag_configure("reason", lmargin1=edge, lmargin2=edge, rmargin=edge, spacing3=gap)
        for severity, ink in (
            (Severity.ERROR, theme.RED),
            (Severity.WARNING, theme.AMBER),
            (Severity.HINT, theme.NAVY),
        ):
            self.list.tag_configure(severity.value, foreground=ink)
        self.list.tag_configure(_CHOSEN, background=theme.SELECTION)
        self._bind()

    def _bind(self) -> None:
        self.list.bindtags((str(self.list), str(self.winfo_toplevel()), "all"))
        self.list.bind("<Configure>", lambda _event: self._see_chosen())
        self.list.bind("<Button-1>", self._clicked)
        self.list.bind("<Down>", lambda _event: self._step(1))
        self.list.bind("<Up>", lambda _event: self._step(-1))
        for key, delta in (("<Next>", PAGE), ("<Prior>", -PAGE), ("<End>", sys.maxsize), ("<Home>", -sys.maxsize)):
            self.list.bind(key, partial(self._page, delta))
        self.list.bind("<Return>", lambda _event: self._go())
        self.list.bind("<Escape>", lambda _event: self._doors.close())
        self.list.bind("<MouseWheel>", lambda event: self.list.yview_scroll(-1 if event.delta > 0 else 1, "units"))
        self.list.bind("<Button-4>", lambda _event: self.list.yview_scroll(-2, "units"))
        self.list.bind("<Button-5>", lambda _event: self.list.yview_scroll(2, "units"))

    # The list ------------------------------------------------------------------------------------------------------

    def _write(self, empty: str) -> None:
        text = self.list
        top = text.yview()[0]
        text.configure(state="normal")
        text.delete("1.0", "end")
        for severity in WORST_FIRST:
            here = [(number, each) for number, each in enumerate(self._findings) if each.severity is severity]
            if here:
                text.insert("end", f"{_(GROUPS[severity])} ({len(here)})\n", "group")
            for number, finding in here:
                self._write_row(number, finding)
        if not self._findings:
            text.insert("end", empty, ("reason", "place"))
        text.configure(state="disabled")
        text.yview_moveto(top)

    def _write_row(self, number: int, finding: Finding) -> None:
        row = _ROW.format(number=number)
        insert = partial(self.list.insert, "end")
        insert(f"{SIGNS[finding.severity]} ", (row, "words", finding.severity.value))
        insert(shorten(finding.text), (row, "words"))
        if not is_spelling(finding):
            insert(f"   {place_name(finding.place, self._release)}", (row, "words", "place"))
        insert(f"\n{finding.message}\n", (row, "reason"))

    def _clicked(self, event: "tk.Event[tk.Text]") -> str:
        rows = [tag for tag in self.list.tag_names(f"@{event.x},{event.y}") if tag.startswith("row-")]
        if rows:
            self._chosen = int(rows[0].removeprefix("row-"))
            self._show_chosen()
            self._go()
        return "break"

    def _page(self, delta: int, _event: object) -> str:
        return self._step(delta)

    def _step(self, delta: int) -> str:
        if self._findings:
            at = -1 if self._chosen is None else self._chosen
            self._chosen = min(max(0, at + delta), len(self._findings) - 1)
            self._show_chosen()
        return "break"

    def _go(self) -> str:
        if self.chosen is not None:
            self._doors.go(self.chosen)
        return "break"

    def _show_chosen(self) -> None:
        self.list.tag_remove(_CHOSEN, "1.0", "end")
        self.detail.show(self.chosen)
        if self._chosen is not None:
            span = self.list.tag_ranges(_ROW.format(number=self._chosen))
            self.list.tag_add(_CHOSEN, span[0], span[-1])
        self._see_chosen()

    def _see_chosen(self) -> None:
        """The list shows the chosen one; also when the details below took some of its room."""
        if span := self.list.tag_ranges(_CHOSEN):
            self.list.see(span[-1])
            self.list.see(span[0])
