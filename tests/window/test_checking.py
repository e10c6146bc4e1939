"""The checker in the window: lines under what it found, reasons, fixes, the panel, and the way through."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
import tkinter as tk

import pytest
import ttkbootstrap as ttk

from humas_desk.archive.values import Status
from humas_desk.desk.checking import HouseStyle, load_style, save_style, style_file
from humas_desk.desk.desk import Desk
from humas_desk.desk.editing import put
from humas_desk.desk.history import Focus
from humas_desk.desk.ignoring import Reach, ignore, note_of
from humas_desk.desk.requests import Copied, Copies
from humas_desk.language.findings import Finding, Severity
from humas_desk.release.blocks import Paragraph, Quote
from humas_desk.ui.checking.checking import Checking
from humas_desk.ui.checking.reason_dialog import ReasonDialog
from humas_desk.ui.checking.style_dialog import StyleDialog
from humas_desk.ui.copy_dialog import CopyDialog
from humas_desk.ui.export_dialog import ExportDialog
from humas_desk.ui.fields.line_field import LineField
from humas_desk.ui.fields.text_marks import LINES
from humas_desk.ui.findings import withheld
from humas_desk.ui.main_view import MainView
from humas_desk.ui.records.step_dialog import StepDialog
from humas_desk.wording import _
from tests.window.stand_ins import Answers, Dialogs, Pump, answer, press

PLACE = "blocks[0].text"
TEXT = "Petugas mencatat *resiko* praktek itu. Data pengawasoan dicatat pekan depan."


class Check:
    """The window over a paragraph with mistakes, read by the checker."""

    def __init__(self, view: MainView, pump: Pump) -> None:
        self.view = view
        self.pump = pump
        self.session = view.desk.session
        self.checking: Checking = view.commands.checking
        self.write(TEXT)

    def write(self, text: str) -> None:
        self.session.edit(lambda release: put(release, PLACE, text), Focus(place=PLACE))
        self.settle()

    def settle(self) -> None:
        """Let it read everything."""
        self.checking.reading.start()
        self.checking.reading._ask_all()
        self.pump(lambda: self.checking.reading.is_known and not self.checking.reading._reader.busy)
        self.pump(lambda: not self.view.scheduler.waits("proof-look"))

    @property
    def text(self) -> tk.Text:
        self.view.form.go_to(Focus(place=PLACE))
        self.pump()
        widget = self.view.form.book.focused_widget()
        assert isinstance(widget, tk.Text)
        return widget

    @property
    def written(self) -> str:
        block = self.session.release.blocks[0]
        assert isinstance(block, Paragraph)
        return block.text

    def one(self, text: str) -> Finding:
        return next(each for each in self.checking.reading.findings if each.text == text)

    def go(self, text: str) -> None:
        finding = self.one(text)
        self.view.form.go_to(Focus(place=finding.place, start=finding.start, end=finding.end))
        self.pump()

    def underlined(self, severity: Severity) -> str:
        return lined(self.text, severity)


def lined(text: tk.Text, severity: Severity) -> str:
    """What stands over this severity's lines at this moment."""
    ranges = text.tag_ranges(LINES[severity])
    spans = zip(ranges[::2], ranges[1::2], strict=True)
    return "|".join(text.get(str(first), str(last)) for first, last in spans)


@pytest.fixture
def check(view: MainView, pump: Pump) -> Check:
    return Check(view, pump)


def middle(text: tk.Text, word: str) -> tuple[int, int]:
    """Where the first letter of this word is seen."""
    box = text.bbox(text.search(word, "1.0"))
    assert box is not None
    return box[0] + box[2] // 2, box[1] + box[3] // 2


def click_entry(menu: tk.Menu, label: str) -> None:
    last = menu.index("end")
    assert last is not None
    at = next(at for at in range(last + 1) if menu.type(at) == "command" and menu.entrycget(at, "label") == label)
    menu.unpost()
    menu.invoke(at)


