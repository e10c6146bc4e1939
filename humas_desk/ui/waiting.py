"""That a dialog waits for the worker: words and a moving bar in its foot, beside the button that calls it off."""

import ttkbootstrap as ttk

from humas_desk.ui import theme
from humas_desk.ui.dialogs import Dialog


class WaitingLine:
    """Seen while something is made; what is there in a moment is not announced."""

    def __init__(self, dialog: Dialog, words: str) -> None:
        self._dialog = dialog
        quiet = f"{theme.SURFACE_CHROME} secondary"
        self._words = ttk.Label(dialog.foot, text=words, font=theme.UI, bootstyle=quiet)
        self._bar = ttk.Progressbar(dialog.foot, mode="indeterminate", bootstyle="primary thin")
        self._timer: str | None = None

    @property
    def is_seen(self) -> bool:
        """Whether it says that something is made."""
        return bool(self._words.winfo_manager())

    def begin(self) -> None:
        """Something is made from now on."""
        if self._timer is None and not self.is_seen:
            self._timer = self._dialog.after(theme.WAITING_MS, self._show)

    def end(self) -> None:
        """It is there, or was refused."""
        if self._timer is not None:
            self._dialog.after_cancel(self._timer)
            self._timer = None
        if self.is_seen:
            self._bar.stop()
            self._bar.pack_forget()
            self._words.pack_forget()

    def _show(self) -> None:
        self._timer = None
        self._words.pack(side="left")
        self._bar.pack(side="left", padx=theme.px(self._dialog, theme.PAD))
        self._bar.start(theme.PROGRESS_STEP_MS)
