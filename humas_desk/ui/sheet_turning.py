"""From the release to one of its attachments and back."""

from collections.abc import Callable
import tkinter as tk

from humas_desk.desk.sheet import Sheet
from humas_desk.ui.blocks.block_list import BlockList
from humas_desk.ui.blocks.scroller import Scroller
from humas_desk.ui.cursor import Cursor
from humas_desk.ui.fields.field_book import TAG, FieldBook
from humas_desk.ui.form_rows import FormRows
from humas_desk.ui.tag_keys import bind_tag


class SheetTurning:
    """Changes what the form's cards and rows show; the release is not touched."""

    def __init__(
        self,
        form: tk.Misc,
        book: FieldBook,
        scroller: Scroller,
        *,
        blocks: BlockList,
        rows: FormRows,
        cursor: Cursor,
        turned: Callable[[], None],
    ) -> None:
        """`turned`: everything is to be shown anew. Escape in a text leads back, behind whoever bound it before."""
        self._book = book
        self._scroller = scroller
        self._blocks = blocks
        self._rows = rows
        self._cursor = cursor
        self._turned = turned
        bind_tag(form, TAG, "<Escape>", self._escaped, add=True)

    def to(self, sheet: Sheet) -> None:
        """Write on this one."""
        self._blocks.sheet = sheet
        self._rows.turn_to(sheet.attachment)
        self._turned()
        self._scroller.scroll_to(0)

    def back(self) -> None:
        """From an attachment to the release, to its line among the attachments."""
        sheet = self._blocks.sheet
        if sheet.attachment is None:
            return
        self.to(Sheet(sheet.session))
        group = self._rows.attachments
        group.open()
        key, stop = self._cursor.key_of(group), group.buttons[sheet.attachment]
        if key is not None:
            self._scroller.bring_live(key)
            self._book.adopt(group)
            self._scroller.show_now(key, stop)
            stop.focus_set()
            self._cursor.see_caret()

    def _escaped(self, event: "tk.Event[tk.Misc]") -> str | None:
        """A line with a drop-down needs Escape for itself."""
        if self._blocks.sheet.attachment is None or not isinstance(event.widget, tk.Text):
            return None
        self.back()
        return "break"