def test_each_severity_has_a_line_of_its_own_shape(check: Check) -> None:
    assert check.underlined(Severity.ERROR) == "praktek"
    assert check.underlined(Severity.WARNING).startswith("pe|ga|as|an")
    assert check.underlined(Severity.HINT).endswith("p|k|n|d|p|n")


def test_what_is_typed_is_underlined_and_what_is_mended_is_not(check: Check) -> None:
    text = check.text
    text.mark_set("insert", "end-1c")
    text.insert("insert", " Itu analisa.")
    check.pump(lambda: "analisa" in check.underlined(Severity.ERROR))
    text.delete("end-9c", "end-1c")
    check.pump(lambda: "analisa" not in check.underlined(Severity.ERROR))
    assert "praktek" in check.underlined(Severity.ERROR)


def test_a_line_stays_under_its_word_while_letters_come_before_it(check: Check) -> None:
    check.go("praktek")
    text = check.text
    text.focus_force()
    text.mark_set("insert", "1.0")
    for key in "abc":
        text.event_generate("<KeyPress>", keysym=key)
        assert lined(text, Severity.ERROR) == "praktek"
    check.pump(lambda: check.one("praktek").start == TEXT.index("praktek") + 3)
    assert check.underlined(Severity.ERROR) == "praktek"


def test_a_word_that_is_taken_out_and_written_again_has_its_line_again(check: Check) -> None:
    check.go("praktek")
    text = check.text
    text.focus_force()
    for key in ("BackSpace", *"praktek"):
        text.event_generate("<KeyPress>", keysym=key)
    check.pump(lambda: lined(text, Severity.ERROR) == "praktek")
    check.settle()
    assert check.underlined(Severity.ERROR) == "praktek"


def test_a_line_of_one_row_has_its_lines_too(check: Check) -> None:
    index, quote = next(
        (at, block) for at, block in enumerate(check.session.release.blocks) if isinstance(block, Quote)
    )
    place = f"blocks[{index}].speaker.position"
    check.session.put(place, f"{quote.speaker.position} analisa")
    check.settle()
    check.view.form.go_to(Focus(place=place))
    check.pump()
    widget = check.view.form.book.focused_widget()
    assert widget is not None
    field = check.view.form.book.field_of(widget)
    assert isinstance(field, LineField)
    at = len(quote.speaker.position) + 1
    assert field.mark_at(at) is not None
    assert field.mark_at(0) is None


def test_the_pointer_is_told_the_reason(check: Check) -> None:
    check.go("praktek")
    text = check.text
    x, y = middle(text, "praktek")
    text.event_generate("<Motion>", x=x, y=y)
    check.pump(lambda: check.checking.tip.text)
    assert check.one("praktek").message in check.checking.tip.text
    text.event_generate("<Motion>", x=middle(text, "itu")[0], y=y)
    assert not check.checking.tip.text


def test_ctrl_dot_offers_fixes_and_one_undo_takes_a_fix_back(check: Check) -> None:
    check.go("praktek")
    check.view.root.event_generate("<Control-period>")
    check.pump(lambda: check.checking.menu is not None)
    assert check.checking.menu is not None
    click_entry(check.checking.menu, "praktik")
    assert check.written == TEXT.replace("praktek", "praktik")
    check.view.actions.run("undo")
    assert check.written == TEXT


def test_a_right_click_on_an_unknown_word_teaches_it(check: Check, desk: Desk) -> None:
    check.go("pengawasoan")
    text = check.text
    x, y = middle(text, "pengawasoan")
    text.event_generate("<Button-3>", x=x, y=y)
    check.pump(lambda: check.checking.menu is not None)
    assert check.checking.menu is not None
    learn = _("Add “{text}” to the office's dictionary").format(text="pengawasoan")
    click_entry(check.checking.menu, learn)
    check.pump(lambda: not any(each.text == "pengawasoan" for each in check.checking.reading.findings))
    assert load_style(style_file(desk.folders, check.checking.reading.office)).words == ("pengawasoan",)


