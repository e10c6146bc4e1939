"""Scenes of the checker, and of a draft that comes in."""

from functools import partial
import tkinter as tk

from humas_desk.language.findings import Severity
from humas_desk.release.release import Kind
from humas_desk.ui import theme
from humas_desk.ui.checking.reason_dialog import ReasonDialog
from humas_desk.ui.settings.template_dialog import TemplateDialog
from tests.pictures.stage import HELP_WIDTH, Scene, Stage, waits, worn

MISTAKEN = (
    "Ratna menghimbau warga untuk men-cek datanya di kantor desa, bukan dirumah. Pelapor bernama Budi Hartono "
    "sudah menyampaikan hal itu kemarin. Kami akan lakukan pengecekan bersama-sama dgn pemerintah desa."
)
DRAFT = """[12/05/26 09.14.22] Humas Contoh: *Pengawas Kecamatan Terima Perahu Karet*
[12/05/26 09.14.40] Humas Contoh: Contoh, 12 Mei 2026 - Bawaslu Kabupaten Contoh menyerahkan perahu karet kepada pengawas di tiga kecamatan yang kerap terendam banjir. Perahu itu dipinjamkan selama masa tugas.
"Keselamatan pengawas adalah yang utama, baru setelah itu pekerjaan," tegas Ketua Bawaslu Kabupaten Contoh, Ratna Puspitasari.
Ratna meminta setiap perahu dicatat dan diperiksa sebulan sekali.
Menurut Hendra, perahu akan diperiksa setiap bulan oleh petugas kecamatan.
Narahubung: Dewi Anggraini 0812-0000-0000
<Media omitted>
"""


def checking(stage: Stage, name: str = "check") -> None:
    """The underlines, the panel with the reason, and the next finding."""
    mistaken(stage)
    stage.view.actions.run("next-finding")
    stage.picture(name)
    explain(stage)
    stage.picture(f"{name}-why")
    stage.view.commands.checking.close_panel()


def explain(stage: Stage) -> None:
    """Unfold why the panel's finding is one."""
    panel = stage.view.commands.checking.panel
    assert panel is not None
    panel.detail.explain()


def for_help(stage: Stage) -> None:
    """The panel with a reason, and a draft that comes in."""
    mistaken(stage)
    stage.view.actions.run("next-finding")
    explain(stage)
    stage.picture("help-periksa", width=HELP_WIDTH)
    stage.view.commands.checking.close_panel()
    stage.view.commands.new(Kind.NEWS)
    stage.dialog("help-draf", lambda: stage.view.commands.drafts.paste(DRAFT), width=HELP_WIDTH)


def underlines(stage: Stage) -> None:
    """What is seen while one writes, with the menu of fixes."""
    index = mistaken(stage)
    stage.go(f"blocks[{index}].text", MISTAKEN.index("menghimbau") + 2)
    stage.top_at(index)
    stage.view.actions.run("fixes")
    stage.picture("check-fixes")
    menu = stage.view.commands.checking.menu
    assert menu is not None
    menu.unpost()


def checking_clean(stage: Stage) -> None:
    stage.view.commands.new(Kind.NEWS)
    stage.view.actions.run("check")
    stage.picture("check-clean")
    stage.view.commands.checking.close_panel()


def reason(stage: Stage) -> None:
    mistaken(stage)
    findings = stage.view.commands.checking.reading.findings
    error = next(finding for finding in findings if finding.severity is Severity.ERROR)
    stage.dialog("check-reason", lambda: ReasonDialog(stage.root, error).run())


def mistaken(stage: Stage) -> int:
    """The sample with mistakes in a paragraph, read by the checker; the paragraph's index."""
    index = stage.block("Paragraph", 1)
    reading = stage.view.commands.checking.reading
    stage.desk.session.put(f"blocks[{index}].text", MISTAKEN)
    place = f"blocks[{index}].text"
    stage.go(place, 4)
    stage.settle(lambda: any(finding.place == place for finding in reading.findings))
    return index


def draft(stage: Stage, name: str = "draft") -> None:
    stage.view.commands.new(Kind.NEWS)
    drafts = stage.view.commands.drafts
    stage.dialog(name, lambda: drafts.paste(DRAFT))


def templates(stage: Stage, name: str = "templates") -> None:
    """A copy of a shipped template, to be edited."""
    opened: list[TemplateDialog] = []

    def open_it() -> None:
        opened.append(TemplateDialog(stage.view.shell, on_change=stage.view.show_choices))
        opened[0].run()

    def duplicate(_top: tk.Toplevel) -> None:
        opened[0].duplicate()

    stage.dialog(name, open_it, waits, duplicate, waits)


def house_style(stage: Stage, name: str = "house-style") -> None:
    stage.dialog(name, partial(stage.view.actions.run, "house-style"), add_words)


def add_words(top: tk.Toplevel) -> None:
    """Three words of the office."""
    entry = top.focus_get()
    assert isinstance(entry, tk.Entry)
    for word in ("Sirekap", "Siwaslih", "Gakkumdu"):
        entry.insert(0, word)
        entry.event_generate("<Return>")


def settings(stage: Stage, name: str) -> None:
    stage.dialog(name, partial(stage.view.actions.run, "settings"), waits)


CHECKING_SCENES: dict[str, Scene] = {
    "check": checking,
    "check-dark": worn(checking, theme.DARK, 100, "check-dark"),
    "check-contrast": worn(checking, theme.CONTRAST, 100, "check-contrast"),
    "check-125": worn(checking, theme.LIGHT, 125, "check-125"),
    "check-fixes": underlines,
    "check-clean": checking_clean,
    "check-reason": reason,
    "for-help-checked": for_help,
    "house-style": house_style,
    "house-style-dark": worn(house_style, theme.DARK, 100, "house-style-dark"),
    "house-style-125": worn(house_style, theme.LIGHT, 125, "house-style-125"),
    "draft": draft,
    "draft-dark": worn(draft, theme.DARK, 100, "draft-dark"),
    "draft-125": worn(draft, theme.LIGHT, 125, "draft-125"),
    "templates": templates,
    "templates-dark": worn(templates, theme.DARK, 100, "templates-dark"),
    "templates-125": worn(templates, theme.LIGHT, 125, "templates-125"),
    "settings-dark": worn(settings, theme.DARK, 100, "settings-dark"),
    "settings-125": worn(settings, theme.LIGHT, 125, "settings-125"),
}
