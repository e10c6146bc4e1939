"""What typing does beyond letters: the page's own marks, no-break spaces, Delete at a text's end, pasted cards, Tab in a table."""

from collections.abc import Callable
import re
import tkinter as tk

from humas_desk.desk.block_edits import even_rows
from humas_desk.desk.editing import get, put
from humas_desk.desk.history import Focus
from humas_desk.desk.markup import visible_offset
from humas_desk.desk.pasting import NO_BREAK
from humas_desk.desk.sheet import Sheet
from humas_desk.desk.smart_typing import replaced, smart
from humas_desk.desk.splitting import join_after
from humas_desk.release.blocks import Table
from humas_desk.ui.blocks.block_list import BlockList
from humas_desk.ui.blocks.table_card import MOST_ROWS, CellGrid
from humas_desk.ui.clipboard import text_on_clipboard
from humas_desk.ui.cursor import Cursor
from humas_desk.ui.fields.field_book import TAG, FieldBook
from humas_desk.ui.fields.text_field import TYPED, TextField
from humas_desk.ui.parts import Parts
from humas_desk.ui.tag_keys import bind_tag

_BEGINNING = re.compile(r"title|subtitle|blocks\[\d+\]\.text")
_MAIN_TEXT = re.compile(r"blocks\[(\d+)\]\.(?:text|items\[\d+\])")


class Writing:
    """Hears of keys in the form's texts, and changes the release in steps of their own."""

    def __init__(
        self,
        root: tk.Misc,
        book: FieldBook,
        blocks: BlockList,
        cursor: Cursor,
        parts: Parts,
        *,
        on_draft: Callable[[str], bool],
    ) -> None:
        self._root = root
        self._on_draft = on_draft
        self._book = book
        self._blocks = blocks
        self._cursor = cursor
        self._parts = parts
        bind_tag(root, TAG, TYPED, lambda _event: self._typed())
        bind_tag(root, TAG, "<Delete>", lambda _event: self._delete())
        bind_tag(root, TAG, "<<Paste>>", lambda _event: self._paste())

    def no_break_space(self) -> None:
        """A space at which no line breaks, at the cursor."""
        field = self._text_field()
        if field is not None:
            field.insert(NO_BREAK)

    def step(self, widget: tk.Misc, delta: int) -> bool:
        """Tab goes to the next stop; behind a table's last cell it makes a new row first."""
        return (delta > 0 and self._add_row(widget)) or self._cursor.step(widget, delta)

    def _typed(self) -> None:
        """The character before the cursor was just typed and is in the release already."""
        field, place = self._text_field(), self._cursor.place()
        if field is None or place is None or not field.has_styles:
            return
        before = field.text.get("insert linestart", "insert")
        replacement = smart(before[:-1], before[-1:])
        if replacement is None:
            return
        value = get(self._sheet.release, place.place)
        if not isinstance(value, str):
            return
        new, at = replaced(value, visible_offset(value, place.start), replacement)
        focus = Focus(place=place.place, start=at, end=at)
        self._sheet.edit(lambda release: put(release, place.place, new), focus)

    def _delete(self) -> str | None:
        """Behind the last letter: what follows comes up."""
        field, place = self._text_field(), self._cursor.place()
        if field is None or place is None or field.text.tag_ranges("sel"):
            return None
        match = _MAIN_TEXT.fullmatch(place.place)
        if match is None or field.text.compare("insert", "!=", "end-1c"):
            return None
        edited = join_after(self._sheet.release, int(match[1]))
        if edited is None:
            return None
        self._sheet.edit(lambda _release: edited.release, edited.focus)
        return "break"

    def _paste(self) -> str | None:
        field = self._text_field()
        if field is not None and self._parts.paste_into_text(field):
            return "break"
        return "break" if self._takes_draft() and self._on_draft(text_on_clipboard(self._root)) else None

    def _takes_draft(self) -> bool:
        """Whether the cursor is where a release begins to be written: rows for a table, a list or a contact are no draft."""
        place = self._cursor.place()
        return place is None or _BEGINNING.fullmatch(place.place) is not None

    def _add_row(self, widget: tk.Misc) -> bool:
        focused, key = self._book.focused(), self._cursor.key()
        if focused is None or key is None or not isinstance(focused[1], CellGrid) or key not in self._blocks:
            return False
        index = self._blocks.index(key)
        table = self._sheet.release.blocks[index]
        if not isinstance(table, Table) or widget is not focused[1].inputs[-1] or len(table.rows) >= MOST_ROWS:
            return False
        rows = even_rows(table)
        if not any(rows[-1]):
            return False
        place = f"blocks[{index}].rows"
        more = (*rows, ("",) * len(rows[0]))
        self._sheet.edit(lambda release: put(release, place, more), Focus(place=f"{place}[{len(rows)}][0]"))
        return True

    @property
    def _sheet(self) -> Sheet:
        return self._blocks.sheet

    def _text_field(self) -> TextField | None:
        focused = self._book.focused()
        field = focused[1] if focused is not None else None
        if isinstance(field, CellGrid):
            return field.cell
        return field if isinstance(field, TextField) else None
