from collections.abc import Iterator
from dataclasses import replace
import tkinter as tk

import pytest
import ttkbootstrap as ttk

from humas_desk.archive.values import Status
from humas_desk.desk.comparing import Difference
from humas_desk.desk.desk import Desk
from humas_desk.desk.history import State
from humas_desk.desk.starting_from import started_from
from humas_desk.release.blocks import Paragraph
from humas_desk.release.release import Release
from humas_desk.ui.main_view import MainView
from humas_desk.ui.records.status_steps import StatusSteps
from humas_desk.ui.records.versions_view import VersionsView
from humas_desk.wording import _
from tests.window.stand_ins import Dialogs, Pump, answer, press, said, walk

RELEASE = Release(id="r1", title="Posko Dibuka", blocks=(Paragraph(id="a", text="Warga mengadu ke posko."),))


@pytest.fixture
def status(view: MainView, desk: Desk, pump: Pump) -> StatusSteps:
    """The sign of the status, over a release that is open and kept."""
    desk.change_settings(replace(desk.settings, initials="dl"))
    desk.begin_with(State(release=RELEASE))
    desk.autosave.flush()
    view.show_session()
    pump(lambda: view.commands.records.status is not None)
    steps = view.commands.records.status
    assert steps is not None
    return steps


@pytest.fixture
def versions(status: StatusSteps, view: MainView, desk: Desk, pump: Pump) -> Iterator[VersionsView]:
    desk.archive.note_export(desk.session.state).get()
    desk.session.put("blocks[0].text", "Warga Contoh mengadu ke kantor.")
    assert status.status is Status.DRAFT
    view.actions.run("versions")
    opened = view.commands.records.view
    assert isinstance(opened, VersionsView)
    pump(lambda: opened.list.rows and opened.text.text)
    yield opened
    view.commands.records.uncover()


def labels(steps: StatusSteps, app: ttk.App) -> list[str]:
    menu = tk.Menu(app)
    steps.fill(menu)
    last = menu.index("end")
    found = [
        str(menu.entrycget(n, "label")) for n in range(-1 if last is None else last + 1) if menu.type(n) != "separator"
    ]
    menu.destroy()
    return found


def test_a_version_says_when_why_and_who_and_what_differs(versions: VersionsView) -> None:
    assert _("When it was exported or printed") in versions.list.text
    assert "dl" in versions.list.text
    assert _("kept for ever") in versions.list.text
    assert versions.text.words(Difference.ADDED)[1:] == ["Contoh", "kantor."]
    assert versions.text.words(Difference.REMOVED)[1:] == ["posko."]
    page = versions.text._page  # (the first of both is the key)
    assert page.tag_cget(Difference.ADDED.value, "underline") == "1"
    assert page.tag_cget(Difference.REMOVED.value, "overstrike") == "1"


def test_an_older_version_is_restored_and_taken_back(
    versions: VersionsView, view: MainView, desk: Desk, app: ttk.App, pump: Pump
) -> None:
    press(versions, _("Restore this version"))
    pump(lambda: desk.session.release == RELEASE)
    assert view.commands.records.view is None
    undo = next(b for b in walk(app) if isinstance(b, ttk.Button) and b.cget("text") == _("Undo"))
    undo.invoke()
    assert "kantor" in desk.session.release.blocks[0].text


def test_the_first_version_has_none_before_it(versions: VersionsView, pump: Pump) -> None:
    versions.with_before.set(True)
    versions.list.choose(len(versions.list.rows) - 1)
    pump(lambda: versions.text.text == _("This is the first version."))


def test_a_release_goes_from_draft_to_final_and_only_to_what_may_follow(
    status: StatusSteps, view: MainView, desk: Desk, app: ttk.App, dialogs: Dialogs, pump: Pump
) -> None:
    pump(lambda: labels(status, app))
    assert view.toolbar.status_text == _("Draft")
    assert labels(status, app)[:2] == [_("Ask for approval…"), _("Approve…")]
    for step, verb in ((Status.APPROVED, _("Approve")), (Status.FINAL, _("Mark as final"))):
        answer(app, dialogs, verb)
        status.take(step)
        pump(lambda step=step: status.status is step)
    assert view.toolbar.status_text == _("Final")
    assert _("Cancel the release…") in labels(status, app)
    assert _("Back to draft…") not in labels(status, app)
    assert desk.archive.standing("r1", desk.session.release).get().events[-1].who == "dl"


