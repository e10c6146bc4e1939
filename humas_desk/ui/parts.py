"""What is done with whole cards: with those selected, or with the one that has the cursor."""

from collections.abc import Callable
from dataclasses import replace
import tkinter as tk

from humas_desk.desk.clipping import (
    Clip,
    blocks_to_paste,
    copied,
    delete_blocks,
    duplicate_blocks,
    move_blocks,
    paste_blocks,
    replace_blocks,
)
from humas_desk.desk.sheet import Sheet
from humas_desk.desk.splitting import Edited
from humas_desk.release.blocks import Block, Heading, ItemList, Paragraph, Photo, Quote, Table
from humas_desk.ui.blocks.block_list import BlockList
from humas_desk.ui.card_selection import CardSelection
from humas_desk.ui.cursor import Cursor
from humas_desk.ui.fields.text_field import TextField
from humas_desk.ui.selection_strip import StripDoors
from humas_desk.wording import _, mark, ngettext

_DELETED = {
    Paragraph: mark("Paragraph deleted"),
    Quote: mark("Quote deleted"),
    Heading: mark("Heading deleted"),
    ItemList: mark("List deleted"),
    Photo: mark("Photo deleted"),
    Table: mark("Table deleted"),
}


class Parts:
    """Copies, moves, deletes, doubles and converts; one undo step each."""

    def __init__(
        self,
        root: tk.Misc,
        blocks: BlockList,
        cursor: Cursor,
        selection: CardSelection,
        *,
        tell: Callable[[str], object],
    ) -> None:
        """`tell`: say what was done, with a way to take it back."""
        self._root = root
        self._blocks = blocks
        self._cursor = cursor
        self._selection = selection
        self._tell = tell
        self._clip: Clip | None = None

    def strip_doors(self) -> StripDoors:
        """What the strip of the selected cards offers."""
        return StripDoors(
            copy=self.copy,
            cut=self.cut,
            paste=self.paste,
            duplicate=self.duplicate,
            move=self.move,
            delete=self.delete,
            end=self._selection.end,
        )

    @property
    def span(self) -> tuple[int, int] | None:
        """First and last of the cards that would be worked on; None: there is none."""
        if self._selection.is_on:
            return self._selection.span
        active = self._blocks.active
        if active is None or active not in self._blocks:
            return None
        return self._blocks.index(active), self._blocks.index(active)

    def can_change(self) -> bool:
        """Whether there is a card that would be worked on."""
        return self.span is not None

    def can_convert(self) -> bool:
        """Whether any of the cards holds text that another kind can take."""
        span = self.span
        if span is None:
            return False
        from humas_desk.desk.converting import can_convert  # reads quotes; nobody converts before the first screen

        return any(can_convert(block) for block in self._sheet.release.blocks[_slice(span)])

    # Clipboard -----------------------------------------------------------------------------------------------------

    def copy(self) -> None:
        """The selected cards as clean text, and whole for this form."""
        span = self._selection.span
        if span is not None:
            self._clip = copied(self._sheet.release, *span, self._sheet.state.photos)
            self._root.clipboard_clear()
            self._root.clipboard_append(self._clip.text)

    def cut(self) -> None:
        """Copy the selected cards and take them out."""
        self.copy()
        self.delete()

    def paste(self) -> None:
        """What the clipboard holds in place of the selected cards."""
        span, clipboard = self._selection.span, self._clipboard()
        if span is None or not clipboard:
            return
        blocks = blocks_to_paste(clipboard, self._clip, self._sheet.state.photos)
        if blocks:
            self._do(replace_blocks(self._sheet.release, *span, blocks))

    def paste_into_text(self, field: TextField) -> bool:
        """Cards that were copied go in where the cursor is; False: the clipboard holds ordinary text."""
        place, clipboard = self._cursor.place(), self._clipboard()
        if place is None or self._clip is None or clipboard != self._clip.text:
            return False
        blocks = blocks_to_paste(clipboard, self._clip, self._sheet.state.photos)
        if not blocks or not place.place.startswith("blocks["):
            return False
        self._do(paste_blocks(self._sheet.release, place.place, *field.selection(), blocks))
        return True

    # Cards ---------------------------------------------------------------------------------------------------------

    def choose(self, key: str) -> None:
        """The card that is worked on from now on; cards selected stay selected when it is one of them."""
        index, span = self._blocks.index(key), self._selection.span
        if span is None or not span[0] <= index <= span[1]:
            self._selection.forget()
            self._blocks.set_active(key)

    def delete(self) -> None:
        """Take the cards out, and say so."""
        span = self.span
        if span is not None:
            self._delete(*span)

    def delete_one(self, key: str) -> None:
        """Take this card out, and say so; those selected when it is one of them."""
        index = self._blocks.index(key)
        span = self._selection.span
        self._delete(*(span if span is not None and span[0] <= index <= span[1] else (index, index)))

    def move(self, delta: int) -> None:
        """The selected cards one place up (-1) or down (+1), together."""
        span = self._selection.span
        if span is not None and span[0] + delta >= 0 and span[1] + delta < len(self._sheet.release.blocks):
            edited = move_blocks(self._sheet.release, *span, span[0] + delta)
            self._sheet.edit(lambda _release: edited.release)

    def duplicate(self) -> None:
        """The cards once more, behind themselves."""
        span = self.span
        if span is not None:
            self._do(duplicate_blocks(self._sheet.release, *span))

    def convert(self, kind: str) -> None:
        """The cards as paragraphs, quotes, headings or lists; the cursor stays at its word where the words stay."""
        span = self.span
        if span is None:
            return
        from humas_desk.desk.converting import convert

        release, place = self._sheet.release, self._cursor.place()
        edited = convert(release, span[0], kind, span[1])
        focus = edited.focus
        if span[0] == span[1] and place is not None and len(edited.release.blocks) == len(release.blocks):
            before, after = release.blocks[span[0]], edited.release.blocks[span[0]]
            if _text(before) == _text(after) and place.place.endswith(".text"):
                focus = replace(place, place=focus.place)
        self._do(Edited(release=edited.release, focus=focus))

    def can_join(self) -> bool:
        """Whether the card with the cursor could go on in the paragraph before it."""
        key = self._only
        return key is not None and self._blocks.can_join(key)

    def is_joined(self) -> bool:
        """Whether it does."""
        key = self._only
        return key is not None and self._blocks.is_joined(key)

    def join(self) -> None:
        """It goes on in the paragraph before it, or begins one of its own."""
        key = self._only
        if key is not None and self._blocks.can_join(key):
            self._blocks.toggle_joined(key)

    # Inside --------------------------------------------------------------------------------------------------------

    @property
    def _only(self) -> str | None:
        """The card that has the cursor; None while several are selected."""
        return self._blocks.active if self.span is not None and not self._selection.is_on else None

    @property
    def _sheet(self) -> Sheet:
        return self._blocks.sheet

    def _delete(self, first: int, last: int) -> None:
        kind = type(self._sheet.release.blocks[first])
        count = last - first + 1
        words = ngettext("{count} part deleted", "{count} parts deleted", count).format(count=count)
        self._do(delete_blocks(self._sheet.release, first, last))
        self._tell(_(_DELETED[kind]) if count == 1 else words)

    def _do(self, edited: Edited) -> None:
        self._selection.forget()
        if edited.release == self._sheet.release:
            self._cursor.go(edited.focus)
        self._sheet.edit(lambda _release: edited.release, edited.focus)

    def _clipboard(self) -> str:
        try:
            return str(self._root.clipboard_get())
        except tk.TclError:
            return ""


def _slice(span: tuple[int, int]) -> slice:
    return slice(span[0], span[1] + 1)


def _text(block: Block) -> str | None:
    return block.text if isinstance(block, Paragraph | Heading | Quote) else None