def test_a_right_click_elsewhere_opens_the_usual_menu(check: Check) -> None:
    text = check.text
    x, y = middle(text, "itu")
    text.event_generate("<Button-3>", x=x, y=y)
    check.pump()
    assert check.checking.menu is None
    check.view.form.book.menu.menu.unpost()


def test_f7_walks_through_and_opens_the_panel(check: Check) -> None:
    check.view.form.go_to(Focus(place=PLACE))
    check.pump()
    check.view.root.event_generate("<F7>")
    check.pump(lambda: check.checking.panel is not None)
    panel = check.checking.panel
    assert panel is not None
    assert panel.chosen is not None
    place = check.view.form.focused_place()
    assert place is not None
    assert (place.place, place.start, place.end) == (panel.chosen.place, panel.chosen.start, panel.chosen.end)
    first = panel.chosen
    check.view.root.event_generate("<F7>")
    check.pump(lambda: panel.chosen != first)
    check.view.root.event_generate("<Shift-F7>")
    check.pump(lambda: panel.chosen == first)


def test_the_panel_lists_the_worst_first_and_says_why(check: Check) -> None:
    check.checking.toggle_panel()
    check.pump()
    panel = check.checking.panel
    assert panel is not None
    assert panel.findings[0].severity is Severity.ERROR
    panel.choose(check.one("praktek"), why=True)
    rule = check.checking.reading.rule(check.one("praktek").rule)
    assert rule is not None
    for words in (rule.name, rule.source):
        assert words in panel.detail.reason_text
    panel.list.event_generate("<Down>")
    panel.list.event_generate("<Return>")
    check.pump()
    panel.list.focus_force()
    panel.list.event_generate("<Escape>")
    check.pump(lambda: check.checking.panel is None)


def test_what_is_certain_is_mended_in_one_step(check: Check) -> None:
    assert check.view.actions.is_enabled("mend-definite")
    check.view.root.event_generate("<Control-Shift-F7>")
    check.pump(lambda: "praktik" in check.written)
    assert "pengawasoan" in check.written
    check.view.actions.run("undo")
    assert check.written == TEXT


def test_a_warning_is_left_at_once_and_an_error_with_a_reason(check: Check, dialogs: Dialogs) -> None:
    check.checking.leave(check.one("pengawasoan"), Reach.HERE)
    assert [note.rule for note in check.session.release.ignored] == ["S01:pengawasoan"]
    assert not any(each.text == "pengawasoan" for each in check.checking.reading.findings)
    check.view.root.after(1, lambda: _give_reason(check, dialogs, "nama acara"))
    check.checking.leave(check.one("praktek"), Reach.HERE)
    assert check.session.release.ignored[-1].reason == "nama acara"
    check.view.actions.run("undo")
    check.settle()
    assert check.one("praktek").severity is Severity.ERROR


def _give_reason(check: Check, dialogs: Callable[[], list[tk.Toplevel]], reason: str) -> None:
    check.pump(dialogs)
    dialog = dialogs()[-1]
    entry = next(one for one in dialog.winfo_children()[2].winfo_children() if isinstance(one, ttk.Entry))
    entry.insert(0, reason)
    press(dialog, _("Leave it"))


def test_without_a_reason_nothing_is_left(check: Check) -> None:
    dialog = ReasonDialog(check.view.root, check.one("praktek"))
    assert dialog.button.instate(["disabled"])
    dialog.text.set("  ")
    assert dialog.button.instate(["disabled"])
    dialog.dialog.close()


def test_the_status_line_counts_and_another_look_keeps_the_lines(check: Check) -> None:
    assert check.view.status_bar.findings_text
    check.view.wear("dark", 100)
    check.pump()
    assert check.underlined(Severity.ERROR) == "praktek"
    check.view.wear("light", 100)
    check.pump()


