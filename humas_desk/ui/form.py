"""The form: everything a release is written in, beside the page. It shows the session and reports to it.

The window owns the actions (menu, keys, toolbar) and calls the methods of `Form`; the form owns the keys that belong to a
field: Tab, Enter, Backspace at a paragraph's start, arrows at a text's edge, Ctrl+I, Ctrl+B, Alt+↑, Alt+↓.
"""

from collections.abc import Sequence
from dataclasses import replace
import tkinter as tk

from humas_desk.desk.editing import move_block, put
from humas_desk.desk.history import Focus
from humas_desk.desk.people import Person, people_in
from humas_desk.desk.session import Change, Session
from humas_desk.desk.sheet import Sheet, attachment_of
from humas_desk.ui import theme
from humas_desk.ui.blocks.add_bar import drop_down
from humas_desk.ui.blocks.block_list import BlockList, ListDoors
from humas_desk.ui.blocks.card_tools import CardTools, ToolDoors
from humas_desk.ui.blocks.drag import CardDrag
from humas_desk.ui.blocks.gap_plus import GapPlus
from humas_desk.ui.blocks.scroller import Scroller
from humas_desk.ui.blocks.table_card import CellGrid
from humas_desk.ui.card_selection import CardSelection, SelectionDoors
from humas_desk.ui.cursor import Cursor
from humas_desk.ui.fields.attachment_groups import AttachmentList
from humas_desk.ui.fields.field import Field
from humas_desk.ui.fields.field_book import FieldBook, Owner
from humas_desk.ui.fields.sections import Section
from humas_desk.ui.fields.text_field import BOLD, ITALIC, TextField
from humas_desk.ui.finding import Finding
from humas_desk.ui.form_doors import Choice, Choices, Doors
from humas_desk.ui.form_problems import FormProblems
from humas_desk.ui.form_rows import FormRows, RowDoors
from humas_desk.ui.part_menu import part_entries, part_menu
from humas_desk.ui.parts import Parts
from humas_desk.ui.pull_selection import PullSelection
from humas_desk.ui.scheduler import Scheduler
from humas_desk.ui.sheet_turning import SheetTurning
from humas_desk.ui.text_travel import Travel
from humas_desk.ui.writing import Writing

__all__ = ["Choice", "Choices", "Doors", "Form"]

_WORK = ("rows", "measure", "prefetch", "stock", "thumbnails", "caret", "title", "problems", "drag", "pull", "find")
"""What of the form waits in the scheduler, there called form-rows and so on."""


