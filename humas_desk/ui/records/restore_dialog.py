"""A backup on its way back: it is read and checked on a thread, the window shows how far, and until the end it can be called off."""

from pathlib import Path
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.desk.backing_up import start_unpacking
from humas_desk.desk.backups import Unpacked
from humas_desk.errors import HumasError
from humas_desk.ui import theme
from humas_desk.ui.dialogs import Dialog
from humas_desk.ui.records import sizes
from humas_desk.ui.shell import Shell
from humas_desk.wording import _

LOOK = "backup-unpacking"
LOOK_MS = 60


class RestoreDialog:
    """Keeps the keyboard, so that nothing is written that the backup would take the place of."""

    def __init__(self, shell: Shell, path: Path) -> None:
        self._shell = shell
        self._unpacked: Unpacked | None = None
        self._is_over = False
        self.dialog = Dialog(shell.root, _("Backups"))
        words = _("The backup {name} is read and checked…").format(name=path.name)
        width = theme.px(self.dialog, sizes.MESSAGE)
        label = ttk.Label(self.dialog.body, text=words, font=theme.UI, wraplength=width, justify="left")
        label.pack(anchor="w")
        self.bar = ttk.Progressbar(self.dialog.body, maximum=1.0, length=width, bootstyle="primary thin")
        self.bar.pack(fill="x", pady=theme.pair(self.dialog, theme.GAP, 0))
        self.dialog.add_button(_("Call it off"), self.dialog.close, primary=True)
        self.dialog.bind("<Destroy>", self._closed, add=True)
        self._work = start_unpacking(shell.desk.folders, path)

    def run(self) -> Unpacked | None:
        """Come back when it is unpacked, or was called off or refused, which is told: then None."""
        self._shell.scheduler.soon(LOOK, self._look)
        self.dialog.show()
        self.dialog.wait()
        return self._unpacked

    def _look(self) -> None:
        if not self._work.is_ready:
            self.bar.configure(value=self._work.share)
            self._shell.scheduler.after(LOOK, LOOK_MS, self._look)
            return
        self._is_over = True
        self.dialog.close()
        try:
            self._unpacked = self._work.get()
        except HumasError as error:
            self._shell.tell_error(error)

    def _closed(self, event: "tk.Event[tk.Misc]") -> None:
        """Closed before it was unpacked: called off."""
        if event.widget is self.dialog and not self._is_over:
            self._shell.scheduler.cancel(LOOK)
            self._work.stop()
            self._shell.toasts.show(_("Called off; everything is as it was"), icon="x-circle")
