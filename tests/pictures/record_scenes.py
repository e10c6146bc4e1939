"""Scenes of what is kept: archive, versions, registers, backups, and the steps of a release's status."""

from dataclasses import replace
import datetime as dt
from functools import partial
import tkinter as tk
from typing import TypeVar

import ttkbootstrap as ttk

from humas_desk.archive.values import Search, Status
from humas_desk.desk.backing_up import back_up
from humas_desk.release.blocks import Paragraph
from humas_desk.ui import theme
from humas_desk.ui.records.archive_view import ArchiveView
from humas_desk.ui.records.numbers_view import NumbersView
from humas_desk.ui.records.people_view import PeopleView
from humas_desk.ui.records.versions_view import VersionsView
from humas_desk.wording import _
from tests.pictures.kept_releases import write_a_spring
from tests.pictures.stage import HELP_WIDTH, Scene, Stage, worn
from tests.window.stand_ins import press, walk

View = TypeVar("View", ArchiveView, NumbersView, PeopleView, VersionsView)
WRITTEN = dt.datetime(2026, 5, 12, 8, 40).astimezone()
LATER = dt.timedelta(minutes=47)


def filled(stage: Stage) -> None:
    """The archive has a spring of releases; the sample is open again, and was exported once."""
    if stage.kept:
        stage.desk.open_archived(stage.kept)
        stage.view.show_session()
        stage.settle()
        return
    write_a_spring(stage.desk, stage.set_time)
    stage.set_time(WRITTEN)
    stage.desk.begin_sample()
    stage.view.show_session()
    state = stage.desk.session.state
    stage.kept = state.release.id
    stage.desk.archive.note_export(state).get()
    stage.set_time(WRITTEN + LATER)
    back_up(stage.folders, now=WRITTEN + LATER)
    stage.settle()


def archive(stage: Stage, name: str = "archive") -> None:
    whole(stage, name, "archive", ArchiveView)


def archive_search(stage: Stage) -> None:
    """What is typed is found in its sentence; then nothing is found, then the trash."""
    filled(stage)
    view = opened(stage, "archive", ArchiveView)
    view.filters.words.set("domisili")
    stage.picture("archive-search")
    view.filters.words.set("domisilixx")
    stage.picture("archive-nothing")
    view.filters.clear()
    stage.settle(lambda: len(view.list.rows) > 1)
    oldest = view.list.rows[-1]
    view.put_in_trash(oldest)
    stage.picture("archive-trashed")
    next(widget for widget in walk(view.head) if isinstance(widget, ttk.Checkbutton)).invoke()
    stage.picture("archive-trash")
    view.bring_back(oldest)
    stage.settle()
    stage.view.commands.records.uncover()


def archive_empty(stage: Stage) -> None:
    view = opened(stage, "archive", ArchiveView)
    view.list.show((), empty=_("The archive is still empty. Every release you write comes here by itself."))
    stage.picture("archive-empty")
    stage.view.commands.records.uncover()


def versions(stage: Stage, name: str = "versions", *, width: int = 0) -> None:
    filled(stage)
    index = stage.block("Paragraph", 2)
    session = stage.desk.session
    paragraph = session.release.blocks[index]
    assert isinstance(paragraph, Paragraph)
    text = paragraph.text.replace("Sepanjang April 2026", "Sampai akhir April 2026")
    session.put(f"blocks[{index}].text", text)
    session.put("subtitle", "Posko aduan dibuka di 14 kecamatan")
    view = opened(stage, "versions", VersionsView)
    stage.settle(lambda: view.text.text)
    stage.picture(name, width=width)
    stage.view.commands.records.uncover()
    session.undo()
    session.undo()


def numbers(stage: Stage, name: str = "numbers") -> None:
    whole(stage, name, "numbers", NumbersView)


def number_void(stage: Stage) -> None:
    filled(stage)
    view = opened(stage, "numbers", NumbersView)
    stage.dialog("numbers-void", view.void.invoke)
    stage.view.commands.records.uncover()


def people(stage: Stage, name: str = "people") -> None:
    whole(stage, name, "people", PeopleView)


def backup(stage: Stage) -> None:
    filled(stage)
    stage.dialog("backup", partial(stage.view.actions.run, "backup"), choose_first)
    stage.dialog("backup-restore", partial(stage.view.actions.run, "backup"), choose_first, restore_it)


def choose_first(top: tk.Toplevel) -> None:
    box = next(widget for widget in walk(top) if isinstance(widget, tk.Listbox))
    box.selection_set(0)
    box.event_generate("<<ListboxSelect>>")