def test_what_changes_after_the_approval_is_counted_and_shown(
    status: StatusSteps, view: MainView, desk: Desk, app: ttk.App, dialogs: Dialogs, pump: Pump
) -> None:
    answer(app, dialogs, _("Approve"))
    status.take(Status.APPROVED)
    pump(lambda: status.status is Status.APPROVED)
    desk.session.put("blocks[0].text", "Warga Contoh mengadu ke posko.")
    pump(lambda: view.toolbar.status_text == _("Changed since approved: {count} word").format(count=1))
    heard = answer(app, dialogs, _("Close"))
    status.show_since()
    pump(lambda: heard)


def test_initials_are_asked_once(status: StatusSteps, desk: Desk, dialogs: Dialogs, pump: Pump) -> None:
    desk.change_settings(replace(desk.settings, initials=""))
    status.take(Status.WAITING)
    pump(dialogs)
    dialog = dialogs()[-1]
    entry = next(widget for widget in walk(dialog) if isinstance(widget, ttk.Entry))
    button = next(b for b in walk(dialog) if isinstance(b, ttk.Button) and b.cget("text") == _("Ask for approval"))
    assert button.instate(["disabled"])
    entry.insert(0, "ds")
    button.invoke()
    pump(lambda: status.status is Status.WAITING)
    assert desk.settings.initials == "ds"


def test_what_still_tells_of_the_earlier_release_is_listed_before_the_approval(
    status: StatusSteps, view: MainView, desk: Desk, dialogs: Dialogs, pump: Pump
) -> None:
    source = replace(RELEASE, dateline=replace(RELEASE.dateline, city="Contoh"))
    desk.begin_with(State(release=started_from(source, desk._now().date())))
    view.show_session()
    status.take(Status.APPROVED)
    pump(dialogs)
    dialog = dialogs()[-1]
    assert _("{count} place still says what the earlier release says:").format(count=2) in said(dialog)
    press(dialog, _("All of them are right"))
    assert desk.session.release.unconfirmed == ()
    press(dialog, _("Not now"))
    assert status.status is Status.DRAFT


def test_a_key_opens_the_steps_under_their_sign(
    status: StatusSteps, view: MainView, monkeypatch: pytest.MonkeyPatch, pump: Pump
) -> None:
    posted: list[str] = []
    monkeypatch.setattr(tk.Menu, "tk_popup", lambda menu, *_place: posted.append(str(menu.entrycget(0, "label"))))
    assert status.status is Status.DRAFT
    view.actions.run("status")
    pump(lambda: posted)
    assert posted == [_("Ask for approval…")]


def test_a_release_without_a_title_is_not_final_and_a_cancelled_one_has_a_reason(
    status: StatusSteps, view: MainView, desk: Desk, app: ttk.App, dialogs: Dialogs, pump: Pump
) -> None:
    answer(app, dialogs, _("Approve"))
    status.take(Status.APPROVED)
    pump(lambda: status.status is Status.APPROVED)
    desk.session.put("title", "")
    view._check()
    status.take(Status.FINAL)
    pump(dialogs)
    button = next(b for b in walk(dialogs()[-1]) if isinstance(b, ttk.Button) and b.cget("text") == _("Mark as final"))
    assert button.instate(["disabled"])
    press(dialogs()[-1], _("Go there"))
    pump(lambda: not dialogs())
    desk.session.put("title", "Posko Dibuka")
    view._check()
    answer(app, dialogs, _("Mark as final"))
    status.take(Status.FINAL)
    pump(lambda: status.status is Status.FINAL)
    status.take(Status.VOID)
    pump(dialogs)
    entry = next(widget for widget in walk(dialogs()[-1]) if isinstance(widget, ttk.Entry))
    entry.insert(0, "Acara batal")
    press(dialogs()[-1], _("Cancel the release"))
    pump(lambda: status.status is Status.VOID)
    assert desk.archive.standing("r1", desk.session.release).get().events[-1].reason == "Acara batal"
