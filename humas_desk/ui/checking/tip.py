"""The reason of a finding beside the pointer, after a moment."""

from collections.abc import Callable
import tkinter as tk

from humas_desk.language.findings import Finding
from humas_desk.ui import theme
from humas_desk.ui.checking.finding_words import fix_words, weight_word
from humas_desk.ui.fields.field_book import TAG
from humas_desk.ui.scheduler import Scheduler
from humas_desk.ui.tag_keys import bind_tag
from humas_desk.wording import _

WORK = "finding-tip"
_REST_MS = 450
"""The pointer rests that long before anything is said."""


class FindingTip:
    """Stands over the form as long as the pointer rests on the words."""

    def __init__(
        self, root: tk.Misc, scheduler: Scheduler, find: Callable[["tk.Event[tk.Misc]"], Finding | None], *, hint: str
    ) -> None:
        """`hint`: how the fixes are reached, said below the reason."""
        self._root = root
        self._scheduler = scheduler
        self._find = find
        self._hint = hint
        self._frame: tk.Frame | None = None
        self._finding: Finding | None = None
        bind_tag(root, TAG, "<Motion>", self._moved)
        for sequence in ("<Leave>", "<Key>", "<Button>", "<MouseWheel>"):
            bind_tag(root, TAG, sequence, lambda _event: self.hide(), add=True)

    @property
    def text(self) -> str:
        """What stands there; empty when nothing does."""
        if self._frame is None:
            return ""
        return "\n".join(str(label.cget("text")) for label in self._frame.winfo_children())

    def hide(self) -> None:
        """Take it away."""
        self._scheduler.cancel(WORK)
        self._finding = None
        if self._frame is not None:
            self._frame.destroy()
            self._frame = None

    def _moved(self, event: "tk.Event[tk.Misc]") -> None:
        finding = self._find(event)
        if finding == self._finding:
            return
        self.hide()
        if finding is not None:
            self._finding = finding
            x, y = event.x_root - self._root.winfo_rootx(), event.y_root - self._root.winfo_rooty()
            self._scheduler.after(WORK, _REST_MS, lambda: self._show(finding, x, y))

    def _show(self, finding: Finding, x: int, y: int) -> None:
        root = self._root
        frame = tk.Frame(root, background=theme.PAPER, highlightthickness=theme.px(root, theme.HAIR))
        frame.configure(highlightbackground=theme.EDGE_STRONG, padx=theme.px(root, theme.PAD))
        frame.configure(pady=theme.px(root, theme.GAP))
        self._say(frame, weight_word(finding.severity), theme.SMALL_BOLD, theme.INK_SOFT)
        self._say(frame, finding.message, theme.UI, theme.INK)
        if finding.replacements:
            fix = _("Suggestion: {text}").format(text=fix_words(finding, finding.replacements[0]))
            self._say(frame, fix, theme.UI_BOLD, theme.INK)
        self._say(frame, self._hint, theme.SMALL_TEXT, theme.INK_SOFT)
        frame.update_idletasks()
        gap = theme.px(root, theme.WIDE)
        left = max(0, min(x, root.winfo_width() - frame.winfo_reqwidth() - gap))
        fits_below = y + gap + frame.winfo_reqheight() < root.winfo_height()
        frame.place(x=left, y=y + gap if fits_below else y - gap // 2, anchor="nw" if fits_below else "sw")
        frame.lift()
        self._frame = frame

    def _say(self, frame: tk.Frame, words: str, font: str, ink: str) -> None:
        label = tk.Label(frame, text=words, font=font, foreground=ink, background=theme.PAPER, justify="left")
        label.configure(borderwidth=0, pady=0, padx=0, anchor="w", wraplength=theme.px(frame, theme.LABEL_WRAP))
        label.pack(fill="x")
