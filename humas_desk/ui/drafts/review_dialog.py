"""The review of a draft: left its words with their parts, right the page that would come of it, between them what a part can be."""

from collections.abc import Callable
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.desk.draft_review import CHANNEL, DraftReview, PagesToCome, is_empty
from humas_desk.desk.history import Focus
from humas_desk.errors import HumasError
from humas_desk.intake.parts import Role
from humas_desk.ui import theme
from humas_desk.ui.dialogs import Dialog
from humas_desk.ui.drafts import sizes
from humas_desk.ui.drafts.draft_text import DraftText
from humas_desk.ui.drafts.outcome_text import DOUBTS, DROPPED, NOTES_FOUND, OutcomeText
from humas_desk.ui.drafts.role_list import RoleList
from humas_desk.ui.fields.shortening import keep_within
from humas_desk.ui.page_view import PageView
from humas_desk.ui.shell import Shell
from humas_desk.wording import _, ngettext

WORK = "draft-work"
WORK_MS = 30


class ReviewDialog:
    """Shows one draft; nothing is changed on the desk before it is taken over."""

    def __init__(
        self, shell: Shell, review: DraftReview, *, on_take: Callable[[], object], turn: tuple[int, int] = (1, 1)
    ) -> None:
        """`turn`: of several drafts that came together, which this is and how many there are."""
        self.shell = shell
        self.review = review
        self._on_take = on_take
        self._turn = turn
        self._to_come = PagesToCome(shell.desk)
        self.dialog = Dialog(shell.root, _("Import a draft"), resizable=True)
        body = self.dialog.body
        body.configure(padding=theme.pair(body, theme.WIDE, theme.PAD))
        for column, weight in enumerate((6, 0, 5)):
            body.grid_columnconfigure(column, weight=weight, uniform="text" if weight else "")
        keep_within(ttk.Label(body, text=self._name(), font=theme.UI_BOLD)).grid(row=0, column=0, sticky="ew")
        ttk.Label(body, text=_("This part is"), font=theme.UI_BOLD).grid(row=0, column=1, sticky="w", padx=self._gap())
        body.grid_rowconfigure(1, weight=1)
        below = theme.pair(body, theme.SMALL, 0)
        self.draft = DraftText(body, shell.scheduler, on_choose=self.choose, on_assign=self.assign, on_undo=self.undo)
        self.draft.grid(row=1, column=0, sticky="nsew", pady=below)
        self.roles = RoleList(body, on_assign=self.assign)
        self.roles.grid(row=1, column=1, sticky="n", padx=self._gap(), pady=below)
        self._counts = ttk.Frame(body)
        self._counts.grid(row=0, column=2, sticky="w")
        self._build_outcome(body).grid(row=1, column=2, sticky="nsew", pady=below)
        self._build_foot()
        self._show()
        ranked = sorted(review.parts, key=lambda part: (not part.is_unsure, part.role is Role.DROPPED, part.index))
        if ranked:
            self.choose(ranked[0].index)

    def run(self) -> None:
        """Show it until it is closed."""
        self.dialog.show(focus=self.draft.text, size=sizes.REVIEW)
        self.dialog.wait()

    def choose(self, index: int) -> None:
        """This part is the one that is looked at."""
        self.draft.choose(index)
        self.roles.show(self.review.role_of(index))
        self.outcome.mark(index)
        self.pages.focus_at(Focus(place=self.review.place_of(index) or "", start=0, end=0))

    def assign(self, role: Role) -> None:
        """Take the chosen part for this."""
        if self.draft.chosen >= 0:
            self.review.assign(self.draft.chosen, role)
            self._show()

    def undo(self) -> None:
        """Take back the last change of a part."""
        self.review.undo()
        self._show()

    def take(self) -> None:
        """Close, and have it taken over."""
        if not self.review.is_working:
            self.dialog.close()
            self._on_take()

    def _name(self) -> str:
        name = self.review.name or _("from the clipboard")
        number, count = self._turn
        if count > 1:
            return _("Draft {number} of {count}: {name}").format(number=number, count=count, name=name)
        return _("Draft: {name}").format(name=name)

    def _gap(self) -> tuple[int, int]:
        return theme.pair(self.dialog, theme.PAD, theme.PAD)

    def _build_outcome(self, parent: tk.Misc) -> ttk.Frame:
        """The page, and below it what no page shows."""
        frame = ttk.Frame(parent)
        shell = self.shell
        self.pages = PageView(
            frame,
            channel=CHANNEL,
            link=shell.link,
            scheduler=shell.scheduler,
            make_request=lambda pages, width: self._to_come.request(self.review.state(), pages, width),
            on_pick=self._picked,
        )
        self.pages.pack(side="top", fill="both", expand=True)
        self.pages.bind("<Destroy>", lambda _event: self._closed())
        self.pages.start()
        self._told = ttk.Frame(frame, height=theme.px(frame, sizes.TOLD))
        self._told.pack_propagate(False)
        self.outcome = OutcomeText(self._told, on_choose=self.choose)
        self.outcome.pack(fill="both", expand=True)
        return frame

    def _build_foot(self) -> None:
        dialog = self.dialog
        self.take_button = dialog.add_button(_("Use as the release"), self.take, primary=True)
        dialog.add_button(_("Cancel"), dialog.close)
        self.undo_button = dialog.add_button(_("Undo"), self.undo)
        dialog.bind("<Control-Return>", lambda _event: self.take())
        quiet = f"{theme.SURFACE_CHROME} secondary"
        words = [_("↑ ↓ choose a part, a letter says what it is, Ctrl+Enter uses it.")]
        if not is_empty(self.shell.desk.session.release):
            words.append(_("The release that is open now stays in the archive."))
        number, count = self._turn
        if count > number:
            waiting = ngettext(
                "{count} more draft waits; Cancel leaves it.",
                "{count} more drafts wait; Cancel leaves them.",
                count - number,
            )
            words.append(waiting.format(count=count - number))
        hint = ttk.Label(dialog.foot, text=" ".join(words), font=theme.UI, bootstyle=quiet)
        hint.pack(side="left", fill="x", expand=True)
        hint.bind("<Configure>", lambda event: hint.configure(wraplength=event.width))

    def _show(self) -> None:
        chosen = self.draft.chosen
        self.draft.show(self.review.parts)
        self.outcome.show(self.review)
        if self.outcome.is_blank:
            self._told.pack_forget()
        else:
            self._told.pack(side="bottom", fill="x", pady=theme.pair(self._told, theme.SMALL, 0), before=self.pages)
        self._show_counts()
        self.undo_button.state(["!disabled" if self.review.can_undo else "disabled"])
        self.take_button.state(["disabled" if self.review.is_working else "!disabled"])
        if chosen >= 0:
            self.choose(chosen)
        if self.review.is_waiting:
            self.shell.scheduler.within(WORK, WORK_MS, self._look)
        if not self.review.is_working:
            self.pages.changed()

    def _look(self) -> None:
        """Whether a long draft is read anew."""
        try:
            is_new = self.review.poll()
        except HumasError as error:
            self._show()
            self.shell.tell_error(error)
            return
        if is_new:
            self._show()
        elif self.review.is_waiting:
            self.shell.scheduler.within(WORK, WORK_MS, self._look)

    def _closed(self) -> None:
        self.pages.close()
        self.review.close()
        self.shell.scheduler.cancel(WORK)

    def _picked(self, focus: Focus) -> None:
        """A click on the page chooses the part that stands there."""
        part = self.review.part_of_place(focus.place)
        if part is not None:
            self.choose(part)
            self.draft.text.focus_set()

    def _show_counts(self) -> None:
        """What there is besides the release; a press leads to it."""
        for child in self._counts.winfo_children():
            child.destroy()
        review = self.review
        unsure, dropped, notes = len(review.unsure), len(review.dropped), len(review.notes)
        said = (
            (DOUBTS, unsure, ngettext("{count} to look at", "{count} to look at", unsure)),
            (DROPPED, dropped, ngettext("{count} dropped", "{count} dropped", dropped)),
            (NOTES_FOUND, notes, ngettext("{count} note on the file", "{count} notes on the file", notes)),
        )
        ttk.Label(self._counts, text=_("What comes of it"), font=theme.UI_BOLD).pack(side="left")
        if review.is_working:
            waits = ttk.Label(self._counts, text=_("The draft is read anew…"), font=theme.UI, bootstyle="secondary")
            waits.pack(side="left", padx=theme.pair(self._counts, theme.PAD, 0))
            return
        for section, count, words in said:
            if count:
                button = ttk.Button(self._counts, text=words.format(count=count), bootstyle="link", takefocus=False)
                button.configure(command=lambda section=section: self.outcome.go_to(section))
                button.pack(side="left", padx=theme.pair(self._counts, theme.PAD, 0))