def test_what_is_to_be_withheld_stops_a_file_until_a_reason_is_given(check: Check, dialogs: Dialogs) -> None:
    check.write("Data memuat NIK 3513012345678901 milik pelapor.")
    dialog = ExportDialog(check.view.shell, on_finding=lambda _finding: None)
    assert dialog.export_button.instate(["disabled"])
    assert "3513012345678901" in "".join(dialog.problems.texts)
    dialog.dialog.close()
    check.session.edit(
        lambda release: ignore(release, check.one("3513012345678901"), Reach.HERE, "nomor contoh, bukan milik orang")
    )
    dialog = ExportDialog(check.view.shell, on_finding=lambda _finding: None)
    assert dialog.export_button.instate(["!disabled"])
    dialog.dialog.close()
    assert not dialogs()


def test_an_error_of_the_house_style_lets_files_be_written(check: Check) -> None:
    dialog = ExportDialog(check.view.shell, on_finding=lambda _finding: None)
    assert dialog.export_button.instate(["!disabled"])
    dialog.dialog.close()


def test_a_final_release_needs_a_reason_for_every_mistake(check: Check) -> None:
    taken: list[str] = []
    desk = check.view.desk
    desk.change_settings(replace(desk.settings, initials="AB"))
    step = StepDialog(check.view.shell, Status.FINAL, lambda: (), on_take=taken.append, on_place=lambda _place: None)
    assert step.button.instate(["disabled"])
    assert (PLACE, f"{check.one('praktek').rule}:praktek") in step.reasons
    for variable in step.reasons.values():
        variable.set("nama acara")
    assert step.button.instate(["!disabled"])
    step.button.invoke()
    assert taken == [""]
    check.settle()
    assert not any(each.severity is Severity.ERROR for each in check.checking.reading.findings)


def test_what_is_certain_is_mended_in_the_step_and_typed_reasons_stay(check: Check) -> None:
    check.write("Petugas mencatat resiko dan menyurati pelapor bernama Budi Hartono.")
    desk = check.view.desk
    desk.change_settings(replace(desk.settings, initials="AB"))
    step = StepDialog(check.view.shell, Status.FINAL, lambda: (), on_take=str, on_place=lambda _place: None)
    left = next(where for where in step.reasons if "resiko" not in where[1])
    step.reasons[left].set("sudah diizinkan")
    assert len(step.reasons) > 1
    press(step.dialog, _("Mend what is certain ({count})").format(count=1))
    assert check.written.startswith("Petugas mencatat risiko dan")
    assert {where: variable.get() for where, variable in step.reasons.items()} == {left: "sudah diizinkan"}
    assert step.button.instate(["!disabled"])
    step.dialog.close()


def test_an_office_s_choices_hold_at_once_and_its_words_travel(check: Check, answers: Answers, tmp_path: Path) -> None:
    dialog = StyleDialog(check.view.shell, on_change=check.checking.reading.reload)
    path = style_file(check.view.desk.folders, check.checking.reading.office)
    box = dialog.choices["clock"]
    box.current(2)
    box.event_generate("<<ComboboxSelected>>")
    check.pump(lambda: load_style(path).switches.clock == ":")
    dialog.typed.set("pengawasoan")
    dialog.add()
    check.pump(lambda: not any(each.text == "pengawasoan" for each in check.checking.reading.findings))
    answers.save_file = tmp_path / "kamus.toml"
    press(dialog.dialog, _("Save a copy…"))
    dialog.words.selection_set(0)
    dialog.remove()
    assert load_style(path).words == ()
    answers.open_file = answers.save_file
    press(dialog.dialog, _("Add from a file…"))
    assert load_style(path).words == ("pengawasoan",)
    dialog.dialog.close()


def foreign(check: Check) -> list[str]:
    return [each.text for each in check.checking.reading.findings if each.rule == "K15"]


def test_an_office_decides_once_for_all_its_releases_and_may_take_it_back(check: Check, desk: Desk) -> None:
    path = style_file(desk.folders, check.checking.reading.office)
    check.write("Humas merekam podcast dan membuka website kantor.")
    check.checking.leave(check.one("podcast"), Reach.OFFICE_WORD)
    check.pump(lambda: foreign(check) == ["website"])
    assert not check.session.release.ignored
    press(check.view.root, _("Undo"))
    check.pump(lambda: foreign(check) == ["podcast", "website"])
    assert load_style(path).left == ()
    check.checking.leave(check.one("podcast"), Reach.OFFICE_RULE)
    check.pump(lambda: not foreign(check))
    assert [note.rule for note in load_style(path).left] == ["K15"]


