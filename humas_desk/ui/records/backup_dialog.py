"""Backups: where they go, the last one, one more now, and the way back to any of them; and who signs versions."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.desk.backing_up import (
    BackupStanding,
    BackupStopped,
    BackupWork,
    ask_standing,
    start_backup,
    start_whole_backup,
)
from humas_desk.desk.backup_file import SUFFIX, BackupFacts
from humas_desk.errors import HumasError
from humas_desk.ui import theme
from humas_desk.ui.answers import when_answered
from humas_desk.ui.choosing import FileKind
from humas_desk.ui.dialogs import Choice, Dialog, ask
from humas_desk.ui.quiet_bar import QuietBar
from humas_desk.ui.records import sizes
from humas_desk.ui.records.record_words import shown_time
from humas_desk.ui.rows import add_row, shorten_path
from humas_desk.ui.shell import Shell
from humas_desk.wording import Message, _, ngettext

STANDING, WORK = "backup-standing", "backup-work"
WORK_MS = 60
INITIALS_COLUMNS = 8
LIST_COLUMNS = 60
MEGABYTE = 1_000_000


class BackupDialog:
    """`on_restore` takes a backup back; every choice holds at once."""

    def __init__(self, shell: Shell, *, on_restore: Callable[[Path], object]) -> None:
        self._shell = shell
        self._on_restore = on_restore
        self._backups: tuple[BackupFacts, ...] = ()
        self._work: BackupWork[tuple[Path, ...]] | None = None
        self.dialog = Dialog(shell.root, _("Backups"))
        self.initials = tk.StringVar(self.dialog, value=shell.desk.settings.initials)
        self._build()
        self.dialog.bind("<Destroy>", self._closed, add=True)
        self._ask()

    def run(self) -> None:
        """Show it until it is closed."""
        self.dialog.show(focus=self.now)
        self.dialog.wait()

    def _build(self) -> None:
        body = self.dialog.body
        says = _(
            "Everything is backed up when the program closes, and once a day: releases, photos, registers, offices, templates, settings."
        )
        label = ttk.Label(body, text=says, font=theme.UI, wraplength=theme.px(body, sizes.MESSAGE), justify="left")
        label.pack(anchor="w", pady=theme.pair(body, 0, theme.GAP))
        form = ttk.Frame(body)
        form.pack(fill="x")
        form.grid_columnconfigure(1, weight=1)
        self.last = ttk.Label(form, text=_("Reading…"), font=theme.UI)
        add_row(form, _("Last backup"), self.last)
        add_row(form, _("Second folder"), self._folder_row(form))
        add_row(form, _("Your initials"), self._initials_row(form))
        self.initials.trace_add("write", lambda *_names: self._sign())
        self._build_list(body)
        self.now = self.dialog.add_button(_("Back up now"), self._back_up, primary=True)
        self.dialog.add_button(_("Close"), self.dialog.close)
        self.bar = ttk.Progressbar(self.dialog.foot, maximum=1.0, bootstyle="primary thin")
        self.stop = ttk.Button(self.dialog.foot, text=_("Call it off"), command=self._stop)
        self.stop.configure(bootstyle=f"{theme.SURFACE_CHROME} outline")

    def _initials_row(self, form: tk.Misc) -> ttk.Frame:
        row = ttk.Frame(form)
        ttk.Entry(row, textvariable=self.initials, width=INITIALS_COLUMNS, font=theme.UI).pack(side="left")
        words = _("stand beside every version you keep")
        ttk.Label(row, text=words, font=theme.UI, bootstyle="secondary").pack(
            side="left", padx=theme.pair(row, theme.GAP, 0)
        )
        return row

    def _folder_row(self, form: tk.Misc) -> ttk.Frame:
        row = ttk.Frame(form)
        self.none = ttk.Button(row, text=_("Use none"), command=lambda: self._use_folder(""), bootstyle="outline")
        self.none.pack(side="right", padx=theme.pair(row, theme.SMALL, 0))
        ttk.Button(row, text=_("Choose…"), command=self._choose, bootstyle="outline").pack(side="right")
        self.folder = ttk.Label(row, font=theme.UI, anchor="w")
        self.folder.pack(side="left", fill="x", expand=True)
        return row

    def _build_list(self, body: tk.Misc) -> None:
        label = ttk.Label(body, text=_("Backups there are, the newest first"), font=theme.UI_BOLD)
        label.pack(anchor="w", pady=theme.pair(body, theme.PAD, theme.SMALL))
        frame = tk.Frame(body, background=theme.EDGE, borderwidth=1)
        frame.pack(fill="both", expand=True)
        bar = QuietBar(frame)
        bar.pack(side="right", fill="y")
        self.list = tk.Listbox(frame, height=sizes.LIST_LINES, width=LIST_COLUMNS, font=theme.UI, activestyle="none")
        self.list.configure(background=theme.PAPER, foreground=theme.INK, selectbackground=theme.SELECTION)
        self.list.configure(selectforeground=theme.INK, highlightthickness=0, borderwidth=0, exportselection=False)
        self.list.configure(yscrollcommand=bar.set)
        bar.configure(command=self.list.yview)
        self.list.pack(side="left", fill="both", expand=True)
        self.list.bind("<<ListboxSelect>>", lambda _event: self._allow())
        row = ttk.Frame(body)
        row.pack(fill="x", pady=theme.pair(body, theme.GAP, 0))
        self.restore = ttk.Button(row, text=_("Restore the chosen one…"), command=self._restore_chosen)
        self.restore.configure(bootstyle="outline")
        self.restore.pack(side="left")
        other = ttk.Button(row, text=_("Restore another file…"), command=self._restore_other, bootstyle="outline")
        other.pack(side="left", padx=theme.px(body, theme.GAP))
        self.move = ttk.Button(row, text=_("One file for another computer…"), command=self._move, bootstyle="outline")
        self.move.pack(side="right")
        self._allow()

    def _ask(self) -> None:
        answer = ask_standing(self._shell.desk.folders)
        when_answered(self._shell.scheduler, STANDING, answer, self._show, refused=self._shell.tell_error)

    def _show(self, standing: BackupStanding) -> None:
        if not self.dialog.winfo_exists():
            return
        self._backups = standing.backups
        self.list.delete(0, "end")
        self.list.insert("end", *(f" {_line(facts)}" for facts in self._backups))
        self.last.configure(text=_line(self._backups[0]) if self._backups else _("There is none yet."))
        self._show_folder(standing)
        self._allow()

    def _show_folder(self, standing: BackupStanding) -> None:
        if standing.second is None:
            self.folder.configure(text=_("None chosen; best on another disk"), bootstyle="secondary")
        elif standing.second_reached:
            self.folder.configure(text=shorten_path(standing.second), bootstyle="default")
        else:
            words = _("{folder} is not there now").format(folder=shorten_path(standing.second))
            self.folder.configure(text=f"⚠ {words}", bootstyle="warning")
        self.none.state(["!disabled" if standing.second is not None else "disabled"])

    def _choose(self) -> None:
        desk = self._shell.desk
        start = Path(desk.settings.backup_folder) if desk.settings.backup_folder else desk.folders.documents
        chosen = self._shell.chooser.folder(self.dialog, _("Choose a folder"), start)
        if chosen is not None:
            self._use_folder(str(chosen))

    def _use_folder(self, folder: str) -> None:
        desk = self._shell.desk
        desk.change_settings(replace(desk.settings, backup_folder=folder))
        self._ask()

    def _sign(self) -> None:
        desk = self._shell.desk
        desk.change_settings(replace(desk.settings, initials=self.initials.get().strip()))

    # Backing up ----------------------------------------------------------------------------------------------------

    def _back_up(self) -> None:
        self._shell.desk.autosave.hurry()
        self._begin(start_backup(self._shell.desk.folders))

    def _move(self) -> None:
        """Everything with its photos, where the person says; the other computer takes it by “Restore another file”."""
        desk = self._shell.desk
        title = _("One file for another computer")
        path = self._shell.chooser.save_file(self.dialog, title, f"Humas Desk{SUFFIX}", SUFFIX)
        if path is not None:
            desk.autosave.hurry()
            self._begin(start_whole_backup(desk.folders, path))

    def _begin(self, work: BackupWork[tuple[Path, ...]]) -> None:
        self._work = work
        self.now.state(["disabled"])
        self.move.state(["disabled"])
        self.restore.state(["disabled"])
        self.bar.pack(side="left", fill="x", expand=True)
        self.stop.pack(side="left", padx=theme.px(self.dialog, theme.PAD))
        self._look()

    def _look(self) -> None:
        work = self._work
        if work is None:
            return
        if not work.is_ready:
            self.bar.configure(value=work.share)
            self._shell.scheduler.after(WORK, WORK_MS, self._look)
            return
        self._work = None
        self._end()
        try:
            made = work.get()
        except BackupStopped:
            self._shell.toasts.show(_("Called off; nothing was left behind"), icon="x-circle")
        except HumasError as error:
            self._shell.desk.mending.note(error)
            self._shell.tell_error(error)
        else:
            self._shell.toasts.show(self._made(made), icon="shield-check")
        self._ask()

    def _made(self, made: tuple[Path, ...]) -> str:
        if made[0].parent != self._shell.desk.folders.backup:
            words = _("{file} holds everything; on the other computer: Backups, Restore another file")
            return words.format(file=made[0].name)
        words = ngettext("Backed up, into {count} folder", "Backed up, into {count} folders", len(made))
        return words.format(count=len(made))

    def _end(self) -> None:
        if self.dialog.winfo_exists():
            self.bar.pack_forget()
            self.stop.pack_forget()
            self.now.state(["!disabled"])
            self.move.state(["!disabled"])
            self._allow()

    def _stop(self) -> None:
        if self._work is not None:
            self._work.stop()

    def _closed(self, event: "tk.Event[tk.Misc]") -> None:
        """A backup that is under way goes on; a word in the corner tells of it."""
        if event.widget is self.dialog:
            self._shell.scheduler.cancel(STANDING)

    # Restoring -----------------------------------------------------------------------------------------------------

    def _allow(self) -> None:
        can = bool(self.list.curselection()) and self._work is None
        self.restore.state(["!disabled" if can else "disabled"])

    def _restore_chosen(self) -> None:
        chosen = self.list.curselection()
        if chosen:
            facts = self._backups[chosen[0]]
            self._restore(facts.path, shown_time(facts.made_at))

    def _restore_other(self) -> None:
        kinds = (
            FileKind(label=_("Backups"), patterns=("*.humas-backup",)),
            FileKind(label=_("All files"), patterns=("*",)),
        )
        path = self._shell.chooser.open_file(self.dialog, _("Restore another file"), kinds)
        if path is not None:
            self._restore(path, path.name)

    def _restore(self, path: Path, name: str) -> None:
        message = Message(
            what=_("Everything becomes what it was in the backup {name}.").format(name=name),
            safe=_("What is here now is not deleted: it is set aside beside the data."),
        )
        choices = (Choice(answer="restore", label=_("Restore")), Choice(answer="keep", label=_("Cancel"), primary=True))
        answer = ask(self.dialog, message, choices, icon="arrow-counterclockwise")
        if answer == "restore":
            self.dialog.close()
            self._on_restore(path)
        elif self.dialog.winfo_exists():
            self.dialog.grab_set()


def _line(facts: BackupFacts) -> str:
    releases = ngettext("{count} release", "{count} releases", facts.releases).format(count=facts.releases)
    size = f"{max(0.1, facts.size / MEGABYTE):.1f}".replace(".", ",")
    return f"{shown_time(facts.made_at)} · {releases} · {size} MB"
