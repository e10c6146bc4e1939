"""The templates' dialog: an own template is edited beside its page, a shipped one never."""

from collections.abc import Callable
from pathlib import Path

import pytest
import ttkbootstrap as ttk

from humas_desk.desk.desk import Desk
from humas_desk.desk.own_templates import TemplateEntry, list_entries
from humas_desk.layout.document import Role
from humas_desk.layout.template import Template
from humas_desk.ui.main_view import MainView
from humas_desk.ui.settings.checked_field import CheckedField
from humas_desk.ui.settings.template_dialog import TemplateDialog
from humas_desk.ui.settings.template_more import TemplateMore
from humas_desk.wording import _
from tests.window.stand_ins import Answers, Dialogs, Pump, StillWorker, answer, said

Own = Callable[[], Template]


@pytest.fixture
def templates(view: MainView, pump: Pump) -> TemplateDialog:
    opened = TemplateDialog(view.shell, on_change=view.show_choices)
    opened.dialog.show(size=(1160, 660))
    pump()
    return opened


@pytest.fixture
def own(templates: TemplateDialog, desk: Desk, pump: Pump) -> Own:
    """An own template is open; gives what its file says."""
    templates.list.duplicate.invoke()
    pump()

    def read() -> Template:
        found = next(entry.template for entry in list_entries(desk.folders) if entry.is_own)
        assert found is not None
        return found

    return read


def entry_of(field: CheckedField) -> ttk.Entry:
    entry = field.field.inputs[0]
    assert isinstance(entry, ttk.Entry)
    return entry


def type_into(field: CheckedField, text: str, pump: Pump) -> None:
    """Type as somebody does: into the field with the keyboard, over what stands there."""
    entry = entry_of(field)
    entry.focus_force()
    pump()
    entry.delete(0, "end")
    for letter in text:
        entry.event_generate(
            "<KeyPress>", keysym={",": "comma", "{": "braceleft", "}": "braceright"}.get(letter, letter)
        )
    pump()


def test_a_shipped_template_is_shown_but_not_changed(
    templates: TemplateDialog, worker: StillWorker, pump: Pump
) -> None:
    assert not templates.entry.is_own
    assert templates.form.notice
    assert not templates.form.fields
    assert templates.list.remove.instate(["disabled"])
    pump(
        lambda: any(one.channel == "letterhead" and one.job.template == templates.entry.name for one in worker.requests)
    )


def test_a_copy_is_named_edited_and_seen(
    templates: TemplateDialog, own: Own, desk: Desk, worker: StillWorker, pump: Pump
) -> None:
    assert templates.entry.is_own
    assert not templates.form.notice
    pump(lambda: templates.dialog.focus_lastfor() is entry_of(templates.form.fields["name"]))
    type_into(templates.form.fields["name"], "Kop", pump)
    type_into(templates.form.fields["letterhead.rule_pt"], "1,5", pump)
    pump(lambda: own().letterhead.rule_pt == 1.5)
    assert own().name == "Kop"
    pump(lambda: worker.requests[-1].job.template == templates.entry.name)
    assert "Kop" in [choice.title for choice in desk.templates()]
    assert "Kop" in [name.strip() for name in templates.list.box.get(0, "end")]


def test_a_value_that_may_not_stand_is_said_at_its_field_and_changes_nothing(
    templates: TemplateDialog, own: Own, pump: Pump
) -> None:
    field = templates.form.fields["page.top_mm"]
    before = own()
    type_into(field, "99", pump)
    assert "5–60" in field.message
    assert entry_of(field).instate(["invalid"])
    templates.save()
    assert own().page.top_mm == 9
    type_into(field, "12", pump)
    assert not field.message
    pump(lambda: own().page.top_mm == 12)
    assert own().letterhead == before.letterhead


@pytest.fixture
def more(templates: TemplateDialog, own: Own, pump: Pump) -> TemplateMore:
    """What is rarely changed is unfolded."""
    own()
    templates.form.more_fold.header.focus_force()
    pump()
    templates.form.more_fold.header.event_generate("<Return>")
    pump(lambda: templates.form.more is not None)
    assert templates.form.more is not None
    return templates.form.more