def test_what_an_office_is_not_told_travels_and_is_told_again(check: Check, answers: Answers, tmp_path: Path) -> None:
    path = style_file(check.view.desk.folders, check.checking.reading.office)
    note = note_of(check.one("praktek"), Reach.OFFICE_WORD, "nama program")
    save_style(path, HouseStyle(left=(note,)))
    check.checking.reading.reload()
    check.pump(lambda: not any(each.text == "praktek" for each in check.checking.reading.findings))
    dialog = StyleDialog(check.view.shell, on_change=check.checking.reading.reload)
    dialog.dialog.show()
    check.pump(dialog.left.list.winfo_ismapped)
    (line,) = dialog.left.list.get(0, "end")
    assert "praktek" in line
    assert "nama program" in line
    assert dialog.left.button.instate(["disabled"])
    answers.save_file = answers.open_file = tmp_path / "gaya.toml"
    press(dialog.dialog, _("Save a copy…"))
    dialog.left.list.event_generate("<Button-1>", x=5, y=5)
    dialog.left.list.event_generate("<ButtonRelease-1>", x=5, y=5)
    check.pump(lambda: dialog.left.button.instate(["!disabled"]))
    dialog.left.button.invoke()
    check.pump(lambda: any(each.text == "praktek" for each in check.checking.reading.findings))
    press(dialog.dialog, _("Add from a file…"))
    assert load_style(path).left == (note,)
    dialog.dialog.close()


def test_an_error_is_left_for_the_office_with_a_reason(check: Check, dialogs: Dialogs, desk: Desk) -> None:
    path = style_file(desk.folders, check.checking.reading.office)
    finding = check.one("praktek")
    check.view.root.after(1, lambda: _give_reason(check, dialogs, "nama program"))
    check.checking.leave(finding, Reach.OFFICE_WORD)
    assert load_style(path).left == (note_of(finding, Reach.OFFICE_WORD, "nama program"),)


def test_a_house_style_that_cannot_be_read_is_not_written_over(check: Check, app: ttk.App, dialogs: Dialogs) -> None:
    path = style_file(check.view.desk.folders, check.checking.reading.office)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("words = [", encoding="utf-8")
    heard = answer(app, dialogs, _("Close"))
    dialog = StyleDialog(check.view.shell, on_change=lambda: None)
    assert heard
    heard = answer(app, dialogs, _("Close"))
    dialog.typed.set("sigap")
    dialog.add()
    assert heard
    assert path.read_text(encoding="utf-8") == "words = ["
    dialog.dialog.close()


@pytest.mark.parametrize("for_web", [False, True])
def test_what_is_to_be_withheld_is_not_copied(check: Check, *, for_web: bool) -> None:
    check.write("Data memuat NIK 3513012345678901 milik pelapor.")
    asked: list[str] = []
    dialog = CopyDialog(check.view.shell, for_web=for_web, on_finding=lambda found: asked.append(found.place))
    copies = Copies(whatsapp="teks", whatsapp_excess=0, plain="teks", html="<p>teks</p>")
    dialog._show(Copied(serial=1, copies=copies))
    assert dialog.copy_button.instate(["disabled"])
    assert "3513012345678901" in "".join(dialog.problems.texts)
    dialog._leave_for(withheld(check.checking.reading.findings, check.session.release)[0])
    assert asked == [PLACE]
    note = ignore(check.session.release, check.one("3513012345678901"), Reach.HERE, "nomor contoh")
    check.session.edit(lambda _release: note)
    dialog = CopyDialog(check.view.shell, for_web=for_web, on_finding=lambda found: asked.append(found.place))
    dialog._show(Copied(serial=2, copies=copies))
    assert dialog.copy_button.instate(["!disabled"])
    dialog.dialog.close()