class Form(tk.Frame):
    """Summary, title, cards and sections in one scroller.

    The owner subscribes the session and passes every change to `refresh`.
    """

    def __init__(
        self, parent: tk.Misc, session: Session, *, scheduler: Scheduler, choices: Choices, doors: Doors
    ) -> None:
        super().__init__(parent, background=theme.CHROME)
        self.session = session
        self._doors = doors
        self._scheduler = scheduler
        self.book = FieldBook(self)
        self.scroller = Scroller(self, self, scheduler)
        self.scroller.pack(fill="both", expand=True)
        list_doors = ListDoors(on_add_photo=doors.on_add_photo, adopt_fields=self._adopt, people=self._people)
        self.blocks = BlockList(self.scroller, Sheet(session), scheduler, list_doors)
        self.rows = FormRows(self.scroller.canvas, choices, self._row_doors(doors))
        self.rows.on_change = self._row_toggled
        self.cursor = Cursor(self.book, self.scroller, self.blocks, self.rows)
        self.problems = FormProblems(self.blocks, self.rows, scheduler)
        self.selection = CardSelection(self, self.scroller, self._selection_doors())
        self.parts = Parts(self, self.blocks, self.cursor, self.selection, tell=doors.on_done)
        self.selection.serve(self.parts.strip_doors())
        self.travel = Travel(self, self.scroller, self.blocks, self.cursor, self.selection)
        self.writing = Writing(self, self.book, self.blocks, self.cursor, self.parts, on_draft=doors.on_draft)
        self.finding = Finding(
            self,
            self.scroller,
            blocks=self.blocks,
            rows=self.rows,
            place=self.focused_place,
            go=self.go_to,
            scheduler=scheduler,
            tell=doors.on_done,
        )
        self.book.menu.offer(part_entries(self.parts))
        self._part_menu: tk.Menu | None = None
        self.pull = PullSelection(self, self.scroller, self.blocks, self.cursor, self.selection, scheduler)
        self.tools = CardTools(self.scroller, self._tool_doors())
        self.drag = CardDrag(
            self.scroller, self.tools, scheduler, keys=self._keys, begin=self.blocks.set_active, drop=self._drop
        )
        self.plus = GapPlus(self.scroller, index_after=self._index_after, add=self.blocks.insert)
        self.turning = SheetTurning(
            self,
            self.book,
            self.scroller,
            blocks=self.blocks,
            rows=self.rows,
            cursor=self.cursor,
            turned=self._turned,
        )
        self._listen()
        self.show(session)

    # What the window calls -----------------------------------------------------------------------------------------

    def show(self, session: Session, choices: Choices | None = None) -> None:
        """Show another session (new, opened); the cursor goes to the title when it is empty."""
        self.session = session
        self.problems.begin()
        if choices is not None:
            self.rows.show_choices(choices)
        self.turning.to(Sheet(session))
        if not session.release.title:
            self._scheduler.soon("form-title", lambda: self.go_to(Focus(place="title")))

    @property
    def sheet(self) -> Sheet:
        """What is written on: the release's body, or an attachment."""
        return self.blocks.sheet

    def show_choices(self, choices: Choices) -> None:
        """Offices, templates or the template's parts have changed."""
        self.rows.show_choices(choices)
        self._arrange()

    def refresh(self, change: Change) -> None:
        """The session has changed: show what differs, and put the cursor at `change.focus` when there is one."""
        if not self.sheet.is_there:
            self.turning.to(Sheet(self.session))
        places = self.sheet.places(change.places)
        if change.structure or places is None or any(_moves_rows(place) for place in places):
            self._arrange()
        if places is None or not all(place.startswith("blocks[") for place in places):
            self._show_rows()
        self.blocks.refresh(places)
        self.selection.keep(lambda key: key in self.blocks)
        self.finding.changed()
        self.problems.refresh_later()
        if change.focus is not None:
            self.go_to(change.focus)
        self._scheduler.soon("form-caret", self.cursor.see_caret)

    def go_to(self, focus: Focus) -> None:
        """Bring a place into view and put the cursor there; offsets count characters of the markup, as Origin does.

        This is the doors' `focus`; tkinter's own `focus` keeps its meaning.
        """
        attachment = attachment_of(focus.place)
        if attachment is not None and attachment >= len(self.session.release.attachments):
            return
        if attachment != self.sheet.attachment:
            self.turning.to(Sheet(self.session, attachment))
        self.cursor.go(replace(focus, place=self.sheet.place(focus.place)))

    def focused_place(self) -> Focus | None:
        """Where the cursor is; None when it is in no field of the form."""
        return self.sheet.whole(self.cursor.place())

    def insert(self, kind: str) -> None:
        """A new block of this kind (paragraph, quote, heading, list, photo, table) after the active one, else last."""
        self.blocks.insert(kind, self.next_index)

    @property
    def next_index(self) -> int:
        """Where a new block goes: after the active one, else last."""
        active = self.blocks.active
        known = active is not None and active in self.blocks
        return self.blocks.index(active) + 1 if known and active is not None else len(self.sheet.release.blocks)

    def delete(self) -> None:
        """The contact, link or signatory with the cursor, else the selected cards, else the active one."""
        section, place = self._item()
        if section is not None:
            section.remove_item_of(place)
        else:
            self.parts.delete()

    def can_delete(self) -> bool:
        """Whether there is anything that `delete` would act on."""
        return self._item()[0] is not None or self.can_change_block()

    def _item(self) -> tuple[Section | None, str]:
        """The section that has the cursor in one of its items, and the cursor's place."""
        focus = self.cursor.place() if not self.selection.is_on else None
        if focus is None or "[" not in focus.place or focus.place.startswith("blocks"):
            return None, ""
        group = self.rows.group_for(focus.place)
        return (group, focus.place) if isinstance(group, Section) and group.has_item(focus.place) else (None, "")

    def can_change_block(self) -> bool:
        """Whether there are cards that `move`, `delete` and `duplicate` would act on."""
        return self.parts.span is not None

    def move(self, delta: int) -> None:
        """The selected cards, the attachment with the keyboard, or the active card, one place up (-1) or down (+1)."""
        focused, widget = self.book.focused(), self.book.focused_widget()
        if focused is not None and widget is not None and isinstance(focused[0], AttachmentList):
            focused[0].move(widget, delta)
        elif self.selection.is_on:
            self.parts.move(delta)
        elif self.blocks.active is not None and self.can_change_block():
            self._move(self.blocks.active, delta)

    def italic(self) -> None:
        """Italics on or off, for the selection or for what is typed next."""
        self._toggle(ITALIC)

    def bold(self) -> None:
        """Bold on or off, for the selection or for what is typed next."""
        self._toggle(BOLD)

    def show_all_problems(self) -> None:
        """The writer tried to export: from now on missing things are shown at their fields too."""
        self.problems.show_all()

    def close(self) -> None:
        """The form goes away: nothing of it waits in the scheduler."""
        self.blocks.close()
        for work in _WORK:
            self._scheduler.cancel(f"form-{work}")

    # What the scroller asks ----------------------------------------------------------------------------------------

    def open_row(self, key: str) -> tk.Frame:
        """The frame of a row."""
        if key in self.blocks:
            return self.blocks.open_row(key)
        group = self.rows.group(key)
        self.book.adopt(group)
        self.problems.refresh_later()
        return group.frame

    def close_row(self, key: str) -> None:
        """The row is out of sight."""
        if self.blocks.is_open(key):
            self.blocks.close_row(key)

    def is_kept(self, key: str) -> bool:
        """The row with the cursor stays."""
        return key == self.cursor.key()

    # Inside --------------------------------------------------------------------------------------------------------

    def _listen(self) -> None:
        self.book.on_enter = self._entered
        self.book.on_leave = self.problems.left
        self.book.on_step = self.writing.step
        self.book.on_moved = self._moved
        self.book.bind_key("Ctrl+I", self.italic)
        self.book.bind_key("Ctrl+B", self.bold)
        self.book.bind_key("Alt+↑", lambda: self.move(-1))
        self.book.bind_key("Alt+↓", lambda: self.move(+1))
        self.scroller.on_width = self._arrange
        self.scroller.on_placed = self._placed
        self.scroller.on_hover = self.tools.hover

    def _row_doors(self, doors: Doors) -> RowDoors:
        return RowDoors(
            report=self._report,
            edit=self._edit,
            append=self._append,
            cities=doors.cities,
            turn_to=lambda attachment: self.go_to(Focus(place=f"attachments[{attachment}].title")),
            turn_back=self._turn_back,
            tell=doors.on_done,
            number=doors.on_number,
        )

    def _tool_doors(self) -> ToolDoors:
        return ToolDoors(
            move=self._move,
            remove=self.parts.delete_one,
            toggle_joined=self.blocks.toggle_joined,
            can_join=self.blocks.can_join,
            is_block=lambda key: key in self.blocks,
            open_menu=self._open_part_menu,
        )

    def _open_part_menu(self, key: str, under: tk.Misc) -> None:
        self.parts.choose(key)
        self._part_menu = self._part_menu or part_menu(self, self.parts)
        drop_down(self._part_menu, under)

    def _selection_doors(self) -> SelectionDoors:
        return SelectionDoors(
            index=self.blocks.index,
            key=self.blocks.key,
            count=lambda: len(self.sheet.release.blocks),
            begun=self._selecting,
            over=self._selection_over,
            ended=self._selected,
        )

    def _selecting(self) -> None:
        """Cards are selected: what stands at one card is out of the way."""
        self.blocks.set_active(None)
        self.tools.hide()
        self.tools.is_held = True
        self._doors.on_focus(None)

    def _selected(self, key: str, is_end: bool) -> None:  # noqa: FBT001 - a door of `SelectionDoors`
        self.cursor.enter(key, at_end=is_end)

    def _selection_over(self) -> None:
        self.tools.is_held = False

    def _placed(self) -> None:
        self.tools.follow()
        self.selection.follow()

    def _arrange(self) -> None:
        for key in self.blocks.stale():
            self.scroller.drop(key)
        above, below = self.rows.rows(self.session)
        self.scroller.arrange([*above, *self.blocks.rows(), *below])

    def _row_toggled(self) -> None:
        """A row was opened or closed: other fields are there now."""
        self._arrange()
        for group in self.rows.groups:
            self._adopt(group)

    def _show_rows(self) -> None:
        if self.rows.is_stale(self.session.release):
            self._arrange()
        self.rows.show(self.session)
        for group in self.rows.groups:
            self._adopt(group)

    def _adopt(self, owner: Owner) -> None:
        """A card or a group shows something else, perhaps with other fields."""
        self.book.adopt(owner)
        self.finding.mark(owner)
        self.book.on_shown(owner)

    def _report(self, field: Field, value: object) -> None:
        """A field outside the cards was changed; its name is its place."""
        if field.name == "office":
            self._doors.on_office(value if isinstance(value, str) else "")
            return
        spot = field.spot()
        self.session.put(field.name, value, Focus(place=field.name + spot.rest, start=spot.start, end=spot.end))

    def _edit(self, place: str, value: object, then: str | None) -> None:
        """An item of a section comes or goes: one undo step."""
        self.session.edit(lambda release: put(release, place, value), Focus(place=then) if then else None)

    def _people(self, index: int) -> Sequence[Person]:
        """For the quote with this index; an attachment's are not numbered with the body's."""
        without = index if self.sheet.attachment is None else -1
        own = self._doors.people
        return own(without) if own is not None else people_in(self.session.release, without=without)

    def _append(self, kind: str) -> None:
        self.blocks.insert(kind, len(self.sheet.release.blocks))

    def _move(self, key: str, delta: int) -> None:
        to = self.blocks.index(key) + delta
        if 0 <= to < len(self.sheet.release.blocks):
            self._drop(key, to)

    def _drop(self, key: str, to: int) -> None:
        """The block stands at `to` afterwards, and the cursor is in it where it was."""
        index = self.blocks.index(key)
        place = self.cursor.place()
        own = f"blocks[{index}]"
        rest = place.place.removeprefix(own) if place is not None and place.place.startswith(own + ".") else ""
        start, end = (place.start, place.end) if place is not None and rest else (0, 0)
        focus = Focus(place=f"blocks[{to}]{rest}", start=start, end=end)
        self.sheet.edit(lambda release: move_block(release, index, to), focus)

    def _index_after(self, key: str) -> int | None:
        if key in self.blocks:
            return self.blocks.index(key) + 1
        return 0 if self.rows.is_title(key) else None

    def _keys(self) -> list[str]:
        return [block.id for block in self.sheet.release.blocks]

    def _toggle(self, style: str) -> None:
        focused = self.book.focused()
        field = focused[1] if focused else None
        if isinstance(field, (TextField, CellGrid)):
            field.toggle(style)

    def _entered(self, owner: Owner, _field: Field | None) -> None:
        key = self.cursor.key_of(owner)
        self.selection.forget()
        if key is not None and key in self.blocks:
            self.blocks.set_active(key)
            self.tools.set_active(key)
        self.problems.refresh_later()
        self._moved()

    def _turn_back(self) -> None:
        self.turning.back()

    def _turned(self) -> None:
        """Another body is written on: show it."""
        self.selection.forget()
        self.finding.changed()
        self.blocks.forget()
        self.tools.set_active(None)
        self._arrange()
        self.blocks.refresh(None)
        self._show_rows()
        self.problems.refresh_later()

    def _moved(self) -> None:
        self._scheduler.soon("form-caret", self.cursor.see_caret)
        self._doors.on_focus(self.focused_place())


def _moves_rows(place: str) -> bool:
    """Whether a change there may move rows: a whole block was changed, or joined to the one before."""
    return place == "blocks" or place.endswith(("]", ".joined"))