def choose_role(more: TemplateMore, words: str, pump: Pump) -> None:
    box = more.roles.box
    box.current(box["values"].index(words))
    box.event_generate("<<ComboboxSelected>>")
    pump()


def test_photos_and_signature_are_set_among_the_further_choices(more: TemplateMore, own: Own, pump: Pump) -> None:
    type_into(more.fields["pictures.height_mm"], "80", pump)
    type_into(more.fields["signature.space_mm"], "30", pump)
    pump(lambda: (own().pictures.height_mm, own().signature.space_mm) == (80, 30))


def test_every_part_s_letters_are_set_in_the_same_fields(more: TemplateMore, own: Own, pump: Pump) -> None:
    choose_role(more, _("Caption"), pump)
    assert entry_of(more.looks["size_pt"]).get() == "9,5"
    type_into(more.looks["size_pt"], "10,5", pump)
    choose_role(more, _("Subtitle"), pump)
    assert entry_of(more.looks["size_pt"]).get() != "10,5"
    type_into(more.looks["tightest.size_pt"], "11", pump)
    pump(lambda: own().roles[Role.CAPTION].size_pt == 10.5)
    pump(lambda: own().roles[Role.SUBTITLE].tightest.size_pt == 11)
    type_into(more.looks["tightest.size_pt"], "", pump)
    pump(lambda: own().roles[Role.SUBTITLE].tightest.size_pt is None)


def test_a_part_s_value_that_may_not_stand_is_said_at_its_field(more: TemplateMore, pump: Pump) -> None:
    choose_role(more, _("Caption"), pump)
    type_into(more.looks["size_pt"], "99", pump)
    assert "6–48" in more.looks["size_pt"].message
    choose_role(more, _("Subtitle"), pump)
    assert not more.looks["size_pt"].message


def test_two_fields_of_one_value_show_the_same(templates: TemplateDialog, more: TemplateMore, pump: Pump) -> None:
    choose_role(more, _("Title"), pump)
    type_into(templates.form.fields["roles.title.size_pt"], "17", pump)
    assert entry_of(more.looks["size_pt"]).get() == "17"
    type_into(more.looks["size_pt"], "16", pump)
    assert entry_of(templates.form.fields["roles.title.size_pt"]).get() == "16"


def test_lines_of_the_letterhead_are_typed_with_indonesian_tokens(
    templates: TemplateDialog, own: Own, pump: Pump
) -> None:
    lines = templates.form.lines
    count = len(lines.rows)
    lines._add.invoke()
    pump()
    assert len(lines.rows) == count + 1
    field = lines.rows[-1].fields[0]
    type_into(field, "{rahasia}", pump)
    assert "{wilayah}" in field.message
    type_into(field, "{situs}", pump)
    assert not field.message
    pump(lambda: own().letterhead.lines[-1].text == "{website}")
    lines.rows[-1].buttons[2].invoke()
    pump(lambda: own().letterhead.lines[-2].text == "{website}")
    lines.rows[-2].buttons[0].invoke()
    pump(lambda: len(own().letterhead.lines) == count)


def test_parts_are_moved_and_left_out_with_keys(templates: TemplateDialog, own: Own, pump: Pump) -> None:
    order = templates.form.order
    before = own().parts.order
    order.choose("title")
    order.box.focus_force()
    pump()
    order.box.event_generate("<Alt-Up>")
    place = before.index("title")
    pump(lambda: own().parts.order[place - 1] == "title")
    order.box.event_generate("<space>")
    pump(lambda: "title" not in own().parts.order)
    order.choose("body")
    order.box.event_generate("<space>")
    pump()
    assert "body" in own().parts.order


