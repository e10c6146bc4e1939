"""The review of a draft: left its words with their parts, right what would come of it, between them what a part can be."""

from collections.abc import Callable

import ttkbootstrap as ttk

from humas_desk.desk.draft_review import DraftReview, is_empty
from humas_desk.intake.parts import Role
from humas_desk.ui import theme
from humas_desk.ui.dialogs import Dialog
from humas_desk.ui.drafts import sizes
from humas_desk.ui.drafts.draft_text import DraftText
from humas_desk.ui.drafts.outcome_text import DOUBTS, DROPPED, NOTES_FOUND, OutcomeText
from humas_desk.ui.drafts.role_list import RoleList
from humas_desk.ui.shell import Shell
from humas_desk.wording import _, ngettext


class ReviewDialog:
    """Shows one draft; nothing is changed on the desk before it is taken over."""

    def __init__(self, shell: Shell, review: DraftReview, *, on_take: Callable[[], object]) -> None:
        self.shell = shell
        self.review = review
        self._on_take = on_take
        self.dialog = Dialog(shell.root, _("Import a draft"), resizable=True)
        body = self.dialog.body
        body.configure(padding=theme.pair(body, theme.WIDE, theme.PAD))
        name = review.name or _("from the clipboard")
        for column, (words, weight) in enumerate(((_("Draft: {name}").format(name=name), 6), ("", 0), ("", 5))):
            body.grid_columnconfigure(column, weight=weight, uniform="text" if weight else "")
            if words:
                ttk.Label(body, text=words, font=theme.UI_BOLD).grid(row=0, column=column, sticky="w")
        ttk.Label(body, text=_("This part is"), font=theme.UI_BOLD).grid(row=0, column=1, sticky="w", padx=self._gap())
        body.grid_rowconfigure(1, weight=1)
        self.draft = DraftText(body, on_choose=self.choose, on_assign=self.assign, on_undo=self.undo)
        self.draft.grid(row=1, column=0, sticky="nsew", pady=theme.pair(body, theme.SMALL, 0))
        self.roles = RoleList(body, on_assign=self.assign)
        self.roles.grid(row=1, column=1, sticky="n", padx=self._gap(), pady=theme.pair(body, theme.SMALL, 0))
        self.outcome = OutcomeText(body, on_choose=self.choose)
        self.outcome.grid(row=1, column=2, sticky="nsew", pady=theme.pair(body, theme.SMALL, 0))
        self._counts = ttk.Frame(body)
        self._counts.grid(row=0, column=2, sticky="w")
        self._build_foot()
        self._show()
        ranked = sorted(review.parts, key=lambda part: (not part.is_unsure, part.role is Role.DROPPED, part.index))
        if ranked:
            self.choose(ranked[0].index)

    def run(self) -> None:
        """Show it until it is closed."""
        self.outcome.text.yview_moveto(0)
        self.dialog.show(focus=self.draft.text, size=sizes.REVIEW)
        self.dialog.wait()

    def choose(self, index: int) -> None:
        """This part is the one that is looked at."""
        self.draft.choose(index)
        self.roles.show(self.review.intake.parts[index].role)
        self.outcome.mark(self.review.place_of(index))

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
        self.dialog.close()
        self._on_take()

    def _gap(self) -> tuple[int, int]:
        return theme.pair(self.dialog, theme.PAD, theme.PAD)

    def _build_foot(self) -> None:
        dialog = self.dialog
        self.take_button = dialog.add_button(_("Use as the release"), self.take, primary=True)
        dialog.add_button(_("Cancel"), dialog.close)
        self.undo_button = dialog.add_button(_("Undo"), self.undo)
        dialog.bind("<Control-Return>", lambda _event: self.take())
        quiet = f"{theme.SURFACE_CHROME} secondary"
        words = _("↑ ↓ choose a part, a letter says what it is, Ctrl+Enter uses it.")
        if not is_empty(self.shell.desk.session.release):
            words = f"{words} {_('The release that is open now stays in the archive.')}"
        ttk.Label(dialog.foot, text=words, font=theme.UI, bootstyle=quiet).pack(side="left")

    def _show(self) -> None:
        chosen = self.draft.chosen
        self.draft.show(self.review.parts)
        self.outcome.show(self.review)
        self._show_counts()
        self.undo_button.state(["!disabled" if self.review.can_undo else "disabled"])
        if chosen >= 0:
            self.choose(chosen)

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
        for section, count, words in said:
            if count:
                button = ttk.Button(self._counts, text=words.format(count=count), bootstyle="link", takefocus=False)
                button.configure(command=lambda section=section: self.outcome.go_to(section))
                button.pack(side="left", padx=theme.pair(self._counts, theme.PAD, 0))