def restore_it(top: tk.Toplevel) -> None:
    """Press after this step: the question that opens keeps the program waiting."""
    top.after_idle(partial(press, top, _("Restore the chosen one…")))


def status_steps(stage: Stage) -> None:
    """The menu of the status, and what the gate says before an approval and before the final step."""
    filled(stage)
    stage.settle(lambda: stage.view.commands.records.status is not None)
    index = stage.block("Paragraph", 1)
    stage.desk.session.put(
        f"blocks[{index}].text",
        "Ratna menghimbau warga agar mengisi formulir di kantor desa, bukan dirumah, sebelum 30 Juni 2026.",
    )
    stage.desk.session.edit(lambda release: replace(release, unconfirmed=("dateline.city", "blocks[2].speaker.name")))
    stage.settle()
    steps = stage.view.commands.records.status
    assert steps is not None
    menu = tk.Menu(stage.root)
    steps.fill(menu)
    button = stage.view.toolbar
    menu.post(button.winfo_rootx(), button.winfo_rooty() + button.winfo_height())
    stage.picture("status-menu")
    menu.unpost()
    stage.dialog("status-approve", partial(steps.take, Status.APPROVED))
    stage.dialog("status-final", partial(steps.take, Status.FINAL))
    stage.dialog("status-void", partial(steps.take, Status.VOID))
    for _change in range(2):
        stage.desk.session.undo()


def changed_since(stage: Stage) -> None:
    """A release that was approved and changed afterwards."""
    filled(stage)
    desk = stage.desk
    (row,) = desk.archive.search(Search(status=Status.APPROVED)).get()
    stage.view.commands.records.open_archived(row)
    text = "Petugas mencocokkan data pemilih pindah domisili dengan catatan kantor kelurahan."
    desk.session.put("blocks[0].text", text)
    steps = stage.view.commands.records.status
    assert steps is not None
    steps.look()
    stage.picture("status-changed")
    stage.dialog("status-since", steps.show_since)
    desk.session.undo()
    desk.autosave.flush()


def correction(stage: Stage) -> None:
    """A Ralat of a final release, and a new release begun from an old one."""
    filled(stage)
    row = stage.desk.archive.search(Search(status=Status.FINAL)).get()[0]
    known = stage.desk.session.release.id
    stage.view.commands.records.correct(row)
    stage.settle(lambda: stage.desk.session.release.id != known)
    stage.picture("correction")


def for_help(stage: Stage) -> None:
    """The archive while somebody looks for a word, and two versions beside each other."""
    filled(stage)
    found = opened(stage, "archive", ArchiveView)
    found.filters.entry.insert(0, "pemilih")
    stage.picture("help-arsip", width=HELP_WIDTH)
    versions(stage, "help-versi", width=HELP_WIDTH)


def whole(stage: Stage, name: str, action: str, kind: type[View]) -> None:
    """A picture of a view as it opens."""
    filled(stage)
    opened(stage, action, kind)
    stage.picture(name)
    stage.view.commands.records.uncover()


def opened(stage: Stage, action: str, kind: type[View]) -> View:
    """The view over the form, once its rows have come."""
    stage.view.actions.run(action)
    view = stage.view.commands.records.view
    assert isinstance(view, kind)
    stage.settle(lambda: view.list.rows)
    return view


RECORD_SCENES: dict[str, Scene] = {
    "archive-empty": archive_empty,
    "archive": archive,
    "archive-search": archive_search,
    "archive-dark": worn(archive, theme.DARK, 100, "archive-dark"),
    "archive-contrast": worn(archive, theme.CONTRAST, 100, "archive-contrast"),
    "archive-125": worn(archive, theme.LIGHT, 125, "archive-125"),
    "versions": versions,
    "versions-dark": worn(versions, theme.DARK, 100, "versions-dark"),
    "versions-125": worn(versions, theme.LIGHT, 125, "versions-125"),
    "numbers": numbers,
    "numbers-contrast": worn(numbers, theme.CONTRAST, 100, "numbers-contrast"),
    "numbers-125": worn(numbers, theme.LIGHT, 125, "numbers-125"),
    "number-void": number_void,
    "people": people,
    "people-dark": worn(people, theme.DARK, 100, "people-dark"),
    "people-125": worn(people, theme.LIGHT, 125, "people-125"),
    "backup": backup,
    "status": status_steps,
    "changed-since": changed_since,
    "correction": correction,
    "for-help-kept": for_help,
}