def test_paper_of_its_own_size(templates: TemplateDialog, own: Own, pump: Pump) -> None:
    paper = templates.form.fields["page.size"].field.inputs[0]
    assert isinstance(paper, ttk.Combobox)
    height = templates.form.fields["page.size[1]"]
    assert not height.frame.winfo_ismapped()
    paper.current(len(paper.cget("values")) - 1)
    paper.event_generate("<<ComboboxSelected>>")
    type_into(height, "280", pump)
    pump(lambda: own().page.size == (210, 280))


def test_a_template_goes_out_and_comes_in_as_one_file(
    templates: TemplateDialog, own: Own, answers: Answers, tmp_path: Path, desk: Desk, pump: Pump
) -> None:
    answers.save_file = tmp_path / "untuk-kantor-lain"
    templates.list.pass_on.invoke()
    answers.open_file = tmp_path / "untuk-kantor-lain.humas-templat"
    assert answers.open_file.is_file()
    templates.list.take_in.invoke()
    pump()
    assert len([entry for entry in list_entries(desk.folders) if entry.is_own]) == 2
    assert templates.entry.title != own().name


def test_a_file_that_is_none_is_refused_in_words(
    templates: TemplateDialog, answers: Answers, tmp_path: Path, app: ttk.App, dialogs: Dialogs, desk: Desk
) -> None:
    answers.open_file = tmp_path / "x.humas-templat"
    answers.open_file.write_bytes(b"PK\x03\x04")
    heard = answer(app, dialogs, _("Close"))
    templates.list.take_in.invoke()
    assert "x.humas-templat" in heard[0]
    assert not any(entry.is_own for entry in list_entries(desk.folders))


def test_a_template_is_removed_only_when_that_is_meant(
    templates: TemplateDialog, own: Own, desk: Desk, app: ttk.App, dialogs: Dialogs, pump: Pump
) -> None:
    assert own().name
    for label, left in ((_("Keep"), 1), (_("Remove"), 0)):
        answer(app, dialogs, label)
        templates.list.remove.invoke()
        pump()
        assert sum(entry.is_own for entry in list_entries(desk.folders)) == left
    assert not templates.entry.is_own


def test_a_spoiled_template_says_file_key_and_what_may_stand_there(desk: Desk, view: MainView, pump: Pump) -> None:
    folder = desk.folders.own_templates / "rusak"
    folder.mkdir(parents=True)
    (folder / "template.toml").write_text(
        'format = "humas-desk/template"\nversion = 1\n[letterhead]\nrule_pt = 99\n', encoding="utf-8"
    )
    opened = TemplateDialog(view.shell, on_change=view.show_choices)
    opened.dialog.show(size=(1160, 660))
    opened.choose("rusak", is_own=True)
    pump()
    assert all(word in opened.form.notice for word in ("template.toml", "6"))
    assert opened.list.duplicate.instate(["disabled"])
    seen = [child for child in opened.form.inside.winfo_children() if child.winfo_manager()]
    assert len(seen) == 1
    opened.choose("siaran-pers", is_own=False)
    pump()
    assert opened.form.duplicate.winfo_viewable()
    assert opened.form.notice
    assert said(opened.dialog)


def test_closing_saves_what_was_typed_last(templates: TemplateDialog, own: Own) -> None:
    entry = entry_of(templates.form.fields["page.left_mm"])
    entry.delete(0, "end")
    entry.insert(0, "25")
    templates.dialog.close()
    templates.save()
    assert own().page.left_mm == 25


def test_the_menu_opens_it(view: MainView, app: ttk.App, dialogs: Dialogs) -> None:
    heard = answer(app, dialogs, _("Close"))
    view.actions.run("templates")
    assert _("Templates") in heard[0]


def test_a_shipped_template_is_changed_as_a_copy(templates: TemplateDialog, pump: Pump) -> None:
    templates.form.duplicate.invoke()
    pump()
    entry: TemplateEntry = templates.entry
    assert entry.is_own
    assert entry.template is not None
    assert entry_of(templates.form.fields["name"]).get() == entry.template.name
    assert not templates.form.duplicate.winfo_viewable()
